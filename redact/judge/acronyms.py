"""Abbreviations: where each is first used, and whether it is explained there, in a note or a list of terms.

One in a heading counts as its first use, and is explained where the text below uses it first. Words in
capitals for stress are none, nor what `acronym_places` leaves out. What remains: one that is written as a
word and that no list has.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from redact.judge.acronym_places import Place, key_of, places_of
from redact.judge.acronym_words import Lexicon, lexicon_of
from redact.judge.explaining import begins_a_term, explains, fits
from redact.judge.outline import Outline
from redact.judge.read_through import Kind, Through, read_through
from redact.values.people import Mention
from redact.values.text import Document, Span

__all__ = ["Acronym", "acronyms"]

_MOST_LETTERS = 8  # of one that no list has
_DEFINED = re.compile(r"\s*[:=|\u2013\u2014-]\s*(?:an?|the|any)\s+[a-z]")


@dataclass(frozen=True, slots=True)
class Acronym:
    """One abbreviation: where it is first used, whether it is explained, and how often it stands."""

    letters: str = field(repr=False)
    first: Span
    explained: bool
    count: int


def acronyms(
    document: Document,
    outline: Outline,
    terms: Collection[int],
    mentions: Sequence[Mention],
    known: Collection[str],
) -> tuple[Acronym, ...]:
    """Find the abbreviations of a document, in the order of their first use.

    Args:
        terms: numbers of the outline's lines that are a list of terms.
        mentions: of this document, or of others too; names and numbers of people are no abbreviations.
        known: abbreviations that everybody knows, beside those of our list: they count as explained.

    Raises:
        RuleFault: a word list is missing.
    """
    through = read_through(document, outline, terms)
    words = lexicon_of(through.text)
    everyday = {key_of(one) for one in (*words.everyday, *known)}
    found: dict[str, list[Place]] = {}
    for place in places_of(through, words, mentions):
        found.setdefault(key_of(place.letters), []).append(place)
    told = {key: _told(places, through, words) for key, places in found.items()}
    return tuple(
        Acronym(
            through.text[first.start : first.end],
            first.stretch.span(first.start, first.end),
            key in everyday or _is_explained(places, through),
            len(places),
        )
        for key, places in sorted(told.items(), key=lambda one: one[1][0].start if one[1] else 0)
        for first in places[:1]
    )


def _told(places: Sequence[Place], through: Through, words: Lexicon) -> list[Place]:
    """Give the places in which it is an abbreviation, and no word in capitals for stress."""
    told = [place for place in places if _is_told(place, through, words)]
    if told and len(told) < len(places) and not words.is_word(places[0].letters):
        return list(places)  # those in a heading in capitals too
    return told


def _is_told(place: Place, through: Through, words: Lexicon) -> bool:
    letters = place.letters
    if not letters.isalpha() or not letters.isupper():
        return True
    shouts, word, known = place.stretch.shouts, words.is_word(letters), words.knows(letters)
    if not word and (known or not (shouts or _looks_shouted(place, through, words))):
        return True
    if explains(through.text, place.start, place.end, letters):
        return True
    if shouts:
        return (known and not word) or words.has_no_vowel(letters)
    return word and known and not words.among_capitals(through.text, place.start, place.end)


def _looks_shouted(place: Place, through: Through, words: Lexicon) -> bool:
    """Tell whether letters of no list are a word in capitals, by their length or by what stands beside."""
    if len(place.letters) > _MOST_LETTERS:
        return True
    if not words.could_be_a_word(place.letters):
        return False
    return words.among_capitals(through.text, place.start, place.end)


def _is_explained(places: Sequence[Place], through: Through) -> bool:
    first = places[0]
    # A heading cannot explain: what counts is the text below.
    text = next((place for place in places if place.stretch.kind is not Kind.HEADING), first)
    if any(explains(through.text, one.start, one.end, one.letters) for one in (first, text)):
        return True
    return any(fits(first.letters, note) for note in through.notes.get(first.letters[0].upper(), ())) or any(
        _in_a_list(place, through) for place in places
    )


def _in_a_list(place: Place, through: Through) -> bool:
    """Tell whether a list of terms, a row of a table or a note explains it in this place."""
    kind, cell = place.stretch.kind, place.stretch.cell
    if cell is not None:
        in_terms = kind is Kind.TERMS and cell[1] == 1
        return in_terms or any(fits(place.letters, other) for other in through.beside(place.stretch))
    begins = begins_a_term(through.text, place.start, place.end)
    if begins and (kind is Kind.TERMS or _DEFINED.match(through.text, place.end)):
        return True
    if not begins and kind not in (Kind.NOTE, Kind.TERMS):
        return False
    return explains(through.text, place.start, place.end, place.letters)
