"""Letters of nobody whom a document names, where the name model is nearly sure of somebody.

They are asked about in one place alone. A usual short form (VM, NB) counts beside letters of somebody known,
and where the model is as sure of it as it ever is; then wherever it is likely as well. Small letters count
where hardly any capitals are used: "no answer, bs 16.25". What remains: an office (SW, LA), and letters that
words explain.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Sequence
from functools import cache

from redact.recognise import regex
from redact.recognise.defined_letters import is_explained_here, is_office
from redact.recognise.grids import View
from redact.recognise.letter_places import TWO, is_done_by, is_listed, is_of_a_thing
from redact.recognise.lists import entries, kinds
from redact.recognise.mid_sentence import uses_capitals
from redact.recognise.model.views import chance
from redact.recognise.readings import Reading

__all__ = ["likely_letters", "relatives"]

# The model's odds of a person: of letters that are no short form, of usual ones in one place and in others.
_NEARLY, _SURELY, _LIKELY = 0.9, 0.99, 0.8
_IN_SMALL = 0.85  # of small letters
_DONE = 0.35  # of letters that are no short form behind what somebody did: "D/C from KB"
_CODE = regex.compile(r"[ ]?[/-]?\d")
_SMALL = regex.compile(
    r"(?<![\p{L}\p{N}.'@_/-])(?:\p{Ll}{2}(?![\p{L}\p{N}@_/'-]|\.[\p{L}\p{N}])|\p{Ll}\.\p{Ll}\.(?![\p{L}\p{N}]))"
)
_MARKS = regex.compile(r"[. ]")

_Found = tuple[Reading, regex.Match[str], str, float]


def likely_letters(
    views: Sequence[View],
    known: Container[str],
    explained: Container[str],
    is_usual: Callable[[str], bool],
) -> Iterator[tuple[Reading, regex.Match[str]]]:
    """Find two letters, with full stops or without, that are likely somebody's.

    Args:
        known: letters of people whom documents name; these are left to others.
        explained: letters that stand for something else, in capitals.
        is_usual: tells letters that are a word or a short form as well.
    """
    found = [
        each
        for each in _read(views)
        if each[2] not in known and each[2] not in explained and not is_office(each[2])
    ]
    sure = {letters for _, _, letters, odds in found if odds >= _SURELY}
    for reading, match, letters, odds in found:
        text, (start, end) = reading.text, match.span()
        if is_usual(letters) and letters not in sure:
            is_likely = odds >= _NEARLY and is_listed(text, start, end, known)
        else:
            is_likely = odds >= (_LIKELY if is_usual(letters) else _NEARLY)
            is_likely = is_likely or (not is_usual(letters) and is_done_by(text, start))
        if is_likely and not _is_something_else(text, start, end):
            yield reading, match
    yield from _small(views, explained)


def _small(views: Sequence[View], explained: Container[str]) -> Iterator[tuple[Reading, regex.Match[str]]]:
    for view in views:
        for reading in () if uses_capitals(view) else view.first:
            for match in _SMALL.finditer(reading.text):
                if (chance(view, reading, *match.span()) or 0.0) < _IN_SMALL:
                    continue
                letters = _MARKS.sub("", match[0]).upper()
                is_told = letters in kinds("roles") or letters.casefold() in relatives()
                is_told = is_told or is_explained_here(reading.text, *match.span())
                if not is_told and letters not in explained:
                    yield reading, match


@cache
def relatives() -> frozenset[str]:
    """Give the short forms for members of a family (mo, fa), which stand where a name does."""
    return frozenset(entries("record-abbreviations")[0].split())


def _read(views: Sequence[View]) -> Iterator[_Found]:
    for view in views:
        for reading in view.first:
            for match in TWO.finditer(reading.text):
                odds = chance(view, reading, *match.span()) or 0.0
                if odds >= _DONE:
                    yield reading, match, _MARKS.sub("", match[0]), odds


def _is_something_else(text: str, start: int, end: int) -> bool:
    is_told = is_explained_here(text, start, end) or is_of_a_thing(text, start, end)
    return is_told or _CODE.match(text, end) is not None
