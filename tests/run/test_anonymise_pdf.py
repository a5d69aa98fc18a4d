"""A PDF comes out set anew, with pseudonyms for names, wherever a line, a column or a page parts them."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from redact.errors import ExitStatus, NotWritten, WrongType
from redact.formats.pdf.retypeset.pieces import pieces_of
from redact.run.case_file import CaseFolder
from redact.run.restore import restore
from redact.values.anonymising import AnonymiseRun
from redact.values.key_reasons import RevealReason
from redact.values.text import Part
from tests.formats.pdf.pdf_factory import changed, drawn, lines, prose, read
from tests.formats.pdf.retypeset.retypeset_factory import said
from tests.keystore.people import imogen
from tests.run.anonymise_factory import begin, go


@pytest.fixture
def found(tmp_path: Path) -> CaseFolder:
    return begin(tmp_path)


def put(found: CaseFolder, content: bytes, name: str = "visit.pdf") -> Path:
    path = found.folder / name
    path.write_bytes(content)
    return path


def out(found: CaseFolder, name: str = "visit.pdf") -> bytes:
    return (found.folder.parent / "out" / name).read_bytes()


def ok(run: AnonymiseRun) -> None:
    assert (run.unsettled, run.leaks, run.status) == ((), (), ExitStatus.READY)


def pages(*rows: Sequence[str]) -> bytes:
    """Draw each page's lines as one block."""
    return drawn(*(lines(own, x=60, y=780) for own in rows))


FIRST = "The panel met on several days and considered what each agency had written"


@pytest.mark.parametrize(
    ("content", "written"),
    [
        # a name broken with a hyphen at a line end
        (pages([f"{FIRST}; Anneke Hart-", "well rang."]), "written; Parent 1 rang."),
        # first name on one line, surname on the next
        (pages([f"{FIRST}; Anneke", "Hartwell rang."]), "written; Parent 1 rang."),
        # over the end of a page, where the next page begins in the midst of the sentence
        (pages([f"{FIRST}; Anneke"], ["Hartwell rang. He left."]), "written; Parent 1 rang. He left."),
        # broken by the end of a page
        (pages([f"{FIRST}; Anneke Hart-"], ["well rang. He left."]), "written; Parent 1 rang. He left."),
        # one of two of the same surname, told by the words before
        (pages(["Idony Hartwell and Anneke Hartwell rang."]), "Child K and Parent 1 rang."),
        # a place, and who may stay
        (pages(["Corinna Stark went to Thornwick Primary School."]), "Corinna Stark went to School A."),
    ],
)  # fmt: skip
def test_what_is_written(found: CaseFolder, content: bytes, written: str) -> None:
    ok(go(found, put(found, content)))
    assert written in " ".join(" ".join(said(out(found))).split())
    assert "artwell" not in " ".join(said(out(found)))


def test_what_stands_under_a_page_does_not_part_a_name(found: CaseFolder) -> None:
    def page(text: str, number: int) -> object:
        def draw(canvas: Canvas) -> None:
            lines([text], x=60, y=780)(canvas)
            canvas.drawString(60, 30, f"In confidence; not to be handed on; page {number}")

        return draw

    rows = [f"{FIRST}, then Anneke", "Hartwell rang. Then he left.", "He came again."]
    content = drawn(*(page(row, number) for number, row in enumerate(rows, 1)))  # type: ignore[arg-type]
    ok(go(found, put(found, content)))
    text = " ".join(said(out(found)))
    assert "then Parent 1" in text
    assert "Hartwell" not in text
    assert "not to be handed on; page 2" in text


def test_only_what_is_set_is_asked_about(found: CaseFolder) -> None:
    def load(pdf: pikepdf.Pdf) -> None:
        pdf.docinfo["/Author"] = "Ottilie Quenby"
        pdf.docinfo["/Subject"] = "Idony Hartwell"

    def white(canvas: Canvas) -> None:
        prose(canvas)
        canvas.setFillColorRGB(1, 1, 1)
        canvas.drawString(72, 300, "Ms Ottilie Quenby rang Anneke Hartwell.")

    run = go(found, put(found, changed(drawn(white), load)))
    ok(run)
    assert "Quenby" not in " ".join(one.text for one in read(out(found)).passages)
    assert [(spot.location.part, spot.where) for spot in run.files[0].left_out] == [
        (Part.HIDDEN_TEXT, "page 1: words that nobody sees"),
        (Part.PROPERTY, "the whole file: the file's own data about itself, 2 times"),
    ]


def test_a_name_of_which_nobody_has_said_anything_stops_it_and_a_draft_says_so(found: CaseFolder) -> None:
    path = put(found, pages([f"{FIRST}, then Ottilie"], ["Quenby rang, and Anneke Hartwell. They left."]))
    run = go(found, path)
    assert run.files == ()
    assert {one.location.page for one in run.unsettled} == {1, 2}
    draft = go(found, path, draft=True)
    assert draft.status is ExitStatus.FINDINGS
    new = out(found, "draft 1, may hold names.pdf")
    assert any("DRAFT" in text for text in said(new))
    text = " ".join(said(new))
    assert "then Ottilie" in text
    assert "Quenby rang, and Parent 1." in text


def test_the_account_says_what_is_left_out(found: CaseFolder) -> None:
    def picture(canvas: Canvas) -> None:
        canvas.drawString(72, 500, "Anneke Hartwell at the door.")
        canvas.drawImage(ImageReader(Image.new("RGB", (30, 30), "red")), 72, 300, 100, 100)

    run = go(found, put(found, drawn(prose, picture), "Anneke Hartwell.pdf"))
    ok(run)
    content = out(found, "anonymised 1.pdf")
    report = json.loads(out(found, "changes.json"))
    assert [(one["where"], one["page"]) for one in report["files"][0]["left_out"]] == [
        ("page 2: a picture", 2),
    ]
    assert "page 2: a picture" in out(found, "changes.html").decode("utf-8")
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert str(pdf.docinfo["/Title"]) == "anonymised 1"


def test_the_same_file_twice_is_the_same_bytes(found: CaseFolder) -> None:
    path = put(found, pages(["Anneke Hartwell rang."]))
    first, second = go(found, path), go(found, path, to="again")
    assert [one.sha256 for one in first.files] == [one.sha256 for one in second.files]


def test_the_old_file_is_given_back_and_a_changed_one_gets_no_names(found: CaseFolder) -> None:
    old = pages(["Anneke Hartwell rang."])
    ok(go(found, put(found, old)))
    new = found.folder.parent / "out" / "visit.pdf"

    def back(path: Path, to: str) -> bytes:
        restore(
            [str(path)],
            found.folder.parent / to,
            found,
            imogen(),
            found.folder.parent / "own",
            reason=RevealReason.COURT,
            records=(),
            passwords=lambda *_: None,
        )
        (file,) = (found.folder.parent / to).iterdir()
        return file.read_bytes()

    assert back(new, "back") == old
    changed_ = put(found, changed(new.read_bytes(), lambda pdf: pdf.docinfo.update({"/Subject": "x"})))
    with pytest.raises(WrongType) as refused:
        back(changed_, "again")
    assert "names back" in refused.value.what


@pytest.mark.parametrize("what", ["a word more", "a word less", "another word"])
def test_a_new_file_that_reads_otherwise_is_not_written(
    found: CaseFolder, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    whole = pieces_of

    def other(*arguments: object) -> object:
        pieces = whole(*arguments)  # type: ignore[arg-type]
        if what == "a word more":
            return pieces[:-1]
        return (*pieces, pieces[0]) if what == "a word less" else (pieces[1], *pieces[1:])

    monkeypatch.setattr("redact.run.typeset_proof.pieces_of", other)
    with pytest.raises(NotWritten):
        go(found, put(found, pages(["One rang.", "", "", "Two rang. Anneke Hartwell did."], ["Three."])))
    assert not (found.folder.parent / "out").exists()


def test_a_name_that_is_left_is_a_leak(found: CaseFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("redact.run.anonymise.rewritings", lambda *_: ())
    run = go(found, put(found, pages(["Anneke Hartwell rang.", "Corinna Stark did not."])))
    assert len(run.leaks) == 1
    assert not (found.folder.parent / "out").exists()
