"""All labels of a call with what is known of them: what every rule on labels looks at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from redact.resolve.label_links import Beside
from redact.resolve.labels import LabelUse, read_label
from redact.values.key import Key, KeyPerson, KeyThing
from redact.values.schemes import Group, Scheme
from redact.values.text import Document

__all__ = ["LabelCall", "in_key", "is_family"]


@dataclass(frozen=True, slots=True)
class LabelCall:
    """All labels of a call, and what stands beside them.

    `scheme` is for the words that mean the same role. `known` says of an entity of these documents who it is
    in the key, where that is open.
    """

    uses: tuple[LabelUse, ...]
    beside: tuple[Beside, ...]
    documents: tuple[Document, ...]
    scheme: Scheme
    key: Key | None = field(default=None, repr=False)
    known: Mapping[str, str] = field(default_factory=dict)

    def of_document(self) -> dict[str, list[LabelUse]]:
        """Give the labels of each document by its id."""
        found: dict[str, list[LabelUse]] = defaultdict(list)
        for use in self.uses:
            found[use.document].append(use)
        return found


def in_key(call: LabelCall) -> Iterator[tuple[str, KeyPerson | KeyThing]]:
    """Give each label of the key with whom or what it is for; none where the key is not open."""
    if call.key is None:
        return
    entries: tuple[KeyPerson | KeyThing, ...] = (*call.key.people, *call.key.things)
    for one in entries:
        if one.pseudonym is not None:
            for role, mark in read_label(one.pseudonym, call.scheme):
                yield f"{role} {mark}".strip(), one


def is_family(use: LabelUse, scheme: Scheme) -> bool:
    """Tell whether a label is one for a child or a relative."""
    slot = scheme.slot_of(use.role)
    return slot is not None and slot.group in (Group.CHILD, Group.RELATIVE)
