"""`redact review --terminal`: who is who, asked one person at a time of whoever holds the key."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from redact.cli.console import Ticker, is_terminal, printable, say
from redact.cli.key_asking import case_for
from redact.cli.options import password_file, passwords_from
from redact.cli.reviewing import Screen
from redact.cli.unlocking import case_folder, identity_folder, own_folder, passphrase_fd
from redact.cli.unlocking import passphrases_from as identity_passphrases
from redact.errors import ExitStatus, WrongUse

if TYPE_CHECKING:
    from redact.run.review import Review

__all__ = ["review"]

_HOW = (
    "You are asked about one person, place or organisation at a time, and nothing counts until you answer. "
    "Type ? for the answers there are. You may quit at any time: what was answered is kept."
)


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path())
@click.option("--terminal", is_flag=True, help="Ask here, at this terminal. The only way there is so far.")
@click.option("--scheme", default="child-x", metavar="NAME", help="How people are called. [default: child-x]")
@click.option("--leave-open", is_flag=True, help="Let it end while questions are open.")
@case_folder
@identity_folder
@passphrase_fd
@password_file
def review(
    paths: tuple[str, ...],
    *,
    terminal: bool,
    scheme: str,
    leave_open: bool,
    case: Path | None,
    identity: Path | None,
    passphrase_fd: int | None,
    password_file: Path | None,
) -> ExitStatus:
    """Say who is who in a case's documents, one person, place or organisation at a time.

    For each: is it a name, whose, and under which label. What is suggested counts only once you take it up.
    Real names are shown. Answers are kept in the key of the case, also when you stop; nothing of the
    documents is changed. Exit status: 0 all answered, 3 questions are open.
    """
    from redact.run.identity import must_unlock
    from redact.run.review import prepare, save, scheme_of

    _look_ahead(terminal)
    found = case_for(paths, case, "Name it: --case FOLDER, or begin one: redact case start")
    labels = scheme_of(scheme)
    own = own_folder(identity)
    unlocked = must_unlock(own, identity_passphrases(passphrase_fd))
    ticker = Ticker(quiet=False)
    try:
        passwords = passwords_from(password_file)
        begun = prepare(paths, found, unlocked, own, passwords=passwords, watcher=ticker)
    finally:
        ticker.clear()
    if begun.unread:
        say(f"{begun.unread} part(s) could not be read: whoever stands there is not asked about")
    if len(begun.run.documents) > 1:
        for entry in begun.run.documents:
            say(f"document {entry.number}: {printable(entry.path)}")
    screen = Screen(labels, leave_open=leave_open)

    def keep(so_far: Review) -> Review:
        return save(so_far, screen.sitting, found, unlocked, own)

    return _ask(screen, begun, keep)


def _look_ahead(terminal: bool) -> None:
    if not terminal:
        raise WrongUse("say where you want to be asked", "At this terminal: redact review --terminal FILE...")
    if not (is_terminal(sys.stdin) and is_terminal(sys.stdout)):
        raise WrongUse(
            "a review shows real names and asks about them: it needs a terminal at both ends",
            "Call it in a window of your own, neither piped nor scheduled.",
        )


def _ask(screen: Screen, begun: Review, keep: Callable[[Review], Review]) -> ExitStatus:
    """Ask until all is answered or somebody stops, and keep the answers whatever happens."""
    screen.begin(begun.sitting)
    kept, stopped = begun, False
    if screen.open:
        say(_HOW)
    try:
        while screen.ask():
            if screen.worth_keeping:
                kept = keep(kept)
                _tell(kept)
                screen.kept(kept.sitting)
    except (click.Abort, KeyboardInterrupt):  # Ctrl-C, or the window was closed
        stopped = True
        say("")
    finally:
        if screen.changed:
            kept = keep(kept)
            _tell(kept)
            screen.kept(kept.sitting)
            say("what was answered is kept in the case and its key")
    left = screen.open
    say(f"{left} question(s) are open: call the same command again" if left else "every name has its answer")
    if stopped:
        return ExitStatus.STOPPED
    return ExitStatus.CANNOT_TELL if left else ExitStatus.READY


def _tell(kept: Review) -> None:
    """Say that the key holds the answers of two people now, where it does."""
    if not kept.joined:
        return
    say("somebody else has saved answers to this case meanwhile: the key now holds theirs and yours")
    if kept.differing:
        say(f"{kept.differing} answer(s) of yours are not theirs: theirs stand. Look at the list: people")
    say("if the list has somebody twice: merge p1 p3")
