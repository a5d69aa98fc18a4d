"""The command that scores who is who: figures and a page, counted runs, and no name on either."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus.scoring.chains import books_of, halves
from corpus.scoring.resolving import load, main
from corpus.scoring.resolving_page import page_of

TEXT = "Ida Rook came. Rook left. Then Ida rang."


def line(split: str) -> str:
    mentions = [
        {
            "span": [start, end],
            "label": "PERSON",
            "who": "mother",
            "role": "family",
            "form": "x",
            "stays": False,
        }
        for start, end in ((0, 8), (15, 19), (31, 34))
    ]
    plain = {"case": 1, "split": split, "document": "d", "kind": "letter", "family": "f", "agency": "board"}
    return json.dumps({**plain, "style": "mixed", "stage": 1, "text": TEXT, "mentions": mentions}) + "\n"


def books(folder: Path) -> Path:
    """Two books of one line each, with brat's marks."""
    (folder / "litbank").mkdir()
    for title in ("2_alba", "1_brume"):
        (folder / "litbank" / f"{title}.txt").write_text(TEXT, encoding="utf-8")
        marks = [
            f"T{number}\t{kind} {start} {end}\t{TEXT[start:end]}"
            for number, (start, end) in enumerate(((0, 8), (15, 19), (31, 34)))
            for kind in ("PROP_PER", "Rook-1")
        ]
        lines = [*marks, "T9\tNOM_PER 0 3\tIda", "R1\tcoref"]
        (folder / "litbank" / f"{title}.ann").write_text("\n".join(lines), encoding="utf-8")
    return folder


def run(folder: Path, *arguments: str) -> int:
    kept = [f"--{name}={folder / file}" for name, file in (("figures", "f.json"), ("page", "p.md"))]
    return main([*arguments, *kept, f"--scores={folder / 's.json'}"])


def test_a_split_and_both_halves_of_the_books_are_written(tmp_path: Path) -> None:
    told = tmp_path / "dev.jsonl"
    told.write_text(line("dev"), encoding="utf-8")
    data = books(tmp_path)
    assert run(tmp_path, "--told", str(told), "--data", str(data), "--date", "2026-11-21") == 0
    figures = load(tmp_path / "f.json")
    assert figures["splits"]["dev"]["case"]["redact"]["f1"] == 1.0
    assert figures["splits"]["dev"]["document"]["written alike"]["recall"] == 0.0
    assert figures["splits"]["dev"]["run"] == 0
    assert {half: made["books"] for half, made in figures["litbank"].items()} == {"kept": 1, "tuned": 1}
    assert figures["litbank"]["kept"]["case"]["redact"]["mentions"] == 3
    page = (tmp_path / "p.md").read_text(encoding="utf-8")
    assert page == page_of(figures)
    assert "## LitBank, the half that was not tuned on" in page
    assert not {"Rook", "Ida"} & set(page.replace("|", " ").split())


def test_the_halves_are_by_title_not_by_number(tmp_path: Path) -> None:
    tuned, kept = halves(books(tmp_path) / "litbank")
    assert ([path.stem for path in tuned], [path.stem for path in kept]) == (["2_alba"], ["1_brume"])
    ((_, gold),) = books_of(kept)
    assert [who.who for who in gold.values()] == ["Rook-1"] * 3


def test_a_run_of_test_is_counted_before_it_begins(tmp_path: Path) -> None:
    told = tmp_path / "test.jsonl"
    told.write_text(line("test"), encoding="utf-8")
    assert run(tmp_path, "--told", str(told), "--date", "2026-11-21") == 0
    assert load(tmp_path / "f.json")["splits"]["test"]["run"] == 1
    assert json.loads((tmp_path / "s.json").read_text(encoding="utf-8"))["runs"]["test"] == 1
    assert "run 1 of it" in (tmp_path / "p.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("arguments", [("--date", "today"), ("--date", "2026-11-21", "--data", "nowhere")])
def test_what_cannot_be_scored_is_said(
    tmp_path: Path, arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path, *arguments) == 2
    assert capsys.readouterr().err.startswith("error: ")
    assert not (tmp_path / "f.json").exists()
