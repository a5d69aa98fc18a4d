"""Whose a role is that stands in a line of its own: the name's above it, the name's below it, or nobody's.

"Designated Nurse / Sara Oyelaran / Independent Author / Tom Vesey" has a name on both sides of the author's
role. Lists of names and posts in turn are read as pairs from their beginning; where pairs cannot be told, the
role is nobody's, and whoever is named is asked about.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from redact.recognise import regex
from redact.recognise.lists import entries
from redact.recognise.names import stop_words
from redact.recognise.readings import Reading
from redact.recognise.role_words import HEAD
from redact.recognise.zones import LETTER_NAME, lines_of

__all__ = ["Sides", "sides_of"]

_MOST = 80  # characters of a line that may be a post
_REACH = 40  # lines of a list that are looked at, each way
_BULLET = r"[\s\d.)(*\u2022-]*"
_TITLE = r"(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof(?:essor)?|Sir|Dame|Rev(?:d|erend)?)\.?[ ])?"
_LETTERS = r"(?:,?[ ](?:[OMCK]BE|[QK]PM|QC|KC|JP|BA|BSc|MA|MSc|PhD|CQSW|DipSW|MBA))*"
_NAME = regex.compile(rf"{_BULLET}{_TITLE}(?P<name>{LETTER_NAME}){_LETTERS}[\s,;.]*")
_BY = regex.compile(
    rf"(?:.{{0,60}}\b[Bb]y|\s*[Ss]igned|\s*[Ss]ignature|\s*(?:[Ff]ull[ ]|[Pp]rint[ ])?[Nn]ame):?[ ]{_TITLE}"
    rf"(?P<name>{LETTER_NAME}){_LETTERS}[\s,;.]*"
)
_TOLD = regex.compile(r"[.!?][\"')]*\s*$")
_OWN_NAME = regex.compile(r"(?<![\p{L}'-])\p{Lu}\p{Ll}[\p{L}'-]*(?:[ ]\p{Lu}\p{Ll}[\p{L}'-]*)+")
_ROLE = regex.compile(rf"\b{HEAD}s?\b", regex.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Line:
    text: str = field(repr=False)
    in_table: bool

    def is_name(self) -> bool:
        """Tell a line that is a name and no more; "Designated Nurse" is a post."""
        match = _NAME.fullmatch(self.text)
        return match is not None and _is_somebody(match["name"])

    def is_post(self) -> bool:
        short = len(self.text) <= _MOST and _TOLD.search(self.text) is None
        return short and not self.in_table and not self.is_name()


@dataclass(frozen=True, slots=True)
class Sides:
    """The lines of a document in order, and where each stands: by the passage and the first code point."""

    lines: Sequence[_Line] = field(repr=False)
    places: dict[tuple[str, int], int] = field(repr=False)

    def joined(self, reading: Reading, name: int, role: int) -> bool:
        """Tell whether the role of one line is that of the name in a line beside it.

        Args:
            name, role: where each begins, in code points of the reading's text.
        """
        at, beside = (self._place(reading, each) for each in (name, role))
        return self.belongs(at, beside) if at is not None and beside is not None else False

    def between(self, upper: Reading, lower: Reading, *, name_above: bool) -> bool:
        """Tell the same of the last line of one reading and the first of the next."""
        last = self._place(upper, max(0, len(upper.text.rstrip("\n")) - 1))
        first = self._place(lower, 0)
        if last is None or first is None:
            return False
        return self.belongs(last, first) if name_above else self.belongs(first, last)

    def belongs(self, name: int, role: int) -> bool:
        """Tell it of two lines by their places."""
        if name == role:
            return True
        if abs(name - role) != 1 or _names_another(self.lines[role].text):
            return False
        if not self.lines[name].is_name():
            return _BY.fullmatch(self.lines[name].text) is not None and name < role
        low, high = self._pairs(*self._run(name))
        upper, lower = sorted((name, role))
        return low <= upper and lower < high and (upper - low) % 2 == 0

    def _pairs(self, low: int, high: int) -> tuple[int, int]:
        """Leave out the heading above a list or behind it, which is nobody's post; empty where pairs fail."""
        posts = [at for at in (low, high - 1) if self.lines[at].is_post()]
        strange = [at for at in posts if not _is_known(self.lines[at].text)]
        if (high - low) % 2 == 0:
            return (low, low) if strange else (low, high)
        if len(strange) != 1:
            return low, low
        return (low + 1, high) if strange[0] == low else (low, high - 1)

    def _run(self, name: int) -> tuple[int, int]:
        """Find the lines around a name in which names and posts stand in turn."""
        low, high = name, name + 1
        while low > max(0, name - _REACH) and self._turns(low - 1, low):
            low -= 1
        while high < min(len(self.lines), name + _REACH) and self._turns(high, high - 1):
            high += 1
        return low, high

    def _turns(self, at: int, beside: int) -> bool:
        line = self.lines[at]
        return line.is_post() if self.lines[beside].is_name() else line.is_name()

    def _place(self, reading: Reading, at: int) -> int | None:
        start = reading.text.rfind("\n", 0, at) + 1
        return self.places.get((reading.passage.id, start))


def sides_of(readings: Sequence[Reading]) -> Sides:
    """Put the lines of a document's readings in order; empty ones are none."""
    lines: list[_Line] = []
    places: dict[tuple[str, int], int] = {}
    for reading in readings:
        in_table = reading.passage.location.cell is not None
        for low, high in lines_of(reading.text):
            line = reading.text[low:high]
            if line.strip():
                places.setdefault((reading.passage.id, low), len(lines))
                lines.append(_Line(line, in_table or "\t" in line))
    return Sides(lines, places)


def _is_somebody(name: str) -> bool:
    words = [word.casefold() for word in name.split()]
    return len(words) > 1 and not any(word in stop_words() for word in words)


def _names_another(line: str) -> bool:
    """Tell a line that has a name of its own beside its role: "Independent chair: Anna Harte"."""
    return any(_is_somebody(match[0]) for match in _OWN_NAME.finditer(_ROLE.sub("\0", line)))


@cache
def _posts() -> regex.Pattern[str]:
    every = "|".join(regex.escape(post) for post in entries("post-words"))
    return regex.compile(rf"\b(?:{every}|panel[ ]member|lay[ ]member)s?\b", regex.IGNORECASE)


def _is_known(line: str) -> bool:
    """Tell a line that is a post by its words, and no heading."""
    return _ROLE.search(line) is not None or _posts().search(line) is not None
