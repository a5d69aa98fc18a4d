"""Take elements out of a tree, with what is in them or without."""

from __future__ import annotations

from collections.abc import Iterable

from redact.formats.word.markup import Element, W

__all__ = ["drop", "drop_empty_run", "forget", "mend", "unwrap"]

_BLOCKS = frozenset({W + "p", W + "tbl", W + "sdt"})


def drop(element: Element) -> None:
    """Take an element out with all that is in it; one that is out already is left alone."""
    parent = element.getparent()
    if parent is not None:
        element.tail = None
        parent.remove(element)


def unwrap(element: Element, *, but: Iterable[str] = ()) -> None:
    """Put the children of an element in its place, but for those with the tags `but`, which go."""
    if element.getparent() is None:
        return
    left_out = frozenset(but)
    for child in list(element):
        if child.tag not in left_out:
            child.tail = None
            element.addprevious(child)  # to count through its siblings for each would be slow
    drop(element)


def drop_empty_run(run: Element | None) -> None:
    """Take a run out when nothing but its properties is left in it."""
    if run is not None and run.tag == W + "r" and all(child.tag == W + "rPr" for child in run):
        drop(run)


def forget(element: Element, *names: str) -> None:
    """Take attributes off an element where it has them."""
    for name in names:
        if name in element.attrib:
            del element.attrib[name]


def mend(root: Element) -> None:
    """Put right what Word would not open: rows without cells, cells without a paragraph."""
    for tag, needed in ((W + "tr", W + "tc"), (W + "tbl", W + "tr")):
        for element in list(root.iter(tag)):
            if element.find(needed) is None:
                drop(element)
    for holder in list(
        root.iter(W + "tc", W + "txbxContent", W + "hdr", W + "ftr", W + "footnote", W + "endnote")
    ):
        blocks = [child for child in holder if child.tag in _BLOCKS]
        if not blocks or (holder.tag == W + "tc" and blocks[-1].tag == W + "tbl"):
            holder.append(holder.makeelement(W + "p"))
