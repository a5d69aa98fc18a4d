"""Several new files at once: a folder that cannot be made, or is none, is said with its remedy."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from redact.errors import NotWritten
from redact.run.writing import NewFile, write_all


def test_a_file_in_the_place_of_the_folder_is_said_and_stays(tmp_path: Path) -> None:
    folder = tmp_path / "report.docx"
    folder.write_bytes(b"as it was")
    with pytest.raises(NotWritten, match="this is a file"):
        write_all(folder, [NewFile(folder / "new.txt", b"new")])
    assert folder.read_bytes() == b"as it was"


@pytest.mark.parametrize(
    ("number", "remedy"),
    [
        (errno.ENOENT, "Make the folder above it first."),
        (errno.EROFS, "Write to a folder of your own."),  # a drive that cannot be written to
        (errno.EACCES, "Write to a folder of your own."),  # somebody else's folder
        (errno.EEXIST, "Look what it has written, or give a new folder."),  # made by another meanwhile
    ],
)
def test_the_remedy_is_of_what_hinders(
    number: int, remedy: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path) -> None:
        raise OSError(number, "")

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(NotWritten, match=r"cannot be made|has made") as refused:
        write_all(tmp_path / "new", [NewFile(tmp_path / "new" / "a.txt", b"new")])
    assert refused.value.remedy == remedy
    assert list(tmp_path.iterdir()) == []


def test_what_another_has_written_meanwhile_stays_although_it_is_the_same(tmp_path: Path) -> None:
    files = [NewFile(tmp_path / "out" / name, b"the same") for name in ("a.txt", "b.txt")]
    write_all(tmp_path / "out", files)
    own = NewFile(tmp_path / "own.txt", b"ours")
    with pytest.raises(NotWritten):
        write_all(tmp_path / "out", [own, *files])
    assert [file.path.exists() for file in (*files, own)] == [True, True, False]
