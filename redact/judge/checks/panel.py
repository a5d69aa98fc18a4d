"""The kind `panel`: who sat on the panel, by post and organisation, with names or without.

Looked for in the tables and lists under a heading of the panel, and in tables that say so in their head. The
chair and the author of the report may be named always. What remains: a panel told in running text alone is
read as not listed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from redact.judge.checks.columns import names_in
from redact.judge.checks.faults import Fault, findings_of
from redact.judge.checks.headers import Headed, is_open, named_tables, span_of
from redact.judge.lines import Line
from redact.judge.outline import Outline
from redact.judge.phrases import compile_phrases
from redact.judge.reading import Answer, Reading
from redact.judge.roles import Role
from redact.judge.tables import Cell
from redact.values.judgement import Rule
from redact.values.requirements import Naming
from redact.values.text import Span

__all__ = ["find_panel"]

_HEADINGS = (
    "panel members/membership/composition",
    "panel member",
    "members/membership/composition of the ... panel",
    "members/membership/composition of panel",
    "review/scr/case/overview panel",
    "review team",
    "the panel",
    "panel",
)
_COLUMNS = {
    "the post": ("post", "position", "role", "job title", "designation", "title", "job role", "post title"),
    "the organisation": (
        "organisation",
        "agency",
        "employer",
        "body",
        "representing",
        "service",
        "authority",
    ),
    "the name": ("name", "panel member", "member"),
}
_POST, _ORGANISATION, _NAME = _COLUMNS
_MAY_BE_NAMED = frozenset(("chair", "chairman", "chairwoman", "chairperson", "author", "reviewer"))
_PARTED = re.compile(r",|;|\t|\s[-\u2013\u2014|]\s|\(|:|\b(?:of|from|for|at)\b")
_ENTRY_WORDS = 20


def find_panel(rule: Rule, reading: Reading) -> Answer:
    """Find what is wrong with the list of the panel: no list, a row without post or organisation, names.

    Params: `names`, which is `forbidden` or `wanted`.
    """
    outline, wanted = reading.outline, rule.params.get("names") is Naming.WANTED
    tables = [table for table in named_tables(outline, _COLUMNS, 2) if _is_of_the_panel(outline, table)]
    entries = list(_entries(outline)) if not tables else []
    if not tables and not entries:
        return Answer(
            findings_of(rule, reading, [Fault("no table or list of the panel's members was found")])
        )
    faults: list[Fault] = []
    for table in tables:
        faults += _of_a_table(reading, table, wanted)
    for line in entries:
        faults += _of_an_entry(reading, line, wanted)
    if faults:
        return Answer(findings_of(rule, reading, faults))
    return Answer(seen="the panel is listed by post and organisation")


def _sections(outline: Outline) -> list[tuple[int, int]]:
    phrases = compile_phrases(_HEADINGS)
    found = {(section.line, section.end) for phrase in phrases for section, _, _ in outline.headed(phrase)}
    # The title of a list that looks like one of its entries.
    for at, line in enumerate(outline.lines):
        titled = line.short and "panel" in line.words and outline.roles[at] is Role.TEXT
        if titled and any(phrase.search(line.words) == (0, len(line.words)) for phrase in phrases):
            found.add((at, _end_of_list(outline, at)))
    return sorted(found)


def _end_of_list(outline: Outline, at: int) -> int:
    end = at + 1
    while end < len(outline.lines) and outline.roles[end] is Role.TEXT:
        if len(outline.lines[end].words) > _ENTRY_WORDS:
            break
        end += 1
    return end


def _is_of_the_panel(outline: Outline, table: Headed) -> bool:
    if _POST not in table.columns and _NAME not in table.columns:
        return False
    at = next(
        number
        for number, line in enumerate(outline.lines)
        if line.passage == table.head.passage and line.start == table.head.start
    )
    if any(first < at < end for first, end in _sections(outline)):
        return True
    near = outline.lines[max(0, at - 2) : at + 6]
    return any("panel" in line.words for line in near)


def _of_a_table(reading: Reading, table: Headed, wanted: bool) -> Iterator[Fault]:
    outline = reading.outline
    for name in (_POST, _ORGANISATION):
        if name not in table.columns and not _holds_both(table):
            yield Fault(f"{name}: the table has no such column", table.head)
    for row in table.rows:
        place = span_of(outline, row[min(row)])
        for name in (_POST, _ORGANISATION):
            column = table.columns.get(name)
            if column is not None and (column not in row or is_open(row[column].text)):
                yield Fault(f"{name}: the cell is empty", place)
        names = list(names_in(reading, _passages(outline, row)))
        if wanted and not names:
            yield Fault("the name: none stands in this row", place)
        if not wanted and not any(_MAY_BE_NAMED & {*cell.words} for cell in row.values()):
            yield from (Fault("a member of the panel is named", span) for span in names)


def _holds_both(table: Headed) -> bool:
    """Tell whether one column says post and organisation: "Head of Safeguarding, the council"."""
    name = _POST if _POST in table.columns else _ORGANISATION
    cells = list(table.cells(name))
    return bool(cells) and all(_PARTED.search(cell.text) for cell in cells)


def _passages(outline: Outline, row: Mapping[int, Cell]) -> dict[str, object]:
    return {outline.lines[at].passage: None for cell in row.values() for at in cell.lines}


def _entries(outline: Outline) -> Iterator[Line]:
    """Give the entries of a list under a heading of the panel."""
    for first, end in _sections(outline):
        for at in range(first + 1, end):
            line = outline.lines[at]
            plain = line.text.strip()
            few = 0 < len(line.words) <= _ENTRY_WORDS and not plain.endswith((":", "?"))
            listed = line.bullet or line.numbered or not plain.endswith(".") or plain.count(",") == 1
            if outline.roles[at] is Role.TEXT and few and listed and line.cell is None:
                yield line


def _of_an_entry(reading: Reading, line: Line, wanted: bool) -> Iterator[Fault]:
    span = Span(line.passage, line.start, line.end)
    names = [one for one in names_in(reading, {line.passage: None}) if span.overlaps(one)]
    if not _PARTED.search(line.text.strip().lstrip("-\u2013\u2022* ")):
        yield Fault("the entry lacks the post or the organisation", span)
    if wanted and not names:
        yield Fault("the name: none stands in this entry", span)
    if not wanted and not _MAY_BE_NAMED & {*line.words}:
        yield from (Fault("a member of the panel is named", one) for one in names)
