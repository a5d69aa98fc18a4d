"""The walls of the house: what every file of the repository keeps to, whoever wrote it."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

import redact
from check_docs import broken_links, documents, stale_pages
from redact import errors
from redact.cli.shell import cli
from redact.errors import ExitStatus, RedactError

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "redact"
MODULES = sorted(PACKAGE.rglob("*.py"))
README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCUMENTS = "\n".join(path.read_text(encoding="utf-8") for path in documents())

MAX_LINES = 300
MAX_BODY_LINES = 40
TEXT_ENDINGS = {".cmd", ".json", ".lock", ".md", ".py", ".sh", ".toml", ".txt", ".yaml", ""}


def every_file() -> Iterator[tuple[str, str]]:
    """Each file that the repository carries, as its path and its text."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip
    # An unpacked source distribution is no repository; there every file is ours.
    names = listed.stdout.splitlines() if listed.returncode == 0 else _files_below(ROOT)
    for name in sorted(names):
        path = ROOT / name
        if path.is_file() and path.suffix in TEXT_ENDINGS:
            yield name, path.read_text(encoding="utf-8")


def _files_below(folder: Path) -> list[str]:
    found = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return [path.as_posix() for path in found if not any(part.startswith(".") for part in path.parts[:-1])]


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


# ---------------------------------------------------------------- every file


def test_nothing_is_left_to_do() -> None:
    # Put together here, lest this line find itself.
    marks = re.compile("|".join(["TO" + "DO", "FIX" + "ME", rf"\b{'X' * 3}\b", "raise NotImpl" + "emented"]))
    assert [name for name, text in every_file() if marks.search(text)] == []


def test_no_file_holds_a_path_or_an_address_of_one_machine() -> None:
    home = re.compile(
        r"(?<![\w.])/(?:home|root|work|Users|opt|mnt|srv)/[\w.-]+|[A-Z]:\\Users\\(?!R&D)\w|\bindex-url\b"
    )
    allowed = {"tests/test_house.py", "tests/test_packaging.py", "tools/lock.py"}
    assert [name for name, text in every_file() if name not in allowed and home.search(text)] == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_can_be_read_in_one_sitting(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MAX_LINES


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_function_can_be_seen_at_once(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = [node.name for node in functions if _body_lines(node) > MAX_BODY_LINES]
    assert long == []


def _body_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_says_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


def test_the_package_itself_imports_nothing_heavy() -> None:
    text = (PACKAGE / "__init__.py").read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 30
    assert redact.__version__ in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


# ---------------------------------------------------------------- every document


def test_every_link_leads_somewhere() -> None:
    assert broken_links() == []


def test_the_rule_reference_is_what_the_rules_say() -> None:
    assert stale_pages() == []


@pytest.mark.parametrize("command", sorted(cli.commands))
def test_every_command_is_in_the_readme(command: str) -> None:
    assert re.search(rf"`redact {command}\b", README)


@pytest.mark.parametrize("command", sorted(cli.commands))
def test_every_option_is_documented(command: str) -> None:
    options = [option for option in cli.commands[command].params if isinstance(option, click.Option)]
    names = [max(option.opts, key=len) for option in options]
    assert [name for name in names if name not in README] == []


@pytest.mark.parametrize("status", ExitStatus, ids=lambda status: status.name)
def test_every_exit_status_is_in_the_readme(status: ExitStatus) -> None:
    assert re.search(rf"^\| {int(status)} \| {re.escape(status.words)} \|", README, flags=re.MULTILINE)


@pytest.mark.parametrize("name", [name for name in errors.__all__ if name not in ("ExitStatus", "worst")])
def test_every_kind_of_error_is_documented(name: str) -> None:
    kind = getattr(errors, name)
    assert issubclass(kind, RedactError)
    assert f"`{name}`" in DOCUMENTS


# ---------------------------------------------------------------- what is loaded, and where it runs

HEAVY = (
    "spacy",
    "presidio_analyzer",
    "presidio_anonymizer",
    "thinc",
    "numpy",
    "onnxruntime",
    "phonenumbers",
    "pdfminer",
    "pikepdf",
    "docx",
    "lxml",
    "pyrage",
    "cryptography",
    "filelock",
    "rapidfuzz",
)


def run_python(code: str, *, before: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run code in a new process; `before` is a folder put first on its path."""
    environment = dict(os.environ)
    if before is not None:
        environment["PYTHONPATH"] = os.pathsep.join([str(before), str(ROOT)])
    return subprocess.run(
        [sys.executable, "-c", code],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


@pytest.mark.parametrize(
    "arguments", [["--help"], ["version"], ["formats"], ["check", "--help"], ["case", "--help"]], ids=" ".join
)
def test_a_quick_question_loads_no_engine(arguments: list[str]) -> None:
    done = run_python(
        "import sys\n"
        "from redact.cli.shell import run\n"
        f"status = run({arguments!r})\n"
        f"print('loaded:', *sorted(set(sys.modules) & set({HEAVY!r})))\n"
        "sys.exit(status)"
    )
    assert done.stdout.splitlines()[-1] == "loaded:"
    assert done.returncode == 0


# What Windows has not, taken away from this process and, by its name, from every child of it.
# psutil goes before: on Windows it has another part of its own, and here its part for Linux needs them.
LIKE_WINDOWS = """
import os, sys, psutil
for name in ("resource", "fcntl", "pwd", "grp", "termios"):
    sys.modules[name] = None  # an import of it raises ImportError
def _absent(*_):
    raise AttributeError("this system has no fork")
os.fork = os.forkpty = _absent
"""

# How each command is called; a command that is not here fails the test below.
CALLS: dict[str, tuple[list[str], ExitStatus]] = {
    "anonymise": (["anonymise", "note.txt", "-o", "new"], ExitStatus.WRONG_USE),  # it lies in no case
    "case": (["case", "show"], ExitStatus.WRONG_USE),  # there is none here
    "check": (["check", "note.txt"], ExitStatus.FINDINGS),
    "clean": (["clean", "note.txt", "-o", "copy.txt"], ExitStatus.FINDINGS),
    "decide": (["decide", "0a" * 16, "mistaken", "--reason", "not-a-name"], ExitStatus.WRONG_USE),  # no case
    "decisions": (["decisions"], ExitStatus.WRONG_USE),  # as above
    "demo": (["demo", "elsewhere"], ExitStatus.READY),
    "doctor": (["doctor", "--files"], ExitStatus.READY),
    "explain": (["explain", "person-name"], ExitStatus.READY),
    "formats": (["formats"], ExitStatus.READY),
    "gate": (["gate", "dates", "--publish-on", "2027-01-07"], ExitStatus.READY),
    "identity": (["identity", "show", "--identity", "mine"], ExitStatus.KEY),
    "intruder": (["intruder", "searches", "note.txt"], ExitStatus.READY),
    "key": (["key", "import", "note.txt"], ExitStatus.WRONG_USE),  # it lies in no case
    "restore": (["restore", "note.txt", "-o", "new", "--reason", "court"], ExitStatus.WRONG_USE),  # no case
    "review": (["review", "--terminal", "note.txt"], ExitStatus.WRONG_USE),  # there is no terminal
    "rules": (["rules"], ExitStatus.READY),
    "text": (["text", "note.txt"], ExitStatus.READY),
    "verify": (["verify", "note.txt"], ExitStatus.WRONG_USE),  # it lies in no case
    "version": (["version", "--json"], ExitStatus.READY),
}


def test_every_command_is_walked() -> None:
    assert sorted(CALLS) == sorted(cli.commands)


@pytest.mark.parametrize("command", sorted(CALLS))
def test_a_command_runs_without_what_windows_has_not(command: str, tmp_path: Path) -> None:
    arguments, status = CALLS[command]
    blocked = tmp_path / "blocked"
    blocked.mkdir()
    (blocked / "sitecustomize.py").write_text(LIKE_WINDOWS, encoding="utf-8")
    (tmp_path / "note.txt").write_text("Write to anna.example@example.org.\n", encoding="utf-8")
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(blocked), str(ROOT)])}
    code = (
        "import sys\n"
        "assert sys.modules['fcntl'] is None\n"
        "from redact.cli.shell import run\n"
        f"sys.exit(run({arguments!r}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path, env=environment, capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip
    assert (done.returncode, "Traceback" in done.stderr) == (status, False), done.stderr
