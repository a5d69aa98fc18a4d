"""What is left to ask of a question by what the key says already, and who could be meant by it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from redact.resolve.names import Form, read_name
from redact.resolve.settling import Known, is_whole, plain, words_of
from redact.values.people import Label
from redact.values.reviewing import Question, Spot
from redact.values.schemes import Group, Scheme, Slot

__all__ = ["all_still_open", "settled_as", "shared_by", "slot_for", "with_candidates"]

_SLOTS = {Label.PLACE: "place", Label.ADDRESS: "street", Label.ORGANISATION: "organisation"}
_THE = re.compile(r"(?<!\w)the\s+$", re.IGNORECASE)
_PLURAL = re.compile(r"e?s(?![\w'\u2019])")
_COUPLE = re.compile(r"(?<!\w)(?:mr|dr|mrs|ms)\.?\s+(?:and|&)\s+(?:mr|mrs|ms|dr)\.?\s+$", re.IGNORECASE)
_MOST_WORDS = 3  # of a kind of place: "children's medical centre"
_SAID = "this spelling was said to be theirs before"
_BESIDE = "the documents take it for one with what is theirs already"
_NOBODY_ELSE = "nobody else of the key bears these names"
_SAME_NAME = "it holds the same name, and nothing else of the key does"
_FAMILY = "this surname was said to stand for several people, and to be this family, before"


def all_still_open(questions: Sequence[Question], known: Known) -> tuple[Question, ...]:
    """Leave of questions what is still open; a whole name that two of them tell apart is so in each place."""
    told = [one for one in questions if one.told and not one.is_thing]
    times = Counter(name for one in told for name in {_name(spot) for spot in one.spots})
    several = frozenset(name for name, number in times.items() if number > 1)
    return tuple(found for one in questions if (found := _still_open(one, known, several)))


def shared_by(questions: Sequence[Question]) -> frozenset[str]:
    """Give the folded spellings that stand in several questions, a whole name in whatever order it stands."""
    times = Counter(name for one in questions for name in {_name(spot) for spot in one.spots})
    every = {spot for one in questions for spot in one.spots}
    return frozenset(plain(spot.text) for spot in every if times[_name(spot)] > 1)


def settled_as(question: Question, of: str, spelling: str, known: Known) -> tuple[Spot, ...]:
    """Give the places of a question in which the key says that this folded spelling is theirs."""
    settle = _settling(question, known)
    return tuple(
        spot
        for spot in question.spots
        if plain(spot.text) == spelling and settle(spot.text, spot.fingerprint) == (True, of)
    )


def with_candidates(asked: Question, known: Known) -> Question:
    """Add who could be meant, whether the first of them may be suggested, and why."""
    texts = [text for text, _ in asked.spellings]
    could = known.could_be_thing(texts) if asked.is_thing else known.could_be(texts)
    families = () if asked.is_thing else _families(texts, known)
    if len(families) == 1 and asked.spots and all(map(_is_of_several, asked.spots)):
        others = tuple(of for of in could if of not in families)
        return replace(asked, candidates=(*families, *others), likely=True, because=_FAMILY)
    could = (*could, *(of for of in families if of not in could))
    settle = _settling(asked, known)
    said = {of for text in texts if (of := settle(text, None)[1]) is not None}
    settled = said | ({asked.beside} if asked.beside else set())
    because = ""
    if len(settled) == 1:
        could = (*settled, *(other for other in could if other not in settled))
        because = _SAID if said else _BESIDE
    elif len(could) == 1 and not settled and _is_alone(asked, could[0], texts, known):
        because = _SAME_NAME if asked.is_thing else _NOBODY_ELSE
    return replace(asked, candidates=could, likely=bool(because), because=because)


def _still_open(
    question: Question, known: Known, several: frozenset[tuple[str, ...]] = frozenset()
) -> Question | None:
    """Leave of a question the places of which the key says nothing yet; none where it says whose all are.

    Args:
        several: whole names that two people bear, as words in an order of their own.
    """
    said = []
    for spot in question.spots:
        told = question.told and _name(spot) not in several
        settle = _settling(replace(question, told=told), known)
        said.append((spot, *settle(spot.text, spot.fingerprint)))
    spots = tuple(spot for spot, settled, _ in said if not settled)
    owners = {of for _, settled, of in said if settled and of is not None}
    beside = next(iter(owners)) if len(owners) == 1 and question.told else None
    return replace(question, spots=spots, beside=beside) if spots else None


def _name(spot: Spot) -> tuple[str, ...]:
    """Give the words of a whole name in an order of their own, another spelling as it is."""
    return tuple(sorted(words_of(spot.text))) if is_whole(spot.text) else (plain(spot.text),)


def _families(texts: list[str], known: Known) -> tuple[str, ...]:
    """Give the families of the key of which one of these surnames was said before: the Ashtons."""
    wanted = {form for text in texts for form in _surname(text)}
    families = {one.id for one in known.key.things if one.slot == "family"}
    of_links = (one.of for one in known.key.links if one.of in families and wanted & _surname(one.text))
    return tuple(dict.fromkeys(of for of in of_links if of is not None))


def _surname(text: str) -> set[str]:
    """Give the last word of a name, and what it may be the plural of."""
    last = plain(text).split()[-1:] or [""]
    return {last[0], last[0].removesuffix("s"), last[0].removesuffix("es")} - {""}


def _settling(question: Question, known: Known) -> Callable[[str, str | None], tuple[bool, str | None]]:
    """Give what says whose a spelling is, as strictly as the documents leave the question open."""
    if question.is_thing:
        return known.settled_thing
    return partial(known.settled, left_open=not question.told)


def slot_for(question: Question, scheme: Scheme) -> Slot | None:
    """Give the place in the scheme that the words of or beside the name mean; none where they mean none.

    Of "Thornwick Primary School" it is the school, of "the Ashtons" the family.
    """
    if not question.is_thing:
        if all(map(_is_of_several, question.spots)):
            return scheme.slot("family")
        return next((slot for word in question.said if (slot := scheme.slot_of(word))), None)
    if question.label is Label.ADDRESS and all(spot.text.isalpha() for spot in question.spots):
        return scheme.slot(_SLOTS[Label.PLACE])  # a town in an address
    found = (_kind_of(plain(text).split(), scheme) for text, _ in question.spellings)
    return next(filter(None, found), scheme.slot(_SLOTS[question.label]))


def _is_of_several(spot: Spot) -> bool:
    """Tell whether a surname stands for several people: the Ashtons, Mr and Mrs Ashton."""
    if _COUPLE.search(spot.before):
        return True
    the = "the " if _THE.search(spot.before) else ""
    plural = _PLURAL.match(spot.after)
    return read_name(the + spot.text + (plural[0] if plural else "")).form is Form.FAMILY


def _kind_of(words: list[str], scheme: Scheme) -> Slot | None:
    """Give the slot that the longest stretch of words means, of equals the last: Oakfield | School."""
    for length in range(_MOST_WORDS, 0, -1):
        for start in range(len(words) - length, -1, -1):
            slot = scheme.slot_of(" ".join(words[start : start + length]))
            if slot is not None and slot.group is Group.THING:
                return slot
    return None


def _is_alone(asked: Question, of: str, texts: list[str], known: Known) -> bool:
    """Tell whether the only one who could be meant may be suggested: a town is not the school of its name."""
    if not asked.is_thing:
        return asked.told and known.fits(of, texts)
    names = {words_of(name.text) for one in known.key.things if one.id == of for name in one.names}
    return asked.label is Label.ORGANISATION or all(words_of(text) in names for text in texts)
