"""What `anonymise` plans and answers: whose each name is, what is written for it, and what was left.

No text of a document is part of any `repr`. Into a report go a pseudonym, words of ours and a place.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from redact.errors import ExitStatus
from redact.values.checking import CheckRun
from redact.values.edits import Edit
from redact.values.schemes import Precision
from redact.values.text import Location, Span
from redact.values.verifying import MarkedHit

__all__ = [
    "Ambiguous",
    "AnonymiseRun",
    "Anonymised",
    "Change",
    "Claim",
    "Open",
    "Plan",
    "Replaced",
    "Spotted",
    "Why",
    "Wishes",
]


@dataclass(frozen=True, slots=True)
class Wishes:
    """What whoever anonymises says besides the case.

    `dates` is how exactly it may be read when something happened, none: as the scheme says for the case's
    audience. `event` is the day to which ages are said, and from which days are counted. `everything` says
    that what only may identify is taken out without asking.
    """

    dates: Precision | None = None
    event: date | None = field(default=None, repr=False)
    everything: bool = False


class Why(Enum):
    """Why a place is open, in the words that reports use."""

    NAME = "a name of which nobody has said whose it is"
    SHARED = "a form of a name that several people of the key bear"
    MIXED = "a name that runs into another, or stands in one that is cited"
    FACT = "what may identify somebody, and of which nobody has decided"
    DAY = "a date that cannot be read as one day"


@dataclass(frozen=True, slots=True)
class Claim:
    """What the check has found in one place, and what is said of it.

    `spans` are half-open code points of passages; the first is what a review asks about. `name` says that it
    is a person's name that blocks or is asked about; `person` that it is one at all. `cleared` says that a
    decision lets it stay, `change` that one says it must go. `label` is what it is, `blocks` and `asks` how
    much it weighs. `day` is the day that a date says, where it says one. `left_open` says that the documents
    do not tell whose name it is.
    """

    spans: tuple[Span, ...]
    fingerprint: str
    name: bool
    person: bool
    cleared: bool
    change: bool = False
    label: str | None = None
    blocks: bool = False
    asks: bool = False
    day: date | None = field(default=None, repr=False)
    left_open: bool = False


@dataclass(frozen=True, slots=True)
class Open:
    """A place that nobody has settled, and why it is open.

    `fingerprint` is that of what the check has found there, none where only the search found it. `choices`
    are the ids of those whose it may be, each with the fingerprint by which `verify` calls the place.
    `label` is what the check took it for.
    """

    span: Span
    why: Why
    fingerprint: str | None = None
    label: str | None = None
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Replaced:
    """An edit, the id of whom or what it is for, and the pseudonym that it writes.

    Of what is generalised or taken out `of` is empty, and `pseudonym` says in our words what was done. `must`
    says that what stood there must stand nowhere in the new file: a number, an address of the post.
    """

    edit: Edit
    of: str
    pseudonym: str = field(repr=False)
    must: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be written in one document.

    `unsettled` are the places that nobody has settled; `left` those that stay because somebody has said so.
    `nameless` are the ids of people and things of the key without a pseudonym, `asked` the forms that may be
    an ordinary word and are left.
    """

    replaced: tuple[Replaced, ...]
    unsettled: tuple[Open, ...] = ()
    left: tuple[Span, ...] = ()
    nameless: frozenset[str] = frozenset()
    asked: tuple[MarkedHit, ...] = ()


@dataclass(frozen=True, slots=True)
class Spotted:
    """A place in a document of the call, which is numbered from 1; `where` are words of ours.

    Of an open place `why`, `label`, `fingerprint` and `choices` are as of `Open`, with pseudonyms for ids.
    """

    document: int
    where: str
    location: Location
    why: Why | None = None
    label: str | None = None
    fingerprint: str | None = None
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """A form in a new file that may be an ordinary word: in what form, whose by pseudonym, and where.

    `fingerprint` is that by which `verify` calls it. `decided` says that somebody has let it stay.
    """

    form: str
    of: str
    fingerprint: str
    spotted: Spotted
    decided: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """One replacement as a report tells it: under which pseudonym, why so, and where in the new file."""

    pseudonym: str
    why: str
    spotted: Spotted


@dataclass(frozen=True, slots=True)
class Anonymised:
    """One new file: its number in the call, the name that we gave it, its digest, and its account.

    `left` are the places that stay since somebody has said so, `unsettled` counts what was left in a draft,
    `asked` are the forms in it that may be an ordinary word. `left_out` is what stood in the old file and is
    not in the new one, besides what was rewritten: pictures of a PDF that was set anew.
    """

    number: int
    name: str = field(repr=False)
    sha256: str
    changes: tuple[Change, ...]
    left: tuple[Spotted, ...]
    unsettled: int
    asked: tuple[Ambiguous, ...]
    gaps: int
    left_out: tuple[Spotted, ...] = ()


@dataclass(frozen=True, slots=True)
class AnonymiseRun:
    """The outcome of one `anonymise`: the files, or what stands in their way; then nothing is written.

    `unsettled` are places that nobody has settled, `leaks` forms of names that the new files
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
