"""What was sent to whom, and whether it was in time: each recipient has its own day, and the latest governs.

What counts is what was sent of the very files that are attached: with other files the time begins anew. What
was sent twice counts from its first day. What remains: that something was sent is what a person has written
down, with the digest of its proof; that it was read nobody can see.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from redact.publication.recipients import rule_of, who, words_of
from redact.publication.sending import earliest, send_by
from redact.values.days import long_day
from redact.values.deadlines import Earliest
from redact.values.gate_record import Dispatch, Gate, Observed
from redact.values.rules import Rulebook

__all__ = ["SentTo", "close_calls", "day_words", "of_the_day", "of_today", "sent_to", "unsent"]

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class SentTo:
    """What one recipient has, and from which day on that may be published.

    `first` is the first day under the plainest reading, `surest` the first under every reading. `counted` is
    none where the edition counts no days: the day after is then the first.
    """

    to: str
    dispatch: Dispatch
    first: date
    surest: date
    counted: Earliest | None = None

    @property
    def words(self) -> str:
        """When it was sent, as people read it, and when that counts as sent."""
        sent = f"{words_of(self.to)} was sent it on {long_day(self.dispatch.at.date())}"
        if self.counted is None or self.counted.counts_as == self.dispatch.at.date():
            return sent
        clock = f"{self.dispatch.at.hour:02}:{self.dispatch.at.minute:02}"
        return f"{sent} at {clock}, which counts as {long_day(self.counted.counts_as)}"


def sent_to(book: Rulebook, gate: Gate, seen: Observed) -> tuple[SentTo, ...]:
    """Give what those have who must have it, each once, in the order of the edition."""
    there = _dispatched(gate)
    return tuple(_sent(book, gate, seen, there[to.value]) for to in who(book, gate) if to.value in there)


def unsent(book: Rulebook, gate: Gate) -> tuple[str, ...]:
    """Give those who must have it, and of whom no sending of these files is written down."""
    there = _dispatched(gate)
    return tuple(to.value for to in who(book, gate) if to.value not in there)


def of_today(book: Rulebook, gate: Gate, seen: Observed) -> SentTo | None:
    """Say from which day on it may be published if it is sent at this moment; none where nobody gets it."""
    to = next(iter(who(book, gate)), None)
    if to is None:
        return None
    return _sent(book, gate, seen, Dispatch(to.value, _not_late(seen.now), "", ""))


def close_calls(book: Rulebook, gate: Gate, seen: Observed) -> tuple[str, ...]:
    """Say of whom it is in time under the plainest reading alone."""
    day = gate.publish_on
    if day is None:
        return ()
    close = [one for one in sent_to(book, gate, seen) if one.first <= day < one.surest]
    return tuple(
        f"{one.words}: in time under one reading of the edition alone, and too late under another. Under "
        f"every reading {long_day(one.surest)} is the first day; ask your legal adviser, or set that day: "
        f"{day_words(one.surest)}"
        for one in close
    )


def of_the_day(book: Rulebook, gate: Gate, seen: Observed) -> tuple[str, ...]:
    """Say what is odd about the day of publication itself, while somebody has yet to be sent it."""
    rule, day = rule_of(book, gate), gate.publish_on
    if day is None or not unsent(book, gate):
        return ()
    if day <= seen.now.date():
        over = "is over" if day < seen.now.date() else "is today"
        return (f"the day of publication, {long_day(day)}, {over}, and not everybody has it who must",)
    return send_by(day, rule, seen.closed).warnings if rule is not None else ()


def day_words(day: date) -> str:
    """Write the command that sets a day of publication."""
    return f"redact gate set-date {day.isoformat()}"


def _dispatched(gate: Gate) -> Mapping[str, Dispatch]:
    """Give the first sending of the attached files to each recipient."""
    papers = gate.papers_digest
    packs = {pack.sha256 for pack in gate.packs if papers and pack.papers == papers}
    found: dict[str, Dispatch] = {}
    for one in sorted(gate.dispatches, key=lambda one: one.at):
        if one.pack in packs:
            found.setdefault(one.to, one)
    return found


def _sent(book: Rulebook, gate: Gate, seen: Observed, dispatch: Dispatch) -> SentTo:
    rule = rule_of(book, gate)
    if rule is None:
        first = dispatch.at.date() + _ONE_DAY
        return SentTo(dispatch.to, dispatch, first, first)
    counted = earliest(dispatch.at, rule, seen.closed)
    surest = max(counted.safe, counted.uk_hard)
    return SentTo(dispatch.to, dispatch, counted.hard, surest, counted)


def _not_late(now: datetime) -> datetime:
    """Take a moment as it is; of it only the day and the hour count."""
    return now.replace(second=0, microsecond=0)
