"""Words in pictures: how they are joined, when a picture counts as read, and that nothing is ever lost."""

from __future__ import annotations

import hashlib
import io
import subprocess
from pathlib import Path
from typing import Any

import docx
import pytest
from PIL import Image, ImageDraw, ImageFont

from redact import guard
from redact.formats import ocr, pdf
from redact.formats.building import DocumentBuilder, Request
from redact.formats.ocr import EXTRA, Recognised, Word, engine, judge_words, ocr_text, picture_text
from redact.guard import Limits
from redact.values.text import Document, Format, Part
from tests.formats.pdf.pdf_factory import read as read_pdf
from tests.formats.sheets.sheet_factory import Beside, data, read_sheets, row, workbook

PROGRAM = "/a/program/tesseract"
HEADER = "level\tpage\tblock\tpar\tline\tword\tleft\ttop\twidth\theight\tconf\ttext\n"


def table(*words: tuple[str, int, int, float]) -> str:
    """Make tesseract's table of words: text, paragraph, line, certainty; each in a box of its own."""
    rows = [
        f"5\t1\t1\t{paragraph}\t{line}\t{n}\t{10 + 60 * n}\t{line * 30}\t50\t20\t{sure}\t{text}\n"
        for n, (text, paragraph, line, sure) in enumerate(words)
    ]
    return HEADER + "4\t1\t1\t1\t1\t0\t0\t0\t9\t9\t-1\t\n" + "".join(rows)


def says(monkeypatch: pytest.MonkeyPatch, answer: str | Exception) -> list[dict[str, Any]]:
    """Let a program answer in the place of tesseract; gives what it was called with."""
    calls: list[dict[str, Any]] = []

    def run(command: list[str], **how: Any) -> subprocess.CompletedProcess[bytes]:
        calls.append({"command": command, **how})
        if isinstance(answer, Exception):
            raise answer
        return subprocess.CompletedProcess(command, 0, answer.encode(), b"")

    monkeypatch.setattr(subprocess, "run", run)
    monkeypatch.setattr(ocr, "_spent", [0.0])
    return calls


def picture(width: int = 400, height: int = 120, *, dark: tuple[int, int, int, int] | None = None) -> Any:
    """Make a white picture, with one dark rectangle where it is given."""
    made = Image.new("RGB", (width, height), "white")
    if dark:
        ImageDraw.Draw(made).rectangle(dark, fill="black")
    return made


def png(pixels: Any) -> bytes:
    out = io.BytesIO()
    pixels.save(out, "PNG")
    return out.getvalue()


def test_words_are_joined_to_lines_and_paragraphs(monkeypatch: pytest.MonkeyPatch) -> None:
    says(
        monkeypatch, table(("Karen", 1, 1, 96), ("Okafor", 1, 1, 95), ("lived", 1, 2, 96), ("Then", 2, 1, 95))
    )
    found = ocr_text(picture(), PROGRAM)
    assert found == Recognised(("Karen Okafor\nlived", "Then"), whole=True)


def test_pixels_go_in_by_the_pipe_and_nothing_names_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = says(monkeypatch, table(("Karen", 1, 1, 96)))
    ocr_text(picture(40, 30), PROGRAM)
    assert calls[0]["command"] == [PROGRAM, "stdin", "stdout", "-l", "eng", "--psm", "1", "tsv"]
    assert calls[0]["input"] == b"P5 40 30 255\n" + b"\xff" * 1200
    assert calls[0]["timeout"] == ocr.SECONDS_A_PICTURE


def test_what_is_transparent_is_white(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = says(monkeypatch, table())
    ocr_text(Image.new("RGBA", (30, 30), (0, 0, 0, 0)), PROGRAM)
    assert calls[0]["input"].endswith(b"\xff" * 900)


@pytest.mark.parametrize(
    ("answer", "dark", "whole"),
    [
        (table(("Karen", 1, 1, 96)), (12, 32, 50, 45), True),  # all that is dark is the word
        (table(("Karen", 1, 1, 96)), (200, 60, 390, 110), False),  # a drawing or a face beside the word
        (table(("Karen", 1, 1, 70)), None, False),  # not sure of it
        (table(("The", 1, 1, 99), ("mother", 1, 1, 99), ("Karn", 1, 1, 30)), None, False),  # of a part of it
        (table(), None, False),  # no word at all: a photograph
        ("", None, False),
    ],
)
def test_when_a_picture_counts_as_read(
    answer: str, dark: tuple[int, int, int, int] | None, whole: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    says(monkeypatch, answer)
    found = ocr_text(picture(dark=dark), PROGRAM)
    assert found is not None
    assert found.whole is whole


@pytest.mark.parametrize(
    "failure",
    [
        subprocess.TimeoutExpired("tesseract", 60),
        subprocess.CalledProcessError(1, "tesseract"),
        FileNotFoundError(),
        PermissionError(),  # as the guard refuses a program that it was not told of
    ],
)
def test_a_reader_that_fails_reads_nothing(failure: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    says(monkeypatch, failure)
    assert ocr_text(picture(), PROGRAM) is None


def test_a_table_that_makes_no_sense_reads_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    says(monkeypatch, HEADER + "\t".join(["5", *["x"] * 10, "Karen"]) + "\n")
    assert ocr_text(picture(), PROGRAM) is None


def test_no_reader_no_time_no_room(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = says(monkeypatch, table(("Karen", 1, 1, 96)))
    assert ocr_text(picture(), None) is None
    assert ocr_text(picture(10, 10), PROGRAM) is None
    assert picture_text(b"no picture", PROGRAM) is None
    monkeypatch.setattr(ocr, "_spent", [ocr.SECONDS_IN_ALL + 1])
    assert ocr_text(picture(), PROGRAM) is None
    assert calls == []


def test_the_extra_never_closes_a_gap(monkeypatch: pytest.MonkeyPatch) -> None:
    corners = [[10, 30], [60, 30], [60, 50], [10, 50]]
    monkeypatch.setattr(ocr, "_models", lambda: lambda _pixels: ([[corners, "Themother,Karen", 0.97]], [0.1]))
    found = ocr_text(picture(), EXTRA)
    assert found == Recognised(("Themother,Karen",), whole=False)
    assert judge_words(
        [Word("Themother,Karen", (0, 0, 0), 97.0, (10, 30, 60, 50))], picture().convert("L")
    ).whole


def test_a_picture_in_a_spreadsheet(monkeypatch: pytest.MonkeyPatch) -> None:
    image = Beside(png(picture()), "image/png", "image", "xl/worksheets/sheet1.xml")
    content = workbook({"One": data(row(1, "x"))}, beside={"xl/media/image1.png": image})
    assert [gap.what for gap in read_sheets(content).gaps] == ["a picture"]
    says(monkeypatch, table(("Karen", 1, 1, 96)))
    document = read_sheets(content, reader=PROGRAM)
    found = [(p.text, p.location.place) for p in document.passages if p.location.part is Part.IMAGE]
    assert (found, document.gaps) == ([("Karen", "D23")], ())
    assert document.passages[-1].read_from_a_picture
    says(monkeypatch, table(("Karen", 1, 1, 60)))
    unsure = read_sheets(content, reader=PROGRAM)
    assert [gap.what for gap in unsure.gaps] == ["a picture"]
    assert any(p.text == "Karen" for p in unsure.passages)


def _drawn(*lines: str) -> Any:
    font = ImageFont.load_default(size=30)
    made = Image.new("RGB", (1100, 60 + 60 * len(lines)), "white")
    for number, line in enumerate(lines):
        ImageDraw.Draw(made).text((20, 20 + 60 * number), line, fill="black", font=font)
    return made


def _read_in_a_child(data: bytes, reader: str | None, _report: object) -> tuple[str, ...] | None:
    found = picture_text(data, reader)
    return None if found is None else found.paragraphs


def test_the_reader_of_this_machine_or_none() -> None:
    """Whatever is installed here: words are read in the guarded child, or nothing is said to be read."""
    reader = engine()
    limits = Limits(programs=(reader,), outside_seconds=60.0) if reader else Limits()
    found = guard.run(_read_in_a_child, png(_drawn("The mother is Karen Okafor.")), reader, limits=limits)
    if reader is None:
        assert found is None
    else:
        assert "KarenOkafor" in "".join("".join(found or ()).split())


def test_a_folder_of_the_path_that_is_not_ours_to_look_into_holds_no_program(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def shut(path: Path) -> bool:
        raise PermissionError(13, "not yours", str(path))

    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(Path, "is_file", shut)
    assert ocr._tesseract() is None


def test_a_program_that_the_guard_was_not_told_of_is_not_started() -> None:
    found = guard.run(_read_in_a_child, png(picture()), PROGRAM, limits=Limits(programs=("/another",)))
    assert found is None


def _scan() -> bytes:
    out = io.BytesIO()
    picture(400, 300, dark=(12, 32, 50, 45)).save(out, "PDF", resolution=72.0)
    return out.getvalue()


def test_a_scanned_page_without_a_reader_is_a_gap() -> None:
    document = read_pdf(_scan())
    assert {gap.location.place for gap in document.gaps} == {"P34"}


def test_a_scanned_page_is_read_as_it_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = says(monkeypatch, table(("Karen", 1, 1, 96)))
    monkeypatch.setattr(ocr, "_elsewhere", lambda *_: 0.0)  # the answer's boxes are not those of the page
    document = _read_scan(_scan())
    found = [(p.text, p.location.place, p.location.page) for p in document.passages]
    assert (found, document.gaps, len(calls)) == ([("Karen", "P34", 1)], (), 1)


def test_a_scanned_page_that_was_guessed_stays_a_gap(monkeypatch: pytest.MonkeyPatch) -> None:
    says(monkeypatch, table(("Karen", 1, 1, 40)))
    document = _read_scan(_scan())
    assert {gap.location.place for gap in document.gaps} == {"P34"}
    assert [p.text for p in document.passages] == ["Karen"]


def _read_scan(data: bytes) -> Document:
    request = Request("", b"secret of the tests", ocr=PROGRAM)
    sha256 = hashlib.sha256(data).hexdigest()
    return pdf.read(data, DocumentBuilder(request, sha256=sha256, format=Format.PDF))


def test_a_word_document_without_a_reader_keeps_its_picture_a_gap() -> None:
    from tests.formats.word.word_reading import read_docx

    made = docx.Document()
    made.add_picture(io.BytesIO(png(picture())))
    out = io.BytesIO()
    made.save(out)
    assert "D23" in [gap.location.place for gap in read_docx(out.getvalue()).gaps]
