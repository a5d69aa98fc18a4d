"""What the log of a gate comes to: the state of one case, its files, statements, days and dispatches."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from types import MappingProxyType

from redact.values.gate import GateState
from redact.values.judgement import Readiness
from redact.values.rules import Edition, Mode
from redact.values.statements import GateRole, GivenStatement

__all__ = [
    "AttachedPaper",
    "CheckRecord",
    "Dispatch",
    "Gate",
    "GateEvent",
    "Named",
    "Observed",
    "PackRecord",
    "PaperPart",
    "Proceeding",
    "ReadGap",
    "papers_digest",
]


class PaperPart(Enum):
    """What a file is for the publication."""

    REPORT = "report"
    SUMMARY = "summary"
    ACTION_PLAN = "action-plan"
    RESPONSE = "response"
    IMPROVEMENTS = "improvements"  # what is published where the report is not
    REASONS = "reasons"  # why it is not published, for those who are told
    COMPANION = "companion"  # what is said to the media

    @property
    def words(self) -> str:
        """The part as a screen names it."""
        return self.value.replace("-", " ")


class GateEvent(Enum):
    """What happens on a day and is noted; those of `CaseEvent` have the same values."""

    AWARE = "aware"
    REFERRED = "referred"
    DECIDED = "decided"
    INITIATED = "initiated"
    PANEL_MET = "panel-met"
    SIGNED_OFF = "signed-off"
    EVALUATION_RECEIVED = "evaluation-received"  # of Ofsted
    FAMILY_SEEN = "family-seen"  # the family has had the report
    FAMILY_NOT_REACHED = "family-not-reached"  # and the file says why
    OFSTED_BRIEFED = "ofsted-briefed"
    AGENCIES_AGREED = "agencies-agreed"
    PROCEEDINGS_CONCLUDED = "proceedings-concluded"
    KEY_DESTROYED = "key-destroyed"


@dataclass(frozen=True, slots=True)
class Named:
    """Who has a role: as the log has them, by the card where they have one."""

    role: GateRole
    name: str
    card: str = ""


@dataclass(frozen=True, slots=True)
class AttachedPaper:
    """One file of the publication, by its SHA-256; it lies in the case under a name of ours.

    `source` is the Word file behind a PDF that is published, empty where the file has none beside it.
    `form` is "pdf", "docx" or "txt".
    """

    part: PaperPart
    sha256: str
    form: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class ReadGap:
    """A place that the program could not read and a person has looked at; `where` is in words of ours."""

    fingerprint: str
    where: str


@dataclass(frozen=True, slots=True)
class CheckRecord:
    """The check of the attached files: the SHA-256 of its JSON, digests of rules and model, what is open.

    `open` counts findings that stop, `unread` places that the program could not read and nobody has looked
    at, `differences` places where a Word file and what is published of it say something else. `words_result`
    is the SHA-256 of the check of the Word files, empty where there are none beside what is published.
    """

    result: str
    readiness: Readiness
    rules: str
    model: str
    tool: str
    when: datetime
    open: int = 0
    same_words: bool = True
    gaps: tuple[ReadGap, ...] = ()
    lowered: tuple[str, ...] = ()
    exceptions: int = 0
    unread: int = 0
    differences: int = 0
    words_result: str = ""


@dataclass(frozen=True, slots=True)
class Proceeding:
    """One proceeding or order. `protects` is a pseudonym; `reference` a number, never a name."""

    id: str
    kind: str
    court: str
    reference: str = ""
    next_on: date | None = None
    order: str = ""
    protects: str = ""
    expires: date | None = None
    concluded: date | None = None


@dataclass(frozen=True, slots=True)
class PackRecord:
    """A pack that was made: its SHA-256, its number, the day of publication and the digest of its papers.

    There is no day where nothing is published.
    """

    sha256: str
    number: int
    publish_on: date | None
    papers: str
    when: datetime


@dataclass(frozen=True, slots=True)
class Dispatch:
    """What was sent to one recipient: when (in local time), which pack, the SHA-256 of the proof."""

    to: str
    at: datetime
    pack: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Gate:
    """All that the log of one case comes to.

    `notes` are the events with their day, `before` the state from which a side state was entered. `people`
    has at most one of a role. `statements` are all that were given, the newest last; which of them still
    count, `publication.needed` says. `lines` and `head` are the length of the log and its last digest.
    """

    case: str
    state: GateState
    edition: Edition
    mode: Mode
    board: str | None = None
    initiated: date | None = None
    publish_on: date | None = None
    people: tuple[Named, ...] = ()
    papers: tuple[AttachedPaper, ...] = ()
    check: CheckRecord | None = None
    statements: tuple[GivenStatement, ...] = ()
    proceedings: tuple[Proceeding, ...] = ()
    notes: Mapping[GateEvent, date] = field(default_factory=lambda: MappingProxyType({}))
    packs: tuple[PackRecord, ...] = ()
    dispatches: tuple[Dispatch, ...] = ()
    published_on: date | None = None
    before: GateState | None = None
    lines: int = 0
    head: str = ""
    last: datetime | None = None

    @property
    def papers_digest(self) -> str:
        """The digest of all attached files together, by which statements and packs name them."""
        return papers_digest(self.papers)

    def who(self, role: GateRole) -> Named | None:
        """Give whoever has a role."""
        return next((one for one in self.people if one.role is role), None)


@dataclass(frozen=True, slots=True)
class Observed:
    """What was seen outside the log just before a step: the clock, the files, what is configured.

    `now` is local and has no zone; `changed` are the parts whose file is not the one that was checked.
    `closed` are days on which the board's office is closed. `recipients` are those with an address that may
    be used, by `Recipient` value; `wrong_recipients` those whose address may not. `intruder` tells whether
    the record of the motivated intruder is there for these files; `exceptions_until` the first day on which
    an exception ends, none where there is none; `own_exceptions` counts those that stand on one person.
    """

    now: datetime
    changed: tuple[PaperPart, ...] = ()
    closed: tuple[date, ...] = ()
    recipients: tuple[str, ...] = ()
    wrong_recipients: tuple[str, ...] = ()
    intruder: bool = False
    exceptions_until: date | None = None
    own_exceptions: int = 0
    floor_rules: str = ""
    rules: str = ""
    model: str = ""
    published_as_sent: bool = True
    reason: str = ""


def papers_digest(papers: tuple[AttachedPaper, ...]) -> str:
    """Give one SHA-256 of all files of a publication, whatever their order; empty where there are none."""
    if not papers:
        return ""
    lines = sorted(f"{one.part.value} {one.sha256} {one.source}" for one in papers)
    return hashlib.sha256("\n".join(lines).encode("ascii")).hexdigest()
