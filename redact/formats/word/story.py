"""One walk in reading order over a story: the body, a header, the notes, the comments, a text box.

Nothing is looked up by position: every element is visited once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from redact.formats.targets import decoded_target
from redact.formats.word import grid, shapes
from redact.formats.word.fields import Fields, worth_reading
from redact.formats.word.inside import read_inside
from redact.formats.word.markup import MC, Element, M, R, W, switched_on
from redact.formats.word.placing import paragraph_is_off
from redact.formats.word.reading import Reading
from redact.formats.word.saying import says_the_same, visible_text
from redact.formats.word.strand import State, Strand, StrandReader
from redact.formats.word.styles import Styles
from redact.values.text import Location, Part

__all__ = ["Spot", "Story"]

_NOT_READ = "Open it in Word, paste the other file's text in its place, save it, and check again."


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the walk is: part, place of the catalogue, what surrounds it, and the table cell."""

    part: Part
    place: str
    state: State = field(default_factory=State)
    block: int | None = None
    cell: tuple[int, int] | None = None


class Story:
    """Reads one part of the package that holds paragraphs. `source` is that member's name."""

    def __init__(self, reading: Reading, source: str, styles: Styles) -> None:
        self.reading = reading
        self.source = source
        self.styles = styles
        self._fields = Fields()
        self._strands = StrandReader(reading, styles, self._fields)
        self._carried: Strand | None = None
        self.emitted = 0

    def read(self, root: Element, spot: Spot) -> None:
        """Read everything below `root`."""
        self._strands.paged = spot.part is Part.BODY
        self.blocks(root, spot)
        for code in self._fields.close():
            self._keep_code(code)

    def blocks(self, parent: Element, spot: Spot) -> None:
        """Read the paragraphs, tables and wrappers that are children of `parent`."""
        for child in parent:
            self.block(child, spot)
        self._finish_carried(spot)

    def block(self, element: Element, spot: Spot) -> None:
        """Read one paragraph, table or wrapper; a wrapper that we do not know is walked into."""
        handler = _BLOCKS.get(str(element.tag))
        if handler is not None:
            handler(self, element, spot)
        elif element.tag not in grid.PROPERTIES:
            self.blocks(element, spot)

    def alternate(self, element: Element, spot: Spot) -> None:
        """Read the first choice, and every other one whose text differs from it."""
        choices = list(element)
        for index, choice in enumerate(choices):
            if index and says_the_same(choice, choices[0]):
                visible_text(choice, take=self.reading.take)
            else:
                shapes.read_object(self, choice, replace(spot, place="D9") if index else spot)

    def _paragraph(self, element: Element, spot: Spot) -> None:
        if spot.part in (Part.BODY, Part.TABLE):
            self.reading.paragraph = element
        properties = element.find(W + "pPr")
        strand, self._carried = self._carried or Strand(), None
        if paragraph_is_off(properties, self.reading.paper):
            spot = replace(spot, state=spot.state.marked(Part.HIDDEN_TEXT, "D31"))
        self._strands.read(strand, element, spot.state, spot.part)
        joins = _joins_next(properties)
        if joins is None:
            self._finish(strand, properties, spot)
            return
        self._carried = strand
        strand.add(joins, replace(spot.state, deleted=True), self.reading.page)

    def stray(self, element: Element, spot: Spot) -> None:
        """Read what belongs into a paragraph and stands outside of one."""
        strand = Strand()
        self._strands.read_one(strand, element, spot.state, spot.part)
        self._finish(strand, None, spot)

    def _finish_carried(self, spot: Spot) -> None:
        if self._carried is not None:
            strand, self._carried = self._carried, None
            self._finish(strand, None, spot)

    def _finish(self, strand: Strand, properties: Element | None, spot: Spot) -> None:
        """Add the passages of a paragraph: final view, original view, readings; then what it anchors."""
        text, regions = strand.final()
        original = strand.original()
        page = strand.page or self.reading.page
        block = spot.block
        if block is None and (text.strip() or original):
            block = self.reading.builder.next_block(spot.part)
        here = Location(spot.part, spot.place, page, block, spot.cell)
        in_body = spot.part in (Part.BODY, Part.TABLE)
        level = self.styles.heading_level(properties) if in_body else None
        self._emit(
            text,
            here,
            heading_level=level,
            regions=regions,
            under_headings=in_body,
            sources=strand.sources(),
        )
        if original is not None:
            deleted = Location(Part.TRACKED_DELETION, "D25", page, block, spot.cell)
            self._emit(original[0], deleted, focus=original[1], under_headings=in_body)
        self._emit(strand.ruby, replace(here, place="D19"), under_headings=in_body)
        for code in strand.codes:
            self._keep_code(code)
        if worth_reading(strand.deleted_code):
            deleted_code = decoded_target(" ".join(strand.deleted_code.split()))
            self.reading.later(deleted_code, Part.TRACKED_DELETION, "D25", page=page)
        for element, state in strand.objects:
            place = "D9" if element.tag in (MC + "Fallback", MC + "Choice") else spot.place
            shapes.read_object(self, element, replace(spot, state=state, place=place))

    def _emit(self, text: str, location: Location, **how: object) -> None:
        self.emitted += self.reading.emit(text, location, **how)  # type: ignore[arg-type]

    def _keep_code(self, code: str) -> None:
        if worth_reading(code):
            said = decoded_target(" ".join(code.split()))
            self.reading.later(said, Part.FIELD, "D44", page=self.reading.page)

    def _table(self, element: Element, spot: Spot) -> None:
        self._finish_carried(spot)
        grid.read_table(self, element, spot)

    def _control(self, element: Element, spot: Spot) -> None:
        self.blocks(element, replace(spot, place="D11"))

    def _tagged(self, element: Element, spot: Spot) -> None:
        self.blocks(element, replace(spot, place="D13"))

    def _inserted(self, element: Element, spot: Spot) -> None:
        marked = spot.state.marked(Part.TRACKED_INSERTION, "D15")
        self.blocks(element, replace(spot, state=replace(marked, inserted=True)))

    def _deleted(self, element: Element, spot: Spot) -> None:
        self.blocks(element, replace(spot, state=replace(spot.state, deleted=True)))

    def _object(self, element: Element, spot: Spot) -> None:
        shapes.read_object(self, element, spot)

    def _other_file(self, element: Element, spot: Spot) -> None:
        """Report another file that Word puts in at this place when it opens the document."""
        parts = self.reading.parts
        relation = parts.relation(self.source, element.get(R + "id"))
        name = parts.target(self.source, element.get(R + "id"))
        content = parts.members[name] if name else (relation.target if relation else "").encode()
        if name:
            self.reading.read_parts.add(name)
            if read_inside(self.reading, content, "D22"):
                return
        self.reading.builder.gap(
            Location(spot.part, "D22", self.reading.page, None, spot.cell),
            "another file whose text Word shows at this place",
            _NOT_READ,
            content,
        )


def _joins_next(properties: Element | None) -> str | None:
    """Say what stood between a paragraph and the next one where they read as one; None where not.

    A drop cap is a paragraph of its own that holds the first letter of the next (nothing stands between).
    A deleted or hidden paragraph mark joins both in the final view (a line end stood between).
    """
    if properties is None:
        return None
    frame = properties.find(W + "framePr")
    if frame is not None and frame.get(W + "dropCap", "none") != "none":
        return ""
    mark = properties.find(W + "rPr")
    if mark is None:
        return None
    gone = mark.find(W + "del") is not None or mark.find(W + "moveFrom") is not None
    return "\n" if gone or switched_on(mark.find(W + "specVanish")) else None


_Handler = Callable[[Story, Element, Spot], None]
_BLOCKS: dict[str, _Handler] = {
    W + "p": Story._paragraph,
    W + "tbl": Story._table,
    W + "sdt": Story._control,
    W + "customXml": Story._tagged,
    W + "smartTag": Story._tagged,
    W + "ins": Story._inserted,
    W + "moveTo": Story._inserted,
    W + "del": Story._deleted,
    W + "moveFrom": Story._deleted,
    W + "altChunk": Story._other_file,
    W + "subDoc": Story._other_file,
    W + "background": Story._object,
    MC + "AlternateContent": Story.alternate,
    **dict.fromkeys(
        (
            W + "r",
            W + "t",
            W + "delText",
            W + "hyperlink",
            W + "fldSimple",
            W + "sym",
            W + "ruby",
            M + "oMath",
        ),
        Story.stray,
    ),
    **dict.fromkeys((W + "drawing", W + "pict", W + "object"), Story._object),
}
