"""The working copy: each finding has its comment, the text is the same, and none takes it for the report."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest

from redact.errors import WrongType
from redact.formats.building import Request
from redact.formats.word.marking import AUTHOR, mark
from tests.acceptance.office import convert
from tests.cli.terminal import redact
from tests.formats.word.package_factory import make_docx, p
from tests.formats.word.test_unlocking import _encrypted
from tests.formats.word.word_reading import read_docx

REQUEST = Request("report.docx", b"0" * 32)


def report(*, comment: bool = False) -> bytes:
    made = docx.Document()
    made.add_heading("The family", 1)
    made.add_paragraph("Mrs Harriet Osgood attended.")
    table = made.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Mother", "Harriet Osgood"
    made.sections[0].header.paragraphs[0].text = "Mrs Osgood"
    if comment:
        made.add_comment(made.paragraphs[1].runs, text="Ask again.", author="SW1", initials="S")
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def ours(data: bytes) -> list[str]:
    return [each.text for each in docx.Document(io.BytesIO(data)).comments if each.author == AUTHOR]


@pytest.mark.parametrize("comment", [False, True], ids=["without comments", "with a comment"])
def test_each_note_has_its_comment_at_its_paragraph(comment: bool) -> None:
    data = report(comment=comment)
    passages = {passage.text: passage.id for passage in read_docx(data).passages}
    at_text = passages["Mrs Harriet Osgood attended."]
    copy = mark(data, REQUEST, ((at_text, "one"), (passages["Mrs Osgood"], "two")), lambda *_: None)
    assert ours(copy) == ["one", "two"]
    opened = docx.Document(io.BytesIO(copy))
    marked = [each.text for each in opened.paragraphs if "commentReference" in each._p.xml]
    assert marked[-1] == "Mrs Harriet Osgood attended."
    assert [each.text for each in opened.paragraphs] == ["The family", "Mrs Harriet Osgood attended."]
    assert opened.sections[0].header.paragraphs[0].text == "Mrs Osgood"
    assert len(list(opened.comments)) == 2 + comment


def test_no_other_member_is_changed() -> None:
    data = report()
    before, after = (
        zipfile.ZipFile(io.BytesIO(each))
        for each in (data, mark(data, REQUEST, (("x:1", "n"),), lambda *_: None))
    )
    changed = {name for name in before.namelist() if before.read(name) != after.read(name)}
    assert changed == {"word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (make_docx(None, p("Text"), strict=True), "Strict"),
        (_encrypted(make_docx(None, p("Text" * 2000))), "encrypted"),
    ],
    ids=["strict", "encrypted"],
)
def test_what_cannot_be_marked(data: bytes, words: str) -> None:
    with pytest.raises(WrongType, match=words):
        mark(data, REQUEST, (("x:2", "note"),), lambda *_: None)


def test_the_command_writes_it_and_later_refuses_it(tmp_path: Path) -> None:
    (tmp_path / "report.docx").write_bytes(report())
    outcome = redact("check", tmp_path / "report.docx", "--marked", tmp_path / "copy.docx")
    assert outcome.status == 1
    notes = ours((tmp_path / "copy.docx").read_bytes())
    assert any("person-name" in note for note in notes)
    assert not any("Osgood" in note for note in notes)
    again = redact("check", tmp_path / "copy.docx")
    assert again.status == 6
    assert "working copy" in again.out
    once_more = redact("check", tmp_path / "report.docx", "--marked", tmp_path / "copy.docx")
    assert (once_more.status, "already there" in once_more.err) == (6, True)


def test_only_one_word_document_is_marked(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("Mrs Osgood attended.\n", encoding="utf-8")
    outcome = redact("check", tmp_path / "report.txt", "--marked", tmp_path / "copy.docx")
    assert outcome.status == 2
    assert not (tmp_path / "copy.docx").exists()


def test_libreoffice_opens_it(tmp_path: Path) -> None:
    data = report()
    copy = mark(data, REQUEST, (("x:3", "a note for the author"),), lambda *_: None)
    (tmp_path / "copy.docx").write_bytes(copy)
    (made,) = convert([tmp_path / "copy.docx"], "odt", tmp_path, profile=tmp_path / "profile")
    assert b"a note for the author" in zipfile.ZipFile(made).read("content.xml")
