"""What was found of a key's names in a finished document, and what the ordinary check says of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from redact.errors import ExitStatus
from redact.values.checking import CheckRun
from redact.values.decided import Decided, Effect
from redact.values.forms import FormHit

__all__ = ["HitSeen", "MarkedHit", "VerifiedDocument", "VerifyRun"]


@dataclass(frozen=True, slots=True)
class MarkedHit:
    """One form in one place, the fingerprint under which people decide about it, and what they decided."""

    hit: FormHit
    fingerprint: str
    decided: Decided | None = None


@dataclass(frozen=True, slots=True)
class HitSeen:
    """One form in one place: `of` says whose by pseudonym, or by the number in the key where there is none.

    `where` is in our own words, `part` the part of the file. `decided` is what people have decided on its
    fingerprint.
    """

    hit: FormHit
    of: str
    where: str
    fingerprint: str
    decided: Decided | None = None
    part: str = "body"

    @property
    def open(self) -> bool:
        """Tell whether it stops *ready*."""
        return self.decided is None or self.decided.effect is not Effect.CLEARED


@dataclass(frozen=True, slots=True)
class VerifiedDocument:
    """One document of the call by its 1-based number; its check stands in the run under the same number."""

    number: int
    hits: tuple[HitSeen, ...]


@dataclass(frozen=True, slots=True)
class VerifyRun:
    """All that one call of `verify` found. `people` counts those of the key who were searched for."""

    documents: tuple[VerifiedDocument, ...]
    checked: CheckRun = field(repr=False)
    people: int
    revision: int
    status: ExitStatus
