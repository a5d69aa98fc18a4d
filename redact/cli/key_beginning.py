"""`redact key init`, `retain`, `read-export`: a key begins, is given an end, and rows of one are read."""

from __future__ import annotations

import sys
from datetime import date, datetime
from pathlib import Path

import click

from redact.cli.console import is_terminal, printable, say, write_product
from redact.cli.key_asking import holder, holder_options, may_show, show_names
from redact.cli.options import DAY
from redact.cli.unlocking import identity_folder, own_folder, passphrase_fd, passphrases_from
from redact.errors import WrongUse

__all__ = ["COMMANDS"]


@click.command(short_help="Make the first, empty key of a case.")
@click.option(
    "--for",
    "cards",
    type=click.Path(path_type=Path),
    metavar="CARD",
    multiple=True,
    help="The card of somebody else who opens the key; may be given several times.",
)
@click.option(
    "--retain-until",
    type=DAY,
    metavar="YYYY-MM-DD",
    help="The day by which it must be destroyed.",
)
@click.option("--yes", is_flag=True, help="Nobody else has a key of this case; do not ask.")
@holder_options
def init(
    *,
    cards: tuple[Path, ...],
    retain_until: datetime | None,
    yes: bool,
    case: Path | None,
    identity: Path | None,
    passphrase_fd: int | None,
) -> None:
    """Make the first, empty key of a case that was begun without one (redact case start --without-key).

    Two keys of one case would give two pseudonyms to one person: it is made where nobody else has one, by
    somebody who may check the case, and never in the place of one that was lost or destroyed.
    """
    from redact.run.identity import read_card
    from redact.run.key_beginning import begin_key
    from redact.run.key_retaining import must_be_ahead, retain

    if retain_until is not None:
        must_be_ahead(retain_until.date())  # else the key would be made, and an error said
    if not yes:
        if not (is_terminal(sys.stdin) and is_terminal(sys.stderr)):
            raise WrongUse("nobody is there to be asked whether there is another key", "Say so: --yes")
        click.confirm("Does nobody else have a key of this case?", abort=True, err=True)
    shown = [read_card(path) for path in cards]
    held = holder(case, identity, passphrase_fd, fresh=True)
    made = begin_key(*held.three, shown)
    if retain_until is not None:
        retain(*held.three, retain_until.date())
    say(f"made: the key is empty and is sealed for {len(made.key.recipients)}")
    say("next: redact key recovery --print, so that it opens when nobody else can; redact key retain")


@click.command(short_help="Set the day by which the key must go.")
@click.option(
    "--until",
    type=DAY,
    metavar="YYYY-MM-DD",
    required=True,
    help="The day by which it must be destroyed.",
)
@holder_options
def retain(*, until: datetime, case: Path | None, identity: Path | None, passphrase_fd: int | None) -> None:
    """Set the day by which the key must be destroyed; key list, key verify and doctor say when it is over."""
    from redact.run.key_retaining import retain as run_retain

    run_retain(*holder(case, identity, passphrase_fd).three, until.date())
    say(f"set: the key is to be destroyed by {until:%Y-%m-%d}; nothing here does it for you")


@click.command("read-export", short_help="Open rows of a key that you were sent.")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@show_names
@identity_folder
@passphrase_fd
def read_export(
    file: Path, *, yes_show_names: bool, identity: Path | None, passphrase_fd: int | None
) -> None:
    """Open rows of a key that somebody has sent you (redact key export); it needs no case.

    Whoever sent them must be trusted here. After the last day of their use nobody is shown.
    """
    from redact.cli.key_people import told_lines
    from redact.run.identity import in_groups, must_unlock
    from redact.run.key_exports import read_export as run_read

    may_show(yes_show_names)
    own = own_folder(identity)
    unlocked = must_unlock(own, passphrases_from(passphrase_fd))
    seen = run_read(file, unlocked, own, date.today())
    lines = [
        f"case {seen.rows.case}, for {seen.reason.value}; from {seen.signer.name}, "
        f"card {in_groups(seen.signer.id)}",
        f"last day of its use: {seen.expires.isoformat()}; destroy it then",
    ]
    for person in seen.rows.people:
        lines += ["", *told_lines(seen.rows, person)]
    for thing in seen.rows.things:
        lines += ["", *told_lines(seen.rows, thing)]
    write_product((printable("\n".join(lines)) + "\n").encode("utf-8", "replace"))


COMMANDS: tuple[click.Command, ...] = (init, retain, read_export)
