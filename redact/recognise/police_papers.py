"""Whether a document is a paper of the police, by the words that officers write and hardly anybody else.

What remains: a paper that writes none of them, and a review that quotes many, which counts as one too.
"""

from __future__ import annotations

from redact.recognise import regex
from redact.recognise.grids import View

__all__ = ["is_of_police"]

_WORD = regex.compile(
    r"(?<![\p{L}\p{N}])(?:PNC|PND|PPN|OIC|OEL|NFA'?d?|RTA|IR|CAD|CRO|MG11|5x5x5|5X5X5|Niche|NICHE|Storm|Athena"
    r"|(?i:custody|nicked|arrested|bailed|constabulary|nominals?|collar|offences?|sanitised|intel)"
    r"|P[CS]|D[CS]|DI|DCI|PCSO)(?![\p{L}\p{N}])"
)
_LEAST = 4  # different ones: a review of other papers has two or three


def is_of_police(view: View) -> bool:
    """Tell whether a document holds enough words that officers write."""
    found: set[str] = set()
    for reading in view.first:
        found.update(word.casefold() for word in _WORD.findall(reading.text))
        if len(found) >= _LEAST:
            return True
    return False
