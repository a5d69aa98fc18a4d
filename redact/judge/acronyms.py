"""Abbreviations in capitals, and whether each is explained where it is first used, or in a list of terms.

"ABC" is explained by "the All Boys Club (ABC)", by "ABC (All Boys Club)", by a row or a line of a list of
terms that begins with it, or where "ABC stands for ...". What remains: an explanation in other words than
those whose first letters it has is not seen, and a person's label that nobody has marked is taken for one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from redact.values.text import Part, Passage, Span

__all__ = ["Acronym", "acronyms"]

_ACRONYM = re.compile(r"(?<![\w&/.-])(?=[A-Z0-9&]*[A-Z][A-Z0-9&]*[A-Z])[A-Z][A-Z0-9&]{1,7}(?=s?(?![\w&]))")
_ROMAN = re.compile(r"[IVXLC]+")
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)?")
_READ = (Part.BODY, Part.TABLE, Part.FOOTNOTE, Part.ENDNOTE, Part.TEXT_BOX)
_SMALL = frozenset(("a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"))
_NEXT_WORDS = 12  # words of a long form
_TERM = re.compile(r"\s*(?:[:=\u2013\u2014-]|\t|\.{2,})\s*\w")
_STANDS_FOR = re.compile(r"\s*(?:stands for|means|is short for|is the abbreviation)\b")
_SHOUTED = 0.7  # of the letters of a passage are capitals: a heading in capitals has no abbreviations


@dataclass(frozen=True, slots=True)
class Acronym:
    """One abbreviation: where it is first used, whether it is explained there, and how often it stands."""

    letters: str
    first: Span
    explained: bool
    count: int


def acronyms(
    passages: Iterable[Passage], labels: Mapping[str, tuple[tuple[int, int], ...]], known: Collection[str]
) -> tuple[Acronym, ...]:
    """Find the abbreviations of a document, in the order of their first use.

    Args:
        labels: by passage the half-open spans of names, labels and numbers of people, which are none.
        known: abbreviations that everybody knows.
    """
    first: dict[str, tuple[Passage, int, int]] = {}
    explained: set[str] = set()
    counted: dict[str, int] = {}
    for passage in passages:
        if passage.apart or passage.repeated or passage.location.part not in _READ or _shouts(passage.text):
            continue
        for match in _ACRONYM.finditer(passage.text):
            letters, span = match[0], match.span()
            if letters in known or _ROMAN.fullmatch(letters) or _is_taken(labels.get(passage.id, ()), span):
                continue
            counted[letters] = counted.get(letters, 0) + 1
            is_first = letters not in first
            first.setdefault(letters, (passage, *span))
            if _in_a_list(passage, span) or (is_first and _explains(passage.text, letters, span)):
                explained.add(letters)
    return tuple(
        Acronym(letters, Span(passage.id, start, end), letters in explained, counted[letters])
        for letters, (passage, start, end) in first.items()
    )


def _shouts(text: str) -> bool:
    letters = [character for character in text if character.isalpha()]
    return len(letters) > 8 and sum(map(str.isupper, letters)) > _SHOUTED * len(letters)


def _is_taken(spans: tuple[tuple[int, int], ...], own: tuple[int, int]) -> bool:
    return any(start < own[1] and own[0] < end for start, end in spans)


def _in_a_list(passage: Passage, span: tuple[int, int]) -> bool:
    """Tell whether a list of terms explains it: it begins a line, or has the first cell of a row."""
    text, (start, end) = passage.text, span
    cell = passage.location.cell
    if cell is not None and cell[1] == 1 and text.strip() == text[start:end]:
        return True
    line = text.rfind("\n", 0, start) + 1
    return not text[line:start].strip(" \t*\u2022-") and _TERM.match(text, end) is not None


def _explains(text: str, letters: str, span: tuple[int, int]) -> bool:
    start, end = span
    if _STANDS_FOR.match(text, end):
        return True
    before, after = text[:start].rstrip(), text[end:]
    if before.endswith(("(", "[")):
        words = _WORD.findall(before[-200:])[-_NEXT_WORDS:]
        return any(_initials_fit(letters, words[at:]) for at in range(len(words)))
    inside = re.match(r"\s*[(\[]([^)\]]{3,200})[)\]]", after)
    return inside is not None and _initials_fit(letters, _WORD.findall(inside[1])[:_NEXT_WORDS])


def _initials_fit(letters: str, words: list[str]) -> bool:
    """Tell whether the letters are the first ones of these words, small words left out or not."""
    wanted = re.sub(r"[^A-Z]", "", letters)
    full = [word for word in words if word.lower() not in _SMALL]
    return any("".join(word[0].upper() for word in form) == wanted for form in (words, full)) or _spelled(
        wanted, full
    )


def _spelled(wanted: str, words: list[str]) -> bool:
    """Tell whether the letters stand in order in the words, the first of each word among them."""
    if not words:
        return not wanted
    word = words[0].upper()
    if not wanted or wanted[0] != word[0]:
        return False
    # A word may give more letters than its first one: "Multi-agency safeguarding hub" is MASH.
    taken, at = 1, 1
    while True:
        if _spelled(wanted[taken:], words[1:]):
            return True
        at = word.find(wanted[taken], at) + 1 if taken < len(wanted) else 0
        if not at:
            return False
        taken += 1
