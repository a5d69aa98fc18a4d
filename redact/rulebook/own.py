"""A partnership's own rules over those of redact: what they add and raise, and what they lower or switch off.

Nobody is kept from lowering a rule; but every report says so first. Where it cannot be told whether a change
asks for less (other params, another sentence), it is told as a change.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from types import MappingProxyType

from redact.rulebook.faults import Faults
from redact.rulebook.readers import Key, Mapped, read_keys, rule_id, text
from redact.values.rules import Rule, Severity

__all__ = ["OFF_KEYS", "lowered", "read_off"]

_WEIGHT = {Severity.NOTE: 0, Severity.ASK: 1, Severity.BLOCK: 2}
_SCOPES = ("edition", "board", "applies_to", "audience", "mode")
_SCOPE_WORDS = {"applies_to": "kind of document"}


def read_off(path: str, keys: Mapped, faults: Faults) -> tuple[str, str] | None:
    """Read a file that switches a rule off: which, and why; none where `faults` got a fault of it."""
    before = len(faults)
    values = read_keys(path, keys, OFF_KEYS, faults)
    return (values["id"], values["switched_off"]) if len(faults) == before else None


def lowered(ours: Mapping[str, Rule], own: Mapping[str, Rule], off: Mapping[str, str]) -> tuple[str, ...]:
    """Say, one line a rule, what a partnership's own rules make of ours that asks for less, or may.

    Args:
        ours: the rules of redact, by their ids.
        own: those of the partnership; one with an id of ours takes its place.
        off: the rules that it switches off, with the reasons.
    """
    lines = {id_: f"switched off: {reason.rstrip('.')}" for id_, reason in off.items()}
    lines |= {
        id_: "; ".join(less)
        for id_, rule in own.items()
        if id_ in ours
        for less in [_less(ours[id_], rule)]
        if less
    }
    for rule in own.values():
        before = ours[rule.id].replaces if rule.id in ours else ()
        lines |= {
            other: f"replaced by {rule.id}"
            for other in rule.replaces
            if other in ours and other not in before and other not in lines
        }
    return tuple(f"{id_}: {lines[id_]}" for id_ in sorted(lines))


def _less(before: Rule, after: Rule) -> list[str]:
    found = list(_changes(before, after))
    if _WEIGHT[after.severity] < _WEIGHT[before.severity]:
        found.insert(0, f"{after.severity.value} instead of {before.severity.value}")
    return found


def _changes(before: Rule, after: Rule) -> Iterator[str]:
    for scope in _SCOPES:
        if _narrower(getattr(before, scope), getattr(after, scope)):
            yield f"only for the {_SCOPE_WORDS.get(scope, scope)} {_listed(getattr(after, scope))}"
    if (before.kind, before.params) != (after.kind, after.params):
        yield "what it looks for is changed"
    if before.sentence != after.sentence:
        yield "what a person signs is changed"


def _narrower(before: Sequence[object], after: Sequence[object]) -> bool:
    """Tell whether a rule holds for less; an empty list means everything."""
    return bool(after) and (not before or not set(before) <= set(after))


def _listed(members: Sequence[Enum | str]) -> str:
    return " or ".join(str(member.value) if isinstance(member, Enum) else member for member in members)


OFF_KEYS: Mapping[str, Key] = MappingProxyType({"id": Key(rule_id), "switched_off": Key(text)})
