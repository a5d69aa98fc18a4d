"""Names by which somebody is called, where a sentence says so: 'He is "Kit" to Sophie', "she answers to Bee".

One word with a capital counts, in quotes behind whoever is called so, or behind words for a nickname with
quotes or without. What remains: a nickname that nothing announces.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.recognise import regex
from redact.recognise.beside import is_known
from redact.recognise.claims import Claim, Example, TextRecogniser
from redact.recognise.lists import kinds, words
from redact.recognise.names import name_words, stop_words, title_words
from redact.recognise.plain_words import is_plain
from redact.values.people import Label

__all__ = ["RECOGNISER"]

_LIKELY, _ASKED = 0.62, 0.45
_REACH = 60  # characters before a nickname in which its announcement stands
_NAME = r"(?P<value>\p{Lu}[\p{L}\p{M}]*(?:['-]\p{L}+)*)(?![\p{L}\p{N}@-])"
_QUOTED = regex.compile(rf"(?<![\p{{L}}\p{{N}}])[\"'\u201c](?:[Oo]ur[ ])?{_NAME}[.,]?[\"'\u201d]")
_THEM = r"(?:him|her|them|me|us)"
_WHO = rf"\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ww]ho|I|{_THEM}|\p{{Lu}}\p{{L}}[\p{{L}}'-]+)"
_IS = r"(?:[ ](?:is|was|were|has[ ]been|had[ ]been|became)|'s)"
_HOW = r"(?:[ ](?:also|always|just|only|still|now|plain|better|mostly|sometimes|usually|often|simply))*"
_IS_BEFORE = regex.compile(rf"{_WHO}{_IS}{_HOW}[ ]$")
_TO_BEHIND = regex.compile(
    r"[ ](?:to|for)[ ](?:his|her|their|the|all|every\p{L}+|friends|family|staff|me|us|him|them|\p{Lu}\p{Ll})"
)
_CALLED_BEFORE = regex.compile(
    rf"{_WHO}{_IS}?{_HOW},?[ ](?:called|known[ ]as|nicknamed|dubbed|christened|going[ ]by){_HOW}[ ]$"
)
_CALLS_BEFORE = regex.compile(
    rf"\b(?:call(?:s|ed|ing)?|nicknam(?:es|ed)|dub(?:s|bed))[ ](?:{_THEM}|\p{{Lu}}\p{{Ll}}+){_HOW}[ ]$"
)
_FORENAME_BEFORE = regex.compile(r"(?<![\p{L}'-])\p{Lu}\p{Ll}[\p{L}'-]*[ ]\(?$")
_SURNAME_BEHIND = regex.compile(r"\)?[ ]\p{Lu}\p{Ll}")
# Behind these a nickname needs no quotes.
_ANNOUNCED = regex.compile(
    r"\b(?:goes[ ]by(?:[ ]the[ ](?:nick)?name[ ]of)?|went[ ]by[ ]the[ ](?:nick)?name[ ]of"
    r"|answer(?:s|ed|ing)?[ ]to(?:[ ]the[ ]name(?:[ ]of)?)?"
    r"|(?:prefers|likes)[ ](?:to[ ]be|being)[ ](?:called|known[ ]as)"
    rf"|(?:everyone[ ]calls|all[ ]call)[ ]{_THEM}|called[ ](?:him|her|them)self"
    r"|[Kk]nown[ ](?:at[ ]home|locally|in[ ]the[ ]family|on[ ]the[ ]street"
    r"|to[ ](?:(?:his|her|their|all)[ ])?(?:all|friends|family|everyone|everybody|staff))[ ]as"
    r"|(?:[Nn]ick-?names?|[Pp]et[ ]names?|[Ss]treet[ ]names?)(?:[ ](?:is|was|of)|:)?)"
    rf"[ ][\"'\u201c]?{_NAME}"
)
# "A lad they call Spider", "I know the girl as Dawn", "a bigger one, Fat Tone": also of two words.
_TWO = r"(?P<value>\p{Lu}[\p{L}\p{M}]+(?:['-]\p{L}+)*(?:[ ]\p{Lu}\p{Ll}+)?)(?![\p{L}\p{N}@-])"
_PERSON = (
    r"(?:lads?|boys?|m[ae]n|girls?|wom[ae]n|one|bloke|fella|fellow|guy|chap|kids?|mate|friend|person|youth|teenager"
    r"|neighbour|dealer|lady)"
)
_KNOWN = regex.compile(
    rf"(?:\b{_PERSON}[ ](?:who[ ]|whom[ ]|that[ ])?(?:they|we|he|she|I|everyone|everybody|people|some"
    rf"|the[ ]\p{{Ll}}+)[ ](?:all[ ])?call(?:s|ed)?"
    rf"|\b(?:know|knows|knew)[ ](?:{_THEM}|the[ ]{_PERSON})[ ](?:only[ ])?(?:as|by))"
    rf"[ ][\"'\u201c]?{_TWO}"
)
_AND_ONE = regex.compile(rf"(?:[ ]and|,)[ ](?:an?|the|another)[ ](?:\p{{Ll}}+[ ]){{0,2}}{_PERSON},[ ]{_TWO}")
_CUES = ("goes by", "went by", "answer", "prefer", "likes ", "call", "nown ", "name", "know", "knew")
_OF_KNOWN = ("call", "know", "knew")
_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_BECAUSE = "words by which a sentence says that somebody is called so"


def _find(text: str) -> Iterator[Claim]:
    for match in _QUOTED.finditer(text):
        said = _said(text, match) if _may_be_name(match["value"]) else None
        if said is not None:
            start, end = match.span("value")
            yield Claim(start, end, Label.PERSON, said[1], said[1], said[0], _BECAUSE)
    if not any(cue in text for cue in _CUES):
        return
    for match in _ANNOUNCED.finditer(text):
        start, end = match.span("value")
        if _may_be_name(match["value"]):
            yield _asked(start, end)
    for match in _KNOWN.finditer(text) if any(cue in text for cue in _OF_KNOWN) else ():
        start, end = match.span("value")
        every = match["value"].split()
        if all(_may_be_name(word) or word.casefold() in _DAYS for word in every):
            yield _asked(start, end)
        further = _AND_ONE.match(text, end)
        if further is not None and any(map(_may_be_name, further["value"].split())):
            yield _asked(*further.span("value"))


def _asked(start: int, end: int) -> Claim:
    return Claim(start, end, Label.PERSON, _ASKED, _ASKED, "announced nickname", _BECAUSE)


def _said(text: str, match: regex.Match[str]) -> tuple[str, float] | None:
    """Give the pattern by which a word in quotes is somebody's name, and its score; None where it is none."""
    before = text[max(0, match.start() - _REACH) : match.start()]
    if _CALLED_BEFORE.search(before) or _CALLS_BEFORE.search(before):
        return "called so", _LIKELY
    if _FORENAME_BEFORE.search(before) and _SURNAME_BEHIND.match(text, match.end()):
        return "nickname within a name", _LIKELY
    if _IS_BEFORE.search(before) and _TO_BEHIND.match(text, match.end()):
        return "called so to somebody", _ASKED
    return None


def _may_be_name(word: str) -> bool:
    plain = word.casefold()
    if len(plain) < 2 or word.isupper() or plain in title_words() or plain in kinds("kinship"):
        return False
    if plain in name_words():
        return True
    return not (plain in stop_words() or is_known(plain) or is_plain(word) or plain in words("small-words"))


RECOGNISER = TextRecogniser(
    name="nicknames",
    version="1",
    labels=(Label.PERSON,),
    find=_find,
    examples=(
        Example('Christopher left. He is "Kit" to Sophie.', ("Kit",)),
        Example(
            'She was always \u201cBeezy\u201d to her friends, and she is known as "Zuz".', ("Beezy", "Zuz")
        ),
        Example("Her gran calls her 'Bubba'; at school she answers to Zee.", ("Bubba", "Zee")),
        Example("Nickname: Tiny. His street name was Rocco.", ("Rocco",)),
        Example('Christopher "Kit" Tarrant rang.', ("Kit",)),
        Example(
            "A lad they call Bozz and a bigger one, Fat Zeke. We knew the girl as Sunday.",
            ("Bozz", "Fat Zeke", "Sunday"),
        ),
        Example("He prefers to be called Bozzer; everyone calls him Boz.", ("Bozzer", "Boz")),
    ),
    near_misses=(
        'It is "Working Together" to all. The plan was "Amber" for months.',
        "She calls her 'Mum' and him 'Sir'.",
        "He answers to the Manager, and it is known by All.",
        'The scheme is "Sure Start" to parents. He is "known" to services.',
        'She told "Parent" that it was called "Review" then.',
        "A boy they call on Friday. The lads we call in at Court knew her as Mum.",
        "They went by Bus. The street name was Not given.",
    ),
)
