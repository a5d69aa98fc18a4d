"""The commands of the gate that are about the case: begun, shown, dated, cleared, archived.

What takes a review off its way is in `gate_aside`; what is signed, attached, sent and published has modules
of its own.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from redact.cli.console import write_product
from redact.cli.gate_asking import (
    Who,
    case_of,
    case_option,
    done,
    on_option,
    reference_of,
    reference_option,
    writing,
)
from redact.cli.options import DAY, choice, output
from redact.cli.unlocking import identity_folder, own_folder
from redact.errors import ExitStatus, WrongUse
from redact.values.gate import GateAction
from redact.values.gate_record import GateEvent
from redact.values.statements import GateRole

__all__ = ["archive", "clear", "destroy_key", "name", "note", "set_date", "start", "status", "step"]

_MANAGER = GateRole.MANAGER


@click.command()
@writing
def start(*, who: Who) -> None:
    """Begin the gate of a case: its log, signed by you as business manager, and gate.toml to be filled in.

    The edition, the board and the mode of publication are those of case.toml.
    """
    from redact.run.gate_begin import start as run_start

    held = run_start(who.found(), who.unlock())
    done(held, who.own, "begun: gate.jsonl is the log; write the addresses of the recipients into gate.toml")


@click.command()
@case_option
@identity_folder
@click.option(
    "--all", "everything", is_flag=True, help="Everything that is missing, and not the first alone."
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to answer.")
@output
def status(
    *, case: Path | None, identity: Path | None, everything: bool, form: str, output: Path | None
) -> ExitStatus:
    """Say where the case stands, what is missing, whose turn it is and how many days are left.

    Asks for no passphrase. Exit status: 0 the next step may be taken, or the review is published; 4 something
    is missing, a file was changed, or a line of the log is signed by somebody whom you do not trust.
    """
    from redact.report.gate_status import as_text
    from redact.report.gate_status_json import as_json
    from redact.run.gate_standing import status as run_status
    from redact.storage import write_over

    found = run_status(case_of(case), own_folder(identity))
    told = as_text(found, everything=everything) if form == "text" else as_json(found)
    data = told.encode("utf-8")
    if output is not None:
        write_over(output, data)
    else:
        write_product(data)
    return ExitStatus.READY if found.free else ExitStatus.GATE_REFUSES


@click.command()
@click.argument("role", type=choice(GateRole))
@click.option("--card", type=click.Path(path_type=Path), metavar="FILE", help="Their card, which you trust.")
@click.option("--name", "name_", metavar="NAME", help="Their name, where they have no card.")
@click.option(
    "--as",
    "acting",
    type=click.Choice([GateRole.MANAGER.value, GateRole.CHAIR.value]),
    default=GateRole.MANAGER.value,
    show_default=True,
    help="Who says so: the chair where the business manager has gone.",
)
@writing
def name(role: str, *, card: Path | None, name_: str | None, acting: str, who: Who) -> None:
    """Say who has a ROLE in this case. The name of whoever signs stands in the log, in the clear."""
    from redact.run.gate_begin import person

    if (card is None) == (name_ is None):
        raise WrongUse("either a card or a name is wanted", "Give --card FILE; --name NAME without a card.")
    facts = person(GateRole(role), card, name_, who.own)
    who.act(GateAction.NAME, GateRole(acting), facts, f"named: {GateRole(role).words}")


@click.command("set-date")
@click.argument("day", type=DAY, metavar="YYYY-MM-DD")
@writing
def set_date(day: datetime, *, who: Who) -> None:
    """Set the day of publication, or another in its place; the days are counted back from it."""
    from redact.values.days import long_day

    chosen = day.date()
    facts = {"publish-on": chosen.isoformat()}
    who.act(GateAction.SET_DATE, _MANAGER, facts, f"to be published on {long_day(chosen)}")


@click.command()
@click.argument("event", type=choice(GateEvent))
@on_option
@reference_option
@writing
def note(event: str, *, on: datetime | None, reference: str | None, who: Who) -> None:
    """Note that an EVENT has happened: the family has had the report, Ofsted's evaluation has come."""
    facts = {"event": event, "on": day_of(on), **reference_of(reference)}
    who.act(GateAction.NOTE, _MANAGER, facts, f"noted: {event.replace('-', ' ')}")


@click.command()
@writing
def clear(*, who: Who) -> None:
    """Clear the review for publication, once all have it and the days are over."""
    who.act(GateAction.CLEAR, _MANAGER, {}, "cleared for publication")


@click.command()
@writing
def step(*, who: Who) -> None:
    """Take the steps that wait for nothing any more, such as after a record of a motivated intruder.

    Every other command takes them too; this one does nothing else.
    """
    from redact.run.gate_log import act, read

    found = who.found()
    before = read(found, who.own).gate.lines
    held = act(found, who.unlock(), who.own, lambda _held, _seen: ())
    taken = held.gate.lines - before
    done(held, who.own, f"steps taken: {taken}" if taken else "no step can be taken yet")


@click.command()
@writing
def archive(*, who: Who) -> None:
    """Archive the case, once the review has been on view for as long as its edition asks."""
    who.act(GateAction.ARCHIVE, _MANAGER, {}, "archived")


@click.command("destroy-key")
@writing
def destroy_key(*, who: Who) -> None:
    """Note that the key of the case was destroyed, by its certificate; `redact key destroy` destroys it."""
    from redact.run.gate_begin import certificate_digest

    facts = {"certificate": certificate_digest(who.found())}
    who.act(GateAction.DESTROY_KEY, _MANAGER, facts, "noted: the key of the case was destroyed")


def day_of(given: datetime | None) -> str:
    """Give a day as the log has it: the one that was typed, which is not still to come, else today.

    Raises:
        WrongUse: it is still to come.
    """
    from redact.run import gate_clock

    today = gate_clock.moment().date()
    chosen = today if given is None else given.date()
    if chosen > today:
        raise WrongUse("that day is still to come", "Note it on the day, or give the right one after --on.")
    return chosen.isoformat()
