"""Links and fields that held a piece of a name and show nothing any more: they go, marks of places stay.

A name that is broken over a link or a field is written before it, and an empty one would be left. Word shows
nothing of it; LibreOffice shows its code in some places, and at the next update a field would fill again.
"""

from __future__ import annotations

from collections.abc import Iterable

from redact.formats.word.cleaning.shears import drop, unwrap
from redact.formats.word.markup import Element, W

__all__ = ["without_empty"]

_LINK, _FIELD, _MARK = W + "hyperlink", W + "fldSimple", W + "fldChar"
# What shows nothing by itself; properties of a run or a control are not looked into.
_SILENT = frozenset(
    W + name
    for name in (
        *(
            "r",
            "t",
            "rPr",
            "sdt",
            "sdtPr",
            "sdtEndPr",
            "sdtContent",
            "smartTag",
            "smartTagPr",
            "ins",
            "moveTo",
        ),
        *("bdo", "dir", "proofErr", "bookmarkStart", "bookmarkEnd", "permStart", "permEnd"),
        *("commentRangeStart", "commentRangeEnd", "lastRenderedPageBreak", "hyperlink", "fldSimple"),
        *("customXml", "customXmlPr"),
    )
)
_PROPERTIES = frozenset(W + name for name in ("rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr"))
_ASKS = ("FORM", "FILLIN", "ASK")  # an empty one is there to be filled in


def without_empty(emptied: Iterable[Element]) -> None:
    """Take away each link and each field around one of these texts that shows nothing now.

    Args:
        emptied: elements whose text was taken out of them and stands elsewhere.
    """
    for text in emptied:
        for holder in list(text.iterancestors(_LINK, _FIELD)):
            if _is_silent(holder) and not (holder.get(W + "instr") or "").lstrip().upper().startswith(_ASKS):
                unwrap(holder)
        _without_field(text)


def _is_silent(element: Element) -> bool:
    if element.tag in _PROPERTIES:
        return True
    if element.tag == W + "t" and element.text:
        return False
    return element.tag in _SILENT and all(_is_silent(child) for child in element)


def _without_field(text: Element) -> None:
    """Take away the field whose whole result this text was: one paragraph, nothing inside of it."""
    run = text.getparent()
    if run is None or run.tag != W + "r" or run.getparent() is None:
        return
    before = _until_mark(run, forwards=False)
    behind = _until_mark(run, forwards=True)
    if before is None or behind is None or _kind(before[-1]) != "separate" or _kind(behind[-1]) != "end":
        return
    code = _until_mark(before[-1], forwards=False)
    if code is None or _kind(code[-1]) != "begin":
        return
    told = "".join(piece.text or "" for one in code for piece in one.iter(W + "instrText"))
    if not told.lstrip().upper().startswith(_ASKS):
        for one in (*code, before[-1], behind[-1]):
            if one.tag == W + "r":
                drop(one)


def _until_mark(run: Element, *, forwards: bool) -> list[Element] | None:
    """Give what stands beside a run, to the next mark of a field; none where something else shows there."""
    passed: list[Element] = []
    for one in run.itersiblings(preceding=not forwards):
        passed.append(one)
        if one.find(_MARK) is not None:
            alone = all(child.tag in (_MARK, W + "rPr") for child in one)
            return passed if alone and len(one.findall(_MARK)) == 1 else None
        codes = one.tag == W + "r" and all(child.tag in (W + "instrText", W + "rPr") for child in one)
        if not codes and not _is_silent(one):
            return None
    return None


def _kind(run: Element) -> str | None:
    mark = run.find(_MARK)
    return None if mark is None else mark.get(W + "fldCharType")
