"""Text that is in the file and that no reader of the page sees: it goes, and is listed."""

from __future__ import annotations

from dataclasses import dataclass

from redact.formats.word.cleaning.ledger import Ledger, text_of
from redact.formats.word.cleaning.names import PICTURE, WP
from redact.formats.word.cleaning.shears import drop, drop_empty_run, mend
from redact.formats.word.cleaning.unseen import BARRED, FAINT, unseen_runs
from redact.formats.word.markup import Element, M, V, W, local, switched_on, val
from redact.formats.word.parts import Parts
from redact.formats.word.placing import Paper, anchor_is_off, covers, shape_is_off
from redact.formats.word.saying import EMOJI
from redact.formats.word.styles import Styles
from redact.values.text import Part

__all__ = ["Watched", "drop_hidden"]

# Of a run that nobody sees, what stays: its properties, and the marks of a field that stays.
_STAYING = frozenset({W + "fldChar", W + "instrText", W + "rPr", M + "rPr"})
_TEXTS = frozenset({W + "t", W + "sym", W + "noBreakHyphen", W + "softHyphen", M + "t", EMOJI})
_BAR = "\u00a0" * 8
_WHAT = {
    "D7": "hidden rows",
    "D28": "stretches of hidden text",
    FAINT: "stretches of text too faint or small to see",
    BARRED: "stretches of text under a dark bar, of which the bar stays",
    "D31": "stretches of text off the page",
}
_OFF = frozenset({"0", "false", "off"})
_SHAPES = tuple(
    V + name for name in ("shape", "rect", "roundrect", "oval", "line", "polyline", "group", "image")
)
_COLLAPSED = "{http://schemas.microsoft.com/office/word/2012/wordml}collapsed"


@dataclass(frozen=True, slots=True)
class Watched:
    """What has to be known to tell what is seen: the package, its styles, its paper."""

    parts: Parts
    styles: Styles
    paper: Paper


def drop_hidden(root: Element, part: Part, ledger: Ledger, watched: Watched) -> None:
    """Take out rows, cells, drawings and runs that nobody sees, and open collapsed headings."""
    for row in list(root.iter(W + "tr")):
        properties = row.find(W + "trPr")
        if properties is not None and switched_on(properties.find(W + "hidden")):
            ledger.remove(part, "D7", "hidden rows", text_of(row))
            drop(row)
    for cell in list(root.iter(W + "tc")):
        _empty_covered(cell, part, ledger)
    for drawing in list(root.iter(W + "drawing", *_SHAPES)):
        _drop_drawing(drawing, part, ledger, watched.paper)
    for mark in list(root.iter(_COLLAPSED)):
        if switched_on(mark):
            ledger.remove(part, "D31", "headings with folded text, which were unfolded")
        drop(mark)
    _drop_runs(root, part, ledger, watched)
    mend(root)


def _drop_drawing(drawing: Element, part: Part, ledger: Ledger, paper: Paper) -> None:
    """Take out a drawing that is hidden or lies off the page; name one that may cover text."""
    anchor = drawing.find(WP + "anchor") if drawing.tag == W + "drawing" else drawing
    if _is_hidden(drawing):
        ledger.remove(part, "D31", "hidden drawings", text_of(drawing))
        drop(drawing)
    elif anchor is not None and (anchor_is_off if anchor is not drawing else shape_is_off)(anchor, paper):
        ledger.remove(part, "D31", "drawings off the page", text_of(drawing))
        drop(drawing)
    elif anchor is not None and covers(anchor):
        ledger.stand(Part.UNDER_A_BOX, "D30", "filled boxes that may cover text")


def _drop_runs(root: Element, part: Part, ledger: Ledger, watched: Watched) -> None:
    emptied: dict[Element, None] = {}
    barred: set[Element] = set()
    runs, doubtful = unseen_runs(root, part, watched.parts, watched.styles, watched.paper)
    for _ in range(doubtful):
        ledger.stand(Part.UNDER_A_BOX, "D30", "stretches of text of no colour of its own on a dark ground")
    for run, place in runs.items():
        text = text_of(run)
        for child in list(run):
            if child.tag in _TEXTS or (place not in (FAINT, BARRED) and child.tag not in _STAYING):
                drop(child)
        if text.strip():
            ledger.remove(part, place, _WHAT[place], text)
        if place == BARRED and text:
            barred.add(run)
            _draw_bar(run, barred)
            continue
        paragraph = next(run.iterancestors(W + "p"), None)
        drop_empty_run(run)
        if paragraph is not None:
            emptied[paragraph] = None
    for paragraph in emptied:
        _drop_hidden_paragraph(paragraph, watched.styles)


def _draw_bar(run: Element, barred: set[Element]) -> None:
    """Leave a bar of one length where words were barred, once for runs that touch: it tells nothing."""
    before = run.getprevious()
    if before is not None and before in barred:
        drop_empty_run(run)
        return
    bar = run.makeelement(W + "t")
    bar.text = _BAR
    run.append(bar)


def _drop_hidden_paragraph(paragraph: Element, styles: Styles) -> None:
    """Take out a paragraph of which nothing is left and whose mark is hidden too: it takes up no line."""
    properties = paragraph.find(W + "pPr")
    if properties is None or any(child is not properties for child in paragraph):
        return
    mark = properties.find(W + "rPr")
    parent = paragraph.getparent()
    if parent is None or properties.find(W + "sectPr") is not None or not styles.hidden(mark, properties):
        return
    if sum(1 for child in parent if child.tag == W + "p") > 1:
        drop(paragraph)


def _empty_covered(cell: Element, part: Part, ledger: Ledger) -> None:
    """Empty a cell that the merged cell above it covers."""
    merged = cell.find(f"{W}tcPr/{W}vMerge")
    if merged is None or (val(merged) or "continue") == "restart":
        return
    if text_of(cell).strip() or any(local(below) in ("drawing", "pict", "object") for below in cell.iter()):
        ledger.remove(part, "D7", "covered cells", text_of(cell))
    for child in list(cell):
        if child.tag != W + "tcPr":
            drop(child)
    cell.append(cell.makeelement(W + "p"))


def _is_hidden(drawing: Element) -> bool:
    if drawing.tag == W + "drawing":
        named = next(drawing.iter(WP + "docPr"), None)
        picture = next(drawing.iter(PICTURE + "cNvPr"), None)
        return any(one is not None and one.get("hidden", "0").lower() not in _OFF for one in (named, picture))
    style = "".join((drawing.get("style") or "").lower().split())
    return "visibility:hidden" in style or "display:none" in style
