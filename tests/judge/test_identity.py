"""Findings of the kind `identity`: which mentions, where, and under which fingerprint."""

from __future__ import annotations

from dataclasses import replace

import pytest

from redact.judge.identity import covers
from redact.resolve import resolve
from redact.values.judgement import Finding
from redact.values.people import Evidence, Label, Mention, Standing
from redact.values.text import Document, Format, Location, Part, Passage, Region, Span
from tests.judge.judging_factory import BECAUSE, SECRET, judge_with, judged, make_rule, marked


def findings(
    *texts: str | tuple[Part, str], secret: bytes = SECRET, **changes: object
) -> tuple[Finding, ...]:
    return judged(*texts, rules=[make_rule(**changes)], secret=secret).findings


def test_a_finding_says_what_where_and_why() -> None:
    (finding,) = findings("Intro.", "Then {Mrs Osgood} rang.")
    assert (finding.rule, finding.label, finding.masked) == ("some-fault", "PERSON", "[person 1]")
    assert (finding.entity, finding.text) == ("person-1", "Mrs Osgood")
    assert (finding.message, finding.hint) == ("There is a fault.", "Take it out.")
    assert finding.location == Location(Part.BODY, block=2)


def test_the_document_span_points_into_the_documents_text() -> None:
    document, mentions = marked("Intro.", "Then {Mrs Osgood} rang.")
    (finding,) = judge_with(document, resolve(mentions, [document])).findings
    assert finding.document_span is not None
    start, end = finding.document_span
    assert document.text()[start:end] == "Mrs Osgood"


def test_a_files_name_is_not_in_the_documents_text() -> None:
    (finding,) = findings((Part.FILE_NAME, "{Osgood} report.docx"))
    assert (finding.location.part, finding.document_span) == (Part.FILE_NAME, None)


def test_one_finding_for_each_occurrence_of_one_person() -> None:
    found = findings("{Osgood} rang.", "{Osgood} wrote.", "{Peverell} rang.")
    assert [finding.masked for finding in found] == ["[person 1]", "[person 1]", "[person 2]"]


# Score, and the words for it.
SURE = [
    (1.0, "sure (1.00)"),
    (0.85, "sure (0.85)"),
    (0.84, "likely (0.84)"),
    (0.6, "likely (0.60)"),
    (0.59, "unsure (0.59)"),
    (0.0, "unsure (0.00)"),
]


@pytest.mark.parametrize(("score", "words"), SURE)
def test_the_reason_is_the_evidence_and_how_sure_it_is(score: float, words: str) -> None:
    (finding,) = findings(f"{{PERSON@{score}:Osgood}} rang.")
    assert finding.because == f"{BECAUSE}; {words}"


# Params beside the label PERSON, a score, a part; whether the rule judges the mention.
COVERED = [
    ({}, 0.0, Part.BODY, True),
    ({}, 1.0, Part.FILE_NAME, True),
    # a score on the line belongs to the rule above it
    ({"score_from": 0.6}, 0.6, Part.BODY, True),
    ({"score_from": 0.6}, 0.59, Part.BODY, False),
    ({"score_below": 0.6}, 0.6, Part.BODY, False),
    ({"score_below": 0.6}, 0.59, Part.BODY, True),
    ({"score_from": 0.2, "score_below": 0.6}, 0.1, Part.BODY, False),
    ({"parts": (Part.HEADER, Part.FOOTER)}, 0.9, Part.FOOTER, True),
    ({"parts": (Part.HEADER, Part.FOOTER)}, 0.9, Part.BODY, False),
    ({"except_parts": (Part.HEADER,)}, 0.9, Part.HEADER, False),
    ({"except_parts": (Part.HEADER,)}, 0.9, Part.BODY, True),
]


@pytest.mark.parametrize(("params", "score", "part", "expected"), COVERED)
def test_which_mentions_a_rule_judges(
    params: dict[str, object], score: float, part: Part, expected: bool
) -> None:
    rule = make_rule(params={"labels": (Label.PERSON,), **params})
    mention = Mention(Span("p", 0, 1), Label.PERSON, score, Evidence("tests", "1", "mark", BECAUSE))
    assert covers(rule, mention, part) is expected


def test_a_mention_of_another_label_is_not_judged() -> None:
    assert findings("{PHONE:01632 960123} rang.") == ()


def test_a_stretch_in_another_part_is_found_there_and_judged_there() -> None:
    """A tracked insertion stands inside a paragraph of the body."""
    regions = (Region(5, 11, Part.TRACKED_INSERTION, "D14"),)
    passage = Passage("p", "Then Osgood rang.", Location(Part.BODY, "D1", block=3), regions=regions)
    document = Document("d", "0" * 64, Format.DOCX, (passage,), ())
    mention = Mention(Span("p", 5, 11), Label.PERSON, 0.9, Evidence("tests", "1", "mark", BECAUSE))
    params = {"labels": (Label.PERSON,), "parts": (Part.TRACKED_INSERTION,)}
    (finding,) = judge_with(document, resolve([mention], [document]), [make_rule(params=params)]).findings
    assert finding.location == Location(Part.TRACKED_INSERTION, "D14", block=3)


def prints(*texts: str | tuple[Part, str], secret: bytes = SECRET, **changes: object) -> list[str]:
    return [finding.fingerprint for finding in findings(*texts, secret=secret, **changes)]


ONE = "On Monday the social worker saw {Mrs Osgood} at the home of the aunt twice."


# A text that says the same in another place or another spelling: its decision is kept.
SAME = [
    ["Intro.", "More.", ONE],  # moved down
    ["Long before that. " + ONE],  # more than five words away on the left
    [ONE + " Nobody asked why."],  # and on the right
    [ONE.replace("Mrs Osgood", "MRS  OSGOOD")],  # case, and a double space
    [ONE.replace("saw {", "saw \u201c{").replace("} at", "}\u201d, at")],  # punctuation put in
    [ONE.replace("social worker", "so\u00adcial worker")],  # a soft hyphen
]


@pytest.mark.parametrize("texts", SAME)
def test_moved_text_keeps_its_fingerprint(texts: list[str]) -> None:
    assert prints(*texts) == prints(ONE)


# A text that is another place: it has its own fingerprint.
OTHER = [
    ONE.replace("saw", "met"),
    ONE.replace("home", "flat"),
    ONE.replace("Osgood", "Peverell"),
]


@pytest.mark.parametrize("text", OTHER)
def test_another_place_has_another_fingerprint(text: str) -> None:
    assert prints(text) != prints(ONE)


def test_rule_part_and_secret_are_in_the_fingerprint() -> None:
    (first,) = prints(ONE)
    assert prints((Part.COMMENT, ONE)) != [first]
    assert prints(ONE, id_="other-fault") != [first]
    assert prints(ONE, secret=b"another secret of 32 bytes or so") != [first]


def test_equal_places_have_each_their_own_and_the_first_keeps_its_own() -> None:
    (alone,) = prints(ONE)
    several = prints(ONE, ONE, ONE)
    assert len(set(several)) == 3
    assert several[0] == alone


def test_numbers_are_told_apart_by_their_punctuation() -> None:
    assert prints("See {12/345}.") != prints("See {123/45}.")


def test_a_text_of_megabytes_in_one_paragraph_is_fingerprinted_by_its_surroundings_alone() -> None:
    far = "word " * 200_000
    assert prints(far + ONE + far) == prints("word " + ONE.replace("Monday", "Monday") + " word")


@pytest.mark.parametrize(
    ("standing", "wanted", "judged_by_it"),
    [
        (Standing.PARTICIPANT, None, True),  # the default is participants
        (Standing.CITED, None, False),
        (Standing.PANEL, None, False),
        (Standing.CITED, (Standing.CITED,), True),
        (Standing.PARTICIPANT, (Standing.CITED,), False),
        (Standing.OFFICE, (Standing.PUBLIC, Standing.OFFICE), True),
    ],
)
def test_a_rule_judges_the_standings_that_it_names(
    standing: Standing, wanted: tuple[Standing, ...] | None, judged_by_it: bool
) -> None:
    params: dict[str, object] = {"labels": (Label.PERSON,)} | ({"standing": wanted} if wanted else {})
    evidence = Evidence("tests", "1", "mark", BECAUSE)
    mention = Mention(Span("p", 0, 1), Label.PERSON, 0.9, evidence, standing)
    assert covers(make_rule(params=params), mention, Part.BODY) is judged_by_it


@pytest.mark.parametrize("standing", [each for each in Standing if each is not Standing.PARTICIPANT])
def test_a_finding_says_in_words_how_the_name_stands(standing: Standing) -> None:
    document, (mention,) = marked("Then {Osgood} (2011) argued.")
    mentions = (replace(mention, standing=standing),)
    rule = make_rule(params={"labels": (Label.PERSON,), "standing": (standing,)})
    (finding,) = judge_with(document, resolve(mentions, [document]), [rule]).findings
    first, middle, last = finding.because.split("; ")
    assert (first, last) == (BECAUSE, "sure (0.90)")
    assert middle.startswith("it ")
