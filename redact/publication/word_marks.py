"""What a program sets in beside the text: marks of lists, page numbers, numbers in a table of contents.

Each is known by its form and by the place where it stands; a number that stands anywhere else is a word like
any other.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from redact.publication.word_tokens import Text, Token, is_number, is_word
from redact.values.text import Part

__all__ = [
    "ROMAN",
    "contents_of",
    "counted_marks",
    "is_leader",
    "is_page_number",
    "is_sign",
    "labels_of",
    "mark_ends",
]

ROMAN = re.compile(r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})", re.IGNORECASE)
_ITEM = r"(?:\d{1,4}|[A-Za-z]|[ivxlcdm]{2,7}|[IVXLCDM]{2,7})"
_NUMBERED = re.compile(rf"(?P<open>[(\[]?){_ITEM}(?P<more>(?:[.-]{_ITEM})*)(?P<close>[.):\]]*)")
_LETTERS_AS_BULLETS = frozenset("o§ØüqvÜ")  # what fonts of symbols put in place of a circle, a tick, an arrow
_ORDINARY = frozenset(".,;:!?()[]{}\"'/&%£$€@#*+=<>")
_LEADER = re.compile(r"[.\u2026_·]+")
_PAGE_WORDS = frozenset(("page", "p", "pg", "of", "|", "/", "-", "~", ".", ":"))
_LAST_OF_LATIN = 0xFF
_CLOSING = frozenset((".", ")", ":", "]"))
_LONGEST_MARK = 9  # words and signs
_LONGEST_ENTRY = 60


def is_sign(key: str) -> bool:
    """Tell whether something is a sign of a font of symbols, or a bullet."""
    return len(set(key)) == 1 and not is_word(key) and key[0] not in _ORDINARY


def is_leader(key: str) -> bool:
    """Tell whether something is the dots between an entry and its page."""
    return _LEADER.fullmatch(key) is not None


def is_count(key: str) -> bool:
    """Tell whether something is a number, or one in Roman letters."""
    return is_number(key) or (key.isalpha() and ROMAN.fullmatch(key) is not None)


def is_page_number(tokens: Sequence[Token]) -> bool:
    """Tell whether a line is a page number alone: 12, Page 12 of 30, - xii -."""
    numbers = [one for one in tokens if is_count(one.key)]
    others = [one for one in tokens if not is_count(one.key)]
    return 1 <= len(numbers) <= 2 and all(one.key.lower() in _PAGE_WORDS for one in others)


def labels_of(text: Text) -> tuple[re.Pattern[str], ...]:
    """Give the marks of lists that hold words, as the file has them: "Recommendation %1:"."""
    found = []
    for passage in text.document.passages:
        if passage.location.part is Part.LIST_LABEL and "%" in passage.text:
            pieces = re.split(r"%[1-9]", "".join(passage.text.split()))
            found.append(re.compile(_ITEM.join(re.escape(piece) for piece in pieces), re.IGNORECASE))
    return tuple(dict.fromkeys(found))


def mark_ends(
    tokens: Sequence[Token], at: int, end: int, labels: Iterable[re.Pattern[str]], *, bare: bool
) -> list[int]:
    """Give where a mark of a list may end that begins at a word of what is published.

    Args:
        end: a mark does not go further.
        bare: a number without a dot or a bracket may be one too, and a letter in place of a bullet.
    """
    first = tokens[at]
    # Where two items were read as one passage, only what can be nothing else is a mark within it.
    bare = bare and first.first
    letter = bare and first.key in _LETTERS_AS_BULLETS
    sign = is_sign(first.key) and (first.first or ord(first.key[0]) > _LAST_OF_LATIN)
    ends = [at + 1] if letter or sign else []
    written, together = "", True
    for index in range(at, min(end, at + _LONGEST_MARK)):
        one = tokens[index]
        if one.passage != first.passage:
            break
        together = together and (index == at or tokens[index - 1].end == one.start)
        written += one.key
        numbered = together and _is_mark(written, bare=bare)
        if numbered or any(label.fullmatch(written) for label in labels):
            ends.append(index + 1)
    return ends


def counted_marks(tokens: Sequence[Token], same: Collection[int], least: int) -> frozenset[int]:
    """Give the indices of bare numbers that begin a passage and count on, and of letters that come again.

    Args:
        same: the indices of words that the Word file has too: they count nothing.
        least: how many numbers must follow one another, somewhere in what is published.
    """
    begins = [
        index
        for index, one in enumerate(tokens)
        if one.first and index not in same and not _is_closed(tokens, index)
    ]
    numbers = {index: int(tokens[index].key) for index in begins if is_number(tokens[index].key)}
    values = set(numbers.values())
    found = {
        index
        for index, number in numbers.items()
        if any(values >= {*range(first, first + least)} for first in range(number - least + 1, number + 1))
    }
    letters = [index for index in begins if tokens[index].key in _LETTERS_AS_BULLETS]
    often = Counter(tokens[index].key for index in letters)
    return frozenset(found | {index for index in letters if often[tokens[index].key] >= least})


def _is_closed(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a bracket, a dot or a colon touches a number."""
    behind = tokens[at + 1 : at + 2]
    return any(one.key in _CLOSING and one.start == tokens[at].end for one in behind)


def contents_of(text: Text) -> frozenset[int]:
    """Give the indices, in the flow, of the page numbers of a table of contents, and of dots before them.

    An entry says what another passage says, and behind a tab or dots a number.
    """
    passages = _by_passage(text.flow)
    said: Mapping[tuple[str, ...], int] = {}
    known: dict[tuple[str, ...], int] = {}
    for number, (start, end) in passages.items():
        if end - start <= _LONGEST_ENTRY:
            known.setdefault(tuple(one.key for one in text.flow[start:end]), number)
    said = known
    found: set[int] = set()
    for number, (start, end) in passages.items():
        tail = _tail(text, start, end)
        if tail is None:
            continue
        entry = tuple(one.key for one in text.flow[start:tail])
        if any(said.get(entry[skip:], number) != number for skip in _without_mark(text.flow, start, tail)):
            found.update(range(tail, end))
    return frozenset(found)


# ------------------------------------------------------------------ private


def _is_mark(written: str, *, bare: bool) -> bool:
    match = _NUMBERED.fullmatch(written)
    if match is None:
        return False
    return bool(match["close"] or match["more"]) or (bare and written.isdigit())


def _by_passage(tokens: Sequence[Token]) -> dict[int, tuple[int, int]]:
    """Give where each passage begins and ends among words, half-open."""
    found: dict[int, tuple[int, int]] = {}
    for index, one in enumerate(tokens):
        start, _ = found.get(one.passage, (index, 0))
        found[one.passage] = (start, index + 1)
    return found


def _tail(text: Text, start: int, end: int) -> int | None:
    """Give where the number of an entry begins, with its dots; none where the passage is no entry."""
    if end - start < 2 or not is_count(text.flow[end - 1].key):
        return None
    tail = end - 1
    while tail > start and is_leader(text.flow[tail - 1].key):
        tail -= 1
    last, number = text.flow[tail - 1], text.flow[end - 1]
    between = text.at(number).text[last.end : number.start]
    return tail if tail > start and ("\t" in between or ".." in between or "\u2026" in between) else None


def _without_mark(tokens: Sequence[Token], start: int, end: int) -> list[int]:
    ends = mark_ends(tokens, start, end, (), bare=True)
    return [0, *(one - start for one in ends if one < end)]
