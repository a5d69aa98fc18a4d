"""Names of one person that stand in one mention, or by which others call her: a former one, a pet name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from redact.resolve.names import Form, former_name
from redact.resolve.surroundings import Seen

__all__ = ["called_by_others", "forename_of", "is_renamed", "is_short_there", "said_inside"]

_CALL_HER = re.compile(
    r"\b(?:calls?|called|knows?|knew|nicknamed|dubbed)[ ](?:her|him|them)[ ](?:as[ ])?[\"“'‘]?$",
    re.IGNORECASE,
)
_AS_THEY_CALL_HER = re.compile(
    r",?[ ]as[ ](?:\w+[ ]){1,3}(?:calls?|called|knows?|knew)[ ](?:her|him|them)\b", re.IGNORECASE
)
# Between the forename alone and the whole name of somebody: "Kay (born Kay Orton)".
_RENAMED = re.compile(
    r"[ ](?:was|became|is[ ](?:now|today))[ ](?:still[ ])?"
    r"|,?[ ]\(?(?:born|n[ée]e|formerly|previously|once|now|then)[ ]",
    re.IGNORECASE,
)
_IS = re.compile(r"[ ](?:is|was)[ ](?:called[ ])?[\"“'‘]?", re.IGNORECASE)
_THERE = re.compile(r"[\"”'’]?[ ](?:in|on|to|at|for|throughout)[ ]", re.IGNORECASE)
_REACH = 30  # characters


def said_inside(seen: Sequence[Seen], text: str) -> Iterator[tuple[Seen, Seen, str]]:
    """Give a whole name with the earlier one that stands in the same mention."""
    for one in seen:
        former = former_name(text[one.mention.span.start : one.mention.span.end])
        if one.name.form is Form.FULL and former is not None and former.form in (Form.FULL, Form.SINGLE):
            yield one, replace(one, name=former), "last" if former.form is Form.SINGLE else ""


def called_by_others(seen: Sequence[Seen], text: str) -> Iterator[tuple[Seen, Seen, str]]:
    """Give "Her mother calls her Wika" to the only one whose whole name stands before it in the passage."""
    for one in seen:
        start = one.mention.span.start
        said = _CALL_HER.search(text[max(0, start - _REACH) : start]) and one.name.form is Form.SINGLE
        if said or _AS_THEY_CALL_HER.match(text[one.mention.span.end :][: 2 * _REACH]):
            before = [o for o in seen if o.name.form is Form.FULL and o.mention.span.end < start]
            if len({(o.name.first, o.name.last) for o in before}) == 1:
                yield before[-1], one, "pet"


def is_renamed(one: Seen, seen: Iterable[Seen], text: str) -> bool:
    """Tell whether a whole name is hers whose forename stands before it: "Kay was Kay Orton"."""
    for other in seen:
        between = text[other.mention.span.end : one.mention.span.start]
        single = other.name.form is Form.SINGLE and other.name.last == one.name.first
        if single and other.mention.span.end < one.mention.span.start and _RENAMED.fullmatch(between):
            return True
    return False


def is_short_there(between: str, text: str, other: Seen) -> bool:
    """Tell whether somebody goes somewhere by the second of two names: "Catherine is Cat at school"."""
    said = _IS.fullmatch(between) and _THERE.match(text, other.mention.span.end)
    return other.name.form is Form.SINGLE and said is not None


def forename_of(one: Seen) -> str:
    """Give the forename that a name has, or may be; nothing of initials and what is no name."""
    return one.name.last if one.name.form is Form.SINGLE else one.name.first
