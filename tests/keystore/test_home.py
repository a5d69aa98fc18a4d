"""A person's own folder: one identity, one card, and the cards that they trust."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from redact.errors import KeyDamaged, NoIdentity, NotWritten, Unreadable, WrongUse
from redact.keystore import home
from redact.keystore.cards import card_as_text
from redact.keystore.identity import generate
from tests.keystore.people import imogen, joseph

CARD = joseph().card


@pytest.mark.parametrize(
    ("platform", "environment", "wanted"),
    [
        ("win32", {"APPDATA": "/roaming"}, "/roaming/redact"),
        ("win32", {}, "~/AppData/Roaming/redact"),
        ("darwin", {}, "~/Library/Application Support/redact"),
        ("linux", {}, "~/.config/redact"),
        ("linux", {"XDG_CONFIG_HOME": "/own"}, "/own/redact"),
        ("linux", {"XDG_CONFIG_HOME": "own"}, "~/.config/redact"),  # to be passed over
    ],
)
@pytest.mark.skipif(os.name == "nt", reason="paths of Windows are no paths of others")
def test_it_lies_where_the_system_has_it(
    platform: str, environment: dict[str, str], wanted: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("APPDATA", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", platform)
    assert home.default_folder() == Path(wanted).expanduser()


def test_an_identity_is_kept_once(tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    home.keep(mine, imogen(), b"wrapped")
    assert home.wrapped(mine) == b"wrapped"
    assert home.own_card(mine) == imogen().card
    with pytest.raises(WrongUse, match="already"):
        home.keep(mine, joseph(), b"another")
    assert home.wrapped(mine) == b"wrapped"
    assert home.own_card(mine) == imogen().card


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_it_is_for_its_owner_alone(tmp_path: Path) -> None:
    home.keep(tmp_path / "mine", imogen(), b"wrapped")
    assert stat.S_IMODE((tmp_path / "mine").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "mine" / "identity.age").stat().st_mode) == 0o600


def test_one_that_was_not_finished_can_be_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(home, "write_new", interrupt)
        with pytest.raises(KeyboardInterrupt):
            home.keep(tmp_path, imogen(), b"wrapped")
    with pytest.raises(NoIdentity):
        home.wrapped(tmp_path)
    home.keep(tmp_path, joseph(), b"another")
    assert home.own_card(tmp_path) == CARD


def test_without_an_identity_it_says_what_to_do(tmp_path: Path) -> None:
    for read in (home.wrapped, home.own_card):
        with pytest.raises(NoIdentity) as refused:
            read(tmp_path / "nowhere")
        assert "redact identity create" in refused.value.remedy


def test_a_card_is_trusted(tmp_path: Path) -> None:
    assert home.trusted(tmp_path) == ()
    home.trust(tmp_path, CARD)
    home.trust(tmp_path, CARD)  # twice is once
    home.trust(tmp_path, imogen().card)
    assert set(home.trusted(tmp_path)) == {CARD, imogen().card}


def test_a_second_card_of_one_name_needs_a_word(tmp_path: Path) -> None:
    home.trust(tmp_path, CARD)
    newer = generate(CARD.name.upper(), CARD.role).card
    with pytest.raises(WrongUse, match="of that name") as refused:
        home.trust(tmp_path, newer)
    assert CARD.name not in repr(refused.value)
    assert home.trusted(tmp_path) == (CARD,)
    home.trust(tmp_path, newer, instead=True)
    assert home.trusted(tmp_path) == (newer,)


def test_a_trusted_card_that_was_altered_stops_all(tmp_path: Path) -> None:
    home.trust(tmp_path, CARD)
    file = next((tmp_path / "trusted").iterdir())
    file.write_text(card_as_text(CARD).replace(CARD.name, "Imogen"), encoding="utf-8")
    with pytest.raises(KeyDamaged):
        home.trusted(tmp_path)


def test_a_card_is_read_from_where_it_was_put(tmp_path: Path) -> None:
    (tmp_path / "a.card").write_text(card_as_text(CARD), encoding="utf-8-sig")  # as an editor saves it
    assert home.read_card(tmp_path / "a.card") == CARD
    (tmp_path / "b.card").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(KeyDamaged):
        home.read_card(tmp_path / "b.card")
    with pytest.raises(Unreadable, match="no card of that name"):
        home.read_card(tmp_path / "c.card")
    with pytest.raises(Unreadable, match="error"):
        home.read_card(tmp_path)


def test_a_folder_that_cannot_be_made_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(NotWritten, match="cannot be made"):
        home.keep(tmp_path / "file" / "mine", imogen(), b"wrapped")
