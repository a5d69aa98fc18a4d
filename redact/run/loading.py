"""The rules, the name model and what finds are loaded while a child reads the files: no side waits.

Python runs one thread at a time, so what is not loaded when the files are read is loaded by whoever needs it:
the model is then reading already, and nothing keeps it from that.
"""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import partial
from importlib import import_module
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING

from redact.run.reading import Opened, Passwords, read_all

if TYPE_CHECKING:
    from redact.judge import Once
    from redact.values.judgement import Rulebook
    from redact.values.text import Document

__all__ = ["Grounds", "Waiting", "grounds", "load_all", "loading", "read_ahead", "read_beside"]

# What documents are judged by: the rules, and the digest of the model.
Grounds = tuple["Rulebook", "str | None"]


def grounds(own: Path | None = None, *, requirements: bool = True, model: bool = True) -> Grounds:
    """Load what documents are judged by: the rules, and the digest of the model.

    The files of the model are read and hashed beside the rules.

    Args:
        own: the folder of a partnership's own rules.
        requirements: those of editions and boards too, and not alone the rules on who stands in a document.
        model: names will be looked for; without that the model is not needed, and its digest is none.

    Raises:
        RuleFault: the rulebook has a fault.
        ModelFault: the model that belongs to this version is not here.
    """
    from redact.resources import rules_folder
    from redact.rulebook import load

    if not model:
        return load(rules_folder(), own), None
    from redact.recognise.model.shipped import digest_of_model

    found: list[str | Exception | None] = []

    def look() -> None:
        try:
            found.append(digest_of_model())
        except Exception as error:  # raised by whoever waits for us
            found.append(error)

    beside = Thread(target=look, name="digest")
    beside.start()
    try:
        rulebook = load(rules_folder(), own)
    finally:
        beside.join()
    if isinstance(found[0], Exception):
        raise found[0]
    return (rulebook if requirements else _identities(rulebook)), found[0]


def _identities(rulebook: Rulebook) -> Rulebook:
    from redact.values.judgement import RuleKind

    # What facts tell together is for whoever publishes, and no question of who stands in a copy.
    kept = tuple(
        rule for rule in rulebook.rules if not rule.is_requirement and rule.kind is not RuleKind.JIGSAW
    )
    return replace(rulebook, rules=kept, packs=(), boards=(), jigsaw=None)


class Waiting:
    """The grounds of a call, which are loaded in the background."""

    def __init__(self) -> None:
        self._told: Future[Grounds] = Future()

    def load(self, make: Callable[[], Grounds]) -> bool:
        """Load them; tell whether that went well. What did not is raised for whoever asks."""
        try:
            self._told.set_result(make())
        except BaseException as error:
            self._told.set_exception(error)
            return False
        return True

    def grounds(self) -> Grounds:
        """Wait for them. Raises: as `grounds` does."""
        return self._told.result()

    def look(self) -> None:
        """Raise what is known by now to be wrong with them: nobody waits minutes to be told."""
        if self._told.done():
            self._told.result()


@contextmanager
def loading(make: Callable[[], Grounds], *, wanted: bool = True) -> Iterator[Waiting]:
    """Load in the background the grounds, and then what finding needs, in small steps, until this is left.

    Who needs a step that is being loaded waits for it. What fails there is tried again, and told, where it is
    needed.

    Args:
        make: loads the grounds.
        wanted: names will be looked for; nothing but the grounds is loaded without it.
    """
    goes_on = Event()
    goes_on.set()
    waiting = Waiting()
    steps = _STEPS if wanted else ()
    Thread(target=_load, args=(waiting, make, steps, goes_on), name="loading").start()
    try:
        yield waiting
    finally:
        goes_on.clear()


def read_beside(
    paths: Sequence[str],
    secret: bytes,
    passwords: Passwords,
    watcher: Callable[[str, int, int | None], None],
    judged_by: Waiting,
) -> tuple[Opened, ...]:
    """Read the files of a call, but no further when a fault of what they are judged by is known.

    Raises: as `grounds` does.
    """

    def told(number: int, done: int, total: int | None) -> None:
        judged_by.look()
        watcher(f"reading document {number}, pages", done, total)

    def asked(number: int, path: str, again: bool) -> str | None:
        judged_by.grounds()  # nobody is asked for a password in vain
        return passwords(number, path, again)

    return read_all(paths, secret, passwords=asked, progress=told)


def load_all() -> None:
    """Load what is left of it, for whoever has to wait anyway; what fails is told where it is needed."""
    with suppress(Exception):
        for step in _STEPS:
            step()


def read_ahead(documents: Sequence[Document], rulebook: Rulebook) -> Once:
    """Load what is left, and read of documents what judging asks of them whoever stands in them."""
    load_all()
    from redact.judge import Once
    from redact.judge.ahead import read_ahead

    once = Once()
    with suppress(Exception):
        read_ahead(documents, rulebook, once)
    return once


def _load(
    waiting: Waiting, make: Callable[[], Grounds], steps: Sequence[Callable[[], object]], goes_on: Event
) -> None:
    # Ctrl-C is for the thread that reads: it must not reach us while that one holds it back.
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    if not waiting.load(make):
        return
    for step in steps:
        if not goes_on.is_set():
            return
        try:
            step()
        except Exception:  # told where it is needed: there it fails again
            return


def _model() -> None:
    from redact.recognise.model.reading import name_model

    name_model()


# In the order in which they are needed; of the recognisers first those whose patterns take long to build.
_MODULES = (
    "recognise.finding",
    "recognise.date_of_birth",
    "recognise.birth_clues",
    "recognise.date_of_death",
    "recognise.role_lines",
    "recognise.standing",
    "recognise.exact_dates",
    "recognise.ages",
    "recognise.online",
    "recognise.register",
    # These are needed behind the model, and there is time for them while it reads.
    "resolve",
    "judge",
    "report",
    "recognise.document_kind",
    "resolve.label_faults",
    "rulebook.schemes",
)
# The model first: it begins to read while the rest is loaded.
_STEPS: tuple[Callable[[], object], ...] = (
    _model,
    *(partial(import_module, f"redact.{name}") for name in _MODULES),
)
