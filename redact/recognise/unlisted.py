"""Words that the lists take for no name and the name model takes for one: Court, Man, Charity, ho.

Somebody may be called so. A word that the model takes for a person's, and not in one place alone, is asked
about wherever it thinks of one, and so is in one place alone a word with its capital of which the model is as
sure as it ever is. Words for relatives, faiths and groups stand where names do and are none. What remains: a
person of such a name who is mentioned once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain

from redact.recognise.claims import Example, FollowUpRecogniser, mention
from redact.recognise.defined_letters import is_explained_here, stands_for_office
from redact.recognise.grids import View
from redact.recognise.lists import entries, kinds, words
from redact.recognise.model.views import likely
from redact.recognise.names import title_words
from redact.recognise.plain_words import is_plain
from redact.recognise.readings import Reading
from redact.recognise.repeat_edges import begins
from redact.recognise.scanner_slips import is_misread
from redact.recognise.taken import taken_by
from redact.recognise.times import is_time
from redact.values.people import Evidence, Label, Mention

__all__ = ["RECOGNISER"]

# The model's odds of a person: from which a place is asked about, what one place needs, and all together.
_ASKED, _ONE, _ALL = 0.1, 0.5, 1.1
# Those from which a place needs no other, whatever the lists say of the word; in mid-sentence; set on dev.
_SURELY, _INSIDE = 0.99, 0.9
_SHORTEST = 3  # letters of such a word
_SCORE = 0.42
_LONG_TITLE = 5  # letters; Justice and Bishop are names too, Mrs and Lord stand before one
# Words of kinship, faiths and nations in the lists, and often somebody's name.
_SURNAMES = frozenset({"friend", "foster"})
_EVIDENCE = Evidence(
    "unlisted", "1", "word taken for a name", "the name model takes this word for a name, and not once only"
)


def _find(views: Sequence[View], mentions: Sequence[Mention]) -> Iterator[Mention]:
    taken = taken_by(mentions)
    places: list[tuple[Reading, int, int, str, bool]] = []
    best: dict[str, float] = defaultdict(float)
    together: dict[str, float] = defaultdict(float)
    for view in views:
        for reading, start, end, odds in likely(view, _ASKED):
            word = reading.text[start:end].casefold()
            is_office = reading.text[start:end].isupper() and (
                stands_for_office(reading.text, start, end) or is_explained_here(reading.text, start, end)
            )
            is_inside = odds >= _INSIDE and not (begins(reading.text, start) or is_plain(word))
            surely = (odds >= _SURELY or is_inside) and _is_written_as_a_name(reading.text, start, end)
            span = reading.span(start, end) if (surely or _may_be_name(word)) and not is_office else None
            if span is None or taken.touches(reading.passage.id, *span):
                continue
            places.append((reading, start, end, word, surely))
            together[word] += odds
            best[word] = max(best[word], odds)
    for reading, start, end, word, surely in places:
        if surely or (best[word] >= _ONE and together[word] >= _ALL):
            made = mention(reading, start, end, Label.PERSON, _SCORE, _EVIDENCE)
            if made is not None:
                yield made


def _may_be_name(word: str) -> bool:
    if word in title_words() and len(word) < _LONG_TITLE:
        return False
    return len(word) > 1 and word.isalpha() and word not in _no_names() and not is_plain(word)


def _is_written_as_a_name(text: str, start: int, end: int) -> bool:
    """Tell whether a word has a capital, small letters behind it, and is none that stands where names do."""
    word = text[start:end]
    if len(word) < _SHORTEST or not (word[0].isupper() and word[1:].islower() and word.isalpha()):
        return False
    plain = word.casefold()
    if plain in title_words() or plain in _no_names() or is_misread(word) or is_time(text, start, end):
        return False
    return not (is_plain(word) and text[end : end + 2] == "'s")  # what is called after somebody


@cache
def _no_names() -> frozenset[str]:
    """Give the words that stand where names do: for relatives, faiths, groups, and the smallest words."""
    phrases = chain(kinds("kinship"), kinds("faiths"), entries("ethnic-groups"), kinds("nations"))
    every = {word.casefold() for phrase in phrases for word in phrase.split()} - _SURNAMES
    return frozenset(every | set(entries("record-abbreviations")[0].split()) | words("small-words"))


RECOGNISER = FollowUpRecogniser(
    name="unlisted",
    version="1",
    labels=(Label.PERSON,),
    find=_find,
    # Plain sentences: each sound model must read them so, whichever run it comes from.
    examples=(
        Example(
            "Court was seen by the nurse. Had Plum asked, Court might have said. Court told her aunt.",
            ("Court", "Court", "Court"),
        ),
        Example(
            "Man agreed to the visit. The nurse spoke to Man at home and Man said that she was well.",
            ("Man", "Man", "Man"),
        ),
        Example(
            "The nurse saw Charity at home. Charity told her sister, and the school rang Charity's mother.",
            ("Charity", "Charity", "Charity"),
        ),
    ),
    near_misses=(
        "The court was told. In court the mother said no, and the court agreed.",
        "Dad said so, and Dad left. Mum told the nurse that Dad was out.",
        "The family are Muslim. She said that a Muslim school was near.",
        "The charity gave a bed. A man rang, and the man left no name.",
    ),
)
