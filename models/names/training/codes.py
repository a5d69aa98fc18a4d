"""What a text says about each of its words, as one small number: a class, or several that may be right.

A set in which dates were not marked says nothing about whether a word is one. Its unmarked words are
right as "nothing" and as "date" alike, so that sets with different labels do not fight.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

import numpy as np
import numpy.typing as npt

from redact.recognise.model.labels import CLASSES, ModelLabel
from redact.recognise.model.pieces import Words

__all__ = ["ALLOWED", "IGNORED", "LABELS", "PERSON_OR_NOT", "codes", "nothing"]

LABELS: tuple[ModelLabel, ...] = tuple(ModelLabel)
_CLASSES = len(CLASSES)
# Behind the classes: "nothing, or one of the labels that this set does not mark", for each subset of labels.
IGNORED = _CLASSES + 2 ** len(LABELS)
PERSON_OR_NOT = _CLASSES + 1


def nothing(marked: Collection[ModelLabel]) -> int:
    """Give the code of an unmarked word in a set in which these labels were marked."""
    missing = sum(1 << number for number, label in enumerate(LABELS) if label not in marked)
    return _CLASSES + missing if missing else 0


def _allowed() -> npt.NDArray[np.bool_]:
    table = np.zeros((IGNORED + 1, _CLASSES), dtype=np.bool_)
    for code in range(_CLASSES):
        table[code, code] = True
    for missing in range(2 ** len(LABELS)):
        row = table[_CLASSES + missing]
        row[0] = True
        for number in range(len(LABELS)):
            if missing >> number & 1:
                row[2 * number + 1 : 2 * number + 3] = True
    table[IGNORED] = True
    return table


# For each code the classes that are right.
ALLOWED = _allowed()


def codes(
    words: Words, spans: Iterable[tuple[int, int, ModelLabel | int]], unmarked: int
) -> npt.NDArray[np.uint8]:
    """Give each word its code.

    Args:
        spans: half-open code points with a label, or with a code that all their words get; of two that
            overlap the earlier one in the sequence wins.
        unmarked: the code of the words outside all spans.
    """
    found = np.full(len(words), unmarked, dtype=np.uint8)
    done = np.zeros(len(words), dtype=np.bool_)
    starts = [word.start for word in words]
    ends = [word.end for word in words]
    for start, end, label in spans:
        low, high = _inside(starts, ends, start, end)
        first = True
        for number in range(low, high):
            if not done[number]:
                found[number] = label if isinstance(label, int) else _class_of(label, first)
                first = False
        done[low:high] = True
    return found


def _class_of(label: ModelLabel, first: bool) -> int:
    return 2 * LABELS.index(label) + (1 if first else 2)


def _inside(starts: Sequence[int], ends: Sequence[int], start: int, end: int) -> tuple[int, int]:
    low = int(np.searchsorted(ends, start, side="right"))
    high = int(np.searchsorted(starts, end, side="left"))
    return low, max(low, high)
