"""A sitting: what is asked, what each answer makes of the key, and that none is made by the program."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redact.errors import WrongUse
from redact.resolve import reviewing
from redact.resolve.settling import Known
from redact.resources import rules_folder
from redact.rulebook.schemes import load_schemes
from redact.values.key import Key, KeyRetired, NameKind
from redact.values.persons import NameKind as Spelled
from redact.values.reviewing import Question, Sitting, Spot
from tests.values.keys import make_key

SCHEME = load_schemes(rules_folder())["child-x"]


def empty(**changes: object) -> Key:
    return make_key(
        **({"people": (), "things": (), "links": (), "tables": (), "retired": (), "highest_id": 0} | changes)
    )


def question(id: str, *texts: str, told: bool = True, **more: object) -> Question:
    spots = tuple(
        Spot(text, f"hmac:{abs(hash((id, number))):032x}"[:37], 1, "line 1")
        for number, text in enumerate(texts)
    )
    return Question(id, spots, told=told, **more)  # type: ignore[arg-type]


MOTHER = question("person-1", "Anneke Hartwell", "Anneke", "Hartwell", said=("mother",))
CHILD = question("person-2", "Idony Hartwell", "Idony")
BARE = question("open 1", "Hartwell", told=False)


def begun(*questions: Question, **changes: object) -> Sitting:
    return reviewing.begin(empty(**changes), questions or (MOTHER, CHILD, BARE))


def test_nothing_is_answered_by_beginning() -> None:
    sitting = begun()
    assert (sitting.key.people, sitting.key.links, sitting.open) == ((), (), 3)


def test_somebody_new_with_her_spellings() -> None:
    sitting = reviewing.new_person(begun(), "mother")
    (mother,) = sitting.key.people
    assert (mother.id, mother.slot, [name.text for name in mother.names]) == (
        "p1",
        "mother",
        ["Anneke Hartwell"],
    )
    # Hartwell stands in two questions: here it is hers in its place alone.
    assert [(link.text, link.fingerprint is None) for link in sitting.key.links] == [
        ("Anneke Hartwell", True),
        ("Anneke", True),
        ("Hartwell", False),
    ]
    assert sitting.waiting[0].id == "person-2"


def test_a_shared_surname_is_no_suggestion() -> None:
    sitting = reviewing.new_person(begun(), "mother")
    assert sitting.waiting[0].likely is False
    sitting = reviewing.new_person(sitting, "child")
    assert sitting.waiting[0].candidates == ("p1", "p2")
    assert sitting.waiting[0].likely is False


def test_what_was_answered_is_not_asked_again() -> None:
    sitting = reviewing.new_person(reviewing.new_person(begun(), "mother"), "child")
    sitting = reviewing.is_person(sitting, "p1")
    assert sitting.open == 0
    again = reviewing.begin(sitting.key, (MOTHER, CHILD, BARE))
    assert again.open == 0


def test_a_further_spelling_of_a_known_person_is_suggested() -> None:
    sitting = reviewing.new_person(begun(MOTHER), "mother")
    later = question("person-1", "Anneke Hartwell", "Annie")
    asked = reviewing.begin(sitting.key, (later,)).waiting[0]
    assert [text for text, _ in asked.spellings] == ["Annie"]
    assert (asked.candidates, asked.likely) == (("p1",), True)


def test_what_is_nobodys_name_is_so_in_its_places_alone() -> None:
    sitting = reviewing.is_nobody(begun(question("person-1", "Grace")))
    (link,) = sitting.key.links
    assert (link.of, link.fingerprint is None) == (None, False)
    assert reviewing.begin(sitting.key, (question("elsewhere", "Grace"),)).open == 1


def test_kinds_of_spellings() -> None:
    kinds = (("Bobbin", Spelled.NICKNAME), ("Anneke Prowse", Spelled.FORMER))
    asked = question("person-1", "Anneke Hartwell", "Bobbin", "Anneke Prowse", kinds=kinds)
    (person,) = reviewing.new_person(begun(asked), "mother").key.people
    assert {name.text: name.kind for name in person.names} == {
        "Anneke Hartwell": NameKind.LEGAL,
        "Bobbin": NameKind.NICKNAME,
        "Anneke Prowse": NameKind.MAIDEN,
    }


def test_skipped_ones_come_back() -> None:
    sitting = reviewing.skip(begun())
    assert [one.id for one in sitting.waiting] == ["person-2", "open 1"]
    sitting = reviewing.skip(reviewing.skip(sitting))
    assert [one.id for one in sitting.waiting] == ["person-1", "person-2", "open 1"]
    assert sitting.open == 3


def test_a_spelling_is_parted_and_asked_about_next() -> None:
    sitting = reviewing.split(begun(), "anneke")
    assert [[text for text, _ in one.spellings] for one in sitting.waiting[:2]] == [
        ["Anneke Hartwell", "Hartwell"],
        ["Anneke"],
    ]
    assert sitting.waiting[1].told is False


def test_a_spelling_is_taken_back_and_asked_again() -> None:
    sitting = reviewing.new_person(begun(MOTHER), "mother")
    sitting = reviewing.reopen(sitting, "p1", "Anneke")
    assert [text for text, _ in sitting.waiting[0].spellings] == ["Anneke"]
    assert Known(sitting.key).settled("Anneke", None) == (False, None)


def test_merging_two() -> None:
    other = question("person-3", "Annie Prowse")
    sitting = reviewing.is_person(reviewing.new_person(begun(MOTHER, other), "mother"), "p1")
    (person,) = sitting.key.people
    assert [name.text for name in person.names] == ["Anneke Hartwell", "Annie Prowse"]


@pytest.mark.parametrize(
    ("label", "why"),
    [
        ("Parent 1", "somebody has it"),
        ("Child Q", "somebody had it"),
        ("Child A", "her initial"),
        ("Child H", "her initial"),
        ("Hartwell 1", "a real name"),
        ("  ", "nothing"),
    ],
)
def test_labels_that_give_away(label: str, why: str) -> None:
    sitting = reviewing.new_person(begun(retired=(KeyRetired("Child Q", "p9"),), highest_id=9), "mother")
    sitting = reviewing.give_label(sitting, "p10", "Parent 1")
    sitting = reviewing.new_person(sitting, "child")
    person = "p11"
    with pytest.raises(WrongUse):
        reviewing.give_label(
            sitting if label != "Child A" else reviewing.is_person(sitting, "p10"),
            "p10" if label == "Child A" else person,
            label,
        )


def test_a_label_is_suggested_by_the_scheme() -> None:
    sitting = reviewing.new_person(begun(), "mother")
    assert reviewing.suggested_label(sitting, "p1", SCHEME) == "Parent 1"
    assert reviewing.slot_for(MOTHER, SCHEME) == SCHEME.slot("mother")
    stays = reviewing.new_person(begun(), None)
    assert (stays.key.people[0].stays, reviewing.suggested_label(stays, "p1", SCHEME)) == (True, None)


@pytest.mark.parametrize(
    "wrong",
    [
        lambda sitting: reviewing.is_person(sitting, "p9"),
        lambda sitting: reviewing.split(sitting, "Odo"),
        lambda sitting: reviewing.reopen(reviewing.new_person(sitting, "mother"), "p1", "Odo"),
    ],
)
def test_answers_that_do_not_fit(wrong: Callable[[Sitting], Sitting]) -> None:
    with pytest.raises(WrongUse):
        wrong(begun())


# What a person may do, by a word.
_DOES = st.sampled_from(["new", "not", "skip", "first", "split", "stays"])


@given(st.lists(_DOES, max_size=25))
def test_no_spot_is_lost_whatever_is_answered(answers: list[str]) -> None:
    sitting = begun()
    every = {spot.fingerprint for one in (MOTHER, CHILD, BARE) for spot in one.spots}
    for answer in answers:
        if not sitting.waiting:
            break
        asked = sitting.waiting[0]
        if answer == "new":
            sitting = reviewing.new_person(sitting, "mother")
        elif answer == "stays":
            sitting = reviewing.new_person(sitting, None)
        elif answer == "first" and asked.candidates:
            sitting = reviewing.is_person(sitting, asked.candidates[0])
        elif answer == "split" and len(asked.spellings) > 1:
            sitting = reviewing.split(sitting, asked.spellings[0][0])
        else:
            sitting = (reviewing.is_nobody if answer == "not" else reviewing.skip)(sitting)
    questions = [*sitting.waiting, *sitting.skipped, *(one.question for one in sitting.answered)]
    assert sorted(spot.fingerprint for one in questions for spot in one.spots) == sorted(every)
    known = Known(sitting.key)
    for one in sitting.answered:
        for spot in one.question.spots:
            settled, of = known.settled(spot.text, spot.fingerprint)
            assert not settled or of == one.of
    assert "Hartwell" not in repr(sitting)
