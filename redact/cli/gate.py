"""`redact gate`: the way from a checked report to a published one, with all its commands."""

from __future__ import annotations

import click

from redact.cli import (
    gate_aside,
    gate_case,
    gate_dates,
    gate_papers,
    gate_proceedings,
    gate_sending,
    gate_statements,
    gate_verify,
)

__all__ = ["gate"]


@click.group()
def gate() -> None:
    """Take a review from its checked draft to its publication, and keep what was done, by whom and when.

    Begin with: redact gate start --case FOLDER. Where it stands and what is missing: redact gate status.
    The program sends nothing: it says by when, makes what is sent, and records that you have sent it.
    """


# In the order in which they are used.
for command in (
    gate_case.start,
    gate_case.status,
    gate_case.name,
    gate_case.set_date,
    gate_papers.attach,
    gate_statements.ask,
    gate_statements.attest,
    gate_proceedings.proceeding,
    gate_case.note,
    gate_case.step,
    gate_case.clear,
    gate_sending.pack,
    gate_sending.record_sent,
    gate_sending.calendar,
    gate_papers.publish,
    gate_case.archive,
    gate_case.destroy_key,
    gate_aside.give_back,
    gate_aside.represent,
    gate_aside.settle,
    gate_aside.withdraw,
    gate_aside.republish,
    gate_aside.decide_not_to_publish,
    gate_verify.verify,
    gate_dates.dates,
    gate_dates.clocks,
):
    gate.add_command(command)
