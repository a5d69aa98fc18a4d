"""One letter that notes write for somebody whom nothing names: "K's dad", "She said J was out", "ta G x".

A letter is asked about where only somebody can stand: it owns kin, stands behind a word for a relative or
behind "little", does what somebody does at the beginning of a sentence or behind "said", or closes a note.
Then it counts again where somebody may stand in the same document. A letter that is part of a label in use
anywhere in the call ("Child K"), or that a sentence gives to somebody ("is called Z"), is left alone. What
remains: A, I and O where they own nothing, and a letter that nothing in its document shows to be somebody's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from redact.recognise import regex
from redact.recognise.claims import Example, FollowUpRecogniser
from redact.recognise.grids import View
from redact.recognise.lists import kinds
from redact.recognise.mid_sentence import PARTS
from redact.recognise.openers import acts
from redact.recognise.readings import Reading
from redact.recognise.taken import people_where_free, taken_by
from redact.values.people import Evidence, Label, Mention

__all__ = ["RECOGNISER"]

_ASKED = 0.4
_REACH = 40  # characters before a letter in which its position shows
_LETTER = regex.compile(
    r"(?<![\p{L}\p{N}.'&/@_+()-])\p{Lu}(?=(?:'s)?(?:[ ,;:?!)\n\t\"]|\.?$|\.(?![\p{L}\p{N}])))(?!:)"
)
_OWNS_KIN = regex.compile(r"'s[ ](?P<kin>(?:step-?|half-?|ex-?)?\p{Ll}{2,})(?:[ ](?P<next>\p{Ll}+))?")
# Relatives behind whom a letter is somebody; of a child, a mother or a sibling a review makes a label so.
_KIN_BEFORE = regex.compile(
    r"(?<![\p{L}-])(?:(?:ex-?)?(?:partner|husband|wife|boy-?friend|girl-?friend|hubby|bf|gf)|ex|brother|sister"
    r"|(?:step-?)(?:dad|mum)|nan|nana|gran|aunt(?:ie|y)?|uncle|cousin|friend|mate|pal|lodger|neighbour|twin)"
    r"(?:,|[ ]\()?[ ]?$"
)
_SMALL_BEFORE = regex.compile(r"(?<!\p{L})(?:[Ll]ittle|[Ll]il|[Yy]oung|[Oo]ld|[Bb]ig|[Oo]ur|[Pp]oor)[ ]$")
_SAID_BEFORE = regex.compile(
    r"\b(?:said|says|told(?:[ ]\p{Ll}+)?|claims?|claimed|reports?|reported|states?|stated|thinks|thought|when"
    r"|because|cos|if|but|while|until|that)[ ]$"
)
_BEGINS = regex.compile(r"(?:^|[\n\t\x00]|[.!?;][\"')]*[ ]|[ ][\u2013-][ ])[\"'(]?(?:[\d./:-]+[ ])*$")
_AND = regex.compile(r"\p{Ll}[\"')]{0,2},?[ ]and[ ]$")
_IS = regex.compile(
    r"[ ](?:was|is|has|had|did|does|will|would|can|can't|won't|didn't|wasn't|isn't|says|sat|filled|thinks"
    r"|keeps|makes|gets|tells|asks|locks|helps|goes)(?=[ ][\"'(]?\p{L})"
)
_HAD_TO = regex.compile(r"[ ](?:had|has|have|wanted|wants|needed|needs|used|went|refused)[ ]to[ ]\p{Ll}")
_SIGNS_OFF = regex.compile(r"(?:^|\n)[ ]*(?i:ta|thanks|thx|cheers|love|luv|from|rgds|regards)?,?[ ]?$")
_KISSES = regex.compile(r"\.?(?:[ ]x+)+[ ]*(?:\n|$)")
_CLOSES = regex.compile(r"\.?(?:[ ]x+)?[ ]*(?:\n|$)")
_AGAIN_BEFORE = regex.compile(
    r"(?:^|[\n\t\x00,;:?!.]|[ ][-\u2013])[ \"'(]*$"
    r"|\b(?i:and|with|to|by|was|is|from|for|of|that|said|says|told|asked|saw|rang|who|if|when|but|or|than|left"
    r"|let|like|about|see|seen|ring|call|called|tell|ask|met|meet|where|on|against|near|at"
    r"|because|then|so|as)[ ]$"
)
_AGAIN_BEHIND = regex.compile(r"(?:'s[ ]\p{Ll}|[,;?!)\"]|\.?[ ]*(?:\n|\t|$)|\.?[ ]\p{L}|[ ][-(\u2013&])")
# "The child is called Z", 'the mother ("M")', "referred to as B": a label that the paper gives.
_GIVEN = regex.compile(
    r"(?:\b(?:called|known[ ]as|referred[ ]to[ ]as|letters?|initials?|pseudonyms?|anonymi[sz]ed[ ]as)"
    r"[ ]\(?[\"'\u201c]?"
    r"|\([\"'\u201c]?)(?P<letter>\p{Lu})[\"'\u201d]?(?![\p{L}\p{N}'.])"
)
_LONE = regex.compile(r"(?<!\p{L})\p{Lu}(?!\p{L})")
_TELLS = regex.compile(r"[ ](?:says|sat|filled|thinks|tells|asks)\b")
_SEVERAL = regex.compile(
    r"\b(?:Parents|Children|Siblings|Adults|Brothers|Sisters|Mothers|Fathers|Partners|Twins|Families"
    r"|Workers)[ ]\p{Lu}(?:(?:,[ ]|[ ](?:and|&)[ ]|/)\p{Lu})*(?!\p{L})"
)
_PARENTS, _SMALL_WORDS = "MF", "AIO"  # M and F are mother and father in notes; A, I and O are words
_EVIDENCE = Evidence(
    "single-letters", "1", "a letter for somebody", "one letter where only somebody can stand"
)
_AGAIN = Evidence(
    "single-letters", "1", "the letter again", "one letter that stands for somebody in this document"
)


def _find(views: Sequence[View], mentions: Sequence[Mention]) -> Iterator[Mention]:
    texts = {passage.id: passage.text for view in views for passage in view.document.passages}
    used = _in_use(texts, mentions)
    taken = taken_by(mentions)
    for view in views:
        places = [
            (reading, match.start(), match.end())
            for reading in view.first
            if reading.passage.location.part in PARTS and not reading.passage.heading_level
            for match in _LETTER.finditer(reading.text)
            if match[0] not in used
        ]
        shown = [place for place in places if _is_somebody(*place)]
        letters = {place[0].text[place[1]] for place in shown}
        yield from people_where_free(shown, taken, _ASKED, _EVIDENCE)
        again = [each for each in places if each[0].text[each[1]] in letters and each not in shown]
        there = [each for each in again if _may_be_again(*each)]
        yield from people_where_free(there, taken, _ASKED, _AGAIN)


def _in_use(texts: Mapping[str, str], mentions: Sequence[Mention]) -> frozenset[str]:
    """Give the letters of labels: of those in use, and of those that a sentence gives to somebody."""
    labels = {
        word
        for each in mentions
        if each.label is Label.PSEUDONYM
        for word in _LONE.findall(texts[each.span.passage], each.span.start, each.span.end)
    }
    for text in texts.values():
        labels.update(match["letter"] for match in _GIVEN.finditer(text))
        labels.update(letter for each in _SEVERAL.findall(text) for letter in _LONE.findall(each))
    return frozenset(labels)


def _is_somebody(reading: Reading, start: int, end: int) -> bool:
    """Tell whether only somebody can stand at a letter's place."""
    text, letter = reading.text, reading.text[start]
    before = text[max(0, start - _REACH) : start]
    owns = _OWNS_KIN.match(text, end)
    if owns is not None and (owns["kin"] in _kin() or owns["next"] in _kin()):
        return letter != "I" and _AGAIN_BEFORE.search(before) is not None
    if letter in _SMALL_WORDS:
        return False
    if _KISSES.match(text, end) and _SIGNS_OFF.search(before):
        return True
    does = acts(text, end) or _IS.match(text, end) is not None or _HAD_TO.match(text, end) is not None
    if _KIN_BEFORE.search(before):
        return does or _AGAIN_BEHIND.match(text, end) is not None
    if _SMALL_BEFORE.search(before):
        return does
    if letter in _PARENTS:
        return False
    if _SAID_BEFORE.search(before):
        return does
    if _AND.search(before):
        return acts(text, end) or _HAD_TO.match(text, end) is not None
    return _BEGINS.search(before) is not None and text[end : end + 1] == " " and does and _is_alone(text, end)


def _is_alone(text: str, end: int) -> bool:
    """Tell whether a verb that somebody needs follows a letter, and no question: "C is it?"."""
    return acts(text, end) or _TELLS.match(text, end) is not None


def _may_be_again(reading: Reading, start: int, end: int) -> bool:
    text = reading.text
    if text[start] in _SMALL_WORDS and text[end : end + 2] != "'s":
        return False
    return (
        _AGAIN_BEFORE.search(text[max(0, start - _REACH) : start]) is not None
        and _AGAIN_BEHIND.match(text, end) is not None
    )


@cache
def _kin() -> frozenset[str]:
    every = {phrase.split()[-1].casefold() for phrase in kinds("kinship")}
    return frozenset(every | {"family", "parents", "kids", "children", "ex", "bloke", "fella", "teacher"})


RECOGNISER = FollowUpRecogniser(
    name="single-letters",
    version="1",
    labels=(Label.PERSON,),
    find=_find,
    examples=(
        Example("Rang T's nan. She said K was out.", ("T", "K")),
        Example("Lives with partner C. Then C came.", ("C", "C")),
        Example("At home. L sat in.", ("L",)),
        Example("Keys are under the mat.\nta G x", ("G",)),
    ),
    near_misses=(
        "Child K was seen. She said K was out, and K's nan rang.",
        "The boy is called Z here. Z's mother rang.",
        "Plan B is better. Vitamin C was given. She said I was late.",
        "Group D's room. Section S applies to grade C.",
        "They said M was out.",
    ),
)
