from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from corpus.cases.values import Heritage
from corpus.make import case_at, documents_of, main
from corpus.telling.grammar import read
from corpus.telling.opening import opened
from redact.formats import Request, read_file
from redact.formats.building import no_progress
from tests.corpus.telling.made import LOG


def _templates(folder: Path) -> Path:
    """Three files of templates, of three kinds."""
    (folder / "train").mkdir(parents=True)
    shutil.copy(LOG, folder / "train" / "log.txt")
    text = LOG.read_text(encoding="utf-8")
    for kind in ("overview", "imr"):
        told = text.replace("@family test-log", f"@family {kind}").replace(
            "@kind chronology", f"@kind {kind}"
        )
        (folder / "train" / f"{kind}.txt").write_text(told, encoding="utf-8")
    return folder


def _make(tmp_path: Path, name: str, *more: str) -> Path:
    out = tmp_path / name
    folder = tmp_path / "templates"
    if not folder.exists():
        _templates(folder)
    asked = ["--split", "train", "--out", str(out), "--templates", str(folder), "--words", "500", *more]
    assert main(asked) == 0
    return out


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_the_same_seed_makes_the_same_bytes(tmp_path: Path) -> None:
    first = _make(tmp_path, "a", "--cases", "2", "--files", "2")
    same = _make(tmp_path, "b", "--cases", "2", "--files", "2")
    other = _make(tmp_path, "c", "--cases", "2", "--seed", "2")
    names = sorted(path.relative_to(first) for path in first.rglob("*") if path.is_file())
    assert {path.suffix for path in names} >= {".jsonl", ".docx", ".json"}
    for name in names:
        assert (first / name).read_bytes() == (same / name).read_bytes()
    assert (first / "train.jsonl").read_bytes() != (other / "train.jsonl").read_bytes()


def test_documents_have_their_gold_and_cases_their_people(tmp_path: Path) -> None:
    out = _make(tmp_path, "a", "--cases", "3")
    cases = {case["number"]: case for case in _lines(out / "train-cases.jsonl")}
    documents = _lines(out / "train.jsonl")
    assert [case["heritage"] for case in cases.values()] == [each.value for each in Heritage][:3]
    assert {document["case"] for document in documents} == {1, 2, 3}
    assert len({document["document"] for document in documents}) == len(documents)
    for document in documents:
        people = cases[document["case"]]["people"]
        for mention in document["mentions"]:
            start, end = mention["span"]
            assert document["text"][start:end].strip() == document["text"][start:end] != ""
            assert not mention["who"] or mention["who"] in people
            plain = not mention["hard"] and mention["label"] == "PERSON"
            if plain and mention["form"] == "full":
                person = people[mention["who"]]
                name = f"{person['first']} {person['last']}".strip()
                assert document["text"][start:end].casefold() == name.casefold()  # a heading in capitals


def test_every_file_tells_some_case_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpus.make._SHORTEST", 1)
    templates = [read(path) for path in sorted((_templates(tmp_path) / "train").glob("*.txt"))]
    first = [
        next(documents_of(case_at(number, 1, "train"), templates, seed=1)).told.family for number in (1, 2, 3)
    ]
    assert len(set(first)) == 3


def test_what_is_open_is_asked_of_all_the_papers_of_a_case(tmp_path: Path) -> None:
    templates = [read(path) for path in sorted((_templates(tmp_path) / "train").glob("*.txt"))]
    case = case_at(1, 1, "train")
    told = [telling.told for telling in documents_of(case, templates, seed=1, words=500)]
    assert told == opened(case, told)
    # One document shows but one bearer of a name, another the second.
    assert any(mention.open and mention.alone for each in told for mention in each.mentions)
    assert any(mention.open and not mention.alone for each in told for mention in each.mentions)


def test_rendered_files_are_read_with_the_words_that_were_told(tmp_path: Path) -> None:
    out = _make(tmp_path, "a", "--cases", "1", "--files", "2")
    told = {document["document"]: document["text"] for document in _lines(out / "train.jsonl")}
    folder = out / "train-files"
    files = sorted(path for path in folder.iterdir() if path.suffix != ".json")
    assert len({path.stem for path in files}) == 2
    assert sorted(path.name for path in folder.glob("*.json")) == sorted(
        {f"{path.stem}.hidden.json" for path in files}
    )
    for path in files:
        request = Request(path.name, hashlib.sha256(b"x").digest())
        words = read_file(str(path), request, no_progress).text().split()
        missing = set(told[path.stem].split()) - set(words)
        assert not missing


def test_what_was_stopped_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("corpus.make.documents_of", stopped)
    folder = str(_templates(tmp_path / "templates"))
    assert main(["--split", "train", "--out", str(tmp_path / "out"), "--templates", folder]) == 130
    assert "nothing was written" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_faulty_template_stops_with_its_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = _templates(tmp_path)
    path = folder / "train" / "log.txt"
    path.write_text(path.read_text(encoding="utf-8").replace("{month}", "{moon}"), encoding="utf-8")
    assert main(["--split", "train", "--out", str(tmp_path / "out"), "--templates", str(folder)]) == 2
    assert "log.txt:43: unknown slot {moon}" in capsys.readouterr().err
    assert main(["--split", "dev", "--out", str(tmp_path / "out"), "--templates", str(folder)]) == 2
