"""What an installation is made from: locks, licences, the wheel, the folder that installs offline."""

from __future__ import annotations

import hashlib
import re
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import make_notice
import wheelhouse
from lock import LOCKS, address_in

ROOT = Path(__file__).parent.parent
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
INSTALLERS = ROOT / "tools" / "wheelhouse_files"


def read_lock(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def locked(name: str) -> dict[str, str]:
    """The version of each package that a lock pins, by the package's name."""
    requirements = [Requirement(pin) for pin, _ in wheelhouse.pins(read_lock(name))]
    return {canonicalize_name(one.name): str(one.specifier) for one in requirements}


# ---------------------------------------------------------------- the locks


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_index_and_no_folder(name: str) -> None:
    assert address_in(read_lock(name)) is None


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("click==8.5.1 \\\n    --hash=sha256:00", None),  # what a lock holds
        ("--index-url https://index.example/simple\nclick==8.5.1", 1),  # an index
        ("click==8.5.1\n-f wheels", 2),  # a folder of wheels
        ("click @ file:///home/wheels/click.whl", 1),  # a file of one machine
    ],
)
def test_an_address_in_a_lock_is_seen(line: str, number: int | None) -> None:
    assert address_in(line) == number


@pytest.mark.parametrize("name", LOCKS)
def test_every_line_of_a_lock_is_pinned_and_has_hashes(name: str) -> None:
    entries = wheelhouse.pins(read_lock(name))
    assert entries
    for pin, hashes in entries:
        assert re.fullmatch(r"[a-z0-9.-]+==[\w.]+( ; .+)?", pin)
        assert hashes
        assert all(re.fullmatch(r"--hash=sha256:[0-9a-f]{64}", one) for one in hashes)


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("requirements.lock", PROJECT["project"]["dependencies"]),
        ("requirements-dev.lock", PROJECT["project"]["dependencies"]),
        ("requirements-dev.lock", PROJECT["project"]["optional-dependencies"]["dev"]),
        ("requirements-build.lock", PROJECT["build-system"]["requires"]),
    ],
)
def test_a_lock_fits_what_the_project_asks_for(name: str, wanted: list[str]) -> None:
    versions = locked(name)
    for line in wanted:
        requirement = Requirement(line)
        version = versions[canonicalize_name(requirement.name)].removeprefix("==")
        assert requirement.specifier.contains(version)


def test_the_tests_run_on_the_versions_that_are_shipped() -> None:
    tested = locked("requirements-dev.lock")
    assert {name: tested.get(name) for name in locked("requirements.lock")} == locked("requirements.lock")


def test_nothing_is_asked_for_that_no_module_imports() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "redact").rglob("*.py"))
    imported = {"pillow": "PIL", "python-docx": "docx", "msoffcrypto-tool": "msoffcrypto", "pyyaml": "yaml"}
    imported |= {"pdfminer-six": "pdfminer", "pyahocorasick": "ahocorasick"}
    for line in PROJECT["project"]["dependencies"]:
        name = canonicalize_name(Requirement(line).name)
        module = imported.get(name, name.replace("-", "_"))
        assert re.search(rf"^\s*(import|from) {module}\b", code, flags=re.MULTILINE), name


# ---------------------------------------------------------------- licences


def test_every_dependency_has_a_licence_that_we_may_ship_with() -> None:
    assert "spacy" in make_notice.locked()
    for name in make_notice.locked():
        assert make_notice.licence(name)


@pytest.mark.parametrize(
    ("expression", "answer"),
    [
        ("MIT", True),
        ("Apache-2.0 OR BSD-3-Clause", True),
        ("MPL-2.0 AND MIT", True),
        ("GPL-3.0-only", False),
        ("AGPL-3.0-or-later", False),
        ("LGPL-3.0-only", False),  # in an extra at most
        ("MIT AND GPL-2.0-only", False),
        ("", False),  # nothing stated is not a permission
    ],
)
def test_a_licence_is_allowed_by_name_only(expression: str, answer: bool) -> None:
    assert make_notice.allowed(expression) is answer


def test_the_notice_credits_what_is_locked() -> None:
    assert (ROOT / "NOTICE").read_text(encoding="utf-8") == make_notice.notice()


def test_the_licence_is_the_apache_licence_word_for_word() -> None:
    digest = hashlib.sha256((ROOT / "LICENSE").read_bytes()).hexdigest()
    assert digest == "c71d239df91726fc519c6eb72d318ec65820627232b2f796219e87dcf35d0ab4"
    assert PROJECT["project"]["license"] == "Apache-2.0"


# ---------------------------------------------------------------- the folder that installs offline

LOCK = """\
# made by a tool
alpha==1.0 \\
    --hash=sha256:aa \\
    --hash=sha256:ab
    # via beta
beta==2.0 ; sys_platform == 'win32' \\
    --hash=sha256:bb
gamma==3.0 ; python_full_version >= '3.13' \\
    --hash=sha256:cc
"""


@pytest.mark.parametrize(
    ("platform", "python", "names"),
    [
        ("linux", "3.11", ["alpha"]),  # neither marker holds
        ("win_amd64", "3.11", ["alpha", "beta"]),  # judged for Windows, on whatever builds the folder
        ("win_amd64", "3.13", ["alpha", "beta", "gamma"]),  # 3.13 is newer than 3.11
        ("linux", "3.14", ["alpha", "gamma"]),
    ],
)
def test_markers_are_judged_for_the_platform_that_is_packed(
    platform: str, python: str, names: list[str]
) -> None:
    text = wheelhouse.requirements_for(LOCK, wheelhouse.PLATFORMS[platform], python)
    assert re.findall(r"^(\w+)==", text, flags=re.MULTILINE) == names
    assert text.startswith("alpha==1.0 \\\n    --hash=sha256:aa \\\n    --hash=sha256:ab\n")
    assert ";" not in text


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("house")
    wheelhouse.write_files(folder, platforms=("win_amd64", "linux"), pythons=("3.9", "3.11", "3.14"))
    wheelhouse.write_sums(folder)
    return folder


def test_the_windows_installer_ends_its_lines_as_windows_does(house: Path) -> None:
    for name in ("install.cmd", "README.txt"):
        data = (house / name).read_bytes()
        assert data.count(b"\n") == data.count(b"\r\n") > 10
    assert b"\r" not in (house / "install.sh").read_bytes()


def test_the_newest_python_is_tried_first(house: Path) -> None:
    script = (house / "install.cmd").read_text(encoding="ascii")
    assert "for %%V in (3.14 3.11 3.9) do" in script
    assert "not in '3.14 3.11 3.9'.split()" in script
    assert "@" not in script.replace("@echo off", "")


def test_the_windows_installer_uses_this_folder_and_nothing_else(house: Path) -> None:
    script = (house / "install.cmd").read_text(encoding="ascii")
    (pip,) = [line for line in script.splitlines() if " -m pip " in line]
    for option in ("--isolated", "--no-index", '--find-links "%HERE%wheels"', "--require-hashes"):
        assert option in pip
    assert "://" not in script
    assert not re.search(r"\b[A-Za-z]:\\", script)


def test_every_path_of_the_windows_installer_is_in_quotes(house: Path) -> None:
    """`C:\\Users\\R&D team` would be cut at the ampersand and at the space."""
    for line in (house / "install.cmd").read_text(encoding="ascii").splitlines():
        if line.startswith(("rem ", "powershell ")):
            continue
        for part in line.split('"')[::2]:
            assert "%HERE%" not in part
            assert "%TARGET%" not in part
            assert "%~dp0" not in part
            assert "%LOCALAPPDATA%" not in part


def test_the_windows_installer_jumps_to_labels_that_are_there(house: Path) -> None:
    script = (house / "install.cmd").read_text(encoding="ascii")
    labels = re.findall(r"^:(\w+)", script, flags=re.MULTILINE)
    assert sorted(labels) == sorted(set(re.findall(r"goto (\w+)", script)))
    # An exclamation mark in a path is kept: delayed expansion would swallow it.
    assert "DisableDelayedExpansion" in script


def test_the_shortcut_hands_a_dropped_report_to_the_program_itself(house: Path) -> None:
    """A .cmd as its target would be given an unquoted path and would cut it at an ampersand."""
    script = (house / "install.cmd").read_text(encoding="ascii")
    (line,) = [line for line in script.splitlines() if "CreateShortcut" in line]
    assert "'program', 'Scripts', 'redact.exe'" in line
    assert "$link.Arguments = 'check --pause'" in line
    assert line.count('"') == 2  # the quotes of -Command: none within it
    assert "%" not in line  # a path in it would be read as PowerShell; it takes $env:TARGET


def test_the_linux_installer_uses_this_folder_and_nothing_else(house: Path) -> None:
    script = (house / "install.sh").read_text(encoding="ascii")
    assert script.startswith("#!/bin/sh\n")
    assert "@" not in script.replace('"$@"', "")
    for option in ("--isolated", "--no-index", '--find-links "$here/wheels"', "--require-hashes"):
        assert option in script


def test_the_sums_cover_every_file_but_their_own(house: Path) -> None:
    lines = (house / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    assert [line.split("  ")[1] for line in lines] == ["README.txt", "install.cmd", "install.sh"]
    digest, name = lines[1].split("  ")
    assert digest == hashlib.sha256((house / name).read_bytes()).hexdigest()


def test_our_own_wheel_is_pinned_by_its_hash(tmp_path: Path) -> None:
    wheel = tmp_path / "redact_safeguarding-1.2.3-py3-none-any.whl"
    wheel.write_bytes(b"a wheel")
    digest = hashlib.sha256(b"a wheel").hexdigest()
    assert wheelhouse.own_requirement(wheel) == (
        f"redact-safeguarding==1.2.3 \\\n    --hash=sha256:{digest}\n"
    )


@pytest.mark.parametrize("used", [True, False], ids=["a folder in use", "a file"])
def test_a_folder_that_holds_something_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], used: bool
) -> None:
    out = tmp_path / "out"
    kept = out / "letter.txt" if used else out
    kept.parent.mkdir(exist_ok=True)
    kept.write_text("mine", encoding="utf-8")
    assert wheelhouse.main([str(out)]) == 1
    assert kept.read_text(encoding="utf-8") == "mine"
    assert "is not an empty folder" in capsys.readouterr().err


def test_a_failed_download_leaves_no_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    wheel = tmp_path / "redact_safeguarding-1.2.3-py3-none-any.whl"
    wheel.write_bytes(b"a wheel")

    def refuse(command: list[str], **_: object) -> None:
        raise subprocess.CalledProcessError(1, command)

    monkeypatch.setattr(wheelhouse.subprocess, "run", refuse)
    assert wheelhouse.main([str(tmp_path / "out"), "--wheel", str(wheel)]) == 1
    assert [path.name for path in tmp_path.iterdir()] == [wheel.name]
    assert "pip download ended with 1" in capsys.readouterr().err
