"""Editions and boards from their files: `editions/<id>/pack.yaml`, `boards/<id>/board.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Any

from redact.rulebook.clocks import clock, sending
from redact.rulebook.faults import Faults, quoted
from redact.rulebook.jigsaw import is_table
from redact.rulebook.marked import Marked, read_mapping
from redact.rulebook.proceedings import event_rule, proceedings_rule
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
from redact.values.packs import Board, Pack
from redact.values.rules import Edition, SourceStatus

__all__ = ["BOARD_KEYS", "PACK_KEYS", "Shelf", "board_ids", "is_shelf", "read_shelf", "rule_ids"]

_PACK, _BOARD = "pack.yaml", "board.yaml"
_EDITIONS, _BOARDS = "editions", "boards"


@dataclass(frozen=True, slots=True)
class Shelf:
    """One edition or board, with the file that it came from and the lines of its keys."""

    path: str
    keys: Mapped
    holds: Pack | Board


def board_ids(*folders: Path) -> tuple[str, ...]:
    """List the boards whose procedures lie in folders of rules; reads no rule."""
    found = {path.parent.name for folder in folders for path in folder.glob(f"{_BOARDS}/*/{_BOARD}")}
    return tuple(sorted(found))


def rule_ids(folder: Path) -> frozenset[str]:
    """List the rules whose files lie in a folder, each of which is named as its rule is; reads none."""
    paths = (path.relative_to(folder) for path in folder.rglob("*.yaml"))
    return frozenset(
        path.stem
        for path in paths
        if len(path.parts) > 1
        and path.parts[0] != "gate"
        and not is_shelf(path.as_posix())
        and not is_table(path.as_posix())
    )


def is_shelf(path: str) -> bool:
    """Tell whether a file says what an edition or a board is, and is no rule."""
    place = PurePosixPath(path)
    return (place.parts[0], place.name) in ((_EDITIONS, _PACK), (_BOARDS, _BOARD)) and len(place.parts) == 3


def read_shelf(path: str, data: bytes, faults: Faults, own: str = "") -> Shelf | None:
    """Read the file of an edition or a board; none where `faults` got a fault of it.

    Args:
        path: relative to the folder of the rules.
        own: what stands before the path in faults.
    """
    before = len(faults)
    place = PurePosixPath(path)
    path = own + path
    keys = read_mapping(path, data, faults)
    if keys is None:
        return None
    is_pack = place.parts[0] == _EDITIONS
    values = read_keys(path, keys, PACK_KEYS if is_pack else BOARD_KEYS, faults)
    id_, folder = values.get("id"), place.parts[1]
    if id_ is not None and (id_.value if isinstance(id_, Edition) else id_) != folder:
        faults.add(path, keys["id"][0], f"id: the id is the name of the folder, {quoted(folder)}")
    if is_pack:
        _check_days(path, keys, values, faults)
    if len(faults) > before:
        return None
    return Shelf(path, keys, _pack(values) if is_pack else Board(**values))


def _pack(values: dict[str, Any]) -> Pack:
    return Pack(edition=values.pop("id"), **values)


def _check_days(path: str, keys: Mapped, values: Mapping[str, Any], faults: Faults) -> None:
    first, last = values.get("first"), values.get("last")
    if first is not None and last is not None and last < first:
        faults.add(path, keys["last"][0], "last: it is before the first day")
    for day in ("first", "last"):
        if (day in keys) is not (f"{day}_sure" in keys):
            faults.add(path, None, f"{day} and {day}_sure go together: a day, and whether a source gives it")


def _day(marked: Marked, place: Place) -> date | None:
    value = text(marked, place)
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        place.fault('a day is wanted, in quotes: "2015-03-26"', marked.line)
        return None


def _reasons(marked: Marked, place: Place) -> Mapping[str, str] | None:
    """Read a mapping from the ids of rules to why they do not hold."""
    if not isinstance(marked.value, Mapping):
        wrong(marked, place, "a mapping of rules to the reasons why they do not hold")
        return None
    found = {name: text(entry, place) for name, (_, entry) in marked.value.items()}
    return MappingProxyType({name: reason for name, reason in found.items() if reason is not None})


PACK_KEYS: Mapping[str, Key] = MappingProxyType(
    {
        "id": Key(one_of(Edition)),
        "title": Key(text),
        "source": Key(text),
        "status": Key(one_of(SourceStatus), required=False),
        "first": Key(_day, required=False),
        "first_sure": Key(yes_or_no, required=False),
        "last": Key(_day, required=False),
        "last_sure": Key(yes_or_no, required=False),
        "inherits": Key(one_of(Edition), required=False),
        "drops": Key(_reasons, required=False),
        "cited": Key(list_of(text), required=False),
        "general": Key(list_of(text), required=False),
        "sent_before": Key(sending, required=False),
        "clocks": Key(list_of(clock), required=False),
        "open_proceedings": Key(proceedings_rule, required=False),
        "before_publication": Key(list_of(event_rule), required=False),
    }
)

BOARD_KEYS: Mapping[str, Key] = MappingProxyType(
    {
        "id": Key(rule_id),
        "title": Key(text),
        "source": Key(text),
        "status": Key(one_of(SourceStatus), required=False),
        "editions": Key(list_of(one_of(Edition))),
        "clocks": Key(list_of(clock), required=False),
        "open_proceedings": Key(proceedings_rule, required=False),
        "before_publication": Key(list_of(event_rule), required=False),
    }
)
