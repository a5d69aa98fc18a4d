"""The kind `date-form`: days and times in a column, in the form that a board wants."""

from __future__ import annotations

from redact.judge.checks.dated import fault_of
from redact.judge.checks.faults import Fault, findings_of
from redact.judge.checks.given import given_lists
from redact.judge.checks.headers import is_open, named_tables, span_of
from redact.judge.reading import Answer, Reading
from redact.values.judgement import Outcome, Rule
from redact.values.requirements import DateForm

__all__ = ["find_date_form"]


def find_date_form(rule: Rule, reading: Reading) -> Answer:
    """Find cells whose day or time is not in the form asked for; a cell left open is of another rule.

    Params: `columns`, `form`, and `beside`, `times`.
    """
    form = rule.params.get("form")
    assert isinstance(form, DateForm)  # noqa: S101 - its reader has seen to that
    columns, times = given_lists(rule, "columns"), bool(rule.params.get("times"))
    faults: list[Fault] = []
    read = 0
    for table in named_tables(reading.outline, columns, 1, beside=given_lists(rule, "beside")):
        for name in table.columns:
            for cell in table.cells(name):
                read += 1
                wrong = None if is_open(cell.text) else fault_of(cell.text, form, times=times)
                if wrong:
                    faults.append(Fault(f"{name}: {wrong}", span_of(reading.outline, cell)))
    if faults:
        return Answer(findings_of(rule, reading, faults))
    if not read:
        return Answer(seen="no table has such a column", outcome=Outcome.NOT_APPLICABLE)
    return Answer(seen=f"{read:,} cells have this form")
