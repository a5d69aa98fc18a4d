"""What stands before a court, and what must have happened, before a review is published.

An edition or a board may bar publication until everything is concluded; else a lawyer weighs what is open,
with a reason out of a closed list. Where the edition and the board say different things, the stricter holds.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from redact.publication.needed import counting
from redact.publication.register import in_force, is_open, open_matters, register_digest
from redact.values.days import long_day
from redact.values.gate import Guard, Refusal
from redact.values.gate_record import Gate, GateEvent, Proceeding
from redact.values.packs import Board, Pack
from redact.values.proceedings import EventRule, OpenProceedings, OrderKind, ProceedingKind
from redact.values.rules import Rulebook
from redact.values.statements import ReasonCode

__all__ = ["asked_events", "events", "how_strict", "open_matters", "refusals", "register_digest"]

WEIGHED = "proceedings-weighed"  # the sentence by which a lawyer weighs them
_CODES = {
    GateEvent.FAMILY_SEEN: "family-not-told",
    GateEvent.EVALUATION_RECEIVED: "evaluation-not-received",
    GateEvent.OFSTED_BRIEFED: "not-briefed",
    GateEvent.AGENCIES_AGREED: "agencies-not-agreed",
    GateEvent.PROCEEDINGS_CONCLUDED: "open-proceedings",
}


def refusals(book: Rulebook, gate: Gate, day: date) -> tuple[Refusal, ...]:
    """Say which proceedings and orders stand against publication on a day."""
    return tuple(_against(book, gate, day))


def events(book: Rulebook, gate: Gate, day: date) -> tuple[Refusal, ...]:
    """Say what must have happened before a day of publication, and is not noted for an earlier one."""
    found = (_of_event(rule, gate, day) for rule in asked_events(book, gate))
    return tuple(one for one in found if one is not None)


def how_strict(book: Rulebook, gate: Gate) -> OpenProceedings:
    """Say what follows from open proceedings under the edition and the board of a case."""
    asked = {
        shelf.open_proceedings.how
        for shelf in _shelves(book, gate)
        if shelf.open_proceedings is not None
        and (not shelf.open_proceedings.editions or gate.edition in shelf.open_proceedings.editions)
    }
    return next((how for how in OpenProceedings if how in asked), OpenProceedings.WEIGHED)


def asked_events(book: Rulebook, gate: Gate) -> tuple[EventRule, ...]:
    """Give what the edition and the board of a case want to have happened, each once."""
    found: dict[object, EventRule] = {}
    for shelf in _shelves(book, gate):
        for rule in shelf.before_publication:
            if not rule.editions or gate.edition in rule.editions:
                found.setdefault((rule.any_of, rule.before), rule)
    return tuple(found.values())


# ------------------------------------------------------------------ private


def _shelves(book: Rulebook, gate: Gate) -> Iterator[Pack | Board]:
    yield from (pack for pack in book.packs if pack.edition is gate.edition)
    yield from (board for board in book.boards if board.id == gate.board)


def _against(book: Rulebook, gate: Gate, day: date) -> Iterator[Refusal]:
    bars = how_strict(book, gate) is OpenProceedings.BARS
    weighed = any(
        one.statement == WEIGHED and one.reason.partition(" ")[0] != ReasonCode.NONE_OPEN.value
        for one in counting(book, gate)
    )
    for one in gate.proceedings:
        if in_force(one, day) and one.order == OrderKind.NO_PUBLICATION.value:
            yield _forbidden(one)
        elif is_open(one, day) and bars and ProceedingKind(one.kind).is_of_court:
            yield _barred(one, gate)
        elif (is_open(one, day) or in_force(one, day)) and not weighed:
            yield _not_weighed(one, day)


def _forbidden(one: Proceeding) -> Refusal:
    until = "" if one.expires is None else f" until {long_day(one.expires)}"
    return Refusal(
        "open-proceedings",
        f"an order forbids publication{until} (entry {one.id} of the register)",
        "Ask the legal adviser whether it can be lifted; when it is, enter its last day: redact gate "
        f"proceeding change {one.id} --expires DATE",
        Guard.PROCEEDINGS,
    )


def _barred(one: Proceeding, gate: Gate) -> Refusal:
    when = "" if one.next_on is None else f", next on {long_day(one.next_on)}"
    return Refusal(
        "open-proceedings",
        f"{_named(one)} is open{when}, and under {gate.edition.value} nothing is published before its end",
        f"Wait for its end, and enter the day: redact gate proceeding change {one.id} --concluded DATE",
        Guard.PROCEEDINGS,
    )


def _not_weighed(one: Proceeding, day: date) -> Refusal:
    what = "is open" if is_open(one, day) else "has left an order in force"
    return Refusal(
        "open-proceedings",
        f"{_named(one)} {what}, and no lawyer has said why the day of publication is right all the same",
        f"Let the legal adviser sign it, with a reason: redact gate ask {WEIGHED} -o request.json",
        Guard.PROCEEDINGS,
    )


def _named(one: Proceeding) -> str:
    words = ProceedingKind(one.kind).words
    return f"{'an' if words[0] in 'aeiou' else 'a'} {words} (entry {one.id} of the register)".replace(
        "a criminal proceedings", "a criminal case"
    )


def _of_event(rule: EventRule, gate: Gate, day: date) -> Refusal | None:
    noted = [gate.notes[event] for event in rule.any_of if event in gate.notes]
    if rule.before is None:
        return None if any(one < day for one in noted) else _not_noted(rule, gate, day)
    until = gate.notes.get(rule.before)
    if until is None or all(one <= until for one in noted):
        return None
    return Refusal(
        "out-of-order",
        f"{rule.what} by {long_day(until)} ({_event(rule.before)}): it is noted for {long_day(max(noted))}",
        "Where a day is noted wrongly, note it anew. Where it was so, let it be done again in that order, "
        f"and note that day: redact gate note {rule.before.value} --on DATE",
        Guard.EVENTS_BEFORE_PUBLICATION,
    )


def _event(event: GateEvent) -> str:
    return event.value.replace("-", " ")


def _not_noted(rule: EventRule, gate: Gate, day: date) -> Refusal:
    event = rule.any_of[0]
    late = any(one in gate.notes for one in rule.any_of)
    noted = "it is noted for the day of publication or later" if late else "no day is noted for it"
    return Refusal(
        _CODES.get(event, f"{event.value}-missing"),
        f"{rule.what} before {long_day(day)}, the day of publication: {noted}",
        f"When it has happened, note the day: redact gate note {event.value} --on DATE",
        Guard.EVENTS_BEFORE_PUBLICATION,
    )
