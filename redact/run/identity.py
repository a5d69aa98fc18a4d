"""One's own identity and the cards of others: made, shown, trusted, unlocked."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from redact.errors import KeyFault, WrongPassphrase, WrongUse
from redact.keystore import home
from redact.keystore.cards import card_as_text, in_groups, same_id
from redact.keystore.home import default_folder, must_be_none, read_card
from redact.keystore.identity import Identity, generate, lock, unlock
from redact.keystore.passphrases import look_at, must_not_be, suggest
from redact.values.key import Card

__all__ = [
    "Passphrases",
    "card_as_text",
    "create",
    "default_folder",
    "in_groups",
    "must_be_none",
    "must_not_be",
    "must_suit",
    "must_unlock",
    "nobody_answers",
    "own_card",
    "read_card",
    "suggest",
    "trust",
    "unlocked",
]

# Asked for the passphrase of the identity, and whether the last answer was wrong. None: there is none.
Passphrases = Callable[[bool], "str | None"]

_TRIES = 3
_LONG_NAME = 6  # letters: a shorter one stands in many a word


def nobody_answers(_again: bool) -> None:
    """Have no passphrase."""


def must_suit(passphrase: str, name: str, references: Iterable[str] = ()) -> None:
    """Let a new passphrase through, or say why it will not do for the identity of that name.

    Args:
        references: what the case is called in the clear.

    Raises:
        WrongUse: it is weak, or little more than a reference or the owner's own name.
    """
    look_at(passphrase)
    must_not_be(passphrase, references)
    if len(name) >= _LONG_NAME:
        must_not_be(passphrase, [name], what="your own name")


def create(folder: Path, name: str, role: str, passphrase: str) -> Card:
    """Make an identity, wrap it and store it; gives its card.

    Raises:
        WrongUse: there is one already; the name, role or passphrase will not do.
        NotWritten: it could not be stored.
    """
    must_suit(passphrase, name)
    try:
        identity = generate(name, role)
    except ValueError as error:
        raise WrongUse(str(error), "Give a name, and a role, of one line each.") from None
    home.keep(folder, identity, lock(identity, passphrase))
    return identity.card


def own_card(folder: Path) -> Card:
    """Read one's own card.

    Raises:
        NoIdentity: there is no identity.
    """
    home.wrapped(folder)
    return home.own_card(folder)


def trust(folder: Path, card: Card, compared: str, *, instead: bool = False) -> None:
    """Pin somebody's card.

    Args:
        compared: the id as its owner has told it, in full.
        instead: in place of another card of the same name.

    Raises:
        WrongUse: the ids differ, or another card of that name is pinned.
    """
    if not same_id(card.id, compared):
        raise WrongUse(
            "the id of the card is another than the one that was given",
            "Read it to each other once more, all of it. If it differs, the card was exchanged on its way.",
        )
    home.trust(folder, card, instead=instead)


def unlocked(folder: Path, passphrases: Passphrases) -> Identity | None:
    """Unlock one's own identity; none when nobody gives a passphrase.

    Raises:
        NoIdentity: there is none to unlock.
        WrongPassphrase: what was given does not open it.
        KeyDamaged: the file was altered.
    """
    data = home.wrapped(folder)
    wrong: WrongPassphrase | None = None
    for _ in range(_TRIES):
        passphrase = passphrases(wrong is not None)
        if passphrase is None:
            break
        try:
            return unlock(data, passphrase)
        except WrongPassphrase as error:
            wrong = error
    if wrong is not None:
        raise wrong
    return None


def must_unlock(folder: Path, passphrases: Passphrases) -> Identity:
    """Unlock one's own identity for work that cannot be done without it.

    Raises:
        KeyFault: nobody gives a passphrase; or as `unlocked` does.
    """
    identity = unlocked(folder, passphrases)
    if identity is None:
        raise KeyFault(
            "this needs the passphrase of your identity, and none was given",
            "Type it when you are asked; where nobody can be: --passphrase-fd N, of which a line is read.",
        )
    return identity
