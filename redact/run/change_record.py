"""The sealed record of one anonymised document: what was written over what, and how to undo it.

It lies beside the key, for the people of the key, under the first digits of the new file's digest. It holds
what was taken out of the document and nothing of what still stands there.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from redact.errors import KeyDamaged, NotForYou, RedactError, Unreadable
from redact.keystore.armour import MAX_BYTES
from redact.keystore.identity import Identity
from redact.keystore.keyfile import OpenKey
from redact.keystore.seal import canonical, seal, unseal
from redact.run.intruder_words import KIND, words_beside
from redact.storage import write_over
from redact.values.edits import Edit, Rewriting
from redact.values.fingerprint import fingerprint
from redact.values.key import Card, Key
from redact.values.text import Document, Part
from redact.values.undoing import Undoing

__all__ = [
    "RECORD",
    "Record",
    "digest_of_texts",
    "open_record",
    "record_path",
    "records_of",
    "reseal",
    "sealed_record",
]

RECORD = ".changes-"  # behind the key's name, and before the first digits of the new file's digest
_KIND = "changes"
_DIGITS = 16
_DIGITS_OF_BEFORE = 8
_FIELDS = {"before_sha256", "after_sha256", "key_revision", "edits", "undo", "texts_sha256"}


@dataclass(frozen=True, slots=True)
class Record:
    """What a record says: digests of the file before and after, of the texts before, and how to undo it.

    `edits` counts the places that were written over, `people` are the ids of those named there.
    """

    before: str
    after: str
    texts: str
    undoings: tuple[Undoing, ...] = field(repr=False)
    edits: int
    people: tuple[str, ...]


def record_path(opened: OpenKey, before: str, after: str) -> Path:
    """Name the record beside the key by the digest of the new file, which tells nothing of anybody.

    Of two documents that became the same file each has its own: by a keyed hash of what it was.
    """
    keyed = fingerprint(opened.key.secret, "record", [before])
    own = keyed.rpartition(":")[2][:_DIGITS_OF_BEFORE]
    return opened.path.with_name(f"{opened.path.stem}{RECORD}{after[:_DIGITS]}-{own}.age")


def records_of(key_path: Path, after: str = "") -> tuple[Path, ...]:
    """Give the records beside a key; those of one file where its digest is given."""
    start = f"{key_path.stem}{RECORD}{after[:_DIGITS]}"
    try:
        found = [one for one in key_path.parent.iterdir() if one.name.startswith(start)]
    except OSError:
        return ()
    return tuple(sorted(one for one in found if one.suffix == ".age"))


def digest_of_texts(document: Document) -> str:
    """Give the digest of all texts of a document in their order, without its name and what pictures show."""
    texts = [
        [one.location.part.value, one.text]
        for one in document.passages
        if not one.apart and one.location.part is not Part.IMAGE
    ]
    return hashlib.sha256(canonical(texts)).hexdigest()


def sealed_record(
    document: Document,
    after: str,
    rewritings: Sequence[Rewriting],
    of: dict[Edit, str],
    undoings: Iterable[Undoing],
    opened: OpenKey,
    identity: Identity,
) -> bytes:
    """Seal what was written over what, for the people of the key; `restore` undoes it with this alone.

    Args:
        after: the digest of the new file.
        of: for whom or what each edit is; empty of a date, a number or an address, which are in no key.

    Raises:
        KeyDamaged: a document larger than a sealed file may be.
    """
    numbers = {passage.id: number for number, passage in enumerate(document.passages, 1)}
    edits = [
        {
            "passage": numbers[one.passage],
            "start": edit.span.start,
            "end": edit.span.end,
            "was": one.text[edit.span.start : edit.span.end],
            "is": edit.replacement,
            "of": of[edit],
        }
        for one in rewritings
        for edit in one.edits
    ]
    content = {
        "before_sha256": document.sha256,
        "after_sha256": after,
        "key_revision": opened.key.revision,
        "edits": edits,
        "undo": [_plain(one) for one in undoings],
        "texts_sha256": digest_of_texts(document),
    }
    people = [one.card.age for one in opened.key.recipients]
    return seal(_KIND, opened.key.case, content, signer=identity, recipients=people)


def open_record(path: Path, key: Key, identity: Identity, *, trusted: Iterable[Card]) -> Record | None:
    """Open a record; none where it is sealed for others.

    Args:
        trusted: the cards that are pinned here; those of the key's people count besides.

    Raises:
        KeyDamaged: it was altered, or is no record.
        UnknownSigner, Forged: it is signed by nobody who is trusted here, or not by whom it says.
        Unreadable: the system does not let us read it.
    """
    data = _read(path)
    cards = (*trusted, *(one.card for one in key.recipients))
    try:
        content = unseal(data, _KIND, key.case, identity=identity, trusted=cards).content
    except NotForYou:
        return None
    try:
        return _record_in(content)
    except (ValueError, TypeError, KeyError, AttributeError):
        raise KeyDamaged(
            "what was sealed is no record of changes of this version of redact",
            "Nothing was restored. Anonymise the document again, or use the version that made it.",
        ) from None


def reseal(opened: OpenKey, identity: Identity, *, trusted: Iterable[Card]) -> tuple[int, tuple[str, ...]]:
    """Seal every record beside a key, and what was found in searches, for its people of now.

    Who has left keeps what they have of the old ones.

    Returns: how many were sealed anew, and the files of those that could not be: they stay as they are.
        Such a name is made of the id of the case and of digests.
    """
    people = [one.card.age for one in opened.key.recipients]
    cards = (*trusted, *(one.card for one in opened.key.recipients))
    done, left = 0, []
    sealed = [(path, _KIND) for path in records_of(opened.path)]
    for path, kind in [*sealed, *((path, KIND) for path in words_beside(opened.path))]:
        try:
            content = unseal(_read(path), kind, opened.key.case, identity=identity, trusted=cards).content
            write_over(
                path, seal(kind, opened.key.case, content, signer=identity, recipients=people), private=True
            )
            done += 1
        except RedactError:
            left.append(path.name)
    return done, tuple(left)


# ------------------------------------------------------------------ private


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        raise Unreadable(
            f"the record of changes cannot be read (error {error.errno})", "Look at your right to read it."
        ) from None


def _plain(one: Undoing) -> list[Any]:
    pieces = [
        base64.b64encode(piece).decode("ascii") if isinstance(piece, bytes) else list(piece)
        for piece in one.pieces
    ]
    return [one.member, pieces]


def _undoing(plain: Any) -> Undoing:
    member, pieces = plain
    found: list[tuple[int, int] | bytes] = []
    for piece in pieces:
        if isinstance(piece, str):
            found.append(base64.b64decode(piece, validate=True))
        else:
            start, end = piece
            if type(start) is not int or type(end) is not int:
                raise TypeError
            found.append((start, end))
    if not isinstance(member, str):
        raise TypeError
    return Undoing(member, tuple(found))


def _record_in(content: dict[str, Any]) -> Record:
    if set(content) != _FIELDS:
        raise ValueError
    digests = [content[name] for name in ("before_sha256", "after_sha256", "texts_sha256")]
    if any(len(bytes.fromhex(one)) != hashlib.sha256().digest_size for one in digests):
        raise ValueError
    people = dict.fromkeys(str(edit["of"]) for edit in content["edits"] if edit["of"])
    before, after, texts = digests
    undoings = tuple(_undoing(one) for one in content["undo"])
    return Record(before, after, texts, undoings, len(content["edits"]), tuple(people))
