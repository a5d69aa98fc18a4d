"""Charts: what they show stays; the workbook behind them, its names and what is printed beside them go."""

from __future__ import annotations

import re

from redact.formats.word.cleaning.ledger import Ledger, text_of
from redact.formats.word.cleaning.shears import drop, forget
from redact.formats.word.markup import Element, local
from redact.values.text import Part

__all__ = ["trim_chart", "trim_diagram"]

_DROPPED = {
    "externalData": ("D34", "workbooks of charts"),
    "printSettings": ("D20", "settings for printing a chart"),
    "protection": ("D56", "protections"),
    "pivotSource": ("D20", "names of the workbook of a chart"),
    "pivotFmts": ("D20", "formats of a chart's workbook"),
}
_CELLS = re.compile(r"\$?[A-Z]{1,3}\$?[0-9]{1,7}(?::\$?[A-Z]{1,3}\$?[0-9]{1,7})?$")
_DATA_MODEL = "dataModelExt"


def trim_chart(root: Element, ledger: Ledger) -> None:
    """Take the workbook out of a chart; the values that it shows are in the chart itself."""
    for element in list(root.iter()):
        name = local(element)
        if name in _DROPPED:
            place, what = _DROPPED[name]
            ledger.remove(Part.CHART, place, what, text_of(element))
            drop(element)
        elif name in ("f", "nf", "formula"):
            _forget_sheet(element, ledger)


def _forget_sheet(element: Element, ledger: Ledger) -> None:
    """Leave of a range its cells: the name of its sheet or file is nowhere shown."""
    old = (element.text or "").strip()
    cells = _CELLS.search(old)
    new = f"Sheet1!{cells.group()}" if cells else "Sheet1!$A$1"
    if old != new:
        ledger.take([old])
    element.text = new


def trim_diagram(root: Element, drawing: str | None) -> None:
    """Say in a diagram's data by which id its drawing is found now, and drop what its author's menu shows."""
    for element in list(root.iter()):
        if local(element) == _DATA_MODEL:
            forget(element, "relId")
            if drawing is not None:
                element.set("relId", drawing)
        elif local(element) in ("title", "desc") and "val" in element.attrib:
            element.set("val", "")
        elif local(element) in ("catLst", "sampData", "styleData", "clrData"):
            drop(element)
