"""Passphrases that are let through, and words that are offered."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from redact.errors import RuleFault, WrongUse
from redact.keystore import passphrases


@pytest.mark.parametrize(
    "passphrase",
    [
        "correct horse battery",
        "fourteen chars",  # exactly
        "ends with space ",
        "Ŵyn’s grey otter",
    ],
)
def test_these_will_do(passphrase: str) -> None:
    passphrases.look_at(passphrase)


@pytest.mark.parametrize(
    ("passphrase", "why"),
    [
        ("", "empty"),
        (" " * 20, "empty"),
        ("thirteen char", "at least 14"),
        ("e\u0301" * 13, "at least 14"),  # thirteen letters, however they are typed
        ("a" * 30, "over and over"),
        ("abcabcabcabcabcabc", "over and over"),
        ("fourteen chars\n", "one line"),
    ],
)
def test_these_will_not(passphrase: str, why: str) -> None:
    with pytest.raises(WrongUse, match=why) as refused:
        passphrases.look_at(passphrase)
    assert not passphrase.strip() or passphrase not in repr(refused.value)


def test_six_words_by_lot_are_offered() -> None:
    offered = passphrases.suggest()
    assert len(offered.split(" ")) == 6
    assert set(offered.split()) <= set(passphrases.words())
    assert offered != passphrases.suggest()
    passphrases.look_at(offered)


def test_six_words_are_as_strong_as_we_say() -> None:
    words = passphrases.words()
    assert 6 * math.log2(len(words)) > 65
    assert all(word.isascii() and word.isalpha() and word.islower() and 3 <= len(word) <= 9 for word in words)


@pytest.mark.parametrize("content", [None, "# few\nant bee\n"])
def test_without_the_list_nothing_weak_is_offered(
    content: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "lists").mkdir()
    if content is not None:
        (tmp_path / "lists" / "passphrase-words.txt").write_text(content, encoding="utf-8")
    monkeypatch.setattr(passphrases, "rules_folder", lambda: tmp_path)
    with pytest.raises(RuleFault, match="list of words"):
        passphrases.words.__wrapped__()
