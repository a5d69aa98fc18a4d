"""A name beside words of a list: "health visitor Anna Harte", "her uncle Tom", "Anna Harte, his aunt".

All texts are folded, letter case kept; offsets are half-open code points of the text handed in. The lists
decide which words count; the recognisers of roles and of kinship decide what a name beside them is worth.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from redact.recognise import regex
from redact.recognise.lists import kinds, words
from redact.recognise.names import Name, is_particle, name_words, read_name, title_words
from redact.recognise.plain_words import is_plain

__all__ = [
    "Phrase",
    "does",
    "goes_on",
    "is_known",
    "is_like_a_body",
    "is_shouted",
    "name_before",
    "names_behind",
    "near_cues",
    "opens_with",
    "phrases_after",
    "phrases_before",
]

_SEPARATOR = (
    r"(?P<called>,?[ ](?:(?:is|was|who[ ]is|who[ ]was)[ ])?(?:called|named|known[ ]as)[ ]|[ ]as[ ])"
    r"|(?P<space>[ ]{1,2}|[ ]?\n[ ]?)|(?P<comma>,[ ])|(?P<bracket>[ ]?\()"
    r"|(?P<dash>[ ]-{1,2}[ ])"
)
_BEFORE = regex.compile(
    rf"(?<![\p{{L}}\p{{N}}'_-])(?P<word>\p{{L}}[\p{{L}}'-]*+)(?:{_SEPARATOR})[\"']?(?=\p{{Lu}})"
)
_AFTER = regex.compile(
    r"(?<=[\p{L}.])(?:(?P<comma>,[ ])|(?P<bracket>[ ]\()|(?P<dash>[ ]-{1,2}[ ])"
    r"|(?P<called>,?[ ]who[ ](?:is|was)[ ]))"
    r"(?:(?:the|an?|his|her|their|our|my|whose|allocated|named|then|former|new|current|previous|locum|duty|lead"
    r"|maternal|paternal|older|younger|elder|eldest|youngest|foster|late|acting|interim"
    r"|(?:child|mother|father|baby|family|\p{Lu}\p{Ll}+)'s|\p{Lu}[\p{L}]?\d?'s)[ ]){0,3}"
    r"(?P<word>\p{L}[\p{L}'-]*+)",
)
_NEXT = regex.compile(
    r"(?:[ ]\([^()\n]{1,24}\)|,[ ](?:aged[ ])?\d{1,2})?(?:,[ ](?:and[ ])?|[ ]and[ ]|[ ]&[ ]|/)(?=\p{Lu})"
)
_BACK = regex.compile(
    r"(?<![\p{L}\p{N}'_.-])\p{Lu}[\p{L}'.-]*+"
    r"(?:[ ](?:(?:de|la|le|du|di|da|del|dos|van|von|der|den|al|el|bin|ap|ab)[ ]){0,2}"
    r"\p{Lu}[\p{L}'.-]*+){0,3}$"
)
_WORD = regex.compile(r"\p{L}[\p{L}'-]*")
_IN = regex.compile(
    r"(?:^|\s)(?:in|at|from|to|near|on|since|during|by|of|for|until|within|around)[ ]$", regex.I
)
_OPENING = regex.compile(r"(?:^|[.!?:\n\t\x00\x01][\"')\]]*\s*)$")
_MONTHS = frozenset({"april", "may", "june", "august"})
_NUMBER = regex.compile(r",?[ ]\d")
_DOES = regex.compile(
    r"[ ](?:\p{Ll}{2,}ed|said|says|told|rang|came|went|left|heard|saw|took|brought|gave|met|spoke|wrote"
    r"|knew|felt|thought|was|is|has|had|did|will|would)[ ](?:\p{Ll}|\p{Lu})|[ ]\p{Ll}{2,}ed[.]"
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of a list in a text, its kind, how a name is joined to it, and where the name stands.

    `place` is where the name begins for a phrase before it, and where it ends for one behind it.
    `several` says that the phrase stands in the plural.
    """

    start: int
    end: int
    kind: str
    joint: str
    place: int
    several: bool = False


def near_cues(text: str, pattern: regex.Pattern[str], cues: tuple[str, ...]) -> Iterator[regex.Match[str]]:
    """Find the matches of a costly pattern in the surroundings of cues, of which every match holds one.

    A match must not reach further than 80 characters before a cue, nor 60 behind it.
    """
    places = []
    for cue in cues:
        at = text.find(cue)
        while at >= 0:
            places.append(at)
            at = text.find(cue, at + 1)
    low = high = 0
    for place in sorted(places):
        if place - 80 > high:
            yield from pattern.finditer(text, low, high)
            low = place - 80
        high = max(high, place + 60)
    if places:
        yield from pattern.finditer(text, max(low, 0), min(high, len(text)))


@cache
def _by_word(name: str, *, last: bool) -> dict[str, tuple[tuple[str, str], ...]]:
    """Give the phrases of a list by their last or first word, the longest first."""
    table: dict[str, list[tuple[str, str]]] = {}
    for phrase, kind in kinds(name).items():
        word = phrase.split()[-1 if last else 0]
        table.setdefault(word.casefold(), []).append((phrase, kind))
    return {word: tuple(sorted(rows, key=lambda row: -len(row[0]))) for word, rows in table.items()}


def phrases_before(text: str, name: str) -> Iterator[Phrase]:
    """Find each phrase of the list that has a letter behind it, joined as a name may be."""
    table = _by_word(name, last=True)
    for match in _BEFORE.finditer(text):
        word = match["word"].casefold()
        plural = word not in table and word.endswith("s")
        rows = table.get(word[:-1] if plural else word, ())
        stop = match.end("word") - plural
        if "\n" in match[0] and match["word"][0].isupper():
            continue  # a line of its own: a heading, or a row of a form
        for phrase, kind in rows:
            start = stop - len(phrase)
            if start >= 0 and _is_phrase(text, start, stop, phrase, kind):
                yield Phrase(
                    start, stop, kind, str(match.lastgroup), match.end(), plural or kind == "several"
                )
                break


def opens_with(text: str, at: int, name: str) -> str | None:
    """Give the kind of the phrase of the list that begins at `at`, or None."""
    word = _WORD.match(text, at)
    for phrase, kind in _by_word(name, last=False).get(word[0].casefold(), ()) if word else ():
        end = at + len(phrase)
        if not text[end : end + 1].isalnum() and text[end : end + 1] not in ("-", "_"):
            written = text[at:end].replace("\n", " ")
            if written == phrase if kind == "short" else written.casefold() == phrase.casefold():
                return kind
    return None


def phrases_after(text: str, name: str) -> Iterator[Phrase]:
    """Find each phrase of the list that stands behind a word, parted as an apposition is."""
    table = _by_word(name, last=False)
    for match in _AFTER.finditer(text):
        start = match.start("word")
        for phrase, kind in table.get(match["word"].casefold(), ()):
            end = start + len(phrase)
            following = text[end : end + 1]
            if (
                not following.isalnum()
                and following not in ("-", "_")
                and _is_phrase(text, start, end, phrase, kind)
            ):
                joint = next(joint for joint in ("comma", "bracket", "dash", "called") if match[joint])
                yield Phrase(start, end, kind, joint, match.start())
                break


def _is_phrase(text: str, start: int, end: int, phrase: str, kind: str) -> bool:
    if start and (text[start - 1].isalnum() or text[start - 1] in "-_'"):
        return False
    written = text[start:end].replace("\n", " ")
    return written == phrase if kind == "short" else written.casefold() == phrase.casefold()


def is_shouted(text: str, phrase: Phrase) -> bool:
    """Tell whether a phrase that is no short form stands in capitals: what follows may be a heading."""
    return phrase.kind != "short" and text[phrase.start : phrase.end].isupper()


def is_known(word: str) -> bool:
    """Tell whether a word is written with a capital for another reason than that it is a name."""
    plain = word.casefold()
    return (
        plain in words("known-capitals")
        or plain.removesuffix("'s") in words("known-capitals")
        or is_plain(word)
    )


def names_behind(text: str, phrase: Phrase) -> Iterator[Name]:
    """Read the name behind a phrase, and those listed behind it where the phrase is in the plural."""
    at = phrase.place
    while True:
        name = _name_at(text, at, phrase)
        if name is None:
            return
        yield name
        joined = _NEXT.match(text, name.end) if phrase.several else None
        if joined is None:
            return
        at = joined.end()


def _name_at(text: str, at: int, phrase: Phrase) -> Name | None:
    name = read_name(text, at, min(len(text), at + 80), most=4)
    if name is None:
        return None
    found = text[name.start : name.end]
    parts = _WORD.findall(found)
    first = parts[0].casefold()
    if first in title_words():
        return None  # the recogniser of titles reads it
    if is_like_a_body(found) and not _may_be_a_surname(parts):
        return None
    if name.words == 1:
        usable = _is_single_name(text, name, phrase)
    else:
        usable = not (is_known(first) and first not in name_words()) and not all(map(is_known, parts))
    # All in capitals behind a word in capitals may be a heading: two words, none of them usual.
    if usable and is_shouted(text, phrase):
        usable = name.words > 1 and found.isupper() and not any(map(is_known, parts))
    return name if usable else None


def _is_single_name(text: str, name: Name, phrase: Phrase) -> bool:
    found = text[name.start : name.end]
    word = _WORD.findall(found)[-1]
    if found.isupper() and (len(word) < 4 or phrase.joint == "bracket" or not regex.search("[AEIOUY]", word)):
        return False  # letters of an agency
    if word.casefold() in _MONTHS:
        return phrase.joint in ("space", "called", "bracket") and not _NUMBER.match(text, name.end)
    return not is_known(word)


def name_before(text: str, place: int, *, single: bool, anywhere: bool = False) -> Name | None:
    """Read the name that ends at `place`; one word alone only where `single`.

    One word behind "in" or "at" is a place, unless `anywhere` says that only a person can stand there.

    The first word of a sentence has its capital from there: an adverb is no name.
    """
    low = max(0, place - 60)
    back = _BACK.search(text[low:place])
    if back is None:
        return None
    for word in _WORD.finditer(text, low + back.start(), place):
        if word[0].casefold() in title_words() and word.end() < place:
            return None
        if is_particle(word[0]) and word[0].islower():
            continue
        name = read_name(text, word.start(), place, most=4)
        if name is None or text[name.end : place] not in ("", "'", "'s"):
            continue
        if name.words > 1:
            return None if is_known(word[0]) and word[0].casefold() not in name_words() else name
        return name if single and _may_be_single(text, name, anywhere) else None
    return None


def _may_be_single(text: str, name: Name, anywhere: bool) -> bool:
    word = text[name.start : name.end].casefold()
    before = text[max(0, name.start - 12) : name.start]
    if is_known(word) or (not anywhere and _IN.search(before)):
        return False
    return not (_OPENING.search(before) and (word in words("not-first-names") or word.endswith("ly")))


def is_like_a_body(name: str) -> bool:
    """Tell whether a name of several words ends in a word for a body or a house: Holly Lodge."""
    every = name.split()
    return len(every) > 1 and every[-1].casefold().removesuffix("'s") in words("agency-words")


def _may_be_a_surname(parts: list[str]) -> bool:
    """Tell whether the last of two words is a surname too, and the first a forename."""
    return len(parts) == 2 and parts[-1].casefold() in name_words() and parts[0].casefold() in _forenames()


@cache
def _forenames() -> frozenset[str]:
    return words("forenames") | (name_words() - words("agency-words"))


def does(text: str, start: int, end: int) -> bool:
    """Tell whether a phrase begins a sentence at `start`, and a name behind it, up to `end`, does something.

    The capital of the phrase is the sentence's then, and no heading's: "Neighbour Heath heard crying".
    """
    opens = _OPENING.search(text, max(0, start - 8), start) is not None
    return opens and _DOES.match(text, end) is not None


def goes_on(text: str, name: Name) -> bool:
    """Tell whether a capitalised word goes on behind a name: "Social Worker Liaison Form"."""
    after = text[name.end : name.end + 2]
    return len(after) == 2 and after[0] == " " and after[1].isupper()
