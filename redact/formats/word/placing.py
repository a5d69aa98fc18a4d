"""Where drawings, frames and paragraphs stand on the paper: off it, or over text that they cover.

An offset from a margin or a paragraph is known only roughly, so that only what lies off the page wherever
that may be is told; what a reader would see at the edge is not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from redact.formats.word.markup import Element, W, local, number

__all__ = ["Paper", "anchor_is_off", "covers", "is_cropped", "paper_of", "paragraph_is_off", "shape_is_off"]

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_V = "{urn:schemas-microsoft-com:vml}"

_EMU = 635  # English Metric Units of a twip
_MOST = 400_000  # twips: no sheet of paper is seven metres wide
_LEAST_WIDE, _LEAST_HIGH = 400, 150  # twips: smaller than this, nothing covers a word
_UNITS = {"pt": 20.0, "in": 1440.0, "cm": 567.0, "mm": 56.7, "px": 15.0, "pc": 240.0}
_LENGTH = re.compile(r"^\s*(-?[0-9.]{1,12})(pt|in|cm|mm|px|pc)\s*$")
_WHOLE = re.compile(r"^\s*(-?[0-9]{1,12})\s*$")
_BOXES = frozenset(
    {"rect", "roundRect", "ellipse", "flowChartProcess", "bevel", "snip1Rect", "round2SameRect"}
)
_OPAQUE = 90_000  # of 100,000
_CROPS = ("cropleft", "cropright", "croptop", "cropbottom")


@dataclass(frozen=True, slots=True)
class Paper:
    """The largest sheet of a document, and its widest margin, in twips."""

    width: int = 12_240
    height: int = 16_838
    margin: int = 1_800


def paper_of(root: Element) -> Paper:
    """Find the largest sheet that any section of a document is printed on."""
    widths, heights, margins = [0], [0], [1_800]
    for size in root.iter(W + "pgSz"):
        widths.append(_twips(size.get(W + "w"), 0))
        heights.append(_twips(size.get(W + "h"), 0))
    for margin in root.iter(W + "pgMar"):
        margins += [_twips(margin.get(W + side), 0) for side in ("left", "top")]
    plain = Paper()
    return Paper(max(widths) or plain.width, max(heights) or plain.height, max(margins))


def paragraph_is_off(properties: Element | None, paper: Paper) -> bool:
    """Tell whether a paragraph with these `w:pPr` stands outside the page, by its frame or its indent."""
    if properties is None:
        return False
    frame = properties.find(W + "framePr")
    if frame is not None:
        x, y = _twips(frame.get(W + "x"), 0), _twips(frame.get(W + "y"), 0)
        return _is_off(x, _twips(frame.get(W + "w"), 0), paper.width, _slack(frame, "hAnchor", paper)) or (
            _is_off(y, _twips(frame.get(W + "h"), 0), paper.height, _slack(frame, "vAnchor", paper))
        )
    indent = properties.find(W + "ind")
    if indent is None:
        return False
    left = max(_twips(indent.get(W + side), 0) for side in ("left", "start"))
    first = _twips(indent.get(W + "firstLine"), 0) - _twips(indent.get(W + "hanging"), 0)
    return left + first >= paper.width


def anchor_is_off(anchor: Element, paper: Paper) -> bool:
    """Tell whether what a `wp:anchor` holds lies outside the page."""
    extent = anchor.find(_WP + "extent")
    wide = _emu(extent.get("cx") if extent is not None else None)
    high = _emu(extent.get("cy") if extent is not None else None)
    if anchor.get("simplePos", "0") in ("1", "true"):
        point = anchor.find(_WP + "simplePos")
        if point is not None:
            return _is_off(_emu(point.get("x")), wide, paper.width, 0) or _is_off(
                _emu(point.get("y")), high, paper.height, 0
            )
    return _axis_is_off(anchor.find(_WP + "positionH"), wide, paper.width, paper) or _axis_is_off(
        anchor.find(_WP + "positionV"), high, paper.height, paper
    )


def shape_is_off(shape: Element, paper: Paper) -> bool:
    """Tell whether a shape of VML, by its style, lies outside the page."""
    style = _style(shape)
    if style.get("position") != "absolute":
        return False
    left, top = _sum(style, "left", "margin-left"), _sum(style, "top", "margin-top")
    wide, high = _length(style.get("width")) or 0, _length(style.get("height")) or 0
    across = left is not None and _is_off(left, wide, paper.width, paper.margin)
    relative = style.get("mso-position-vertical-relative", "text")
    slack = paper.margin if relative in ("page", "margin") else paper.height
    return across or (top is not None and _is_off(top, high, paper.height, slack))


def covers(element: Element) -> bool:
    """Tell whether an anchored drawing or a shape of VML is a filled box without words before the text."""
    if local(element) == "anchor":
        before = (
            element.get("behindDoc", "0") in ("0", "false") and element.find(_WP + "wrapNone") is not None
        )
        return before and _is_large(element) and _is_filled_box(element)
    style = _style(element)
    if style.get("position") != "absolute" or style.get("z-index", "0").startswith("-"):
        return False
    filled = element.get("filled", "t") not in ("f", "false") and element.get("fillcolor") is not None
    wordless = next(element.iter(_V + "textbox", _V + "textpath", _V + "imagedata"), None) is None
    wide, high = _length(style.get("width")) or 0, _length(style.get("height")) or 0
    return filled and wordless and wide >= _LEAST_WIDE and high >= _LEAST_HIGH


def is_cropped(element: Element) -> bool:
    """Tell whether a picture (`a:srcRect`, `v:imagedata`) is shown without all its edges."""
    if element.tag == _A + "srcRect":
        return any(_whole(element.get(side)) > 0 for side in ("l", "t", "r", "b"))
    return any(_is_more_than_nothing(element.get(side)) for side in _CROPS)


def _axis_is_off(position: Element | None, size: int, sheet: int, paper: Paper) -> bool:
    if position is None:
        return False
    relative = position.get("relativeFrom", "")
    slack = {"page": 0, "paragraph": paper.height, "line": paper.height}.get(relative, paper.margin)
    for given in position:
        if local(given) == "posOffset":
            return _is_off(_emu(given.text), size, sheet, slack)
        if local(given) in ("pctPosHOffset", "pctPosVOffset"):
            return abs(_whole(given.text)) >= 100_000 + (0 if slack == 0 else 50_000)
    return False


def _is_off(start: int, size: int, sheet: int, slack: int) -> bool:
    """Tell whether a stretch lies outside 0 to `sheet`, whatever up to `slack` its start is counted from."""
    return start >= sheet or start + size + slack <= 0


def _is_large(anchor: Element) -> bool:
    extent = anchor.find(_WP + "extent")
    if extent is None:
        return False
    return _emu(extent.get("cx")) >= _LEAST_WIDE and _emu(extent.get("cy")) >= _LEAST_HIGH


def _is_filled_box(anchor: Element) -> bool:
    for shape in anchor.iter():
        if local(shape) != "wsp":
            continue
        own = next((child for child in shape if local(child) == "spPr"), None)
        wordless = next((text for text in shape.iter(W + "t") if text.text), None) is None
        fill = None if own is None else own.find(_A + "solidFill")
        geometry = None if own is None else own.find(_A + "prstGeom")
        if wordless and fill is not None and geometry is not None and geometry.get("prst") in _BOXES:
            return all(_whole(alpha.get("val")) >= _OPAQUE for alpha in fill.iter(_A + "alpha"))
    return False


def _slack(frame: Element, anchor: str, paper: Paper) -> int:
    if frame.get(W + anchor) == "page":
        return 0
    return paper.margin if anchor == "hAnchor" or frame.get(W + anchor) == "margin" else paper.height


def _style(shape: Element) -> dict[str, str]:
    pairs = (entry.partition(":") for entry in (shape.get("style") or "").split(";"))
    return {name.strip().lower(): value.strip() for name, _, value in pairs if value}


def _sum(style: dict[str, str], *names: str) -> int | None:
    """Add lengths up; none where no name has one with a unit: inside a group numbers have none."""
    lengths = [length for name in names if (length := _length(style.get(name))) is not None]
    return sum(lengths) if lengths else None


def _length(text: str | None) -> int | None:
    found = _LENGTH.match(text or "")
    if found is None:
        return None
    try:
        return _within(float(found.group(1)) * _UNITS[found.group(2)])
    except ValueError:  # 1.2.3
        return None


def _twips(text: str | None, otherwise: int) -> int:
    with_unit = _length(text)
    if with_unit is not None:
        return with_unit
    found = _WHOLE.match(text or "")
    return _within(int(found.group(1))) if found else otherwise


def _emu(text: str | None) -> int:
    return _within(_whole(text) / _EMU)


def _whole(text: str | None) -> int:
    found = _WHOLE.match((text or "").replace("%", "000"))
    return int(found.group(1)) if found else 0


def _within(twips: float) -> int:
    return round(max(-_MOST, min(_MOST, twips)))


def _is_more_than_nothing(text: str | None) -> bool:
    digits = (text or "").strip().rstrip("f")
    return bool(digits) and not digits.startswith("-") and number(digits.replace(".", ""), 1) > 0
