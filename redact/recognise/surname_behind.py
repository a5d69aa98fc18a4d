"""A surname that the name model or the lists leave out behind a forename: "Geraldine Bellingham".

What remains: a surname of which the model thinks little and that no other place of the call tells.
"""

from __future__ import annotations

from functools import cache
from itertools import chain

from redact.recognise import regex
from redact.recognise.beside import is_known
from redact.recognise.grids import View
from redact.recognise.known_things import is_a_things_name
from redact.recognise.lists import kinds, words
from redact.recognise.model.views import chance
from redact.recognise.names import stop_words, title_words
from redact.recognise.openers import acts
from redact.recognise.plain_words import is_plain
from redact.recognise.readings import Reading
from redact.recognise.thing_signs import is_forename
from redact.recognise.times import is_time
from redact.values.people import Mention

__all__ = ["odds_of", "with_surname"]

_GAELIC = regex.compile(r"[ ]an[ ]\p{Lu}[\p{L}\p{M}]+")  # of "Grizel Mac an Tàilleir"
_UNKNOWN = regex.compile(r"[ ](\p{Lu}\p{Ll}+)(?![\p{L}\p{N}'-]|[ ]\p{Lu})")
# "Sahra QUERN. Last seen": a log writes surnames so, and abbreviations of four letters are in the lists.
_SHOUTED = regex.compile(r"[ ](\p{Lu}{4,})(?![\p{L}\p{N}'-]|[ ]\p{Lu}{2})")
# No part of a longer name of a street or a house. What the model holds likelier than this it names itself.
_DOUBTED_ODDS, _LIKELY_ODDS = 0.02, 0.5
_SURE = 0.8  # of the model, of a forename that is in no list: "Bronisław Urban"
_LIKELIER_ODDS = 0.3  # of an ordinary word: "Goodluck Friend wrote", "Karen Foster, her aunt"
_CLOSING_ODDS = 0.003  # of one where a name may end
_DAYS = frozenset({"today", "yesterday", "tomorrow"}) | {
    f"{day}day" for day in ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")
}
_INSIDE = regex.compile(r"(?:[\p{Ll},:][ ]|[ ]\()$")
_ENDS = regex.compile(r"[ ]?(?:[.;)\n]|$)|[ ](?:did|gave|took|made|saw|kept|held|wrote|sent)\b")


def odds_of(view: View, reading: Reading, start: int, end: int) -> float | None:
    """Give the model's odds of a person for a stretch of a passage; None where its reading is another."""
    is_alike = len(reading.text) == len(reading.passage.text) and reading.span(start, end) == (start, end)
    return chance(view, reading, start, end) if is_alike else None


def with_surname(view: View, reading: Reading, name: Mention) -> int:
    """Take in a word behind a forename that no list knows: "goes to Geraldine Bellingham"."""
    text, end = reading.passage.text, name.span.end
    is_shouted = False
    gaelic = _GAELIC.match(text, end)
    if gaelic is not None and text[name.span.start : end].endswith((" Mac", " Nic")):
        return int(gaelic.end())
    behind = _UNKNOWN.match(text, end)
    if behind is None and not text[end - 1].isupper():
        behind = _SHOUTED.match(text, end)
        is_shouted = behind is not None
    if behind is None:
        return end
    word, first = behind[1], text[name.span.start : end]
    is_single = name.score >= _SURE and not (is_shouted or " " in first)
    is_likely = is_single and (not _is_ordinary(word) or _closes(text, name.span.start, behind))
    if not (is_forename(first) or is_likely):
        return end
    if is_a_things_name(word) or is_time(text, *behind.span(1)):
        return end
    plain = word.casefold()
    if is_shouted:
        is_short = plain in words("record-abbreviations") | words("abbreviations")
        return end if is_short or _is_ordinary(word) else int(behind.end())
    odds = odds_of(view, reading, *behind.span(1))
    least = _LIKELIER_ODDS if _is_ordinary(word) else _DOUBTED_ODDS
    if _is_ordinary(word) and is_single and _closes(text, name.span.start, behind):
        least = _CLOSING_ODDS
    most = 1.0 if _is_ordinary(word) else _LIKELY_ODDS  # which the model claims itself, and the lists drop
    return int(behind.end()) if odds is not None and least <= odds < most else end


def _closes(text: str, start: int, behind: regex.Match[str]) -> bool:
    """Tell a word with a capital that ends what is said, or acts: "Minutes by Sahra Never"."""
    if _INSIDE.search(text, max(0, start - 12), start) is None or behind[1].casefold() in _of_others():
        return False
    return _ENDS.match(text, behind.end()) is not None or acts(text, behind.end())


@cache
def _of_others() -> frozenset[str]:
    """Give the words that stand behind a forename and are no surname: posts, kin, bodies, titles, days."""
    phrases = chain(kinds("roles"), kinds("kinship"), kinds("titles"))
    every = frozenset(word.casefold() for phrase in phrases for word in phrase.split())
    return every | words("post-words") | words("agency-words") | title_words() | _DAYS


def _is_ordinary(word: str) -> bool:
    plain = word.casefold()
    return plain in stop_words() or plain in title_words() or is_known(plain) or is_plain(word)
