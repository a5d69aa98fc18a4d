"""What the name model says of each word → stretches of the text, in two ranks.

A *name* is what the model takes for one above all else; a *check* is what it takes for something else and
yet thinks possible. No word that reaches the threshold of a label goes without a span of that label.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from redact.recognise.model.labels import ModelLabel, ModelSpan, Rank
from redact.recognise.model.pieces import Gap, Shape, Words

__all__ = ["spans"]


_SIGNS = frozenset(
    {Shape.STOP, Shape.QUOTE_OR_HYPHEN, Shape.COMMA_OR_COLON, Shape.SLASH_OR_AND, Shape.BRACKET}
)


_SURELY = 2.0  # times that the odds for the beginning of another name exceed those for more of one


def spans(
    words: Words, odds: npt.NDArray[np.float32], thresholds: Mapping[ModelLabel, float]
) -> tuple[ModelSpan, ...]:
    """Join words into spans.

    Args:
        odds: a row for each word, the model's odds in the order of `CLASSES`.
        thresholds: from which odds on a word is worth a check; a label without one gives names only.

    Returns: spans in the order of their starts. Spans of one label do not overlap, those of two may.
    """
    if not len(words):
        return ()
    best = odds.argmax(axis=1)
    found: list[ModelSpan] = []
    for number, label in enumerate(ModelLabel):
        first = 2 * number + 1
        chances = odds[:, first] + odds[:, first + 1]
        wanted = chances >= thresholds.get(label, np.inf)
        each = chances.tolist()
        for start, end in _names(words, odds, best, first):
            wanted[start:end] = False
            found.append(_span(words, each, (start, end), (label, Rank.NAME)))
        for start, end in _runs(words, np.flatnonzero(wanted).tolist()):
            found.append(_span(words, each, (start, end), (label, Rank.CHECK)))
    return tuple(sorted(found, key=lambda span: (span.start, span.end, span.label)))


def _names(
    words: Words, odds: npt.NDArray[np.float32], best: npt.NDArray[np.intp], first: int
) -> Iterator[tuple[int, int]]:
    is_of_label = (best == first) | (best == first + 1)
    # Where the model hardly knows whether a word begins a name or goes on with one, it goes on.
    surely = odds[:, first] > _SURELY * odds[:, first + 1]
    begins = frozenset(np.flatnonzero((best == first) & surely).tolist())
    yield from _runs(words, np.flatnonzero(is_of_label).tolist(), begins)


def _runs(
    words: Words, numbers: Sequence[int], begins: Container[int] = frozenset()
) -> Iterator[tuple[int, int]]:
    """Join words that stand one behind the other; those of `begins` begin another run.

    A line ends every run: the next line's first word begins another.
    """
    start = end = -1
    for number in numbers:
        if number == end and number not in begins and words[number].gap is not Gap.LINE:
            end += 1
            continue
        if start >= 0:
            yield from _trimmed(words, start, end)
        start, end = number, number + 1
    if start >= 0:
        yield from _trimmed(words, start, end)


def _trimmed(words: Words, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Drop signs at both edges; a full stop behind a capital ("K.") belongs to it."""
    while start < end and words[start].shape in _SIGNS:
        start += 1
    while start < end and words[end - 1].shape in _SIGNS:
        if words[end - 1].shape is Shape.STOP and end - start > 1 and words[end - 2].shape is Shape.CAPITAL:
            break
        end -= 1
    if start < end:
        yield start, end


def _span(
    words: Words, chances: Sequence[float], place: tuple[int, int], says: tuple[ModelLabel, Rank]
) -> ModelSpan:
    start, end = place
    mean = sum(chances[start:end]) / (end - start)
    return ModelSpan(words[start].start, words[end - 1].end, says[0], min(1.0, max(0.0, mean)), says[1])
