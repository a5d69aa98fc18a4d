"""Letters that number the sections of a form, and those of questions and answers: "G. REFERRER", "Q. Why?".

Three such letters in the order of the alphabet, each before a capital at the beginning of a line, are
sections; Q and A in turn are question and answer. What remains: two sections alone. People listed as "A.
Harte" are found by their names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from redact.recognise import regex
from redact.recognise.grids import View

__all__ = ["section_letters"]

_LEAST = 3
_MOST_STEP = 2  # a section may be missing
_LINE = regex.compile(
    r"[ ]*(?:(?i:section|part)[ ])?\(?(?P<letter>\p{Lu})(?:[.):]|[ ]?-)[ ]+(?=[\p{Lu}\"'\d(])"
)
_KEPT = "letters of sections"


def section_letters(view: View) -> frozenset[tuple[str, int]]:
    """Give where such letters stand in one document: the passage and the code point of each."""
    kept = view.kept.get(_KEPT)
    if not isinstance(kept, frozenset):
        view.kept[_KEPT] = kept = _found(view)
    return kept


def _found(view: View) -> frozenset[tuple[str, int]]:
    letters: list[tuple[str, tuple[str, int]]] = []
    for reading in view.first:
        for match in _at_lines(reading.text):
            span = reading.span(*match.span("letter"))
            if span is not None:
                letters.append((match["letter"], (reading.passage.id, span[0])))
    asked = [each for each in letters if each[0] in "QA"]
    is_interview = {letter for letter, _ in asked} == set("QA")
    turns = sum(one[0] != other[0] for one, other in pairwise(asked))
    found = {place for _, place in asked} if is_interview and 2 * turns >= len(asked) - 1 else set()
    return frozenset(found | _in_order(letters))


def _at_lines(text: str) -> Iterator[regex.Match[str]]:
    at = 0
    while at >= 0:
        match = _LINE.match(text, at)
        if match is not None:
            yield match
        at = text.find("\n", at) + 1 or -1


def _in_order(letters: Sequence[tuple[str, tuple[str, int]]]) -> set[tuple[str, int]]:
    """Give the places of the runs that follow the alphabet."""
    found: set[tuple[str, int]] = set()
    run: list[tuple[str, tuple[str, int]]] = []
    for each in (*letters, None):
        follows = each is not None and bool(run) and 0 < ord(each[0]) - ord(run[-1][0]) <= _MOST_STEP
        if not follows:
            if len(run) >= _LEAST:
                found.update(place for _, place in run)
            run = []
        if each is not None:
            run.append(each)
    return found
