"""`redact intruder record`: who has tried to find out, when, for which files, and what came of it."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from redact.cli.console import is_terminal, printable, say, write_product
from redact.cli.intruder_searching import suggested_for
from redact.cli.key_asking import case_for
from redact.cli.options import DAY, choice, password_file
from redact.cli.unlocking import case_folder, identity_folder, own_folder, passphrase_fd, passphrases_from
from redact.errors import KeyFault, NoIdentity, Unreadable, WrongUse
from redact.values.intruder import SearchResult

if TYPE_CHECKING:
    from redact.keystore.identity import Identity
    from redact.keystore.keyfile import OpenKey
    from redact.run.case_file import CaseFolder
    from redact.run.intruder_words import Found
    from redact.values.intruder import IntruderRecord

__all__ = ["record"]

_MOST_BYTES = 128 * 1024
_CASE = "Name the case: --case FOLDER, or begin one: redact case start"


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="FILE...", type=click.Path())
@click.option("--by", required=True, metavar="NAME", help="Who has searched; it stands in the clear.")
@click.option("--on", type=DAY, required=True, metavar="YYYY-MM-DD", help="The day on which they searched.")
@click.option("--searched", type=int, required=True, metavar="NUMBER", help="How many searches were typed.")
@click.option("--result", type=choice(SearchResult), required=True, help="What came of it.")
@click.option(
    "--found-file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="What was found, in words, is in FILE: it is sealed with the key of the case.",
)
@click.option(
    "--found-fd",
    type=click.IntRange(min=0),
    metavar="N",
    help="Read what was found from descriptor N; 0 is standard input, behind the passphrase.",
)
@click.option("--ask-found", is_flag=True, help="Ask for what was found, in one line.")
@case_folder
@identity_folder
@passphrase_fd
@password_file
def record(
    paths: tuple[str, ...],
    *,
    by: str,
    on: datetime,
    searched: int,
    result: str,
    found_file: Path | None,
    found_fd: int | None,
    ask_found: bool,
    case: Path | None,
    identity: Path | None,
    passphrase_fd: int | None,
    password_file: Path | None,
) -> None:
    """Keep in the case that somebody has tried to find out who these very FILEs are about.

    nothing: nobody of the case was found. perhaps: somebody who may be. somebody: somebody of the case; both
    are open until people have decided (redact decide). What was found in words names people: it goes into a
    file that is sealed as the key is, and needs the key. One word altered in a file, and it is another file.
    """
    from redact.run import intruder as run
    from redact.run.deciding import who_decides

    noted = run.Noted(by, on.date(), searched, SearchResult(result))
    run.must_suit(noted, date.today())
    if sum((found_file is not None, found_fd is not None, ask_found)) > 1:
        raise WrongUse("what was found is given twice", "Give --found-file, --found-fd or --ask-found alone.")
    found, own = case_for(paths, case, _CASE), own_folder(identity)
    sha256s = run.digests(paths)
    in_words = found_file is not None or found_fd is not None or ask_found
    unlocked = _identity(own, passphrase_fd, needed=in_words)
    opened = _key(found, unlocked, own, needed=in_words)
    if opened is not None:
        run.must_be_nobody_of(opened, by)
    told = _told(found_file, found_fd) if in_words else None
    strings, prints = _strings(paths, found, unlocked, own, password_file)
    kept = run.record(
        found,
        noted,
        sha256s,
        strings=prints,
        recorded_by=who_decides(own, None, unlocked) if _has_card(own, unlocked) else None,
        identity=unlocked,
        opened=opened,
        words=_found(told, strings),
    )
    _warn_of_later(paths, kept.on)
    write_product(("\n".join(_kept_lines(kept)) + "\n").encode("utf-8", "replace"))


# ------------------------------------------------------------------ private


def _identity(own: Path, descriptor: int | None, *, needed: bool) -> Identity | None:
    """Unlock the identity; where nothing is to be sealed, whoever gives no passphrase goes without it."""
    from redact.run.identity import must_unlock, unlocked

    if needed:
        with _or_without_words():
            return must_unlock(own, passphrases_from(descriptor))
    prompt = "Passphrase of your identity (Enter to record without your signature)"
    with contextlib.suppress(NoIdentity):
        return unlocked(own, passphrases_from(descriptor, prompt=prompt))
    return None


def _key(found: CaseFolder, identity: Identity | None, own: Path, *, needed: bool) -> OpenKey | None:
    """Open the key of the case; where nothing is to be sealed, whoever cannot open it goes without it."""
    from redact.run.case import open_case_key

    if identity is None:
        return None
    if needed:
        with _or_without_words():
            return open_case_key(found, identity, own)
    with contextlib.suppress(KeyFault, Unreadable):
        return open_case_key(found, identity, own)
    return None


@contextlib.contextmanager
def _or_without_words() -> Iterator[None]:
    """Say of a key that does not open that the result can be kept without it."""
    try:
        yield
    except KeyFault as error:
        more = "Or leave out what was found: the result is kept without the key."
        raise type(error)(error.what, f"{error.remedy} {more}") from None


def _has_card(own: Path, identity: Identity | None) -> bool:
    from redact.run.identity import own_card

    with contextlib.suppress(NoIdentity):
        return identity is not None or bool(own_card(own))
    return False


def _strings(
    paths: tuple[str, ...],
    found: CaseFolder,
    identity: Identity | None,
    own: Path,
    password_file: Path | None,
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the strings that are suggested for the files, and their keyed hashes; none without the secret."""
    from redact.run.case import open_secret
    from redact.run.intruder_searches import prints_of

    because = "your identity is not open"
    if identity is not None:
        try:
            secret = open_secret(found, identity, own).secret
        except (KeyFault, Unreadable) as error:
            because = error.what
        else:
            held = suggested_for(paths, found.case, secret, password_file)
            return tuple(one.text for one in held.searches), prints_of(held.searches, secret)
    say(f"recorded without the strings that redact suggests, which are kept as keyed hashes: {because}")
    return (), ()


def _told(file: Path | None, descriptor: int | None) -> str:
    """Read what was found: from a file, from a descriptor, or asked for.

    Raises:
        WrongUse: it holds nothing, or nobody is there to be asked.
        Unreadable: it cannot be read, or is no text in UTF-8.
    """
    from redact.run.intruder_words import must_be_words

    try:
        if file is not None:
            with file.open("rb") as stream:
                data = stream.read(_MOST_BYTES)
        elif descriptor is not None:
            # The descriptor itself: the line of the passphrase was taken from it without a buffer.
            with os.fdopen(descriptor, "rb", closefd=False) as stream:
                data = stream.read(_MOST_BYTES)
        else:
            data = _asked().encode("utf-8")
        words = data.decode("utf-8-sig").strip()
    except OSError as error:
        raise Unreadable(
            f"what was found cannot be read (error {error.errno})",
            "Look at the file and your right to read it.",
        ) from None
    except UnicodeError:
        raise Unreadable("what was found is not text in UTF-8", "Save it as plain text in UTF-8.") from None
    must_be_words(words)
    return words


def _asked() -> str:
    if not (is_terminal(sys.stdin) and is_terminal(sys.stderr)):
        raise WrongUse(
            "nobody is there to be asked what was found",
            "Give it in a file: --found-file FILE, or --found-fd N",
        )
    answer: str = click.prompt("What was found", err=True)
    return answer


def _found(told: str | None, strings: tuple[str, ...]) -> Found | None:
    from redact.run.intruder_words import Found

    return None if told is None else Found(told, strings)


def _warn_of_later(paths: tuple[str, ...], on: date) -> None:
    changed = 0
    for path in paths:
        with contextlib.suppress(OSError, ValueError, OverflowError):
            changed += datetime.fromtimestamp(os.stat(path).st_mtime).date() > on
    if changed:
        files = "1 file was" if changed == 1 else f"{changed:,} files were"
        say(f"{files} saved here after that day: look whether it is what was searched with")


def _kept_lines(kept: IntruderRecord) -> list[str]:
    signed = "signed" if kept.signature else "not signed"
    typed = "1 search" if kept.searched == 1 else f"{kept.searched:,} searches"
    one = len(kept.documents) == 1
    files = "1 file as it is" if one else f"{len(kept.documents):,} files as they are"
    lines = [
        f"recorded: {kept.result.value}, {typed} by {printable(kept.by)} on {kept.on.isoformat()}, {signed}",
        f"  of {files} now: altered by one word, somebody has to search again",
    ]
    if kept.words is not None:
        lines.append(
            "  what was found is sealed beside the key, for its people: redact intruder show --show-names"
        )
    if kept.found_somebody:
        digits = kept.fingerprint.removeprefix("hmac:")
        how = "exception, by two people" if kept.result is SearchResult.SOMEBODY else "keep"
        lines.append("  it is open: change the report and search again, or decide that it stays:")
        lines.append(f"  redact decide {digits} ({how})")
    return lines
