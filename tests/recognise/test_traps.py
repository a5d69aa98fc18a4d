"""Faults that presidio, as it is shipped, has on British text; each must stay mended here."""

from __future__ import annotations

import logging
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from redact.recognise.finding import find_mentions
from redact.values.people import Label
from tests.recognise.recognise_factory import RULES, found, table_document, text_document

NUMBER = "999 000 0018"


def _score(text: str, label: Label) -> float:
    return max(
        (
            each.score
            for each in find_mentions([text_document(text)], recognisers=RULES)
            if each.label is label
        ),
        default=0.0,
    )


def test_an_email_address_asks_no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    assert found("someone@example.org.uk", Label.EMAIL) == ["someone@example.org.uk"]


def test_a_fresh_process_finds_with_sockets_blocked() -> None:
    program = (
        "import socket\n"
        "def refuse(*a, **k): raise SystemExit('the network was asked')\n"
        "socket.socket.connect = socket.create_connection = socket.getaddrinfo = refuse\n"
        "from tests.recognise.recognise_factory import found\n"
        "print(found('Write to someone@example.co.uk or ring 020 7946 0999.'))\n"
    )
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=root, capture_output=True, text=True, timeout=120
    )
    assert done.stdout.strip() == "['someone@example.co.uk', '020 7946 0999']", done.stderr


def test_words_beside_a_number_count_with_a_tokeniser_alone() -> None:
    assert _score(f"NHS {NUMBER}", Label.NHS_NUMBER) > _score(f"the file {NUMBER}", Label.NHS_NUMBER)


@pytest.mark.parametrize(
    ("text", "label", "expected"),
    [
        ("National Insurance ab123456c", Label.NATIONAL_INSURANCE, ["ab123456c"]),  # two words before
        ("ab123456c is the National Insurance number", Label.NATIONAL_INSURANCE, ["ab123456c"]),  # and after
        ("ab99 9zz (post code)", Label.POSTCODE, ["ab99 9zz"]),
        ("date of birth 01/02/03", Label.DATE_OF_BIRTH, ["01/02/03"]),
        ("NHS number 999 000 0019", Label.NHS_NUMBER, ["999 000 0019"]),  # its check fails
        ("national interest insurance ab123456c", Label.NATIONAL_INSURANCE, []),  # not that phrase
    ],
)
def test_phrases_of_several_words_count(text: str, label: Label, expected: list[str]) -> None:
    assert found(text, label) == expected


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("the mother said AB99 OZZ", Label.POSTCODE),  # mot, other
        ("the union's ab123456c", Label.NATIONAL_INSURANCE),  # union holds "ni"
        ("the omnibus ab123456c", Label.NATIONAL_INSURANCE),  # omnibus holds "ni"
        ("in their addressee AB99 OZZ", Label.POSTCODE),  # addressee begins with address
        ("the emission 999 000 0019", Label.NHS_NUMBER),  # begins like EMIS
    ],
)
def test_a_part_of_a_word_is_no_context(text: str, label: Label) -> None:
    assert found(text, label) == []


def test_words_in_another_passage_are_no_context() -> None:
    assert found("NHS number:\n\n999 000 0019 sheep", Label.NHS_NUMBER) == []


@pytest.mark.parametrize(
    "text",
    [
        "his mother, A12 and the baby",
        "Mother (M12 and Father)",
        "The care plan for A1 was late.",
        "on the A303, the M62 and the B12",
        "a section S47 enquiry",
        "34/40, 38+4, 3/52, 6/12, 120/80, 24/7, 1:1, s.47",
    ],
)
def test_roads_sections_and_clinical_numbers_are_nothing(text: str) -> None:
    document = text_document(text)
    assert [
        each.label
        for each in find_mentions([document], recognisers=RULES)
        if each.label is not Label.PSEUDONYM
    ] == []


def test_a_child_with_a_number_is_a_label_and_no_licence() -> None:
    document = text_document("Child A2 and Child B1 were told.")
    assert [each.label for each in find_mentions([document], recognisers=RULES)] == [
        Label.PSEUDONYM,
        Label.PSEUDONYM,
    ]


def test_a_whole_postcode_needs_no_words_before_it() -> None:
    assert _score("SW1A 1AA is the postcode", Label.POSTCODE) >= 0.9


def test_the_official_sample_of_a_national_insurance_number_is_found() -> None:
    assert found("QQ123456C") == ["QQ123456C"]


def test_an_nhs_number_is_no_telephone_number() -> None:
    document = text_document(f"It was {NUMBER}.")
    assert [each.label for each in find_mentions([document], recognisers=RULES)] == [Label.NHS_NUMBER]


@pytest.mark.parametrize(
    "number", ["+44 7700 900123", "07700 900123", "020 7946 0999", "01632 960123", "+447700900461"]
)
def test_numbers_kept_for_drama_are_found(number: str) -> None:
    assert found(f"on {number} today", Label.PHONE) == [number]


@pytest.mark.parametrize(
    ("given", "later"),
    [
        ("O'Brien", "O\u2019Brien"),  # straight, then curly
        ("O\u2019Brien", "O'Brien"),
        ("O'Brien", "OBrien"),
        ("O'Brien", "O\u200b\u2019Brien"),  # a zero-width space
    ],
)
def test_an_apostrophe_hides_no_name(given: str, later: str) -> None:
    assert found(f"Mrs {given} came.\n\nThen {later} left.", Label.PERSON) == [given, later]


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        ("Kayleigh's coat", "Kayleigh"),
        ("Kayleighs coat", "Kayleigh"),
        ("the Tarrants\u2019 house", "Tarrant"),
        ("KAYLEIGH was", "KAYLEIGH"),
        ("Kayleigh-Mae was", "Kayleigh-Mae"),
        ("Tarrant, Kayleigh", "Tarrant, Kayleigh"),  # whole, not half
        ("Miss Tarrant", "Tarrant"),
        ("Kay-\nleigh was", "Kay-\nleigh"),  # broken at a line end
        ("Kay\u00adleigh was", "Kay\u00adleigh"),  # a soft hyphen
        ("kayleigh tarrant was", "kayleigh tarrant"),
    ],
)
def test_every_way_of_writing_a_name_again_is_found(later: str, expected: str) -> None:
    assert found(f"Child: Kayleigh Tarrant\n\nThen {later}", Label.PERSON)[1:] == [expected]


def test_two_people_in_two_cells_stay_two() -> None:
    document = table_document([["Name", "Partner"], ["Peter", "Paula"], ["Peter Harte", "Paula Vesey"]])
    assert found(document, Label.PERSON) == ["Peter", "Paula", "Peter Harte", "Paula Vesey"]


def test_two_people_side_by_side_stay_two() -> None:
    assert found("Father: Peter\n\nMother: Paula\n\nThen Peter Paula came", Label.PERSON)[2:] == [
        "Peter",
        "Paula",
    ]


def test_nothing_is_traced(caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]) -> None:
    with caplog.at_level(logging.DEBUG):
        found("Name: Zebedee Quillfeather, zebedee@example.org")
    out, err = capfd.readouterr()
    assert "uillfeather" not in caplog.text + out + err
    assert "zebedee" not in caplog.text + out + err


def test_nothing_is_cut_off_late_in_a_long_text() -> None:
    text = "the board met again and again " * 3500 + "Mrs Quillfeather wrote to late@example.org"
    assert len(text.split()) > 20_000
    assert found(text) == ["Quillfeather", "late@example.org"]
