"""Read each file of a call in a guarded child, so that a bad one costs nobody but itself."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from redact import guard
from redact.errors import FileFault, PasswordNeeded, RedactError, WrongUse
from redact.guard import Limits
from redact.values.fingerprint import document_id
from redact.values.text import Document

__all__ = ["Opened", "Passwords", "naming", "read_all", "read_one"]

# Asked for a file's password: the file's number in the call, its path as typed, and whether the last
# answer was wrong. None means: there is none.
Passwords = Callable[[int, str, bool], "str | None"]
# Told which file (1-based), the pages read of it, and its pages in all where they are known.
Progress = Callable[[int, int, "int | None"], None]

_TRIES = 3


@dataclass(frozen=True, slots=True)
class Opened:
    """One file of the call: its document, or the error that stopped it."""

    number: int
    path: str = field(repr=False)
    document: Document | None = None
    error: FileFault | None = None


@contextmanager
def naming(number: int, several: bool) -> Iterator[None]:
    """Say in an error of which document of a call it is, by its number; of one alone nobody asks.

    Raises: what is raised within, told so where it is about a file.
    """
    try:
        yield
    except (FileFault, WrongUse) as error:
        if not several or error.what.startswith("document "):
            raise
        raise type(error)(f"document {number}: {error.what}", error.remedy) from None


def read_all(
    paths: Sequence[str], secret: bytes, *, passwords: Passwords, progress: Progress
) -> tuple[Opened, ...]:
    """Read every path once, in the order given; the same file named twice is read once.

    Returns: one Opened for each file, numbered from 1. Documents have distinct ids, also where two files
    hold the same bytes.
    """
    opened: list[Opened] = []
    for path in _without_repeats(paths):
        number = len(opened) + 1
        try:
            document = read_one(path, secret, number=number, passwords=passwords, progress=progress)
            opened.append(Opened(number, path, document=_made_distinct(document, opened, secret)))
        except FileFault as error:
            opened.append(Opened(number, path, error=error))
    return tuple(opened)


def read_one(
    path: str, secret: bytes, *, number: int = 1, passwords: Passwords, progress: Progress
) -> Document:
    """Read one file in a child with the limits of the guard.

    Raises:
        FileFault: why it could not be read.
    """
    from redact.formats import Request, convert_first, read_file
    from redact.formats.ocr import SECONDS_IN_ALL, engine

    reader = engine()
    limits = Limits(programs=(reader,), outside_seconds=SECONDS_IN_ALL) if reader else Limits()
    request = Request(os.path.basename(path), secret, converted=convert_first(path), ocr=reader)
    last_tried: str | None = None
    for _ in range(_TRIES + 1):
        try:
            answer = guard.run(
                read_file,
                path,
                request,
                limits=limits,
                progress=lambda done, total: progress(number, done, total),
            )
        except PasswordNeeded:
            password = passwords(number, path, last_tried is not None)
            if password is None or password == last_tried:
                raise
            last_tried = password
            request = replace(request, password=password)
            continue
        if not isinstance(answer, Document):
            raise RedactError("the reader gave no document")
        return answer
    raise PasswordNeeded(
        "no password that was given opens the file", "Ask whoever protected it for its password."
    )


def _without_repeats(paths: Sequence[str]) -> list[str]:
    seen: set[str] = set()
    kept = []
    for path in paths:
        real = os.path.realpath(path)
        if real not in seen:
            seen.add(real)
            kept.append(path)
    return kept


def _made_distinct(document: Document, before: Sequence[Opened], secret: bytes) -> Document:
    """Give a second copy of the same bytes its own id, since spans name their passage by it."""
    taken = {entry.document.sha256 for entry in before if entry.document is not None}
    if document.sha256 not in taken:
        return document
    copies = sum(entry.document is not None and entry.document.sha256 == document.sha256 for entry in before)
    own = document_id(secret, f"{document.sha256}:{copies + 1}")
    passages = tuple(
        replace(passage, id=f"{own}:{passage.id.rpartition(':')[2]}") for passage in document.passages
    )
    return replace(document, id=own, passages=passages)
