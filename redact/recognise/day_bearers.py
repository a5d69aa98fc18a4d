"""Days that somebody is called by: "Kids at Sunday's.", "Friday says no", "what Wednesday wants".

Sunday and Friday are forenames in many families. A day is taken for one where the documents of a call show it
twice in different ways that no day is written in, and once plainly. What remains: a bearer whose name stands
only where a day may stand too, as in "Told Sunday".
"""

from __future__ import annotations

from collections.abc import Iterable

from redact.recognise import regex
from redact.recognise.readings import Reading

__all__ = ["borne_days"]

_DAY = r"(?P<day>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
_KIN = (
    r"(?:mum|mother(?!s?[ ](?:and|&)|'s)|dad|father|partner|boyfriend|girlfriend|husband|wife|ex|sister"
    r"|brother|son|daughter|aunt\p{L}*|uncle|cousin|gran\p{L}*|nan|friend|coat|peg|bedroom|hair|face|voice)"
)
_DOES = (
    r"(?:says|thinks|knows|wants|likes|loves|hates|feels|lives|sleeps|cries|cried|smiled|laughed|sighed|denies"
    r"|denied|insists|agrees|refuses|refused|hadn't|hasn't|wasn't|didn't|wouldn't|won't|couldn't|can't"
    r"|remembers|remembered|recalls|recalled|nodded|shrugged|wept)"
)
_HAS = r"ha[sd][ ](?:the[ ])?(?:kids|children|baby|boys|girls|bab(?:y|ies))\b"
_STAYS = r"(?i:settled|live[sd]?|living|stay(?:s|ed|ing)?|alone|safe|happy|plays?|spoke|speak\p{L}*)"
_TENDS = r"(?:is|was)[ ](?:holding|looking[ ]after|caring|crying|asking|sleeping)\b"
_ENDS = r"(?=[ ]?(?:[.,;:)\n]|$|to\b|if\b|about\b|why\b|how\b))"
# What no day does, and what it hardly does.
_PLAINLY = (
    rf"(?<!\p{{L}}){_DAY}[ ]{_DOES}(?!\p{{L}})",
    rf"(?<!\p{{L}}){_DAY}[ ]{_HAS}",
    rf"(?<!\p{{L}}){_DAY}'s[ ]{_KIN}(?!\p{{L}})",
    rf"\b(?:at|to|from|round)[ ]{_DAY}'s(?=[ ]?(?:[.,;:)\n]|$|and\b|with\b|for\b))",
    rf"(?i:\b(?:message|e-?mail|text|letter)[ ]from)[ ]{_DAY}[ ]to[ ]\p{{Lu}}",
    rf"(?<!\p{{L}}){_DAY}[ ]\+[ ]\p{{Lu}}\p{{Ll}}",
    rf"(?<!\p{{L}}){_DAY},[ ]who[ ](?:had|has|said|told|was|is|did|could|would|lives?|lived|came|went)\b",
    rf"(?<!\p{{L}}){_DAY}[ ]\(0\d{{3,4}}[ ]?\d",
)
_PERHAPS = (
    rf"\b(?:[Ii]f|[Ww]hether|what|why|how|that|who)[ ]{_DAY}[ ](?:had|has|is|was|can|could|does|did)",
    rf"\b{_STAYS}[ ]with[ ]{_DAY}",
    rf"\b[Aa]sk(?:ed|s)?[ ]{_DAY}{_ENDS}",
    rf"(?<!\p{{L}}){_DAY}[ ]{_TENDS}",
    rf"\b(?:called|named)[ ]{_DAY}(?!\p{{L}})",
    rf"(?<=,[ ]){_DAY}[ ](?:did|could|would)[ ]not\b",
)
_FRAMES = tuple(map(regex.compile, (*_PLAINLY, *_PERHAPS)))


def borne_days(readings: Iterable[Reading]) -> frozenset[str]:
    """Give the days, in lower case, that somebody of these documents is called by."""
    told: dict[str, set[int]] = {}
    for reading in readings:
        if "day" not in reading.text:
            continue
        for number, frame in enumerate(_FRAMES):
            for match in frame.finditer(reading.text):
                told.setdefault(match["day"].casefold(), set()).add(number)
    return frozenset(day for day, own in told.items() if len(own) > 1 and min(own) < len(_PLAINLY))
