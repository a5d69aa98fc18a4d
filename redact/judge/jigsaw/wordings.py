"""Wordings of rules/jigsaw/phrases, compiled once, and where they stand among the words of a sentence.

A wording is matched on whole folded words, hyphens and commas between them or not: `word*` is any ending,
`one/other` either word, `word?` may be missing, `...` up to four words. `<n>` is a number, `<nth>` an
ordinal, `<few>` a number up to five, `<word>` any word, `<illness>` and `<trade>` one with such an ending,
`<year>`, `<month>` and `<season>` what they say, `<Name>` one to four words with a capital. Nothing is
matched over a full stop, a colon or a semicolon. What remains: other words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from redact.judge.jigsaw.pieces import Piece
from redact.judge.jigsaw.vocabulary import vocabulary

__all__ = ["MONTHS", "NUMBERS", "Wordings", "compiled", "number_of"]

_GAP = 4  # words that `...` may stand for
_NAME = 4  # words of a name
_STOPS = frozenset(".;:!?\n\t")
_SMALL = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
NUMBERS: Mapping[str, int] = {word: number for number, word in enumerate(_SMALL.split(), 1)} | {
    word: 10 * number for number, word in enumerate(_TENS.split(), 2)
}
_ORDINALS = vocabulary(
    "first second third fourth fifth sixth seventh eighth ninth tenth 1st 2nd 3rd 4th 5th 6th 7th 8th"
)
_FEW = vocabulary("one two three four five 1 2 3 4 5 couple handful few")
_MONTHS = (
    "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sep/sept"
    " october/oct november/nov december/dec"
)
MONTHS: Mapping[str, int] = {
    name: number for number, names in enumerate(_MONTHS.split(), 1) for name in names.split("/")
}
_SEASONS = vocabulary("spring summer autumn winter christmas easter")
_NO_WORDS = vocabulary(
    "result consequence team group pair couple single the rule matter way means last first part"
)
_ILLNESS = re.compile(
    r"(?!home|osteo|allo|diagn|progn|hypn|osm|diplo|aroma|coma|arthritis|bronch|tonsil|dermat|gastro|conjunct"
    r"|sinus|cyst|tendon|laryng|appendic|anaem|academ|trauma|neuros|symb|metam|psychosis|halit|cirr)"
    r"[a-z]+(?:opathy|itis|osis|oma|aemia|algia|trophy|plegia|plasia|cele|cephaly|paresis|penia|dactyly"
    r"|sthenia|uria)$"
)
_TRADE = re.compile(
    r"(?!archaeo|psych|therap|social|blacks)[a-z]{2,}(?:ologist|ontist|icist|ographer|wright|smith|monger"
    r"|keeper|maker|herd|ician|anist|inist|olist|arist|opath)$"
)
_YEAR = re.compile(r"(?:19|20)\d\d$")
_LINKS = frozenset(("of", "the", "and", "on", "upon", "in", "le", "by", "under"))

Test = Callable[[Piece, int], int]  # the number of words taken from here; 0 for none


@dataclass(frozen=True, slots=True)
class _Part:
    test: Test | None  # none is a gap
    words: frozenset[str] = frozenset()  # one of which must stand there; empty where others may too
    may_miss: bool = False
    is_name: bool = False  # as many words as leave room for what follows


@dataclass(frozen=True, slots=True, eq=False)  # one object a wording: two are never equal
class _Wording:
    list: str
    parts: tuple[_Part, ...]
    anchor: frozenset[str]  # without one of these words behind the first, it cannot stand in a sentence


@dataclass(frozen=True, slots=True)
class _Candidates:
    """The wordings that can begin with a word; `before` by the word behind it, where that is a plain one."""

    before: Mapping[str, tuple[_Wording, ...]]
    others: tuple[_Wording, ...]


class Wordings:
    """Every wording of some lists, by the word that it can begin with."""

    def __init__(self, lists: Mapping[str, Iterable[str]]) -> None:
        self._by_word: dict[str, list[_Wording]] = {}
        self._by_start: dict[str, list[_Wording]] = {}  # by the first three letters
        self._short: list[tuple[str, _Wording]] = []
        self._by_class: dict[str, list[_Wording]] = {}
        self._of_names: list[_Wording] = []
        self._seen: dict[str, _Candidates] = {}
        for name, wordings in lists.items():
            for wording in wordings:
                parts = _parts(wording)
                self._add(_Wording(name, parts, _anchor(parts)), wording)

    def _add(self, made: _Wording, wording: str) -> None:
        for piece in wording.replace("...", " ").split():
            for one in piece.rstrip("?").split("/"):
                if one == "<Name>":
                    self._of_names.append(made)
                elif one.startswith("<"):
                    self._by_class.setdefault(one, []).append(made)
                elif one.endswith("*"):
                    stem = _plain(one[:-1])
                    if len(stem) < 3:
                        self._short.append((stem, made))
                    else:
                        self._by_start.setdefault(stem[:3], []).append(made)
                else:
                    self._by_word.setdefault(_plain(one).split("-")[0], []).append(made)
            if not piece.endswith("?"):
                return

    def everywhere(self, piece: Piece) -> Iterator[tuple[str, int, int]]:
        """Give the lists whose wordings stand in a sentence, with half-open numbers of words; the longest.

        Of one list nothing is given that lies inside another place of it.
        """
        last: dict[str, int] = {}
        there = frozenset(piece.words)
        named = [one for one in self._of_names if not one.anchor or not one.anchor.isdisjoint(there)]
        for number, word in enumerate(piece.words):
            seen = self._seen.get(word)
            if seen is None:
                seen = self._seen[word] = _apart(self._beginning(word))
            candidates: Sequence[_Wording] = seen.others
            if seen.before and number + 1 < len(piece.words) and piece.words[number + 1] in seen.before:
                candidates = [*candidates, *seen.before[piece.words[number + 1]]]
            if named and piece.capital(number):
                candidates = [*candidates, *named]
            if not candidates:
                continue
            best: dict[str, int] = {}
            for wording in candidates:
                if wording.anchor and wording.anchor.isdisjoint(there):
                    continue
                end = _follow(piece, wording.parts, 0, number)
                if end > number and end > best.get(wording.list, last.get(wording.list, 0)):
                    best[wording.list] = end
            for name, end in best.items():
                last[name] = end
                yield name, number, end

    def _beginning(self, word: str) -> tuple[_Wording, ...]:
        found = [*self._by_word.get(word, ()), *self._by_start.get(word[:3], ())]
        found += [wording for stem, wording in self._short if word.startswith(stem)]
        for name, wordings in self._by_class.items():
            if _CLASSES[name](word):
                found += wordings
        return tuple(dict.fromkeys(found))


def _apart(wordings: Iterable[_Wording]) -> _Candidates:
    before: dict[str, list[_Wording]] = {}
    others: list[_Wording] = []
    for wording in wordings:
        parts = wording.parts
        # A number may be two words, and then another word stands behind the first.
        if len(parts) > 1 and all(one.words and not one.may_miss for one in parts[:2]):
            for word in parts[1].words:
                before.setdefault(word, []).append(wording)
        else:
            others.append(wording)
    return _Candidates({word: tuple(each) for word, each in before.items()}, tuple(others))


@lru_cache(maxsize=16)
def _compile(lists: tuple[tuple[str, tuple[str, ...]], ...]) -> Wordings:
    return Wordings(dict(lists))


def compiled(phrases: Mapping[str, tuple[str, ...]], wanted: Callable[[str], bool]) -> Wordings:
    """Compile the lists whose id is wanted; the same ones once."""
    return _compile(tuple((name, tuple(words)) for name, words in sorted(phrases.items()) if wanted(name)))


def number_of(word: str) -> int | None:
    """Give the number that a word says; none where it says none."""
    if word.isdigit():
        return int(word) if len(word) < 5 else None
    return NUMBERS.get(word)


_CLASSES: Mapping[str, Callable[[str], bool]] = {
    "<n>": lambda word: word in NUMBERS or (word.isdigit() and len(word) < 5),
    "<nth>": _ORDINALS.__contains__,
    "<few>": _FEW.__contains__,
    "<year>": lambda word: _YEAR.match(word) is not None,
    "<month>": MONTHS.__contains__,
    "<season>": _SEASONS.__contains__,
    "<illness>": lambda word: _ILLNESS.match(word) is not None,
    "<trade>": lambda word: _TRADE.match(word) is not None,
    "<word>": lambda word: word not in _NO_WORDS,
}


def _plain(text: str) -> str:
    return text.replace("'", "").casefold()


def _anchor(parts: tuple[_Part, ...]) -> frozenset[str]:
    """Give the words of the first part behind the first that only plain words can fill."""
    return next((part.words for part in parts[1:] if part.words and not part.may_miss), frozenset())


def _parts(wording: str) -> tuple[_Part, ...]:
    parts: list[_Part] = []
    for piece in wording.replace("...", " ... ").split():
        if piece == "...":
            parts.append(_Part(None))
            continue
        may_miss = piece.endswith("?")
        halves = [half for half in piece.rstrip("?").split("/") if half]
        if len(halves) == 1 and "-" in halves[0] and not halves[0].startswith("<"):
            pieces = [one for one in halves[0].split("-") if one]
        else:
            pieces = ["/".join(halves)]
        parts += [_part(one.split("/"), may_miss) for one in pieces]
    return tuple(parts)


def _part(halves: Sequence[str], may_miss: bool) -> _Part:
    only = all(not one.endswith("*") and one[0] != "<" and "-" not in one for one in halves)
    words = frozenset(map(_plain, halves)) if only else frozenset()
    return _Part(_test(tuple(halves)), words, may_miss, "<Name>" in halves)


def _test(halves: tuple[str, ...]) -> Test:
    words = frozenset(_plain(one) for one in halves if not one.endswith("*") and one[0] != "<")
    rows = tuple(tuple(word.split("-")) for word in words if "-" in word)
    stems = tuple(_plain(one[:-1]) for one in halves if one.endswith("*"))
    classes = tuple(_CLASSES[one] for one in halves if one[0] == "<" and one != "<Name>")
    number = "<n>" in halves
    name = "<Name>" in halves

    def test(piece: Piece, at: int) -> int:
        word = piece.words[at]
        if word in words or (stems and word.startswith(stems)):
            return 1
        if any(fits(word) for fits in classes):
            both = number and at + 1 < len(piece.words) and NUMBERS.get(word, 0) >= 20
            return 2 if both and 0 < NUMBERS.get(piece.words[at + 1], 99) < 10 else 1
        for row in rows:
            if word == row[0] and piece.words[at : at + len(row)] == row:
                return len(row)
        return _name(piece, at) if name else 0

    return test


def _name(piece: Piece, at: int) -> int:
    """Count the words of a name from here: with capitals, small words between them."""
    # "The family court" begins a sentence and no name.
    if not piece.capital(at) or piece.words[at] == "the":
        return 0
    end = at + 1
    while end < len(piece.words) and end - at < _NAME and not _STOPS & {*piece.gap(end)}:
        if piece.gap(end).strip(" -'\u2019"):
            break
        if piece.capital(end):
            end += 1
        elif piece.words[end] in _LINKS and end + 1 < len(piece.words) and piece.capital(end + 1):
            end += 2
        else:
            break
    return end - at


def _follow(piece: Piece, parts: tuple[_Part, ...], number: int, at: int) -> int:
    """Give the end of a wording that goes on here, or 0."""
    words = piece.words
    while number < len(parts):
        part = parts[number]
        if part.test is None:
            last = min(at + _GAP, len(piece.words))
            for begin in range(at, last + 1):
                end = _follow(piece, parts, number + 1, begin)
                if end or (begin < len(piece.words) and _STOPS & {*piece.gap(begin)}):
                    return end
            return 0
        taken = at < len(words) and (words[at] in part.words if part.words else part.test(piece, at))
        if taken and number and (gap := piece.gap(at)) != " " and _STOPS & {*gap}:
            taken = 0  # looked at last, since it costs most
        if part.is_name and taken > 1:
            ends = (_follow(piece, parts, number + 1, at + some) for some in range(taken, 0, -1))
            return next((end for end in ends if end), 0)
        if part.may_miss:
            end = _follow(piece, parts, number + 1, at + taken) if taken else 0
            return end or _follow(piece, parts, number + 1, at)
        if not taken:
            return 0
        at += taken
        number += 1
    return at
