"""What is sealed opens for its people alone, whole, and under a signature that somebody vouches for."""

from __future__ import annotations

from typing import Any

import pyrage
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redact.errors import Forged, KeyDamaged, KeyFault, NotForYou, UnknownSigner
from redact.keystore.identity import Identity, sign
from redact.keystore.seal import FORMAT, canonical, seal, unseal
from tests.keystore.people import imogen, joseph, mallory

CONTENT = {"people": ["Odile Brackenthwaite", "Zoe\u0308 O’Neill"], "revision": 3}
PEOPLE = (imogen().card.age, joseph().card.age)
SEALED = seal("key", "K7", CONTENT, signer=imogen(), recipients=PEOPLE)
TRUSTED = (imogen().card,)


def opened(data: bytes, identity: Identity, **changes: Any) -> dict[str, Any]:
    wanted: dict[str, Any] = {"kind": "key", "case": "K7", "trusted": TRUSTED, **changes}
    return unseal(data, wanted["kind"], wanted["case"], identity=identity, trusted=wanted["trusted"]).content


@pytest.mark.parametrize("who", [imogen, joseph])
def test_it_opens_for_each_of_its_people(who: Any) -> None:
    unsealed = unseal(SEALED, "key", "K7", identity=who(), trusted=TRUSTED)
    assert unsealed.content == CONTENT
    assert unsealed.signer == imogen().card
    assert "Brackenthwaite" not in repr(unsealed)


def test_one_trusts_oneself() -> None:
    assert opened(SEALED, imogen(), trusted=()) == CONTENT


@pytest.mark.parametrize(
    ("who", "changes", "error"),
    [
        (mallory, {}, NotForYou),
        (joseph, {"trusted": ()}, UnknownSigner),
        (joseph, {"trusted": (mallory().card,)}, UnknownSigner),
        (joseph, {"kind": "check"}, KeyDamaged),  # a key in the place of check.age
        (joseph, {"case": "K8"}, Forged),  # a key of another case
    ],
)
def test_each_wrong_use_has_its_own_error(who: Any, changes: dict[str, Any], error: type[KeyFault]) -> None:
    with pytest.raises(KeyFault) as refused:
        opened(SEALED, who(), **changes)
    assert type(refused.value) is error
    assert refused.value.remedy
    assert not {"Brackenthwaite", "Tarrant", "K7"} & set(str(refused.value.args).split())


def sealed_by_hand(envelope: dict[str, Any], to: Identity | None = None) -> bytes:
    """What anybody can do who has a card: encrypt what they like."""
    recipient = pyrage.x25519.Recipient.from_str((to or joseph()).card.age)
    sealed: bytes = pyrage.encrypt(canonical(envelope), [recipient], armored=True)
    return sealed


def envelope_of(signer: Identity, **changes: Any) -> dict[str, Any]:
    envelope = {"format": FORMAT, "kind": "key", "case": "K7", "content": CONTENT, "signer": signer.card.id}
    envelope |= changes
    return {**envelope, "signature": sign(signer, FORMAT, canonical(envelope))}


def test_the_one_by_hand_opens_when_nothing_is_wrong_with_it() -> None:
    assert opened(sealed_by_hand(envelope_of(imogen())), joseph()) == CONTENT


def test_who_has_only_the_cards_can_forge_nothing() -> None:
    # Signed by Mallory in her own name, in Imogen's, with a signature of Imogen's for something else.
    with pytest.raises(UnknownSigner):
        opened(sealed_by_hand(envelope_of(mallory())), joseph())
    in_her_name = {**envelope_of(mallory()), "signer": imogen().card.id}
    with pytest.raises(Forged):
        opened(sealed_by_hand(in_her_name), joseph())
    borrowed = {**envelope_of(imogen()), "content": {**CONTENT, "revision": 4}}
    with pytest.raises(Forged):
        opened(sealed_by_hand(borrowed), joseph())


@pytest.mark.parametrize(
    "changes",
    [
        {"format": "redact-sealed/2"},
        {"signature": None},
        {"content": ["a list"]},
        {"case": 7},
        {"more": ""},
    ],
)
def test_another_form_of_the_envelope_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(KeyDamaged, match="version"):
        opened(sealed_by_hand({**envelope_of(imogen()), **changes}), joseph())


def test_a_text_that_reads_in_two_ways_is_refused() -> None:
    plain = canonical(envelope_of(imogen()))
    recipient = [pyrage.x25519.Recipient.from_str(joseph().card.age)]
    for twofold in (
        plain.replace(b'"case":"K7"', b'"case":"K8","case":"K7"'),
        plain + b" ",
        b"[" * 9000,
        b"\xff",
    ):
        with pytest.raises(KeyDamaged, match="version"):
            opened(pyrage.encrypt(twofold, recipient, armored=True), joseph())


def test_every_truncation_is_refused_but_that_of_the_last_line_feed() -> None:
    assert opened(SEALED[:-1], joseph()) == CONTENT
    for length in range(len(SEALED) - 1):
        with pytest.raises(KeyFault):
            opened(SEALED[:length], joseph())


def test_a_flipped_bit_in_any_byte_is_refused() -> None:
    for at in range(len(SEALED)):
        flipped = bytearray(SEALED)
        flipped[at] ^= 1 << at % 8
        with pytest.raises(KeyFault) as refused:
            opened(bytes(flipped), joseph())
        assert type(refused.value) in (KeyDamaged, NotForYou)


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=50)
@given(st.dictionaries(st.text(), _json, max_size=4))
def test_any_content_comes_back_as_it_was(content: dict[str, Any]) -> None:
    sealed = seal("key", "K7", content, signer=imogen(), recipients=PEOPLE)
    assert opened(sealed, joseph()) == content


def test_half_of_a_character_is_never_sealed() -> None:
    with pytest.raises(ValueError, match="half of a character") as refused:
        seal("key", "K7", {"name": "Saff\ud800"}, signer=imogen(), recipients=PEOPLE)
    assert "Saff" not in repr(refused.value)
