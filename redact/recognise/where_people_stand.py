"""Places in a sentence where hardly anything but somebody stands: "told Efa on Monday", "Sikora and Little".

A word that somebody of the call bears is so too before a name and "and", and first in a list behind a colon:
"Seen: Evidence, Euton, Liza".

What remains: a body that is told something, and a brand beside a name.
"""

from __future__ import annotations

from redact.recognise import regex
from redact.recognise.readings import Reading
from redact.recognise.taken import Taken

__all__ = ["is_where_people_stand", "stands_with_somebody"]

_TOLD = regex.compile(
    r"\b(?:told|asked|thanked|phoned|telephoned|texted|e-?mailed|reminded|informed|thanks|asks|tells|informs"
    r"|reminds|phones|texts|e-?mails)[ ]$"
)
_JOINED = regex.compile(r"(?<![\p{L}\p{N}'-])\p{Lu}[\p{L}'-]+,?[ ](?:and|&)[ ]$")
_AND_BEHIND = regex.compile(r"(?:'s)?(?:[ ](?:and|&|or|nor)[ ]|[ ]?[/+][ ]?)(?=\p{Lu})")
_AND_BEFORE = regex.compile(r"(?:[ ](?:and|&|or|nor)[ ]|[ ]?[/+][ ]?)$")
_LISTED = regex.compile(r",[ ](?=\p{Lu})")
_OPENS_LIST = regex.compile(r"(?:^|[\n.])[ ]*\p{L}[\p{L} ]{2,30}:[ ]$")
_REACH = 30  # characters before a word


def is_where_people_stand(reading: Reading, start: int, taken: Taken) -> bool:
    """Tell whether what stands at `start` is told something, or stands behind a name and "and".

    Args:
        taken: what other recognisers have claimed: the names.
    """
    low = max(0, start - _REACH)
    if _TOLD.search(reading.text, low, start) is not None:
        return True
    joined = _JOINED.search(reading.text, low, start)
    name = reading.span(joined.start(), joined.start() + 1) if joined is not None else None
    return name is not None and taken.touches(reading.passage.id, *name)


def stands_with_somebody(reading: Reading, start: int, end: int, people: Taken) -> bool:
    """Tell whether a word that somebody bears is joined to a name, or begins a list of names.

    Args:
        people: where people were found, and nothing else.
    """
    low = max(0, start - _REACH - 10)
    behind = _AND_BEHIND.match(reading.text, end)
    if behind is None and _OPENS_LIST.search(reading.text, low, start) is not None:
        behind = _LISTED.match(reading.text, end)
    before = _AND_BEFORE.search(reading.text, low, start)
    beside = (behind.end() if behind else -1, before.start() - 1 if before else -1)
    spans = [reading.span(at, at + 1) for at in beside if at >= 0]
    return any(span is not None and people.touches(reading.passage.id, *span) for span in spans)
