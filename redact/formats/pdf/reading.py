"""A pdf → Document: pages by pdfium, everything beside them by qpdf, all of it by an allow-list."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from redact.errors import Damaged, Hostile, LimitReached
from redact.formats.building import DocumentBuilder
from redact.formats.pdf.access import Read, access_of
from redact.formats.pdf.annotations import read_annotations, read_form
from redact.formats.pdf.contents import Contents, Drawn, pages
from redact.formats.pdf.fonts import letters_are_known
from redact.formats.pdf.gathering import Gathering
from redact.formats.pdf.hidden_pages import Hiding
from redact.formats.pdf.inside import is_inside, read_attachment
from redact.formats.pdf.leftovers import look_for_leftovers
from redact.formats.pdf.letter_widths import widths_disagree
from redact.formats.pdf.lettering import maps_disagree
from redact.formats.pdf.lines import PageLines, read_page
from redact.formats.pdf.metadata import read_metadata
from redact.formats.pdf.opening import Opened, open_pdf
from redact.formats.pdf.picture_data import read_picture_data, report_cropped
from redact.formats.pdf.pictures import inline_picture, picture
from redact.formats.pdf.scans import read_scan
from redact.formats.pdf.second import read_twice
from redact.formats.pdf.seeing import show_fields
from redact.formats.pdf.survey import Survey, survey
from redact.formats.pdf.tables import find_tables, read_rules
from redact.formats.pdf.undrawn import read_undrawn
from redact.formats.pdf.unshown import read_hidden_pages
from redact.formats.pdf.writing import ReadPage, write_pages
from redact.values.text import Document, Pages, Part

__all__ = ["read_pdf"]

_SAVE_AGAIN = "Open it in the program that made it, save it as a new PDF there, and check that file."
_NO_LETTERS = "does not say which letters its shapes are"
_WRONG_SHAPE = (TypeError, ValueError, KeyError, IndexError, AttributeError, ArithmeticError, RuntimeError)
_SEE_THE_PAGE = (
    "Look at the page; save the PDF again from the program that made it, or have its text recognised (OCR)."
)


def read_pdf(data: bytes, builder: DocumentBuilder) -> Document:
    """Read a pdf whole: its text with pages, what hangs on it, and a gap for all that could not be read.

    Raises PasswordNeeded, Damaged, Hostile and LimitReached as `open_pdf` and the page readers do.
    """
    import pikepdf

    try:
        return _read(data, builder)
    except RecursionError:
        raise LimitReached("the file is nested deeper than any report", _SAVE_AGAIN) from None
    except (pikepdf.PdfError, pikepdf.DataDecodingError, *_WRONG_SHAPE):
        # An object that is not of the kind that its place asks for. Its text may hold words of the file.
        raise Damaged(
            "the file is damaged: a part of it is not what its place asks for", _SAVE_AGAIN
        ) from None


def _read(data: bytes, builder: DocumentBuilder) -> Document:
    opened = open_pdf(data, builder.request.password)
    gathering = Gathering(builder.request.ocr)
    contents = Contents()
    drawn = [contents.look_through(page, resources, number) for number, page, resources in pages(opened.pdf)]
    # Before the survey, which meets the same texts and does not know their pages.
    for number, page, _ in pages(opened.pdf):
        read_annotations(page, number, gathering)
    found = survey(opened.pdf, gathering)
    read = _read_pages(opened, builder, gathering, {n for n, marks in enumerate(drawn, 1) if marks.names})
    said = ["\n".join(line.text for line in page.lines.lines) for page in read]
    read_twice(opened.pdf, drawn, [form for _, form in found.forms], contents, said, gathering)
    _report_pages(read, drawn, gathering, opened)
    _report_fonts(opened.pdf, found, gathering)
    _report_pictures(found, contents, drawn, gathering)
    write_pages(read, builder)
    read_form(opened.pdf, gathering)
    read_metadata(opened.pdf, gathering)
    read_undrawn(found, contents, gathering)
    _described(found, drawn, contents, read, gathering)
    for stream in found.attached:
        name = found.names.get(stream.objgen, "")
        read_attachment(_attached(stream), name, builder.request, gathering)
    read_hidden_pages(found.hidden_pages, gathering)
    known = [*said, *gathering.texts]
    look_for_leftovers(opened.pdf, data, found, gathering, _read, builder.request, known)
    if opened.pdf.is_encrypted:
        gathering.trace(Part.PROPERTY, "P33", "the file is encrypted, or its use is restricted", b"")
    if opened.repaired:
        what = "the file is damaged and was mended while it was read; something may be missing"
        gathering.gap(Part.BODY, "P27", what, data, remedy=_SAVE_AGAIN)
    gathering.hand_over(builder)
    builder.file_name()
    document = builder.build(pages=opened.pages, paging=Pages.EXACT)
    if is_inside():
        return document
    pictured = [n for n, one in enumerate(zip(read, drawn, strict=True), 1) if _lacks_text(*one)]
    strange = [font for font in found.fonts if _is_outer(font) and not letters_are_known(font)]
    sizes = [marks.size for marks in drawn]
    known_of = Read(opened.pdf, opened.data, document, sizes, pictured, strange, opened.repaired)
    return replace(document, access=access_of(known_of))


def _attached(stream: Any) -> bytes:
    import pikepdf

    try:
        return bytes(stream.read_bytes())
    except (pikepdf.PdfError, pikepdf.DataDecodingError, RuntimeError):
        return bytes(stream.read_raw_bytes())


def _read_pages(
    opened: Opened, builder: DocumentBuilder, gathering: Gathering, pictured: set[int]
) -> list[ReadPage]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(io.BytesIO(opened.data))
    except pypdfium2.PdfiumError:
        raise Damaged("the file is damaged: its pages cannot be opened", _SAVE_AGAIN) from None
    try:
        if len(document) != opened.pages:
            raise Hostile("two readers find different numbers of pages in the file", _SAVE_AGAIN)
        read = []
        if "/AcroForm" in opened.pdf.Root:
            show_fields(document)
        with Hiding(opened.pdf, gathering) as hiding:
            for index in range(opened.pages):
                read.append(_read_page(document, index, hiding, gathering if index + 1 in pictured else None))
                builder.request.progress(index + 1, opened.pages)
        return read
    finally:
        document.close()


def _read_page(document: Any, index: int, hiding: Hiding, pictures: Gathering | None) -> ReadPage:
    import pypdfium2

    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        raise Damaged("the file is damaged: a page of it cannot be opened", _SAVE_AGAIN) from None
    try:
        lines = read_page(page, lambda *read: hiding.look(page, index + 1, *read))
        if pictures is not None:
            report_cropped(page, index + 1, pictures)
        angle = lines.main_angle
        return ReadPage(lines, tuple(find_tables(read_rules(page, angle))) if lines.lines else ())
    except pypdfium2.PdfiumError:
        raise Damaged("the file is damaged: the text of a page cannot be read", _SAVE_AGAIN) from None
    finally:
        page.close()


def _report_pages(
    read: Sequence[ReadPage], drawn: Sequence[Drawn], gathering: Gathering, opened: Opened
) -> None:
    """Report pages whose text is missing or cannot be believed. A page with nothing on it is just empty."""
    for number, (page, marks) in enumerate(zip(read, drawn, strict=True), start=1):
        unread = _lacks_text(page, marks)
        if unread and (marks.shows_text or not read_scan(opened.data, number, gathering)):
            gathering.gap(
                Part.BODY,
                "P34",
                "a page holds no text that can be read; it may be a scan",
                _content_of(opened.pdf, number),
                page=number,
                remedy="Have its text recognised (OCR), or read the page and record what it shows.",
            )
        if marks.vanishing:
            what = "text is set without height or width, so that nobody sees it and not every reader finds it"
            content = _content_of(opened.pdf, number)
            gathering.gap(Part.HIDDEN_TEXT, "P10", what, content, page=number, remedy=_SEE_THE_PAGE)
        if page.lines.doubtful:
            what = "some letters of a page stand for no letter that is known"
            text = "\n".join(line.text for line in page.lines.lines)
            gathering.gap(
                Part.BODY, "P16", what, text.encode("utf-8", "replace"), page=number, remedy=_SEE_THE_PAGE
            )


def _lacks_text(page: ReadPage, marks: Drawn) -> bool:
    return not page.lines.lines and bool(marks.names or marks.inline or marks.draws or marks.shows_text)


def _content_of(pdf: Any, number: int) -> bytes:
    from redact.formats.pdf.contents import content_bytes

    return content_bytes(pdf.pages[number - 1].obj)


def _report_fonts(pdf: Any, found: Survey, gathering: Gathering) -> None:
    unknown = {font.objgen: font for font in found.fonts if _is_outer(font) and not letters_are_known(font)}
    outer = [font for font in found.fonts if _is_outer(font)]
    lying = {font.objgen: font for font in outer if maps_disagree(font) or widths_disagree(font)}
    if not unknown and not lying:
        return
    first: dict[tuple[int, int], int] = {}
    for number, _, resources in pages(pdf):
        fonts = resources.get("/Font")
        for _, font in fonts.items() if fonts is not None else ():
            first.setdefault(font.objgen, number)
    for key, font in {**lying, **unknown}.items():
        says = "says for its shapes other letters than they show" if key in lying else _NO_LETTERS
        gathering.gap(
            Part.BODY,
            "P16",
            f"a font {says}, so its text cannot be believed",
            str(font.get("/BaseFont", "")).encode("utf-8", "surrogatepass"),
            page=first.get(key),
            remedy=_SEE_THE_PAGE,
        )


def _is_outer(font: Any) -> bool:
    """Tell whether text is shown in a font; the one within a composite font is only its shapes."""
    return "/CIDSystemInfo" not in font


def _report_pictures(found: Survey, contents: Contents, drawn: Sequence[Drawn], gathering: Gathering) -> None:
    for image in found.images:
        page = contents.first_page.get(image.objgen)
        picture(image, page, gathering)
        read_picture_data(image, page, gathering)
    for number, marks in enumerate(drawn, start=1):
        for data in marks.inline:
            inline_picture(data, number, gathering)
    for _, form in found.forms:
        for data in contents.of_form(form).inline:
            inline_picture(data, contents.first_page.get(form.objgen), gathering)


def _described(
    found: Survey, drawn: Sequence[Drawn], contents: Contents, read: Sequence[ReadPage], gathering: Gathering
) -> None:
    """Give the words that stand for what is drawn, but for those that the page says anyway."""
    everything = [_folded(page.lines) for page in read]
    for number, (marks, text) in enumerate(zip(drawn, everything, strict=True), start=1):
        for words in marks.described:
            if "".join(words.split()) not in text:
                gathering.text(words, Part.ALT_TEXT, "P14", number)
    inside = [words for _, form in found.forms for words in contents.of_form(form).described]
    whole = "\n".join(everything) if len(found.described) + len(inside) < 2_000 else ""
    for words in dict.fromkeys([*inside, *found.described]):
        if "".join(words.split()) not in whole:
            gathering.text(words, Part.ALT_TEXT, "P15")


def _folded(lines: PageLines) -> str:
    return "".join("".join(line.text.split()) for line in lines.lines)
