"""What of a PDF is typeset: the text of its pages as it was read, with the edits in it.

Only words that a reader sees on the page are taken over; words that are covered, white or set to be taken
out stay behind, and an edit within them with them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from redact.formats.pdf.retypeset.letters import bare, settable
from redact.values.edits import Edit, Rewriting
from redact.values.text import Document, Part, Passage

__all__ = ["ON_THE_PAGE", "Piece", "pieces_of"]

# Parts of which the text stands on a page.
ON_THE_PAGE = frozenset((Part.BODY, Part.TABLE, Part.HEADER, Part.FOOTER, Part.FOOTNOTE, Part.ENDNOTE))


@dataclass(frozen=True, slots=True)
class Piece:
    """A passage as it is typeset. `cuts` are what its text is made of: half-open code points of the passage,
    and what is drawn for them; those between two cuts are not drawn."""  # fmt: skip

    passage: Passage
    cuts: tuple[tuple[int, int, str], ...] = field(repr=False)
    whole: frozenset[int] = frozenset()  # numbers of cuts that stand for an edit, which is drawn whole

    @property
    def text(self) -> str:
        """Give what is drawn."""
        return "".join(drawn for _, _, drawn in self.cuts)

    def letters_before(self, at: int, *, after_edit: bool = False) -> int:
        """Count the bare letters that are drawn before a code point of the passage.

        Args:
            after_edit: of a code point inside of an edit, count the edit too.
        """
        count = 0
        for number, (start, end, drawn) in enumerate(self.cuts):
            if end <= at or (number in self.whole and start < at and after_edit):
                count += len(bare(drawn))
            elif start < at and number not in self.whole:
                count += len(bare(settable(self.passage.text[start:at])))
        return count


def pieces_of(document: Document, rewritings: Iterable[Rewriting]) -> tuple[Piece, ...]:
    """Give everything that is typeset, in reading order; a passage of which nothing is left is none."""
    edits = {one.passage: one.edits for one in rewritings}
    pieces = (
        _piece(passage, edits.get(passage.id, ()))
        for passage in document.passages
        if passage.location.part in ON_THE_PAGE and passage.location.page and not passage.apart
    )
    return tuple(piece for piece in pieces if piece.text.strip())


def _piece(passage: Passage, edits: Sequence[Edit]) -> Piece:
    cuts: list[tuple[int, int, str]] = []
    whole: set[int] = set()
    at = 0
    for edit in edits:
        cuts += _seen(passage, at, edit.span.start)
        at = edit.span.end
        if any(_seen(passage, edit.span.start, edit.span.end)):
            whole.add(len(cuts))
            cuts.append((edit.span.start, edit.span.end, settable(edit.replacement)))
    cuts += _seen(passage, at, len(passage.text))
    return Piece(passage, tuple(cuts), frozenset(whole))


def _seen(passage: Passage, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Give the stretches of a passage that a reader sees, within two code points of it."""
    at = start
    for region in sorted(passage.regions, key=lambda one: one.start):
        if region.end <= at or region.start >= end:
            continue
        if at < region.start:
            yield at, region.start, settable(passage.text[at : region.start])
        at = max(at, region.end)
    if at < end:
        yield at, end, settable(passage.text[at:end])
