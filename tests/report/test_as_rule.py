"""Rules for people to read."""

from __future__ import annotations

from pathlib import Path

import pytest

from redact.report.as_rule import explain, list_rules, nearest, reference
from redact.resources import rules_folder
from redact.rulebook import load
from redact.values.judgement import Audience, Edition, Rulebook, Severity
from tests.judge.judging_factory import make_rule

RULEBOOK = load(rules_folder())
SMALL = Rulebook(
    (
        make_rule("person-name", title="A person's name"),
        make_rule("postcode", title="A postcode", severity=Severity.NOTE),
    ),
    "d" * 64,
)


def test_a_rule_is_explained() -> None:
    rule = make_rule(
        why="It matters " + "very " * 30 + "much.",
        edition=(Edition.WT2015, Edition.WT2018),
        audience=(Audience.PUBLIC,),
        sentence="I have looked.",
    )
    assert explain(rule) == (
        "some-fault: Some fault\n"
        "block: the document is not ready while this stands in it\n\n"
        "What it means:\n  There is a fault.\n\n"
        "What to write instead:\n  Take it out.\n\n"
        "Why it matters:\n"
        "  It matters very very very very very very very very very very very very very\n"
        "  very very very very very very very very very very very very very very very\n"
        "  very very much.\n\n"
        "Source:\n  A procedure, section 1\n\n"
        "When it applies:\n  Only with edition wt2015 or wt2018; audience public.\n\n"
        "What a person signs:\n  I have looked.\n\n"
        "Found (every name and number is invented):\n  - Mrs Osgood rang.\n\n"
        "Left alone:\n  - The mother rang.\n"
    )


def test_rules_are_listed_as_a_table() -> None:
    assert list_rules(SMALL) == (
        "rule         severity  what it finds\n"
        "--------------------------------------\n"
        "person-name  block     A person's name\n"
        "postcode     note      A postcode\n"
    )


@pytest.mark.parametrize("rule", RULEBOOK.rules, ids=lambda rule: rule.id)
def test_every_rule_fits_any_terminal(rule) -> None:  # type: ignore[no-untyped-def]
    text = explain(rule)
    assert text.isascii()
    assert [line for line in text.splitlines() if len(line) > 79] == []
    for example in (*rule.finds, *rule.allows):
        assert " ".join(example.split()) in " ".join(text.split())


def test_the_list_of_all_rules_fits_any_terminal() -> None:
    text = list_rules(RULEBOOK)
    assert text.isascii()
    assert len(text.splitlines()) == len(RULEBOOK.rules) + 2
    assert [line for line in text.splitlines() if len(line) > 100] == []


# What was typed, and the rule that was meant.
TYPED = [
    ("person-nam", "person-name"),  # a slip
    ("Person Name", "person-name"),  # the title's words
    ("person_name", "person-name"),
    ("name", "person-name"),  # a part of it
    ("post code", "postcode"),
    ("zzzz", None),  # nothing is near
    ("", None),
    ("--", None),
]


@pytest.mark.parametrize(("typed", "expected"), TYPED)
def test_the_rule_that_was_meant_is_offered(typed: str, expected: str | None) -> None:
    assert nearest(typed, SMALL) == expected


def test_the_page_of_the_documentation_is_up_to_date() -> None:
    """After a change under rules/: python tools/make_rule_reference.py."""
    page = Path(__file__).resolve().parents[2] / "docs" / "rules.md"
    assert page.read_text(encoding="utf-8") == reference(RULEBOOK)


def test_the_page_shows_each_rule_under_its_own_heading() -> None:
    text = reference(RULEBOOK)
    headings = [line.removeprefix("## ") for line in text.splitlines() if line.startswith("## ")]
    assert headings == [rule.id for rule in RULEBOOK.rules]
    assert all(f"](#{id_})" in text for id_ in headings)
