"""`redact.toml`: found upward, taken whole, refused when something in it is not understood."""

from __future__ import annotations

from pathlib import Path

import pytest

from redact.errors import WrongUse
from redact.run.configuration import Configuration, find, for_documents
from redact.values.judgement import Audience, DocumentKind, Edition, Mode


def write(folder: Path, content: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "redact.toml").write_text(content, encoding="utf-8")
    return folder / "redact.toml"


def test_none_is_the_defaults(tmp_path: Path) -> None:
    (tmp_path / ".redact-root").touch()
    assert for_documents([str(tmp_path / "report.docx")]) == Configuration()


def test_is_found_upward(tmp_path: Path) -> None:
    path = write(tmp_path, 'edition = "wt2015"\nkind = "overview"\naudience = "family"\nmode = "anonymous"\n')
    (tmp_path / "a" / "b").mkdir(parents=True)
    found = for_documents([str(tmp_path / "a" / "b" / "report.docx")])
    assert found == Configuration(
        path.resolve(), Edition.WT2015, DocumentKind.OVERVIEW, Audience.FAMILY, Mode.ANONYMOUS
    )


def test_the_nearest_wins_whole(tmp_path: Path) -> None:
    write(tmp_path, 'edition = "wt2015"\nmode = "anonymous"\n')
    write(tmp_path / "case", 'edition = "wt2018"\n')
    found = for_documents([str(tmp_path / "case" / "report.docx")])
    assert (found.edition, found.mode) == (Edition.WT2018, None)


def test_a_root_mark_stops_the_search(tmp_path: Path) -> None:
    write(tmp_path, 'edition = "wt2015"\n')
    (tmp_path / "case").mkdir()
    (tmp_path / "case" / ".redact-root").touch()
    assert find(tmp_path / "case") is None


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ('editon = "wt2015"', "did you mean edition"),  # a slip of the finger
        ('colour = "red"', "known settings: audience, board, edition, initiated, kind, mode, rules"),
        ('edition = "wt2105"', "did you mean wt2015"),
        ('edition = "first"', "it can be wt2006"),
        ("edition = 2015", "edition cannot be what it is set to"),  # a number, not a text
        ('[case]\nedition = "wt2015"', "no setting"),  # a table where a setting is meant
        ('edition = "wt2015', "not valid TOML"),
    ],
)
def test_what_is_not_understood_is_refused(content: str, words: str, tmp_path: Path) -> None:
    write(tmp_path, content)
    with pytest.raises(WrongUse, match=words):
        for_documents([str(tmp_path / "report.docx")])


def test_every_fault_is_named_at_once(tmp_path: Path) -> None:
    write(tmp_path, 'editon = "wt2015"\naudience = "everybody"\n')
    with pytest.raises(WrongUse) as caught:
        for_documents([str(tmp_path / "report.docx")])
    assert "edition" in caught.value.what
    assert "audience" in caught.value.what


def test_the_content_is_not_quoted(tmp_path: Path) -> None:
    write(tmp_path, 'edition = "Kestrelia Wintergreen"\n"Kestrelia Wintergreen" = 1\n')
    with pytest.raises(WrongUse) as caught:
        for_documents([str(tmp_path / "report.docx")])
    assert "Kestrelia" not in caught.value.what


def test_documents_of_two_settings_are_not_mixed(tmp_path: Path) -> None:
    write(tmp_path / "one", 'edition = "wt2015"\n')
    write(tmp_path / "two", 'edition = "wt2018"\n')
    with pytest.raises(WrongUse, match="different"):
        for_documents([str(tmp_path / "one" / "a.docx"), str(tmp_path / "two" / "b.docx")])


def test_a_huge_file_is_refused(tmp_path: Path) -> None:
    write(tmp_path, "#" * 70_000)
    with pytest.raises(WrongUse, match="larger"):
        for_documents([str(tmp_path / "report.docx")])
