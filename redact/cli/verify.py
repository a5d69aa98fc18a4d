"""`redact verify`: does any form of a name of the case's key still stand in a finished document?"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from redact.cli.console import Ticker, complain, is_terminal, printable, write_product
from redact.cli.key_asking import case_for
from redact.cli.options import (
    name_on_terminal,
    output,
    password_file,
    passwords_from,
    refuse_overwriting_input,
)
from redact.cli.unlocking import case_folder, identity_folder, own_folder, passphrase_fd
from redact.cli.unlocking import passphrases_from as identity_passphrases
from redact.errors import ExitStatus

__all__ = ["verify"]


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path())
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to answer.")
@output
@case_folder
@identity_folder
@passphrase_fd
@password_file
@click.option("--all", "everything", is_flag=True, help="List every place.")
def verify(
    paths: tuple[str, ...],
    *,
    form: str,
    output: Path | None,
    case: Path | None,
    identity: Path | None,
    passphrase_fd: int | None,
    password_file: Path | None,
    everything: bool,
) -> ExitStatus:
    """Search finished documents for every form of every name of a case's key, and check them.

    Whole names, parts, initials, slips, names broken by a hyphen or a cell, in addresses, links, file names
    and codes. What may be an ordinary word is asked about. No name is shown, only whose it is by label.

    Exit status: 0 nothing found and ready, 1 something found, 3 cannot tell, 5 the key cannot be opened.
    """
    from redact.report import verifying
    from redact.run.identity import must_unlock
    from redact.run.verify import verify as run_verify
    from redact.storage import look_ahead, write_over

    if output is not None:
        look_ahead(output)
        refuse_overwriting_input(paths, output)
    found = case_for(paths, case, "Name it: --case FOLDER. Its key says what to look for.")
    own = own_folder(identity)
    unlocked = must_unlock(own, identity_passphrases(passphrase_fd))
    ticker = Ticker(quiet=False)
    try:
        passwords = passwords_from(password_file)
        run = run_verify(paths, found, unlocked, own, passwords=passwords, watcher=ticker)
    finally:
        ticker.clear()
    for entry in run.checked.documents:
        if entry.error is not None:
            complain(entry.error, about=name_on_terminal(entry.number, entry.path))
    on_screen = output is None and is_terminal(sys.stdout)
    names = {entry.number: printable(entry.path) for entry in run.checked.documents} if on_screen else None
    text = (
        verifying.as_json(run)
        if form == "json"
        else verifying.as_text(run, names=names, everything=everything)
    )
    if output is not None:
        write_over(output, text.encode("utf-8"))
    else:
        write_product(text.encode("utf-8"))
    return run.status
