"""`redact demo`: an invented report with planted faults, to try the program on."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from redact.cli.console import is_terminal, say, write_product

__all__ = ["demo"]


@click.command()
@click.argument("folder", metavar="[FOLDER]", default="redact-demo", type=click.Path(path_type=Path))
def demo(folder: Path) -> None:
    """Write an invented report with planted faults into FOLDER, and what should be found in it.

    Every name in it is invented. An existing file is never overwritten.
    """
    from redact.run.demo import write_demo

    report, expected = write_demo(folder)
    # The folder was typed by the user and may be named after a case: it is repeated on a terminal only.
    shown = folder if is_terminal(sys.stdout) else Path("FOLDER")
    write_product(f"Written: {shown / report}\n         {shown / expected}\n".encode())
    say(f"next: redact check {shown / report}")
