"""`redact anonymise`: the documents of a case, with its pseudonyms for names."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from redact.cli.console import Ticker, tell_files, write_product
from redact.cli.key_asking import case_for
from redact.cli.options import DAY, choice, password_file, passwords_from
from redact.cli.unlocking import case_folder, identity_folder, own_folder, passphrase_fd
from redact.cli.unlocking import passphrases_from as identity_passphrases
from redact.errors import ExitStatus
from redact.values.anonymising import Wishes
from redact.values.schemes import Precision

__all__ = ["anonymise"]


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="FILE...", type=click.Path())
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    required=True,
    help="Where the new files go; never over a file that is there.",
)
@click.option("--draft", is_flag=True, help="Leave what nobody has settled, and mark the files as drafts.")
@click.option("--generalise", is_flag=True, help="Take out what may identify and nobody has decided about.")
@click.option(
    "--dates",
    type=choice(Precision),
    help="How exactly it may be read when something happened. [default: as the case's audience may]",
)
@click.option(
    "--event",
    type=DAY,
    metavar="YYYY-MM-DD",
    help="The day to which ages are said, and which is day 1: 2025-03-31.",
)
@click.option("--scheme", default="child-x", metavar="NAME", help="How people are called. [default: child-x]")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to say what was done."
)
@case_folder
@identity_folder
@passphrase_fd
@password_file
@click.option("-q", "--quiet", is_flag=True, help="No progress, and no account; the status still tells.")
def anonymise(
    paths: tuple[str, ...],
    *,
    output: Path,
    draft: bool,
    generalise: bool,
    dates: str | None,
    event: datetime | None,
    scheme: str,
    form: str,
    case: Path | None,
    identity: Path | None,
    passphrase_fd: int | None,
    password_file: Path | None,
    quiet: bool,
) -> ExitStatus:
    """Write documents anew with the pseudonyms of the case's key in place of names.

    Word documents (.docx) and text: every part of a document is rewritten, its formatting stays. The text
    of a PDF is set anew, page for page, without its pictures and whatever else hangs on it. Dates
    become as exact as the audience of the case may read them, a date of birth an age or nothing; numbers,
    addresses and places that have no label in the key become words of the scheme. What nobody has settled
    stops it: redact review --terminal asks whose a name is, redact decide keeps what somebody decides. What
    was written is read back and searched for every form of every name of the key; where one is left that
    nobody has let stay, nothing is left of it. changes.html and changes.json in the folder tell what was
    replaced, by pseudonym alone.

    Exit status: 0 written, 1 something is open and nothing was written, or a draft still holds it,
    5 the key cannot be opened, 6 a file cannot be read or written.
    """
    from redact.report.anonymising import as_json, as_text
    from redact.run.anonymise import anonymise as run_anonymise
    from redact.run.identity import must_unlock
    from redact.run.review import scheme_of

    found = case_for(paths, case, "Name it: --case FOLDER. Its key says who is who.")
    labels = scheme_of(scheme)
    own = own_folder(identity)
    unlocked = must_unlock(own, identity_passphrases(passphrase_fd))
    ticker = Ticker(quiet=quiet)
    try:
        run = run_anonymise(
            paths,
            output,
            found,
            unlocked,
            own,
            scheme=labels,
            draft=draft,
            passwords=passwords_from(password_file),
            watcher=ticker,
            wishes=Wishes(Precision(dates) if dates else None, event.date() if event else None, generalise),
        )
    finally:
        ticker.clear()
    if form == "json":
        write_product(as_json(run).encode("utf-8"))
    elif not quiet:
        write_product(as_text(run).encode("utf-8"))
        tell_files(output, [(one.number, one.name) for one in run.files])
    return run.status
