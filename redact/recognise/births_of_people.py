"""Dates that stand beside a name as a date of birth does: "Ida Harte (01/02/03)", "HARTE, Ida; 1.2.03; F",
"Ida Harte/01.02.03/F".

A signature has its date in brackets too: one of the last year that the document names is such a one more
often, and is left to the recognisers of dates. What remains: a date of birth two lines off.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from redact.recognise import regex
from redact.recognise.claims import Example, FollowUpRecogniser, mention
from redact.recognise.dates import DATE, Period, period_of, read_date
from redact.recognise.grids import View
from redact.recognise.readings import Reading
from redact.values.people import Evidence, Label, Mention, Standing

__all__ = ["RECOGNISER"]

_NAME, _VERSION = "births-of-people", "1"
_SCORE = 0.68  # above an exact date, below a date that words call one of birth
_EVIDENCE = Evidence(
    _NAME, _VERSION, "date beside a name", "a date in brackets or a field of its own behind a name"
)
_DATE = regex.compile(
    rf"(?P<value>{DATE})(?=[ ]?(?:\)|;|/(?!\d)|[ ]?(?:$|\n)|,[ ](?:male|female|[mMfF])(?!\p{{L}})))"
)
_START = regex.compile(
    r"[(;/_][ ]?(?=\d)|[ ](?=\d{1,2}[./-]\d{1,2}[./-]\d{2,4}[ ]?(?:$|\n))", regex.MULTILINE
)
_LETTERS = regex.compile(r"(?<!\p{L})\p{Lu}{1,3}$")


def _find(views: Sequence[View], mentions: Sequence[Mention]) -> Iterator[Mention]:
    ends: dict[str, set[int]] = defaultdict(set)
    for each in mentions:
        if each.label is Label.PERSON and each.standing is Standing.PARTICIPANT:
            ends[each.span.passage].add(each.span.end)
    for view in views:
        period = period_of(reading.text for reading in view.first)
        for reading in view.first:
            if reading.passage.id in ends:
                yield from _in_reading(reading, ends[reading.passage.id], period)


def _in_reading(reading: Reading, ends: set[int], period: Period) -> Iterator[Mention]:
    text = reading.text
    for start in _START.finditer(text):
        before = start.start() - (text[start.start() - 1 : start.start()] == " ")
        span = reading.span(before - 1, before) if before > 0 else None
        if span is None or span[1] not in ends or _is_signed(text, start):
            continue
        match = _DATE.match(text, start.end())
        read = read_date(match["value"], period) if match else None
        if match is None or read is None or (period.latest is not None and read.year >= period.latest):
            continue
        first, last = match.span("value")
        made = mention(reading, first, last, Label.DATE_OF_BIRTH, _SCORE, _EVIDENCE)
        if made is not None:
            yield made


def _is_signed(text: str, start: regex.Match[str]) -> bool:
    """Tell initials that a stroke parts from the day on which they signed: "AH/01.02.09"."""
    return start[0][0] in "/_" and _LETTERS.search(text, max(0, start.start() - 4), start.start()) is not None


RECOGNISER = FollowUpRecogniser(
    name=_NAME,
    version=_VERSION,
    labels=(Label.DATE_OF_BIRTH,),
    find=_find,
    examples=(
        Example("Miss Harte (01/02/2003) was seen in 2014.", ("01/02/2003",)),
        Example("Reviewed in 2014.\n\nMiss Harte; 01.02.03; F", ("01.02.03",)),
        Example("Reviewed in 2014.\n\nMiss Harte/01.02.03/White British", ("01.02.03",)),
        Example("Seen in 2014:\nMiss Harte 01.02.03\nMrs Harte 04.05.83", ("01.02.03", "04.05.83")),
    ),
    near_misses=(
        "Signed: Mrs Harte (12.03.2014), in 2014",
        "Mrs Harte rang (01/02/2003) in 2014.",
        "Mother: Ida Harte\n\nSeen in 2014. IH/01.02.2003",
        "Mrs Harte (seen 01/02/2003) moved in 2014.",
    ),
)
