"""What a canary is: one invented token in one place of a Word document, and where it must be reported."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from redact.values.text import Part

__all__ = ["Canary", "Nature", "Planter"]


class Nature(Enum):
    """Who sees the token: who reads the report, nobody who prints it, or only who takes the file apart."""

    VISIBLE = "visible"
    HIDDEN = "hidden"
    METADATA = "metadata"


@dataclass(frozen=True)
class Canary:
    """One token. `reported` are the places of the catalogue under which a reader may report it."""

    token: str
    place: str
    part: Part
    what: str
    nature: Nature
    reported: tuple[str, ...]


@dataclass
class Planter:
    """Numbers the tokens as they are planted; the same order gives the same tokens."""

    planted: list[Canary] = field(default_factory=list)

    def __call__(
        self,
        place: str,
        part: Part,
        what: str,
        *,
        nature: Nature | None = None,
        reported: tuple[str, ...] = (),
    ) -> str:
        """Make the next token, for `what` in `place`; it is to be reported there, or in one of `reported`."""
        token = f"zq{len(self.planted) + 1:03d}canary"
        chosen = nature or _nature(int(place[1:]))
        self.planted.append(Canary(token, place, part, what, chosen, reported or (place,)))
        return token


def _nature(number: int) -> Nature:
    if number < 25:
        return Nature.VISIBLE
    return Nature.HIDDEN if number < 40 else Nature.METADATA
