"""The folder of one person: their wrapped identity, their card, and the cards of others whom they trust.

It lies in the user's own part of the system and is for them alone. A card is trusted because its owner and
the user have compared its id; it says who a signature is of, and nothing about what that person may do.
"""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

from redact.errors import KeyDamaged, NoIdentity, NotWritten, Unreadable, WrongUse
from redact.keystore.cards import MAX_CHARACTERS, card_as_text, card_from_text
from redact.keystore.identity import Identity
from redact.storage import write_new, write_over
from redact.values.key import Card

__all__ = ["default_folder", "keep", "key_path", "own_card", "read_card", "trust", "trusted", "wrapped"]

IDENTITY = "identity.age"
CARD = "identity.card"
TRUSTED = "trusted"
KEYS = "keys"
KEY_SUFFIX = ".redactkey"
_MAX_IDENTITY_BYTES = 64 * 1024


def default_folder() -> Path:
    """Say where a user's own folder lies, as the system has it; it need not exist."""
    if sys.platform == "win32":
        base = os.environ.get("APPDATA")
        return Path(base, "redact") if base else Path.home() / "AppData" / "Roaming" / "redact"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "redact"
    base = os.environ.get("XDG_CONFIG_HOME")
    # A relative path there is to be passed over (XDG Base Directory Specification).
    return Path(base, "redact") if base and Path(base).is_absolute() else Path.home() / ".config" / "redact"


def key_path(folder: Path, case: str) -> Path:
    """Say where the key of a case lies when nothing else is said: under its id, in the user's folder."""
    return folder / KEYS / f"{case}{KEY_SUFFIX}"


def must_be_none(folder: Path) -> None:
    """Refuse to make an identity where one is: it is never written over.

    Raises:
        WrongUse: there is one already.
    """
    if (folder / IDENTITY).exists():
        raise WrongUse(
            "there is an identity here already, and nothing would open again what is sealed for it",
            "Use it. If it is lost or known to others, move its file away first (redact doctor --files).",
        )


def keep(folder: Path, identity: Identity, wrapped_identity: bytes) -> None:
    """Store a new identity and its card.

    Raises:
        WrongUse: there is one already; it is never written over.
        NotWritten: the folder cannot be made or written to.
    """
    must_be_none(folder)
    make_private_folder(folder)
    # The identity comes last: while it is missing there is none, and this can be done again.
    write_over(folder / CARD, card_as_text(identity.card).encode("ascii"))
    write_new(folder / IDENTITY, wrapped_identity, private=True)


def wrapped(folder: Path) -> bytes:
    """Read the wrapped identity.

    Raises:
        NoIdentity: there is none.
        Unreadable: it is there and cannot be read.
    """
    return _read(folder / IDENTITY, _MAX_IDENTITY_BYTES)


def own_card(folder: Path) -> Card:
    """Read one's own card; it needs no passphrase.

    Raises:
        NoIdentity: there is no identity.
        KeyDamaged: the card was altered.
    """
    return _card_in(_read(folder / CARD, MAX_CHARACTERS))


def read_card(path: Path) -> Card:
    """Read a card that somebody has handed over.

    Raises:
        Unreadable: there is no such file, or it cannot be read.
        KeyDamaged: it is no card.
    """
    try:
        return _card_in(_read(path, MAX_CHARACTERS))
    except NoIdentity:
        raise Unreadable("there is no card of that name", "Look at the name of its file.") from None


def trust(folder: Path, card: Card, *, instead: bool = False) -> None:
    """Pin a card whose id was compared with its owner.

    Args:
        instead: in place of another card of the same name, which goes.

    Raises:
        WrongUse: another card of that name is pinned.
        NotWritten: it cannot be stored.
    """
    name = card.name.casefold()
    same_name = [one for one in trusted(folder) if one.name.casefold() == name and one != card]
    if same_name and not instead:
        raise WrongUse(
            "another card of that name is trusted here already",
            "Ask its owner whether they have a new identity. If they have: --instead replaces the old card.",
        )
    place = folder / TRUSTED
    make_private_folder(place)
    write_over(place / f"{card.id}.card", card_as_text(card).encode("ascii"))
    for old in same_name:
        with contextlib.suppress(FileNotFoundError):
            (place / f"{old.id}.card").unlink()


def trusted(folder: Path) -> tuple[Card, ...]:
    """Read the cards that are pinned, by their ids.

    Raises:
        KeyDamaged: one was altered, so that nobody can say whose signature is whose.
        Unreadable: the system does not let us read them.
    """
    cards = [_card_in(_read(path, MAX_CHARACTERS)) for path in _pinned(folder / TRUSTED)]
    return tuple(sorted(cards, key=lambda card: card.id))


def make_private_folder(folder: Path) -> None:
    """Make a folder, and those above it, for their owner alone; one that is there stays as it is.

    Raises:
        NotWritten: it cannot be made.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise NotWritten(
            f"the folder for it cannot be made (error {error.errno})", "Choose a folder of your own."
        ) from None


def _pinned(place: Path) -> list[Path]:
    try:
        return sorted(path for path in place.iterdir() if path.suffix == ".card")
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:  # who passes this over would take a friend for a stranger
        raise _unreadable(error) from None


def _unreadable(error: OSError) -> Unreadable:
    return Unreadable(
        f"a file of your identity cannot be read (error {error.errno})", "Look at your right to read it."
    )


def _card_in(data: bytes) -> Card:
    try:
        return card_from_text(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise KeyDamaged(
            "this is no card of redact", "Ask its owner for it: they make it with `redact identity show`."
        ) from None


def _read(path: Path, most: int) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(most + 1)
    except (FileNotFoundError, NotADirectoryError):
        raise NoIdentity("there is no identity of yours here", "Make one: redact identity create") from None
    except OSError as error:
        raise _unreadable(error) from None
