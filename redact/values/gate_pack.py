"""What is sent before a publication: pages of ours in blocks, the members of a pack, what its papers say."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from redact.values.deadlines import Recipient, SendBy, SendingRule
from redact.values.gate_record import Gate, PaperPart
from redact.values.judgement import Outcome
from redact.values.rules import Rulebook
from redact.values.statements import GivenStatement

__all__ = ["Block", "Member", "PackFacts", "PackedPaper", "Said", "Unjudged", "bullet", "heading", "plain"]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of a page that we write: a heading where it has a level from 1 on, else words.

    `listed` makes it one of a list. It is shown as text, as HTML and in a PDF.
    """

    text: str
    level: int = 0
    listed: bool = False


def plain(text: str) -> Block:
    """Make a paragraph."""
    return Block(text)


def heading(text: str, level: int = 2) -> Block:
    """Make a heading."""
    return Block(text, level)


def bullet(text: str) -> Block:
    """Make one entry of a list."""
    return Block(text, listed=True)


@dataclass(frozen=True, slots=True)
class Member:
    """One file of a pack, under a name of ours."""

    name: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class PackedPaper:
    """One file of the publication; `name` is its name in the pack, empty where it is not sent."""

    part: PaperPart
    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Said:
    """A statement that counts, with the sentence that was signed."""

    given: GivenStatement
    sentence: str


@dataclass(frozen=True, slots=True)
class Unjudged:
    """A rule on which the program came to no answer of its own; `times` says in how many documents."""

    rule: str
    title: str
    outcome: Outcome
    times: int = 1


@dataclass(frozen=True, slots=True)
class PackFacts:
    """All that letters, certificate, summary and calendar of one pack are made of: same facts, same bytes.

    `rule` and `by` are none where the edition counts no days, `by` also where there is no day of publication.
    `number` is that of the pack. `also` are whom the board sends it to besides, by its own short names.
    `days` are those that stand in its calendar. `board_name` and `contact` stand as the board has typed
    them. `by_whom` and `card` are of whoever makes the pack. `misses` say in sentences of ours what was
    measured of the name model. `as_of` is the time of the log's newest line: no clock is read.
    """

    gate: Gate
    book: Rulebook
    number: int
    papers: tuple[PackedPaper, ...]
    recipients: tuple[Recipient, ...]
    as_of: datetime
    by_whom: str
    card: str
    tool: str
    rule: SendingRule | None = None
    by: SendBy | None = None
    also: tuple[str, ...] = ()
    days: tuple[date, ...] = ()
    said: tuple[Said, ...] = ()
    unjudged: tuple[Unjudged, ...] = ()
    misses: tuple[str, ...] = ()
    board_name: str = field(default="", repr=False)
    contact: str = field(default="", repr=False)
