"""The case that is kept to look at is what the generator tells today, and its files hold its words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus.make import main
from redact.formats import Request, read_file
from redact.formats.building import no_progress

TOLD = Path(__file__).parents[2] / "corpus" / "told"
MADE_ANEW = "python -m corpus.make --cases 1 --seed 1 --split train --out corpus/told --files 4"


def test_it_is_what_is_told_today(tmp_path: Path) -> None:
    assert main(["--cases", "1", "--seed", "1", "--split", "train", "--out", str(tmp_path)]) == 0
    for name in ("train.jsonl", "train-cases.jsonl"):
        same = (tmp_path / name).read_text(encoding="utf-8") == (TOLD / name).read_text(encoding="utf-8")
        assert same, f"make it anew: {MADE_ANEW}"


@pytest.mark.parametrize("path", sorted((TOLD / "train-files").iterdir()), ids=lambda path: path.name)
def test_a_file_holds_the_words_of_its_text(path: Path) -> None:
    lines = (TOLD / "train.jsonl").read_text(encoding="utf-8").splitlines()
    told = next(each for each in map(json.loads, lines) if each["document"] == path.stem)
    document = read_file(str(path), Request(path.name, b"0" * 32), no_progress)
    words = set("".join(passage.text + " " for passage in document.passages).split())
    missing = {word for word in told["text"].split() if word not in words and "-" not in word}
    assert not document.gaps
    # A PDF breaks lines of its own, and hyphens with them.
    assert len(missing) <= len(set(told["text"].split())) // 50
