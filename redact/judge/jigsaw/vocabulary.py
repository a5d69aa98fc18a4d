"""Sets of words, written as one reads them."""

from __future__ import annotations

__all__ = ["vocabulary"]


def vocabulary(words: str) -> frozenset[str]:
    """Give the words of a text that white space parts."""
    return frozenset(words.split())
