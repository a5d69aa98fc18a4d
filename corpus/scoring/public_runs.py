"""Run the finder over the public sets that are there, each document as a call of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from corpus.scoring.finder import find
from corpus.scoring.public_sets import entity_figures, marked_figures, read_marked, read_tab
from corpus.scoring.running import ScoringFailed, in_order
from corpus.scoring.values import Read
from corpus.swap import KEPT_BOOKS
from redact.values.judgement import DocumentKind

__all__ = ["SETS", "PublicSet", "run_set"]

_Figures = Callable[[Path, Callable[[Sequence[str]], list[Read]]], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class PublicSet:
    """One set: its file below the folder of data, how its figures are made, and what it is judged as."""

    file: str
    figures: _Figures
    kind: DocumentKind | None = None

    def present(self, data: Path) -> bool:
        """Whether the set is there."""
        return (data / self.file).is_file()


def run_set(name: str, data: Path, *, jobs: int = 1) -> dict[str, Any]:
    """Score one set.

    Raises:
        ScoringFailed: a text could not be scored; the message holds no word of it.
    """
    seconds: list[float] = []
    words: list[int] = []

    def read_all(texts: Sequence[str]) -> list[Read]:
        reads = []
        for read, taken in in_order(partial(_read_one, kind=SETS[name].kind), texts, jobs=jobs):
            reads.append(read)
            seconds.append(taken)
        words.append(sum(len(text.split()) for text in texts))
        return reads

    found = SETS[name].figures(data / SETS[name].file, read_all)
    speed = round(sum(words) / sum(seconds)) if sum(seconds) else None
    return {**found, "words": sum(words), "speed": {"words_a_second_of_one_process": speed, "jobs": jobs}}


def _read_one(text: str, *, kind: DocumentKind | None) -> tuple[Read, float]:
    try:
        reads, seconds = find([text], kind)
    except Exception as error:  # its words may be words of the text
        raise ScoringFailed(f"a text of a public set: the finder failed ({type(error).__name__})") from None
    return reads[0], seconds


def _tab(path: Path, read_all: Callable[[Sequence[str]], list[Read]]) -> dict[str, Any]:
    judgments = read_tab(path)
    reads = read_all([each.text for each in judgments])
    return {**entity_figures(judgments, reads), "stopping": entity_figures(judgments, reads, stopping=True)}


def _gum(path: Path, read_all: Callable[[Sequence[str]], list[Read]]) -> dict[str, Any]:
    documents = read_marked(path)
    return marked_figures(documents, read_all([each.text for each in documents]))


def _books(path: Path, read_all: Callable[[Sequence[str]], list[Read]]) -> dict[str, Any]:
    documents = read_marked(path, KEPT_BOOKS)
    return marked_figures(documents, read_all([each.text for each in documents]))


SETS = {
    # A judgment is no paper of a review: the rules of every kind are held against it.
    "tab": PublicSet("tab/tab_half.jsonl", _tab, DocumentKind.OTHER),
    "gum_dev": PublicSet("names/gum_dev.jsonl", _gum),
    "litbank": PublicSet("names/litbank_half.jsonl", _books),
}
