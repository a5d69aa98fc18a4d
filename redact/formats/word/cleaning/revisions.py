"""Tracked changes: counted and refused, or accepted as Word's Accept All does."""

from __future__ import annotations

from collections import Counter

from redact.formats.word.cleaning.ledger import Ledger, text_of
from redact.formats.word.cleaning.shears import drop, mend, unwrap
from redact.formats.word.markup import Element, W, local
from redact.values.cleaning import Removed
from redact.values.text import Location, Part

__all__ = ["accept", "count_revisions"]

_DELETIONS = frozenset({W + "del", W + "moveFrom"})
_INSERTIONS = frozenset({W + "ins", W + "moveTo"})
_CELLS = frozenset({W + "cellIns", W + "cellDel", W + "cellMerge"})
# They say of a paragraph mark or a row that it was inserted or deleted, and hold nothing.
_MARK_HOLDERS = frozenset({W + "rPr", W + "trPr"})
_FORMATS = frozenset(
    W + name
    for name in (
        "rPrChange",
        "pPrChange",
        "sectPrChange",
        "tblPrChange",
        "tblPrExChange",
        "tblGridChange",
        "tcPrChange",
        "trPrChange",
        "numberingChange",
    )
)
_RANGES = tuple(
    W + name + end
    for name in (
        "moveFromRange",
        "moveToRange",
        "customXmlInsRange",
        "customXmlDelRange",
        "customXmlMoveFromRange",
        "customXmlMoveToRange",
    )
    for end in ("Start", "End")
)
_WHAT = {
    **dict.fromkeys(_DELETIONS, ("D25", "tracked deletions")),
    **dict.fromkeys(_INSERTIONS, ("D15", "tracked insertions, whose text stays")),
    **dict.fromkeys(_CELLS, ("D25", "tracked changes of table cells")),
    **dict.fromkeys(_FORMATS, ("D26", "tracked changes of formatting")),
}


def count_revisions(root: Element, part: Part) -> tuple[Removed, ...]:
    """Count the tracked changes of one part by kind; none where there is none."""
    counts: Counter[tuple[str, str]] = Counter(
        _WHAT[str(element.tag)] for element in root.iter() if element.tag in _WHAT
    )
    loose = sum(1 for element in root.iter(W + "delText") if not _inside(element, _DELETIONS))
    if loose:
        counts["D25", "tracked deletions"] += loose
    return tuple(
        Removed(Location(part, place), count, what) for (place, what), count in sorted(counts.items())
    )


def accept(root: Element, part: Part, ledger: Ledger) -> None:
    """Make every tracked change of one part final."""
    for removed in count_revisions(root, part):
        ledger.remove(part, str(removed.location.place), removed.what, count=removed.count)
    _accept_rows_and_cells(root, ledger)
    gone = _deleted_marks(root)
    for element in list(root.iter(*_DELETIONS)):
        parent = element.getparent()
        if parent is not None and parent.tag not in _MARK_HOLDERS:
            ledger.take([text_of(element)])
        drop(element)
    for element in list(root.iter(*_INSERTIONS)):
        unwrap(element)
    for element in list(root.iter(*_FORMATS, *_CELLS, *_RANGES)):
        ledger.take([text_of(element)])
        drop(element)
    for element in list(root.iter(W + "delText", W + "delInstrText")):
        ledger.take([element.text or ""])
        drop(element)
    for paragraph in reversed(gone):  # forwards, a thousand would be moved a thousand times
        _join_with_next(paragraph)
    mend(root)


def _inside(element: Element, tags: frozenset[str]) -> bool:
    return any(ancestor.tag in tags for ancestor in element.iterancestors())


def _accept_rows_and_cells(root: Element, ledger: Ledger) -> None:
    for row in list(root.iter(W + "tr")):
        properties = row.find(W + "trPr")
        if properties is not None and properties.find(W + "del") is not None:
            ledger.take([text_of(row)])
            drop(row)
    for mark in list(root.iter(W + "cellDel")):
        cell = next(mark.iterancestors(W + "tc"), None)
        if cell is not None:
            ledger.take([text_of(cell)])
            drop(cell)


def _deleted_marks(root: Element) -> list[Element]:
    """List the paragraphs whose mark was deleted or moved away, in the order of the document."""
    found = []
    for paragraph in root.iter(W + "p"):
        mark = paragraph.find(f"{W}pPr/{W}rPr")
        if mark is not None and any(mark.find(tag) is not None for tag in _DELETIONS):
            found.append(paragraph)
    return found


def _join_with_next(paragraph: Element) -> None:
    """Join a paragraph whose mark is gone with the next one, whose properties stay, as Word does."""
    following = paragraph.getnext()
    while following is not None and local(following) in ("bookmarkStart", "bookmarkEnd"):
        following = following.getnext()
    content = [child for child in paragraph if child.tag != W + "pPr"]
    if following is None or following.tag != W + "p":
        if not content and not _is_needed(paragraph):
            drop(paragraph)
        return
    properties = following.find(W + "pPr")
    at = 0 if properties is None else following.index(properties) + 1
    for offset, child in enumerate(content):
        following.insert(at + offset, child)
    section = paragraph.find(f"{W}pPr/{W}sectPr")
    if section is not None:  # a section that ends here would be lost with its paragraph
        _give_section(following, section)
    drop(paragraph)


def _give_section(paragraph: Element, section: Element) -> None:
    properties = paragraph.find(W + "pPr")
    if properties is None:
        properties = paragraph.makeelement(W + "pPr")
        paragraph.insert(0, properties)
    if properties.find(W + "sectPr") is None:
        properties.append(section)


def _is_needed(paragraph: Element) -> bool:
    """Tell whether Word needs the paragraph: it ends a section, or is the last of a cell, a note or a box."""
    if paragraph.find(f"{W}pPr/{W}sectPr") is not None:
        return True
    parent = paragraph.getparent()
    if parent is None:
        return True
    following = paragraph.getnext()
    return parent.tag != W + "body" and (following is None or local(following) not in ("p", "tbl"))
