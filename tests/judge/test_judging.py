"""One document, all rules, one answer."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

import pytest

from redact.errors import ExitStatus
from redact.judge import BUNDLE_KINDS, KINDS, settings_digest, status_of
from redact.judge.kinds import COVERS
from redact.judge.requirements import REQUIREMENTS
from redact.judge.together import TOGETHER
from redact.resolve import resolve
from redact.values.judgement import (
    Audience,
    DocumentKind,
    Edition,
    Mode,
    Outcome,
    Readiness,
    RuleKind,
    Settings,
    Severity,
)
from redact.values.people import Label, Resolution
from redact.values.text import Part
from tests.judge.judging_factory import judge_with, judged, make_rule, marked

ASK = make_rule(severity=Severity.ASK)
NOTE = make_rule(severity=Severity.NOTE)
OLD = make_rule("old-fault", edition=(Edition.WT2010,))
NAMED = "Then {Mrs Osgood} rang."
PLAIN = "Then the mother rang."

# Text, rules, gaps; the answer, its exit status, and what stops ready.
ANSWERS = [
    (PLAIN, [make_rule()], 0, Readiness.READY, 0, ()),  # read, judged, nothing open
    (NAMED, [make_rule()], 0, Readiness.NOT_READY, 1, ("1 finding that blocks",)),
    (NAMED * 2, [make_rule()], 0, Readiness.NOT_READY, 1, ("2 findings that block",)),
    (NAMED, [ASK], 0, Readiness.NOT_READY, 1, ("1 finding to decide",)),  # nobody has decided
    (NAMED, [NOTE], 0, Readiness.READY, 0, ()),  # a note is only said
    (PLAIN, [make_rule()], 1, Readiness.CANNOT_TELL, 3, ("1 gap: a part that could not be read",)),
    (PLAIN, [make_rule()], 2, Readiness.CANNOT_TELL, 3, ("2 gaps: parts that could not be read",)),
    (NAMED, [NOTE], 1, Readiness.CANNOT_TELL, 3, ("1 gap: a part that could not be read",)),
    (PLAIN, [OLD], 0, Readiness.CANNOT_TELL, 3, ("1 rule not run: old-fault",)),  # no edition stated
    # a finding is certain, whatever could not be read: it goes first, and both are said
    (
        NAMED,
        [make_rule(), OLD],
        1,
        Readiness.NOT_READY,
        1,
        ("1 finding that blocks", "1 gap: a part that could not be read", "1 rule not run: old-fault"),
    ),
]


@pytest.mark.parametrize(("text", "rules", "gaps", "readiness", "status", "blocking"), ANSWERS)
def test_the_answer(text, rules, gaps, readiness, status, blocking) -> None:  # type: ignore[no-untyped-def]
    judgement = judged(text, rules=rules, gaps=gaps)
    assert judgement.readiness is readiness
    assert status_of(judgement) is ExitStatus(status)
    assert judgement.blocking == blocking


def test_every_readiness_has_an_exit_status_and_only_ready_is_zero() -> None:
    judgement = judged(PLAIN)
    statuses = {each: status_of(replace(judgement, readiness=each)) for each in Readiness}
    assert [each for each, status in statuses.items() if status == 0] == [Readiness.READY]


def test_a_mention_whose_person_could_not_be_told_is_found_and_stops_ready() -> None:
    document, mentions = marked(NAMED)
    unresolved = Resolution((), mentions)
    (finding,) = judge_with(document, unresolved).findings
    assert (finding.masked, finding.entity) == ("[person ?]", None)
    allowed = judge_with(document, unresolved, [NOTE])
    assert allowed.readiness is Readiness.CANNOT_TELL
    assert allowed.blocking == ("1 mention whose person could not be told",)


@pytest.mark.parametrize("label", [label for label in Label if label is not Label.PSEUDONYM])
def test_a_label_that_no_rule_judges_is_never_dropped(label: Label) -> None:
    other = next(each for each in Label if each not in (label, Label.PSEUDONYM))
    judgement = judged(f"See {{{label.value}:this}}.", rules=[make_rule(params={"labels": (other,)})])
    assert judgement.readiness is Readiness.CANNOT_TELL
    verdict = judgement.verdicts[-1]
    assert verdict.rule == "unjudged-" + label.value.lower().replace("_", "-")
    assert verdict.outcome is Outcome.NOT_RUN
    assert verdict.because.startswith("1 mention found with the label ")


def test_a_part_or_a_score_that_no_rule_judges_is_not_dropped_either() -> None:
    params = {"labels": (Label.PERSON,), "score_from": 0.6, "except_parts": (Part.HEADER,)}
    for text in ("{PERSON@0.59:Osgood} rang.", (Part.HEADER, "{Osgood}")):
        judgement = judged(text, rules=[make_rule(params=params)])
        assert [verdict.outcome for verdict in judgement.verdicts] == [Outcome.PASS, Outcome.NOT_RUN]
        assert judgement.readiness is Readiness.CANNOT_TELL


def test_a_pseudonym_is_never_a_fault() -> None:
    judgement = judged("Then {PSEUDONYM:Child X} rang.")
    assert judgement.readiness is Readiness.READY
    assert [verdict.outcome for verdict in judgement.verdicts] == [Outcome.PASS]


def test_a_rule_that_does_not_apply_allows_its_mentions_and_stops_nothing() -> None:
    rule = make_rule(audience=(Audience.PUBLIC,))
    judgement = judged(NAMED, rules=[rule], settings=Settings(audience=Audience.PANEL))
    assert judgement.readiness is Readiness.READY
    assert [verdict.outcome for verdict in judgement.verdicts] == [Outcome.NOT_APPLICABLE]


# What the rule is limited to, what is checked; the outcome and its reason.
LIMITS = [
    # unlimited
    ({}, {}, Outcome.FAIL, "found in 1 place"),
    # edition: one of it, another, not stated
    ({"edition": (Edition.WT2015, Edition.WT2018)}, {"edition": Edition.WT2018}, Outcome.FAIL, "found in"),
    (
        {"edition": (Edition.WT2015, Edition.WT2018)},
        {"edition": Edition.WT2010},
        Outcome.NOT_APPLICABLE,
        "the rule holds for the edition wt2015 or wt2018, not for wt2010",
    ),
    (
        {"edition": (Edition.WT2015,)},
        {},
        Outcome.NOT_RUN,
        "the rule holds for wt2015, and the edition is not stated",
    ),
    # another reason is enough, whatever the edition may be
    (
        {"edition": (Edition.WT2015,), "audience": (Audience.OFSTED,)},
        {},
        Outcome.NOT_APPLICABLE,
        "the rule holds for the audience ofsted, not for public",
    ),
    # kind: one of it, another; not stated and other are judged by the rules of every kind
    ({"applies_to": (DocumentKind.IMR,)}, {"kind": DocumentKind.IMR}, Outcome.FAIL, "found in"),
    (
        {"applies_to": (DocumentKind.IMR,)},
        {"kind": DocumentKind.LETTER},
        Outcome.NOT_APPLICABLE,
        "the rule holds for the kind imr, not for letter",
    ),
    ({"applies_to": (DocumentKind.IMR,)}, {}, Outcome.FAIL, "found in"),
    ({"applies_to": (DocumentKind.IMR,)}, {"kind": DocumentKind.OTHER}, Outcome.FAIL, "found in"),
    # mode
    ({"mode": (Mode.FULL,)}, {}, Outcome.FAIL, "found in"),
    (
        {"mode": (Mode.ANONYMOUS,)},
        {},
        Outcome.NOT_APPLICABLE,
        "the rule holds for the mode anonymous, not for full",
    ),
]


@pytest.mark.parametrize(("limits", "settings", "outcome", "because"), LIMITS)
def test_for_what_a_rule_holds(limits, settings, outcome, because) -> None:  # type: ignore[no-untyped-def]
    (verdict,) = judged(NAMED, rules=[make_rule(**limits)], settings=Settings(**settings)).verdicts
    assert verdict.outcome is outcome
    assert verdict.because.startswith(because)
    assert bool(verdict.findings) is (outcome is Outcome.FAIL)


def test_a_verdict_for_each_rule_with_its_source_and_sentence() -> None:
    signed = make_rule("b", sentence="I have looked.", params={"labels": (Label.EMAIL,)})
    first, second = judged(NAMED, rules=[make_rule("a"), signed]).verdicts
    assert (first.rule, first.outcome, first.source) == ("a", Outcome.FAIL, "A procedure, section 1")
    assert (second.rule, second.outcome, second.sentence) == ("b", Outcome.PASS, "I have looked.")


def test_only_what_stands_in_the_document_is_judged() -> None:
    """A resolution is of all documents of a call; each is judged for itself."""
    document, mentions = marked(NAMED)
    other = replace(document, passages=tuple(replace(each, id="other:1") for each in document.passages))
    elsewhere = tuple(replace(each, span=replace(each.span, passage="other:1")) for each in mentions)
    both = resolve(elsewhere + mentions, [document, other])
    assert len(both.entities[0].mentions) == 2
    (finding,) = judge_with(document, both).findings
    assert finding.spans[0].passage == document.passages[0].id
    assert judge_with(document, Resolution((), elsewhere)).readiness is Readiness.READY


def test_the_same_input_gives_the_same_judgement() -> None:
    assert judged(NAMED, PLAIN, NAMED, gaps=1) == judged(NAMED, PLAIN, NAMED, gaps=1)


def test_nothing_that_is_printed_holds_a_word_of_the_document() -> None:
    judgement = judged("Then {Mrs Osgood} of {POSTCODE:BX9 9ZZ} rang Quillfeather.")
    (finding,) = judgement.findings
    assert finding.text == "Mrs Osgood"
    shown = repr(judgement) + finding.masked + finding.because + finding.message + finding.fingerprint
    assert not re.search("osgood|bx9|quillfeather|rang", shown, re.IGNORECASE)


def test_kinds_and_their_functions_agree() -> None:
    registers = (KINDS, BUNDLE_KINDS, REQUIREMENTS, TOGETHER, {RuleKind.ATTESTED: None})
    assert Counter(kind for register in registers for kind in register) == Counter(RuleKind)
    assert set(COVERS) <= set(KINDS)


# Settings that differ in one thing each.
DIFFERENT = [
    Settings(),
    Settings(edition=Edition.WT2015),
    Settings(kind=DocumentKind.OTHER),
    Settings(audience=Audience.FAMILY),
    Settings(mode=Mode.ANONYMOUS),
    Settings(board="invented"),
]


def test_each_setting_changes_the_digest_of_the_settings() -> None:
    digests = [settings_digest(settings) for settings in DIFFERENT]
    assert len(set(digests)) == len(DIFFERENT)
    assert all(re.fullmatch("[0-9a-f]{64}", digest) for digest in digests)


def test_the_digest_of_the_settings_is_stable() -> None:
    """It stands in reports that are kept: a change of its form would make all of them look altered."""
    assert settings_digest(Settings()) == "dff2e843e3035f25d2ec7d298200b1f35e4722eb3ec54af44eaa97721bcbb2d6"


def test_a_setting_without_a_canonical_form_is_refused() -> None:
    @dataclass(frozen=True)
    class More(Settings):
        lists: frozenset[str] = frozenset()

    with pytest.raises(TypeError):
        settings_digest(More())
