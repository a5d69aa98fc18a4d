"""What the drawing of each page says, read a second time without pdfium.

One reader may leave out what another finds: letters without size, letters whose map it does not follow.
Each string that is shown is decoded by the file's own tables and looked for in what pdfium read.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from redact.formats.pdf.contents import Contents, Drawn, content_bytes, pages
from redact.formats.pdf.gathering import Gathering
from redact.formats.pdf.lettering import Lettering, lettering_of
from redact.values.text import Part

__all__ = ["comments", "read_twice", "shown_in", "unparsable"]

_FEW = 3  # letters; less is chance
_OPERATORS = "Tf Tj TJ ' \""
_LOOK = "Look at the page; save the PDF again from the program that made it, and check that file."
_MOST_OPERATORS = 300_000  # of one drawing that shows text; more is measured elsewhere
_SKIPPED = re.compile(
    rb"\((?:[^\\()]|\\.|\((?:[^\\()]|\\.|\((?:[^\\()]|\\.)*\))*\))*\)"
    rb"|(?<![^\s\0>\])}])BI\s.{0,2000}?\sID\s.*?\sEI(?=\s|\Z)"
    rb"|%([^\r\n]*)",
    re.DOTALL,
)
_WORDS = re.compile(rb"[A-Za-z]{3}")


class _Fonts:
    """The letters of the fonts of a file, each read once."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], Lettering | None] = {}

    def find(self, resources: Any, name: str) -> Lettering | None:
        import pikepdf

        fonts = resources.get("/Font") if isinstance(resources, pikepdf.Dictionary) else None
        font = fonts.get(name) if isinstance(fonts, pikepdf.Dictionary) else None
        if not isinstance(font, pikepdf.Dictionary):
            return None
        key = font.objgen
        if key == (0, 0):
            return lettering_of(font)
        if key not in self._known:
            self._known[key] = lettering_of(font)
        return self._known[key]


def read_twice(
    pdf: Any, drawn: list[Drawn], forms: list[Any], contents: Contents, read: list[str], gathering: Gathering
) -> None:
    """Give what the drawing of a page shows and pdfium did not find on it.

    Args:
        drawn: of each page.
        forms: that pages draw.
        read: what pdfium found on each page, in one piece.
    """
    fonts = _Fonts()
    texts = [folded(text) for text in read]
    for (number, page, resources), marks in zip(pages(pdf), drawn, strict=True):
        if marks.shows_text:
            _compare(
                page, resources, texts[number - 1], number, fonts, gathering, _described(marks, resources)
            )
        for words in comments(content_bytes(page)):
            gathering.text(words, Part.HIDDEN_TEXT, "P27", number)
    for form in forms:
        page_number = contents.first_page.get(form.objgen)
        if page_number is not None and contents.of_form(form).shows_text:
            own, text = form.get("/Resources"), texts[page_number - 1]
            described = _described(contents.of_form(form), own)
            _compare(form, own, text, page_number, fonts, gathering, described)
        for words in comments(content_bytes(form)):
            gathering.text(words, Part.HIDDEN_TEXT, "P27", page_number)


def _described(marks: Drawn, resources: Any) -> bool:
    """Tell whether other words may stand in for drawn ones: in the drawing, or in lists that it names."""
    import pikepdf

    lists = resources.get("/Properties") if isinstance(resources, pikepdf.Dictionary) else None
    named = lists.items() if isinstance(lists, pikepdf.Dictionary) else ()
    return bool(marks.described) or any(
        isinstance(each, pikepdf.Dictionary) and "/ActualText" in each for _, each in named
    )


def comments(data: bytes) -> Iterator[str]:
    """Give the comments in a drawing that hold a word: nothing shows them."""
    if b"%" not in data:
        return
    for match in _SKIPPED.finditer(data):
        if match[1] is not None and _WORDS.search(match[1]):
            yield match[1].decode("utf-8", "replace").strip()


def unparsable() -> tuple[type[Exception], ...]:
    """Give the errors that a drawing raises which is no list of operators."""
    import pikepdf

    return (pikepdf.PdfParsingError, pikepdf.PdfError, TypeError, ValueError, RuntimeError)


def folded(text: str) -> str:
    """Give the letters and digits of a text alone, in one form and case."""
    return "".join(letter for letter in unicodedata.normalize("NFKC", text).casefold() if letter.isalnum())


def shown_in(
    holder: Any, resources: Any, fonts: _Fonts | None = None, unread: list[bytes] | None = None
) -> Iterator[list[str]]:
    """Give the strings that a page or form shows, those of one operator together, where they can be read.

    Args:
        unread: takes the codes of the others.
    """
    import pikepdf

    fonts = fonts or _Fonts()
    font: Lettering | None = None
    instructions = pikepdf.parse_content_stream(holder, _OPERATORS)
    for instruction in instructions[:_MOST_OPERATORS]:
        operator = str(instruction.operator)
        operands = instruction.operands
        if operator == "Tf":
            font = fonts.find(resources, str(operands[0])) if len(operands) else None
        elif len(operands):
            last = operands[-1]
            items = list(last) if isinstance(last, pikepdf.Array) else [last]
            codes = [bytes(item) for item in items if isinstance(item, pikepdf.String)]
            pieces = [font.read(code) if font is not None else None for code in codes]
            if pieces and None not in pieces:
                yield [piece for piece in pieces if piece]
            elif unread is not None:
                unread.extend(codes)


def _compare(
    holder: Any,
    resources: Any,
    text: str,
    number: int,
    fonts: _Fonts,
    gathering: Gathering,
    described: bool,
) -> None:
    missing = []
    unread: list[bytes] = []
    try:
        shown = list(shown_in(holder, resources, fonts, unread))
    except unparsable():
        what = "the drawing of a page is broken, and a second reader cannot read it"
        gathering.gap(Part.BODY, "P16", what, content_bytes(holder), page=number, remedy=_LOOK)
        return
    if described and any(len(code) >= _FEW for code in unread):
        # The first reader gives what is said in the place of drawn words, and not the words.
        what = "other words may stand in the file for words that a page shows, and those cannot be read"
        gathering.gap(Part.BODY, "P14", what, b"".join(unread), page=number, remedy=_LOOK)
    for pieces in shown:
        together = folded("".join(pieces))
        if len(together) < _FEW or together in text or together[::-1] in text:
            continue
        lost = [piece for piece in pieces if len(said := folded(piece)) >= _FEW and said not in text]
        if lost:
            missing.append("".join(pieces))
    if missing:
        what = "two readers of a page find different words on it"
        gathering.trace(Part.BODY, "P16", what, "\n".join(missing).encode("utf-8", "replace"), page=number)
        for words in dict.fromkeys(missing):
            gathering.text(words, Part.HIDDEN_TEXT, "P16", number)
