"""Tables whose columns a rule names: which column is which, and the cells under it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from redact.judge.outline import Outline
from redact.judge.phrases import Phrase, close, compile_phrases
from redact.judge.tables import Cell, Table
from redact.values.text import Span

__all__ = ["Headed", "is_open", "named_tables", "span_of"]

_HEAD_ROWS = 4  # rows among which the head of a table stands, under its title
_OPEN = re.compile(
    r"""[\s.\u2026_\-\u2013\u2014:;/\\*|xX?\[\](){}<>\u25a1\u2610\u00a0]*
      | \W*(?:tb[cad]|to\s+be\s+(?:completed|confirmed|added|inserted|agreed|advised|determined|decided)
        |to\s+follow|[\[<(]?\s*(?:please\s+)?(?:insert|enter|type|click|tap|add)\b[^\n]{0,80}
        |\[[^\]]*\]|d{1,2}[./-]m{1,2}[./-](?:yy){1,2})\W*""",
    re.VERBOSE | re.IGNORECASE,
)


def is_open(text: str) -> bool:
    """Tell whether a cell or field was left open: nothing in it, dots, crosses, "tbc", "[insert name]"."""
    return _OPEN.fullmatch(text) is not None


@dataclass(frozen=True, slots=True)
class Headed:
    """A table with the columns that a rule names; `rows` are those under its head, as cells by column.

    `columns` maps our names to numbers of columns.
    """

    columns: Mapping[str, int]
    head: Span
    rows: tuple[Mapping[int, Cell], ...] = field(repr=False)
    wide: int

    def cells(self, name: str) -> Iterator[Cell]:
        """Give the cells of a named column in which something stands."""
        for row in self.rows:
            if self.columns.get(name) in row:
                yield row[self.columns[name]]


def named_tables(
    outline: Outline,
    columns: Mapping[str, Sequence[str]],
    least: int,
    *,
    beside: Mapping[str, Sequence[str]] | None = None,
) -> Iterator[Headed]:
    """Give the tables that have at least `least` of the named columns, with what goes on over a page turn.

    Args:
        beside: only tables that have all of these columns too.
    """
    others = {name: compile_phrases(wordings) for name, wordings in (beside or {}).items()}
    wanted = {name: compile_phrases(wordings) for name, wordings in columns.items()}
    heads = [_head(table, wanted) for table in outline.tables]
    for number, (table, (at, named)) in enumerate(zip(outline.tables, heads, strict=True)):
        if len(named) < max(1, least) or len(_named(table.rows[at], others)) < len(others):
            continue
        rows = list(table.rows[at + 1 :])
        before = table
        for later in range(number + 1, len(outline.tables)):
            other = outline.tables[later]
            if not _goes_on(before, other) or len(heads[later][1]) >= max(2, least):
                break
            rows += other.rows
            before = other
        first = min(outline.tables[number].rows[at].values(), key=lambda cell: cell.column)
        yield Headed(named, span_of(outline, first), tuple(rows), table.columns)


def span_of(outline: Outline, cell: Cell) -> Span:
    """Give where the first line of a cell stands."""
    line = outline.lines[cell.lines[0]]
    return Span(line.passage, line.start, line.end)


def _goes_on(table: Table, other: Table) -> bool:
    """Tell whether a table is the rest of the one before, over a page turn."""
    return table.last == other.first and table.columns == other.columns


def _head(table: Table, wanted: Mapping[str, Sequence[Phrase]]) -> tuple[int, dict[str, int]]:
    """Find the row that names the most columns, and which each is."""
    best: tuple[int, dict[str, int]] = (0, {})
    for at, row in enumerate(table.rows[:_HEAD_ROWS]):
        named = _named(row, wanted)
        if len(named) > len(best[1]):
            best = at, named
    return best


def _named(row: Mapping[int, Cell], wanted: Mapping[str, Sequence[Phrase]]) -> dict[str, int]:
    found: list[tuple[int, int, str, int]] = []
    for order, (name, phrases) in enumerate(wanted.items()):
        for column, cell in row.items():
            grades = [grade for phrase in phrases for grade in _grade(phrase, cell)]
            if grades:
                found.append((min(grades), order, name, column))
    named: dict[str, int] = {}
    for _, _, name, column in sorted(found):
        if name not in named and column not in named.values():
            named[name] = column
    # One column may hold two things: "Progress and evidence".
    for _, _, name, column in sorted(found):
        named.setdefault(name, column)
    return {name: named[name] for name in wanted if name in named}


def _grade(phrase: Phrase, cell: Cell) -> Iterator[int]:
    if not 0 < len(cell.words) <= _MOST_WORDS:
        return
    begin = {one[0] for one in phrase.parts[0]} if phrase.parts else set()
    if begin and not any(word[0] in begin for word in cell.words):
        return  # cheap, and true of nearly every cell
    place = phrase.search(cell.words) or phrase.search_nearly(cell.words, close)
    if place is None and phrase.joined and phrase.joined == "".join(cell.words):
        yield 1  # a narrow column breaks a long word in two
    if place:
        yield 0 if place == (0, len(cell.words)) else 1 if place[0] == 0 else 2


_MOST_WORDS = 16  # of the head of a column, with what it says about how to fill it in
