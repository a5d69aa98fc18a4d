"""Reviews that a sentence brings in as one among others: theirs is no author of the review that is read."""

from __future__ import annotations

from redact.recognise import regex

__all__ = ["is_not_its_author"]

# "A rapid review chaired by Anna Harte met in May" is of a review before this one.
_ANOTHER = regex.compile(
    r"\b(?:an?|another|earlier|previous|recent|separate|first|second|parallel)[ ](?:[\p{L}-]+[ ]){0,4}?"
    r"(?:reviews?|reports?|panels?|overview|summary|findings|scr|dhr|sar|cspr)\b",
    regex.IGNORECASE,
)
# "Printed for the review / by Anna Harte, 3/9/24" is of a worker of an agency.
_PRINT = regex.compile(
    r"\b(?:print(?:ed|out)?|extract(?:ed|s)?|export(?:ed|s)?|collated|compiled|typed|cop(?:ied|y|ies)|downloaded"
    r"|generated|run|saved|scanned|redacted|retrieved|pulled|screenshots?)\b[^.\n]{0,80}"
    r"(?:\n[^.\n]{0,40})?$"
    r"|\b(?:prepared|produced|provided|supplied|put[ ]together)[ ](?:for|to)\b[^.\n]{0,80}\breviews?\b"
    r"[^.\n]{0,20}(?:\n[^.\n]{0,40})?$",
    regex.IGNORECASE,
)
_OF_THE_REPORT = regex.compile(
    r"\b(?:report|overview|foreword|written|author\p{L}*|chaired)\b", regex.IGNORECASE
)
_GOES_ON = regex.compile(
    r",?[ ](?!(?:and|for|of|on|an?|the|independent|former|retired|author|chair)\b)\p{Ll}"
)


def is_not_its_author(text: str, work: int, name: tuple[int, int]) -> bool:
    """Tell a review that a sentence brings in as one among others, and who printed a record for a review.

    Args:
        work: where the words for the review begin; `name`: half-open code points of the name behind them.
    """
    told = _ANOTHER.search(text[max(0, work - 40) : name[0]]) is not None
    if told and _GOES_ON.match(text, name[1]) is not None:
        return True
    found = _PRINT.search(text, max(0, name[0] - 160), name[0])
    if found is None:
        return False
    low = text.rfind("\n", 0, found.start()) + 1
    return _OF_THE_REPORT.search(text, low, name[0]) is None
