"""`redact case`: begin a case, and say what holds for it."""

from __future__ import annotations

import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from redact.cli.console import is_terminal, say, write_product
from redact.cli.options import DAY, choice, one_of
from redact.cli.unlocking import identity_folder, own_folder, passphrase_fd, passphrases_from, unlike
from redact.errors import WrongUse
from redact.values.judgement import Audience, Edition, Mode

if TYPE_CHECKING:
    from redact.run.case_file import CaseFolder
    from redact.values.case import Case

__all__ = ["case"]


@click.group()
def case() -> None:
    """Begin a case: one review, whose documents share people, decisions and settings.

    The folder of a case holds no name. Its key, which does, is another file, sealed, and lies elsewhere.
    """


@case.command()
@click.argument("folder", metavar="FOLDER", type=click.Path(path_type=Path))
@click.option("--id", "id_", metavar="ID", required=True, help="A number or a code; it stands in the clear.")
@click.option("--edition", type=choice(Edition), help="The edition of Working Together that applies.")
@click.option("--board", metavar="NAME", help="The board or partnership.")
@click.option("--initiated", type=DAY, metavar="YYYY-MM-DD", help="The day on which the review was begun.")
@click.option("--audience", type=choice(Audience), default=Audience.PUBLIC.value, help="Who will read it.")
@click.option("--mode", type=choice(Mode), default=Mode.FULL.value, help="How it is published.")
@click.option(
    "--for",
    "may_check",
    type=click.Path(path_type=Path),
    metavar="CARD",
    multiple=True,
    help="The card of somebody else who may check; may be given several times.",
)
@click.option(
    "--key",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Where the key goes, outside FOLDER. [default: your own part of the system]",
)
@click.option(
    "--without-key", is_flag=True, help="Make no key yet: who keeps the names does (redact key init)."
)
@identity_folder
@passphrase_fd
def start(
    folder: Path,
    *,
    id_: str,
    edition: str | None,
    board: str | None,
    initiated: datetime | None,
    audience: str,
    mode: str,
    may_check: tuple[Path, ...],
    key: Path | None,
    without_key: bool,
    identity: Path | None,
    passphrase_fd: int | None,
) -> None:
    """Begin a case in FOLDER, with a key of its own that nobody but you can open.

    Makes case.toml, check.age (the secret of the case's fingerprints, sealed for you and those of --for),
    decisions.jsonl, and the first, empty key.
    """
    from redact.run.case import start as run_start
    from redact.run.identity import must_unlock, read_card

    settings = (one_of(Edition, edition), one_of(Audience, audience), one_of(Mode, mode))
    begun = _case(id_, settings, board, initiated, key)
    cards = [read_card(path) for path in may_check]
    own = own_folder(identity)
    ask = unlike(passphrases_from(passphrase_fd), [word for word in (id_, board) if word])
    unlocked = must_unlock(own, ask)
    run_start(folder, begun, unlocked, may_check=cards, own=own, with_key=not without_key)
    if without_key:
        say("begun. The folder holds no name; who keeps the names makes the key: redact key init")
    else:
        say("begun. The folder holds no name; the key lies elsewhere, sealed for you alone")
    say("next: redact check FILE... looks at the documents of the folder")
    if not without_key:
        say(
            "next: redact key recovery --print, so that the key opens when you cannot; redact key import FILE"
        )


@case.command()
@click.argument("folder", metavar="FOLDER", type=click.Path(path_type=Path))
@click.option(
    "--for",
    "may_check",
    type=click.Path(path_type=Path),
    metavar="CARD",
    multiple=True,
    required=True,
    help="The card of somebody who may check from now on; may be given several times.",
)
@identity_folder
@passphrase_fd
def share(
    folder: Path, *, may_check: tuple[Path, ...], identity: Path | None, passphrase_fd: int | None
) -> None:
    """Let more people check the case in FOLDER. The key is not touched: they see no name by it.

    What they can do with check.age nobody takes back: its secret stays the same.
    """
    from redact.run.case import share as run_share
    from redact.run.case_file import load
    from redact.run.identity import must_unlock, read_card

    found = load(folder)
    cards = [read_card(path) for path in may_check]
    own = own_folder(identity)
    unlocked = must_unlock(own, passphrases_from(passphrase_fd))
    say(f"shared: {run_share(found, cards, unlocked, own)} people may check this case")


@case.command()
@click.argument("folder", metavar="[FOLDER]", default=".", type=click.Path(path_type=Path))
@identity_folder
def show(folder: Path, *, identity: Path | None) -> None:
    """Say what holds for the case in FOLDER, or in the nearest folder above it; opens nothing."""
    from redact.run.case import key_path_of
    from redact.run.case_file import above

    found = above(folder)
    key = key_path_of(found.case, own_folder(identity))
    write_product(("\n".join(_lines(found, key)) + "\n").encode("utf-8", "replace"))


def _case(
    id_: str,
    settings: tuple[Edition | None, Audience, Mode],
    board: str | None,
    initiated: datetime | None,
    key: Path | None,
) -> Case:
    from redact.values.case import Case, is_case_id, may_be_a_name

    if not is_case_id(id_):
        raise WrongUse(
            "the id of a case is 1 to 40 letters, digits, dots, hyphens and low lines",
            "Take a number or a code, such as K7 or 2026-014.",
        )
    if may_be_a_name(id_):
        say("warning: the id stands in the clear; if it is anybody's name, take a number instead")
    edition, audience, mode = settings
    day = None if initiated is None else date(initiated.year, initiated.month, initiated.day)
    return Case(id_, edition, board, day, audience, mode, None if key is None else str(key.absolute()))


def _lines(found: CaseFolder, key: Path) -> list[str]:
    held = found.case
    stated = {
        "case": held.id,
        "edition": held.edition.value if held.edition else "not stated",
        "board": held.board or "not stated",
        "initiated": held.initiated.isoformat() if held.initiated else "not stated",
        "key until": held.retain_until.isoformat() if held.retain_until else "not stated",
        "audience": held.audience.value,
        "mode": held.mode.value,
        # A path may hold the name of an account: it is shown to the user alone.
        "key": (str(key) if is_terminal(sys.stdout) else "there") if key.exists() else "not on this computer",
    }
    return [f"{what + ':':11}{value}" for what, value in stated.items()]
