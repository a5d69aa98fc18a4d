"""What a rule of the kind `access` says of what the reader has looked at."""

from __future__ import annotations

from dataclasses import replace

import pytest

from redact.judge.checks.access import find_barriers
from redact.judge.requirements import verdict_of
from redact.values.access import Access, AccessNeed, Barrier
from redact.values.judgement import Outcome, Rule, RuleKind, Verdict
from redact.values.text import Document, Format, Location, Part, Span
from tests.judge.judging_factory import make_rule, marked
from tests.judge.requirement_factory import reading_of
from tests.shipped_rules import shipped_rules

ALL = tuple(AccessNeed)
OF_TAGS = (AccessNeed.HEADINGS, AccessNeed.READING_ORDER)
NO_TAGS = Access(
    tuple(need for need in ALL if need not in OF_TAGS),
    (Barrier(AccessNeed.TAGGED, Location(Part.BODY), "the file has no tags"),),
    tuple((need, "it has no tags") for need in OF_TAGS),
)
PROTECTED = Access((), (), tuple((need, "the file is protected") for need in ALL))
WORD = Access((AccessNeed.TITLE, AccessNeed.HEADINGS))


def rule(*needs: AccessNeed, sentence: str | None = None) -> Rule:
    return make_rule(kind=RuleKind.ACCESS, params={"needs": needs}, sentence=sentence)


def document(access: Access | None, format: Format = Format.DOCX) -> Document:
    return replace(marked("The panel met.", "It met again.")[0], access=access, format=format)


def verdict(one: Rule, read: Document) -> Verdict:
    return verdict_of(one, find_barriers(one, reading_of(read)))


TITLE, HEADINGS, ORDER = rule(AccessNeed.TITLE), rule(AccessNeed.HEADINGS), rule(AccessNeed.READING_ORDER)
SIGNED = rule(AccessNeed.READING_ORDER, sentence="It was heard, and makes sense.")
OUTCOMES = [
    (TITLE, document(Access(ALL)), Outcome.PASS),
    (SIGNED, document(Access(ALL)), Outcome.NEEDS_A_PERSON),  # order alone does not say that it makes sense
    (rule(AccessNeed.TAGGED), document(NO_TAGS), Outcome.FAIL),
    (HEADINGS, document(NO_TAGS), Outcome.NOT_APPLICABLE),  # that there are no tags is told by itself
    (SIGNED, document(NO_TAGS), Outcome.NEEDS_A_PERSON),
    (ORDER, document(NO_TAGS), Outcome.NOT_APPLICABLE),
    (TITLE, document(PROTECTED), Outcome.NOT_RUN),  # never met by silence
    (SIGNED, document(PROTECTED), Outcome.NEEDS_A_PERSON),
    (rule(AccessNeed.TAGGED), document(WORD), Outcome.NOT_APPLICABLE),  # Word documents have no tags
    (rule(AccessNeed.TITLE, AccessNeed.TITLE_SHOWN), document(WORD), Outcome.PASS),
    (TITLE, document(None, Format.TXT), Outcome.NOT_APPLICABLE),
    (TITLE, document(None, Format.MD), Outcome.NOT_APPLICABLE),
    *((TITLE, document(None, one), Outcome.NOT_RUN) for one in Format if one not in (Format.TXT, Format.MD)),
]


@pytest.mark.parametrize(("one", "read", "outcome"), OUTCOMES)
def test_what_a_rule_comes_to(one: Rule, read: Document, outcome: Outcome) -> None:
    made = verdict(one, read)
    assert made.outcome is outcome
    assert made.because


def test_a_finding_says_where_it_stands_and_why() -> None:
    read = document(None)
    second = read.passages[1]
    barriers = (
        Barrier(AccessNeed.ALT_TEXT, Location(Part.BODY, "D47", 3, 2), "a picture has no description"),
        Barrier(AccessNeed.HEADINGS, second.location, "a level is left out", Span(second.id, 0, 2)),
        Barrier(AccessNeed.TITLE, Location(Part.PROPERTY, "D57"), "the file has no title"),
    )
    read = replace(read, access=Access(ALL, barriers))
    picture, heading = verdict(rule(AccessNeed.HEADINGS, AccessNeed.ALT_TEXT), read).findings
    assert (picture.location, picture.spans, picture.text) == (barriers[0].location, (), "")
    assert (heading.location.block, heading.text, heading.because) == (2, "It", "a level is left out")


def test_findings_of_one_kind_in_several_places_are_told_apart_and_not_without_end() -> None:
    barriers = [Barrier(AccessNeed.ALT_TEXT, Location(Part.BODY, "D47"), "a picture has none")] * 30
    findings = verdict(rule(AccessNeed.ALT_TEXT), document(Access(ALL, tuple(barriers)))).findings
    assert len(findings) == 26
    assert findings[-1].because == "and 5 more of the same kind"
    assert len({finding.fingerprint for finding in findings}) == 26


def test_every_need_is_judged_by_one_rule() -> None:
    rules = [one for one in shipped_rules().rules if one.kind is RuleKind.ACCESS]
    judged = [need for one in rules for need in one.params["needs"]]  # type: ignore[attr-defined]
    assert sorted(judged, key=str) == sorted(AccessNeed, key=str)
