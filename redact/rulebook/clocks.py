"""The times of an edition or of a board's procedure: `clocks` in pack.yaml and board.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from redact.rulebook.marked import Marked
from redact.rulebook.readers import (
    Key,
    Place,
    list_of,
    one_of,
    read_keys,
    rule_id,
    text,
    whole_number,
    wrong,
    yes_or_no,
)
from redact.values.clocks import CaseEvent, Clock, ClockUnit
from redact.values.deadlines import Recipient, SendingRule, Unit

__all__ = ["clock", "sending"]

_CLOCK_KEYS: Mapping[str, Key] = MappingProxyType(
    {
        "row": Key(rule_id),
        "what": Key(text),
        "since": Key(one_of(CaseEvent)),
        "count": Key(whole_number),
        "unit": Key(one_of(ClockUnit)),
        "source": Key(text),
        "keeps": Key(yes_or_no, required=False),
        "until": Key(one_of(CaseEvent), required=False),
    }
)

_SENDING_KEYS: Mapping[str, Key] = MappingProxyType(
    {
        "count": Key(whole_number),
        "unit": Key(one_of(Unit)),
        "to": Key(list_of(one_of(Recipient))),
        "clear": Key(yes_or_no),
        "source": Key(text),
    }
)


def clock(marked: Marked, place: Place) -> Clock | None:
    """Read one time: what is owed, from which event on, how long."""
    if not isinstance(marked.value, Mapping):
        wrong(marked, place, "a mapping of what is owed, since when and how long")
        return None
    before = len(place.faults)
    values = read_keys(place.path, marked.value, _CLOCK_KEYS, place.faults, f"{place.key}.")
    return None if len(place.faults) > before else Clock(**values)


def sending(marked: Marked, place: Place) -> SendingRule | None:
    """Read to whom the report goes before it is published, and how long before."""
    if not isinstance(marked.value, Mapping):
        wrong(marked, place, "a mapping of what is counted, and to whom")
        return None
    before = len(place.faults)
    values = read_keys(place.path, marked.value, _SENDING_KEYS, place.faults, f"{place.key}.")
    return None if len(place.faults) > before else SendingRule(**values)
