"""A zone: a stretch of a reading in which a name stands otherwise than as a participant's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from redact.recognise import regex
from redact.recognise.lists import words
from redact.recognise.readings import Reading, folded
from redact.values.people import Standing
from redact.values.text import Part, Span

__all__ = [
    "LETTER_NAME",
    "NAME_PARTS",
    "Placed",
    "Zone",
    "around",
    "covered",
    "line_of",
    "lines_of",
    "sentence_around",
]

# One to three words as a name is written behind a title or an office; the possessive stays outside.
_WORD = r"\p{Lu}(?:\p{L}|'(?!s\b)(?=\p{L}))+(?:-\p{Lu}\p{L}+)?"
_LETTERS = r"(?!(?:[OMCK]BE|MP|HMCI|QPM|CB|QC|KC)\b)"
LETTER_NAME = rf"{_WORD}(?:[ ]{_LETTERS}(?:\p{{Lu}}\.[ ]?)?(?:(?:de|van|von|der|la|le)[ ])?{_WORD}){{0,2}}"

# Where no position is: the name of a file and the like are of no sentence and no list.
NAME_PARTS = frozenset(
    {Part.FILE_NAME, Part.PROPERTY, Part.BOOKMARK, Part.EMBEDDED_FILE, Part.ATTACHMENT, Part.LINK}
)


@dataclass(frozen=True, slots=True)
class Zone:
    """Half-open code points of the reading's text that hold one name, and the standing that it has there.

    `makes` is the score of the mention that is made where nobody else found one; none makes no mention.
    `careful` says that the position may deceive: a name that is a participant's elsewhere keeps out of it.
    `surname` says that the position shows a surname, which only a participant's forename makes doubtful, and
    `of_literature` that words of literature stand beside surname and year: it is nobody's of the case.
    `over_kin` says that a word of kinship behind the name is no kin's: "in Anna Harte, Child D was seen".
    """

    reading: Reading = field(repr=False)
    start: int
    end: int
    standing: Standing
    pattern: str
    because: str
    makes: float | None = 0.7
    careful: bool = True
    surname: bool = False
    of_literature: bool = False
    over_kin: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """A zone and the stretch of its passage behind it."""

    span: Span
    zone: Zone


# What may be left of a name beside its zones: initials, what joins authors, letters of honours.
_LEFT = regex.compile(r"\p{L}+")
_JOINING = frozenset({"and", "et", "al", "ed", "eds", "in", "s", "op", "loc", "cit", "ibid"})


def covered(whole: Span, spans: Sequence[Span], text: str) -> bool:
    """Tell whether spans hold all of a name but initials, signs, joining words and letters of honours.

    All are half-open code points of the passage's `text`.
    """
    left = [
        " " if any(span.start <= at < span.end for span in spans) else text[at]
        for at in range(whole.start, whole.end)
    ]
    return all(_is_sign(word) for word in _LEFT.findall(folded("".join(left))[0]))


def _is_sign(word: str) -> bool:
    if word in _JOINING or (len(word) == 1 and word.isupper()):
        return True
    return word.isupper() and (len(word) == 2 or word.casefold() in words("qualifications"))


def line_of(text: str, at: int) -> tuple[int, int]:
    """Give the half-open code points of the line in which `at` stands."""
    end = text.find("\n", at)
    return text.rfind("\n", 0, at) + 1, len(text) if end < 0 else end


def lines_of(text: str) -> Iterator[tuple[int, int]]:
    """Give the half-open code points of every line."""
    for match in _LINE.finditer(text):
        yield match.span()


def around(text: str, start: int, end: int, *, reach: int) -> str:
    """Give what stands up to `reach` code points before and behind a stretch, in its own line."""
    low, high = line_of(text, start)
    return text[max(low, start - reach) : start] + " " + text[end : min(max(high, end), end + reach)]


_LINE = regex.compile(r"[^\n]+")
_SENTENCE_END = regex.compile(r"(?<=\p{L}{3}|[)\]\d\"'])[.!?][\"')]*\s")


def sentence_around(text: str, start: int, end: int, *, reach: int = 160) -> tuple[str, str]:
    """Give what stands before and behind a stretch in its own sentence and line, as far as `reach`."""
    low, high = line_of(text, start)
    before = text[max(low, start - reach) : start]
    behind = text[end : min(max(high, end), end + reach)]
    return _SENTENCE_END.split(before)[-1], _SENTENCE_END.split(behind, maxsplit=1)[0]
