"""`redact gate dates` and `redact gate clocks`: the days of a review are counted, with a case or without."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import click

from redact.cli.console import write_product
from redact.cli.options import DAY, choice, one_of, output
from redact.errors import ExitStatus
from redact.values.judgement import Edition

__all__ = ["clocks", "dates"]


class _Moment(click.DateTime):
    """A day with or without a time of the day; without one it is noon."""

    def __init__(self) -> None:
        super().__init__(["%Y-%m-%d", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"])

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Read a moment; a refusal says how one is written."""
        try:
            found = super().convert(value, param, ctx)
        except click.BadParameter:
            self.fail(
                f"{str(value)!r} is no day: write 2026-12-21, or 2026-12-21T16:30 with the time.", param, ctx
            )
        has_time = isinstance(value, str) and ":" in value
        return found if has_time else datetime.combine(found, time(12))


_edition = click.option(
    "--edition", type=choice(Edition), help="The edition that applies. [default: the newest]"
)
_closed = click.option(
    "--closed",
    type=DAY,
    metavar="DATE",
    multiple=True,
    help="A day on which the board's office is closed; may be given several times.",
)
_form = click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to answer."
)


@click.command()
@click.option("--publish-on", type=DAY, metavar="DATE", help="The day on which it will be published.")
@click.option(
    "--sent-on",
    type=_Moment(),
    metavar="DATE",
    help="The day on which it was sent, or the moment: 2026-12-21T16:30.",
)
@_edition
@_closed
@_form
@output
def dates(
    *,
    publish_on: datetime | None,
    sent_on: datetime | None,
    edition: str | None,
    closed: tuple[datetime, ...],
    form: str,
    output: Path | None,
) -> ExitStatus:
    """Say by when the report is sent before its publication, or when what was sent may be published.

    The day of publication is not counted. Give --publish-on, --sent-on, or both to learn whether it is in
    time. Exit status: 0 answered, 4 it was sent too late for that day.
    """
    from redact.report.gate_dates import as_json, as_text
    from redact.run.gate_dates import dates as count

    found = count(
        publish_on=_day(publish_on),
        sent=sent_on,
        edition=one_of(Edition, edition),
        closed=[day.date() for day in closed],
    )
    _answer(as_text(found) if form == "text" else as_json(found), output)
    return ExitStatus.GATE_REFUSES if found.late else ExitStatus.READY


@click.command()
@click.option("--aware-on", type=DAY, metavar="DATE", help="The day on which the incident became known.")
@click.option("--referred-on", type=DAY, metavar="DATE", help="The day on which the case was referred.")
@click.option("--decided-on", type=DAY, metavar="DATE", help="The day on which the review was decided on.")
@click.option("--initiated", type=DAY, metavar="DATE", help="The day on which the review was begun.")
@click.option("--panel-met-on", type=DAY, metavar="DATE", help="The day of the panel's first meeting.")
@click.option("--signed-off-on", type=DAY, metavar="DATE", help="The day on which the board signed it off.")
@click.option("--published-on", type=DAY, metavar="DATE", help="The day on which it was published.")
@_edition
@click.option("--board", metavar="ID", help="The board whose own procedure applies too.")
@_closed
@_form
@output
def clocks(
    *,
    edition: str | None,
    board: str | None,
    closed: tuple[datetime, ...],
    form: str,
    output: Path | None,
    **days: datetime | None,
) -> None:
    """Say by when each stage of a review is owed: to notify, to decide, to complete, to keep it on view.

    Months end on the same day of a later month, or on its last day. The day itself is not counted.
    """
    from redact.report.gate_dates import clocks_as_json, clocks_as_text
    from redact.run.gate_dates import clocks as count
    from redact.values.clocks import CaseEvent

    events = {
        CaseEvent(name.removesuffix("_on").replace("_", "-")): moment.date()
        for name, moment in days.items()
        if moment is not None
    }
    found = count(
        events, edition=one_of(Edition, edition), board=board, closed=[day.date() for day in closed]
    )
    _answer(clocks_as_text(*found) if form == "text" else clocks_as_json(*found), output)


def _answer(told: str, output: Path | None) -> None:
    data = told.encode("utf-8")
    if output is None:
        write_product(data)
        return
    from redact.storage import write_over

    write_over(output, data)


def _day(moment: datetime | None) -> date | None:
    return None if moment is None else moment.date()
