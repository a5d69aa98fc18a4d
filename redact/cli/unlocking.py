"""Options about cases and identities, and how a passphrase is got: by a prompt or a descriptor, nothing else.

An option would stand in the list of processes and in the shell's history, a variable in every child.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from redact.cli.console import is_terminal, say
from redact.cli.options import first_line
from redact.errors import Unreadable, WrongPassphrase, WrongUse

if TYPE_CHECKING:
    from redact.run.case import Scope
    from redact.run.case_file import CaseFolder
    from redact.run.identity import Passphrases

__all__ = [
    "case_folder",
    "identity_folder",
    "line_of",
    "own_folder",
    "passphrase_fd",
    "passphrases_from",
    "references_here",
    "scope_for",
    "unlike",
]

case_folder: Callable[[Any], Any] = click.option(
    "--case",
    "case",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="The folder of the case. [default: the nearest above the document that has a case.toml]",
)

identity_folder: Callable[[Any], Any] = click.option(
    "--identity",
    "identity",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Where your identity lies. [default: your own part of the system]",
)

passphrase_fd: Callable[[Any], Any] = click.option(
    "--passphrase-fd",
    type=click.IntRange(min=0),
    metavar="N",
    help="Read the passphrase of your identity from descriptor N (0 is standard input): its first line.",
)


def own_folder(given: Path | None) -> Path:
    """Give the user's own folder: the one that was given, else the system's."""
    from redact.run.identity import default_folder

    return given if given is not None else default_folder()


def passphrases_from(descriptor: int | None, *, prompt: str = "Passphrase of your identity") -> Passphrases:
    """Make the source of passphrases: the descriptor that was given, else the prompt when somebody is there.

    Raises:
        WrongUse: nothing can be read from the descriptor.
        WrongPassphrase: its first line is empty.
    """
    if descriptor is not None:
        passphrase = line_of(descriptor)
        if not passphrase:
            raise WrongPassphrase(
                "the passphrase that was given is empty", "Put it on the first line of what is read."
            )
        return lambda again: None if again else passphrase
    if not (is_terminal(sys.stdin) and is_terminal(sys.stderr)):
        return lambda _again: None
    return lambda again: _ask(prompt, again)


def unlike(ask: Passphrases, references: Iterable[str]) -> Passphrases:
    """Refuse a passphrase that is a reference of the case or of the board, which stands in the clear.

    The source that is made raises WrongUse for such a one.
    """
    from redact.run.identity import must_not_be

    known = tuple(references)

    def asked(again: bool) -> str | None:
        passphrase = ask(again)
        if passphrase is not None:
            must_not_be(passphrase, known)
        return passphrase

    return asked


def references_here() -> tuple[str, ...]:
    """Give what the case of this folder is called in the clear; nothing where this is no case."""
    from redact.run.case_file import above

    try:
        held = above(Path()).case
    except WrongUse:
        return ()
    return tuple(word for word in (held.id, held.board) if word)


def scope_for(found: CaseFolder | None, identity: Path | None, descriptor: int | None) -> Scope:
    """Open the secret of the case that was found; who cannot is told that the run has one of its own.

    Raises: as `scope_of` does.
    """
    from redact.run.case import scope_of
    from redact.run.identity import nobody_answers

    if found is None:
        return scope_of(None, Path(), nobody_answers)
    ask = passphrases_from(descriptor, prompt="Passphrase of your identity (Enter to check outside the case)")
    scope = scope_of(found, own_folder(identity), ask)
    if scope.because is not None:
        say(f"fingerprints hold for this run only, and no decision of the case counts: {scope.because}")
    return scope


def _ask(prompt: str, again: bool) -> str | None:
    if again:
        say("that passphrase does not open it")
    answer: str = click.prompt(prompt, hide_input=True, default="", show_default=False, err=True)
    return answer or None


def line_of(descriptor: int) -> str:
    """Read the first line from a descriptor; it may be empty.

    Raises:
        WrongUse: nothing can be read from it.
        Unreadable: it is no text in UTF-8.
    """
    try:
        # Without a buffer: what follows the first line on standard input is for others to read.
        with os.fdopen(descriptor, "rb", buffering=0, closefd=False) as stream:
            passphrase = first_line(stream)
    except OSError as error:
        raise WrongUse(
            f"nothing can be read from that descriptor (error {error.errno})",
            "Open it for reading: redact ... --passphrase-fd 3 3<FILE",
        ) from None
    except UnicodeDecodeError:
        raise Unreadable("the passphrase is not text in UTF-8", "Give it in UTF-8.") from None
    return passphrase
