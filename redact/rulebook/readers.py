"""How one value of a rule is read: its faults are told to its place, with file and line."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType
from typing import Any

from redact.rulebook.faults import Faults, quoted, suggestion
from redact.rulebook.marked import Marked, Other
from redact.values.places import PLACES

__all__ = [
    "Key",
    "Mapped",
    "Place",
    "Reader",
    "catalogue_place",
    "example",
    "list_of",
    "mapping",
    "named",
    "named_lists",
    "one_of",
    "read_keys",
    "rule_id",
    "score",
    "text",
    "whole_number",
    "wrong",
    "yes_or_no",
]

Mapped = Mapping[str, tuple[int, Marked]]

MAX_TEXT = 1_000  # characters; the longest reason is a short paragraph
MAX_EXAMPLE = 6_000  # characters of a small document
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


def read_keys(
    path: str, mapping: Mapped, keys: Mapping[str, Key], faults: Faults, inside: str = ""
) -> dict[str, Any]:
    """Read the keys of a mapping: those that are unknown and those that are missing are faults."""
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


def wrong(marked: Marked, place: Place, wanted: str) -> None:
    """Tell that a value is of the wrong sort; `wanted` says of which it should be."""
    value = marked.value
    if isinstance(value, Other):
        advice = ", so write it in quotes" if wanted == _A_TEXT else ""
        place.fault(f"{wanted} is wanted; YAML reads this as {value.name}{advice}", marked.line)
        return
    is_a = {str: _A_TEXT, float: "a number", tuple: "a list"}.get(type(value), "a mapping")
    place.fault(f"{wanted} is wanted, not {is_a}", marked.line)


def text(marked: Marked, place: Place) -> str | None:
    """Read one line of text that can be printed."""
    value = marked.value
    if not isinstance(value, str):
        wrong(marked, place, _A_TEXT)
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


def rule_id(marked: Marked, place: Place) -> str | None:
    """Read an id: small letters, digits and single hyphens."""
    value = text(marked, place)
    if value and not _ID.fullmatch(value):
        place.fault("an id is made of small letters, digits and single hyphens", marked.line)
    elif value and value.startswith(_RESERVED):
        place.fault(f"ids that begin with {_RESERVED} are redact's own", marked.line)
    return value


def catalogue_place(marked: Marked, place: Place) -> str | None:
    """Read a place of the catalogue of hiding places."""
    value = text(marked, place)
    if value is not None and value not in PLACES:
        place.fault(f"{quoted(value)} is no place of the catalogue (D1 to D70, P1 to P34)", marked.line)
    return value


def mapping(marked: Marked, place: Place) -> Mapping[str, object] | None:
    """Read a mapping as it stands."""
    if not isinstance(marked.value, Mapping):
        wrong(marked, place, "a mapping")
        return None
    return marked.value


def score(marked: Marked, place: Place) -> float | None:
    """Read a score from 0 to 1."""
    value = marked.value
    if not isinstance(value, float):
        wrong(marked, place, "a number")
        return None
    if not 0.0 <= value <= 1.0:
        place.fault("a score is from 0 to 1", marked.line)
    return value


def one_of(enum: type[Enum], *, without: frozenset[Enum] = frozenset()) -> Reader:
    """Make the reader of one value of an enum."""
    members = {str(member.value): member for member in enum if member not in without}

    def read(marked: Marked, place: Place) -> Enum | None:
        value = marked.value
        if not isinstance(value, str):
            wrong(marked, place, "one of " + ", ".join(members))
            return None
        if value not in members:
            near = suggestion(value, tuple(members)) or f"; there are: {', '.join(members)}"
            place.fault(f"unknown value {quoted(value)}{near}", marked.line)
        return members.get(value)

    return read


def list_of(read_one: Reader) -> Reader:
    """Make the reader of a list in which nothing stands twice."""

    def read(marked: Marked, place: Place) -> tuple[Any, ...] | None:
        if not isinstance(marked.value, tuple):
            wrong(marked, place, "a list")
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


def example(marked: Marked, place: Place) -> str | None:
    """Read an example: one sentence, or a small document of several lines (written with |-)."""
    value = marked.value
    if not isinstance(value, str) or "\n" not in value:
        return text(marked, place)
    lines = value.split("\n")
    if value != value.strip() or any(line != line.rstrip() for line in lines):
        place.fault("the example begins or ends with empty lines, or a line ends in spaces", marked.line)
    elif not all(line.isprintable() for line in lines):
        place.fault("the example holds characters that cannot be printed", marked.line)
    elif len(value) > MAX_EXAMPLE:
        place.fault(f"the example is longer than {MAX_EXAMPLE:,} characters", marked.line)
    return value


def whole_number(marked: Marked, place: Place) -> int | None:
    """Read a number from 0 without a fraction."""
    value = marked.value
    if not isinstance(value, float):
        wrong(marked, place, "a number")
        return None
    if value < 0 or value != int(value):
        place.fault("a number from 0 without a fraction is wanted", marked.line)
    return int(value)


def yes_or_no(marked: Marked, place: Place) -> bool | None:
    """Read "yes" or "no", in quotes: YAML makes something else of the bare word."""
    value = text(marked, place)
    if value is not None and value not in ("yes", "no"):
        place.fault('"yes" or "no" is wanted, in quotes', marked.line)
    return value == "yes"


def named_lists(marked: Marked, place: Place) -> Mapping[str, tuple[str, ...]] | None:
    """Read a mapping from words of ours, which reports say, to the wordings that count as it."""
    read: Mapping[str, tuple[str, ...]] | None = named(text)(marked, place)
    return read


def named(read_one: Reader) -> Reader:
    """Make the reader of a mapping from words of ours to lists."""
    read_list = list_of(read_one)

    def read(marked: Marked, place: Place) -> Mapping[str, tuple[Any, ...]] | None:
        if not isinstance(marked.value, Mapping):
            wrong(marked, place, "a mapping of names to lists")
            return None
        if not marked.value:
            place.fault("the mapping is empty", marked.line)
        return MappingProxyType({name: read_list(entry, place) for name, (_, entry) in marked.value.items()})

    return read
