"""The name model at work: texts → spans, one pass over each window, none twice.

Every window is read by itself: an int8 graph scales its numbers by all that it is given at once, so a
window's answer would otherwise depend on its neighbours. Several are read at the same time instead.
The same text gives the same spans, whatever else is read in the same call.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from redact.errors import ModelFault
from redact.recognise.model.labels import CLASSES, ModelSpan
from redact.recognise.model.pieces import CLASS_END, CLASS_START, Gap, Vocabulary, Word, Words
from redact.recognise.model.shipped import GRAPH, VOCABULARY, Shipped, shipped
from redact.recognise.model.spans import spans
from redact.recognise.model.windows import LONGEST, cut, seams
from redact.resources import models_folder

__all__ = ["NameModel", "Window", "engine", "graph_of", "load", "name_model", "window"]

_MOST_THREADS = 8

# One window's pieces, shapes and gaps, each 1 x n → odds, 1 x n x classes.
Graph = Callable[["Window"], npt.NDArray[np.float32]]


@dataclass(frozen=True, slots=True)
class Window:
    """What the graph reads at once: a row each of pieces, shapes and gaps, with the marks of start and end.

    `firsts` are the places of each word's first piece.
    """

    pieces: npt.NDArray[np.int32]
    shapes: npt.NDArray[np.int32]
    gaps: npt.NDArray[np.int32]
    firsts: npt.NDArray[np.int32]

    @property
    def key(self) -> bytes:
        """Equal for windows that read the same."""
        return self.pieces.tobytes() + self.shapes.tobytes() + self.gaps.tobytes()


class NameModel:
    """A vocabulary, a graph and thresholds. It keeps no word of a text between calls."""

    def __init__(self, vocabulary: Vocabulary, graph: Graph, said: Shipped) -> None:
        self._vocabulary = vocabulary
        self._graph = graph
        self._checks = said.checks
        self.digest = said.digest

    def read(self, texts: Sequence[str]) -> tuple[tuple[ModelSpan, ...], ...]:
        """Find people, places, bodies and dates in each text, each by itself.

        Returns: for each text its spans in order, half-open code points of that text; empty where nothing
        was found. A text or a window that was seen before in this call is not read again.
        """
        answers = {text: spans(words, odds, self._checks) for text, words, odds in self.odds(texts)}
        return tuple(answers[text] for text in texts)

    def odds(self, texts: Sequence[str]) -> Iterator[tuple[str, Words, npt.NDArray[np.float32]]]:
        """Give, for each different text, its words and a row of odds for each, in the order of `CLASSES`."""
        parted = {text: self._vocabulary.words(text) for text in dict.fromkeys(texts)}
        cuts = {text: _cut(words) for text, words in parted.items()}
        windows = {
            (text, start): window(parted[text][start:end]) for text in parted for start, end in cuts[text]
        }
        odds = self._odds(windows.values())
        for text, words in parted.items():
            rows = [odds[windows[text, start].key] for start, _ in cuts[text]]
            yield text, words, np.concatenate(rows) if rows else np.zeros((0, len(CLASSES)), np.float32)

    def _odds(self, windows: Iterable[Window]) -> dict[bytes, npt.NDArray[np.float32]]:
        different = {each.key: each for each in windows}
        # The longest first, so that no thread is left with one at the end.
        ordered = sorted(different.values(), key=lambda each: (-each.pieces.shape[1], each.key))
        with ThreadPoolExecutor(max_workers=_threads()) as pool:
            found = pool.map(self._graph, ordered)
            return {each.key: odds[0, each.firsts] for each, odds in zip(ordered, found, strict=True)}


def window(words: Sequence[Word]) -> Window:
    """Put words into rows for the graph; a word longer than a window is read by its first pieces."""
    pieces, shapes, gaps, firsts = [CLASS_START], [0], [0], []
    for word in words:
        firsts.append(len(pieces))
        own = word.pieces[:LONGEST]
        pieces.extend(own)
        shapes.extend([word.shape] * len(own))
        gaps.append(word.gap)
        gaps.extend([Gap.INSIDE] * (len(own) - 1))
    return Window(
        np.array([[*pieces, CLASS_END]], dtype=np.int32),
        np.array([[*shapes, 0]], dtype=np.int32),
        np.array([[*gaps, 0]], dtype=np.int32),
        np.array(firsts, dtype=np.int32),
    )


def load(folder: Path, said: Shipped) -> NameModel:
    """Load a model from its folder, every file held against its digest.

    Raises:
        ModelFault: a file is missing, altered, or cannot be run here.
    """
    vocabulary = Vocabulary.parse(said.read(folder, VOCABULARY))
    return NameModel(vocabulary, graph_of(said.read(folder, GRAPH)), said)


def graph_of(content: bytes) -> Graph:
    """Make an ONNX graph ready to run on the processor.

    Raises:
        ModelFault: it cannot be run here.
    """
    onnxruntime = engine()
    options = onnxruntime.SessionOptions()
    # One thread a window: several windows are read at once, and nobody waits by spinning.
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.log_severity_level = 4
    try:
        session = onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime has no common class of its own errors
        raise ModelFault(
            "the name model cannot be run here", "Report this with the output of doctor."
        ) from error

    def run(given: Window) -> npt.NDArray[np.float32]:
        feed = {"pieces": given.pieces, "shapes": given.shapes, "gaps": given.gaps}
        odds: npt.NDArray[np.float32] = session.run(["odds"], feed)[0]
        if odds.shape[-1] != len(CLASSES) or not np.isfinite(odds).all():
            raise ModelFault("the name model answered what no model of ours answers", "Install redact again.")
        return odds

    return run


def engine() -> Any:
    """Import onnxruntime, which otherwise reports its use to its makers.

    From 1.29 its builds for Linux and macOS keep an id and a database below the home folder and send events
    from the moment of their import; the variable stops all of it, and only when it is set before. Builds for
    Windows hand events to the system's own tracing.

    Raises:
        ModelFault: it is not installed.
    """
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    try:
        import onnxruntime
    except ImportError:
        raise ModelFault(
            "onnxruntime, which runs the name model, is not installed", "Install redact with its packages."
        ) from None
    onnxruntime.disable_telemetry_events()
    return onnxruntime


@lru_cache(maxsize=1)
def name_model() -> NameModel | None:
    """Load the model that was shipped with this version, once in a process; None when it has none.

    Raises:
        ModelFault: it is missing, altered, or cannot be run here.
    """
    said = shipped()
    return None if said is None else load(models_folder() / "names", said)


def _cut(words: Sequence[Word]) -> list[tuple[int, int]]:
    return cut([len(word.pieces) for word in words], seams(words))


def _threads() -> int:
    affinity = getattr(os, "sched_getaffinity", None)  # not on every system
    cores = len(affinity(0)) if affinity is not None else os.cpu_count() or 1
    return max(1, min(_MOST_THREADS, cores))
