"""Names of another folder than the pools': none of them stands in the pools, and cases are told with them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from corpus.cases.values import Heritage
from corpus.pools.names import draw_from
from corpus.pools.reading import FOLDER, entries, header
from corpus.pools.splitting import fold, keys_of

ROOT = Path(__file__).parents[3]
OTHERS = ROOT / "corpus" / "further" / "pool"
FILES = ("words.txt", *(f"names/{heritage.value}.txt" for heritage in Heritage))


def _spellings(file: str) -> list[str]:
    return [
        spelling
        for section in ("first f", "first m", "last")
        for entry in entries(file, section)
        for spelling in entry.spellings
    ]


def _keys(files: list[str]) -> set[str]:
    every = [spelling for file in files for spelling in _spellings(file)]
    return {fold(spelling) for spelling in every} | {key for spelling in every for key in keys_of(spelling)}


def test_no_other_name_stands_in_the_pools() -> None:
    pools = _keys([str(FOLDER / file) for file in FILES])
    assert not {fold(name) for file in FILES for name in _spellings(str(OTHERS / file))} & pools


@pytest.mark.parametrize("file", FILES)
def test_a_file_of_other_names_says_where_it_is_from(file: str) -> None:
    assert "source:" in header(str(OTHERS / file)).lower()


def test_cases_are_told_with_other_names(tmp_path: Path) -> None:
    made = [sys.executable, "-m", "corpus.make", "--cases", "2", "--seed", "5", "--split", "dev"]
    subprocess.run([*made, "--names", str(OTHERS), "--out", str(tmp_path)], cwd=ROOT, check=True)
    pools = _keys([str(FOLDER / "words.txt"), *(str(FOLDER / file) for file in FILES[1:])])
    lines = (tmp_path / "dev-cases.jsonl").read_text(encoding="utf-8").splitlines()
    people = [person for line in lines for person in json.loads(line)["people"].values()]
    assert len(people) > 20
    assert not {fold(person["first"]) for person in people} & pools


def test_a_folder_that_lacks_a_list_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        draw_from(tmp_path)
