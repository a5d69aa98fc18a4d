"""The command `redact`: parse, call `run`, print, exit. It takes no decision."""

from __future__ import annotations

import sys
from collections.abc import Sequence

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit with one of `ExitStatus`."""
    # Here, because the child that reads a file imports this package anew with the installed script.
    try:
        from redact.cli.shell import main as run
    except KeyboardInterrupt:  # stopped before there is anybody else to say so
        sys.stderr.write("\nstopped: nothing was written\n")
        raise SystemExit(130) from None
    run(arguments)
