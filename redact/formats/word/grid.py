"""Tables: rows, cells, what is merged, deleted or hidden in them, and what lies behind their text.

Tables are walked, never looked up by position: python-docx repeats cells and searches them, which one
attribute can make endless.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from redact.formats.word.looks import Backdrop
from redact.formats.word.markup import Element, W, number, switched_on, val
from redact.formats.word.strand import State
from redact.formats.word.styles import Condition
from redact.values.text import Part

if TYPE_CHECKING:
    from redact.formats.word.story import Spot, Story

__all__ = ["PROPERTIES", "read_table"]

MAX_COLUMNS = 63  # Word's own limit

# Holders of properties: what they say is read elsewhere, and none of it is text.
PROPERTIES = frozenset(
    W + name
    for name in (
        "pPr",
        "rPr",
        "tblPr",
        "tblGrid",
        "trPr",
        "tcPr",
        "tblPrEx",
        "sdtPr",
        "sdtEndPr",
        "sectPr",
        "docPartPr",
    )
)
# What a table says of its own look, as bits of one number: which of its style's conditions hold.
_LOOKS = {"firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100}
_NO_ROW_BANDS = 0x200


@dataclass(frozen=True, slots=True)
class _Table:
    """What all cells of one table share."""

    conditions: Mapping[str, Condition]
    look: Mapping[str, bool]
    rows: int
    outside: Backdrop
    hidden: bool


def read_table(story: Story, element: Element, spot: Spot) -> None:
    """Read a table row by row; all its cells share one block."""
    part = Part.TABLE if spot.part in (Part.BODY, Part.TABLE) else spot.part
    block = story.reading.builder.next_block(part)
    inside = replace(spot, part=part, place="D6" if part is Part.TABLE else spot.place, block=block)
    rows = list(_inside(element, W + "tr", inside))
    properties = element.find(W + "tblPr")
    conditions, hidden = story.styles.table(properties)
    table = _Table(conditions, _look(properties), len(rows), spot.state.backdrop, hidden)
    for row_number, (row, row_spot) in enumerate(rows, start=1):
        _row(story, row, _in_row(row, row_spot), row_number, table)
    story.reading.break_line()


def _row(story: Story, row: Element, spot: Spot, row_number: int, table: _Table) -> None:
    column = 1 + number(val(row.find(f"{W}trPr/{W}gridBefore")), 0, most=MAX_COLUMNS)
    before = story.emitted
    cells = list(_inside(row, W + "tc", spot))
    for index, (cell, cell_spot) in enumerate(cells):
        story.reading.begin_cell(first=index == 0, used=story.emitted > before)
        before = story.emitted
        backdrop = _behind(table, row_number, index + 1, len(cells))
        backdrop = backdrop.shaded(story.styles.cell_ground(cell.find(W + "tcPr")))
        state = replace(cell_spot.state, backdrop=backdrop)
        inside = _in_cell(cell, replace(cell_spot, state=state, cell=(row_number, column)))
        story.blocks(cell, inside)
        column += number(val(cell.find(f"{W}tcPr/{W}gridSpan")), 1, least=1, most=MAX_COLUMNS)


def _inside(parent: Element, tag: str, spot: Spot) -> Iterator[tuple[Element, Spot]]:
    """Find the rows of a table or the cells of a row, inside content controls and other wrappers too."""
    for child in parent:
        if child.tag == tag:
            yield child, spot
        elif child.tag not in PROPERTIES:
            place = {W + "sdt": "D11", W + "customXml": "D13"}.get(str(child.tag), spot.place)
            yield from _inside(child, tag, replace(spot, place=place))


def _behind(table: _Table, row: int, column: int, columns: int) -> Backdrop:
    """Say what lies behind a cell by the style of its table: of bands and corners, any of them may.

    What the style says of rows and columns at the edges lies over its bands, as in Word.
    """
    bands = [name for name in ("band1Horz", "band2Horz", "band1Vert", "band2Vert") if _bands(table, name)]
    ends = (
        ("firstColumn", "firstCol", column == 1),
        ("lastColumn", "lastCol", column == columns),
        ("firstRow", "firstRow", row == 1),
        ("lastRow", "lastRow", row == table.rows),
    )
    own = [name for switch, name, here in ends if here and table.look[switch]]
    corners = [name for name in ("nwCell", "neCell", "swCell", "seCell") if len(own) > 1]
    possible = [[*own], *([band, *own] for band in bands), *([*own, corner] for corner in corners)]
    backdrops = [_of_conditions(table, ["wholeTable", *names]) for names in possible]
    return Backdrop(
        tuple(dict.fromkeys(rgb for backdrop in backdrops for rgb in backdrop.colours)),
        tuple(dict.fromkeys(look for backdrop in backdrops for look in backdrop.looks)),
        title=row == 1,
        hidden=table.hidden,
    )


def _of_conditions(table: _Table, names: list[str]) -> Backdrop:
    backdrop = table.outside
    for name in names:
        condition = table.conditions.get(name)
        if condition is not None:
            looks = tuple(condition.look.over(look) for look in backdrop.looks)
            backdrop = replace(backdrop.shaded(condition.shaded), looks=looks)
    return backdrop


def _bands(table: _Table, name: str) -> bool:
    return name in table.conditions and table.look["bands" if name.endswith("Horz") else "columnBands"]


def _look(properties: Element | None) -> dict[str, bool]:
    """Read which conditions of its style a table uses; all of them where it does not say."""
    element = None if properties is None else properties.find(W + "tblLook")
    if element is None:
        return dict.fromkeys((*_LOOKS, "bands", "columnBands"), True)
    bits = int(val(element) or "0", 16) if _is_hex(val(element)) else 0
    found = {name: _said(element, name, bool(bits & bit)) for name, bit in _LOOKS.items()}
    found["bands"] = not _said(element, "noHBand", bool(bits & _NO_ROW_BANDS))
    found["columnBands"] = True
    return found


def _said(element: Element, name: str, otherwise: bool) -> bool:
    given = element.get(W + name)
    return otherwise if given is None else given.lower() in {"1", "true", "on"}


def _is_hex(text: str | None) -> bool:
    return (
        bool(text) and len(text or "") <= 4 and all(sign in "0123456789abcdefABCDEF" for sign in text or "")
    )


def _in_row(row: Element, spot: Spot) -> Spot:
    properties = row.find(W + "trPr")
    if properties is None:
        return spot
    state = spot.state
    if switched_on(properties.find(W + "hidden")):
        state = state.marked(Part.HIDDEN_TEXT, "D7")
    return replace(spot, state=_tracked(properties, "ins", "del", state))


def _in_cell(cell: Element, spot: Spot) -> Spot:
    properties = cell.find(W + "tcPr")
    if properties is None:
        return spot
    merged = properties.find(W + "vMerge")
    covered = merged is not None and (val(merged) or "continue") != "restart"
    place = "D7" if covered else spot.place
    return replace(spot, place=place, state=_tracked(properties, "cellIns", "cellDel", spot.state))


def _tracked(properties: Element, inserted: str, deleted: str, state: State) -> State:
    if properties.find(W + inserted) is not None:
        state = replace(state.marked(Part.TRACKED_INSERTION, "D15"), inserted=True)
    if properties.find(W + deleted) is not None:
        state = replace(state, deleted=True)
    return state
