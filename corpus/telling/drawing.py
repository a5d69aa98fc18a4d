"""Which entries of a file of templates a document takes, and in which scene each is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from random import Random

from corpus.cases.roles import CHILDREN, ROLES, side_of
from corpus.cases.values import Event
from corpus.telling.general import with_preposition
from corpus.telling.grammar import Draw, Entry, Template
from corpus.telling.lines import Line, OneOf, Piece
from corpus.telling.scene import Bit, Document, Scene
from corpus.telling.slots import fill

__all__ = ["MOMENTS", "Block", "Drawing", "anchored", "one_table"]

# Kinds of documents that are of one moment: all in them is told from one event, and of what came before it.
MOMENTS = frozenset(
    {"letter", "email", "minutes", "referral", "statement", "court", "placement", "press", "request-form"}
)
_TRIES_AN_ENTRY = 4  # events that an entry may try before it is passed over
_FEWEST_OF_AGENCY = 3
_MOST_STAFF = 16


@dataclass(frozen=True, slots=True)
class Block:
    """One line told. `entry` tells lines of one entry from those of the next; 0 for lines of the frame."""

    kind: str
    level: int
    cells: tuple[tuple[Bit, ...], ...]
    entry: int


def one_table(before: Block, block: Block) -> bool:
    """Whether two lines that follow one another are rows of one table.

    A row of the frame after rows of entries heads another table.
    """
    return before.kind == block.kind == "row" and (block.entry > 0 or not before.entry)


def anchored(template: Template, document: Document, rng: Random) -> Event:
    """Choose the event by which a document is told, one that its entries tell where there is one."""
    told = {event for entries in template.pools.values() for entry in entries for event in entry.events}
    events = document.case.events
    known = [event for event in events if event.kind in told and document.agency in event.workers]
    known = known or [event for event in events if event.kind in told]
    known = known or [event for event in events if document.agency in event.workers]
    return rng.choice(known or list(events))


class Drawing:
    """Draws the entries of one document."""

    def __init__(self, template: Template, document: Document, anchor: Event, rng: Random) -> None:
        self._template, self._document, self._anchor, self._rng = template, document, anchor, rng
        self._moment = template.kind in MOMENTS
        self._used: set[int] = set()  # lines of the entries that have been told
        self._number = 0
        self._order = {pool: self._shuffled(entries) for pool, entries in template.pools.items()}

    def line(self, line: Line) -> Iterator[Block]:
        """Tell a line of the frame; nothing where the case cannot fill a slot of it."""
        scene = Scene(self._document, self._anchor, self._rng, role_line=True)
        cells = _cells(line, scene)
        if cells is not None:
            yield Block(line.kind, line.level, cells, 0)

    def draw(self, draw: Draw) -> Iterator[Block]:
        """Tell what a `>> ` line draws."""
        match draw.how:
            case "some":
                yield from self._some(draw)
            case "events":
                yield from self._events(draw)
            case _:
                yield from self._each(draw)

    def _some(self, draw: Draw) -> Iterator[Block]:
        wanted = self._rng.randint(draw.low, draw.high or draw.low)
        told: list[tuple[Event, int, list[Block]]] = []
        for entry in self._order[draw.pool]:
            if len(told) >= wanted:
                break
            if entry.line in self._used or not self._fits_stage(entry):
                continue
            for event in self._moments(entry):
                blocks = self._told(entry, self._scene(event))
                if blocks:
                    told.append((event, entry.line, blocks))
                    self._used.add(entry.line)
                    break
        # What has dates comes in their order, the rest as its writer set it down.
        dated = not self._moment and any(_dated(blocks) for _, _, blocks in told)
        told.sort(key=lambda one: (one[0].on, one[0].at) if dated else (date.min, time(), one[1]))
        for _, _, blocks in told:
            yield from blocks

    def _moments(self, entry: Entry) -> Sequence[Event]:
        """Give events from which an entry outside of `>> events` may be told."""
        if self._moment and (not entry.events or self._anchor.kind in entry.events):
            return (self._anchor,)
        fitting = [
            event
            for event in self._document.case.events
            if (not entry.events or event.kind in entry.events)
            and _about(entry, event)
            and (not self._moment or event.on <= self._anchor.on)
        ]
        return self._rng.sample(fitting, min(_TRIES_AN_ENTRY, len(fitting)))

    def _events(self, draw: Draw) -> Iterator[Block]:
        told: list[list[Block]] = []
        for event in self._document.case.events:
            if self._moment and event.on > self._anchor.on:
                break
            for entry in self._order[draw.pool]:
                if entry.line in self._used or event.kind not in entry.events or not _about(entry, event):
                    continue
                blocks = self._told(entry, self._scene(event)) if self._fits_stage(entry) else []
                if blocks:
                    self._used.add(entry.line)
                    told.append(blocks)
                    break
        if draw.high is not None and len(told) > draw.low:
            wanted = min(self._rng.randint(draw.low, draw.high), len(told))
            if self._moment:
                told = told[len(told) - wanted :]
            else:
                told = [told[at] for at in sorted(self._rng.sample(range(len(told)), wanted))]
        for blocks in told:
            yield from blocks

    def _each(self, draw: Draw) -> Iterator[Block]:
        entries = [entry for entry in self._order[draw.pool] if self._fits_stage(entry)]
        for number, role in enumerate(self._group(draw.group)):
            # Rows of a table have one form; of paragraphs each person gets another.
            turn = 0 if entries and entries[0].lines[0].kind == "row" else number % max(1, len(entries))
            for entry in entries[turn:] + entries[:turn]:
                blocks = self._told(entry, replace(self._scene(self._last()), it=role))
                if blocks:
                    yield from blocks
                    break

    def _last(self) -> Event:
        return self._anchor if self._moment else self._document.case.events[-1]

    def _group(self, group: str) -> list[str]:
        people = self._document.case.people
        if group == "sibling":
            return [role for role in ("sib", "sib2") if role in people]
        if group == "parent":
            return [role for role in ("mother", "father", "partner") if role in people]
        if group == "panel":
            return [role for role in ("panel1", "panel2", "panel3", "panel4", "bm") if role in people]
        if group == "family":
            return [role for role in people if side_of(role) == "family"]
        staff = [role for role in people if side_of(role) == "staff"]
        own = [role for role in staff if ROLES[role].agency == self._document.agency]
        if len(own) >= _FEWEST_OF_AGENCY:
            return own
        return [staff[at] for at in sorted(self._rng.sample(range(len(staff)), min(_MOST_STAFF, len(staff))))]

    def _scene(self, event: Event) -> Scene:
        return Scene(self._document, event, self._rng)

    def _fits_stage(self, entry: Entry) -> bool:
        return self._document.stage in entry.stages

    def _told(self, entry: Entry, scene: Scene) -> list[Block]:
        """Tell an entry, or nothing where a slot of it cannot be filled."""
        blocks: list[Block] = []
        for line in entry.lines:
            cells = _cells(line, replace(scene, role_line=line.kind != "paragraph"))
            if cells is None:
                return []
            blocks.append(Block(line.kind, line.level, cells, self._number + 1))
        self._number += 1
        return blocks

    def _shuffled(self, entries: Sequence[Entry]) -> list[Entry]:
        return self._rng.sample(list(entries), len(entries))


def _dated(blocks: Sequence[Block]) -> bool:
    marks = (mark for block in blocks for cell in block.cells for _, mark in cell)
    return any(mark is not None and mark.label == "DATE" for mark in marks)


def _about(entry: Entry, event: Event) -> bool:
    """Whether the entry is about the child whom the event is about."""
    child = event.child or "child"
    if entry.child:
        return entry.child == child
    return child == "child" or not any(slot.who in CHILDREN for slot in entry.slots)


def _cells(line: Line, scene: Scene) -> tuple[tuple[Bit, ...], ...] | None:
    cells = [_bits(cell, scene) for cell in line.cells]
    if any(cell is None for cell in cells):
        return None
    return tuple(tuple(cell) for cell in cells if cell is not None)


def _bits(pieces: Sequence[Piece], scene: Scene) -> list[Bit] | None:
    bits: list[Bit] = []
    for piece in pieces:
        if isinstance(piece, str):
            # "K.B." ends a sentence by itself.
            single = piece.startswith(".") and not piece.startswith("..") and bits and bits[-1][0][-1:] == "."
            told: list[Bit] | None = [(piece[1:] if single else piece, None)]
        elif isinstance(piece, OneOf):
            told = _bits(scene.rng.choice(piece.choices), scene)
        else:
            told = fill(piece, scene, "".join(text for text, _ in bits[-2:]))
            bits = with_preposition(bits, told) if scene.document.general and told else bits
            if told and told[0][1] is None and told[0][0][:4] == "the " and _begins(bits):
                told[0] = ("T" + told[0][0][1:], None)
        if told is None:
            return None
        bits += [bit for bit in told if bit[0]]
    return bits


def _begins(bits: Sequence[Bit]) -> bool:
    """Whether what follows begins a sentence."""
    before = "".join(text for text, _ in bits).rstrip()
    return not before or before[-1] in ".!?"
