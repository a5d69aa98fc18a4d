"""An identity is wrapped, opened by its passphrase alone, and signs."""

from __future__ import annotations

import unicodedata

import pyrage
import pytest

from redact.errors import Forged, KeyDamaged, KeyFault, WrongPassphrase
from redact.keystore.identity import _parsed, generate, lock, sign, unlock, verify
from tests.keystore.people import imogen, joseph
from tests.keystore.quick_identity import lock_quickly

PASSPHRASE = "seventeen grey Zoë otters "


@pytest.fixture(scope="module")
def wrapped() -> bytes:
    return lock_quickly(imogen(), PASSPHRASE)


def test_it_opens_by_its_passphrase_in_either_spelling(wrapped: bytes) -> None:
    # As `lock` makes it, with all the work of a guess: each try costs a second or two.
    for sealed in (lock(imogen(), PASSPHRASE), wrapped):
        assert unlock(sealed, unicodedata.normalize("NFD", PASSPHRASE)) == imogen()


@pytest.mark.parametrize("typed", [PASSPHRASE.strip(), ""])
def test_a_space_counts_and_nothing_opens_nothing(typed: str, wrapped: bytes) -> None:
    with pytest.raises(WrongPassphrase) as refused:
        unlock(wrapped, typed)
    assert "otters" not in repr(refused.value)


def test_what_is_no_wrapped_identity_is_refused() -> None:
    sealed = pyrage.encrypt(b"x", [pyrage.x25519.Recipient.from_str(imogen().card.age)], armored=True)
    for data in (b"", b"AGE-SECRET-KEY-1", sealed):
        with pytest.raises(KeyDamaged):
            unlock(data, PASSPHRASE)


def test_a_card_of_somebody_else_in_it_is_seen() -> None:
    plain = _plain_of_imogen()
    assert _parsed(plain.encode()) == imogen()
    other = plain.replace(imogen().age_secret, joseph().age_secret)
    for content in (
        other,
        plain[:-1],
        plain.replace("identity/1", "identity/2"),
        "# redact-identity/1\n# []\nx\n",
    ):
        with pytest.raises(KeyDamaged) as refused:
            _parsed(content.encode())
        assert "AGE-SECRET" not in repr(refused.value)


def _plain_of_imogen() -> str:
    """What `lock` wraps: taken from it on its way to age."""
    caught: list[bytes] = []

    class Passphrase:
        @staticmethod
        def encrypt(plain: bytes, _passphrase: str, *, armored: bool) -> bytes:
            caught.append(plain)
            return b""

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pyrage, "passphrase", Passphrase)
        lock(imogen(), PASSPHRASE)
    return caught[0].decode()


def test_a_signature_serves_for_one_person_one_purpose_and_one_message() -> None:
    signature = sign(imogen(), "decision", b"keep it")
    verify(imogen().card, "decision", b"keep it", signature)
    other = signature[:-2] + ("01" if signature.endswith("00") else "00")
    for card, purpose, message, made in (
        (joseph().card, "decision", b"keep it", signature),
        (imogen().card, "key", b"keep it", signature),
        (imogen().card, "decision", b"keep it not", signature),
        (imogen().card, "decision", b"keep it", other),
        (imogen().card, "decision", b"keep it", ""),
        (imogen().card, "decision", b"keep it", "no hex"),
    ):
        with pytest.raises(Forged):
            verify(card, purpose, message, made)


def test_two_identities_share_nothing() -> None:
    one, other = generate("Imogen Tarrant", ""), generate("Imogen Tarrant", "")
    assert one.card.id != other.card.id
    assert one.age_secret != other.age_secret
    assert one.sign_seed != other.sign_seed


def test_no_secret_and_no_name_is_in_a_repr() -> None:
    shown = repr(imogen())
    assert "AGE-SECRET" not in shown
    assert repr(imogen().sign_seed) not in shown
    assert "Tarrant" not in shown


def test_every_fault_of_a_key_ends_with_status_5() -> None:
    kinds = [*KeyFault.__subclasses__(), KeyFault]
    assert {kind("what").status for kind in kinds} == {5}
    assert len(kinds) == 11


def test_a_busy_computer_is_no_wrong_passphrase(wrapped: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    real, calls = pyrage.passphrase.decrypt, 0
    busy = pyrage.DecryptError("Excessive work parameter for passphrase.\nDecryption would take around 64 s.")

    def sometimes(data: bytes, passphrase: str) -> bytes:
        nonlocal calls
        calls += 1
        if calls < 3:
            raise busy
        return bytes(real(data, passphrase))

    def never(data: bytes, passphrase: str) -> bytes:
        raise busy

    monkeypatch.setattr("redact.keystore.identity._PAUSE_SECONDS", 0.0)
    monkeypatch.setattr(pyrage.passphrase, "decrypt", sometimes)
    assert unlock(wrapped, PASSPHRASE) == imogen()
    monkeypatch.setattr(pyrage.passphrase, "decrypt", never)
    with pytest.raises(KeyFault, match="too busy") as refused:
        unlock(wrapped, PASSPHRASE)
    assert type(refused.value) is KeyFault
