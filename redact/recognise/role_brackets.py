"""The author and the chair in brackets behind their panel's name, in the full names below it, and greeted.

"Prepared for: Serious Case Review Panel (chair, A. Harte; author, T. Vesey)" names both, whatever paper says
it, and "Full names | Ada Harte, Tom Vesey" in the line below them again, where nobody else stands there.
"Dear Mr Vesey" below "To: Tom Vesey, Independent Author" is the author. A panel of an agency, of governors or
of residents is another's. What remains: such a row further down, and a greeting by another name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from redact.recognise import regex
from redact.recognise.readings import Reading
from redact.recognise.review_context import Context
from redact.recognise.role_names import names_of_line
from redact.recognise.role_offices import is_office, office
from redact.recognise.role_words import OFFICE_ROLE
from redact.recognise.zones import LETTER_NAME, Zone, lines_of

__all__ = ["bracketed", "greeted"]

_NAME = rf"(?:\p{{Lu}}\.[ ]?){{0,3}}{LETTER_NAME}"
_PANEL = (
    r"\b(?i:(?:serious[ ]case|safeguarding[ ]practice|practice|learning|homicide|safeguarding[ ]adults?)"
    r"[ ]review[ ](?:panel|group)|(?:scr|cspr|lcspr|dhr|sar)[ ](?:panel|group))"
)
_CHAIR = r"(?i:(?:independent[ ])?chair(?:man|woman|person)?)"
_AUTHOR = r"(?i:(?:independent[ ]|overview[ ](?:report[ ])?|lead[ ])*(?:author|reviewer|writer))"
_BRACKET = regex.compile(
    rf"{_PANEL}[ ]\((?:{_CHAIR}(?:,|:)?[ ](?P<name>{_NAME})[;,][ ]{_AUTHOR}(?:,|:)?[ ](?P<name>{_NAME})"
    rf"|{_AUTHOR}(?:,|:)?[ ](?P<name>{_NAME})[;,][ ]{_CHAIR}(?:,|:)?[ ](?P<name>{_NAME}))\)"
)
_IN_FULL = regex.compile(
    r"[ ]*(?:(?:full[ ])?names?|names?[ ]in[ ]full|in[ ]full)[ ]*(?::|\t)[ ]*", regex.IGNORECASE
)
_TO = regex.compile(
    rf"^[ ]*To[ ]?:[ \t]*(?P<name>{_NAME})(?:,[ ]|[ ]\()"
    rf"(?P<role>(?i:(?:an?[ ]|the[ ])?{OFFICE_ROLE}))\)?[ ]*$"
)
_HEADED = regex.compile(r"^[ ]*(?:To|Cc|Bcc|From|Copy|Copied)[ ]?:", regex.IGNORECASE)
_DEAR = regex.compile(
    r"^[ ]*Dear[ ](?P<whole>(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Professor|Prof|Sir|Dame|Revd)\.?[ ])?"
    rf"(?P<name>{LETTER_NAME}))[ ]?[,:]?[ ]*$"
)
_HEAD = 20  # lines of a letter before its greeting
_WORD = regex.compile(r"\p{L}[\p{L}'-]*")


@dataclass(frozen=True, slots=True)
class _Line:
    reading: Reading = field(repr=False)
    low: int
    high: int

    def text(self) -> str:
        return self.reading.text[self.low : self.high]


def bracketed(readings: Sequence[Reading]) -> Iterator[Zone]:
    """Find the names in brackets behind the review's panel, and both in full in the line below."""
    named: list[tuple[str, ...]] = []
    for line in _lines(readings):
        text, below = line.reading.text, named
        named = []
        if below:
            yield from _in_full(line, below)
        for match in _BRACKET.finditer(text, line.low, line.high):
            for start, end in match.spans("name"):
                named.append(_words(text[start:end]))
                yield office(line.reading, start, end)


def _in_full(line: _Line, named: Sequence[tuple[str, ...]]) -> Iterator[Zone]:
    """Read a row of full names, each of which fits another of those that the brackets name."""
    text = line.reading.text
    label = _IN_FULL.match(text, line.low, line.high)
    items = names_of_line(text, label.end(), line.high) if label is not None else ()
    if len(items) != len(named):
        return
    full = [_words(text[each.start : each.end]) for each in items]
    if all(_fits(*pair) for pair in zip(full, named, strict=True)):
        yield from (office(line.reading, each.start, each.end) for each in items)


def _fits(full: tuple[str, ...], short: tuple[str, ...]) -> bool:
    """Tell whether a full name has the surname of a short one, and begins as it does."""
    return len(full) > 1 and full[-1] == short[-1] and full[0].startswith(short[0])


def greeted(readings: Sequence[Reading], context: Context) -> Iterator[Zone]:
    """Find whom a letter to the author or the chair greets."""
    to: tuple[str, ...] = ()
    others: set[str] = set()
    for number, line in enumerate(_lines(readings)):
        if number > _HEAD:
            return
        text = line.text()
        found, greeting = _TO.match(text), _DEAR.match(text)
        if found is not None and not to and is_office(line.reading, context, text, found["role"]):
            to = _words(found["name"])
        elif _HEADED.match(text):
            others |= set(_words(text))
        if greeting is not None:
            own = _words(greeting["name"])
            if to and own in (to, to[-1:], to[:1]) and others.isdisjoint(own):
                start, end = (line.low + at for at in greeting.span("whole"))
                yield office(line.reading, start, end)
            return


def _lines(readings: Sequence[Reading]) -> Iterator[_Line]:
    for reading in readings:
        for low, high in lines_of(reading.text):
            if reading.text[low:high].strip():
                yield _Line(reading, low, high)


def _words(name: str) -> tuple[str, ...]:
    return tuple(word.casefold() for word in _WORD.findall(name))
