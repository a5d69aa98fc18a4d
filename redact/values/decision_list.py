"""The decisions of a case as they are listed: which count, and which a report of the case has use for."""

from __future__ import annotations

from dataclasses import dataclass

from redact.values.decisions import Decision
from redact.values.since import ToldDocument, ToldThing

__all__ = ["DecisionList", "Listed"]


@dataclass(frozen=True, slots=True)
class Listed:
    """One decision of a case. `counts` where it is a person's last word and has not ended.

    `things` are what a report tells of it, empty where it tells of nothing; none where there is no report.
    """

    decision: Decision
    counts: bool
    ended: bool
    things: tuple[ToldThing, ...] | None = None

    @property
    def unused(self) -> bool:
        """Tell whether a report was given that has no use for it."""
        return self.things == ()


@dataclass(frozen=True, slots=True)
class DecisionList:
    """Decisions of a case, by answer; `documents` are those of the report that they are held against.

    Where only some are listed, `which` says in our own words which, and `total` how many there are in all.
    """

    case: str
    entries: tuple[Listed, ...]
    documents: tuple[ToldDocument, ...] = ()
    which: str | None = None
    total: int = 0
