"""What a key says of a name: no more than somebody has said."""

from __future__ import annotations

import pytest

from redact.resolve.settling import Known, plain, words_of
from redact.values.key import KeyLink, KeyName, KeyPerson
from tests.values.keys import make_key

HERE, THERE = "hmac:" + "1" * 32, "hmac:" + "2" * 32
ANNEKE = KeyPerson("p1", names=(KeyName("Anneke Hartwell"),))
IDONY = KeyPerson("p2", names=(KeyName("Idony Hartwell"), KeyName("Iddy")))


def known(*links: KeyLink, people: tuple[KeyPerson, ...] = (ANNEKE, IDONY)) -> Known:
    return Known(make_key(people=people, things=(), links=links, tables=(), retired=()))


@pytest.mark.parametrize(
    ("links", "text", "settled"),
    [
        ((), "Anneke Hartwell", (True, "p1")),  # a whole name of one person
        ((), "HARTWELL, Anneke", (True, "p1")),
        ((), "Ms Anneke Hartwell's", (True, "p1")),
        ((), "Hartwell", (False, None)),  # two bear it
        ((), "Anneke", (False, None)),  # nobody has said so
        ((KeyLink("Anneke", "p1"),), "anneke", (True, "p1")),
        ((KeyLink("Hartwell", "p1"),), "Hartwell", (False, None)),  # by now another bears it too
        ((KeyLink("Hartwell", "p1", HERE),), "Hartwell", (True, "p1")),
        ((KeyLink("Hartwell", "p1", THERE),), "Hartwell", (False, None)),
        ((KeyLink("Grace", None, HERE),), "Grace", (True, None)),  # nobody's name, in this place
        ((KeyLink("Grace", None, THERE),), "Grace", (False, None)),
        ((KeyLink("Kay", "p1"), KeyLink("Kay", "p2")), "Kay", (False, None)),  # said of both
        ((KeyLink("Anneke Hartwell", "p2"),), "Anneke Hartwell", (False, None)),  # said against the name
    ],
)
def test_whose_a_name_is(links: tuple[KeyLink, ...], text: str, settled: tuple[bool, str | None]) -> None:
    said, of = known(*links).settled(text, HERE)
    assert (said, of if said else None) == settled


def test_two_of_one_whole_name_are_not_told() -> None:
    twin = KeyPerson("p3", names=(KeyName("Anneke Hartwell"),))
    assert known(people=(ANNEKE, twin)).settled("Anneke Hartwell", HERE) == (False, None)


def test_who_could_be_meant() -> None:
    assert known().could_be(["Hartwell"]) == ("p1", "p2")
    assert known().could_be(["Idony Hartwell", "Hartwell"]) == ("p2", "p1")
    assert known().could_be(["Odo Hartwell"]) == ()  # nobody bears both words
    assert known().fits("p2", ["Iddy", "Idony Hartwell"])
    assert not known().fits("p1", ["Hartwell", "Idony"])


def test_spellings() -> None:
    assert plain("  Anneke\u00a0HARTWELL’s ") == "anneke hartwell"
    assert words_of("Dr. Anneke Hartwell") == ("anneke", "hartwell")
    assert words_of("Miss") == ("miss",)


@pytest.mark.parametrize(
    ("text", "could_be"),
    [
        ("Hartwell", ("p1", "p2")),
        ("A Hartwell", ("p1",)),  # an initial and a surname
        ("Idony H.", ("p2",)),
        ("AH", ("p1",)),
        ("A.H.", ("p1",)),
        ("A Lunde", ()),
        ("XY", ()),
    ],
)
def test_who_could_be_meant_by_a_spelling_or_by_initials(text: str, could_be: tuple[str, ...]) -> None:
    assert known().could_be([text]) == could_be


@pytest.mark.parametrize("text", ["A Hartwell", "AH"])
def test_initials_are_no_reason_to_suggest_somebody(text: str) -> None:
    assert known().fits("p1", [text]) is False
    assert known().settled(text, None) == (False, None)
