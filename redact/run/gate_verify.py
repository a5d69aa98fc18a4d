"""`gate verify`: everything that the log and the files say is worked out anew, offline and without a secret.

What remains: whoever has the identity of a manager can write a whole log anew that holds together. That shows
against what others hold: the number of lines and the head that stand on a certificate and on each letter.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import pairwise
from pathlib import Path

from redact import chain
from redact.chain import Entry, Log
from redact.errors import Forged, LimitReached, LogBroken, RedactError, Unreadable, WrongUse
from redact.run import gate_clock
from redact.run.case_file import CaseFolder
from redact.run.gate_judging import clock_refusals
from redact.run.gate_lines import BOOK, Held
from redact.run.gate_log import cards_of, check_of, log_path, must_be_begun, rulebook_of
from redact.run.gate_seen import (
    case_refusals,
    changed_parts,
    check_path,
    digest_of,
    kept_papers,
)
from redact.values.deadlines import Recipient
from redact.values.gate import GateAction
from redact.values.gate_record import Gate, Observed
from redact.values.gate_verified import GateFault, GateVerified
from redact.values.gate_witness import Witness, witnesses_in
from redact.values.rules import Rulebook
from redact.values.statements import GateRole, How

__all__ = ["MAX_BYTES", "verify", "witnesses_of"]

MAX_BYTES = 16 * 1024**2
_KEEP = "Keep what there is as evidence, and take the log of a backup or of whoever else works on the case."


def witnesses_of(path: Path) -> tuple[Witness, ...]:
    """Read the heads of logs that stand in a certificate or a letter.

    Raises:
        Unreadable, LimitReached: it cannot be read, or is larger than any.
        WrongUse: none stands in it.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise Unreadable(
            f"the certificate cannot be read (error {error.errno})",
            "Look at its name and your right to read it.",
        ) from None
    if len(data) > MAX_BYTES:
        raise LimitReached("the certificate is larger than any", "Look what the file really is.")
    found = witnesses_in(data.decode("utf-8", "replace"))
    if not found:
        raise WrongUse(
            "no head of a log stands in that file",
            "Give the certificate as a web page, the summary or a letter of the pack as text, or type what "
            "is printed on it: --head 'LINES HEAD'",
        )
    return found


def verify(
    found: CaseFolder,
    own: Path,
    witnesses: Sequence[Witness] = (),
    *,
    packs: Sequence[Path] = (),
    rules: Path | None = None,
) -> GateVerified:
    """Look at the log of a gate from its first line on, and at each file that it names.

    Args:
        own: the user's own folder.
        witnesses: what stands on a certificate or a letter that others hold.
        packs: files of packs, as others hold them.
        rules: the folder of a partnership's own rules; that of the `redact.toml` above the case without it.

    Raises:
        WrongUse: the gate was not begun.
        Damaged: its log is gone, or there are two.
        Unreadable: a file of the case, or a pack, cannot be read.
        RuleFault: the rules have a fault.
    """
    must_be_begun(found)
    book = rulebook_of(found, rules)
    try:
        log = chain.read(log_path(found), check_of(cards_of(own)))
    except (LogBroken, Forged) as error:
        return _broken(found, error, witnesses)
    entries = log.entries
    faults = [*_signers(entries, own), *_witnessed(entries, witnesses)]
    gates, stop = _replayed(entries, book)
    faults += [*stop, *_judged(entries, gates, book)]
    gate = gates[-1] if gates else None
    if gate is not None and len(gates) == len(entries):
        faults += [*_files(found, gate, entries), *_packs(packs, gate, own)]
        faults += [
            GateFault(one.what, one.next)
            for one in (*clock_refusals(gate), *case_refusals(Held(found, book, Log(entries), gate)))
        ]
    statements = gate.statements if gate is not None else ()
    return GateVerified(
        case=found.case.id,
        lines=len(entries),
        head=entries[-1].sha256 if entries else "",
        faults=tuple(sorted(faults, key=lambda one: (one.line is None, one.line or 0))),
        witnesses=tuple(witnesses),
        other_rules=sum(one.facts.get(BOOK) != book.digest for one in entries),
        papers=len(gate.papers) if gate is not None else 0,
        signed=sum(one.how is How.SIGNED for one in statements),
        recorded=sum(one.how is How.RECORDED for one in statements),
    )


# ------------------------------------------------------------------ private


def _broken(found: CaseFolder, error: RedactError, witnesses: Sequence[Witness]) -> GateVerified:
    """Say what the log itself says of where it breaks; nothing behind that is believed."""
    fault = GateFault(error.what, error.remedy, _line_in(error.what))
    return GateVerified(found.case.id, 0, "", (fault,), tuple(witnesses))


def _line_in(what: str) -> int | None:
    words = what.replace(",", "").split()
    numbers = [int(one) for before, one in pairwise(words) if before == "line" and one.isdigit()]
    return numbers[0] if numbers else None


def _signers(entries: Sequence[Entry], own: Path) -> Iterator[GateFault]:
    known = {card.id for card in cards_of(own)}
    named: set[str] = set()
    for number, entry in enumerate(entries, 1):
        if entry.signer != entry.actor or entry.late:
            yield GateFault("it was written by another than whoever it says has done it", _KEEP, number)
        if entry.signer not in known and entry.signer not in named:
            named.add(entry.signer)
            yield GateFault(
                "it is signed by somebody whose card is not trusted here, so nobody can tell by whom",
                "Compare the id of their card with its owner: redact identity trust CARD. If nobody of the "
                "case owns it, the log was written anew by an outsider.",
                number,
            )


def _witnessed(entries: Sequence[Entry], witnesses: Sequence[Witness]) -> Iterator[GateFault]:
    for one in witnesses:
        if one.lines > len(entries):
            yield GateFault(
                f"the log was cut off or written anew: it has {len(entries):,} lines, and had {one.lines:,} "
                "when the certificate was made",
                _KEEP,
                len(entries) + 1,
            )
        elif entries[one.lines - 1].sha256 != one.head:
            yield GateFault(
                "the log was written anew, at or before this line: the certificate names another head of it",
                _KEEP,
                one.lines,
            )


def _replayed(entries: Sequence[Entry], book: Rulebook) -> tuple[list[Gate], list[GateFault]]:
    """Give the gate after each line, up to the first that cannot be."""
    from redact.publication.replaying import replay

    gates: list[Gate] = []
    for number in range(1, len(entries) + 1):
        try:
            gates.append(replay(entries[:number], book.gate))
        except ValueError as error:
            what = str(error).partition(": ")[2] or str(error)
            return gates, [GateFault(what, _KEEP, number)]
    return gates, []


def _judged(entries: Sequence[Entry], gates: Sequence[Gate], book: Rulebook) -> Iterator[GateFault]:
    """Judge each line by what stood before it, where the rules are still the same.

    What was seen then outside the log is not known any more and is taken to have been as it must.
    """
    from redact.publication.states import judge

    for number, (gate, entry) in enumerate(zip(gates, entries[1 : len(gates)], strict=False), 2):
        action, role = GateAction(entry.action), GateRole(entry.facts["by"])
        allowed = {one.card for one in (gate.who(role), gate.who(GateRole.MANAGER)) if one is not None}
        if entry.actor not in allowed:
            yield GateFault(
                f"it was not written by the {role.words} nor by the business manager", _KEEP, number
            )
        if entry.facts.get(BOOK) != book.digest:
            continue
        for refusal in judge(book, gate, action, role, _as_it_must_be(gate, entry)):
            yield GateFault(f"it could not be done then: {refusal.what}", _KEEP, number)


def _as_it_must_be(gate: Gate, entry: Entry) -> Observed:
    everybody = tuple(one.value for one in Recipient)
    rules, model = (gate.check.rules, gate.check.model) if gate.check is not None else ("", "")
    return Observed(
        now=_local(entry.time),
        recipients=everybody,
        intruder=True,
        rules=rules,
        model=model,
        reason=entry.reason,
    )


def _local(moment: datetime) -> datetime:
    return moment.astimezone(gate_clock.moment().tzinfo).replace(tzinfo=None)


def _files(found: CaseFolder, gate: Gate, entries: Sequence[Entry]) -> Iterator[GateFault]:
    from redact.run.gate_statement_files import faults

    lines = [number for number, one in enumerate(entries, 1) if one.action == GateAction.ATTEST.value]
    for place, what in faults(found, gate.statements):
        yield GateFault(
            what, "Take the file from a backup, or let them sign again: redact gate ask", lines[place]
        )
    check = gate.check
    kept = () if check is None else (check.result, *([check.words_result] if check.words_result else []))
    for sha256 in kept:
        if digest_of(check_path(found.folder, sha256)) != sha256:
            what = "the result of the check is another one, or is gone"
            yield GateFault(what, "Take it from a backup; or attach the same files anew: redact gate attach")
    for part in changed_parts(found.folder, kept_papers(gate)):
        yield GateFault(
            f"the file of the {part.words} is not the one that was checked, or is gone",
            "Take it from a backup; or attach what is to be published: redact gate attach",
        )


def _packs(packs: Sequence[Path], gate: Gate, own: Path) -> Iterator[GateFault]:
    from redact.run.gate_pack_reading import faults

    for number, path in enumerate(packs, 1):
        for what in faults(path, gate, own):
            yield GateFault(
                f"pack {number}: {what}", "Do not use that pack; ask whoever has made it for the right one."
            )
