"""Scrubadub with what it loads by default for en_GB. Its detectors of names need corpora: they are off."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable
from typing import Any

from bench.peers.adapters.door import Span, run

__all__ = ["load"]


def load() -> Callable[[str], Iterable[Span]]:
    """Load the scrubber; it gives no scores."""
    scrubber: Any = importlib.import_module("scrubadub").Scrubber(locale="en_GB")

    def find(text: str) -> Iterable[Span]:
        return [(one.beg, one.end, _label(one), 1.0) for one in scrubber.iter_filth(text)]

    return find


def _label(filth: Any) -> str:
    kind = str(filth.type).upper()
    return "PERSON" if kind == "NAME" else kind


if __name__ == "__main__":
    run(load)
