"""What `clean` is asked for, and what a cleaner answers: the publication copy, or why there is none.

No text of a document is part of any `repr`, and no field but `content`, `taken` and `Needle.words` holds any.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from redact.errors import ExitStatus, worst
from redact.values.checking import CheckRun
from redact.values.text import Format, Location

__all__ = ["CleanRun", "Cleaned", "CleaningOptions", "Leak", "Needle", "Refusal", "Removed"]


@dataclass(frozen=True, slots=True)
class CleaningOptions:
    """What the user decided before a document is cleaned.

    `accept_revisions` makes tracked changes final; without it a document that has some is refused.
    `title` becomes the title in the properties; none empties it. `as_pictures` lets a PDF become pictures
    of its pages.
    """

    accept_revisions: bool = False
    keep_alt_text: bool = False
    title: str | None = field(default=None, repr=False)
    as_pictures: bool = False


@dataclass(frozen=True, slots=True)
class Removed:
    """Things of one kind in one place that were removed, kept, left standing or lost.

    `location.place` is an id of the catalogue of hiding places. `what` is our own words, in the plural or for
    a mass ("comments", "the names of authors"), never the document's. `count` is how many, at least 1.
    """

    location: Location
    count: int
    what: str


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A publication copy and the account of it; not yet proved.

    `kept` stays because the user asked for it. `standing` is hidden and stays because it cannot be taken out
    without changing what a reader sees. `lost` may have been seen and is not in the copy. `taken` are texts
    that were taken out, whole: the proof searches the written bytes for them. `made` are texts that the
    cleaner wrote itself (the name Style1), which are no leak wherever the reader finds them.
    """

    format: Format
    content: bytes = field(repr=False)
    removed: tuple[Removed, ...]
    kept: tuple[Removed, ...] = ()
    standing: tuple[Removed, ...] = ()
    lost: tuple[Removed, ...] = ()
    taken: tuple[str, ...] = field(default=(), repr=False)
    made: frozenset[str] = field(default=frozenset(), repr=False)

    @property
    def places(self) -> frozenset[str]:
        """The ids of places of which something stays after all: those of `kept` and `standing`."""
        return frozenset(
            entry.location.place for entry in self.kept + self.standing if entry.location.place is not None
        )


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why there is no publication copy: it takes a decision that only a person can make.

    `what` and `remedy` are as in an error. `because` counts what stands in the way, by place.
    """

    what: str
    remedy: str
    because: tuple[Removed, ...]


@dataclass(frozen=True, slots=True)
class Needle:
    """Words that stood only in a removed place, and that the copy must not hold in any form.

    `words` are folded, one word each. `location` is where they stood. `identifier` tells a mention from a
    run of words.
    """

    words: tuple[str, ...] = field(repr=False)
    location: Location
    identifier: bool


@dataclass(frozen=True, slots=True)
class Leak:
    """Something that the copy must not hold and does: where it stood before, and what it is in our words."""

    location: Location
    what: str


@dataclass(frozen=True, slots=True)
class CleanRun:
    """The outcome of one `clean`: a copy that was proved, written and checked, or the reason for none.

    `checked` is the check of the copy as it was written: names in its text are not what is cleaned.
    """

    refusal: Refusal | None = None
    cleaned: Cleaned | None = None
    checked: CheckRun | None = None

    @property
    def status(self) -> ExitStatus:
        """What the process answers: 0 only where nothing stands, nothing is lost, and the copy is ready."""
        if self.refusal is not None or self.cleaned is None or self.checked is None:
            return ExitStatus.FINDINGS
        statuses = [self.checked.status]
        statuses += [ExitStatus.FINDINGS] if self.cleaned.standing else []
        statuses += [ExitStatus.CANNOT_TELL] if self.cleaned.lost else []
        return worst(statuses)
