"""What belongs to a name that was found without it: "Abu" of Abu Zaid, "Chance" of Chance Harte, "'arke" of
Sharma'arke, a surname in capitals behind a forename.

A small word of surnames directly before a likely name is a part of it. So is, at the beginning of a sentence
and before a surname that is known, a forename that is an ordinary word too, if the name model does not hold
that impossible; before one word that the model takes for a name, a word that is no ordinary one; a rank of
nobles, which is as often a forename; an initial that a scanner has read as a figure; and the rest of a word
behind an apostrophe or a hyphen. What remains: a word before a name that is in no list.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import chain

from redact.recognise import regex
from redact.recognise.beside import is_known
from redact.recognise.borne_positions import HAS_DONE
from redact.recognise.claims import Example, FollowUpRecogniser
from redact.recognise.grids import View
from redact.recognise.known_things import is_a_things_name
from redact.recognise.lists import kinds, words
from redact.recognise.names import name_words, stop_words, title_words
from redact.recognise.openers import acts
from redact.recognise.plain_words import is_plain, is_seldom_a_name
from redact.recognise.readings import Reading
from redact.recognise.repeat_edges import SENTENCE_START, is_unheard
from redact.recognise.scanned_initials import initials_by_surname, with_scanned_initial
from redact.recognise.surname_behind import odds_of, with_surname
from redact.recognise.surname_particles import particled, with_known_particle, with_particles
from redact.recognise.taken import taken_by
from redact.recognise.thing_signs import is_forename
from redact.recognise.times import is_time
from redact.values.people import Evidence, Label, Mention, Standing
from redact.values.text import Span

__all__ = ["RECOGNISER", "before_surnames"]

_LEAST_SCORE = 0.6
# The model's odds of a person, from which a word before a surname is a forename: one of the lists, another.
_ODDS, _SELDOM_ODDS = 0.01, 0.4
_WORD = regex.compile(r"(?<![\p{L}\p{N}'_-])(\p{Lu}\p{Ll}+)[ ]$")
_SHOUTED = regex.compile(r"(?<![\p{L}\p{N}'./-])(\p{Lu}{3,})[ ]$")
_INSIDE_BEFORE = regex.compile(r"[\p{Ll},][ ](\p{Lu}\p{Ll}*)\.?[ ]$")
# "the mother, Wednesday Harte", but not "On Wednesday Harte came" and no line of a diary.
_DAY = regex.compile(r"(?<!\p{L})(?P<day>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[ ]$")
# "April Harte, 16+ worker,", but not "In April Harte came" and not "May Harte come?".
_MONTH = regex.compile(r"(?<!\p{L})(?P<month>April|May|June|August)[ ]$")
_TOLD_BEHIND = regex.compile(
    r"(?:'s)?(?:,[ ](?!(?:19|20)\d\d)|[ ]\(|[ ](?:is|was|has|had|and|told|said|saw|came|rang|went|left"
    r"|gave|took|knew|wrote|felt|made|met|\p{Ll}{2,}(?:ed|es))\b)"
)
_DAY_BEFORE = regex.compile(
    r"(?:\d|(?i:\b(?:on|last|next|this|every|each|by|from|until|till|since|late|early|and|or|to|before"
    r"|after|that"
    r"|for|of|in|during|mid|the|a|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b),?)[ ]$"
)
_DAY_OF_ENTRY = regex.compile(
    r"(?:^|[\n\t])[ ]*(?:\d{1,2}(?:st|nd|rd|th)?[ ]\p{L}{3,9}\.?(?:[ ]\d{2,4})?|\d[\d./:-]*)"
    r"(?:[ ][\d.:]+)?[ ]$"
)
_CLOSES = regex.compile(r"[ ]*(?:[\n\t,;.(]|[ ]{2}|$)")
# A scanner's "Ms 5. Harte" and "Dr 0. Harte".
_FIGURE = regex.compile(r"(?<!\p{L})(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof)\.?[ ](?P<figure>[0-9])[.,][ ]?$")
_ZERO = regex.compile(r"(?<![\p{L}\p{N}])(?P<figure>0)['\u2019]$")  # and "0'Donnell"
_REST = regex.compile(
    r"(?:'(?!(?i:s|d|m|t|ll|ve|re)(?!\p{L}))\p{L}[\p{L}\p{M}]+|(?<=\p{Ll}\p{Ll})'[aeio]|-\p{Lu}[\p{L}\p{M}]+)+(?![\p{L}\p{N}@])"
)
_BEGUN = regex.compile(r"(?<![\p{L}\p{N}'-])\p{Lu}[\p{L}\p{M}]+-$")
# An initial that the end of a full line parts from its surname: "Reid C, Harte / N. Not forwarded."
_LETTER_BELOW = regex.compile(r"(?<=[^\n]{40})\n\p{Lu}(?=[.,;)](?:[ \n]|$))")
_LETTER_ABOVE = regex.compile(r"(?<=[^\n]{40}[ ])\p{Lu}\.\n$")
_LEAST_OF_REST = 0.3
# The model's, of a word in no list before one word that it takes for a name; and where it begins a sentence
# or is an ordinary one.
_UNLISTED_ODDS, _BEGINNING_ODDS = 0.05, 0.15
# The same of a word that no list knows, where the model is sure of the surname: "referral, Efa Harte".
_REPEATED = 0.6  # of what repeats a name that is sure
_UNHEARD_ODDS, _UNHEARD_FIRST_ODDS, _SURE = 0.004, 0.008, 0.8  # the second at a sentence's beginning
_INSIDE_ODDS = 0.003  # of a plain word in mid-sentence before a sure surname: "met North Ndiwa"
_ODDS_OF_AN_ACTOR = 0.005  # of an ordinary word before a surname that does what only somebody does
_ONE_WORD = frozenset({"name-model", "repeats"})  # what they find may be a name's last word alone
_ASKING = frozenset({"will", "may", "can"})  # "Will Harte come?"
_AROUND = 32  # characters before a name
_EVIDENCE = Evidence("name-edges", "1", "before a name", "a small word or a forename directly before a name")
_SURNAME = Evidence(
    "name-edges", "1", "word behind a forename", "a word in no list directly behind a forename"
)
_BEHIND = Evidence("name-edges", "1", "rest of a name", "the rest of a word of which the beginning is a name")


def _find(views: Sequence[View], mentions: Sequence[Mention]) -> Iterator[Mention]:
    homes = {reading.passage.id: (view, reading) for view in views for reading in view.first}
    named = [each for each in mentions if each.label is Label.PERSON and each.span.passage in homes]
    likely = [
        each
        for each in named
        if each.score >= _LEAST_SCORE and each.standing in (Standing.PARTICIPANT, Standing.PANEL)
    ]
    names = [_text(homes[each.span.passage][1], each) for each in likely]
    initials = initials_by_surname(names)
    small = particled(chain(names, (_with_word_before(homes[each.span.passage][1], each) for each in likely)))
    taken = taken_by(named)
    for each, name in zip(likely, names, strict=True):
        view, reading = homes[each.span.passage]
        start = _start(view, reading, each, is_surname=name.casefold() in initials)
        start = min(
            start, with_scanned_initial(reading.passage.text, each.span.start, each.span.end, initials)
        )
        if start < each.span.start:
            yield replace(each, span=Span(each.span.passage, start, each.span.end), evidence=_EVIDENCE)
    for each in named:
        if each.score >= _LEAST_OF_REST and each.standing is Standing.PARTICIPANT:
            text = homes[each.span.passage][1].passage.text
            start = min(_begun(text, each.span.start), with_known_particle(text, each.span.start, small))
            if start == each.span.start:
                start = _of_one_word(*homes[each.span.passage], each)
            if start < each.span.start and not taken.touches(each.span.passage, start, each.span.start):
                yield replace(each, span=Span(each.span.passage, start, each.span.end), evidence=_EVIDENCE)
            below = _LETTER_BELOW.match(text, each.span.end)
            end = below.end() if below is not None else with_surname(*homes[each.span.passage], each)
            if end > each.span.end and not taken.touches(each.span.passage, each.span.end, end):
                yield replace(each, span=Span(each.span.passage, each.span.start, end), evidence=_SURNAME)
        rest = _REST.match(homes[each.span.passage][1].passage.text, each.span.end)
        if rest is not None and each.score >= _LEAST_OF_REST and not _is_usual(rest[0]):
            span = Span(each.span.passage, each.span.start, rest.end())
            yield replace(each, span=span, evidence=_BEHIND)


def _with_word_before(reading: Reading, name: Mention) -> str:
    """Give a name with the word that stands with a capital before it, in mid-sentence; else nothing."""
    text = reading.passage.text
    before = _INSIDE_BEFORE.search(text, max(0, name.span.start - _AROUND), name.span.start)
    return f"{before[1]} {text[name.span.start : name.span.end]}" if before is not None else ""


def _begun(text: str, start: int) -> int:
    """Take in the beginning of a word of which the part behind a hyphen is a name: "Rosalie-Mae"; a "0'"."""
    zero = _ZERO.search(text, max(0, start - 3), start)
    if zero is not None:
        return int(zero.start("figure"))
    above = _LETTER_ABOVE.search(text, max(0, start - 3), start)
    if above is not None:
        return int(above.start())
    before = _BEGUN.search(text, max(0, start - _AROUND), start) if text[start].isupper() else None
    if before is None or is_plain(before[0][:-1]) or is_known(before[0][:-1]):
        return start
    return int(before.start())


def _is_usual(rest: str) -> bool:
    """Tell the rest of an ordinary word: "Non-Executive"."""
    word = rest.lstrip("-")
    return rest[0] == "-" and (is_plain(word) or is_known(word) or word.casefold() in stop_words())


def _text(reading: Reading, name: Mention) -> str:
    return reading.passage.text[name.span.start : name.span.end]


def _start(view: View, reading: Reading, name: Mention, *, is_surname: bool) -> int:
    """Give where the name begins with what belongs before it; code points of its passage."""
    text, start = reading.passage.text, name.span.start
    low = max(0, start - _AROUND)
    small = with_particles(text, start)
    if small < start:
        return small
    day = _DAY.search(text, low, start)
    is_alone = " " not in text[start : name.span.end]
    if day is not None and is_alone and _is_forename_too(text, day.start(), name.span.end):
        return int(day.start())
    month = _MONTH.search(text, low, start)
    if month is not None and is_alone and _is_month_too(text, month.start(), name.span.end):
        return int(month.start())
    figure = _FIGURE.search(text, low, start)
    if figure is not None:
        return int(figure.start("figure"))
    before = _WORD.search(text, low, start)
    if before is None or not is_surname or not text[start].isupper():
        return start
    low = max(0, before.start() - _AROUND)
    if not (_begins(text, before.start()) or _DAY_OF_ENTRY.search(text, low, before.start())):
        return start
    odds = odds_of(view, reading, *before.span(1))
    least = _least(before[1])
    if least == _SELDOM_ODDS and (acts(text, name.span.end) or HAS_DONE.match(text, name.span.end)):
        least = _ODDS_OF_AN_ACTOR
    return int(before.start()) if odds is not None and odds >= least else start


def _is_forename_too(text: str, start: int, end: int) -> bool:
    """Tell whether a day before a name is its forename: in a sentence, or as the value of a field."""
    before = text[max(0, start - 16) : start]
    if _begins(text, start):
        return before.rstrip(" ")[-1:] in (":", "\t") and _CLOSES.match(text, end) is not None
    return _DAY_BEFORE.search(before) is None


def _is_month_too(text: str, start: int, end: int) -> bool:
    """Tell whether a month before a surname is its forename: where no date stands, and something is told."""
    if _DAY_BEFORE.search(text, max(0, start - 16), start) or text[start:end].isupper():
        return False
    return _TOLD_BEHIND.match(text, end) is not None


def _begins(text: str, start: int) -> bool:
    return SENTENCE_START.search(text, max(0, start - 6), start) is not None


def _may_be_shouted(word: str, text: str, name: Mention) -> bool:
    """Tell a forename in capitals before a surname in them: "EFA HARTE", no "MARAC HARTE"."""
    plain, shouted = word.casefold(), text[name.span.start : name.span.end].isupper()
    is_listed = is_forename(word) or plain in words("sounding-names")
    return shouted and is_listed and name.score >= _SURE and plain not in words("record-abbreviations")


def _of_one_word(view: View, reading: Reading, name: Mention) -> int:
    """Take in the word before one word that the model takes for a name: "cc Efa Strange"."""
    text, start = reading.passage.text, name.span.start
    if name.evidence.recogniser not in _ONE_WORD or " " in text[start : name.span.end]:
        return start
    before = _WORD.search(text, max(0, start - _AROUND), start)
    if before is None or not text[start].isupper():
        shouted = _SHOUTED.search(text, max(0, start - _AROUND), start)
        return int(shouted.start()) if shouted and _may_be_shouted(shouted[1], text, name) else start
    plain, is_listed = before[1].casefold(), is_forename(before[1])
    begins = _begins(text, before.start()) and text[max(0, before.start() - 2) : before.start()] != " ("
    if plain in stop_words() or plain in title_words() or is_known(plain) or is_plain(before[1]):
        is_borne = not begins and name.score >= _SURE and not is_time(text, *before.span(1))
        odds = odds_of(view, reading, *before.span(1)) if is_borne and _is_free(plain) else None
        return int(before.start()) if odds is not None and odds >= _INSIDE_ODDS else start
    if not is_listed and is_seldom_a_name(plain) and begins:
        return start
    is_likely = is_listed or not (begins or is_seldom_a_name(plain))
    least = _UNLISTED_ODDS if is_likely else _BEGINNING_ODDS
    is_unknown = is_unheard(text, name.span.end, plain) and not is_listed
    is_sure = name.score >= (_SURE if name.evidence.recogniser == "name-model" else _REPEATED)
    if (is_likely or is_unknown) and is_sure and not is_a_things_name(before[1]):
        least = _UNHEARD_ODDS if is_likely else _UNHEARD_FIRST_ODDS
    odds = odds_of(view, reading, *before.span(1))
    return int(before.start()) if odds is not None and odds >= least else start


@cache
def before_surnames() -> frozenset[str]:
    """Give the words that stand before a surname and are no part of it: Nurse, Aunt, Hospital."""
    phrases = chain(kinds("roles"), kinds("kinship"), kinds("titles"))
    of_phrases = frozenset(word.casefold() for phrase in phrases for word in phrase.split())
    return of_phrases | words("post-words") | words("agency-words") | words("small-words")


def _is_free(word: str) -> bool:
    return word not in before_surnames() and word not in stop_words()


def _least(word: str) -> float:
    """Give the odds from which a word before a surname is a forename; above 1 where it is none."""
    plain = word.casefold()
    if plain in _ASKING or plain in title_words() or plain in kinds("kinship"):
        return 2.0
    if plain in name_words() or plain in words("forenames"):
        return _ODDS
    return _SELDOM_ODDS if is_seldom_a_name(word) else 2.0


RECOGNISER = FollowUpRecogniser(
    name="name-edges",
    version="1",
    labels=(Label.PERSON,),
    find=_find,
    examples=(
        Example("Child: Omar Abu Zaid\n\nThen they left, ABU ZAID.", ("ABU ZAID",)),
        Example("Child: Ines van Dijk\n\nThey told van Dijk so.", ("van Dijk",)),
        Example("Child: Joris de Vries\n\nThey told de Vries so.", ("de Vries",)),
        Example("Mrs Riabhaich came.\n\nThey told Mac an Riabhaich so.", ("Mac an Riabhaich",)),
        Example("Child: Omar St Cyr\n\nWe told Cyr. Strategy re ST CYR, now.", ("ST CYR",)),
        Example("Child: Omar Zaid\n\nLord Tarrant of Probation came.", ("Lord Tarrant",)),
        Example("Mrs Harte came.\n\nShe rang the mother, Wednesday Harte, today.", ("Wednesday Harte",)),
        Example("Child: Kayleigh Zaid\n\nKayleigh-Mae came.", ("Kayleigh-Mae",)),
        Example("Child: Sahra Harte\n\nHeld by 5. Harte in the chair.", ("5. Harte",)),
        Example(
            "Child: Kayleigh Zaid\n\nMFH. Kayleigh QUERN. Last seen hoody, no coat.", ("Kayleigh QUERN",)
        ),
    ),
    near_misses=(
        "Child: Omar Zaid\n\nThen Zaid left the van. Zaid came in a vanity.",
        "Child: Kayleigh Zaid\n\nKayleigh MARAC today. Kayleigh MISSING again.",
        "Child: Grace Harte\n\nWill Harte come? Told Harte.",
        "Mrs Harte came.\n\nOn Wednesday Harte left. As of Sunday Harte has it. Tuesday Harte rang.",
        "Child: Grace Harte\n\nHarte's, Harte'll and Harte'd do; Harte-like.",
        "Child: Omar Zaid\n\nThe den was cold. They told Zaid so.",
    ),
)
