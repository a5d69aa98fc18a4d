"""The closed schema of the table of weights: which keys its files have, and what each may hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from enum import Enum
from types import MappingProxyType

from redact.rulebook.marked import Marked
from redact.rulebook.readers import (
    Key,
    Place,
    list_of,
    mapping,
    named_lists,
    one_of,
    text,
    whole_number,
    wrong,
)
from redact.values.jigsaw import Exactness, FactKind
from redact.values.rules import Audience

__all__ = [
    "COMBINATION_KEYS",
    "INSTEAD_KEYS",
    "PHRASES_KEYS",
    "TABLE_KEYS",
    "WEIGHT_KEYS",
    "Left",
    "optional",
]

_MOST = 10  # of one weight


class Left(Enum):
    """How exact a fact is when what is written instead stands there; `gone`: it is told no longer."""

    EXACT = "exact"
    NEAR = "near"
    BROAD = "broad"
    GONE = "gone"

    @property
    def exactness(self) -> Exactness | None:
        """Give the exactness that it is; none where the fact is gone."""
        return None if self is Left.GONE else Exactness(self.value)


def optional(keys: Mapping[str, Key]) -> Mapping[str, Key]:
    """Make every key one that may be left out, but for the reason."""
    return {name: key if name == "why" else replace(key, required=False) for name, key in keys.items()}


def _weight(marked: Marked, place: Place) -> int | None:
    value = whole_number(marked, place)
    if value is not None and value > _MOST:
        place.fault(f"a weight is from 0 to {_MOST}", marked.line)
    return value


def _several(marked: Marked, place: Place) -> tuple[Marked, ...] | None:
    if not isinstance(marked.value, tuple):
        wrong(marked, place, "a list")
        return None
    return marked.value


_KINDS = list_of(one_of(FactKind))

WEIGHT_KEYS: Mapping[str, Key] = MappingProxyType(
    {
        "exact": Key(_weight),
        "near": Key(_weight),
        "broad": Key(_weight),
        "further": Key(_weight),
        "why": Key(text),
        "source": Key(text),
    }
)
COMBINATION_KEYS: Mapping[str, Key] = MappingProxyType(
    {
        "all_of": Key(_KINDS),
        "any_of": Key(_KINDS, required=False),
        "adds": Key(_weight),
        "why": Key(text),
        "source": Key(text),
    }
)
INSTEAD_KEYS: Mapping[str, Key] = MappingProxyType(
    {
        "kind": Key(one_of(FactKind)),
        "audience": Key(list_of(one_of(Audience)), required=False),
        "words": Key(text),
        "left": Key(one_of(Left)),
    }
)
# Of a file of phrases, and by their names of the three files of the table.
PHRASES_KEYS: Mapping[str, Key] = MappingProxyType(
    {"source": Key(text), "why": Key(text), "phrases": Key(named_lists)}
)
TABLE_KEYS: Mapping[str, Mapping[str, Key]] = MappingProxyType(
    {
        "weights": MappingProxyType(
            {
                "why": Key(text),
                "source": Key(text),
                "asks": Key(whole_number),
                "notes": Key(whole_number),
                "weights": Key(mapping),
            }
        ),
        "combinations": MappingProxyType({"why": Key(text), "combinations": Key(mapping)}),
        "instead": MappingProxyType({"why": Key(text), "instead": Key(_several)}),
    }
)
