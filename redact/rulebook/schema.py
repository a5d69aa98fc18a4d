"""The closed schema of a rule: which keys there are, what each may hold, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Any

from redact.rulebook.faults import Faults, quoted, suggestion
from redact.rulebook.marked import Marked, Other
from redact.values.judgement import Audience, DocumentKind, Edition, Mode, Rule, RuleKind, Severity
from redact.values.labels import LabelFaultKind
from redact.values.people import Label, Standing
from redact.values.places import PLACES
from redact.values.text import Part

__all__ = ["KEYS", "PARAMS", "read_rule"]

Mapped = Mapping[str, tuple[int, Marked]]

MAX_TEXT = 1_000  # characters; the longest reason is a short paragraph
_A_TEXT = "a text"
_RESERVED = "unjudged-"  # verdicts on what no rule judges are named so
_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands, so that its faults can be told."""

    path: str
    key: str
    line: int
    faults: Faults

    def fault(self, what: str, line: int | None = None) -> None:
        """Keep a fault of this key's value."""
        self.faults.add(self.path, line or self.line, f"{self.key}: {what}")


# Reads one value; tells its faults to the place, and then gives whatever it likes.
Reader = Callable[[Marked, Place], Any]


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a mapping."""

    read: Reader
    required: bool = True


def read_rule(path: str, mapping: Mapped, faults: Faults) -> Rule | None:
    """Check one file's mapping against the schema and make the rule of it.

    Returns: none when `faults` got a fault of this file.
    """
    before = len(faults)
    values = _read_keys(path, mapping, KEYS, faults)
    stem = PurePosixPath(path).stem
    if values.get("id") not in (None, stem):
        faults.add(path, mapping["id"][0], f"id: the id is the name of the file, {quoted(stem)}")
    for text in sorted((set(values.get("finds") or ()) & set(values.get("allows") or ())) - {None}):
        faults.add(path, mapping["allows"][0], f"allows: {quoted(text)} stands under finds too")
    kind = values.get("kind")
    if isinstance(kind, RuleKind) and isinstance(values.get("params"), Mapping):
        values["params"] = _read_params(path, mapping["params"], kind, faults)
        if kind is RuleKind.HIDDEN:
            _check_places(path, mapping, values, faults)
        if kind is RuleKind.BUNDLE:
            _check_bundles(path, mapping, values, faults)
    return Rule(**values) if len(faults) == before else None


def _read_keys(
    path: str, mapping: Mapped, keys: Mapping[str, Key], faults: Faults, inside: str = ""
) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name, (line, marked) in mapping.items():
        if name not in keys:
            faults.add(path, line, f"unknown key {quoted(inside + name)}{suggestion(name, tuple(keys))}")
            continue
        values[name] = keys[name].read(marked, Place(path, inside + name, marked.line, faults))
    for name, key in keys.items():
        if key.required and name not in mapping:
            faults.add(path, None, f"the key {quoted(inside + name)} is missing")
    return values


def _read_params(
    path: str, params: tuple[int, Marked], kind: RuleKind, faults: Faults
) -> Mapping[str, object]:
    line, marked = params
    assert isinstance(marked.value, Mapping)  # noqa: S101 - its reader has seen to that
    values = _read_keys(path, marked.value, PARAMS[kind], faults, "params.")
    if values.get("parts") and values.get("except_parts"):
        faults.add(path, line, "params: parts and except_parts exclude each other")
    low, high = values.get("score_from") or 0.0, values.get("score_below")
    if high is not None and low >= high:
        faults.add(path, line, "params: score_from is not below score_below, so no score fits")
    return MappingProxyType(values)


def _check_places(path: str, mapping: Mapped, values: Mapping[str, Any], faults: Faults) -> None:
    """Check that each example of a rule on places says in which place its text stands."""
    for name in ("finds", "allows"):
        for text in values.get(name) or ():
            if text is not None and text.partition(": ")[0] not in PLACES:
                faults.add(path, mapping[name][0], f'{name}: an example begins with its place: "D27: words"')


def _check_bundles(path: str, mapping: Mapped, values: Mapping[str, Any], faults: Faults) -> None:
    """Check that each example of a rule on several documents holds several."""
    for name in ("finds", "allows"):
        for text in values.get(name) or ():
            if text is not None and " || " not in text:
                faults.add(
                    path, mapping[name][0], f'{name}: an example has several documents: "one || other"'
                )


def _wrong(marked: Marked, place: Place, wanted: str) -> None:
    value = marked.value
    if isinstance(value, Other):
        advice = ", so write it in quotes" if wanted == _A_TEXT else ""
        place.fault(f"{wanted} is wanted; YAML reads this as {value.name}{advice}", marked.line)
        return
    is_a = {str: _A_TEXT, float: "a number", tuple: "a list"}.get(type(value), "a mapping")
    place.fault(f"{wanted} is wanted, not {is_a}", marked.line)


def _text(marked: Marked, place: Place) -> str | None:
    value = marked.value
    if not isinstance(value, str):
        _wrong(marked, place, _A_TEXT)
        return None
    if not value.strip():
        place.fault("the text is empty", marked.line)
    elif value != value.strip() or "\n" in value:
        place.fault("the text has line ends or outer spaces (fold it with >-)", marked.line)
    elif not value.isprintable():
        place.fault("the text holds characters that cannot be printed", marked.line)
    elif len(value) > MAX_TEXT:
        place.fault(f"the text is longer than {MAX_TEXT:,} characters", marked.line)
    return value


def _id(marked: Marked, place: Place) -> str | None:
    value = _text(marked, place)
    if value and not _ID.fullmatch(value):
        place.fault("an id is made of small letters, digits and single hyphens", marked.line)
    elif value and value.startswith(_RESERVED):
        place.fault(f"ids that begin with {_RESERVED} are redact's own", marked.line)
    return value


def _place(marked: Marked, place: Place) -> str | None:
    value = _text(marked, place)
    if value is not None and value not in PLACES:
        place.fault(f"{quoted(value)} is no place of the catalogue (D1 to D70, P1 to P34)", marked.line)
    return value


def _params(marked: Marked, place: Place) -> Mapping[str, object] | None:
    if not isinstance(marked.value, Mapping):
        _wrong(marked, place, "a mapping")
        return None
    return marked.value


def _score(marked: Marked, place: Place) -> float | None:
    value = marked.value
    if not isinstance(value, float):
        _wrong(marked, place, "a number")
        return None
    if not 0.0 <= value <= 1.0:
        place.fault("a score is from 0 to 1", marked.line)
    return value


def _one_of(enum: type[Enum], *, without: frozenset[Enum] = frozenset()) -> Reader:
    members = {str(member.value): member for member in enum if member not in without}

    def read(marked: Marked, place: Place) -> Enum | None:
        value = marked.value
        if not isinstance(value, str):
            _wrong(marked, place, "one of " + ", ".join(members))
            return None
        if value not in members:
            near = suggestion(value, tuple(members)) or f"; there are: {', '.join(members)}"
            place.fault(f"unknown value {quoted(value)}{near}", marked.line)
        return members.get(value)

    return read


def _list_of(read_one: Reader) -> Reader:
    def read(marked: Marked, place: Place) -> tuple[Any, ...] | None:
        if not isinstance(marked.value, tuple):
            _wrong(marked, place, "a list")
            return None
        if not marked.value:
            place.fault("the list is empty", marked.line)
        values = tuple(read_one(entry, place) for entry in marked.value)
        seen: set[object] = set()
        for entry, value in zip(marked.value, values, strict=True):
            if value is not None and value in seen:
                place.fault("the same value stands twice", entry.line)
            seen.add(value)
        return values

    return read


KEYS: Mapping[str, Key] = MappingProxyType(
    {
        "id": Key(_id),
        "kind": Key(_one_of(RuleKind)),
        "severity": Key(_one_of(Severity)),
        "title": Key(_text),
        "message": Key(_text),
        "hint": Key(_text),
        "why": Key(_text),
        "source": Key(_text),
        "edition": Key(_list_of(_one_of(Edition)), required=False),
        "applies_to": Key(_list_of(_one_of(DocumentKind)), required=False),
        "audience": Key(_list_of(_one_of(Audience)), required=False),
        "mode": Key(_list_of(_one_of(Mode)), required=False),
        "sentence": Key(_text, required=False),
        "params": Key(_params),
        "finds": Key(_list_of(_text)),
        "allows": Key(_list_of(_text)),
    }
)
_PARTS = _list_of(_one_of(Part))
# A pseudonym is a label in use and never a fault, so no rule may judge one.
_LABELS = _list_of(_one_of(Label, without=frozenset({Label.PSEUDONYM})))
_ACROSS: frozenset[Enum] = frozenset(kind for kind in LabelFaultKind if kind.across)
_WITHIN: frozenset[Enum] = frozenset(LabelFaultKind) - _ACROSS
PARAMS: Mapping[RuleKind, Mapping[str, Key]] = MappingProxyType(
    {
        RuleKind.IDENTITY: MappingProxyType(
            {
                "labels": Key(_LABELS),
                "standing": Key(_list_of(_one_of(Standing)), required=False),
                "score_from": Key(_score, required=False),
                "score_below": Key(_score, required=False),
                "parts": Key(_PARTS, required=False),
                "except_parts": Key(_PARTS, required=False),
            }
        ),
        RuleKind.DOCUMENT_KIND: MappingProxyType({"kinds": Key(_list_of(_one_of(DocumentKind)))}),
        RuleKind.HIDDEN: MappingProxyType(
            {"places": Key(_list_of(_place)), "parts": Key(_PARTS, required=False)}
        ),
        RuleKind.LABELS: MappingProxyType(
            {"faults": Key(_list_of(_one_of(LabelFaultKind, without=_ACROSS)))}
        ),
        RuleKind.BUNDLE: MappingProxyType(
            {"faults": Key(_list_of(_one_of(LabelFaultKind, without=_WITHIN)))}
        ),
    }
)
