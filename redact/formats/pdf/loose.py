"""Words of a stream that nothing leads to: what kind it is has to be told by its bytes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from redact.formats.pdf.contents import look, pages
from redact.formats.pdf.inside import as_text
from redact.formats.pdf.second import shown_in, unparsable

__all__ = ["words_of_stream"]

_SILENT = frozenset(("/Length1", "/Length2", "/Length3", "/FunctionType", "/ShadingType"))
_SILENT_TYPES = ("/CMap", "/Halftone", "/XRef", "/ObjStm")


def words_of_stream(pdf: Any, stream: Any) -> list[str] | None:
    """Give the words of a stream; none of one that holds a font or a table; None where it cannot be read."""
    import pikepdf

    if set(stream.keys()) & _SILENT or str(stream.get("/Type", "")) in _SILENT_TYPES:
        return []
    if str(stream.get("/Subtype", "")) in ("/Type1C", "/CIDFontType0C", "/OpenType"):
        return []
    try:
        data = bytes(stream.read_bytes())
    except (pikepdf.PdfError, pikepdf.DataDecodingError, RuntimeError):
        return None
    if b"begincmap" in data[:4_000]:
        return []
    marks = look(data)
    if marks.shows_text:
        try:
            return list(dict.fromkeys(_shown(pdf, stream)))
        except unparsable():
            return None
    if marks.draws and not marks.described and as_text(data) is not None:
        return [] if not marks.inline else None
    text = as_text(data)
    return None if text is None else [line for line in text.splitlines() if line.strip()]


def _shown(pdf: Any, stream: Any) -> Iterator[str]:
    """Read a loose drawing with its own fonts, else with those of any page, else letter by letter."""
    read: list[str] = []
    own = stream.get("/Resources")
    for resources in [own, *(resources for _, _, resources in pages(pdf))][:50]:
        if resources is not None:
            read = ["".join(pieces) for pieces in shown_in(stream, resources)]
        if read:
            break
    if not read:
        read = list(_raw_strings(stream))
    yield from (text for text in read if text.strip())
    joined = "".join(read)
    if len(read) > 1 and joined.strip():
        yield joined


def _raw_strings(stream: Any) -> Iterator[str]:
    import pikepdf

    for instruction in pikepdf.parse_content_stream(stream, "Tj TJ ' \""):
        last = instruction.operands[-1] if len(instruction.operands) else None
        items = list(last) if isinstance(last, pikepdf.Array) else [last]
        yield "".join(
            bytes(item).decode("cp1252", "replace") for item in items if isinstance(item, pikepdf.String)
        )
