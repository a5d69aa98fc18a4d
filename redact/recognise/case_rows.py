"""Rows and lines that tell of people of the case: a post beside a name, a relative, a day, an own report.

What remains: a row whose other cells say nothing, and a cell by itself, of which the row is not seen.
"""

from __future__ import annotations

from functools import cache

from redact.recognise import regex
from redact.recognise.lists import kinds

__all__ = ["BESIDE_NAMES", "has_a_post", "posts", "tells_of_the_case"]

BESIDE_NAMES = frozenset({"dear", "chair", "author", "reviewer", "from"})
_WORDS = regex.compile(r"\p{L}+")
_CASE_ROW = regex.compile(
    r"\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|(?i:\b(?:mother|father|parent|sister|brother|aunt|uncle|gran\p{L}*|carer"
    r"|partner|son|daughter|relat\p{L}*|imr|management[ ]review|statement|witness|interview\p{L}*|governors?"
    r"|residents|born|dob)\b)"
)
_OF_THE_REVIEW = regex.compile(
    r"\b(?:independent|reviewers?|authors?|chair(?:s|ed|ing|man|woman|person)?|panel|overview|facilitators?)\b",
    regex.IGNORECASE,
)
_OF_ANOTHER = regex.compile(
    r"\b(?:imr|management[ ]reviews?|governors?|residents|tenants|witness|statement[ ]of)\b",
    regex.IGNORECASE,
)
_RELATIVE = regex.compile(
    r"\b(?:mother|father|sister|brother|aunt|uncle|gran\p{L}*|foster[ ]carer|partner)\b", regex.IGNORECASE
)


@cache
def posts() -> frozenset[str]:
    """Give the last words of the posts that people of a case have, in small letters."""
    return frozenset(role.split()[-1].casefold() for role in kinds("roles")) - BESIDE_NAMES


def tells_of_the_case(line: str) -> bool:
    """Tell whether a line has a post of the case, a relative, a day or an own report of an agency."""
    return (
        any(word.casefold() in posts() for word in _WORDS.findall(line)) or _CASE_ROW.search(line) is not None
    )


def has_a_post(row: str) -> bool:
    """Tell whether a cell of a row is a post of the case or a relative, or the row is of another body."""
    if _OF_ANOTHER.search(row) is not None:
        return True
    if _OF_THE_REVIEW.search(row) is not None:
        return False
    return any(
        _RELATIVE.fullmatch(cell.strip()) is not None or _is_a_post(cell.strip()) for cell in row.split("\t")
    )


def _is_a_post(cell: str) -> bool:
    return cell.casefold() in _whole_posts()


@cache
def _whole_posts() -> frozenset[str]:
    return frozenset(role.casefold() for role in kinds("roles")) - BESIDE_NAMES
