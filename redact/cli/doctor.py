"""`redact doctor`: is this computer ready, and what is kept on it."""

from __future__ import annotations

from pathlib import Path

import click

from redact.cli.console import write_product
from redact.errors import ExitStatus, worst

__all__ = ["doctor"]


@click.command()
@click.option("--files", is_flag=True, help="List every place where redact keeps anything.")
def doctor(files: bool) -> ExitStatus:
    """Look whether this computer is ready to check documents.

    Exit status: 0 when every line is OK, 1 when there is something to fix, 7 or 8 when the rules or the
    name model are what is to be fixed.
    """
    from redact.run.doctor import examine, what_we_keep

    here = Path.cwd()
    checks = what_we_keep(here) if files else examine(here)
    lines = []
    for check in checks:
        lines.append(f"{'FIX' if check.fix else 'OK ':3} {check.what}: {check.found}")
        if check.fix:
            lines.append(f"    -> {check.fix}")
    write_product(("\n".join(lines) + "\n").encode("utf-8", "replace"))
    return worst([ExitStatus.READY, *(check.status for check in checks if check.fix)])
