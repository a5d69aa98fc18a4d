"""Pictures, charts, diagrams, shapes and links of a Word document, and the words that stand for each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from redact.formats.accessible import Link, Seen, fault_of_description, faults_of_links
from redact.formats.word.access_places import Places
from redact.formats.word.markup import MC, A, Element, R, V, W, local
from redact.formats.word.reading import Reading
from redact.values.access import AccessNeed
from redact.values.text import Location, Part, Span

__all__ = ["look_at_objects"]

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_OFFICE = "{urn:schemas-microsoft-com:office:office}"
_NOTES = (("footnotes+xml", Part.FOOTNOTE, "D16"), ("endnotes+xml", Part.ENDNOTE, "D16"))
_UNSEEN = (W + "del", W + "moveFrom", MC + "Fallback")
_KINDS = {"picture": "a picture", "chart": "a chart", "chartex": "a chart", "diagram": "a diagram"}
_FIELD = re.compile(r'\s*HYPERLINK\s+(?:\\[mnt]\s+)*"([^"]+)"', re.IGNORECASE)
_ON = ("1", "true", "t", "on")


@dataclass(slots=True)
class _Open:
    """A field that has begun: its code, and the text elements of what it shows."""

    code: str = field(default="", repr=False)
    shown: list[Element] = field(default_factory=list)
    in_result: bool = False


@dataclass(slots=True)
class _Found:
    """A link as it is met: where it leads, its text elements, and whether a picture stands in it."""

    target: str = field(repr=False)
    texts: list[Element] = field(repr=False)
    location: Location
    pictured: bool = False
    element: Element | None = None


class _Walk:
    """One walk over a part with paragraphs, in the order of the document."""

    def __init__(self, reading: Reading, source: str, where: Location, places: Places, seen: Seen) -> None:
        self._reading = reading
        self._source = source
        self._where = where
        self._places = places
        self._seen = seen
        self._fields: list[_Open] = []
        self.links: list[_Found] = []

    def over(self, root: Element) -> None:
        for element in root.iter(*_STEPS):
            _STEPS[str(element.tag)](self, element)

    def page_turn(self, element: Element) -> None:
        if self._where.part is Part.BODY:
            self._where = replace(self._where, page=(self._where.page or 1) + 1)

    def paragraph(self, element: Element) -> None:
        passage = self._places.of_paragraph(element)
        if passage is not None:
            self._where = passage.location

    # -------------------------------------------------------------- pictures

    def drawing(self, element: Element) -> None:
        described = element.find(_DRAWING + "docPr")
        if _is_unseen(element) or (described is not None and described.get("hidden") in _ON):
            return
        kind = _kind(element)
        if kind is None or (described is not None and _is_decorative(described)):
            return
        words = "" if described is None else described.get("descr") or described.get("title")
        self._described(kind, words)

    def old_drawing(self, element: Element) -> None:
        if _is_unseen(element):
            return
        shapes = [one for one in element if str(one.tag).startswith(V) and local(one) != "shapetype"]
        for shape in shapes[:1]:
            rule = shape.get(_OFFICE + "hr") in _ON
            if rule or next(shape.iter(V + "textpath"), None) is not None or _has_words(shape):
                continue
            pictured = next(shape.iter(V + "imagedata"), None) is not None
            self._described("a picture" if pictured else "a shape", shape.get("alt") or shape.get("title"))

    def _described(self, kind: str, words: str | None) -> None:
        because = fault_of_description(words)
        if because:
            where = replace(self._where, place="D47")
            self._seen.barrier(AccessNeed.ALT_TEXT, where, f"{kind} {because}")

    # -------------------------------------------------------------- links

    def link(self, element: Element) -> None:
        relation = self._reading.parts.relation(self._source, element.get(R + "id"))
        if relation is None or not relation.external or _is_unseen(element):
            return
        pictured = next(element.iter(W + "drawing", W + "pict"), None) is not None
        found = _Found(relation.target, list(element.iter(W + "t")), self._where, pictured, element)
        before = self.links[-1] if self.links else None
        # Word parts a link in two where it was edited.
        if before and before.element is element.getprevious() is not None and before.target == found.target:
            before.texts += found.texts
            before.element, before.pictured = element, before.pictured or pictured
        else:
            self.links.append(found)

    def simple_field(self, element: Element) -> None:
        self._linked(element.get(W + "instr", ""), list(element.iter(W + "t")))

    def field_mark(self, element: Element) -> None:
        kind = element.get(W + "fldCharType")
        if kind == "begin":
            self._fields.append(_Open())
        elif kind == "separate" and self._fields:
            self._fields[-1].in_result = True
        elif kind == "end" and self._fields:
            done = self._fields.pop()
            self._linked(done.code, done.shown)

    def code(self, element: Element) -> None:
        if self._fields and not self._fields[-1].in_result:
            self._fields[-1].code += element.text or ""

    def text(self, element: Element) -> None:
        for one in self._fields:
            if one.in_result:
                one.shown.append(element)

    def _linked(self, code: str, texts: list[Element]) -> None:
        match = _FIELD.match(code)
        if match:
            self.links.append(_Found(match[1], texts, self._where))


_Step = Callable[[_Walk, Element], None]
_STEPS: dict[str, _Step] = {
    W + "p": _Walk.paragraph,
    W + "lastRenderedPageBreak": _Walk.page_turn,
    _DRAWING + "inline": _Walk.drawing,
    _DRAWING + "anchor": _Walk.drawing,
    W + "pict": _Walk.old_drawing,
    W + "object": _Walk.old_drawing,
    W + "hyperlink": _Walk.link,
    W + "fldSimple": _Walk.simple_field,
    W + "fldChar": _Walk.field_mark,
    W + "instrText": _Walk.code,
    W + "t": _Walk.text,
}


def look_at_objects(reading: Reading, places: Places, seen: Seen) -> None:
    """Judge the descriptions of what is no text, and the words of links that lead out of the document."""
    seen.judged(AccessNeed.ALT_TEXT, AccessNeed.LINK_TEXT)
    parts = reading.parts
    stories = [(parts.main, Location(Part.BODY, "D1", reading_page(reading)))]
    stories += [(name, Location(part, place)) for end, part, place in _NOTES for name in parts.of_type(end)]
    links: list[_Found] = []
    for name, where in stories:
        walk = _Walk(reading, name, where, places, seen)
        walk.over(reading.tree(name))
        links += walk.links
    spans = _spans(reading, links, places)
    told = [
        Link("".join(text.text or "" for text in one.texts), one.target, one.location, span)
        for one, span in zip(links, spans, strict=True)
        if one.texts or not one.pictured
    ]
    for link, because in faults_of_links(told):
        seen.barrier(AccessNeed.LINK_TEXT, link.location, because, link.span)


def reading_page(reading: Reading) -> int | None:
    """Give the page on which the body begins, where Word left its marks."""
    marked = next(reading.tree(reading.parts.main).iter(W + "lastRenderedPageBreak"), None) is not None
    return 1 if marked else None


def _spans(reading: Reading, links: Sequence[_Found], places: Places) -> list[Span | None]:
    """Find the words of each link in the passages; None for one without words."""
    wanted = {text for link in links for text in link.texts}
    stands: dict[Element, Span] = {}
    for number, sources in reading.sources.items() if wanted else ():
        for element, start, end in _pieces(sources):
            if element in wanted and start < end:
                stands[element] = Span(places.numbered(number).id, start, end)
    return [_joined([stands[text] for text in link.texts if text in stands]) for link in links]


def _pieces(sources: Sequence[tuple[str, Element | None]]) -> Iterator[tuple[Element, int, int]]:
    at = 0
    for text, element in sources:
        if element is not None:
            yield element, at, at + len(text)
        at += len(text)


def _joined(spans: Sequence[Span]) -> Span | None:
    own = [span for span in spans if span.passage == spans[0].passage]
    return Span(own[0].passage, own[0].start, own[-1].end) if own else None


def _kind(drawing: Element) -> str | None:
    """Say what a drawing is; None for a box of text, which is read as text."""
    data = next(drawing.iter(A + "graphicData"), None)
    kind = "" if data is None else data.get("uri", "").rpartition("/")[2].lower()
    if kind in _KINDS:
        return _KINDS[kind]
    pictured = next((one for one in drawing.iter() if local(one) in ("pic", "chart", "relIds")), None)
    if _has_words(drawing) and (pictured is None or kind == "wordprocessingshape"):
        return None
    return "a picture" if pictured is not None else "a shape"


def _has_words(element: Element) -> bool:
    return any((text.text or "").strip() for text in element.iter(W + "t"))


def _is_decorative(described: Element) -> bool:
    return any(local(one) == "decorative" and one.get("val", "1") in _ON for one in described.iter())


def _is_unseen(element: Element) -> bool:
    """Tell whether it stands in what was deleted, or in what older programs show in place of the same."""
    return next(element.iterancestors(*_UNSEEN), None) is not None
