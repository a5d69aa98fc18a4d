"""The names that repeats are looked for of: their words, and what is known of each.

Only what is likely brings repeats; of what the name model alone has found, only what it is sure of. A word
of a whole name that is otherwise no name (Court, Friend, So) is looked for too, and kept apart as `common`.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from redact.recognise import regex
from redact.recognise.beside import is_known
from redact.recognise.grids import View
from redact.recognise.names import is_particle, name_words, stop_words, title_words
from redact.recognise.plain_words import is_seldom_a_name
from redact.recognise.readings import folded
from redact.values.people import Label, Mention, Standing

__all__ = ["FROM_MODEL", "LEAST_SCORE", "Names", "Shared", "key_of", "names_of", "without_marks"]

LEAST_SCORE = 0.6  # a name that is itself only asked about brings no others
_SURE = 0.8
# What the name model alone has found, and is sure of, is asked about where it finds it no more.
_MODEL_IS_SURE, FROM_MODEL = 0.7, 0.6
_OFTEN = 2  # times that the model took a word for a name, which make it one
_ALWAYS = 6  # times that make a word of no list as well known as one of a whole name
_VERY_OFTEN, _OFTEN_FROM_MODEL = 4, 0.7  # times that make a name of the model's as good as a rule's
_BROKEN = regex.compile(r"-[ ]?\n[ ]*")  # a name over the end of a line
_WORD = regex.compile(r"\p{L}+(?:'\p{L}+)*")
_UNMARKED = str.maketrans("ŁłØøĐđÐðıŦŧĦħ", "LlOoDdDdiTtHh")


# Small words of surnames that begin a whole name as forenames: "Di Harte", "Ben Harte".
_FORENAMES_TOO = frozenset({"al", "ben", "del", "di", "mac", "van"})
# Days that nobody is called by: a name that is claimed with one beside it has it by mistake.
_DAYS = frozenset({"tues", "weds", "thurs"})


@dataclass(frozen=True, slots=True)
class Shared:
    """What some names have together: how many words each has, the best score, first letters, standings."""

    lengths: frozenset[int]
    score: float
    letters: frozenset[str] = field(repr=False)
    standings: frozenset[Standing]


@dataclass(frozen=True, slots=True)
class Names:
    """The names found before: by word, the numbers of the names that hold it; each name's words and score.

    A word is known to be a surname when it ends a name or stands behind a title. `whole` are the words of
    names of two words or more and of those behind a title: they are of somebody who is known. `doubtful`
    are those that the model alone took for a name, by themselves, and once.
    """

    by_word: dict[str, frozenset[int]] = field(repr=False)
    surnames: frozenset[str] = field(repr=False)
    common: frozenset[str] = field(repr=False)
    whole: frozenset[str] = field(repr=False)
    doubtful: frozenset[str] = field(repr=False)
    lengths: dict[int, int]
    scores: dict[int, float]
    letters: dict[int, frozenset[str]] = field(repr=False)  # with which its words begin, small
    standings: dict[int, frozenset[Standing]]
    known: dict[frozenset[int], Shared] = field(default_factory=dict, repr=False)

    def shared(self, numbers: frozenset[int]) -> Shared:
        """Put together what is known of these names; the same names are asked for at each repeat."""
        found = self.known.get(numbers)
        if found is None:
            found = self.known[numbers] = Shared(
                frozenset(self.lengths[number] for number in numbers),
                max(self.scores[number] for number in numbers),
                frozenset[str]().union(*(self.letters[number] for number in numbers)),
                frozenset[Standing]().union(*(self.standings[number] for number in numbers)),
            )
        return found

    def is_sure(self, numbers: frozenset[int]) -> bool:
        """Tell whether a rule is sure of one of these names."""
        return self.shared(numbers).score >= _SURE


def names_of(
    views: Sequence[View], mentions: Sequence[Mention], spelled: dict[str, tuple[str, ...]] | None = None
) -> Names:
    """Gather the names among the mentions of all documents.

    Args:
        spelled: the words of names that were read before in this call, which those of others join.
    """
    texts = {passage.id: passage.text for view in views for passage in view.document.passages}
    found: dict[str, set[int]] = defaultdict(set)
    lengths: dict[int, int] = {}
    scores: dict[int, float] = {}
    letters: dict[int, frozenset[str]] = {}
    standings: dict[int, frozenset[Standing]] = {}
    numbers: dict[tuple[str, ...], int] = {}
    surnames: set[str] = set()
    whole: set[str] = set()
    trust: Counter[str] = Counter()
    claims: Counter[int] = Counter()
    for each in mentions:
        if not _may_bring_others(each):
            continue
        keys = _spelled(texts[each.span.passage][each.span.start : each.span.end], spelled)
        if all(_is_common(key) for key in keys):
            continue
        number = numbers.setdefault(keys, len(numbers))
        lengths[number] = len(keys)
        by_model = each.evidence.recogniser == "name-model"
        if by_model and each.score < _MODEL_IS_SURE:
            continue
        claims[number] += by_model
        score = _from_model(claims[number]) if by_model else each.score
        scores[number] = max(score, scores.get(number, 0.0))
        letters[number] = frozenset(key[0] for key in keys)
        standings[number] = standings.get(number, frozenset()) | {each.standing}
        if len(keys) > 1 or each.evidence.recogniser == "titles":
            surnames.add(keys[-1])
            whole.update(keys)
        for key in keys:
            found[key].add(number)
            trust[key] += 1 if by_model or is_known(key) else _OFTEN
    whole.update(key for key, times in trust.items() if _is_always_a_name(key, times))
    by_word = {key: frozenset(holders) for key, holders in found.items()}
    common = frozenset(filter(_is_common, by_word))
    doubtful = frozenset(key for key in by_word if trust[key] < _OFTEN and key not in whole)
    return Names(
        by_word, frozenset(surnames), common, frozenset(whole), doubtful, lengths, scores, letters, standings
    )


def _from_model(times: int) -> float:
    return FROM_MODEL if times < _VERY_OFTEN else _OFTEN_FROM_MODEL


def _may_bring_others(each: Mention) -> bool:
    if each.label is not Label.PERSON or _is_letters(each):
        return False
    return each.score >= LEAST_SCORE or each.evidence.recogniser == "name-columns"


def _is_letters(each: Mention) -> bool:
    """Tell whether a mention is initials, which are found again by their own recogniser."""
    return each.evidence.recogniser == "initials" and each.evidence.pattern != "name with initials"


def _spelled(name: str, known: dict[str, tuple[str, ...]] | None) -> tuple[str, ...]:
    """Give the words of a name, each different name read once."""
    if known is None:
        return tuple(_keys(name))
    if name not in known:
        known[name] = tuple(_keys(name))
    return known[name]


def _keys(name: str) -> Iterator[str]:
    """Give the words of a name as they are looked up: no initials, no small words, no title before it."""
    every = _WORD.findall(_BROKEN.sub("", folded(name)[0]))
    for number, word in enumerate(every):
        key = key_of(word)
        at = len(every) - 1 if "," in name else 0
        is_forename = number == at and len(every) > 1 and key in _FORENAMES_TOO and word.istitle()
        is_other = is_particle(word) or (number == 0 and key in title_words())
        if len(key) > 1 and (is_forename or not is_other):
            yield key


def key_of(word: str) -> str:
    """Give a folded word as it is looked up: in lower case, without apostrophes and marks (Diễm is Diem)."""
    return without_marks(word.replace("'", "").casefold())


def without_marks(word: str) -> str:
    """Give a word without the marks of its letters; Ł and Ø are L and O."""
    if word.isascii():
        return word
    parts = unicodedata.normalize("NFD", word.translate(_UNMARKED))
    return "".join(part for part in parts if not unicodedata.combining(part))


def _is_always_a_name(key: str, times: int) -> bool:
    """Tell a word claimed so often that it is known as a whole name is; one of no list more often."""
    if key in name_words():
        return times >= _VERY_OFTEN
    return times >= _ALWAYS and not (_is_common(key) or is_known(key) or is_seldom_a_name(key))


def _is_common(key: str) -> bool:
    return key in stop_words() or key in title_words() or key in _DAYS
