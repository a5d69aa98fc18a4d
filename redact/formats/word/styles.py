"""What styles say about a paragraph, a run or a table: is it hidden, is it a heading, how does it look."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from redact.formats.word.colours import RGB, Theme, read_theme, shading
from redact.formats.word.looks import NOTHING, Look, read_look
from redact.formats.word.markup import Element, W, number, switched_on, val

__all__ = ["Condition", "Styles", "read_styles"]

_HEADING = re.compile(r"^heading\s*([1-9])$", re.IGNORECASE)
_MAX_CHAIN = 20  # Word itself stops at about ten styles, one based on the other
_BODY_LEVEL = 9  # w:outlineLvl counts from 0; 9 means: not a heading


@dataclass(frozen=True, slots=True)
class Condition:
    """What a table style says of all cells ("wholeTable"), or of some: "firstRow", "band1Horz"."""

    look: Look = NOTHING
    shaded: RGB | None = None


@dataclass(frozen=True, slots=True)
class _Style:
    name: str = field(repr=False)
    based_on: str | None
    hidden: bool | None
    level: int | None
    look: Look = NOTHING
    shaded: RGB | None = None  # behind a whole paragraph
    conditions: Mapping[str, Condition] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of one document by id; of a document without any, empty."""

    by_id: dict[str, _Style] = field(default_factory=dict, repr=False)
    default_paragraph: str | None = None
    hidden_by_default: bool = False
    theme: Theme = field(default_factory=lambda: read_theme(None))
    default_look: Look = NOTHING
    default_table: str | None = None
    _chains: dict[str | None, list[_Style]] = field(default_factory=dict, repr=False, compare=False)

    def heading_level(self, properties: Element | None) -> int | None:
        """Say of which level (from 1) a paragraph with these `w:pPr` is a heading; None when of none."""
        own = None if properties is None else properties.find(W + "outlineLvl")
        if own is not None:
            level = number(val(own), _BODY_LEVEL)
            return level + 1 if level < _BODY_LEVEL else None
        for style in self._chain(self._paragraph_style(properties)):
            if style.level is not None:
                return style.level if style.level <= _BODY_LEVEL else None
        return None

    def hidden(self, run: Element | None, paragraph: Element | None) -> bool:
        """Tell whether text with these `w:rPr` in a paragraph with these `w:pPr` is hidden.

        Word lets a style switch off what another switched on; where two disagree we say hidden: the text
        is read either way, and only its place is named more darkly.
        """
        own = None if run is None else run.find(W + "vanish")
        if own is not None:
            return switched_on(own)
        of_run = None if run is None else val(run.find(W + "rStyle"))
        for style_id in (of_run, self._paragraph_style(paragraph)):
            for style in self._chain(style_id):
                if style.hidden is not None:
                    if style.hidden:
                        return True
                    break
        return self.hidden_by_default

    def look(self, run: Element | None, paragraph: Element | None) -> Look:
        """Give the look of text with these `w:rPr` in a paragraph with these `w:pPr`, but for its table's."""
        found = read_look(run, self.theme)
        of_run = None if run is None else val(run.find(W + "rStyle"))
        for style_id in (of_run, self._paragraph_style(paragraph)):
            for style in self._chain(style_id):
                found = found.over(style.look)
        return found.over(self.default_look)

    def ground(self, paragraph: Element | None) -> RGB | None:
        """Give the colour that lies behind a paragraph with these `w:pPr`; None where it has none."""
        if paragraph is not None:
            own = shading(paragraph.find(W + "shd"), self.theme)
            if own is not None:
                return own
        chain = self._chain(self._paragraph_style(paragraph))
        return next((style.shaded for style in chain if style.shaded is not None), None)

    def cell_ground(self, properties: Element | None) -> RGB | None:
        """Give the colour that a cell with these `w:tcPr` lays behind its text; None where it lays none."""
        return None if properties is None else shading(properties.find(W + "shd"), self.theme)

    def table(self, properties: Element | None) -> tuple[Mapping[str, Condition], bool]:
        """Give what the style of a table with these `w:tblPr` says of its cells; does it hide them."""
        named = None if properties is None else val(properties.find(W + "tblStyle"))
        conditions: dict[str, Condition] = {}
        hidden = False
        for style in reversed(self._chain(named or self.default_table)):
            conditions.update(style.conditions)
            hidden = hidden if style.hidden is None else style.hidden
        return conditions, hidden

    def _paragraph_style(self, properties: Element | None) -> str | None:
        named = None if properties is None else val(properties.find(W + "pStyle"))
        return named or self.default_paragraph

    def _chain(self, style_id: str | None) -> list[_Style]:
        kept = self._chains.get(style_id)
        if kept is not None:
            return kept
        chain: list[_Style] = []
        self._chains[style_id] = chain
        while style_id is not None and style_id in self.by_id and len(chain) < _MAX_CHAIN:
            chain.append(self.by_id[style_id])
            style_id = chain[-1].based_on
        return chain


def read_styles(root: Element | None, theme: Element | None = None) -> Styles:
    """Read styles.xml, and the colours of the theme beside it.

    Without styles no text is hidden by style and no paragraph is a heading.
    """
    colours = read_theme(theme)
    if root is None:
        return Styles(theme=colours)
    by_id: dict[str, _Style] = {}
    defaults: dict[str | None, str] = {}
    for element in root.iterfind(W + "style"):
        style_id = element.get(W + "styleId", "")
        by_id[style_id] = _style(element, colours)
        if element.get(W + "default", "").lower() in {"1", "true", "on"}:
            defaults[element.get(W + "type")] = style_id
    everywhere = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    vanish = None if everywhere is None else everywhere.find(W + "vanish")
    return Styles(
        by_id,
        defaults.get("paragraph"),
        switched_on(vanish),
        colours,
        read_look(everywhere, colours),
        defaults.get("table"),
    )


def _style(element: Element, theme: Theme) -> _Style:
    name = val(element.find(W + "name")) or ""
    vanish = element.find(f"{W}rPr/{W}vanish")
    return _Style(
        name,
        val(element.find(W + "basedOn")),
        None if vanish is None else switched_on(vanish),
        _level(element, name),
        read_look(element.find(W + "rPr"), theme),
        shading(element.find(f"{W}pPr/{W}shd"), theme),
        _conditions(element, theme) if element.get(W + "type") == "table" else {},
    )


def _conditions(element: Element, theme: Theme) -> dict[str, Condition]:
    found = {"wholeTable": _condition(element, theme)}
    for part in element.iterfind(W + "tblStylePr"):
        found[part.get(W + "type", "")] = _condition(part, theme)
    return {name: condition for name, condition in found.items() if condition != Condition()}


def _condition(element: Element, theme: Theme) -> Condition:
    shaded = shading(element.find(f"{W}tcPr/{W}shd"), theme)
    if shaded is None:
        shaded = shading(element.find(f"{W}tblPr/{W}shd"), theme)
    return Condition(read_look(element.find(W + "rPr"), theme), shaded)


def _level(element: Element, name: str) -> int | None:
    """Level of a style: of its name first, because Word's own headings keep theirs whatever is set."""
    numbered = _HEADING.match(name) or _HEADING.match(element.get(W + "styleId", ""))
    if numbered:
        return int(numbered.group(1))
    if name.lower() == "title":
        return 1
    outline = element.find(f"{W}pPr/{W}outlineLvl")
    return None if outline is None else number(val(outline), _BODY_LEVEL) + 1
