"""Run the program as a user does: another process, with pipes or a real terminal."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Outcome", "redact"]

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
    program: Sequence[str] = PROGRAM,
) -> Outcome:
    """Run `redact` with pipes on all three streams."""
    done = subprocess.run(
        [*program, *map(str, arguments)],
        cwd=cwd,
        input=stdin.encode("utf-8"),
        capture_output=True,
        env={**os.environ, **(environment or {})},
        timeout=240,
        check=False,
    )
    return Outcome(
        done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")
    )
