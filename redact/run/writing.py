"""Several new files at once: all of them, or none."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from redact.errors import NotWritten, RedactError
from redact.storage import write_new

__all__ = ["NewFile", "must_be_folder", "must_be_free", "write_all"]


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file that is to be written: its path, what is in it, and whether it is for its owner alone."""

    path: Path = field(repr=False)
    content: bytes = field(repr=False)
    private: bool = False


def must_be_free(paths: Iterable[Path]) -> None:
    """Say that a file would take the place of another.

    Raises:
        NotWritten: one is there.
    """
    if any(path.exists() or path.is_symlink() for path in paths):
        raise NotWritten(
            "a file of one of the names is already in that folder", "Give a new folder after -o."
        )


def must_be_folder(folder: Path) -> None:
    """Refuse a file where a folder is to be written into; it may be missing.

    Raises:
        NotWritten: it is a file.
    """
    if folder.exists() and not folder.is_dir():
        raise NotWritten("this is a file, and a folder is needed", "Give a new folder after -o.")


def write_all(folder: Path, files: Sequence[NewFile]) -> None:
    """Write every file, and the folder where it is missing; where one fails, nothing is left.

    Raises:
        NotWritten: one cannot be written, or is there already.
    """
    must_be_folder(folder)
    made = not folder.exists()
    if made:
        _make(folder)
    begun: list[NewFile] = []
    try:
        for file in files:
            begun.append(file)
            write_new(file.path, file.content, private=file.private)
    except BaseException as error:
        # What was refused is not there, or is another's: one who writes the same, at the same time.
        _take_away(begun[:-1] if isinstance(error, RedactError) else begun)
        if made:
            with contextlib.suppress(OSError):
                folder.rmdir()
        raise


def _make(folder: Path) -> None:
    try:
        folder.mkdir()
    except FileExistsError:
        raise NotWritten(
            "another process has made that folder meanwhile",
            "Look what it has written, or give a new folder.",
        ) from None
    except OSError as error:
        missing = error.errno in (errno.ENOENT, errno.ENOTDIR)
        remedy = "Make the folder above it first." if missing else "Write to a folder of your own."
        raise NotWritten(f"the folder cannot be made (error {error.errno})", remedy) from None


def _take_away(files: Iterable[NewFile]) -> None:
    """Remove what is there of ours."""
    for file in files:
        with contextlib.suppress(OSError):
            if file.path.read_bytes() == file.content:
                file.path.unlink()
