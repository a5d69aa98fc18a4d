"""`rules/lists/schemes/*.toml` → schemes: how people and places are called, checked whole or not used at all.

A scheme that builds on another takes over what it does not say itself, slot by slot. What remains: a scheme
that is well formed and calls somebody by what gives them away.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from redact.rulebook.faults import Faults, quoted, suggestion
from redact.rulebook.scheme_tables import Lines, Table, read_names, read_slots, read_texts
from redact.values.judgement import Audience
from redact.values.people import Label
from redact.values.schemes import InventedName, Precision, Scheme, Slot, WordedAs

__all__ = ["load_schemes"]

_FOLDER = "lists/schemes"
_KEYS = {
    "title": str,
    "source": str,
    "example": str,
    "builds_on": str,
    "birth_order": bool,
    "never": list,
    "names": str,
    "worded": dict,
    "precision": dict,
    "taken": dict,
    "slots": dict,
}
_REQUIRED = ("title", "source", "example", "birth_order", "slots")
_DEPTH = 4  # schemes that build on each other; a circle is found at the latest here


@dataclass(frozen=True, slots=True)
class _File:
    """One file as it was read, and the lines on which its keys stand."""

    path: str
    table: Table
    lines: Lines


def load_schemes(folder: Path) -> Mapping[str, Scheme]:
    """Read every scheme under `folder`/lists/schemes, and check all of them.

    Args:
        folder: of the rules.

    Returns: the schemes by their ids, which are the names of their files.

    Raises:
        RuleFault: what is wrong in any scheme, all of it at once, with file and line; or there is no scheme.
    """
    faults = Faults()
    files: dict[str, _File] = {}
    for path in sorted((folder / _FOLDER).glob("*.toml")):
        read = _read(f"{_FOLDER}/{path.name}", path, faults)
        if read is not None:
            files[path.stem] = read
    if not files and not faults:
        faults.add(_FOLDER, None, "there is not one scheme")
    schemes = {id_: _scheme(id_, files, folder, faults) for id_ in files}
    faults.stop()
    return MappingProxyType({id_: scheme for id_, scheme in schemes.items() if scheme is not None})


def _read(path: str, file: Path, faults: Faults) -> _File | None:
    try:
        text = file.read_text(encoding="utf-8")
        table = tomllib.loads(text)
    except OSError:
        faults.add(path, None, "the file cannot be read")
    except UnicodeDecodeError:
        faults.add(path, None, "the file is not UTF-8")
    except tomllib.TOMLDecodeError as error:
        faults.add(path, None, f"not TOML: {str(error)[0].lower()}{str(error)[1:]}")
    else:
        return _File(path, table, Lines(text))
    return None


def _scheme(id_: str, files: Mapping[str, _File], folder: Path, faults: Faults) -> Scheme | None:
    """Make one scheme of its file and of those that it builds on, the nearest first."""
    before = len(faults)
    chain = tuple(_chain(id_, files, faults))
    own = chain[0]
    _check_keys(own, faults)
    if len(faults) > before:
        return None
    slots: dict[str, Slot] = {}
    for file in reversed(chain):
        # Its own faults are told for each file once, when it is read as a scheme of its own.
        slots |= read_slots(
            file.path, file.table.get("slots"), file.lines, faults if file is own else Faults()
        )
    worded, precision = _inherited("worded", chain), _inherited("precision", chain)
    names = _names(own, chain, folder, faults)
    if not names and any("{name}" in label for slot in slots.values() for label in slot.labels):
        faults.add(own.path, own.lines.of("slots"), "a label has {name}, and no list of names is named")
    _check_words(own, slots, faults)
    made = _worded(own, worded, faults), _precision(own, precision, faults)
    taken = _taken(own, _inherited("taken", chain), faults)
    never = read_texts(own.path, "never", _inherited("never", chain) or [], own.lines, faults)
    _check_never(own, never, faults)
    if len(faults) > before:
        return None
    text = own.table
    return Scheme(
        id_, text["title"], text["source"], text["example"], text["birth_order"],
        made[0], made[1], tuple(slots.values()), never, names, taken,
    )  # fmt: skip


def _chain(id_: str, files: Mapping[str, _File], faults: Faults) -> Iterator[_File]:
    """Give the file of a scheme, then those that it builds on."""
    file = files[id_]
    for _ in range(_DEPTH):
        yield file
        base = file.table.get("builds_on")
        if not isinstance(base, str):
            return
        if base not in files:
            near = suggestion(base, tuple(files))
            faults.add(file.path, file.lines.of("builds_on"), f"there is no scheme {quoted(base)}{near}")
            return
        file = files[base]
    faults.add(files[id_].path, files[id_].lines.of("builds_on"), "too many schemes build on each other")


def _check_keys(file: _File, faults: Faults) -> None:
    for key, value in file.table.items():
        line = file.lines.of(key)
        if key not in _KEYS:
            faults.add(file.path, line, f"unknown key {quoted(key)}{suggestion(key, tuple(_KEYS))}")
        elif type(value) is not _KEYS[key]:
            faults.add(file.path, line, f"{key}: a {_KEYS[key].__name__} is wanted")
        elif isinstance(value, str) and (not value.strip() or value != value.strip()):
            faults.add(file.path, line, f"{key}: the text is empty, or has outer spaces")
    for key in _REQUIRED:
        if key not in file.table:
            faults.add(file.path, None, f"the key {quoted(key)} is missing")


def _inherited(key: str, chain: tuple[_File, ...]) -> object:
    return next((file.table[key] for file in chain if key in file.table), None)


def _names(own: _File, chain: tuple[_File, ...], folder: Path, faults: Faults) -> tuple[InventedName, ...]:
    wanted = _inherited("names", chain)
    if not isinstance(wanted, str):
        return ()
    return read_names(f"lists/{wanted}.txt", folder, (own.path, own.lines.of("names")), faults)


def _worded(own: _File, table: object, faults: Faults) -> WordedAs:
    values = table if isinstance(table, dict) else {}
    wrong = sorted(set(values) ^ {"family", "event"})
    texts = {key: value for key, value in values.items() if isinstance(value, str) and value.strip()}
    if wrong or len(texts) != 2:
        faults.add(own.path, own.lines.of("worded"), "worded: it holds the texts family and event, no other")
        return WordedAs("", "")
    return WordedAs(texts["family"], texts["event"])


def _precision(own: _File, table: object, faults: Faults) -> Mapping[Audience, Precision]:
    values = table if isinstance(table, dict) else {}
    line = own.lines.of("precision")
    audiences = {member.value: member for member in Audience}
    kinds = {member.value: member for member in Precision}
    found: dict[Audience, Precision] = {}
    for key, value in values.items():
        if key not in audiences or value not in kinds:
            near = suggestion(str(value), tuple(kinds))
            faults.add(own.path, line, f"precision: {quoted(f'{key} = {value}')} is unknown{near}")
        else:
            found[audiences[key]] = kinds[value]
    if missing := [audience for audience in audiences if audience not in values]:
        faults.add(own.path, line, f"precision: nothing is said for {', '.join(missing)}")
    return MappingProxyType(found)


def _taken(own: _File, table: object, faults: Faults) -> Mapping[Label, str]:
    values = table if isinstance(table, dict) else {}
    labels = {member.value: member for member in Label}
    found: dict[Label, str] = {}
    for key, value in values.items():
        if key not in labels or not isinstance(value, str) or not value.strip():
            near = suggestion(key, tuple(labels))
            faults.add(own.path, own.lines.of("taken"), f"taken: {quoted(key)} is no label with a text{near}")
        else:
            found[labels[key]] = value
    return MappingProxyType(found)


def _check_words(own: _File, slots: Mapping[str, Slot], faults: Faults) -> None:
    """Check that no role means two slots: which of them was meant would depend on their order."""
    first: dict[str, str] = {}
    for slot in slots.values():
        for word in slot.words:
            if word in first and first[word] != slot.id:
                line = own.lines.of(f"slots.{slot.id}")
                faults.add(own.path, line, f"{slot.id}: the word {quoted(word)} means {first[word]} already")
            first.setdefault(word, slot.id)


def _check_never(own: _File, never: tuple[str, ...], faults: Faults) -> None:
    for mark in never:
        if len(mark) > 2 or not (mark.isascii() and mark.isalpha() and mark.isupper()):
            faults.add(own.path, own.lines.of("never"), f"never: {quoted(mark)} is not one or two capitals")
