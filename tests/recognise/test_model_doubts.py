"""What the name model takes for a name, weighed by its words and by what the call itself says."""

from __future__ import annotations

from dataclasses import replace

import pytest

from redact.recognise.grids import View
from redact.recognise.model_doubts import weighed
from redact.recognise.readings import readings
from redact.values.people import Evidence, Label, Mention
from redact.values.text import Document, Span
from tests.recognise.recognise_factory import text_document, text_of

_SURE, _PERHAPS = ("name-model", "model, name", 0.81), ("name-model", "model, check", 0.4)
_FORM = ("fields", "field", 0.75)
_Claim = tuple[str, tuple[str, str, float]]


def _views(*documents: Document) -> list[View]:
    return [View(each, tuple(first for first, _ in readings(each)), (), ()) for each in documents]


def _mention(document: Document, claim: _Claim) -> Mention:
    """Claim the first place of a text; what stands before a bar shows which place is meant."""
    (wanted, (recogniser, pattern, score)) = claim
    before, _, word = wanted.rpartition("|")
    for passage in document.passages:
        at = passage.text.find(before + word)
        if at >= 0:
            span = Span(passage.id, at + len(before), at + len(before) + len(word))
            return Mention(span, Label.PERSON, score, Evidence(recogniser, "1", pattern, "why"))
    raise AssertionError("the text does not hold the claim")


def _left(text: str, *claims: _Claim) -> list[tuple[str, bool]]:
    """Give the words of the claims that are left, each with whether it is as likely as it was."""
    document = text_document(text)
    made = [_mention(document, claim) for claim in claims]
    kept = weighed(_views(document), made)
    before = {each.span: each for each in made}
    return [(text_of([document], each), each == before[each.span]) for each in kept]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The rota was late, so Methadone went home.", ("Methadone", _SURE)),  # a medicine, even inside
        ("Part A: Remit of the review", ("Remit", _SURE)),  # a word of papers
        (
            "A late Chaperone\u2019s note was lost.",
            ("Chaperone\u2019s", _SURE),
        ),  # its owner's sign counts not
        ("They wrote Was Not Brought on it.", ("Was Not Brought", _SURE)),  # every word is plain
        ("Nobody came until autumn.", ("autumn", _SURE)),  # a season
        ("Between May and August nobody came.", ("August", _SURE)),  # a month behind another one
        ("It was done on 4 June and again.", ("June", _PERHAPS)),  # a month behind its day
        ("Summer term began.", ("Summer", _PERHAPS)),  # a season before its term
        ("A man, b. 4 March 1981, was told.", ("b", _PERHAPS)),  # born
        ("Q. Why did nobody ring?", ("Q.", _SURE)),  # a question
        ("Did they come? Y. Gifts?", ("Y.", _SURE)),  # an answer
        ("She was given Vit K at once.", ("K", _PERHAPS)),  # of a vitamin
        ("It was copied to the HV, who rang.", ("HV", _PERHAPS)),  # an office inside a line
        ("She saw A. Pruett (TM) there.", ("TM", _PERHAPS)),  # an office behind a name
        ("Silent calls again that night.", ("Silent", _PERHAPS)),  # only begins the sentence
        ("06/05/08 Silent calls again that night.", ("Silent", _PERHAPS)),  # also behind a date
        ("Silent calls again that night.", ("Silent", _SURE)),  # once only, however sure the model is
        ("He lost a bear. She had her bear.", ("her |bear", _SURE)),  # small, where capitals are used
        ("Food: toast, porridge, Rice.", ("Rice", _PERHAPS)),  # one of a run of things
        ("AN = antenatal, and full.", ("AN", _SURE)),  # letters of the one word behind them
        ("Heart sounds I plus II plus nil.", ("II", _PERHAPS)),  # a numeral
        ("Joy was the word for it.", ("Joy", _SURE)),  # the sentence tells what it is
        ("share w addr, done", ("addr", _SURE)),  # clipped
        ("FTT. SH: lives with mum.", ("SH", _PERHAPS)),  # a heading of a ward's notes
        ("Ophthal r/v declined.", ("Ophthal", _SURE)),  # clipped, with the capital of a beginning
        ("17.03.10: blue call, LAS. Arrest.", ("LAS", _PERHAPS)),  # a body known by its letters
        ("It is funded by CQUIN.", ("CQUIN", _SURE)),  # more letters than initials have
        ("The LA will call her.", ("LA", _PERHAPS)),  # a body that acts
        ("Nappy rash, Rx Canesten.", ("Rx Canesten", _SURE)),  # clipped and plain
        ("A Merlin from the force came.", ("Merlin", _SURE)),  # one of a system's reports
        ("Toys: a bear and a Reliant Robin.", ("Robin", _SURE)),  # in a known thing
        ("Money out: Wonga, Provident, biscuits.", ("Provident", _SURE)),  # a lender among things
        ("We have Liquidlogic, Mosaic, Paris, Niche, SIMS.", ("Paris", _SURE)),  # a forename among systems
        ("Butcher, baker and Greggs came out.", ("Butcher", _SURE)),  # a trade, before another one
        ("Enc: the leaflet.", ("Enc", _SURE)),  # clipped, before its sign
        ("Returned late Y/N.", ("N", _PERHAPS)),  # yes or no
        ("GROUNDS: BREACH. RUI", ("RUI", _SURE)),  # what the police did
        ("The cat called Quilla slept.", ("Quilla", _SURE)),  # whatever the word is
        (
            "Heron Ward rang. By then he was on Heron.",
            ("on |Heron", _SURE),
        ),  # seldom a name, where things stand
        ("Tools we use: Wyvern, Quilla Star, Tern, Owl.", ("Quilla Star", _SURE)),  # in a list of things
        ("Tools we use: Wyvern, Colin, Tern, Owl.", ("Colin", _PERHAPS)),  # doubted, and in a list
        ("They wore a Quilla splint.", ("Quilla", _SURE)),  # before a thing's noun
        ("Had toast, Quilla, pasta, spoons, blankets.", ("Quilla", _SURE)),  # among four things
        ("Down the hole it went; a hole!", ("hole", _SURE)),  # written small elsewhere too
        ("A wyvern flew, a wyvern fell, and the wyvern lay.", ("A |wyvern", _SURE)),  # small again and again
    ],
)
def test_what_nobody_is_called_is_dropped(text: str, claim: _Claim) -> None:
    assert _left(text, claim) == []


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The day ended when Bronze and all met.", ("Bronze", _SURE)),  # seldom a name, inside a sentence
        ("BRONZE INFORMED AT TEN", ("BRONZE", _SURE)),  # capitals throughout say nothing
        ("Joy was felt by all.", ("Joy", _SURE)),  # a name that is a word too
        ("Lynch climbed over the wall.", ("Lynch", _SURE)),  # a common surname, though told of once only
        ("Tools we use: Wyvern, Colin, Tern, Owl.", ("Colin", _SURE)),  # a forename in a list of things
        ("Wyvern calls. The wyvern, a wyvern.", ("Wyvern", _SURE)),  # begins, and stands small elsewhere
        ("she was with bear all day and mum slept", ("bear", _SURE)),  # a text all in small letters
    ],
)
def test_an_ordinary_word_that_may_be_a_name_is_asked_about(text: str, claim: _Claim) -> None:
    (word, as_it_was) = _left(text, claim)[0]
    assert (word, as_it_was) == (claim[0], False)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Bronze said that she was tired.", ("Bronze", _SURE)),  # a person's verb
        ("Then Wyvern was there.", ("Wyvern", _SURE)),  # a word of no list, inside a sentence
        ("They told Silent Pruett so.", ("Silent Pruett", _SURE)),  # a full name
        ("They told Summer so.", ("Summer", ("roles", "role and name", 0.75))),  # no claim of the model
        ("Action AH: chronology.", ("AH", _PERHAPS)),  # letters that are nobody's office
        ("C. came late, and left.", ("C.", _PERHAPS)),  # a letter that is an initial
        ("HV", ("HV", _PERHAPS)),  # a cell of its own may hold initials
        ("Seen by LAS and RK.", ("LAS", _PERHAPS)),  # in a list with other letters
        ("Merlin rang again.", ("Merlin", _SURE)),  # a thing's name, and somebody acts
        ("I met Remi Remit there.", ("Remi Remit", _SURE)),  # one word is nobody's, the other is
        ("A boy on a bus called Quilla a liar.", ("Quilla", _SURE)),  # somebody is called something
    ],
)
def test_what_may_be_somebody_stays_as_it_is(text: str, claim: _Claim) -> None:
    assert _left(text, claim) == [(claim[0], True)]


@pytest.mark.parametrize(
    "other",
    [
        ("Bronze Pruett", _SURE),  # a full name that the model is sure of
        ("Child: |Bronze", _FORM),  # a form
    ],
)
def test_a_word_that_somebody_of_the_call_bears_stays(other: _Claim) -> None:
    text = "Child: Bronze Pruett\n\nThe day ended when Bronze slept. Bronze calls rang out."
    kept = _left(text, other, ("ended when |Bronze", _SURE), ("slept. |Bronze", _PERHAPS))
    assert [as_it_was for _, as_it_was in kept] == [True, True, True]


@pytest.mark.parametrize(
    "text",
    [
        "Bronze rings bells. He met Bronze.",  # once inside a sentence
        "Bronze rings bells. Bronze said so.",  # once with a person's verb
        "bronze rings bells, he met bronze",  # a text all in small letters
    ],
)
def test_a_word_that_is_claimed_again_and_shows_somebody_is_borne(text: str) -> None:
    word = "Bronze" if "Bronze" in text else "bronze"
    first, second = (word, _SURE), (f"{'met ' if 'met' in text else 'bells. '}|{word}", _SURE)
    assert _left(text, first, second) == [(word, True), (word, True)]


def test_a_word_that_only_begins_sentences_is_borne_by_nobody_however_often() -> None:
    text = "Bronze calls rang. Then Bronze-less days. Bronze paint fell."
    kept = _left(text, ("Bronze", _SURE), ("days. |Bronze", _SURE))
    assert kept == [("Bronze", False), ("Bronze", False)]


def test_elsewhere_the_name_of_a_thing_is_asked_about_unless_somebody_bears_it() -> None:
    text = "Their cat, Quilla, slept. Then they met Quilla there."
    assert _left(text, ("met |Quilla", _SURE)) == [("Quilla", False)]
    assert _left(f"{text}\n\nChild: Quilla", ("met |Quilla", _SURE), ("Child: |Quilla", _FORM))[0][1]


def test_one_place_that_tells_of_a_thing_rules_out_nobody_who_is_named_again_and_again() -> None:
    text = "Their cat, Bronze, slept. Then they met Bronze. A card for Bronze. Left with Bronze's coat."
    claims = [(f"{before}|Bronze", _SURE) for before in ("met ", "for ", "with ")]
    assert _left(text, *claims) == [("Bronze", False)] * 3
    assert _left(text, *claims[:2]) == []


def test_somebody_shown_stays_in_a_list_of_things() -> None:
    text = "Child: Quilla\n\nTools we use: Wyvern, Quilla, Tern, Owl."
    kept = _left(text, ("Child: |Quilla", _FORM), ("Wyvern, |Quilla", _SURE))
    assert kept == [("Quilla", True), ("Quilla", True)]


def test_plain_words_are_borne_by_nobody_however_often_they_are_claimed() -> None:
    text = "She took Methadone. He took Methadone too, said Remit Pruett."
    kept = _left(text, ("She took |Methadone", _SURE), ("He took |Methadone", _SURE), ("Remit Pruett", _SURE))
    assert kept == [("Remit Pruett", True)]


def test_letters_that_the_call_explains_by_nobodys_words_are_dropped() -> None:
    text = "A duty nurse (DN) saw Anna.\n\nDN\n\nThen KB left."
    kept = _left(text, ("Anna", _FORM), ("(|DN", _PERHAPS), ("KB", _PERHAPS))
    assert kept == [("Anna", True), ("KB", True)]


def test_the_headings_of_a_form_are_nobodys_names() -> None:
    text = "Supervisor: Venue\n\nChild: Overnight Pruett\n\nThen Wyvern left."
    kept = _left(text, ("Venue", _FORM), ("Overnight Pruett", _FORM), ("Wyvern", _SURE))
    assert kept == [("Overnight Pruett", True), ("Wyvern", True)]


def test_an_office_with_the_letters_of_somebody_named_stays() -> None:
    text = "Tomas Mallory came.\n\nIt was copied to TM, who rang."
    assert ("TM", True) in _left(text, ("Tomas Mallory", _SURE), ("copied to |TM", _PERHAPS))


def test_a_body_with_the_letters_of_somebody_named_stays() -> None:
    text = "Lara Anne Sule came.\n\nIt was copied to LAS, who rang."
    assert ("LAS", True) in _left(text, ("Lara Anne Sule", _SURE), ("copied to |LAS", _PERHAPS))


def test_a_thing_whose_name_somebody_of_the_call_bears_stays() -> None:
    text = "Child: Merlin\n\nThen a Merlin came."
    assert _left(text, ("Child: |Merlin", _FORM), ("a |Merlin", _SURE))[1] == ("Merlin", True)


def test_another_document_of_the_call_shows_whose_name_it_is() -> None:
    form, notes = text_document("Child: Bronze"), text_document("Later Bronze paint fell.", secret=b"other")
    claims = [_mention(form, ("Bronze", _FORM)), _mention(notes, ("Bronze", _SURE))]
    assert weighed(_views(form, notes), claims) == claims
    assert [each.score for each in weighed(_views(form, notes), claims[1:])] == [0.4]


def test_what_other_recognisers_claim_is_left_alone() -> None:
    document = text_document("Methadone, Remit and Bronze")
    claims = [_mention(document, (word, _FORM)) for word in ("Methadone", "Remit", "Bronze")]
    assert weighed(_views(document), claims) == claims


def test_what_is_asked_about_never_becomes_likelier() -> None:
    document = text_document("The day ended when Bronze was told.")
    claim = replace(_mention(document, ("Bronze", _PERHAPS)), score=0.31)
    assert weighed(_views(document), [claim]) == [claim]
