"""Traces: what is in a Word document besides its text, and no words of it are left to be read.

A revision that holds no text, a time, a number of an editing session, a control that is bound to data: each
is told by its place in the catalogue, so that a person learns that it is there and how to take it out.
"""

from __future__ import annotations

from collections import Counter
from typing import cast

from lxml import etree

from redact.formats.word.markup import Element, W, canonical, local, switched_on
from redact.formats.word.reading import Reading
from redact.values.text import Location, Part

__all__ = ["trace_all"]

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"

MAX_OF_A_KIND = 1_000  # a person who is told of a thousand changes of format needs to hear of no more

_Told = tuple[Part, str, str]
_CHANGES = (
    *("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblPrExChange", "tblGridChange"),
    *("trPrChange", "tcPrChange", "numberingChange", "cellMerge"),
)
_TELLING: dict[str, _Told] = {
    **{W + name: (Part.PROPERTY, "D26", "a tracked change of format") for name in _CHANGES},
    W + "dataBinding": (Part.PROPERTY, "D12", "a control that takes its text from data beside the text"),
    _W15 + "dataBinding": (Part.PROPERTY, "D12", "a control that takes its text from data beside the text"),
    W + "mailMerge": (Part.PROPERTY, "D53", "a mail merge"),
    W + "rsids": (Part.PROPERTY, "D55", "numbers of editing sessions"),
    _W14 + "docId": (Part.PROPERTY, "D55", "a number of the document"),
    _W15 + "docId": (Part.PROPERTY, "D55", "a number of the document"),
    W + "documentProtection": (Part.PROPERTY, "D56", "a protection of the document"),
    W + "writeProtection": (Part.PROPERTY, "D56", "a protection against changes"),
    W + "permStart": (Part.PROPERTY, "D56", "an exception from protection"),
    W + "fldData": (Part.FIELD, "D43", "data of a field"),
}
_TIMES = {"created", "modified", "lastPrinted", "revision", "TotalTime"}
_NOTHING = {"", "0", "1"}
_PERHAPS = (W + "del", W + "moveFrom", _W15 + "collapsed", *(f"{{*}}{name}" for name in sorted(_TIMES)))
_DATES = etree.XPath("//@w:date", namespaces={"w": W[1:-1]})


def trace_all(reading: Reading) -> None:
    """Tell every such thing in the parts that were read, in their order; of many of a kind, the first."""
    told_before: Counter[_Told] = Counter()
    for root in reading.trees().values():
        for element in root.iter(*_TELLING, *_PERHAPS):
            told = _TELLING.get(str(element.tag)) or _more(element)
            if told is not None and told_before[told] < MAX_OF_A_KIND:
                told_before[told] += 1
                part, place, what = told
                reading.builder.trace(Location(part, place), what, canonical(element))
        times = "\n".join(str(time) for time in cast("list[str]", _DATES(root)))
        if times:
            here = Location(Part.PROPERTY, "D40")
            what = "the times of comments or of tracked changes"
            reading.builder.trace(here, what, times.encode())


def _more(element: Element) -> _Told | None:
    """Tell what no name of an element alone can say."""
    name = local(element)
    if name in ("del", "moveFrom") and _holds_no_text(element):
        return Part.TRACKED_DELETION, "D25", "a deleted paragraph mark or row"
    if name == "collapsed" and switched_on(element):
        return Part.BODY, "D31", "a heading whose text is folded away"
    if name in _TIMES and (element.text or "").strip() not in _NOTHING:
        return Part.PROPERTY, "D57", "when and how often it was changed"
    return None


def _holds_no_text(element: Element) -> bool:
    parent = element.getparent()
    return len(element) == 0 and parent is not None and local(parent) in ("rPr", "trPr")
