"""Run one function in a child process that can be killed, with limits of time, memory and reach.

The documents are untrusted and no parser is safe in our own process: pdfium aborts, pdfminer hangs,
libxml2 fills the memory. A child that dies costs one file and nothing else. What comes back is unpickled
by an allow-list, because a child that a document has taken over may send anything.

What remains: a native library that is taken over can still use the system as the user can. The audit
hook stops Python code only.
"""

from __future__ import annotations

import contextlib
import io
import multiprocessing
import os
import pickle
import signal
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

from redact.errors import Damaged, LimitReached, RedactError

__all__ = ["Limits", "run"]


@dataclass(frozen=True, slots=True)
class Limits:
    """What a child may use.

    `seconds` it has for the whole, and `seconds_a_page` more for each page done, up to `pages` pages:
    a long file earns its time page by page, and one that hangs on page 1 is stopped after `seconds`.
    """

    seconds: float = 60.0
    seconds_a_page: float = 0.5
    pages: int = 5_000
    memory_bytes: int = 2 * 1024**3


_TOO_LONG = (
    "Look at it in the program that made it; save it as a new file there, or split it, and check again."
)
_BROKEN = "Open it in the program that made it, save it as a new file, and check that."
_POLL_SECONDS = 0.1

# A task is called with its arguments and a function to report pages: done, and in all where known.
Task = Callable[..., object]
Progress = Callable[[int, "int | None"], None]


def run(
    task: Task, *arguments: object, limits: Limits | None = None, progress: Progress | None = None
) -> object:
    """Call `task(*arguments, report)` in a child process and give back what it returns.

    Args:
        task: a function that a child can import by name; its last argument reports pages done.
        progress: told the pages done, and in all or None, as the child reports them.

    Returns: the task's result: built-in values, values of `redact.values` and nothing else.

    Raises:
        RedactError: what the task raised.
        LimitReached: it took too long or too much memory.
        Damaged: the child died, or failed in a way that it could not name.
    """
    limits = limits or Limits()
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=_child, args=(theirs, task, arguments, limits), daemon=True)
    with ours:
        try:
            # A child never sees Ctrl-C: it would print; we are told, and we kill it.
            with theirs, _interrupt_held():
                child.start()
            return _answer(_await(child, ours, limits, progress))
        finally:
            _end(child)


@contextlib.contextmanager
def _interrupt_held() -> Iterator[None]:
    """Hold SIGINT back while a child starts; it inherits the mask, and we get the signal afterwards."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _await(child: Any, ours: Connection, limits: Limits, progress: Progress | None) -> tuple[str, object]:
    """Receive messages until the answer is there; raise when the child breaks a limit or dies."""
    allowed = time.monotonic() + limits.seconds
    earned = 0
    memory = _MemoryWatch(child.pid, limits.memory_bytes)
    while True:
        if ours.poll(_POLL_SECONDS):
            try:
                kind, value = _loads(ours.recv_bytes())
            except (EOFError, OSError):
                child.join(1)
                raise _died(child.exitcode, memory) from None
            if kind != "pages":
                return kind, value
            done, total = value
            earned = min(max(earned, int(done)), limits.pages)
            if progress is not None:
                progress(done, total)
        if memory.exceeded():
            raise _too_much_memory(limits)
        if time.monotonic() > allowed + earned * limits.seconds_a_page:
            raise LimitReached(
                f"reading took longer than {limits.seconds:g} seconds and {limits.seconds_a_page:g} a page",
                _TOO_LONG,
            )


def _answer(message: tuple[str, object]) -> object:
    kind, value = message
    if kind == "result":
        return value
    if kind == "error" and isinstance(value, RedactError):
        raise value
    if kind == "memory":
        raise _too_much_memory(None)
    # The name of the exception's class and our own line: never its text, which may quote the document.
    raise Damaged(f"the file is damaged: its reader failed ({value})", _BROKEN)


def _died(code: int | None, memory: _MemoryWatch) -> RedactError:
    if memory.close():
        return _too_much_memory(None)
    return Damaged(f"the file is damaged: its reader crashed on it (status {code})", _BROKEN)


def _too_much_memory(limits: Limits | None) -> LimitReached:
    limit = (limits or Limits()).memory_bytes // 1024**2
    return LimitReached(f"reading it took more than {limit:,} MB of memory", _TOO_LONG)


def _end(child: Any) -> None:
    if child.pid is None:
        return
    child.kill()
    child.join(5)
    child.close()


class _MemoryWatch:
    """Looks at the child's resident memory, on every system: RLIMIT_AS exists on some only."""

    def __init__(self, pid: int, limit: int) -> None:
        import psutil

        self._gone: tuple[type[BaseException], ...] = (psutil.Error, OSError)
        self._limit = limit
        self._highest = 0
        self._process: Any = None
        with contextlib.suppress(*self._gone):
            self._process = psutil.Process(pid)

    def exceeded(self) -> bool:
        """Tell whether the child holds more than its limit now."""
        if self._process is not None:
            with contextlib.suppress(*self._gone):
                self._highest = max(self._highest, self._process.memory_info().rss)
        return self._highest > self._limit

    def close(self) -> bool:
        """Tell whether the child came near its limit at any look: then that is why it died."""
        return self._highest > self._limit * 3 // 4


# ------------------------------------------------------------------ in the child


def _child(theirs: Connection, task: Task, arguments: tuple[object, ...], limits: Limits) -> None:
    _confine(limits)

    def report(done: int, total: int | None = None) -> None:
        theirs.send_bytes(pickle.dumps(("pages", (done, total))))

    try:
        message: tuple[str, object] = ("result", task(*arguments, report))
    except RedactError as error:
        message = ("error", error)
    except MemoryError:
        message = ("memory", None)
    except RecursionError:
        message = ("error", LimitReached("it is nested deeper than any report", _TOO_LONG))
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


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    """Refuse what no reader needs: the network, another program, a file to write."""
    if event.startswith(_REFUSED_EVENTS):
        raise PermissionError(f"a reader may not: {event}")
    if event == "open" and _writes(arguments):
        raise PermissionError("a reader may not write")


def _writes(arguments: tuple[Any, ...]) -> bool:
    _, mode, flags = arguments
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


# ------------------------------------------------------------------ what may come back


class _Unpickler(pickle.Unpickler):
    """Builds values of ours and built-in containers; refuses to name anything else."""

    def find_class(self, module: str, name: str) -> Any:
        """Find a class that `redact.values` or `redact.errors` defines; anything else is an attack."""
        if "." not in name and (module.startswith("redact.values.") or module == "redact.errors"):
            found = super().find_class(module, name)
            if isinstance(found, type) and found.__module__ == module:
                return found
        raise pickle.UnpicklingError(f"a reader may not send {module}.{name}")


def _loads(data: bytes) -> tuple[str, Any]:
    try:
        kind, value = _Unpickler(io.BytesIO(data)).load()
    except (EOFError, OSError):
        raise Damaged("the file's reader broke off in the middle of its answer", _BROKEN) from None
    except Exception as error:
        raise Damaged(
            f"the file's reader sent what no reader sends ({type(error).__name__})", _BROKEN
        ) from None
    return kind, value
