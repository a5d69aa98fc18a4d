"""A small report as a Word document with and without styles, as a PDF and as plain text.

It is a list of pieces: ("h1", title), ("p", paragraph), ("field", lines of a table of contents that Word
keeps), ("contents", lines of one that was typed), ("table", rows), ("header", text), ("hidden", text),
("deleted", text), ("comment", text on the paragraph before).
"""

from __future__ import annotations

import io
import textwrap
from collections.abc import Iterator, Sequence

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate

from redact.formats import pdf, plain, word
from redact.formats.building import DocumentBuilder, Request
from redact.values.text import Document, Format
from tests.judge.judging_factory import SECRET

__all__ = ["Pieces", "as_pdf", "as_text", "as_word", "every_form"]

Pieces = Sequence[tuple[str, object]]


def every_form(pieces: Pieces) -> Iterator[tuple[str, Document]]:
    """Read the report in each form."""
    yield "word", as_word(pieces)
    yield "word without styles", as_word(pieces, styled=False)
    yield "pdf", as_pdf(pieces)
    yield "text", as_text(pieces)
    yield "text without blank lines", as_text(pieces, glued=True)


def as_word(pieces: Pieces, *, styled: bool = True) -> Document:
    """Write and read a Word document; without styles its headings are paragraphs in bold."""
    made = docx.Document()
    for kind, what in pieces:
        if kind == "h1" and styled:
            made.add_heading(what, 1)
        elif kind == "h1":
            made.add_paragraph().add_run(what).bold = True
        elif kind == "field":
            _field(made, what)
        elif kind == "table":
            _table(made, what)
        elif kind == "header":
            made.sections[0].header.paragraphs[0].text = what
        elif kind == "hidden":
            made.add_paragraph().add_run(what).font.hidden = True
        elif kind == "deleted":
            _deleted(made, what)
        elif kind == "comment":
            made.add_comment(made.paragraphs[-1].runs, text=what, author="A", initials="A")
        else:
            for line in [what] if isinstance(what, str) else what:  # type: ignore[attr-defined]
                made.add_paragraph(line)
    buffer = io.BytesIO()
    made.save(buffer)
    return _read(word, buffer.getvalue(), Format.DOCX)


def as_pdf(pieces: Pieces) -> Document:
    """Write and read a PDF; what a PDF does not have is left out."""
    styles = getSampleStyleSheet()
    body = ParagraphStyle("body", parent=styles["Normal"], fontSize=11, leading=14, spaceAfter=8)
    shown = []
    for kind, what in pieces:
        if kind == "h1":
            shown.append(Paragraph(what, styles["Heading1"]))
        elif kind in ("field", "contents"):
            shown += [Paragraph(line.replace("\t", " ........ "), body) for line in what]  # type: ignore[attr-defined]
        elif kind == "p":
            shown.append(Paragraph(what, body))
    buffer = io.BytesIO()
    SimpleDocTemplate(buffer, invariant=1).build(shown)
    return _read(pdf, buffer.getvalue(), Format.PDF)


def as_text(pieces: Pieces, *, glued: bool = False) -> Document:
    """Write and read a text of wrapped lines; glued, a heading stands right above its text."""
    lines: list[str] = []
    for kind, what in pieces:
        if kind == "h1":
            lines += [str(what)] if glued else [str(what), ""]
        elif kind in ("field", "contents"):
            lines += [*what, ""]  # type: ignore[misc]
        elif kind == "p":
            lines += [textwrap.fill(str(what), 78), ""]
    return _read(plain, "\n".join(lines).encode(), Format.TXT)


def _read(reader: object, data: bytes, format_: Format) -> Document:
    builder = DocumentBuilder(Request("a methodology.docx", SECRET), sha256="0" * 64, format=format_)
    read: Document = reader.read(data, builder)  # type: ignore[attr-defined]
    return read


def _field(made: docx.document.Document, lines: Sequence[str]) -> None:
    made.styles.add_style("toc 1", WD_STYLE_TYPE.PARAGRAPH)
    for number, line in enumerate(lines):
        paragraph = made.add_paragraph(style="toc 1")
        if number == 0:
            _mark(paragraph, "begin")
            code = OxmlElement("w:instrText")
            code.text = ' TOC \\o "1-3" \\h '
            paragraph.add_run()._r.append(code)
            _mark(paragraph, "separate")
        paragraph.add_run(line)
        if number == len(lines) - 1:
            _mark(paragraph, "end")


def _mark(paragraph: docx.text.paragraph.Paragraph, kind: str) -> None:
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    paragraph.add_run()._r.append(mark)


def _table(made: docx.document.Document, rows: Sequence[Sequence[str]]) -> None:
    wide = max(len(row) for row in rows)
    table = made.add_table(len(rows), wide)
    for number, row in enumerate(rows):
        if len(row) < wide:
            table.cell(number, 0).merge(table.cell(number, wide - 1))
        for column, text in enumerate(row):
            table.cell(number, column).text = text


def _deleted(made: docx.document.Document, text: str) -> None:
    deletion, run, inside = (OxmlElement(name) for name in ("w:del", "w:r", "w:delText"))
    for name, value in (("id", "77"), ("author", "A"), ("date", "2031-01-01T00:00:00Z")):
        deletion.set(qn(f"w:{name}"), value)
    inside.text = text
    run.append(inside)
    deletion.append(run)
    made.add_paragraph()._p.append(deletion)
