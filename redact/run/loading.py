"""The engines and the name model are loaded while a child reads the files: neither waits for the other."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from threading import Event, Thread

__all__ = ["loading"]


@contextmanager
def loading() -> Iterator[Callable[[], None]]:
    """Load in the background what finding needs; who needs it before it is there waits for it.

    What fails there is tried again, and told, where it is needed. Gives what is called when nothing will
    be needed after all; an exception is such a case too. The step that is being loaded then ends first.
    """
    is_needed = Event()
    is_needed.set()
    Thread(target=_load, args=(is_needed,), name="loading").start()
    try:
        yield is_needed.clear
    except BaseException:
        is_needed.clear()
        raise


def _load(is_needed: Event) -> None:
    # Ctrl-C is for the thread that reads: it must not reach us while that one holds it back.
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    for step in _STEPS:
        if not is_needed.is_set():
            return
        try:
            step()
        except Exception:  # told where it is needed: there it fails again
            return


def _model() -> None:
    from redact.recognise.model.reading import name_model

    name_model()


# The model first: it begins to read while the rest is loaded.
_STEPS: tuple[Callable[[], object], ...] = (
    _model,
    lambda: import_module("redact.recognise.finding"),
    lambda: import_module("redact.recognise.register"),
    lambda: import_module("redact.recognise.frame"),
    lambda: import_module("redact.resolve"),
    lambda: import_module("redact.judge"),
    lambda: import_module("redact.report"),
)
