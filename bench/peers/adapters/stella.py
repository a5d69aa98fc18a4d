"""stella-anonymize-core with its pipeline for English, as its own page shows it."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable
from typing import Any

from bench.peers.adapters.door import Span, run

__all__ = ["load"]


def load() -> Callable[[str], Iterable[Span]]:
    """Load the pipeline. Its offsets are Python's characters."""
    stella: Any = importlib.import_module("stella_anonymize")
    pipeline = stella.create_pipeline(language="en", warmup="lazy-regex")

    def find(text: str) -> Iterable[Span]:
        found = pipeline.redact_text(text).resolved_entities
        return [(one.start, one.end, one.label.upper().replace(" ", "_"), one.score) for one in found]

    return find


if __name__ == "__main__":
    run(load)
