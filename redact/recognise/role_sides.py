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
from redact.recognise.role_names import names_of_line
from redact.recognise.role_words import HEAD
from redact.recognise.zones import lines_of

__all__ = ["Sides", "sides_of"]

_MOST = 80  # characters of a line that may be a post
_REACH = 40  # lines of a list that are looked at, each way
_BY = regex.compile(r".{0,60}\b[Bb]y:?[ ]")
_TOLD = regex.compile(r"[.!?][\"')]*\s*$")
_OWN_NAME = regex.compile(r"(?<![\p{L}'-])\p{Lu}\p{Ll}[\p{L}'-]*(?:[ ]\p{Lu}\p{Ll}[\p{L}'-]*)+")
_BOARD = regex.compile(
    r"(?:\p{Lu}[\p{L}'-]*[ ](?:and[ ]|&[ ]|of[ ])?){1,6}"
    r"(?:LSCB|SCB|LSCP|SCP|LSAB|ACPC|Board|Partnership|Committee|Council|CSP)\b"
)
_HEADING = regex.compile(
    rf"\b(?:{HEAD})(?:s'|'s)[ ]+\p{{L}}|^\W*(?:dear|to)[ ]|[ ](?:by|of|for|from|to|with)\s*$",
    regex.IGNORECASE,
)
_ROLE = regex.compile(rf"\b{HEAD}s?\b", regex.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Line:
    text: str = field(repr=False)
    in_table: bool
    passage: str = field(repr=False)

    def is_name(self) -> bool:
        """Tell a line that is a name, or some, and no more; "Designated Nurse" is a post."""
        return bool(names_of_line(self.text, 0, len(self.text)))

    def is_entry(self) -> bool:
        """Tell a line that is a name, or a post by its words."""
        return self.is_name() or (self.is_post() and _is_known(self.text))

    def ends_in_name(self) -> bool:
        """Tell a line that says in a few words by whom something is: "Overview report by Anna Harte"."""
        made = _BY.match(self.text)
        return made is not None and bool(names_of_line(self.text, made.end(), len(self.text)))

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
            return self.lines[name].ends_in_name() and name < role
        parted = self._parted(name, role)
        if parted is not None:
            return parted
        low, high = self._pairs(*self._run(name))
        upper, lower = sorted((name, role))
        if low == high:
            return self._grouped(name, role)
        return low <= upper and lower < high and (upper - low) % 2 == 0

    def _grouped(self, name: int, role: int) -> bool:
        """Tell it in a list of posts with one name or more each: each begins as the first does."""
        low, high = name, name + 1
        while low > max(0, name - _REACH) and self.lines[low - 1].is_entry():
            low -= 1
        while high < min(len(self.lines), name + _REACH) and self.lines[high].is_entry():
            high += 1
        first, last = (self.lines[at].is_name() for at in (low, high - 1))
        return first is not last and (name < role if first else role < name) and low <= role < high

    def _parted(self, name: int, role: int) -> bool | None:
        """Tell it where the name shares a paragraph with a post on one side of it only; else None."""
        other = 2 * name - role
        if not 0 <= other < len(self.lines) or not self.lines[other].is_post():
            return None
        beyond = 2 * role - name
        if 0 <= beyond < len(self.lines) and self.lines[beyond].is_name():
            return None
        mine, theirs = (self.lines[at].passage == self.lines[name].passage for at in (role, other))
        return mine if mine != theirs else None

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
                lines.append(_Line(line, in_table or "\t" in line, reading.passage.id))
    return Sides(lines, places)


def _is_somebody(name: str) -> bool:
    words = [word.casefold() for word in name.split()]
    return len(words) > 1 and not any(word in stop_words() for word in words)


def _names_another(line: str) -> bool:
    """Tell a line that has a name of its own beside its role: "Independent chair: Anna Harte"."""
    plain = _ROLE.sub("\0", _BOARD.sub("\0", line))
    return any(_is_somebody(match[0]) for match in _OWN_NAME.finditer(plain))


@cache
def _posts() -> regex.Pattern[str]:
    every = "|".join(regex.escape(post) for post in entries("post-words"))
    return regex.compile(rf"\b(?:{every}|panel[ ]member|lay[ ]member)s?\b", regex.IGNORECASE)


def _is_known(line: str) -> bool:
    """Tell a line that is a post by its words, and no heading: "The Chair's foreword", "To the Chair"."""
    if _HEADING.search(line) is not None:
        return False
    return _ROLE.search(line) is not None or _posts().search(line) is not None
