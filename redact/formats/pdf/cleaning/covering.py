"""Whether an annotation lies over something: taken away, it would lay open what it covers."""

from __future__ import annotations

from typing import Any

import numpy as np

from redact.formats.pdf.cleaning.looking import Pixels, drawn, open_drawable, with_fields_drawn

__all__ = ["covered_by_annotations", "may_cover", "seen_annotations"]

_CHANGED = 24  # of 255
_LIVELY = 10.0  # of 255: how far pixels lie from their mean where something is drawn
_FLATTENED = 0.5  # of that liveliness; a mark that lets through leaves more
_LEAST = 12  # pixels
# Signs that a reader opens, and what draws nothing over the page; fields are drawn into it.
_SIGNS = frozenset({"/Link", "/Popup", "/Widget", "/Text", "/FileAttachment", "/Sound", "/Movie"})
_MARKINGS = frozenset({"/Highlight", "/Underline", "/Squiggly", "/StrikeOut", "/Caret"})
_UNSEEN = 2 | 32  # hidden, not viewed: bits of an annotation's flags


def seen_annotations(page: Any) -> int:
    """Count the annotations on a page that are drawn on it and are no marks of its text."""
    return sum(str(one.get("/Subtype", "")) not in _MARKINGS for one in _drawing(page))


def covered_by_annotations(data: bytes, source: Any) -> tuple[int, ...]:
    """Give the numbers of the pages on which an annotation covers something that is drawn.

    Args:
        data: the file, without encryption.
        source: the same file, open.
    """
    numbers = [number for number, page in enumerate(source.pages, start=1) if _drawing(page.obj)]
    if not numbers:
        return ()
    bare = open_drawable(with_fields_drawn(data))
    whole = open_drawable(with_fields_drawn(data, keep=may_cover))
    try:
        return tuple(
            number for number in numbers if _covers(drawn(whole[number - 1]), drawn(bare[number - 1]))
        )
    finally:
        whole.close()
        bare.close()


def may_cover(annotation: Any) -> bool:
    """Tell whether an annotation is drawn on its page and is more than a sign that opens a note."""
    import pikepdf

    return (
        isinstance(annotation, pikepdf.Dictionary)
        and str(annotation.get("/Subtype", "")) not in _SIGNS
        and not int(annotation.get("/F", 0)) & _UNSEEN
    )


def _drawing(page: Any) -> list[Any]:
    import pikepdf

    annotations = page.get("/Annots")
    every = list(annotations) if isinstance(annotations, pikepdf.Array) else []
    return [one for one in every if may_cover(one)]


def _covers(shown: Pixels, bare: Pixels) -> bool:
    """Tell whether what is drawn under some pixels is livelier than what is seen there."""
    if shown.shape != bare.shape:
        return True
    changed = np.abs(shown.astype(np.int16) - bare).max(axis=2) > _CHANGED
    if changed.sum() < _LEAST:
        return False
    rows, columns = np.nonzero(changed)
    # Square by square: one mark may lie over words and another over white paper.
    keys = (rows // 16) * 100_000 + columns // 16
    for key in np.unique(keys):
        at = keys == key
        if at.sum() < _LEAST:
            continue
        under, over = bare[rows[at], columns[at]], shown[rows[at], columns[at]]
        lively = under.std(axis=0).max()
        if lively > _LIVELY and over.std(axis=0).max() < lively * _FLATTENED:
            return True
    return False
