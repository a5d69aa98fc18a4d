"""Rules for people to read."""

from __future__ import annotations

from pathlib import Path

import pytest

from redact.report.as_rule import explain, family_of, list_rules, narrowed, nearest, reference
from redact.values.judgement import Audience, DocumentKind, Edition, Rulebook, Severity, SourceStatus
from tests.judge.judging_factory import make_rule
from tests.shipped_rules import shipped_rules

RULEBOOK = shipped_rules()
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
    assert list_rules(SMALL.rules) == (
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
    text = list_rules(RULEBOOK.rules)
    assert text.isascii()
    assert len(text.splitlines()) == len(RULEBOOK.rules) + 2
    assert [line for line in text.splitlines() if len(line) > 110] == []


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
    docs = Path(__file__).resolve().parents[2] / "docs"
    written = [docs / "rules.md", *(docs / "rules").glob("*.md")]
    texts = {path.relative_to(docs).as_posix(): path.read_text(encoding="utf-8") for path in written}
    assert texts == reference(RULEBOOK)


def test_each_rule_stands_on_the_page_of_its_family_under_its_own_heading() -> None:
    pages = dict(reference(RULEBOOK))
    index = pages.pop("rules.md")
    for rule in RULEBOOK.rules:
        family = family_of(rule)
        assert f"](rules/{family}.md#{rule.id})" in index
        assert f"\n## {rule.id}\n" in pages[f"rules/{family}.md"]
    sections = [text.count("\n*Source.* ") for text in pages.values()]
    assert sum(sections) == len(RULEBOOK.rules)


def test_rules_are_narrowed_by_edition_board_and_kind() -> None:
    rules = (
        make_rule("a", edition=(Edition.WT2015,), board=("here",)),
        make_rule("b", edition=(Edition.WT2018,), applies_to=(DocumentKind.SUMMARY,)),
        make_rule("c", board=("there",)),
    )
    book = Rulebook(rules, "d" * 64)
    assert [rule.id for rule in narrowed(book, edition=Edition.WT2015)] == ["a", "c"]
    assert [rule.id for rule in narrowed(book, board="here")] == ["a"]
    assert [rule.id for rule in narrowed(book, kind="summary")] == ["b"]
    assert [rule.id for rule in narrowed(book, kind="identity")] == ["a", "b", "c"]


def test_a_small_document_keeps_its_lines_and_a_source_that_nobody_read_is_told() -> None:
    text = explain(
        make_rule(
            finds=("# Heading\nOne line.", "Another."),
            board=("here",),
            replaces=("a", "b"),
            status=SourceStatus.TO_VERIFY,
        )
    )
    assert "  - # Heading\n    One line.\n  - Another.\n" in text
    assert "To be verified: what it says is from general" in text
    assert "Only with board here." in text
    assert "Takes the place of:\n  a or b\n" in text


def test_a_statement_that_a_person_signs_is_explained_without_examples() -> None:
    text = explain(make_rule(finds=(), allows=(), sentence="I have looked."))
    assert "I have looked." in text
    assert "Left alone" not in text
