"""Names that speech shows where capitals show nothing: "the Tullochs lot", "Junior he was happy".

A surname stands between "the" and a word for a crowd; whoever is named and then told of by "he" or "she",
and whoever is upstairs, asleep or off school, bears a forename. Plain words, nations and offices are none.
Each is asked about, never sure. What remains: a crowd that is told by another word ("the Tullochs up the
road"), and a forename that no list has.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.recognise import regex
from redact.recognise.beside import is_known
from redact.recognise.claims import Claim, Example, TextRecogniser
from redact.recognise.lists import words
from redact.recognise.names import stop_words, title_words
from redact.recognise.plain_words import is_a_surname_too, is_plain, is_seldom_a_name
from redact.recognise.thing_signs import is_forename
from redact.values.people import Label

__all__ = ["RECOGNISER"]

_ASKED = 0.4
_WORD = r"(?P<value>\p{Lu}(?:\p{Ll}|'\p{Lu})[\p{L}\p{M}]*(?:['-]\p{L}+)*)"
_CROWDS = (" lot", " clan", " mob", " brood", " tribe")
_CROWD = regex.compile(
    rf"(?<=\b[Tt]he[ ]){_WORD}'?[ ](?:lot|clan|mob|brood|tribe)\b(?![ ](?:of|more|less|better))"
)
_PRONOUNS = (" he ", " she ")
_RESUMED = regex.compile(
    rf"{_WORD},?[ ](?:he|she)[ ](?:was|is|had|has|would|used[ ]to|always|never|loved|liked|said|says|went"
    r"|got)\b"
)
_STATES = (" upstairs", " downstairs", " asleep", " awake", " poorly", " in bed", " off school", " off sick")
_STATE = regex.compile(
    rf"{_WORD}[ ](?:upstairs|downstairs|asleep|awake|poorly|in[ ]bed|off[ ](?:school|sick))\b"
)
_BEGINS = regex.compile(r"(?:^|[\n\t\x00]|[.!?:;][\"')\]\u201d]*[ ])[\"'(\u201c\u2022*-]*$")
_NEAR = 5  # characters before a word that may begin a sentence
_TIMES = frozenset(
    {"april", "may", "june", "august", "spring", "summer", "autumn", "winter", "christmas", "easter"}
)
_BECAUSE = "words that are said of somebody, whatever capitals mean"


def _find(text: str) -> Iterator[Claim]:
    if any(cue in text for cue in _CROWDS):
        for match in _CROWD.finditer(text):
            if _is_surname(match["value"]):
                yield _claim(match, "crowd")
    if any(cue in text for cue in _PRONOUNS):
        for match in _RESUMED.finditer(text):
            if _begins(text, match) and _is_forename(match["value"], seldom=True):
                yield _claim(match, "resumed name")
    if any(cue in text for cue in _STATES):
        for match in _STATE.finditer(text):
            if _begins(text, match) and _is_forename(match["value"], seldom=False):
                yield _claim(match, "name and state")


def _claim(match: regex.Match[str], pattern: str) -> Claim:
    start, end = match.span("value")
    return Claim(start, end, Label.PERSON, _ASKED, _ASKED, pattern, _BECAUSE)


def _begins(text: str, match: regex.Match[str]) -> bool:
    return _BEGINS.search(text, max(0, match.start() - _NEAR), match.start()) is not None


def _is_surname(word: str) -> bool:
    plain = word.casefold()
    if plain in stop_words() or plain in title_words() or is_plain(word) or is_known(word):
        return False
    return not is_seldom_a_name(word) or is_a_surname_too(word)


def _is_forename(word: str, *, seldom: bool) -> bool:
    plain = word.casefold()
    if plain in _TIMES or plain in words("sentence-openers") or plain in words("everyday-words"):
        return False
    return is_forename(word) or (seldom and is_seldom_a_name(word))


RECOGNISER = TextRecogniser(
    name="clans",
    version="1",
    labels=(Label.PERSON,),
    find=_find,
    examples=(
        Example("Some Of The Tullochs lot were There.", ("Tullochs",)),
        Example("He runs with the Doyle clan.", ("Doyle",)),
        Example('"Junior he was a good boy."', ("Junior",)),
        Example("Rosie, she had a cough.", ("Rosie",)),
        Example("Seen at 4. Mercy upstairs, Angel asleep.", ("Mercy",)),
    ),
    near_misses=(
        "He took the Whole lot and the Parking lot key.",
        "The Somali lot. The Police lot. The Old lot.",
        "Today he was late. However, she had gone. Sadly, he was out.",
        "April she was well. Summer, he was in Spain.",
        "Bathroom upstairs, Baby asleep. Everybody in bed.",
        "They said Police he was told.",
        "The lot of them came.",
    ),
)
