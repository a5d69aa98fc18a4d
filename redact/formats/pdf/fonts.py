"""Whether the letters of a font can be believed: does the file say which letter each shape is.

A font without such a map gives letters that look like text and are not. What remains: a map that lies
(P16) is believed; only a picture of the page would show it.
"""

from __future__ import annotations

import re
from typing import Any

__all__ = ["is_font", "letters_are_known"]

_FONT_KINDS = frozenset({"/Type0", "/Type1", "/MMType1", "/TrueType", "/Type3"})
_STANDARD_ENCODINGS = frozenset(
    {"/WinAnsiEncoding", "/MacRomanEncoding", "/StandardEncoding", "/MacExpertEncoding"}
)
_BASE_FONTS = re.compile(r"/(?:[A-Z]{6}\+)?(?:Helvetica|Courier|Times|Arial|Symbol|ZapfDingbats)\b.*")
_KNOWN_COLLECTIONS = frozenset({"Japan1", "GB1", "CNS1", "Korea1", "KR"})  # of CID fonts, known to pdfium
_SYMBOLIC = 4  # bit 3 of a font descriptor's flags


def is_font(value: Any) -> bool:
    """Tell whether a dictionary is a font that text is shown in (not the inner font of a composite one)."""
    return str(value.get("/Subtype", "")) in _FONT_KINDS and ("/BaseFont" in value or "/CharProcs" in value)


def letters_are_known(font: Any) -> bool:
    """Tell whether the file says which letters a font's shapes are."""
    import pikepdf

    if isinstance(font.get("/ToUnicode"), pikepdf.Stream | pikepdf.Name):
        return True
    kind = str(font.get("/Subtype", ""))
    if kind == "/Type0":
        return _composite_is_known(font)
    encoding = font.get("/Encoding")
    if isinstance(encoding, pikepdf.Name) and str(encoding) in _STANDARD_ENCODINGS:
        return True
    if isinstance(encoding, pikepdf.Dictionary):
        return _names_are_known(encoding) and (kind != "/Type3" or "/Differences" in encoding)
    if kind != "/Type3" and _BASE_FONTS.fullmatch(str(font.get("/BaseFont", ""))):
        return True
    descriptor = font.get("/FontDescriptor")
    symbolic = (
        int(descriptor.get("/Flags", 0)) & _SYMBOLIC if isinstance(descriptor, pikepdf.Dictionary) else 1
    )
    return kind != "/Type3" and not symbolic


def _composite_is_known(font: Any) -> bool:
    import pikepdf

    encoding = font.get("/Encoding")
    if isinstance(encoding, pikepdf.Name) and not str(encoding).startswith("/Identity"):
        return True
    inner = font.get("/DescendantFonts")
    try:
        ordering = str(inner[0]["/CIDSystemInfo"]["/Ordering"])
    except (KeyError, IndexError, TypeError, ValueError):
        return False
    return ordering in _KNOWN_COLLECTIONS


def _names_are_known(encoding: Any) -> bool:
    """Tell whether every name in /Differences is one that stands for a letter everywhere."""
    import pikepdf

    differences = encoding.get("/Differences")
    if not isinstance(differences, pikepdf.Array):
        return True
    from pdfminer.glyphlist import glyphname2unicode

    for name in differences:
        if not isinstance(name, pikepdf.Name):
            continue
        glyph = str(name)[1:].split(".")[0]
        if glyph and glyph not in glyphname2unicode and not re.fullmatch(r"(?:uni|u)[0-9A-F]{4,6}", glyph):
            return False
    return True
