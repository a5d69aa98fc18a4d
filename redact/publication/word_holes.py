"""What lies between words that are the same on both sides: explained rule by rule, as much of it as can be.

Every way of explaining a small stretch is weighed, and the one taken that leaves the fewest words over.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from redact.publication.word_heads import Heads
from redact.publication.word_joining import joined
from redact.publication.word_marks import is_count, is_leader, is_sign, mark_ends
from redact.publication.word_stretches import Hole
from redact.publication.word_tokens import Text, Token, is_word
from redact.values.same_words import Allowed
from redact.values.text import Part

__all__ = ["Rules", "Settled", "settle"]

_AT_ONCE = 6  # words that are joined or parted at most
_LARGEST = 40_000  # pairs of places that are weighed
_LEFT_COSTS = 10_000  # for each word that is left over
_RULE_COSTS = 1  # of two ways that explain all, the one with fewer rules


@dataclass(frozen=True, slots=True)
class Rules:
    """What the rules need to know of both sides.

    `contents` are the indices of page numbers in the table of contents of the Word file. `marks` are the
    spellings that numbers of notes may have. `rows` are the headings of tables, by the number of the table.
    `counted` are bare numbers that count on, in what is published, `numbered` those that may be of headings.
    `edges` are the passages at the head and the foot of each page.
    """

    word: Text = field(repr=False)
    one: Sequence[Token] = field(repr=False)
    other: Sequence[Token] = field(repr=False)
    published: Text = field(repr=False)
    heads: Heads
    labels: tuple[re.Pattern[str], ...] = ()
    contents: frozenset[int] = frozenset()
    marks: frozenset[str] = frozenset()
    rows: Mapping[int, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    counted: frozenset[int] = frozenset()
    numbered: frozenset[int] = frozenset()
    edges: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Settled:
    """What came of a hole: the words of each side that are left over, the pairs that are the same, the rules.

    `joins` are stretches that are the same, half-open on each side: a word that was parted. `notes` are the
    indices of numbers of notes that were allowed for.
    """

    left: tuple[int, ...] = ()
    left_other: tuple[int, ...] = ()
    pairs: tuple[tuple[int, int], ...] = ()
    joins: tuple[Hole, ...] = ()
    used: Counter[Allowed] = field(default_factory=Counter)
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Step:
    here: int
    there: int
    used: tuple[tuple[Allowed, int], ...] = ()
    costs: int = 0


def settle(hole: Hole, rules: Rules) -> Settled:
    """Explain a hole; of one that is too large for every way to be weighed each side by itself."""
    if (hole.end - hole.start + 1) * (hole.stop - hole.begin + 1) <= _LARGEST:
        return _Weighing(hole, rules).settled()
    start, end, begin, stop = hole.start, hole.end, hole.begin, hole.stop
    pairs: list[tuple[int, int]] = []
    while start < end and begin < stop and rules.one[start].key == rules.other[begin].key:
        pairs.append((start, begin))
        start, begin = start + 1, begin + 1
    while start < end and begin < stop and rules.one[end - 1].key == rules.other[stop - 1].key:
        end, stop = end - 1, stop - 1
        pairs.append((end, stop))
    first = _Weighing(Hole(start, end, begin, begin), rules).settled()
    second = _Weighing(Hole(end, end, begin, stop), rules).settled()
    used, notes = first.used + second.used, (*first.notes, *second.notes)
    return Settled(first.left, second.left_other, tuple(sorted(pairs)), used=used, notes=notes)


class _Weighing:
    def __init__(self, hole: Hole, rules: Rules) -> None:
        self._hole, self._rules = hole, rules
        self._best: dict[tuple[int, int], tuple[int, _Step | None]] = {}

    def settled(self) -> Settled:
        hole = self._hole
        for here in range(hole.end, hole.start - 1, -1):
            for there in range(hole.stop, hole.begin - 1, -1):
                self._best[here, there] = self._weighed(here, there)
        return self._walked()

    def _weighed(self, here: int, there: int) -> tuple[int, _Step | None]:
        if (here, there) == (self._hole.end, self._hole.stop):
            return 0, None
        steps = [*_steps(here, there, self._hole, self._rules), *self._left_over(here, there)]
        return min(
            ((step.costs + self._best[step.here, step.there][0], step) for step in steps),
            key=lambda one: one[0],
        )

    def _left_over(self, here: int, there: int) -> Iterator[_Step]:
        if there < self._hole.stop:
            yield _Step(here, there + 1, costs=_LEFT_COSTS)
        if here < self._hole.end:
            yield _Step(here + 1, there, costs=_LEFT_COSTS)

    def _walked(self) -> Settled:
        here, there = self._hole.start, self._hole.begin
        left: list[int] = []
        other: list[int] = []
        pairs: list[tuple[int, int]] = []
        joins: list[Hole] = []
        notes: list[int] = []
        used: Counter[Allowed] = Counter()
        while (step := self._best[here, there][1]) is not None:
            if step.costs >= _LEFT_COSTS:
                left += range(here, step.here)
                other += range(there, step.there)
            elif not step.used:
                pairs.append((here, there))
            else:
                if step.here > here and step.there > there:
                    joins.append(Hole(here, step.here, there, step.there))
                used.update(dict(step.used))
                if any(rule is Allowed.NOTE_MARK for rule, _ in step.used):
                    notes.append(there)
            here, there = step.here, step.there
        return Settled(tuple(left), tuple(other), tuple(pairs), tuple(joins), used, tuple(notes))


def _steps(here: int, there: int, hole: Hole, rules: Rules) -> Iterator[_Step]:
    """Give every step that a rule allows from a place of both sides."""
    if here < hole.end and there < hole.stop:
        yield from _same(here, there, hole, rules)
    yield from _in_contents(here, there, hole, rules)
    if there < hole.stop:
        yield from _set_in(here, there, hole, rules)


def _by(here: int, there: int, used: Mapping[Allowed, int]) -> _Step:
    return _Step(here, there, tuple(used.items()), _RULE_COSTS * max(1, sum(used.values())))


def _same(here: int, there: int, hole: Hole, rules: Rules) -> Iterator[_Step]:
    one, other = rules.one[here], rules.other[there]
    if one.key == other.key:
        yield _Step(here + 1, there + 1)
        return
    if not (is_word(one.key) and is_word(other.key)):
        if is_sign(one.key) and is_sign(other.key):
            yield _by(here + 1, there + 1, {Allowed.SIGN: 1})
        return
    if one.key[0].upper() != other.key[0].upper():
        return
    in_cell = rules.word.at(one).location.part is Part.TABLE
    several = dict(_letters(rules.other, there, hole.stop))
    for letters, end in _letters(rules.one, here, hole.end):
        stop = several.get(letters)
        used = None if stop is None else joined(rules.one[here:end], rules.other[there:stop], in_cell=in_cell)
        if used and stop is not None:
            yield _by(end, stop, used)
    yield from _with_note(here, there, rules)


def _letters(tokens: Sequence[Token], at: int, end: int) -> Iterator[tuple[str, int]]:
    """Give the letters of the next words, more and more of them, each with where they end; no hyphens."""
    letters = ""
    for index in range(at, min(end, at + _AT_ONCE)):
        key = tokens[index].key
        if key != "-":
            if not is_word(key):
                return
            letters += key.upper()
            yield letters, index + 1


def _with_note(here: int, there: int, rules: Rules) -> Iterator[_Step]:
    """Allow for the number of a note that stands close behind a word."""
    one, other = rules.one[here].key, rules.other[there].key
    behind = other.removeprefix(one)
    if behind != other and behind in rules.marks and not one[-1].isdigit():
        yield _by(here + 1, there + 1, {Allowed.NOTE_MARK: 1})


def _in_contents(here: int, there: int, hole: Hole, rules: Rules) -> Iterator[_Step]:
    """Allow for the end of an entry of a table of contents: dots, and one number in place of another."""
    if here not in rules.contents or here - 1 in rules.contents:
        return
    end, stop = here, there
    while end < hole.end and end in rules.contents:
        end += 1
    while stop < hole.stop and is_leader(rules.other[stop].key):
        stop += 1
    if stop > there:
        yield _by(here, stop, {Allowed.CONTENTS_PAGE: 1})
    if end > here:
        yield _by(end, stop, {Allowed.CONTENTS_PAGE: 1})
        if stop < hole.stop and is_count(rules.other[stop].key):
            yield _by(end, stop + 1, {Allowed.CONTENTS_PAGE: 1})


def _set_in(here: int, there: int, hole: Hole, rules: Rules) -> Iterator[_Step]:
    """Allow for what stands in what is published alone: marks, numbers of notes, lines beside the text."""
    one = rules.one[here] if here < len(rules.one) else None
    other = rules.other[there]
    if one is not None and one.first:
        heading = rules.word.at(one).heading_level is not None
        bare = there in (rules.numbered if heading else rules.counted)
        for end in mark_ends(rules.other, there, hole.stop, rules.labels, bare=bare):
            yield _by(here, end, {Allowed.LIST_MARK: 1})
    if other.key in rules.marks:
        yield _by(here, there + 1, {Allowed.NOTE_MARK: 1})
    if other.first:
        yield from _lines(here, there, hole, rules)


def _lines(here: int, there: int, hole: Hole, rules: Rules) -> Iterator[_Step]:
    """Allow for whole passages: a running head, a page number, the heading of a table once more."""
    end = there
    while end < hole.stop and rules.other[end].passage == rules.other[there].passage:
        end += 1
    if rules.other[end - 1].last and rules.other[there].passage in rules.edges:
        tokens = rules.other[there:end]
        used = rules.heads.explains(tokens, rules.published.at(tokens[0]).location.page)
        if used is not None:
            yield _by(here, end, {used: 1})
    for row in _rows_here(here, rules):
        printed = tuple(one.key for one in rules.other[there : min(there + len(row), hole.stop)])
        if printed == row:
            yield _by(here, there + len(row), {Allowed.TABLE_HEADING: 1})


def _rows_here(here: int, rules: Rules) -> Sequence[tuple[str, ...]]:
    """Give the headings of the table in which a place of the Word file lies, within it."""
    if not 0 < here < len(rules.one):
        return ()
    before, after = (rules.word.at(rules.one[at]).location for at in (here - 1, here))
    inside = before.part is Part.TABLE and (before.part, before.block) == (after.part, after.block)
    return rules.rows.get(before.block or 0, ()) if inside else ()
