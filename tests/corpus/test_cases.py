"""Invented cases: they agree with themselves and are the same each time; the checker sees what is spoilt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.cases import age_on, build, check_case, name_forms, role_words, school_on, titles
from corpus.cases.__main__ import main
from corpus.cases.dates import entry_to_school, school_year_on
from corpus.cases.roles import REVIEW, STAFF
from corpus.cases.values import Case, Event, Heritage
from redact.recognise.checksums import is_pupil_number
from redact.recognise.nhs_number import is_valid
from redact.recognise.pseudonyms import RECOGNISER

HERITAGES = tuple(Heritage)
SPLITS = ("train", "dev", "test")
CASES = 72


@cache
def case(number: int) -> Case:
    return build(number, 4, SPLITS[number % 3], HERITAGES[number // 3 % len(HERITAGES)])


def every() -> list[Case]:
    return [case(number) for number in range(CASES)]


@pytest.mark.parametrize("number", range(CASES))
def test_agrees_with_itself(number: int) -> None:
    assert check_case(case(number)) == ()


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.sampled_from(SPLITS), st.sampled_from(HERITAGES))
@settings(max_examples=60)
def test_agrees_whatever_the_seed(number: int, seed: int, split: str, heritage: Heritage) -> None:
    assert check_case(build(number, seed, split, heritage)) == ()


def test_is_the_same_for_the_same_seed_and_another_for_another() -> None:
    assert build(3, 1, "train", Heritage.IRISH) == build(3, 1, "train", Heritage.IRISH)
    assert build(3, 1, "train", Heritage.IRISH).people != build(3, 2, "train", Heritage.IRISH).people


def test_optional_people_are_there_in_about_their_share() -> None:
    count = Counter(role for each in every() for role in each.people)
    # Wide enough for chance among 72 cases; a role that is always or never there fails.
    assert 36 <= count["partner"] <= 64
    assert 30 <= count["sib2"] <= 58
    assert 2 <= count["lodger"] <= 24
    assert all(count[role.name] == CASES for role in (*STAFF, *REVIEW))


def test_ages_and_outcomes_are_varied() -> None:
    ages = [age_on(each.people["child"], each.incident)[0] for each in every()]
    died = [each.people["child"].died is not None for each in every()]
    assert min(ages) == 0
    assert max(ages) >= 13
    assert 0.35 < sum(died) / CASES < 0.75
    assert {each.edition for each in every()} >= {"wt2006", "wt2010b", "wt2015", "wt2018"}


def test_surnames_in_a_family_differ_and_some_are_double_or_former() -> None:
    family = [person for each in every() for person in each.people.values() if person.born]
    assert any("-" in person.last for person in family)
    assert sum(bool(person.former_last) for person in family) > CASES / 2
    differing = [
        each for each in every() if len({each.people[role].last for role in ("child", "mother", "gran")}) > 1
    ]
    assert len(differing) > CASES / 3


def test_some_names_are_shared_and_some_are_words() -> None:
    people = [list(each.people.values()) for each in every()]
    firsts = [Counter(person.first for person in each) for each in people]
    assert any(max(count.values()) > 1 for count in firsts)
    both = [each for each in every() if each.people["sw"].last == each.people["pc"].last]
    assert both
    share = sum(person.word for each in people for person in each) / sum(map(len, people))
    assert 0.06 < share < 0.2


def test_numbers_are_of_invented_ranges() -> None:
    for person in case(5).people.values():
        if "nhs" in person.ids:
            assert is_valid(person.ids["nhs"].replace(" ", ""))
        if "upn" in person.ids:
            assert is_pupil_number(person.ids["upn"])
        if "email" in person.ids:
            assert person.ids["email"].endswith((".example", ".com", ".net", ".org"))
            assert "example" in person.ids["email"].partition("@")[2]


@pytest.mark.parametrize("number", range(0, CASES, 6))
def test_the_finder_knows_the_labels(number: int) -> None:
    said = {"author", "chair", "bm", "panel1", "panel2", "panel3", "panel4"}  # named by their offices
    for role, person in case(number).people.items():
        if role not in said:
            text = f"Yesterday, {person.label}, rang."
            found = {text[claim.start : claim.end] for claim in RECOGNISER.find(text)}
            assert any(each in person.label and each[-1] == person.label[-1] for each in found), person.label


def _with(changed: Case, at: int, **values: object) -> Case:
    events = list(changed.events)
    events[at] = replace(events[at], **values)  # type: ignore[arg-type]
    return replace(changed, events=tuple(events))


def _person(changed: Case, role: str, **values: object) -> Case:
    person = replace(changed.people[role], **values)  # type: ignore[arg-type]
    return replace(changed, people={**changed.people, role: person})


def _without(changed: Case, role: str) -> Case:
    return replace(changed, people={key: value for key, value in changed.people.items() if key != role})


def _index(changed: Case, fits: Callable[[Event], bool]) -> int:
    return next(at for at, event in enumerate(changed.events) if fits(event))


def _mothers_birth(changed: Case, years: float) -> date:
    child = changed.people["child"].born
    assert child is not None
    return child - timedelta(days=round(years * 365.25))


# Each row: what is spoilt, and a part of what the checker must say.
SPOILT: list[tuple[Callable[[Case], Case], str]] = [
    # a mother of twelve
    (lambda it: _person(it, "mother", born=_mothers_birth(it, 12)), "the mother was"),
    # an event before the one in front of it
    (lambda it: replace(it, events=(it.events[1], it.events[0], *it.events[2:])), "out of order"),
    # a worker who is nobody
    (lambda it: _with(it, 5, workers={"police": "constable"}), "constable of police is not there"),
    # a role missing
    (lambda it: _without(it, "hv"), "hv is missing"),
    # two people with one label
    (lambda it: _person(it, "sw2", label=it.people["sw"].label), "people are SW1"),
    # a child named after nobody
    (lambda it: _person(it, "child", last="Quillfeather"), "comes from nobody"),
    # an NHS number that fails
    (lambda it: _person(it, "child", ids={"nhs": "999 000 0019"}), "fails its check"),
    # a home without a move
    (lambda it: replace(it, homes=(*it.homes, replace(it.homes[0], number="999"))), "moves and"),
    # a kind that is not in the list
    (lambda it: _with(it, 3, kind="wedding"), "not in the list"),
    # the incident on another day
    (lambda it: replace(it, incident=it.incident - timedelta(days=3)), "the incident is on another day"),
    # documents before the incident
    (lambda it: replace(it, told=it.incident - timedelta(days=1)), "out of order"),
    # a conference without any strategy meeting
    (lambda it: _with(it, 0, kind="icpc"), "comes without strategy"),
    # a school day at a weekend, for a child of no age for it
    (lambda it: _with(it, 0, kind="school_start", child="child"), "school_start on"),
    # the label of a child is its initial
    (lambda it: _person(it, "child", label=f"Child {it.people['child'].first[0]}"), "its initial"),
    # a body missing
    (lambda it: replace(it, bodies={**it.bodies, "ward": ""}), "there is no ward"),
    # handed over before it was
    (
        lambda it: _with(it, _index(it, lambda event: event.workers.get("social-care") == "sw"),
                         workers={"social-care": "sw2"}),
        "the handover on",
    ),
    # too few events
    (lambda it: replace(it, events=it.events[-30:]), "there are 30 events"),
]  # fmt: skip


@pytest.mark.parametrize(("spoil", "said"), SPOILT)
def test_the_checker_sees_what_does_not_agree(spoil: Callable[[Case], Case], said: str) -> None:
    young = next(each for each in every() if each.people["child"].born > each.review[0])  # type: ignore[operator]
    assert check_case(young) == ()
    assert any(said in fault for fault in check_case(spoil(young)))


def test_forms_of_a_name() -> None:
    person = replace(
        case(0).people["mother"], first="Kayleigh", last="Brandreth", middle="Ann", title="Ms", nick="Kay",
        variant="Kayley", former_last="Pruett",
    )  # fmt: skip
    forms = name_forms(person)
    # The table of corpus/templates/README.md, row by row.
    wanted = {
        "full": "Kayleigh Brandreth", "middle": "Kayleigh Ann Brandreth", "first": "Kayleigh",
        "last": "Brandreth", "t": "Brandreth", "tfull": "Kayleigh Brandreth", "tinit": "K. Brandreth",
        "tfirst": "Kayleigh",
        "init": "K.B.", "inits": "KB", "ilast": "K. Brandreth", "lasti": "Brandreth K",
        "firsti": "Kayleigh B",
        "lastfirst": "BRANDRETH, Kayleigh", "lastfirst2": "Brandreth, Kayleigh", "caps": "KAYLEIGH BRANDRETH",
        "lastcaps": "BRANDRETH", "firstcaps": "KAYLEIGH", "low": "kayleigh", "nick": "Kay",
        "variant": "Kayley", "former": "Kayleigh Pruett", "formerlast": "Pruett", "aka": "Kay Pruett",
    }  # fmt: skip
    assert {form: forms[form] for form in wanted} == wanted
    assert titles(person)["tfull"] == "Ms"
    assert titles(replace(person, role="sw"))["rolelast"] == "SW"


@given(st.integers(0, CASES - 1))
def test_a_slip_is_another_word_and_the_same_each_time(number: int) -> None:
    for person in case(number).people.values():
        forms = name_forms(person)
        assert forms["slip"].casefold() != person.first.casefold()
        assert forms["lastslip"].casefold() != person.last.casefold()
        assert abs(len(forms["slip"]) - len(person.first)) <= 1 or len(person.first) > 3
        assert name_forms(person) == forms


@pytest.mark.parametrize(
    ("born", "on", "year"),
    [
        (date(2007, 8, 31), date(2011, 9, 1), 0),  # four on the last day of August
        (date(2007, 9, 1), date(2011, 9, 1), None),  # a day too young
        (date(2007, 9, 1), date(2012, 9, 1), 0),
        (date(2007, 2, 14), date(2013, 7, 1), 1),  # the summer of Year 1
        (date(2000, 1, 1), date(2016, 6, 30), 11),
        (date(2000, 1, 1), date(2016, 9, 1), None),  # has left
    ],
)
def test_school_years(born: date, on: date, year: int | None) -> None:
    assert school_year_on(born, on) == year


def test_a_child_is_at_its_school_or_nursery() -> None:
    seen: set[str] = set()
    for each in every():
        born = each.people["child"].born
        assert born is not None
        assert school_on(each, "child", born) == ""
        assert school_on(each, "child", entry_to_school(born)) in {
            each.bodies["school"],
            each.bodies["school2"],
        }
        assert school_on(each, "child", born + timedelta(days=800)) == each.bodies["nursery"]
        seen |= {role_words(each, role) for role in each.people}
    assert {"half-sister", "half-brother", "maternal grandmother", "social worker"} <= seen


def test_nobody_has_an_age_before_birth() -> None:
    child = case(1).people["child"]
    assert child.born is not None
    assert age_on(child, child.born + timedelta(days=400)) == (1, 1)
    with pytest.raises(ValueError, match="birth"):
        age_on(child, child.born - timedelta(days=1))


def test_prints_a_case_for_reading(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--number", "3", "--split", "dev"]) == 0
    printed = capsys.readouterr().out
    assert "incident" in printed
    assert "maternal grandmother" in printed
    assert "FAULT" not in printed
