"""Words that stand in the file in the place of what a page shows (ActualText)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pikepdf
import pytest

from redact.formats.building import Request, no_progress
from redact.formats.intake import read_file
from redact.values.text import Document

_SHOWN = b"BT /F1 12 Tf 72 700 Td (The nurse saw ) Tj %b BDC (Kestrelia Vane) Tj EMC ( there.) Tj ET"
_FONT = {"Type": pikepdf.Name.Font, "Subtype": pikepdf.Name.Type1, "BaseFont": pikepdf.Name.Helvetica}


def _read(folder: Path, marked: bytes, font: dict[str, Any], **resources: Any) -> Document:
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(595, 842))
    fonts = pikepdf.Dictionary(F1=pikepdf.Dictionary(**font))
    page.Resources = pikepdf.Dictionary(Font=fonts, **resources)
    page.Contents = pdf.make_stream(_SHOWN % marked)
    path = folder / "a.pdf"
    pdf.save(path)
    return read_file(str(path), Request(path.name, b"test"), no_progress)


@pytest.mark.parametrize(
    ("marked", "resources"),
    [
        (b"/Span <</ActualText (Child K)>>", {}),
        (b"/Span /M0", {"Properties": pikepdf.Dictionary(M0=pikepdf.Dictionary(ActualText="Child K"))}),
    ],
)
def test_what_is_drawn_is_read_beside_what_stands_for_it(
    tmp_path: Path, marked: bytes, resources: dict[str, Any]
) -> None:
    document = _read(tmp_path, marked, _FONT, **resources)
    assert "Child K" in document.text()
    assert any(
        "Kestrelia Vane" in passage.text and passage.location.place == "P16" for passage in document.passages
    )


@pytest.mark.parametrize(
    ("marked", "resources"),
    [
        (b"/Span <</ActualText (Child K)>>", {}),
        (b"/Span /M0", {"Properties": pikepdf.Dictionary(M0=pikepdf.Dictionary(ActualText="Child K"))}),
    ],
)
def test_what_is_drawn_in_unknown_letters_is_a_gap(
    tmp_path: Path, marked: bytes, resources: dict[str, Any]
) -> None:
    odd = {**_FONT, "BaseFont": pikepdf.Name.Symbol}
    document = _read(tmp_path, marked, odd, **resources)
    assert [gap.location.page for gap in document.gaps if gap.location.place == "P14"] == [1]
