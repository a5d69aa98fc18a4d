"""Hold a Word file against what is published of it, word by word.

Every word of the one must be a word of the other, in the same order. What a program that prints sets in,
moves or writes otherwise is allowed for by a rule with a name, which is counted; any other word that differs,
is missing, was added or stands elsewhere is a difference. What remains: words in a picture are in no text,
and are compared with nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from types import MappingProxyType

from redact.publication.word_alignment import aligned
from redact.publication.word_beside import Beside, beside_of, found_in
from redact.publication.word_differences import Left, listed, runs
from redact.publication.word_heads import edges_of, heads_of
from redact.publication.word_holes import Rules, settle
from redact.publication.word_marks import contents_of, counted_marks, labels_of
from redact.publication.word_notes import doubtful, marks_of, window_of
from redact.publication.word_stretches import Hole, holes_of
from redact.publication.word_tables import heading_rows, made_whole, read_otherwise, tables_of
from redact.publication.word_tokens import Text, Token, is_word, text_of
from redact.values.same_words import Allowed, Comparison
from redact.values.text import Document

__all__ = ["differences"]

_LIST, _HEADINGS = 3, 2  # bare numbers that follow one another
_DASH, _QUOTES, _SOFT_HYPHEN = "-", frozenset("'\""), "\u00ad"


def differences(word: Document, published: Document) -> Comparison:
    """Compare a Word file with what is published of it.

    Two documents of another kind are compared in the same way: a PDF with a PDF, text with text.

    Returns: the places that differ, in the order of the Word file, and how often each rule was made use of.
    """
    one, other = text_of(word), text_of(published)
    comparing = _Comparing(one, other)
    comparing.compare()
    allowed = {rule: comparing.used[rule] for rule in Allowed if comparing.used[rule]}
    return Comparison(
        one.words,
        other.words,
        listed(comparing.left(), one, other),
        MappingProxyType(allowed),
        one.apart + other.apart,
    )


class _Comparing:
    """The words of both sides, which of them are the same, and which nothing explains yet."""

    def __init__(self, one: Text, other: Text) -> None:
        self.used: Counter[Allowed] = Counter()
        self._word, self._published = one, other
        self._heads = heads_of(one)
        self._tables = tables_of(one)
        self._one: tuple[Token, ...] = one.flow
        self._other = self._printed()
        self._match: list[int] = []
        self._holes: list[Hole] = []
        self._missing: list[Beside] = []
        self._joined: dict[int, tuple[str, ...]] = {}  # by the index of what is published: words that it is
        self._left: set[int] = set()
        self._left_other: set[int] = set()
        self._beside: list[Left] = []  # what differs in notes and boxes

    def compare(self) -> None:
        """Align, explain, and keep what is left."""
        self._count_heads()
        self._align()
        self._take_beside()
        rules = self._rules()
        self._settle(rules)
        self._count_forms()
        self._take_tables()
        for beside in self._missing:
            self._take_altered(beside, rules)

    def left(self) -> list[Left]:
        """Give what is left, stretch by stretch, that beside the text at the end."""
        found = []
        for hole in self._holes:
            here = [index for index in range(hole.start, hole.end) if index in self._left]
            there = [index for index in range(hole.begin, hole.stop) if index in self._left_other]
            if here or there:
                found.append(
                    Left(
                        runs(here, self._one),
                        runs(there, self._other),
                        _at(hole.end, self._one),
                        _at(hole.stop, self._other),
                    )
                )
        return [*found, *self._beside]

    # -------------------------------------------------------------- private

    def _printed(self) -> tuple[Token, ...]:
        """Give the words of what is published without its running heads."""
        tokens = list(self._published.flow)
        for head in self._published.heads:
            rule = self._heads.explains(head, self._published.at(head[0]).location.page)
            if rule is None:
                tokens += head
            else:
                self.used[rule] += 1
        return tuple(sorted(tokens, key=lambda one: (one.passage, one.start)))

    def _count_heads(self) -> None:
        """Count the running heads of which some word stands nowhere in what is published."""
        groups = (self._published.flow, *self._published.heads)
        seen = {one.key for group in groups for one in group}
        unseen = [
            head
            for head in self._word.heads
            if any(
                is_word(one.key) and not one.field and not seen & {one.key, one.key.upper()} for one in head
            )
        ]
        self.used[Allowed.HEAD_NOT_PRINTED] += len(unseen)

    def _align(self) -> None:
        self._match = aligned([one.key for one in self._one], [one.key for one in self._other])

    def _take_beside(self) -> None:
        """Take out the notes and boxes that are printed word for word, and align what remains anew."""
        beside = beside_of(self._word)
        needed = set(self._match)
        found = found_in(beside, self._other, [index in needed for index in range(len(self._other))])
        self._missing = [one for number, one in enumerate(beside) if number not in found]
        if not found:
            return
        gone = {index for start, end in found.values() for index in range(start, end)}
        self._other = tuple(one for index, one in enumerate(self._other) if index not in gone)
        for number in found:
            self.used[_place_of(beside[number])] += 1
        self._align()

    def _rules(self) -> Rules:
        return Rules(
            self._word,
            self._one,
            self._other,
            self._published,
            self._heads,
            labels_of(self._word),
            contents_of(self._word),
            marks_of(self._word),
            heading_rows(self._tables),
            counted_marks(self._other, set(self._match), _LIST),
            counted_marks(self._other, set(self._match), _HEADINGS),
            edges_of(self._published),
        )

    def _settle(self, rules: Rules) -> None:
        self._holes = holes_of(self._match, len(self._other))
        notes: list[int] = []
        for hole in self._holes:
            settled = settle(hole, rules)
            self._match[hole.start : hole.end] = [-1] * (hole.end - hole.start)
            for here, there in settled.pairs:
                self._match[here] = there
            for join in settled.joins:
                keys = tuple(one.key for one in self._one[join.start : join.end])
                self._joined |= {join.begin: keys} | dict.fromkeys(range(join.begin + 1, join.stop), ())
            self.used += settled.used
            self._left |= set(settled.left)
            self._left_other |= set(settled.left_other)
            notes += settled.notes
        once_too_often = doubtful(notes, self._other, rules.marks)
        self._left_other |= set(once_too_often)
        self.used[Allowed.NOTE_MARK] -= len(once_too_often)

    def _count_forms(self) -> None:
        """Count the words that are the same and are written otherwise."""
        for here, there in enumerate(self._match):
            if there >= 0:
                self.used.update(_forms(self._one[here], self._other[there]))

    def _take_tables(self) -> None:
        """Explain what is left of a table where its words are read in another order."""
        for table in self._tables:
            here = [index for index in range(table.start, table.end) if index in self._left]
            if not here:
                continue
            before = [place for place in self._match[: table.start] if place >= 0]
            after = [place for place in self._match[table.end :] if place >= 0]
            begin, stop = (before[-1] + 1 if before else 0), (after[0] if after else len(self._other))
            mine = {self._match[index] for index in range(table.start, table.end)} | self._left_other
            zone = [index for index in range(begin, stop) if index in mine or index in self._joined]
            keys = [key for index in zone for key in self._joined.get(index, (self._other[index].key,))]
            whole = made_whole(table, keys)
            if read_otherwise(table, whole):
                self.used[Allowed.TABLE_ORDER] += len(here)
                self.used[Allowed.BROKEN_WORD] += len(keys) - len(whole)
                self._left -= set(here)
                self._left_other -= set(zone)

    def _take_altered(self, beside: Beside, rules: Rules) -> None:
        """Find a note or a box that is not printed word for word, and keep what differs in it."""
        free = sorted(self._left_other)
        window = window_of(beside.tokens, self._other, free)
        if window is None:
            self._beside.append(Left((beside.tokens,), ()))
            return
        indices = free[window[0] : window[1]]
        tokens = tuple(self._other[index] for index in indices)
        match = aligned([one.key for one in beside.tokens], [one.key for one in tokens])
        mine = replace(rules, one=beside.tokens, other=tokens, contents=frozenset(), counted=frozenset())
        self._left_other -= set(indices)
        self.used[_place_of(beside)] += 1
        for hole in holes_of(match, len(tokens)):
            settled = settle(hole, mine)
            self.used += settled.used
            if settled.left or settled.left_other:
                self._beside.append(
                    Left(
                        runs(settled.left, beside.tokens),
                        runs(settled.left_other, tokens),
                        _at(hole.end, beside.tokens),
                        _at(hole.stop, tokens),
                    )
                )


def _place_of(beside: Beside) -> Allowed:
    return Allowed.NOTE_PLACE if beside.note else Allowed.BOX_PLACE


def _at(index: int, tokens: Sequence[Token]) -> Token | None:
    return tokens[min(index, len(tokens) - 1)] if tokens else None


def _forms(one: Token, other: Token) -> Counter[Allowed]:
    """Say by which rules two words are the same that are not written alike."""
    used: Counter[Allowed] = Counter()
    if other.hyphens or one.hyphens:
        used[Allowed.LINE_END_HYPHEN] += max(len(one.hyphens), len(other.hyphens))
    if one.raw == other.raw:
        return used
    if one.key[0] in _QUOTES:
        used[Allowed.QUOTES] += 1
    elif one.key[0] == _DASH:
        used[Allowed.DASHES] += 1
    else:
        used[Allowed.LINE_END_HYPHEN if _SOFT_HYPHEN in one.raw else Allowed.LIGATURE] += 1
    return used
