"""Text in drawings: text boxes, groups, WordArt, charts and diagrams that a paragraph anchors."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from redact.formats.word import charts
from redact.formats.word.colours import RGB, from_hex
from redact.formats.word.looks import Backdrop
from redact.formats.word.markup import MC, A, Element, R, V, W, canonical
from redact.formats.word.placing import anchor_is_off, covers, is_cropped, shape_is_off
from redact.values.text import Location, Part

if TYPE_CHECKING:
    from redact.formats.word.story import Spot, Story

__all__ = ["read_object"]

_WORDPROCESSING = "{http://schemas.microsoft.com/office/word/2010/wordprocessing"
_GROUPS = frozenset({_WORDPROCESSING + "Group}wgp", _WORDPROCESSING + "Canvas}wpc", V + "group"})
_ANCHOR = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}anchor"
_SHAPE = _WORDPROCESSING + "Shape}wsp"
_SHAPE_PROPERTIES = _WORDPROCESSING + "Shape}spPr"
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
_CHART_2016 = "{http://schemas.microsoft.com/office/drawing/2014/chartex}chart"
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"


def read_object(story: Story, element: Element, spot: Spot) -> None:
    """Read all text at and below `element`, a drawing or one version of it.

    The place is D8 for a text box, D10 inside a group or for WordArt; D9, where it is set, stays.
    """
    tag = element.tag
    if tag == W + "p" or tag == W + "tbl":
        story.block(element, spot)
    elif tag == W + "txbxContent":
        _text_box(story, element, spot)
    elif tag == MC + "AlternateContent":
        story.alternate(element, spot)
    elif tag == A + "p":
        _emit(story, charts.paragraph_text(story.reading, element), spot, Part.TEXT_BOX, "D10")
    elif tag in _REFERENCES:
        _follow(story, element)
    elif tag == W + "r":
        story.stray(element, spot)
    else:
        _below(story, element, spot)


def _below(story: Story, element: Element, spot: Spot) -> None:
    if element.tag == V + "textpath":
        story.reading.note(element.get("string", ""))
        _emit(story, element.get("string", ""), spot, Part.TEXT_BOX, "D10")
    if element.tag in _GROUPS and spot.place != "D9":
        spot = replace(spot, place="D10")
    if element.tag == _ANCHOR or str(element.tag).startswith(V):
        spot = _placed(story, element, spot)
    _note_picture(story, element)
    for child in element:
        read_object(story, child, spot)


def _placed(story: Story, element: Element, spot: Spot) -> Spot:
    """Note a box that may cover text, and mark what lies off the page."""
    reading = story.reading
    anchored = element.tag == _ANCHOR
    if covers(element):
        here = Location(Part.UNDER_A_BOX, "D30", reading.page)
        reading.builder.trace(
            here, "a filled box without words that lies before the text", canonical(element)
        )
    if (anchor_is_off if anchored else shape_is_off)(element, reading.paper):
        spot = replace(spot, state=spot.state.marked(Part.HIDDEN_TEXT, "D31"))
    return spot


def _text_box(story: Story, element: Element, spot: Spot) -> None:
    place = spot.place if spot.place in ("D9", "D10") else "D8"
    # Behind the text of a shape may lie anything; where it says nothing of its fill, nobody can tell.
    state = replace(spot.state, backdrop=Backdrop(_fill(element)))
    story.blocks(element, replace(spot, part=Part.TEXT_BOX, place=place, state=state, block=None, cell=None))


def _fill(element: Element) -> tuple[RGB, ...]:
    """Give the colour that a shape says it is filled with, as a tuple; of one that says none, nothing."""
    for holder in element.iterancestors():
        if holder.tag == _SHAPE:
            fills = holder.findall(f"{_SHAPE_PROPERTIES}/{A}solidFill/{A}srgbClr")
            return tuple(rgb for fill in fills if (rgb := from_hex(fill.get("val"))) is not None)
        if holder.tag == W + "p":
            break
    return ()


def _emit(story: Story, text: str, spot: Spot, part: Part, place: str) -> None:
    if text.strip():
        block = story.reading.builder.next_block(part)
        place = "D9" if spot.place == "D9" else place
        if (Part.HIDDEN_TEXT, "D31") in spot.state.marks:
            part, place = Part.HIDDEN_TEXT, "D31"
        story.reading.emit(text, Location(part, place, story.reading.page, block))


def _follow(story: Story, element: Element) -> None:
    """Read the chart or diagram that is named here, once."""
    reading = story.reading
    for attribute in _REFERENCES[str(element.tag)]:
        name = reading.parts.target(story.source, element.get(R + attribute))
        if name is not None and name not in reading.read_parts:
            _REFERENCE_READERS[str(element.tag)](reading, name)


def _note_picture(story: Story, element: Element) -> None:
    """Remember on which page a picture stands, for the gap that it will be."""
    page = story.reading.page
    if element.tag in (A + "srcRect", V + "imagedata") and is_cropped(element):
        here = Location(Part.IMAGE, "D32", page)
        story.reading.builder.trace(here, "a picture that was cropped", canonical(element))
    for attribute in ("embed", "id", "link"):
        name = story.reading.parts.target(story.source, element.get(R + attribute))
        if name is not None and page is not None:
            story.reading.picture_pages.setdefault(name, page)


_REFERENCES = {_CHART: ("id",), _CHART_2016: ("id",), _DIAGRAM: ("dm",)}
_REFERENCE_READERS = {
    _CHART: charts.read_chart,
    _CHART_2016: charts.read_chart,
    _DIAGRAM: charts.read_diagram,
}
