"""Three regular expressions, alone and beside a tool: what a court's judgment gives away by form.

Long dates and years; a title with capitals; numbers such as 12345/99. The three are those of the notes that
this project began from; they are no part of redact.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bench.peers.side import Side
from corpus.scoring.values import Hit, Read

__all__ = ["beside", "three_regexes"]

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_THREE = (
    re.compile(rf"\b(?:\d{{1,2}} )?(?:{_MONTHS}) \d{{4}}\b|\b\d{{1,2}} (?:{_MONTHS})\b|\b(?:19|20)\d\d\b"),
    re.compile(
        r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Judge|Justice|Professor)\.?"
        r" (?:[A-Z][\w'’.-]*(?: |\b)){1,4}"
    ),
    re.compile(r"\b\d{1,6}/\d\d\b"),
)


def three_regexes(calls: Sequence[Sequence[str]]) -> Side:
    """Let the three read every text of every call."""
    reads = tuple(tuple(Read(_hits(text)) for text in call) for call in calls)
    return Side("regexes", "three regular expressions of the notes", "", reads, 0.0)


def beside(side: Side, regexes: Side) -> Side:
    """Put what two sides found together."""
    reads = tuple(
        tuple(Read((*one.hits, *other.hits)) for one, other in zip(own, more, strict=True))
        for own, more in zip(side.reads, regexes.reads, strict=True)
    )
    return replace(side, name=f"{side.name}-regexes", title=f"{side.title}, and the three", reads=reads)


def _hits(text: str) -> tuple[Hit, ...]:
    found = (match for each in _THREE for match in each.finditer(text))
    return tuple(Hit(match.start(), match.end(), "block", "", 1.0) for match in found)
