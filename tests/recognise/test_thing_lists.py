"""Runs of things, and runs of people that look like them."""

from __future__ import annotations

import pytest

from redact.recognise.thing_lists import stands_among_things


def _is_among_things(text: str, *borne: str) -> bool:
    before, _, rest = text.partition("[")
    word, _, behind = rest.partition("]")
    return stands_among_things(before + word + behind, len(before), len(before + word), frozenset(borne))


@pytest.mark.parametrize(
    "text",
    [
        "Kit list: spoons, [Teddy], inhaler.",  # between commas
        "Food: toast / pasta / [Rice]",  # at the end, strokes
        "Toast\t[Rice]\tPorridge\nBiscuits",  # a row of cells
        "Receipts: Boots, Morrisons, [Rice], school trip.",  # an agency's word in small letters
        "He left. Spoons, blankets and [Caddy] were gone.\n",  # the last item goes on and is not counted
    ],
)
def test_a_word_among_things(text: str) -> None:
    is_item = not text.endswith("gone.\n")
    assert _is_among_things(text) is is_item


@pytest.mark.parametrize(
    "text",
    [
        "Told: nurse, toast, [Rice], porridge.",  # an office: people are listed
        "Seen: Mother, blankets, spoons, [Rice].",  # a word of kinship
        "Told: Housing School, spoons, blankets, [Rice].",  # an agency
        "Toast. [Rice] rang. Porridge.",  # no run at all
        "Toast, [Rice] rang, porridge.",  # the item is more than the word
        "Toast, [Rice], Okafor, Brandreth.",  # more of other words
        "Spoons, [Rice].",  # one thing is no run
    ],
)
def test_a_word_that_may_be_somebody(text: str) -> None:
    assert not _is_among_things(text)


def test_somebody_of_the_call_makes_it_a_run_of_people() -> None:
    text = "Had toast, Kayleigh, spoons, blankets, [Rice]."
    assert _is_among_things(text)
    assert not _is_among_things(text, "kayleigh")
