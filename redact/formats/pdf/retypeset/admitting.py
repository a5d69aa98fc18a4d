"""Which PDFs are typeset anew, and what of them is left out.

What is set is what was read. So a file of which the text is not what its pages show is refused: one that is
a scan, a form to fill in, or written in letters that cannot be believed or cannot be set.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from redact.errors import WrongType
from redact.formats.pdf.retypeset.letters import SIGN, can_be_set, settable
from redact.formats.pdf.retypeset.pieces import ON_THE_PAGE, Piece
from redact.values.text import Document, Location, Part, Region

__all__ = ["left_out", "must_be_set", "must_be_text", "pictures"]

_TAKE_WORD = "Take the Word document it was made from, and make a new PDF from the result."
_TYPE_IT = (
    "Have the page's words recognised or typed into a Word document, read it over, and take that; "
    "or take the Word document it was made from."
)
_PRINT_IT = "Print it to a new PDF, in which the fields are ordinary text, and take that."
# Places that say that the text of a page is not what the page shows.
_DOUBTED = frozenset({"P14", "P16"})
_SCAN = "P12"
_NO_TEXT = (Part.BODY, "P34")
_MENDED = (Part.BODY, "P27")
_UNDRAWN = (Part.HIDDEN_TEXT, "P10")
_KINDS = {
    Part.ANNOTATION: "comments and marks on the page",
    Part.LINK: "links",
    Part.ALT_TEXT: "descriptions of what is drawn",
    Part.PROPERTY: "the file's own data about itself",
    Part.BOOKMARK: "marks to jump to",
    Part.OUTLINE: "the outline",
    Part.ATTACHMENT: "attached files",
    Part.EMBEDDED_FILE: "attached files",
    Part.LAYER: "names of layers",
    Part.HIDDEN_TEXT: "words that nobody sees",
    Part.UNDER_A_BOX: "words that are covered",
    Part.IMAGE: "a picture",
    Part.FORM_FIELD: "a signature",
}
_MARKED = "words that are marked to be taken out"
_OTHER = "something that is no text of the page"


def must_be_text(document: Document) -> None:
    """Refuse a file of which the text is not what its pages show.

    Raises:
        WrongType: with what to do instead.
    """
    pages = {passage.location.page for passage in document.passages if passage.location.part in ON_THE_PAGE}
    for trace in document.traces:
        if trace.location.place == _SCAN:
            raise WrongType(_on(trace.location, "is a scan with words that a program recognised"), _TYPE_IT)
    for gap in document.gaps:
        kind = (gap.location.part, gap.location.place)
        if kind == _NO_TEXT and gap.location.page not in pages:
            raise WrongType(_on(gap.location, "holds no text that can be read"), _TYPE_IT)
        if gap.location.place in _DOUBTED or kind in (_MENDED, _UNDRAWN):
            raise WrongType(_on(gap.location, "cannot be read with certainty"), _TAKE_WORD)
    for passage in document.passages:
        where = passage.location
        if where.part is Part.FORM_FIELD and where.place == "P22":
            raise WrongType("the file is a form to fill in", _PRINT_IT)
        if where.part is Part.HIDDEN_TEXT and where.place in _DOUBTED:
            raise WrongType(_on(where, "cannot be read with certainty"), _TAKE_WORD)
        if where.part is Part.IMAGE and where.place == "P34" and where.page not in pages:
            raise WrongType(_on(where, "holds no text but what is read from a picture"), _TYPE_IT)
    if not pages - {None}:
        raise WrongType("the file holds no text", _TYPE_IT)


def must_be_set(pieces: Iterable[Piece]) -> None:
    """Refuse a file with letters that cannot be set.

    Raises:
        WrongType: with the page.
    """
    for piece in pieces:
        if not can_be_set(piece.text):
            what = (
                "has letters that cannot be set (of a script that runs from the right, or joins its letters)"
            )
            raise WrongType(_on(piece.passage.location, what), _TAKE_WORD)


def pictures(document: Document) -> dict[int, int]:
    """Count the pictures by the page on which each is drawn first."""
    found: Counter[int] = Counter()
    for gap in document.gaps:
        if gap.location.part is Part.IMAGE and gap.location.page is not None and gap.location.place == "P34":
            found[gap.location.page] += 1
    for passage in document.passages:
        page = passage.location.page
        if passage.read_from_a_picture and page is not None and page not in found:
            found[page] = 1
    return dict(found)


def left_out(document: Document) -> tuple[tuple[str, Location], ...]:
    """Say what of a file does not come into the new one: in words of ours, and where it stood; by page."""
    found: Counter[tuple[str, Location]] = Counter()
    for page, count in pictures(document).items():
        found["a picture", Location(Part.IMAGE, "P34", page)] = count
    for passage in document.passages:
        where = passage.location
        if passage.apart or where.part is Part.FILE_NAME:
            continue
        if where.part in ON_THE_PAGE:
            found.update(_within(region, where) for region in passage.regions)
            if SIGN in settable(passage.text) and SIGN not in passage.text:
                found["a sign that stands for no letter", Location(where.part, "P16", where.page)] += 1
        elif where.part is not Part.IMAGE:
            found[_KINDS.get(where.part, _OTHER), Location(where.part, where.place, where.page)] += 1
    for gap in document.gaps:
        where = gap.location
        if where.part is not Part.IMAGE and where.part not in ON_THE_PAGE:
            found[_KINDS.get(where.part, _OTHER), Location(where.part, where.place, where.page)] += 1
    order = sorted(found.items(), key=lambda one: (one[0][1].page or 1 << 30, one[0][0]))
    return tuple((what if count == 1 else f"{what}, {count} times", where) for (what, where), count in order)


def _within(region: Region, where: Location) -> tuple[str, Location]:
    what = _MARKED if region.place == "P8" else _KINDS.get(region.part, _OTHER)
    return what, Location(region.part, region.place, where.page)


def _on(where: Location, what: str) -> str:
    return f"{'the file' if where.page is None else f'page {where.page}'} {what}"
