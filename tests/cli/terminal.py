"""Run the program as a user does: another process, with pipes or a real terminal."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.cli import warm

__all__ = ["PROGRAM", "Outcome", "redact"]

_PATIENCE = 240  # seconds

# A job in the background ignores Ctrl-C and hands that down; what a test starts is to hear it all the same.
_HEARS = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
PROGRAM = (sys.executable, "-c", f"{_HEARS}; from redact.cli import main; main()")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the program answered."""

    status: int
    out: str
    err: str


def redact(
    *arguments: str | Path,
    cwd: Path | None = None,
    stdin: str = "",
    environment: dict[str, str] | None = None,
    program: Sequence[str] | None = None,
) -> Outcome:
    """Run `redact` with pipes on all three streams.

    Without `program` it is one of `warm`: all is as with `PROGRAM`, but that it begins sooner.
    """
    whole = {**os.environ, **(environment or {})}
    given = stdin.encode("utf-8")
    if program is None and warm.can_start(whole):
        words = tuple(map(str, arguments))
        status, out, err = warm.start(words, whole, cwd or Path.cwd(), given=given, seconds=_PATIENCE)
    else:
        done = subprocess.run(
            [*(program or PROGRAM), *map(str, arguments)],
            cwd=cwd,
            input=given,
            capture_output=True,
            env=whole,
            timeout=_PATIENCE,
            check=False,
        )
        status, out, err = done.returncode, done.stdout, done.stderr
    return Outcome(status, out.decode("utf-8", "replace"), err.decode("utf-8", "replace"))
