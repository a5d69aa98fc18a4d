"""What leads from one part to another: pictures, charts and diagrams come along, everything else is cut."""

from __future__ import annotations

import re
from collections.abc import Callable

from redact.formats.word.cleaning.ledger import Ledger
from redact.formats.word.cleaning.names import CHART, DIAGRAM
from redact.formats.word.cleaning.packing import Bundle, Kind
from redact.formats.word.cleaning.pictures import NOTHING, Crop, empty_frame, pack
from redact.formats.word.cleaning.shears import drop, forget
from redact.formats.word.markup import A, Element, R, V, W
from redact.formats.word.parts import Parts
from redact.values.text import Part

__all__ = ["DRAWN_KIND", "OFFICE_RELATION", "References"]

OFFICE_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_CHART_2016 = "{http://schemas.microsoft.com/office/drawing/2014/chartex}chart"
_CROPS = {"cropleft": "left", "croptop": "top", "cropright": "right", "cropbottom": "bottom"}
_SOURCE_SIDES = {"l": "left", "t": "top", "r": "right", "b": "bottom"}
_FRACTION = re.compile(r"^(-?[0-9]*\.?[0-9]+)(f|%)?$")
_WHOLE = 100_000
_DML = "application/vnd.openxmlformats-officedocument.drawingml."
_MICROSOFT = "http://schemas.microsoft.com/office/2007/relationships/"

_CHART_KIND = Kind("word/charts/chart", _DML + "chart+xml", OFFICE_RELATION + "chart")
_CHART_2016_KIND = Kind(
    "word/charts/chartEx",
    "application/vnd.ms-office.chartex+xml",
    "http://schemas.microsoft.com/office/2014/relationships/chartEx",
)
_SHAPES_KIND = Kind("word/drawings/drawing", _DML + "chartshapes+xml", OFFICE_RELATION + "chartUserShapes")
_DIAGRAM_KINDS = {
    "dm": Kind("word/diagrams/data", _DML + "diagramData+xml", OFFICE_RELATION + "diagramData"),
    "lo": Kind("word/diagrams/layout", _DML + "diagramLayout+xml", OFFICE_RELATION + "diagramLayout"),
    "qs": Kind("word/diagrams/quickStyle", _DML + "diagramStyle+xml", OFFICE_RELATION + "diagramQuickStyle"),
    "cs": Kind("word/diagrams/colors", _DML + "diagramColors+xml", OFFICE_RELATION + "diagramColors"),
}
DRAWN_KIND = Kind(
    "word/diagrams/drawing",
    "application/vnd.ms-office.drawingml.diagramDrawing+xml",
    _MICROSOFT + "diagramDrawing",
)

# Carries a part over, to be cleaned in its turn, and gives its new name.
Carry = Callable[[str, Kind], str]


class References:
    """Follows what is referred to in the parts of one document; `carried` are the members that came along."""

    def __init__(self, parts: Parts, bundle: Bundle, ledger: Ledger, carry: Carry) -> None:
        self._parts = parts
        self._bundle = bundle
        self._ledger = ledger
        self._carry = carry
        self.carried: set[str] = set()
        self.drawn: dict[str, str] = {}  # of each diagram's data, the id of its drawing

    def settle(self, root: Element, source: str, new_source: str, part: Part) -> None:
        """Give every reference of one part its new id, and take out those that lead nowhere we go.

        Args:
            source: the part's own name in the document.
            new_source: its name in the copy.
        """
        for element in list(root.iter()):
            if element.tag in _SETTLED:
                continue
            wanted = {str(key): str(value) for key, value in element.attrib.items() if str(key).startswith(R)}
            for key in wanted:
                del element.attrib[key]
            ids = {key[len(R) :]: value for key, value in wanted.items()}
            tag = str(element.tag)
            if tag == A + "blip":
                self._blip(element, ids, source, new_source, part)
            elif tag in (V + "imagedata", V + "fill", V + "stroke"):
                self._vector(element, ids, source, new_source, part)
            elif tag in _SINGLE and "id" in ids:
                self._single(element, ids.get("id"), source, new_source, part)
            elif tag == DIAGRAM + "relIds":
                self._diagram(element, ids, source, new_source)

    def _blip(self, element: Element, ids: dict[str, str], source: str, new_source: str, part: Part) -> None:
        holder = element.getparent()
        rect = None if holder is None else holder.find(A + "srcRect")
        crop = _of_rect(rect)
        if rect is not None and crop:
            for side in _SOURCE_SIDES:
                if _thousandths(rect.get(side)) > 0:
                    del rect.attrib[side]
        name = self._picture(ids.get("embed"), ids.get("link"), source, part, crop)
        element.set(R + "embed", self._bundle.link(new_source, OFFICE_RELATION + "image", name))

    def _vector(
        self, element: Element, ids: dict[str, str], source: str, new_source: str, part: Part
    ) -> None:
        relation = ids.get("id") or ids.get("pict") or element.get(_OFFICE_ID)
        if relation is None and "href" not in ids:
            if element.tag == V + "imagedata":  # a picture of nothing
                drop(element)
            return
        crop = _of_attributes(element)
        forget(element, _OFFICE_ID, *_CROPS)
        name = self._picture(relation, ids.get("href"), source, part, crop)
        element.set(R + "id", self._bundle.link(new_source, OFFICE_RELATION + "image", name))

    def _picture(self, relation: str | None, outside: str | None, source: str, part: Part, crop: Crop) -> str:
        """Carry one picture over, cropped; an empty frame stands for one that cannot be."""
        if outside is not None:
            self._ledger.remove(part, "D69", "pictures that Word would fetch")
        member = self._parts.target(source, relation)
        content = None if member is None else self._parts.members[member]
        packed = None if content is None else pack(content, crop)
        if member is not None:
            self.carried.add(member)
        if packed is None:
            place, what = (
                ("D69", "pictures that are not in the file") if content is None else _unreadable(member)
            )
            self._ledger.lose(Part.IMAGE, place, what)
            packed = empty_frame()
        elif content != packed.content:
            self._ledger.remove(Part.IMAGE, "D62", "pictures, of which only the pixels stay")
            if crop:
                self._ledger.remove(Part.IMAGE, "D32", "cropped edges of pictures")
        return self._bundle.media(packed.content, packed.ending)

    def _single(
        self, element: Element, relation: str | None, source: str, new_source: str, part: Part
    ) -> None:
        kind = _SINGLE[str(element.tag)]
        member = self._parts.target(source, relation)
        if member is None:
            self._ledger.lose(part, "D20", "charts that are not in the file")
            return
        element.set(R + "id", self._bundle.link(new_source, kind.relation, self._carry(member, kind)))

    def _diagram(self, element: Element, ids: dict[str, str], source: str, new_source: str) -> None:
        data = self._parts.target(source, ids.get("dm"))
        if data is not None:
            self._drawn(data, source, new_source)
        for name, kind in _DIAGRAM_KINDS.items():
            member = self._parts.target(source, ids.get(name))
            if member is not None:
                element.set(R + name, self._bundle.link(new_source, kind.relation, self._carry(member, kind)))

    def _drawn(self, data: str, source: str, new_source: str) -> None:
        """Carry the drawing of a diagram over; its data name it by the id that its page gives it."""
        for relation in self._parts.relations.get(source, ()):
            member = self._parts.named(relation.target) if relation.type == DRAWN_KIND.relation else None
            if member is not None and _number_of(member) == _number_of(data):
                drawing = self._carry(member, DRAWN_KIND)
                self.drawn[data] = self._bundle.link(new_source, DRAWN_KIND.relation, drawing)


_SETTLED = frozenset({W + "headerReference", W + "footerReference"})  # by whoever names the headers
_OFFICE_ID = "{urn:schemas-microsoft-com:office:office}relid"
_SINGLE = {
    CHART + "chart": _CHART_KIND,
    CHART + "userShapes": _SHAPES_KIND,
    _CHART_2016: _CHART_2016_KIND,
}


def _unreadable(member: str | None) -> tuple[str, str]:
    ending = (member or "").rpartition(".")[2].lower()
    if ending in ("emf", "wmf", "svg", "emz", "wmz", "eps"):
        return "D24", "drawings (EMF, WMF, SVG) that can be made pixels in Word only"
    return "D23", "pictures that cannot be read"


def _number_of(member: str) -> str:
    return re.sub(r"[^0-9]", "", member.rpartition("/")[2])


def _of_rect(rect: Element | None) -> Crop:
    if rect is None:
        return NOTHING
    return Crop(**{side: max(0, _thousandths(rect.get(name))) for name, side in _SOURCE_SIDES.items()})


def _thousandths(text: str | None) -> int:
    """Read a share in thousandths of a per cent, or in per cent where the sign stands behind it."""
    found = _FRACTION.match((text or "0").strip())
    if found is None:
        return 0
    value = float(found.group(1)) * (1000 if found.group(2) == "%" else 1)
    return max(-_WHOLE, min(_WHOLE, round(value)))


def _of_attributes(element: Element) -> Crop:
    """Read the crop of a picture in VML: a fraction, in 65536ths where an f stands behind it."""
    sides = {}
    for attribute, side in _CROPS.items():
        found = _FRACTION.match((element.get(attribute) or "0").strip())
        value = 0.0 if found is None else float(found.group(1))
        scale = {"f": 1 / 65536, "%": 0.01}.get((found.group(2) or "") if found else "", 1.0)
        sides[side] = max(0, min(_WHOLE, round(value * scale * _WHOLE)))
    return Crop(**sides)
