"""The tables of a scheme's file: its slots, its lists of texts, the names that it may give."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from redact.rulebook.faults import Faults, quoted, suggestion
from redact.values.schemes import MARKS, Group, InventedName, Slot

__all__ = ["Lines", "Table", "read_names", "read_slots", "read_texts"]

Table = Mapping[str, Any]

_KEYS = ("group", "labels", "plain", "words")
_SECTION = re.compile(r"[ \t]*\[[ \t]*([\w.-]+)[ \t]*\]")
_KEY = re.compile(r"[ \t]*([\w-]+)[ \t]*=")
_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_MARK = re.compile(r"\{[^}]*\}")
_SEXES = ("f", "m", "n")


class Lines:
    """The 1-based lines on which the keys and tables of a TOML file begin; its parser does not tell them."""

    def __init__(self, text: str) -> None:
        self._found: dict[str, int] = {}
        table = ""
        for number, line in enumerate(text.splitlines(), 1):
            if section := _SECTION.match(line):
                table = section[1]
                self._found.setdefault(table, number)
                self._found.setdefault(table.partition(".")[0], number)
            elif key := _KEY.match(line):
                self._found.setdefault(f"{table}.{key[1]}".lstrip("."), number)

    def of(self, name: str) -> int | None:
        """Give the line of a key ("title", "slots.child.labels"), of its table, or none."""
        while name and name not in self._found:
            name = name.rpartition(".")[0]
        return self._found.get(name)


def read_slots(path: str, table: object, lines: Lines, faults: Faults) -> dict[str, Slot]:
    """Read the slots of one file in their order; what is at fault is told and left out."""
    slots: dict[str, Slot] = {}
    for id_, values in table.items() if isinstance(table, dict) else ():
        name = f"slots.{id_}"
        before = len(faults)
        if not _ID.fullmatch(id_) or not isinstance(values, dict):
            faults.add(path, lines.of(name), f"{quoted(id_)} is no slot")
            continue
        for key in sorted(set(values) - set(_KEYS)):
            near = suggestion(key, _KEYS)
            faults.add(path, lines.of(f"{name}.{key}"), f"{id_}: unknown key {quoted(key)}{near}")
        group = _group(path, id_, values.get("group"), lines, faults)
        labels = read_texts(path, f"{name}.labels", values.get("labels"), lines, faults)
        _check_labels(path, name, labels, lines, faults)
        words = read_texts(path, f"{name}.words", values.get("words", []), lines, faults)
        for word in words:
            if word != " ".join(word.casefold().replace("-", " ").split()):
                faults.add(path, lines.of(f"{name}.words"), f"{id_}: {quoted(word)} is not in small letters")
        (plain,) = read_texts(path, f"{name}.plain", [values.get("plain")], lines, faults) or ("",)
        if len(faults) == before:
            slots[id_] = Slot(id_, group, labels, plain, words)
    return slots


def read_texts(path: str, name: str, value: object, lines: Lines, faults: Faults) -> tuple[str, ...]:
    """Read a list of texts; empty where it is none, of which `faults` then holds why."""
    found = [text for text in value if isinstance(text, str)] if isinstance(value, list) else []
    good = [text for text in found if text.strip() and text == text.strip()]
    if not isinstance(value, list) or len(good) < len(value) or len(set(good)) < len(good):
        faults.add(path, lines.of(name), f"{name}: different texts without outer spaces are wanted")
        return ()
    return tuple(good)


def read_names(
    path: str, folder: Path, asked: tuple[str, int | None], faults: Faults
) -> tuple[InventedName, ...]:
    """Read a list of first names: a name, a tab, its sex on each line.

    Args:
        path: of the list, below the folder of the rules.
        asked: file and line that name the list.
    """
    try:
        text = (folder / path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        faults.add(*asked, f"the list {quoted(path)} cannot be read")
        return ()
    found: dict[str, InventedName] = {}
    for number, line in enumerate(text.splitlines(), 1):
        name, _, sex = line.partition("\t")
        if not line.strip() or line.startswith("#"):
            continue
        if sex not in _SEXES or not name.isalpha() or not name.istitle() or name.casefold() in found:
            faults.add(path, number, "one name, a tab and its sex (f, m or n) are wanted, each name once")
        found[name.casefold()] = InventedName(name, sex)
    if not found:
        faults.add(path, None, "there is not one name")
    return tuple(found.values())


def _group(path: str, id_: str, value: object, lines: Lines, faults: Faults) -> Group:
    groups = {group.value: group for group in Group}
    if value in groups:
        return groups[str(value)]
    line = lines.of(f"slots.{id_}.group")
    faults.add(path, line, f"{id_}: group: one of {', '.join(groups)} is wanted")
    return Group.OTHER


def _check_labels(path: str, name: str, labels: tuple[str, ...], lines: Lines, faults: Faults) -> None:
    line = lines.of(f"{name}.labels")
    if not labels:
        faults.add(path, line, f"{name}.labels: there is no label")
    for label in labels:
        marks = _MARK.findall(label)
        if len(marks) > 1 or any(mark not in MARKS for mark in marks) or label.count("{") != len(marks):
            faults.add(path, line, f"{name}.labels: {quoted(label)}: at most one of {', '.join(MARKS)}")
        elif not label[0].isupper() and not label.startswith("{"):
            faults.add(path, line, f"{name}.labels: {quoted(label)} begins with a capital")
