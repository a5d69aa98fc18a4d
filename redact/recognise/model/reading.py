"""The name model at work: texts → spans, one pass over each window, none twice.

Every window is read by itself: an int8 graph scales its numbers by all that it is given at once, so a
window's answer would otherwise depend on its neighbours. Several are read at the same time instead.
The same text gives the same spans, whatever else is read in the same call.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np
import numpy.typing as npt

from redact.errors import ModelFault
from redact.recognise.model.labels import CLASSES, ModelLabel, ModelSpan
from redact.recognise.model.pieces import CLASS_END, CLASS_START, Gap, Vocabulary, Word, Words
from redact.recognise.model.shipped import GRAPH, VOCABULARY, Shipped, shipped
from redact.recognise.model.spans import spans
from redact.recognise.model.step import STEP, stepped
from redact.recognise.model.windows import LONGEST, windows
from redact.resources import models_folder

__all__ = ["NameModel", "UnderWay", "Window", "engine", "graph_of", "load", "name_model", "window"]

_MOST_THREADS = 8
_LOADING = Lock()

# One window's pieces, shapes and gaps, each 1 x n → odds, 1 x n x classes.
Graph = Callable[["Window"], npt.NDArray[np.float32]]


@dataclass(frozen=True, slots=True)
class Window:
    """What the graph reads at once: a row each of pieces, shapes and gaps, with the marks of start and end.

    `firsts` are the places of each word's first piece.
    """

    pieces: npt.NDArray[np.int32] = field(repr=False)
    shapes: npt.NDArray[np.int32] = field(repr=False)
    gaps: npt.NDArray[np.int32] = field(repr=False)
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
        with self.begin(texts) as under_way:
            return under_way.read()

    def odds(self, texts: Sequence[str]) -> Iterator[tuple[str, Words, npt.NDArray[np.float32]]]:
        """Give, for each different text, its words and a row of odds for each, in the order of `CLASSES`."""
        with self.begin(texts) as under_way:
            yield from under_way.odds()

    def begin(self, texts: Sequence[str]) -> UnderWay:
        """Begin to read texts in the background; whoever leaves what is given stops what is not read yet."""
        return UnderWay(self._vocabulary, self._graph, self._checks, texts)


class UnderWay:
    """Texts that are being read: every different window is on its way through the graph."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        graph: Graph,
        checks: Mapping[ModelLabel, float],
        texts: Sequence[str],
    ) -> None:
        self._texts = tuple(texts)
        self._graph = graph
        self._checks = checks
        self._parted: dict[str, Words] = {}
        self._keys: dict[str, list[bytes]] = {}
        self._windows: dict[bytes, Window] = {}
        self._answers: dict[bytes, Future[npt.NDArray[np.float32]]] = {}
        pool = ThreadPoolExecutor(max_workers=_threads())
        try:
            for text in dict.fromkeys(texts):
                words: list[Word] = []
                cuts = windows(vocabulary.each_word(text), words)
                self._keys[text] = [self._submit(pool, words[start:end]) for start, end in cuts]
                self._parted[text] = tuple(words)
        except BaseException:  # Ctrl-C above all: nobody holds this yet who could stop it
            self.stop()
            raise
        finally:
            pool.shutdown(wait=False)  # it ends when all is read or stopped

    def _submit(self, pool: ThreadPoolExecutor, words: Sequence[Word]) -> bytes:
        """Send a window on its way, unless one that reads the same is; give its key."""
        made = window(words)
        key = made.key
        if key not in self._answers:
            self._windows[key] = made
            self._answers[key] = pool.submit(_rows, self._graph, made)
        return key

    def __enter__(self) -> UnderWay:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self) -> None:
        """Read nothing more; what is being read at this moment ends within milliseconds."""
        for answer in self._answers.values():
            answer.cancel()

    def read(self) -> tuple[tuple[ModelSpan, ...], ...]:
        """Wait, and give for each text its spans, as `NameModel.read` does."""
        answers = {text: spans(words, odds, self._checks) for text, words, odds in self.odds()}
        return tuple(answers[text] for text in self._texts)

    def odds(self) -> Iterator[tuple[str, Words, npt.NDArray[np.float32]]]:
        """Wait, and give for each different text what `NameModel.odds` does."""
        self._read_along()
        for text, words in self._parted.items():
            rows = [self._answers[key].result() for key in self._keys[text]]
            yield text, words, np.concatenate(rows) if rows else np.zeros((0, len(CLASSES)), np.float32)

    def _read_along(self) -> None:
        """Read what nobody has begun, from the end: those in the background read from the beginning."""
        for key, answer in reversed(self._answers.items()):
            if not answer.cancelled() and answer.cancel():
                own: Future[npt.NDArray[np.float32]] = Future()
                self._answers[key] = own
                own.set_result(_rows(self._graph, self._windows[key]))


def _rows(graph: Graph, given: Window) -> npt.NDArray[np.float32]:
    """Read a window, and keep the odds of the first piece of each word."""
    odds: npt.NDArray[np.float32] = graph(given)[0, given.firsts]
    return odds


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
    graph = said.read(folder, GRAPH)
    if STEP in said.files:
        graph = stepped(graph, said.read(folder, STEP))
    return NameModel(vocabulary, graph_of(graph), said)


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


def name_model() -> NameModel | None:
    """Load the model that was shipped with this version, once in a process; None when it has none.

    Raises:
        ModelFault: it is missing, altered, or cannot be run here.
    """
    with _LOADING:  # who asks while another thread loads it waits for that one
        return _shipped_model()


@lru_cache(maxsize=1)
def _shipped_model() -> NameModel | None:
    said = shipped()
    return None if said is None else load(models_folder() / "names", said)


def _threads() -> int:
    affinity = getattr(os, "sched_getaffinity", None)  # not on every system
    cores = len(affinity(0)) if affinity is not None else os.cpu_count() or 1
    # One is left for the rules, and for whoever waits, who reads along: none of them waits for a processor.
    return max(1, min(_MOST_THREADS, cores - 1))
