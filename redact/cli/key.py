"""`redact key`: what may be done with the key of a case."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from redact.cli import key_beginning, key_keeping, key_people, key_sharing
from redact.cli.console import is_terminal, printable, say, write_product
from redact.cli.key_asking import case_for
from redact.cli.options import password_file, passwords_from
from redact.cli.unlocking import case_folder, identity_folder, own_folder, passphrase_fd
from redact.cli.unlocking import passphrases_from as identity_passphrases
from redact.errors import WrongUse

if TYPE_CHECKING:
    from redact.resolve.papers import Proposal
    from redact.run.importing import Preview
    from redact.values.key import KeyPerson

__all__ = ["key"]

_DONE = (
    "taken over. The key holds it now; delete or lock away the paper, which holds the names in the clear\n"
    "next: redact review --terminal FILE..., which asks who is who in the documents and gives the labels"
)


@click.group()
def key() -> None:
    """Work on the key of a case: who is who, and under which pseudonym.

    It is sealed for named people, lies outside the folder of the case, and alone holds names.
    """


for command in (
    *key_beginning.COMMANDS,
    *key_people.COMMANDS,
    *key_sharing.COMMANDS,
    *key_keeping.COMMANDS,
):
    key.add_command(command)


@key.command("import", short_help="Take people over from the case's papers.")
@click.argument("paths", nargs=-1, required=True, metavar="FILE...", type=click.Path())
@case_folder
@identity_folder
@passphrase_fd
@password_file
@click.option("--without", metavar="N,N", default="", help="Rows of the preview that are left out: 3,7.")
@click.option(
    "--agree", metavar="CODE", help="Take over what a preview has shown; the code stands beneath it."
)
@click.option("--yes-show-names", is_flag=True, help="Show names in the preview without asking.")
def import_(
    paths: tuple[str, ...],
    *,
    case: Path | None,
    identity: Path | None,
    passphrase_fd: int | None,
    password_file: Path | None,
    without: str,
    agree: str | None,
    yes_show_names: bool,
) -> None:
    """Take people over from the case's own papers: family table, staff list, naming table, form, CSV.

    Shows first what each row would do; nothing is taken over that was not shown. At a terminal it asks;
    elsewhere give the code of the preview with --agree.
    """
    from redact.run.identity import must_unlock
    from redact.run.importing import preview, take_over

    left = _numbers(without)
    found = case_for(paths, case, "Name it: --case FOLDER, or begin one: redact case start")
    own = own_folder(identity)
    unlocked = must_unlock(own, identity_passphrases(passphrase_fd))
    seen = preview(paths, found, unlocked, own, passwords=passwords_from(password_file))
    agreed = left if agree == seen.code else None if agree else _agreed(seen, left, names=yes_show_names)
    if agree and agreed is None:
        raise WrongUse(
            "that code stands for another preview: the papers, the key or the program have changed",
            "Look at the preview again without --agree, and take the code beneath it.",
        )
    if agreed is not None:
        take_over(seen, unlocked, without=agreed)
        say(_DONE)


def _agreed(seen: Preview, left: set[int], *, names: bool) -> set[int] | None:
    """Show the preview and ask; gives the rows to leave out, or nothing where nothing is to be done."""
    asked = is_terminal(sys.stdin) and is_terminal(sys.stdout)
    names = names or (asked and click.confirm("The preview shows real names here. Go on?", err=True))
    write_product(("\n".join(_lines(seen, names=names)) + "\n").encode("utf-8", "replace"))
    if not any(one.what.value in ("new", "adds") for one in seen.proposals):
        say("nothing is left to take over: the key holds all that these papers tell of people")
        return None
    if not names:
        say("nothing was taken over: what nobody has seen is not. Show the names: --yes-show-names")
        return None
    if not asked:
        say(f"nothing was taken over. To take it over: the same command with --agree {seen.code}")
        return None
    return _rows_left_out(left, len(seen.proposals))


def _rows_left_out(left: set[int], rows: int) -> set[int] | None:
    """Ask until the answer is one; nothing where nothing is to be taken over."""
    question = "Take these over? yes, no, or the rows to leave out (3,7)"
    while True:
        answer = click.prompt(question, default="no", err=True).strip().casefold()
        if answer in ("n", "no", ""):
            say("nothing was taken over")
            return None
        if answer in ("y", "yes"):
            return left
        with suppress(WrongUse):
            numbers = _numbers(answer)
            if numbers <= set(range(1, rows + 1)):
                return left | numbers
        say(f"answer yes, no, or numbers of rows from 1 to {rows}")


def _numbers(text: str) -> set[int]:
    parts = [part.strip() for part in text.replace(" ", ",").split(",") if part.strip()]
    if not all(part.isdecimal() for part in parts):
        raise WrongUse("rows are given by their numbers", "Such as: --without 3,7")
    return {int(part) for part in parts}


def _lines(seen: Preview, *, names: bool) -> list[str]:
    """Show each row by its number; names and what is told of them only where that was agreed to."""
    lines = [f"{len(seen.papers)} table(s), {len(seen.proposals)} row(s) that tell of people"]
    paper = 0
    for number, one in enumerate(seen.proposals, 1):
        if one.paper != paper:
            paper = one.paper
            lines += ["", f"table {paper}: {seen.papers[paper - 1].kind.value}"]
            if passed := seen.papers[paper - 1].passed:
                columns = ", ".join(map(str, passed))
                lines.append(f"      look: the heading of column {columns} is not known: it is not read")
        lines.append(f"{number:>4}  {_what(one)}")
        if names and one.person is not None:
            lines.append(f"        {printable(_told(one.person))}")
        lines += [f"        look: {doubt}" for doubt in one.doubts]
    if seen.unread:
        lines += ["", f"{seen.unread} part(s) of these files could not be read: who stands there is missing"]
    return lines


def _what(one: Proposal) -> str:
    if one.person is None:
        return f"row {one.row}: left out: {one.because}"
    words = {"new": "new person", "adds": "adds to person", "known": "known already: person"}
    return f"row {one.row}: {words[one.what.value]} {one.person.id}"


def _told(person: KeyPerson) -> str:
    told = [", ".join(name.text for name in person.names)]
    told += [f"born {person.born.day} {person.born:%B %Y}"] if person.born else []
    told += [relation.kind for relation in person.relations] + list(person.roles)
    told += [f"to be called {person.pseudonym}"] if person.pseudonym else []
    return "; ".join(told)
