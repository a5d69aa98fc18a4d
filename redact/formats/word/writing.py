"""Write a Word document from a small description, the same bytes each time.

The document holds what the description says and what python-docx writes into every file; no name of a
user, no time of day. Tracked changes and a comment can be written because real drafts hold them.
"""

from __future__ import annotations

import io
import itertools
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

__all__ = [
    "Block",
    "Comment",
    "Heading",
    "Paragraph",
    "Report",
    "Table",
    "Tracked",
    "without_times",
    "write_docx",
]

# Earliest time that a zip can hold. Nothing in the file tells when it was written.
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
_CHANGED_AT = datetime(2010, 1, 4, 9, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: level 0 is the title of the document, 1 to 9 are sections."""

    level: int
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Tracked:
    """Words that Word holds as a tracked insertion, or as a deletion that can still be read."""

    text: str = field(repr=False)
    author: str = field(repr=False)
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment in the margin, on the whole paragraph that holds it."""

    text: str = field(repr=False)
    author: str = field(repr=False)
    initials: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph in pieces; `style` is a style of Word's default template."""

    pieces: tuple[str | Tracked, ...] = field(repr=False)
    style: str = "Normal"
    comment: Comment | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table, row by row, all rows of one length; `heads` says that its first row names the columns.

    `marked` says so in the file too, for those who have it read out: many real ones do not.
    """

    rows: tuple[tuple[str, ...], ...] = field(repr=False)
    heads: bool = False
    marked: bool = False


Block = Heading | Paragraph | Table


@dataclass(frozen=True, slots=True)
class Report:
    """A whole document. `author` and `title` go into its properties (File, Info)."""

    title: str = field(repr=False)
    author: str = field(repr=False)
    header: str = field(repr=False)
    footer: str = field(repr=False)
    blocks: tuple[Block, ...] = field(repr=False)


def write_docx(report: Report) -> bytes:
    """Write `report` as a Word document.

    Raises:
        ValueError: a table has rows of different lengths, or the report is written in no known style.
    """
    import docx
    from docx.shared import Mm

    document = docx.Document()
    _set_properties(document, report)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)  # A4
    section.header.paragraphs[0].text = report.header
    section.footer.paragraphs[0].text = report.footer
    for block in report.blocks:
        if isinstance(block, Heading):
            document.add_heading(block.text, block.level)
        elif isinstance(block, Table):
            _add_table(document, block)
        else:
            _add_paragraph(document, block)
    out = io.BytesIO()
    document.save(out)
    return without_times(out.getvalue())


def without_times(data: bytes) -> bytes:
    """Pack the same members again, in their order, each with one fixed time."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            plain = zipfile.ZipInfo(member.filename, _ZIP_TIME)
            plain.compress_type = zipfile.ZIP_DEFLATED
            plain.create_system = 0  # the same on every system
            new.writestr(plain, old.read(member))
    return out.getvalue()


def _set_properties(document: Any, report: Report) -> None:
    properties = document.core_properties
    properties.title = report.title
    properties.author = properties.last_modified_by = report.author
    properties.comments = ""  # python-docx writes its own name here
    properties.created = properties.modified = _CHANGED_AT.replace(tzinfo=None)


def _add_table(document: Any, block: Table) -> None:
    widths = {len(row) for row in block.rows}
    if len(widths) != 1:
        raise ValueError(f"a table needs rows of one length, not of {sorted(widths)}")
    table = document.add_table(rows=0, cols=widths.pop(), style="Table Grid")
    for number, row in enumerate(block.rows):
        # `table.cell()` walks through the whole table for each cell; a new row's own cells do not.
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.paragraphs[0].add_run(text).bold = True if block.heads and number == 0 else None
    if block.marked:
        _mark_head(table.rows[0])
    document.add_paragraph()  # Word keeps tables apart by an empty paragraph


def _mark_head(row: Any) -> None:
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _add_paragraph(document: Any, block: Paragraph) -> None:
    if block.style not in [style.name for style in document.styles]:
        raise ValueError(f"there is no style {block.style!r} in the default template")
    paragraph = document.add_paragraph(style=block.style)
    numbers = _change_numbers(document)
    for piece in block.pieces:
        if isinstance(piece, Tracked):
            paragraph._p.append(_tracked(piece, next(numbers)))
        else:
            paragraph.add_run(piece)
    if block.comment is not None:
        comment = block.comment
        added = document.add_comment(paragraph.runs, comment.text, comment.author, comment.initials)
        added._comment_elm.date = _CHANGED_AT


def _change_numbers(document: Any) -> Iterator[int]:
    """Number tracked changes on from those that the document holds."""
    return itertools.count(len(document.element.body.xpath(".//w:ins|.//w:del")) + 1)


def _tracked(piece: Tracked, number: int) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    change = OxmlElement("w:del" if piece.deleted else "w:ins")
    change.set(qn("w:id"), str(number))
    change.set(qn("w:author"), piece.author)
    change.set(qn("w:date"), _CHANGED_AT.strftime("%Y-%m-%dT%H:%M:%SZ"))
    run = OxmlElement("w:r")
    text = OxmlElement("w:delText" if piece.deleted else "w:t")
    text.text = piece.text
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    run.append(text)
    change.append(run)
    return change
