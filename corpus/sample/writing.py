"""Stories → Word documents and PDFs; the same bytes each time, with no name of a user and no time of day."""

from __future__ import annotations

import io
from typing import Any
from xml.sax.saxutils import escape

from corpus.sample.story import Block, Story, Text
from redact.formats.word import writing as word

__all__ = ["as_docx", "as_pdf"]

_BODY_SIZE, _LEADING = 11.0, 16.0  # points
_CELL_SIZES = {2: 9.5, 3: 9.5, 4: 9.0, 5: 8.0}  # points, by the number of columns
_NARROW = 7.0


def as_docx(story: Story) -> bytes:
    """Write a story as a Word document, with its comments and tracked changes."""
    blocks: list[word.Block] = []
    for block in story.blocks:
        if block.kind == "heading":
            blocks.append(word.Heading(block.level, block.text.plain))
        elif block.kind == "table":
            rows = tuple(tuple(cell.plain for cell in row) for row in block.rows)
            blocks.append(word.Table(rows, heads=block.heads))
        else:
            blocks.append(_paragraph(block, story.author.plain))
    return word.write_docx(
        word.Report(
            title=story.title.plain,
            author=story.author.plain,
            header=story.header.plain,
            footer=story.footer.plain,
            blocks=tuple(blocks),
        )
    )


def as_pdf(story: Story) -> bytes:
    """Write a story as a PDF, in which every change is accepted and no comment is left."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.units import mm
    from reportlab.platypus import SimpleDocTemplate

    out = io.BytesIO()
    document = SimpleDocTemplate(
        out,
        pagesize=A4,
        leftMargin=25 * mm,
        rightMargin=25 * mm,
        topMargin=26 * mm,
        bottomMargin=24 * mm,
        title=story.title.plain,
        author=story.author.plain,
        subject="",
        invariant=1,  # no time of day, no random id
        pageCompression=0,  # bytes that do not depend on the machine's zlib
        lang="en-GB",
    )
    width = A4[0] - 50 * mm

    def running_lines(canvas: Any, _document: Any) -> None:
        canvas.saveState()
        canvas.setFont("Helvetica", 8)
        canvas.drawString(25 * mm, A4[1] - 15 * mm, story.header.kept)
        canvas.drawString(25 * mm, 13 * mm, story.footer.kept)
        canvas.drawRightString(A4[0] - 25 * mm, 13 * mm, str(canvas.getPageNumber()))
        canvas.restoreState()

    flowing = [flowable for block in story.blocks for flowable in _flowables(block, width)]
    document.build(flowing, onFirstPage=running_lines, onLaterPages=running_lines)
    return out.getvalue()


def _paragraph(block: Block, author: str) -> word.Paragraph:
    pieces = tuple(
        word.Tracked(piece.text, author, deleted=piece.change == "-") if piece.change else piece.text
        for piece in block.text.pieces
    )
    comment = None
    if block.comment is not None:
        by, initials, words = block.comment
        comment = word.Comment(words.plain, by.plain, initials)
    return word.Paragraph(pieces, comment=comment)


def _flowables(block: Block, width: float) -> list[Any]:
    from reportlab.lib.colors import black
    from reportlab.platypus import Paragraph, Spacer, Table

    if block.kind != "table":
        return [Paragraph(_markup(block.text), _style(block))]
    columns = len(block.rows[0])
    size = _CELL_SIZES.get(columns, _NARROW)
    rows = [
        [Paragraph(_markup(cell), _cell_style(size, bold=block.heads and number == 0)) for cell in row]
        for number, row in enumerate(block.rows)
    ]
    table = Table(rows, colWidths=[width / columns] * columns, style=[("GRID", (0, 0), (-1, -1), 0.5, black)])
    return [table, Spacer(1, 10)]


def _markup(text: Text) -> str:
    return escape(text.kept).replace("\n", "<br/>")


def _style(block: Block) -> Any:
    from reportlab.lib.styles import ParagraphStyle

    if block.kind == "heading":
        size = {1: 15, 2: 12.5}[block.level]
        return ParagraphStyle(
            f"heading {block.level}",
            fontName="Helvetica-Bold",
            fontSize=size,
            leading=size * 1.25,
            spaceBefore=12,
            spaceAfter=6,
            keepWithNext=1,
        )
    return ParagraphStyle("body", fontName="Helvetica", fontSize=_BODY_SIZE, leading=_LEADING, spaceAfter=7)


def _cell_style(size: float, *, bold: bool) -> Any:
    from reportlab.lib.styles import ParagraphStyle

    name = "Helvetica-Bold" if bold else "Helvetica"
    return ParagraphStyle("cell", fontName=name, fontSize=size, leading=size * 1.25, splitLongWords=0)
