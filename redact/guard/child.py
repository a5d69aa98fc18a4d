"""In the child: give up what no reader needs, do the task, send its answer.

What a parser prints goes nowhere, and of an exception that is not ours only the class and our own line
are sent: its text may quote the document.
"""

from __future__ import annotations

import gc
import io
import os
import pickle
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

from redact.errors import LimitReached, RedactError
from redact.guard.limits import TOO_LONG, Limits
from redact.guard.programs import tell

__all__ = ["work"]


def work(
    theirs: Connection, task: Callable[..., object], arguments: tuple[object, ...], limits: Limits
) -> None:
    """Run the task under the limits and send ('result' | 'error' | 'memory' | 'failed', value)."""
    _confine(limits)
    # As in the process that waits for us: what a reader makes lies in few circles.
    gc.set_threshold(1_000_000, 20, 100)
    tell(lambda begins: theirs.send_bytes(pickle.dumps(("outside", begins))))

    def report(done: int, total: int | None = None) -> None:
        theirs.send_bytes(pickle.dumps(("pages", (done, total))))

    try:
        message: tuple[str, object] = ("result", task(*arguments, report))
    except RedactError as error:
        message = ("error", error)
    except MemoryError:
        message = ("memory", None)
    except RecursionError:
        message = ("error", LimitReached("it is nested deeper than any report", TOO_LONG))
    except Exception as error:  # anything a parser can raise, with a text that may quote the document
        message = ("failed", _whereabouts(error))
    try:
        theirs.send_bytes(pickle.dumps(message))
    except MemoryError:
        theirs.send_bytes(pickle.dumps(("memory", None)))


def _confine(limits: Limits) -> None:
    sys.dont_write_bytecode = True
    _silence()
    _limit_resources(limits)
    _programs.update(limits.programs)
    sys.addaudithook(_refuse)


def _silence() -> None:
    """Send everything that a parser prints to nowhere: it may quote the document."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)
    sys.stdout = sys.stderr = io.StringIO()


def _limit_resources(limits: Limits) -> None:
    try:
        import resource
    except ImportError:  # Windows: the parent watches time and memory, and there are no core files
        return
    longest = int(limits.seconds + limits.seconds_a_page * limits.pages) + 1
    for what, limit in (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_CPU, longest),
        (resource.RLIMIT_AS, limits.memory_bytes),
        (resource.RLIMIT_FSIZE, 0),
    ):
        hard = resource.getrlimit(what)[1]
        lower = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
        resource.setrlimit(what, (lower, lower))


_REFUSED_EVENTS = (
    "socket.",
    "subprocess.",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "os.fork",
    "os.startfile",
    "os.remove",
    "os.rename",
    "os.mkdir",
    "shutil.",
    "urllib.",
    "ftplib.",
    "smtplib.",
    "webbrowser.",
)


_programs: set[str] = set()


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    """Refuse what no reader needs: the network, another program, a file to write."""
    if event == "subprocess.Popen" and str(arguments[0]) in _programs:
        return
    if event.startswith(_REFUSED_EVENTS):
        raise PermissionError(f"a reader may not: {event}")
    if event == "open" and _writes(arguments):
        raise PermissionError("a reader may not write")


def _writes(arguments: tuple[Any, ...]) -> bool:
    path, mode, flags = arguments
    if isinstance(path, int):
        return False  # an open pipe or file gets a second handle; nothing is opened
    if isinstance(mode, str):
        return any(letter in mode for letter in "wax+")
    return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))


def _whereabouts(error: BaseException) -> str:
    """Name an exception by its class and the last line of ours that it passed."""
    line = ""
    trace = error.__traceback__
    while trace is not None:
        module = trace.tb_frame.f_globals.get("__name__", "")
        if module.startswith("redact."):
            line = f" at {module}:{trace.tb_lineno}"
        trace = trace.tb_next
    return type(error).__name__ + line
