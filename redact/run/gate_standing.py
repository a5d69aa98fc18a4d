"""`gate status`: where a case stands; asks for nothing, opens nothing and writes nothing."""

from __future__ import annotations

from pathlib import Path

from redact.run.case_file import CaseFolder
from redact.run.gate_judging import changed_refusals, clock_refusals
from redact.run.gate_log import Held, read
from redact.run.gate_seen import case_refusals, observe
from redact.values.deadlines import SendBy, SendingRule
from redact.values.gate_record import Observed
from redact.values.gate_status import GateStatus
from redact.values.statements import Stage

__all__ = ["status", "status_of"]


def status(found: CaseFolder, own: Path, *, rules: Path | None = None) -> GateStatus:
    """Say where a case stands, what is missing and whose turn it is.

    Args:
        own: the user's own folder.
        rules: the folder of a partnership's own rules; that of the `redact.toml` above the case without it.

    Raises: as `gate_log.read` and `gate_seen.observe` do.
    """
    return status_of(read(found, own, rules=rules), own)


def status_of(held: Held, own: Path) -> GateStatus:
    """Say the same of a gate that was read before."""
    from redact.publication.needed import missing, needed
    from redact.publication.owed import owed
    from redact.publication.states import turn, warnings

    book, gate, seen = held.book, held.gate, observe(held, own)
    rule = next((pack.sent_before for pack in book.packs if pack.edition is gate.edition), None)
    return GateStatus(
        today=seen.now.date(),
        gate=gate,
        turn=turn(book, gate, seen),
        needed=needed(book, gate),
        missing=missing(book, gate, tuple(Stage)),
        changed=seen.changed,
        rule=rule,
        send_by=_send_by(held, rule, seen),
        owed=owed(book, gate, seen.now.date(), seen.closed),
        stops=(*clock_refusals(gate), *case_refusals(held), *changed_refusals(held, seen)),
        warnings=warnings(book, gate, seen),
        unchecked=held.log.unchecked,
    )


def _send_by(held: Held, rule: SendingRule | None, seen: Observed) -> SendBy | None:
    from redact.publication.sending import send_by

    day = held.gate.publish_on
    return None if day is None or rule is None else send_by(day, rule, seen.closed)
