"""The register of proceedings and orders: on a screen, and for programs (`redact-register/1`)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date

from redact.report.wording import count, printable
from redact.values.days import long_day
from redact.values.gate_record import Proceeding

__all__ = ["as_json", "as_text"]

SCHEMA = "redact-register/1"


def as_text(entries: Sequence[Proceeding], today: date) -> str:
    """Write it for a screen."""
    if not entries:
        return "The register is empty.\n"
    lines = [count(len(entries), "entry", "entries")]
    for one in entries:
        reference = f", {printable(one.reference)}" if one.reference else ""
        lines.append(f"{one.id}  {one.kind}, {one.court}{reference}")
        lines += [f"    {line}" for line in _lines(one, today)]
    return "\n".join(lines) + "\n"


def as_json(entries: Sequence[Proceeding], today: date) -> str:
    """Write it for a program."""
    content = {"schema": SCHEMA, "today": today.isoformat(), "entries": [_plain(one) for one in entries]}
    return json.dumps(content, ensure_ascii=True, indent=2, sort_keys=True) + "\n"


def _lines(one: Proceeding, today: date) -> list[str]:
    if one.concluded is not None:
        lines = [f"concluded on {long_day(one.concluded)}"]
    else:
        lines = ["open" if one.next_on is None else f"open, next on {long_day(one.next_on)}"]
    if one.order:
        whom = f", protects {printable(one.protects)}" if one.protects else ""
        end = "without an end" if one.expires is None else f"until {long_day(one.expires)}"
        over = ", over" if one.expires is not None and one.expires < today else ""
        lines.append(f"order: {one.order}{whom}, {end}{over}")
    return lines


def _plain(one: Proceeding) -> dict[str, str | None]:
    return {
        "id": one.id,
        "kind": one.kind,
        "court": one.court,
        "reference": one.reference,
        "next": _day(one.next_on),
        "order": one.order,
        "protects": one.protects,
        "expires": _day(one.expires),
        "concluded": _day(one.concluded),
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
