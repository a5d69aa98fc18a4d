"""Rules of the kind `jigsaw`: findings with all their places, what they say, what keeps their decisions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from redact.judge import Bundle, judge_bundle
from redact.judge.checks.jigsaw import Told, find_jigsaw
from redact.judge.jigsaw.adds import adds_of
from redact.judge.jigsaw.drafts import drafts_of
from redact.judge.jigsaw.pictures import pictures_of
from redact.values.jigsaw import Together
from redact.values.judgement import (
    Audience,
    DocumentKind,
    Finding,
    Outcome,
    Rulebook,
    Settings,
    Severity,
)
from redact.values.people import Resolution
from redact.values.text import Document
from tests.judge.jigsaw.fact_factory import RULEBOOK, TABLE
from tests.judge.jigsaw.search_factory import told

RULES = {rule.id: rule for rule in RULEBOOK.rules}
SECRET = b"a secret for tests" * 2


def held(rule: str, *documents: Sequence[str], settings: Settings | None = None) -> tuple[Finding, ...]:
    """Hold a rule against documents in whose texts facts are marked."""
    read: list[Document] = []
    facts = []
    for number, texts in enumerate(documents, 1):
        document, found = told(*texts, sha256=f"{number:064x}")
        renamed = {one.id: f"{number}:{one.id}" for one in document.passages}
        passages = tuple(replace(one, id=renamed[one.id]) for one in document.passages)
        read.append(replace(document, id=f"d{number}", passages=passages))
        facts += [
            replace(one, document=f"d{number}", span=replace(one.span, passage=renamed[one.span.passage]))
            for one in found
        ]
    settings = settings or Settings()
    pictures = pictures_of(facts, TABLE, settings.audience)
    ids = tuple(one.id for one in read)
    kinds = dict.fromkeys(ids, DocumentKind.OVERVIEW)
    together = Together(pictures, adds_of(pictures, TABLE, ids), drafts_of(facts, read, kinds, TABLE))
    return find_jigsaw(RULES[rule], Told(tuple(read), together, TABLE, settings, SECRET))


WICK = ["They lived in {place:Lower Wick}.", "The mother was {ethnicity:Vietnamese}."]


def test_a_picture_is_one_finding_with_all_its_places_in_every_document() -> None:
    (finding,) = held("facts-identify-together", WICK[:1], ["A word before.", WICK[1]], WICK[:1])
    assert (finding.severity, finding.masked) == (Severity.ASK, "the family")
    assert [span.passage.partition(":")[0] for span in finding.spans] == ["1", "2", "3"]
    assert finding.document_span is not None
    assert finding.because == (
        "told of the family in 3 of 3 documents: place (exact) and ethnicity (exact); weight 12, asked about "
        "from 10; together they are origin in a place"
    )


@pytest.mark.parametrize("audience", [Audience.PUBLIC, Audience.FAMILY])
def test_it_says_what_to_write_instead_and_no_word_of_the_document(audience: Audience) -> None:
    (finding,) = held("facts-identify-together", WICK, settings=Settings(audience=audience))
    assert "place: a town in the county" in finding.hint
    assert "ethnicity: only where it was analysed" in finding.hint
    said = " ".join((finding.because, finding.hint, finding.message, finding.masked, repr(finding)))
    assert "Wick" not in said
    assert "ietnamese" not in said


def test_what_is_told_of_others_in_the_same_place_is_told_apart() -> None:
    (finding,) = held(
        "sibling-told-exactly", ["She had {sibling-fact@sibling:asthma}, he {sentence@family:nine years}."]
    )
    assert finding.because == (
        "told: something of a brother or sister (exact); of others in the same place: sentence (exact)"
    )


def test_a_weight_without_what_another_rule_asks_about_names_the_whole() -> None:
    (finding,) = held("facts-identify-together", [*WICK, "{only:The only family}."])
    assert "weight 12 of 22, asked about from 10" in finding.because


def prints(rule: str, *documents: Sequence[str]) -> list[str]:
    return [finding.fingerprint for finding in held(rule, *documents)]


def test_what_is_decided_holds_when_text_moves_and_ends_when_more_is_told() -> None:
    first = prints("facts-identify-together", WICK)
    assert prints("facts-identify-together", ["New words.", *reversed(WICK)]) == first
    assert prints("facts-identify-together", WICK[1:], [*WICK, "And {place:Lower Wick} again."]) == first
    more = [*WICK, "The child was {age!@child:4}."]
    assert prints("facts-identify-together", more) != first
    assert prints("facts-identify-together", [WICK[0].replace("{place:", "{place!:"), WICK[1]]) != first


@pytest.mark.parametrize(
    ("rule", "texts", "found"),
    [
        ("only-one-of-a-kind", ["{only:The only family}, a child of {age!@child:4}."], 2),  # and beside it
        ("only-one-of-a-kind", ["{small-number!:One of four} here."], 1),
        ("only-one-of-a-kind", ["{only~:The only} visit."], 0),
        ("sibling-told-exactly", ["She had {sibling-fact@sibling:asthma}."], 1),
        ("sibling-told-exactly", ["She was {sibling-fact!@sibling:7}."], 0),
        ("absence-of-a-worker", ["The {post@worker:nurse} was {absence@worker:ill}."], 2),
        ("worker-pointed-at", ["{post@worker:Nurse} of {team@worker:Eastfield}, {date@worker:3 May}."], 3),
        ("worker-pointed-at", ["The {post@worker:nurse} of {team@worker:Eastfield}."], 0),
        ("facts-narrow-together", ["A {sex@child:boy}, {age!@child:4}, {birth!@child:May 2013}."], 3),
        ("facts-identify-together", ["A {sex@child:boy}, {age!@child:4}, {birth!@child:May 2013}."], 0),
    ],
)  # fmt: skip
def test_what_each_rule_finds(rule: str, texts: Sequence[str], found: int) -> None:
    assert sum(len(finding.spans) for finding in held(rule, texts)) == found


LONG = "The worker saw the child play in the garden with a lorry, and the school said that he was often late."


def test_an_earlier_draft_is_one_finding_that_names_the_documents_by_their_numbers() -> None:
    (finding,) = held(
        "earlier-draft-gives-away", [LONG + " In {month~:2014}."], [LONG + " On {date:14 March 2014}."]
    )
    assert finding.because.startswith("document 2 tells what document 1 does not: day (exact)")
    assert [span.passage.partition(":")[0] for span in finding.spans] == ["2"]


def test_the_document_that_adds_what_identifies_is_named() -> None:
    found = held("document-adds-what-identifies", WICK[:1], WICK[:1], ["{ethnicity@child:Vietnamese}."])
    assert [finding.because for finding in found] == [
        "only document 3 tells of somebody: ethnicity (exact); without it the weight is 4 and not 12"
    ]


def test_without_weights_it_is_not_run() -> None:
    document, _ = told("A word.")
    judged = judge_bundle(
        Bundle((document,), Resolution(()), SECRET),
        Rulebook((RULES["facts-identify-together"],), ""),
        settings=Settings(),
    )
    assert [verdict.outcome for verdict in judged.verdicts] == [Outcome.NOT_RUN]


@pytest.mark.parametrize(
    ("kinds", "audience", "outcome"),
    [
        ({}, Audience.PUBLIC, Outcome.PASS),  # one document will do
        ({"d": DocumentKind.IMR}, Audience.PUBLIC, Outcome.NOT_APPLICABLE),
        ({}, Audience.PANEL, Outcome.NOT_APPLICABLE),
    ],
)
def test_when_it_is_held_against_documents(
    kinds: dict[str, DocumentKind], audience: Audience, outcome: Outcome
) -> None:
    document = replace(told("A word.")[0], id="d")
    judged = judge_bundle(
        Bundle((document,), Resolution(()), SECRET, (), kinds),
        Rulebook((RULES["facts-identify-together"],), "", jigsaw=TABLE),
        settings=Settings(audience=audience),
    )
    assert [verdict.outcome for verdict in judged.verdicts] == [outcome]
