"""rules/COVERAGE.md: every requirement of the sources has its rules, the gate, or a reason."""

from __future__ import annotations

import re

import pytest

from redact.resources import rules_folder
from redact.rulebook.packs import rule_ids
from redact.values.judgement import RuleKind
from tests.shipped_rules import shipped_rules
from tools.make_coverage import GATE, row_of, rows, with_rules

RULES = {rule.id: rule for rule in shipped_rules().rules}
PAGE = (rules_folder() / "COVERAGE.md").read_text(encoding="utf-8")
ROWS = rows(PAGE)
# How many requirements each source has; the notes number them without a gap.
SOURCES = {"BR": 55, "PO": 8, "BN": 25, "MK": 44, "GR": 10, "X": 21}
WITHOUT_RULES = ("not checked: ", "refused: ", GATE)


def named(row: str) -> list[str]:
    return re.findall(r"`([^`]+)`", "; ".join(ROWS[row][2]))


def judged_by_a_program(row: str) -> bool:
    """Tell whether a rule of the row looks into documents, with examples that are run."""
    rules = [RULES[id_] for id_ in named(row) if RULES[id_].kind is not RuleKind.ATTESTED]
    return any(len(rule.finds) >= 2 and len(rule.allows) >= 2 for rule in rules)


def test_every_requirement_stands_once() -> None:
    wanted = [f"{source}-{number:02}" for source, most in SOURCES.items() for number in range(1, most + 1)]
    assert len(wanted) == 142 + 21
    assert sorted(ROWS) == sorted(wanted)
    assert len(re.findall(r"^\| [A-Z]+-\d\d \|", PAGE, flags=re.MULTILINE)) == len(wanted)


@pytest.mark.parametrize("row", ROWS)
def test_a_requirement_has_rules_or_the_gate_or_a_reason(row: str) -> None:
    what, how, carried = ROWS[row]
    assert len(what) > 10
    assert re.fullmatch(r"-|[PDA]((\+|, )[PDA])*", how)
    assert carried, "rules, the gate, or a reason"
    for part in carried:
        assert part.startswith(WITHOUT_RULES) or re.fullmatch(r"`[a-z0-9-]+`", part)
    assert [id_ for id_ in named(row) if id_ not in RULES] == []


def test_every_rule_of_a_requirement_is_listed_with_it() -> None:
    """After a new rule: python tools/make_coverage.py."""
    missed = [id_ for id_ in RULES if (row := row_of(id_)) and id_ not in named(row)]
    assert missed == []
    assert with_rules(PAGE, rule_ids(rules_folder())) == PAGE


def test_what_a_program_can_judge_is_judged() -> None:
    of_documents = [row for row in ROWS if "P" in ROWS[row][1] and not row.startswith("X-")]
    assert len(of_documents) == 86
    judged = [row for row in of_documents if judged_by_a_program(row)]
    assert len(judged) >= 70


def test_what_only_days_decide_is_computed_by_the_gate() -> None:
    of_days = [
        row for row in ROWS if "D" in ROWS[row][1] and "P" not in ROWS[row][1] and not row.startswith("X-")
    ]
    assert len(of_days) == 20
    assert [row for row in of_days if not any(part.startswith(GATE) for part in ROWS[row][2])] == []


def test_what_only_a_person_can_say_is_signed() -> None:
    """The program decides none of them: each has a statement, and no rule that looks into documents."""
    for row, (_, how, carried) in ROWS.items():
        if how == "A" and not carried[0].startswith(WITHOUT_RULES):
            assert {RULES[id_].kind for id_ in named(row)} == {RuleKind.ATTESTED}, row
