"""A card says who somebody is, and is refused as soon as any part of it is another's."""

from __future__ import annotations

import json

import pytest

from redact.errors import KeyDamaged
from redact.keystore.cards import card_as_text, card_from_text, in_groups, make_card, same_id
from tests.keystore.people import imogen, mallory

CARD = imogen().card
TEXT = card_as_text(CARD)
OTHER = mallory().card


def test_a_card_comes_back_as_it_was() -> None:
    assert card_from_text(TEXT) == CARD
    assert card_from_text(TEXT.replace("\n", "\r\n")) == CARD
    assert TEXT.isascii()


def test_an_id_is_read_aloud_in_groups() -> None:
    spoken = in_groups(CARD.id)
    assert [len(group) for group in spoken.split()] == [4] * 8
    assert same_id(CARD.id, spoken.upper())
    assert not same_id(CARD.id, spoken[:-1])  # all of it
    assert not same_id(CARD.id, in_groups(OTHER.id))


@pytest.mark.parametrize("field", ["name", "role", "age", "verify", "id"])
def test_no_part_of_a_card_can_be_exchanged(field: str) -> None:
    content = json.loads(TEXT)
    content[field] = json.loads(card_as_text(OTHER))[field] or "chair"
    with pytest.raises(KeyDamaged, match="no card"):
        card_from_text(json.dumps(content))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "[" * 3000,
        "{}",
        TEXT.replace("redact-card/1", "redact-card/2"),
        TEXT + TEXT,
        TEXT.replace('"role"', '"rôle"'),
        " " * 5000 + TEXT,
        json.dumps({**json.loads(TEXT), "role": 3}),
        json.dumps({**json.loads(TEXT), "more": ""}),
    ],
)
def test_what_is_no_card_is_refused_without_its_words(text: str) -> None:
    with pytest.raises(KeyDamaged, match="no card") as refused:
        card_from_text(text)
    assert "Tarrant" not in repr(refused.value)


@pytest.mark.parametrize(
    ("age", "verify"),
    [
        ("age1" + "q" * 58, CARD.verify),
        (CARD.age, "zz" * 32),
        (CARD.age, "ab"),
        (CARD.age, CARD.verify.upper()),
    ],
    ids=["age of no key", "no hexadecimal", "short", "capitals"],
)
def test_what_is_no_public_key_is_refused(age: str, verify: str) -> None:
    card = make_card("Imogen Tarrant", "", age=age, verify=verify)
    with pytest.raises(KeyDamaged, match="no card"):
        card_from_text(card_as_text(card))


@pytest.mark.parametrize("name", ["", " Imogen", "Imogen\nTarrant", "I\u202emogen", "I" * 121])
def test_a_name_is_one_line_that_can_be_read(name: str) -> None:
    with pytest.raises(ValueError, match="card"):
        make_card(name, "", age=CARD.age, verify=CARD.verify)
