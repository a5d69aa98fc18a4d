"""What somebody found in a search, in their own words: sealed beside the key of the case, for its people.

It names people, so it stands nowhere else: the case has its keyed hash. Whoever joins the key reads it too,
who leaves gets no new one, and it is destroyed with the key.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from redact.errors import Forged, KeyDamaged, KeyFault, Unreadable, WrongUse
from redact.keystore.armour import MAX_BYTES
from redact.keystore.identity import Identity
from redact.keystore.keyfile import OpenKey
from redact.keystore.seal import seal, unseal
from redact.storage import write_new
from redact.values.fingerprint import fingerprint
from redact.values.intruder import IntruderRecord
from redact.values.key import Card

__all__ = [
    "KIND",
    "WORDS",
    "Found",
    "hash_of",
    "must_be_words",
    "open_words",
    "sealed_beside",
    "words_beside",
    "words_path",
]

WORDS = ".intruder-"  # behind the key's name, and before the first digits of the record's fingerprint
KIND = "intruder"
MOST_CHARACTERS = 20_000
_DIGITS = 16


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in words, and the strings that redact had suggested then."""

    words: str = field(repr=False)
    strings: tuple[str, ...] = field(default=(), repr=False)


def hash_of(opened: OpenKey, words: str) -> str:
    """Give the keyed hash by which the case names what was found; nobody guesses the words back from it."""
    return fingerprint(opened.key.secret, "intruder", [words])


def words_path(key_path: Path, record: str) -> Path:
    """Name the sealed file beside the key by the fingerprint of the record, which was drawn by lot."""
    digits = record.removeprefix("hmac:")[:_DIGITS]
    return key_path.with_name(f"{key_path.stem}{WORDS}{digits}.age")


def words_beside(key_path: Path) -> tuple[Path, ...]:
    """Give all such files beside a key."""
    start = f"{key_path.stem}{WORDS}"
    try:
        found = [one for one in key_path.parent.iterdir() if one.name.startswith(start)]
    except OSError:
        return ()
    return tuple(sorted(one for one in found if one.suffix == ".age"))


@contextlib.contextmanager
def sealed_beside(opened: OpenKey, identity: Identity, record: str, found: Found) -> Iterator[None]:
    """Seal what was found for the people of the key; where what follows fails, nothing of it is left.

    Args:
        record: the fingerprint of the record.

    Raises:
        WrongUse: there is nothing in it, or more than a form holds.
        NotWritten: it could not be written.
    """
    must_be_words(found.words)
    path = words_path(opened.path, record)
    content = {"record": record, "found": found.words, "strings": list(found.strings)}
    people = [one.card.age for one in opened.key.recipients]
    sealed = seal(KIND, opened.key.case, content, signer=identity, recipients=people)
    try:
        write_new(path, sealed, private=True)
        yield
    except BaseException:  # Ctrl-C too
        with contextlib.suppress(OSError):
            if path.read_bytes() == sealed:
                path.unlink()
        raise


def must_be_words(words: str) -> None:
    """Refuse a text that holds nothing, or more than anybody writes into a form.

    Raises:
        WrongUse: it does.
    """
    if not words.strip():
        raise WrongUse("nothing is said of what was found", "Write it down, or leave it out.")
    if len(words) > MOST_CHARACTERS:
        raise WrongUse(
            f"what was found is longer than {MOST_CHARACTERS:,} characters",
            "Write down where it stands and who is named there, not all that it says.",
        )


def open_words(
    opened: OpenKey, identity: Identity, record: IntruderRecord, *, trusted: Sequence[Card]
) -> Found | None:
    """Open what was found; none where nothing was said in words.

    Args:
        trusted: the cards that are pinned here; those of the key's people count besides.

    Raises:
        Forged: these are not the words that were recorded.
        KeyFault: the sealed file is not beside the key; or as `unseal` does.
        Unreadable: the system does not let us read it.
    """
    if record.words is None:
        return None
    cards = (*trusted, *(one.card for one in opened.key.recipients))
    data = _read(words_path(opened.path, record.fingerprint))
    content = unseal(data, KIND, opened.key.case, identity=identity, trusted=cards).content
    try:
        found = _found_in(content, record.fingerprint)
    except (ValueError, TypeError, KeyError):
        raise KeyDamaged(
            "what was sealed is no record of a search of this version of redact",
            "Take it from a backup, or use the version that made it.",
        ) from None
    if hash_of(opened, found.words) != record.words:
        raise Forged(
            "what was found is not in the words that were recorded",
            "Somebody has altered the sealed file or intruder.jsonl: ask whoever searched.",
        )
    return found


# ------------------------------------------------------------------ private


def _found_in(content: dict[str, Any], record: str) -> Found:
    if set(content) != {"record", "found", "strings"} or content["record"] != record:
        raise ValueError
    texts: Iterable[object] = (content["found"], *content["strings"])
    if not all(isinstance(text, str) for text in texts):
        raise TypeError
    return Found(content["found"], tuple(content["strings"]))


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise KeyFault(
            "what was found is not beside the key",
            "Its file begins as the key's does and ends in .age: take it from a backup, or ask who has it.",
        ) from None
    except OSError as error:
        raise Unreadable(
            f"what was found cannot be read (error {error.errno})", "Look at your right to read it."
        ) from None
