"""Names in the role line of the independent chair or author, and in a list of the panel's members.

"Independent author: Anna Harte", "Report by Anna Harte, independent overview author"; below the heading
"Panel members", the lines and cells that hold a name and a post. An independent chair of a conference, an
independent reviewing officer and the author of a management review are practitioners of the case: they are
left out. What remains: a role line in words that are not listed here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from redact.recognise.grids import Cell, Grid, View
from redact.recognise.names import names_in, read_name
from redact.recognise.readings import Reading
from redact.recognise.zones import LETTER_NAME, Zone, line_of, lines_of
from redact.values.people import Standing
from redact.values.text import Part

__all__ = ["role_lines"]

_MOST = 160  # characters of a line that is still an entry of a list
_REVIEW = r"(?:(?:serious case review|case review|scr|safeguarding practice review|review|overview)[ ])"
_BOARD = r"(?:(?:local )?safeguarding (?:children(?:'s)? )?(?:board|partnership)|lscb|scb)"
_PERSON = r"(?:author|chair(?:person|man)?|reviewer|writer)"
_ROLE = (
    rf"(?:(?:the )?(?:independent[ ]{_REVIEW}?(?:report[ ])?(?:panel[ ])?(?:lead[ ])?{_PERSON}"
    r"|(?:serious case review[ ]|scr[ ])?overview[ ](?:report[ ])?(?:author|writer)"
    r"|lead[ ]reviewers?"
    rf"|(?:independent[ ])?{_REVIEW}?panel[ ]chair(?:person|man)?"
    rf"|(?:independent[ ])?chair(?:person|man)?[ ]of[ ](?:the[ ])?"
    rf"(?:{_REVIEW}?panel|(?:\p{{L}}+[ ]){{0,3}}{_BOARD})"
    rf"|{_BOARD}[ ](?:independent[ ])?chair(?:person|man)?"
    rf"|(?:independent[ ])?author[ ]of[ ](?:the[ ])?(?:overview|{_REVIEW})(?:[ ]?report)?))"
)
_LABEL = regex.compile(
    rf"^[\s\d.)(•*-]*{_ROLE}(?:[ ]and[ ]{_ROLE})?(?:\(s\)|s)?[ ]*(?::|-(?=[ ])|\t|\||$)[ \t|]*",
    regex.IGNORECASE,
)
_BEHIND = regex.compile(
    rf"(?P<name>{LETTER_NAME})(?:,[ ]|[ ]\(|[ ]-[ ]|[ ]?\n[ ]?)(?i:(?:an?[ ]|as[ ])?{_ROLE})(?![\p{{L}}])"
)
_ROLE_WORD = regex.compile(r"\b(?:author|writer|reviewer|chair(?:person|man)?)\b", regex.IGNORECASE)
_CASE_MEETING = regex.compile(
    r"\b(?:conference|strategy|core[ ]group|minutes|attend(?:ed|ance|ees)|apologies|present"
    r"|planning[ ]meeting|LAC|looked[ ]after|IMR|management[ ]review|agency[ ]review)\b",
    regex.IGNORECASE,
)
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
_ENTRY_END = regex.compile(r"[ ]*(?:$|[,(:;|\t\n.-]|and[ ]|&)")
_NAME_PARTS = frozenset(
    {
        Part.FILE_NAME,
        Part.PROPERTY,
        Part.BOOKMARK,
        Part.EMBEDDED_FILE,
        Part.ATTACHMENT,
        Part.LINK,
        Part.COMMENT,
    }
)


def role_lines(view: View) -> Iterator[Zone]:
    """Find the names in role lines and in lists of a panel's members, one zone for each name."""
    first = [each for each in view.first if each.passage.location.part not in _NAME_PARTS]
    for reading in first:
        if _ROLE_WORD.search(reading.text):
            yield from _labelled(reading)
            yield from _before_role(reading)
    for grid in view.grids:
        yield from _cells(grid)
    yield from _members(first)


def _office(reading: Reading, start: int, end: int) -> Zone:
    because = "a name in the role line of the independent chair or author"
    return Zone(reading, start, end, Standing.OFFICE, "role line", because, 0.75, careful=False)


def _labelled(reading: Reading) -> Iterator[Zone]:
    for low, high in lines_of(reading.text):
        line = reading.text[low:high]
        label = _LABEL.match(line)
        if label is None or not line[label.end() :].strip() or _is_case_meeting(reading, line):
            continue
        for name in names_in(reading.text, low + label.end(), high, several=False):
            if name.words > 1:
                yield _office(reading, name.start, name.end)
            break


def _before_role(reading: Reading) -> Iterator[Zone]:
    for role in _ROLE_WORD.finditer(reading.text):
        low = max(0, role.start() - 120)
        for match in _BEHIND.finditer(reading.text, low, min(len(reading.text), role.end() + 60)):
            start, end = line_of(reading.text, match.start())
            short = reading.text[start : max(end, match.end())]
            name = read_name(reading.text, *match.span("name"))
            if (
                name is not None
                and name.words > 1
                and len(short) <= _MOST
                and not _is_case_meeting(reading, short)
            ):
                yield _office(reading, name.start, name.end)


def _is_case_meeting(reading: Reading, line: str) -> bool:
    return _CASE_MEETING.search(" ".join([line, *reading.passage.headings])) is not None


def _cells(grid: Grid) -> Iterator[Zone]:
    every = " ".join(cell.text for (row, _), cell in grid.cells.items() if row == grid.first_row)
    panel = {
        column for (row, column), cell in grid.cells.items() if row == grid.first_row and _is_panel(cell)
    }
    for (row, column), cell in grid.cells.items():
        left = grid.left_of(cell)
        if (
            left is not None
            and _LABEL.fullmatch(left.text)
            and not _CASE_MEETING.search(every + " " + left.text)
        ):
            for piece in cell.slices:
                for name in names_in(piece.reading.text, piece.start, piece.end, several=False):
                    yield _office(piece.reading, name.start, name.end)
        elif column in panel and row != grid.first_row:
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
                open_ = open_ and (entry or in_table)
                if entry:
                    yield from _entry(reading, low, high)


def _entry(reading: Reading, low: int, high: int) -> Iterator[Zone]:
    """Read "Anna Harte, Head of Service, Anytown Council" and "Head of Service: Anna Harte"."""
    text = reading.text
    if _NO_MEMBER.search(text, low, high):
        return
    because = "a name in a list of the panel's members"
    for name in names_in(text, low, high, several=True):
        if name.words > 1 and _ENTRY_END.match(text, name.end, high):
            yield Zone(
                reading, name.start, name.end, Standing.PANEL, "panel list", because, 0.65, careful=False
            )
