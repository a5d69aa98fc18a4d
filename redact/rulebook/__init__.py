"""`rules/` → Rulebook: read whole, checked whole, or not used at all.

A rule that cannot be trusted would be a fault that is never found, so one bad rule stops the run. What
remains: a rule that is well formed and says the wrong thing; its own examples are run as tests.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from redact.errors import RuleFault
from redact.rulebook.faults import Faults, quoted, suggestion
from redact.rulebook.gate import GateParts, gate_table, is_gate, read_gate
from redact.rulebook.inheriting import Held, expanded
from redact.rulebook.jigsaw import Tables, is_table, join_tables, read_table
from redact.rulebook.marked import read_mapping
from redact.rulebook.own import lowered, read_off
from redact.rulebook.packs import Shelf, is_shelf, read_shelf
from redact.rulebook.schema import read_rule
from redact.values.packs import Board, Pack
from redact.values.rules import Edition, Rulebook

__all__ = ["load"]

MAX_FILES = 5_000
# Word lists, which rules name; they are no rules themselves, but they count for the digest.
_LISTS = "lists"
_PROSE = (".md",)
_OWN = "your rules/"  # stands before the paths of a partnership's own rules in faults


def load(folder: Path, own: Path | None = None) -> Rulebook:
    """Read every rule under `folder`, one YAML file a rule, and check all of them.

    Args:
        own: the folder of a partnership's own rules, laid out as ours; an id of ours takes its place.

    Returns: the rules in the order of their ids, each with all editions in which it holds, and a SHA-256 over
    the sorted paths and the bytes of everything under the folders, the word lists too. Files whose name
    begins with a dot are passed over.

    Raises:
        RuleFault: what is wrong in any rule, all of it at once, with file and line; or there is no rule.
    """
    faults = Faults()
    ours = _read(folder, faults, "")
    theirs = None if own is None else _read(own, faults, _OWN)
    if not ours.held and not faults:
        raise RuleFault("there is not one rule", "Install redact again, or restore the folder of its rules.")
    if theirs is not None and not (theirs.holds_something or faults):
        raise RuleFault("there is not one rule in your own folder", "Look at --rules, and at redact.toml.")
    return _joined(ours, theirs, faults)


@dataclass(slots=True)
class _Shelves:
    """What one folder holds."""

    digest: str
    held: dict[str, Held] = field(default_factory=dict)
    shelves: list[Shelf] = field(default_factory=list)
    off: dict[str, tuple[str, str, int]] = field(default_factory=dict)  # why, in which file and line
    tables: Tables = field(default_factory=Tables)
    gate: GateParts = field(default_factory=GateParts)

    @property
    def holds_something(self) -> bool:
        """Tell whether the folder says anything at all."""
        return bool(self.held or self.off or self.shelves or self.tables.paths)


def _read(folder: Path, faults: Faults, before: str) -> _Shelves:
    contents = _read_files(folder, faults, before)
    found = _Shelves(_digest(contents))
    for path, data in contents.items():
        if is_shelf(path):
            shelf = read_shelf(path, data, faults, before)
            found.shelves += [shelf] if shelf else []
        elif is_table(path):
            read_table(path, data, faults, found.tables, before)
        elif is_gate(path):
            read_gate(path, data, faults, found.gate, before)
        elif _is_rule(path, faults, before):
            _read_rule(path, data, faults, before, found)
    return found


def _read_rule(path: str, data: bytes, faults: Faults, before: str, found: _Shelves) -> None:
    shown = before + path
    keys = read_mapping(shown, data, faults)
    if keys is None:
        return
    if before and "switched_off" in keys:
        off = read_off(shown, keys, faults)
        if off is not None:
            found.off[off[0]] = (off[1], shown, keys["id"][0])
        return
    rule = read_rule(shown, keys, faults)
    if rule is None:
        return
    if rule.id in found.held:
        faults.add(shown, None, f"the rule {rule.id!r} stands in {found.held[rule.id].path} already")
    found.held[rule.id] = Held(rule, shown, keys)


def _joined(ours: _Shelves, theirs: _Shelves | None, faults: Faults) -> Rulebook:
    """Put a partnership's own rules over ours, and give every rule its editions."""
    own = theirs or _Shelves("")
    _check_own(ours, own, faults)
    shelves = [*ours.shelves, *own.shelves]
    rules = expanded({**ours.held, **own.held}, shelves, faults)
    table, lower = join_tables(ours.tables, theirs.tables if theirs else None, faults)
    gate = gate_table(ours.gate, ours.held, _boards(ours), faults)
    faults.stop()
    changed = {id_: rules[id_] for id_ in own.held}
    before = expanded(ours.held, ours.shelves, Faults()) if theirs else {}
    packs = {shelf.holds.edition: shelf.holds for shelf in shelves if isinstance(shelf.holds, Pack)}
    boards = {shelf.holds.id: shelf.holds for shelf in shelves if isinstance(shelf.holds, Board)}
    return Rulebook(
        tuple(rules[id_] for id_ in sorted(rules) if id_ not in own.off),
        ours.digest
        if theirs is None
        else _digest({"ours": ours.digest.encode(), "own": own.digest.encode()}),
        tuple(packs[edition] for edition in Edition if edition in packs),
        tuple(boards[id_] for id_ in sorted(boards)),
        lowered(before, changed, {id_: why for id_, (why, _, _) in own.off.items()}) + lower,
        table,
        gate,
    )


def _boards(found: _Shelves) -> frozenset[str]:
    return frozenset(shelf.holds.id for shelf in found.shelves if isinstance(shelf.holds, Board))


def _check_own(ours: _Shelves, own: _Shelves, faults: Faults) -> None:
    known = _boards(ours)
    for shelf in own.shelves:
        if isinstance(shelf.holds, Pack):
            what = "the editions are redact's own: switch a rule off by a file with id and switched_off"
            faults.add(shelf.path, None, what)
        elif shelf.holds.id in known:
            faults.add(
                shelf.path, None, f"the board {quoted(shelf.holds.id)} stands in redact's rules already"
            )
    for id_, (_, path, line) in own.off.items():
        if id_ not in ours.held:
            near = suggestion(id_, tuple(ours.held))
            faults.add(path, line, f"switched_off: redact has no rule {quoted(id_)}{near}")
        elif id_ in own.held:
            faults.add(path, line, f"switched_off: {quoted(id_)} stands in {own.held[id_].path} too")


def _read_files(folder: Path, faults: Faults, before: str) -> dict[str, bytes]:
    """Read all files under `folder`; keys are paths relative to it with `/`, sorted."""
    contents: dict[str, bytes] = {}
    for path in sorted(_paths(folder, faults, before)):
        if len(contents) >= MAX_FILES:
            faults.add(before + path, None, f"there are more than {MAX_FILES:,} files")
            break
        try:
            contents[path] = (folder / path).read_bytes()
        except OSError:
            faults.add(before + path, None, "the file cannot be read")
    return contents


def _paths(folder: Path, faults: Faults, before: str) -> Iterable[str]:
    # A folder that cannot be listed is a fault; os.walk alone would pass it over.
    def unlisted(error: OSError) -> None:
        name = os.path.relpath(error.filename or folder, folder)
        faults.add(before + PurePosixPath(Path(name)).as_posix(), None, "the folder cannot be read")

    for root, folders, files in os.walk(folder, onerror=unlisted):
        folders[:] = [name for name in folders if not name.startswith((".", "__"))]
        for name in files:
            if not name.startswith("."):
                yield (Path(root) / name).relative_to(folder).as_posix()


def _is_rule(path: str, faults: Faults, before: str) -> bool:
    """Tell whether `path` holds a rule; whatever is neither rule nor list nor prose is a fault."""
    place = PurePosixPath(path)
    if place.suffix in _PROSE:
        return False
    if place.parts[0] == _LISTS:
        if before:
            faults.add(before + path, None, "the word lists are redact's own; a partnership adds rules alone")
        return False
    if len(place.parts) < 2:
        faults.add(before + path, None, "a rule stands in the folder of its family, such as identity/")
        return False
    if place.suffix != ".yaml":
        faults.add(before + path, None, "a rule's file ends in .yaml")
        return False
    return True


def _digest(contents: Mapping[str, bytes]) -> str:
    # Each with its length, so that no byte can move from one file's end to the next one's name.
    total = hashlib.sha256()
    for path in sorted(contents):
        for data in (path.encode("utf-8", "surrogatepass"), contents[path]):
            total.update(len(data).to_bytes(8, "big") + data)
    return total.hexdigest()
