"""Editions of Working Together as packs of rules, and boards with a procedure of their own; both are data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from redact.values.clocks import Clock
from redact.values.deadlines import SendingRule
from redact.values.proceedings import EventRule, ProceedingsRule
from redact.values.rules import Edition, SourceStatus

__all__ = ["Board", "Pack"]


@dataclass(frozen=True, slots=True)
class Pack:
    """One edition: for which reviews it holds, and whose rules it takes over.

    `first` and `last` are the first and last day on which a review can have been begun that belongs to it;
    none where no source gives such a day. `first_sure` and `last_sure` tell a day that a source gives from
    one that only bounds it. `drops` are rules of the edition that it inherits from which do not hold in it,
    each with the reason. `cited` are the years by which documents cite it. `general` says in our own words
    what of it is from general knowledge. `sent_before` says to whom the report goes before publication; none
    where the edition counts no days. `clocks` are its other times. `open_proceedings` says what follows where
    something is still before a court, `before_publication` what must have happened by then.
    """

    edition: Edition
    title: str
    source: str
    status: SourceStatus = SourceStatus.READ
    first: date | None = None
    first_sure: bool = False
    last: date | None = None
    last_sure: bool = False
    inherits: Edition | None = None
    drops: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    cited: tuple[str, ...] = ()
    general: tuple[str, ...] = ()
    sent_before: SendingRule | None = None
    clocks: tuple[Clock, ...] = ()
    open_proceedings: ProceedingsRule | None = None
    before_publication: tuple[EventRule, ...] = ()

    def may_hold(self, day: date) -> bool:
        """Tell whether a review that was begun on a day can belong to it."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class Board:
    """A board or partnership whose own procedure is here; `editions` are those whose text it carries.

    `clocks` are the times that its procedure sets; `open_proceedings` and `before_publication` as of a pack.
    """

    id: str
    title: str
    source: str
    editions: tuple[Edition, ...]
    status: SourceStatus = SourceStatus.READ
    clocks: tuple[Clock, ...] = ()
    open_proceedings: ProceedingsRule | None = None
    before_publication: tuple[EventRule, ...] = ()
