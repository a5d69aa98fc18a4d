"""Colours as Word writes them: hexadecimal, by the theme, as a highlight, as a shading of two colours."""

from __future__ import annotations

import re
from collections.abc import Mapping

from redact.formats.word.markup import A, Element, W, local, val

__all__ = [
    "AUTO",
    "BLACK",
    "RGB",
    "WHITE",
    "Theme",
    "colour",
    "contrast",
    "highlight",
    "is_dark",
    "read_theme",
    "shading",
]

RGB = tuple[int, int, int]
Theme = Mapping[str, RGB]

WHITE: RGB = (255, 255, 255)
BLACK: RGB = (0, 0, 0)
AUTO = "auto"  # black, or white on a dark shading

_HEX = re.compile(r"^[0-9A-Fa-f]{6}$")
_PERCENT = re.compile(r"^pct([0-9]{1,2})$")
_HIGHLIGHTS: Mapping[str, RGB] = {
    "black": BLACK,
    "white": WHITE,
    "yellow": (255, 255, 0),
    "green": (0, 255, 0),
    "cyan": (0, 255, 255),
    "magenta": (255, 0, 255),
    "blue": (0, 0, 255),
    "red": (255, 0, 0),
    "darkBlue": (0, 0, 128),
    "darkCyan": (0, 128, 128),
    "darkGreen": (0, 128, 0),
    "darkMagenta": (128, 0, 128),
    "darkRed": (128, 0, 0),
    "darkYellow": (128, 128, 0),
    "darkGray": (128, 128, 128),
    "lightGray": (192, 192, 192),
}
# What text calls a colour of the theme, and what the theme itself calls it.
_OF_THEME = {
    "dark1": "dk1",
    "text1": "dk1",
    "light1": "lt1",
    "background1": "lt1",
    "dark2": "dk2",
    "text2": "dk2",
    "light2": "lt2",
    "background2": "lt2",
    "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
}
_PLAIN_THEME: Theme = {"dk1": BLACK, "lt1": WHITE}
_DARK = 0.05  # of the light of white paper: darker than any grey that a bar would be drawn in


def read_theme(root: Element | None) -> Theme:
    """Read the colours of a theme by their own names; black and white where there is no theme."""
    found = dict(_PLAIN_THEME)
    for scheme in root.iter(A + "clrScheme") if root is not None else ():
        for entry in scheme:
            for given in entry:
                rgb = from_hex(given.get("val")) or from_hex(given.get("lastClr"))
                if rgb is not None:
                    found[local(entry)] = rgb
        break
    return found


def colour(element: Element | None, theme: Theme) -> RGB | str | None:
    """Read a `w:color`: its RGB, AUTO, or None where it says nothing that we know."""
    if element is None:
        return None
    given = from_hex(val(element))
    if given is not None:
        return given
    of_theme = _of_theme(element, "themeColor", "themeTint", "themeShade", theme)
    return of_theme or (AUTO if val(element) == AUTO else None)


def shading(element: Element | None, theme: Theme) -> RGB | None:
    """Read a `w:shd`: the colour that it lays behind text; None where it lays none, or a pattern of lines."""
    if element is None:
        return None
    pattern = val(element) or "clear"
    fill = from_hex(element.get(W + "fill")) or _of_theme(
        element, "themeFill", "themeFillTint", "themeFillShade", theme
    )
    front = from_hex(element.get(W + "color")) or _of_theme(
        element, "themeColor", "themeTint", "themeShade", theme
    )
    if pattern == "clear":
        return fill
    if pattern == "solid":
        return front or BLACK
    percent = _PERCENT.match(pattern)
    if percent is None:
        return None
    return _mixed(front or BLACK, fill or WHITE, int(percent.group(1)) / 100)


def highlight(element: Element | None) -> RGB | None:
    """Read a `w:highlight`."""
    return _HIGHLIGHTS.get(val(element) or "")


def from_hex(text: str | None) -> RGB | None:
    """Read a colour of six hexadecimal digits; None for anything else."""
    if not text or not _HEX.match(text):
        return None
    return int(text[:2], 16), int(text[2:4], 16), int(text[4:], 16)


def contrast(one: RGB, other: RGB) -> float:
    """Give the ratio of the light of two colours, from 1 (none) to 21, as the web's guidelines reckon it."""
    light, dark = sorted((_light(one), _light(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def is_dark(rgb: RGB) -> bool:
    """Tell whether a background is as dark as a bar."""
    return _light(rgb) < _DARK


def _of_theme(element: Element, name: str, tint: str, shade: str, theme: Theme) -> RGB | None:
    called = element.get(W + name)
    if not called:
        return None
    base = theme.get(_OF_THEME.get(called, called))
    if base is None:
        return None
    lighter, darker = _share(element.get(W + tint)), _share(element.get(W + shade))
    if lighter is not None:
        return _mixed(base, WHITE, lighter)
    return base if darker is None else _mixed(base, BLACK, darker)


def _share(text: str | None) -> float | None:
    return int(text, 16) / 255 if text and re.fullmatch(r"[0-9A-Fa-f]{1,2}", text) else None


def _mixed(one: RGB, other: RGB, share: float) -> RGB:
    red, green, blue = (round(a * share + b * (1 - share)) for a, b in zip(one, other, strict=True))
    return red, green, blue


def _light(rgb: RGB) -> float:
    red, green, blue = (_linear(part / 255) for part in rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.03928 else float(((part + 0.055) / 1.055) ** 2.4)
