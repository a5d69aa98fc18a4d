"""`redact gate proceeding`: the register of proceedings and orders of a case."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from redact.cli.console import write_product
from redact.cli.gate_asking import Who, case_of, case_option, done, writing
from redact.cli.options import DAY, choice, one_of
from redact.cli.unlocking import identity_folder, own_folder
from redact.values.proceedings import Court, OrderKind, ProceedingKind

if TYPE_CHECKING:
    from redact.run.gate_proceedings import Entered

__all__ = ["proceeding"]

_FIELDS = ("reference", "next", "order", "protects", "expires", "concluded")


@click.group()
def proceeding() -> None:
    """Keep the register of proceedings and orders: what is before a court, and whom an order protects.

    No name stands in it: a person by their label in the review, a case by the number that the court gave it.
    """


def _options(command: Any) -> Any:
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


_OPTIONS: tuple[Callable[[Any], Any], ...] = (
    click.option("--kind", type=choice(ProceedingKind), help="What it is."),
    click.option("--court", type=choice(Court), help="Before whom it is."),
    click.option("--reference", metavar="NUMBER", help="The number that the court gave it; never a name."),
    click.option("--next", "next_on", type=DAY, metavar="DATE", help="The next day in court."),
    click.option("--order", type=choice(OrderKind), help="The order that is in force."),
    click.option(
        "--protects", metavar="LABEL", help="Whom the order protects, by label: Child A, Sibling 2."
    ),
    click.option(
        "--expires", type=DAY, metavar="DATE", help="The last day of the order; without it, no end."
    ),
    click.option("--concluded", type=DAY, metavar="DATE", help="The day on which it was fully concluded."),
)


@proceeding.command()
@_options
@writing
def add(*, who: Who, **typed: Any) -> None:
    """Enter a proceeding or an order, as it stands today."""
    from redact.run.gate_proceedings import add as run_add

    held, id_ = run_add(who.found(), who.unlock(), who.own, _entered(typed))
    done(held, who.own, f"entered in the register: {id_}")


@proceeding.command()
@click.argument("entry", metavar="ENTRY")
@_options
@click.option(
    "--without", multiple=True, type=click.Choice(_FIELDS), help="Empty this again; several times for more."
)
@writing
def change(entry: str, *, without: tuple[str, ...], who: Who, **typed: Any) -> None:
    """Change an ENTRY (P1, P2 ...): another day in court, its end, an order that was lifted."""
    from redact.run.gate_proceedings import change as run_change

    held = run_change(who.found(), who.unlock(), who.own, entry, _entered(typed, without))
    done(held, who.own, f"changed in the register: {entry.upper()}")


@proceeding.command("list")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to answer.")
@case_option
@identity_folder
def list_(*, form: str, case: Path | None, identity: Path | None) -> None:
    """List the register. Asks for no passphrase."""
    from redact.report.gate_proceedings import as_json, as_text
    from redact.run.gate_proceedings import entries

    found, today = entries(case_of(case), own_folder(identity))
    text = as_text(found, today) if form == "text" else as_json(found, today)
    write_product(text.encode("utf-8", "replace"))


# ------------------------------------------------------------------ private


def _entered(typed: dict[str, Any], without: tuple[str, ...] = ()) -> Entered:
    from redact.run.gate_proceedings import Entered

    return Entered(
        kind=one_of(ProceedingKind, typed["kind"]),
        court=one_of(Court, typed["court"]),
        reference=typed["reference"],
        next_on=_day(typed["next_on"]),
        order=one_of(OrderKind, typed["order"]),
        protects=typed["protects"],
        expires=_day(typed["expires"]),
        concluded=_day(typed["concluded"]),
        without=frozenset("next_on" if name == "next" else name for name in without),
    )


def _day(moment: datetime | None) -> date | None:
    return None if moment is None else moment.date()
