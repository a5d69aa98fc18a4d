"""Labels are assigned, never derived: what they may not show, and that they stay."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redact.errors import WrongUse
from redact.resolve.clashes import Names, initials_of
from redact.resolve.giving import give_label, suggested_label
from redact.resolve.names import spelled
from redact.resolve.pseudonyms import assign
from redact.values.key import KeyPerson, KeyRetired
from redact.values.schemes import Group, Scheme
from tests.resolve.scheme_factory import CHILD_X, FIRST_NAMES, RELATIONS, SCHEMES, SECRET, person, thing
from tests.values.keys import make_key

FORENAMES = [
    "Anya",
    "Bilal",
    "Cerys",
    "Dylan",
    "Elsie",
    "Farah",
    "Gethin",
    "Jada",
    "Kofi",
    "Mabli",
    "Nia",
    "Petra",
]
SURNAMES = [
    "Ashworth",
    "Barrow",
    "O'Keefe",
    "Dunn",
    "Evans-Pugh",
    "Quist",
    "Stubbs",
    "Unwin",
    "Vance",
    "Zeller",
]
SLOTS = ["child", "sibling", "half-sibling", "mother", "aunt", "social-worker", "gp", "adult"]
STATED = [CHILD_X, RELATIONS, FIRST_NAMES]

names = st.builds(
    lambda first, last: f"{first} {last}", st.sampled_from(FORENAMES), st.sampled_from(SURNAMES)
)
cases = st.lists(st.tuples(st.sampled_from(SLOTS), names), min_size=1, max_size=9).map(
    lambda rows: tuple(person(f"p{number}", slot, name) for number, (slot, name) in enumerate(rows, 1))
)
schemes = st.sampled_from(STATED)


def letters_of(label: str, scheme: Scheme) -> set[str]:
    """The letters that a label shows: of Child X the X, of an invented name its first."""
    last = label.rpartition(" ")[2]
    if label in {name.text for name in scheme.names}:
        return {label[0]}
    return set(last) if last.isupper() and len(last) <= 2 and label != last else set()


def family(people: tuple[KeyPerson, ...], scheme: Scheme) -> list[KeyPerson]:
    return [one for one in people if one.slot and (slot := scheme.slot(one.slot)) and slot.group.family]


def initials(*people: KeyPerson) -> frozenset[str]:
    return initials_of(name.text for one in people for name in one.names)


# ------------------------------------------------------------------ what always holds


@settings(max_examples=60, deadline=None)
@given(cases, schemes)
def test_everybody_gets_one_label_and_no_two_the_same(people: tuple[KeyPerson, ...], scheme: Scheme) -> None:
    labels = assign(people, scheme, secret=SECRET)
    assert set(labels) == {one.id for one in people}
    assert len({label.casefold() for label in labels.values()}) == len(people)


@settings(max_examples=60, deadline=None)
@given(cases, schemes)
def test_no_letter_is_an_initial_of_whom_it_is_for(people: tuple[KeyPerson, ...], scheme: Scheme) -> None:
    labels = assign(people, scheme, secret=SECRET)
    assert not any(letters_of(labels[one.id], scheme) & initials(one) for one in people)


@settings(max_examples=60, deadline=None)
@given(cases, schemes)
def test_while_letters_are_free_none_is_a_relatives(people: tuple[KeyPerson, ...], scheme: Scheme) -> None:
    """Behind the letters come numbers, which show nothing: so some are always free."""
    labels = assign(people, scheme, secret=SECRET)
    related = initials(*family(people, scheme))
    assert not any(letters_of(label, scheme) & related for label in labels.values())


@settings(max_examples=40, deadline=None)
@given(cases, schemes, st.randoms())
def test_the_order_of_a_list_says_nothing(
    people: tuple[KeyPerson, ...], scheme: Scheme, chance: object
) -> None:
    mixed = list(people)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert assign(mixed, scheme, secret=SECRET) == assign(people, scheme, secret=SECRET)


@settings(max_examples=40, deadline=None)
@given(cases, cases, schemes)
def test_who_comes_later_changes_nobodys_label(
    people: tuple[KeyPerson, ...], more: tuple[KeyPerson, ...], scheme: Scheme
) -> None:
    first = assign(people, scheme, secret=SECRET)
    labelled = tuple(replace(one, pseudonym=first[one.id]) for one in people)
    late = tuple(replace(one, id=f"late-{one.id}") for one in more)
    second = assign(late + labelled, scheme, secret=SECRET)
    assert set(second) == {one.id for one in late}
    assert not {label.casefold() for label in second.values()} & {
        label.casefold() for label in first.values()
    }


@settings(max_examples=40, deadline=None)
@given(cases, schemes)
def test_a_label_that_was_taken_back_is_never_given_again(
    people: tuple[KeyPerson, ...], scheme: Scheme
) -> None:
    retired = [KeyRetired(label, id_) for id_, label in assign(people, scheme, secret=SECRET).items()]
    again = assign(people, scheme, secret=SECRET, retired=retired)
    assert not {label.casefold() for label in again.values()} & {one.pseudonym.casefold() for one in retired}


@settings(max_examples=40, deadline=None)
@given(cases)
def test_an_invented_name_is_nobodys(people: tuple[KeyPerson, ...]) -> None:
    labels = assign(people, FIRST_NAMES, secret=SECRET)
    real = {spelled(part) for one in people for name in one.names for part in name.text.split()}
    assert not {spelled(label) for label in labels.values()} & real


@settings(max_examples=60, deadline=None)
@given(
    cases, st.lists(st.tuples(st.sampled_from(["school", "nursery", "hospital", "place"]), names), max_size=4)
)
def test_no_letter_of_a_school_is_an_initial_of_it_or_of_the_family(
    people: tuple[KeyPerson, ...], rows: list[tuple[str, str]]
) -> None:
    things = [thing(f"t{at}", slot, f"{name} Primary School") for at, (slot, name) in enumerate(rows, 1)]
    labels = assign([*people, *things], CHILD_X, secret=SECRET)
    related = initials(*family(people, CHILD_X))
    for one in things:
        own = initials_of(name.text for name in one.names)
        assert not letters_of(labels[one.id], CHILD_X) & (own | related)
    assert len({label.casefold() for label in labels.values()}) == len(people) + len(things)


@settings(max_examples=60, deadline=None)
@given(cases, st.lists(names, max_size=4))
def test_an_invented_name_is_like_no_name_of_the_case(
    people: tuple[KeyPerson, ...], schools: list[str]
) -> None:
    """Nor a short form, a slip or the sound of one, nor the name of a school, nor of a published case."""
    things = [thing(f"t{at}", "school", name) for at, name in enumerate(schools, 1)]
    labels = assign([*people, *things], FIRST_NAMES, secret=SECRET)
    real = Names(name.text for one in (*people, *things) for name in one.names)
    invented = {name.text for name in FIRST_NAMES.names}
    given_names = [labels[one.id] for one in people if labels[one.id] in invented]
    assert not [label for label in given_names if real.clash(label)]


PLAIN = [slot.id for slot in CHILD_X.slots if not any("{letter" in label for label in slot.labels)]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(PLAIN), names, names)
def test_fixed_words_never_count_whoever_it_is(slot: str, one: str, other: str) -> None:
    """M of Mother, S and W of SW: the label without a letter is the same for every name."""
    labels = [assign([person("p1", slot, name)], CHILD_X, secret=SECRET) for name in (one, other)]
    assert labels[0] == labels[1]


@settings(max_examples=40, deadline=None)
@given(cases, st.data())
def test_labels_that_are_given_one_by_one_keep_all_of_it(
    people: tuple[KeyPerson, ...], data: st.DataObject
) -> None:
    """As a review gives them: everybody is in the key, and each label is taken up by itself, in any order."""
    key = make_key(people=people, things=(), links=(), tables=(), retired=(), highest_id=len(people))
    related = initials(*family(people, CHILD_X))
    for id_ in data.draw(st.permutations([one.id for one in people])):
        label = suggested_label(key, id_, CHILD_X)
        assert label is not None
        assert not letters_of(label, CHILD_X) & (related | initials(key.person(id_)))
        key = give_label(key, id_, label, CHILD_X)
    assert len({one.pseudonym for one in key.people}) == len(people)


# ------------------------------------------------------------------ examples


def test_fixed_words_do_not_count() -> None:
    # M of Mother, S and W of SW, S of School: words of the scheme, whoever bears such initials
    people = [person("p1", "mother", "Mabli Stubbs"), person("p2", "social-worker", "Suki Wren")]
    labels = assign([*people, thing("t1", "school", "Stubbs Lane School")], RELATIONS, secret=SECRET)
    assert (labels["p1"], labels["p2"]) == ("Mother", "SW1")
    assert labels["t1"].startswith("School ")
    assert labels["t1"][-1] not in "SLM"


def test_a_second_one_of_a_bare_label_is_numbered() -> None:
    people = [person("p1", "mother", "Mabli Stubbs"), person("p2", "mother", "Cerys Fenn")]
    assert sorted(assign(people, RELATIONS, secret=SECRET).values()) == ["Mother", "Mother 2"]


def test_a_role_in_words_finds_its_slot() -> None:
    people = [person("p1", "Health Visitor", "Mabli Stubbs"), person("p2", "half-brother", "Cerys Fenn")]
    assert assign(people, RELATIONS, secret=SECRET) == {"p1": "HV1", "p2": "Half Sibling 1"}


def test_who_stays_and_who_has_a_label_get_none() -> None:
    author = KeyPerson("p1", stays=True)
    assert (
        assign([author, person("p2", "child", "Nia Dunn", pseudonym="Child V")], RELATIONS, secret=SECRET)
        == {}
    )


def test_another_secret_draws_other_letters() -> None:
    people = [person(f"p{number}", "child", "Nia Dunn") for number in range(6)]
    drawn = {tuple(sorted(assign(people, CHILD_X, secret=bytes([seed]) * 32).items())) for seed in range(8)}
    assert len(drawn) == 8


def test_the_order_of_labels_is_not_that_of_births() -> None:
    """Over many secrets every one of two children is labelled first about as often."""
    people = [person("p1", "sibling", "Nia Dunn"), person("p2", "sibling", "Kofi Dunn")]
    first = [assign(people, RELATIONS, secret=bytes([seed]) * 32)["p1"] for seed in range(100)]
    assert 25 < first.count("Sibling 1") < 75


def test_letters_that_run_out_go_on_to_two_and_then_to_numbers() -> None:
    # every letter is somebody's initial
    crowd = [
        person(f"p{at}", "aunt", f"{letter}oe Ng") for at, letter in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    ]
    labels = assign([*crowd, person("c1", "child", "Nia Dunn")], RELATIONS, secret=SECRET)
    assert labels["c1"] == "Child 1"
    # with two letters that nobody has, a pair of them comes before a number
    few = [one for one in crowd if one.names[0].text[0] not in "XZ"]
    kids = [person(f"c{at}", "child", "Nia Dunn") for at in range(3)]
    drawn = assign([*few, *kids], RELATIONS, secret=SECRET)
    assert sorted(drawn[kid.id] for kid in kids) == ["Child X", "Child XZ", "Child Z"]


def test_where_only_letters_are_left_a_relatives_may_do_and_ones_own_never() -> None:
    slot = next(slot for slot in RELATIONS.slots if slot.id == "child")
    bare = replace(
        RELATIONS, slots=(replace(slot, labels=("Child {letter}",)),), never=tuple("CDEFGHIJKLMNOPQRSTUVWXYZ")
    )
    assert assign([person("p1", "child", "Anya Zeller")], bare, secret=SECRET) == {"p1": "Child B"}
    both = [person("p1", "child", "Anya Zeller"), person("p2", "child", "Bilal Zeller")]
    assert assign(both, bare, secret=SECRET) == {"p1": "Child B", "p2": "Child A"}
    with pytest.raises(WrongUse, match="no label left for the child"):
        assign([*both, person("p3", "child", "Cerys Dunn")], bare, secret=SECRET)


def test_who_has_no_place_in_the_scheme_is_counted_not_named() -> None:
    people = [person("p1", None, "Mabli Stubbs"), person("p2", "astronaut", "Cerys Fenn")]
    with pytest.raises(WrongUse, match="2 of the case have no place") as caught:
        assign(people, RELATIONS, secret=SECRET)
    assert "Stubbs" not in str(caught.value) + caught.value.remedy
    assert "astronaut" not in str(caught.value) + caught.value.remedy


def test_an_invented_name_has_the_sex_that_is_known() -> None:
    sexes = {name.text: name.sex for name in FIRST_NAMES.names}
    people = [person(f"p{at}", "child", "Nia Dunn") for at in range(3)]
    labels = assign(people, FIRST_NAMES, secret=SECRET, sexes={"p0": "f", "p1": "m"})
    assert [sexes[labels[f"p{at}"]] for at in range(3)] == ["f", "m", "n"]


def test_a_relative_without_a_slot_of_the_family_counts_as_one() -> None:
    # the neighbour is the child's aunt: her V and Z are spared as well
    people = [person("p1", "child", "Nia Dunn"), person("p2", "neighbour", "Vera Zeller", kin="p1")]
    for seed in range(30):
        label = assign(people, RELATIONS, secret=bytes([seed]) * 32)["p1"]
        assert label[-1] not in "NDVZ"


TYPED = [
    # of a child Kofi O'Rourke Mensah, with a sister Esi who is Child X and a mother, Victoria Art
    *((label, True) for label in ("Child F", "Child B", "Child 1", "Adult B2", "Twin B", "Child Blue")),
    *((label, True) for label in ("Jasper", "Sibling 1", "Mother", "Mother's Partner", "MGM", "SW1", "LADO")),
    *((label, True) for label in ("Half Sibling 2", "Foster Carer 1", "Stepfather", "Partner 1")),
    # somebody has it or had it, however it is written
    *((label, False) for label in ("Child x", "CHILD X", "Child\u00a0X", "\uff23hild \uff38", " Child  X ")),
    *((label, False) for label in ("Child Y", "child Y")),
    # an initial of his, alone, with others or with a number
    *((label, False) for label in ("Child K", "Child k", "K", "Child KM", "Child KOM", "KOM", "Child K1")),
    *((label, False) for label in ("KM1", "Child K.", "Child-K", "ChildK", "Child M2", "Child O")),
    # a name of the case, a part of one, one that is like it, one of a published case
    *((label, False) for label in ("Kofi", "Kofi's", "KOFI 1", "Little Kofi", "Kofibear", "Kof", "Koffi")),
    *((label, False) for label in ("K\u00f3fi", "Esi", "Mensa", "Victoria", "Baby Peter")),
    *((label, False) for label in ("", "  ", "p7")),
]


@pytest.mark.parametrize(("label", "allowed"), TYPED)
def test_a_label_that_somebody_types(label: str, allowed: bool) -> None:
    people = (
        person("p1", "child", "Kofi O'Rourke Mensah"),
        person("p2", "child", "Esi Mensah", pseudonym="Child X"),
        person("p3", "mother", "Victoria Art", pseudonym="Parent 1"),
    )
    retired = (KeyRetired("Child Y", "p9"),)
    key = make_key(people=people, things=(), links=(), tables=(), retired=retired, highest_id=9)
    if allowed:
        assert give_label(key, "p1", label, CHILD_X).person("p1").pseudonym == label
    else:
        with pytest.raises(WrongUse) as caught:
            give_label(key, "p1", label, CHILD_X)
        assert not {"Kofi", "Mensah", "Esi", "Victoria"} & set(str(caught.value).split())


# ------------------------------------------------------------------ by age


def born(one: KeyPerson, day: date | None) -> KeyPerson:
    return replace(one, born=day)


def test_a_board_may_want_children_labelled_by_age() -> None:
    people = [
        born(person("p1", "child", "Nia Dunn"), date(2015, 1, 1)),
        born(person("p2", "sibling", "Kofi Dunn"), date(2011, 1, 1)),
        born(person("p3", "sibling", "Anya Dunn"), date(2019, 1, 1)),
    ]
    labels = assign(people, CHILD_X, secret=SECRET, birth_order=True)
    assert labels["p2"] < labels["p1"] < labels["p3"]
    assert not {label[-1] for label in labels.values()} & set("NKAD")


def test_by_age_needs_every_date_of_birth() -> None:
    with pytest.raises(WrongUse, match="1 of the children have no date of birth"):
        assign([person("p1", "child", "Nia Dunn")], CHILD_X, secret=SECRET, birth_order=True)


def test_by_age_a_label_that_is_there_may_stand_in_the_way() -> None:
    people = [
        born(person("p1", "child", "Nia Dunn"), date(2011, 1, 1)),
        born(person("p2", "child", "Kofi Dunn", pseudonym="Child A"), date(2015, 1, 1)),
    ]
    with pytest.raises(WrongUse, match="no room in the order of birth"):
        assign(people, CHILD_X, secret=SECRET, birth_order=True)


# ------------------------------------------------------------------ clashes


@pytest.mark.parametrize(
    ("real", "invented", "clash"),
    [
        ("Felix Dunn", "Felix", True),  # the same
        ("FÉLIX", "Felix", True),  # but for case and accent
        ("Flick Dunn", "Felicity", False),  # no listed short form
        ("Fred Dunn", "Frederica", True),  # it begins so
        ("Bea Dunn", "Beatrix", True),  # a short form
        ("Jaspar Dunn", "Jasper", True),  # one slip away
        ("Nia Hester", "Hester", True),  # a surname
        ("Nia Dunn", "Jasper", False),  # nothing of it
        ("", "Victoria", True),  # of a published case
    ],
)
def test_an_invented_name_that_somebody_bears_is_passed_over(real: str, invented: str, clash: bool) -> None:
    assert Names([real]).clash(invented) is clash


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Kay O'Rourke", "KOR"),
        ("KOR", "KOR"),  # initials
        ("K. O-R.", "KOR"),
        ("Élodie Łuc", "EL"),  # without accents
        ("Anne-Marie van der Berg", "AMVDB"),  # each part
        ("ASHWORTH", "A"),  # a surname in capitals
        ("Юлия", ""),  # no letter of a label
    ],
)
def test_initials_are_those_of_every_part(name: str, letters: str) -> None:
    assert initials_of([name]) == frozenset(letters)


def test_no_scheme_calls_a_child_by_age_unless_asked() -> None:
    assert not any(scheme.birth_order for scheme in SCHEMES.values())
    assert {slot.group for slot in RELATIONS.slots} == set(Group)
