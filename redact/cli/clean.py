"""`redact clean`: the publication copy."""

from __future__ import annotations

from pathlib import Path

import click

from redact.cli.console import Ticker, complain, say, write_product
from redact.cli.options import name_on_terminal, password_file, passwords_from
from redact.cli.unlocking import case_folder, identity_folder, passphrase_fd, scope_for
from redact.errors import ExitStatus, FileFault
from redact.values.case import settings_of
from redact.values.cleaning import CleaningOptions, CleanRun

__all__ = ["clean"]


@click.command()
@click.argument("path", metavar="FILE", type=click.Path())
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="COPY",
    required=True,
    help="Where the copy goes; never over the document itself.",
)
@click.option("--accept-revisions", is_flag=True, help="Make all tracked changes final in the copy.")
@click.option(
    "--keep-alt-text",
    is_flag=True,
    help="Keep the descriptions of pictures and tables; they are then checked.",
)
@click.option("--title", metavar="TEXT", help="The title in the copy's properties. [default: none]")
@click.option(
    "--pictures",
    "as_pictures",
    is_flag=True,
    help="Of a PDF: write pictures of its pages, with new text under them.",
)
@click.option("--pdf", "as_pdf", is_flag=True, help="Of a Word document: make the copy a PDF (LibreOffice).")
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to say what was done."
)
@case_folder
@identity_folder
@passphrase_fd
@password_file
@click.option("-q", "--quiet", is_flag=True, help="No progress, and no account; the status still tells.")
def clean(
    path: str,
    *,
    output: Path,
    accept_revisions: bool,
    keep_alt_text: bool,
    title: str | None,
    as_pictures: bool,
    as_pdf: bool,
    force: bool,
    form: str,
    case: Path | None,
    identity: Path | None,
    passphrase_fd: int | None,
    password_file: Path | None,
    quiet: bool,
) -> ExitStatus:
    """Write a copy of a document for publication: what a reader sees, and nothing else.

    Comments, hidden text, properties, names of authors, links, embedded files, data inside pictures and all
    else that a reader does not see are taken out and listed. The copy is then read back and searched for what
    was taken out; where any of it is left, there is no copy. Tracked changes are refused, with their number,
    until they are decided or --accept-revisions is given.

    Names in the text stay: they are counted. Change them in the document, and clean it again.

    Exit status: 0 nothing stands, 1 names or hidden things stand or tracked changes are undecided,
    3 something could not be read or carried over, 6 no copy could be made.
    """
    from redact.run import case_file
    from redact.run.clean import clean as run_clean

    options = CleaningOptions(accept_revisions, keep_alt_text, title, as_pictures)
    found = case_file.for_documents([path], case)
    scope = scope_for(found, identity, passphrase_fd)
    ticker = Ticker(quiet=quiet)
    try:
        outcome = run_clean(
            path,
            output,
            options,
            settings_of(found.case if found else None),
            secret=scope.secret,
            passwords=passwords_from(password_file),
            watcher=ticker,
            replace=force,
            as_pdf=as_pdf,
        )
    except FileFault as error:
        ticker.clear()
        complain(error, about=name_on_terminal(1, path))
        return error.status
    ticker.clear()
    _tell(outcome, form, quiet=quiet)
    return outcome.status


def _tell(outcome: CleanRun, form: str, *, quiet: bool) -> None:
    from redact.report.cleaning import as_json, as_text

    if form == "json":
        write_product(as_json(outcome).encode())
    elif not quiet:
        write_product(as_text(outcome).encode())
    if outcome.refusal is not None and form == "json":
        say(f"no copy was made: {outcome.refusal.what}")
