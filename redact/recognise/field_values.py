"""What stands behind a label: names, those of days of the week among them, and what is no name.

A panel's table has post and organisation side by side, an action plan the lead's post and the month in which
it is due. Sunday and Friday are forenames too: behind a label that asks for a name "Sunday Hope" is
somebody. What remains: a body called by one word, and a surname that ends in such a word.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from redact.recognise import regex
from redact.recognise.grids import Cell, Grid
from redact.recognise.lists import words
from redact.recognise.names import Name, name_words, names_in, stop_words

__all__ = ["is_heading", "is_no_name", "names_of_value"]

# What follows the one word that was taken for a name, to the end of the value.
_BODY = regex.compile(
    r"(?:[ ](?:\p{Lu}[\p{L}'\u2019-]+|NHS|of|and|for|the|&)){0,4}"
    r"[ ](?:Council|Trust|Constabulary|Police|Hospital|Authority|Services?|Partnership|Association)[\s)]*"
)
_YEAR = regex.compile(r"[ ](?:19|20)\d{2}\s*")
_MONTHS = frozenset({"april", "may", "june", "august"})
# Of the columns beside that of the names.
_HEADER = regex.compile(
    r"(?:link|relation|relationship|connection)(?:[ ](?:to|with)[ ](?:the[ ])?(?:subject|child|family))?"
    r"|ties?|rank|collar|status|force|d\.?o\.?b\.?|born|heritage|ethnicity|religion|faith|agency|role|post"
    r"|remarks|comments?|fees?|rates?|costs?",
    regex.IGNORECASE,
)
# One of a value's pieces: "Sunday Hope, Ida Rook".
_OF_A_DAY = regex.compile(
    r"(?:^|(?<=[,;/&(\n]|\band))[ ]*(?P<name>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"(?P<last>(?:[ -]\p{Lu}[\p{L}'\u2019]+){1,2}))(?=[ .]*(?:$|[,;/&()\n]|and\b))"
)
_ON_A_DAY = frozenset(
    (
        *("morning", "afternoon", "evening", "night", "breakfast", "lunch", "lunchtime", "tea", "roast"),
        *("club", "market", "session", "activities", "visits", "contact"),
    )
)


def is_heading(grid: Grid, label: Cell, beside: str, kind_of: Callable[[Cell], object]) -> bool:
    """Tell whether a label and the word beside it head columns; Faith and Rank are somebody's names too.

    In a form ("Child | Faith") another label stands below the label. Of a row alone two headers show it.

    Args:
        kind_of: gives what a cell asks for where it is a label, else nothing that is true.
    """
    if _HEADER.fullmatch(beside) is None:
        return False
    rows = [row for row, column in grid.cells if column == label.column and row > label.row]
    if rows:
        return not kind_of(grid.cells[min(rows), label.column])
    own = (each for (row, _), each in grid.cells.items() if row == label.row)
    return sum(_HEADER.fullmatch(" ".join(each.text.split())) is not None for each in own) > 1


def names_of_value(text: str, start: int, end: int, *, several: bool) -> Iterator[Name]:
    """Read the names of a field's value `text[start:end]` as `names_in` does; "Sunday Hope" too."""
    found = list(names_in(text, start, end, several=several))
    for each in _OF_A_DAY.finditer(text[start:end]) if "day" in text[start:end] else ():
        low, high = start + each.start("name"), start + each.end("name")
        last = each["last"].replace("-", " ").casefold().split()
        is_known = any(word in _ON_A_DAY or word in stop_words() for word in last)
        if not is_known and not any(name.start < high and low < name.end for name in found):
            found.append(Name(low, high, 1 + len(last)))
    yield from sorted(found, key=lambda name: name.start)


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
