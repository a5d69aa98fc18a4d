"""`redact restore`: documents with pseudonyms, with the names in them again."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from redact.cli.console import is_terminal, tell_files, write_product
from redact.cli.key_asking import case_for
from redact.cli.options import choice, password_file, passwords_from
from redact.cli.unlocking import case_folder, identity_folder, own_folder, passphrase_fd
from redact.cli.unlocking import passphrases_from as identity_passphrases
from redact.errors import ExitStatus, WrongUse
from redact.values.key_reasons import RevealReason

__all__ = ["restore"]


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="FILE...", type=click.Path())
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    required=True,
    help="Where the new files go, under names of ours; never over a file that is there.",
)
@click.option("--reason", type=choice(RevealReason), required=True, help="Why; it stands in the log.")
@click.option(
    "--record",
    "records",
    type=click.Path(path_type=Path),
    metavar="RECORD",
    multiple=True,
    help="A sealed record of changes that does not lie beside the key; may be given several times.",
)
@click.option("--yes", is_flag=True, help="The new files may hold real names; do not ask.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to say what was done."
)
@case_folder
@identity_folder
@passphrase_fd
@password_file
def restore(
    paths: tuple[str, ...],
    *,
    output: Path,
    reason: str,
    records: tuple[Path, ...],
    yes: bool,
    form: str,
    case: Path | None,
    identity: Path | None,
    passphrase_fd: int | None,
    password_file: Path | None,
) -> ExitStatus:
    """Write documents anew with real names in place of pseudonyms; for one who may open the key.

    A file as redact anonymise has written it is given back word for word, by the sealed record beside the
    key. One that was edited since gets the full name of each person for their pseudonym; what was made
    general stays so. The log of the key has it first, with the reason and without a name.

    Exit status: 0 written, 1 written and a label was left, 5 the key or a record cannot be opened or was
    altered, 6 a file cannot be read or written.
    """
    from redact.report.restoring import as_json, as_text
    from redact.run.identity import must_unlock
    from redact.run.restore import restore as run_restore

    found = case_for(paths, case, "Name it: --case FOLDER. Its key says who is who.")
    if not yes:
        if not (is_terminal(sys.stdin) and is_terminal(sys.stderr)):
            raise WrongUse(
                "the new files would hold real names, and nobody is there to be asked", "Say so: --yes"
            )
        click.confirm("The new files will hold real names. Go on?", abort=True, err=True)
    own = own_folder(identity)
    unlocked = must_unlock(own, identity_passphrases(passphrase_fd))
    run = run_restore(
        paths,
        output,
        found,
        unlocked,
        own,
        reason=RevealReason(reason),
        records=records,
        passwords=passwords_from(password_file),
    )
    write_product((as_json(run) if form == "json" else as_text(run)).encode("utf-8"))
    if form != "json":
        tell_files(output, [(one.number, one.name) for one in run.files])
    return run.status
