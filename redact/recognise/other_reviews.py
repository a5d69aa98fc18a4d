"""Reviews that a sentence brings in as one among others: theirs is no author of the review that is read."""

from __future__ import annotations

from redact.recognise import regex

__all__ = ["is_another_review"]

# "A rapid review chaired by Anna Harte met in May" is of a review before this one.
_ANOTHER = regex.compile(
    r"\b(?:an?|another|earlier|previous|recent|separate|first|second|parallel)[ ](?:[\p{L}-]+[ ]){0,4}?"
    r"(?:reviews?|reports?|panels?|overview|summary|findings|scr|dhr|sar|cspr)\b",
    regex.IGNORECASE,
)
_GOES_ON = regex.compile(
    r",?[ ](?!(?:and|for|of|on|an?|the|independent|former|retired|author|chair)\b)\p{Ll}"
)


def is_another_review(text: str, work: int, name: tuple[int, int]) -> bool:
    """Tell a review that a sentence brings in as one among others: it is not the one that is read.

    Args:
        work: where the words for the review begin; `name`: half-open code points of the name behind them.
    """
    told = _ANOTHER.search(text[max(0, work - 40) : name[0]]) is not None
    return told and _GOES_ON.match(text, name[1]) is not None
