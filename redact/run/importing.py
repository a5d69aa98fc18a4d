"""`key import`: the case's own papers are read, shown, and taken over into its key once somebody agrees."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from redact.errors import RedactError, Unreadable, WrongUse
from redact.keystore.identity import Identity
from redact.keystore.keyfile import OpenKey, now, save_key
from redact.resolve.papers import Proposal, What, apply, propose, read_paper, read_papers
from redact.run.case import open_case_key
from redact.run.case_file import CaseFolder
from redact.run.reading import Passwords, naming, read_all
from redact.values.fingerprint import fingerprint, new_secret
from redact.values.papers import Paper

__all__ = ["Preview", "preview", "take_over"]


@dataclass(frozen=True, slots=True)
class Preview:
    """What an import would do. `proposals` are numbered from 1 in every report.

    `code` stands for exactly these proposals on exactly this key: whoever gives it has seen them. It is a
    keyed hash and tells nobody anything. `unread` counts the parts of the files that could not be read:
    who stands there is missing.
    """

    papers: tuple[Paper, ...]
    proposals: tuple[Proposal, ...]
    opened: OpenKey = field(repr=False)
    code: str
    unread: int = 0


def preview(
    paths: Sequence[str], found: CaseFolder, identity: Identity, own: Path, *, passwords: Passwords
) -> Preview:
    """Read the papers and say what each of their rows would do to the key; changes nothing.

    Args:
        own: the user's own folder.
        passwords: asked when a file is encrypted.

    Raises:
        KeyFault: the key cannot be opened.
        FileFault: a file cannot be read; none is taken over then.
        WrongUse: no table of any file tells of people.
    """
    opened = open_case_key(found, identity, own)
    read = []
    for number, path in enumerate(paths, 1):
        with naming(number, len(paths) > 1):
            read.append(_papers(path, passwords))
    papers = tuple(paper for found_in, _ in read for paper in found_in)
    if not papers:
        raise WrongUse(
            "no table was found in it that tells of people",
            "A table needs a row of headings such as: Name, Relationship to child, Date of birth.",
        )
    proposals = propose(opened.key, papers)
    code = _code(opened, papers, proposals)
    return Preview(papers, proposals, opened, code, sum(unread for _, unread in read))


def take_over(seen: Preview, identity: Identity, *, without: Collection[int] = ()) -> OpenKey:
    """Save the key with what was proposed.

    Args:
        without: the numbers of proposals that are left out.

    Raises:
        WrongUse: there is nothing to take over, or no proposal of such a number.
        KeyConflict, NotWritten: as `save_key` does; the key is then as it was.
    """
    if wrong := sorted(set(without) - set(range(1, len(seen.proposals) + 1))):
        raise WrongUse(f"there is no row {wrong[0]}", f"The rows are 1 to {len(seen.proposals)}.")
    chosen = [one for number, one in enumerate(seen.proposals, 1) if number not in without]
    left = {one.person.id for one in seen.proposals if one.person} - {
        one.person.id for one in chosen if one.person
    }
    if any(relation.person in left for one in chosen if one.person for relation in one.person.relations):
        known = {one.id for one in seen.opened.key.people}
        if left - known:
            raise WrongUse(
                "the child is left out, and others are told by what they are to it",
                "Leave the child in, or add these people by hand.",
            )
    if not any(one.what in (What.NEW, What.ADDS) for one in chosen):
        raise WrongUse("there is nothing in it that the key does not hold", "Nothing was changed.")
    changed = apply(seen.opened.key, seen.papers, chosen, by=identity.card.id, when=now())
    return save_key(seen.opened, changed, identity, what="import")


def _papers(path: str, passwords: Passwords) -> tuple[tuple[Paper, ...], int]:
    """Give the tables of one file that tell of people, and how many of its parts could not be read."""
    if Path(path).suffix.casefold() in (".csv", ".tsv"):
        return _list(Path(path)), 0
    read = read_all([path], new_secret(), passwords=passwords, progress=lambda *_: None)[0]
    if read.document is None:
        raise read.error or RedactError("a file gave neither a document nor an error")
    return read_papers(read.document), len(read.document.gaps)


def _list(path: Path) -> tuple[Paper, ...]:
    from redact.formats.comma_separated import MAX_BYTES, rows_of

    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise Unreadable(
            f"the list cannot be read (error {error.errno})", "Look whether it is there, and open to you."
        ) from None
    return read_paper(rows_of(data), hashlib.sha256(data).hexdigest())


def _code(opened: OpenKey, papers: Sequence[Paper], proposals: Sequence[Proposal]) -> str:
    parts = [opened.sha256, *(paper.sha256 for paper in papers)]
    parts += [f"{one.paper} {one.row} {one.what.value} {one.because} {one.doubts}" for one in proposals]
    return fingerprint(opened.key.secret, "import", parts)[5:17]
