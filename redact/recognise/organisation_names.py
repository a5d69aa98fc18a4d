"""Whether words before a type name an organisation: in "Larkrise School" they do, in "Local School" not.

All texts are folded; offsets are half-open code points into them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from redact.recognise import regex
from redact.recognise.lists import entries, words
from redact.recognise.names import stop_words, title_words
from redact.recognise.proper_words import Word, words_before
from redact.recognise.streets import is_type

__all__ = ["NamePart", "goes_on_as_a_body", "is_known_body", "name_before"]

_POSSESSIVE = regex.compile(r"(?:'s|s'|')$")
_DIVIDING = frozenset({"and", "&", "the", "with", "by", "in", "under"})
# Behind them a unit of a public body begins: "Anytown Police Child Protection Unit".
_FORCES = frozenset({"police", "constabulary"})
_SAINTS = frozenset({"st", "ss", "saint"})
_MONTHS = frozenset({"april", "may", "june", "august"})
# "Independent Chair, West Quillshire Safeguarding Children's Board": whose chair it is, and no name.
_BODY_WORD = (
    r"(?:Local|Safeguarding|Child(?:ren)?(?:'s)?|Adults?(?:'s|')?|[Aa]nd|&|Area|Protection|Community|Safety"
    r"|Borough|County|City|District|Metropolitan|Primary|Care|NHS|Foundation|Mental|Health|Healthcare"
    r"|Partnership|Teaching|Hospitals?|University|Ambulance)"
)
_OF_A_BODY = regex.compile(
    rf"(?:,?[ ](?:and|&)[ ]\p{{Lu}}[\p{{L}}'-]+(?:[ ]\p{{Lu}}[\p{{L}}'-]+)?)?[ ](?:{_BODY_WORD}[ ]){{0,6}}"
    r"(?:Boards?|Partnership|Council|Committee|Trust|LSC[BP]|SC[BP]|CSP|PCT|CCG|ICB|Constabulary|Police"
    r"|Authority)\b(?![ ](?:Consult|Train|Advis|Lead|Ltd|\p{Lu}\p{Ll}+er\b))"
)


@dataclass(frozen=True, slots=True)
class NamePart:
    """The words of a name before its type: where they begin, and what they are like.

    `titled`: they follow a title ("Dr Osgood's"); `owned`: they are one word in the possessive that is no
    saint's ("Osgood's").
    """

    start: int
    titled: bool
    owned: bool


def goes_on_as_a_body(text: str, end: int) -> bool:
    """Tell whether words that end at `end` are the place of a board or a council whose name goes on there."""
    return _OF_A_BODY.match(text, end) is not None


def name_before(text: str, at: int, *, plural: bool = False) -> NamePart | None:
    """Read the name that ends before `at`, where a type begins; None where only plain words stand there."""
    found = words_before(text, at)
    titled = False
    for place in range(len(found) - 1, -1, -1):
        word = found[place]
        if word.plain == "lady" and place and found[place - 1].plain == "our":
            found = found[place - 1 :]
            break
        if word.capital and word.plain in title_words() and not _is_within(found, place):
            found, titled = found[place + 1 :], word.plain != "sister"
            break
        if _cuts(found, place, plural):
            found = found[place + 1 :]
            break
    while found and not found[0].capital:
        found = found[1:]
    proper = [word for word in found if word.capital and _is_proper(text, word)]
    if not proper:
        return None
    saint = any(word.plain in _SAINTS for word in found)
    owned = len(found) == 1 and _POSSESSIVE.search(proper[0].plain) is not None and not saint
    return NamePart(found[0].start, titled, owned)


def _is_within(found: list[Word], place: int) -> bool:
    """Tell whether the word of a title is a saint's, or within a name: "Quillham District Hospital"."""
    word = found[place]
    if word.plain in _SAINTS:
        return True
    before = found[place - 1] if place else None
    if before is None or not before.capital or word.plain in _FORCES:
        return False
    usual = title_words() | stop_words()
    if _is_organisational(word.plain):
        return before.plain not in usual or _is_organisational(before.plain)
    following = found[place + 1].plain if place + 1 < len(found) else ""
    return is_type(following) and before.plain not in usual  # "Quill Lord House Centre"


def _cuts(found: list[Word], place: int, plural: bool) -> bool:
    """Tell whether a name begins behind this word: behind "the", behind a word of no organisation."""
    word = found[place]
    following = found[place + 1].plain if place + 1 < len(found) else ""
    before = found[place - 1].plain if place else ""
    if not word.capital:
        joins = plural or following in _SAINTS or _both_organisational(before, following)
        if word.plain == "in" and following == "need":
            return False  # "Quillham Child in Need Team"
        return word.plain in _DIVIDING and not (word.plain in ("and", "&") and joins)
    plain = _POSSESSIVE.sub("", word.plain)
    if before and before not in stop_words() and is_type(word.plain) and found[place - 1].capital:
        return False  # "Tanner Close Medical Practice" is called after its street
    return (plain in stop_words() or word.plain in stop_words()) and not _is_organisational(word.plain)


def _both_organisational(before: str, following: str) -> bool:
    """Tell whether "and" stands within what an organisation does: "Referral and Assessment Team"."""
    return _is_organisational(before) and _is_organisational(following)


def _is_organisational(plain: str) -> bool:
    return plain in _plain_words()


@cache
def _plain_words() -> frozenset[str]:
    return words("organisation-words")


def _is_proper(text: str, word: Word) -> bool:
    """Tell whether a word may be a name: not a plain word, a month, an abbreviation or a letter."""
    plain = _POSSESSIVE.sub("", word.plain)
    if {plain, word.plain} & (_plain_words() | stop_words() | _MONTHS) or plain in _SAINTS or len(plain) < 3:
        return False
    if all(part in _plain_words() or part in stop_words() for part in plain.split("-")):
        return False
    written = text[word.start : word.end]
    shouted = text[max(0, word.start - 12) : word.end + 12].isupper()
    return shouted or not (written.isupper() and len(written) <= 6)


@cache
def _known() -> regex.Pattern[str]:
    return regex.compile(
        r"(?<!\p{L})(?:" + "|".join(map(regex.escape, entries("known-bodies"))) + r")(?!\p{L})"
    )


def is_known_body(name: str) -> bool:
    """Tell whether a name, in any case, is or holds that of a body that is known everywhere.

    A place of Sure Start, which is known, has a name before that and is one of many.
    """
    found = _known().search(" ".join(name.casefold().split()))
    return found is not None and not (found[0].startswith("sure start") and found.start() > 0)
