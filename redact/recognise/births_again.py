"""The day of a birth or a death that was found once, wherever else it stands in the call.

Whoever reads one knows the day: "DOB 14.02.07" in one paper makes "14/02/2007", "14 February 2007" and
"K-14.02.07-F" in the others days of a birth too, whatever stands beside them, and with an O for a nought.
The century is not compared, for half of the papers write none. What remains: a day told to a month, one
that is sure nowhere, and one with its day and month changed over.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from redact.recognise import regex
from redact.recognise.claims import Example, FollowUpRecogniser, mention
from redact.recognise.dates import Period, read_date
from redact.recognise.grids import View
from redact.recognise.readings import Reading, folded
from redact.recognise.taken import Taken, taken_by
from redact.values.people import Evidence, Label, Mention

__all__ = ["RECOGNISER"]

_NAME, _VERSION = "births-again", "1"
_SCORE = 0.66  # above an exact date, below a date that its own words show
# What a source must have: less is a date that only stands as one of birth does.
_SURE = {Label.DATE_OF_BIRTH: 0.75, Label.DATE_OF_DEATH: 0.85}
_EXPECTED = "birth-clues"  # counted out, or of a delivery that came on another day
_EVIDENCE = {
    Label.DATE_OF_BIRTH: Evidence(
        _NAME, _VERSION, "birth again", "the day of a birth that is told elsewhere"
    ),
    Label.DATE_OF_DEATH: Evidence(
        _NAME, _VERSION, "death again", "the day of a death that is told elsewhere"
    ),
}
# In figures wherever they stand, behind a number or a letter too: a known day is none by chance.
_FIGURES = regex.compile(
    r"(?P<day>[0-3OoIl][\dOoIl])(?P<mark>[./_-])(?P<month>[01OoIl][\dOoIl])(?P=mark)"
    r"(?P<year>(?:19|20)\d\d|[\dOoIl]{2})(?!(?P=mark)\d)"
    r"|(?<!\d)(?P<year>(?:19|20)\d\d)(?P<mark>[./_-]?)(?P<month>[01]\d)(?P=mark)(?P<day>[0-3]\d)(?!\d)"
)
_GOES_BEFORE = regex.compile(r"\d(?P<mark>[./_-])$")
_SLIPS = str.maketrans("OoIl", "0011")
_ANY = Period()

_Day = tuple[int, int, int]  # of the month, the month, the year of its century


def _find(views: Sequence[View], mentions: Sequence[Mention]) -> Iterator[Mention]:
    texts = {passage.id: passage.text for view in views for passage in view.document.passages}
    known = _known(mentions, texts)
    if not known:
        return
    for each in mentions:
        label = known.get(_day_of(each, texts)) if each.label is Label.DATE else None
        if label is not None:
            yield replace(each, label=label, score=_SCORE, evidence=_EVIDENCE[label])
    taken = taken_by(each for each in mentions if each.label in _SURE)
    for view in views:
        for reading in view.first:
            yield from _in_figures(reading, known, taken)


def _known(mentions: Sequence[Mention], texts: Mapping[str, str]) -> Mapping[_Day | None, Label]:
    """Collect the days that are surely of a birth or a death; a birth's goes before."""
    found: dict[_Day | None, Label] = {}
    for label, least in reversed(_SURE.items()):
        for each in mentions:
            if each.label is label and each.score >= least and each.evidence.recogniser != _EXPECTED:
                found[_day_of(each, texts)] = label
    found.pop(None, None)
    return found


def _day_of(each: Mention, texts: Mapping[str, str]) -> _Day | None:
    written = folded(texts[each.span.passage][each.span.start : each.span.end])[0]
    if (match := _FIGURES.fullmatch(written)) is not None:
        return _figures(match)
    read = read_date(written, _ANY)
    return None if read is None else (read.day, read.month, read.year % 100)


def _figures(match: regex.Match[str]) -> _Day:
    day, month, year = (int(match[name].translate(_SLIPS)) for name in ("day", "month", "year"))
    return day, month, year % 100


def _in_figures(reading: Reading, known: Mapping[_Day | None, Label], taken: Taken) -> Iterator[Mention]:
    for match in _FIGURES.finditer(reading.text):
        label = known.get(_figures(match))
        before = _GOES_BEFORE.search(reading.text, max(0, match.start() - 2), match.start())
        if before is not None and before["mark"] == match["mark"]:
            continue  # a part of a longer number
        span = reading.span(*match.span()) if label is not None else None
        if label is None or span is None or taken.touches(reading.passage.id, *span):
            continue
        made = mention(reading, match.start(), match.end(), label, _SCORE, _EVIDENCE[label])
        if made is not None:
            yield made


RECOGNISER = FollowUpRecogniser(
    name=_NAME,
    version=_VERSION,
    labels=(Label.DATE_OF_BIRTH, Label.DATE_OF_DEATH),
    find=_find,
    examples=(
        Example("DOB 14.02.2007\n\nShe came on 14/02/07; 2007-02-14", ("14/02/07", "2007-02-14")),
        Example(
            "born 14 February 2007\n\nthe label 99123456714.02.07, v14.O2.07-F", ("14.02.07", "14.O2.07")
        ),
        Example("DOB 14.02.07\n\nThe card says 14th of Feb 2007.", ("14th of Feb 2007",)),
        Example(
            "DOB 14.02.07, died 4 May 2009\n\nIH 14.02.07-4 May 2009, ZZ/12-14.02.07-A, h.14.02.07.docx",
            ("14.02.07", "4 May 2009", "14.02.07", "14.02.07"),
        ),
        Example("She died on 4 May 2009.\n\nSeen 04/05/09, 20090504", ("04/05/09", "20090504")),
    ),
    near_misses=(
        "DOB 14.02.07\n\nSeen on 15.02.07, and 14.02.08; version 1.14.02.07",
        "Seen 14.02.07\n\nand 14/02/2007",
        "due on 14.02.07, her due date\n\nseen 14/02/07",
        "born in May 2009\n\nSeen 04/05/09, 19 May 2009",
    ),
)
