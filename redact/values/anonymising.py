"""What `anonymise` plans and answers: whose each name is, what is written for it, and what was left.

No text of a document is part of any `repr`. Into a report go a pseudonym, words of ours and a place.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from redact.errors import ExitStatus
from redact.values.checking import CheckRun
from redact.values.edits import Edit
from redact.values.text import Location, Span

__all__ = ["AnonymiseRun", "Anonymised", "Change", "Claim", "Plan", "Replaced", "Spotted"]


@dataclass(frozen=True, slots=True)
class Claim:
    """What the check has found in one place, and what is said of it.

    `spans` are half-open code points of passages; the first is what a review asks about. `name` says that it
    is a person's name that blocks or is asked about; `person` that it is one at all. `cleared` says that a
    decision lets it stay.
    """

    spans: tuple[Span, ...]
    fingerprint: str
    name: bool
    person: bool
    cleared: bool


@dataclass(frozen=True, slots=True)
class Replaced:
    """An edit, the id of whom or what it is for, and the pseudonym that it writes."""

    edit: Edit
    of: str
    pseudonym: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be written in one document.

    `unsettled` are the places of which nobody has said whose the name there is; `left` those that stay
    because somebody has said so. `nameless` are the ids of people and things of the key without a pseudonym.
    """

    replaced: tuple[Replaced, ...]
    unsettled: tuple[Span, ...] = ()
    left: tuple[Span, ...] = ()
    nameless: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Spotted:
    """A place in a document of the call, which is numbered from 1; `where` are words of ours."""

    document: int
    where: str
    location: Location


@dataclass(frozen=True, slots=True)
class Change:
    """One replacement as a report tells it: under which pseudonym, why so, and where in the new file."""

    pseudonym: str
    why: str
    spotted: Spotted


@dataclass(frozen=True, slots=True)
class Anonymised:
    """One new file: its number in the call, the name that we gave it, its digest, and its account.

    `left` counts what somebody has said may stay, `unsettled` what was left in a draft, `asked` the forms in
    it that may be an ordinary word.
    """

    number: int
    name: str = field(repr=False)
    sha256: str
    changes: tuple[Change, ...]
    left: int
    unsettled: int
    asked: int
    gaps: int


@dataclass(frozen=True, slots=True)
class AnonymiseRun:
    """The outcome of one `anonymise`: the files, or what stands in their way; then nothing is written.

    `unsettled` are names of which nobody has said whose they are, `leaks` forms of names that the new files
    still held. `checked` is the check of the new files.
    """

    files: tuple[Anonymised, ...] = ()
    unsettled: tuple[Spotted, ...] = ()
    leaks: tuple[Spotted, ...] = ()
    checked: CheckRun | None = None
    draft: bool = False

    @property
    def status(self) -> ExitStatus:
        """What the process answers: 0 only where the files were written and nothing was left open."""
        open_ = self.leaks or self.unsettled or not self.files
        return ExitStatus.FINDINGS if open_ else ExitStatus.READY
