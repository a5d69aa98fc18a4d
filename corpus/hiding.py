"""Write hidden plants into the bytes of a Word file or a PDF; the same bytes each time."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from corpus.telling.hidden import BOTH, Hidden
from redact.formats.word.writing import without_times

__all__ = ["in_docx", "in_pdf"]

_CHANGED_AT = datetime(2010, 1, 4, 9, 0, tzinfo=UTC)
_CHANGED_BY = "Corpus"
_PDF_KEYS = {"author": "/Author", "title": "/Title", "subject": "/Subject"}


def in_docx(data: bytes, plants: Sequence[Hidden], text: str) -> bytes:
    """Write plants into a Word file of a told text.

    Raises:
        ValueError: a plant's paragraph is not in the file.
    """
    import docx

    document = docx.Document(io.BytesIO(data))
    paragraphs = {paragraph.text: paragraph for paragraph in document.paragraphs}
    # What stands further on comes first, so that no plant moves the place of another.
    for plant in sorted(plants, key=lambda plant: -plant.at):
        if plant.paragraph is None:
            _WRITERS[plant.place](document, plant)
        elif plant.place != "comment author":
            told = text[slice(*plant.paragraph)]
            if told not in paragraphs:
                raise ValueError("a paragraph of the told text is not in the file")
            by = [each.quote for each in plants if each.place == "comment author"]
            _PARAGRAPH_WRITERS[plant.place](document, paragraphs[told], plant, *by)
    out = io.BytesIO()
    document.save(out)
    return without_times(out.getvalue())


def in_pdf(data: bytes, plants: Sequence[Hidden]) -> bytes:
    """Write the plants that Word takes along into the information of a PDF."""
    import pikepdf

    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for plant in plants:
            if plant.place in BOTH:
                pdf.docinfo[_PDF_KEYS[plant.place]] = plant.words
        pdf.save(
            out,
            deterministic_id=True,
            compress_streams=False,  # bytes that do not depend on the machine's zlib
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    return out.getvalue()


# ---------------------------------------------------------------- places of a Word file


def _author(document: Any, plant: Hidden) -> None:
    document.core_properties.author = plant.words


def _last_modified_by(document: Any, plant: Hidden) -> None:
    document.core_properties.last_modified_by = plant.words


def _title(document: Any, plant: Hidden) -> None:
    document.core_properties.title = plant.words


def _subject(document: Any, plant: Hidden) -> None:
    document.core_properties.subject = plant.words


def _header(document: Any, plant: Hidden) -> None:
    document.sections[0].header.add_paragraph(plant.words)


def _footer(document: Any, plant: Hidden) -> None:
    document.sections[0].footer.add_paragraph(plant.words)


def _comment(document: Any, paragraph: Any, plant: Hidden, by: str = _CHANGED_BY) -> None:
    added = document.add_comment(paragraph.runs, plant.words, by, "".join(part[0] for part in by.split()))
    added._comment_elm.date = _CHANGED_AT


def _hidden_text(_document: Any, paragraph: Any, plant: Hidden, *_: str) -> None:
    paragraph.add_run(plant.words).font.hidden = True


def _bookmark(_document: Any, paragraph: Any, plant: Hidden, *_: str) -> None:
    start = _element("w:bookmarkStart", id="1", name=plant.words)
    end = _element("w:bookmarkEnd", id="1")
    paragraph.runs[0]._r.addprevious(start)
    paragraph.runs[-1]._r.addnext(end)


def _tracked_deletion(_document: Any, paragraph: Any, plant: Hidden, *_: str) -> None:
    """Part the run before which the words stood; the words are told apart from those of a page by w:del."""
    run = paragraph.runs[0]
    words = run.text
    change = _element("w:del", id="9001", author=_CHANGED_BY, date=_CHANGED_AT.strftime("%Y-%m-%dT%H:%M:%SZ"))
    inner, deleted = _element("w:r"), _element("w:delText")
    deleted.text = plant.words
    deleted.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    inner.append(deleted)
    change.append(inner)
    after = paragraph.add_run(words[plant.at :])
    run.text = words[: plant.at]
    run._r.addnext(change)
    change.addnext(after._r)


def _element(tag: str, /, **attributes: str) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement(tag)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    return element


_WRITERS: Mapping[str, Callable[[Any, Hidden], None]] = {
    "author": _author,
    "last modified by": _last_modified_by,
    "title": _title,
    "subject": _subject,
    "header": _header,
    "footer": _footer,
}
_PARAGRAPH_WRITERS: Mapping[str, Callable[..., None]] = {
    "comment": _comment,
    "hidden text": _hidden_text,
    "bookmark": _bookmark,
    "tracked deletion": _tracked_deletion,
}
