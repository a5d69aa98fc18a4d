"""Letters of known people beside what the name model thinks of them; examples stand with the recogniser."""

from __future__ import annotations

import pytest

from redact.recognise import own_letters
from tests.recognise.recognise_factory import mentions_by

_PEOPLE = "Mother: Tess Oakley\n\nWorker: Sara Webb\n\nFather: Adam Harte\n\n"


@pytest.mark.parametrize(
    ("text", "odds", "expected"),
    [
        ("TO rang the school.", 0.0, ["TO"]),  # a word in capitals among small letters
        ("Letter for TO and for AH.", 0.05, ["TO", "AH"]),
        ("TOLD TO WAIT OUTSIDE BY STAFF", 0.0, []),  # a line in capitals
        ("Ask WHO TO ring.", 0.0, []),  # beside another word in capitals
        ("SW rang the school.", 0.05, []),  # a usual short form
        ("SW rang the school.", 0.3, ["SW"]),  # unless the model thinks of a name
        ("Ms Vesey (SW) and SW Vesey rang.", 0.3, []),  # a post beside a name
        ("AH rang the school.", 0.01, []),  # what the model holds impossible
        ("passed to ah for action", 0.9, ["ah"]),  # small letters, where it takes them for a name
        ("passed to ah for action", 0.3, []),
        ("told to wait", 0.9, []),  # never a small word
    ],
)
def test_bare_letters_are_weighed_by_what_the_model_thinks(
    text: str, odds: float, expected: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own_letters, "chance", lambda *_: odds)
    found = [covered for covered, _ in mentions_by("own-letters", _PEOPLE + text)]
    assert found == expected


def test_small_letters_for_a_parent_are_nobodys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own_letters, "chance", lambda *_: 0.9)
    assert mentions_by("own-letters", "Mother: Mina Oakley\n\nmo said no") == []
