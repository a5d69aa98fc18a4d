"""Presidio's default registry; with its tokeniser blank, since no trained model may be downloaded."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from bench.engine import default_engine
from bench.peers.adapters.door import Span, run

__all__ = ["finder", "load"]


def load() -> Callable[[str], Iterable[Span]]:
    """Load the engine with what it loads by default."""
    return finder(default_engine())


def finder(engine: Any) -> Callable[[str], Iterable[Span]]:
    """Make an engine a function of text; every score counts, as presidio has it by default."""

    def find(text: str) -> Iterable[Span]:
        return [(one.start, one.end, one.entity_type, one.score) for one in engine.analyze(text, "en")]

    return find


if __name__ == "__main__":
    run(load)
