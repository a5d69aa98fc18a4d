"""`redact clean` as a user calls it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.terminal import redact
from tests.formats.word.package_factory import make_docx, p, story

COMMENT = story("comments", f"<w:comment w:id='1' w:author='Orla'>{p('Orla was there too')}</w:comment>")


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "Orla.docx"
    path.write_bytes(make_docx(None, p("Child K was seen at home."), {"word/comments.xml": COMMENT}))
    return path


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.docx"
    path.write_bytes(make_docx(None, "<w:p><w:ins w:id='1'><w:r><w:t>Seen.</w:t></w:r></w:ins></w:p>"))
    return path


def test_a_clean_copy_is_written_and_accounted_for(report: Path) -> None:
    copy = report.with_name("copy.docx")
    outcome = redact("clean", report, "-o", copy)
    assert (outcome.status, "error" in outcome.err) == (0, False)
    assert "lists of comments" in outcome.out
    assert outcome.out.endswith("exit status 0: ready\n")
    assert "Orla" not in outcome.out
    assert b"Orla" not in copy.read_bytes()


def test_tracked_changes_are_refused_until_they_are_decided(draft: Path) -> None:
    copy = draft.with_name("copy.docx")
    refused = redact("clean", draft, "-o", copy)
    assert (refused.status, copy.exists()) == (1, False)
    assert "      1  tracked insertions" in refused.out
    assert "--accept-revisions" in refused.out
    assert redact("clean", draft, "-o", copy, "--accept-revisions").status == 0


def test_json_goes_to_a_program(draft: Path) -> None:
    outcome = redact(
        "clean", draft, "-o", draft.with_name("x.docx"), "--format", "json", "--accept-revisions"
    )
    content = json.loads(outcome.out)
    assert (content["schema"], content["written"], content["status"]) == (
        "redact-clean/1",
        True,
        outcome.status,
    )


def test_quiet_says_nothing_and_the_status_still_tells(draft: Path) -> None:
    outcome = redact("clean", draft, "-o", draft.with_name("x.docx"), "--quiet")
    assert (outcome.status, outcome.out, outcome.err) == (1, "", "")


# What the user asks for, and the words of the answer; nothing of it takes more than a look.
WRONG: list[tuple[tuple[str, ...], int, str]] = [
    # over the document itself
    (("Orla.docx", "-o", "Orla.docx", "--force"), 2, "overwrite the document"),
    # over another file without a word
    (("Orla.docx", "-o", "mine.docx"), 6, "already there"),
    # into a folder that is not there
    (("Orla.docx", "-o", "no/copy.docx"), 6, "folder does not exist"),
    # without a name for the copy
    (("Orla.docx",), 2, "Missing option"),
    # a file that is not there
    (("nobody.docx", "-o", "copy.docx"), 6, "no such file"),
]


@pytest.mark.parametrize(("arguments", "status", "words"), WRONG)
def test_a_wrong_call_says_what_is_wrong(
    report: Path, arguments: tuple[str, ...], status: int, words: str
) -> None:
    (report.parent / "mine.docx").write_bytes(b"mine")
    before = sorted(path.name for path in report.parent.iterdir())
    outcome = redact("clean", *arguments, cwd=report.parent)
    assert outcome.status == status
    assert words in outcome.err
    assert "Orla" not in outcome.err
    assert sorted(path.name for path in report.parent.iterdir()) == before


def test_a_file_that_cannot_be_cleaned_has_its_own_message(tmp_path: Path) -> None:
    for name, content, words in (
        ("a.docm", b"PK\x03\x04 and so on", "macros"),
        ("b.docx", make_docx(None, p("a"), strict=True), "Strict"),
        ("c.docx", make_docx(None, p("a"))[:-30], "cut off"),
    ):
        (tmp_path / name).write_bytes(content)
        outcome = redact("clean", tmp_path / name, "-o", tmp_path / "copy.docx")
        assert (outcome.status, words in outcome.err) == (6, True)
        assert not (tmp_path / "copy.docx").exists()


def test_the_help_answers() -> None:
    text = redact("clean", "--help").out
    for word in (
        "--accept-revisions",
        "--keep-alt-text",
        "--title",
        "--force",
        "Exit status",
        "Names in the text",
    ):
        assert word in text
