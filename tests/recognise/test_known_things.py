"""Things known by a name of their own, and words that look like names until a position shows them."""

from __future__ import annotations

import pytest

from redact.recognise.known_things import is_in_a_known_thing, is_like_a_thing, may_be_a_thing
from redact.recognise.lists import entries, kinds, words


def _place(marked: str) -> tuple[str, int, int]:
    """Give a text without its marks, and the half-open code points of what stood between them."""
    before, _, rest = marked.partition("[")
    found, _, behind = rest.partition("]")
    return before + found + behind, len(before), len(before) + len(found)


@pytest.mark.parametrize(
    "marked",
    [
        "She watched [Cash] in the Attic.",  # the first word
        "Bill for the Reliant [Robin] outside.",  # the last word
        "He wore a West [Ham] shirt.",  # a club
        "They finished [Mellow Parenting] in May.",  # all of it
        "Under a [Bair\nHugger] in Resus.",  # over a line end
        "A [Mellow]-Parenting group ran.",  # a hyphen between
        "Prizes from [WH] Smith.",  # letters
        "The [Bier]'s block was done.",  # with the owner's sign
        "A packet from Marks & [Spencer] lay there.",  # with a sign between
        "Signed for on [petty cash].",  # small letters
        "A bottle of SMA [Gold] was left.",  # a milk
        "Home for [Eid] al-Fitr.",  # a feast
        "A [Bearded] Dragon lived in the bath.",  # a beast
        "He rode a [Raleigh] bike.",  # a bike
        "The [Philomena] Protocol form was empty.",  # a scheme
        "Seen by the paed [Reg] at two.",  # a post
        "Cards for [Valentine]'s Day.",  # a day
    ],
)
def test_whatever_lies_in_a_known_thing_is_nobodys(marked: str) -> None:
    assert is_in_a_known_thing(*_place(marked))


@pytest.mark.parametrize(
    "marked",
    [
        "[Robin] was outside.",  # the word alone
        "She had cash. [Attic] was there.",  # words that are parted
        "[Jack Daniels] said that he was tired.",  # he acts
        "West. [Ham] was there, so was his aunt.",  # a sentence between
        "[Mellow Parenting Harte] came.",  # more than the thing
        "[Stella] can swim now.",  # what she can
        "The statement, signed [CP], is short.",  # letters before a verb
        "Home with Wray and [nephew].",  # two people, and not a drink
        "[Valentine] came that day.",  # no day of his
        "[Reg] was seen by a paed.",  # the words the other way round
    ],
)
def test_what_is_not_whole_is_no_known_thing(marked: str) -> None:
    assert not is_in_a_known_thing(*_place(marked))


@pytest.mark.parametrize(
    "marked",
    [
        "A [Merlin] was sent on Friday.",  # one of a system's reports
        "Two [Merlins] were on file.",  # more of them
        "[Merlin] history was asked for.",  # a system's noun
        "[SIMS] updated\tHarte",  # a system's verb, and nothing behind it
        "[MERLIN] rec'd in the tray.",  # capitals among small letters
        "It was put on the [RiO] notes.",  # written as no name is
        "It was logged on [Niche] at four.",  # kept in a system
        '"[Merlin]" means a notice of the police.',  # the word is spoken of
        "Money was owed to [Provident] each week.",  # a lender
        "The [Sky] box had gone.",  # what a seller gives
        "A cooker for £179.99, [Comet].",  # behind a price
        "He is a fan of [Everton] and of chips.",  # whom one supports
        "The [Chelsea] match was on.",  # a club's noun
        "They watched [Frozen] again.",  # what one watches
        "Her [Elsa] costume was wet.",  # a character's noun
        "A blue [Corsa] stood there.",  # a car
        "[Mantoux] test read at 48 hours.",  # a test
        "He went as a [Wally].",  # one of a kind
        "[Art] is her best subject.",  # a lesson
        "A grant from the [Princess]'s charity.",  # in the crown's name
    ],
)
def test_a_position_shows_a_thing(marked: str) -> None:
    assert is_like_a_thing(*_place(marked))


@pytest.mark.parametrize(
    "marked",
    [
        "[Merlin] said that a box was wet.",  # he acts
        "A letter came to [Sky] that day.",  # a common name, and no thing behind it
        "The nurse spoke to [Chelsea] alone.",  # nothing shows a club
        "They were watching [Elsa] in the bath.",  # she is watched
        "[Robin] hit his sister.",  # nothing shows a car
        "She was a [Merlin].",  # a family
        "[Sims] updated the plan.",  # somebody did
        "[ROBIN] was seen at home.",  # capitals of a forename
        "[Kayleigh] test.",  # in no list
    ],
)
def test_what_no_position_shows_may_be_somebodys(marked: str) -> None:
    assert not is_like_a_thing(*_place(marked))


@pytest.mark.parametrize(("word", "may_be"), [("Provident", True), ("Robin", False), ("Kayleigh", False)])
def test_forenames_are_no_things_by_themselves(word: str, may_be: bool) -> None:
    assert may_be_a_thing(word) is may_be


def test_known_things_are_of_several_words() -> None:
    single = [entry for entry in entries("known-things") if not any(sign in entry for sign in " -&")]
    assert single == []


def test_every_kind_of_thing_has_its_positions() -> None:
    from redact.recognise.thing_positions import behind

    assert all(behind(kind).pattern for kind in set(kinds("things-like-names").values()))


def test_letters_of_things_are_capitals() -> None:
    assert all(
        each.isupper() and each.isalpha() for line in entries("known-letters") for each in line.split()
    )
    assert words("known-letters") >= {"las", "cquin"}
