"""Places in a sentence where hardly anything but somebody stands: "told Efa on Monday", "Sikora and Little".

What remains: a body that is told something, and a brand beside a name.
"""

from __future__ import annotations

from redact.recognise import regex
from redact.recognise.readings import Reading
from redact.recognise.taken import Taken

__all__ = ["is_where_people_stand"]

_TOLD = regex.compile(
    r"\b(?:told|asked|thanked|phoned|telephoned|texted|e-?mailed|reminded|informed|thanks|asks|tells|informs"
    r"|reminds|phones|texts|e-?mails)[ ]$"
)
_JOINED = regex.compile(r"(?<![\p{L}\p{N}'-])\p{Lu}[\p{L}'-]+,?[ ](?:and|&)[ ]$")
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
