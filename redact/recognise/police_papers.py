"""What papers of the police look like: the words that officers write, and how they sign with their number.

An entry of theirs ends with the number of who made it ("Sanitised, 4471.", "Words of advice. 4471"), and what
an officer says on the air stands behind it ("4471: no reply"). What remains: a paper that writes none of the
words, and a review that quotes many, which counts as one too.
"""

from __future__ import annotations

from redact.recognise import regex
from redact.recognise.grids import View

__all__ = ["force_of", "is_collar", "is_of_police", "signs"]

_WORD = regex.compile(
    r"(?<![\p{L}\p{N}])(?:PNC|PND|PPN|OIC|OEL|NFA'?d?|RTA|IR|CAD|CRO|MG11|5x5x5|5X5X5|Niche|NICHE|Storm|Athena"
    r"|INFT|RES|GRADE|MARAC|Crimestoppers|Dispatcher"
    r"|(?i:custody|nicked|arrested|bailed|constabulary|nominals?|collar|offences?|sanitised|intel)"
    r"|P[CS]|D[CS]|DI|DCI|PCSO)(?![\p{L}\p{N}])"
)
_LEAST = 4  # different ones: a review of other papers has two or three
_COLLAR = regex.compile(r"\d{4}(?:[A-Z]{2})?")
_OF_A_FORCE = regex.compile(r"\d{3,5}(?P<force>[A-Z]{2})")
_NO_FORCE = frozenset(
    {
        "AD", "BC", "CE", "GB", "MB", "KB", "TB", "KG", "KM", "ML", "MG", "HR", "AM", "PM", "ST", "ND", "RD",
        "TH", "CC", "MM", "CM", "FT", "YR", "WK", "HZ", "KW", "DR",
    }
)  # fmt: skip
_AROUND = 24
_BEHIND_COMMA = regex.compile(r"\p{L}[\p{L}\p{N}'-]*\)?,[ ]$")
_BEHIND_SENTENCE = regex.compile(r"\p{L}[.!?][\"']?[ ]$")
_ENDS_SENTENCE = regex.compile(r"\.(?=\s|$)|[ ]?(?:$|[\n\t\x00])")
_ENDS_ENTRY = regex.compile(r"\.?[ ]?(?:$|[\n\t\x00])")
_SPEAKS = regex.compile(r":[ ](?=\p{L})")
_BEFORE_SPEECH = regex.compile(r"(?:^|[\n\t\x00]|\p{L}[.!?][\"']?[ ]|\b(?:to|from)[ ])$")


def is_of_police(view: View) -> bool:
    """Tell whether a document holds enough words that officers write."""
    found: set[str] = set()
    for reading in view.first:
        found.update(word.casefold() for word in _WORD.findall(reading.text))
        if len(found) >= _LEAST:
            return True
    return False


def is_collar(number: str) -> bool:
    """Tell whether a number has the four figures of most officers' numbers, with or without a force."""
    return _COLLAR.fullmatch(number) is not None


def force_of(number: str) -> str | None:
    """Give the two letters behind an officer's number that stand for the force; None for other numbers."""
    match = _OF_A_FORCE.fullmatch(number)
    return match["force"] if match is not None and match["force"] not in _NO_FORCE else None


def signs(text: str, start: int, end: int) -> bool:
    """Tell whether a number, half-open code points of a text, stands where an officer's signs an entry."""
    low = max(0, start - _AROUND)
    if _BEHIND_COMMA.search(text, low, start):
        return _ENDS_SENTENCE.match(text, end) is not None
    if _BEHIND_SENTENCE.search(text, low, start) and _ENDS_ENTRY.match(text, end):
        return True
    return _SPEAKS.match(text, end) is not None and _BEFORE_SPEECH.search(text, low, start) is not None
