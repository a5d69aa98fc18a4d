"""Copies the fonts that pages use, with no word in them that is not needed to draw or to read the letters.

An embedded font gets a name of ours; its maps tell the letters of the codes that the pages use and of no
others. What remains: the shapes of letters that are not used stay in a font that was embedded whole or cut
down before, and so do their widths.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from redact.formats.pdf.cleaning.keys import keys
from redact.formats.pdf.cleaning.lettermaps import letter_map
from redact.formats.pdf.cleaning.objects import put_plain
from redact.formats.pdf.cleaning.programs import stripped_program

__all__ = ["FontUse", "copy_font", "differences", "is_drawn"]

_KINDS = frozenset({"/Type0", "/Type1", "/MMType1", "/TrueType", "/Type3", "/CIDFontType0", "/CIDFontType2"})
_DESCRIPTOR = [
    "/Flags",
    "/FontBBox",
    "/ItalicAngle",
    "/Ascent",
    "/Descent",
    "/CapHeight",
    "/XHeight",
    "/StemV",
    "/StemH",
    "/Leading",
    "/AvgWidth",
    "/MaxWidth",
    "/MissingWidth",
]
_SIMPLE = keys("/FirstChar /LastChar /Widths")
_DRAWN = keys("/FontBBox /FontMatrix /FirstChar /LastChar /Widths")
_COMPOSITE = keys("/DW /W /DW2 /W2")
_PROGRAMS = ("/FontFile", "/FontFile2", "/FontFile3")
_ORDERINGS = frozenset({"Identity", "Japan1", "GB1", "CNS1", "Korea1", "KR", "UCS"})
# In the maps of codes that a composite font may bring: all but comments and strings.
_COMMENT = re.compile(rb"%[^\r\n]*")
_FIRST = "%!PS-Adobe-3.0 Resource-CMap\n"
_BOLD, _SLANTED = re.compile("bold|black|heavy|demi", re.IGNORECASE), re.compile("ital|obliq", re.IGNORECASE)


@dataclass(slots=True)
class FontUse:
    """A font of the source, the place of its copy, and the codes that pages show in it."""

    source: Any
    copy: Any
    shown: set[bytes] = field(default_factory=set, repr=False)

    @property
    def is_composite(self) -> bool:
        """Tell whether codes may be longer than one byte."""
        return bool(self.source.get("/Subtype") == "/Type0")

    @property
    def codes(self) -> frozenset[int] | None:
        """The codes that are shown; None where only the font's own map would tell them apart."""
        import pikepdf

        if not self.is_composite:
            return frozenset(code for text in self.shown for code in text)
        encoding = self.source.get("/Encoding")
        if not (isinstance(encoding, pikepdf.Name) and str(encoding).startswith("/Identity")):
            return None
        return frozenset(
            int.from_bytes(text[at : at + 2], "big") for text in self.shown for at in range(0, len(text), 2)
        )


def is_drawn(font: Any) -> bool:
    """Tell whether the shapes of a font are drawn by streams like pages."""
    return bool(font.get("/Subtype") == "/Type3")


def copy_font(use: FontUse, number: int, target: Any) -> None:
    """Fill in the copy of a font, once all pages are written; glyphs that are drawn are not copied here.

    Args:
        number: of the font in the file, from 1; its name when it is embedded.
    """
    import pikepdf

    source, copy = use.source, use.copy
    copy["/Type"] = pikepdf.Name.Font
    if not any(use.shown):  # the text that was set in it is not carried over, and so is no letter of it
        copy["/Subtype"], copy["/BaseFont"] = pikepdf.Name.Type1, pikepdf.Name.Helvetica
        return
    kind = str(source.get("/Subtype", ""))
    copy["/Subtype"] = pikepdf.Name(kind if kind in _KINDS else "/Type1")
    put_plain(source, copy, _DRAWN if is_drawn(source) else _SIMPLE)
    letters = letter_map(source.get("/ToUnicode"), use.codes, 2 if use.is_composite else 1)
    if letters is not None:
        copy["/ToUnicode"] = target.make_stream(letters) if isinstance(letters, bytes) else letters
    if use.is_composite:
        _composite(source, copy, number, target)
        return
    if not is_drawn(source):
        copy["/BaseFont"] = _name(source, source.get("/FontDescriptor"), number)
        _describe(source, copy, number, target)
    _encode(source, copy, use.codes or frozenset())


def _composite(source: Any, copy: Any, number: int, target: Any) -> None:
    import pikepdf

    descendants = source.get("/DescendantFonts")
    inner = descendants[0] if isinstance(descendants, pikepdf.Array) and len(descendants) else None
    if not isinstance(inner, pikepdf.Dictionary):
        return
    descendant = target.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Font))
    kind = str(inner.get("/Subtype", ""))
    descendant["/Subtype"] = pikepdf.Name(kind if kind in _KINDS else "/CIDFontType2")
    name = _name(inner, inner.get("/FontDescriptor"), number)
    copy["/BaseFont"] = descendant["/BaseFont"] = name
    put_plain(inner, descendant, _COMPOSITE)
    descendant["/CIDSystemInfo"] = _collection(inner.get("/CIDSystemInfo"))
    _describe(inner, descendant, number, target)
    glyphs = inner.get("/CIDToGIDMap")
    if isinstance(glyphs, pikepdf.Stream):
        descendant["/CIDToGIDMap"] = target.make_stream(glyphs.read_bytes())
    elif isinstance(glyphs, pikepdf.Name):
        descendant["/CIDToGIDMap"] = pikepdf.Name(str(glyphs))
    copy["/DescendantFonts"] = pikepdf.Array([descendant])
    encoding = source.get("/Encoding")
    if isinstance(encoding, pikepdf.Name):
        copy["/Encoding"] = pikepdf.Name(str(encoding))
    elif isinstance(encoding, pikepdf.Stream):
        copy["/Encoding"] = _code_map(encoding, target)


def _collection(source: Any) -> Any:
    import pikepdf

    ordering = str(source.get("/Ordering", "")) if isinstance(source, pikepdf.Dictionary) else ""
    known = ordering in _ORDERINGS
    supplement = source.get("/Supplement", 0) if known else 0
    return pikepdf.Dictionary(
        Registry=pikepdf.String("Adobe"),
        Ordering=pikepdf.String(ordering if known else "Identity"),
        Supplement=supplement if isinstance(supplement, int) else 0,
    )


def _code_map(source: Any, target: Any) -> Any:
    """Copy a map from codes to glyphs without its comments and strings."""
    import pikepdf

    data = re.sub(rb"\((?:[^\\()]|\\.)*\)", b"(Identity)", _COMMENT.sub(b"", source.read_bytes()))
    copy = target.make_stream(_FIRST.encode() + data, Type=pikepdf.Name.CMap)
    copy["/CMapName"] = pikepdf.Name("/Codes")
    copy["/CIDSystemInfo"] = _collection(source.get("/CIDSystemInfo"))
    put_plain(source, copy, ["/WMode"])
    if isinstance(source.get("/UseCMap"), pikepdf.Name):
        copy["/UseCMap"] = pikepdf.Name(str(source["/UseCMap"]))
    return copy


def _is_embedded(descriptor: Any) -> bool:
    import pikepdf

    return isinstance(descriptor, pikepdf.Dictionary) and any(
        isinstance(descriptor.get(key), pikepdf.Stream) for key in _PROGRAMS
    )


def _name(font: Any, descriptor: Any, number: int) -> Any:
    """Name a font: as it was where a program must find it by its name, else by its number and its cut."""
    import pikepdf

    original = str(font.get("/BaseFont", "/Helvetica"))
    if not _is_embedded(descriptor):
        return pikepdf.Name(original)
    cut = ("Bold" if _BOLD.search(original) else "") + ("Italic" if _SLANTED.search(original) else "")
    return pikepdf.Name(f"/AAAAAA+Font{number}{'-' + cut if cut else ''}")


def _describe(source: Any, copy: Any, number: int, target: Any) -> None:
    import pikepdf

    found = source.get("/FontDescriptor")
    if not isinstance(found, pikepdf.Dictionary):
        return
    descriptor = target.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.FontDescriptor))
    descriptor["/FontName"] = _name(source, found, number)
    put_plain(found, descriptor, _DESCRIPTOR)
    for key in _PROGRAMS:
        program = found.get(key)
        if isinstance(program, pikepdf.Stream):
            copied = target.make_stream(stripped_program(program.read_bytes(), key))
            put_plain(program, copied, ["/Length1", "/Length2", "/Length3", "/Subtype"])
            descriptor[key] = copied
    copy["/FontDescriptor"] = descriptor


def _encode(source: Any, copy: Any, codes: frozenset[int]) -> None:
    """Copy which shape each code stands for, of the codes that are shown."""
    import pikepdf

    encoding = source.get("/Encoding")
    if isinstance(encoding, pikepdf.Name):
        copy["/Encoding"] = pikepdf.Name(str(encoding))
    if not isinstance(encoding, pikepdf.Dictionary):
        return
    entries = pikepdf.Dictionary(Type=pikepdf.Name.Encoding)
    put_plain(encoding, entries, ["/BaseEncoding"])
    kept: list[Any] = []
    for code, name in differences(encoding):
        if code in codes:
            kept += [code, pikepdf.Name(name)]
    entries["/Differences"] = pikepdf.Array(kept)
    copy["/Encoding"] = entries


def differences(encoding: Any) -> Iterator[tuple[int, str]]:
    """Give the codes to which an encoding gives names of shapes, with the names."""
    import pikepdf

    code = 0
    listed = encoding.get("/Differences") if isinstance(encoding, pikepdf.Dictionary) else None
    for item in list(listed) if isinstance(listed, pikepdf.Array) else []:
        if isinstance(item, pikepdf.Name):
            yield code, str(item)
            code += 1
        else:
            code = int(item)
