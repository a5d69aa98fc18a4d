"""A word that stands in a list behind names: "(Gifty, Dr Sophie, Ubong)", "Aklima, Lord."

Behind a name, a comma, a stroke or "and" one more word with a capital is asked about where it is in no list
of usual words and the name model does not hold it impossible; an ordinary word that is seldom a name only
behind two names. What remains: a name before the others of its list, and one among things.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain

from redact.recognise import regex
from redact.recognise.beside import is_known
from redact.recognise.claims import Example, FollowUpRecogniser, mention
from redact.recognise.grids import View
from redact.recognise.lists import entries, kinds, words
from redact.recognise.mid_sentence import PARTS
from redact.recognise.model.views import chance
from redact.recognise.names import stop_words, title_words
from redact.recognise.plain_words import is_plain, is_seldom_a_name
from redact.recognise.readings import Reading
from redact.recognise.taken import Taken, taken_by
from redact.recognise.thing_names import things_told
from redact.values.people import Evidence, Label, Mention, Standing

__all__ = ["RECOGNISER"]

_ASKED, _LEAST_SCORE = 0.4, 0.6
# The model's odds of a person: of a word in no list, and of a title that is a forename too ("Lord").
_ODDS, _TITLE_ODDS = 0.02, 0.1
_JOINT = r"(?:'s)?[ ]?(?:[,;/&]|[ ]and|[ ]or)[ ]?(?:and[ ]|&[ ])?"
_BEHIND = regex.compile(
    rf"{_JOINT}(?P<name>\p{{Lu}}[\p{{L}}\p{{M}}'-]*\p{{Ll}})(?='?s?[ ]?(?:[).;:,/\n\t]|$|[ ](?:and|&|or)\b))"
)
_NEXT = regex.compile(rf"{_JOINT}(?:(?:Mrs?|Ms|Miss|Mx|Dr|Prof)\.?[ ])?(?=\p{{Lu}}\p{{Ll}})")
# Another name before the one that stands before the word.
_BEFORE = regex.compile(rf"{_JOINT}(?:(?:Mrs?|Ms|Miss|Mx|Dr|Prof|PC|SW|HV)\.?[ ])?$")
_EVIDENCE = Evidence("listed-names", "1", "listed with names", "a word that stands in a list behind names")


def _find(views: Sequence[View], mentions: Sequence[Mention]) -> Iterator[Mention]:
    homes = {each.passage.id: (view, each) for view in views for each in view.first if _may_hold(each)}
    people = [each for each in mentions if _is_likely(each) and each.span.passage in homes]
    taken, named = taken_by(mentions), taken_by(people)
    things = things_told(views).words
    for each in people:
        view, reading = homes[each.span.passage]
        match = _BEHIND.match(reading.text, each.span.end)
        if match is None or match["name"].casefold() in things:
            continue
        start, end = match.span("name")
        if taken.touches(each.span.passage, start, end):
            continue
        is_between = _is_between(reading.text, end, each, named)
        is_second = is_between or _is_second(reading.text, each, named)
        if _may_be_name(view, reading, start, end, is_second=is_second, is_between=is_between):
            made = mention(reading, start, end, Label.PERSON, _ASKED, _EVIDENCE)
            if made is not None:
                yield made


def _may_hold(reading: Reading) -> bool:
    """Tell whether places in a reading are those of its passage, and the passage is no heading."""
    passage = reading.passage
    is_same = reading.starts is None and not reading.base
    return is_same and passage.location.part in PARTS and not passage.heading_level


def _is_likely(each: Mention) -> bool:
    is_of_the_case = each.standing not in (Standing.CITED, Standing.PUBLIC)
    return each.label is Label.PERSON and each.score >= _LEAST_SCORE and is_of_the_case


def _is_second(text: str, name: Mention, named: Taken) -> bool:
    """Tell whether another name stands in the list before a name."""
    before = _BEFORE.search(text, max(0, name.span.start - 16), name.span.start)
    return before is not None and named.touches(name.span.passage, before.start() - 1, before.start())


def _is_between(text: str, end: int, name: Mention, named: Taken) -> bool:
    """Tell whether another name stands behind a word in the list of a name: "Harte, Little and Quill"."""
    joint = _NEXT.match(text, end)
    return joint is not None and named.touches(name.span.passage, joint.end(), joint.end() + 1)


def _may_be_name(
    view: View, reading: Reading, start: int, end: int, *, is_second: bool, is_between: bool
) -> bool:
    word = reading.text[start:end].removesuffix("'s")
    plain = word.casefold()
    odds = chance(view, reading, start, end)
    if plain in title_words():
        return odds is not None and is_seldom_a_name(plain) and odds >= _TITLE_ODDS
    if plain in stop_words() or plain in _nobodys() or plain in _places():
        return False
    if is_between:  # "Harte, Offer, Quill and Vesey": of people, whatever the word is
        return plain not in words("known-capitals")
    if is_known(plain) or is_plain(word):
        return False
    # Where the model has read nothing, the list alone says it.
    return (odds is None or odds >= _ODDS) and (is_second or not is_seldom_a_name(plain))


@cache
def _nobodys() -> frozenset[str]:
    """Give the words of offices, relatives and agencies, which stand in lists of people as names do."""
    phrases = chain(kinds("roles"), kinds("kinship"), words("post-words"), words("agency-words"))
    return frozenset(word.casefold() for phrase in phrases for word in phrase.split())


@cache
def _places() -> frozenset[str]:
    return frozenset(place.casefold() for place in entries("english-places"))


RECOGNISER = FollowUpRecogniser(
    name="listed-names",
    version="1",
    labels=(Label.PERSON,),
    find=_find,
    examples=(
        Example("Round table 3 (Mrs Harte, Dr Quill, Ubong): what got in the way?", ("Ubong",)),
        Example("Those who came were Mrs Harte and Ubong.", ("Ubong",)),
        Example("Written by Mrs Harte/Tarrant; not sent.", ("Tarrant",)),
        Example("Mr Harte, Burden and Mr Quill have done the training.", ("Burden",)),
        Example("Strategy: Mr Harte, Offer, Dr Quill. Agreed.", ("Offer",)),
    ),
    near_misses=(
        "Mrs Harte, Manager, and Dr Quill, Leeds, came.",
        "Mrs Harte, Tuesday.",
        "Mr Harte, Police, Dr Quill and Mr Vesey, Housing, Mr Tarrant, Mother, Mr Lodd.",
        "Beans, Rice, Oats.",
    ),
)
