"""What belongs to a repeated name at its edges: a forename in front, a letter before or behind it."""

from __future__ import annotations

from collections.abc import Collection

from redact.recognise import regex
from redact.recognise.beside import is_known
from redact.recognise.known_things import is_a_things_name
from redact.recognise.lists import kinds
from redact.recognise.names import stop_words, title_words
from redact.recognise.plain_words import is_plain, is_seldom_a_name

__all__ = [
    "SENTENCE_START",
    "begins",
    "forename",
    "is_cued",
    "is_month",
    "is_titled",
    "is_unheard",
    "with_letters",
]

SENTENCE_START = regex.compile(r"(?:^|[.!?:\n\t\x00][\"')\]]*\s*|[\"(•*-]\s?)$")
# Words of notes behind which somebody stands: "17.10 call from harte", "hv harte", "tc anna - no change".
_CUED = regex.compile(
    r"(?<![\p{L}\p{N}])(?:(?:calls?|text|email|msg|message|letter|ltr|visit|word)[ ](?:to|from|by|with|w)"
    r"|t/?c(?:[ ](?:to|from))?|rang|spoken?[ ](?:to|with|w)|spk[ ]to|told|hv|sw|gp|mw|sn|edt,?|fwd[ ]to"
    r"|passed[ ]to|h/o[ ](?:\p{Ll}[\p{L}'-]+[ ])?to|(?<=(?:^|[.;\n])[ ]?)to|nurse|(?:hi|hello|hiya),?[ ]it'?s"
    r"|off|disc(?:ussed)?[ ](?:with|w)|met[ ](?:with|w)|strat[ ]disc)[ ]$",
    regex.IGNORECASE,
)
# A year not far behind, as behind the first of several authors: "Harte, Vesey and Quill (2009)".
_YEAR_BEHIND = regex.compile(r"[^\n]{0,60}?\b(?:19|20)\d\d(?![\d/.-])")
# The same in logs that are written in capitals: "FEMALE HARTE THREATENING SELF".
_CUED_IN_CAPITALS = regex.compile(
    r"(?<![\p{L}\p{N}])(?:(?:FE)?MALE|INFANT|BABY|CHILD|BOY|GIRL|SUSPECT|SUSP|VICTIM|INFORMANT|INFT?|NOMINAL"
    r"|CALLER|MOTHER|FATHER|DRIVER|OCCUPANT|TENANT|HELD[ ]TO|C4C[ ]FOR|CALL[ ]FOR|GUARD|ACC)[ ]$"
)
_TITLED = regex.compile(r"(?<!\p{L})(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.?[ ]$")
_MONTH = regex.compile(r"(?:April|May|June|August)\b")
_MONTH_BEFORE = regex.compile(
    r"(?:\d(?:st|nd|rd|th)?|\b(?:in|of|since|until|till|by|early|mid|late|during|last|next))[ -]$", regex.I
)
_MONTH_AFTER = regex.compile(r",?[ ](?:19|20)?\d\d|[ ]\d{1,2}(?:st|nd|rd|th)?\b")
_FIGURE = regex.compile(r"\d[.:)]?[ ]$")
_WORD_BEFORE = regex.compile(r"(?<![\p{L}\p{N}'_-])(\p{Lu}(?:\p{Ll}|'\p{Lu}|-\p{Lu})+)[ ]$")
_INITIALS_BEFORE = regex.compile(r"(?<![\p{L}\p{N}.'-])(?:\p{Lu}\.[ ]?){1,3}$")
_LETTER_BEFORE = regex.compile(r"(?<![\p{L}\p{N}.'-])(\p{Lu})\.?[ ]$")
_LETTER_BEHIND = regex.compile(r",?[ ](\p{L})(?![\p{L}\p{N}'-])\.?")


def is_month(text: str, start: int, end: int) -> bool:
    """Tell whether a name at half-open code points stands as a month does: "in May", "4 June"."""
    return _MONTH.match(text, start) is not None and (
        _MONTH_BEFORE.search(text, max(0, start - 12), start) is not None
        or _MONTH_AFTER.match(text, end) is not None
    )


def is_titled(text: str, start: int) -> bool:
    """Tell whether a title of everybody's stands before a place: "Miss Friend"."""
    return _TITLED.search(text, max(0, start - 6), start) is not None


def is_unheard(text: str, end: int, plain: str) -> bool:
    """Tell a word, in lower case, of no list, which once taken for a name is hardly anything else elsewhere.

    The name of an author it may be: no year stands behind it, where it ends at `end` of a text.
    """
    is_listed = is_known(plain) or is_seldom_a_name(plain) or is_plain(plain) or is_a_things_name(plain)
    return not is_listed and _YEAR_BEHIND.match(text, end) is None


def forename(text: str, start: int, known: Collection[str]) -> int:
    """Find where a forename directly before a surname begins; `start` itself where none stands there.

    The first word of a sentence has its capital from there, so it does not count; nor does a title, nor a
    word of a name that is `known` (small letters, no apostrophe): that is another person.
    """
    initials = _INITIALS_BEFORE.search(text, max(0, start - 12), start)
    if initials is not None:
        return int(initials.start())
    before = _WORD_BEFORE.search(text, max(0, start - 40), start)
    if before is None:
        return start
    word = before[1].casefold()
    if word in stop_words() or word in title_words() or is_known(word) or word.replace("'", "") in known:
        return start
    if word in kinds("kinship"):
        return start
    if SENTENCE_START.search(text, max(0, before.start() - 6), before.start()):
        return start
    return int(before.start())


def with_letters(text: str, start: int, end: int, letters: Collection[str]) -> tuple[int, int]:
    """Take in the letter that stands for the rest of a name: "Kayleigh B", "Brandreth K.", "K Brandreth".

    Args:
        letters: with which the words of the name begin, in small letters.

    Returns: half-open code points of `text`; the same stretch where no such letter stands beside it.
    """
    behind = _LETTER_BEHIND.match(text, end)
    if (
        behind is not None
        and behind[1].casefold() in letters
        and (behind[1].isupper() or text[start].islower())
    ):
        return start, int(behind.end())
    before = _LETTER_BEFORE.search(text, max(0, start - 4), start)
    if before is not None and before[1].casefold() in letters:
        return int(before.start()), end
    return start, end


def begins(text: str, start: int) -> bool:
    """Tell whether a place begins a sentence, a line or a cell, or stands behind a date or a number."""
    before = text[max(0, start - 6) : start]
    return _FIGURE.search(before) is not None or SENTENCE_START.search(before) is not None


def is_cued(text: str, start: int) -> bool:
    """Tell whether the words before a place are those of notes or logs behind which somebody stands."""
    pattern = _CUED_IN_CAPITALS if text[start : start + 2].isupper() else _CUED
    return pattern.search(text, max(0, start - 30), start) is not None
