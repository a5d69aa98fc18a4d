"""What is held against the gold: hits, whoever made them, and how a mention came out."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from corpus.telling.gold import GoldMention, Told

__all__ = ["Case", "Hit", "Outcome", "Rank", "Read"]

Case = tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """One finding. `start`, `end`: half-open code points into the told text.

    `severity` is that of redact's rules: block, ask or note; hits of other tools are all blocks.
    """

    start: int
    end: int
    severity: str
    label: str
    score: float

    @property
    def stops(self) -> bool:
        """Whether it stops a publication."""
        return self.severity in ("block", "ask")


@dataclass(frozen=True, slots=True)
class Read:
    """What a finder said of one document; `near` are stretches that it nearly took for an identifier."""

    hits: tuple[Hit, ...]
    near: tuple[tuple[int, int], ...] = ()
    kind: str | None = None  # what the document was taken for


class Rank(StrEnum):
    """How a mention was found: under findings that block, under findings that block or ask, or not."""

    NAME = "name"
    CHECK = "check"
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one mention that must go came out.

    `detected`: findings of any severity and of the label's own family cover it. `left` says of a missed one
    how near it was: "partly", "noted", "near" or "nothing".
    """

    mention: GoldMention = field(repr=False)
    rank: Rank
    detected: bool
    left: str = ""
