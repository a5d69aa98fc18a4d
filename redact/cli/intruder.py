"""`redact intruder`: what somebody would search for who wants to know, and the record of who has tried."""

from __future__ import annotations

from pathlib import Path

import click

from redact.cli.check_first import agreed_to_show
from redact.cli.console import say, write_product
from redact.cli.intruder_recording import record
from redact.cli.intruder_searching import searches
from redact.cli.key_asking import case_for, case_of
from redact.cli.unlocking import case_folder, identity_folder, own_folder, passphrase_fd, passphrases_from

__all__ = ["intruder"]

_CASE = "Name the case: --case FOLDER, or begin one: redact case start"


@click.group()
def intruder() -> None:
    """Try to find out who a report is about, as somebody would who wants to know, and keep the record of it.

    The program gives the strings and keeps the record. A person searches, who has no part in the review.
    """


@intruder.command()
@click.argument("paths", nargs=-1, metavar="[FILE]...", type=click.Path())
@click.option(
    "--show-names", is_flag=True, help="Show what was found in words too; the log of the key has it."
)
@click.option("--yes-show-names", is_flag=True, help="Show it without asking, also into a file or pipe.")
@case_folder
@identity_folder
@passphrase_fd
def show(
    paths: tuple[str, ...],
    *,
    show_names: bool,
    yes_show_names: bool,
    case: Path | None,
    identity: Path | None,
    passphrase_fd: int | None,
) -> None:
    """List who has searched in a case, when, and what came of it.

    Given FILEs, it says whether a record is of these very files or of an earlier state, and what all of them
    come to. It needs no key but for what was found in words.
    """
    from redact.report.intruder import records_as_text
    from redact.run import intruder as run
    from redact.run import intruder_listing as listing
    from redact.run.identity import must_unlock

    shown = agreed_to_show(show_names or yes_show_names, yes_show_names, to_file=False)
    found, own = (case_for(paths, case, _CASE) if paths else case_of(case)), own_folder(identity)
    sha256s = run.digests(paths)
    kept = run.read(found, own)
    if kept.unchecked:
        say(f"taken as not signed, since you do not trust the cards: {kept.unchecked:,} records")
    entries = listing.listed(kept.records, sha256s, listing.words_of(found, own))
    if shown and any(one.record.words for one in entries):
        unlocked = must_unlock(own, passphrases_from(passphrase_fd))
        entries = listing.with_words(entries, found, unlocked, own)
    test = run.intruder_test_of(found, own, sha256s) if paths else None
    said = f"{test.state.value}: {test.because}" if test is not None else ""
    write_product(records_as_text(found.case.id, entries, said).encode("utf-8", "replace"))


for command in (searches, record):
    intruder.add_command(command)
