"""The user's own terminal: streams that can print any text, errors with a remedy, progress.

Only the product of a command goes to stdout; everything else goes to stderr. A path is repeated on a
terminal only: what is piped may end in a file, and file names of reviews hold names.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import time
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import IO

import click

from redact.errors import NotWritten, RedactError

__all__ = [
    "Ticker",
    "complain",
    "detach_stdout",
    "is_terminal",
    "prepare",
    "printable",
    "say",
    "tell_files",
    "write_product",
]

_PATIENCE_SECONDS = 2.0  # work that is over by then needs no progress
_EVERY_SECONDS = 5.0  # a plain line, where there is no terminal to rewrite one
_REWRITE_SECONDS = 0.2


def prepare() -> None:
    """Let the streams print any character: a Windows console cannot show a tick, and must not fail on it."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def is_terminal(stream: IO[str]) -> bool:
    """Tell whether a person reads the stream."""
    with contextlib.suppress(ValueError, AttributeError):
        return stream.isatty()
    return False


def printable(text: str) -> str:
    """Replace control and format characters, which can rewrite a terminal, by `?`; keep lines and tabs."""
    return "".join(
        character if character in "\n\t" or unicodedata.category(character) not in ("Cc", "Cf", "Cs") else "?"
        for character in text
    )


def say(text: str, *, line_end: bool = True) -> None:
    """Print for the user on stderr; whether anybody reads it changes nothing."""
    with contextlib.suppress(OSError):
        click.echo(printable(text), err=True, nl=line_end)


def complain(error: RedactError, *, about: str | None = None) -> None:
    """Print an error and its remedy on stderr: `error:` and `hint:`, lower case, no full stop."""
    where = f"{about}: " if about else ""
    for what, remedy in error.told:
        say(f"error: {where}{what}")
        if remedy:
            say(f"hint: {remedy}")


def tell_files(output: Path, names: Iterable[tuple[int, str]]) -> None:
    """Say at a terminal which new file is which document; the names of files are told nowhere else."""
    if is_terminal(sys.stderr):
        for number, name in names:
            say(f"document {number} is now {printable(str(output / name))}")


def write_product(data: bytes) -> None:
    """Write a command's product to stdout, as the bytes they are.

    A reader who has gone (`redact check ... | head`) changes nothing: the status is the result's own.
    """
    try:
        sys.stdout.flush()
        raw = getattr(sys.stdout, "buffer", None)
        if raw is None:  # a test's stream of text
            sys.stdout.write(data.decode("utf-8"))
        else:
            raw.write(data)
        sys.stdout.flush()
    except OSError as error:
        # Windows answers EINVAL where others answer EPIPE.
        if error.errno not in (errno.EPIPE, errno.EINVAL):
            raise NotWritten(
                f"the output could not be written (error {error.errno})", "Look whether the disk is full."
            ) from None
        detach_stdout()


def detach_stdout() -> None:
    """Send what is still to be flushed to nowhere; Python would complain about the broken pipe at its end."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class Ticker:
    """Says on stderr how far long work is; nothing for the first seconds. Call it with each step."""

    def __init__(self, *, quiet: bool = False) -> None:
        self._quiet = quiet
        self._terminal = is_terminal(sys.stderr)
        self._next = time.monotonic() + _PATIENCE_SECONDS
        self._width = 0

    def __call__(self, stage: str, done: int, total: int | None) -> None:
        """Say how far a stage is, when it is time to."""
        now = time.monotonic()
        # A stage that has ended needs no line: what comes of it is printed next.
        if self._quiet or now < self._next or done == total:
            return
        self._next = now + (_REWRITE_SECONDS if self._terminal else _EVERY_SECONDS)
        line = f"{stage}: {done}" + (f" of {total}" if total else "")
        if self._terminal:
            self._rewrite(line.ljust(self._width))
            self._width = len(line)
        else:
            say(line)

    def clear(self) -> None:
        """Take the line away before anything else is printed."""
        if self._width:
            self._rewrite(" " * self._width)
            self._rewrite("")
            self._width = 0

    @staticmethod
    def _rewrite(line: str) -> None:
        with contextlib.suppress(OSError):
            click.echo("\r" + line, err=True, nl=False)
