"""Write a file whole or not at all.

A file is written beside its final name under a name of ours, read back, and renamed. On failure, and on
Ctrl-C, nothing is left. On Windows a virus scanner or a synchronising folder may hold the target for a
moment: the rename is tried again.

Where two processes could write at once, one waits: `locked` holds a lock beside the file, which ends with the
process, however that ends. On a folder that is synchronised a lock is worth nothing.

A private folder is where another program may work on a document: for its owner alone, under a name of ours,
and gone afterwards.
"""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from redact.errors import NotWritten

__all__ = ["lock_path", "locked", "look_ahead", "private_folder", "sweep", "write_new", "write_over"]

# Windows: access denied, sharing violation, lock violation: another program holds the file just now.
_HELD = (5, 32, 33)
_FIRST_PAUSE_SECONDS = 0.05
_LOCK = ".lock"
_LOCK_SECONDS = 20.0  # whoever holds it writes a small file
_ASIDE = (".redact-", ".tmp")  # how a file is called while it is written
_LEFT_SECONDS = 3600.0  # nobody writes one file for an hour
_TRIES = 7  # pauses that double from 0.05 s: 3.15 s in all


def look_ahead(path: Path) -> None:
    """Say before long work what `write_over` would say after it, as far as that can be known.

    Raises:
        NotWritten: `path` is a folder, or its own folder is missing.
    """
    if path.is_dir():
        raise _not_written(OSError(errno.EISDIR, ""))
    if not path.parent.is_dir():
        raise _not_written(OSError(errno.ENOENT, ""))


def write_over(path: Path, data: bytes, *, private: bool = False) -> None:
    """Write `data` to `path`, in place of what may be there.

    Args:
        private: for the owner's eyes only (mode 0600): it holds names.

    Raises:
        NotWritten: the folder is missing, closed or full, or what was read back was not what was written.
    """
    _write(path, data, private=private, place=_replace)


def write_new(path: Path, data: bytes, *, private: bool = False) -> None:
    """Write `data` to `path`, which must not exist; else as `write_over`."""
    if path.exists() or path.is_symlink():
        raise _already_there()
    try:
        _write(path, data, private=private, place=_link_new)
    except KeyboardInterrupt:
        # Stopped after the file had its name: what is there is taken away again if it is ours.
        with contextlib.suppress(OSError):
            if path.read_bytes() == data:
                path.unlink()
        raise


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """Keep every other process that asks for the lock of `path` waiting until the work here is done.

    The lock is a file beside it, which stays and is empty.

    Raises:
        NotWritten: another process does not end its work, or the folder cannot be written to.
    """
    from filelock import FileLock, Timeout

    lock = FileLock(lock_path(path), timeout=_LOCK_SECONDS, mode=0o666)
    try:
        lock.acquire()
    except Timeout:
        raise NotWritten(
            "another process is writing it just now", "Wait until it has ended, and do it again."
        ) from None
    except OSError as error:
        raise _not_written(error) from None
    try:
        yield
    finally:
        lock.release()


@contextlib.contextmanager
def private_folder() -> Iterator[Path]:
    """Give a new folder for temporary files, for its owner alone; remove it afterwards.

    Raises:
        NotWritten: it could not be made, or what was written into it could not be removed.
    """
    try:
        folder = Path(tempfile.mkdtemp(prefix="redact-"))
    except OSError as error:
        raise _not_written(error) from None
    try:
        yield folder
    finally:
        try:
            _patiently(lambda: shutil.rmtree(folder))
        except OSError:
            raise NotWritten(
                "a folder with a copy of the document could not be removed",
                f"Remove {folder} by hand.",
            ) from None


def lock_path(path: Path) -> Path:
    """Say where the lock of a file lies."""
    return path.with_name(path.name + _LOCK)


def sweep(folder: Path, *, seconds: float = _LEFT_SECONDS) -> int:
    """Remove what a process that was killed has left half written in a folder, an hour ago or longer.

    What cannot be removed stays: it is for its owner's eyes where the file would have been.

    Args:
        seconds: how long it must have lain there.

    Returns: how many were removed.
    """
    begin, end = _ASIDE
    removed = 0
    with contextlib.suppress(OSError):
        for left in folder.glob(f"{begin}{'[0-9a-f]' * 16}{end}"):
            if time.time() - left.stat().st_mtime > seconds:
                left.unlink()
                removed += 1
    return removed


def _write(path: Path, data: bytes, *, private: bool, place: Callable[[Path, Path], None]) -> None:
    aside = path.parent / secrets.token_hex(8).join(_ASIDE)
    try:
        _write_aside(aside, data, private=private)
        if aside.read_bytes() != data:
            raise NotWritten("what was written could not be read back", "Try another disk.")
        place(aside, path)
        _sync_folder(path.parent)
    except OSError as error:
        raise _not_written(error) from None
    finally:
        with contextlib.suppress(OSError):
            aside.unlink(missing_ok=True)


def _write_aside(aside: Path, data: bytes, *, private: bool) -> None:
    # O_BINARY exists on Windows only; without it line ends would be changed there.
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(aside, flags, 0o600 if private else 0o666)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _replace(aside: Path, path: Path) -> None:
    _patiently(lambda: os.replace(aside, path))


def _link_new(aside: Path, path: Path) -> None:
    """Give the file its name only if nobody else has taken it meanwhile."""
    try:
        os.link(aside, path)
    except FileExistsError:
        raise _already_there() from None
    except OSError:  # a file system without hard links: os.rename refuses on Windows, may replace elsewhere
        if path.exists():
            raise _already_there() from None
        _patiently(lambda: os.rename(aside, path))


def _patiently(act: Callable[[], None]) -> None:
    pause = _FIRST_PAUSE_SECONDS
    for left in range(_TRIES - 1, -1, -1):
        try:
            act()
        except OSError as error:
            if left == 0 or getattr(error, "winerror", None) not in _HELD:
                raise
            time.sleep(pause)
            pause *= 2
        else:
            return


def _sync_folder(folder: Path) -> None:
    """Make the new name survive a power cut, where the system lets a folder be opened."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _already_there() -> NotWritten:
    return NotWritten("a file of that name is already there", "Give another name, or remove that file first.")


def _not_written(error: OSError) -> NotWritten:
    closed = ("it cannot be written to", "Write to a folder of your own; close the file in other programs.")
    words = {
        errno.ENOSPC: ("the disk is full", "Make room, or write to another disk."),
        errno.EDQUOT: ("the disk is full", "Make room, or write to another disk."),
        errno.ENOENT: ("the folder does not exist", "Make the folder first, or give another one."),
        errno.ENOTDIR: ("the folder does not exist", "Make the folder first, or give another one."),
        errno.EISDIR: ("this is a folder", "Give the name of a file."),
        errno.EROFS: ("the folder cannot be written to", "Write to a folder of your own."),
        errno.EACCES: closed,
        errno.EPERM: closed,
    }
    what, remedy = words.get(
        error.errno or 0, (f"the system could not write it (error {error.errno})", "Write to another folder.")
    )
    return NotWritten(what, remedy)
