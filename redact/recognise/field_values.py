"""What stands behind a label: names, those of days of the week among them, and what is no name.

A panel's table has post and organisation side by side, an action plan the lead's post and the month in which
it is due. Sunday and Friday are forenames too: behind a label that asks for a name "Sunday Hope" is
somebody. What remains: a body called by one word, and a surname that ends in such a word.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.recognise import regex
from redact.recognise.lists import words
from redact.recognise.names import Name, name_words, names_in, stop_words

__all__ = ["is_no_name", "names_of_value"]

# What follows the one word that was taken for a name, to the end of the value.
_BODY = regex.compile(
    r"(?:[ ](?:\p{Lu}[\p{L}'\u2019-]+|NHS|of|and|for|the|&)){0,4}"
    r"[ ](?:Council|Trust|Constabulary|Police|Hospital|Authority|Services?|Partnership|Association)[\s)]*"
)
_YEAR = regex.compile(r"[ ](?:19|20)\d{2}\s*")
_MONTHS = frozenset({"april", "may", "june", "august"})
_OF_A_DAY = regex.compile(
    r"\s*(?P<name>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"(?P<last>(?:[ -]\p{Lu}[\p{L}'\u2019]+){1,2}))[ .]*$"
)
_ON_A_DAY = frozenset(
    {"morning", "afternoon", "evening", "night", "lunch", "roast", "club", "market", "session", "activities"}
)


def names_of_value(text: str, start: int, end: int, *, several: bool) -> Iterator[Name]:
    """Read the names of a field's value `text[start:end]` as `names_in` does; "Sunday Hope" too."""
    found = False
    for name in names_in(text, start, end, several=several):
        found = True
        yield name
    of_a_day = None if found else _OF_A_DAY.match(text[:end], start)
    last = of_a_day["last"].replace("-", " ").casefold().split() if of_a_day else []
    if of_a_day and not any(word in _ON_A_DAY or word in stop_words() for word in last):
        yield Name(of_a_day.start("name"), of_a_day.end("name"), 1 + len(last))


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
