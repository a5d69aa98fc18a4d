"""A zone: a stretch of a reading in which a name stands otherwise than as a participant's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import regex

from redact.recognise.readings import Reading
from redact.values.people import Standing

__all__ = ["LETTER_NAME", "Zone", "around", "line_of", "lines_of"]

# One to three words as a name is written behind a title or an office; the possessive stays outside.
_WORD = r"\p{Lu}(?:\p{L}|'(?!s\b)(?=\p{L}))+(?:-\p{Lu}\p{L}+)?"
_LETTERS = r"(?!(?:[OMCK]BE|MP|HMCI|QPM|CB|QC|KC)\b)"
LETTER_NAME = rf"{_WORD}(?:[ ]{_LETTERS}(?:\p{{Lu}}\.[ ]?)?(?:(?:de|van|von|der|la|le)[ ])?{_WORD}){{0,2}}"


@dataclass(frozen=True, slots=True)
class Zone:
    """Half-open code points of the reading's text that hold one name, and the standing that it has there.

    `makes` is the score of the mention that is made where nobody else found one; none makes no mention.
    `careful` says that the position may deceive: a name that is a participant's elsewhere keeps out of it.
    """

    reading: Reading = field(repr=False)
    start: int
    end: int
    standing: Standing
    pattern: str
    because: str
    makes: float | None = 0.7
    careful: bool = True


def line_of(text: str, at: int) -> tuple[int, int]:
    """Give the half-open code points of the line in which `at` stands."""
    end = text.find("\n", at)
    return text.rfind("\n", 0, at) + 1, len(text) if end < 0 else end


def lines_of(text: str) -> Iterator[tuple[int, int]]:
    """Give the half-open code points of every line."""
    for match in regex.finditer(r"[^\n]+", text):
        yield match.span()


def around(text: str, start: int, end: int, *, reach: int) -> str:
    """Give what stands up to `reach` code points before and behind a stretch, in its own line."""
    low, high = line_of(text, start)
    return text[max(low, start - reach) : start] + " " + text[end : min(max(high, end), end + reach)]
