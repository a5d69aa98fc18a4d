"""`restore`: documents with pseudonyms in, the same with names out, for one who may open the key.

A file that `anonymise` wrote, and nobody has touched since, is given back as it was, by the sealed record of
its changes. Any other gets the full name of each person for their pseudonym.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from redact import guard
from redact.errors import KeyDamaged, RedactError, WrongType, WrongUse
from redact.keystore import home
from redact.keystore.audit import Said, note
from redact.keystore.identity import Identity
from redact.keystore.keyfile import OpenKey
from redact.resolve.applying import rewritings
from redact.resolve.restoring import names_back
from redact.run.anonymised import Job, must_be_foretold, spots
from redact.run.case import open_case_key
from redact.run.case_file import CaseFolder
from redact.run.change_record import Record, digest_of_texts, open_record, records_of
from redact.run.reading import Opened, Passwords, naming, read_all
from redact.run.rewritten import read_back, rewritten
from redact.run.writing import NewFile, must_be_free, write_all
from redact.values.anonymising import Plan
from redact.values.fingerprint import new_secret
from redact.values.key_reasons import RevealReason
from redact.values.restoring import Left, Restored, RestoreRun, Way
from redact.values.text import Document, Format

__all__ = ["restore"]

_EDITED = "it is none that redact anonymise has written with this key, or it was edited since"
_OTHERS = "the record of its changes is sealed for others"
_TWO = "two documents became this very file, and nobody can tell which of them is meant"
_CONVERTED = "the record of its changes does not hold the way back: the file was another, or too large"


@dataclass(frozen=True, slots=True)
class _Given:
    """What every file of one call is restored with."""

    opened: OpenKey = field(repr=False)
    identity: Identity = field(repr=False)
    own: Path = field(repr=False)
    secret: bytes = field(repr=False)
    records: tuple[Path, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class _Made:
    """One restored file before it is written: its account, its bytes, and who is named in it again."""

    restored: Restored
    content: bytes = field(repr=False)
    people: tuple[str, ...]


def restore(
    paths: Sequence[str],
    output: Path,
    found: CaseFolder,
    identity: Identity,
    own: Path,
    *,
    reason: RevealReason,
    records: Sequence[Path],
    passwords: Passwords,
) -> RestoreRun:
    """Write each document anew with the names in it, all of them or none; the log has it first.

    Args:
        output: the folder for the new files; it is made where it is missing. Their names are ours.
        own: the user's own folder.
        reason: why; a code, which stands in the log.
        records: sealed records of changes that lie elsewhere than beside the key.

    Raises:
        KeyFault: the key, or the record of one of these files, cannot be opened or was altered.
        FileFault: a file cannot be read, rewritten or written; nothing is left then.
        WrongUse: a file of one of the names is there, or none of the files has anything to restore.
    """
    given = _Given(open_case_key(found, identity, own), identity, own, new_secret(), tuple(records))
    files = read_all(paths, given.secret, passwords=passwords, progress=lambda *_: None)
    made = []
    for one in files:
        with naming(one.number, len(files) > 1):
            made.append(_restored(one, _document(one), given))
    wanted = [NewFile(output / one.restored.name, one.content, private=True) for one in made]
    must_be_free(file.path for file in wanted)
    people = tuple(dict.fromkeys(id for one in made for id in one.people))
    if not any(one.restored.way is Way.EXACT or one.restored.names for one in made):
        raise WrongUse(
            "there is no label of the key in these documents, so nothing was written",
            "Look whether they belong to this case, and how its labels are written: redact key list",
        )
    opened = given.opened
    note(opened.path, opened.key, opened.sha256, identity, "restore-file", Said(reason.value, people))
    write_all(output, wanted)
    return RestoreRun(tuple(one.restored for one in made))


# ------------------------------------------------------------------ private


def _document(opened: Opened) -> Document:
    if opened.document is None:
        raise opened.error or RedactError("a file gave neither a document nor an error")
    return opened.document


def _restored(opened: Opened, document: Document, given: _Given) -> _Made:
    record, because = _record(document, given)
    if record is not None:
        return _exactly(opened, document, record, given)
    return _by_pseudonyms(opened, document, because, given)


def _record(document: Document, given: _Given) -> tuple[Record | None, str]:
    """Find the record of this very file; else say why there is no exact way."""
    key, trusted = given.opened.key, home.trusted(given.own)
    found: dict[str, Record] = {}
    because = _EDITED
    for path in (*given.records, *records_of(given.opened.path, document.sha256)):
        record = open_record(path, key, given.identity, trusted=trusted)
        if record is None:
            because = _OTHERS
        elif record.after == document.sha256:
            found[record.before] = record
        elif path not in given.records:
            raise KeyDamaged(
                "a record of changes is about another file than its name says",
                "Somebody has moved or renamed it. Nothing was restored; take the one from your backup.",
            )
    if len(found) > 1:
        return None, _TWO
    record = next(iter(found.values()), None)
    if record is not None and not record.undoings:
        return None, _CONVERTED
    return record, because


def _exactly(opened: Opened, document: Document, record: Record, given: _Given) -> _Made:
    from redact.formats.intake import read_bytes
    from redact.formats.undoing import undo_content

    content = read_bytes(opened.path)
    if hashlib.sha256(content).hexdigest() != document.sha256:
        raise WrongUse("the document was changed while it was restored", "Do it again.")
    answer = guard.run(undo_content, content, record.undoings, document.format)
    name = _name(opened.number, document.format, given.opened)
    if not isinstance(answer, bytes):
        raise RedactError("nothing was given back")
    copy = read_back(answer, name, document.format, given.secret)
    whole = document.format is Format.DOCX or copy.sha256 == record.before
    if not whole or digest_of_texts(copy) != record.texts:
        raise KeyDamaged(
            "the record of changes does not give back the text that it is of",
            "Nothing was restored. Take the record from your backup, and tell the makers of redact.",
        )
    restored = Restored(opened.number, name, Way.EXACT, None, record.edits, len(record.people))
    return _Made(restored, answer, record.people)


def _by_pseudonyms(opened: Opened, document: Document, because: str, given: _Given) -> _Made:
    from redact.formats.rewriting import rewriter_of
    from redact.recognise.finding import find_mentions
    from redact.recognise.pseudonyms import RECOGNISER

    entry = rewriter_of(document.format)
    if document.format is Format.PDF:
        raise WrongType(
            "a PDF that was changed since it was anonymised cannot get its names back",
            "Take it as redact anonymise wrote it, or the Word document that it was made from.",
        )
    if any(passage.focus for passage in document.passages):
        raise WrongType(
            "the document holds tracked deletions, which still say what was deleted",
            "Accept or reject its tracked changes in Word, and take it then.",
        )
    labels = [one.span for one in find_mentions([document], recognisers=(RECOGNISER,))]
    back = names_back(document, given.opened.key, labels)
    own = rewritings(document.passages, back.edits)
    name = _name(opened.number, entry.written, given.opened)
    content = rewritten(opened.path, document, own, given.secret)
    copy = read_back(content, name, entry.written, given.secret)
    must_be_foretold(Job(opened.number, document, Plan(()), own, name, content, copy, opened.path))
    places = spots(opened.number, document, [span for span, _ in back.left])
    left = tuple(Left(place, why) for place, (_, why) in zip(places, back.left, strict=True))
    restored = Restored(opened.number, name, Way.PSEUDONYMS, because, len(back.edits), len(back.people), left)
    return _Made(restored, content, back.people)


def _name(number: int, format: Format, opened: OpenKey) -> str:
    """Name a restored file: by the case, which is no name, and with a word on what it holds."""
    return f"{opened.key.case} restored {number}, holds names.{format.value}"
