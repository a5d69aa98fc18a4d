"""What a passphrase must be, and words for one that nobody guesses.

A passphrase protects one file on one computer against whoever copies it. Each guess costs about a second, so
six words drawn by lot (65 bits) cannot be found; a sentence of one's own is let through from 14 characters
on, which nobody can measure. Spaces count, also at the ends.
"""

from __future__ import annotations

import secrets
import unicodedata
from collections.abc import Iterable
from functools import cache

from redact.errors import RuleFault, WrongUse
from redact.resources import rules_folder

__all__ = ["LEAST_CHARACTERS", "look_at", "must_not_be", "suggest", "words"]

LEAST_CHARACTERS = 14
REFERENCE = "the reference of the case or of the board"
WORDS = 6
LEAST_IN_LIST = 1296  # four dice: 10.3 bits a word, 62 bits in six
_LEAST_DIFFERENT = 6  # characters: "aaaaaaaaaaaaaa" is long, and the first thing to be tried
_LIST = "passphrase-words"


def look_at(passphrase: str) -> None:
    """Let a new passphrase through, or say what it lacks.

    Raises:
        WrongUse: it is empty, shorter than 14 characters, or one sign over and over.
    """
    typed = unicodedata.normalize("NFC", passphrase)
    if not typed.strip():
        raise WrongUse("an empty passphrase protects nothing", "Take the six words that were offered.")
    if len(typed) < LEAST_CHARACTERS:
        raise WrongUse(
            f"a passphrase has at least {LEAST_CHARACTERS} characters",
            "Take the six words that were offered, or a sentence that nobody else would say.",
        )
    if len(set(typed.casefold())) < _LEAST_DIFFERENT:
        raise WrongUse("the passphrase is a few signs over and over", "Take the six words that were offered.")
    if "\n" in typed or "\r" in typed or "\0" in typed:
        raise WrongUse("a passphrase is one line", "Take one without line ends.")


def must_not_be(passphrase: str, references: Iterable[str], *, what: str = REFERENCE) -> None:
    """Refuse a passphrase that is little more than a reference of the case, which stands in the clear.

    Args:
        what: what the references are, in words of ours.

    Raises:
        WrongUse: without the reference fewer than 14 characters are left of it.
    """
    typed = _letters(passphrase)
    for reference in map(_letters, references):
        if reference and reference in typed and len(typed.replace(reference, "")) < LEAST_CHARACTERS:
            raise WrongUse(
                f"the passphrase is {what}, which many people know",
                "Make an identity with another one: six words drawn by lot are offered.",
            )


def suggest() -> str:
    """Draw six words by lot, parted by spaces.

    Raises:
        RuleFault: the list of words is missing or too short.
    """
    listed = words()
    return " ".join(secrets.choice(listed) for _ in range(WORDS))


def _letters(text: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFKC", text).casefold() if sign.isalnum())


@cache
def words() -> tuple[str, ...]:
    """Read the list of words.

    Raises:
        RuleFault: it is missing, or holds fewer different words than the strength that we state needs.
    """
    path = rules_folder() / "lists" / f"{_LIST}.txt"
    remedy = "Install redact again from its wheel, or from a complete checkout."
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError:
        raise RuleFault("the list of words for passphrases is missing", remedy) from None
    found = {word for line in lines if not line.startswith("#") for word in line.split()}
    if len(found) < LEAST_IN_LIST:
        raise RuleFault("the list of words for passphrases is too short", remedy)
    return tuple(sorted(found))
