"""Rules of the kind `hidden`: one finding for what stands together, masked; a name in it makes it block."""

from __future__ import annotations

import pytest

from redact.formats.building import DocumentBuilder, Request
from redact.judge.hidden import find_hidden
from redact.judge.subject import subject_of
from redact.resolve import resolve
from redact.values.judgement import Finding, Judgement, Outcome, Readiness, Rule, RuleKind, Severity
from redact.values.people import Evidence, Label, Mention, Resolution
from redact.values.text import Document, Format, Location, Part, Region, Span
from tests.judge.judging_factory import SECRET, judge_with, make_rule

WORD = "Quonsettwhistle"


def hidden_rule(*places: str, severity: Severity = Severity.ASK, parts: tuple[Part, ...] = ()) -> Rule:
    params: dict[str, object] = {"places": places} | ({"parts": parts} if parts else {})
    return make_rule("hidden-thing", kind=RuleKind.HIDDEN, severity=severity, params=params)


def builder() -> DocumentBuilder:
    return DocumentBuilder(Request("x.docx", SECRET), sha256="0" * 64, format=Format.DOCX)


def found(document: Document, rule: Rule) -> tuple[Finding, ...]:
    return find_hidden(rule, subject_of(document, Resolution(()), SECRET))


def with_comment(text: str) -> Document:
    making = builder()
    making.passage("Seen by everybody.", Location(Part.BODY, "D1", block=1))
    making.passage(text, Location(Part.COMMENT, "D27", block=1))
    return making.build()


def judged(document: Document, *rules: Rule, named: str = "") -> Judgement:
    mentions = [
        Mention(
            Span(passage.id, passage.text.index(named), passage.text.index(named) + len(named)),
            Label.PERSON,
            0.9,
            Evidence("tests", "1", "mark", "it is marked"),
        )
        for passage in document.passages
        if named and named in passage.text
    ]
    return judge_with(document, resolve(mentions, [document]), rules)


def test_a_comment_is_one_finding_that_says_no_word_of_it() -> None:
    (finding,) = found(with_comment(f"Is {WORD} the older one?"), hidden_rule("D27"))
    assert (finding.masked, finding.because, finding.label, finding.entity) == (
        "[comment]",
        "1 piece of text",
        None,
        None,
    )
    assert (finding.location.part, finding.location.place) == (Part.COMMENT, "D27")
    assert WORD not in repr(finding) + finding.masked + finding.because + finding.fingerprint
    assert WORD in finding.text


def test_its_span_is_that_of_the_text() -> None:
    document = with_comment("Ask the school.")
    (finding,) = found(document, hidden_rule("D27"))
    (span,) = finding.spans
    assert (span.start, span.end) == (0, len("Ask the school."))
    assert finding.document_span is not None
    assert document.text()[slice(*finding.document_span)] == "Ask the school."


def test_what_stands_elsewhere_is_not_found() -> None:
    assert found(with_comment("Ask the school."), hidden_rule("D25", "D28")) == ()


def test_a_stretch_of_a_paragraph_is_found_alone() -> None:
    making = builder()
    regions = (Region(5, 11, Part.HIDDEN_TEXT, "D28"), Region(12, 15, Part.FIELD, "D14"))
    making.passage("seen hidden too", Location(Part.BODY, "D1", block=1), regions=regions)
    (finding,) = found(making.build(), hidden_rule("D28"))
    assert (finding.text, finding.location.part) == ("hidden", Part.HIDDEN_TEXT)


def test_of_the_paragraph_before_a_deletion_only_the_deletion_is_hidden() -> None:
    making = builder()
    here = Location(Part.TRACKED_DELETION, "D25", block=1)
    making.passage("The older child was seen", here, focus=((4, 10),))
    (finding,) = found(making.build(), hidden_rule("D25"))
    assert finding.text == "older"


@pytest.mark.parametrize(
    ("locations", "number"),
    [
        # several stretches of one paragraph
        ([Location(Part.COMMENT, "D27", block=1)] * 3, 1),
        # a comment each
        ([Location(Part.COMMENT, "D27", block=number) for number in (1, 2)], 2),
        # two cells of one table
        ([Location(Part.TABLE, "D27", block=1, cell=(1, column)) for column in (1, 2)], 2),
        # all that stands beside the text in one place
        ([Location(Part.PROPERTY, "D27")] * 4, 1),
        # a list of small things, whatever its reader numbers and wherever it met them
        ([Location(Part.LINK, "D27", page=number, block=number) for number in (1, 2)], 1),
        # where no paragraph is known, a page each
        ([Location(Part.HIDDEN_TEXT, "D27", page=number) for number in (1, 1, 2)], 2),
        # the same place in two parts
        ([Location(Part.PROPERTY, "D27"), Location(Part.LINK, "D27")], 2),
    ],
)
def test_what_stands_together_is_one_finding(locations: list[Location], number: int) -> None:
    making = builder()
    for index, location in enumerate(locations):
        making.passage(f"word {index}", location)
    findings = found(making.build(), hidden_rule("D27"))
    assert len(findings) == number
    assert sum(len(finding.spans) for finding in findings) == len(locations)


def test_traces_are_counted_by_what_they_are() -> None:
    making = builder()
    for number in range(3):
        making.trace(Location(Part.PROPERTY, "D55"), "a number", bytes([number]))
    making.trace(Location(Part.PROPERTY, "D55"), "another number", b"4")
    (finding,) = found(making.build(), hidden_rule("D55"))
    assert finding.because == "a number (3 times); another number"
    assert (finding.spans, finding.text, finding.document_span) == ((), "", None)


def test_text_and_traces_of_one_place_are_one_finding() -> None:
    making = builder()
    making.passage("Sheet1", Location(Part.EMBEDDED_FILE, "D34"))
    making.trace(Location(Part.EMBEDDED_FILE, "D34"), "an embedded file", b"1")
    (finding,) = found(making.build(), hidden_rule("D34"))
    assert finding.because == "1 piece of text; an embedded file"


def test_a_rule_may_be_for_some_parts_only() -> None:
    making = builder()
    making.passage("folded away", Location(Part.BODY, "D31", block=1))
    making.passage("off the page", Location(Part.HIDDEN_TEXT, "D31", block=1))
    (finding,) = found(making.build(), hidden_rule("D31", parts=(Part.HIDDEN_TEXT,)))
    assert finding.text == "off the page"


@pytest.mark.parametrize("text", [" ", "\t\n", "...", "\u2013"])
def test_white_space_and_dots_in_white_hide_nothing(text: str) -> None:
    making = builder()
    making.passage(f"seen{text}", Location(Part.BODY, "D1"), regions=(Region(4, 5, Part.HIDDEN_TEXT, "D29"),))
    assert found(making.build(), hidden_rule("D29")) == ()


@pytest.mark.parametrize("severity", Severity)
def test_without_a_name_the_rule_says_how_much_it_weighs(severity: Severity) -> None:
    judgement = judged(with_comment("Ask the school."), hidden_rule("D27", severity=severity), make_rule())
    (finding,) = judgement.findings
    assert finding.severity is severity
    assert judgement.readiness is (Readiness.READY if severity is Severity.NOTE else Readiness.NOT_READY)


@pytest.mark.parametrize("severity", Severity)
def test_a_name_in_it_makes_it_block(severity: Severity) -> None:
    document = with_comment(f"Is {WORD} the older one?")
    judgement = judged(document, hidden_rule("D27", severity=severity), make_rule(), named=WORD)
    by_rule = {finding.rule: finding for finding in judgement.findings}
    assert by_rule["hidden-thing"].severity is Severity.BLOCK
    assert by_rule["hidden-thing"].because == (
        "1 piece of text; 1 name or identifier found in it, which goes with it"
    )
    assert set(by_rule) == {"hidden-thing", "some-fault"}


def test_a_name_that_somebody_has_to_decide_about_does_not() -> None:
    document = with_comment(f"Is {WORD} the older one?")
    asks = make_rule(severity=Severity.ASK)
    judgement = judged(document, hidden_rule("D27", severity=Severity.NOTE), asks, named=WORD)
    weights = {finding.rule: finding.severity for finding in judgement.findings}
    assert weights == {"hidden-thing": Severity.NOTE, "some-fault": Severity.ASK}


def test_a_name_elsewhere_does_not() -> None:
    making = builder()
    making.passage(f"{WORD} is seen.", Location(Part.BODY, "D1", block=1))
    making.passage("Ask the school.", Location(Part.COMMENT, "D27", block=1))
    judgement = judged(making.build(), hidden_rule("D27"), make_rule(), named=WORD)
    weights = {finding.rule: finding.severity for finding in judgement.findings}
    assert weights == {"hidden-thing": Severity.ASK, "some-fault": Severity.BLOCK}


def test_verdicts_stand_in_the_order_of_the_rulebook() -> None:
    rules = [hidden_rule("D27"), make_rule("another"), hidden_rule("D25")]
    judgement = judged(with_comment("Ask."), *rules[:2])
    assert [verdict.rule for verdict in judgement.verdicts] == ["hidden-thing", "another"]
    assert [verdict.outcome for verdict in judgement.verdicts] == [Outcome.FAIL, Outcome.PASS]


def test_the_fingerprint_does_not_know_the_page_or_the_number_of_the_paragraph() -> None:
    one, other = builder(), builder()
    one.passage("Ask the school.", Location(Part.COMMENT, "D27", page=1, block=1))
    other.passage("First.", Location(Part.COMMENT, "D27", page=1, block=1))
    other.passage("Ask  the\u00a0school.", Location(Part.COMMENT, "D27", page=9, block=2))
    (before,) = found(one.build(), hidden_rule("D27"))
    _, after = found(other.build(), hidden_rule("D27"))
    assert before.fingerprint == after.fingerprint


def test_two_that_say_the_same_have_two_fingerprints() -> None:
    making = builder()
    for number in (1, 2):
        making.passage("Ask the school.", Location(Part.COMMENT, "D27", block=number))
    one, other = found(making.build(), hidden_rule("D27"))
    assert one.fingerprint != other.fingerprint


def test_a_long_text_is_shortened_for_its_owner() -> None:
    (finding,) = found(with_comment("word " * 1_000), hidden_rule("D27"))
    assert len(finding.text) == 201
