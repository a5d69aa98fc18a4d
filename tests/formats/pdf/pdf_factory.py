"""PDFs made by code, and how a test reads them."""

from __future__ import annotations

import hashlib
import io
import textwrap
from collections.abc import Callable, Iterable

import pikepdf
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from redact.formats import pdf
from redact.formats.building import DocumentBuilder, Progress, Request, no_progress
from redact.values.text import Document, Format, Part, Passage

SECRET = b"s" * 32
PROSE = (
    "The panel met on several days and considered what each agency had written about the child and the "
    "family in the two years before the incident."
)

Draw = Callable[[Canvas], None]


def drawn(*pages: Draw, size: tuple[float, float] = A4) -> bytes:
    """Draw each page by a function of its own, in Helvetica 12."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=size)
    for draw in pages:
        canvas.setFont("Helvetica", 12)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def lines(texts: Iterable[str], *, x: float = 72, y: float = 700, pitch: float = 14) -> Draw:
    """Make a function that draws lines under one another."""

    def draw(canvas: Canvas) -> None:
        for number, text in enumerate(texts):
            canvas.drawString(x, y - number * pitch, text)

    return draw


def operators(code: str, *, x: float = 72, y: float = 720) -> Draw:
    """Make a function that writes text operators as they are."""

    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(x, y)
        text._code.append(code)
        canvas.drawText(text)

    return draw


def prose(canvas: Canvas) -> None:
    """Draw a paragraph, so that a page is not empty."""
    lines(textwrap.wrap(PROSE, 80), y=600)(canvas)


def changed(data: bytes, change: Callable[[pikepdf.Pdf], None], **how: object) -> bytes:
    """Change a pdf with pikepdf and write it again, whole."""
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as opened:
        change(opened)
        opened.save(buffer, fix_metadata_version=False, **how)  # type: ignore[arg-type]
    return buffer.getvalue()


def read(
    data: bytes, *, password: str | None = None, progress: Progress = no_progress, name: str = ""
) -> Document:
    """Read a pdf in this process; one without a name gives no passage for it."""
    request = Request(name=name, secret=SECRET, password=password, progress=progress)
    return pdf.read(
        data, DocumentBuilder(request, sha256=hashlib.sha256(data).hexdigest(), format=Format.PDF)
    )


def read_as_a_task(data: bytes, report: Progress) -> Document:
    """Read a pdf where the guard runs it."""
    return read(data, progress=report)


def texts(document: Document, part: Part = Part.BODY) -> list[str]:
    """Give the document's own texts of one part, without other readings of them."""
    return [one.text for one in document.passages if one.location.part is part and not one.apart]


def other_readings(document: Document) -> list[Passage]:
    """Give the passages that repeat a text in another reading."""
    return [one for one in document.passages if one.apart]


def news(document: Document) -> list[str]:
    """Give what the other readings bring: the stretches in focus."""
    return [one.text[start:end] for one in other_readings(document) for start, end in one.focus]


def gaps(document: Document) -> list[tuple[str | None, int | None]]:
    """Give the place and page of each gap."""
    return [(gap.location.place, gap.location.page) for gap in document.gaps]


def traces(document: Document) -> list[tuple[str | None, int | None]]:
    """Give the place and page of each trace, but for the times and ids that every program writes."""
    usual = ("P17", "P32")
    return [
        (one.location.place, one.location.page) for one in document.traces if one.location.place not in usual
    ]
