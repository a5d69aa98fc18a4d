"""Dates in words: "the second Tuesday in March", "the Friday before Easter 2010".

What comes down to one day counts as an exact date. What is told closer than by its month and yet names no day
(a week, a feast with its year) is only noted. A month, its middle or its end, and a season are neither.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.recognise import regex
from redact.recognise.claims import DocumentRecogniser, Example, mention
from redact.recognise.dates import HOLIDAY, MONTH
from redact.recognise.grids import View
from redact.values.people import Evidence, Label, Mention

__all__ = ["EXACT", "NEAR", "RECOGNISER", "nearness"]

# In the bands of the dates' rules: a day of the narrative, one told by a feast, and what is only near to one.
EXACT, _TOLD, NEAR = 0.65, 0.3, 0.2
_NAME, _VERSION = "dates-in-words", "1"
_NTH = r"(?:first|second|third|fourth|fifth|last|1st|2nd|3rd|4th|5th)"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_YEAR = r"(?:19|20)\d\d"
_OF_YEAR = rf"(?:,?\s(?:of\s|in\s)?{_YEAR})"
_MONTH = rf"{MONTH}{_OF_YEAR}?"
_FEAST = (
    rf"(?:{HOLIDAY}|Easter|Christmas|Whitsun|Michaelmas|Lent|Diwali|Ramadan|Eid(?:[\s-](?:al"
    rf"|ul)[\s-](?:Fitr|Adha))?|Hanukkah|Passover|Halloween"
    r"|Remembrance\sSunday|(?:the\s)?(?:August|May|Easter|spring)?\s?bank\sholiday|(?:the\s)?(?:new"
    r"|New)\s[yY]ear"
    r"|(?:the\s)?(?:\w+\s)?half[\s-]term)"
)
_PART = (
    r"(?:(?:early|late)(?:\sin)?|(?:the\s)?(?:very\s)?(?:beginning|start|middle|end)\sof|mid|"
    r"(?:the\s)?(?:first|second|latter)\shalf\sof)"
)
# One of these stands in every match; a plain look for each is quicker than any pattern.
_SIGNS = (
    "week", "new year", "day in", "day of", "day before", "day after", "day following", "christmas", "easter",
    "bank holiday", "holidays", "half term", "half-term", "whit", "michaelmas", " lent", "diwali", "ramadan",
    " eid", "hanukkah", "passover", "hallowe", "remembrance", "boxing", "valentine", "shrove", "good friday",
    "may day", "bonfire", "guy fawkes", "mothering", "mother's day", "father's day", "palm sunday",
    "st george", "st. george", "st patrick", "st. patrick",
)  # fmt: skip
_EDGE, _STOP = r"(?<![\p{L}\p{N}])", r"(?![\p{L}\p{N}])"
_DAY = regex.compile(
    rf"{_EDGE}(?i:{_NTH}\s{_WEEKDAY}\s(?:in|of)\s(?:the\smonth\sof\s)?{_MONTH}"
    rf"|{_WEEKDAY}\s(?:in|of)\sthe\s{_NTH}\sweek\s(?:in|of)\s{_MONTH}"
    rf"|{_WEEKDAY}\s(?:before|after|following|of|in)\s{_FEAST}(?:\sweek(?:end)?)?{_OF_YEAR}){_STOP}"
)
_BY_FEAST = regex.compile(
    rf"{_EDGE}(?i:{_WEEKDAY}\s(?:before|after|following|of)\s{_FEAST}(?:\sweek(?:end)?)?)"
    rf"(?!{_OF_YEAR}){_STOP}"
)
_CLOSE = regex.compile(
    rf"{_EDGE}(?i:{_NTH}\s(?:\w+\s)?week(?:end)?\s(?:in|of)\s{_MONTH}"
    rf"|(?:one|a)\s{_WEEKDAY}\s(?:in|of)\s{_MONTH}"
    rf"|{_PART}[\s-](?:the\s)?new\syear(?:{_OF_YEAR})?"
    rf"|{_FEAST}(?:\s(?:holidays?|weekend|week|break|period|time))?{_OF_YEAR}"
    rf"|(?:summer|school|Easter|Christmas)\sholidays{_OF_YEAR}){_STOP}"
)
_PATTERNS = {EXACT: "a day", _TOLD: "a day by a feast", NEAR: "near a day"}
_BECAUSE = {
    _TOLD: "a day told by a feast without its year",
    EXACT: "words that come down to one day",
    NEAR: "words that tell a time closer than by its month",
}


def nearness(text: str) -> float | None:
    """Tell how near words come to a day: EXACT, NEAR, or None where they name a month or less."""
    if not _may_hold(text):
        return None
    return EXACT if _DAY.search(text) else NEAR if _CLOSE.search(text) else None


def _may_hold(text: str) -> bool:
    plain = text.lower().replace("\n", " ")
    return any(sign in plain for sign in _SIGNS)


def _find(view: View) -> Iterator[Mention]:
    for reading in (*view.first, *view.further):
        if not _may_hold(reading.text):
            continue
        for pattern, score in ((_DAY, EXACT), (_BY_FEAST, _TOLD), (_CLOSE, NEAR)):
            evidence = Evidence(_NAME, _VERSION, _PATTERNS[score], _BECAUSE[score])
            for match in pattern.finditer(reading.text):
                made = mention(reading, match.start(), match.end(), Label.DATE, score, evidence)
                if made is not None:
                    yield made


RECOGNISER = DocumentRecogniser(
    name=_NAME,
    version=_VERSION,
    labels=(Label.DATE,),
    find=_find,
    examples=(
        Example("They met on the second Tuesday in March.", ("second Tuesday in March",)),
        Example("on the last Friday of May 2009", ("last Friday of May 2009",)),
        Example("the Friday before Easter 2010", ("Friday before Easter 2010",)),
        Example("early in the new year of 2009", ("early in the new year of 2009",)),
        Example("in the first week of March 2009", ("first week of March 2009",)),
        Example("They left over Christmas 2010.", ("Christmas 2010",)),
    ),
    near_misses=(
        "In early March 2009, by mid-May 2009 and in the spring of 2010 they left.",
        "on Tuesdays and at weekends",
        "in the second week of the placement",
        "early in the morning, late in the day",
        "at the end of the year",
        "a new year, a new start",
    ),
)
