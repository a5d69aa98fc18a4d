"""`gate record-sent`: a person has sent the pack to somebody; when, and the digest of the proof, is noted.

The program sends nothing and keeps nothing of the proof but its digest. What remains: that it was sent is
believed of whoever writes it down.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from redact.errors import Unreadable
from redact.keystore.identity import Identity
from redact.publication.recipients import domain_of, refusal_of, who, words_of
from redact.publication.sent import SentTo, sent_to
from redact.run import gate_clock, gate_log, gate_settings
from redact.run.case_file import CaseFolder
from redact.run.gate_lines import Doing, Held, refuse
from redact.run.gate_pack_facts import newest_pack
from redact.run.gate_seen import digest_of, observe
from redact.values.days import long_day, long_moment
from redact.values.gate import GateAction, Guard, Refusal
from redact.values.gate_record import Gate, Observed
from redact.values.gate_settings import GateSettings
from redact.values.rules import Rulebook
from redact.values.statements import GateRole

__all__ = ["Recorded", "Sending", "in_time_words", "record"]

_PACK_AGAIN = "Make a pack of the files as they are now, and send that: redact gate pack -o FILE.zip"
_ONE_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Sending:
    """What a person has done: to whom (a `Recipient` value, or a short name of the board's own) and when.

    `at` is local and has no zone. `evidence` is a receipt or a copy of the mail; `pack` the file that was
    sent, where it is to be held against the log.
    """

    to: str
    at: datetime
    evidence: Path = field(repr=False)
    pack: Path | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was noted. `sent` says from which day on it may be published; none for one of the board's own."""

    held: Held = field(repr=False)
    to: str
    sent: SentTo | None


def record(
    found: CaseFolder, identity: Identity, own: Path, sending: Sending, *, rules: Path | None = None
) -> Recorded:
    """Note that the newest pack of the attached files was sent to somebody.

    Args:
        rules: the folder of a partnership's own rules.

    Raises:
        GateRefuses: nobody of that name gets it, their address may not be used, the time has not come, or
            what was sent is not the newest pack of these files.
        Unreadable: a file cannot be read.
    """
    proof = _digest(sending.evidence, "the proof")
    sent = _digest(sending.pack, "the pack") if sending.pack is not None else None

    def doing(held: Held, seen: Observed) -> Sequence[Doing]:
        action, role = GateAction.RECORD_SENT, GateRole.MANAGER
        if seen.changed:  # refused all the same, and noted as broken
            return [Doing(action, role)]
        settings = gate_settings.load(held.found.folder)
        refuse(tuple(_refusals(held, settings, seen, sending, sent)))
        facts = {
            "to": sending.to,
            "at": sending.at.isoformat(timespec="minutes"),
            "pack": newest_pack(held.gate) or "",
            "evidence": proof,
            "domain": domain_of(settings.addresses.get(sending.to, "")) or "",
        }
        return [Doing(action, role, facts)]

    held = gate_log.act(found, identity, own, doing, rules=rules)
    theirs = sent_to(held.book, held.gate, observe(held, own))
    return Recorded(held, sending.to, next((one for one in theirs if one.to == sending.to), None))


def in_time_words(recorded: Recorded) -> str:
    """Say whether it was in time for the day of publication that is set."""
    gate, sent = recorded.held.gate, recorded.sent
    whose = words_of(recorded.to)
    if sent is None:
        return f"recorded: {whose}, whom the board sends it to besides; no days are counted for them"
    if gate.publish_on is None:
        return f"recorded: {sent.words}"
    day = long_day(gate.publish_on)
    if gate.publish_on < sent.first:
        return f"recorded, and too late for {day}: {sent.words}; the first day is {long_day(sent.first)}"
    if gate.publish_on < sent.surest:
        return (
            f"recorded, in time for {day} under one reading alone: {sent.words}; under every reading the "
            f"first day is {long_day(sent.surest)}"
        )
    return f"recorded, in time for {day}: {sent.words}"


# ------------------------------------------------------------------ private


def _refusals(
    held: Held, settings: GateSettings, seen: Observed, sending: Sending, sent: str | None
) -> Iterator[Refusal]:
    yield from _whose(held.book, held.gate, settings, sending.to)
    yield from _when(held.gate, seen, sending.at)
    yield from _which(held.gate, sent)


def _whose(book: Rulebook, gate: Gate, settings: GateSettings, to: str) -> Iterator[Refusal]:
    named = [*(one.value for one in who(book, gate)), *settings.also]
    if to not in named:
        yield Refusal(
            "wrong-recipient",
            "whoever that is, they are not among those to whom this review goes before publication",
            f"Those are: {', '.join(named) or 'nobody'}. Others stand under [also] in gate.toml.",
            Guard.RECIPIENTS_KNOWN,
        )
        return
    if (refusal := refusal_of(book, settings, to)) is not None:
        yield refusal


def _when(gate: Gate, seen: Observed, at: datetime) -> Iterator[Refusal]:
    if at > seen.now:
        yield Refusal(
            "not-yet",
            f"{long_moment(at)} has not come yet",
            "Write down what was done, after it was done: --at takes local time.",
        )
    made = next((pack.when for pack in gate.packs if pack.sha256 == newest_pack(gate)), None)
    if made is not None and _in_utc(at) + _ONE_MINUTE <= made:
        yield Refusal(
            "not-newest",
            f"at {long_moment(at)} the newest pack of these files was not made yet",
            "Look at the time. If an earlier pack was sent, send the newest one: redact gate status",
        )


def _which(gate: Gate, sent: str | None) -> Iterator[Refusal]:
    newest = newest_pack(gate)
    if newest is None:
        yield Refusal("not-newest", "there is no pack of the files that are attached", _PACK_AGAIN)
    elif sent is not None and sent != newest:
        known = any(pack.sha256 == sent for pack in gate.packs)
        what = (
            "is an earlier pack" if known else "is no pack that was made here, or one byte of it is another"
        )
        yield Refusal(
            "not-newest", f"what was sent {what}", "Send the newest pack of these files, unchanged."
        )


def _in_utc(at: datetime) -> datetime:
    """Give a local time in UTC, by the zone in which the clock of the gate is."""
    return at.replace(tzinfo=gate_clock.moment().tzinfo).astimezone(UTC)


def _digest(path: Path, what: str) -> str:
    digest = digest_of(path)
    if not digest:
        raise Unreadable(f"{what} cannot be read", "Look at its name and your right to read it.")
    return digest
