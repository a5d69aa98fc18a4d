"""Spreadsheets that are broken, hostile, of another kind, or larger than any report."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from redact.errors import Damaged, Hostile, LimitReached, RedactError, Unreadable, WrongType
from redact.formats import Request, read_file
from redact.formats.building import no_progress
from redact.formats.sheets import cells, recognises
from redact.values.text import Part
from tests.formats.sheets.sheet_factory import TYPE, Beside, data, located, read_sheets, row, workbook, xml

_OLD = "application/vnd.ms-excel."
ONE = {"One": data(row(1, "Shown", "Beside"))}


def _replaced(content: bytes, name: str, new: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for info in old.infolist():
            made.writestr(info.filename, new if info.filename == name else old.read(info))
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "error", "words"),
    [
        (workbook(ONE, main_type=_OLD + "sheet.macroEnabled.main+xml"), WrongType, "macros"),
        (workbook(ONE, main_type=TYPE + "template.main+xml"), WrongType, "template"),
        (workbook(ONE, main_type=_OLD + "sheet.binary.main"), WrongType, "not a spreadsheet"),
        (workbook(ONE)[:-40], Damaged, "cut off or broken"),
        (
            _replaced(workbook(ONE), "xl/worksheets/sheet1.xml", b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"),
            Hostile,
            "document type",
        ),
        (_replaced(workbook(ONE), "xl/worksheets/sheet1.xml", b" " * 70_000_000), LimitReached, "inflates"),
        (workbook({"One": data('<row><c t="s"><v>7</v></c></row>')}), Damaged, "a text that is not there"),
        (workbook({"One": data('<row><c r="ZZZZ1"><v>7</v></c></row>')}), Damaged, "stands nowhere"),
        (workbook({"One": data('<row><c r="7"><v>7</v></c></row>')}), Damaged, "stands nowhere"),
        (workbook({"One": "<x>" * 300 + "</x>" * 300}), LimitReached, "deeper"),
    ],
)  # fmt: skip
def test_what_is_no_spreadsheet_says_so(content: bytes, error: type[RedactError], words: str) -> None:
    with pytest.raises(error, match=words):
        read_sheets(content)


def test_more_cells_than_any_report(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cells, "MAX_CELLS", 20)
    many = {"One": data(*(row(number, "a", "b") for number in range(1, 20)))}
    with pytest.raises(LimitReached, match="more than 20 cells"):
        read_sheets(workbook(many))


def test_columns_that_overlap_without_end() -> None:
    columns = "<cols>" + '<col min="1" max="16384" hidden="1"/>' * 20_000 + "</cols>"
    document = read_sheets(workbook({"One": columns + data(row(1, "Karen"))}))
    assert located(document, "Karen")[0].part is Part.HIDDEN_TEXT


def test_a_cell_far_away_is_one_cell() -> None:
    content = workbook({"One": data('<row r="1048576"><c r="XFD1048576"><v>12</v></c></row>')})
    assert located(read_sheets(content), "12")[0].cell == (1_048_576, 16_384)


def test_formulas_without_results_are_a_gap() -> None:
    content = workbook({"One": data('<row r="1"><c r="A1"><f>B1&amp;" Ashdown"</f></c></row>')})
    document = read_sheets(content)
    assert [gap.what for gap in document.gaps] == ["formulas whose results are not stored in the file"]
    assert located(document, "Ashdown")[0].part is Part.FIELD


def test_an_unknown_part_and_an_orphan_sheet() -> None:
    beside = {
        "xl/unknown/secret.bin": Beside(b"\x01\x02 hidden", "application/octet-stream", "unknown"),
        "xl/media/image1.png": Beside(b"\x89PNG and so on", "image/png", "image", "xl/worksheets/sheet1.xml"),
    }
    document = read_sheets(workbook(ONE, beside=beside))
    assert {gap.what for gap in document.gaps} == {"a part that redact does not know", "a picture"}
    assert not any("Word" in gap.remedy for gap in document.gaps)
    stray = workbook({**ONE, "Two": data(row(1, "Orphan"))}).replace(b"x", b"x")
    without = _without_second_tab(stray)
    assert located(read_sheets(without), "Orphan")[0].place == "X3"


def _without_second_tab(content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        main = archive.read("xl/workbook.xml")
    start = main.index(b'<sheet name="Two"')
    return _replaced(content, "xl/workbook.xml", main[:start] + main[main.index(b"</sheets>") :])


def test_text_that_no_reader_knows_is_a_gap() -> None:
    strange = '<c r="A1"><v>1</v><x:note xmlns:x="urn:strange">Karen Okafor</x:note></c>'
    document = read_sheets(workbook({"One": data(f'<row r="1">{strange}</row>')}))
    assert [gap.what for gap in document.gaps] == ["text in a part of the document that redact does not know"]


def test_a_table_below_another_keeps_its_headings() -> None:
    sheet = data(
        row(1, "Report of the school"),
        row(3, "Name", "Role"),
        row(4, "Karen Okafor", "Mother"),
        row(6, "Tom Vesey", "Uncle"),  # behind an empty row of the same table
    )
    document = read_sheets(workbook({"One": sheet}))
    blocks = [located(document, text)[0].block for text in ("Report", "Name", "Karen", "Tom")]
    assert blocks == [1, 2, 2, 2]


@pytest.mark.parametrize(
    ("name", "content", "error", "words"),
    [
        ("a.xlsx", b"PK\x03\x04 and so on", Damaged, "Excel spreadsheet but is not one"),
        ("a.docx", workbook(ONE), Damaged, "holds an Excel spreadsheet"),
        ("a.xlsx", b"%PDF-1.7\n", Damaged, "holds a PDF"),
        ("a.xlsm", workbook(ONE), WrongType, "with macros"),
        ("a.ods", b"PK\x03\x04", WrongType, "OpenDocument spreadsheet"),
        ("a.txt", workbook(ONE), Damaged, "holds an Excel spreadsheet"),
        ("a", workbook(ONE), WrongType, "that of an Excel spreadsheet"),
        ("missing.xlsx", None, Unreadable, "no such file"),
    ],
)
def test_the_front_door(
    name: str, content: bytes | None, error: type[RedactError], words: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(error, match=words):
        read_file(str(path), Request(name, b"secret"), no_progress)


def test_the_front_door_reads_it(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook(ONE))
    assert "Shown\tBeside" in read_file(str(path), Request("a.xlsx", b"secret"), no_progress).text()


def test_the_same_file_gives_the_same_document() -> None:
    content = workbook(ONE, extra='<definedNames><definedName name="a">"b c"</definedName></definedNames>')
    assert read_sheets(content) == read_sheets(content)
    assert recognises(content)


def test_no_word_of_the_file_is_in_an_error() -> None:
    content = workbook({"Karen": data('<row><c t="s"><v>Karen</v></c></row>')})
    with pytest.raises(Damaged) as caught:
        read_sheets(content)
    assert "Karen" not in f"{caught.value!r} {caught.value.remedy}"
    assert "Karen" not in repr(read_sheets(workbook({"Karen": data(row(1, "Karen"))})))


def test_a_strict_workbook_is_read_as_any_other() -> None:
    content = workbook(ONE)
    strict = _replaced(
        content,
        "xl/worksheets/sheet1.xml",
        xml("worksheet", ONE["One"])
        .replace(
            "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            "http://purl.oclc.org/ooxml/spreadsheetml/main",
        )
        .encode(),
    )
    assert "Shown\tBeside" in read_sheets(strict).text()
