"""Days, months, seasons and years that a text names, and what makes a birth or a death of them.

A day is exact, a month near, a season and a year are broad. What remains: a date that only another tells
("three days later").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redact.judge.jigsaw.told import Told
from redact.judge.jigsaw.wordings import MONTHS
from redact.values.jigsaw import Exactness, FactKind

__all__ = ["moments_in"]

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
)
_EDGE, _STOP = r"(?<![\w/.-])", r"(?![\w/-])"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_DAYS = (
    re.compile(
        rf"{_EDGE}(?P<d>{_DAY})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+(?P<m>{_MONTH})\.?(?:,?[\s-]+(?P<y>(?:19|20)\d\d))?"
        rf"{_STOP}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_EDGE}(?P<m>{_MONTH})\s+(?P<d>{_DAY})(?:st|nd|rd|th)?(?:,?\s+(?P<y>(?:19|20)\d\d))?{_STOP}"
    ),
    re.compile(rf"{_EDGE}(?P<d>{_DAY})[./-](?P<n>0?[1-9]|1[0-2])[./-](?P<y>(?:19|20)?\d\d){_STOP}"),
    re.compile(rf"{_EDGE}(?P<y>(?:19|20)\d\d)-(?P<n>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01]){_STOP}"),
)
_IN_MONTH = re.compile(
    rf"{_EDGE}(?P<m>{_MONTH})\.?,?(?:\s+of)?[\s'\u2019-]+(?P<y>(?:19|20)\d\d|(?<=['\u2019])\d\d){_STOP}"
)
_MONTH_ALONE = re.compile(
    rf"(?<![\w/.-])(?:in|during|since|until|by|late|early|mid|of|throughout|from|to|and|last|that|around)"
    rf"[\s-]+(?P<m>{_MONTH}){_STOP}(?!\s+\d)(?!\s+(?:be|have|not|also|need)\b)"
)
_SEASON = re.compile(
    rf"{_EDGE}(?P<s>spring|summer|autumn|winter|christmas|easter)(?:\s+of)?\s+(?P<y>(?:19|20)\d\d){_STOP}",
    re.IGNORECASE,
)
_YEAR = re.compile(
    r"(?<![\w/.-])(?:in|since|during|by|until|late|early|mid|end\s+of|summer|from|between|and|to|around)[\s-]+"
    r"(?P<y>(?:19[5-9]|20[0-4])\d)(?![\w/-]|\s+(?:Act|Regulations|Order|Rules|edition|guidance|census)\b)",
    re.IGNORECASE,
)
_OF_A_LAW = re.compile(
    r"\b(?:Act|Regulations|Order|Rules|Together|Convention|Census|census)\s+(?:in\s+|of\s+)?$"
)
_LIFE = re.compile(
    r"(?<!\w)(?:born|birth|dob|d\.o\.b|died|dies|death|dead|killed|deceased|dod|edd|due|stillborn|delivered)(?!\w)",
    re.IGNORECASE,
)
_BEFORE, _BEHIND = 60, 25  # characters around a date in which a birth or a death is told
_CENTURY = 100


def moments_in(text: str, start: int, end: int) -> Iterator[Told]:
    """Give what a stretch of a passage, half-open code points, says of days, months and years."""
    taken: list[tuple[int, int]] = []
    for exactness, match, same in _all(text, start, end):
        at = match.start("d") if "d" in match.re.groupindex else _first(match)
        span = min(at, _first(match)), match.end()
        if any(span[0] < other[1] and other[0] < span[1] for other in taken):
            continue
        if _OF_A_LAW.search(text, max(start, span[0] - 30), span[0]):
            continue
        taken.append(span)
        kind = FactKind.DATE if exactness is Exactness.EXACT else FactKind.MONTH
        yield Told(kind, exactness, *span, same, _WHY[exactness])
        if exactness is not Exactness.BROAD and _is_life(text, start, end, span):
            yield Told(FactKind.BIRTH, exactness, *span, same, "when somebody was born or died")


_WHY = {
    Exactness.EXACT: "a day",
    Exactness.NEAR: "a month with its year",
    Exactness.BROAD: "a season, a year, or a month without its year",
}


def _is_life(text: str, start: int, end: int, span: tuple[int, int]) -> bool:
    before = _LIFE.search(text, max(start, span[0] - _BEFORE), span[0])
    return before is not None or _LIFE.search(text, span[1], min(end, span[1] + _BEHIND)) is not None


def _first(match: re.Match[str]) -> int:
    names = [name for name in ("d", "m", "s", "n", "y") if name in match.re.groupindex]
    return min(match.start(name) for name in names if match.start(name) >= 0)


def _all(text: str, start: int, end: int) -> Iterator[tuple[Exactness, re.Match[str], str]]:
    for pattern in _DAYS:
        for match in pattern.finditer(text, start, end):
            month = _number(match, "n") or MONTHS[match["m"].casefold()]
            yield Exactness.EXACT, match, f"{_year(match['y'])}-{month:02}-{int(match['d']):02}"
    for match in _IN_MONTH.finditer(text, start, end):
        yield Exactness.NEAR, match, f"{_year(match['y'])}-{MONTHS[match['m'].casefold()]:02}"
    for match in _SEASON.finditer(text, start, end):
        yield Exactness.BROAD, match, f"{match['y']}-{match['s'].casefold()}"
    for match in _MONTH_ALONE.finditer(text, start, end):
        yield Exactness.BROAD, match, f"-{MONTHS[match['m'].casefold()]:02}"
    for match in _YEAR.finditer(text, start, end):
        yield Exactness.BROAD, match, match["y"]


def _number(match: re.Match[str], name: str) -> int:
    return int(match[name]) if name in match.re.groupindex and match[name] else 0


def _year(text: str | None) -> str:
    if text is None:
        return ""
    return text if len(text) > 2 else str(2000 + int(text) if int(text) < 50 else 1900 + int(text))
