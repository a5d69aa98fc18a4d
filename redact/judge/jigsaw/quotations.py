"""Words of a report that a search finds again: six or more in a row of one sentence, rare ones among them.

A word is rare that the list of everyday words does not have and that the documents use once or twice. Words
in a row count once only: what stands in two documents, or twice in one, is left. References are left too:
they lead to a book. What remains: a word that is rare in the list's eyes and common on the internet.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from heapq import nlargest

from redact.judge.sentences import sentences
from redact.resources import word_list
from redact.values.text import Document, Part, Passage, Span

__all__ = ["Quotation", "everyday_words", "quotations"]

LEAST, MOST = 6, 9  # words of a quotation
_LEAST_RARE = 2
_SELDOM = 2  # times in all documents
_FEW_WORDS = 9  # a passage with fewer is a heading, a label, a cell
_CANDIDATES = 60
_READ = (Part.BODY, Part.TABLE, Part.TEXT_BOX, Part.FOOTNOTE, Part.ENDNOTE)
_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
_ENDINGS = ("'s", "\u2019s", "s", "es", "ed", "d", "ing", "ly", "er", "ers", "r", "rs")
_APART = re.compile(
    r"\b(?:references?|bibliography|sources|reading list|glossary|abbreviations|terms)\b", re.I
)
_ADDRESS = re.compile(r"https?:|www\.|@|\bISBN\b|\bibid\b|\bet al\b|\(\d{4}\)", re.I)
_DIGIT = re.compile(r"\d")
_BREAK = re.compile(r"[\"\u201c\u201d()\[\];:\u2022\n]|[.!?]\s")  # a quotation does not run over one


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in a row of one sentence; `weight` orders them, the rarest highest."""

    text: str = field(repr=False)
    span: Span
    weight: int


@dataclass(frozen=True, slots=True)
class _Place:
    """A sentence of a passage: its words, folded, with half-open code points of the passage."""

    passage: Passage
    words: tuple[tuple[str, int, int], ...] = field(repr=False)
    near: bool


@cache
def everyday_words() -> frozenset[str]:
    """Read the list of words that are not rare.

    Raises:
        RuleFault: it is missing.
    """
    return frozenset(word for line in word_list("everyday-words") for word in line.split())


def quotations(documents: Sequence[Document], told: Iterable[Span], most: int) -> tuple[Quotation, ...]:
    """Choose up to `most` quotations, the best first, no two of one passage.

    Args:
        told: where facts of people stand: a quotation of such a passage leads to them.
    """
    near = {span.passage for span in told}
    places = [place for document in documents for place in _places(document, near)]
    counts = Counter(word for place in places for word, _, _ in place.words)
    # Ties go to what stands first: the places are in reading order.
    best = nlargest(_CANDIDATES, _weighed(places, counts), key=lambda one: (one[0], -one[1]))
    lines = [f" {' '.join(word for word, _, _ in place.words)} " for place in places]
    chosen: list[Quotation] = []
    taken: set[str] = set()
    for weight, at, first, last in best:
        place = places[at]
        row = f" {' '.join(word for word, _, _ in place.words[first:last])} "
        if place.passage.id in taken or sum(line.count(row) for line in lines) != 1:
            continue
        taken.add(place.passage.id)
        span = Span(place.passage.id, place.words[first][1], place.words[last - 1][2])
        chosen.append(Quotation(" ".join(place.passage.text[span.start : span.end].split()), span, weight))
        if len(chosen) == most:
            break
    return tuple(chosen)


# ------------------------------------------------------------------ private


def _places(document: Document, near: set[str]) -> Iterator[_Place]:
    for passage in document.passages:
        if not _is_told(passage):
            continue
        for start, end in sentences(passage.text):
            for low, high in _unbroken(passage.text, start, end):
                words = tuple(
                    (found[0].casefold(), found.start(), found.end())
                    for found in _WORD.finditer(passage.text, low, high)
                )
                if len(words) >= LEAST:
                    yield _Place(passage, words, passage.id in near)


def _is_told(passage: Passage) -> bool:
    """Tell whether a passage is the report's own text in sentences."""
    return (
        not (passage.apart or passage.repeated or passage.focus or passage.heading_level is not None)
        and passage.location.part in _READ
        and passage.text.count(" ") >= _FEW_WORDS
        and not any(_APART.search(heading) for heading in passage.headings)
        and not _ADDRESS.search(passage.text)
    )


def _unbroken(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    low = start
    for found in _BREAK.finditer(text, start, end):
        yield low, found.start()
        low = found.end()
    yield low, end


def _weighed(places: Sequence[_Place], counts: Counter[str]) -> Iterator[tuple[int, int, int, int]]:
    """Give of each place its best stretch: weight, number of the place, first word, word behind the last."""
    for at, place in enumerate(places):
        text = place.passage.text
        rare = [_rarity(word, counts, name=text[at].isupper()) for word, at, _ in place.words]
        if sum(map(bool, rare)) < _LEAST_RARE:
            continue
        found = max(
            (
                # Nobody quotes up to an "in": it ends with a word of its own where it can.
                (10 * sum(rare[first:last]) + 4 * bool(rare[last - 1]) - (last - first), -first, last)
                for first in range(len(rare) - LEAST + 1)
                for last in range(first + LEAST, min(first + MOST, len(rare)) + 1)
                if rare[first] and sum(map(bool, rare[first:last])) >= _LEAST_RARE
            ),
            default=None,
        )
        if found is not None:
            yield found[0] + (5 if place.near else 0), at, -found[1], found[2]


def _rarity(word: str, counts: Counter[str], *, name: bool) -> int:
    if counts[word] > _SELDOM or len(word) < 3 or _DIGIT.search(word) or _is_everyday(word):
        return 0
    # A name is taken out before it is published: the words beside it are what is left to be found.
    return 2 if counts[word] == 1 and not name else 1


@lru_cache(maxsize=50_000)
def _is_everyday(word: str) -> bool:
    known = everyday_words()
    if word in known:
        return True
    parts = word.split("-")
    if len(parts) > 1 and all(part in known for part in parts):
        return True
    bare = (word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending))
    stems = [stem for one in bare for stem in (one, one + "e", one[:-1] if one[-2:-1] == one[-1:] else one)]
    stems += [word[:-3] + "y"] if word.endswith(("ies", "ied")) else []
    return any(stem in known for stem in stems)
