"""Whether two wordings are one recommendation: shortened, renumbered, with other labels, in other words.

Who is to act and what is to be done must agree; of the rest most must be there. A recommendation with another
agency, another action or another number of days is another one. What remains: a paraphrase that shares no
word with its original.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from rapidfuzz.fuzz import token_set_ratio

from redact.judge.agents import acting, agencies_in, named_beside
from redact.judge.stems import STOP, stem

__all__ = ["Wording", "found_again", "weights_of", "wording_of"]

_SHARED_OF_SHORTER = 0.6
_SHARED_OF_LONGER = 0.3
_SHARED_OF_SHORT = 0.75  # of one that says little, one word more or less is another thing
_SHORT = 5  # words that say something
_ALMOST_ALL = 0.8
_WORD_BY_WORD = 0.75  # of the words in their order
_SAME = 92  # of token_set_ratio: the same words in another order
_LABELS = frozenset(("child", "mother", "father", "subject", "young"))
_EVERYBODY = frozenset(("board", "partners"))
_VERBS = (
    "write give tell review audit monitor remind train share ring record report stop start ask supervise"
    " check attend escalate visit assess refer appoint fund employ publish test meet use support lead invite"
    " plan improve keep follow list count collect hold send observe search install include weigh measure"
    " agree arrange allocate respond reduce increase remove replace offer convene speak listen"
)
_ACTIONS = frozenset(stem(word) for word in _VERBS.split())


@dataclass(frozen=True, slots=True)
class Wording:
    """One recommendation as it is compared: who acts, what is done, with which numbers, and what is said."""

    content: tuple[str, ...] = field(repr=False)
    acting: frozenset[str]
    named: frozenset[str]
    others: frozenset[str]
    actions: tuple[str, ...] = field(repr=False)
    numbers: frozenset[str] = field(repr=False)


def wording_of(words: Sequence[str]) -> Wording:
    """Make what is compared of the folded words of a recommendation."""
    stems = tuple(stem(word) for word in words if word not in STOP and len(word) > 1)
    content = tuple(dict.fromkeys(one for one in stems if not one.isdigit() and one not in _LABELS))
    actions = tuple(dict.fromkeys(one for one in content if one in _ACTIONS))
    numbers = frozenset(one for one in stems if one.isdigit())
    who = acting(words)
    others = agencies_in(words) - who - _EVERYBODY
    return Wording(content, who, named_beside(words), others, actions, numbers)


def weights_of(wordings: Iterable[Wording]) -> Mapping[str, float]:
    """Weigh each stem: what stands in every recommendation tells none from another."""
    counts: Counter[str] = Counter()
    total = 0
    for one in wordings:
        counts.update(set(one.content))
        total += 1
    return {word: 1.0 + math.log(total / count) for word, count in counts.items()}


def found_again(one: Wording, others: Iterable[Wording], weights: Mapping[str, float]) -> bool:
    """Tell whether one of the others says what this one says."""
    return any(
        _same(one, other, weights) and not _is_substituted(one.content, other.content) for other in others
    )


def _same(one: Wording, other: Wording, weights: Mapping[str, float]) -> bool:
    if not _same_actors(one, other) or not _same_others(one, other) or not _same_action(one, other):
        return False
    if one.numbers and other.numbers and not one.numbers & other.numbers:
        return False
    if not one.content or not other.content:
        return False
    if token_set_ratio(" ".join(one.content), " ".join(other.content)) >= _SAME and _near(one, other):
        return True
    shared = _weigh({*one.content} & {*other.content}, weights)
    shorter, longer = sorted((_weigh(one.content, weights), _weigh(other.content, weights)))
    of_shorter, of_longer = shared / shorter, shared / longer
    short = min(len(one.content), len(other.content)) <= _SHORT
    least = _SHARED_OF_SHORT if short else _SHARED_OF_SHORTER
    return (of_shorter >= least and of_longer >= _SHARED_OF_LONGER) or of_shorter >= _ALMOST_ALL


def _is_substituted(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether nearly the same words stand there, with another thing in the place of one.

    A midwife for a doctor, the parents for the referrer: word by word the same sentence says something else.
    """
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.ratio() < _WORD_BY_WORD:
        return False
    return any(
        tag == "replace" and b - a == d - c == 1 and not {one[a], other[c]} & _ACTIONS
        for tag, a, b, c, d in matcher.get_opcodes()
    )


def _near(one: Wording, other: Wording) -> bool:
    """Tell whether neither is so short that it could be a part of many."""
    return min(len(one.content), len(other.content)) >= 3


def _same_actors(one: Wording, other: Wording) -> bool:
    if not one.acting or not other.acting:
        return True
    return bool(one.acting & other.named or other.acting & one.named)


def _same_others(one: Wording, other: Wording) -> bool:
    """Tell whether both go to the same: to tell the police is not to tell social care."""
    if not one.others or not other.others or one.acting != other.acting:
        return True
    return bool(one.others & other.others)


def _same_action(one: Wording, other: Wording) -> bool:
    if not one.actions or not other.actions:
        return True
    return one.actions[0] in other.content or other.actions[0] in one.content


def _weigh(words: Iterable[str], weights: Mapping[str, float]) -> float:
    return sum(weights.get(word, 1.0) for word in words) or 1.0
