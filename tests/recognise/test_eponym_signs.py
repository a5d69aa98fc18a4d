"""Surnames that stand for a condition, a sign or a test: what stands directly beside shows it."""

from __future__ import annotations

import pytest

from redact.recognise.eponym_signs import clinical_eponyms
from redact.values.people import Standing
from tests.recognise.standing_factory import standings_of


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in clinical_eponyms(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Hips: Ortolani neg.", ["Ortolani"]),
        ("?Perthes, for x-ray", ["Perthes"]),
        ("Copper taken. Menkes unlikely.", ["Menkes"]),
        ("does not meet criteria for Rett", ["Rett"]),
        ("Moro equal, grasp strong", ["Moro"]),
        ("Down's 1:900, Edwards's and Patau's low chance", ["Down", "Edwards", "Patau"]),
        ("a diagnosis of Turner or Noonan", ["Turner", "Noonan"]),
        ("NAS chart (Finnegan) begun", ["Finnegan"]),
        ("Beck BDI 31", ["Beck"]),
        ("probable von Willebrand", ["von Willebrand"]),
    ],
)
def test_a_sign_of_a_clinic_shows_no_person(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "?Turner to ring",  # a worker who is asked about
        "Turner negative for opiates",
        "Edwards and Williams visited",
        "Anna Perthes unlikely to attend",  # ends a name
        "Moro was seen at home",
        "a visit by Finnegan",
        "told Patau's mother",
        "Turner BA, HV",
    ],
)
def test_without_one_it_is_somebodys_name(text: str) -> None:
    assert found(text) == []


def test_whoever_bears_the_name_elsewhere_is_found_beside_a_sign_too() -> None:
    text = "Social worker: Jana Patau\n\nPatau unlikely to attend on Friday.\n"
    assert standings_of(text, "Patau", ["Jana Patau", "Patau"]) == {Standing.PARTICIPANT}


def test_what_a_sign_shows_is_no_participant() -> None:
    assert standings_of("Bloods taken. ?Patau, see letter.", "Patau") == {Standing.CITED}
