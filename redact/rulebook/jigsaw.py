"""`rules/jigsaw/` → the table of weights: what facts weigh, which weigh more together, what to write instead.

A partnership's own folder may raise a weight or a threshold and add combinations; what it lowers is told like
a rule that is lowered. What remains: a table that is well formed and weighs the wrong thing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Any

from redact.rulebook.faults import Faults, quoted, suggestion
from redact.rulebook.jigsaw_keys import (
    COMBINATION_KEYS,
    INSTEAD_KEYS,
    PHRASES_KEYS,
    TABLE_KEYS,
    WEIGHT_KEYS,
    optional,
)
from redact.rulebook.marked import Marked, read_mapping
from redact.rulebook.readers import Key, Mapped, read_keys
from redact.values.jigsaw import Combination, FactKind, Instead, JigsawTable, Weight
from redact.values.rules import Audience

__all__ = ["Tables", "is_table", "join_tables", "read_table"]

_FOLDER, _PHRASES = "jigsaw", "phrases"
_ORDER = "what is told more exactly weighs no less"
_READERS = ("public", "family")  # whoever else reads was there, or is bound not to tell


@dataclass(slots=True)
class Tables:
    """What one folder says of weights; in a partnership's own folder most of it is left out."""

    asks: int | None = None
    notes: int | None = None
    weights: dict[FactKind, dict[str, Any]] = field(default_factory=dict)
    combinations: dict[str, Combination] = field(default_factory=dict)
    instead: list[Instead] = field(default_factory=list)
    phrases: dict[str, tuple[str, ...]] = field(default_factory=dict)
    paths: dict[str, str] = field(default_factory=dict)  # the files that were read, by their names


def is_table(path: str) -> bool:
    """Tell whether a file belongs to the table of weights, and is no rule."""
    place = PurePosixPath(path)
    if place.parts[0] != _FOLDER or place.suffix != ".yaml":
        return False
    return (len(place.parts) == 2 and place.stem in TABLE_KEYS) or (
        len(place.parts) == 3 and place.parts[1] == _PHRASES
    )


def read_table(path: str, data: bytes, faults: Faults, found: Tables, own: str = "") -> None:
    """Read one file of the table into what was found of it; what is at fault is told and left out.

    Args:
        path: relative to the folder of the rules.
        own: what stands before the path in faults, where the folder is a partnership's own.
    """
    place, shown = PurePosixPath(path), own + path
    if place.parts[1] == _PHRASES and own:
        faults.add(shown, None, "the phrases are redact's own; a partnership changes weights alone")
        return
    keys = read_mapping(shown, data, faults)
    if keys is None:
        return
    found.paths[place.stem] = shown
    if place.parts[1] == _PHRASES:
        values = read_keys(shown, keys, PHRASES_KEYS, faults)
        lists = values.get("phrases") or {}
        found.phrases |= {f"{place.stem}/{name}": words for name, words in lists.items() if words}
        return
    wanted = TABLE_KEYS[place.stem]
    values = read_keys(shown, keys, optional(wanted) if own else wanted, faults)
    reading = _Reading(shown, faults, bool(own))
    if place.stem == "weights":
        found.asks, found.notes = values.get("asks"), values.get("notes")
        found.weights |= reading.weights(keys)
    elif place.stem == "combinations":
        found.combinations |= reading.combinations(keys)
    else:
        found.instead += reading.instead(keys)


def join_tables(
    ours: Tables, own: Tables | None, faults: Faults
) -> tuple[JigsawTable | None, tuple[str, ...]]:
    """Put a partnership's own table over ours.

    Returns: the table, none in a folder without one; and one line for each thing that is lowered.
    """
    if not (ours.paths or (own and own.paths)):
        return None, ()
    before = _table(ours, faults)
    if before is None or own is None:
        return before, ()
    weights = {kind: {**_values(before.weights[kind]), **values} for kind, values in own.weights.items()}
    after = replace(
        before,
        asks=before.asks if own.asks is None else own.asks,
        notes=before.notes if own.notes is None else own.notes,
        weights=MappingProxyType(
            {**before.weights, **{kind: Weight(**values) for kind, values in weights.items()}}
        ),
        combinations=tuple({**ours.combinations, **own.combinations}.values()),
        instead=(*own.instead, *before.instead),
    )
    path = own.paths.get("weights", "")
    _check_thresholds(after.asks, after.notes, path, faults)
    for kind in own.weights:
        if not after.weights[kind].exact >= after.weights[kind].near >= after.weights[kind].broad:
            faults.add(path, None, f"weights.{kind.value}: {_ORDER}, redact's own weights among them")
    return after, tuple(_lowered(before, after))


def _table(found: Tables, faults: Faults) -> JigsawTable | None:
    missing = [name for name in TABLE_KEYS if name not in found.paths]
    for name in missing:
        faults.add(
            f"{_FOLDER}/{name}.yaml", None, "the file is missing, and the others of its table are here"
        )
    if missing or found.asks is None or found.notes is None:
        return None
    path = found.paths["weights"]
    for kind in FactKind:
        if kind not in found.weights:
            faults.add(path, None, f"weights: nothing is said of {kind.value}")
        elif len(found.weights[kind]) < len(WEIGHT_KEYS):
            return None  # told where it was read
        for audience in _READERS:
            if not any(one.kind is kind and _for(one, audience) for one in found.instead):
                what = f"instead: nothing is said of {kind.value} for the audience {audience}"
                faults.add(found.paths["instead"], None, what)
    _check_thresholds(found.asks, found.notes, path, faults)
    if len(faults):
        return None
    weights = {kind: Weight(**found.weights[kind]) for kind in FactKind}
    return JigsawTable(
        MappingProxyType(weights),
        tuple(found.combinations.values()),
        tuple(found.instead),
        found.asks,
        found.notes,
        MappingProxyType(dict(found.phrases)),
    )


def _for(one: Instead, audience: str) -> bool:
    return not one.audience or any(member.value == audience for member in one.audience)


def _check_thresholds(asks: int, notes: int, path: str, faults: Faults) -> None:
    if not 0 < notes <= asks:
        faults.add(path, None, "notes: it is from 1 to what is asked about")


def _values(weight: Weight) -> dict[str, Any]:
    return {name: getattr(weight, name) for name in WEIGHT_KEYS}


def _lowered(before: JigsawTable, after: JigsawTable) -> list[str]:
    """Say what asks for less than before: a weight that fell, or a threshold that rose."""
    lines = [
        f"jigsaw {name}: from {getattr(after, name)} instead of {getattr(before, name)}"
        for name in ("asks", "notes")
        if getattr(after, name) > getattr(before, name)
    ]
    for kind, weight in before.weights.items():
        now = after.weights[kind]
        lines += [
            f"jigsaw weight of {kind.value}, {name}: {getattr(now, name)} instead of {getattr(weight, name)}"
            for name in ("exact", "near", "broad", "further")
            if getattr(now, name) < getattr(weight, name)
        ]
    later = {one.id: one for one in after.combinations}
    for one in before.combinations:
        now_ = later[one.id]
        if now_.adds < one.adds:
            lines.append(f"jigsaw combination {one.id}: adds {now_.adds} instead of {one.adds}")
        elif not (set(now_.all_of) <= set(one.all_of) and _as_wide(one.any_of, now_.any_of)):
            lines.append(f"jigsaw combination {one.id}: other kinds of fact are wanted")
    return lines


def _as_wide(before: tuple[FactKind, ...], after: tuple[FactKind, ...]) -> bool:
    return not after or (bool(before) and set(before) <= set(after))


@dataclass(frozen=True, slots=True)
class _Reading:
    """Reads what stands under the one key of a file."""

    path: str
    faults: Faults
    own: bool

    def weights(self, keys: Mapped) -> dict[FactKind, dict[str, Any]]:
        kinds = {kind.value: kind for kind in FactKind}
        wanted = optional(WEIGHT_KEYS) if self.own else WEIGHT_KEYS
        found: dict[FactKind, dict[str, Any]] = {}
        for name, values in self._entries(keys, "weights", wanted).items():
            if name not in kinds:
                near = suggestion(name, tuple(kinds))
                self._fault(keys, "weights", name, f"there is no kind of fact {quoted(name)}{near}")
                continue
            found[kinds[name]] = values
            told = [values[key] for key in ("exact", "near", "broad") if values.get(key) is not None]
            if told != sorted(told, reverse=True):
                self._fault(keys, "weights", name, _ORDER)
        return found

    def combinations(self, keys: Mapped) -> dict[str, Combination]:
        found = {}
        for name, values in self._entries(keys, "combinations", COMBINATION_KEYS).items():
            if not any(value is None for value in values.values()) and {"all_of", "adds"} <= set(values):
                found[name] = Combination(name, **{"any_of": (), **values})
        return found

    def instead(self, keys: Mapped) -> list[Instead]:
        _, marked = keys.get("instead", (0, Marked((), 0)))
        found = []
        for entry in marked.value if isinstance(marked.value, tuple) else ():
            if not isinstance(entry.value, Mapping):
                self.faults.add(self.path, entry.line, "instead: a mapping is wanted")
                continue
            before = len(self.faults)
            values = read_keys(self.path, entry.value, INSTEAD_KEYS, self.faults, "instead.")
            if len(self.faults) == before:
                found.append(
                    Instead(values["kind"], _audiences(values), values["words"], values["left"].exactness)
                )
        return found

    def _entries(self, keys: Mapped, key: str, wanted: Mapping[str, Key]) -> dict[str, dict[str, Any]]:
        _, marked = keys.get(key, (0, Marked({}, 0)))
        found = {}
        for name, (line, entry) in marked.value.items() if isinstance(marked.value, Mapping) else ():
            if not isinstance(entry.value, Mapping):
                self.faults.add(self.path, line, f"{key}.{name}: a mapping is wanted")
                continue
            found[name] = read_keys(self.path, entry.value, wanted, self.faults, f"{key}.{name}.")
        return found

    def _fault(self, keys: Mapped, key: str, name: str, what: str) -> None:
        entries = keys[key][1].value
        assert isinstance(entries, Mapping)  # noqa: S101 - it was read as one
        self.faults.add(self.path, entries[name][0], f"{key}.{name}: {what}")


def _audiences(values: Mapping[str, Any]) -> tuple[Audience, ...]:
    return values.get("audience") or ()
