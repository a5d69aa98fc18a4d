"""Numbers that have a form: one row of a table for each, with its check and the words that go with it.

A form that nothing else has is claimed wherever it stands. A form that could be anything is claimed only
where the words stand beside it: anywhere near (`CLOSE`), or directly before or behind (`NEXT`). A number
that fails its own check is kept where the words say what it is: it was mistyped, or one digit was misread.
The words count as whole words, in the same piece of text, over a table's label as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache

from redact.recognise import regex
from redact.recognise.any_of import any_of
from redact.recognise.claims import Claim
from redact.values.people import Label

__all__ = ["EDGE", "STOP", "Beside", "Number", "claims_of_numbers", "form", "is_day"]

# A whole date may stand before it, parted by a stroke alone: "Harte/01.02.03/99 123 456".
EDGE = r"(?<![\p{L}\p{N}_£$€+])(?<!\p{N}[.:-])(?<!(?<!\d\d[.-]\d\d[.-]\d{1,3})\p{N}/)"
STOP = r"(?![\p{L}\p{N}_%]|[./:-]\p{N})"
_BEFORE = 60  # characters before a number in which its words may stand
_AFTER = 40  # characters behind it
_REACH = 24  # characters before its first digit in which a form begins, and between its digits
_BEHIND = 24  # characters behind its last digit that a form may still take up, and what must not follow
_LONGEST_CONTEXT = 90  # characters before a number that words directly before it may take up
_DIGITS = regex.compile(r"\d+")
_DAY = regex.compile(
    r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d"
)
_BESIDE = "; words that go with it stand beside it"
_NOT_BESIDE = "; no words that go with it stand beside it"
_FAILED = ", near: checksum fails"
_PIECE_END = "\x00"

# What may stand between the words and the number: "UPN (temporary) was", "log number for Child K:".
_BETWEEN = (
    r"(?:[ ,(]{0,2}(?:numbers?|nos?\.?|num|refs?\.?|references?|ids?|i\.d\.|identifiers?|identity|codes?"
    r"|reg\.?|pin|card"
    r"|is|was|as|of|the|for|under|with|his|her|their|its|your|our|recorded|given|shown|held|quoted|client|person|patient"
    r"|pupil|record|file|case|child|mother|father|parent|sibling|baby|unique|registration|registered|account"
    r"|school|home|provider|nursery|property|vehicle|car|temporary|full|old|new|current|mark|plate|holder|[A-Z]\d?)(?![\p{L}\p{N}])(?:'s)?){0,5}"
)
_JOINT = r"[ \n\t\x01:;.,#=(\[\"'|-]{0,6}"
_COUNTED = regex.compile(
    r"[ ](?:records?|children|patients?|people|persons|cases|users?|pages?|pounds|families|referrals"
    r"|contacts|calls"
    r"|records|entries|words|miles|staff|pupils|learners|homes|schools|documents|incidents|crimes|times|days|weeks"
    r"|months|years|hours|minutes)\b"
)


class Beside(Enum):
    """Where the words must stand to count."""

    CLOSE = "near it"
    NEXT = "directly before or behind it"


@dataclass(frozen=True, slots=True)
class Number:
    """A row: what a number looks like, what it is called, and how sure each circumstance makes it.

    `alone` holds without words, `near` beside them. Where `check` says no, `near` becomes `failed` and
    `alone` becomes `failed_alone`. A score of 0 is no claim. `digits` is the least number of digits that a
    match has, `reach` how many characters before its first digit it may begin.
    """

    name: str
    label: Label
    pattern: regex.Pattern[str]
    because: str
    words: tuple[str, ...]
    near: float
    alone: float = 0.0
    beside: Beside = Beside.CLOSE
    check: Callable[[str], bool] | None = None
    failed: float = 0.65
    failed_alone: float = 0.0
    digits: int = 5
    reach: int = _REACH


def form(pattern: str, *, any_case: bool = False) -> regex.Pattern[str]:
    """Compile the form of a number so that it ends where letters and digits end.

    The group `value` is what is claimed; without one, the whole match.
    """
    return regex.compile(rf"{EDGE}(?:{pattern}){STOP}", regex.IGNORECASE if any_case else 0)


def claims_of_numbers(text: str, rows: Sequence[Number]) -> Iterator[Claim]:
    """Claim every number of every row; offsets are half-open code points of `text`.

    Every form of a row holds a digit: only what lies around digits is searched. What has a form of its own
    and is no claim comes with scores of 0 and the reason why it is none.
    """
    by_reach = {reach: tuple(_windows(text, reach)) for reach in {row.reach for row in rows}}
    # Most numbers of a text are years and counts: too short for most forms.
    long_enough = {
        (reach, least): [(low, high) for low, high, digits in by_reach[reach] if digits >= least]
        for reach, least in {(row.reach, row.digits) for row in rows}
    }
    for row in rows:
        for low, high in long_enough[row.reach, row.digits]:
            for match in row.pattern.finditer(text, low, high):
                claim = _claim(text, match, row)
                if claim is not None:
                    yield claim


def is_day(figures: str) -> bool:
    """Tell whether eight figures are a day: 20090504, 04052009."""
    return _DAY.fullmatch(figures) is not None


def _windows(text: str, reach: int) -> Iterator[tuple[int, int, int]]:
    """Give stretches around digits, each with the number of its digits; near ones are one stretch."""
    low = high = digits = 0
    for match in _DIGITS.finditer(text):
        if match.start() - reach > high:
            if digits:
                yield low, high, digits
            low, digits = match.start() - reach, 0
        digits += match.end() - match.start()
        high = match.end() + _BEHIND
    if digits:
        yield low, min(high, len(text)), digits


def _claim(text: str, match: regex.Match[str], row: Number) -> Claim | None:
    start, end = match.span("value" if "value" in row.pattern.groupindex else 0)
    holds = row.check is None or row.check(text[start:end])
    alone = row.alone if holds else row.failed_alone
    near = row.near if holds else row.failed
    score, because = alone, row.because if holds else row.because + "; its check fails"
    if near > alone and _stands_beside(text, start, end, row):
        score, because = near, because + _BESIDE
    elif score == 0.0:
        because += _NOT_BESIDE
    if _COUNTED.match(text, end):
        score, because = 0.0, because + "; a word for what is counted stands behind it"
    if score == 0.0 and row.beside is Beside.NEXT:
        return None  # any digits have such a form
    return Claim(start, end, row.label, score, score, row.name if holds else row.name + _FAILED, because)


def _stands_beside(text: str, start: int, end: int, row: Number) -> bool:
    if row.beside is Beside.NEXT:
        low = _cut_low(text, start - _LONGEST_CONTEXT, start)
        return bool(
            _before(row.words).search(text, low, start)
            or _behind(row.words).match(text, end, _cut_high(text, end))
        )
    near = _near(row.words)
    low = _cut_low(text, start - _BEFORE, start)
    return bool(near.search(text, low, start) or near.search(text, end, _cut_high(text, end)))


def _cut_low(text: str, low: int, start: int) -> int:
    low = max(0, low)
    return max(low, text.rfind(_PIECE_END, low, start) + 1)


def _cut_high(text: str, end: int) -> int:
    high = min(len(text), end + _AFTER)
    # A word cut at the edge would be another word: "care" begins with "car".
    while high < len(text) and not text[high].isspace():
        high += 1
    stop = text.find(_PIECE_END, end, high)
    return high if stop < 0 else stop


@cache
def _near(words: tuple[str, ...]) -> regex.Pattern[str]:
    """Compile words that count near by. Each pattern by itself: compiling costs more than searching."""
    return regex.compile(_whole(words), regex.IGNORECASE)


@cache
def _before(words: tuple[str, ...]) -> regex.Pattern[str]:
    """Compile words that count directly before, up to the end of what is searched."""
    return regex.compile(rf"{_whole(words)}{_BETWEEN}{_JOINT}$", regex.IGNORECASE)


@cache
def _behind(words: tuple[str, ...]) -> regex.Pattern[str]:
    """Compile words that count directly behind."""
    return regex.compile(
        rf"[ \n,;:(\[-]{{1,3}}(?:(?:which|is|was|being|as|his|her|their|the|a|on|in"
        rf"|from)[ ]){{0,4}}{_whole(words)}",
        regex.IGNORECASE,
    )


def _whole(words: tuple[str, ...]) -> str:
    return rf"(?<![\p{{L}}\p{{N}}])(?:{any_of(words, _letter)})(?![\p{{L}}\p{{N}}])"


@cache
def _letter(letter: str) -> str:
    return r"[ \n-]{1,2}" if letter == " " else str(regex.escape(letter, special_only=True))
