"""The closed schema of a rule: which keys there are, what each may hold, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Any

from redact.rulebook.faults import Faults, quoted
from redact.rulebook.marked import Marked
from redact.rulebook.params import PARAMS
from redact.rulebook.readers import Key, Mapped, example, list_of, mapping, one_of, read_keys, rule_id, text
from redact.values.places import PLACES
from redact.values.rules import Audience, DocumentKind, Edition, Mode, Rule, RuleKind, Severity, SourceStatus

__all__ = ["KEYS", "PARAMS", "read_rule"]


def read_rule(path: str, keys: Mapped, faults: Faults) -> Rule | None:
    """Check one file's mapping against the schema and make the rule of it.

    Returns: none when `faults` got a fault of this file.
    """
    before = len(faults)
    values = read_keys(path, keys, KEYS, faults)
    stem = PurePosixPath(path).stem
    if values.get("id") not in (None, stem):
        faults.add(path, keys["id"][0], f"id: the id is the name of the file, {quoted(stem)}")
    for twice in sorted((set(values.get("finds") or ()) & set(values.get("allows") or ())) - {None}):
        faults.add(path, keys["allows"][0], f"allows: {quoted(twice)} stands under finds too")
    kind = values.get("kind")
    if isinstance(kind, RuleKind) and isinstance(values.get("params"), Mapping):
        values["params"] = _read_params(path, keys["params"], kind, faults)
        if kind is RuleKind.HIDDEN:
            _check_places(path, keys, values, faults)
        if kind is RuleKind.BUNDLE:
            _check_bundles(path, keys, values, faults)
    if isinstance(kind, RuleKind):
        _check_examples(path, keys, kind, faults)
    return Rule(**values) if len(faults) == before else None


def _read_params(
    path: str, params: tuple[int, Marked], kind: RuleKind, faults: Faults
) -> Mapping[str, object]:
    line, marked = params
    assert isinstance(marked.value, Mapping)  # noqa: S101 - its reader has seen to that
    values = read_keys(path, marked.value, PARAMS[kind], faults, "params.")
    if values.get("parts") and values.get("except_parts"):
        faults.add(path, line, "params: parts and except_parts exclude each other")
    low, high = values.get("score_from") or 0.0, values.get("score_below")
    if high is not None and low >= high:
        faults.add(path, line, "params: score_from is not below score_below, so no score fits")
    return MappingProxyType(values)


def _check_places(path: str, keys: Mapped, values: Mapping[str, Any], faults: Faults) -> None:
    """Check that each example of a rule on places says in which place its text stands."""
    for name in ("finds", "allows"):
        for shown in values.get(name) or ():
            if shown is not None and shown.partition(": ")[0] not in PLACES:
                faults.add(path, keys[name][0], f'{name}: an example begins with its place: "D27: words"')


def _check_bundles(path: str, keys: Mapped, values: Mapping[str, Any], faults: Faults) -> None:
    """Check that each example of a rule on several documents holds several."""
    for name in ("finds", "allows"):
        for shown in values.get(name) or ():
            if shown is not None and " || " not in shown:
                faults.add(path, keys[name][0], f'{name}: an example has several documents: "one || other"')


def _check_examples(path: str, keys: Mapped, kind: RuleKind, faults: Faults) -> None:
    """Check that a program's rule has examples of both sorts, and a person's its sentence and none."""
    for name in ("finds", "allows"):
        if kind is RuleKind.ATTESTED and name in keys:
            faults.add(path, keys[name][0], f"{name}: a statement that a person signs has no examples")
        elif kind is not RuleKind.ATTESTED and name not in keys:
            faults.add(path, None, f"the key {quoted(name)} is missing")
    if kind is RuleKind.ATTESTED and "sentence" not in keys:
        faults.add(path, None, "the key 'sentence' is missing: the very words that a person signs")


KEYS: Mapping[str, Key] = MappingProxyType(
    {
        "id": Key(rule_id),
        "kind": Key(one_of(RuleKind)),
        "severity": Key(one_of(Severity)),
        "title": Key(text),
        "message": Key(text),
        "hint": Key(text),
        "why": Key(text),
        "source": Key(text),
        "status": Key(one_of(SourceStatus), required=False),
        "edition": Key(list_of(one_of(Edition)), required=False),
        "board": Key(list_of(rule_id), required=False),
        "applies_to": Key(list_of(one_of(DocumentKind)), required=False),
        "audience": Key(list_of(one_of(Audience)), required=False),
        "mode": Key(list_of(one_of(Mode)), required=False),
        "replaces": Key(list_of(rule_id), required=False),
        "sentence": Key(text, required=False),
        "params": Key(mapping),
        "finds": Key(list_of(example), required=False),
        "allows": Key(list_of(example), required=False),
    }
)
