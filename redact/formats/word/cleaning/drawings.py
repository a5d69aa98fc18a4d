"""Drawings: their alternative texts, names, links and hidden versions go; what they show stays."""

from __future__ import annotations

import re
from collections.abc import Callable

from redact.formats.word.cleaning.ledger import Ledger, text_of
from redact.formats.word.cleaning.names import OFFICE, PICTURE, WP
from redact.formats.word.cleaning.shears import drop, forget
from redact.formats.word.markup import A, Element, V, W, local
from redact.values.text import Part

__all__ = ["Drawings"]

_C15 = "{http://schemas.microsoft.com/office/drawing/2012/chart}"
_DSP = "{http://schemas.microsoft.com/office/drawing/2008/diagram}"
# Extensions without which something that is seen would be missing.
_EXTENSIONS = frozenset(
    {
        _C15 + "datalabelsRange",
        _C15 + "showDataLabelsRange",
        _C15 + "layout",
        _C15 + "spPr",
        _C15 + "showLeaderLines",
        _C15 + "leaderLines",
        _DSP + "dataModelExt",
    }
)
_LINKS = frozenset({A + "hlinkClick", A + "hlinkHover", A + "hlinkMouseOver"})
_PLAYED = frozenset(
    {A + name for name in ("videoFile", "audioFile", "wavAudioFile", "quickTimeFile", "audioCd")}
)
_VML_NAMES = ("alt", "title", OFFICE + "title", "href", OFFICE + "href", "target", "src", OFFICE + "gfxdata")
_VML_PLACES = {"href": "D45", OFFICE + "href": "D45", "target": "D45", "src": "D69", OFFICE + "gfxdata": "D9"}
_OWN_TYPE = re.compile(r"_x0000_t[0-9]{1,3}$")  # a type of shape that every Word knows
_FIRST = 1025  # where Word begins to number shapes
_WHOLE_SHAPES = frozenset({"rect", "roundRect"})


class Drawings:
    """Cleans the drawings of one document after another part; numbers them on."""

    def __init__(self, ledger: Ledger, *, keep_alt_text: bool) -> None:
        self._ledger = ledger
        self._keep = keep_alt_text
        self._count = 0
        self._types: dict[str, str] = {}

    def clean(self, root: Element, part: Part) -> None:
        """Clean every drawing of one part."""
        for extensions in list(root.iter()):
            if local(extensions) == "extLst":
                self._trim(extensions, part)
        for element in list(root.iter()):
            handler = _HANDLERS.get(str(element.tag))
            if handler is not None:
                handler(self, element, part)
            elif local(element) in ("cNvPr", "docPr"):
                self._named(element, part)
            elif str(element.tag).startswith(V):
                self._vector(element, part)

    def _trim(self, extensions: Element, part: Part) -> None:
        for extension in list(extensions):
            if not any(child.tag in _EXTENSIONS for child in extension):
                self._drop_extension(extension, part)
        if not len(extensions):
            drop(extensions)

    def _drop_extension(self, extension: Element, part: Part) -> None:
        names = {local(below) for below in extension.iter()}
        if "imgLayer" in names:
            self._ledger.remove(Part.IMAGE, "D33", "originals of changed pictures")
        elif "svgBlip" in names:
            self._ledger.remove(Part.IMAGE, "D24", "second versions of drawings")
        elif "webVideoPr" in names:
            self._ledger.remove(part, "D36", "films from the web, of which the picture stays")
        self._ledger.take([text_of(extension)])
        drop(extension)

    def _named(self, element: Element, part: Part) -> None:
        is_frame = element.tag == WP + "docPr"
        for name in ("descr", "title"):
            text = element.get(name) or ""
            if text.strip() and self._keep and is_frame:
                self._ledger.keep(Part.ALT_TEXT, "D47", "alternative texts")
                continue
            if text.strip():
                self._ledger.remove(Part.ALT_TEXT, "D47", "alternative texts", text)
            forget(element, name)
        old = element.get("name") or ""
        if is_frame:
            self._count += 1
            element.set("id", str(self._count))
        new = f"Shape {self._count}" if is_frame else ""
        self._ledger.made.add(new)
        if old.strip():
            self._ledger.remove(part, "D47", "names of drawings", old)
        element.set("name", new)

    def _caption(self, element: Element, _part: Part) -> None:
        text = element.get(W + "val") or ""
        if self._keep and text.strip():
            self._ledger.keep(Part.ALT_TEXT, "D47", "alternative texts of tables")
            return
        if text.strip():
            self._ledger.remove(Part.ALT_TEXT, "D47", "alternative texts of tables", text)
        drop(element)

    def _link(self, element: Element, part: Part) -> None:
        self._ledger.remove(part, "D45", "links", *map(str, element.attrib.values()))
        drop(element)

    def _played(self, element: Element, part: Part) -> None:
        self._ledger.lose(part, "D34", "recordings")
        drop(element)

    def _ole(self, element: Element, part: Part) -> None:
        """Leave of an embedded object the picture that Word shows for it."""
        holder = next(element.iterancestors(W + "pict"), None)
        self._ledger.remove(part, "D34", "embedded objects, of which the picture stays")
        drop(element)
        if holder is not None and next(holder.iter(V + "imagedata"), None) is None:
            self._ledger.lose(part, "D34", "embedded objects without a picture")

    def _signature_line(self, element: Element, part: Part) -> None:
        self._ledger.remove(part, "D64", "lines for signatures", *map(str, element.attrib.values()))
        drop(element)

    def _geometry(self, element: Element, _part: Part) -> None:
        """Name a picture that a shape covers in part: its corners are still in the file."""
        owner = element.getparent()
        picture = None if owner is None else owner.getparent()
        if (
            picture is not None
            and picture.tag == PICTURE + "pic"
            and element.get("prst") not in _WHOLE_SHAPES
        ):
            self._ledger.stand(Part.IMAGE, "D32", "pictures whose edges are covered by a shape")

    def _object(self, element: Element, _part: Part) -> None:
        element.tag = W + "pict"
        for name in list(element.attrib):
            del element.attrib[name]

    def _vector(self, element: Element, part: Part) -> None:
        for name in _VML_NAMES:
            text = element.get(name)
            if text is None:
                continue
            if name == "alt" and self._keep and text.strip():
                self._ledger.keep(Part.ALT_TEXT, "D47", "alternative texts")
                continue
            if text.strip():
                place = _VML_PLACES.get(name, "D47")
                what = (
                    "copies of drawings"
                    if place == "D9"
                    else "links"
                    if place != "D47"
                    else "alternative texts"
                )
                self._ledger.remove(part if place != "D47" else Part.ALT_TEXT, place, what, text)
            del element.attrib[name]
        self._vector_names(element, part)

    def _vector_names(self, element: Element, part: Part) -> None:
        """Number the ids of shapes; a shape's type is found by its id."""
        for name in ("name", OFFICE + "spid"):
            if element.get(name):
                self._ledger.remove(part, "D47", "names of drawings", element.get(name) or "")
                del element.attrib[name]
        old = element.get("id")
        if old is not None:
            kind = "t" if element.tag == V + "shapetype" else "s"
            self._ledger.take([old])
            self._count += 1
            new = old if _OWN_TYPE.match(old) else f"_x0000_{kind}{self._count + _FIRST}"
            if kind == "t":
                self._types[old] = new
            element.set("id", new)
        used = element.get("type")
        if used is not None and used.startswith("#"):
            known = used[1:] if _OWN_TYPE.match(used[1:]) else self._types.get(used[1:])
            if known is None:
                del element.attrib["type"]
            else:
                element.set("type", f"#{known}")


_Handler = Callable[[Drawings, Element, Part], None]
_HANDLERS: dict[str, _Handler] = {
    **dict.fromkeys(_LINKS, Drawings._link),
    **dict.fromkeys(_PLAYED, Drawings._played),
    W + "tblCaption": Drawings._caption,
    W + "tblDescription": Drawings._caption,
    W + "object": Drawings._object,
    OFFICE + "OLEObject": Drawings._ole,
    OFFICE + "signatureline": Drawings._signature_line,
    A + "prstGeom": Drawings._geometry,
    A + "custGeom": Drawings._geometry,
}
