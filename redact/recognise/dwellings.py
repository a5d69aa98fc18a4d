"""Addresses without the word of a street behind a name: "number 12", "at The Willows", "the Larkrise estate".

All texts are folded; offsets are half-open code points into them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from redact.recognise.lists import words
from redact.recognise.names import stop_words
from redact.recognise.proper_words import WORD

__all__ = ["CUE", "EDGE", "Dwelling", "dwellings"]

EDGE = r"(?<![\p{L}\p{N}_@/])(?<!\p{N}[.,:-])(?<!£)"
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
_THE = regex.compile(
    rf"(?P<value>{EDGE}{_ONE},?[ ](?:The|THE|the)[ ](?:Green|Close|Avenue|Drive|Square|Crescent|Parade|Mews"
    r"|Grove|Terrace|Court|Lane|Street|Row|Walk|Rise|Park|Mount|Paddock|Maltings|Orchard|Croft|Chase"
    r"|GREEN|CLOSE|AVENUE|DRIVE|SQUARE|CRESCENT))"
    r"(?=[ ]?(?:[,.;)\n]|$|and\b|with\b|until\b|in\b|for\b))"
)
_AT = regex.compile(r"(?r)(?<!\p{L})(?:in|at|on|to|from|off|of|near|is|was)[ ]")
_SMALL = regex.compile(
    rf"{EDGE}(?:flat[ ]\d{{1,4}}[a-z]?,?[ ])?\d{{1,4}}[a-z]?,?[ ]"
    r"(?P<word>\p{Ll}[\p{Ll}']{2,})(?:[ ](?P<word>\p{Ll}[\p{Ll}']{2,}))?[ ]"
    r"(?:road|street|lane|avenue|close|crescent|drive|row|terrace|court|gardens|grove|way|place|rd|ave|cres)"
    r"(?![\p{L}\p{N}'-])"
)
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
        if text.startswith(",", match.end()) or _AT.match(text, max(0, match.start() - 6), match.start()):
            yield _made(match.span(), "number and street", 0.85)
    for match in _SMALL.finditer(text):
        if not any(word in counted or word in stop_words() for word in match.captures("word")):
            yield Dwelling(match.start(), match.end(), "small letters", 0.0, 0.75)
