"""What people sign: `gate/statements.yaml` has sentences, `gate/signs.yaml` who signs which rule."""

from __future__ import annotations

import string
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from redact.rulebook.faults import Faults, quoted
from redact.rulebook.marked import Marked
from redact.rulebook.readers import (
    Key,
    Mapped,
    Place,
    list_of,
    one_of,
    read_keys,
    rule_id,
    text,
    wrong,
    yes_or_no,
)
from redact.values.rules import Edition, Mode
from redact.values.statements import About, GateRole, ReasonCode, Sign, Stage, StatementRule

__all__ = ["read_signs", "read_statements"]


def read_statements(path: str, keys: Mapped, faults: Faults) -> tuple[StatementRule, ...]:
    """Read the gate's own sentences; what is wrong with any goes to `faults`.

    Args:
        keys: of the whole file.
    """
    found: tuple[StatementRule | None, ...] = (
        read_keys(path, keys, _STATEMENTS_FILE, faults).get("statements") or ()
    )
    kept = tuple(one for one in found if one is not None)
    _must_be_once(path, [one.id for one in kept], keys, "statements", faults)
    return kept


def read_signs(path: str, keys: Mapped, faults: Faults) -> Mapping[str, Sign]:
    """Read by whom, at which stage and about what each sentence of a rule is signed."""
    found: tuple[Sign | None, ...] = read_keys(path, keys, _SIGNS_FILE, faults).get("signs") or ()
    kept = [one for one in found if one is not None]
    _must_be_once(path, [one.rule for one in kept], keys, "signs", faults)
    return MappingProxyType({one.rule: one for one in kept})


# ------------------------------------------------------------------ private


def _must_be_once(path: str, ids: list[str], keys: Mapped, key: str, faults: Faults) -> None:
    for id_ in dict.fromkeys(ids):
        if ids.count(id_) > 1:
            faults.add(path, keys[key][0], f"{key}: {quoted(id_)} stands twice")


def _sentence(marked: Marked, place: Place) -> str | None:
    """Read a sentence; the only thing that is set into it is where a place stands."""
    value = text(marked, place)
    if value is None:
        return None
    try:
        names = {name for _, name, _, _ in string.Formatter().parse(value) if name is not None}
    except ValueError:
        names = {""}
    if names - {"where"}:
        place.fault("nothing but {where} is set into a sentence", marked.line)
    return value


_STATEMENT_KEYS: Mapping[str, Key] = MappingProxyType(
    {
        "id": Key(rule_id),
        "version": Key(text),
        "sentence": Key(_sentence),
        "role": Key(one_of(GateRole)),
        "stage": Key(one_of(Stage)),
        "about": Key(one_of(About)),
        "source": Key(text),
        "covers": Key(list_of(rule_id), required=False),
        "unless": Key(list_of(rule_id), required=False),
        "modes": Key(list_of(one_of(Mode)), required=False),
        "editions": Key(list_of(one_of(Edition)), required=False),
        "reasons": Key(list_of(one_of(ReasonCode)), required=False),
    }
)

_SIGN_KEYS: Mapping[str, Key] = MappingProxyType(
    {
        "rule": Key(rule_id),
        "role": Key(one_of(GateRole)),
        "stage": Key(one_of(Stage)),
        "about": Key(one_of(About)),
        "unpublished": Key(yes_or_no, required=False),
    }
)


def _one_statement(marked: Marked, place: Place) -> StatementRule | None:
    values = _values(marked, place, _STATEMENT_KEYS, "a mapping of a sentence and who signs it")
    return None if values is None else StatementRule(**values)


def _one_sign(marked: Marked, place: Place) -> Sign | None:
    values = _values(marked, place, _SIGN_KEYS, "a mapping of a rule and who signs it")
    return None if values is None else Sign(**values)


def _values(marked: Marked, place: Place, keys: Mapping[str, Key], wanted: str) -> dict[str, Any] | None:
    if not isinstance(marked.value, Mapping):
        wrong(marked, place, wanted)
        return None
    before = len(place.faults)
    values = read_keys(place.path, marked.value, keys, place.faults, f"{place.key}.")
    return None if len(place.faults) > before else values


_STATEMENTS_FILE: Mapping[str, Key] = MappingProxyType(
    {"id": Key(rule_id), "source": Key(text), "statements": Key(list_of(_one_statement))}
)

_SIGNS_FILE: Mapping[str, Key] = MappingProxyType(
    {"id": Key(rule_id), "source": Key(text), "signs": Key(list_of(_one_sign))}
)
