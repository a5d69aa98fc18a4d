"""The doctor says what is wrong with a computer and what to do, and names no folder."""

from __future__ import annotations

from collections import namedtuple
from pathlib import Path

import pytest

from redact.errors import ExitStatus, ModelFault, RuleFault
from redact.recognise.model.shipped import shipped
from redact.run import doctor


def named(checks: tuple[doctor.Check, ...], what: str) -> doctor.Check:
    return next(check for check in checks if check.what == what)


def test_a_good_computer_needs_nothing(tmp_path: Path) -> None:
    checks = doctor.examine(tmp_path)
    wanted = {
        "redact",
        "packages",
        "rules",
        "name model",
        "encodings",
        "memory",
        "disk",
        "cloud folder",
        "key of the case",
    }
    optional = {"LibreOffice", "pictures and scans"}
    assert wanted | {"guarded reader", "network"} | optional == {check.what for check in checks}
    assert [check.what for check in checks if check.fix and check.what not in ("memory", "disk")] == []
    assert "refused" in named(checks, "network").found


@pytest.mark.parametrize(
    "folder", ["OneDrive - Council", "Dropbox/case", "Google Drive", "Library/Mobile Documents", "Box Sync"]
)
def test_a_synchronised_folder_is_warned_of(folder: str, tmp_path: Path) -> None:
    place = tmp_path / folder
    place.mkdir(parents=True)
    check = doctor._synchronised(place)
    assert check.fix
    assert "Council" not in check.found


def test_a_folder_that_windows_says_is_synchronised(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path))
    assert doctor._synchronised(tmp_path).fix


def test_a_full_disk_and_little_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import psutil

    usage = namedtuple("usage", "total used free")
    memory = namedtuple("memory", "available")
    monkeypatch.setattr(doctor.shutil, "disk_usage", lambda _: usage(10, 9, 1))
    monkeypatch.setattr(psutil, "virtual_memory", lambda: memory(1024**3))
    assert doctor._disk(tmp_path).fix
    assert doctor._memory().fix


def test_a_missing_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "_PACKAGES", ("click", "no-such-package-here"))
    check = doctor._packages()
    assert "no-such-package-here" in check.fix
    assert "click" in check.found


def test_a_fault_in_the_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: Path) -> None:
        raise RuleFault("1 fault in rules/", "Correct the rules.")

    monkeypatch.setattr("redact.rulebook.load", fail)
    assert "Correct the rules" in doctor._rules().fix


def test_the_name_model_is_tried() -> None:
    said = shipped()
    assert said is not None
    assert doctor._name_model().found == f"loads and reads, digest {said.digest[:16]}"


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (ModelFault("the name model is missing", "Install redact again."), "Install redact again."),
        (ImportError("numpy"), "A package that it needs is missing."),
    ],
)
def test_a_model_that_cannot_be_used_is_what_ends_a_check(
    error: Exception, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise error

    monkeypatch.setattr("redact.recognise.model.reading.name_model", fail)
    check = doctor._name_model()
    assert words in check.fix
    assert check.status is ExitStatus.MODEL


def test_a_version_without_a_model_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("redact.recognise.model.shipped.shipped", lambda: None)
    assert doctor._name_model().found.startswith("none in this version")
    assert named(doctor.what_we_keep(Path.cwd()), "name model").found == "none in this version"


def test_what_lies_in_the_own_folder_is_counted_and_not_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "Kestrelia" / "redact"
    monkeypatch.setattr("redact.keystore.home.default_folder", lambda: own)
    what = "your identity, keys of cases"
    assert named(doctor.what_we_keep(tmp_path), what).found.startswith("none")
    for name in ("identity.age", "keys/K7.redactkey", "keys/K7.redactkey.lock", "trusted/ab.card"):
        (own / name).parent.mkdir(parents=True, exist_ok=True)
        (own / name).write_bytes(b"")
    found = named(doctor.what_we_keep(tmp_path), what).found
    assert found.startswith("an identity, 1 sealed keys, 1 cards of others")
    assert "Kestrelia" not in found


def test_where_things_are_kept_names_no_folder_of_the_case(tmp_path: Path) -> None:
    case = tmp_path / "Kestrelia Wintergreen"
    (case / "drafts").mkdir(parents=True)
    (case / "redact.toml").write_text('edition = "wt2018"\n', encoding="utf-8")
    found = named(doctor.what_we_keep(case / "drafts"), "settings").found
    assert found == "redact.toml, 1 folder up"
    assert named(doctor.what_we_keep(case), "settings").found == "redact.toml in this folder"


@pytest.mark.parametrize(("there", "word"), [(True, "found: .doc"), (False, "not found")])
def test_libreoffice_is_listed_either_way(there: bool, word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("redact.formats.office.available", lambda: there)
    check = doctor._office()
    assert check.found.startswith(word)
    assert not check.fix  # nobody needs it for Word documents and PDFs


@pytest.mark.parametrize(
    ("reader", "word"),
    [(None, "no reader"), ("/a/folder/tesseract", "tesseract"), ("rapidocr", "the extra ocr")],
)
def test_a_reader_of_pictures_is_listed_either_way(
    reader: str | None, word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("redact.formats.ocr.engine", lambda: reader)
    check = doctor._pictures()
    assert word in check.found
    assert "folder" not in check.found
    assert not check.fix
