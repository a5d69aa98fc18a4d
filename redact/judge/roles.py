"""What each line of a document is: a heading, text, a label of a form, or a line of a list of contents.

Errs towards text where a short line may be an entry of a list, and towards a heading where it continues the
numbers of the headings before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum

from redact.judge.lines import MOST_WORDS, Line, is_field
from redact.judge.tables import Table

__all__ = ["Role", "roles_of"]


class Role(Enum):
    """What a line is for its reader."""

    HEADING = "heading"
    LABEL = "label"  # of a row; what it is for stands beside it, or an empty field of a form
    TEXT = "text"
    CONTENTS = "contents"
    EMPTY = "empty"  # the head of a column in which nothing stands


_CONTENTS = frozenset(
    tuple(words.split())
    for words in ("contents", "table of contents", "list of contents", "contents page", "index")
)
_PAGE = re.compile(r"(?<!\d)\d{1,3}\s*\Z")
_RUN = 3  # short lines under one another are a list
_LABEL_WORDS = 20
_TABBED = 6  # words of a label that a tab parts from its value
_ANNOUNCES = 5  # words of a line that ends in a colon
_FRONT = 80  # lines among which the heading of such a list stands
_START = 40  # lines of a document among which its list of contents stands


def roles_of(lines: Sequence[Line], tables: Sequence[Table]) -> tuple[Role, ...]:
    """Say of each line what it is."""
    roles: list[Role | None] = [None] * len(lines)
    for table in tables:
        _in_a_table(lines, table, roles)
    _contents(lines, roles)
    for at, line in enumerate(lines):
        if roles[at] is None and line.level is not None:
            roles[at] = Role.HEADING
    before: tuple[int, ...] = ()
    at = 0
    while at < len(lines):
        run = _run(lines, roles, at)
        if not run:
            if roles[at] is Role.HEADING:
                before = lines[at].number or before
            blank = lines[at].dotted and len(lines[at].words) <= MOST_WORDS  # "Signed ........."
            roles[at] = roles[at] or (Role.LABEL if blank else Role.TEXT)
            at += 1
            continue
        before = _judge_run(lines, roles, run, before)
        at = run[-1] + 1
    return tuple(role or Role.TEXT for role in roles)


def _run(lines: Sequence[Line], roles: Sequence[Role | None], at: int) -> list[int]:
    """Give the short lines without a style that follow one another from here."""
    run: list[int] = []
    while at < len(lines) and roles[at] is None and lines[at].short and not _is_no_title(lines[at]):
        run.append(at)
        at += 1
    return run


def _is_no_title(line: Line) -> bool:
    """Tell whether a short line is an entry of a list, or says that a list follows."""
    return line.bullet or (line.text.rstrip().endswith(":") and len(line.words) >= _ANNOUNCES)


def _judge_run(
    lines: Sequence[Line], roles: list[Role | None], run: Sequence[int], before: tuple[int, ...]
) -> tuple[int, ...]:
    after = run[-1] + 1
    text_follows = after < len(lines) and roles[after] in (None, Role.TEXT)
    text_follows = text_follows or (
        after < len(lines) and lines[after].cell is not None and not lines[run[-1]].cell
    )
    # A title at the end, or before the next one, with nothing under it.
    bare = len(run) < _RUN and run[0] > 0 and roles[run[0] - 1] is Role.TEXT
    bare = bare and lines[run[0]].cell is None and len(lines[run[0] - 1].words) > MOST_WORDS
    announced = (
        run[0] > 0 and lines[run[0] - 1].text.rstrip().endswith(":") and roles[run[0] - 1] is Role.TEXT
    )
    for place, at in enumerate(run):
        line = lines[at]
        last = place == len(run) - 1
        heads = text_follows and (last or len(run) < _RUN)
        if place == 0 and not announced and (bare or (len(run) >= _RUN and _heads_a_list(lines, at))):
            heads = True
        if line.number and (_carries_on(before, line.number) or _holds_a_list(lines, run, place)):
            heads = True
        elif line.capitals and not announced:
            heads = heads or len(run) < _RUN
        elif announced:
            heads = heads and not (line.numbered or len(run) > 1)
        roles[at] = Role.HEADING if heads else Role.TEXT
        if (line.text.rstrip().endswith(":") and _among_fields(lines, at)) or _between_rows(lines, at):
            roles[at] = Role.LABEL
        if heads and line.number:
            before = line.number
    return before


def _holds_a_list(lines: Sequence[Line], run: Sequence[int], place: int) -> bool:
    """Tell whether entries that are numbered from 1 follow a numbered line, and then its successor."""
    number = lines[run[place]].number
    following = [lines[at].number for at in run[place + 1 :]]
    return following[:1] == [(1,)] and number != (1,) and any(_carries_on(number, one) for one in following)


def _heads_a_list(lines: Sequence[Line], at: int) -> bool:
    """Tell whether the first of many short lines is a title over the rest: behind a paragraph of text."""
    line = lines[at]
    behind_text = at > 0 and len(lines[at - 1].words) > MOST_WORDS
    return behind_text and not line.numbered and "," not in line.text


def _among_fields(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a line that ends in a colon is an empty field of a form, as those beside it."""
    before = at > 0 and is_field(lines[at - 1])
    if at + 1 == len(lines) or lines[at + 1].level is not None:
        return before
    return is_field(lines[at + 1]) or (before and lines[at + 1].text.rstrip().endswith(":"))


def _between_rows(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a line is the label of an empty row in a form without lines, between two full ones."""
    beside = [*lines[max(0, at - 1) : at], *lines[at + 1 : at + 2]]
    return len(beside) == 2 and lines[at].cell is None and all(map(_is_row, beside))


def _is_row(line: Line) -> bool:
    label, tab, value = line.text.partition("\t")
    return bool(tab and value.strip()) and 0 < len(label.split()) <= _TABBED and label[0].isupper()


def _carries_on(before: tuple[int, ...], number: tuple[int, ...]) -> bool:
    """Tell whether a number can follow another: 4.2 then 4.3, 4.2.1, 5 or 5.1; never the first of all."""
    if not before:
        return False
    if len(number) > len(before):
        return number[: len(before)] == before and set(number[len(before) :]) == {1}
    shared = len(number) - 1
    return number[:shared] == before[:shared] and number[shared] == before[shared] + 1


def _contents(lines: Sequence[Line], roles: list[Role | None]) -> None:
    """Mark the lines of the list of contents."""
    later: dict[tuple[str, ...], int] = {}
    for at, line in enumerate(lines):
        if line.short or line.level is not None:
            later[line.words] = at
    for at, line in enumerate(lines):
        again = later.get(line.words, at) != at
        if line.contents or (again and (line.dotted or (line.from_field and line.short))):
            roles[at] = Role.CONTENTS
    _beside_others(lines, roles)
    _under_its_heading(lines, roles)
    _at_the_start(lines, roles, later)


def _beside_others(lines: Sequence[Line], roles: list[Role | None]) -> None:
    """Mark the lines beside such lines that end in a number too, whatever parts it from their title."""
    front = min(len(lines), _FRONT)
    for step, places in ((1, range(1, front)), (-1, range(front - 2, -1, -1))):
        for at in places:
            line = lines[at]
            ends = len(line.words) <= _LABEL_WORDS and _PAGE.search(line.text) is not None
            if ends and line.level is None and roles[at - step] is Role.CONTENTS:
                roles[at] = Role.CONTENTS


def _under_its_heading(lines: Sequence[Line], roles: list[Role | None]) -> None:
    begins = next((at for at, line in enumerate(lines[:_FRONT]) if _heads_contents(line)), None)
    if begins is None:
        return
    roles[begins] = Role.CONTENTS
    titles: set[tuple[str, ...]] = set()
    for at in range(begins + 1, len(lines)):
        line = lines[at]
        # The heading of the first text: it need not stand in the list.
        text_follows = at + 1 < len(lines) and len(lines[at + 1].words) > MOST_WORDS
        if line.short and not line.contents and text_follows:
            return
        words = line.words[:-1] if line.words and line.words[-1].isdigit() else line.words
        listed = line.short or line.dotted or roles[at] is Role.CONTENTS
        if line.level is not None or line.words in titles or not listed:
            return
        titles.add(words)
        roles[at] = Role.CONTENTS


def _heads_contents(line: Line) -> bool:
    return line.cell is None and (
        line.words in _CONTENTS or (line.short and line.words[-1:] == ("contents",))
    )


def _at_the_start(lines: Sequence[Line], roles: list[Role | None], later: dict[tuple[str, ...], int]) -> None:
    """Mark a run of headings before any text: those that come again, or that are numbered in a row."""
    at = 0
    while at < min(len(lines), _START):
        run = _run(lines, roles, at)
        if not run:
            if len(lines[at].words) > _LABEL_WORDS:
                return
            at += 1
            continue
        for one in (*_come_again(lines, run, later), *_in_a_row(lines, run)):
            roles[one] = Role.CONTENTS
        at = run[-1] + 1


def _come_again(lines: Sequence[Line], run: list[int], later: dict[tuple[str, ...], int]) -> list[int]:
    """Give the lines of a run whose titles come again; all of them, where the last is the first again."""
    titles = [lines[one].words for one in run]
    first = titles.index(titles[-1])
    if len(run) - 1 - first >= _RUN - 1 and first < len(run) - 1:
        return run[first:-1]
    again = [one for one in run if lines[one].level is None and later.get(lines[one].words, one) > run[-1]]
    return again if len(again) >= _RUN else []


def _in_a_row(lines: Sequence[Line], run: list[int]) -> list[int]:
    """Give the numbered lines of a run, where their numbers go up."""
    numbered = [one for one in run if lines[one].number and lines[one].level is None]
    if len(numbered) > 1 and lines[numbered[-1]].number == (1,):
        numbered.pop()  # the first heading itself, with its text under it
    numbers = [lines[one].number for one in numbered]
    return numbered if len(numbered) > _RUN and numbers == sorted(numbers) else []


def _in_a_table(lines: Sequence[Line], table: Table, roles: list[Role | None]) -> None:
    if _is_contents(table):
        for at in range(table.first, table.last):
            roles[at] = Role.CONTENTS
        return
    header = table.header if table.columns > 2 else None
    for number, row in enumerate(table.rows):
        cells = sorted(row.values(), key=lambda cell: cell.column)
        if number == header:
            filled = {column for below in table.rows[number + 1 :] for column in below}
            for cell in cells:
                for at in cell.lines:
                    roles[at] = Role.TEXT if cell.column in filled else Role.EMPTY
            continue
        label = cells[0]
        alone = len(cells) == 1
        if alone and not _is_blank_beside(lines, table, number):
            continue  # read as the lines around it are
        for cell in cells:
            for at in cell.lines:
                if lines[at].level is None:
                    roles[at] = Role.TEXT
        if table.columns == 2 and label.column == 1 and 0 < len(label.words) <= _LABEL_WORDS:
            roles[label.lines[0]] = Role.LABEL


def _is_blank_beside(lines: Sequence[Line], table: Table, number: int) -> bool:
    """Tell whether a row's only cell is a label with nothing beside it, and no title over the whole width."""
    (cell,) = table.rows[number].values()
    line = lines[cell.lines[0]]
    if (
        table.columns != 2
        or cell.column != 1
        or len(cell.lines) > 1
        or not 0 < len(cell.words) <= _LABEL_WORDS
    ):
        return False
    if line.level is not None:
        return False
    following = table.rows[number + 1] if number + 1 < len(table.rows) else {}
    long_below = len(following) == 1 and all(len(one.words) > _LABEL_WORDS for one in following.values())
    title = line.numbered or line.capitals
    return not long_below and not (title and bool(following))


def _is_contents(table: Table) -> bool:
    """Tell whether the rows are titles with numbers of pages that go up."""
    if table.columns not in (2, 3):
        return False
    pages = [
        int(cells[-1].text.strip())
        for row in table.rows
        for cells in [sorted(row.values(), key=lambda cell: cell.column)]
        if len(cells) > 1 and cells[-1].text.strip().isdigit() and len(cells[-1].text.strip()) <= 3
    ]
    return len(pages) >= _RUN and len(pages) >= len(table.rows) - 2 and pages == sorted(pages)
