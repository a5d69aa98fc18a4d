"""What is wrong with the labels that documents use for people: Child X, Parent 1, SW2."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType

from redact.values.text import Span

__all__ = ["NO_LABELS", "LabelFault", "LabelFaultKind", "LabelReading", "LabelTold"]


class LabelFaultKind(Enum):
    """The faults that labels can have; those that need several documents say so."""

    NAME_BESIDE = "name-beside"  # a real name stands beside a label that should hide it
    KEY_INSIDE = "key-inside"  # a table or list that says for several labels who they are
    REAL_INITIAL = "real-initial"  # the letter of a label is an initial of whom it stands for
    TWO_LABELS = "two-labels"  # one person, two labels
    TWO_PEOPLE = "two-people"  # one label, two people
    LEFT_OVER = "left-over"  # a label of another scheme than the rest, or one that was taken back
    TWO_LABELS_ACROSS = "two-labels-across"  # one person, another label in another document
    TWO_PEOPLE_ACROSS = "two-people-across"  # one label, somebody else in another document
    ONE_DOCUMENT = "one-document"  # a label that no other document of the call uses

    @property
    def across(self) -> bool:
        """Tell whether it is a fault between documents."""
        return self in (
            LabelFaultKind.TWO_LABELS_ACROSS,
            LabelFaultKind.TWO_PEOPLE_ACROSS,
            LabelFaultKind.ONE_DOCUMENT,
        )


@dataclass(frozen=True, slots=True)
class LabelFault:
    """One fault; `spans` are where it is seen, of a label or a label with the name beside it, first first.

    `because` is words of ours, never the document's.
    """

    kind: LabelFaultKind
    spans: tuple[Span, ...]
    because: str

    def __post_init__(self) -> None:
        if not self.spans:
            raise ValueError("a fault of a label stands somewhere")


@dataclass(frozen=True, slots=True)
class LabelTold:
    """A label that the papers themselves have for a name: "Child F (Ann Hale)".

    `label` is as it is written most often, `at` where it stands, `name` where the name beside it stands.
    """

    label: str = field(repr=False)
    at: Span
    name: Span


@dataclass(frozen=True, slots=True)
class LabelReading:
    """The faults of all labels of a call, in reading order, and the scheme that each document follows.

    `schemes` holds by the id of a document the id of the scheme; a document without labels is not in it.
    `told` are the labels that stand beside the names of their bearers, for whoever is asked about these.
    """

    faults: tuple[LabelFault, ...] = ()
    schemes: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    told: tuple[LabelTold, ...] = field(default=(), repr=False)


NO_LABELS = LabelReading()
