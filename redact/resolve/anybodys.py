"""Initials that may be anybody's, whoever else bears them.

Who is listed as "KM, TB and KM" is two people. Where a paper writes labels for the family (Mother, Baby Q,
Sibling 1), initials in it are not the family's; nor are those that sign a note.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from redact.resolve.names import Form, Name
from redact.resolve.surroundings import Seen
from redact.values.text import Document, Passage

__all__ = ["Anybodys", "anybodys", "is_signed"]

_LISTED = re.compile(r"\s*(?:[,;/&+]|,?\s*\b(?:and|with)\b)\s*", re.IGNORECASE)
# What stands for somebody of the family where a paper names nobody of it.
_LABEL = re.compile(
    r"\b(?:(?:Child|Baby|Adult|Parent|Partner|Friend|Neighbour|Family\ Member|Young\ Person|(?:Half[ -])?"
    r"(?:Sibling|Brother|Sister)|Mother|Father|Aunt|Uncle|Cousin|Grand(?:mother|father|parent))"
    r"\ (?:[A-Z]\d?|\d{1,2})|[MP]G[MF])\b",
    re.VERBOSE,
)
# "Told KR, KR told TB": who was told tells, and no list has her twice.
_TOLD = re.compile(r",[ ](?:and[ ]|who[ ])?")
_AND_TOLD = re.compile(r"[ ][a-z]+\b")
_OTHERS = re.compile(r"\s*(?:(?:[A-Z][.-]?){2,4}[,;&]?\s*){3}")
_PRESENT = re.compile(
    r"\W*(?:present|in attendance|attended|attendees|apologies|panel|members)\b[^:]*:", re.I
)
_SIGNED = re.compile(r"(?:^|[.;]\s+)(?:(?:counter)?signed|initialled)(?:[ ]by)?[ ]+$", re.IGNORECASE)
_MANY = 5


@dataclass(frozen=True, slots=True)
class Anybodys:
    """Initials that two people have, and the ids of the documents that write labels for the family."""

    twice: frozenset[str] = field(repr=False)
    labelled: frozenset[str]


def anybodys(
    documents: Iterable[Document],
    by_passage: Mapping[str, Sequence[Seen]],
    passages: Mapping[str, Passage],
) -> Anybodys:
    """Find what makes initials anybody's in some documents."""
    times = Counter(
        {one.id: sum(len(_LABEL.findall(passage.text)) for passage in one.passages) for one in documents}
    )
    labelled = frozenset(of for of, number in times.items() if number >= _MANY)
    return Anybodys(_listed_twice(by_passage, passages), labelled)


def is_signed(one: Seen, text: str) -> bool:
    """Tell whether initials sign a note at its end, or are listed with others' as present at a meeting."""
    before, behind = text[: one.mention.span.start], text[one.mention.span.end :]
    signed = _SIGNED.search(before) and "\t" not in before and not behind.strip(" .)")
    listed = _PRESENT.match(text)
    return bool(signed or (listed and _OTHERS.match(text, listed.end())))


def _listed_twice(
    by_passage: Mapping[str, Sequence[Seen]], passages: Mapping[str, Passage]
) -> frozenset[str]:
    """Give the initials that one list has twice."""
    twice: set[str] = set()
    for id_, seen in by_passage.items():
        listed: set[str] = set()
        end, last = -1, Name(Form.OTHER)
        for one in sorted(seen, key=lambda each: (each.mention.span.start, each.mention.span.end)):
            text, start = passages[id_].text, one.mention.span.start
            goes_on = end >= 0 and _LISTED.fullmatch(text[end:start])
            told = one.name == last and _TOLD.fullmatch(text[end:start])
            end, last = one.mention.span.end, one.name
            again = told and _AND_TOLD.match(text, end)
            listed = listed if goes_on and not again else set()
            if one.name.form is Form.INITIALS:
                twice |= {one.name.last} & listed
                listed.add(one.name.last)
    return frozenset(twice)
