"""How the people and places of a case are called in its documents: one scheme, as it stands under rules/."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType

from redact.values.judgement import Audience
from redact.values.people import Label

__all__ = ["MARKS", "Group", "InventedName", "Precision", "Scheme", "Slot", "WordedAs"]

# What stands in a label for the part that tells two people apart.
MARKS = ("{letter}", "{letters}", "{number}", "{name}")


class Group(Enum):
    """Whom or what a slot is for; children and relatives are those whose initials a label must not show."""

    CHILD = "child"
    RELATIVE = "relative"
    OTHER = "other"  # a neighbour, a friend: somebody of the case who is neither family nor a worker
    WORKER = "worker"
    THING = "thing"

    @property
    def family(self) -> bool:
        """Tell whether it is a child or a relative of the case."""
        return self in (Group.CHILD, Group.RELATIVE)


class Precision(Enum):
    """How exactly a document says when something happened."""

    EXACT = "exact"
    MONTH = "month-and-year"
    AGE = "age"  # of the child at the event
    DAY = "relative-day"  # counted from a day of the case


@dataclass(frozen=True, slots=True)
class InventedName:
    """A first name that may be given to a child; `sex` is f, m or n (of either)."""

    text: str
    sex: str


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in a scheme.

    `labels` are tried in their order: the next is for when the one before it is used up. Each holds at most
    one of `MARKS`; one that holds none can be given once. `plain` is how somebody in it is spoken of without
    a label, in lower case: "the mother", "a primary school". `words` are the roles that mean it, in lower
    case.
    """

    id: str
    group: Group
    labels: tuple[str, ...]
    plain: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WordedAs:
    """Words of a scheme that stand for no single person.

    `family` is written for several people of one surname ("the family"), `event` for the event that ages
    and days are counted to ("the events under review").
    """

    family: str
    event: str


@dataclass(frozen=True, slots=True)
class Scheme:
    """One way of calling people and places. `never` are the letters and pairs of letters that it avoids.

    `birth_order` says that children may be numbered by age; where it is not so, no order of labels may come
    from age. `precision` says for each audience how exactly it may read when something happened. `taken`
    says what is written where something is taken out that has no label: a number, an address of the post.
    """

    id: str
    title: str
    source: str
    example: str
    birth_order: bool
    worded: WordedAs
    precision: Mapping[Audience, Precision]
    slots: tuple[Slot, ...]
    never: tuple[str, ...] = ()
    names: tuple[InventedName, ...] = ()
    taken: Mapping[Label, str] = field(default_factory=lambda: MappingProxyType({}))

    def slot(self, id: str) -> Slot | None:
        """Give the slot of an id; none where the scheme has none."""
        return next((slot for slot in self.slots if slot.id == id), None)

    def slot_of(self, role: str) -> Slot | None:
        """Give the slot that a role means ("Health Visitor"), whatever its case; none where none does."""
        wanted = " ".join(role.casefold().replace("-", " ").split())
        return next((slot for slot in self.slots if wanted in slot.words), None)
