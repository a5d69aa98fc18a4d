"""Names that one slip of the keyboard or the scanner keeps from a known name: "MkTaggart", "Khadia".

A word with a capital that nobody has claimed is asked about where one letter more, less, changed or moved
makes it a word of a name of these documents, and the name model holds it for somebody's with some odds: the
shorter the word, the surer the model must be. What remains: two slips in one word, one in a short word that
is another word too, and a slip in small letters.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from redact.recognise import regex
from redact.recognise.claims import Example, FollowUpRecogniser, mention
from redact.recognise.grids import View
from redact.recognise.model.views import chance, likely
from redact.recognise.names import stop_words
from redact.recognise.nobodys_words import are_plain
from redact.recognise.plain_words import is_seldom_a_name
from redact.recognise.readings import Reading, folded
from redact.recognise.repeat_names import key_of
from redact.recognise.slipped_names import words_of_the_case
from redact.recognise.taken import taken_by
from redact.values.people import Evidence, Label, Mention

__all__ = ["RECOGNISER"]

_ASKED = 0.4
_SHORTEST = 3  # letters of a word that may be a slip; the name may have one more or less
_LEAST_ODDS = {3: 0.9, 4: 0.3}  # of short words, by their letters
_ODDS, _ODDS_OF_A_WORD = 0.02, 0.9  # of others, and of an ordinary word
_LONG = regex.compile(r"(?<![\p{L}\p{N}'-])\p{Lu}\p{L}{5,}(?![\p{L}\p{N}'-])")
_EVIDENCE = Evidence(
    "misspelt-names", "1", "slip in a name", "one letter away from a name of these documents"
)


def _find(views: Sequence[View], mentions: Sequence[Mention]) -> Iterator[Mention]:
    known = words_of_the_case(views, mentions)
    if not known:
        return
    taken = taken_by(mentions)
    slips: dict[str, bool] = {}
    for view in views:
        for reading, start, after, odds in _candidates(view):
            word = reading.text[start:after].removesuffix("'s")
            end = start + len(word)
            if not _may_be_a_slip(word, odds):
                continue
            if word not in slips:
                slips[word] = _is_near(key_of(folded(word)[0]), known)
            made = mention(reading, start, end, Label.PERSON, _ASKED, _EVIDENCE) if slips[word] else None
            if made is not None and not taken.touches(made.span.passage, made.span.start, made.span.end):
                yield made


def _candidates(view: View) -> Iterator[tuple[Reading, int, int, float]]:
    """Give words as `likely` does; where the model has not read, the long ones that begin with a capital."""
    for reading in view.first:
        if chance(view, reading, 0, 1) is None:
            for match in _LONG.finditer(reading.text):
                yield reading, *match.span(), _ODDS
    yield from likely(view, _ODDS)


def _may_be_a_slip(word: str, odds: float) -> bool:
    """Tell a word with a capital that the model holds for somebody's with odds enough for its letters."""
    is_short = len(word) in _LEAST_ODDS
    if len(word) < _SHORTEST or not word.isalpha() or not word[0].isupper() or (is_short and word.isupper()):
        return False
    is_word = are_plain([word]) or is_seldom_a_name(word) or word.casefold().rstrip("s") in stop_words()
    return odds >= (_ODDS_OF_A_WORD if is_word else _LEAST_ODDS.get(len(word), _ODDS))


def _is_near(key: str, known: frozenset[str]) -> bool:
    """Tell whether one slip makes a known word of it, seldom of its first letter; a known one is no slip."""
    if key in known:
        return False
    near = process.extract(key, known, scorer=OSA.distance, score_cutoff=1, limit=None)
    return any(key[0] in name[:2] for name, _, _ in near)


RECOGNISER = FollowUpRecogniser(
    name="misspelt-names",
    version="1",
    labels=(Label.PERSON,),
    find=_find,
    examples=(
        Example("Mrs Ida McTaggart came.\n\nThen MkTaggart left.", ("MkTaggart",)),
        Example("Mrs Ida Tarrant came.\n\nA call from Tarrnat.", ("Tarrnat",)),
        Example("Ms Khadija Vesey came.\n\nHe was quoting Khadia.", ("Khadia",)),
    ),
    near_misses=(
        "Mrs Ida Hospitall came.\n\nThe Hospital closed.",
        "Mrs Ida Tarrant came.\n\nThe tarrnat was cold.",
        "Mrs Ida Storm came.\n\nStore the forms.",
    ),
)
