"""The word lists under rules/lists, and what happens when one is missing or damaged."""

from __future__ import annotations

from pathlib import Path

import pytest

from redact.errors import RuleFault
from redact.recognise.lists import entries, kinds, words
from redact.resources import rules_folder

NAMES = sorted(path.stem for path in (rules_folder() / "lists").glob("*.txt"))
WITH_KINDS = ("field-labels", "titles")


def _write(folder: Path, text: str) -> Path:
    (folder / "some.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("name", NAMES)
def test_every_list_names_its_source_and_holds_entries(name: str) -> None:
    text = (rules_folder() / "lists" / f"{name}.txt").read_text(encoding="utf-8")
    header = text[: text.index("\n", text.rindex("\n# Source:") + 1)]
    assert header.startswith("# ")
    assert entries(name)


@pytest.mark.parametrize("name", NAMES)
def test_no_entry_stands_twice(name: str) -> None:
    text = (rules_folder() / "lists" / f"{name}.txt").read_text(encoding="utf-8")
    lines = list(entries(name))
    if "Letter case counts" not in text:
        lines = [line.casefold() for line in lines]
    assert len(lines) == len(set(lines))


@pytest.mark.parametrize("name", WITH_KINDS)
def test_lists_with_kinds_have_one_on_each_line(name: str) -> None:
    assert all(kinds(name).values())


def test_labels_are_written_as_they_are_looked_up() -> None:
    assert all(label == " ".join(label.casefold().split()) for label in kinds("field-labels"))
    assert set(kinds("field-labels").values()) == {"one", "several"}


def test_the_areas_are_those_of_royal_mail_and_two_more() -> None:
    assert len(words("postcode-areas")) == 126


def test_words_are_read_from_every_line_in_lower_case(tmp_path: Path) -> None:
    assert words("some", _write(tmp_path, "# Source: none\nMay Grace\n\nHope\n")) == {"may", "grace", "hope"}


def test_a_missing_list_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(RuleFault, match="missing"):
        entries("none", tmp_path)


def test_an_empty_list_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(RuleFault, match="empty"):
        entries("some", _write(tmp_path, "# only a comment\n"))


def test_a_line_without_its_kind_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(RuleFault, match="no kind"):
        kinds("some", _write(tmp_path, "Mr\tcourtesy\nMrs\n"))
