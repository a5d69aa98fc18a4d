"""What stands behind a label and is no name: the name of a body, a month with its year.

A panel's table has post and organisation side by side, an action plan the lead's post and the month in which
it is due. What remains: a body called by one word, and a surname that ends in such a word.
"""

from __future__ import annotations

from redact.recognise import regex
from redact.recognise.lists import words
from redact.recognise.names import Name, name_words

__all__ = ["is_no_name"]

# What follows the one word that was taken for a name, to the end of the value.
_BODY = regex.compile(
    r"(?:[ ](?:\p{Lu}[\p{L}'\u2019-]+|NHS|of|and|for|the|&)){0,4}"
    r"[ ](?:Council|Trust|Constabulary|Police|Hospital|Authority|Services?|Partnership|Association)[\s)]*"
)
_YEAR = regex.compile(r"[ ](?:19|20)\d{2}\s*")
_MONTHS = frozenset({"april", "may", "june", "august"})


def is_no_name(text: str, name: Name, end: int) -> bool:
    """Tell whether a name of one word begins the name of a body or a date.

    Args:
        text: holds the value.
        end: of the value in the text.

    Returns: false where the word is a first name, but for a month before its year: "June 2010".
    """
    if name.words > 1:
        return False
    word = text[name.start : name.end].casefold()
    if word in _MONTHS and _YEAR.fullmatch(text, name.end, end):
        return True
    known = word in name_words() or word in words("forenames") or word in words("forename-sexes")
    return not known and _BODY.fullmatch(text, name.end, end) is not None
