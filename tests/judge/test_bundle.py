"""Rules that need several documents: what they are held against, and what they come to."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from redact.errors import ExitStatus
from redact.judge import Bundle, judge_bundle, last_words, status_of
from redact.resolve import resolve
from redact.values.decisions import Answer, Decision, Reason
from redact.values.judgement import (
    BundleJudgement,
    Edition,
    Outcome,
    Readiness,
    Rulebook,
    RuleKind,
    Settings,
    Severity,
)
from redact.values.labels import LabelFault, LabelFaultKind
from redact.values.text import Document
from tests.judge.judging_factory import SECRET, make_rule, marked

ACROSS = make_rule(
    "label-differs", kind=RuleKind.BUNDLE, severity=Severity.ASK,
    params={"faults": (LabelFaultKind.TWO_LABELS_ACROSS,)},
)  # fmt: skip


def documents(*texts: str) -> Bundle:
    """Make a bundle of documents with one marked passage each, and one fault between all first marks."""
    made: list[Document] = []
    mentions = []
    for number, text in enumerate(texts):
        document, found = marked(text)
        renamed = replace(
            document,
            id=f"{number}",
            passages=tuple(replace(p, id=f"{number}:{p.id}") for p in document.passages),
        )
        made.append(renamed)
        mentions += [
            replace(one, span=replace(one.span, passage=f"{number}:{one.span.passage}")) for one in found
        ]
    spans = tuple(one.span for one in mentions)
    faults = (LabelFault(LabelFaultKind.TWO_LABELS_ACROSS, spans, "2 labels stand there"),)
    return Bundle(tuple(made), resolve(mentions, made), SECRET, faults)


def judged(bundle: Bundle, rule=ACROSS, **options) -> BundleJudgement:  # type: ignore[no-untyped-def]
    settings = options.pop("settings", Settings())
    return judge_bundle(bundle, Rulebook((rule, make_rule()), "d" * 64), settings=settings, **options)


TWO = documents("It was {PSEUDONYM:Child X}.", "It was {PSEUDONYM:Child Y}.")


def test_with_one_document_it_is_not_applicable_and_stops_nothing() -> None:
    judgement = judged(documents("It was {PSEUDONYM:Child X}."))
    (verdict,) = judgement.verdicts
    assert (verdict.outcome, verdict.because) == (
        Outcome.NOT_APPLICABLE,
        "the rule compares documents, and only one was given",
    )
    assert (judgement.readiness, judgement.blocking) == (Readiness.READY, ())


def test_with_none_it_says_so() -> None:
    (verdict,) = judged(Bundle((), resolve((), ()), SECRET)).verdicts
    assert (verdict.outcome, verdict.because) == (Outcome.NOT_APPLICABLE, "no document was read")


def test_only_rules_on_several_documents_are_held_against_them() -> None:
    assert [verdict.rule for verdict in judged(TWO).verdicts] == ["label-differs"]


def test_a_fault_stops_ready_and_is_one_finding_with_all_its_places() -> None:
    judgement = judged(TWO)
    (finding,) = judgement.findings
    assert judgement.readiness is Readiness.NOT_READY
    assert judgement.blocking == ("1 finding to decide",)
    assert status_of(judgement) is ExitStatus.FINDINGS
    assert len(finding.spans) == 2
    assert finding.masked == "[pseudonym 1]"
    assert "Child" not in finding.because + finding.message + finding.hint
    assert "Child" not in repr(finding)


def test_a_note_stops_nothing() -> None:
    judgement = judged(TWO, replace(ACROSS, severity=Severity.NOTE))
    assert judgement.readiness is Readiness.READY
    assert len(judgement.findings) == 1


def test_a_block_blocks() -> None:
    judgement = judged(TWO, replace(ACROSS, severity=Severity.BLOCK))
    assert judgement.blocking == ("1 finding that blocks",)


def test_where_the_edition_is_not_stated_it_cannot_be_told() -> None:
    judgement = judged(TWO, replace(ACROSS, edition=(Edition.WT2015,)))
    assert judgement.readiness is Readiness.CANNOT_TELL
    assert judgement.blocking == ("1 not run: label-differs",)


def test_a_decision_clears_it() -> None:
    (finding,) = judged(TWO).findings
    word = Decision(
        finding.fingerprint, Answer.KEEP, next(iter(Reason)), "A. Reader", datetime(2026, 1, 1, tzinfo=UTC)
    )
    judgement = judged(TWO, words=last_words([word], datetime(2026, 1, 2, tzinfo=UTC).date()))
    assert judgement.readiness is Readiness.READY
    assert len(judgement.decided) == 1


def test_the_same_documents_give_the_same_fingerprints() -> None:
    assert judged(TWO) == judged(TWO)


def test_the_order_of_the_documents_changes_no_fingerprint() -> None:
    (fault,) = TWO.labels
    turned = replace(
        TWO,
        documents=TWO.documents[::-1],
        labels=(replace(fault, spans=fault.spans[::-1]),),
    )
    assert [one.fingerprint for one in judged(turned).findings] == [
        one.fingerprint for one in judged(TWO).findings
    ]


def test_other_words_around_a_place_are_another_finding() -> None:
    other = documents("It was {PSEUDONYM:Child X}.", "Then {PSEUDONYM:Child Y} came.")
    assert judged(other).findings[0].fingerprint != judged(TWO).findings[0].fingerprint
