"""What decisions come to at one finding or gap, on the day of the check."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from redact.values.decisions import Answer, Decision

__all__ = ["Decided", "Effect"]


class Effect(Enum):
    """What is left to do there."""

    CLEARED = "cleared"  # nothing: it may stay, it is nothing, or somebody has looked
    TO_CHANGE = "to-change"  # it will be changed, and is open until it has been
    OPEN = "open"  # all: what was decided does not clear it, or no longer


@dataclass(frozen=True, slots=True)
class Decided:
    """The words that people have given on one fingerprint, and what they come to.

    `answer` is the one that counts; none where it is open all the same. `decisions` holds the last word of
    each person, first given first, and beside a signed one a later one that is not; one that has ended by
    `day`, the day of the check, is among them.
    `because` says in words of ours why it comes to this.
    """

    fingerprint: str
    effect: Effect
    answer: Answer | None
    because: str
    decisions: tuple[Decision, ...]
    day: date
