"""Marked texts as flat rows of small numbers, and windows of them in batches.

A store holds no text: pieces, shapes, gaps, codes and how good each place is for a cut. It is all that
training needs, so that it can be trained where no text is.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import numpy as np
import numpy.typing as npt

from models.names.training.codes import IGNORED, codes
from models.names.training.sources import Marked
from redact.recognise.model.pieces import CLASS_END, CLASS_START, PAD, Gap, Vocabulary
from redact.recognise.model.windows import LONGEST, Seam, cut, seams

__all__ = ["Batch", "Store", "Windows", "encode"]

Row = npt.NDArray[np.uint8]
_Window = tuple[int, int]  # half-open places in the rows

# The most pieces of a window, drawn for each pass over a text: short ones as a cell or a heading stands
# alone, mostly whole ones, as the program reads.
_LIMITS = (LONGEST, LONGEST, LONGEST, LONGEST, LONGEST, 116, 104, 88, 64, 40, 24)


@dataclass(frozen=True, slots=True)
class Store:
    """Flat rows over all texts. `ends` are the places behind each text's last piece."""

    pieces: npt.NDArray[np.uint16]
    shapes: Row
    gaps: Row
    codes: Row
    seams: Row
    ends: npt.NDArray[np.int64]
    shares: npt.NDArray[np.float32]

    @property
    def size(self) -> int:
        """The number of pieces."""
        return len(self.pieces)

    def save(self, path: Path | BinaryIO) -> None:
        """Write the rows to one file."""
        names = ("pieces", "shapes", "gaps", "codes", "seams", "ends", "shares")
        np.savez(path, **{name: getattr(self, name) for name in names})

    @classmethod
    def load(cls, path: Path | BinaryIO) -> Store:
        """Read the rows back."""
        with np.load(path) as rows:
            return cls(
                rows["pieces"],
                rows["shapes"],
                rows["gaps"],
                rows["codes"],
                rows["seams"],
                rows["ends"],
                rows["shares"],
            )


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows side by side: n x length, with `PAD` behind the shorter ones.

    `codes` are `IGNORED` but for the first piece of each word.
    """

    pieces: npt.NDArray[np.int64]
    shapes: npt.NDArray[np.int64]
    gaps: npt.NDArray[np.int64]
    codes: npt.NDArray[np.int64]

    @property
    def size(self) -> int:
        """The number of places, padding among them."""
        return self.pieces.size


def encode(texts: Iterable[Marked], vocabulary: Vocabulary) -> Store:
    """Bring texts into rows; a text without words is left out."""
    rows: tuple[list[int], ...] = ([], [], [], [], [])
    pieces, shapes, gaps, answers, places = rows
    ends: list[int] = []
    shares: list[float] = []
    for marked in texts:
        words = vocabulary.words(marked.text)
        if not words:
            continue
        said = codes(words, marked.spans, marked.unmarked).tolist()
        for word, code, place in zip(words, said, seams(words), strict=True):
            own = word.pieces[:LONGEST]
            further = len(own) - 1
            pieces.extend(own)
            shapes.extend([word.shape] * len(own))
            gaps.extend([word.gap, *[Gap.INSIDE] * further])
            answers.extend([code, *[IGNORED] * further])
            places.extend([place, *[Seam.INSIDE] * further])
        ends.append(len(pieces))
        shares.append(marked.share)
    return Store(
        np.array(pieces, dtype=np.uint16),
        np.array(shapes, dtype=np.uint8),
        np.array(gaps, dtype=np.uint8),
        np.array(answers, dtype=np.uint8),
        np.array(places, dtype=np.uint8),
        np.array(ends, dtype=np.int64),
        np.array(shares, dtype=np.float32),
    )


class Windows:
    """The windows of a store, cut once for each length."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._cuts: dict[int, list[list[_Window]]] = {}

    def batches(self, size: int, seed: int | None) -> Iterator[Batch]:
        """Give every text as windows, in batches of about `size` places each.

        Args:
            seed: draws the order, the lengths of the windows and which texts are read how often; None reads
                each text once, in whole windows, in order of their lengths.
        """
        for group in self._groups(size, seed):
            yield _batch(self._store, group)

    def count(self, size: int, seed: int | None) -> int:
        """Give the number of batches."""
        return len(self._groups(size, seed))

    def _groups(self, size: int, seed: int | None) -> list[list[_Window]]:
        draw = random.Random(seed)
        windows = list(self._drawn(draw if seed is not None else None))
        if seed is not None:
            draw.shuffle(windows)
        # Windows of about one length stand together, so that little is padded; the order stays drawn.
        reach = 40 * max(1, size // (LONGEST + 2))
        groups: list[list[_Window]] = []
        for low in range(0, len(windows), reach):
            groups.extend(_groups(sorted(windows[low : low + reach], key=_length), size))
        if seed is not None:
            draw.shuffle(groups)
        return groups

    def _drawn(self, draw: random.Random | None) -> Iterator[_Window]:
        for text, share in enumerate(self._store.shares.tolist()):
            for _ in range(1 if draw is None else int(share) + (draw.random() < share % 1)):
                yield from self._of(LONGEST if draw is None else draw.choice(_LIMITS))[text]

    def _of(self, limit: int) -> list[list[_Window]]:
        if limit not in self._cuts:
            self._cuts[limit] = list(self._cut(limit))
        return self._cuts[limit]

    def _cut(self, limit: int) -> Iterator[list[_Window]]:
        store = self._store
        start = 0
        for end in store.ends.tolist():
            firsts = start + np.flatnonzero(store.gaps[start:end] != Gap.INSIDE)
            bounds: list[int] = [*firsts.tolist(), end]
            sizes = np.diff(bounds).tolist()
            places = store.seams[firsts].tolist()
            yield [(bounds[low], bounds[high]) for low, high in cut(sizes, places, limit)]
            start = end


def _length(window: _Window) -> int:
    return window[1] - window[0]


def _groups(windows: Sequence[_Window], size: int) -> Iterator[list[_Window]]:
    group: list[_Window] = []
    for window in windows:
        if group and (len(group) + 1) * (_length(window) + 2) > size:
            yield group
            group = []
        group.append(window)
    if group:
        yield group


def _batch(store: Store, group: Sequence[_Window]) -> Batch:
    starts = np.array([low for low, _ in group])[:, None]
    lengths = np.array([high - low for low, high in group])[:, None]
    longest = int(lengths.max())
    place = np.arange(longest)[None, :]
    inside = place < lengths
    at = np.where(inside, starts + place, 0)

    def rows(values: npt.NDArray[np.uint16] | Row, outside: int) -> npt.NDArray[np.int64]:
        laid = np.full((len(group), longest + 2), outside, dtype=np.int64)
        laid[:, 1:-1] = np.where(inside, values[at], outside)
        return laid

    pieces = rows(store.pieces, PAD)
    pieces[:, 0] = CLASS_START
    np.put_along_axis(pieces, lengths + 1, CLASS_END, axis=1)
    return Batch(pieces, rows(store.shapes, 0), rows(store.gaps, 0), rows(store.codes, IGNORED))
