"""A number beside somebody's name: "Harte 4471", "Osgood (912208)", "4471 Harte", and the same number again.

Officers and staff sign with their number, in logs, lists and signature blocks, often without a word that says
what it is. Four figures or more directly beside the name of somebody of the case are asked about; behind a
rank as well, or where the number stands so more than once, they are sure. A year and a time of day are
neither, unless a rank stands before the name. A number that a rank or its words have shown is found again
wherever it stands, one that a name alone has shown where its bearer may stand: in a line of its own, in
brackets, behind "by", or where an entry is signed ("Sanitised, 4471."). So papers of the police are signed
with a number that nothing else shows, and any papers with one that has the letters of a force. What remains:
a number that looks like a year or a time, and one of three figures without a rank.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from redact.recognise import regex
from redact.recognise.claims import Example, FollowUpRecogniser, mention
from redact.recognise.grids import View
from redact.recognise.numbers import is_day
from redact.recognise.openers import acts
from redact.recognise.police_papers import force_of, is_collar, is_of_police, signs
from redact.recognise.readings import Reading
from redact.recognise.taken import Taken, taken_by
from redact.values.people import Evidence, Label, Mention, Standing

__all__ = ["RECOGNISER"]

_LEAST_NAME, _LEAST_NUMBER = 0.4, 0.6
_ASKED, _SURE = 0.5, 0.65
_OF_A_FILE = 7  # letters and figures, from which a number is rather a record's than a worker's
_OFTEN = 2  # places beside a name that make a number somebody's
_NUMBER = regex.compile(
    r"(?<![\p{L}\p{N}_£$€+#@.:'-])(?<!(?<!\d)\d{1,3}/)(?<!\p{N},)"
    r"(?:\d{4,10}(?:[ ]?[A-Z]{2}(?![\p{L}\p{N}]))?|\d{3}[A-Z]{2}|[A-Z]\d{6,7})"
    r"(?![\p{L}\p{N}_%'@]|[.,:-]\p{N}|/(?:\d{1,3}(?!\d)|\p{L})|[ ]?(?:am|pm|hrs?|hours|g|kg|mg|ml|m|km)\b)"
)
_FIGURES = regex.compile(r"\d{4,}")
_YEAR = regex.compile(r"19\d\d|20[0-3]\d")
_TIME = regex.compile(r"(?:[01]\d|2[0-3])[0-5]\d")
# What stands between a name and its number, up to the number.
_JOINT = regex.compile(r"(?r)(?:[ ][-/]{1,2}[ ]|[ ]?\n[ ]?|[ ]?[(\[/]|,?[ ])")
_JOINT_BEHIND = regex.compile(r"[ ][(-]?[ ]?")
_CLOSED = regex.compile(
    r"[ ]?(?:$|[\n\t\x00)\]]|[;&/(<]|[,.](?=\s|$)(?!,?[ ]\p{Ll})|(?:and|or)\b|-[ ])|[,;][ ](?:and|who|then)\b"
)
_RANK = regex.compile(
    r"(?:^|[^\p{L}\p{N}])(?:[ATact]{1,2}/)?(?:W?P[CS]|W?D[CS]|D?SGT|Sgt|DI|PI|INSP|Insp|DCI|PCSO|TDC|CSO"
    r"|(?i:constable|sergeant|inspector|officer|oic)|pc|dc|ps|ds|pcso|sgt|insp)[.:]?[ ]$"
)
_THINGS = regex.compile(r"[ ](?!(?:was|is|has|his|as|this)\b)\p{Ll}+s\b")
_NOT_BEFORE = regex.compile(
    r"(?:\b(?:at|on|of|for|flat|unit|room|bed|ward|pages?|ext|extension|box|plot|bus|train|form|paid|owed|about"
    r"|over|nearly|around|than|only|all|until|since)|[£$€])[ ]$",
    regex.IGNORECASE,
)
# Where a number that is known stands for its bearer.
_FOR_SOMEBODY = regex.compile(
    r"(?:^|[\n\t\x00(\[:]|\b(?:by|with|from|officers?|no\.?|number|signed|oic)[ :]{1,2})[ ]*$",
    regex.IGNORECASE,
)
_DID = regex.compile(r"[ ]\p{Ll}{3,}ed[ ]")
_AROUND = 24
_SIGNED = Evidence(
    "staff-numbers", "1", "signs an entry", "figures that stand as those with which officers sign"
)
_BESIDE = Evidence(
    "staff-numbers", "1", "beside a name", "figures that stand directly beside somebody's name"
)
_AGAIN = Evidence(
    "staff-numbers", "1", "again", "another occurrence of the number of somebody who works there"
)


class _Doubt(Enum):
    """What a number may be instead of somebody's."""

    NONE = "nothing else"
    TIME = "a time of day"
    YEAR = "a year"


@dataclass(frozen=True, slots=True, eq=False)
class _Place:
    """A number in a reading, half-open code points; whether it stands beside a name, and behind a rank.

    `is_apart` says of one without a name that it stands where its bearer may: alone in a line, behind "by";
    `is_signed` that it stands as one with which an entry is signed.
    """

    reading: Reading = field(repr=False)
    start: int
    end: int
    is_beside: bool
    is_ranked: bool = False
    doubt: _Doubt = _Doubt.NONE
    is_apart: bool = False
    is_signed: bool = False

    @property
    def number(self) -> str:
        """The figures and letters, without spaces."""
        return self.reading.text[self.start : self.end].replace(" ", "")


@dataclass(frozen=True, slots=True)
class _Names:
    """Where the names of one passage end, with where each begins, and where they begin; its code points."""

    ends: Mapping[int, int]
    starts: frozenset[int]


_NOBODY = _Names({}, frozenset())


def _find(views: Sequence[View], mentions: Sequence[Mention]) -> Iterator[Mention]:
    names = _names(mentions)
    taken = taken_by(each for each in mentions if each.label is not Label.PERSON)
    places = [list(_places(view, names, taken)) for view in views]
    told = frozenset(_told(views, mentions))
    count = Counter(each.number for every in places for each in every if each.is_beside)
    shows = any(map(is_collar, told))
    signed = [
        [each for each in every if _is_of_an_officer(each, told, is_police=shows or is_of_police(view))]
        for view, every in zip(views, places, strict=True)
    ]
    officers = frozenset(each.number for every in signed for each in every)
    for every, of_officers in zip(places, signed, strict=True):
        sure = [each for each in every if each.is_beside and _is_sure(each, told, count)]
        for each in every:
            if each.is_beside and each in sure:
                yield from _made(each, _SURE, _BESIDE)
            elif each.is_beside and (each.doubt is _Doubt.NONE or (sure and each.doubt is _Doubt.TIME)):
                yield from _made(each, _ASKED, _BESIDE)
            elif not each.is_beside and _is_known(each, told, count):
                yield from _made(each, _ASKED, _AGAIN)
            elif each in of_officers or (each.is_apart and each.number in officers):
                yield from _made(each, _ASKED, _SIGNED)


def _is_sure(place: _Place, told: Container[str], count: Mapping[str, int]) -> bool:
    is_often = count[place.number] >= _OFTEN and place.doubt is not _Doubt.YEAR
    return place.is_ranked or is_often or place.number in told


def _is_known(place: _Place, told: Container[str], count: Mapping[str, int]) -> bool:
    """Tell whether a number without a name is one that a rank or a name has shown."""
    if place.number in told:
        return place.doubt is _Doubt.NONE or place.is_signed
    return bool(count[place.number]) and (place.is_apart or place.is_signed) and place.doubt is _Doubt.NONE


def _is_of_an_officer(place: _Place, told: Iterable[str], *, is_police: bool) -> bool:
    """Tell whether a number that nothing shows is formed and placed as those that officers sign with."""
    if place.is_beside or place.doubt is not _Doubt.NONE:
        return False
    force = force_of(place.number)
    if force is not None:
        return is_police or place.is_signed or force in map(force_of, told)
    return is_police and place.is_signed and is_collar(place.number)


def _made(place: _Place, score: float, evidence: Evidence) -> Iterator[Mention]:
    label = Label.CASE_REFERENCE if len(place.number) >= _OF_A_FILE else Label.PROFESSIONAL_ID
    made = mention(place.reading, place.start, place.end, label, score, evidence)
    if made is not None:
        yield made


def _told(views: Sequence[View], mentions: Sequence[Mention]) -> Iterator[str]:
    """Give the numbers of staff that their own words or a rank have shown."""
    texts = {passage.id: passage.text for view in views for passage in view.document.passages}
    for each in mentions:
        if each.label is Label.PROFESSIONAL_ID and each.score >= _LEAST_NUMBER:
            text = texts[each.span.passage][each.span.start : each.span.end]
            yield from (text.replace(" ", ""), *_FIGURES.findall(text))


def _places(view: View, names: Mapping[str, _Names], taken: Taken) -> Iterator[_Place]:
    """Give the numbers that nothing has claimed and that stand beside a name or where one's bearer may."""
    for reading in view.first:
        here = names.get(reading.passage.id, _NOBODY)
        for match in _NUMBER.finditer(reading.text):
            span = reading.span(*match.span())
            if span is None or taken.touches(reading.passage.id, *span):
                continue
            place = _placed(reading, match, here)
            if place is not None:
                yield place


def _names(mentions: Sequence[Mention]) -> Mapping[str, _Names]:
    ends: dict[str, dict[int, int]] = defaultdict(dict)
    for each in mentions:
        is_somebody = each.label is Label.PERSON and each.score >= _LEAST_NAME
        if is_somebody and each.standing in (Standing.PARTICIPANT, Standing.PANEL):
            ends[each.span.passage][each.span.end] = each.span.start
    return {passage: _Names(every, frozenset(every.values())) for passage, every in ends.items()}


def _placed(reading: Reading, match: regex.Match[str], names: _Names) -> _Place | None:
    text, (start, end) = reading.text, match.span()
    doubt = _doubt(match[0])
    name = _name_before(reading, start, end, names)
    if name is not None:
        is_ranked = _RANK.search(text, max(0, name - _AROUND), name) is not None
        is_parted = text[start - 1] != " " or text[start - 2] in "-/"
        doubt = _Doubt.NONE if doubt is _Doubt.TIME and is_parted else doubt
        return _Place(reading, start, end, True, is_ranked, doubt)
    if _is_before_name(reading, start, end, names):
        return _Place(reading, start, end, True, doubt=doubt)
    low = max(0, start - _AROUND)
    if doubt is _Doubt.YEAR or _NOT_BEFORE.search(text, low, start) or _THINGS.match(text, end):
        return None
    is_apart = _FOR_SOMEBODY.search(text, low, start) is not None and _CLOSED.match(text, end) is not None
    return _Place(
        reading, start, end, False, doubt=doubt, is_apart=is_apart, is_signed=signs(text, start, end)
    )


def _doubt(number: str) -> _Doubt:
    number = number.split(" ")[0]  # "2007 HV": what stands behind it may be the next word
    if _YEAR.fullmatch(number) or is_day(number):
        return _Doubt.YEAR
    return _Doubt.TIME if _TIME.fullmatch(number) else _Doubt.NONE


def _name_before(reading: Reading, start: int, end: int, names: _Names) -> int | None:
    """Give where the name begins that stands directly before a number, as far as its first word goes."""
    text = reading.text
    joint = _JOINT.match(text, max(0, start - 4), start)
    if joint is None or joint.start() == 0 or not names.ends:
        return None
    span = reading.span(joint.start() - 1, joint.start())
    first = names.ends.get(span[1]) if span is not None else None
    if first is None or span is None:
        return None
    # In a line of its own behind the name nothing else may stand.
    is_closed = (
        text[end : end + 1] in ("", "\n") if "\n" in joint[0] else _CLOSED.match(text, end) is not None
    )
    does = "\n" not in joint[0] and (acts(text, end) or _DID.match(text, end) is not None)
    if not is_closed and not does:
        return None
    begin: int = joint.start() - (span[1] - first)
    return max(0, begin)


def _is_before_name(reading: Reading, start: int, end: int, names: _Names) -> bool:
    text = reading.text
    joint = _JOINT_BEHIND.match(text, end)
    if joint is None or _NOT_BEFORE.search(text, max(0, start - _AROUND), start):
        return False
    span = reading.span(joint.end(), joint.end() + 1)
    return span is not None and span[0] in names.starts


RECOGNISER = FollowUpRecogniser(
    name="staff-numbers",
    version="1",
    labels=(Label.PROFESSIONAL_ID, Label.CASE_REFERENCE),
    find=_find,
    examples=(
        Example("Nurse: Anna Harte\n\nSeen by Anna Harte 4471.", ("4471",)),
        Example(
            "Nurse: Anna Harte\n\nPresent: Anna Harte (912208), Anna Harte - 912208", ("912208", "912208")
        ),
        Example("Nurse: Anna Harte\n\nAttended with 4471 Anna Harte.", ("4471",)),
        Example("Nurse: Anna Harte\n\nAnna Harte 4471\n\nChecked by 4471.", ("4471", "4471")),
        Example("Nurse: Anna Harte\n\nAnna Harte\n4471\n", ("4471",)),
        Example("The mother has been seen. Reviewed and closed, 4471QQ.", ("4471QQ",)),
        Example("Nurse: Anna Harte\n\nThe notes of Anna HARTE 9912345 and hers", ("9912345",)),
    ),
    near_misses=(
        "Nurse: Anna Harte\n\nAnna Harte 2017. Anna Harte 1430. At 4471 Anna Harte left.",
        "Nurse: Anna Harte\n\nAnna Harte 4471 miles, Anna Harte, 4471 records.",
        "In all 4471, and 4471 by 4471.",
        "Nurse: Anna Harte\n\nThey paid Anna Harte £4471.",
        "Nurse: Anna Harte\n\nIn all, 4471. Seen, 4471QQ bags. Home, 1430. Left in May, 2017.",
    ),
)
