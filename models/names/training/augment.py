"""Other spellings of a batch: case is in the shapes alone, so a text in capitals costs no second reading."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from models.names.training.data import Batch
from models.names.training.settings import Settings
from redact.recognise.model.labels import CLASSES
from redact.recognise.model.pieces import CLASS_END, CLASS_START, MASK, PAD, Gap, Shape

__all__ = ["vary"]

_Row = npt.NDArray[np.int64]


def _table(**changes: Shape) -> _Row:
    table = np.arange(len(Shape), dtype=np.int64)
    for name, shape in changes.items():
        table[Shape[name]] = shape
    return table


_LOWER = _table(TITLE=Shape.LOWER, UPPER=Shape.LOWER, CAPITAL=Shape.LOWER, MIXED=Shape.LOWER)
_UPPER = _table(TITLE=Shape.UPPER, LOWER=Shape.UPPER, MIXED=Shape.UPPER)
_TITLE = _table(LOWER=Shape.TITLE, MIXED=Shape.TITLE)


def vary(batch: Batch, settings: Settings, draw: np.random.Generator) -> Batch:
    """Draw another case for some windows, and hide some pieces."""
    shapes = batch.shapes.copy()
    at = 0.0
    chance = draw.random(len(shapes)) * 100
    for table, share in ((_LOWER, settings.lower), (_UPPER, settings.upper), (_TITLE, settings.title)):
        chosen = (chance >= at) & (chance < at + share)
        shapes[chosen] = table[shapes[chosen]]
        at += share
    names = _names(batch)
    some = ((chance >= at) & (chance < at + settings.lower_names))[:, None] & names
    shapes[some] = _LOWER[shapes[some]]
    hidden = draw.random(shapes.shape) * 100 < settings.hidden + settings.hidden_names * names
    hidden &= ~np.isin(batch.pieces, (PAD, CLASS_START, CLASS_END))
    return Batch(np.where(hidden, MASK, batch.pieces), shapes, batch.gaps, batch.codes)


def _names(batch: Batch) -> npt.NDArray[np.bool_]:
    """Mark every piece of every word that is known to be of an entity."""
    places = np.arange(batch.codes.shape[1])[None, :]
    firsts = np.maximum.accumulate(np.where(batch.gaps != Gap.INSIDE, places, 0), axis=1)
    words = np.take_along_axis(batch.codes, firsts, axis=1)
    found: npt.NDArray[np.bool_] = (words > 0) & (words < len(CLASSES))
    return found
