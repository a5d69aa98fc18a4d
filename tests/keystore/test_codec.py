"""A key as JSON and back: whatever names it holds, and nothing else."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings

from redact.keystore.codec import key_from_plain, key_to_plain
from redact.keystore.seal import canonical
from redact.values.key import Key
from tests.values.keys import keys, make_key

PLAIN = key_to_plain(make_key())


def test_a_key_comes_back_as_it_was() -> None:
    assert key_from_plain(json.loads(canonical(PLAIN))) == make_key()


@settings(max_examples=60)
@given(keys())
def test_any_key_comes_back_as_it_was_letter_by_letter(key: Key) -> None:
    data = canonical(key_to_plain(key))
    again = key_from_plain(json.loads(data))
    assert again == key
    assert canonical(key_to_plain(again)) == data  # composed and not composed stay as they were typed


def test_somebody_who_opens_it_by_hand_can_read_it() -> None:
    text = canonical(key_to_plain(make_key())).decode("utf-8")
    assert '"pseudonym":"Child X"' in text
    assert '"kind":"nickname","text":"Saffy"' in text
    assert '"born":"2019-03-04"' in text


def changed(**changes: Any) -> dict[str, Any]:
    return {**PLAIN, **changes}


@pytest.mark.parametrize(
    "content",
    [
        {},
        changed(format="redact-key/2"),
        changed(more="Odile"),
        {name: value for name, value in PLAIN.items() if name != "links"},
        changed(revision="1"),
        changed(revision=True),  # no number
        changed(created="2026-11-21T09:30:05"),  # a time of nowhere
        changed(secret="Odile"),
        changed(retain_until="Odile"),
        changed(people={"Odile": 1}),
        changed(people=[{**PLAIN["people"][0], "names": [{"text": "Odile", "kind": "Odile"}]}]),
        changed(people=[PLAIN["people"][0]] * 2),  # an id twice
        changed(recipients=[]),
    ],
)
def test_what_is_no_key_is_refused_without_its_words(content: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="key") as refused:
        key_from_plain(content)
    assert "Odile" not in repr(refused.value)
    assert refused.value.__suppress_context__ or refused.value.__context__ is None
