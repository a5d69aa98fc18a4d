"""What one tool said of the texts of a run."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.scoring.values import Read

__all__ = ["Side"]


@dataclass(frozen=True, slots=True)
class Side:
    """One tool's answers: what it said of each text of each call, and its seconds."""

    name: str
    title: str
    version: str
    reads: tuple[tuple[Read, ...], ...]
    seconds: float
