"""The weight of an overview report falls from stage to stage; what the scorer says of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.scoring import jigsaw, record
from corpus.scoring.jigsaw import STAGES, Weighed, main

OVERVIEW = """\
@family small-overview
@kind overview
@agency board
@case mixed
@dates long

== frame
# Overview report: {child.ref}
{child.ref} lived with {mother.ref} in {town} and was {child.ageyears} when {sw.ref} called, on {incident}.
{mother.ref} rang {sw.ref} on {incident-3} and said that {child.ref} was ill. {gran.ref} was there.
"""


@pytest.fixture(name="templates")
def _templates(tmp_path: Path) -> Path:
    for split in ("dev", "test"):
        (tmp_path / split).mkdir()
        (tmp_path / split / "small.txt").write_text(OVERVIEW, encoding="utf-8")
    return tmp_path


def test_the_weight_falls_from_stage_to_stage(templates: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--split", "dev", "--cases", "2", "--templates", str(templates)]) == 0
    said = capsys.readouterr().out
    assert "case    1" in said
    assert "the weight falls from stage to stage for 2 of 2 cases" in said


def test_of_the_unseen_split_no_single_case_is_shown(
    templates: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def weighed(*_: object, **__: object) -> list[Weighed]:
        return [Weighed(9, 1), Weighed(5, 0), Weighed(5, 0), Weighed(1, 0)]

    monkeypatch.setattr(jigsaw, "weigh_case", weighed)
    counted: list[str] = []
    monkeypatch.setattr(record, "count_run", lambda split, _: counted.append(split))
    assert main(["--split", "test", "--cases", "3", "--templates", str(templates)]) == 1
    assert counted == ["test"]
    said = capsys.readouterr().out
    assert "case " not in said
    assert "stage       0: weight 9 to 9, middle 9; questions 1 to 1, middle 1; none in 0" in said
    assert "for 0 of 3 cases" in said


def test_without_a_template_of_an_overview_it_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--split", "dev", "--templates", str(tmp_path)]) == 2
    assert "there is no template" in capsys.readouterr().err


def test_stages_are_told_in_their_order() -> None:
    assert list(STAGES) == ["0", "1", "2", "general"]
