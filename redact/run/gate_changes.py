"""What was changed in a file that is not the one which was checked: which words, on which page, or none.

A file is held against the copy that was kept of it. Where that copy is the file which was changed, the Word
file behind it is all that is left to hold it against.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from redact.errors import FileFault
from redact.run.case_file import CaseFolder
from redact.run.check import Watcher, no_passwords, watch_nothing
from redact.run.gate_seen import digest_of, paper_path, source_path
from redact.run.reading import read_one
from redact.values.fingerprint import new_secret
from redact.values.gate_record import AttachedPaper, Gate, PaperPart
from redact.values.same_words import Comparison
from redact.values.text import Document

__all__ = ["ChangedPart", "changed_parts", "held_against"]


@dataclass(frozen=True, slots=True)
class ChangedPart:
    """One part whose file is another.

    `comparison` is none where nothing can be compared, and `because` says why. `path` is the file that was
    given for it. `documents` are the two that were held against each other, the one that was checked first.
    """

    part: PaperPart
    because: str = ""
    comparison: Comparison | None = None
    path: Path | None = field(default=None, repr=False)
    documents: tuple[Document, Document] | None = field(default=None, repr=False)

    @property
    def only_around_the_words(self) -> bool:
        """Tell whether every word is the same: only looks, or what the file says of itself, were changed."""
        return self.comparison is not None and self.comparison.same


def changed_parts(
    found: CaseFolder, gate: Gate, parts: Sequence[PaperPart], *, watcher: Watcher = watch_nothing
) -> tuple[ChangedPart, ...]:
    """Say of parts whose file in the case is not the one that was checked what was changed in them."""
    return tuple(
        _in_the_case(found.folder, paper, watcher) for paper in gate.papers if paper.part in set(parts)
    )


def held_against(
    folder: Path, papers: Sequence[AttachedPaper], paths: Sequence[Path], *, watcher: Watcher = watch_nothing
) -> tuple[ChangedPart, ...]:
    """Hold files, none of which is one of these papers, against those that they have most words of.

    Args:
        folder: of the case, in which the papers were kept.
    """
    left = list(papers)
    found = []
    for path in paths:
        told = [(_against(folder, paper, path, watcher), paper) for paper in _like(path, left)]
        best, paper = min(told, key=lambda one: _distance(one[0]))
        left.remove(paper)
        found.append(best)
    return tuple(found)


# ------------------------------------------------------------------ private


def _like(path: Path, papers: Sequence[AttachedPaper]) -> Sequence[AttachedPaper]:
    form = path.suffix.lower().removeprefix(".")
    return [one for one in papers if one.form == form] or papers


def _distance(changed: ChangedPart) -> tuple[bool, int]:
    told = changed.comparison
    return told is None, 0 if told is None else sum(one.words for one in told.differences)


def _against(folder: Path, paper: AttachedPaper, path: Path, watcher: Watcher) -> ChangedPart:
    kept = paper_path(folder, paper)
    if digest_of(kept) != paper.sha256:
        because = "the copy that was kept of it is not there any more, or was changed too"
        return ChangedPart(paper.part, because, path=path)
    return _compared(paper.part, kept, path, watcher)


def _in_the_case(folder: Path, paper: AttachedPaper, watcher: Watcher) -> ChangedPart:
    published, source = paper_path(folder, paper), source_path(folder, paper)
    if not published.is_file():
        return ChangedPart(paper.part, "the file is gone")
    if digest_of(published) == paper.sha256:  # it is the Word file then
        if not source.is_file():
            return ChangedPart(paper.part, "the Word file behind it is gone")
        return _compared(
            paper.part, published, source, watcher, because="the Word file behind it was changed"
        )
    if not paper.source or digest_of(source) != paper.source:
        return ChangedPart(paper.part, "there is nothing left to hold the file against", path=published)
    return _compared(paper.part, source, published, watcher)


def _compared(
    part: PaperPart, checked: Path, other: Path, watcher: Watcher, because: str = ""
) -> ChangedPart:
    from redact.publication.same_words import differences

    try:
        one, two = (_read(path, watcher) for path in (checked, other))
    except FileFault as error:
        return ChangedPart(part, f"it cannot be read: {error.what}", path=other)
    if two.format.value == "docx" and one.format.value != "docx":  # a Word file is the first of the two
        return ChangedPart(part, because, differences(two, one), other, (two, one))
    return ChangedPart(part, because, differences(one, two), other, (one, two))


def _read(path: Path, watcher: Watcher) -> Document:
    return read_one(
        str(path),
        new_secret(),
        passwords=no_passwords,
        progress=lambda _number, done, total: watcher("reading what was changed, pages", done, total),
    )
