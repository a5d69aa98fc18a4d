"""Lists of keys of a pdf, written as they are read."""

from __future__ import annotations

__all__ = ["keys"]


def keys(words: str) -> tuple[str, ...]:
    """Give the keys that stand in a text, parted by spaces."""
    return tuple(words.split())
