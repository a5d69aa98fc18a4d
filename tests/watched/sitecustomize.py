"""Note what one Python process is given and what it takes away again, for a test that looks for leaks.

A test that watches puts this folder first on PYTHONPATH, so that each child process starts with it. Noted are
the arguments and the environment of this process and of each that it starts; and of every file that is
removed or written over in a watched folder the content that it had, since nobody could look at it afterwards.
"""

from __future__ import annotations

import os
import runpy
import sys
from pathlib import Path

NOTES = "REDACT_TEST_WATCH"  # a folder for the notes
WATCHED = "REDACT_TEST_WATCHED"  # the folder of which every file counts

runpy.run_path(str(Path(__file__).parent.parent / "offline" / "sitecustomize.py"))
_notes, _watched = os.environ.get(NOTES, ""), os.environ.get(WATCHED, "")
_count = 0
_busy = False


def _note(kind: str, data: bytes) -> None:
    global _busy, _count  # noqa: PLW0603 - one process, one counter
    _busy, _count = True, _count + 1
    try:
        with open(os.path.join(_notes, f"{kind}-{os.getpid()}-{_count}"), "wb") as file:
            file.write(data)
    finally:
        _busy = False


def _heard(event: str, arguments: tuple[object, ...]) -> None:
    if _busy:
        return
    if event == "subprocess.Popen":
        _note("started", repr((arguments[1], arguments[3])).encode("utf-8", "surrogateescape"))
    elif event in ("os.remove", "os.truncate"):
        _keep(arguments[0], arguments[1] if event == "os.remove" else -1)
    elif event == "os.rename":  # what is moved is there afterwards; what it takes the place of is not
        _keep(arguments[1], arguments[3])
    elif event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_TRUNC | os.O_APPEND):
        _keep(arguments[0], -1)


def _keep(path: object, folder: object) -> None:
    """Copy what lies there before it is gone; `folder`: the open one from which the path goes, or below 0."""
    if not isinstance(path, str | bytes | os.PathLike):
        return
    name = os.fsdecode(path)
    if not os.path.isabs(name) and isinstance(folder, int) and folder >= 0:
        name = os.path.join(os.readlink(f"/proc/self/fd/{folder}"), name)
    name = os.path.abspath(name)
    if name.startswith(_watched) and os.path.isfile(name) and not os.path.islink(name):
        with open(name, "rb") as file:
            data = file.read()
        _note("gone", name.encode("utf-8", "surrogateescape") + b"\0" + data)


if _notes and _watched:
    _note("began", repr((sys.orig_argv, sorted(os.environ.items()))).encode("utf-8", "surrogateescape"))
    sys.addaudithook(_heard)
