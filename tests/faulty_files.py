"""Every call that touches a file below a folder, counted; the n-th fails, or is the last that is ever made.

The calls are seen where Python tells its auditors of them, so whichever library makes one is heard. That the
process dies is played by letting no later call through: what lies on the disk then is what a kill leaves.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import pytest

__all__ = ["WORDS", "Dead", "FileCalls", "Snapshot", "failing_at", "half_written"]

# What the system's own errors say: nothing of it may come out.
WORDS = "Brackenthwaite"
_EVENTS = frozenset(
    (
        *("open", "os.rename", "os.remove", "os.link", "os.mkdir", "os.rmdir", "os.chmod", "os.truncate"),
        *("os.listdir", "os.scandir", "os.symlink", "os.utime"),
    )
)


class Dead(BaseException):
    """The process was killed: nothing of it is done any more."""


@dataclass
class FileCalls:
    """The calls so far; the one with the number `wanted` fails with `error`, or kills where there is none."""

    folder: Path
    wanted: int
    error: int | None
    made: list[str] = field(default_factory=list)

    @property
    def failed(self) -> str | None:
        """What kind of call it was that failed; none where it was never reached."""
        return self.made[self.wanted - 1] if len(self.made) >= self.wanted else None

    def call(self, kind: str) -> None:
        """Count a call, or refuse it."""
        self.made.append(kind)
        if self.error is None and len(self.made) >= self.wanted:
            raise Dead
        if len(self.made) == self.wanted:
            raise OSError(self.error, WORDS)

    def holds(self, path: object) -> bool:
        """Tell whether a path lies in the folder."""
        if not isinstance(path, str | bytes | os.PathLike):
            return False
        return os.fsdecode(path).startswith(str(self.folder))


# Whose calls are counted just now: one at most. An auditor can never be taken out again, so there is one.
_active: list[FileCalls] = []


def _heard(event: str, arguments: tuple[Any, ...]) -> None:
    for calls in _active:
        if event in _EVENTS and any(calls.holds(one) for one in arguments[:2]):
            calls.call(event)


@cache
def _listen() -> None:
    sys.addaudithook(_heard)


class _Stream:
    """A file whose reads and writes are calls too; one that fails has written half."""

    def __init__(self, file: Any, calls: FileCalls) -> None:
        self._file, self._calls = file, calls

    def __enter__(self) -> _Stream:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def __iter__(self) -> Iterator[Any]:
        return iter(self._file)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def read(self, *arguments: Any) -> Any:
        self._calls.call("read")
        return self._file.read(*arguments)

    def write(self, data: Any) -> int:
        try:
            self._calls.call("write")
        except BaseException:
            self._file.write(data[: len(data) // 2])
            self._file.flush()
            raise
        return int(self._file.write(data))


@contextmanager
def failing_at(folder: Path, wanted: int, error: int | None) -> Iterator[FileCalls]:
    """Let the n-th call that touches a file below `folder` fail with an errno, or kill where it is none."""
    _listen()
    calls = FileCalls(folder, wanted, error)
    with pytest.MonkeyPatch.context() as patch:
        _patch(patch, calls)
        _active.append(calls)
        try:
            yield calls
        finally:
            _active.clear()


def _patch(patch: pytest.MonkeyPatch, calls: FileCalls) -> None:
    opened: set[int] = set()
    real_open, real_fsync, real_io = os.open, os.fsync, io.open

    def os_open(path: Any, *arguments: Any, **options: Any) -> int:
        descriptor = real_open(path, *arguments, **options)
        if calls.holds(path):
            opened.add(descriptor)
        return descriptor

    def io_open(file: Any, *arguments: Any, **options: Any) -> Any:
        stream = real_io(file, *arguments, **options)
        return _Stream(stream, calls) if calls.holds(file) or file in opened else stream

    def fsync(descriptor: int) -> None:
        if descriptor in opened:
            calls.call("fsync")
        real_fsync(descriptor)

    patch.setattr(os, "open", os_open)
    patch.setattr(io, "open", io_open)
    patch.setattr(os, "fsync", fsync)


class Snapshot:
    """The files below a folder as they are; `put_back` makes them so again."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._folders = [path for path in sorted(folder.rglob("*")) if path.is_dir()]
        self._files = {
            path: (path.read_bytes(), path.stat()) for path in sorted(folder.rglob("*")) if path.is_file()
        }

    def put_back(self) -> None:
        """Make the folder what it was; what is so still is left: most of it, hundreds of times."""
        for path in sorted(self._folder.rglob("*"), reverse=True):  # what lies in a folder before the folder
            if path.is_dir():
                if path not in self._folders:
                    path.rmdir()
            elif not self._holds(path):
                path.unlink()
        for path in self._folders:
            path.mkdir(exist_ok=True)
            path.chmod(0o700)
        for path, (data, seen) in self._files.items():
            if not path.exists():
                path.write_bytes(data)
            path.chmod(seen.st_mode)
            os.utime(path, ns=(seen.st_atime_ns, seen.st_mtime_ns))

    def _holds(self, path: Path) -> bool:
        """Tell whether a file is by itself, and holds what it did."""
        return path in self._files and path.stat().st_nlink == 1 and path.read_bytes() == self._files[path][0]


def half_written(folder: Path) -> list[Path]:
    """Give the files under a name of ours that were never given their own."""
    return sorted(folder.rglob(".redact-*.tmp"))
