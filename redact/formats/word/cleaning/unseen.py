"""Ask our own reader which runs nobody sees, so that what it would report as hidden is what is taken out."""

from __future__ import annotations

from redact.formats.building import DocumentBuilder, Request
from redact.formats.word.fields import Fields
from redact.formats.word.looks import Backdrop
from redact.formats.word.markup import Element, M, W
from redact.formats.word.parts import Parts
from redact.formats.word.placing import Paper
from redact.formats.word.reading import Reading
from redact.formats.word.story import Spot, Story
from redact.formats.word.strand import Mark, State, StrandReader
from redact.formats.word.styles import Styles
from redact.values.text import Format, Part

__all__ = ["BARRED", "FAINT", "unseen_runs"]

FAINT = "D29"
BARRED = "D30"
_UNSEEN = frozenset({"D7", "D28", FAINT, BARRED, "D31"})
_RUNS = frozenset({W + "r", M + "r"})


def unseen_runs(
    root: Element, part: Part, parts: Parts, styles: Styles, paper: Paper
) -> tuple[dict[Element, str], int]:
    """Give every run of a part that nobody sees, with the place of the catalogue that says why.

    Of several reasons the one that hides all of the run counts, not the one that hides its letters only.

    Returns: the runs, and the number of runs of which it depends on the program whether they are seen:
    letters of no colour of their own on a dark shading, which Word shows in white.
    """
    reading = Reading(parts, DocumentBuilder(Request("", b""), sha256="", format=Format.DOCX))
    reading.paper = paper
    reading.read_parts.update(parts.members)  # charts and diagrams are no runs
    watching = _Watching(reading, parts.main, styles)
    watching.read(root, Spot(part, "D1"))
    found: dict[Element, str] = {}
    for run, places in watching.found.items():
        unseen = sorted(places & _UNSEEN, key=lambda place: (place in (FAINT, BARRED), place))
        if unseen:
            found[run] = unseen[0]
    doubtful = [run for run, place in found.items() if place == BARRED and run in watching.doubtful]
    for run in doubtful:
        del found[run]
    return found, len(doubtful)


class _Watching(Story):
    """Reads as ever, and keeps the places that each run stands in."""

    def __init__(self, reading: Reading, source: str, styles: Styles) -> None:
        super().__init__(reading, source, styles)
        self.found: dict[Element, frozenset[str]] = {}
        self.doubtful: set[Element] = set()
        self._strands = _WatchingStrands(self, self._fields)


class _WatchingStrands(StrandReader):
    def __init__(self, story: _Watching, fields: Fields) -> None:
        super().__init__(story.reading, story.styles, fields)
        self._story = story
        self._in_doubt = False

    def _unseen(self, properties: Element | None, backdrop: Backdrop) -> Mark | None:
        mark = super()._unseen(properties, backdrop)
        own = self._styles.look(properties, self._paragraph)
        looks = [own.over(below) for below in backdrop.looks]
        self._in_doubt = any(not isinstance(look.colour, tuple) and not look.highlighted for look in looks)
        return mark

    def _walk(self, parent: Element, state: State) -> None:
        if parent.tag in _RUNS:
            self._story.found[parent] = frozenset(place for _, place in state.marks)
            if self._in_doubt:
                self._story.doubtful.add(parent)
        super()._walk(parent, state)
