"""Gold of one told document, as it is written to disk: one JSON object a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

__all__ = ["GoldMention", "Told"]


@dataclass(frozen=True, slots=True)
class GoldMention:
    """One mention. `span`: half-open code points into the told text."""

    span: tuple[int, int]
    label: str  # as the finder's, and PLACE and FACT beside them
    who: str  # the role in the case; "" for bodies and people outside it
    role: str  # family, staff, review, outside
    form: str  # the slot's form: "first", "lastcaps", "street"
    stays: bool  # must be left alone: cited authors, labels, independent author in the role line, councils
    open: bool = False  # the papers of the case do not decide who it is: they show two who are called so
    heritage: str = ""
    hard: tuple[str, ...] = ()  # lower, word, ocr, slip, broken, initials, left, label-fault
    alone: bool = False  # open, but its own document by itself shows only one who is called so


@dataclass(frozen=True, slots=True)
class Told:
    """One document of a case as text with gold. `family` is the file of templates that told it."""

    case: int
    split: str
    document: str
    kind: str
    family: str
    agency: str
    style: str  # mixed, lower, upper
    stage: int
    text: str = field(repr=False)
    mentions: Sequence[GoldMention] = field(repr=False, default=())

    def as_json(self) -> dict[str, Any]:
        """Plain values; spans as two-item lists, `alone` only where it holds."""
        values = asdict(self)
        for mention in values["mentions"]:
            if not mention["alone"]:
                del mention["alone"]
        return values
