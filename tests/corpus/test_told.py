"""The case that is kept to look at is what the generator tells today, and its files hold its words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus.make import main
from redact.formats import Request, read_file
from redact.formats.building import no_progress
from redact.values.text import Part

TOLD = Path(__file__).parents[2] / "corpus" / "told"
FILES = sorted(path for path in (TOLD / "train-files").iterdir() if path.suffix != ".json")
MADE_ANEW = "python -m corpus.make --cases 1 --seed 1 --split train --out corpus/told --files 4"

# Where our reader finds what is hidden; all other places are properties.
_PARTS = {
    "comment": Part.COMMENT, "header": Part.HEADER, "footer": Part.FOOTER, "bookmark": Part.BOOKMARK,
    "hidden text": Part.HIDDEN_TEXT, "tracked deletion": Part.TRACKED_DELETION,
}  # fmt: skip


def test_it_is_what_is_told_today(tmp_path: Path) -> None:
    assert main(["--cases", "1", "--seed", "1", "--split", "train", "--out", str(tmp_path)]) == 0
    for name in ("train.jsonl", "train-cases.jsonl"):
        same = (tmp_path / name).read_text(encoding="utf-8") == (TOLD / name).read_text(encoding="utf-8")
        assert same, f"make it anew: {MADE_ANEW}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_holds_the_words_of_its_text(path: Path) -> None:
    lines = (TOLD / "train.jsonl").read_text(encoding="utf-8").splitlines()
    told = next(each for each in map(json.loads, lines) if each["document"] == path.stem)
    document = read_file(str(path), Request(path.name, b"0" * 32), no_progress)
    words = set("".join(passage.text + " " for passage in document.passages).split())
    missing = {word for word in told["text"].split() if word not in words and "-" not in word}
    assert not document.gaps
    # A PDF breaks lines of its own, and hyphens with them.
    assert len(missing) <= len(set(told["text"].split())) // 50


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_holds_what_its_gold_says_is_hidden_in_it(path: Path) -> None:
    gold = json.loads((path.parent / f"{path.stem}.hidden.json").read_text(encoding="utf-8"))
    own = [each for each in gold if each["file"] == path.name]
    document = read_file(str(path), Request(path.name, b"0" * 32), no_progress)
    parts = {
        (each["quote"], passage.locate(at, at + len(each["quote"])).part)
        for each in own
        for passage in document.passages
        for at in [passage.text.find(each["quote"])]
        if at >= 0
    }
    assert own or path.suffix == ".pdf"
    assert {(each["quote"], _PARTS.get(each["place"], Part.PROPERTY)) for each in own} <= parts


def test_the_kept_files_hide_something_in_several_places() -> None:
    gold = [
        each for path in (TOLD / "train-files").glob("*.json") for each in json.loads(path.read_text("utf-8"))
    ]
    assert {each["file"] for each in gold} <= {path.name for path in FILES}
    assert len({each["place"] for each in gold}) >= len(_PARTS)
