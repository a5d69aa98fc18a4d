"""Whether a few words of one side are a few words of the other, but for a hyphen, a space or capitals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from redact.publication.word_tokens import Token, is_word
from redact.values.same_words import Allowed

__all__ = ["joined"]

_LEAST_CAPITALS = 2  # letters; one alone may be a label


def joined(one: Sequence[Token], other: Sequence[Token], *, in_cell: bool = False) -> Counter[Allowed] | None:
    """Say by which rules some words of a Word file are some words of what is published.

    Args:
        in_cell: they stand in a cell, which may be so narrow that a number goes on in the next line.

    Returns: how often each rule is made use of; none where they are other words.
    """
    if not all(is_word(token.key) or token.key == "-" for token in (*one, *other)):
        return None
    walk = _Walk(one, other, in_cell)
    return walk.used if walk.same() else None


class _Walk:
    """Goes along the letters of both sides at once."""

    def __init__(self, one: Sequence[Token], other: Sequence[Token], in_cell: bool) -> None:
        self._in_cell = in_cell
        self.used: Counter[Allowed] = Counter()
        self._one = "".join(token.key for token in one)
        self._other = "".join(token.key for token in other)
        self._gaps, self._other_gaps = _ends(one), _ends(other)
        self._hyphens = _hyphens(other)

    def same(self) -> bool:
        """Tell whether all letters are the same; `used` has the rules."""
        here = there = 0
        capitals = False
        while here < len(self._one) or there < len(self._other):
            if there in self._hyphens and here < len(self._one) and self._one[here] == "-":
                here += 1  # the hyphen was printed, and the line ended in it
            elif not self._may_go_on(here, there):
                return False
            if here >= len(self._one) or there >= len(self._other):
                return here == len(self._one) and there == len(self._other)
            if self._one[here] != self._other[there]:
                if self._one[here].upper() != self._other[there]:
                    return False
                capitals = True
            here, there = here + 1, there + 1
        return self._counted(capitals)

    def _may_go_on(self, here: int, there: int) -> bool:
        """Allow a space that the other side has not; between two digits only in a cell that is published."""
        gap, other = here in self._gaps, there in self._other_gaps
        if gap == other or there in self._hyphens:
            return True
        text, at = (self._one, here) if gap else (self._other, there)
        if "-" in text[at - 1 : at + 1]:  # words are parted beside a hyphen anyway
            return True
        if text[at - 1].isdigit() and text[at].isdigit() and (gap or not self._in_cell):
            return False
        self.used[Allowed.BROKEN_WORD] += 1
        return True

    def _counted(self, capitals: bool) -> bool:
        if self._hyphens:
            self.used[Allowed.LINE_END_HYPHEN] += len(self._hyphens)
        if capitals:
            letters = [letter for letter in self._other if letter.isalpha()]
            if len(letters) < _LEAST_CAPITALS or not all(letter.isupper() for letter in letters):
                return False
            self.used[Allowed.CAPITALS] += 1
        return True


def _ends(tokens: Sequence[Token]) -> frozenset[int]:
    """Give the offsets at which one word ends and the next begins."""
    at, found = 0, set()
    for token in tokens[:-1]:
        at += len(token.key)
        found.add(at)
    return frozenset(found)


def _hyphens(tokens: Sequence[Token]) -> frozenset[int]:
    at, found = 0, set()
    for token in tokens:
        found |= {at + offset for offset in token.hyphens}
        at += len(token.key)
    return frozenset(found)
