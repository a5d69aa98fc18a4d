"""Who has a review before the public, and which addresses may be used: domains, slips, the board's own."""

from __future__ import annotations

import pytest

from redact.publication.recipients import domain_of, listed, refusal_of, refusals, sort_out, who, words_of
from redact.values.deadlines import Recipient
from redact.values.gate import GateState
from redact.values.gate_record import Gate
from redact.values.gate_settings import GateSettings
from redact.values.rules import Edition, Mode
from tests.publication.gate_walk import book

OFSTED, DEPARTMENT = Recipient.OFSTED, Recipient.DEPARTMENT
MINISTER, PANEL = Recipient.SECRETARY_OF_STATE, Recipient.NATIONAL_PANEL


def gate(edition: Edition = Edition.WT2015, board: str | None = None) -> Gate:
    return Gate("24-017", GateState.SIGNED_OFF, edition, Mode.FULL, board)


@pytest.mark.parametrize(
    ("edition", "board", "wanted"),
    [
        (Edition.WT2015, None, (OFSTED, DEPARTMENT, PANEL)),
        (Edition.WT2013, None, (PANEL,)),  # a week, and the panel alone
        (Edition.WT2013, "milton-keynes", (PANEL, OFSTED)),  # MK-24: the board's procedure adds Ofsted
        (Edition.WT2013, "bath-nes", (PANEL,)),  # what another board adds is not theirs
        (Edition.WT2015, "milton-keynes", (OFSTED, DEPARTMENT, PANEL)),
        (Edition.WT2018, None, (PANEL, MINISTER, OFSTED)),
        (Edition.WT2023, None, (PANEL, MINISTER, OFSTED)),
        (Edition.WT2010B, "bromley", (OFSTED,)),  # counts no days; BR-11: all of it goes to Ofsted
        (Edition.WT2006, None, (OFSTED,)),
    ],
)
def test_who_has_it_first(edition: Edition, board: str | None, wanted: tuple[Recipient, ...]) -> None:
    assert who(book(), gate(edition, board)) == wanted


@pytest.mark.parametrize(
    ("address", "domain"),
    [
        ("reviews@ofsted.gov.uk", "ofsted.gov.uk"),
        ("A.Clerk+scr@Education.GOV.uk ", "education.gov.uk"),
        ("reviews@@ofsted.gov.uk", None),
        ("reviews@ofsted", None),
        ("reviews ofsted.gov.uk", None),
        ("re views@ofsted.gov.uk", None),
        ("reviews@ofsted.gov.uk, clerk@example.org", None),  # one address
        ("clerk@example.org@ofsted.gov.uk", None),  # a hidden second one
        ("reviews@ofsted.gov.uk\n", "ofsted.gov.uk"),
        ("reviews@\u043efsted.gov.uk", None),  # a Cyrillic o
        (f"{'a' * 250}@ofsted.gov.uk", None),
        ("", None),
    ],
)
def test_the_domain_of_an_address(address: str, domain: str | None) -> None:
    assert domain_of(address) == domain


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("xcsted.gov.uk", None),
        ("ofsed.gov.uk", "ofsted.gov.uk"),  # one letter left out
        ("ofssted.gov.uk", "ofsted.gov.uk"),  # one too many
        ("ofstad.gov.uk", "ofsted.gov.uk"),  # another one, as qcsx for gcsx
        ("osfted.gov.uk", "ofsted.gov.uk"),  # two exchanged
        ("ofsted.gov.uk.example", None),
        ("mail.ofsted.gov.uk", None),  # a domain below it is another one
        ("educatoin.gov.uk", "education.gov.uk"),
    ],
)
def test_a_slip_of_one_letter_is_told_with_the_domain_it_resembles(typed: str, near: str | None) -> None:
    settings = GateSettings(addresses={"ofsted": f"amara.okafor@{typed}"})
    refusal = refusal_of(book(), settings, "ofsted")
    assert refusal is not None
    assert refusal.code == "wrong-recipient"
    assert (f"differs by one letter from the listed domain {near}" in refusal.what) is (near is not None)
    told = refusal.what + refusal.next
    assert "amara" not in told
    assert "okafor" not in told
    assert typed not in told.replace(near or "-", "")


def test_whoever_has_no_address_and_whoever_has_a_wrong_one_are_told_apart() -> None:
    settings = GateSettings(addresses={"ofsted": "a@ofsted.gov.uk", "department": "a@example.org"})
    assert sort_out(book(), gate(), settings).usable == ("ofsted",)
    assert sort_out(book(), gate(), settings).wrong == ("department",)
    codes = [(one.code, one.what) for one in refusals(book(), gate(), settings)]
    assert [code for code, _ in codes] == ["wrong-recipient", "no-address"]
    assert "the national panel" in codes[1][1]


def test_what_a_board_adds_counts_unless_it_is_a_slip_of_one_of_ours() -> None:
    settings = GateSettings(
        addresses={"ofsted": "a@osfted.gov.uk", "neighbour": "clerk@anytown.example"},
        also=("neighbour",),
        domains=("anytown.example", "osfted.gov.uk"),
    )
    assert listed(book(), settings) == ("ofsted.gov.uk", "education.gov.uk", "anytown.example")
    found = sort_out(book(), gate(Edition.WT2010B), settings)
    assert (found.usable, found.wrong) == (("neighbour",), ("ofsted",))


def test_without_a_domain_of_theirs_the_boards_own_get_nothing() -> None:
    settings = GateSettings(addresses={"neighbour": "clerk@anytown.example"}, also=("neighbour",))
    refusal = refusal_of(book(), settings, "neighbour")
    assert refusal is not None
    assert refusal.code == "wrong-recipient"
    assert "neighbour" in refusal.what


def test_what_a_recipient_is_called() -> None:
    assert words_of("national-panel") == "the national panel"
    assert words_of("neighbour") == "neighbour"
