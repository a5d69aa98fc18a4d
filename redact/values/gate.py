"""The way of a review from its draft to its archive: states, what moves it on, who does, and what must hold.

The table itself is data (`rules/gate/states.yaml`); here are its words. Whatever it does not list is refused.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING

from redact.values.deadlines import Recipient
from redact.values.rules import Edition, Mode
from redact.values.statements import GateRole, Sign, Stage, StatementRule

if TYPE_CHECKING:
    from redact.values.gate_record import PaperPart

__all__ = [
    "BoardSends",
    "GateAction",
    "GateState",
    "GateTable",
    "Guard",
    "PapersWanted",
    "Refusal",
    "Step",
    "Turn",
]


class GateState(Enum):
    """Where a review stands."""

    DRAFT = "draft"  # begun; no file is attached
    CHECKING = "checking"  # files are attached, and the check is not ready
    IN_REVIEW = "in-review"  # author and checker say that it is theirs and decided
    SECOND_READING = "second-reading"
    DATA_PROTECTION = "data-protection"
    LEGAL = "legal"
    BOARD = "board"  # lies before the board or the partners
    SIGNED_OFF = "signed-off"
    PACK_MADE = "pack-made"
    SENT = "sent"  # to some of those who must have it
    WAITING = "waiting"  # all have it; the days run
    CLEARED = "cleared"
    PUBLISHED = "published"
    ARCHIVED = "archived"
    KEY_DESTROYED = "key-destroyed"
    # Beside the way:
    RETURNED = "returned"  # somebody has sent it back
    BROKEN = "broken"  # a byte was changed
    REPRESENTATIONS = "representations"  # somebody who was sent it objects
    WITHDRAWN = "withdrawn"
    REPUBLISHED = "republished"
    NOT_TO_BE_PUBLISHED = "not-to-be-published"

    @property
    def words(self) -> str:
        """The state as a screen names it."""
        return self.value.replace("-", " ")


class GateAction(Enum):
    """What is done. The second group the program does, once all that they wait for is there."""

    NAME = "name"  # say who has a role
    SET_DATE = "set-date"  # of publication
    NOTE = "note"  # something that has happened on a day
    PROCEEDING = "proceeding"  # enter or change one in the register
    ATTACH = "attach"
    ATTEST = "attest"
    MAKE_PACK = "make-pack"
    RECORD_SENT = "record-sent"
    CLEAR = "clear"
    PUBLISH = "publish"
    ARCHIVE = "archive"
    DESTROY_KEY = "destroy-key"  # note that it was
    RETURN = "return"
    REPRESENT = "represent"  # note that somebody objects
    SETTLE = "settle"  # what was objected is answered, and nothing is changed
    WITHDRAW = "withdraw"
    REPUBLISH = "republish"
    DECIDE_NOT_TO_PUBLISH = "decide-not-to-publish"

    PASS_CHECK = "pass-check"  # noqa: S105 - an action
    FINISH_REVIEW = "finish-review"
    FINISH_READING = "finish-reading"
    CLEAR_DATA_PROTECTION = "clear-data-protection"
    CLEAR_LEGAL = "clear-legal"
    SIGN_OFF = "sign-off"
    ALL_SENT = "all-sent"
    BREAK = "break"  # a file is not the one that was checked


class Guard(Enum):
    """What must hold before a step is taken; each is one function in `publication.guards`."""

    FILES_UNCHANGED = "files-unchanged"  # what lies in the case is what was checked, byte for byte
    PAPERS_COMPLETE = "papers-complete"  # every paper that the mode asks for is attached
    CHECK_READY = "check-ready"  # read completely, judged completely, nothing open
    SAME_WORDS = "same-words"  # what is published says what its Word file says
    RULES_NEW_ENOUGH = "rules-new-enough"  # rules and model are not older than the board's floor
    INTRUDER_TRIED = "intruder-tried"  # somebody has tried to recognise the people in these files
    STATEMENTS_OF_STAGE = "statements-of-stage"  # all statements of the stage that the state is for
    STATEMENTS_BEFORE_SENDING = "statements-before-sending"
    STATEMENTS_BEFORE_PUBLICATION = "statements-before-publication"
    PEOPLE_DISTINCT = "people-distinct"
    EXCEPTIONS_HOLD = "exceptions-hold"  # by two people, none their own, until the day of publication
    PROCEEDINGS = "proceedings"  # concluded, or weighed, as the edition asks
    EVENTS_BEFORE_PUBLICATION = "events-before-publication"  # evaluation received, family told …
    DATE_SET = "date-set"
    RECIPIENTS_KNOWN = "recipients-known"  # with an address of a domain that is listed
    ALL_SENT = "all-sent"
    SENT_IN_TIME = "sent-in-time"
    DAYS_OVER = "days-over"
    DAY_REACHED = "day-reached"
    WHAT_WAS_SENT = "what-was-sent"  # the files are those of the pack that was sent
    AVAILABLE_LONG_ENOUGH = "available-long-enough"
    REASON_GIVEN = "reason-given"


@dataclass(frozen=True, slots=True)
class Step:
    """One row of the table: in `state`, `action` by one of `roles` leads to `to` where every guard holds.

    `to` is none where the state stays. `modes` are the modes of publication for which the row is there.
    """

    state: GateState
    action: GateAction
    roles: tuple[GateRole, ...]
    to: GateState | None
    guards: tuple[Guard, ...] = ()
    modes: tuple[Mode, ...] = tuple(Mode)


@dataclass(frozen=True, slots=True)
class PapersWanted:
    """Which files a mode of publication needs; `editions` for which it is said, empty for all others."""

    mode: Mode
    parts: tuple[PaperPart, ...]
    source: str
    editions: tuple[Edition, ...] = ()


@dataclass(frozen=True, slots=True)
class BoardSends:
    """Whom a board's own procedure sends it to besides, under some editions; empty means under every one."""

    board: str
    to: tuple[Recipient, ...]
    source: str
    editions: tuple[Edition, ...] = ()


@dataclass(frozen=True, slots=True)
class GateTable:
    """All that `rules/gate` says: the steps, the stage of each state, and the gate's own statements.

    `signs` says, by the id of a rule that a person signs, in which role, at which stage and about what.
    `domains` are those to which a review may be sent. `papers` are the files that are wanted. `sent_first`
    says who has it before the public under an edition that counts no days, `board_sends` who has it by a
    board's procedure.
    """

    steps: tuple[Step, ...] = ()
    stages: Mapping[GateState, Stage] = field(default_factory=lambda: MappingProxyType({}))
    statements: tuple[StatementRule, ...] = ()
    signs: Mapping[str, Sign] = field(default_factory=lambda: MappingProxyType({}))
    domains: tuple[str, ...] = ()
    papers: tuple[PapersWanted, ...] = ()
    sent_first: Mapping[Edition, tuple[Recipient, ...]] = field(default_factory=lambda: MappingProxyType({}))
    board_sends: tuple[BoardSends, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why something may not be done now, in words of ours, and what to do next.

    `guard` is none where the table does not list it. `code` tells refusals of one guard apart
    ("late", "wrong-recipient", "family-not-told" …): tests and the JSON form go by it.
    """

    code: str
    what: str
    next: str
    guard: Guard | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """Whose turn it is: the next step forward, who takes it, and what it still waits for.

    `action` is none where there is no step forward any more.
    """

    role: GateRole
    action: GateAction | None
    missing: tuple[Refusal, ...] = ()
