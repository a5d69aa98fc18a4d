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
    ],
)
def test_the_remedy_is_of_what_hinders(
    number: int, remedy: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path) -> None:
        raise OSError(number, "")

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(NotWritten, match="cannot be made") as refused:
        write_all(tmp_path / "new", [NewFile(tmp_path / "new" / "a.txt", b"new")])
    assert refused.value.remedy == remedy
    assert list(tmp_path.iterdir()) == []
