"""Words that nothing explains → the places that differ, as a person looks for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from redact.publication.word_tokens import Text, Token, is_word
from redact.values.same_words import Difference, Differs
from redact.values.text import Span

__all__ = ["Left", "listed", "runs"]

_LEAST_MOVED = 3  # words and signs: fewer that are gone here and come there are two differences
_Tokens = tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Left:
    """What is left over of one stretch: rows of words of each side, and the words before which they lie."""

    one: tuple[_Tokens, ...] = field(repr=False)
    other: tuple[_Tokens, ...] = field(repr=False)
    next_one: Token | None = field(default=None, repr=False)
    next_other: Token | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class _Found:
    difference: Difference
    keys: tuple[str, ...] = field(repr=False)


def runs(indices: Sequence[int], tokens: Sequence[Token]) -> tuple[_Tokens, ...]:
    """Part rising indices where one is left out, and give the words of each row."""
    found: list[list[Token]] = []
    before = -2
    for index in indices:
        if index != before + 1:
            found.append([])
        found[-1].append(tokens[index])
        before = index
    return tuple(map(tuple, found))


def listed(left: Sequence[Left], one: Text, other: Text) -> tuple[Difference, ...]:
    """List what differs, in the order given; what is gone here and came there was moved."""
    return tuple(_moved([entry for stretch in left for entry in _of(stretch, one, other)]))


# ------------------------------------------------------------------ private


def _of(left: Left, one: Text, other: Text) -> Iterator[_Found]:
    for word, published in zip_longest(left.one, left.other, fillvalue=()):
        kind = Differs.CHANGED
        if not published:
            kind = Differs.MISSING
        elif not word:
            kind = Differs.ADDED
        difference = Difference(
            kind,
            max(1, _count(word), _count(published)),
            _said(word, one),
            _said(published, other),
            _span(word or _only(left.next_one), one),
            _span(published or _only(left.next_other), other),
        )
        yield _Found(difference, tuple(token.key for token in (word or published)))


def _moved(found: Sequence[_Found]) -> Iterator[Difference]:
    """Join what is missing in one place and added, word for word, in another."""
    added: dict[tuple[str, ...], list[int]] = {}
    for index, one in enumerate(found):
        if one.difference.kind is Differs.ADDED and len(one.keys) >= _LEAST_MOVED:
            added.setdefault(one.keys, []).append(index)
    gone: set[int] = set()
    told: dict[int, Difference] = {}
    for index, one in enumerate(found):
        if one.difference.kind is Differs.MISSING and added.get(one.keys):
            other = added[one.keys].pop(0)
            gone.add(other)
            there = found[other].difference
            told[index] = replace(
                one.difference,
                kind=Differs.MOVED,
                published=there.published,
                published_span=there.published_span,
            )
    for index, one in enumerate(found):
        if index not in gone:
            yield told.get(index, one.difference)


def _only(token: Token | None) -> _Tokens:
    return () if token is None else (token,)


def _count(tokens: Sequence[Token]) -> int:
    return sum(is_word(one.key) for one in tokens)


def _said(tokens: Sequence[Token], text: Text) -> str:
    """Give the words as the file has them, with what stands between those of one passage."""
    said, before = "", None
    for one in tokens:
        passage = text.at(one).text
        if before is not None and before.passage == one.passage:
            said += passage[before.end : one.end]
        else:
            said += (" " if said else "") + passage[one.start : one.end]
        before = one
    return said


def _span(tokens: Sequence[Token], text: Text) -> Span | None:
    """Give the stretch of the first passage in which words stand."""
    if not tokens:
        return None
    here = [one for one in tokens if one.passage == tokens[0].passage]
    return Span(text.at(tokens[0]).id, here[0].start, here[-1].end)
