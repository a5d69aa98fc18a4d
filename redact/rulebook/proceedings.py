"""What must be before publication: `open_proceedings`, `before_publication` in pack.yaml and board.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from redact.rulebook.marked import Marked
from redact.rulebook.readers import Key, Place, list_of, one_of, read_keys, rule_id, text, wrong
from redact.values.gate_record import GateEvent
from redact.values.proceedings import EventRule, OpenProceedings, ProceedingsRule
from redact.values.rules import Edition

__all__ = ["event_rule", "proceedings_rule"]

_PROCEEDINGS_KEYS: Mapping[str, Key] = MappingProxyType(
    {
        "how": Key(one_of(OpenProceedings)),
        "source": Key(text),
        "editions": Key(list_of(one_of(Edition)), required=False),
    }
)

_EVENT_KEYS: Mapping[str, Key] = MappingProxyType(
    {
        "row": Key(rule_id),
        "what": Key(text),
        "any_of": Key(list_of(one_of(GateEvent))),
        "before": Key(one_of(GateEvent), required=False),
        "source": Key(text),
        "editions": Key(list_of(one_of(Edition)), required=False),
    }
)


def proceedings_rule(marked: Marked, place: Place) -> ProceedingsRule | None:
    """Read what follows where something is still before a court."""
    values = _values(marked, place, _PROCEEDINGS_KEYS, "a mapping of what follows, and where that stands")
    return None if values is None else ProceedingsRule(**values)


def event_rule(marked: Marked, place: Place) -> EventRule | None:
    """Read what must have happened on a day before publication."""
    values = _values(
        marked, place, _EVENT_KEYS, "a mapping of what must have happened, and where that stands"
    )
    return None if values is None else EventRule(**values)


def _values(marked: Marked, place: Place, keys: Mapping[str, Key], wanted: str) -> dict[str, Any] | None:
    if not isinstance(marked.value, Mapping):
        wrong(marked, place, wanted)
        return None
    before = len(place.faults)
    values = read_keys(place.path, marked.value, keys, place.faults, f"{place.key}.")
    return None if len(place.faults) > before else values
