"""Ordinary words that somebody of the call bears, where they stand as a name: "in the arms of Wednesday".

The call must show the bearer: by a whole name that holds the word, a title or rank before it, or a form; of a
day, by what no day does. Then its capital is asked about where a name may stand (`borne_positions`), as long
as nothing shows the word itself: an article, another capital beside it, a day's or a month's sign, a heading.
What remains: the word at the beginning of a sentence, before what is done with a thing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain

from redact.recognise import regex
from redact.recognise.beside import is_known
from redact.recognise.borne_positions import (
    HAS_DONE,
    TOLD,
    WORD,
    is_at_work,
    is_of_a_family,
    is_placed,
    is_shouted_surname,
    is_title_case,
)
from redact.recognise.claims import Example, FollowUpRecogniser, mention
from redact.recognise.day_bearers import borne_days
from redact.recognise.grids import View
from redact.recognise.letter_places import is_small_word
from redact.recognise.lists import kinds, words
from redact.recognise.mid_sentence import PARTS
from redact.recognise.model.views import chance
from redact.recognise.names import is_particle, name_words, stop_words, title_words
from redact.recognise.openers import acts
from redact.recognise.plain_words import is_plain, is_seldom_a_name
from redact.recognise.readings import Reading, folded
from redact.recognise.repeat_edges import begins
from redact.recognise.taken import Taken, taken_by
from redact.recognise.thing_lists import stands_among_things
from redact.recognise.where_people_stand import stands_with_somebody
from redact.values.people import Evidence, Label, Mention, Standing

__all__ = ["RECOGNISER"]

_UNLISTED, _ASKED = "unlisted", 0.45  # that falls where the word is known, and says it with less
_LIKELY, _SHOWN = 0.6, 0.75  # of a whole name, and of a single word that a title or a form shows
_AGAIN = 2  # places of a whole name that is made of ordinary words only
_CLAIM_ODDS = 0.03  # the model's, of a person, for a word that it claims alone elsewhere
_BORNE_ODDS = 0.03  # the same for a word of a name, wherever it stands
_ACT_ODDS, _DID_ODDS = 0.003, 0.01  # the same before what only somebody does, and before what is done
_OFFICE_ODDS = 0.002  # the model's, of a person, below which an office or a relative is one: "Parent said"
_CLAIMED = "model, name"
_OF_ONE = frozenset({"titles", "posts", "roles", "fields"})
_AMONG_NAMES = frozenset({"listed-names", "name-columns"})
_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_CAPITAL = regex.compile(
    r"(?<![\p{L}\p{N}_@/.'-])(?:\p{Lu}\p{Ll}+|\p{Lu}{4,})(?=(?:'s)?(?![\p{L}\p{N}_@/-]|'\p{L}{2}))"
)
_GOES_ON = regex.compile(
    r"[ -]\p{Lu}|(?<=Lord)[ ](?:knows|have|of)\b|[ ]of[ ]the\b|[ ](?:in|of|on|to)[ ]the[ ]\p{Lu}"
    r"|[ ]\d(?!\d[ ]\p{Ll}{3}|\d?[:.]\d\d\b)"  # "Friend 2", but "Friend 62 orders" and "Friend 08:30"
    r"|['s]*[ ](?:Day|House|Road)\b"
)
_JOINS = regex.compile(r"[ -]\p{Lu}")
_THE = regex.compile(r"(?<![\p{L}\p{N}])[Tt]he[ ]$")  # "the Badgers"
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "dear"})
# What makes a word the thing itself.
_MARKED = regex.compile(
    r"(?:\b(?i:the|an?|this|that|these|those|his|her|its|our|their|my|your|each|every|no|some|any|one|own"
    r"|same|other|another|new|old|next|last|first|second|whose|what|which|per)|'s|\b\p{Lu}[\p{L}'-]*)[ ]$"
)
_AT = regex.compile(r"\b(?:in|at|to|from|into|of|before|through|via|outside|and|or)[ ]$", regex.IGNORECASE)
_JOINED = regex.compile(r"(?<![\p{L}'-])(\p{Lu}\p{L}+)[ ](?:and|&|or)[ ]$")
_GONE_TO = frozenset(
    {"court", "church", "chapel", "temple", "chambers", "school", "hospital", "care", "home", "house", "hall"}
)
_DAY_BEFORE = regex.compile(
    r"\b(?:on|till|until|since|late|early|alternate|most|many|all|on[ ]a|of[ ]a"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:[ ]?[,/&-][ ]?|[ ](?:and|or|to|till|until)[ ]))[ ]?$",
    regex.IGNORECASE,
)
_WHICH_DAY = regex.compile(
    r"\b(?:the|an?|this|that|each|every|next|last|first|second|third|other|another|per|no|any|some|one|same"
    r"|following|previous|coming|bank|boxing|black|ash|good|easter|palm|whole|his|her|their|our|my|your|sheffield"
    r"|early|late|mid|sent:|date:|day:)[ -]$|(?:^|\n|[^;:,?][ ])\d{1,2}[ ]$",
    regex.IGNORECASE,
)
_ENTRY = regex.compile(r"[ ]*(?:[:\t\n]|-[ ]|$)")  # of a diary: "Wednesday: home visit"
_LEANS = regex.compile(
    r"\b(?:rel(?:y|ies|ied|ying)|reliance|depend\p{L}*|lean\p{L}*|focus\p{L}*|eyes?|pressure|impact|effects?"
    r"|blam\p{L}*|wait(?:s|ed|ing)?|harm|hard)[ ]on[ ]$"
)
_DAY_BEHIND = regex.compile(
    r"(?:'s)?[ ](?:[ap]\.?m\b|morning|afternoon|evening|night|lunch|week|club|clinic|group|meeting|visit"
    r"|contact|sessions?|slots?|shifts?|appointments?|\d)"
    r"|,?[ ]\d|[ ]?(?:[,/&-][ ]?|[ ](?:and|or|to|till|until)[ ])(?:mon|tues?|wed(?:nes|s)?"
    r"|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?\b",
    regex.IGNORECASE,
)
_MONTH = frozenset({"april", "may", "june", "august"})
_MONTH_BEFORE = regex.compile(
    r"(?:\d(?:st|nd|rd|th)?(?:[ ]of)?|\b(?:in|of|since|until|till|by|early|mid|late|during|last|next|from|to"
    r"|and))[ -]$",
    regex.IGNORECASE,
)
_EVIDENCE = Evidence(
    "borne-words", "1", "word that somebody bears", "an ordinary word that a name of these documents holds"
)
_ALONE = Evidence(
    "borne-words",
    "1",
    "word taken for a name",
    "an ordinary word that the name model takes for a name elsewhere",
)


def _find(views: Sequence[View], mentions: Sequence[Mention]) -> Iterator[Mention]:
    borne, surnames, claimed = _borne(views, mentions)
    borne |= borne_days(reading for view in views for reading in view.first)
    if not borne and not claimed:
        return
    taken = taken_by(each for each in mentions if each.evidence.recogniser != _UNLISTED)
    people = taken_by(each for each in mentions if each.label is Label.PERSON and each.score >= _LIKELY)
    for view in views:
        for reading in view.first:
            passage = reading.passage
            if passage.location.part not in PARTS or passage.heading_level:
                continue
            for match in _CAPITAL.finditer(reading.text):
                word = match[0].casefold()
                start, end = match.span()
                if (
                    word[-1] == "s"
                    and word[:-1] in surnames
                    and _THE.search(reading.text, max(0, start - 5), start)
                ):
                    word, end = word[:-1], end - 1
                if word not in borne and not (word in claimed and _is_likely(view, reading, start, end)):
                    continue
                is_joined = word in borne and stands_with_somebody(reading, start, end, people)
                if not is_joined and word in _openers() and begins(reading.text, start):
                    continue  # the capital of a sentence
                is_surname = word in surnames and (
                    end < match.end() or _is_a_surname(reading, start, end, taken)
                )
                if not (is_joined or is_surname) and not _is_somebody(
                    view, reading, start, end, is_borne=word in borne
                ):
                    continue
                if word not in borne and stands_among_things(reading.text, start, end, borne):
                    continue
                evidence = _EVIDENCE if word in borne else _ALONE
                made = mention(reading, start, end, Label.PERSON, _ASKED, evidence)
                if made is not None and not taken.touches(passage.id, made.span.start, made.span.end):
                    yield made


def _borne(views: Sequence[View], mentions: Sequence[Mention]) -> tuple[frozenset[str], ...]:
    """Give the ordinary words, in lower case, of the names of the call, those that end one, and claims."""
    texts = {passage.id: passage.text for view in views for passage in view.document.passages}
    times: Counter[str] = Counter()
    surnames: set[str] = set()
    claimed: set[str] = set()
    for each in mentions:
        if each.label is not Label.PERSON or each.standing in (Standing.CITED, Standing.PUBLIC):
            continue
        every = _words(texts, each)
        ordinary = [word for word in every if _is_ordinary(word)]
        if len(every) > 1 and each.score >= _LIKELY:
            times.update(dict.fromkeys(ordinary, 1 if len(ordinary) == len(every) else _AGAIN))
            surnames.add(every[-1])
        elif len(every) == 1 and each.evidence.recogniser in _OF_ONE and each.score >= _SHOWN:
            times.update(dict.fromkeys(ordinary, _AGAIN))
        elif len(every) == 1 and each.evidence.recogniser in _AMONG_NAMES:
            times.update(ordinary)  # two places among names, and it is one
        elif len(every) == 1 and each.evidence.pattern == _CLAIMED:
            claimed.update(filter(is_seldom_a_name, ordinary))
    borne = frozenset(word for word, number in times.items() if number >= _AGAIN)
    return borne, borne & surnames, frozenset(claimed)


def _is_likely(view: View, reading: Reading, start: int, end: int) -> bool:
    """Tell whether the model does not rule out a person, or what stands behind is what somebody does."""
    odds = chance(view, reading, start, end) or 0.0
    if acts(reading.text, end):
        return odds >= _ACT_ODDS
    return odds >= (_DID_ODDS if HAS_DONE.match(reading.text, end) else _CLAIM_ODDS)


def _is_a_surname(reading: Reading, start: int, end: int, taken: Taken) -> bool:
    """Tell whether a surname stands for a family, for somebody whose office it is too, or behind a name."""
    text = reading.text
    is_office = text[start:end].casefold() in _offices() and text[start:end].istitle()
    if is_of_a_family(text, start, end) or (is_office and is_at_work(text, start, end)):
        return True  # and "Clarity Last b. 6.4.44":
    before = reading.span(start - 2, start - 1) if text[max(0, start - 1) : start] == " " else None
    return before is not None and taken.touches(reading.passage.id, *before)


def _is_somebody(view: View, reading: Reading, start: int, end: int, *, is_borne: bool) -> bool:
    """Tell whether a word stands as a name, or the model holds that possible and it is no part of another."""
    if reading.text[start:end].isupper():
        is_a_time = reading.text[start:end].casefold() in _DAYS | _MONTH
        return is_borne and not is_a_time and is_shouted_surname(reading.text, start, end)
    if _stands(view, reading, start, end):
        return True
    is_free = is_borne and _JOINS.match(reading.text, end) is None
    return is_free and (chance(view, reading, start, end) or 0.0) >= _BORNE_ODDS


def _words(texts: Mapping[str, str], each: Mention) -> list[str]:
    plain = folded(texts[each.span.passage][each.span.start : each.span.end])[0]
    every = [word.removesuffix("'s").casefold() for word in WORD.findall(plain)]
    return [word for word in every if len(word) > 1 and not is_particle(word)]


@cache
def _is_ordinary(plain: str) -> bool:
    if plain == "family" or plain in _TITLES or plain in words("small-words") or is_small_word(plain):
        return False
    return (
        is_seldom_a_name(plain)
        or is_plain(plain)
        or is_known(plain)
        or plain in stop_words()
        or plain in title_words()
    )


def _stands(view: View, reading: Reading, start: int, end: int) -> bool:
    """Tell whether a word with its capital stands as a name, and nothing shows it to be the word itself."""
    text, word = reading.text, reading.text[start:end].casefold()
    before = text[max(0, start - 40) : start]
    if word in _DAYS:  # that somebody is called so is seldom, and nothing else tells all of these
        is_entry = text[start - 1 : start] in ("", "\n") and _ENTRY.match(text, end) is not None
        is_day = _WHICH_DAY.search(before) is not None or _is_time(word, before, text, end)
        return not (is_entry or is_day or is_title_case(text, start, end))
    is_marked = _MARKED.search(before) and not (TOLD.search(before) or _is_clause(text, before, end))
    if _GOES_ON.match(text, end) or is_marked:
        return False
    if _is_time(word, before, text, end) or (word in _GONE_TO and _AT.search(before)):
        return False
    joined = _JOINED.search(before)
    if joined is not None and (is_plain(joined[1]) or joined[1].casefold() in stop_words()):
        return False  # Choose and Book
    if not is_placed(text, start, end) or is_title_case(text, start, end):
        return False
    if word not in _offices():
        return True
    odds = chance(view, reading, start, end)
    return odds is not None and odds >= _OFFICE_ODDS


def _is_clause(text: str, before: str, end: int) -> bool:
    """Tell "no record that Church had", where the word before begins a clause and is no pointer."""
    return before.endswith(" that ") and (acts(text, end) or HAS_DONE.match(text, end) is not None)


def _is_time(word: str, before: str, text: str, end: int) -> bool:
    if word in _DAYS:
        is_told = _DAY_BEFORE.search(before) is not None and _LEANS.search(before) is None
        return is_told or _DAY_BEHIND.match(text, end) is not None
    is_told = _MONTH_BEFORE.search(before) is not None or text[end + 1 : end + 2].isdigit()
    return word in _MONTH and is_told


@cache
def _openers() -> frozenset[str]:
    """Give the words that often begin a sentence, so that a name there says nothing: Call, See."""
    return words("sentence-openers") - name_words()


@cache
def _offices() -> frozenset[str]:
    """Give the words for offices and relatives, which stand in records as names do: Parent, Nurse."""
    return frozenset(word.casefold() for word in chain(kinds("roles"), kinds("kinship"), words("post-words")))


RECOGNISER = FollowUpRecogniser(
    name="borne-words",
    version="1",
    labels=(Label.PERSON,),
    find=_find,
    examples=(
        Example("PS Lord rang.\n\nTom Vesey once supervised Lord; the other one left.", ("Lord",)),
        Example("PS Lord rang.\n\nIt was by order of Lord.", ("Lord",)),
        Example("PS Lord rang.\n\nFile closed\tLord\t4 May 2009", ("Lord",)),
        Example("Kids at Sunday's. Gran says Sunday wants them.", ("Sunday", "Sunday")),
    ),
    near_misses=(
        "PS Lord rang.\n\nThe House of Lords, the Lord and my Lord were told, and so was Lord Harte's aunt.",
        "PS Lord rang.\n\nHow We Told Our Lord\n\nLORD AND LADY",
        "It was by order of Lord.",
        "Contact moved to Sunday. Sunday's mother and baby group. Sunday has been hard.",
    ),
)
