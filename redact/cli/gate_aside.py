"""The commands of the gate that take a review off its way, and back: returned, objected to, withdrawn."""

from __future__ import annotations

from datetime import datetime

import click

from redact.cli.gate_asking import Who, on_option, reference_of, reference_option, writing
from redact.cli.gate_case import day_of
from redact.cli.options import choice
from redact.errors import WrongUse
from redact.values.deadlines import Recipient
from redact.values.gate import GateAction
from redact.values.gate_reasons import GateReason
from redact.values.statements import GateRole

__all__ = ["decide_not_to_publish", "give_back", "represent", "republish", "settle", "withdraw"]

_reason = click.option("--reason", type=choice(GateReason), required=True, help="Why: a code.")
_as = click.option(
    "--as",
    "role",
    type=choice(GateRole),
    default=GateRole.MANAGER.value,
    show_default=True,
    help="In which role: your own, or as business manager that of whoever has told you.",
)


@click.command("return")
@_as
@_reason
@reference_option
@writing
def give_back(*, role: str, reason: str, reference: str | None, who: Who) -> None:
    """Send the review back: it must be changed, and its files attached anew."""
    facts = _why(reason, reference)
    who.act(GateAction.RETURN, GateRole(role), facts, f"returned: {GateReason(reason).words}")


@click.command()
@click.option("--from", "by", type=choice(Recipient), required=True, help="Who objects.")
@_reason
@on_option
@reference_option
@writing
def represent(*, by: str, reason: str, on: datetime | None, reference: str | None, who: Who) -> None:
    """Note that somebody who was sent the review objects: it is not published before that is settled."""
    facts = {"from": by, "on": day_of(on), **_why(reason, reference)}
    words = f"noted: {Recipient(by).words} objects"
    who.act(GateAction.REPRESENT, GateRole.MANAGER, facts, words)


@click.command()
@_as
@_reason
@reference_option
@writing
def settle(*, role: str, reason: str, reference: str | None, who: Who) -> None:
    """Say that what was objected is answered and nothing is changed."""
    facts = _why(reason, reference)
    who.act(GateAction.SETTLE, GateRole(role), facts, f"settled: {GateReason(reason).words}")


@click.command()
@_as
@_reason
@on_option
@reference_option
@writing
def withdraw(*, role: str, reason: str, on: datetime | None, reference: str | None, who: Who) -> None:
    """Say that the review was taken down where it was published."""
    facts = {"on": day_of(on), **_why(reason, reference)}
    who.act(GateAction.WITHDRAW, GateRole(role), facts, f"withdrawn: {GateReason(reason).words}")


@click.command()
@_as
@_reason
@on_option
@reference_option
@writing
def republish(*, role: str, reason: str, on: datetime | None, reference: str | None, who: Who) -> None:
    """Say that the same files are on view again; changed files are attached, and go the whole way."""
    facts = {"on": day_of(on), **_why(reason, reference)}
    who.act(GateAction.REPUBLISH, GateRole(role), facts, f"on view again: {GateReason(reason).words}")


@click.command("decide-not-to-publish")
@_as
@_reason
@reference_option
@writing
def decide_not_to_publish(*, role: str, reason: str, reference: str | None, who: Who) -> None:
    """Say that the review will not be published: those who must know are sent the reasons instead."""
    facts = _why(reason, reference)
    what = f"not to be published: {GateReason(reason).words}"
    who.act(GateAction.DECIDE_NOT_TO_PUBLISH, GateRole(role), facts, what)


def _why(reason: str, reference: str | None) -> dict[str, str]:
    if GateReason(reason) is GateReason.OTHER and reference is None:
        raise WrongUse(
            "the reason other says nothing by itself",
            "Give the number of a letter that says it: --reference.",
        )
    return {"reason": reason, **reference_of(reference)}
