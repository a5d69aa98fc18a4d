"""Words that the lists take for no name and the name model takes for one again and again: Court, Man, ho.

Somebody may be called so. A word that the model takes for a person's in two places is asked about wherever it
thinks of one. Words for relatives, faiths and groups stand where names do and are none. What remains: a person
of such a name who is mentioned once.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain

from redact.recognise.claims import Example, FollowUpRecogniser, mention
from redact.recognise.grids import View
from redact.recognise.lists import entries, kinds, words
from redact.recognise.model.views import likely
from redact.recognise.names import title_words
from redact.recognise.readings import Reading
from redact.values.people import Evidence, Label, Mention

__all__ = ["RECOGNISER"]

# The model's odds of a person: from which a place counts, from which it is asked about, and how many count.
_COUNTS, _ASKED, _OFTEN = 0.5, 0.1, 2
_SCORE = 0.42
_EVIDENCE = Evidence(
    "unlisted", "1", "word taken for a name", "the name model takes this word for a name more than once"
)


def _find(views: Sequence[View], mentions: Sequence[Mention]) -> Iterator[Mention]:
    taken: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for each in mentions:
        taken[each.span.passage].append((each.span.start, each.span.end))
    places: list[tuple[Reading, int, int, str]] = []
    often: Counter[str] = Counter()
    for view in views:
        for reading, start, end, odds in likely(view, _ASKED):
            word = reading.text[start:end].casefold()
            span = reading.span(start, end) if _may_be_name(word) else None
            if span is None or any(
                low < span[1] and span[0] < high for low, high in taken[reading.passage.id]
            ):
                continue
            places.append((reading, start, end, word))
            often[word] += odds >= _COUNTS
    for reading, start, end, word in places:
        if often[word] >= _OFTEN:
            made = mention(reading, start, end, Label.PERSON, _SCORE, _EVIDENCE)
            if made is not None:
                yield made


def _may_be_name(word: str) -> bool:
    return len(word) > 1 and word.isalpha() and word not in _no_names() and word not in title_words()


@cache
def _no_names() -> frozenset[str]:
    """Give the words that stand where names do: for relatives, faiths, groups, and those of every sentence."""
    phrases = chain(kinds("kinship"), kinds("faiths"), entries("ethnic-groups"), kinds("nations"))
    every = {word.casefold() for phrase in phrases for word in phrase.split()}
    return frozenset(every | set(entries("record-abbreviations")[0].split()) | words("small-words"))


RECOGNISER = FollowUpRecogniser(
    name="unlisted",
    version="1",
    labels=(Label.PERSON,),
    find=_find,
    examples=(),
    near_misses=(),
)
