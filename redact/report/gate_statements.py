"""What people sign for a case, and what they have: on one screen, and for programs (`redact-statements/1`).

The names in it are of those who sign, as the log has them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import groupby
from textwrap import wrap
from typing import Any

from redact.report.wording import ascii_words, count, printable
from redact.values.days import long_day
from redact.values.statement_list import ListedStatement, StatementList
from redact.values.statements import GivenStatement, How, Stage

__all__ = ["as_json", "as_text"]

SCHEMA = "redact-statements/1"
_WIDTH = 79
_STAGES = {
    Stage.REVIEW: "Before the second reading",
    Stage.SECOND_READING: "The second reading",
    Stage.DATA_PROTECTION: "Data protection",
    Stage.LEGAL: "The legal adviser",
    Stage.BOARD: "The board or the partners",
    Stage.BEFORE_SENDING: "Before it is sent",
    Stage.BEFORE_PUBLICATION: "Before the day of publication",
    Stage.AFTER_PUBLICATION: "Before it is archived",
}


def as_text(told: StatementList) -> str:
    """Write it for a screen."""
    lines = [f"Case {told.case}: {count(len(told.listed), 'statement')} needed, {told.missing} missing"]
    for stage, group in groupby(told.listed, lambda one: one.needed.rule.stage):
        lines += ["", _STAGES[stage]]
        for one in group:
            lines += _one(one)
    if told.others:
        lines += ["", f"{count(len(told.others), 'statement')} given that the case does not need any more."]
    return "\n".join(lines) + "\n"


def as_json(told: StatementList) -> str:
    """Write it for a program; times in UTC."""
    content = {
        "schema": SCHEMA,
        "case": told.case,
        "missing": told.missing,
        "statements": [_plain(one) for one in told.listed],
    }
    return json.dumps(content, ensure_ascii=True, indent=2, sort_keys=True) + "\n"


# ------------------------------------------------------------------ private


def _one(one: ListedStatement) -> Iterator[str]:
    rule = one.needed.rule
    yield f"  {'given  ' if one.given else 'missing'}  {rule.id}, {rule.role.words}"
    yield from _indented(f'"{ascii_words(one.needed.sentence)}"')
    if one.given is not None:
        yield from _indented(_who(one.given))
    elif one.lapsed:
        last, because = one.lapsed[-1]
        yield from _indented(f"{_who(last)}, and does not count: {because}")


def _who(given: GivenStatement) -> str:
    how = "signed" if given.how is How.SIGNED else "recorded from a letter"
    reason = f" ({printable(given.reason)})" if given.reason else ""
    return f"{how}: {printable(given.who)}, {long_day(given.when.date())}{reason}"


def _indented(text: str) -> list[str]:
    space = " " * 11
    return wrap(text, _WIDTH, initial_indent=space, subsequent_indent=space, break_on_hyphens=False)


def _plain(one: ListedStatement) -> dict[str, Any]:
    rule = one.needed.rule
    return {
        "id": rule.id,
        "version": rule.version,
        "subject": one.needed.subject,
        "sentence": one.needed.sentence,
        "role": rule.role.value,
        "stage": rule.stage.value,
        "about": rule.about.value,
        "reasons": [reason.value for reason in rule.reasons],
        "source": rule.source,
        "given": None if one.given is None else _given(one.given),
        "lapsed": [_given(given) | {"because": because} for given, because in one.lapsed],
    }


def _given(given: GivenStatement) -> dict[str, str]:
    return {
        "who": given.who,
        "how": given.how.value,
        "when": given.when.isoformat().replace("+00:00", "Z"),
        "reason": given.reason,
        "evidence": given.evidence,
        "card": given.card,
    }
