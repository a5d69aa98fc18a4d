"""Phrases of several lists, looked up together."""

from __future__ import annotations

import pytest

from redact.recognise.phrases import Phrases

TABLE = Phrases({"first": ("red door", "red"), "second": ("Red Door Club", "door-keeper", "red")})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a red door", [("red door", "first")]),  # the longer
        ("a red door club", [("red door club", "second")]),  # the longest, of any list
        ("RED", [("RED", "first")]),  # in any case; of equals the list given first
        ("a red\ndoor", [("red\ndoor", "first")]),  # over a line end
        ("reds, infra-red, redden", []),  # no whole words
        ("the door-keeper", [("door-keeper", "second")]),
        ("red red door", [("red", "first"), ("red door", "first")]),
        ("", []),
    ],
)
def test_phrases_are_whole_words_and_the_longest(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(text[each.start : each.end], each.source) for each in TABLE.find(text)] == expected
