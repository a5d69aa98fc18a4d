"""Schemes as data: those that are shipped, and every fault of one told with file and line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from redact.errors import RuleFault
from redact.resources import rules_folder
from redact.rulebook.schemes import load_schemes
from redact.values.judgement import Audience
from redact.values.schemes import Group, Precision, Scheme

SCHEMES = load_schemes(rules_folder())
GOOD = """title = "Some labels"
source = "A board, procedure of 2017, section 1"
example = "Child X lived with Parent 1."
birth_order = false

[worded]
family = "the family"
event = "the events"

[precision]
panel = "exact"
ofsted = "exact"
national-panel = "exact"
family = "age"
public = "month-and-year"

[slots.child]
group = "child"
labels = ["Child {letter}"]
plain = "the child"
words = ["child"]
"""


@pytest.fixture
def write(tmp_path: Path):  # type: ignore[no-untyped-def]
    """Write schemes into a folder of rules and give the folder."""

    def write_one(text: str, name: str = "some.toml") -> Path:
        path = tmp_path / "lists" / "schemes" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return tmp_path

    return write_one


# ------------------------------------------------------------------ what is shipped


def test_there_are_the_schemes_that_the_sources_use() -> None:
    assert set(SCHEMES) == {"child-x", "relations", "first-names", "professionals"}


@pytest.mark.parametrize("scheme", SCHEMES.values(), ids=lambda scheme: scheme.id)
def test_a_scheme_says_where_it_is_from_and_shows_its_own_labels(scheme: Scheme) -> None:
    assert re.search(r"\d{4}|appendix", scheme.source)
    marks = r"(?:[A-Z]|\d|[A-Z][a-z]+)"
    forms = [re.sub(r"\{\w+\}", lambda _: marks, label) for slot in scheme.slots for label in slot.labels]
    capitals = re.findall(r"(?:[A-Z][\w']*)(?: [A-Z\d][\w']*)*", scheme.example)
    unknown = [said for said in capitals if not any(re.search(rf"\b{form}\b", said) for form in forms)]
    assert unknown == []


@pytest.mark.parametrize("id_", ["child-x", "relations", "first-names"])
def test_a_scheme_of_a_family_has_a_place_for_everybody(id_: str) -> None:
    scheme = SCHEMES[id_]
    assert {slot.group for slot in scheme.slots} == set(Group)
    wanted = [
        "child",
        "half sister",
        "mother",
        "Stepfather",
        "Maternal Grandmother",
        "paternal-grandfather",
        "aunt",
    ]
    wanted += [
        "social worker",
        "Health Visitor",
        "GP",
        "police officer",
        "teacher",
        "school",
        "hospital",
        "street",
    ]
    assert [role for role in wanted if scheme.slot_of(role) is None] == []
    assert scheme.slot_of("astronaut") is None


def test_a_scheme_takes_over_what_it_does_not_say_itself() -> None:
    base, built = SCHEMES["relations"], SCHEMES["child-x"]
    assert built.slot("mother") != base.slot("mother")
    assert built.slot("school") == base.slot("school")
    assert built.precision[Audience.PUBLIC] is Precision.MONTH
    assert len(SCHEMES["first-names"].names) > 200


# ------------------------------------------------------------------ faults


def test_a_scheme_is_read(write) -> None:  # type: ignore[no-untyped-def]
    scheme = load_schemes(write(GOOD))["some"]
    assert (scheme.title, scheme.worded.family, scheme.slots[0].words) == (
        "Some labels",
        "the family",
        ("child",),
    )


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('title = "Some labels"\n', "", "schemes/some.toml: the key 'title' is missing"),
        ("birth_order = false", 'birth_order = "no"', ":4: birth_order: a bool is wanted"),
        ("birth_order", "birth_orders", ":4: unknown key 'birth_orders'; did you mean birth_order?"),
        ('"Some labels"', '" "', ":1: title: the text is empty"),
        ('event = "the events"\n', "", ":6: worded: it holds the texts family and event"),
        ('public = "month-and-year"', 'public = "monthly"', ":10: precision: 'public = monthly' is unknown"),
        ('public = "month-and-year"\n', "", ":10: precision: nothing is said for public"),
        ('group = "child"', 'group = "kid"', ":18: child: group: one of child, relative"),
        ('"Child {letter}"', '"Child {mark}"', ":19: slots.child.labels: 'Child {mark}': at most one of"),
        ('"Child {letter}"', '"{letter}{number}"', ":19: slots.child.labels: '{letter}{number}': at"),
        ('"Child {letter}"', '"child {letter}"', ":19: slots.child.labels: 'child {letter}' begins with"),
        ('["Child {letter}"]', "[]", ":19: slots.child.labels: there is no label"),
        ('"Child {letter}"', '"{name}"', "a label has {name}, and no list of names is named"),
        ('["child"]', '["Child"]', ":21: child: 'Child' is not in small letters"),
        ('["child"]', '["child", 7]', ":21: slots.child.words: different texts"),
        ('plain = "the child"\n', "", "slots.child.plain: different texts"),
        ('plain = ', 'plein = ', ":20: child: unknown key 'plein'; did you mean plain?"),
        ("[slots.child]", "[slots.Child]", ":17: 'Child' is no slot"),
        ("[worded]", 'builds_on = "other"\n\n[worded]', ":6: there is no scheme 'other'"),
        ("[worded]", 'builds_on = "some"\n\n[worded]', ":6: too many schemes build on each other"),
        ("[worded]", 'never = ["abc"]\n\n[worded]', ":6: never: 'abc' is not one or two capitals"),
        ("[worded]", 'names = "none"\n\n[worded]', ":6: the list 'lists/none.txt' cannot be read"),
        ("[worded]", "[worded", ":"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_line(write, old: str, new: str, fault: str) -> None:  # type: ignore[no-untyped-def]
    assert GOOD.count(old) >= 1
    with pytest.raises(RuleFault) as caught:
        load_schemes(write(GOOD.replace(old, new, 1)))
    assert fault in caught.value.what


def test_a_word_that_means_two_slots_is_a_fault(write) -> None:  # type: ignore[no-untyped-def]
    more = (
        '\n[slots.baby]\ngroup = "child"\nlabels = ["Baby {letter}"]\nplain = "the baby"\nwords = ["child"]\n'
    )
    with pytest.raises(RuleFault, match=r":23: baby: the word 'child' means child already"):
        load_schemes(write(GOOD + more))


def test_all_faults_are_told_at_once(write) -> None:  # type: ignore[no-untyped-def]
    write(GOOD.replace("[worded]", "[wordings]"), "one.toml")
    folder = write(GOOD.replace('"child"', '"kid"', 1), "two.toml")
    with pytest.raises(RuleFault) as caught:
        load_schemes(folder)
    assert "one.toml:6: unknown key 'wordings'" in caught.value.what
    assert "two.toml:18: child: group" in caught.value.what


@pytest.mark.parametrize(
    ("line", "number"), [("Osgood", 1), ("osbert\tm", 1), ("Osbert\tx", 1), ("Osbert\tm\nOsbert\tm", 2)]
)
def test_a_fault_in_a_list_of_names_is_told(write, line: str, number: int) -> None:  # type: ignore[no-untyped-def]
    folder = write(GOOD.replace("[worded]", 'names = "some-names"\n\n[worded]'))
    (folder / "lists" / "some-names.txt").write_text(f"{line}\n", encoding="utf-8")
    with pytest.raises(RuleFault, match=rf"lists/some-names.txt:{number}: one name, a tab and its sex"):
        load_schemes(folder)


def test_no_scheme_at_all_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(RuleFault, match="there is not one scheme"):
        load_schemes(tmp_path)
