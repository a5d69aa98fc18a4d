"""What the name model can say, without anything heavy: labels, ranks, spans."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum

__all__ = ["CLASSES", "ModelLabel", "ModelSpan", "Rank"]


class ModelLabel(StrEnum):
    """What the model tells apart; titles such as Mr and Dr stand outside."""

    PERSON = "PER"
    PLACE = "LOC"
    ORGANISATION = "ORG"
    DATE = "DATE"


class Rank(Enum):
    """How loud the model speaks."""

    NAME = "name"
    CHECK = "check"


# The order of the model's answers: nothing, then the first and each further word of a label.
CLASSES: tuple[str, ...] = ("O", *(f"{mark}-{label.value}" for label in ModelLabel for mark in "BI"))


@dataclass(frozen=True, slots=True)
class ModelSpan:
    """Half-open code points of the text that was read, and the mean odds of its words for this label."""

    start: int
    end: int
    label: ModelLabel
    probability: float
    rank: Rank
