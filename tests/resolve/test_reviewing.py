"""A sitting: what is asked, what each answer makes of the key, and that none is made by the program."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redact.cli.review_labels import proposed_label
from redact.errors import WrongUse
from redact.resolve import reviewing
from redact.resolve.asking import slot_for
from redact.resolve.giving import (
    give_label,
    known_slot,
    let_stay,
    showing_initials,
    suggestion,
    with_entry,
    without_label,
)
from redact.resolve.labels_told import likely_slot, offers_for
from redact.resolve.settling import Known, plain
from redact.resources import rules_folder
from redact.rulebook.schemes import load_schemes
from redact.values.decisions import Reason
from redact.values.key import Key, KeyName, KeyPerson, KeyRetired, NameKind
from redact.values.people import Label
from redact.values.persons import NameKind as Spelled
from redact.values.reviewing import LabelSeen, Question, Sitting, Spot
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
    sitting = reviewing.is_known(sitting, "p1")
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


def test_places_of_one_spelling_are_two_peoples() -> None:
    asked = question("person-1", "Toby", "Toby", "Toby")
    sitting = begun(asked)
    wrong = WrongUse("not some of the places", "")
    for out in ((), asked.spots):
        with pytest.raises(WrongUse):
            reviewing.split_places(sitting, out, wrong)
    sitting = reviewing.split_places(sitting, asked.spots[1:2], wrong)
    assert [one.spots for one in sitting.waiting] == [asked.spots[::2], asked.spots[1:2]]
    assert sitting.waiting[1].likely is False
    sitting = reviewing.new_person(reviewing.new_person(sitting, "grandfather"), "sibling")
    known = Known(sitting.key)
    assert [known.settled("Toby", spot.fingerprint)[1] for spot in asked.spots] == ["p1", "p2", "p1"]
    assert known.settled("Toby", None) == (False, None)  # elsewhere it is asked again
    assert reviewing.begin(sitting.key, (asked,)).open == 0


def test_a_spelling_is_taken_back_and_asked_again() -> None:
    sitting = reviewing.new_person(begun(MOTHER), "mother")
    sitting = reviewing.reopen(sitting, "p1", "Anneke")
    assert [text for text, _ in sitting.waiting[0].spellings] == ["Anneke"]
    assert Known(sitting.key).settled("Anneke", None) == (False, None)


def test_what_an_earlier_sitting_has_answered_is_taken_back_too() -> None:
    sitting = reviewing.new_person(begun(MOTHER), "mother")
    later = reviewing.begin(sitting.key, (MOTHER,))
    assert later.open == 0
    later = reviewing.reopen(later, "p1", "Anneke")
    assert [text for one in later.waiting for text, _ in one.spellings] == ["Anneke"]


def test_a_spelling_that_another_bears_is_hers_in_its_places_alone() -> None:
    sitting = reviewing.new_person(begun(MOTHER, question("person-3", "Anneke")), "mother")
    sitting = reviewing.new_person(sitting, "neighbour")
    assert {(link.of, link.fingerprint is None) for link in sitting.key.links if link.text == "Anneke"} == {
        *(("p1", False), ("p2", False)),
    }
    assert reviewing.begin(sitting.key, (MOTHER, question("person-3", "Anneke"))).open == 0


def test_two_of_the_key_are_joined_and_their_labels_go_to_nobody_else() -> None:
    sitting = reviewing.new_person(begun(MOTHER, question("person-3", "Annie Prowse"), CHILD), "mother")
    sitting = reviewing.give_label(sitting, "p1", "Parent 1", SCHEME)
    sitting = reviewing.give_label(reviewing.new_person(sitting, "aunt"), "p2", "Aunt 1", SCHEME)
    sitting = reviewing.merge(sitting, "p1", "p2")
    (person,) = sitting.key.people
    assert [name.text for name in person.names] == ["Anneke Hartwell", "Annie Prowse"]
    assert {link.of for link in sitting.key.links} == {one.of for one in sitting.answered} == {"p1"}
    with pytest.raises(WrongUse, match="somebody else's, or was"):
        reviewing.give_label(reviewing.new_person(sitting, "child"), "p3", "Aunt 1")


SCHOOL = question("organisation-1", "Thornwick Primary School", label=Label.ORGANISATION)
TOWN = question("place-1", "Thornwick", label=Label.PLACE)


@pytest.mark.parametrize(
    ("asked", "slot"),
    [
        (SCHOOL, "school"),
        (TOWN, "place"),
        (question("address-1", "14 Elmcote Road", label=Label.ADDRESS), "street"),
        (question("address-2", "Anytown", label=Label.ADDRESS), "place"),  # a town in an address
        (question("organisation-2", "Oakfield Surgery", label=Label.ORGANISATION), "practice"),
        (question("organisation-3", "Marlow & Sons", label=Label.ORGANISATION), "organisation"),
        (question("person-5", "the Hartwells"), "family"),
        (MOTHER, "mother"),
        (CHILD, None),
    ],
)
def test_the_place_in_the_scheme_by_its_own_words(asked: Question, slot: str | None) -> None:
    found = slot_for(asked, SCHEME)
    assert (found and found.id) == slot


def test_places_and_organisations_are_things_of_the_key() -> None:
    sitting = reviewing.new_thing(begun(SCHOOL, TOWN), "school")
    label = reviewing.suggested_label(sitting, "t1", SCHEME) or ""
    assert re.fullmatch("School [A-HJ-NQRU-Z]", label)  # of Thornwick Primary School neither T nor P nor S
    sitting = reviewing.give_label(sitting, "t1", label, SCHEME)
    # The town is not taken for the school that is named after it.
    town = sitting.waiting[0]
    assert (town.candidates, town.likely) == (("t1",), False)
    sitting = reviewing.new_thing(sitting, "place")
    assert [(thing.id, thing.slot, thing.names[0].text) for thing in sitting.key.things] == [
        ("t1", "school", "Thornwick Primary School"),
        ("t2", "place", "Thornwick"),
    ]
    assert reviewing.begin(sitting.key, (SCHOOL, TOWN)).open == 0
    # A surname that is the town's name too is asked about as ever.
    assert reviewing.begin(sitting.key, (question("person-1", "Idony Thornwick"),)).open == 1
    shown = reviewing.begin(sitting.key, (question("o-9", "Thornwick Primary", label=Label.ORGANISATION),))
    assert (shown.waiting[0].candidates[0], shown.waiting[0].likely) == ("t1", False)


def test_a_place_that_asks_may_stay_and_one_that_blocks_may_not() -> None:
    asks = replace(TOWN, spots=tuple(replace(spot, blocks=False) for spot in TOWN.spots))
    sitting = reviewing.stays_named(begun(asks), Reason.PUBLIC_BODY)
    assert (sitting.answered[0].of, sitting.answered[0].why) == (None, Reason.PUBLIC_BODY)
    assert reviewing.begin(sitting.key, (asks,)).open == 0
    with pytest.raises(WrongUse, match="this blocks"):
        reviewing.stays_named(begun(SCHOOL), Reason.PUBLIC_BODY)


def test_a_family_has_no_name_of_its_own() -> None:
    sitting = reviewing.new_thing(reviewing.new_person(begun(MOTHER, BARE), "mother"), "family")
    assert sitting.key.things[0].names == ()
    assert [link.fingerprint is None for link in sitting.key.links if link.of == "t2"] == [False]


@pytest.mark.parametrize("label", ["t9", "p1", "School T", "Thornwick 1"])
def test_labels_that_no_thing_may_have(label: str) -> None:
    sitting = reviewing.new_thing(begun(SCHOOL), "school")
    with pytest.raises(WrongUse):
        reviewing.give_label(sitting, "t1", label, SCHEME)


def test_a_place_of_a_name_that_another_bears_gives_no_second_bearer() -> None:
    mother = KeyPerson("p1", None, "mother", names=(KeyName("Anneke Hartwell", NameKind.LEGAL),))
    names = (KeyName("Anneke Prowse", NameKind.LEGAL), KeyName("Hartwell", NameKind.MAIDEN))
    open_ = question("open 1", "Anneke Hartwell", told=False)
    known_ = question("person-1", "Anneke Hartwell", "Anneke Hartwell")
    sitting = begun(open_, known_, people=(mother, KeyPerson("p2", None, None, names=names)), highest_id=2)
    assert [one.id for one in sitting.waiting] == ["open 1"]
    sitting = reviewing.is_known(sitting, "p2")
    assert sitting.key.people[1].names == names
    known = Known(sitting.key)
    assert known.settled("Anneke Hartwell", open_.spots[0].fingerprint, left_open=True) == (True, "p2")
    assert known.settled("Anneke Hartwell", None) == (True, "p1")


def test_two_of_one_whole_name_are_asked_about_though_the_key_knows_one() -> None:
    visitor = KeyPerson("p1", "HV1", "health-visitor", names=(KeyName("Anna Harte"),))
    two = (question("person-1", "Anna Harte"), question("person-2", "Harte, Anna"))
    sitting = begun(*two, people=(visitor,), highest_id=1)
    assert [one.id for one in sitting.waiting] == ["person-1", "person-2"]
    sitting = reviewing.new_person(reviewing.is_known(sitting, "p1"), "grandmother")
    assert begun(*two, people=sitting.key.people, links=sitting.key.links, highest_id=2).open == 0
    assert begun(two[0], people=(visitor,), highest_id=1).open == 0


def test_a_letter_alone_is_nobodys_name() -> None:
    worker = KeyPerson("p1", "HV1", "health-visitor", names=(KeyName("J Adeyemi", NameKind.LEGAL),))
    child = KeyPerson("p2", None, "child", names=(KeyName("Kyle Hartwell", NameKind.LEGAL),))
    key = give_label(empty(people=(worker, child), highest_id=2), "p2", "Child J", SCHEME)
    assert key.people[1].pseudonym == "Child J"
    with pytest.raises(WrongUse, match="initial of whom"):
        give_label(key, "p2", "Child K", SCHEME)


def test_fixed_words_of_the_scheme_are_no_names() -> None:
    sitting = reviewing.new_person(begun(question("person-1", "Ann Parent")), "mother")
    assert reviewing.give_label(sitting, "p1", "Parent 1", SCHEME).key.people[0].pseudonym == "Parent 1"


def test_each_suggestion_says_why() -> None:
    sitting = reviewing.new_person(begun(MOTHER), "mother")
    later = reviewing.begin(sitting.key, (question("person-1", "Anneke Hartwell", "Annie"),))
    assert later.waiting[0].because == "the documents take it for one with what is theirs already"
    alone = reviewing.begin(sitting.key, (question("person-1", "Ms Hartwell"),))
    assert alone.waiting[0].because == "nobody else of the key bears these names"
    assert alone.waiting[0].likely


FAMILY = question("person-5", "the Hartwells")


def test_a_family_that_was_told_once_is_suggested_again() -> None:
    sitting = reviewing.new_thing(begun(FAMILY), "family")
    later = reviewing.begin(sitting.key, (question("open 1", "the Hartwells", told=False), BARE))
    assert (later.waiting[0].candidates, later.waiting[0].likely) == (("t1",), True)
    assert later.waiting[0].because.startswith("this surname was said")
    # A surname alone may be theirs and is not suggested; another surname is nobody's.
    alone = reviewing.skip(later).waiting[0]
    assert (alone.candidates, alone.likely) == (("t1",), False)
    assert reviewing.begin(sitting.key, (question("open 1", "the Prowses"),)).waiting[0].candidates == ()


def seen(asked: Question, label: str, at: int = 0, bearer: str | None = None) -> LabelSeen:
    return LabelSeen(label, asked.spots[at], bearer or asked.id)


def test_a_label_of_the_papers_is_offered_and_never_applied() -> None:
    told = (seen(MOTHER, "Mother"), seen(MOTHER, "Mother", 1), seen(CHILD, "Child R"))
    sitting = reviewing.begin(empty(), (MOTHER, CHILD), seen=told)
    assert [one.pseudonym for one in sitting.key.people] == []
    assert [(one.label, len(one.spots), one.others) for one in offers_for(sitting, MOTHER)] == [
        ("Mother", 2, False)
    ]
    sitting = reviewing.new_person(sitting, "mother")
    assert sitting.key.people[0].pseudonym is None
    assert proposed_label(sitting, "p1", SCHEME, "Parent 1") == (
        "Mother",
        ["  in the papers: Mother, beside [Anneke Hartwell] in document 1, line 1, and in 1 more place(s)"],
    )
    assert "Child R" not in repr(sitting)


@pytest.mark.parametrize(
    ("labels", "proposed", "said"),
    [
        ((), "Parent 1", ""),
        (("Adult C",), "Adult C", "in the papers: Adult C"),
        (("Adult C", "Adult D"), None, "one person has one label"),  # two for one
        (("Adult A",), "Parent 1", "cannot be the label: its letter is an initial"),
        (("Adult A", "Adult D"), "Adult D", "cannot be the label"),
        (("Child Q",), "Parent 1", "cannot be the label: that label is somebody else's, or was"),
        (("Child R",), None, "beside somebody else's name too"),  # one for two, by the papers
    ],
)
def test_which_label_is_suggested(labels: tuple[str, ...], proposed: str | None, said: str) -> None:
    told = (*(seen(MOTHER, label) for label in labels), seen(CHILD, "Child R"))
    key = empty(retired=(KeyRetired("Child Q", "p9"),), highest_id=9)
    sitting = reviewing.new_person(reviewing.begin(key, (MOTHER, CHILD), seen=told), "mother")
    label, lines = proposed_label(sitting, "p10", SCHEME, "Parent 1")
    assert label == proposed
    assert said in " ".join(lines)


def test_a_label_tells_who_somebody_is_where_no_word_does() -> None:
    worker = question("person-7", "Dawn Hale")
    sitting = reviewing.begin(empty(), (worker, CHILD), seen=(seen(worker, "SW1"),))
    slot = likely_slot(sitting, SCHEME)
    assert slot is not None
    assert slot.id == "social-worker"
    assert likely_slot(reviewing.skip(sitting), SCHEME) is None


@pytest.mark.parametrize(
    ("said", "slot"),
    [
        ("older half-sister", "half-sibling"),
        ("named GP (locum)", "gp"),
        ("Police Constable 4411", "police-officer"),
        ("social worker from May", "social-worker"),
        ("mother of somebody", None),  # whose relative it is, is not told
        ("father's mother", None),
    ],
)
def test_a_role_in_more_words_has_its_place(said: str, slot: str | None) -> None:
    found = known_slot(KeyPerson("p1", roles=(said,)), SCHEME)
    assert (found and found.id) == slot


def test_merging_two() -> None:
    other = question("person-3", "Annie Prowse")
    sitting = reviewing.is_known(reviewing.new_person(begun(MOTHER, other), "mother"), "p1")
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
            sitting if label != "Child A" else reviewing.is_known(sitting, "p10"),
            "p10" if label == "Child A" else person,
            label,
        )


def test_a_label_is_suggested_by_the_scheme() -> None:
    sitting = reviewing.new_person(begun(), "mother")
    assert reviewing.suggested_label(sitting, "p1", SCHEME) == "Parent 1"
    assert slot_for(MOTHER, SCHEME) == SCHEME.slot("mother")
    stays = reviewing.new_person(begun(), None)
    assert (stays.key.people[0].stays, reviewing.suggested_label(stays, "p1", SCHEME)) == (True, None)


@pytest.mark.parametrize(
    "wrong",
    [
        lambda sitting: reviewing.is_known(sitting, "p9"),
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
            sitting = reviewing.is_known(sitting, asked.candidates[0])
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


_CHANGES = st.sampled_from(("child", "mother", "social-worker", "typed", "merge", "undo", "unlink", "stays"))


def changed(sitting: Sitting, what: str, number: int) -> Sitting:
    """Do one thing that a person may do; the sitting as it was where it is refused."""
    people = sitting.key.people
    first, second = (people[at % len(people)] for at in (number, number // 4)) if people else (None, None)
    try:
        if what in ("child", "mother", "social-worker"):
            sitting = reviewing.new_person(sitting, what)
            of = sitting.key.people[-1].id
            label = reviewing.suggested_label(sitting, of, SCHEME)
            return reviewing.give_label(sitting, of, label or "", SCHEME)
        if first is None or second is None:
            return reviewing.skip(sitting)
        if what == "stays":
            return replace(sitting, key=let_stay(sitting.key, first.id))
        if what == "merge":
            return reviewing.merge(sitting, first.id, second.id)
        if what == "typed":
            labels = ("Child F", "Adult B", "Parent 1", "SW1", "Parent 2")
            return reviewing.give_label(sitting, first.id, labels[number // 4 % len(labels)], SCHEME)
        return reviewing.reopen(sitting, first.id, first.names[0].text if first.names else "")
    except WrongUse:
        return sitting


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(_CHANGES, st.integers(0, 19)), max_size=20))
def test_no_label_is_ever_two_peoples_whatever_is_done(does: list[tuple[str, int]]) -> None:
    asked = [question(f"person-{at}", f"{name} Rook", name) for at, name in enumerate(("Ida", "Tom", "Ann"))]
    sittings = [begun(*asked, question("person-9", "Odo Prowse"))]
    for what, number in does:
        if what == "undo":
            sittings = sittings[:-1] or sittings
        elif (after := changed(sittings[-1], what, number)).key != sittings[-1].key:
            sittings.append(after)
    had: dict[str, str] = {}
    for sitting in sittings:
        labels = [(one.pseudonym, one.id) for one in sitting.key.people if one.pseudonym]
        assert len({plain(label) for label, _ in labels}) == len(labels)
        for label, of in labels:
            assert had.setdefault(label, of) == of  # for ever


def test_a_label_that_shows_the_initial_of_a_later_relative_is_told() -> None:
    sitting = reviewing.new_person(begun(CHILD, question("person-9", "Vera Zeller")), "child")
    sitting = reviewing.give_label(sitting, "p1", "Child V", SCHEME)
    assert showing_initials(sitting.key, SCHEME) == ()
    neighbour = reviewing.give_label(reviewing.new_person(sitting, "neighbour"), "p2", "Neighbour 1", SCHEME)
    assert showing_initials(neighbour.key, SCHEME) == ()
    aunt = reviewing.give_label(reviewing.new_person(sitting, "aunt"), "p2", "Aunt 1", SCHEME)
    assert showing_initials(aunt.key, SCHEME) == ("p1",)


def test_a_label_that_stands_in_the_documents_is_suggested_for_nobody() -> None:
    sitting = reviewing.new_person(reviewing.begin(empty(), (CHILD, MOTHER)), "child")
    label = reviewing.suggested_label(sitting, "p1", SCHEME) or ""
    used = reviewing.new_person(reviewing.begin(empty(), (CHILD, MOTHER), [label.upper()]), "child")
    assert reviewing.suggested_label(used, "p1", SCHEME) not in (label, None)
    # Somebody may mean exactly this child.
    assert reviewing.give_label(used, "p1", label, SCHEME).key.person("p1").pseudonym == label


def test_whom_the_key_has_without_a_label_is_asked_for_one() -> None:
    imported = KeyPerson("p1", names=(KeyName("Anneke Hartwell"),), roles=("mother",))
    key = empty(people=(imported, KeyPerson("p2", names=(KeyName("Odo Marl"),), stays=True)))
    assert without_label(key) == ("p1",)
    placed, suggested = suggestion(key, "p1", SCHEME)
    assert (placed.person("p1").slot, suggested) == ("mother", "Parent 1")
    unknown = with_entry(key, replace(imported, roles=("astronaut",)))
    assert suggestion(unknown, "p1", SCHEME) == (unknown, None)
    assert without_label(let_stay(key, "p1")) == ()
    labelled = give_label(placed, "p1", "Parent 1", SCHEME)
    assert let_stay(labelled, "p1").retired == (KeyRetired("Parent 1", "p1"),)
