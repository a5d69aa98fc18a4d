"""Without the model that belongs to it the program judges nothing: status 8, with what to do about it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from redact.recognise.model.shipped import GRAPH, VOCABULARY
from redact.recognise.model.step import STEP
from tests.cli.terminal import Outcome, redact

ROOT = Path(__file__).parent.parent.parent
FILES = {"vocabulary": VOCABULARY, "step": STEP}
TEXT = "Kestrelia Wintergreen told the panel that she had rung.\n"


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout of its own: the code, the rules and the model."""
    house = tmp_path_factory.mktemp("house")
    shutil.copytree(ROOT / "redact", house / "redact")
    shutil.copytree(ROOT / "rules", house / "rules")
    (house / "models" / "names").mkdir(parents=True)
    for name in (GRAPH, STEP, VOCABULARY):
        shutil.copyfile(ROOT / "models" / "names" / name, house / "models" / "names" / name)
    (house / "pyproject.toml").touch()
    (house / "report.txt").write_text(TEXT, encoding="utf-8")
    return house


@contextmanager
def without(house: Path, case: str) -> Iterator[None]:
    """Take something from the model, and put it back."""
    folder = house / "models" / "names"
    if case == "no folder":
        changed, kept = house / "models", house / "elsewhere"
        changed.rename(kept)
    else:
        name = next((name for what, name in FILES.items() if what in case), GRAPH)
        changed, kept = folder / name, folder / "kept"
        changed.rename(kept)
        if "altered" in case:
            changed.write_bytes(kept.read_bytes() + b"\n")
    try:
        yield
    finally:
        if changed.is_file():
            changed.unlink()
        kept.rename(changed)


def run(house: Path, *arguments: str) -> Outcome:
    # In that folder: `python -c` looks there for the package first.
    return redact(*arguments, cwd=house, environment={"PYTHONPATH": str(house)})


CASES = [
    "no folder",
    *(f"{what} {file}" for file in ("graph", "vocabulary", "step") for what in ("no", "an altered")),
]


@pytest.mark.parametrize("case", CASES)
def test_nothing_is_judged_without_the_model(house: Path, case: str) -> None:
    with without(house, case):
        outcome = run(house, "check", "report.txt")
    assert (outcome.status, outcome.out) == (8, "")
    assert "error: the " in outcome.err
    assert "hint: Install redact again from its wheel" in outcome.err
    assert "Kestrelia" not in outcome.err
    assert str(house) not in outcome.err


@pytest.mark.parametrize("form", ["json", "sarif", "html"])
def test_no_format_answers_without_the_model(house: Path, form: str) -> None:
    with without(house, "an altered graph"):
        outcome = run(house, "check", "report.txt", "--format", form)
        written = run(house, "check", "report.txt", "--format", form, "-o", "answer")
    assert (outcome.status, outcome.out, written.status) == (8, "", 8)
    assert "hint: " in outcome.err
    assert not (house / "answer").exists()


def test_a_file_that_cannot_be_read_does_not_hide_it(house: Path) -> None:
    """Nothing is recognised in such a call, so the model is not loaded; that it is missing is said."""
    with without(house, "no graph"):
        assert run(house, "check", "not-there.txt").status == 8


def test_version_and_doctor_say_it(house: Path) -> None:
    with without(house, "an altered vocabulary"):
        version, doctor = run(house, "version", "--json"), run(house, "doctor")
    assert (version.status, version.out) == (8, "")
    assert doctor.status == 8
    assert "FIX name model: it cannot be used" in doctor.out
    assert "-> the name model is not the one that belongs to this version" in doctor.out


def test_with_the_model_all_of_them_name_it(house: Path) -> None:
    outcome = run(house, "check", "report.txt", "--format", "json")
    content = json.loads(outcome.out)
    version = json.loads(run(house, "version", "--json").out)
    assert outcome.status == 1
    assert len(version["model_digest"]) == 64
    assert content["tool"]["model_digest"] == version["model_digest"]
    assert f"name model: loads and reads, digest {version['model_digest'][:16]}" in run(house, "doctor").out
    assert f"name model {version['model_digest'][:16]}" in run(house, "version").out
    assert f"name model {version['model_digest'][:8]}." in " ".join(
        run(house, "check", "report.txt").out.split()
    )
