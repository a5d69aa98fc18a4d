"""`redact text`: the document as it was read."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from redact.cli.console import Ticker, complain, is_terminal, printable, say, write_product
from redact.cli.options import name_on_terminal, output, password_file, passwords_from
from redact.cli.unlocking import case_folder
from redact.errors import ExitStatus, FileFault

__all__ = ["text"]


@click.command()
@click.argument("path", metavar="FILE", type=click.Path())
@output
@case_folder
@password_file
def text(path: str, *, output: Path | None, case: Path | None, password_file: Path | None) -> ExitStatus:
    """Print a document as it was read: every part, in reading order, with its names.

    What could not be read is said on stderr, and the exit status is then 3. The offsets of
    `check --format json` count the characters of exactly this text.
    """
    from redact.run import case_file
    from redact.run.reading import read_one
    from redact.values.fingerprint import new_secret

    if case is not None:  # the text is the same in each case: it is only looked whether this is one
        case_file.load(case)
    ticker = Ticker()
    try:
        document = read_one(
            path,
            new_secret(),
            passwords=passwords_from(password_file),
            progress=lambda number, done, total: ticker(f"reading document {number}, pages", done, total),
        )
    except FileFault as error:
        ticker.clear()
        complain(error, about=name_on_terminal(1, path))
        return error.status
    ticker.clear()
    _deliver(document.text(), output)
    for gap in document.gaps:
        say(f"not read: {gap.what}. {gap.remedy}")
    return ExitStatus.CANNOT_TELL if document.gaps else ExitStatus.READY


def _deliver(content: str, output: Path | None) -> None:
    if output is not None:
        from redact.storage import write_new

        write_new(output, _encoded(content), private=True)
    elif is_terminal(sys.stdout):
        write_product(_encoded(printable(content)))
    else:
        write_product(_encoded(content))


def _encoded(content: str) -> bytes:
    return content.encode("utf-8", "surrogatepass")
