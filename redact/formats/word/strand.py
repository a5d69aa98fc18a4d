"""The text of one paragraph, joined over its runs, in both views of its tracked changes.

The final view has insertions in it and deletions not; the original view the other way round. A nested
paragraph (in a text box) is not part of it: what holds one is kept aside, for the caller to read after.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from redact.formats.word.fields import Fields
from redact.formats.word.looks import PAGE, Backdrop, seen_as
from redact.formats.word.markup import MC, Element, M, W
from redact.formats.word.reading import Reading
from redact.formats.word.saying import EMOJI, says_the_same, symbol, visible_text
from redact.formats.word.styles import Styles
from redact.values.text import Part, Region

__all__ = ["State", "Strand", "StrandReader", "visible_text"]

Mark = tuple[Part, str]
# Of two regions of the same length, the darker one says where a finding stands.
_DARKEST_FIRST = (Part.HIDDEN_TEXT, Part.UNDER_A_BOX, Part.TRACKED_INSERTION, Part.FIELD)


@dataclass(frozen=True, slots=True)
class State:
    """What surrounds a stretch of text: marks that become regions, its tracked change, its ground."""

    marks: tuple[Mark, ...] = ()
    deleted: bool = False
    inserted: bool = False
    backdrop: Backdrop = PAGE

    def marked(self, part: Part, place: str) -> State:
        """Add one mark."""
        return replace(self, marks=(*self.marks, (part, place)))


class Strand:
    """Pieces of text in order, with the drawings, field codes and ruby readings met."""

    def __init__(self) -> None:
        self.pieces: list[tuple[str, State, Element | None]] = []
        self.objects: list[tuple[Element, State]] = []
        self.codes: list[str] = []
        self.deleted_code = ""
        self.ruby = ""
        self.page: int | None = None

    def add(self, text: str, state: State, page: int | None, source: Element | None = None) -> None:
        """Add a piece; the page of the first letter is the page of the strand.

        `source` is the element whose text, or whose sign, the piece is; none for what stands in none.
        """
        if self.page is None and text.strip():
            self.page = page
        self.pieces.append((text, state, source))

    def final(self) -> tuple[str, tuple[Region, ...]]:
        """Give the final view and its regions: half-open code points into that text."""
        kept = [(text, state) for text, state, _ in self.pieces if text and not state.deleted]
        return "".join(text for text, _ in kept), _regions(kept)

    def sources(self) -> tuple[tuple[str, Element | None], ...]:
        """Give the pieces of the final view, each with the element that it stands in."""
        return tuple((text, source) for text, state, source in self.pieces if text and not state.deleted)

    def original(self) -> tuple[str, tuple[tuple[int, int], ...]] | None:
        """Give the original view and its deleted stretches; None when nothing was deleted."""
        # What was inserted and deleted again stands in neither view; it is shown as deleted here.
        kept = [(text, s.deleted) for text, s, _ in self.pieces if text and (s.deleted or not s.inserted)]
        if not any(deleted and text.strip() for text, deleted in kept):
            return None
        focus = _stretches([(text, deleted) for text, deleted in kept])
        return "".join(text for text, _ in kept), focus


class StrandReader:
    """Reads runs and what wraps them into a strand."""

    def __init__(self, reading: Reading, styles: Styles, fields: Fields) -> None:
        self._reading = reading
        self._styles = styles
        self._fields = fields
        self._strand = Strand()
        self._paragraph: Element | None = None
        self._part = Part.BODY
        self.paged = False

    def read(self, strand: Strand, parent: Element, state: State, part: Part) -> None:
        """Add the text of the children of `parent` (a paragraph, or what stands for one) to `strand`."""
        self._begin(strand, parent, part)
        self._walk(parent, state)

    def read_one(self, strand: Strand, element: Element, state: State, part: Part) -> None:
        """Add the text of `element` itself: a run that stands in no paragraph."""
        self._begin(strand, element, part)
        self._visit(element, state)

    def _begin(self, strand: Strand, parent: Element, part: Part) -> None:
        self._strand, self._part = strand, part
        self._paragraph = parent.find(W + "pPr")
        self._plain: dict[Backdrop, Mark | None] = {}

    def _walk(self, parent: Element, state: State) -> None:
        for child in parent:
            self._visit(child, state)

    def _visit(self, element: Element, state: State) -> None:
        handler = _HANDLERS.get(str(element.tag))
        if handler is not None:
            handler(self, element, state)
        else:  # a wrapper that we need not know: what is inside is text all the same
            self._walk(element, state)

    def _add(self, text: str, state: State, source: Element) -> None:
        if self._fields.in_code:
            state = state.marked(Part.FIELD, "D44")
        elif self._fields.in_result:
            state = state.marked(Part.FIELD, "D14")
        self._strand.add(text, state, self._reading.page, source)

    def _skip(self, element: Element, state: State) -> None:
        """Leave out properties: what they hold is no text, and names in them are read elsewhere."""

    def _run(self, element: Element, state: State) -> None:
        properties = element.find(W + "rPr")
        if state.backdrop.hidden or self._styles.hidden(properties, self._paragraph):
            state = state.marked(Part.HIDDEN_TEXT, "D28")
        unseen = self._unseen(properties, state.backdrop)
        self._walk(element, state if unseen is None else state.marked(*unseen))

    def _unseen(self, properties: Element | None, backdrop: Backdrop) -> Mark | None:
        """Say in which place a run stands that nobody sees; most runs look as their paragraph does."""
        plain = properties is None or not len(properties)
        if plain and backdrop in self._plain:
            return self._plain[backdrop]
        ground = backdrop.shaded(self._styles.ground(self._paragraph))
        mark = seen_as(self._styles.look(properties, self._paragraph), ground)
        if plain:
            self._plain[backdrop] = mark
        return mark

    def _text(self, element: Element, state: State) -> None:
        self._add(self._reading.take(element), state, element)
        self._walk(element, state)

    def _deleted_text(self, element: Element, state: State) -> None:
        self._add(self._reading.take(element), replace(state, deleted=True), element)

    def _character(self, element: Element, state: State) -> None:
        self._add(_CHARACTERS[str(element.tag)], state, element)

    def _symbol(self, element: Element, state: State) -> None:
        self._add(symbol(element), state, element)

    def _instruction(self, element: Element, state: State) -> None:
        stray = self._fields.instruct(self._reading.take(element))
        if stray is not None:
            self._strand.codes.append(stray)

    def _deleted_instruction(self, element: Element, state: State) -> None:
        self._strand.deleted_code += self._reading.take(element)

    def _field_mark(self, element: Element, state: State) -> None:
        code = self._fields.mark(element.get(W + "fldCharType"))
        if code is not None:
            self._strand.codes.append(code)

    def _simple_field(self, element: Element, state: State) -> None:
        self._strand.codes.append(element.get(W + "instr", ""))
        self._walk(element, state.marked(Part.FIELD, "D14"))

    def _inserted(self, element: Element, state: State) -> None:
        self._walk(element, replace(state.marked(Part.TRACKED_INSERTION, "D15"), inserted=True))

    def _deleted(self, element: Element, state: State) -> None:
        self._walk(element, replace(state, deleted=True))

    def _control(self, element: Element, state: State) -> None:
        self._walk(element, state.marked(self._part, "D11"))

    def _tagged(self, element: Element, state: State) -> None:
        self._walk(element, state.marked(self._part, "D13"))

    def _maths(self, element: Element, state: State) -> None:
        self._walk(element, state.marked(self._part, "D19"))

    def _ruby(self, element: Element, state: State) -> None:
        for child in element:
            if child.tag == W + "rt":
                self._strand.ruby += visible_text(child, take=self._reading.take, spaces=True)
            else:
                self._visit(child, state)

    def _object(self, element: Element, state: State) -> None:
        self._strand.objects.append((element, state))

    def _alternate(self, element: Element, state: State) -> None:
        """Read the first choice here; the others after the paragraph, and only if they say something else."""
        choices = list(element)
        if not choices:
            return
        self._walk(choices[0], state)
        for other in choices[1:]:
            if says_the_same(other, choices[0]):
                visible_text(other, take=self._reading.take)
            else:
                self._strand.objects.append((other, state))

    def _page_break(self, element: Element, state: State) -> None:
        if self.paged and self._reading.page is not None:
            self._reading.page += 1


def _regions(kept: list[tuple[str, State]]) -> tuple[Region, ...]:
    marks = dict.fromkeys(mark for _, state in kept for mark in state.marks)
    ordered = sorted(marks, key=lambda mark: _darkness(mark[0]))
    return tuple(
        Region(start, end, part, place)
        for part, place in ordered
        for start, end in _stretches([(text, (part, place) in state.marks) for text, state in kept])
    )


def _darkness(part: Part) -> int:
    return _DARKEST_FIRST.index(part) if part in _DARKEST_FIRST else len(_DARKEST_FIRST)


def _stretches(pieces: list[tuple[str, bool]]) -> tuple[tuple[int, int], ...]:
    """Give the stretches, half-open, that the chosen pieces cover in the joined text; neighbours joined."""
    found: list[tuple[int, int]] = []
    at = 0
    for text, chosen in pieces:
        if chosen and found and found[-1][1] == at:
            found[-1] = (found[-1][0], at + len(text))
        elif chosen:
            found.append((at, at + len(text)))
        at += len(text)
    return tuple(found)


_CHARACTERS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
    W + "softHyphen": "\u00ad",
}
_Handler = Callable[[StrandReader, Element, State], None]
_HANDLERS: dict[str, _Handler] = {
    W + "pPr": StrandReader._skip,
    W + "rPr": StrandReader._skip,
    W + "sdtPr": StrandReader._skip,
    W + "rubyPr": StrandReader._skip,
    W + "r": StrandReader._run,
    M + "r": StrandReader._run,
    W + "t": StrandReader._text,
    M + "t": StrandReader._text,
    W + "delText": StrandReader._deleted_text,
    W + "sym": StrandReader._symbol,
    EMOJI: StrandReader._symbol,
    W + "instrText": StrandReader._instruction,
    W + "delInstrText": StrandReader._deleted_instruction,
    W + "fldChar": StrandReader._field_mark,
    W + "fldSimple": StrandReader._simple_field,
    W + "ins": StrandReader._inserted,
    W + "moveTo": StrandReader._inserted,
    W + "del": StrandReader._deleted,
    W + "moveFrom": StrandReader._deleted,
    W + "sdt": StrandReader._control,
    W + "smartTag": StrandReader._tagged,
    W + "customXml": StrandReader._tagged,
    M + "oMath": StrandReader._maths,
    W + "ruby": StrandReader._ruby,
    W + "drawing": StrandReader._object,
    W + "pict": StrandReader._object,
    W + "object": StrandReader._object,
    W + "txbxContent": StrandReader._object,
    W + "p": StrandReader._object,
    W + "tbl": StrandReader._object,
    MC + "AlternateContent": StrandReader._alternate,
    W + "lastRenderedPageBreak": StrandReader._page_break,
    **dict.fromkeys(_CHARACTERS, StrandReader._character),
}
