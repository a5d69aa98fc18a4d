"""The frame in which text recognisers run: several pieces of text at once, each by itself.

A phrase of a recogniser raises its claim where all of the phrase's words stand beside the claim as whole
words, before or after it, in the same piece of text. Presidio's analyzer would run the recognisers as well,
but its import takes half as long as they do, and its context search knows single words only.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from redact.recognise import regex
from redact.recognise.claims import Claim, TextRecogniser
from redact.values.people import Label

__all__ = ["PIECE_END", "Frame", "frame_of"]

PIECE_END = "\x00"  # parts the pieces of a batch; no reading holds it and no pattern crosses it
_SEAM = f"\n{PIECE_END}\n"
_BEFORE = 60  # characters before a claim in which a phrase may stand
_AFTER = 40  # characters after it
_LEAST = 0.01  # what scores less is a near miss
_BESIDE = "; words that go with it stand beside it"

_Found = tuple[TextRecogniser, Claim]


class Frame:
    """The given recognisers with their phrases. It keeps no word of a text."""

    def __init__(self, recognisers: Sequence[TextRecogniser]) -> None:
        self._recognisers = tuple(recognisers)
        self._phrases = {each.name: _words_of(each.phrases) for each in recognisers if each.phrases}

    def claims(self, pieces: Sequence[str]) -> Iterator[tuple[int, TextRecogniser, Claim]]:
        """Read several pieces of text at once, each by itself.

        Returns: the index of the piece, the recogniser, and its claim with the score that it earned there,
        half-open code points of that piece; in the order of the pieces, then of the claims' starts.
        """
        starts: list[int] = []
        at = 0
        for piece in pieces:
            starts.append(at)
            at += len(piece) + len(_SEAM)
        for recogniser, claim in _in_order(self._found(_SEAM.join(pieces))):
            number = bisect_right(starts, claim.start) - 1
            base = starts[number]
            # What took the seam along is nothing that anybody wrote.
            if claim.end <= base + len(pieces[number]):
                yield number, recogniser, replace(claim, start=claim.start - base, end=claim.end - base)

    def _found(self, text: str) -> Iterator[_Found]:
        for recogniser in self._recognisers:
            for claim in recogniser.find(text):
                earned = self._raised(text, recogniser, claim)
                if earned.score >= _LEAST:
                    yield recogniser, earned

    def _raised(self, text: str, recogniser: TextRecogniser, claim: Claim) -> Claim:
        """Give a claim beside a phrase of its recogniser its higher score."""
        phrases = self._phrases.get(recogniser.name)
        if phrases is None or claim.near <= claim.score:
            return claim
        if not any(phrases.search(words) for words in _surroundings(text, claim.start, claim.end)):
            return claim
        return replace(claim, score=claim.near, because=claim.because + _BESIDE)


def _words_of(phrases: Iterable[str]) -> regex.Pattern[str]:
    every = "|".join(regex.escape(each) for each in sorted(phrases, key=len, reverse=True))
    return regex.compile(rf"(?<!\w)(?:{every})(?!\w)", regex.IGNORECASE)


def _surroundings(text: str, start: int, end: int) -> tuple[str, str]:
    """Give the whole words before and after a claim, within its own piece."""
    low = max(0, start - _BEFORE)
    high = min(len(text), end + _AFTER)
    # A word cut at the edge would be another word: "mother" ends in "her".
    while low > 0 and not text[low - 1].isspace():
        low -= 1
    while high < len(text) and not text[high].isspace():
        high += 1
    return text[low:start].rpartition(PIECE_END)[2], text[end:high].partition(PIECE_END)[0]


def _in_order(found: Iterable[_Found]) -> list[_Found]:
    """Sort claims by start, without those that lie in one of the same label that is as sure."""
    kept: list[_Found] = []
    open_: dict[Label, list[Claim]] = defaultdict(list)  # what still reaches the next claim
    for recogniser, claim in sorted(found, key=_place):
        wider = [each for each in open_[claim.label] if each.end > claim.start]
        if not any(each.end >= claim.end and each.score >= claim.score for each in wider):
            wider.append(claim)
            kept.append((recogniser, claim))
        open_[claim.label] = wider
    return kept


def _place(found: _Found) -> tuple[int, int, str, float]:
    claim = found[1]
    return claim.start, -claim.end, claim.label.value, -claim.score


@lru_cache(maxsize=4)
def frame_of(recognisers: tuple[TextRecogniser, ...]) -> Frame:
    """Build the frame of these recognisers once in a process; no text is kept in it."""
    return Frame(recognisers)
