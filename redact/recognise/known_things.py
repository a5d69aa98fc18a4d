"""Things that everybody knows by a name of their own, and that look like people: "Reliant Robin", "a Merlin".

`rules/lists/known-things.txt` holds names of two words and more: whatever is claimed inside one is nobody's.
`things-like-names.txt` holds single words that are somebody's name too, by kinds; such a word is a thing's
where its position shows its kind: a thing's noun behind it, an article or a system's preposition before it,
whom one supports, where one owes. Of a common name a noun behind it shows it alone. What remains: such a
word that nothing beside it shows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from redact.recognise import regex
from redact.recognise.lists import entries, kinds
from redact.recognise.openers import acts
from redact.recognise.thing_positions import COMMON, before, behind
from redact.recognise.thing_signs import is_forename

__all__ = ["is_a_things_name", "is_in_a_known_thing", "is_like_a_thing", "may_be_a_thing"]

_REACH = 60  # characters on either side of a claim, in which a name of several words begins and ends
_CUE = 40  # characters before a word that may show it
_SYSTEM = "system"
_INNER = regex.compile(r"\p{Ll}\p{Lu}")
_TOKEN = regex.compile(r"[\p{L}\p{M}\p{N}]+(?:'\p{L}+)*")
_GAP = regex.compile(r"[ \n]?[-\u2010\u2011]?[ \n]?|[ ]?[&+,?][ ]?|(?<=\b\p{L}{1,2})\.[ ]?")
_TITLED = frozenset(
    {"mr", "mrs", "miss", "dr", "doctor", "judge", "captain", "inspector", "fireman", "postman"}
)

_ARTICLE = regex.compile(
    r"(?<!\p{L})(?i:an?|the|our|your|two|three|both|several|no|any|this|that|each|every)[ ]$"
)
_MEANT = regex.compile(r"[\"'\u201d\u2019]?[ ](?:means|meant|stands[ ]for|stood[ ]for|refers[ ]to)\b")
_ONE_OF = regex.compile(
    r"(?<!\b(?:was|is|be|born|being|married|not|become|became)[ ])(?<!\p{L})(?i:an?|another|no)[ ]$"
)
_CLOSED = regex.compile(r"[ ]?(?:[.,;:!?)\n\t]|$)|[ ](?:or|and)[ ]an?\b")


def is_in_a_known_thing(text: str, start: int, end: int) -> bool:
    """Tell whether half-open code points lie inside the name of a known thing of several words.

    What somebody may be called too ("Fred Perry") is none of these.
    """
    phrase = _around(text, start, end)
    return phrase is not None and " ".join(phrase) not in _named_as_people()


def is_named_as_somebody(text: str, start: int, end: int) -> bool:
    """Tell whether half-open code points lie inside the name of a thing that is somebody's as well."""
    phrase = _around(text, start, end)
    return phrase is not None and " ".join(phrase) in _named_as_people()


def _around(text: str, start: int, end: int) -> Sequence[str] | None:
    """Find the known thing of several words in whose name a stretch lies, and where nobody acts."""
    own = _TOKEN.search(text, start, end)
    if own is None or own[0].casefold().removesuffix("'s") not in _words():
        return None
    low = max(0, start - _REACH)
    found = _TOKEN.finditer(text, low, end + _REACH)
    tokens = [(each.start(), each.end(), each[0].casefold()) for each in found]
    for number, (first, _, word) in enumerate(tokens):
        if first > start:
            return None
        for phrase in _index().get(word, ()):
            last = number + len(phrase) - 1
            if last >= len(tokens) or not _matches(text, tokens, number, phrase):
                continue
            stop = tokens[last][1]
            if _without_owner(text, stop) >= end and not _is_a_person(phrase, text, stop):
                return phrase
    return None


def _matches(text: str, tokens: Sequence[tuple[int, int, str]], number: int, phrase: Sequence[str]) -> bool:
    for at, word in enumerate(phrase):
        _, stop, found = tokens[number + at]
        if found != word and found.removesuffix("'s") != word:
            return False
        if at + 1 < len(phrase) and not _GAP.fullmatch(text, stop, tokens[number + at + 1][0]):
            return False
    return True


def _is_a_person(phrase: Sequence[str], text: str, end: int) -> bool:
    return len(phrase) == 2 and is_forename(phrase[0]) and phrase[0] not in _TITLED and acts(text, end)


def is_a_things_name(word: str) -> bool:
    """Tell whether a word is one of the things that look like names."""
    return _plain(word) in _like()


def may_be_a_thing(word: str) -> bool:
    """Tell whether a word is one of the things that look like names, and no forename."""
    return _plain(word) in _like() and not is_forename(_plain(word))


def is_like_a_thing(text: str, start: int, end: int) -> bool:
    """Tell whether a word that may be a thing's stands where its kind shows it to be one.

    Args:
        start, end: half-open code points of `text` that hold the word.
    """
    plain = _plain(text[start:end])
    if plain in _like() and _is_told(text, start, end):
        return True
    is_plural = plain not in _like()
    for kind in _like().get(plain, ()) or _like().get(plain.removesuffix("s"), ()):
        if behind(kind).match(text, _without_owner(text, end)) is not None:
            return True
        if _is_written(kind, text, start, end) or _is_placed(kind, text, start, end, is_plural=is_plural):
            return True
    return False


def _is_told(text: str, start: int, end: int) -> bool:
    """Tell a word that the text speaks of, or one of a kind: '"Merlin" means', "as a Wally."."""
    if _MEANT.match(text, end) is not None:
        return True
    is_one = _ONE_OF.search(text, max(0, start - _CUE), start) is not None
    return is_one and _CLOSED.match(text, end) is not None


def _is_placed(kind: str, text: str, start: int, end: int, *, is_plural: bool) -> bool:
    """Tell whether what stands before a word shows its kind; of a common name little does."""
    cue = before(kind)
    if cue is None or acts(text, end):
        return False
    if cue.search(text, max(0, start - _CUE), start) is not None:
        return True
    if kind.endswith(COMMON):
        return is_plural and kind.startswith(_SYSTEM)
    return is_plural or _ARTICLE.search(text, max(0, start - _CUE), start) is not None


def _is_written(kind: str, text: str, start: int, end: int) -> bool:
    """Tell a system that is written as no name is: RiO; MERLIN in a line of small letters."""
    word = text[start:end]
    if not kind.startswith(_SYSTEM) or is_forename(word):
        return False
    if not word.isupper():
        return _INNER.search(word) is not None
    low, high = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    line = text[low:start] + text[end : high if high >= 0 else len(text)]
    return sum(map(str.islower, line)) > 2 * sum(map(str.isupper, line))


def _without_owner(text: str, end: int) -> int:
    """Find the end of a word with its owner's sign, which the model may leave out: "Merlin's log"."""
    return end + 2 if text[end : end + 2] in ("'s", "\u2019s") else end


def _plain(word: str) -> str:
    return word.casefold().removesuffix("'s").removesuffix("\u2019s")


@cache
def _index() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Give the names of known things, word by word, by their first word."""
    found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for entry in entries("known-things"):
        phrase = tuple(each.casefold() for each in _TOKEN.findall(entry))
        found[phrase[0]].append(phrase)
    return {word: tuple(phrases) for word, phrases in found.items()}


@cache
def _named_as_people() -> frozenset[str]:
    return frozenset(entries("things-named-as-people"))


@cache
def _words() -> frozenset[str]:
    """Give every word of the names of known things."""
    every = (word for phrases in _index().values() for phrase in phrases for word in phrase)
    return frozenset(word.removesuffix("'s") for word in every)


@cache
def _like() -> Mapping[str, tuple[str, ...]]:
    """Give the words of things that look like names, each with its kinds."""
    found: dict[str, list[str]] = defaultdict(list)
    for line, kind in kinds("things-like-names").items():
        for word in line.split():
            found[word].append(kind)
    return {word: tuple(of) for word, of in found.items()}
