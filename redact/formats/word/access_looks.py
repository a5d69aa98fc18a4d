"""What styles and runs say of the language of a text, and of which lines are set in bold."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from redact.formats.word.markup import Element, W, switched_on, val
from redact.formats.word.reading import Reading

__all__ = ["Bold", "language_of", "title_styles"]

_MAX_CHAIN = 20  # as of the other styles
_NEARLY_ALL = 0.9


@dataclass(frozen=True, slots=True)
class _Style:
    based_on: str | None
    bold: bool | None


class Bold:
    """Tells which paragraphs are set in bold throughout, by their runs, their styles and the defaults."""

    def __init__(self, reading: Reading) -> None:
        root = _styles(reading)
        self._styles: dict[str, _Style] = {}
        self._default: str | None = None
        self._everywhere = False
        if root is None:
            return
        self._everywhere = _bold(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")) or False
        for style in root.iterfind(W + "style"):
            own = _Style(val(style.find(W + "basedOn")), _bold(style.find(W + "rPr")))
            self._styles[style.get(W + "styleId", "")] = own
            if style.get(W + "type") == "paragraph" and style.get(W + "default") in ("1", "true"):
                self._default = style.get(W + "styleId")

    def throughout(self, paragraph: Element) -> bool:
        """Tell whether every run of a paragraph that has text is bold."""
        styled = self._of_style(val(paragraph.find(f"{W}pPr/{W}pStyle")) or self._default)
        runs = [
            run for run in paragraph.iter(W + "r") if any((t.text or "").strip() for t in run.iter(W + "t"))
        ]
        return bool(runs) and all(self._of_run(run, styled) for run in runs)

    def _of_run(self, run: Element, styled: bool | None) -> bool:
        properties = run.find(W + "rPr")
        own = _bold(properties)
        if own is None and properties is not None:
            own = self._of_style(val(properties.find(W + "rStyle")))
        own = styled if own is None else own
        return self._everywhere if own is None else own

    def _of_style(self, style_id: str | None) -> bool | None:
        for _ in range(_MAX_CHAIN):
            style = self._styles.get(style_id or "")
            if style is None:
                return None
            if style.bold is not None:
                return style.bold
            style_id = style.based_on
        return None


def title_styles(reading: Reading) -> frozenset[str]:
    """Give the ids of the styles for the title of a document, which is no heading of a section."""
    root = _styles(reading)
    if root is None:
        return frozenset()
    return frozenset(
        style.get(W + "styleId", "")
        for style in root.iterfind(W + "style")
        if (val(style.find(W + "name")) or "").lower() == "title"
    )


def language_of(reading: Reading, letters: int) -> str | None:
    """Give the language that the file says most of its text is in; None where it says none.

    Args:
        letters: how many characters the text has.
    """
    own: Counter[str] = Counter()
    for mark in reading.tree(reading.parts.main).iter(W + "lang"):
        properties = mark.getparent()
        run = None if properties is None else properties.getparent()
        said = val(mark)
        if said and run is not None and run.tag == W + "r":
            own[said] += sum(len(text.text or "") for text in run.iter(W + "t"))
    said, count = own.most_common(1)[0] if own else (None, 0)
    default = _default(reading)
    least = _NEARLY_ALL if default is None else 0.5
    return said if letters and count >= least * letters else default


def _default(reading: Reading) -> str | None:
    """Give the language of text that says none of its own: of the usual style, else of the whole document."""
    root = _styles(reading)
    if root is None:
        return None
    usual = [
        val(style.find(f"{W}rPr/{W}lang"))
        for style in root.iterfind(W + "style")
        if style.get(W + "type") == "paragraph" and style.get(W + "default") in ("1", "true", "on")
    ]
    everywhere = val(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang"))
    return next(filter(None, usual), None) or everywhere


def _styles(reading: Reading) -> Element | None:
    name = reading.parts.related(reading.parts.main, "styles")
    return reading.tree(name) if name else None


def _bold(properties: Element | None) -> bool | None:
    mark = None if properties is None else properties.find(W + "b")
    return None if mark is None else switched_on(mark)
