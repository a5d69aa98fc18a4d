"""The engines and the name model are loaded while a child reads the files: neither waits for the other.

Python runs one thread at a time, so what is not loaded when the files are read is loaded by whoever needs it:
the model is then reading already, and nothing keeps it from that.
"""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import partial
from importlib import import_module
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from redact.judge import Once
    from redact.values.judgement import Rulebook
    from redact.values.text import Document

__all__ = ["grounds", "load_all", "loading", "read_ahead"]


def grounds(
    own: Path | None = None, *, requirements: bool = True, model: bool = True
) -> tuple[Rulebook, str | None]:
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


@contextmanager
def loading(*, wanted: bool = True) -> Iterator[None]:
    """Load in the background what finding needs, in small steps, until this is left; nothing unless wanted.

    Who needs a step that is being loaded waits for it. What fails there is tried again, and told, where it is
    needed.
    """
    goes_on = Event()
    goes_on.set()
    if wanted:
        Thread(target=_load, args=(goes_on,), name="loading").start()
    try:
        yield
    finally:
        goes_on.clear()


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


def _load(goes_on: Event) -> None:
    # Ctrl-C is for the thread that reads: it must not reach us while that one holds it back.
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    for step in _STEPS:
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
    # Before spaCy and presidio, for which there is time while the model reads: these are needed behind it.
    "resolve",
    "judge",
    "report",
    "recognise.document_kind",
    "resolve.label_faults",
    "rulebook.schemes",
    "recognise.frame",
)
# The model first: it begins to read while the rest is loaded.
_STEPS: tuple[Callable[[], object], ...] = (
    _model,
    *(partial(import_module, f"redact.{name}") for name in _MODULES),
)
