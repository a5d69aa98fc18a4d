"""`redact key share`, `rotate`, `recovery`, `recover`, `export`: who may open a key, or get rows of it."""

from __future__ import annotations

import os
import sys
from datetime import datetime
from pathlib import Path

import click

from redact.cli.console import is_terminal, printable, say, write_product
from redact.cli.key_asking import holder, holder_options
from redact.cli.options import DAY, choice, first_line, one_of
from redact.errors import NotWritten, WrongUse
from redact.values.key_reasons import ExportReason, KeyRole

__all__ = ["COMMANDS"]


@click.command(short_help="Let one more person open the key.")
@click.argument("card", metavar="CARD", type=click.Path(path_type=Path))
@click.option(
    "--as", "as_", type=choice(KeyRole), help="What they are in the review, where their card does not say it."
)
@holder_options
def share(
    card: Path, *, as_: str | None, case: Path | None, identity: Path | None, passphrase_fd: int | None
) -> None:
    """Let one more person open the key; their card is trusted first.

    The key holds every name: it is for the panel, the authors of agency reports and the overview author, and
    for nobody else. As which of them is written to the log.
    """
    from redact.run.identity import read_card
    from redact.run.key_sharing import openers, reseal_records
    from redact.run.key_sharing import share as run_share

    shown = read_card(card)
    held = holder(case, identity, passphrase_fd)
    saved = run_share(*held.three, shown, role=one_of(KeyRole, as_))
    say(f"shared: the key opens for {openers(saved.key)} now")
    say("they see every name: panel, authors of agency reports, overview author, and nobody else")
    _tell_records(reseal_records(*held.three))
    say("give them a copy of the key as it is now: redact key backup FILE; they put it in its place by")
    say("redact key restore FILE. Where the key lies on a drive that you share, they need none")


@click.command(short_help="Seal it anew without a leaver.")
@click.option("--remove", "card", metavar="CARD-ID", required=True, help="Eight digits of the id at least.")
@holder_options
def rotate(card: str, *, case: Path | None, identity: Path | None, passphrase_fd: int | None) -> None:
    """Seal the key anew without somebody who has left. What they have of it still opens for them."""
    from redact.run.key_sharing import openers, remove, reseal_records

    held = holder(case, identity, passphrase_fd)
    left = remove(*held.three, card)
    records = reseal_records(*held.three)
    say(f"sealed anew: the key opens for {openers(left.opened.key)} now")
    say("old copies still open for whoever has left, and what they have seen nobody takes back")
    say(f"copies that are known: the one before it (.prev), and {left.copies} of redact key backup")
    _tell_records(records)
    say("the secret of the fingerprints (check.age) stays the same: they may still have it")


@click.command(short_help="Make a secret for paper that opens it.")
@click.option("--print", "to_screen", is_flag=True, help="Show the sheet once, to be printed.")
@click.option(
    "--sheet",
    type=click.Path(path_type=Path),
    metavar="FILE.svg",
    help="Write the sheet as a page to print; delete the file when it is printed.",
)
@click.option("--yes-show-secret", is_flag=True, help="Write it into a pipe, such as to a printer.")
@holder_options
def recovery(
    *,
    to_screen: bool,
    sheet: Path | None,
    yes_show_secret: bool,
    case: Path | None,
    identity: Path | None,
    passphrase_fd: int | None,
) -> None:
    """Make a secret of the board that opens the key when nobody else can; it is kept on paper alone.

    The sheet holds it in letters and as a QR code. Two copies into two sealed envelopes. It is shown or
    written once and kept nowhere; `redact key recover` takes it.
    """
    from redact.report.recovery_sheet import as_svg, as_text
    from redact.run.key_sharing import recovery as run_recovery
    from redact.run.key_sharing import reseal_records
    from redact.storage import look_ahead, write_new

    if to_screen == (sheet is not None):
        raise WrongUse(
            "say where the secret of the board is to go, which is shown once",
            "Either --print: on this screen; or --sheet FILE.svg: a page to be printed.",
        )
    if to_screen and not (yes_show_secret or is_terminal(sys.stdout)):
        raise WrongUse(
            "the secret would go into a file or a pipe", "Call it in a window, or say so: --yes-show-secret"
        )
    if sheet is not None:
        look_ahead(sheet)
        if sheet.exists():
            raise WrongUse("there is a file of that name", "Give another name.")
    held = holder(case, identity, passphrase_fd)
    saved, secret = run_recovery(*held.three)
    of = (secret, saved.key.case, saved.key.revision)
    if sheet is None:
        write_product(as_text(*of, blocks=_knows_blocks()).encode("utf-8"))
        say("print it twice now, type it back once (redact key recover), and clear the screen")
    else:
        try:
            write_new(sheet, as_svg(*of), private=True)
        except NotWritten as error:
            # The key opens for it all the same, and looks as if there were a paper.
            lost = saved.key.recipients[-1].card.id[:8]
            raise NotWritten(
                error.what,
                f"{error.remedy} Nobody has the secret that the key opens for now: take it out by redact key "
                f"rotate --remove {lost}, and make another.",
            ) from None
        say("print it twice now, type it back once (redact key recover), and delete the file")
    _tell_records(reseal_records(*held.three))


def _knows_blocks() -> bool:
    """Tell whether the screen shows half blocks."""
    try:
        "\u2580\u2584\u2588".encode(sys.stdout.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


@click.command(short_help="Open the key by the secret on paper.")
@click.option(
    "--secret-fd", type=click.IntRange(min=0), metavar="N", help="Read the secret from descriptor N."
)
@holder_options
def recover(
    *, secret_fd: int | None, case: Path | None, identity: Path | None, passphrase_fd: int | None
) -> None:
    """Open the key by the secret of the board on paper, and seal it for you too."""
    from redact.run.key_sharing import recover as run_recover

    held = holder(case, identity, passphrase_fd)
    saved, records = run_recover(*held.three, _secret(secret_fd))
    if records is None:
        say("the paper is right: it opens the key. It opened for you before, so nothing was changed")
        return
    say(f"recovered: the key opens for you, the paper and {len(saved.key.recipients) - 2} others")
    _tell_records(records)
    say("whoever has seen the paper can open the key. Make a new one: redact key recovery --print; then take")
    say("the old one out: redact key rotate --remove ID (redact key verify shows it as recovery on paper)")


@click.command(short_help="Seal some rows for police or coroner.")
@click.argument("people", metavar="PSEUDONYM...", nargs=-1, required=True)
@click.option("--to", "card", metavar="CARD", required=True, type=click.Path(path_type=Path), help="Whose.")
@click.option("--reason", type=choice(ExportReason), required=True, help="Why; it stands in the log.")
@click.option(
    "--expires",
    type=DAY,
    metavar="YYYY-MM-DD",
    required=True,
    help="The last day of its use.",
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="FILE", required=True, help="The new file."
)
@click.option("--yes", is_flag=True, help="Do not ask once more.")
@holder_options
def export(
    people: tuple[str, ...],
    *,
    card: Path,
    reason: str,
    expires: datetime,
    output: Path,
    yes: bool,
    case: Path | None,
    identity: Path | None,
    passphrase_fd: int | None,
) -> None:
    """Seal the rows of some people, and of nobody else, for the police, a coroner, a court or the Panel.

    It opens with `age --decrypt` and the recipient's identity. The day of expiry stands in it; nobody can
    make a file forget, so they are asked to destroy it then.
    """
    from redact.run.identity import in_groups, read_card
    from redact.run.key_sharing import export as run_export

    shown = read_card(card)
    if is_terminal(sys.stdin) and not yes:
        say(f"for the owner of card {in_groups(shown.id)}")
        click.confirm(f"Seal the names of {len(people)} for them?", abort=True, err=True)
    held = holder(case, identity, passphrase_fd)
    count = run_export(*held.three, people, shown, ExportReason(reason), expires.date(), output)
    say(f"sealed: {count} row(s), for one recipient and you, to be destroyed after {expires:%Y-%m-%d}")
    say("next: hand them the file; they open it by redact key read-export FILE, and need your card for it")


COMMANDS: tuple[click.Command, ...] = (share, rotate, recovery, recover, export)


def _tell_records(records: tuple[int, tuple[str, ...]]) -> None:
    done, left = records
    if done:
        say(f"records of changes and of searches, sealed for the same people: {done}")
    if left:
        say(f"records that stay as they are, since you cannot open them: {len(left)}")
        for name in left:
            say(f"  {printable(name)}")
        say("who can open them seals them anew by any redact key share, rotate or recovery of theirs;")
        say("a damaged one comes from a backup. Until then redact restore writes full names into those")
        say("documents, and cannot give them back word for word")


def _secret(descriptor: int | None) -> str:
    if descriptor is None:
        if not (is_terminal(sys.stdin) and is_terminal(sys.stderr)):
            raise WrongUse("nobody is there to type the secret", "Give it by --secret-fd N.")
        typed: str = click.prompt("Secret on the paper, in one line", hide_input=True, err=True)
        return typed
    try:
        with os.fdopen(descriptor, "rb", buffering=0, closefd=False) as stream:
            return first_line(stream)
    except (OSError, UnicodeDecodeError):
        raise WrongUse("no secret can be read from that descriptor", "Open it for reading.") from None
