"""`rules/gate/` → the table of the gate: its steps, its own statements, who signs which rule, where to send.

The gate is redact's own: a partnership adds rules and sentences, and the gate asks for those too, but the way
to publication is the same for all. What remains: a table that is well formed and leaves a step out; that
every state has its way on is tested, not read here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Any

from redact.rulebook.faults import Faults, quoted, suggestion
from redact.rulebook.gate_keys import (
    BOARD_SENDS_KEYS,
    PAPERS_KEYS,
    RECIPIENTS_KEYS,
    ROW_KEYS,
    SENT_FIRST_KEYS,
    STAGES_KEYS,
    STATES_KEYS,
)
from redact.rulebook.gate_statements import read_signs, read_statements
from redact.rulebook.marked import Marked, read_mapping
from redact.rulebook.readers import Key, Mapped, Place, read_keys, wrong
from redact.values.deadlines import Recipient
from redact.values.gate import BoardSends, GateAction, GateState, GateTable, PapersWanted, Step
from redact.values.rules import Edition, Mode
from redact.values.statements import GateRole, Sign, Stage, StatementRule

__all__ = ["GateParts", "gate_table", "is_gate", "read_gate"]

_FOLDER = "gate"
_FILES = ("states", "statements", "signs", "recipients")


@dataclass(slots=True)
class GateParts:
    """What the files of one folder say of the gate.

    `where` holds the file and the line of each id of a rule, `of_boards` of each id of a board.
    """

    steps: list[Step] = field(default_factory=list)
    stages: dict[GateState, Stage] = field(default_factory=dict)
    statements: list[StatementRule] = field(default_factory=list)
    signs: dict[str, Sign] = field(default_factory=dict)
    domains: tuple[str, ...] = ()
    papers: list[PapersWanted] = field(default_factory=list)
    sent_first: dict[Edition, tuple[Recipient, ...]] = field(default_factory=dict)
    board_sends: list[BoardSends] = field(default_factory=list)
    where: dict[str, tuple[str, int]] = field(default_factory=dict)
    of_boards: dict[str, tuple[str, int]] = field(default_factory=dict)
    read: bool = False


def is_gate(path: str) -> bool:
    """Tell whether a file belongs to the gate, and is no rule; prose and other endings are not meant."""
    place = PurePosixPath(path)
    return place.parts[0] == _FOLDER and place.suffix == ".yaml"


def read_gate(path: str, data: bytes, faults: Faults, found: GateParts, own: str = "") -> None:
    """Read one file of the gate into what was found of it; what is at fault is told and left out.

    Args:
        path: relative to the folder of the rules.
        own: what stands before the path in faults, where the folder is a partnership's own.
    """
    place, shown = PurePosixPath(path), own + path
    if own:
        faults.add(
            shown, None, "the gate is redact's own: a partnership adds rules, not another way to publication"
        )
        return
    if len(place.parts) != 2 or place.stem not in _FILES:
        near = suggestion(place.stem, _FILES) or f"; there are: {', '.join(_FILES)}"
        faults.add(shown, None, f"the gate has no file of that name{near}")
        return
    keys = read_mapping(shown, data, faults)
    if keys is None:
        return
    found.read = True
    _check_id(shown, place.stem, keys, faults)
    reading = _Reading(shown, faults, found)
    if place.stem == "statements":
        found.statements += read_statements(shown, keys, faults)
        reading.named(keys, "statements", ("covers", "unless"))
    elif place.stem == "signs":
        found.signs |= read_signs(shown, keys, faults)
        reading.named(keys, "signs", ("rule",))
    else:
        values = read_keys(shown, keys, STATES_KEYS if place.stem == "states" else RECIPIENTS_KEYS, faults)
        if place.stem == "states":
            reading.states(keys)
        else:
            reading.recipients(keys, values.get("domains") or ())


def gate_table(
    found: GateParts, rules: Collection[str], boards: Collection[str], faults: Faults
) -> GateTable | None:
    """Make the table of what was read; none in a folder that says nothing of the gate.

    Args:
        rules: the ids of redact's own rules, among which those must be that the gate names.
        boards: the ids of its boards, the same.
    """
    if not found.read:
        return None
    for what, named, known in (("rule", found.where, rules), ("board", found.of_boards, boards)):
        for id_, (path, line) in named.items():
            if id_ not in known:
                faults.add(path, line, f"there is no {what} {quoted(id_)}{suggestion(id_, tuple(known))}")
    return GateTable(
        tuple(found.steps),
        MappingProxyType(found.stages),
        tuple(found.statements),
        MappingProxyType(found.signs),
        found.domains,
        tuple(found.papers),
        MappingProxyType(found.sent_first),
        tuple(found.board_sends),
    )


def _check_id(path: str, stem: str, keys: Mapped, faults: Faults) -> None:
    id_ = keys["id"][1].value if "id" in keys else stem
    if isinstance(id_, str) and id_ != stem:
        faults.add(path, keys["id"][0], f"id: the id is the name of the file, {quoted(stem)}")


@dataclass(slots=True)
class _Reading:
    """Reads what stands inside one file, each thing with its own line."""

    path: str
    faults: Faults
    found: GateParts

    def states(self, keys: Mapped) -> None:
        seen: dict[tuple[GateState, GateAction, GateRole, Mode], int] = {}
        for line, row in self._entries(keys, "rows", ROW_KEYS):
            for state in row["states"]:
                step = Step(
                    state,
                    row["action"],
                    row["roles"],
                    row.get("to"),
                    row.get("guards", ()),
                    row.get("modes", tuple(Mode)),
                )
                self._once(step, line, seen)
                self.found.steps.append(step)
        if "stages" in keys:
            self.found.stages |= self._stages(keys["stages"][1])
        for _, wanted in self._entries(keys, "papers", PAPERS_KEYS):
            self.found.papers.append(PapersWanted(**wanted))
        for line, first in self._entries(keys, "sent_first", SENT_FIRST_KEYS):
            for edition in first["editions"]:
                if edition in self.found.sent_first:
                    self._fault(line, f"sent_first: {edition.value} stands twice")
                self.found.sent_first[edition] = first["to"]

    def recipients(self, keys: Mapped, domains: tuple[str, ...]) -> None:
        self.found.domains = domains
        for line, sends in self._entries(keys, "boards", BOARD_SENDS_KEYS):
            self.found.of_boards.setdefault(sends["board"], (self.path, line))
            self.found.board_sends.append(BoardSends(**sends))

    def named(self, keys: Mapped, name: str, inside: Sequence[str]) -> None:
        """Keep the lines of the rules that a file names, so that one that is not there can be told."""
        for entry in _listed(keys, name):
            values = entry.value if isinstance(entry.value, Mapping) else {}
            for key in inside:
                held = values[key][1] if key in values else entry
                ids = held.value if isinstance(held.value, tuple) else (held,)
                for one in ids:
                    if isinstance(one.value, str):
                        self.found.where.setdefault(one.value, (self.path, one.line))

    def _stages(self, marked: Marked) -> dict[GateState, Stage]:
        if not isinstance(marked.value, Mapping):
            return {}  # told by the reader of the key
        values = read_keys(self.path, marked.value, STAGES_KEYS, self.faults, "stages.")
        return {GateState(name): stage for name, stage in values.items() if stage is not None}

    def _once(
        self, step: Step, line: int, seen: dict[tuple[GateState, GateAction, GateRole, Mode], int]
    ) -> None:
        """Of two rows for the same, nobody could say which holds."""
        for role in step.roles:
            for mode in step.modes:
                where = (step.state, step.action, role, mode)
                if where in seen:
                    what = f"{step.action.value} in {step.state.value}"
                    self._fault(line, f"rows: {what} stands in the row of line {seen[where]} already")
                    return
                seen[where] = line

    def _entries(
        self, keys: Mapped, name: str, wanted: Mapping[str, Key]
    ) -> Iterator[tuple[int, dict[str, Any]]]:
        """Read the mappings of a list, and pass over those at fault."""
        for entry in _listed(keys, name):
            if not isinstance(entry.value, Mapping):
                wrong(entry, Place(self.path, name, entry.line, self.faults), "a mapping")
                continue
            before = len(self.faults)
            missing = [key for key, how in wanted.items() if how.required and key not in entry.value]
            for key in missing:
                self._fault(entry.line, f"{name}: the key {quoted(key)} is missing")
            there = {key: wanted[key] for key in wanted if key not in missing}
            values = read_keys(self.path, entry.value, there, self.faults, f"{name}.")
            if len(self.faults) == before:
                yield entry.line, values

    def _fault(self, line: int, what: str) -> None:
        self.faults.add(self.path, line, what)


def _listed(keys: Mapped, name: str) -> tuple[Marked, ...]:
    value = keys[name][1].value if name in keys else ()
    return value if isinstance(value, tuple) else ()
