"""The kind `columns`: a table with the columns of its form, filled in, posts, not names, and real dates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from redact.judge.checks.dated import holds_a_date
from redact.judge.checks.faults import Fault, findings_of
from redact.judge.checks.given import given_lists, given_number, given_words
from redact.judge.checks.headers import Headed, is_open, named_tables, span_of
from redact.judge.reading import Answer, Reading
from redact.judge.tables import Cell
from redact.values.judgement import Outcome, Rule
from redact.values.people import Label
from redact.values.text import Span

__all__ = ["find_columns", "names_in"]

_SURE = 0.5  # less sure names are told by the rules of identity alone
_TITLE_WORDS = 6  # of a row that is a title between others


def find_columns(rule: Rule, reading: Reading) -> Answer:
    """Find a table that is missing, lacks a column or leaves a cell open, and what stands wrongly in one.

    Params: `columns`, and `least`, `filled`, `posts`, `dated`, `wanted`.
    """
    columns = given_lists(rule, "columns")
    least = given_number(rule, "least", max(2, (len(columns) + 1) // 2))
    tables = tuple(named_tables(reading.outline, columns, min(least, len(columns))))
    if not tables:
        because = f"no table has {least} of the columns: {', '.join(columns)}"
        if rule.params.get("wanted"):
            return Answer(findings_of(rule, reading, [Fault(because)]))
        return Answer(seen=because, outcome=Outcome.NOT_APPLICABLE)
    faults = [fault for table in tables for fault in _faults(rule, reading, table)]
    if faults:
        return Answer(findings_of(rule, reading, faults))
    told = "1 table of this form" if len(tables) == 1 else f"{len(tables):,} tables of this form"
    return Answer(seen=told, where=tuple(table.head for table in tables))


def names_in(reading: Reading, passages: Mapping[str, object]) -> Iterator[Span]:
    """Give where names of people stand in some passages."""
    for mention, _ in reading.subject.mentions:
        if mention.label is Label.PERSON and mention.score >= _SURE and mention.span.passage in passages:
            yield mention.span


def _faults(rule: Rule, reading: Reading, table: Headed) -> Iterator[Fault]:
    for name in given_lists(rule, "columns"):
        if name not in table.columns:
            yield Fault(f"{name}: the table has no such column", table.head)
    filled = [name for name in given_words(rule, "filled") if name in table.columns]
    rows = [row for row in table.rows if not _is_title(row, table)]
    if filled and not rows:
        yield Fault("nothing stands under the head of the table", table.head)
    for row in rows:
        for name in filled:
            if _is_left_open(row, table.columns[name]):
                yield Fault(f"{name}: the cell is empty", _place(reading, row, table.columns[name]))
    for name in given_words(rule, "posts"):
        passages = _passages(reading, table, name)
        for span in names_in(reading, passages):
            yield Fault(f"{name}: a name stands where the post should", span)
    for name in given_words(rule, "dated"):
        for cell in table.cells(name):
            if not is_open(cell.text) and not holds_a_date(cell.text):
                yield Fault(f"{name}: this cannot be read as a date", span_of(reading.outline, cell))


def _passages(reading: Reading, table: Headed, name: str) -> dict[str, object]:
    lines = reading.outline.lines
    return {lines[at].passage: None for cell in table.cells(name) for at in cell.lines}


def _is_title(row: Mapping[int, Cell], table: Headed) -> bool:
    """Tell whether a row is a title between others, such as the name of an agency over its rows."""
    if len(row) != 1 or table.wide < 3:
        return False
    (cell,) = row.values()
    return len(cell.words) <= _TITLE_WORDS and not cell.text.rstrip().endswith(".") and not is_open(cell.text)


def _is_left_open(row: Mapping[int, Cell], column: int) -> bool:
    if column in row:
        return is_open(row[column].text)
    # A cell that spans several rows is read in the first alone; those span from the left.
    return min(row) < column


def _place(reading: Reading, row: Mapping[int, Cell], column: int) -> Span:
    cell = row.get(column) or row[min(row)]
    return span_of(reading.outline, cell)
