"""What documents are judged by: the rules, what they hold for, and what one check is for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from redact.values.gate import GateTable
    from redact.values.jigsaw import JigsawTable
    from redact.values.packs import Board, Pack

__all__ = [
    "Audience",
    "DocumentKind",
    "Edition",
    "How",
    "Mode",
    "Rule",
    "RuleKind",
    "Rulebook",
    "Settings",
    "Severity",
    "SourceStatus",
]


class Severity(Enum):
    """How much a finding weighs: it stops *ready*, it asks for a decision, it is said."""

    BLOCK = "block"
    ASK = "ask"
    NOTE = "note"


class Edition(Enum):
    """Editions of Working Together, named as the rulebook's folders are."""

    WT2006 = "wt2006"
    WT2010 = "wt2010"
    WT2010B = "wt2010b"  # with the ministerial letter of 10 June 2010
    WT2013 = "wt2013"
    WT2015 = "wt2015"
    WT2018 = "wt2018"
    WT2023 = "wt2023"


class DocumentKind(Enum):
    """Kinds of document of a case; OTHER is judged by the strictest profile."""

    IMR = "imr"
    CHRONOLOGY = "chronology"
    OVERVIEW = "overview"
    SUMMARY = "summary"
    ACTION_PLAN = "action-plan"
    TERMS_OF_REFERENCE = "terms-of-reference"
    FORM = "form"
    LETTER = "letter"
    RESPONSE = "response"
    COMPANION = "companion"
    GUIDANCE = "guidance"
    BLANK_TEMPLATE = "blank-template"
    OTHER = "other"


class Audience(Enum):
    """Who will read the document."""

    PANEL = "panel"
    OFSTED = "ofsted"
    NATIONAL_PANEL = "national-panel"
    FAMILY = "family"
    PUBLIC = "public"


class Mode(Enum):
    """How the review is published."""

    FULL = "full"
    SUMMARY_ONLY = "summary-only"
    ANONYMOUS = "anonymous"
    IMPROVEMENTS_ONLY = "improvements-only"
    NOT_PUBLISHED = "not-published"


class RuleKind(Enum):
    """The kinds of check that code knows; each has one function in `judge.KINDS`."""

    IDENTITY = "identity"
    DOCUMENT_KIND = "document-kind"
    HIDDEN = "hidden"
    LABELS = "labels"
    BUNDLE = "bundle"  # labels, held against all documents of a call together
    JIGSAW = "jigsaw"  # facts that identify in combination, over all documents of a call
    # Requirements of an edition or a board:
    PRESENT = "present"
    SECTIONS = "sections"
    COLUMNS = "columns"
    ANSWERED = "answered"
    PANEL = "panel"
    DATE_FORM = "date-form"
    ANYWHERE = "anywhere"
    PLAIN = "plain"  # plain English
    ACCESS = "access"  # what those need who do not see the document
    FORBIDDEN = "forbidden"
    WORDING = "wording"
    COUNT = "count"
    PRECISION = "precision"
    TOGETHER = "together"
    ROLE_LINES = "role-lines"
    REFERENCE = "reference"
    COMPLETE = "complete"
    TRACEABLE = "traceable"
    PERIOD = "period"
    ATTESTED = "attested"  # no program can tell: a person signs its sentence


class SourceStatus(Enum):
    """Whether what a rule says was read in its source."""

    READ = "read in the source"
    TO_VERIFY = "to be verified"  # from general knowledge: nobody of us could read the text


class How(Enum):
    """How it is known which edition applies."""

    STATED = "stated"
    CASE = "case"
    GUESSED = "guessed"


# The kinds that look for identities, whatever edition applies; all others are requirements.
_CHECKS = (
    RuleKind.IDENTITY,
    RuleKind.DOCUMENT_KIND,
    RuleKind.HIDDEN,
    RuleKind.LABELS,
    RuleKind.BUNDLE,
    RuleKind.JIGSAW,
)


@dataclass(frozen=True, slots=True)
class Rule:
    """One requirement, from YAML, never built in code.

    `applies_to`, `audience` and `mode` list the values for which the rule holds; empty means every one.
    `edition` and `board` say under which editions, and of which boards' own procedures, it is; empty means
    under every one. `replaces` are rules that say the same less fully: where this one applies, they do not.
    `sentence` is what a person signs, where a program sees a part of it or nothing.
    `finds` are invented sentences in which the rule must find a fault, `allows` sentences in which not; of
    a rule of the kind `hidden` each begins with a place: "D27: Ask her mother."; of the kind `bundle` each
    holds several documents, parted by " || "; of a requirement each is a small document, or several, as
    `run.rule_examples` reads them. A rule of the kind `attested` has none.
    """

    id: str
    kind: RuleKind
    severity: Severity
    title: str
    message: str
    hint: str
    why: str
    source: str
    params: Mapping[str, object]
    finds: tuple[str, ...] = ()
    allows: tuple[str, ...] = ()
    edition: tuple[Edition, ...] = ()
    applies_to: tuple[DocumentKind, ...] = ()
    audience: tuple[Audience, ...] = ()
    mode: tuple[Mode, ...] = ()
    sentence: str | None = None
    board: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()
    status: SourceStatus = SourceStatus.READ

    @property
    def is_requirement(self) -> bool:
        """Tell whether it says what an edition or a board asks for, and not what identifies somebody."""
        return bool(self.edition or self.board) or self.kind not in _CHECKS


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All rules, in the order of their ids, and a digest of the files they came from.

    `packs` are the editions, oldest first, and `boards` those whose procedures are here. `lowered` says, one
    line a rule, what a partnership's own rules have lowered or switched off. `jigsaw` are the weights of
    facts that identify together, `gate` the way to publication; none in a folder without them.
    """

    rules: tuple[Rule, ...]
    digest: str
    packs: tuple[Pack, ...] = ()
    boards: tuple[Board, ...] = ()
    lowered: tuple[str, ...] = ()
    jigsaw: JigsawTable | None = None
    gate: GateTable | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """What is checked for whom. None means: not stated; an unstated kind is judged by every rule.

    `edition_how` and `edition_because` say how the edition is known; a guess is never *ready*. `initiated` is
    the day on which the review was begun, by which the edition is known where none is stated.
    """

    edition: Edition | None = None
    kind: DocumentKind | None = None
    audience: Audience = Audience.PUBLIC
    mode: Mode = Mode.FULL
    board: str | None = None
    edition_how: How | None = None
    edition_because: str = ""
    initiated: date | None = None
