"""Exact dates of the narrative, and how near a day is told without one.

Three bands of the score part them, and each has its rule. From 0.6: a day of the family's life. From 0.4:
a date of the review itself (its period, its meetings, its publication), by the words before it. Below: a
day told by a birth, a death or a holiday without its year. A month with its year, and a season, are what
should be written instead: nothing is claimed there. What is doubtful is called a day of the family's life:
somebody looks at it, and nothing is lost. What remains: dates whose day and month stand in two cells, and
"4/5" without a year, which may as well be a fraction.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from redact.recognise import regex
from redact.recognise.claims import Anchor, Claim, DocumentRecogniser, Example, Shape, claims_of, mention
from redact.recognise.dates import (
    DATE,
    DAY_AND_MONTH,
    HOLIDAY,
    MISREAD,
    MONTH,
    NUMBER,
    RUN_INTO_A_WORD,
    SLIPPED_FIGURES,
    Period,
    claims_near_dates,
    period_of,
)
from redact.recognise.grids import View
from redact.recognise.lists import entries
from redact.recognise.numbers_like_dates import is_number, numbers_of_headings
from redact.recognise.readings import Reading
from redact.values.people import Evidence, Label, Mention
from redact.values.text import Part

__all__ = ["RECOGNISER"]

_VERSION = "1"
_NARRATIVE, _OF_THE_REVIEW, _RELATIVE = 0.65, 0.45, 0.3  # the bands; below 0.7, so that a birth wins
_FRONT = 25  # passages; a date alone in its line there is that of the report
_REACH = 60  # characters around what shows a date; the longest date is shorter
_PHRASE = 60  # characters between a phrase and the date that it is about

_ON = r"(?<!\p{L})(?i:on|by|until|till|since|from|between|and|to|before|after)\s(?:the\s)"
_WEEKDAY = r"(?i:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?i:day)?"
_SHORT_WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?"
_NOT_A_THING = (
    r"(?=\s?[,.;:)]|\s?$|\s?\n|\s(?i:and|or|to|until|she|he|they|it|the|an?|her|his|when|mother|father|child"
    r"|of\sthat\smonth)(?!\p{L}))"
)
_PERSON = r"(?:his|her|their|its|the|child's|the\s(?:child|baby|boy|girl|infant)'s|Child\s\p{Lu}{1,2}'s)"
_EVENT = (
    rf"(?:(?:{_PERSON}\s)?(?:birth|death)"
    r"|(?:s?he|they|it|the\s(?:baby|child|boy|girl|infant|twins)|Child\s\p{Lu}{1,2})\s"
    r"(?:was\sborn|were\sborn|died))(?!\p{L})"
)

_WHOLE = (
    Shape(
        "a whole date", regex.compile(DATE), _NARRATIVE, _NARRATIVE,
        "a day, a month and a year",
    ),
    Shape(
        "a whole date, misread", regex.compile(MISREAD), _NARRATIVE, _NARRATIVE,
        "a day, a month and a year with a slip of a scanner",
    ),
    Shape(
        "a date run into a word", regex.compile(RUN_INTO_A_WORD), _NARRATIVE, _NARRATIVE,
        "a day, a month and a year without the space before or behind",
    ),
    Shape(
        "a day and a month", regex.compile(DAY_AND_MONTH), _NARRATIVE, _NARRATIVE,
        "a day and a month",
    ),
    Shape(
        "a holiday",
        regex.compile(
            rf"(?<!\p{{L}})(?:on|before|after)\s(?P<value>(?i:{HOLIDAY}))"
            r"(?!\p{L}|,?\s(?:in\s)?(?:19|20)\d\d)"
        ),
        _RELATIVE, _RELATIVE, "a holiday without its year",
    ),
)  # fmt: skip
_TOLD = (
    Shape(
        "a day of the month named before",
        regex.compile(
            rf"(?:{_ON}|{_WEEKDAY}\s(?:the\s)?)(?P<value>(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th)){_NOT_A_THING}"
        ),
        _NARRATIVE, _NARRATIVE, "a day of a month that is named before it",
        Anchor(regex.compile(r"\d(?:st|nd|rd|th)(?!\p{L})"), 40, 40),
    ),
    Shape(
        "a date in figures, misread", regex.compile(SLIPPED_FIGURES), _NARRATIVE, _NARRATIVE,
        "a day, a month and a year in figures with a slip of a scanner",
        Anchor(regex.compile(r"[OoIl][./-]\d|\d[./-][OoIl]|[OoIl]\d[./-]|\d[OoIl][./-]"), 12, 12),
    ),
    Shape(
        "a weekday with two figures",
        regex.compile(
            rf"(?<!\p{{L}}){_SHORT_WEEKDAY},?\s(?P<value>(?:3[01]|[12]\d|0?[1-9])[./](?:1[0-2]"
            rf"|0?[1-9]))(?![\p{{L}}\p{{N}}]|[./]\d)"
        ),
        _NARRATIVE, _NARRATIVE, "a weekday, a day and a month",
        Anchor(regex.compile(r"[a-y],?\s\d{1,2}[./]\d"), 14, 10),
    ),
    Shape(
        "days from a birth or a death",
        regex.compile(
            rf"(?<!\p{{L}})(?i:(?:{NUMBER}\s(?:days?|hours?|weeks?|months?)"
            r"|the\s(?:day|night|morning|week|month))\s"
            rf"(?:after|before|following|prior\sto)\s{_EVENT})"
        ),
        _RELATIVE, _RELATIVE, "a time told from a birth or a death",
        Anchor(regex.compile(r"(?:birth|born|death|died)(?!\p{L})"), 80, 10),
    ),
)  # fmt: skip

_CLOSES_SENTENCE = regex.compile(r"[.!?;]\s|\n\s*\n|\t")
_JOINS_A_PERIOD = regex.compile(
    r"[\s(]*(?:to|until|till|up\sto|and|through|-)(?:\sthe)?\s*", regex.IGNORECASE
)
_DOCUMENT_VERSION = regex.compile(r"\bv(?:ersion)?\.?\s?\d[\d.]*\W*(?:dated\W*)?$", regex.IGNORECASE)
_IN_A_ROW = regex.compile(r",?\s(?:and|or|to)\s|,\s|-")  # "paragraphs 4.1.12, 4.1.13 and 4.1.14"
_SMALL_MONTH = regex.compile(r"(?<!\p{L})(?:may|march|mar)(?!\p{L})")
_MONTH_FIRST = regex.compile(rf"(?i:{MONTH})\s\d{{1,2}}$")
# "3.3 November 2008": a section's number stands there, of which the date would take the half.
_SECTION = regex.compile(r"^\s*(\d{1,2}\.)$")
_MONTH = regex.compile(rf"(?<!\p{{L}})(?i:{MONTH})(?!\p{{L}})")


@cache
def _review_words() -> regex.Pattern[str]:
    phrases = sorted((regex.escape(each) for each in entries("review-dates")), key=len, reverse=True)
    return regex.compile(rf"(?<!\p{{L}})(?:{'|'.join(phrases)})(?!\p{{L}})", regex.IGNORECASE)


def _find(view: View) -> Iterator[Mention]:
    period = period_of(reading.text for reading in view.first)
    headings = numbers_of_headings(view.first)
    for number, reading in enumerate(view.first):
        front = number < _FRONT and reading.passage.location.part is Part.BODY
        yield from _of_reading(reading, period, headings, front=front)
    for reading in view.further:
        yield from _of_reading(reading, period, headings, front=False)


def _of_reading(
    reading: Reading, period: Period, headings: frozenset[str], *, front: bool
) -> Iterator[Mention]:
    text = reading.text
    last, was_own = 0, False
    for claim in _claims(text, period, headings):
        score, because = claim.score, claim.because
        if score == _NARRATIVE:
            own = _is_own(text, claim, last, was_own=was_own) or (front and _alone(text, claim))
            last, was_own = claim.end, own
            if own:
                score, because = _OF_THE_REVIEW, "a date of the review itself, by the words before it"
        evidence = Evidence(RECOGNISER.name, _VERSION, claim.pattern, because)
        made = mention(reading, claim.start, claim.end, Label.DATE, score, evidence)
        if made is not None:
            yield made


def _claims(text: str, period: Period, headings: frozenset[str]) -> list[Claim]:
    """Claim each date of a text once, the longest where several begin or lie in one another, in order."""
    found = list(claims_of(text, Label.DATE, _TOLD))
    found += claims_near_dates(text, Label.DATE, _WHOLE, reach=_REACH, in_words=True)
    found.sort(key=lambda claim: (claim.start, -claim.end))
    kept: list[Claim] = []
    refused = -1  # where the last number ended that is no date
    for claim in found:
        if kept and claim.start < kept[-1].end:
            continue
        in_a_row = refused >= 0 and _IN_A_ROW.fullmatch(text, refused, claim.start) is not None
        if not in_a_row and _is_date(text, claim, period, headings):
            kept.append(claim)
        elif not any(letter.isalpha() for letter in text[claim.start : claim.end]):
            refused = claim.end
    return kept


def _is_date(text: str, claim: Claim, period: Period, headings: frozenset[str]) -> bool:
    if claim.score != _NARRATIVE:
        return True
    value = text[claim.start : claim.end]
    if claim.pattern == "a day of the month named before":
        return _MONTH.search(text, max(0, claim.start - 400), claim.start) is not None
    if not any(letter.isalpha() for letter in value):
        return not is_number(text, claim.start, claim.end, period, headings)
    section = _SECTION.match(text[: claim.start])
    if section and section[1] + value.split()[0] in headings:
        return False
    if claim.pattern == "a day and a month":
        # "Of the 4 may return", "in March 20 children": a month needs its capital, and "March 20" needs "on".
        before = text[max(0, claim.start - 4) : claim.start].lower()
        return not _SMALL_MONTH.search(value) and (not _MONTH_FIRST.search(value) or before.endswith("on "))
    if _SMALL_MONTH.search(value) and not value[-4:].isdigit():
        # "4 may 20 times" or "4 may 09": only a year that the document speaks of makes a date of it.
        year = value[-2:]
        return year.isdigit() and period.holds(period.year(int(year)))
    return True


def _is_own(text: str, claim: Claim, last: int, *, was_own: bool) -> bool:
    """Tell whether the words before a date, and behind the date before it, make it one of the review."""
    if was_own and _JOINS_A_PERIOD.fullmatch(text, last, claim.start):
        return True
    low = max(last, claim.start - 2 * _PHRASE)
    before = _CLOSES_SENTENCE.split(text[low : claim.start])[-1]
    if _DOCUMENT_VERSION.search(before):
        return True
    return any(len(before) - match.end() <= _PHRASE for match in _review_words().finditer(before))


def _alone(text: str, claim: Claim) -> bool:
    rest = (text[: claim.start] + text[claim.end :]).strip(" \t\n.,:;()").lower()
    return rest in ("", "date", "dated")


RECOGNISER = DocumentRecogniser(
    name="exact-date",
    version=_VERSION,
    labels=(Label.DATE,),
    find=_find,
    examples=(
        Example("Seen on 03.03.09 at home.", ("03.03.09",)),
        Example("Seen on 3-3-2009 at home.", ("3-3-2009",)),
        Example("Seen on 3 Dccember 2009, 4 July 2O09.", ("3 Dccember 2009", "4 July 2O09")),
        Example("Seen on 3.3.09 at home.", ("3.3.09",)),
        Example("Seen on 2009-03-03 at home.", ("2009-03-03",)),
        Example("On 1 Jan 2001 they left.", ("1 Jan 2001",)),
        Example("On the 1st of January 2001 they left.", ("1st of January 2001",)),
        Example("They left Jan 1st '01.", ("Jan 1st '01",)),
        Example("On Monday, 4 May 2009, they left.", ("Monday, 4 May 2009",)),
        Example("In May 2009 they left. On the 1st, she rang.", ("1st",)),
        Example("On Christmas Day 2007 the police came.", ("Christmas Day 2007",)),
        Example("the police came on 26<sup>th</sup> March 2015", ("26<sup>th</sup> March 2015",)),
        Example("they left on 4\u00a0May\n2009", ("4\u00a0May\n2009",)),
        Example("left 4May09, 04MAY2009 and 2009-05-04T09:14", ("4May09", "04MAY2009", "2009-05-04")),
        Example("the night of 3/4 May 2009, 3rd-4th May", ("3/4 May 2009", "3rd-4th May")),
        Example("absent Tue 5/6", ("5/6",)),
        Example("They left on 3 and 4 May 2009.", ("3 and 4 May 2009",)),
        Example("They left on the fourth of May 2009.", ("fourth of May 2009",)),
        Example("On 4 May the mother rang.", ("4 May",)),
        Example("the review period: 1 January 2010 to 3 March 2012", ("1 January 2010", "3 March 2012")),
        Example("3.3 November 2008\n\n3.11.2008", ("3 November 2008", "3.11.2008")),
        Example("Harte's 03.03.83, not 04.03.83/05.04.85", ("03.03.83", "04.03.83", "05.04.85")),
        Example("Ida-03.03.83; no 03.03.83; seen.03.03.09", ("03.03.83", "03.03.83", "03.03.09")),
        Example("HARTE IDA, 03.03.83-4 May 2009", ("03.03.83", "4 May 2009")),
        Example("Ida03.03.83, AH03/03/2009", ("03.03.83", "03/03/2009")),
        Example("l4 May 1983, l4.05.83, 14/O5/1983", ("l4 May 1983", "l4.05.83", "14/O5/1983")),
        Example("HV1 called two days after his birth.", ("two days after his birth",)),
        Example("The police came on Christmas Eve.", ("Christmas Eve",)),
    ),
    near_misses=(
        "born at 34/40, or 38+4; 2/7, 3/52, 6/12, 24/7, 1:1, 120/80, s.47, 1/2",
        "section 1.2.13 and version 1.2.10",
        "They left in May 2009, in the spring.",
        "Of the 4 may return; she may 20 times have rung.",
        "In March 20 children and in May 3 children left.",
        "the Children Act 1989 and Working Together 2015",
        "at 14:30, 7/10, 12.5 and 3.25",
        "ref 12/10/2009/AB and AB/12/10/09",
        "sort code 20-10-15 12345678 and 192.0.2.10",
        "v14.02.07, AB/14.02.07/23, no 1.2.09, 14.02.07-18 and ref 44.02.07",
        "In May 2009 they lived on the 3rd floor, and on the 4th occasion she rang.",
        "4.1.11 The home\n\n4.1.12 The school",
        "3.2 The first years\n\n3.3 November 2008 to May 2009",
        "in the two days after the meeting",
        "sat 3/4 of the way, the sun 1/2 hidden",
    ),
)  # fmt: skip
