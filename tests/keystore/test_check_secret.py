"""The secret of a case's fingerprints opens for those who may check, and stands beside no name."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pyrage
import pytest

from redact.errors import Forged, KeyDamaged, KeyFault, NotForYou, UnknownSigner
from redact.keystore.check_secret import open_check_secret, seal_check_secret
from redact.keystore.identity import Identity
from redact.keystore.seal import seal
from tests.keystore.people import imogen, joseph, mallory

SECRET = bytes(range(32))
PEOPLE = {one.card.id: one.card.age for one in (imogen(), joseph())}
TRUSTED = (imogen().card,)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    sealed = seal_check_secret(SECRET, "K7", signer=imogen(), may_check=PEOPLE)
    (tmp_path / "check.age").write_bytes(sealed)
    return tmp_path


@pytest.mark.parametrize("who", [imogen, joseph])
def test_it_opens_for_each_who_may_check(who: Any, folder: Path) -> None:
    opened = open_check_secret(folder, "K7", who(), trusted=TRUSTED)
    assert (opened.secret, dict(opened.may_check)) == (SECRET, PEOPLE)
    assert repr(SECRET) not in repr(opened)


@pytest.mark.parametrize(
    ("who", "case", "trusted", "error"),
    [
        (mallory(), "K7", TRUSTED, NotForYou),
        (joseph(), "K7", (), UnknownSigner),
        (joseph(), "K8", TRUSTED, Forged),  # copied from another case
    ],
)
def test_it_opens_for_nobody_else(
    who: Identity, case: str, trusted: tuple[Any, ...], error: type[KeyFault], folder: Path
) -> None:
    with pytest.raises(error):
        open_check_secret(folder, case, who, trusted=trusted)


def test_a_case_without_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(KeyFault, match=r"no check\.age"):
        open_check_secret(tmp_path, "K7", imogen(), trusted=())


@pytest.mark.parametrize(
    "content",
    [
        {},
        {"secret": "00" * 32},
        {"secret": "00" * 31, "may_check": PEOPLE},
        {"secret": "Odile", "may_check": PEOPLE},
        {"secret": 7, "may_check": PEOPLE},
        {"secret": "00" * 32, "may_check": ["a"]},
        {"secret": "00" * 32, "may_check": PEOPLE, "more": "Odile"},
    ],
)
def test_a_secret_of_another_form_is_refused(content: dict[str, Any], tmp_path: Path) -> None:
    sealed = seal("check", "K7", content, signer=imogen(), recipients=PEOPLE.values())
    (tmp_path / "check.age").write_bytes(sealed)
    with pytest.raises(KeyDamaged, match="no secret") as refused:
        open_check_secret(tmp_path, "K7", imogen(), trusted=())
    assert "Odile" not in repr(refused.value)


def test_what_is_inside_holds_no_name(folder: Path) -> None:
    me = pyrage.x25519.Identity.from_str(joseph().age_secret)
    plain = pyrage.decrypt((folder / "check.age").read_bytes(), [me])
    assert set(json.loads(plain)["content"]) == {"may_check", "secret"}
    for word in (b"Imogen", b"Tarrant", b"Joseph", b"Adeyemi", b"author"):
        assert word not in plain
