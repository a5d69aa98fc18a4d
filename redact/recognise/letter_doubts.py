"""Whether capitals that the name model takes for somebody's are an office's, a numeral's or a short form's.

What the call explains, and an office in the midst of a line, is nobody's. Where the model is as sure as it
ever is, such letters are somebody's beside those of somebody named: "opinion: KH/SW". What remains: an
office's letters that somebody bears, alone.
"""

from __future__ import annotations

from collections.abc import Container, Iterable

from redact.recognise import regex
from redact.recognise.defined_letters import stands_for_office
from redact.recognise.letter_places import is_listed

__all__ = ["are_nobodys", "is_yes_or_no"]

_YES_OR_NO = regex.compile(r"(?<!\p{L})(?:Y[ ]?/[ ]?N|N[ ]?/[ ]?Y)(?!\p{L})")
_NEARLY = 0.574  # the score of letters of which the model is as sure as it ever is
_NUMERAL = regex.compile(r"I{2,3}|VI{2,3}|IX|XI{1,3}")


def are_nobodys(
    text: str, start: int, end: int, score: float, known: Iterable[str], explained: Container[str]
) -> bool:
    """Tell whether capitals at half-open code points of a text, no first letters of a name, are nobody's.

    Args:
        score: of the model's claim.
        known: letters of people whom the documents name, in capitals.
        explained: letters, in small ones, that the documents explain otherwise.
    """
    if score >= _NEARLY and is_listed(text, start, end, frozenset(known)):
        return False
    if text[start:end].casefold() in explained:
        return True
    return stands_for_office(text, start, end) or _NUMERAL.fullmatch(text, start, end) is not None


def is_yes_or_no(text: str, start: int, end: int) -> bool:
    """Tell one letter of the two between which a form lets choose: "Y / N"."""
    return _YES_OR_NO.search(text, max(0, start - 3), end + 3) is not None
