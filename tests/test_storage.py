"""Files are written whole or not at all, and nothing is left beside them."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from redact import storage
from redact.errors import NotWritten


@pytest.mark.parametrize("write", [storage.write_new, storage.write_over])
def test_writes_what_it_is_given(write: Callable[..., None], tmp_path: Path) -> None:
    write(tmp_path / "out.txt", b"one\r\ntwo\n")
    assert (tmp_path / "out.txt").read_bytes() == b"one\r\ntwo\n"
    assert [entry.name for entry in tmp_path.iterdir()] == ["out.txt"]


def test_write_over_replaces(tmp_path: Path) -> None:
    (tmp_path / "out.txt").write_bytes(b"old")
    storage.write_over(tmp_path / "out.txt", b"new")
    assert (tmp_path / "out.txt").read_bytes() == b"new"


def test_write_new_refuses_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "out.txt").write_bytes(b"old")
    with pytest.raises(NotWritten, match="already there"):
        storage.write_new(tmp_path / "out.txt", b"new")
    assert (tmp_path / "out.txt").read_bytes() == b"old"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_what_holds_names_is_for_its_owner(tmp_path: Path) -> None:
    storage.write_over(tmp_path / "out.txt", b"names", private=True)
    assert stat.S_IMODE((tmp_path / "out.txt").stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "disk is full"),
        (errno.EROFS, "cannot be written to"),
        (errno.EACCES, "cannot be written to"),
        (errno.ENOENT, "does not exist"),
        (errno.EIO, "error"),
    ],
)
@pytest.mark.parametrize("step", ["open", "fsync", "replace"])
def test_each_failure_leaves_the_old_file_and_nothing_else(
    step: str, number: int, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "out.txt").write_bytes(b"old")

    def fail(*_: object, **__: object) -> None:
        raise OSError(number, "Kestrelia Wintergreen.docx")

    with monkeypatch.context() as patch:
        patch.setattr(storage.os, step, fail)
        with pytest.raises(NotWritten, match=words) as caught:
            storage.write_over(tmp_path / "out.txt", b"new")
    assert "Kestrelia" not in repr(caught.value)
    assert {entry.name: entry.read_bytes() for entry in tmp_path.iterdir()} == {"out.txt": b"old"}


def test_what_a_killed_process_left_is_swept_up_after_an_hour(tmp_path: Path) -> None:
    old, new = ".redact-0123456789abcdef.tmp", ".redact-fedcba9876543210.tmp"
    for name in (old, new, ".redact-mine.tmp", "report.tmp"):
        (tmp_path / name).write_bytes(b"half")
        if name != new:
            os.utime(tmp_path / name, (0, 0))
    storage.sweep(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [new, ".redact-mine.tmp", "report.tmp"]
    storage.sweep(tmp_path / "none")  # nothing there is nothing to do


def test_ctrl_c_after_a_new_file_has_its_name_takes_it_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_folder: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(storage, "_sync_folder", interrupt)
    with pytest.raises(KeyboardInterrupt):
        storage.write_new(tmp_path / "out.txt", b"new")
    assert list(tmp_path.iterdir()) == []


def test_ctrl_c_leaves_no_half_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(storage.os, "replace", interrupt)
        with pytest.raises(KeyboardInterrupt):
            storage.write_over(tmp_path / "out.txt", b"new")
    assert list(tmp_path.iterdir()) == []


def test_a_rename_is_tried_again_while_a_scanner_holds_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries = []
    real = os.replace

    def held_twice(source: Path, target: Path) -> None:
        tries.append(1)
        if len(tries) < 3:
            error = PermissionError(errno.EACCES, "held")
            error.winerror = 32  # type: ignore[attr-defined]
            raise error
        real(source, target)

    monkeypatch.setattr(storage.os, "replace", held_twice)
    monkeypatch.setattr(storage.time, "sleep", lambda _: None)
    storage.write_over(tmp_path / "out.txt", b"new")
    assert ((tmp_path / "out.txt").read_bytes(), len(tries)) == (b"new", 3)


def test_what_reads_back_otherwise_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "read_bytes", lambda _: b"something else")
    with pytest.raises(NotWritten, match="read back"):
        storage.write_over(tmp_path / "out.txt", b"new")
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_work_is_said_before_the_work(tmp_path: Path) -> None:
    with pytest.raises(NotWritten, match="the folder does not exist"):
        storage.look_ahead(tmp_path / "none" / "out.txt")
    with pytest.raises(NotWritten, match="this is a folder"):
        storage.look_ahead(tmp_path)
    storage.look_ahead(tmp_path / "out.txt")
    assert list(tmp_path.iterdir()) == []


def test_a_private_folder_is_its_owners_and_is_gone_afterwards() -> None:
    with storage.private_folder() as folder:
        (folder / "below").mkdir()
        (folder / "below" / "copy").write_bytes(b"names")
        assert folder.is_absolute()
        if os.name != "nt":  # Windows has no such modes
            assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert not folder.exists()


def test_a_private_folder_goes_when_the_work_fails() -> None:
    folders: list[Path] = []

    def work() -> None:
        with storage.private_folder() as folder:
            (folder / "copy").write_bytes(b"names")
            folders.append(folder)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        work()
    assert [folder.exists() for folder in folders] == [False]


def test_a_private_folder_that_stays_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("tempfile.mkdtemp", lambda **_: str(tmp_path))

    def held(_: Path) -> None:
        raise PermissionError(errno.EACCES, "held")

    monkeypatch.setattr("shutil.rmtree", held)
    with pytest.raises(NotWritten, match="could not be removed") as caught, storage.private_folder():
        pass
    assert str(tmp_path) in caught.value.remedy
