"""Read README.md's command blocks and its session, so that what it promises is what is run.

    python tools/readme.py --block 1|2   print that command block, for a shell
    python tools/readme.py --session     print what the commands of the session print now
    python tools/readme.py --write       put that into README.md

A command block is fenced as `sh`. The session is fenced as `console`: lines that start with `$ ` are
commands of `redact`, the lines under each are what it prints. It uses the standard library only, because
`.ci/run` calls it before anything is installed. Of a long answer the middle is left out, and counted.
"""

from __future__ import annotations

import contextlib
import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
PROMPT = "$ "
FIRST, LAST = 110, 40  # lines of a long answer; what lies between is counted


def main(arguments: list[str]) -> int:
    """Print or write what is asked for."""
    readme = README.read_text(encoding="utf-8")
    match arguments:
        case ["--block", number]:
            print(command_blocks(readme)[int(number) - 1], end="")
        case ["--session"]:
            print(replay(session(readme)), end="")
        case ["--write"]:
            old = session(readme)
            README.write_text(readme.replace(old, replay(old)), encoding="utf-8", newline="\n")
        case _:
            print(__doc__, file=sys.stderr)
            return 2
    return 0


def command_blocks(readme: str) -> list[str]:
    """Give the command blocks, in their order."""
    return _fenced(readme, "sh")


def session(readme: str) -> str:
    """Give the session.

    Raises ValueError when there is not exactly one.
    """
    (only,) = _fenced(readme, "console")
    return only


def replay(session: str) -> str:
    """Run a session's commands in an empty folder, each on a terminal of its own.

    Returns: the session as it should stand in README.md: each command and what the screen shows after it.
    """
    printed = []
    with tempfile.TemporaryDirectory() as folder:
        for line in session.splitlines():
            if line.startswith(PROMPT):
                told = _output(shlex.split(line.removeprefix(PROMPT)), folder)
                printed.append(line + "\n" + _shortened(told))
    return "\n".join(printed)


# ------------------------------------------------------------------ private


def _fenced(text: str, kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```$", text, flags=re.MULTILINE | re.DOTALL)


def _shortened(told: str) -> str:
    lines = told.splitlines(keepends=True)
    between = len(lines) - FIRST - LAST
    if between <= 1:
        return told
    return "".join([*lines[:FIRST], f"\n  [{between} more lines]\n\n", *lines[-LAST:]])


def _output(command: list[str], folder: str) -> str:
    if command[0] != "redact":
        raise ValueError(f"a session runs redact and nothing else, not {command[0]}")
    import pty  # there is none on Windows

    run = [sys.executable, "-c", "from redact.cli import main; main()", *command[1:]]
    environment = os.environ | {"PYTHONUTF8": "1", "COLUMNS": "100", "PYTHONPATH": _path()}
    screen, terminal = pty.openpty()
    with subprocess.Popen(
        run, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=terminal, stderr=terminal
    ):
        os.close(terminal)
        shown = b"".join(_until_closed(screen)).decode("utf-8")
    # What stands before the last carriage return of a line was written over: the progress.
    lines = [line.rpartition("\r")[2].rstrip() for line in shown.replace("\r\n", "\n").split("\n")]
    return "\n".join(lines)


def _until_closed(screen: int) -> Iterator[bytes]:
    # Linux answers EIO when the last program has left the terminal.
    with os.fdopen(screen, "rb", buffering=0) as stream, contextlib.suppress(OSError):
        while data := stream.read(65536):
            yield data


def _path() -> str:
    return os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH", "")]))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
