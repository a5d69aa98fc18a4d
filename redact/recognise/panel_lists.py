"""Names in a list of the panel's members: below the heading "Panel members" each line with a name and a post.

What remains: a list below a heading in other words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from redact.recognise import regex
from redact.recognise.grids import Cell, Grid
from redact.recognise.lists import words
from redact.recognise.names import names_in
from redact.recognise.readings import Reading
from redact.recognise.zones import Zone, lines_of
from redact.values.people import Standing

__all__ = ["panel_members"]

_MOST = 160  # characters of a line that is still an entry of a list
_A_REVIEW = r"(?:serious case review|scr|case review|overview|review|learning review)[ ]"
_THE_PANEL = (
    rf"^[\s\d.)(*#-]*(?:the[ ])?(?:{_A_REVIEW})?"
    r"(?:panel[ ]member(?:s|ship)?|panel|review team(?:[ ]members)?"
    rf"|member(?:s|ship)[ ]of[ ](?:the[ ])?(?:{_A_REVIEW})?panel)"
    r"(?:[ ](?:members|membership|and[ ]their[ ](?:posts|agencies|roles)))?"
)
_PANEL = regex.compile(rf"{_THE_PANEL}[\s:.*]*$", regex.IGNORECASE)
_PANEL_LABEL = regex.compile(rf"{_THE_PANEL}[ ]?:[ ]*(?=\p{{L}})", regex.IGNORECASE)
_NO_MEMBER = regex.compile(
    r"\b(?:mother|father|brother|sister|uncle|aunt|cousin|grand\p{L}+|child|baby|neighbour|victim"
    r"|family[ ]member)\b",
    regex.IGNORECASE,
)
# The heading of another list, and the posts of those who knew the family: neither is of the panel.
_OTHER_LIST = regex.compile(
    r"\b(?:case[ ]group|practitioners?|involved|interview(?:ed|ees?|s)|famil(?:y|ies)|staff|household"
    r"|genogram"
    r"|participants|contributors|witnesses|professionals|key[ ]people|who(?:'s|[ ]is|[ ]was)[ ]who"
    r"|learning[ ]event)\b",
    regex.IGNORECASE,
)
_OF_THE_CASE = regex.compile(
    r"(?:^|[,(:;|\t-])[ ]*(?:(?:the|allocated|current|former|previous|student|newly[ ]qualified)[ ]){0,2}"
    r"(?:social[ ]worker|health[ ]visitor|midwife|(?:class|form|head)?[ ]?teacher|school[ ]nurse"
    r"|key[ ]?worker"
    r"|support[ ]worker|foster[ ]carer|nursery[ ](?:nurse|worker)|GP|SENCO|personal[ ]adviser"
    r"|care[ ]co-?ordinator)"
    r"[ ]*(?:$|[,(:;|\t.)-])",
    regex.IGNORECASE,
)
_LEAD = regex.compile(r"[\s\d.)(*\u2022#-]*")
_ENTRY_END = regex.compile(r"[ ]*(?:$|[,(:;|\t\n.-]|and[ ]|&)")


def panel_members(readings: Sequence[Reading], grids: Sequence[Grid]) -> Iterator[Zone]:
    """Find the names in lists of a panel's members and in columns of them, one zone for each name."""
    yield from _members(readings)
    for grid in grids:
        columns = {
            column for (row, column), cell in grid.cells.items() if row == grid.first_row and _is_panel(cell)
        }
        for (row, column), cell in grid.cells.items():
            if column in columns and row != grid.first_row:
                for piece in cell.slices:
                    yield from _entry(piece.reading, piece.start, piece.end)


def _is_panel(cell: Cell) -> bool:
    return (
        len(cell.text) < 60
        and _PANEL.match(cell.text + ("s" if cell.text.casefold().endswith("member") else "")) is not None
    )


def _members(readings: Sequence[Reading]) -> Iterator[Zone]:
    """Read the entries below a heading of a panel, up to the first paragraph that is no entry."""
    open_ = False
    for reading in readings:
        headed = any(_PANEL.match(heading) for heading in reading.passage.headings[-1:])
        in_table = reading.passage.location.cell is not None
        for low, high in lines_of(reading.text):
            line = reading.text[low:high]
            if not line.strip():
                continue
            label = _PANEL_LABEL.match(line)
            if _PANEL.match(line):
                open_ = True
            elif label is not None:
                yield from _entry(reading, low + label.end(), high)
            elif open_ or headed:
                entry = len(line) <= _MOST and not regex.search(r"[.!?][\"')]?\s*$", line)
                other = _OTHER_LIST.search(line) is not None and not list(_entry(reading, low, high))
                open_ = open_ and (entry or in_table) and not other
                if entry and not other:
                    yield from _entry(reading, low, high)


def _entry(reading: Reading, low: int, high: int) -> Iterator[Zone]:
    """Read "Anna Harte, Head of Service, Anytown Council" and "Head of Service: Anna Harte"."""
    text = reading.text
    if _NO_MEMBER.search(text, low, high) or _OF_THE_CASE.search(text[low:high]):
        return
    because = "a name in a list of the panel's members"
    for name in names_in(text, low, high, several=True):
        if not _ENTRY_END.match(text, name.end, high):
            continue
        # "Grace - Housing Options": of one word only a forename, at the beginning or the end of its entry.
        at_edge = _LEAD.fullmatch(text, low, name.start) or not text[name.end : high].strip()
        if name.words > 1 or (at_edge and text[name.start : name.end].casefold() in words("forenames")):
            yield Zone(
                reading, name.start, name.end, Standing.PANEL, "panel list", because, 0.65, careful=False
            )
