"""`redact demo`: an invented report with planted faults, to try the program on."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from redact.cli.console import is_terminal, say, write_product

__all__ = ["demo"]


@click.command()
@click.argument("folder", metavar="[FOLDER]", default="redact-demo", type=click.Path(path_type=Path))
@click.option(
    "--case", "whole_case", is_flag=True, help="Write a whole case: two agency reports, overview, summary."
)
def demo(folder: Path, *, whole_case: bool) -> None:
    """Write an invented report with planted faults into FOLDER, and what should be found in it.

    Every name in it is invented. An existing file is never overwritten.
    """
    if whole_case:
        from redact.run.demo_case import write_case

        written = write_case(folder)
    else:
        from redact.run.demo import write_demo

        written = write_demo(folder)
    # The folder was typed by the user and may be named after a case: it is repeated on a terminal only.
    shown = folder if is_terminal(sys.stdout) else Path("FOLDER")
    names = "\n         ".join(str(shown / name) for name in written)
    write_product(f"Written: {names}\n".encode())
    reports = " ".join(str(shown / name) for name in written if name.endswith(".docx"))
    say(f"next: redact check {reports}")
