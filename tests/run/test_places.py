"""Folders that are synchronised or on a network are known, and others are not."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import psutil
import pytest

from redact.run import doctor
from redact.run.case import start
from redact.run.places import is_elsewhere
from redact.values.case import Case
from tests.keystore.people import imogen


def drives(*rows: tuple[str, str, str]) -> list[SimpleNamespace]:
    return [SimpleNamespace(mountpoint=place, fstype=kind, opts=options) for place, kind, options in rows]


@pytest.mark.parametrize(
    "path",
    ["/cases/OneDrive - Council/K7", "/cases/Mobile Documents/k", "\\\\server\\share\\K7",
     "/cases/Dropbox/K7.redactkey"],
)  # fmt: skip
def test_a_synchronised_folder_is_known_by_its_name(path: str) -> None:
    assert is_elsewhere(Path(path))


def test_a_folder_on_another_computer_is_known_by_its_drive(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "far").mkdir()
    rows = [("/", "ext4", "rw"), (str(tmp_path / "far"), "cifs", "rw"), (str(tmp_path / "fa"), "nfs4", "rw")]
    monkeypatch.setattr(psutil, "disk_partitions", lambda all=False: drives(*rows))
    assert is_elsewhere(tmp_path / "far" / "K7.redactkey")
    assert not is_elsewhere(tmp_path / "near" / "K7.redactkey")
    assert not is_elsewhere(tmp_path / "farther" / "K7.redactkey")


def test_what_cannot_be_looked_up_is_not_known(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def refused(**_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(psutil, "disk_partitions", refused)
    assert not is_elsewhere(tmp_path)


def test_doctor_says_that_the_key_of_the_case_lies_in_a_cloud_folder(tmp_path: Path) -> None:
    far = tmp_path / "OneDrive - Board" / "K7.redactkey"
    start(tmp_path / "K7", Case("K7", key=str(far)), imogen(), may_check=(), own=tmp_path / "own")
    seen = doctor._key_of_the_case(tmp_path / "K7")
    assert ("synchronised" in seen.found, "merge-files" in seen.fix) == (True, True)
    assert "OneDrive" not in seen.found + seen.fix
    start(tmp_path / "K8", Case("K8"), imogen(), may_check=(), own=tmp_path / "own")
    near = doctor._key_of_the_case(tmp_path / "K8")
    assert (near.fix, "synchronised" in near.found) == ("", False)
    assert "no case" in doctor._key_of_the_case(tmp_path).found
