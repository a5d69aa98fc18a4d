"""`decisions.jsonl` of a case: what people have decided, a line each, never changed and never taken out.

A line is added under a lock, and the file is written whole or not at all. A line that holds no decision is
refused with its number: what is passed over might be the word that keeps a name from being published.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from redact.errors import Forged, Unreadable
from redact.keystore.identity import Identity, sign, verify
from redact.run.case import DECISIONS
from redact.run.case_file import CaseFolder
from redact.run.ledger_lines import cards_of, content_of, numbered, with_lines
from redact.storage import locked, write_over
from redact.values.decisions import FORMAT, Decision, decision_as_json, decision_from_json
from redact.values.key import Card

__all__ = ["Ledger", "now", "read", "record"]

_ONE_SECOND = timedelta(seconds=1)
_TAKE_OUT = (
    "Take the file from a backup, or take that line out: what was decided in it is then decided no longer."
)


@dataclass(frozen=True, slots=True)
class Ledger:
    """All decisions of a case in the order of the file; `unchecked` counts signatures nobody can check here.

    A decision whose signature was not checked stands here without it.
    """

    decisions: tuple[Decision, ...]
    unchecked: int = 0


def read(found: CaseFolder, own: Path) -> Ledger:
    """Read the decisions of a case, and look whether the signatures are of those whose cards are trusted.

    Args:
        own: the user's own folder.

    Raises:
        Damaged: a line holds no decision.
        Unreadable, LimitReached: the file cannot be read, or is larger than any.
        Forged: a signature does not belong to what it stands under.
    """
    cards = cards_of(own)
    decisions: list[Decision] = []
    unchecked = 0
    for number, decision in _numbered(_content(found.folder / DECISIONS)):
        known = decision.who in cards
        if decision.signature is not None and known:
            _look_at_signature(decision, decision.signature, cards[decision.who], number)
        unchecked += decision.signature is not None and not known
        decisions.append(decision if known else replace(decision, signature=None))
    return Ledger(tuple(decisions), unchecked)


def record(
    found: CaseFolder, decisions: Sequence[Decision], identity: Identity | None
) -> tuple[Decision, ...]:
    """Add decisions to the file of a case, signed where there is an identity.

    A decision is dated after every earlier one of the same person on the same fingerprint, whatever the clock
    of this computer says: the last word of a person is the one that was given last.

    Returns: the decisions as they were written.

    Raises:
        Damaged: a line of the file holds no decision; nothing was added.
        NotWritten: the file could not be written; it is then the old one.
    """
    path = found.folder / DECISIONS
    with locked(path):
        data = _content(path)
        before = [decision for _, decision in _numbered(data)]
        written = tuple(_signed(_after(decision, before), identity) for decision in decisions)
        lines = "".join(decision_as_json(decision) + "\n" for decision in written)
        write_over(path, with_lines(data, lines))
    return written


def now() -> datetime:
    """Give the time as decisions hold it: in UTC, in whole seconds."""
    return datetime.now(UTC).replace(microsecond=0)


# ------------------------------------------------------------------ private


def _signed(decision: Decision, identity: Identity | None) -> Decision:
    if identity is None:
        return decision
    return replace(decision, signature=sign(identity, FORMAT, _message(decision)))


def _content(path: Path) -> bytes:
    data = content_of(path, "decisions")
    if data is None:
        raise Unreadable(
            f"the case has no {DECISIONS}",
            "Take it from a backup. If nothing was ever decided in the case, make an empty file of its name.",
        )
    return data


def _numbered(data: bytes) -> list[tuple[int, Decision]]:
    return numbered(data, decision_from_json, DECISIONS, "decision", _TAKE_OUT)


def _look_at_signature(decision: Decision, signature: str, card: Card, number: int) -> None:
    try:
        verify(card, FORMAT, _message(decision), signature)
    except Forged:
        raise Forged(
            f"the signature in line {number:,} of {DECISIONS} is not of whom the line names",
            "Somebody has altered that line or written it in another's name: ask whoever it names. If they "
            "have a new identity, let them decide again, and take the line out.",
        ) from None


def _message(decision: Decision) -> bytes:
    return decision_as_json(decision, signed=False).encode("ascii")


def _after(decision: Decision, before: Sequence[Decision]) -> Decision:
    own = [
        one.when
        for one in before
        if one.fingerprint == decision.fingerprint and one.who.casefold() == decision.who.casefold()
    ]
    return replace(decision, when=max([decision.when, *(when + _ONE_SECOND for when in own)]))
