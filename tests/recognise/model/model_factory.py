"""A name model for tests: a small vocabulary and a graph that knows a few words, without onnxruntime."""

from __future__ import annotations

import string

import numpy as np
import numpy.typing as npt

from redact.recognise.model.labels import CLASSES, ModelLabel
from redact.recognise.model.pieces import CLASS_END, CLASS_START, MASK, PAD, UNKNOWN, Vocabulary
from redact.recognise.model.reading import Graph as AnyGraph
from redact.recognise.model.reading import NameModel, Window
from redact.recognise.model.shipped import Shipped

__all__ = ["NOTHING", "VOCABULARY", "Graph", "model", "row"]

NOTHING = CLASSES.index("O")
_WHOLE = ("kay", "kayleigh", "brand", "##reth", "vesey", "perhaps", "york", "the", "plan", "o")
_LETTERS = tuple(string.ascii_lowercase + string.digits + ".,;:!?'\"-_/&()")


def _vocabulary() -> dict[str, int]:
    pieces = {"[PAD]": PAD, "[UNK]": UNKNOWN, "[CLS]": CLASS_START, "[SEP]": CLASS_END, "[MASK]": MASK}
    for piece in (*_WHOLE, *_LETTERS, *(f"##{letter}" for letter in string.ascii_lowercase + string.digits)):
        pieces.setdefault(piece, 200 + len(pieces))
    return pieces


PIECES = _vocabulary()
VOCABULARY = Vocabulary(PIECES)


def row(**odds: float) -> list[float]:
    """Odds of one word: `row(B_PER=0.9)`; the rest is nothing's."""
    answer = [0.0] * len(CLASSES)
    for name, value in odds.items():
        answer[CLASSES.index(name.replace("_", "-"))] = value
    answer[NOTHING] += 1.0 - sum(answer)
    return answer


_KNOWN = {
    PIECES["kay"]: row(B_PER=0.9),
    PIECES["kayleigh"]: row(B_PER=0.9),
    PIECES["brand"]: row(I_PER=0.8),
    PIECES["vesey"]: row(B_PER=0.9),
    PIECES["perhaps"]: row(B_PER=0.3),
    PIECES["york"]: row(B_LOC=0.7),
}


class Graph:
    """Answers by the first piece of each word, and keeps the windows that it was given."""

    def __init__(self) -> None:
        self.windows: list[Window] = []

    def __call__(self, window: Window) -> npt.NDArray[np.float32]:
        self.windows.append(window)
        answers = [_KNOWN.get(int(piece), row()) for piece in window.pieces[0]]
        return np.array([answers], dtype=np.float32)


def model(graph: AnyGraph | None = None) -> NameModel:
    """Put the pieces together; people and places are asked about from 0.2 on."""
    checks = {ModelLabel.PERSON: 0.2, ModelLabel.PLACE: 0.2}
    return NameModel(VOCABULARY, graph or Graph(), Shipped({}, checks))
