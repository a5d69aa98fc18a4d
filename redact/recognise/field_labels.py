"""The labels of fields in a line: where "Mother:", "Author -" or "Signed ....." stands, and its value begins.

Labels come from `rules/lists/field-labels.txt`. All texts are folded; offsets are half-open code points of
the text handed in.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from redact.recognise import regex
from redact.recognise.lists import kinds

__all__ = ["Field", "fields_of"]

_LONGEST_LABEL = 60  # characters
_MARK = regex.compile(r":[ -]*|[ ]-+[ ]|(?<=\w)-[ ]|=|[ ]?[._]{3,}[ ]*")
_BEFORE = regex.compile(r"[^\n\t|;\x00:=]*$")
_EDGE = regex.compile(r"(?:^|[(.,]|[ ]{2})[ \d.()•_-]{0,6}$")
_NUMBERED = regex.compile(r"[ ]*(?:\(s\)|(?<=[ ])\d{1,2})?[ ]*$", regex.IGNORECASE)
_WORD_START = regex.compile(r"(?<![\p{L}\p{N}'/-])[\p{L}]")


@dataclass(frozen=True, slots=True)
class Field:
    """A label with its mark, half-open code points of the reading's text; `several` names may follow."""

    start: int
    end: int
    several: bool
    label: str


def fields_of(text: str) -> Iterator[Field]:
    """Find labels before a colon, a dash or an equals sign.

    A label of several words counts anywhere before a colon; others only at the edge of a line, a cell or a
    clause, since "the name: " may be the end of "the school's name: ".
    """
    for mark in _MARK.finditer(text):
        before = _BEFORE.search(text, max(0, mark.start() - _LONGEST_LABEL), mark.start())
        if before is None or not before[0].strip():
            continue
        tail = _NUMBERED.search(before[0])
        stop = tail.start() if tail else len(before[0])
        for word in _WORD_START.finditer(before[0], 0, stop):
            label = " ".join(before[0][word.start() : stop].casefold().split())
            kind = kinds("field-labels").get(label)
            if kind is None:
                continue
            at_edge = _EDGE.search(before[0], 0, word.start()) is not None
            if at_edge or (" " in label and mark[0].startswith(":")):
                yield Field(before.start() + word.start(), mark.end(), kind == "several", label)
                break
