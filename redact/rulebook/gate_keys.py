"""The closed schema of the files under `rules/gate`: which keys there are, and what each may hold."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from redact.rulebook.marked import Marked
from redact.rulebook.readers import Key, Place, list_of, mapping, one_of, rule_id, text, wrong
from redact.values.deadlines import Recipient
from redact.values.gate import GateAction, GateState, Guard
from redact.values.gate_record import PaperPart
from redact.values.rules import Edition, Mode
from redact.values.statements import GateRole, Stage

__all__ = [
    "BOARD_SENDS_KEYS",
    "PAPERS_KEYS",
    "RECIPIENTS_KEYS",
    "ROW_KEYS",
    "SENT_FIRST_KEYS",
    "STAGES_KEYS",
    "STATES_KEYS",
]

_DOMAIN = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}")


def _entries(marked: Marked, place: Place) -> None:
    """See that a list stands there; its entries are read one by one, with their own lines."""
    if not isinstance(marked.value, tuple):
        wrong(marked, place, "a list")
    elif not marked.value:
        place.fault("the list is empty", marked.line)


def _domain(marked: Marked, place: Place) -> str | None:
    """Read the domain of an address, in small letters: one letter wrong sends a review elsewhere."""
    value = text(marked, place)
    if value and not _DOMAIN.fullmatch(value):
        place.fault("a domain in small letters is wanted, such as ofsted.gov.uk", marked.line)
    return value


_HEAD: Mapping[str, Key] = MappingProxyType({"id": Key(rule_id), "source": Key(text)})

STATES_KEYS: Mapping[str, Key] = MappingProxyType(
    {
        **_HEAD,
        "rows": Key(_entries),
        "stages": Key(mapping),
        "papers": Key(_entries),
        "sent_first": Key(_entries),
    }
)

RECIPIENTS_KEYS: Mapping[str, Key] = MappingProxyType(
    {**_HEAD, "domains": Key(list_of(_domain)), "boards": Key(_entries, required=False)}
)

ROW_KEYS: Mapping[str, Key] = MappingProxyType(
    {
        "states": Key(list_of(one_of(GateState))),
        "action": Key(one_of(GateAction)),
        "roles": Key(list_of(one_of(GateRole))),
        "to": Key(one_of(GateState), required=False),
        "guards": Key(list_of(one_of(Guard)), required=False),
        "modes": Key(list_of(one_of(Mode)), required=False),
    }
)

STAGES_KEYS: Mapping[str, Key] = MappingProxyType(
    {state.value: Key(one_of(Stage), required=False) for state in GateState}
)

PAPERS_KEYS: Mapping[str, Key] = MappingProxyType(
    {
        "mode": Key(one_of(Mode)),
        "editions": Key(list_of(one_of(Edition)), required=False),
        "parts": Key(list_of(one_of(PaperPart))),
        "source": Key(text),
    }
)

SENT_FIRST_KEYS: Mapping[str, Key] = MappingProxyType(
    {
        "editions": Key(list_of(one_of(Edition))),
        "to": Key(list_of(one_of(Recipient))),
        "source": Key(text),
    }
)

BOARD_SENDS_KEYS: Mapping[str, Key] = MappingProxyType(
    {
        "board": Key(rule_id),
        "editions": Key(list_of(one_of(Edition)), required=False),
        "to": Key(list_of(one_of(Recipient))),
        "source": Key(text),
    }
)
