"""What the commands about a key share: the case, the person who unlocks, and names that are no arguments."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from redact.cli.console import is_terminal, say
from redact.cli.unlocking import (
    case_folder,
    identity_folder,
    own_folder,
    passphrase_fd,
    passphrases_from,
    unlike,
)
from redact.errors import Unreadable, WrongUse

if TYPE_CHECKING:
    from redact.keystore.identity import Identity
    from redact.run.case_file import CaseFolder

__all__ = [
    "Holder",
    "case_for",
    "case_of",
    "holder",
    "holder_options",
    "lines_of",
    "may_show",
    "names_from",
    "show_names",
]

_MAX_BYTES = 1024**2

names_from: Callable[[Any], Any] = click.option(
    "--from",
    "from_",
    metavar="FILE",
    type=click.Path(allow_dash=True),
    help="Read the names from FILE, one a line; - is standard input. [asked for at a terminal]",
)

show_names: Callable[[Any], Any] = click.option(
    "--yes-show-names", is_flag=True, help="Show real names without a terminal too."
)


@dataclass(frozen=True, slots=True)
class Holder:
    """The case, whoever works on its key, and the folder of their own."""

    found: CaseFolder
    identity: Identity = field(repr=False)
    own: Path = field(repr=False)

    @property
    def three(self) -> tuple[CaseFolder, Identity, Path]:
        """What the functions of `run` take first."""
        return self.found, self.identity, self.own


def holder_options(command: Any) -> Any:
    """Give a command --case, --identity and --passphrase-fd."""
    return case_folder(identity_folder(passphrase_fd(command)))


def case_of(given: Path | None) -> CaseFolder:
    """Give the case: the folder that was named, else the nearest from here upward.

    Raises:
        WrongUse: there is none.
    """
    from redact.run.case_file import above, load

    return above(Path()) if given is None else load(given)


def case_for(paths: tuple[str, ...], given: Path | None, remedy: str) -> CaseFolder:
    """Give the case of documents: the one that was named, or lies above them, or in whose folder one works.

    What was written for a case often lies elsewhere, and so do the papers that it was begun with.

    Raises:
        WrongUse: there is none, or the documents lie in different ones; `remedy` says what else to do.
    """
    from redact.run.case_file import FILE_NAME, for_documents, load
    from redact.run.configuration import find

    found = for_documents(paths, given)
    if found is not None:
        return found
    here = find(Path(), FILE_NAME)
    if here is None:
        raise WrongUse("these documents lie in no case, and this folder in none", remedy)
    return load(here.parent)


def holder(
    case: Path | None, identity: Path | None, descriptor: int | None, *, fresh: bool = False
) -> Holder:
    """Unlock the identity for work on the key of a case.

    Args:
        fresh: the key is made now: a passphrase that is a reference of the case is refused.

    Raises:
        WrongUse: there is no case, or the passphrase is its reference.
        KeyFault: the identity does not open.
    """
    from redact.run.identity import must_unlock

    found = case_of(case)
    own = own_folder(identity)
    ask = passphrases_from(descriptor)
    if fresh:
        ask = unlike(ask, [word for word in (found.case.id, found.case.board) if word])
    return Holder(found, must_unlock(own, ask), own)


def lines_of(from_: str | None, question: str) -> list[str]:
    """Read names from a file or standard input, or ask for one at the terminal; never from an argument.

    Raises:
        WrongUse: nobody is there to be asked, or no name was given.
        Unreadable: the file cannot be read, or is no text in UTF-8.
    """
    if from_ is None:
        if not (is_terminal(sys.stdin) and is_terminal(sys.stderr)):
            raise WrongUse(
                "nobody is there to be asked for the name",
                "Give it in a file: --from FILE, or through standard input: --from -",
            )
        text: str = click.prompt(question, err=True)
    else:
        text = _content(from_)
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if not lines:
        raise WrongUse("no name was given", "Write one name a line.")
    return lines


def may_show(yes: bool) -> None:
    """Let real names out to a terminal, or where that was said.

    Raises:
        WrongUse: they would go into a file or a pipe.
    """
    if not yes and not is_terminal(sys.stdout):
        raise WrongUse(
            "real names would go into a file or a pipe, which is then yours to guard",
            "Call it in a window, or say so: --yes-show-names",
        )
    if not is_terminal(sys.stdout):
        with suppress(OSError):
            say("real names go where the output goes")


def _content(from_: str) -> str:
    try:
        if from_ == "-":
            # The descriptor itself: the line of the passphrase was taken from it without a buffer.
            with os.fdopen(sys.stdin.fileno(), "rb", closefd=False) as stream:
                data = stream.read(_MAX_BYTES)
        else:
            with Path(from_).open("rb") as stream:
                data = stream.read(_MAX_BYTES)
        return data.decode("utf-8-sig")
    except OSError as error:
        raise Unreadable(
            f"the names cannot be read (error {error.errno})", "Look at the file and your right to read it."
        ) from None
    except UnicodeDecodeError:
        raise Unreadable("the names are not text in UTF-8", "Save them as plain text in UTF-8.") from None
