"""The day by which a key must be destroyed: in the key, and in the clear in `case.toml` for `doctor`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from redact.errors import WrongUse
from redact.keystore.identity import Identity
from redact.keystore.keyfile import PREVIOUS, OpenKey, now
from redact.run.case_file import CERTIFICATE, CaseFolder, set_retain_until
from redact.run.key_people import change
from redact.values.key import Key

__all__ = ["after_its_end", "end_of", "must_be_ahead", "retain", "told_of", "what_of"]

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
    return end_of(key.retain_until, today)


def end_of(until: date | None, today: date) -> str:
    """Say of what stands in the clear by when the key of a case must be destroyed."""
    if until is None:
        return "no day is set for its end"
    return f"to be destroyed by {until.isoformat()}{what_of(until, today)}"


def what_of(until: date, today: date) -> str:
    """Say whether the time of a key is over or nearly so; empty where it is not."""
    if today > until:
        return f": OVER since {_days(today - until)}, destroy it (redact key destroy)"
    return f": in {_days(until - today)}" if (until - today).days <= _SOON else ""


def after_its_end(folder: Path, key: Path) -> tuple[str, str] | None:
    """Say of a case whose key was destroyed whether one lies there all the same, and what to do then.

    Returns: none where no key of this case was destroyed.
    """
    if not (folder / CERTIFICATE).exists():
        return None
    if not any(one.exists() for one in (key, key.with_name(key.name + PREVIOUS))):
        return "destroyed, as key-destroyed.json in the folder of the case says", ""
    return (
        "it was destroyed, and a key or a copy of one lies in its place again: the names can still be read",
        "Look where it came from (a backup, a synchronised folder), and delete it there and here.",
    )


def _days(span: timedelta) -> str:
    """Write a number of days."""
    return "1 day" if span.days == 1 else f"{span.days:,} days"
