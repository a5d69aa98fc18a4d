"""How text looks: its colour, what is behind it, its size; and whether anybody can see it.

Only what the file says outright is judged. Behind the text of a shape may lie anything, a picture too; there
only a fill that the shape itself names is taken for its background.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from redact.formats.word.colours import (
    BLACK,
    RGB,
    WHITE,
    Theme,
    colour,
    contrast,
    highlight,
    is_dark,
    shading,
)
from redact.formats.word.markup import Element, W, number, val
from redact.values.text import Part

__all__ = ["PAGE", "Backdrop", "Look", "read_look", "seen_as"]

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"

_LEAST_CONTRAST = 1.3
_TINY = 4  # half-points: two points are the height of a full stop
_NARROW = 5  # per cent of a letter's width
_OPAQUE = range(5_000, 95_001)  # of 100,000; programs do not agree on which end is transparent

Mark = tuple[Part, str]
_UNSEEN: Mark = (Part.HIDDEN_TEXT, "D29")
_BARRED: Mark = (Part.UNDER_A_BOX, "D30")


@dataclass(frozen=True, slots=True)
class Look:
    """What one `w:rPr` says about how letters look; None where it says nothing."""

    colour: RGB | str | None = None
    shaded: RGB | None = None
    highlighted: RGB | None = None
    size: int | None = None
    width: int | None = None
    unfilled: bool | None = None

    def over(self, below: Look) -> Look:
        """Put this look over another: what this one says, holds."""
        if self == NOTHING or below == NOTHING:
            return below if self == NOTHING else self
        return Look(
            below.colour if self.colour is None else self.colour,
            below.shaded if self.shaded is None else self.shaded,
            below.highlighted if self.highlighted is None else self.highlighted,
            below.size if self.size is None else self.size,
            below.width if self.width is None else self.width,
            below.unfilled if self.unfilled is None else self.unfilled,
        )


@dataclass(frozen=True, slots=True)
class Backdrop:
    """What lies behind text at one place: the colours that it may be, and the looks that a table style gives.

    `colours` is empty where nobody can tell. `title` says that it is the first row of a table, in which
    text of no colour of its own is white on a dark ground.
    """

    colours: tuple[RGB, ...] = (WHITE,)
    looks: tuple[Look, ...] = field(default=(Look(),))
    title: bool = False
    hidden: bool = False

    def shaded(self, rgb: RGB | None) -> Backdrop:
        """Lay a colour over it; none leaves it as it is."""
        return self if rgb is None else replace(self, colours=(rgb,))


_OF_LOOKS = frozenset({W + name for name in ("color", "shd", "highlight", "sz", "w")} | {_W14 + "textFill"})

PAGE = Backdrop()
NOTHING = Look()


def read_look(properties: Element | None, theme: Theme) -> Look:
    """Read the look that a `w:rPr` gives."""
    if properties is None or not any(child.tag in _OF_LOOKS for child in properties):
        return NOTHING
    found = Look(
        colour(properties.find(W + "color"), theme),
        shading(properties.find(W + "shd"), theme),
        highlight(properties.find(W + "highlight")),
        _number(properties.find(W + "sz")),
        _number(properties.find(W + "w")),
        _unfilled(properties),
    )
    return NOTHING if found == NOTHING else found


def seen_as(look: Look, backdrop: Backdrop) -> Mark | None:
    """Say in which place letters stand that nobody sees, on any ground that may lie behind them.

    Returns: D29 for what is too faint or too small, D30 for what lies on a dark bar; None for what is seen.
    """
    marks = [_seen(look.over(below), backdrop) for below in backdrop.looks]
    return marks[0] if marks and all(marks) else None


def _seen(look: Look, backdrop: Backdrop) -> Mark | None:
    if look.unfilled or (look.size is not None and look.size <= _TINY):
        return _UNSEEN
    if look.width is not None and 0 < look.width <= _NARROW:
        return _UNSEEN
    own = look.highlighted or look.shaded
    grounds = (own,) if own else backdrop.colours
    if not grounds or not all(_is_lost(look, ground, backdrop, own is not None) for ground in grounds):
        return None
    return _BARRED if is_dark(grounds[0]) else _UNSEEN


def _is_lost(look: Look, ground: RGB, backdrop: Backdrop, own: bool) -> bool:
    if isinstance(look.colour, tuple):
        return contrast(look.colour, ground) < _LEAST_CONTRAST
    # Programs write letters of no colour of their own in white on a dark shading, but not all of them on a
    # highlight; and who bars words does not think of it. In the first row of a table it is meant to be read.
    return is_dark(ground) and contrast(BLACK, ground) < _LEAST_CONTRAST and (own or not backdrop.title)


def _number(element: Element | None) -> int | None:
    found = number((val(element) or "").removesuffix("%"), -1) if element is not None else -1
    return None if found < 0 else found


def _unfilled(properties: Element) -> bool | None:
    """Tell whether letters have no fill at all: neither inside nor as an outline."""
    fill = properties.find(_W14 + "textFill")
    if fill is None:
        return None
    outline = properties.find(_W14 + "textOutline")
    outlined = outline is not None and outline.find(_W14 + "noFill") is None and len(outline) > 0
    if fill.find(_W14 + "noFill") is not None:
        return not outlined
    alphas = [number(alpha.get(_W14 + "val"), 50_000) for alpha in fill.iter(_W14 + "alpha")]
    return bool(alphas) and all(alpha not in _OPAQUE for alpha in alphas) and not outlined
