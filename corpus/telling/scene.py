"""What a slot is told from: the case, the moment, the document; and what it gives: words with a mark."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import TYPE_CHECKING

from corpus.cases.values import Address, Case, Event, Person
from corpus.telling.names import Names

if TYPE_CHECKING:
    from corpus.pools.values import PublicPool

__all__ = ["Bit", "Document", "Mark", "Scene"]

# Who acted for an agency where the event does not say.
_WORKERS: Mapping[str, str] = {
    "social-care": "sw", "police": "pc", "health": "hv", "hospital": "paed", "gp": "gp", "education": "dsl",
    "housing": "ho", "probation": "po", "early-help": "fsw", "foster": "ssw", "legal": "solicitor",
    "court": "cafcass", "board": "bm",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mark:
    """The gold of a stretch of words, as GoldMention has it, but for the span."""

    label: str
    form: str
    who: str = ""
    role: str = "outside"
    stays: bool = False
    heritage: str = ""
    hard: tuple[str, ...] = ()


Bit = tuple[str, Mark | None]


@dataclass(frozen=True, slots=True)
class Document:
    """What is the same throughout a document."""

    case: Case
    names: Names = field(repr=False)
    public: PublicPool = field(repr=False)
    agency: str
    dates: str  # the form of {date}
    stage: int
    today: date
    time: str  # the form of {time}: "%H:%M", "%H.%M", "%H%M"
    styles: Mapping[str, str]  # how `ref` names each person: a form
    firsts: Mapping[str, str]  # who goes by another name than the first one here: "nick", "variant"
    general: bool = False  # days are told as months, places and bodies as what they are


@dataclass(frozen=True, slots=True)
class Scene:
    """One moment of a document: the event that is told, or the one it is told by."""

    document: Document
    event: Event
    rng: Random = field(repr=False)
    it: str = ""  # the role of `>> each`
    role_line: bool = False  # a heading or row, or a line of a frame: where an office is named

    @property
    def case(self) -> Case:
        """The case that is told."""
        return self.document.case

    @property
    def day(self) -> date:
        """The date of the event."""
        return self.event.on

    def role(self, who: str) -> str:
        """Say which role of the case a slot means; nothing where there is none."""
        if who == "it":
            return self.it
        if who == "worker":
            agency = self.document.agency
            who = self.event.workers.get(agency) or _WORKERS[agency]
        return who if who in self.case.people else ""

    def home(self, back: int = 0) -> Address | None:
        """The family's home on that day, or the one so many moves before."""
        number = self.event.home - back
        return self.case.homes[number] if 0 <= number < len(self.case.homes) else None

    def person(self, who: str) -> Person | None:
        """The person whom a slot means."""
        return self.case.people.get(self.role(who))
