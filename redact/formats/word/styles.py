"""What styles say about a paragraph or run: is it hidden, is it a heading."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from redact.formats.word.markup import Element, W, number, switched_on, val

__all__ = ["Styles", "read_styles"]

_HEADING = re.compile(r"^heading\s*([1-9])$", re.IGNORECASE)
_MAX_CHAIN = 20  # Word itself stops at about ten styles, one based on the other
_BODY_LEVEL = 9  # w:outlineLvl counts from 0; 9 means: not a heading


@dataclass(frozen=True, slots=True)
class _Style:
    name: str = field(repr=False)
    based_on: str | None
    hidden: bool | None
    level: int | None


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of one document by id; of a document without any, empty."""

    by_id: dict[str, _Style] = field(default_factory=dict, repr=False)
    default_paragraph: str | None = None
    hidden_by_default: bool = False

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

    def _paragraph_style(self, properties: Element | None) -> str | None:
        named = None if properties is None else val(properties.find(W + "pStyle"))
        return named or self.default_paragraph

    def _chain(self, style_id: str | None) -> list[_Style]:
        chain: list[_Style] = []
        while style_id is not None and style_id in self.by_id and len(chain) < _MAX_CHAIN:
            chain.append(self.by_id[style_id])
            style_id = chain[-1].based_on
        return chain


def read_styles(root: Element | None) -> Styles:
    """Read styles.xml; without one, no text is hidden by style and no paragraph is a heading."""
    if root is None:
        return Styles()
    by_id: dict[str, _Style] = {}
    default = None
    for element in root.iterfind(W + "style"):
        style_id = element.get(W + "styleId", "")
        by_id[style_id] = _style(element)
        is_default = element.get(W + "default", "").lower() in {"1", "true", "on"}
        if is_default and element.get(W + "type") == "paragraph":
            default = style_id
    everywhere = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}vanish")
    return Styles(by_id, default, switched_on(everywhere))


def _style(element: Element) -> _Style:
    name = val(element.find(W + "name")) or ""
    vanish = element.find(f"{W}rPr/{W}vanish")
    return _Style(
        name,
        val(element.find(W + "basedOn")),
        None if vanish is None else switched_on(vanish),
        _level(element, name),
    )


def _level(element: Element, name: str) -> int | None:
    """Level of a style: of its name first, because Word's own headings keep theirs whatever is set."""
    numbered = _HEADING.match(name) or _HEADING.match(element.get(W + "styleId", ""))
    if numbered:
        return int(numbered.group(1))
    if name.lower() == "title":
        return 1
    outline = element.find(f"{W}pPr/{W}outlineLvl")
    return None if outline is None else number(val(outline), _BODY_LEVEL) + 1
