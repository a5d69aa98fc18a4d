"""Names once found are found again, in lower case and as user names and initials too."""

from __future__ import annotations

import pytest

from redact.recognise import repeats, user_names
from redact.recognise.finding import find_mentions
from redact.values.people import Label
from tests.recognise.recognise_factory import RULES, found, text_document, text_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mother: Anwen Quill\n\nanwen said", [("Anwen Quill", 0.9), ("anwen", 0.55)]),  # lower case: asked
        ("Mrs Rui Quill came.\n\ntc rui, no change", [("Rui Quill", 0.9), ("rui", 0.55)]),
        ("Mrs Love Quill came.\n\nheard off love, no love lost", [("Love Quill", 0.9), ("love", 0.4)]),
        ("Mother: Anwen Quill\n\nanwen quill said", [("Anwen Quill", 0.9), ("anwen quill", 0.85)]),
        ("Mother: Rose Cook\n\nthey cook a rose", [("Rose Cook", 0.9)]),  # ordinary words
        ("Mother: Anwen Quill\n\nby aquill01", [("Anwen Quill", 0.9), ("aquill01", 0.7)]),
        ("Mother: Anwen Quill\n\nby anwen-quill-road", [("Anwen Quill", 0.9), ("anwen-quill", 0.85)]),
        (
            "Mrs Quill left.\n\nthe Quills and the Quills' dog",
            [("Quill", 0.9), ("Quill", 0.7), ("Quill", 0.7)],
        ),
        (  # a forename that stood only beside the surname, and then alone
            "Mrs Quill left.\n\nThen Anwen Quill left, and so did Anwen.",
            [("Quill", 0.9), ("Anwen Quill", 0.7), ("Anwen", 0.65)],
        ),
        (  # two people with one surname stay two
            "Mrs Anwen Quill and Mr Osian Quill\n\nOsian told Anwen that Quill left",
            [("Anwen Quill", 0.9), ("Osian Quill", 0.9), ("Osian", 0.7), ("Anwen", 0.7), ("Quill", 0.7)],
        ),
        ("Mrs Quill left.\n\nhttps://example.org/the-quill-paper", [("Quill", 0.9)]),  # of an address
    ],
)
def test_names_are_found_again(text: str, expected: list[tuple[str, float]]) -> None:
    document = text_document(text)
    people = [each for each in find_mentions([document], recognisers=RULES) if each.label is Label.PERSON]
    assert [(text_of([document], each), each.score) for each in people] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("AQ = Anwen Quill\n\nA.Q. rang AQ", ["AQ", "Anwen Quill", "A.Q.", "AQ"]),
        ("AQ is on leave.", []),  # nothing explains them
        ("Anwen Quill (LSCB)", []),  # other letters
        ("Child AQ: Anwen Quill", ["Anwen Quill"]),  # a label in use stays a label
    ],
)
def test_initials_count_where_they_are_explained(text: str, expected: list[str]) -> None:
    document = text_document(text)
    people = [
        each
        for each in find_mentions([document], recognisers=RULES)
        if each.label is Label.PERSON and each.score >= 0.6
    ]
    assert [text_of([document], each) for each in people] == expected


def test_initials_are_explained_for_every_document_of_a_call() -> None:
    documents = [text_document("AQ = Anwen Quill"), text_document("AQ rang.", secret=b"other")]
    assert [text_of(documents, each) for each in find_mentions(documents, recognisers=RULES)] == [
        "AQ",
        "Anwen Quill",
        "AQ",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("name: anwen quill", ["anwen quill"]),
        ("surname: o'dowd", ["o'dowd"]),
        ("mother: anwen quill", ["anwen quill"]),  # asked about
        ("mother: tired", []),
        ("name: not known", []),
        ("name: to be agreed by the panel", []),
        ("name: the child", []),
        ("name: 12 quill", []),
        ("father: was present", []),
        ("author: social worker", []),
    ],
)
def test_a_field_may_hold_a_name_in_lower_case(text: str, expected: list[str]) -> None:
    assert found(text, Label.PERSON) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Mr Will Osgood came.\n\nWill was seen at home.",
            ["Will Osgood", "Will"],
        ),  # what is done to somebody
        ("Mr Will Osgood came.\n\nWill said no.", ["Will Osgood", "Will"]),  # what somebody does
        ("Mr Will Osgood came.\n\nWill the child be safe?", ["Will Osgood"]),  # a question
        ("Mr Will Osgood came.\n\nWill lessons be learnt?", ["Will Osgood"]),
        ("Mrs Grace Osgood came.\n\nGrace and her brother left.", ["Grace Osgood", "Grace"]),
    ],
)
def test_a_name_that_is_a_word_counts_at_the_beginning_where_it_acts(text: str, expected: list[str]) -> None:
    assert found(text, Label.PERSON) == expected


@pytest.mark.parametrize(
    ("text", "odds", "expected"),
    [
        ("They looked at Field.", 0.1, 0.62),  # inside a sentence
        ("They looked at Field.", 0.003, 0.45),  # the model hardly holds it possible
        ("They looked at Field Road.", 0.1, 0.45),  # part of a longer name
        ("They looked at Field's Fund.", 0.1, 0.45),
        ("Field weighed the baby.", 0.02, 0.62),  # what only somebody does, at the beginning
        ("Field to follow up.", 0.3, 0.62),  # a task
        ("Field to follow up.", 0.02, 0.4),
        ("Field is wet.", 0.3, 0.4),
    ],
)
def test_a_word_name_of_somebody_who_is_sure(
    text: str, odds: float, expected: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(repeats, "chance", lambda *_: odds)
    document = text_document(f"Mother: Anwen Field\n\n{text}")
    rules = tuple(rule for rule in RULES if rule.name in ("fields", "repeats"))
    assert find_mentions([document], recognisers=rules)[-1].score == expected


def test_a_name_without_its_marks_is_the_same_name() -> None:
    people_found = found("Mother: Bogumiła Wójcik\n\nlater Bogumila and Wojcik left", Label.PERSON)
    assert people_found[1:] == ["Bogumila", "Wojcik"]


def test_a_small_word_is_no_plural_of_a_name() -> None:
    assert (
        found("Mother: Lan Thi\n\nThis is late. His coat. The Thi's. Thi rang.", Label.PERSON)[1:]
        == ["Thi"] * 2
    )


def test_initials_before_a_surname_are_part_of_the_repeat() -> None:
    assert found("Mother: Philippa Harte\n\nlater P. J. Harte left", Label.PERSON)[1] == "P. J. Harte"


@pytest.mark.parametrize(
    ("text", "odds", "expected"),
    [
        ("Field answers her phone.", 0.04, ["Field"]),  # a word-name at the beginning
        ("Field answers her phone.", 0.0004, []),
        ("told anwen that field waits", 0.02, ["anwen", "field"]),  # in small letters
        ("they ran over the field", 0.002, []),
        ("Court said no.", 0.03, ["Court"]),  # a word that the lists take for no name
        ("Court said no.", 0.0019, []),
        ("It was Miss Court's day.", 0.0001, ["Court"]),  # behind a title, whatever the model thinks
        ("Case h/o anwen to field on friday.", 0.0001, ["anwen", "field"]),  # handed over
        ("fax sheet. to field fm anwen", 0.0001, ["field", "anwen"]),
        ("text says hi its field can u ring", 0.0001, ["field"]),
        ("she went to field with its mud", 0.0001, []),
        ("AMBO REQ POLICE, FEMALE FIELD THREATENING SELF", 0.0001, ["FIELD"]),  # in a log in capitals
        ("UNIT IN FIELD BEHIND SCHOOL", 0.0001, []),
        ("court said no.", 0.02, []),
        ("Then Field rang.", 0.0001, []),  # a repeat that the model holds impossible
        ("Then Anwen rang.", 0.0001, ["Anwen"]),  # and yet no other word is written so
        ("at Anwen Larkrise Surgery", 0.02, []),  # the name of a body
        ("at Anwen Larkrise Surgery", 0.2, ["Anwen"]),
        ("met in May 2009", 0.9, []),  # a month
    ],
)
def test_words_of_somebody_known_are_weighed_by_what_the_model_thinks(
    text: str, odds: float, expected: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(repeats, "chance", lambda *_: odds)
    people = "Mother: Anwen Field\n\nA = Mr Tom Vesey\nB = Ms Anna Harte\nC = COURT, Ida\n\nMs Rosa May\n\n"
    document = text_document(people + text)
    last = document.passages[-1].id
    rules = tuple(rule for rule in RULES if rule.name in ("fields", "titles", "name-columns", "repeats"))
    people_found = [
        each for each in find_mentions([document], recognisers=rules) if each.span.passage == last
    ]
    assert [text_of([document], each) for each in people_found] == expected


def test_a_name_found_often_is_known_though_no_whole_name_shows_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(repeats, "chance", lambda *_: 0.0001)
    rules = tuple(rule for rule in RULES if rule.name in ("fields", "repeats"))
    shown = "Mother: Efa\n\nStated.\n\nMum: Efa\n\nNoted.\n\nMum: Efa\n\n"
    for text, expected in (
        ("Phone Efa, then efa again.", ["Efa", "efa"]),
        ("Phone EFA. The sefas.", ["EFA"]),
    ):
        document = text_document(shown + text)
        last = document.passages[-1].id
        again = [each for each in find_mentions([document], recognisers=rules) if each.span.passage == last]
        assert [text_of([document], each) for each in again] == expected


@pytest.mark.parametrize(("odds", "expected"), [(0.9, ["Quill", "Rhona Quill"]), (0.01, ["Quill", "Quill"])])
def test_a_forename_must_look_like_one_to_the_model(
    odds: float, expected: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(repeats, "chance", lambda *_: odds)
    rules = tuple(rule for rule in RULES if rule.name in ("titles", "repeats"))
    assert found("Mrs Quill left.\n\nOn it, Rhona Quill again", recognisers=rules) == expected


def test_a_word_that_is_a_user_name_too_must_look_like_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    for odds, expected in ((0.0005, []), (0.05, ["stand"])):
        monkeypatch.setattr(user_names, "chance", lambda *_, odds=odds: odds)
        rules = tuple(rule for rule in RULES if rule.name in ("fields", "user-names"))
        document = text_document("Mother: Sia Tand\n\nShe had to stand there.")
        user_names_found = [
            text_of([document], each)
            for each in find_mentions([document], recognisers=rules)
            if each.evidence.recogniser == "user-names"
        ]
        assert user_names_found == expected


def test_marks_on_letters_make_no_difference() -> None:
    assert found("Mother: Diễm Harte\n\nThen Diem left.") == ["Diễm Harte", "Diem"]
