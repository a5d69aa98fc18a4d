"""Pages that no page tree leads to: hidden template pages, and pages that lie loose in the file."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any

from redact.formats.pdf.contents import content_bytes
from redact.formats.pdf.gathering import Gathering, strings_in
from redact.formats.pdf.layout import paragraphs
from redact.formats.pdf.lines import read_page
from redact.values.text import Part

__all__ = ["read_hidden_pages", "resources_of"]

_MOST_PAGES = 1_000
_PAGE_KEYS = ("/MediaBox", "/Resources", "/Contents", "/Rotate")
_WHAT = "a page that is kept in the file and not shown"


def read_hidden_pages(hidden: Iterable[Any], gathering: Gathering) -> None:
    """Read the text of pages that the file keeps and does not show; one that cannot be read is a gap."""
    import pikepdf

    for page in list(hidden)[:_MOST_PAGES]:
        content = content_bytes(page) + b"\0".join(one.encode("utf-8", "replace") for one in strings_in(page))
        gathering.trace(Part.HIDDEN_TEXT, "P25", _WHAT, content)
        try:
            texts = _texts(page)
        except (pikepdf.PdfError, RuntimeError, ValueError):
            texts = []
        for text in texts:
            gathering.text(text, Part.HIDDEN_TEXT, "P25")
        if not texts and content_bytes(page).strip():
            gathering.gap(Part.HIDDEN_TEXT, "P25", _WHAT, content)


def resources_of(page: Any) -> Any:
    """Give the resources of a page, from the tree above it where it has none."""
    import pikepdf

    holder = page
    for _ in range(64):
        found = holder.get("/Resources")
        if isinstance(found, pikepdf.Dictionary):
            return found
        holder = holder.get("/Parent")
        if not isinstance(holder, pikepdf.Dictionary):
            break
    return pikepdf.Dictionary()


def _texts(page: Any) -> list[str]:
    """Read a page by putting a copy of it into a file of its own, in memory."""
    import pikepdf
    import pypdfium2

    scratch = pikepdf.new()
    made = scratch.add_blank_page(page_size=(1000, 1000)).obj
    for key in _PAGE_KEYS:
        value = resources_of(page) if key == "/Resources" else page.get(key)
        if value is not None:
            made[key] = _copied(scratch, value)
    buffer = io.BytesIO()
    scratch.save(buffer)
    document = pypdfium2.PdfDocument(buffer.getvalue())
    try:
        shown = document[0]
        try:
            return [paragraph.text for paragraph in paragraphs(read_page(shown).lines, 1.2)]
        finally:
            shown.close()
    finally:
        document.close()


def _copied(scratch: Any, value: Any) -> Any:
    """Copy a direct object into another file, and what it refers to."""
    import pikepdf

    if getattr(value, "is_indirect", False):
        return scratch.copy_foreign(value)
    if isinstance(value, pikepdf.Dictionary):
        return pikepdf.Dictionary({key: _copied(scratch, item) for key, item in value.items()})
    if isinstance(value, pikepdf.Array):
        return pikepdf.Array([_copied(scratch, item) for item in value])
    return value
