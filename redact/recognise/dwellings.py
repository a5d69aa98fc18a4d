"""Addresses without the word of a street behind a name: "number 12", "at The Willows", "the Larkrise estate".

All texts are folded; offsets are half-open code points into them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from redact.recognise import regex
from redact.recognise.lists import kinds, words
from redact.recognise.names import stop_words
from redact.recognise.proper_words import WORD

__all__ = ["CUE", "EDGE", "Dwelling", "dwellings"]

# Behind a stroke it follows a word, as in HARTE/12 Tanner Row, and no number or letter: "1/2 Lane End".
EDGE = r"(?<![\p{L}\p{N}_@])(?<!(?<!\p{L}{2})/)(?<!\p{N}[.,:-])(?<!£)"
_ONE = r"\d{1,4}[a-zA-Z]?"
LIVING = (
    r"liv(?:es?|ed|ing)|resid(?:es?|ed|ing)|stay(?:s|ed|ing)?|moved?|moving|rehoused|housed|home|address|flat"
    r"|house|property|bedsit|tenancy|tenant|accommodation|born|neighbours?"
    r"|visit(?:ed|s)?(?:[ ](?:her|him|them))?|placed|removed|collected|returned|evicted|attended|called"
)
_ESTATE = regex.compile(
    rf"(?<![\p{{L}}\p{{N}}_'@-])(?P<value>{WORD}(?:[ ]{WORD}){{0,2}}(?:[ ]and[ ]{WORD}(?:[ ]{WORD})?)?)"
    r"[ ](?:(?:housing|council|Housing|Council)[ ])?[Ee]states?(?![\p{L}-])(?![ ](?:[Aa]gen|[Cc]ar|[Mm]anag))"
)
_NO_ESTATE = frozenset({"real", "trading", "industrial"})
_BY_NUMBER = regex.compile(
    r"(?<!\p{L})(?:at|to|from|of|is|was|in)[ ]"
    r"(?P<value>[Nn](?:umber|o\.?)[ ]?\d{1,4}[a-zA-Z]?"
    r"|\d{1,4}[a-zA-Z]?,?[ ](?P<name>\p{Lu}\p{Ll}+)(?:[ ]\p{Lu}\p{Ll}+){0,2})"
    r"(?![\p{L}\p{N}])(?![ ]?(?:years?|months?|weeks?|days?)\b)"
)
_NAMED = regex.compile(
    r"(?<!\p{L})(?:at|to|in|into|from|is|was)[ ]"
    rf"(?P<value>The[ ](?P<name>{WORD})(?:[ ]{WORD}){{0,2}})(?![\p{{L}}\p{{N}}])"
)
_LIVED = regex.compile(
    r"(?<!\p{L})(?i:liv(?:es?|ed|ing)|resid(?:es?|ed|ing)|stay(?:s|ed|ing)|moved|home|address)[ ]$"
)
CUE = regex.compile(rf"(?<!\p{{L}})(?i:{LIVING})(?!\p{{L}})[^.;\n\x00]{{0,40}}$")
# The flat of a house of which no more than "87 The Crescent" is told.
_FLAT_BEFORE = regex.compile(
    rf"(?r){EDGE}(?P<value>(?i:f[li1]at|apartment|apt\.?|unit|room)[ ]\d{{1,4}}[A-Za-z]?)"
    r"(?:,?[ ]|,?[ ]?\n[ ]?|/)"
)
_THE = regex.compile(
    rf"(?P<value>{EDGE}{_ONE},?[ ](?:The|THE|the)[ ](?:Green|Close|Avenue|Drive|Square|Crescent|Parade|Mews"
    r"|Grove|Terrace|Court|Lane|Street|Row|Walk|Rise|Park|Mount|Paddock|Maltings|Orchard|Croft|Chase"
    r"|GREEN|CLOSE|AVENUE|DRIVE|SQUARE|CRESCENT|crescent|avenue|terrace|mews|grove))"
    r"(?=[ ]?(?:[,.;:?!)\n\t]|$|and\b|with\b|until\b|in\b|for\b|now\b|again\b|since\b))"
)
# By itself: no heading ("3 The Close") and no part of a paper.
_THE_ALONE = regex.compile(
    r"(?i:crescent|avenue|close|mews|grove|terrace|green|drive|square|parade|paddock|maltings)"
)
_OF_A_PAPER = regex.compile(
    r"(?:^|\n|(?i:chapter|section|part|step|page|table|figure|box|paragraph|para\.?|p\.|no\.))[ ]*$"
)
_AT = regex.compile(r"(?r)(?<!\p{L})(?:in|at|on|to|from|off|of|near|is|was|now)[ ]")
_SMALL = regex.compile(
    rf"{EDGE}(?:flat[ ]\d{{1,4}}[a-z]?,?[ ])?\d{{1,4}}[a-z]?,?[ ]"
    r"(?P<word>\p{Ll}[\p{Ll}']{2,})(?:[ ](?P<word>\p{Ll}[\p{Ll}']{2,}))?[ ]"
    r"(?:road|street|lane|avenue|close|crescent|drive|row|terrace|court|gardens|grove|way|place|rd|ave|cres)"
    r"(?![\p{L}\p{N}'-])"
)
# What leads to an address in notes without capitals, and the flat before its number.
_TO_SMALL = regex.compile(
    r"(?r)(?<!\p{L})(?:addr(?:ess)?:?|add:|now|at|to|from|of|left|lives?|living|visit(?:ed)?|hv|h/v)[ ]"
)
# "flat 2, elm court, 12 tanner row", and "flat 2, elm court" where the number is the flat's.
_FLAT_SMALL = regex.compile(
    r"(?r)(?<!\p{L})(?P<value>(?:flat|apartment|apt|unit|room)[ ]"
    r"(?:\d{1,4}[a-z]?,?[ ](?:\p{Ll}[\p{Ll}']+(?:[ ]\p{Ll}[\p{Ll}']+)?,[ ])?)?)"
)
# What may lead to one besides, where what follows is hardly anything else, and where the address ends.
_BESIDE_SMALL = regex.compile(
    r"(?r)(?<!\p{L})(?:in|is|outside|opposite|near|round|off|into|behind|property|for|and|then|gave|moved)[ ]"
)
_THINGS_BEHIND = regex.compile(r"[ ]\p{Ll}{4,}s(?!\p{L})")  # "in 3 tall terrace houses"
_BEFORE_SMALL = regex.compile(r"(?r)(?<!\p{L})(?:moved[ ]in|outside|opposite|property)[ ]")
# Of the words of streets, those that other things have too, and those that hardly anything else has.
_LESS_SURE = frozenset({"row", "parade", "gardens", "villas", "cottages", "wharf", "quay", "alley"})
_SURE_TOO = frozenset(
    {"garth", "croft", "wynd", "fold", "copse", "chase", "mead", "vale", "spinney", "dene", "rise", "heights"}
)
_ENDS_SMALL = regex.compile(r"[ ]?[,.;:)\n\x00-]|$")
_POSTCODE_SMALL = r"[A-Za-z]{1,2}\d[A-Za-z\d]?[ ]{0,3}\d[A-Za-z]{2}(?![\p{L}\p{N}])"
_FLAT = regex.compile(
    rf"{EDGE}(?P<value>(?:Flat|FLAT|Apartment|Maisonette)[ ](?:\d{{1,4}}[A-Za-z]?|[A-Z]\d{{0,2}}),?[ ]"
    rf"(?:The[ ])?(?P<name>{WORD})(?:[ ]{WORD}){{0,3}})(?![\p{{L}}\p{{N}}])"
)


@dataclass(frozen=True, slots=True)
class Dwelling:
    """A stretch that is an address by itself; `near` is its score beside words of living somewhere."""

    start: int
    end: int
    pattern: str
    score: float
    near: float


def dwellings(text: str) -> Iterator[Dwelling]:
    """Find addresses that are known by a number, a house, an estate or a flat."""
    if "state" in text:
        yield from _estates(text)
    yield from _numbers(text)
    for match in _NAMED.finditer(text):
        lived = _LIVED.search(text, max(0, match.start() - 12), match.start())
        if lived and match["name"].casefold() not in stop_words():
            yield _made(match.span("value"), "house alone", 0.5)
    for match in _FLAT.finditer(text):
        if match["name"].casefold() not in stop_words():
            yield _made(match.span("value"), "flat", 0.85)


def _in_small_letters(text: str) -> Iterator[Dwelling]:
    """Find a number and a street in small letters up to a postcode, or where one is likely to be meant."""
    for match in _small().finditer(text):
        kind = match["type"]
        names = [word for word in match.captures("word") if word != "st"]
        if any(_is_counted(word, is_sure=kind in _sure_types()) for word in names):
            continue
        flat = _FLAT_SMALL.match(text, max(0, match.start() - 60), match.start())
        start = flat.start() if flat else match.start()
        if match["town"] is not None:
            yield _made((start, match.end("town")), "small letters", 0.8)
        elif _is_meant(text, start, match.end("type"), is_sure=kind in _sure_types(), is_flat=bool(flat)):
            yield Dwelling(start, match.end(), "small letters", 0.5, 0.75)


def _is_counted(word: str, *, is_sure: bool) -> bool:
    """Tell whether a word between a number and a word such as road makes no address: "10 minutes drive"."""
    if word in words("counted-words"):
        return True
    return word in stop_words() and not (is_sure and word in words("street-name-words"))


def _is_meant(text: str, start: int, end: int, *, is_sure: bool, is_flat: bool) -> bool:
    """Tell whether words lead to an address in small letters, and whether it ends there.

    Behind a flat, and with a word that is hardly anything else than a street's, one of them is enough.
    """
    is_led = _TO_SMALL.match(text, max(0, start - 12), start) is not None
    is_closed = _ENDS_SMALL.match(text, end) is not None
    if (is_flat or is_sure) and not is_closed and _THINGS_BEHIND.match(text, end):
        return False
    if is_flat or is_sure:
        return is_closed or is_led or _BESIDE_SMALL.match(text, max(0, start - 12), start) is not None
    return is_closed and (is_led or _BEFORE_SMALL.match(text, max(0, start - 12), start) is not None)


@cache
def _sure_types() -> frozenset[str]:
    """Give the words that are hardly anything else behind a number and a word: street, crescent, garth."""
    streets = {entry.lower() for entry, kind in kinds("street-types").items() if kind == "street"}
    return frozenset((streets - _LESS_SURE) | _SURE_TOO)


@cache
def _small() -> regex.Pattern[str]:
    every = [regex.escape(entry.lower()) for entry, kind in kinds("street-types").items() if kind != "short"]
    types = "|".join(sorted(every, key=lambda entry: (-len(entry), entry)))
    word, gap = r"(?P<word>\p{Ll}[\p{Ll}']+)", r"(?:[ ]|[ ]?\n[ ]?)"
    town = r"(?P<town>(?:,[ ]?\n?(?:\p{L}[\p{L}'-]*+[ ]?){1,3}?){0,3})"
    return regex.compile(
        rf"{EDGE}(?!(?:19|20)\d\d[ ])\d{{1,4}}[a-z]?,?{gap}{word}(?:{gap}{word})?"
        rf"{gap}(?P<type>{types})(?![\p{{L}}\p{{N}}'-])"
        rf"(?:{town}(?=,?[ \n]{{1,2}}{_POSTCODE_SMALL}))?"
    )


def _made(span: tuple[int, int], pattern: str, score: float) -> Dwelling:
    return Dwelling(*span, pattern, score, score)


def _estates(text: str) -> Iterator[Dwelling]:
    for match in _ESTATE.finditer(text):
        start = match.start("value")
        for word in regex.finditer(r"\S+", match["value"]):
            plain = word[0].casefold()
            if plain != "and" and plain not in stop_words() and plain not in _NO_ESTATE:
                yield _made((start + word.start(), match.end()), "estate", 0.5)
                break


def _numbers(text: str) -> Iterator[Dwelling]:
    counted = words("counted-words")
    for match in _BY_NUMBER.finditer(text):
        name = match["name"]
        if not CUE.search(text, max(0, match.start() - 50), match.start()):
            continue
        if name is None:
            yield _made(match.span("value"), "number alone", 0.5)
        elif name.casefold() not in stop_words() and name.casefold() not in counted:
            yield _made(match.span("value"), "number and street", 0.65)
    for match in _THE.finditer(text):
        flat = _FLAT_BEFORE.match(text, max(0, match.start() - 24), match.start())
        if flat is not None:
            yield _made((flat.start("value"), match.end()), "number and street", 0.85)
        elif text.startswith(",", match.end()) or _AT.match(text, max(0, match.start() - 6), match.start()):
            yield _made(match.span(), "number and street", 0.85)
        elif _is_house_of(text, match):
            yield _made(match.span(), "number and street", 0.6)
    yield from _in_small_letters(text)
    for match in _SMALL.finditer(text):
        if not any(word in counted or word in stop_words() for word in match.captures("word")):
            yield Dwelling(match.start(), match.end(), "small letters", 0.0, 0.75)


def _is_house_of(text: str, match: regex.Match[str]) -> bool:
    """Tell a house of "The Crescent" that no word leads to: "new patient check, 157 The Crescent."."""
    is_street = _THE_ALONE.fullmatch(match["value"].rsplit(" ", 1)[-1]) is not None
    low = max(0, match.start() - 12)
    return is_street and _OF_A_PAPER.search(text, low, match.start()) is None
