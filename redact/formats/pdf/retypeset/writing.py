"""A pdf and what is to be written in it → a new pdf, whose every letter was read back from its drawing."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from redact.errors import NotWritten, PasswordNeeded, RedactError, WrongType
from redact.formats.building import DocumentBuilder, Request
from redact.formats.pdf.retypeset.admitting import must_be_set, must_be_text, pictures
from redact.formats.pdf.retypeset.drawing import draw
from redact.formats.pdf.retypeset.letters import bare
from redact.formats.pdf.retypeset.pieces import Piece, pieces_of
from redact.formats.pdf.retypeset.setting import Typeset, typeset
from redact.formats.pdf.retypeset.words import OURS, note
from redact.values.edits import Rewriting
from redact.values.text import Document, Format

__all__ = ["write_anew"]

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
_ENGLISH = "en-GB"
_UNTITLED = "document.pdf"


def write_anew(content: bytes, request: Request, rewritings: Sequence[Rewriting]) -> bytes:
    """Do what `retypeset.rewrite` says."""
    from redact.formats.pdf import read

    builder = DocumentBuilder(request, sha256=hashlib.sha256(content).hexdigest(), format=Format.PDF)
    try:
        document = read(content, builder)
    except PasswordNeeded:
        raise WrongType(
            "an encrypted document is not rewritten: the copy would lie open",
            "Remove the password first, and mind who can read the file then.",
        ) from None
    must_be_text(document)
    pieces = pieces_of(document, _own(document, rewritings))
    must_be_set(pieces)
    language, wide = _of_the_file(content)
    made = typeset(pieces, _notes(document), wide, request.line)
    written = draw(made, title=Path(request.written_as or _UNTITLED).stem, language=language)
    _must_show(written, made, pieces)
    return written


def _own(document: Document, rewritings: Sequence[Rewriting]) -> list[Rewriting]:
    """Give the rewritings of what is typeset, held against the text as it was read now."""
    texts = {passage.id: passage.text for passage in document.passages}
    if any(texts.get(one.passage, one.text) != one.text for one in rewritings):
        raise RedactError("the text was read otherwise than before")
    return list(rewritings)


def _notes(document: Document) -> dict[int, str]:
    """Say at the end of a page how many pictures it had."""
    return {page: note(count) for page, count in pictures(document).items()}


def _of_the_file(content: bytes) -> tuple[str, frozenset[int]]:
    """Give the language of a file, and the pages of it that are seen wider than high."""
    import pikepdf

    from redact.formats.pdf.cleaning.assembling import page_box

    with pikepdf.open(io.BytesIO(content)) as opened:
        stated = opened.Root.get("/Lang")
        language = str(stated) if isinstance(stated, pikepdf.String) else ""
        wide = set()
        for number, page in enumerate(opened.pages, start=1):
            left, bottom, right, top = page_box(page.obj)
            turned = int(page.rotation) % 180 == 90
            if (right - left > top - bottom) != turned:
                wide.add(number)
    return (language if _LANGUAGE.fullmatch(language) else _ENGLISH), frozenset(wide)


def _must_show(written: bytes, made: Typeset, pieces: Sequence[Piece]) -> None:
    """Read every letter of the new pages back from their drawing, and hold it against what was to be drawn.

    Raises:
        NotWritten: they differ, or something that was to be set was not.
    """
    import pypdfium2

    opened = pypdfium2.PdfDocument(io.BytesIO(written))
    try:
        shown = [_letters(page) for page in opened]
    finally:
        opened.close()
    drawn = ["".join("".join(line.text.split()) for line in sheet.lines) for sheet in made.sheets]
    lines = [line for sheet in made.sheets for line in sheet.lines if line.element is not None]
    set_ = OURS.sub("", bare("".join(line.text for line in lines)))
    if shown != drawn or set_ != OURS.sub("", bare("".join(piece.text for piece in pieces))):
        raise NotWritten(
            "the new pages do not show what they should, so there are none",
            "Take the Word document it was made from; tell the makers of redact.",
        )


def _letters(page: Any) -> str:
    """Give every letter that the drawing of a page holds, in its order, without the spaces."""
    from pypdfium2 import raw

    textpage = page.get_textpage()
    try:
        codes = [
            raw.FPDFText_GetUnicode(textpage, index)
            for index in range(textpage.count_chars())
            if raw.FPDFText_IsGenerated(textpage, index) != 1
        ]
    finally:
        textpage.close()
        page.close()
    units = b"".join(code.to_bytes(2, "little") for code in codes if code < 0x10000)
    return "".join(units.decode("utf-16-le", "replace").replace("\x02", "-").split())
