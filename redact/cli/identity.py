"""`redact identity`: one's own identity, one's card, and the cards of others."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from redact.cli.console import is_terminal, say, write_product
from redact.cli.options import output
from redact.cli.unlocking import identity_folder, line_of, own_folder, passphrase_fd, references_here
from redact.errors import WrongUse

__all__ = ["identity"]


@click.group()
def identity() -> None:
    """Make your identity, show your card, trust the cards of others.

    An identity opens what is sealed for you and signs what you save. It is kept on this computer under a
    passphrase. Your card is for others: it holds your name, your role and two public keys, and no secret.
    """


@identity.command()
@click.option("--name", help="Your name, as others of the review know you. [asked for at a terminal]")
@click.option("--role", default="", help="Your role: business manager, overview author.")
@identity_folder
@passphrase_fd
def create(name: str | None, role: str, *, identity: Path | None, passphrase_fd: int | None) -> None:
    """Make your identity, under a passphrase of six words drawn by lot or one of your own.

    Without the passphrase nobody opens again what is sealed for you: keep it where you keep such things.
    """
    from redact.run import identity as run

    folder = own_folder(identity)
    run.must_be_none(folder)
    if name is None:
        name = _ask_name()
    passphrase = _new_passphrase(name) if passphrase_fd is None else line_of(passphrase_fd)
    run.must_not_be(passphrase, references_here())
    card = run.create(folder, name, role, passphrase)
    say("made. Whoever is to seal something for you needs your card: redact identity show -o my.card")
    say(f"its id, for them to compare with you: {run.in_groups(card.id)}")


@identity.command()
@output
@identity_folder
def show(output: Path | None, identity: Path | None) -> None:
    """Write your card, to hand to others; needs no passphrase.

    Compare its id with each of them, by telephone or face to face: nothing else says that it is yours.
    """
    from redact.run import identity as run

    card = run.own_card(own_folder(identity))
    data = run.card_as_text(card).encode("ascii")
    if output is None:
        write_product(data)
    else:
        from redact.storage import write_over

        write_over(output, data)
    say(f"id of your card: {run.in_groups(card.id)}")


@identity.command()
@click.argument("card", metavar="CARD", type=click.Path(path_type=Path))
@click.option("--id", "compared", metavar="ID", help="The id as the card's owner has told you, in full.")
@click.option("--instead", is_flag=True, help="In place of another card of the same name.")
@identity_folder
def trust(card: Path, *, compared: str | None, instead: bool, identity: Path | None) -> None:
    """Trust a card that somebody has handed to you, once its id is compared with them.

    A card that was exchanged on its way would let somebody else read what you seal, and sign in that name.
    """
    from redact.run import identity as run

    shown = run.read_card(card)
    if compared is None:
        if not (is_terminal(sys.stdin) and is_terminal(sys.stderr)):
            raise WrongUse(
                "nobody is there to compare the id of the card",
                "Ask its owner for the id, and give it: --id ID",
            )
        say(f"{shown.name}, {shown.role}" if shown.role else shown.name)
        say(f"id of the card: {run.in_groups(shown.id)}")
        click.confirm("Has its owner told you this id?", abort=True, err=True)
        compared = shown.id
    run.trust(own_folder(identity), shown, compared, instead=instead)
    say("trusted: what is signed under this card is believed to be of its owner")


def _ask_name() -> str:
    if not (is_terminal(sys.stdin) and is_terminal(sys.stderr)):
        raise WrongUse("an identity has a name", "Give yours: --name NAME")
    answer: str = click.prompt("Your name, as others of the review know you", err=True)
    return answer.strip()


def _new_passphrase(name: str) -> str:
    """Offer six words, take them or one's own, and have it typed again."""
    from redact.run.identity import must_suit, suggest

    if not (is_terminal(sys.stdin) and is_terminal(sys.stderr)):
        raise WrongUse(
            "nobody is there to choose a passphrase",
            "Work at a terminal, or give --passphrase-fd N, from which the first line is read.",
        )
    offered = suggest()
    say(f"six words drawn by lot: {offered}")
    say("write them down, and keep them away from this computer")
    while True:
        typed: str = click.prompt(
            "Enter to take them, or a passphrase of your own",
            hide_input=True,
            default="",
            show_default=False,
            err=True,
        )
        chosen = typed or offered
        try:
            must_suit(chosen, name, references_here())
        except WrongUse as lacking:
            say(f"{lacking.what}. {lacking.remedy}")
            continue
        if click.prompt("Type it once more, all of it", hide_input=True, err=True) == chosen:
            return chosen
        say("that was another one; nothing is made yet. Choose once more")
