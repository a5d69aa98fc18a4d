"""The texts that a pack adds, checked with the real engines: planted names stop it, offices do not."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from redact.errors import GateRefuses
from redact.run import gate_log, gate_pack_members
from redact.run.gate_log import Held
from redact.run.gate_pack import make
from redact.run.gate_pack_facts import facts_of
from redact.run.gate_pack_members import members_for, texts_of
from redact.run.gate_pack_texts import must_hold_no_name
from redact.values.gate_pack import Block, PackFacts
from redact.values.gate_record import ReadGap
from redact.values.key import Key, KeyName, KeyPerson, Recipient
from redact.values.rules import Edition, Mode
from tests.keystore.people import imogen
from tests.run.sending_factory import own_of, ready, settle

PLANTED = "Kacper Nowakowski"


@pytest.fixture
def held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Held:
    settle(monkeypatch)
    found = ready(tmp_path)
    return gate_log.read(found, own_of(found))


def look_at(held: Held, facts: PackFacts) -> None:
    must_hold_no_name(texts_of(facts, members_for(held, facts, imogen())), facts, held)


def a_key(name: str) -> Key:
    now = datetime(2026, 11, 2, tzinfo=UTC)
    card = imogen().card
    people = (KeyPerson("p1", "Child 1", "child", (KeyName(name),)),)
    readers = (Recipient(card, now.date(), card.id),)
    return Key("K7", 1, None, now, now, card.id, b"k" * 32, readers, people, highest_id=1)


def test_a_name_of_the_key_is_found_that_is_a_word_like_any_other(held: Held) -> None:
    facts = facts_of(held, imogen())
    texts = dict(texts_of(facts, members_for(held, facts, imogen())))
    texts["a text"] = "What the lantern marrow was for is not known.\n"
    must_hold_no_name(texts, facts, held)  # nothing in it looks like a name
    must_hold_no_name(texts, facts, held, key=a_key("Wenlock Tarrery"))
    with pytest.raises(GateRefuses) as refused:
        must_hold_no_name(texts, facts, held, key=a_key("Lantern Marrow"))
    assert set(refused.value.codes) == {"name-in-pack"}
    assert "of the case's key" in str(refused.value.told)
    assert "Lantern" not in str(refused.value.told)


def told(held: Held, facts: PackFacts) -> str:
    with pytest.raises(GateRefuses) as refused:
        look_at(held, facts)
    assert set(refused.value.codes) == {"name-in-pack"}
    said = str(refused.value.told)
    for word in ("Kacper", "kacper", "Nowakowski", "nowakowski"):
        assert word not in said  # a refusal is no place for a name
    return said


@pytest.mark.parametrize(
    ("edition", "mode", "board"),
    [
        (Edition.WT2015, Mode.FULL, "bath-nes"),
        (Edition.WT2010B, Mode.FULL, "bromley"),
        (Edition.WT2023, Mode.IMPROVEMENTS_ONLY, None),
        (Edition.WT2018, Mode.NOT_PUBLISHED, None),
        (Edition.WT2013, Mode.ANONYMOUS, "milton-keynes"),
    ],
)
def test_our_own_words_stop_no_pack(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, edition: Edition, mode: Mode, board: str | None
) -> None:
    settle(monkeypatch)
    found = ready(tmp_path, edition=edition, mode=mode, board=board)
    made = make(found, imogen(), own_of(found), tmp_path / "pack.zip")
    assert (tmp_path / "pack.zip").exists()
    assert made.number == 1


def test_an_office_with_its_number_and_mailbox_stops_no_pack(held: Held) -> None:
    facts = replace(
        facts_of(held, imogen()),
        board_name="Bath and North East Somerset Local Safeguarding Children Board",
        contact="Board office, 01632 960000, board.office@example.gov.uk",
        also=("neighbour",),
    )
    look_at(held, facts)


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("board_name", f"Board for the review of {PLANTED}"),
        ("contact", f"Ask for {PLANTED}, 01632 960000"),
        ("contact", "Board office, kacper.nowakowski@example.gov.uk"),  # the part before the @ is a name
    ],
)
def test_a_name_that_somebody_has_typed_into_the_settings_stops_the_pack(
    held: Held, field: str, typed: str
) -> None:
    said = told(held, replace(facts_of(held, imogen()), **{field: typed}))
    assert f"{field} in gate.toml holds what a review is kept clear of (person)" in said
    assert "mailbox" in said


def test_a_name_in_a_letter_stops_the_pack(held: Held, monkeypatch: pytest.MonkeyPatch) -> None:
    really = gate_pack_members.letter

    def planted(to: str, facts: PackFacts) -> tuple[Block, ...]:
        return (*really(to, facts), Block(f"With thanks for what you did for {PLANTED} and his mother."))

    monkeypatch.setattr(gate_pack_members, "letter", planted)
    assert "the letter to ofsted" in told(held, facts_of(held, imogen()))


def test_a_name_in_the_log_that_nobody_signs_with_stops_the_pack(held: Held) -> None:
    facts = facts_of(held, imogen())
    assert facts.gate.check is not None
    gap = ReadGap("f1", f"page 7: a drawing by {PLANTED}")
    check = replace(facts.gate.check, gaps=(gap,))
    assert "the certificate" in told(held, replace(facts, gate=replace(facts.gate, check=check)))


@pytest.mark.parametrize(
    "typed",
    [
        "Board office, 14 Anytown Road, Anytown ZZ9 9ZZ; NHS number 999 000 0042",
        "Board office; he was born on 3 May 2009",
    ],
)
def test_other_things_that_identify_stop_the_pack_too(held: Held, typed: str) -> None:
    facts = replace(facts_of(held, imogen()), contact=typed)
    with pytest.raises(GateRefuses) as refused:
        look_at(held, facts)
    assert set(refused.value.codes) == {"name-in-pack"}


def test_a_part_of_the_name_of_somebody_who_signs_is_not_let_through(held: Held) -> None:
    """Imogen Tarrant signs; a Kacper Tarrant does not."""
    facts = replace(facts_of(held, imogen()), contact="Ask for Kacper Tarrant at the board office")
    assert "contact in gate.toml" in told(held, facts)
