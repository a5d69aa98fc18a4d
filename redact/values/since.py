"""What two checks of one case are held together by, and what came of that.

Only fingerprints and words of ours are in here, so that it can be made of an earlier report without a name.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from redact.values.fingerprint import fingerprint
from redact.values.folding import fold
from redact.values.judgement import DocumentKind, Severity

__all__ = ["BETWEEN", "CaseMark", "Since", "Told", "ToldDocument", "ToldThing", "case_mark", "file_mark"]

BETWEEN = "all documents together"


@dataclass(frozen=True, slots=True)
class CaseMark:
    """Which case a report was made in: its id, and a keyed hash under its secret, which proves it."""

    id: str
    mark: str


@dataclass(frozen=True, slots=True)
class ToldDocument:
    """One document of a report, or, named BETWEEN, what is seen over all of them together.

    `sha256` is none where it was not read. `file_mark` is a keyed hash of the file's name, so that the same
    name is known again and none is told. `kind` is what it was judged as.
    """

    name: str
    sha256: str | None = None
    file_mark: str | None = field(default=None, repr=False)
    kind: DocumentKind | None = None

    @property
    def was_read(self) -> bool:
        """Tell whether it was read, so that what is not told of it does not stand in it."""
        return self.sha256 is not None

    @property
    def is_between(self) -> bool:
        """Tell whether it is all documents together."""
        return self.name == BETWEEN


@dataclass(frozen=True, slots=True)
class ToldThing:
    """One finding or gap of a report.

    `document` and `number` are 0-based: which document of the report, and which finding, or gap, of it; the
    last document is what is seen over all together.
    `severity` and `rule` are none of a gap. `part` and `page` say where it stands; `whole` says that it is
    about its document as a whole, so that its fingerprint is another after each edit.
    """

    fingerprint: str
    document: int
    number: int
    open: bool
    rule: str | None = None
    severity: Severity | None = None
    part: str = "body"
    page: int | None = None
    whole: bool = False

    @property
    def is_gap(self) -> bool:
        """Tell whether it is something that could not be read."""
        return self.severity is None


@dataclass(frozen=True, slots=True)
class Told:
    """A report as far as another can be held against it.

    `case` is none where its fingerprints are those of one run. `made_with` says by what and for whom it was
    made, by the name that a person has for it: "rules", "audience".
    """

    case: CaseMark | None
    made_with: tuple[tuple[str, str], ...]
    documents: tuple[ToldDocument, ...]
    things: tuple[ToldThing, ...]


@dataclass(frozen=True, slots=True)
class Since:
    """What has changed since an earlier report of the case.

    `new`, `in_new_documents`, `still_open` and `open_again` are of the report that is made now, `gone`,
    `decided` and `not_looked_at` of the earlier one. `in_new_documents` stand in documents that it did not
    hold; `not_looked_at` stood in documents that were not given now, or could not be read. `open_again` was
    told before and was not open. `renamed` are documents, 0-based (now, then), that were known again by what
    was found in them alone. `differs` names by what else the two reports were made.
    """

    earlier: tuple[ToldDocument, ...] = ()
    new: tuple[ToldThing, ...] = ()
    in_new_documents: tuple[ToldThing, ...] = ()
    gone: tuple[ToldThing, ...] = ()
    still_open: tuple[ToldThing, ...] = ()
    open_again: tuple[ToldThing, ...] = ()
    decided: tuple[ToldThing, ...] = ()
    not_looked_at: tuple[ToldThing, ...] = ()
    renamed: tuple[tuple[int, int], ...] = ()
    differs: tuple[str, ...] = ()


def case_mark(secret: bytes, id: str) -> CaseMark:
    """Mark what is made in a case, so that it can be told from every other without its secret."""
    return CaseMark(id, fingerprint(secret, "case", [id]))


def file_mark(secret: bytes, name: str) -> str:
    """Mark a document by the name of its file, which nobody can guess back from the mark."""
    return fingerprint(secret, "file name", [fold(name).text])
