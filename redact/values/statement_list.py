"""The statements of one case as they are listed: needed, given, or given and no longer counting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from redact.values.statements import GivenStatement, NeededStatement

__all__ = ["ListedStatement", "StatementList"]


@dataclass(frozen=True, slots=True)
class ListedStatement:
    """One needed statement; `given` is the newest that counts, `lapsed` those that do not, and why."""

    needed: NeededStatement
    given: GivenStatement | None = None
    lapsed: tuple[tuple[GivenStatement, str], ...] = ()


@dataclass(frozen=True, slots=True)
class StatementList:
    """All statements of a case; `others` were given, and the case needs nothing of their id any more."""

    case: str
    today: date
    listed: tuple[ListedStatement, ...]
    others: tuple[GivenStatement, ...] = ()

    @property
    def missing(self) -> int:
        """How many are still to be given."""
        return sum(one.given is None for one in self.listed)
