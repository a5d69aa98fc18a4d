"""A file of templates → frozen values. The grammar is told in corpus/templates/README.md.

Every fault of a file is found in one go and says in which line it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from corpus.telling import vocabulary as words
from corpus.telling.lines import Line, Slot, Wrong, fault_of, read_line, slots_of

__all__ = ["EVERY_STAGE", "Draw", "Entry", "Fault", "Faulty", "Frame", "Template", "parse", "read"]

_FIELDS = ("family", "kind", "agency", "case", "dates")
_CLOSED = {
    "kind": words.KINDS,
    "agency": words.AGENCIES,
    "case": words.CASES,
    "dates": words.DATE_FORMS,
}
_MOST_FRAMES = 4
_SECTION = re.compile(r"==\s*(frame|pool)\b\s*(.*?)\s*")
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]*", re.IGNORECASE)
_DRAW = re.compile(r">>\s*(?P<how>some|events|each)\s+(?P<rest>.+?)\s*")
_COUNT = re.compile(r"(?P<low>\d+)(?:\s*-\s*(?P<high>\d+))?")
_MARK = re.compile(r"\[\s*(?:event|child|stage)\s*:.*\]\s*", re.IGNORECASE)
_ALMOST_MARK = re.compile(r"\[\s*(?:events?|child|kind|stages?|type)\s*:", re.IGNORECASE)
EVERY_STAGE = frozenset({0, 1, 2})


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and in which 1-based line."""

    line: int
    what: str


class Faulty(ValueError):
    """A file of templates with faults; its words are `file:line: what`."""

    def __init__(self, name: str, faults: tuple[Fault, ...]) -> None:
        self.name, self.faults = name, faults
        super().__init__("\n".join(f"{name}:{fault.line}: {fault.what}" for fault in faults))


@dataclass(frozen=True, slots=True)
class Draw:
    """One `>> ` line. `high` is None where all that fit are told."""

    line: int
    how: str  # some, events, each
    pool: str
    low: int = 0
    high: int | None = None
    group: str = ""  # of `each`


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a pool: when it may be told, and its lines."""

    line: int
    lines: tuple[Line, ...]
    events: frozenset[str] = frozenset()
    child: str = ""  # "child", "sib" or "sib2" where the event has to be about that one
    stages: frozenset[int] = EVERY_STAGE

    @property
    def slots(self) -> Iterator[Slot]:
        """Every slot of its lines, those of alternatives too."""
        return (slot for line in self.lines for cell in line.cells for slot in slots_of(cell))


@dataclass(frozen=True, slots=True)
class Frame:
    """The outline of a document."""

    line: int
    steps: tuple[Line | Draw, ...]


@dataclass(frozen=True, slots=True)
class Template:
    """A file of templates. `name` is its path as given."""

    name: str
    family: str
    kind: str
    agency: str
    case: str
    dates: str
    frames: tuple[Frame, ...]
    pools: Mapping[str, tuple[Entry, ...]]

    @property
    def lines(self) -> Iterator[Line]:
        """Every line that can be told, of the frames first."""
        for frame in self.frames:
            yield from (step for step in frame.steps if isinstance(step, Line))
        for entries in self.pools.values():
            for entry in entries:
                yield from entry.lines


def read(path: Path) -> Template:
    """Read a file of templates.

    Raises:
        Faulty: something in it does not follow the grammar.
    """
    return parse(path.read_text(encoding="utf-8-sig"), path.as_posix())


def parse(text: str, name: str) -> Template:
    """Read the text of a file of templates; `name` is how faults call it.

    Raises:
        Faulty: with every fault of the file.
    """
    reading = _Reading()
    reading.all([line.rstrip() for line in text.splitlines()])
    reading.check_draws()
    if reading.faults:
        raise Faulty(name, tuple(sorted(reading.faults, key=lambda fault: (fault.line, fault.what))))
    fields = {field: value for field, (_, value) in reading.fields.items()}
    pools = {pool: tuple(entries) for pool, (_, entries) in reading.pools.items()}
    return Template(name=name, frames=tuple(reading.frames), pools=pools, **fields)


class _Reading:
    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self.fields: dict[str, tuple[int, str]] = {}
        self.frames: list[Frame] = []
        self.pools: dict[str, tuple[int, list[Entry]]] = {}

    def all(self, lines: list[str]) -> None:
        heads = [number for number, line in enumerate(lines) if line.startswith("==")]
        self._head(lines[: heads[0] if heads else len(lines)])
        for start, end in zip(heads, [*heads[1:], len(lines)], strict=True):
            section = _SECTION.fullmatch(lines[start])
            body = list(enumerate(lines[start + 1 : end], start=start + 2))
            if section is None or (section[1] == "pool" and not _NAME.fullmatch(section[2])):
                self._fault(start + 1, "a section is `== frame` or `== pool NAME`")
            elif section[1] == "frame":
                self.frames.append(Frame(start + 1, tuple(self._steps(body))))
            elif section[2] in self.pools:
                self._fault(start + 1, f"the pool {section[2]} is there twice")
            else:
                entries = list(self._entries(body))
                self.pools[section[2]] = (start + 1, entries)
                if not entries:
                    self._fault(start + 1, f"the pool {section[2]} is empty")
        if not 1 <= len(self.frames) <= _MOST_FRAMES:
            self._fault(1, f"a file has one to {_MOST_FRAMES} frames, not {len(self.frames)}")

    def check_draws(self) -> None:
        draws = [step for frame in self.frames for step in frame.steps if isinstance(step, Draw)]
        for draw in draws:
            entries = self.pools.get(draw.pool, (0, None))[1]
            if entries is None:
                self._fault(draw.line, f"there is no pool {draw.pool}")
            elif draw.how == "events":
                for entry in entries:
                    if not entry.events:
                        self._fault(entry.line, "an entry of a pool of events names none: `[event: …]`")
            elif draw.how == "some" and draw.low > len(entries):
                self._fault(draw.line, f"the pool {draw.pool} has {len(entries)} entries, not {draw.low}")
        used = {draw.pool for draw in draws}
        for pool, (number, entries) in self.pools.items():
            if pool not in used:
                self._fault(number, f"no frame draws from the pool {pool}")
            elif all(draw.how != "each" for draw in draws if draw.pool == pool):
                for entry in entries:
                    if any(slot.who == "it" for slot in entry.slots):
                        self._fault(entry.line, "{it.…} stands only in a pool of `>> each`")

    def _fault(self, line: int, what: str) -> None:
        fault = Fault(line, what)
        if fault not in self.faults:
            self.faults.append(fault)

    def _head(self, lines: list[str]) -> None:
        for number, line in enumerate(lines, start=1):
            if not line:
                continue
            found = re.fullmatch(r"@(\w+)\s+(\S.*)", line)
            if found is None or found[1] not in _FIELDS:
                self._fault(number, f"before the first section stand only @{', @'.join(_FIELDS)}")
            elif found[1] in self.fields:
                self._fault(number, f"@{found[1]} is there twice")
            else:
                self.fields[found[1]] = (number, found[2].strip())
        for field in _FIELDS:
            number, value = self.fields.get(field, (1, ""))
            if not value:
                self._fault(1, f"@{field} is missing")
            elif field in _CLOSED and value not in _CLOSED[field]:
                self._fault(number, f"unknown {field} {value}")
            elif field == "family" and not _NAME.fullmatch(value):
                self._fault(number, "@family is one word of letters, digits and hyphens")

    def _steps(self, body: list[tuple[int, str]]) -> Iterator[Line | Draw]:
        for number, line in body:
            if line.startswith(">>"):
                draw = self._draw(number, line)
                if draw is not None:
                    yield draw
            elif line:
                yield from self._line(number, line)

    def _draw(self, number: int, line: str) -> Draw | None:
        found = _DRAW.fullmatch(line)
        rest = found["rest"].split() if found else []
        how = found["how"] if found else ""
        group = rest.pop(0) if how == "each" else ""
        count = _COUNT.fullmatch(" ".join(rest[1:])) if len(rest) > 1 else None
        if not rest or (len(rest) > 1 and count is None) or (how == "some" and count is None):
            self._fault(number, "`>> some POOL n-m`, `>> events POOL [n-m]` or `>> each WHO POOL`")
            return None
        if how == "each" and group not in words.GROUPS:
            self._fault(number, f"unknown group {group}")
        low = int(count["low"]) if count else 0
        high = int(count["high"] or low) if count else None
        if high is not None and not (low <= high and high > 0):
            self._fault(number, "n-m: m is not less than n, and at least 1")
        return Draw(number, how, rest[0], low, high, group)

    def _entries(self, body: list[tuple[int, str]]) -> Iterator[Entry]:
        group: list[tuple[int, str]] = []
        for number, line in [*body, (0, "")]:
            if line:
                group.append((number, line))
            elif group:
                yield self._entry(group)
                group = []

    def _entry(self, group: list[tuple[int, str]]) -> Entry:
        start, first = group[0]
        marks: dict[str, str] = {}
        if _MARK.fullmatch(first):
            marks = self._marks(start, first)
            group = group[1:]
            if not group:
                self._fault(start, "an entry has no words under its header")
        elif _ALMOST_MARK.match(first):
            self._fault(start, "a header of an entry is `[event: …; child: …; stage: …]`, alone in its line")
        lines: list[Line] = []
        for number, line in group:
            if line.startswith((">>", "@")):
                self._fault(number, f"`{line[:2].rstrip()}` stands in no pool")
            elif _MARK.fullmatch(line):
                self._fault(number, "a header stands first in its entry: is the empty line above it missing?")
            else:
                lines += self._line(number, line)
        stages = frozenset(int(stage) for stage in _listed(marks.get("stage", "")) if stage.isdigit())
        return Entry(
            start, tuple(lines), frozenset(_listed(marks.get("event", ""))), marks.get("child", ""),
            stages or EVERY_STAGE,
        )  # fmt: skip

    def _marks(self, number: int, line: str) -> dict[str, str]:
        marks: dict[str, str] = {}
        for part in line.strip()[1:-1].split(";"):
            name, _, value = (side.strip() for side in part.partition(":"))
            if name not in ("event", "child", "stage") or not value or name in marks:
                self._fault(number, "a header of an entry is `[event: …; child: …; stage: …]`")
                continue
            marks[name] = value
        for event in _listed(marks.get("event", "")):
            if event not in words.EVENTS:
                self._fault(number, f"unknown event {event}")
        if marks.get("child", "child") not in ("child", "sib", "sib2"):
            self._fault(number, f"unknown child {marks['child']}")
        if not set(_listed(marks.get("stage", "0"))) <= {"0", "1", "2"}:
            self._fault(number, f"unknown stage {marks['stage']}")
        return marks

    def _line(self, number: int, line: str) -> list[Line]:
        try:
            read_ = read_line(line, number)
        except Wrong as wrong:
            self._fault(number, str(wrong))
            return []
        for cell in read_.cells:
            for slot in slots_of(cell):
                if what := fault_of(slot):
                    self._fault(number, what)
        return [read_]


def _listed(value: str) -> list[str]:
    return [part.strip() for part in value.split(",") if part.strip()]
