"""Towns that were taken for people: "a paper given in Harrogate", "a week at Filey".

Behind a preposition or a comma, one word that is a town's and that nobody of the call bears is asked about as
a place; as a person only where it does what somebody does. What remains: a town that is in no list, and
somebody with a town's name who is mentioned once, behind a preposition: that is still asked about.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from redact.recognise import regex
from redact.recognise.grids import View
from redact.recognise.lists import words
from redact.recognise.model_places import RECOGNISER
from redact.recognise.openers import acts
from redact.recognise.place_names import guess, of_bodies
from redact.recognise.thing_signs import is_forename
from redact.values.people import Evidence, Label, Mention

__all__ = ["towns_as_places"]

_GUESSES = frozenset({"name-model", "mid-sentence", "openers", "unlisted", "listed-names"})
_NEAR = 30  # characters before a town
_AT = regex.compile(
    r"(?:\b(?:in|at|near|around|outside|towards|between|off|from|of|for)[ ](?:the[ ])?"
    r"|\b(?:in|at|to|from|near|of|for)[ ](?:the[ ])?\p{Lu}\p{L}+[ ](?:and|or)[ ]|\p{Ll},[ ]|\b(?i:the)[ ])$"
)
_WORD = regex.compile(r"[\p{L}\p{M}]+(?:['-][\p{L}\p{M}]+)*")


def towns_as_places(views: Sequence[View], found: Iterable[Mention]) -> list[Mention]:
    """Give the mentions again, those of towns that only seem to be people as places; none of a large area."""
    found = list(found)
    texts = {passage.id: passage.text for view in views for passage in view.document.passages}
    towns = {id(each) for each in found if _is_town(texts, each)}
    if not towns:
        return found
    borne = frozenset(_borne(texts, [each for each in found if id(each) not in towns]))
    bodies = of_bodies(views, found)
    claimed = {(each.span, each.label) for each in found}
    kept: list[Mention] = []
    for each in found:
        word = _text(texts, each)
        if id(each) not in towns or word.casefold() in borne:
            kept.append(each)
            continue
        one = guess(word, bodies)
        if one is not None and (each.span, one.label) not in claimed:
            why = Evidence(RECOGNISER.name, RECOGNISER.version, one.pattern, one.because)
            kept.append(Mention(each.span, one.label, one.score, why, one.standing))
    return kept


def _is_town(texts: Mapping[str, str], each: Mention) -> bool:
    if each.label is not Label.PERSON or each.evidence.recogniser not in _GUESSES:
        return False
    text, word = texts[each.span.passage], _text(texts, each)
    if word.casefold() not in words("towns-in-passing") or not word.istitle() or is_forename(word):
        return False
    if acts(text, each.span.end) or text[each.span.end : each.span.end + 2] in ("'s", "\u2019s"):
        return False
    return _AT.search(text, max(0, each.span.start - _NEAR), each.span.start) is not None


def _borne(texts: Mapping[str, str], found: Iterable[Mention]) -> Iterator[str]:
    """Give every word, in lower case, of those people who are no towns."""
    for each in found:
        if each.label is Label.PERSON:
            yield from (word.casefold().removesuffix("'s") for word in _WORD.findall(_text(texts, each)))


def _text(texts: Mapping[str, str], each: Mention) -> str:
    return texts[each.span.passage][each.span.start : each.span.end]
