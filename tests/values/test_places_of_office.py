"""The places of spreadsheets, slides and converted files: documented, named, and used by their readers."""

from __future__ import annotations

import re
from pathlib import Path

from redact.values.places import PLACES

ROOT = Path(__file__).resolve().parents[2]
_ROW = re.compile(r"^\| (X\d+) \| ([^|]+) \|", re.MULTILINE)
_USED = re.compile(r'"(X\d+)"')


def _named() -> dict[str, str]:
    return {place: title for place, title in PLACES.items() if place.startswith("X")}


def test_the_table_of_the_documentation_is_that_of_the_program() -> None:
    text = (ROOT / "docs" / "other-formats.md").read_text(encoding="utf-8")
    assert dict(_ROW.findall(text)) == _named()


def test_every_place_is_used_by_a_reader_and_no_other_is() -> None:
    folders = ("openxml", "sheets", "slides", "converted")
    sources = [path for name in folders for path in (ROOT / "redact" / "formats" / name).glob("*.py")]
    used = {place for path in sources for place in _USED.findall(path.read_text(encoding="utf-8"))}
    assert used == set(_named())
