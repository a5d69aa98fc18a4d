"""What people sign before a review is published: the sentences, by whom, by when, and what was given."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from redact.values.rules import Edition, Mode

__all__ = [
    "About",
    "GateRole",
    "GivenStatement",
    "How",
    "NeededStatement",
    "ReasonCode",
    "Sign",
    "Stage",
    "StatementRule",
]


class GateRole(Enum):
    """In which capacity somebody acts."""

    MANAGER = "manager"  # the business manager, who runs the gate
    AUTHOR = "author"
    CHECKER = "checker"  # who decided on the findings
    SECOND_READER = "second-reader"
    DATA_PROTECTION = "data-protection"
    LEGAL = "legal"
    CHAIR = "chair"  # of the board, or who signs for the partners
    COMMUNICATIONS = "communications"

    @property
    def words(self) -> str:
        """The role as a screen names it."""
        return _ROLES[self]


_ROLES = {
    GateRole.MANAGER: "business manager",
    GateRole.AUTHOR: "author",
    GateRole.CHECKER: "checker",
    GateRole.SECOND_READER: "second reader",
    GateRole.DATA_PROTECTION: "data-protection officer",
    GateRole.LEGAL: "legal adviser",
    GateRole.CHAIR: "chair",
    GateRole.COMMUNICATIONS: "communications lead",
}


class Stage(Enum):
    """By when a statement must be there; in the order of the way."""

    REVIEW = "review"
    SECOND_READING = "second-reading"
    DATA_PROTECTION = "data-protection"
    LEGAL = "legal"
    BOARD = "board"
    BEFORE_SENDING = "before-sending"
    BEFORE_PUBLICATION = "before-publication"
    AFTER_PUBLICATION = "after-publication"


class About(Enum):
    """What a statement is of: these very files, so that a changed byte ends it, or the case."""

    FILES = "files"
    CASE = "case"
    REGISTER = "register"  # these files, and the register of proceedings: a change of either ends it


class How(Enum):
    """How a statement came in."""

    SIGNED = "signed"  # Ed25519, with the signer's own identity
    RECORDED = "recorded"  # by the manager, with the hash of a letter or an e-mail


class ReasonCode(Enum):
    """Why a day of publication is right although something is before a court, or that nothing is."""

    NONE_OPEN = "none-open"  # nothing is open, and no order is in force
    COURT_ALLOWS = "court-allows"  # the court or the coroner was asked, and has allowed it
    PROSECUTION_AGREES = "prosecution-agrees"  # police and prosecution see no risk to the case
    NO_RISK = "no-risk"  # what is published tells nothing that bears on what is open
    WITHIN_ORDER = "within-order"  # an order is in force, and what is published keeps to it
    TOLD = "told"  # panel and Secretary of State have the reasons, and have answered


@dataclass(frozen=True, slots=True)
class StatementRule:
    """One sentence that is signed: of `rules/gate/statements.yaml`, or the `sentence` of a rule.

    `version` is a number for the gate's own, and the first 12 hex digits of the sentence's SHA-256 for one of
    a rule. `covers` are ids of rules whose sentences need not be signed besides; where one of `unless` is
    signed, this one need not be. `modes` and `editions` are those under which it is signed; empty means under
    every one. One of `reasons` is given with it, where there are any. `source` as of a rule.
    """

    id: str
    version: str
    sentence: str
    role: GateRole
    stage: Stage
    about: About
    source: str
    covers: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    modes: tuple[Mode, ...] = ()
    editions: tuple[Edition, ...] = ()
    reasons: tuple[ReasonCode, ...] = ()


@dataclass(frozen=True, slots=True)
class Sign:
    """By whom, at which stage and about what the sentence of a rule is signed.

    `unpublished` tells whether that is so too where nothing is published.
    """

    rule: str
    role: GateRole
    stage: Stage
    about: About
    unpublished: bool = False


@dataclass(frozen=True, slots=True)
class NeededStatement:
    """A statement that a case needs; `subject` tells several of one rule apart (the fingerprint of a gap).

    `sentence` is the rule's with what it is about set in, in words of ours: "I read page 7 …".
    """

    rule: StatementRule
    sentence: str
    subject: str = ""


@dataclass(frozen=True, slots=True)
class GivenStatement:
    """One statement as it was given.

    `who` is the signer's name as the log has it. `papers` is the digest of the files that it is of,
    `check` that of the check's result, `rules` that of the rulebook. `evidence` is the SHA-256 of the signed
    file, or of the letter. `card` is the id of the signer's card, empty where it was recorded. `reason` is a
    code, with a reference behind it where there is one, empty where the sentence asks for none. `register`
    is the digest of the register of proceedings.
    """

    statement: str
    version: str
    subject: str
    role: GateRole
    who: str
    how: How
    papers: str
    check: str
    rules: str
    evidence: str
    when: datetime
    card: str = ""
    reason: str = ""
    register: str = ""
    signature: str = field(default="", repr=False)
