"""Requirements of the kind `count`: how many recommendations, members of the panel or agencies there are."""

from __future__ import annotations

from collections.abc import Sequence

from redact.judge.checks.given import given_number
from redact.judge.lines import Line
from redact.judge.outline import Outline
from redact.judge.phrases import compile_phrases
from redact.judge.reading import Answer, Reading, missing
from redact.judge.recommendations import recommendations_of
from redact.judge.roles import Role
from redact.judge.tables import Table
from redact.values.judgement import Outcome, Rule
from redact.values.requirements import Counted

__all__ = ["entries_under", "judge_count"]

_MOST = 1 << 30
_PANEL = (
    "panel member/members/membership",
    "membership/member/members/composition ... panel",
    "panel composition",
    "review/scr/case/overview panel",
    "the panel",
    "review team",
    "panel",
)
_AGENCIES = (
    "contributing agencies/organisations",
    "agencies/organisations ... contributed/contributing/involved",
    "agencies/organisations that took part",
    "agency involvement",
    "contributors",
    "participating agencies",
    "list of agencies",
    "agencies",
)
_SAID = {
    Counted.RECOMMENDATIONS: ("recommendation was", "recommendations were"),
    Counted.PANEL_MEMBERS: ("member of the panel was", "members of the panel were"),
    Counted.AGENCIES: ("contributing agency was", "contributing agencies were"),
}
_ENTRY = 30  # words of a line that is still an entry of a list


def judge_count(rule: Rule, reading: Reading) -> Answer:
    """Find that there are too few or too many of a thing; the finding has no place.

    Params: `what`; `least`, `most`. Where only too many is a fault, none is not judged.
    """
    what = rule.params.get("what")
    if not isinstance(what, Counted):
        return Answer()
    number = _number(reading.outline, what)
    least, most = given_number(rule, "least", 0), given_number(rule, "most", _MOST)
    read = f"{number:,} {_SAID[what][number != 1]} read"
    if number < least:
        return Answer((missing(rule, reading, f"{read}, and {least:,} are wanted at least", what.value),))
    if number > most:
        return Answer((missing(rule, reading, f"{read}, and {most:,} are the most", what.value),))
    return Answer((), read, None if number else Outcome.NOT_APPLICABLE)


def entries_under(outline: Outline, headings: Sequence[str]) -> int:
    """Count the rows of the table, or the entries of the list, under the first heading of this wording."""
    for phrase in compile_phrases(headings):
        # The label of a row is no heading: "Panel member" over the column of the members.
        found = [
            _entries(outline, section.line + 1, section.end)
            for section, _, _ in outline.headed(phrase)
            if not section.cell
        ]
        if any(found):
            return max(found)
    return 0


def _number(outline: Outline, what: Counted) -> int:
    if what is Counted.RECOMMENDATIONS:
        return len(recommendations_of(outline))
    return entries_under(outline, _PANEL if what is Counted.PANEL_MEMBERS else _AGENCIES)


def _entries(outline: Outline, first: int, end: int) -> int:
    tables = [table for table in outline.tables if first <= table.first < end]
    if tables:
        return max(len(table.rows) - _heads(table) for table in tables)
    return sum(
        len(line.words) <= _ENTRY and (line.bullet or line.numbered or not _is_sentence(line))
        for line, role in zip(outline.lines[first:end], outline.roles[first:end], strict=True)
        if role is Role.TEXT
    )


def _heads(table: Table) -> int:
    """Give how many rows of a table stand above its first entry."""
    return 0 if table.header is None else table.header + 1


def _is_sentence(line: Line) -> bool:
    return line.text.rstrip().endswith((".", ":", "?"))
