"""Whether words that were left out are gone for three readers: pdfium, pdfminer, and the strings themselves.

They are asked of the copy only, whose fonts, maps and streams we have written: what makes pdfminer hang is
not in it.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from redact.formats.pdf.cleaning.fonts import differences
from redact.formats.pdf.cleaning.operators import SHOWING
from redact.formats.pdf.contents import pages

__all__ = ["still_there"]

_LEAST_LETTERS = 4  # of a word; shorter ones stand in others by chance
_WORD = re.compile(r"[^\W_]+")
_ENTRY = re.compile(rb"<([0-9A-F]+)> <([0-9A-F]+)>")


def still_there(before: bytes, after: bytes, thinned: frozenset[int]) -> tuple[int, ...]:
    """Give the numbers of the pages on which a word that was left out is still found.

    Args:
        before: the file; `after` is its copy, of as many pages.
        thinned: the pages from which text was left out.
    """
    if not thinned:
        return ()
    import pypdfium2

    old, new = pypdfium2.PdfDocument(io.BytesIO(before)), pypdfium2.PdfDocument(io.BytesIO(after))
    try:
        texts = {number: (_text(old[number - 1]), _text(new[number - 1])) for number in sorted(thinned)}
    finally:
        old.close()
        new.close()
    others = (_by_pdfminer(after, thinned), _by_strings(after, thinned))
    found = []
    for number, (was, now) in texts.items():
        gone = {word for word in _WORD.findall(was) if len(word) >= _LEAST_LETTERS} - set(_WORD.findall(now))
        # A word may go on within another one that stays: pdfium decides, and the others must agree.
        gone = {word for word in gone if word not in _joined(now)}
        if any(word in _joined(other[number]) for word in gone for other in others):
            found.append(number)
    return tuple(found)


def _text(page: Any) -> str:
    textpage = page.get_textpage()
    try:
        return str(textpage.get_text_range())
    finally:
        textpage.close()
        page.close()


def _joined(text: str) -> str:
    return "".join(text.split())


def _by_pdfminer(data: bytes, thinned: frozenset[int]) -> dict[int, str]:
    from pdfminer.converter import PDFPageAggregator
    from pdfminer.layout import LTChar
    from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
    from pdfminer.pdfpage import PDFPage

    def letters(item: Any) -> Iterator[str]:
        if isinstance(item, LTChar):
            yield item.get_text()
        elif hasattr(item, "__iter__"):
            for inner in item:
                yield from letters(inner)

    manager = PDFResourceManager(caching=False)
    device = PDFPageAggregator(manager, laparams=None)  # its grouping of letters hangs on scattered ones
    interpreter = PDFPageInterpreter(manager, device)
    texts: dict[int, str] = {}
    for number, page in enumerate(PDFPage.get_pages(io.BytesIO(data)), start=1):
        if number in thinned:
            interpreter.process_page(page)
            texts[number] = "".join(letters(device.get_result()))
    return texts


def _by_strings(data: bytes, thinned: frozenset[int]) -> dict[int, str]:
    """Read the strings of each page's operators, by the maps of their fonts."""
    import pikepdf

    texts: dict[int, str] = {}
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for number, page, resources in pages(pdf):
            if number in thinned:
                texts[number] = "".join(_shown(page, resources, 0))
    return texts


def _shown(holder: Any, resources: Any, depth: int) -> Iterator[str]:
    import pikepdf

    font: Any = None
    for instruction in pikepdf.parse_content_stream(holder):
        name, operands = str(instruction.operator), list(instruction.operands)
        if name == "Tf":
            font = resources["/Font"][str(operands[0])]
        elif name in SHOWING:
            last = operands[-1]
            for text in [last] if isinstance(last, pikepdf.String) else list(last):
                if isinstance(text, pikepdf.String):
                    yield _decoded(bytes(text), font)
        elif name == "Do" and depth < 16:
            drawn = resources["/XObject"][str(operands[0])]
            if drawn.get("/Subtype") == "/Form":
                yield from _shown(drawn, drawn.get("/Resources", pikepdf.Dictionary()), depth + 1)


def _decoded(text: bytes, font: Any) -> str:
    """Read a string by its font's map; without one, by the names of its shapes, or as Latin letters."""
    if font is None:
        return text.decode("latin-1")
    width = 2 if font.get("/Subtype") == "/Type0" else 1
    codes = [int.from_bytes(text[at : at + width], "big") for at in range(0, len(text), width)]
    letters = {code: name[1:] for code, name in differences(font.get("/Encoding")) if len(name) == 2}
    if "/ToUnicode" in font and hasattr(font["/ToUnicode"], "read_bytes"):
        for code, unit in _ENTRY.findall(font["/ToUnicode"].read_bytes()):
            letters[int(code, 16)] = bytes.fromhex(unit.decode()).decode("utf-16-be", "replace")
    return "".join(letters.get(code, chr(code) if code < 256 else "") for code in codes)
