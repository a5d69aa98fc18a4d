"""Forms that no page draws: appearances of annotations, forms left over, cells of patterns.

Their text is read by drawing each of them on a page of its own, in memory.
"""

from __future__ import annotations

import io
from typing import Any

from redact.formats.pdf.contents import Contents
from redact.formats.pdf.gathering import Gathering
from redact.formats.pdf.layout import paragraphs
from redact.formats.pdf.lines import read_page
from redact.formats.pdf.survey import Survey
from redact.values.text import Part

__all__ = ["read_undrawn"]

_MOST_FORMS = 5_000
_APPEARANCE_KEYS = ("/N", "/R", "/D")


def read_undrawn(found: Survey, contents: Contents, gathering: Gathering) -> None:
    """Read the text of every form that no page draws; a picture in one is reported with all pictures.

    Raises Hostile and LimitReached as for a page.
    """
    waiting = [(key, form) for key, form in found.forms if form.objgen not in contents.first_page]
    waiting += [("/Pattern", pattern) for pattern in found.patterns]
    for _, form in waiting:
        contents.look_through(form, form.get("/Resources"), None)
    waiting = [(key, form) for key, form in waiting if _may_show_text(form, contents)]
    if len(waiting) > _MOST_FORMS:
        gathering.gap(Part.HIDDEN_TEXT, "P13", "more forms are kept undrawn than are read", b"")
        waiting = waiting[:_MOST_FORMS]
    for (key, _), text in zip(waiting, _texts([form for _, form in waiting]), strict=True):
        appearance = key in _APPEARANCE_KEYS
        for paragraph in text:
            if not gathering.holds(paragraph):
                part = Part.ANNOTATION if appearance else Part.HIDDEN_TEXT
                gathering.text(paragraph, part, "P19" if appearance else "P13")


def _may_show_text(form: Any, contents: Contents) -> bool:
    drawn = contents.of_form(form)
    return drawn.shows_text or bool(drawn.names)


def _texts(forms: list[Any]) -> list[list[str]]:
    """Draw each form on a page of its own and read the pages."""
    import pikepdf
    import pypdfium2

    if not forms:
        return []
    scratch = pikepdf.new()
    for form in forms:
        copy = scratch.copy_foreign(form)
        copy["/Type"], copy["/Subtype"] = pikepdf.Name.XObject, pikepdf.Name.Form
        page = scratch.add_blank_page(page_size=(1000, 1000))
        page.obj["/Resources"] = pikepdf.Dictionary(XObject=pikepdf.Dictionary(F=copy))
        page.obj["/Contents"] = scratch.make_stream(b"/F Do")
    buffer = io.BytesIO()
    scratch.save(buffer)
    document = pypdfium2.PdfDocument(buffer.getvalue())
    try:
        return [_page_texts(document[index]) for index in range(len(forms))]
    finally:
        document.close()


def _page_texts(page: Any) -> list[str]:
    try:
        return [paragraph.text for paragraph in paragraphs(read_page(page).lines, 1.2)]
    finally:
        page.close()
