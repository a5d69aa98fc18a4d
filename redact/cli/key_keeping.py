"""`redact key verify`, `backup`, `restore`, `audit`, `consent`, `destroy`: a key is kept, and ends."""

from __future__ import annotations

import json
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from redact.cli.console import is_terminal, printable, say, write_product
from redact.cli.key_asking import case_of, holder, holder_options
from redact.cli.options import DAY, choice, one_of
from redact.cli.unlocking import case_folder, identity_folder, own_folder, passphrases_from
from redact.errors import ExitStatus, WrongUse
from redact.values.key_reasons import RestoreReason

if TYPE_CHECKING:
    from redact.chain import Entry, Log
    from redact.cli.key_asking import Holder
    from redact.values.key import Card

__all__ = ["COMMANDS"]


@click.command(short_help="Look whether the key is whole.")
@holder_options
def verify(*, case: Path | None, identity: Path | None, passphrase_fd: int | None) -> ExitStatus:
    """Open the key and look at it whole: signature, form, duplicates, revision, and its log.

    Exit status: 0 all is well, 1 something is to be looked at, 5 it does not open or is not the newest.
    """
    from redact.run.key_keeping import verify as run_verify

    seen = run_verify(*holder(case, identity, passphrase_fd).three)
    lines = [*seen.told, *(f"look: {what}" for what in seen.wrong)]
    write_product((printable("\n".join(lines)) + "\n").encode("utf-8", "replace"))
    return ExitStatus.FINDINGS if seen.wrong else ExitStatus.READY


@click.command(short_help="Copy the sealed key to FILE.")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@holder_options
def backup(file: Path, *, case: Path | None, identity: Path | None, passphrase_fd: int | None) -> None:
    """Copy the sealed key to FILE, once it has opened. Keep it apart from identities and their backups."""
    from redact.run.key_keeping import backup as run_backup

    opened = run_backup(*holder(case, identity, passphrase_fd).three, file)
    say(f"copied: revision {opened.key.revision}, sealed as it is. Keep it apart from any identity")


@click.command(short_help="Put a copy of the key back.")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--older", is_flag=True, help="Although it is older than the newest that was there.")
@click.option("--reason", type=choice(RestoreReason), help="Why; it stands in the log.")
@holder_options
def restore(
    file: Path,
    *,
    older: bool,
    reason: str | None,
    case: Path | None,
    identity: Path | None,
    passphrase_fd: int | None,
) -> None:
    """Put a copy of the key back; an older one only where --older and --reason say that it is meant."""
    from redact.run.key_keeping import restore as run_restore
    from redact.run.key_sharing import openers

    why = one_of(RestoreReason, reason)
    opened = run_restore(*holder(case, identity, passphrase_fd).three, file, older=older, reason=why)
    say(f"put back: the key is revision {opened.key.revision} now, with {len(opened.key.people)} people")
    say(f"it opens for {openers(opened.key)}; look who they are: redact key verify")


@click.command(short_help="List what was done with the key.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to answer.")
@case_folder
@identity_folder
def audit(*, form: str, case: Path | None, identity: Path | None) -> ExitStatus:
    """List what was done with the key, and look whether the log was touched. It needs no passphrase.

    Exit status: 0 it holds together, 1 a line is signed by a card that nobody here knows, 5 it was altered.
    """
    from redact.run.key_keeping import audit as run_audit

    log = run_audit(case_of(case), own_folder(identity))
    write_product((_as_json(log) if form == "json" else _as_text(log)).encode("ascii", "replace"))
    return ExitStatus.FINDINGS if log.unchecked or not log.entries else ExitStatus.READY


@click.command(short_help="Agree in writing that it is destroyed.")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@holder_options
def consent(file: Path, *, case: Path | None, identity: Path | None, passphrase_fd: int | None) -> None:
    """Write your signed consent that the key, as it is now, is destroyed. It holds for thirty days."""
    from redact.run.key_ending import consent as run_consent

    run_consent(*holder(case, identity, passphrase_fd).three, file)
    say("written. Whoever has it and may open the key can destroy it: redact key destroy --consent FILE")


@click.command(short_help="Destroy the key, by two people.")
@click.option("--consent", "consent_", metavar="FILE", type=click.Path(path_type=Path), help="Of the second.")
@click.option(
    "--second", metavar="FOLDER", type=click.Path(path_type=Path), help="Where the second's identity lies."
)
@click.option("--second-passphrase-fd", type=click.IntRange(min=0), metavar="N", help="Of the second.")
@click.option(
    "--backups-until",
    type=DAY,
    metavar="YYYY-MM-DD",
    required=True,
    help="The day on which the last backup of key and case is gone.",
)
@click.option("--id", "id_", metavar="ID", required=True, help="The id of the case, to be sure.")
@holder_options
def destroy(
    *,
    consent_: Path | None,
    second: Path | None,
    second_passphrase_fd: int | None,
    backups_until: datetime,
    id_: str,
    case: Path | None,
    identity: Path | None,
    passphrase_fd: int | None,
) -> None:
    """Destroy the key and the secret of the fingerprints; it needs two of its people and cannot be undone.

    Removes the key, the copy before it, the records of what was changed, check.age, locks and what was half
    written, and writes key-destroyed.json into the case. Until the last backup is gone, it is not true.
    """
    from redact.run.key_ending import destroy as run_destroy

    if (consent_ is None) == (second is None):
        raise WrongUse(
            "destroying a key needs a second person", "Give --second FOLDER, or their signed --consent FILE."
        )
    if id_ != case_of(case).case.id:
        raise WrongUse("that is not the id of this case", "Look which case is meant: redact case show")
    held = holder(case, identity, passphrase_fd)
    card = _second(held, consent_, second, second_passphrase_fd)
    done = run_destroy(*held.three, card, backups_until.date())
    say(f"destroyed: {', '.join(done.removed)}")
    say(f"it is true once the last backup is gone: {done.backups_until}")
    say("copies that others have, and exports, are not touched: ask each to destroy theirs")


@click.command("merge-files", short_help="Make one key of two copies that differ.")
@click.argument("other", metavar="OTHER", type=click.Path(path_type=Path))
@click.option("--base", metavar="FILE", type=click.Path(path_type=Path), help="The key both were made of.")
@click.option(
    "--prefer", type=click.Choice(["here", "there"]), help="Whose answer counts where there are two."
)
@click.option("--yes", is_flag=True, help="Make one of both; without it at a terminal you are asked.")
@holder_options
def merge_files(
    other: Path,
    *,
    base: Path | None,
    prefer: str | None,
    yes: bool,
    case: Path | None,
    identity: Path | None,
    passphrase_fd: int | None,
) -> ExitStatus:
    """Show what differs between the key and OTHER, made of the same key elsewhere, and make one of both.

    Differences are told by pseudonym. Exit status: 0 they are one now, 1 nothing was changed yet.
    """
    from redact.run.key_joining import join_files, look_at_two

    held = holder(case, identity, passphrase_fd)
    theirs = None if prefer is None else prefer == "there"
    two = look_at_two(*held.three, other, base=base, prefer_theirs=theirs)
    lines = [f"here revision {two.ours.key.revision}, there revision {two.theirs.key.revision}"]
    lines += [] if two.parent else ["the key both were made of is not here: everything of both stays"]
    lines += [*two.joined.differences, *(f"choose: {what}" for what in two.joined.conflicts)]
    write_product((printable("\n".join(lines)) + "\n").encode("utf-8", "replace"))
    asked = not yes and not two.joined.conflicts and is_terminal(sys.stdin) and is_terminal(sys.stderr)
    if not yes and not (asked and click.confirm("Make one of both?", err=True)):
        say("nothing was changed. To make one of both: --yes, and --prefer where something must be chosen")
        return ExitStatus.FINDINGS
    saved = join_files(two, held.identity)
    say(f"one key now, revision {saved.key.revision}. Hand it to the others, and remove OTHER")
    return ExitStatus.READY


COMMANDS: tuple[click.Command, ...] = (verify, backup, restore, audit, merge_files, consent, destroy)


def _second(held: Holder, consent: Path | None, folder: Path | None, descriptor: int | None) -> Card:
    from redact.run.case import open_case_key
    from redact.run.identity import must_unlock
    from redact.run.key_ending import consent_of

    opened = open_case_key(*held.three)
    if consent is not None:
        return consent_of(opened, consent)
    other = must_unlock(
        own_folder(folder), passphrases_from(descriptor, prompt="Passphrase of the second person")
    )
    # It opens for the second too, by their own secret: that is what makes them one of its people.
    open_case_key(held.found, other, held.own)
    return other.card


def _line(entry: Entry) -> str:
    about = f" card {entry.card[:8]}" if entry.card else ""
    people = f" {len(entry.ids)} person(s)" if entry.ids else ""
    late = f" (written later, by {entry.signer[:8]})" if entry.late else ""
    reason = f" {entry.reason}" if entry.reason else ""
    when = f"{entry.time:%Y-%m-%d %H:%M}"
    what = f"{entry.action:12}{reason}{people}{about}{late}"
    return f"{entry.seq:>5}  {when}  {entry.actor[:8]}  r{entry.revision:<5} {what}"


def _as_text(log: Log) -> str:
    lines = [_line(entry) for entry in log.entries]
    lines.append(f"{len(log.entries)} line(s); each holds together with the one before")
    if log.unchecked:
        lines.append(f"look: {log.unchecked} are signed by cards that are not trusted here")
    if not log.entries:
        lines.append("look: there is no log, or nothing was ever done")
    return "\n".join(lines) + "\n"


def _as_json(log: Log) -> str:
    names = (
        "seq",
        "actor",
        "signer",
        "action",
        "case",
        "revision",
        "reason",
        "card",
        "text",
        "late",
        "sha256",
    )
    plain = [
        {
            **{name: getattr(entry, name) for name in names},
            "time": f"{entry.time:%Y-%m-%dT%H:%M:%SZ}",
            "ids": list(entry.ids),
        }
        for entry in log.entries
    ]
    return (
        json.dumps({"format": "redact-key-audit/1", "unchecked": log.unchecked, "lines": plain}, indent=1)
        + "\n"
    )
