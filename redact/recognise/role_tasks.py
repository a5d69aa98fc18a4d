"""Whom a board asks to write or to chair its review: the role is told in other words than by its name.

"The Board commissioned Anna Harte to write this report" and "Tom Vesey was appointed to chair the SCR
panel" name the author and the chair. A court's assessment and a meeting of the case are none of these
works. What remains: a work that is called by no word of a review.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.recognise import regex
from redact.recognise.role_words import AND, EDGE, KIND, NAME

__all__ = ["tasked"]

# "The Board commissioned Anna Harte to write this report", "Tom Vesey was appointed to chair the panel"
_ASKED = r"(?:appointed|commissioned|asked|invited|engaged|chosen|selected|retained|approached)"
_TO_MAKE = (
    r"(?:,[^,\n]{3,60},)?[ ]to[ ](?:write|chair|author|lead|undertake|prepare|conduct|carry[ ]out|facilitate"
    r"|compile|produce|complete)[ ](?:up[ ])?(?:this[ ](?:review|report|summary)"
    rf"|(?:(?:an?|the|this)[ ])?(?i:(?:{KIND}[ ])+(?:review|report|summary|panel)|SCR|DHR|SAR|CSPR))\b"
)
_TASKED = regex.compile(
    rf"\b{_ASKED}[ ]{NAME}{AND}{_TO_MAKE}|{EDGE}{NAME}(?:[ ]and[ ]{NAME})?[ ](?:was|were|is|are|has[ ]been"
    rf"|have[ ]been|had[ ]been)[ ](?:then[ ]|also[ ])?{_ASKED}{_TO_MAKE}"
    rf"|{EDGE}{NAME}[ ](?:independently[ ])?chaired[ ](?:the|this)"
    r"[ ](?:[Ss]erious[ ][Cc]ase[ ][Rr]eview|SCR)\b"
)
_GATE = regex.compile(
    r"\bto[ ](?:write|chair|author|lead|undertake|prepare|conduct|carry|facilitate|compile|produce"
    r"|complete)\b"
    r"|\bchaired[ ]th"
)


def tasked(text: str) -> Iterator[regex.Match[str]]:
    """Find those who are asked to write or to chair the review, in the groups `name` and `title`."""
    if _GATE.search(text) is not None:
        yield from _TASKED.finditer(text)
