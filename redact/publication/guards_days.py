"""The guards on days and sendings: a day is set, all have it who must, in time, and the day has come."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from redact.publication.clocks import due_days
from redact.publication.recipients import who, words_of
from redact.publication.sent import day_words, of_today, sent_to, unsent
from redact.values.clocks import CaseEvent
from redact.values.days import long_day
from redact.values.gate import GateState, Guard, Refusal
from redact.values.gate_record import Gate, Observed
from redact.values.rules import Rulebook

__all__ = ["DAY_GUARDS", "available_long_enough"]

_SET = "redact gate set-date YYYY-MM-DD"
_DATES = "redact gate dates"


def _date_set(book: Rulebook, gate: Gate, seen: Observed) -> tuple[Refusal, ...]:
    """Ask for a day that can still be kept by whoever has nothing yet."""
    day, today = gate.publish_on, seen.now.date()
    if day is None:
        return (
            Refusal(
                "no-date", "no day of publication is set", f"Count the days ({_DATES}), and set one: {_SET}"
            ),
        )
    if not unsent(book, gate):
        return ()
    soonest = of_today(book, gate, seen)
    if soonest is None or soonest.first <= day:
        return ()
    when = long_day(day)
    what = (
        f"the day of publication, {when}, is over"
        if day < today
        else f"what is sent today may not be published on {when}"
    )
    return (
        Refusal(
            "late",
            f"{what}: the first day is {long_day(soonest.first)}",
            f"Set a later day, {long_day(soonest.surest)} or after it: {day_words(soonest.surest)}",
        ),
    )


def _recipients_known(book: Rulebook, gate: Gate, seen: Observed) -> tuple[Refusal, ...]:
    found = [
        Refusal(
            "wrong-recipient",
            f"the address of {words_of(to)} is of a domain that is not listed, or is no address",
            "Compare it in gate.toml, letter by letter, with their own letter; then look: redact gate status",
        )
        for to in seen.wrong_recipients
    ]
    there = {*seen.recipients, *seen.wrong_recipients}
    found += [
        Refusal(
            "no-address",
            f"there is no address of {to.words}",
            f"Write it into gate.toml, under [addresses], as {to.value}; then look: redact gate status",
        )
        for to in who(book, gate)
        if to.value not in there
    ]
    return tuple(found)


def _all_sent(book: Rulebook, gate: Gate, _seen: Observed) -> tuple[Refusal, ...]:
    return tuple(
        Refusal(
            "not-sent",
            f"it is not written down that {words_of(to)} was sent these files",
            f"Send them the pack, and write it down with the proof: redact gate record-sent --to {to} "
            "--at TIME --evidence FILE",
        )
        for to in unsent(book, gate)
    )


def _sent_in_time(book: Rulebook, gate: Gate, seen: Observed) -> tuple[Refusal, ...]:
    day = gate.publish_on
    if day is None:
        return ()
    sent = sent_to(book, gate, seen)
    latest = max((one.surest for one in sent), default=None)
    return tuple(
        Refusal(
            "late",
            f"{one.words}: too late for {long_day(day)}, as {long_day(one.first)} is the first day",
            f"Set a later day, {long_day(latest)} or after it: {day_words(latest)}",
        )
        for one in sent
        if day < one.first and latest is not None
    )


def _days_over(book: Rulebook, gate: Gate, seen: Observed) -> tuple[Refusal, ...]:
    today = seen.now.date()
    waiting = [one for one in sent_to(book, gate, seen) if today < one.first]
    if not waiting:
        return ()
    last = max(waiting, key=lambda one: one.first)
    return (
        Refusal(
            "too-early",
            f"the days are not over: {last.words}",
            f"Wait until {long_day(last.first)}; then: {_then(gate)}",
        ),
    )


def _day_reached(_book: Rulebook, gate: Gate, seen: Observed) -> tuple[Refusal, ...]:
    day, today = gate.publish_on, seen.now.date()
    if day is None or today >= day:
        return ()
    return (
        Refusal(
            "too-early",
            f"the day of publication is {long_day(day)}, and today is {long_day(today)}",
            f"Wait until that day; then: {_then(gate)}. Or set another one: {_SET}",
        ),
    )


def _what_was_sent(book: Rulebook, gate: Gate, seen: Observed) -> tuple[Refusal, ...]:
    found = []
    if not seen.published_as_sent:
        found.append(
            Refusal(
                "changed-byte",
                "what lies where it is published is not, byte for byte, what was sent",
                "Put the files of the pack there, unchanged, and do it again: redact gate publish",
            )
        )
    if who(book, gate) and not sent_to(book, gate, seen):
        found.append(
            Refusal(
                "not-sent",
                "none of these files was sent to anybody",
                "Make a pack of them and send it: redact gate pack",
            )
        )
    return tuple(found)


def _then(gate: Gate) -> str:
    """Say what is done when the days are over."""
    return "redact gate publish" if gate.state is GateState.CLEARED else "redact gate clear"


def available_long_enough(book: Rulebook, gate: Gate, seen: Observed) -> tuple[Refusal, ...]:
    """Ask that it stays on view as long as edition and board say."""
    if gate.published_on is None:
        return ()
    packs = [clock for pack in book.packs if pack.edition is gate.edition for clock in pack.clocks]
    boards = [
        clock
        for board in book.boards
        if board.id == gate.board and gate.edition in board.editions
        for clock in board.clocks
    ]
    keeping = [clock for clock in (*packs, *boards) if clock.keeps and clock.since is CaseEvent.PUBLISHED]
    due = due_days(keeping, {CaseEvent.PUBLISHED: gate.published_on}, seen.closed)
    ends = max((one.day for one in due), default=None)
    if ends is None or seen.now.date() >= ends:
        return ()
    return (
        Refusal(
            "still-on-view",
            f"it was published on {long_day(gate.published_on)} and stays on view until {long_day(ends)}",
            "Leave it on view, and archive it on that day or after it: redact gate archive",
        ),
    )


DAY_GUARDS: Mapping[Guard, Callable[[Rulebook, Gate, Observed], tuple[Refusal, ...]]] = MappingProxyType(
    {
        Guard.DATE_SET: _date_set,
        Guard.RECIPIENTS_KNOWN: _recipients_known,
        Guard.ALL_SENT: _all_sent,
        Guard.SENT_IN_TIME: _sent_in_time,
        Guard.DAYS_OVER: _days_over,
        Guard.DAY_REACHED: _day_reached,
        Guard.WHAT_WAS_SENT: _what_was_sent,
    }
)
