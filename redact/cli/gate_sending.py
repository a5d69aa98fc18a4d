"""The commands of the gate on sending: the pack, what was sent to whom, the days as a calendar."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from redact.cli.console import say, write_product
from redact.cli.gate_asking import Who, case_of, case_option, done, writing
from redact.cli.options import output
from redact.cli.unlocking import identity_folder, own_folder
from redact.errors import ExitStatus

__all__ = ["calendar", "pack", "record_sent"]


class _Time(click.DateTime):
    """A day with the time of the day: what is sent after 17:00 counts as sent on the next working day."""

    def __init__(self) -> None:
        super().__init__(["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"])

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Read a moment; a refusal says how one is written."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            self.fail(f"{str(value)!r} is no day with its time: write 2026-12-21T16:30.", param, ctx)


@click.command()
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE.zip",
    required=True,
    help="The file to be; there must be none of that name.",
)
@click.option(
    "--with-key",
    is_flag=True,
    help="Open the key of the case too, so that whoever is in it is found in letters and certificate.",
)
@writing
def pack(*, output: Path, with_key: bool, who: Who) -> None:
    """Make the pack that is sent before publication: the files as they will be published, a letter to each
    recipient, the certificate, the days, and digests that you sign.

    The same files, log and settings give the same bytes. What the pack adds is checked as a review is, and
    what would stop a review stops the pack. Nothing is sent: that is yours to do.
    """
    from redact.run.gate_pack import make

    made = make(who.found(), who.unlock(), who.own, output, with_key=with_key)
    done(made.held, who.own, f"pack {made.number}: {len(made.members)} files, SHA-256 {made.sha256}")


@click.command("record-sent")
@click.option(
    "--to",
    "to",
    required=True,
    metavar="RECIPIENT",
    help="ofsted, department, secretary-of-state, national-panel, or one of your own in gate.toml.",
)
@click.option(
    "--at", "at", type=_Time(), required=True, metavar="TIME", help="When, in local time: 2026-12-21T16:30."
)
@click.option(
    "--evidence",
    type=click.Path(path_type=Path),
    required=True,
    metavar="FILE",
    help="The receipt or a copy of the mail; its digest is kept, and nothing else of it.",
)
@click.option(
    "--pack",
    "packed",
    type=click.Path(path_type=Path),
    metavar="FILE.zip",
    help="What was sent, to be compared with the newest pack of these files.",
)
@writing
def record_sent(*, to: str, at: datetime, evidence: Path, packed: Path | None, who: Who) -> None:
    """Write down that you have sent the newest pack to a recipient, and learn whether that was in time."""
    from redact.run.gate_dispatch import Sending, in_time_words, record

    sending = Sending(to, at, evidence, packed)
    recorded = record(who.found(), who.unlock(), who.own, sending)
    done(recorded.held, who.own, in_time_words(recorded))


@click.command()
@case_option
@identity_folder
@output
def calendar(*, case: Path | None, identity: Path | None, output: Path | None) -> ExitStatus:
    """Write the days of the case as a calendar file, with reminders 10, 3 and 1 working days before.

    Take in a newer file and the events move: nothing stands twice. It asks for no passphrase, and holds the
    id of the case and no other word of it.
    """
    from redact.run.gate_calendar import calendar as run_calendar
    from redact.storage import write_over

    data = run_calendar(case_of(case), own_folder(identity))
    if output is None:
        write_product(data)
    else:
        write_over(output, data)
        say("take it into your calendar, and again after a day was moved")
    return ExitStatus.READY
