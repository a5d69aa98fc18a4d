"""The register of proceedings and orders of a case: what is open on a day, and one digest of all of it."""

from __future__ import annotations

import hashlib
from datetime import date

from redact.values.gate_record import Gate, Proceeding

__all__ = ["in_force", "is_open", "open_matters", "register_digest"]


def is_open(one: Proceeding, day: date) -> bool:
    """Tell whether a proceeding is not concluded by a day."""
    return one.concluded is None or one.concluded > day


def in_force(one: Proceeding, day: date) -> bool:
    """Tell whether an order holds on a day: for ever where it has no end, and on its last day too."""
    return bool(one.order) and (one.expires is None or day <= one.expires)


def open_matters(gate: Gate) -> tuple[Proceeding, ...]:
    """Give what has no end in the register, or an order with it, whatever the day."""
    return tuple(one for one in gate.proceedings if one.concluded is None or one.order)


def register_digest(gate: Gate) -> str:
    """Give the SHA-256 of the register, by which a statement names it.

    The day of publication is in it where there is anything that it was weighed against: on another day it
    has to be weighed anew.
    """
    lines = sorted(_line(one) for one in gate.proceedings)
    if open_matters(gate):
        lines.append(f"publish-on {gate.publish_on or ''}")
    return hashlib.sha256("\n".join(lines).encode("utf-8")).hexdigest()


def _line(one: Proceeding) -> str:
    days = (one.next_on, one.expires, one.concluded)
    words = (one.id, one.kind, one.court, one.reference, one.order, one.protects)
    return "\t".join([*words, *("" if day is None else day.isoformat() for day in days)])
