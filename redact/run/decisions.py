"""`decisions.jsonl` of a case: what people have decided, a line each, never changed and never taken out.

A line is added under a lock, and the file is written whole or not at all. A line that holds no decision is
refused with its number: what is passed over might be the word that keeps a name from being published.
"""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from redact.errors import Damaged, Forged, LimitReached, NoIdentity, Unreadable
from redact.keystore import home
from redact.keystore.identity import Identity, sign, verify
from redact.run.case import DECISIONS
from redact.run.case_file import CaseFolder
from redact.storage import locked, write_over
from redact.values.decisions import FORMAT, Decision, decision_as_json, decision_from_json
from redact.values.key import Card

__all__ = ["Ledger", "now", "read", "record"]

MAX_BYTES = 64 * 1024**2  # 200,000 decisions
_ONE_SECOND = timedelta(seconds=1)


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
    cards = _cards(own)
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
        ended = data if not data or data.endswith(b"\n") else data + b"\n"
        write_over(path, ended + lines.encode("ascii"))
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
    _must_be_the_only_one(path)
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise Unreadable(
            f"the case has no {DECISIONS}",
            "Take it from a backup. If nothing was ever decided in the case, make an empty file of its name.",
        ) from None
    except OSError as error:
        raise Unreadable(
            f"{DECISIONS} cannot be read (error {error.errno})", "Look at your right to read it."
        ) from None
    if len(data) > MAX_BYTES:
        raise LimitReached(f"{DECISIONS} is larger than any", "Look what the file really is.")
    return data


def _must_be_the_only_one(path: Path) -> None:
    """Refuse a second file of decisions, such as a synchronised folder makes when two people decide at once.

    To pass it over could lose the very word that keeps a name from being published.
    """
    stem, ending = path.stem, path.suffix
    try:
        names = [entry.name.lower() for entry in path.parent.iterdir()]
    except OSError as error:
        raise Unreadable(
            f"the folder of the case cannot be read (error {error.errno})", "Look at your right to read it."
        ) from None
    if any(name.startswith(stem) and name.endswith(ending) and name != path.name for name in names):
        raise Damaged(
            f"beside {DECISIONS} lies another file of decisions",
            "A program that synchronises folders may have made it. Put the lines of both into "
            f"{DECISIONS}, in any order, and move the other one away.",
        )


def _numbered(data: bytes) -> list[tuple[int, Decision]]:
    """Read each line with its number; blank lines hold nothing."""
    found = []
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        if line.strip():
            try:
                found.append((number, decision_from_json(line.decode("utf-8"))))
            except ValueError:
                raise Damaged(
                    f"line {number:,} of {DECISIONS} holds no decision",
                    "Take the file from a backup, or take that line out: what was decided in it is then "
                    "decided no longer.",
                ) from None
    return found


def _cards(own: Path) -> dict[str, Card]:
    cards = {card.name: card for card in home.trusted(own)}
    with contextlib.suppress(NoIdentity):
        card = home.own_card(own)
        cards[card.name] = card
    return cards


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
