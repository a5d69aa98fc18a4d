"""How cells look: the number format of each, whether its words can be seen, and whether they are bold.

Words in the colour of their ground, or two points high, are hidden; what only a conditional format hides is
not found here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from redact.formats.openxml.reading import OfficeReading
from redact.formats.sheets.numbers import BUILT_IN, literals
from redact.formats.sheets.program import S
from redact.formats.word.markup import A, Element, number
from redact.values.text import Part

__all__ = ["Look", "read_looks"]

_LEAST_CONTRAST = 1.3  # of WCAG's ratio, from 1 to 21; nobody reads words below it
_SMALLEST = 2.0  # points
_WHITE = (255, 255, 255)
_BLACK = (0, 0, 0)
# The first colours of the old palette, which files name by number; 64 and 65 are those of the system.
_INDEXED = {0: _BLACK, 1: _WHITE, 8: _BLACK, 9: _WHITE, 64: _BLACK, 65: _WHITE}
_THEME_ORDER = ("lt1", "dk1", "lt2", "dk2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")

Colour = tuple[int, int, int]
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Look:
    """One format of cells."""

    code: str = "General"
    unseen: bool = False
    bold: bool = False


def read_looks(reading: OfficeReading) -> tuple[Look, ...]:
    """Read the formats of cells, in the order in which cells name them; words in number formats are kept."""
    name = reading.parts.related(reading.parts.main, "styles")
    if name is None:
        return ()
    root = reading.tree(name)
    codes = _codes(reading, root)
    theme = _theme(reading)
    fonts = [_font(font, theme) for font in root.iterfind(f"{S}fonts/{S}font")]
    fills = [_ground(fill, theme) for fill in root.iterfind(f"{S}fills/{S}fill")]
    looks = []
    for xf in root.iterfind(f"{S}cellXfs/{S}xf"):
        colour, small, bold = _at(fonts, xf.get("fontId"), (_BLACK, False, False))
        ground = _at(fills, xf.get("fillId"), _WHITE)
        code = codes.get(number(xf.get("numFmtId"), 0), "General")
        unseen = small or (
            ground is not None and colour is not None and _contrast(colour, ground) < _LEAST_CONTRAST
        )
        looks.append(Look(code, unseen, bold))
    return tuple(looks)


def _codes(reading: OfficeReading, root: Element) -> dict[int, str]:
    codes = dict(BUILT_IN)
    for format in root.iter(S + "numFmt"):
        code = format.get("formatCode", "")
        parent = format.getparent()
        if parent is not None and parent.tag == S + "numFmts":  # others are of changes of format
            codes[number(format.get("numFmtId"), 0)] = code
        reading.note(code)
        for said in literals(code):
            reading.keep(said, Part.PROPERTY, "X12")
    return codes


def _at(values: list[_T], index: str | None, default: _T) -> _T:
    at = number(index, 0)
    return values[at] if at < len(values) else default


def _theme(reading: OfficeReading) -> list[Colour]:
    name = reading.parts.related(reading.parts.main, "theme")
    scheme = reading.tree(name).find(f".//{A}clrScheme") if name else None
    found = []
    for key in _THEME_ORDER:
        holder = scheme.find(A + key) if scheme is not None else None
        own = holder[0] if holder is not None and len(holder) else None
        found.append(_hex(own.get("lastClr") or own.get("val") if own is not None else None) or _BLACK)
    return found if scheme is not None else [_WHITE, _BLACK]


def _font(font: Element, theme: list[Colour]) -> tuple[Colour | None, bool, bool]:
    size, bold = font.find(S + "sz"), font.find(S + "b")
    try:
        small = size is not None and float(size.get("val", "11")) <= _SMALLEST
    except ValueError:
        small = False
    heavy = bold is not None and bold.get("val", "1") not in ("0", "false")
    return _colour(font.find(S + "color"), theme, _BLACK), small, heavy


def _ground(fill: Element, theme: list[Colour]) -> Colour | None:
    """Give the colour behind a cell; None for a pattern or a gradient, where contrast cannot be told."""
    pattern = fill.find(S + "patternFill")
    if pattern is None:
        return None
    kind = pattern.get("patternType", "none")
    if kind == "none":
        return _WHITE
    return _colour(pattern.find(S + "fgColor"), theme, _BLACK) if kind == "solid" else None


def _colour(element: Element | None, theme: list[Colour], default: Colour) -> Colour | None:
    if element is None:
        return default
    found: Colour | None = default
    if element.get("rgb"):
        found = _hex((element.get("rgb") or "")[-6:])
    elif element.get("theme"):
        found = _at(theme, element.get("theme"), _BLACK)
    elif element.get("indexed"):
        found = _INDEXED.get(number(element.get("indexed"), 64))
    return _tinted(found, element.get("tint")) if found else None


def _tinted(colour: Colour, tint: str | None) -> Colour:
    try:
        share = max(-1.0, min(1.0, float(tint or 0)))
    except ValueError:
        share = 0.0
    if share < 0:
        mixed = [round(part * (1 + share)) for part in colour]
    else:
        mixed = [round(part + (255 - part) * share) for part in colour]
    return mixed[0], mixed[1], mixed[2]


def _hex(text: str | None) -> Colour | None:
    try:
        value = int(text or "", 16)
    except ValueError:
        return None
    return (value >> 16) & 255, (value >> 8) & 255, value & 255


def _contrast(one: Colour, other: Colour) -> float:
    first, second = sorted((_luminance(one), _luminance(other)))
    return (second + 0.05) / (first + 0.05)


def _luminance(colour: Colour) -> float:
    parts = [part / 255 for part in colour]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
