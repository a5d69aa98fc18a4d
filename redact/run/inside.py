"""What a check takes from the case it is made in: its mark, what was decided, and an earlier report."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from redact.run import decisions, intruder
from redact.run.case import Scope
from redact.run.case_file import CaseFolder
from redact.run.earlier import must_be_of
from redact.run.keyed import key_at_hand
from redact.values.checking import KeyUsed
from redact.values.intruder import IntruderRecord
from redact.values.key import Key
from redact.values.since import CaseMark, Told, case_mark

if TYPE_CHECKING:
    from redact.judge import Words

__all__ = ["Inside", "inside"]


@dataclass(frozen=True, slots=True)
class Inside:
    """What is taken from a case; nothing outside of one. `unchecked` signatures nobody can check here.

    `key` is that of the case, where whoever checks may open it; `key_used` is what reports say of it.
    `searches` are the recorded tests of a motivated intruder.
    """

    case: CaseMark | None = None
    words: Words | None = None
    earlier: Told | None = None
    unchecked: int = 0
    key: Key | None = field(default=None, repr=False)
    key_used: KeyUsed | None = None
    searches: tuple[IntruderRecord, ...] = ()


def inside(
    found: CaseFolder | None, scope: Scope, own: Path, *, earlier: Told | None = None, day: date | None = None
) -> Inside:
    """Read what a check in a case needs of it; of a case that could not be opened, nothing.

    Args:
        own: the user's own folder.
        earlier: a report of the case to hold the check against.
        day: the day of the check; today where none is given.

    Raises:
        WrongUse: an earlier report was given, and it, or this check, was not made in the case.
        RedactError: as `decisions.read`, `intruder.read` and `key_at_hand` do.
    """
    mark = case_mark(scope.secret, found.case.id) if found is not None and scope.name == "case" else None
    if earlier is not None:
        must_be_of(earlier, mark)
    if found is None or mark is None:
        return Inside()
    from redact.judge import last_words

    ledger = decisions.read(found, own)
    words = last_words(ledger.decisions, day or date.today())
    key, used = key_at_hand(found, scope, own)
    searches = intruder.read(found, own).records
    return Inside(mark, words, earlier, ledger.unchecked, key, used, searches)
