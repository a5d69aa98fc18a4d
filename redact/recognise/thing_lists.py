"""Runs of capitalised things, in which one more word is a thing too: "Beans, Rice, Oats", "Cot / Pod / Sofa".

A run is what stands between the ends of sentences, parted by commas, semicolons, strokes or tabs. Where two
or more of its items, and no fewer than the others, are plain words or systems and bodies that are known
everywhere, and none is an office, an agency, a word of kinship or somebody that the call knows, an item of
one word is no name. What remains: somebody who stands alone among things, by one ordinary word.
"""

from __future__ import annotations

from collections.abc import Container
from functools import cache
from itertools import chain

from redact.recognise import regex
from redact.recognise.known_things import is_a_things_name, may_be_a_thing
from redact.recognise.lists import entries, kinds, words
from redact.recognise.names import stop_words, title_words
from redact.recognise.plain_words import is_plain

__all__ = ["is_a_post_among_posts", "is_a_thing_in_a_list", "stands_among_things"]

_OF_A_FORENAME = 3  # of those, where the word is a forename too
_LEAST = 2  # items of plain words that make a run one of things
_REACH = 160  # characters on either side
_BEGINS = regex.compile(r"[.!?:\n]")
_ENDS = regex.compile(r"[.!?\n]")
_PARTS = regex.compile(r"[,;/\t|]|(?<![\p{L}\p{N}])(?:and|or|&)(?![\p{L}\p{N}])")
_NEXT = regex.compile(r",[ ](?:an?[ ]|the[ ])?(?P<word>\p{Ll}+)")
_WORD = regex.compile(r"[\p{L}\p{M}]+(?:['-][\p{L}\p{M}]+)*")
_BARE = regex.compile(r"[^\p{L}]*")


def stands_among_things(
    text: str, start: int, end: int, borne: Container[str], *, least: int = _LEAST
) -> bool:
    """Tell whether one word is an item of a run of things.

    Args:
        start, end: half-open code points of the text, which hold the word.
        borne: the words, in lower case, of names that somebody of the call bears.
        least: how many other items must be things.
    """
    low = max((each.end() for each in _BEGINS.finditer(text, max(0, start - _REACH), start)), default=None)
    low = max(0, start - _REACH) if low is None else low
    stop = _ENDS.search(text, end, end + _REACH)
    before = _PARTS.split(text[low:start])
    behind = _PARTS.split(text[end : stop.start() if stop else end + _REACH])
    if not (_BARE.fullmatch(before[-1]) and _BARE.fullmatch(behind[0])):
        return False
    items = [found for each in (*before[:-1], *behind[1:]) if (found := _WORD.findall(each))]
    every = [word for item in items for word in item]
    if any(_is_persons(word) or word.casefold() in borne for word in every):
        return False
    things = sum(" ".join(item).casefold() in _known() or all(map(_is_things, item)) for item in items)
    return things >= least and 2 * things >= len(items)


def is_a_thing_in_a_list(text: str, start: int, end: int, borne: Container[str]) -> bool:
    """Tell whether a word that may be a thing's stands among things; of a forename three others show it.

    Args:
        start, end, borne: as of `stands_among_things`.
    """
    word = text[start:end]
    if may_be_a_thing(word):
        return stands_among_things(text, start, end, borne)
    return is_a_things_name(word) and stands_among_things(text, start, end, borne, least=_OF_A_FORENAME)


def is_a_post_among_posts(text: str, start: int, end: int) -> bool:
    """Tell a trade or post that begins a run of such, in small letters: "Butcher, baker and Greggs"."""
    beside = _NEXT.match(text, end)
    return beside is not None and text[start:end].casefold() in _posts() and beside["word"] in _posts()


def _is_things(word: str) -> bool:
    return is_plain(word) or may_be_a_thing(word) or word.casefold() in stop_words() | words("small-words")


def _is_persons(word: str) -> bool:
    """Tell a word beside which people are listed; of agencies only with its capital: "school trip"."""
    plain = word.casefold()
    if word[0].isupper() and (plain in _agencies() or plain.removesuffix("s") in _agencies()):
        return True
    return plain in _persons() or plain.removesuffix("s") in _persons() or plain in title_words()


@cache
def _posts() -> frozenset[str]:
    trades = frozenset(trade.casefold() for trade in entries("occupations"))
    return trades | words("trades") | frozenset(role.casefold() for role in kinds("roles") if " " not in role)


@cache
def _known() -> frozenset[str]:
    """Give the names, in lower case, of systems and bodies that are known everywhere."""
    return frozenset(
        name
        for of in ("record-systems", "national-bodies", "known-bodies", "known-things")
        for name in map(str.casefold, entries(of))
    )


@cache
def _persons() -> frozenset[str]:
    """Give the words, in lower case, of offices and kinship: beside them people are listed."""
    phrases = chain(kinds("roles"), kinds("kinship"))
    long = frozenset(word.casefold() for phrase in phrases for word in phrase.split())
    return long - words("small-words") - words("agency-words")


@cache
def _agencies() -> frozenset[str]:
    return (words("agency-words") | words("post-words")) - words("small-words")
