"""The gate from its first command to the archive: three invented reviews, each a script of text.

Every refusal on the way is there, each with its own words: see the scripts beside this file.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from redact.keystore import home
from tests.keystore.quick_identity import keep_quickly
from tests.sessions.handling import HANDLINGS
from tests.sessions.runner import PASSPHRASE, play

pytestmark = pytest.mark.timeout(900)  # forty commands each, where others share the machine
SCRIPTS = sorted(Path(__file__).parent.glob("*.session"))
PEOPLE = {
    "imogen": ("Imogen Tarrant", "business manager"),
    "joseph": ("Joseph Adeyemi-Clarke", "overview author"),
    "odette": ("Odette Farrowby", "second reader"),
    "rufus": ("Rufus Oakley", "data-protection officer"),
    "mallory": ("Mallory Quist", ""),
}


@pytest.fixture(scope="module")
def people(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """Give everybody an identity; they trust each other's cards, but for Mallory's."""
    base = tmp_path_factory.mktemp("people")
    cards = {
        key: keep_quickly(base / key, name, PASSPHRASE, role).card for key, (name, role) in PEOPLE.items()
    }
    for mine in cards:
        for other in cards.keys() - {mine, "mallory"}:
            home.trust(base / mine, cards[other])
    return {key: base / key for key in PEOPLE}


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_a_session(
    script: Path, people: Mapping[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    play(script, tmp_path, people, HANDLINGS, monkeypatch)


def test_there_are_sessions() -> None:
    assert {"wt2015-bath-nes", "wt2010b-bromley", "wt2023-improvements"} <= {path.stem for path in SCRIPTS}
