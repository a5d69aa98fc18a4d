"""Run one function in a child process that can be killed, with limits of time, memory and reach.

The documents are untrusted and no parser is safe in our own process: pdfium aborts, pdfminer hangs,
libxml2 fills the memory. A child that dies costs one file and nothing else. What comes back is unpickled
by an allow-list, because a child that a document has taken over may send anything.

What remains: a native library that is taken over can still use the system as the user can. The audit
hook stops Python code only.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
import time
from collections.abc import Callable, Iterator
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from typing import Any

from redact.errors import Damaged, LimitReached, RedactError
from redact.guard.answers import loads
from redact.guard.child import work
from redact.guard.limits import BROKEN, TOO_LONG, Limits

__all__ = ["Limits", "run"]

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
    child = context.Process(target=work, args=(theirs, task, arguments, limits), daemon=True)
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
    # It lets SIGINT through again when it starts its tracker, so the tracker has to be there before.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _await(child: Any, ours: Connection, limits: Limits, progress: Progress | None) -> tuple[str, object]:
    """Receive messages until the answer is there; raise when the child breaks a limit or dies."""
    allowed = time.monotonic() + limits.seconds
    clock = _Outside(limits.outside_seconds)
    earned = 0
    memory = _MemoryWatch(child.pid, limits.memory_bytes)
    while True:
        if ours.poll(_POLL_SECONDS):
            try:
                kind, value = loads(ours.recv_bytes())
            except (EOFError, OSError):
                child.join(1)
                if child.exitcode in _STOPPED:  # who stops us stops the child as well, and it may end first
                    raise KeyboardInterrupt from None
                raise _died(child.exitcode, memory) from None
            if kind == "outside":
                clock.told(begins=bool(value))
                continue
            if kind != "pages":
                return kind, value
            done, total = value
            earned = min(max(earned, int(done)), limits.pages)
            if progress is not None:
                progress(done, total)
        if memory.exceeded():
            raise _too_much_memory(limits)
        if time.monotonic() > allowed + earned * limits.seconds_a_page + clock.seconds():
            raise LimitReached(
                f"reading took longer than {limits.seconds:g} seconds and {limits.seconds_a_page:g} a page",
                TOO_LONG,
            )


# The statuses of a child that was asked to stop.
_STOPPED = (-signal.SIGINT, -signal.SIGTERM)


class _Outside:
    """Counts the time in which a child waits for another program, up to a limit."""

    def __init__(self, limit: float) -> None:
        self._limit = limit
        self._before = 0.0
        self._since: float | None = None

    def told(self, *, begins: bool) -> None:
        """Take a child's word that it begins or ends to wait; it earns no more than the limit."""
        self._before = self.seconds()
        self._since = time.monotonic() if begins else None

    def seconds(self) -> float:
        """Give the seconds that do not count until now."""
        running = time.monotonic() - self._since if self._since is not None else 0.0
        return min(self._limit, self._before + running)


def _answer(message: tuple[str, object]) -> object:
    kind, value = message
    if kind == "result":
        return value
    if kind == "error" and isinstance(value, RedactError):
        raise value
    if kind == "memory":
        raise _too_much_memory(None)
    # The name of the exception's class and our own line: never its text, which may quote the document.
    raise Damaged(f"the file is damaged: its reader failed ({value})", BROKEN)


def _died(code: int | None, memory: _MemoryWatch) -> RedactError:
    if memory.close():
        return _too_much_memory(None)
    return Damaged(f"the file is damaged: its reader crashed on it (status {code})", BROKEN)


def _too_much_memory(limits: Limits | None) -> LimitReached:
    limit = (limits or Limits()).memory_bytes // 1024**2
    return LimitReached(f"reading it took more than {limit:,} MB of memory", TOO_LONG)


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
