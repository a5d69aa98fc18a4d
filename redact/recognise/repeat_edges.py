"""What belongs to a repeated name at its edges: a forename in front, a letter before or behind it."""

from __future__ import annotations

from collections.abc import Collection

from redact.recognise import regex
from redact.recognise.beside import is_known
from redact.recognise.lists import kinds
from redact.recognise.names import stop_words, title_words

__all__ = ["SENTENCE_START", "begins", "forename", "is_cued", "with_letters"]

SENTENCE_START = regex.compile(r"(?:^|[.!?:\n\t\x00][\"')\]]*\s*|[\"(•*-]\s?)$")
# Words of notes behind which somebody stands: "17.10 call from harte", "hv harte", "tc anna - no change".
_CUED = regex.compile(
    r"(?<![\p{L}\p{N}])(?:(?:calls?|text|email|msg|message|letter|ltr|visit|word)[ ](?:to|from|by|with|w)"
    r"|t/?c(?:[ ](?:to|from))?|rang|spoken?[ ](?:to|with|w)|spk[ ]to|told|hv|sw|gp|mw|sn|edt,?|fwd[ ]to"
    r"|passed[ ]to|off|disc(?:ussed)?[ ](?:with|w)|met[ ](?:with|w)|strat[ ]disc)[ ]$",
    regex.IGNORECASE,
)
_FIGURE = regex.compile(r"\d[.:)]?[ ]$")
_WORD_BEFORE = regex.compile(r"(?<![\p{L}\p{N}'_-])(\p{Lu}(?:\p{Ll}|'\p{Lu}|-\p{Lu})+)[ ]$")
_INITIALS_BEFORE = regex.compile(r"(?<![\p{L}\p{N}.'-])(?:\p{Lu}\.[ ]?){1,3}$")
_LETTER_BEFORE = regex.compile(r"(?<![\p{L}\p{N}.'-])(\p{Lu})\.?[ ]$")
_LETTER_BEHIND = regex.compile(r",?[ ](\p{L})(?![\p{L}\p{N}'-])\.?")


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
    """Tell whether the words before a place are those of notes behind which somebody stands."""
    return _CUED.search(text, max(0, start - 30), start) is not None
