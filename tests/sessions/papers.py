"""Papers of invented reviews: a bundle written down as text becomes Word documents, and PDFs with tags.

The bundles are those of the acceptance tests of the rulebook, which have no fault. A PDF is drawn here, with
its title, its language and a tag on all of it, since an office program would cost seconds for each.
"""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import stringWidth

from redact.values.judgement import DocumentKind
from tests.acceptance.rulebook.bundles import read
from tests.acceptance.rulebook.test_bundles_in_word import in_word, pieces

__all__ = ["lines_of", "pdf_of", "word_of"]

_LEFT, _WIDTH, _TOP, _BOTTOM = 72.0, 450.0, 780.0, 80.0
_SIZES = {1: 18, 2: 14, 3: 12}
_TEXT, _LEADING = 10, 14
_CELL, _PAD = 8, 4


def lines_of(bundle: str, kind: DocumentKind) -> list[str]:
    """Give the lines of the one document of a kind in a bundle."""
    (lines,) = (lines for found, lines in pieces(read(bundle)) if found is kind)
    return lines


def word_of(kind: DocumentKind, lines: Sequence[str], path: Path) -> Path:
    """Write a document as a Word file."""
    aside = path.parent / f"{path.name}.making"
    aside.mkdir()
    ((_, made),) = in_word("\n".join([f"[{kind.value}]", *lines]), aside)
    made.rename(path)
    shutil.rmtree(aside)
    return path


def pdf_of(kind: DocumentKind, lines: Sequence[str], path: Path, *, scan: bool = False) -> Path:
    """Write a document as a PDF that everybody can follow, its pages numbered at their foot.

    Args:
        scan: with a last page that is a picture alone, as of a page that was scanned.
    """
    drawing = _Drawing(pikepdf.new())
    for is_row, group in groupby(lines, lambda line: line.startswith("|")):
        several = list(group)
        if is_row:
            drawing.table([[cell.strip() for cell in line.strip("|").split("|")] for line in several])
            continue
        for line in several:
            marks, _, words = line.partition(" ")
            if marks.strip("#"):
                drawing.paragraph("P", line, _TEXT)
            else:
                drawing.paragraph(f"H{len(marks)}", words, _SIZES[len(marks)])
    if scan:
        drawing.picture("A drawing of the weeks of the review")
    path.write_bytes(drawing.finished(f"The {kind.value} of a review"))
    return path


@dataclass(slots=True)
class _Page:
    object: Any
    code: list[str] = field(default_factory=list)
    tags: list[Any] = field(default_factory=list)  # of each marked stretch, in their order


class _Drawing:
    """Sets lines one under the other, each in a tag of its own."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        self._pages: list[_Page] = []
        self._root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self._whole = self._tag("Document", self._root)
        self._font = pdf.make_indirect(
            Dictionary(
                Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding
            )
        )
        self._at = 0.0

    def paragraph(self, tag: str, text: str, size: int) -> None:
        """Set a text in lines of the page's width."""
        lines = simpleSplit(text, "Helvetica", size, _WIDTH)
        self._need(_LEADING + len(lines) * size * 1.4)
        self._at -= size
        self._mark(self._tag(tag, self._whole), [(line, _LEFT, size) for line in lines])
        self._at -= _PAD

    def table(self, rows: Sequence[Sequence[str]]) -> None:
        """Set a table with ruled cells, its first row the header."""
        table = self._tag("Table", self._whole)
        widths = _widths(rows)
        for number, cells in enumerate(rows):
            row = self._tag("TR", table)
            lines = [
                simpleSplit(cell, "Helvetica", _CELL, width - 2 * _PAD)
                for cell, width in zip(cells, widths, strict=True)
            ]
            height = max(map(len, lines)) * _CELL * 1.4 + 2 * _PAD
            self._need(height)
            top = self._at
            for column, own in enumerate(lines):
                left, width = _LEFT + sum(widths[:column]), widths[column]
                self._artifact(f"{left:.1f} {top - height:.1f} {width:.1f} {height:.1f} re S")
                cell = self._tag("TD" if number else "TH", row)
                if not number:
                    cell["/A"] = Dictionary(O=Name.Table, Scope=Name.Column)
                self._at = top - _PAD - _CELL
                self._mark(cell, [(line, left + _PAD, _CELL) for line in own])
            self._at = top - height
        self._at -= _LEADING

    def picture(self, described: str) -> None:
        """Give a page of its own to a picture."""
        self._need(2 * _TOP)
        image = self._pdf.make_stream(bytes(range(256)) * 256)
        image.Type, image.Subtype, image.Width, image.Height = Name.XObject, Name.Image, 256, 256
        image.ColorSpace, image.BitsPerComponent = Name.DeviceGray, 8
        page = self._pages[-1]
        page.object.Resources.XObject = Dictionary(Im1=image)
        figure = self._tag("Figure", self._whole)
        figure.Alt, figure.Pg, figure.K = String(described), page.object, Array([len(page.tags)])
        page.code.append(f"/Figure <</MCID {len(page.tags)}>> BDC q 450 0 0 600 72 120 cm /Im1 Do Q EMC")
        page.tags.append(figure)

    def finished(self, title: str) -> bytes:
        """Give the file, with its page numbers."""
        numbers: list[Any] = []
        for number, page in enumerate(self._pages):
            foot = f"BT /F1 8 Tf {_LEFT} 40 Td ({number + 1}) Tj ET"
            code = "\n".join([*page.code, f"/Artifact <</Type /Pagination>> BDC {foot} EMC"])
            page.object.Contents = self._pdf.make_stream(code.encode("cp1252"))
            numbers += [number, self._pdf.make_indirect(Array(page.tags))]
        self._root.K = self._whole
        self._root.ParentTree = self._pdf.make_indirect(Dictionary(Nums=Array(numbers)))
        root = self._pdf.Root
        root.StructTreeRoot, root.MarkInfo = self._root, Dictionary(Marked=True)
        root.Lang, root.ViewerPreferences = String("en-GB"), Dictionary(DisplayDocTitle=True)
        self._pdf.trailer["/Info"] = self._pdf.make_indirect(Dictionary(Title=String(title)))
        buffer = io.BytesIO()
        self._pdf.save(buffer, fix_metadata_version=False, deterministic_id=True)
        return buffer.getvalue()

    def _need(self, height: float) -> None:
        if self._pages and self._at - height > _BOTTOM:
            return
        page = self._pdf.make_indirect(
            Dictionary(
                Type=Name.Page,
                MediaBox=Array([0, 0, 595, 842]),
                Resources=Dictionary(Font=Dictionary(F1=self._font)),
                StructParents=len(self._pages),
            )
        )
        self._pdf.pages.append(pikepdf.Page(page))
        self._pages.append(_Page(page))
        self._at = _TOP

    def _mark(self, tag: Any, lines: Sequence[tuple[str, float, int]]) -> None:
        page = self._pages[-1]
        tag["/Pg"] = page.object
        tag["/K"] = Array([len(page.tags)])
        page.code.append(f"/{str(tag.S)[1:]} <</MCID {len(page.tags)}>> BDC")
        page.code += self._shown(lines)
        page.code.append("EMC")
        page.tags.append(tag)

    def _shown(self, lines: Sequence[tuple[str, float, int]]) -> Iterator[str]:
        for text, left, size in lines:
            escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
            yield f"BT /F1 {size} Tf {left:.1f} {self._at:.1f} Td ({escaped}) Tj ET"
            self._at -= size * 1.4

    def _artifact(self, code: str) -> None:
        self._pages[-1].code.append(f"/Artifact BMC {code} EMC")

    def _tag(self, kind: str, parent: Any) -> Any:
        made = self._pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name("/" + kind), P=parent, K=Array([]))
        )
        if "/K" in parent:
            parent.K.append(made)
        return made


def _widths(rows: Sequence[Sequence[str]]) -> list[float]:
    """Share the width out by the longest word and the length of each column, so that no word is cut."""
    words = [
        max(stringWidth(word, "Helvetica", _CELL) for row in rows for word in row[column].split() or [""])
        for column in range(len(rows[0]))
    ]
    least = [width + 2 * _PAD + 1 for width in words]
    lengths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    spare = _WIDTH - sum(least)
    return [width + spare * length / sum(lengths) for width, length in zip(least, lengths, strict=True)]
