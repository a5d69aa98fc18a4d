"""Hold a publication copy against its promise: the written bytes hold nothing of what was removed.

Whatever the format: the bytes are searched as they are and unpacked (zip members, deflated streams, base64,
UTF-8 and UTF-16, XML with and without its tags) for every identifier and every run of three words that stood
only in a removed place, and what the reader finds in the copy stands in visible places only.

What remains: words that stood in visible text too are not looked for, since they stay there; a single short
word is not looked for in bytes that are no text, where chance would find it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence

from redact.formats.building import Progress
from redact.formats.unpacking import texts_of
from redact.formats.words import words_of
from redact.values.cleaning import Cleaned, Leak, Needle
from redact.values.people import Mention
from redact.values.text import Document, Location, Part, Passage

__all__ = ["RUN_OF_WORDS", "left_over", "needles_of", "search"]

RUN_OF_WORDS = 3
_OFTEN = 256  # signs: what is longer is hardly there twice
_LEAST_LETTERS = 4  # a shorter identifier (Jo, 42) is everywhere by chance; the reader still looks for it
_WORD = re.compile(r"[^\W\d_]{3}")


def needles_of(
    original: Document, mentions: Iterable[Mention], seen: frozenset[str], cleaned: Cleaned
) -> tuple[Needle, ...]:
    """List what stood only in places that no reader sees, and must be gone.

    Args:
        original: the file as it was read before it was cleaned.
        mentions: what recognisers found in it.
        seen: ids of the places that a reader sees.
        cleaned: names further places that stay, the texts that were taken out, and those that were made.
    """
    seen = seen | cleaned.places
    visible = _Grams()
    hidden: dict[tuple[str, ...], Needle] = {}
    for passage in original.passages:
        for words, location in _stretches(passage):
            if _is_seen(location, seen) and not passage.apart:
                visible.add(words)
            else:
                _runs(words, location, hidden)
    for text in cleaned.taken:
        for words in _paragraphs(text):
            _runs(words, Location(Part.HIDDEN_TEXT), hidden)
    for text in cleaned.made:
        words = words_of(text)
        if len(words) > 1:  # a value of one word says nothing of a name that is the same word
            visible.add(words)
    for needle in _identifiers(original, mentions, seen):
        hidden[needle.words] = needle
    return tuple(needle for words, needle in sorted(hidden.items()) if not visible.holds(words))


def _identifiers(original: Document, mentions: Iterable[Mention], seen: frozenset[str]) -> Iterator[Needle]:
    """Give the mentions that stand in a place that no reader sees."""
    by_id = {passage.id: passage for passage in original.passages}
    for mention in mentions:
        found = by_id.get(mention.span.passage)
        if found is None:
            continue
        location = found.locate(mention.span.start, mention.span.end)
        words = words_of(found.text[mention.span.start : mention.span.end])
        if (found.apart or not _is_seen(location, seen)) and sum(map(len, words)) >= _LEAST_LETTERS:
            yield Needle(words, location, identifier=True)


def search(
    content: bytes, needles: Sequence[Needle], made: frozenset[str], _progress: Progress
) -> tuple[Leak, ...]:
    """Search the bytes of a copy in every form; call it in the guard.

    Args:
        made: values of attributes that the cleaner wrote or knows (Heading 1, Times New Roman): no leak, even
            where the same words stood in a comment.

    Returns: one leak for each needle that was found, in the order of the needles.
    """
    by_length: dict[int, set[tuple[str, ...]]] = {}
    for needle in needles:
        by_length.setdefault(len(needle.words), set()).add(needle.words)
    found: set[tuple[str, ...]] = set()
    seen: set[tuple[str, int]] = set()
    for text in texts_of(content):
        if text.value and text.text in made:
            continue
        if len(text.text) < _OFTEN:
            if (text.text, text.least) in seen:
                continue
            seen.add((text.text, text.least))
        for words in _paragraphs(text.text):
            for length, wanted in by_length.items():
                grams = (gram for gram in _grams(words, length) if gram in wanted)
                found.update(gram for gram in grams if sum(map(len, gram)) >= text.least)
    return tuple(_leak(needle) for needle in needles if needle.words in found)


def left_over(copy: Document, stays: frozenset[str], cleaned: Cleaned) -> tuple[Leak, ...]:
    """List what the reader found in the copy outside of the places in which text may stand.

    Args:
        copy: the copy as it was read.
        stays: ids of places in which text of the copy may stand.
        cleaned: names what stays by the user's word, and what the cleaner wrote itself.
    """
    allowed = stays | cleaned.places
    leaks = []
    for passage in copy.passages:
        if passage.apart or passage.text.strip() in cleaned.made:
            continue
        places = [passage.location, *(passage.locate(at.start, at.end) for at in passage.regions)]
        leaks += [
            Leak(location, "text in a place that a reader does not see")
            for location in dict.fromkeys(places)
            if not _is_seen(location, allowed)
        ]
    leaks += [
        Leak(trace.location, trace.what) for trace in copy.traces if not _is_seen(trace.location, allowed)
    ]
    return tuple(dict.fromkeys(leaks))


def _leak(needle: Needle) -> Leak:
    what = "an identifier" if needle.identifier else f"a run of {len(needle.words)} words"
    return Leak(needle.location, f"{what} that stood there and nowhere in sight")


def _is_seen(location: Location, seen: frozenset[str]) -> bool:
    return location.place is None or location.place in seen


def _stretches(passage: Passage) -> Iterator[tuple[tuple[str, ...], Location]]:
    """Cut a passage where its place changes, and give the words of each stretch with its place.

    A word that runs over a border belongs to both stretches in the half that stands there: the whole of it is
    in no removed place.
    """
    cuts = sorted({0, len(passage.text), *(cut for at in passage.regions for cut in (at.start, at.end))})
    cuts = sorted({*cuts, *(cut for focus in passage.focus for cut in focus)})
    for start, end in itertools.pairwise(cuts):
        location = passage.locate(start, end)
        if passage.focus and not any(at <= start and end <= to for at, to in passage.focus):
            continue  # it repeats another passage
        for words in _paragraphs(passage.text[start:end]):
            yield words, location


def _paragraphs(text: str) -> Iterator[tuple[str, ...]]:
    for line in text.split("\n"):
        words = words_of(line)
        if words:
            yield words


def _runs(words: tuple[str, ...], location: Location, into: dict[tuple[str, ...], Needle]) -> None:
    # A text of two words, the name of an author, is looked for as a whole.
    for gram in _grams(words, min(RUN_OF_WORDS, max(2, len(words)))):
        if any(_WORD.search(word) for word in gram):  # numbers of a drawing are in every drawing
            into.setdefault(gram, Needle(gram, location, identifier=False))


def _grams(words: tuple[str, ...], length: int) -> Iterator[tuple[str, ...]]:
    return zip(*(words[offset:] for offset in range(length)), strict=False)


class _Grams:
    """The runs of words of visible text, of every length that was asked for."""

    def __init__(self) -> None:
        self._texts: list[tuple[str, ...]] = []
        self._known: dict[int, frozenset[tuple[str, ...]]] = {}

    def add(self, words: tuple[str, ...]) -> None:
        """Add one stretch of visible text."""
        self._texts.append(words)

    def holds(self, words: tuple[str, ...]) -> bool:
        """Tell whether these words stand in a row somewhere in it."""
        length = len(words)
        if length not in self._known:
            self._known[length] = frozenset(gram for text in self._texts for gram in _grams(text, length))
        return words in self._known[length]
