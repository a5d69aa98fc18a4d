"""The day by which a key must be destroyed: in the key, and in the clear in `case.toml` for `doctor`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from redact.errors import WrongUse
from redact.keystore.identity import Identity
from redact.keystore.keyfile import OpenKey, now
from redact.run.case_file import CaseFolder, set_retain_until
from redact.run.key_people import change
from redact.values.key import Key

__all__ = ["must_be_ahead", "retain", "told_of", "what_of"]

_SOON = 60  # days before the end from which on it is said


def retain(found: CaseFolder, identity: Identity, own: Path, until: date) -> OpenKey:
    """Set the day by which the key of a case must be destroyed, in the key first.

    Raises:
        WrongUse: that day has gone by.
        KeyFault, NotWritten: as `update_key` does; nothing was changed then.
    """
    must_be_ahead(until)
    saved = change(found, identity, own, lambda key: replace(key, retain_until=until), what="retain")
    set_retain_until(found.folder, until)
    return saved


def must_be_ahead(until: date) -> None:
    """Refuse a day that has gone by.

    Raises:
        WrongUse: it has.
    """
    if until <= now().date():
        raise WrongUse("that day has gone by", "Give a later one. To destroy a key now: redact key destroy")


def told_of(key: Key, today: date) -> str:
    """Say in words of ours by when a key must be destroyed."""
    if key.retain_until is None:
        return "nobody has said when it must be destroyed: redact key retain --until YEAR-MONTH-DAY"
    return f"to be destroyed by {key.retain_until.isoformat()}{what_of(key.retain_until, today)}"


def what_of(until: date, today: date) -> str:
    """Say whether the time of a key is over or nearly so; empty where it is not."""
    if today > until:
        return f": OVER since {_days(today - until)}, destroy it (redact key destroy)"
    return f": in {_days(until - today)}" if (until - today).days <= _SOON else ""


def _days(span: timedelta) -> str:
    """Write a number of days."""
    return "1 day" if span.days == 1 else f"{span.days:,} days"
