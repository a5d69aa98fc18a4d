"""What the name of a place names: a street or an estate, a town or a village, a country abroad, or too much.

All texts are folded. Large areas (England, a county, London) point at no family and are none here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from redact.recognise import regex
from redact.recognise.grids import View
from redact.recognise.lists import entries, kinds, words
from redact.recognise.names import stop_words, title_words
from redact.recognise.streets import is_type
from redact.recognise.unclaimed import Guess
from redact.values.people import Label, Mention, Standing

__all__ = ["COUNTRY", "TOWN", "guess", "of_bodies"]

# The bands of the score: a place on the map is above them, and each has its rule. Both are above what a word
# scores that has nothing but the look of a name.
TOWN, COUNTRY = 0.55, 0.46
_STREET = 0.55  # below what is likely: a street without a number is asked about
_TOKEN = regex.compile(r"\p{L}[\p{L}'-]*")
_LEAD = regex.compile(r"(?:(?i:the|in|at|near|of|from|to|and)[ ])+")
_COMPASS = frozenset(
    {"north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "greater",
     "inner", "outer", "upper", "lower", "mid"}
)  # fmt: skip
# Types of a street that end the names of other places more often.
_BUILT = frozenset(
    {"bank", "court", "park", "house", "hall", "tower", "towers", "place", "green", "hill", "farm", "mill"}
)
_REASONS = {
    "town": "a name where a town, a village or another place is named",
    "country": "a country abroad",
    "street": "the name of a street or an estate without a number",
    "public": "a place that is in the name of a board, a council or a force of these documents",
}


def guess(name: str, bodies: frozenset[str] = frozenset()) -> Guess | None:
    """Tell what a name names; None for a large area, for plain words, and for what is no name.

    Args:
        name: words of one place, without what stands around them.
        bodies: words of public bodies that the documents name, as `of_bodies` gives them.
    """
    plain = " ".join(_LEAD.sub("", name.casefold().strip(" .,'\"-"), count=1).split()).removesuffix("'s")
    tokens = _TOKEN.findall(plain)
    if not tokens or len(max(tokens, key=len)) < 3 or plain in _large() or " ".join(tokens) in _large():
        return None
    if plain in _abroad():
        return Guess(Label.PLACE, COUNTRY, "country", _REASONS["country"])
    if tokens[0] in _COMPASS and " ".join(tokens[1:]) in (_large() | _abroad()):
        return None
    if _is_plain(tokens):
        return None
    is_street = is_type(tokens[-1]) and tokens[-1] not in _BUILT
    if len(tokens) > 1 and (is_street or tokens[-1] in ("estate", "estates")):
        return Guess(Label.ADDRESS, _STREET, "street", _REASONS["street"])
    if any(letter.isdigit() for letter in plain):
        return None
    if plain in bodies:
        return Guess(Label.PLACE, TOWN, "public", _REASONS["public"], Standing.PUBLIC)
    return Guess(Label.PLACE, TOWN, "town", _REASONS["town"])


def of_bodies(views: Sequence[View], mentions: Sequence[Mention]) -> frozenset[str]:
    """Collect the runs of words in the names of public bodies, in lower case.

    A town that the name of the review's own board holds is no secret, unless the board is left out.
    """
    wanted: dict[str, list[Mention]] = defaultdict(list)
    for each in mentions:
        if each.label is Label.ORGANISATION and each.standing is Standing.PUBLIC:
            wanted[each.span.passage].append(each)
    found: set[str] = set()
    for view in views:
        for passage in view.document.passages:
            for each in wanted.get(passage.id, ()):
                tokens = _TOKEN.findall(passage.text[each.span.start : each.span.end].casefold())
                found |= {
                    " ".join(tokens[start:end])
                    for start in range(len(tokens))
                    for end in range(start + 1, min(start + 5, len(tokens)) + 1)
                }
    return frozenset(found)


def _is_plain(tokens: Sequence[str]) -> bool:
    """Tell whether no word is a name's: a road of the map, a month, a body, a nation, a title."""
    known = _known()
    return all(token.removesuffix("'s") in known or len(token) < 3 for token in tokens)


@cache
def _known() -> frozenset[str]:
    nations = frozenset(nation.casefold() for nation in kinds("nations"))
    places = frozenset(place.casefold() for place in entries("english-places"))
    usual = stop_words() | title_words() | nations
    for name in ("known-capitals", "organisation-words", "agency-words", "record-abbreviations"):
        usual |= words(name)
    return usual - places


@cache
def _large() -> frozenset[str]:
    return frozenset(area.casefold() for area in entries("large-areas"))


@cache
def _abroad() -> frozenset[str]:
    return frozenset(country.casefold() for country in entries("countries"))
