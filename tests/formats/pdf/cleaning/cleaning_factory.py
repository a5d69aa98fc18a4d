"""PDFs to be cleaned, and how a test looks at a copy."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable

import numpy as np
import pikepdf
import pypdfium2

from redact.formats.building import Request
from redact.formats.pdf.cleaning import clean
from redact.formats.unpacking import texts_of
from redact.values.cleaning import Cleaned, CleaningOptions, Refusal
from tests.formats.pdf.pdf_factory import SECRET

PLAIN = CleaningOptions()
PICTURES = CleaningOptions(as_pictures=True)


def cleaned(data: bytes, options: CleaningOptions = PLAIN, *, password: str | None = None) -> Cleaned:
    """Clean a pdf in this process; it is not refused."""
    answer = clean(data, Request(name="file.pdf", secret=SECRET, password=password), options)
    assert isinstance(answer, Cleaned), answer
    return answer


def refused(data: bytes, options: CleaningOptions = PLAIN) -> Refusal:
    """Clean a pdf in this process; it is refused."""
    answer = clean(data, Request(name="file.pdf", secret=SECRET), options)
    assert isinstance(answer, Refusal), answer
    return answer


def built(content: str | bytes, **page: object) -> bytes:
    """Make a pdf of one page from operators; entries of the page as given, F1 being Helvetica."""
    pdf = pikepdf.new()
    holder = pdf.add_blank_page(page_size=(400, 300)).obj
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.Type1,
        BaseFont=pikepdf.Name.Helvetica,
        Encoding=pikepdf.Name.WinAnsiEncoding,
    )
    holder["/Resources"] = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
    holder["/Contents"] = pdf.make_stream(content if isinstance(content, bytes) else content.encode())
    for key, value in page.items():
        holder[f"/{key}"] = value
    return saved(pdf)


def with_resource(data: bytes, kind: str, name: str, make: Callable[[pikepdf.Pdf], object]) -> bytes:
    """Put one thing more into the resources of the first page."""
    pdf = pikepdf.open(io.BytesIO(data))
    resources = pdf.pages[0].obj["/Resources"]
    if f"/{kind}" not in resources:
        resources[f"/{kind}"] = pikepdf.Dictionary()
    resources[f"/{kind}"][f"/{name}"] = make(pdf)
    return saved(pdf)


def saved(pdf: pikepdf.Pdf, **how: object) -> bytes:
    """Write a pdf."""
    buffer = io.BytesIO()
    pdf.save(buffer, fix_metadata_version=False, **how)  # type: ignore[arg-type]
    return buffer.getvalue()


def page_texts(data: bytes) -> list[str]:
    """Give the text of each page as pdfium finds it."""
    document = pypdfium2.PdfDocument(data)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def everything_in(data: bytes) -> str:
    """Give every text that can be unpacked from the bytes, and what the pages say, in lower case."""
    return "\n".join([*(text.text for text in texts_of(data)), *page_texts(data)]).lower()


def found_in(data: bytes, words: Iterable[str]) -> list[str]:
    """Give the words that stand anywhere in the bytes, in any wrapping."""
    everything = everything_in(data)
    return [word for word in words if word.lower() in everything]


def pixels(data: bytes, *, dpi: int = 108) -> list[np.ndarray]:
    """Draw each page."""
    document = pypdfium2.PdfDocument(data)
    try:
        return [np.array(page.render(scale=dpi / 72).to_numpy()) for page in document]
    finally:
        document.close()


def looks_alike(one: bytes, other: bytes) -> bool:
    """Tell whether all pages are drawn the same, pixel for pixel."""
    first, second = pixels(one), pixels(other)
    return len(first) == len(second) and all(map(np.array_equal, first, second))
