"""The forms in which a date is written, and how one is read; shared by the recognisers that need them.

Texts are folded, and a raised "th" that a conversion set apart is already back in its place. Clinical
numbers (34/40, 38+4, 6/12, 120/80) are no dates: a date has a day, a month and a year, or a month in
letters. A year of two digits is read by the years that the same document writes in full.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from redact.recognise import regex
from redact.recognise.claims import Claim, Shape
from redact.values.people import Label

__all__ = [
    "DATE",
    "DAY_AND_MONTH",
    "HOLIDAY",
    "MISREAD",
    "MONTH",
    "MONTH_AND_YEAR",
    "NUMBER",
    "RUN_INTO_A_WORD",
    "SLIPPED",
    "SLIPPED_FIGURES",
    "Period",
    "claims_near_dates",
    "period_of",
    "read_date",
]

MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?![A-Za-z])\.?)"
)
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s{1,2}(?:the\s)?)?"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_ORDINAL = r"(?:\s?(?:st|nd|rd|th))?"
_YEAR = r"(?:(?:19|20)\d\d|'?\d\d)"
_DAY_WORD = (
    r"(?:(?:twenty|thirty)[\s-]?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)"
    r"|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth"
    r"|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth)"
)
# "3 and 4 May 2009", "1st-3rd May 2009": the earlier days belong to the date.
_EARLIER = rf"(?:{_DAY}{_ORDINAL}(?:\s?[-&/]\s?|\s(?:and|or|to|until)\s)(?:the\s)?){{0,3}}"
_NUMERIC = (
    rf"{_DAY}\s?(?P<mark>[./\-])\s?(?:1[0-2]|0?[1-9])\s?(?P=mark)\s?{_YEAR}"
    rf"|(?:1[0-2]|0?[1-9])\s?(?P<other>[./\-])\s?{_DAY}\s?(?P=other)\s?{_YEAR}"
    rf"|(?:19|20)\d\d(?P<iso>[-./])(?:1[0-2]|0?[1-9])(?P=iso){_DAY}"
    rf"|{_DAY}\s(?:1[0-2]|0[1-9])\s(?:(?:19|20)\d\d|\d\d)"
)
HOLIDAY = (
    r"(?:Christmas\s(?:Day|Eve)|Boxing\sDay|New\sYear'?s\s(?:Day|Eve)|(?:Easter|Palm)\s(?:Sunday|Monday)"
    r"|Good\sFriday|Valentine'?s\sDay|Mother'?s\sDay|Mothering\sSunday|Father'?s\sDay|Shrove\sTuesday"
    r"|St\.?\s(?:George|Patrick)'?s\sDay|May\sDay|Whit\sMonday|Bonfire\sNight|Guy\sFawkes\sNight|Hallowe'?en)"
)
_WRITTEN = (
    rf"{_EARLIER}{_DAY}{_ORDINAL}(?:\s(?:day\s)?of)?[\s\-/.]{{0,2}}{MONTH},?[\s\-/.]{{0,2}}{_YEAR}"
    rf"|{MONTH}\s(?:the\s)?{_DAY}{_ORDINAL},?\s{_YEAR}"
    rf"|{_DAY_WORD}\s(?:day\s)?(?:of\s)?{MONTH},?\s{_YEAR}|{MONTH}\s(?:the\s)?{_DAY_WORD},?\s{_YEAR}"
    rf"|{HOLIDAY},?\s(?:in\s)?(?:19|20)\d\d"
)
_DAY_ONLY = (
    rf"{_EARLIER}{_DAY}{_ORDINAL}(?:\sof)?\s{MONTH}|{MONTH}\s{_DAY}{_ORDINAL}|{_DAY_WORD}\s(?:of\s)?{MONTH}"
)
_MONTH_YEAR = rf"{MONTH},?\s(?:19|20)\d\d"

# A whole date; day and month; month and year. Wrapped in a group that ignores case and ends at a word's end.
DATE = (
    rf"(?<![\p{{L}}\p{{N}}])(?i:{_WEEKDAY}(?:{_WRITTEN}|{_NUMERIC}))"
    r"(?:(?![\p{L}\p{N}])|(?=T\d\d:\d))"
)
DAY_AND_MONTH = rf"(?<![\p{{L}}\p{{N}}])(?i:{_WEEKDAY}(?:{_DAY_ONLY}))(?![\p{{L}}\p{{N}}])"
# "Ida03.03.83", "03.03.83to": all its figures, and no version behind its v.
RUN_INTO_A_WORD = (
    r"(?:(?<=\p{L}{2}|(?<![\p{L}\p{N}])[BbDdFfMm])(?<!\b[Vv](?:er(?:sion)?)?)"
    r"(?:0[1-9]|[12]\d|3[01])(?P<into>[./-])(?:0[1-9]|1[0-2])(?P=into)(?:(?:19|20)\d\d|\d\d)(?!\p{N}|[./-]\p{N})"
    r"|(?<![\p{L}\p{N}./-])(?:0[1-9]|[12]\d|3[01])(?P<onto>[./-])(?:0[1-9]|1[0-2])(?P=onto)"
    r"(?:(?:19|20)\d\d|\d\d)(?=\p{L}))"
)
MONTH_AND_YEAR = rf"(?<![\p{{L}}\p{{N}}])(?i:{_MONTH_YEAR})(?![\p{{L}}\p{{N}}])"

# A date whose month or year has one letter or figure that a scanner read for another: "4 Dccember 2009".
MISREAD = (
    rf"(?<![\p{{L}}\p{{N}}])(?:{_DAY}{_ORDINAL}\s(?i:"
    r"(?:Jannary|Fcbruary|Febrnary|Marcb|Apri1|Junc|Ju1y|Septcmber|Septembcr|Scptember|0ctober|Oetober|Octobcr"
    r"|Novcmber|Novembcr|N0vember|Dccember|Deccmber|Decembcr|Deeember|Septernber|Novernber|Decernber)"
    r",?\s(?:19|20)\d\d"
    rf"|{MONTH},?\s(?=\d*[OoIl])[12Il][09Oo][\dOoIl]{{2}})"
    rf"|(?:[Il]\d|[0123][OoIl]|[OoIl]){_ORDINAL}\s(?i:{MONTH}),?\s(?:19|20)\d\d)(?![\p{{L}}\p{{N}}])"
)
# One in figures with an O or an l for a digit: "l4.12.83".
SLIPPED_FIGURES = (
    r"(?<![\p{L}\p{N}])(?=[./\-\d]*[OoIl])(?=(?:[^\d\s]*\d){3})"
    r"[0-3OoIl]?[\dOoIl](?P<slip>[./\-])[01OoIl]?[\dOoIl](?P=slip)"
    r"(?:[12Il][\dOoIl]{3}|[\dOoIl]{2})(?![\p{L}\p{N}])"
)
SLIPPED = rf"(?:{SLIPPED_FIGURES}|{MISREAD})"

# A number up to 99 in figures or words, as ages and days are counted.
_ONES = r"(?:one|two|three|four|five|six|seven|eight|nine)"
NUMBER = (
    rf"(?:\d{{1,2}}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[\s-]{_ONES})?"
    rf"|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|{_ONES})"
)

# What is cheap to look for and stands in every date. In figures: a digit beside a month, beside other digits,
# or as the first of a year behind a holiday or a day in letters. In words: all others.
_MONTH_START = r"(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ju1|fcb|scp|0ct|oet|n0v|dcc|dee)"
_IN_FIGURES = regex.compile(
    r"\d(?:\s?[./-]\s?\d{1,2}\s?[./-]\s?\d|\s\d\d\s\d\d"
    rf"|\s?(?:[a-zA-Z]{{2}})?[\s\-/.]{{0,2}}(?:day\s)?(?:of\s)?{_MONTH_START}"
    rf"|(?<=(?<!\p{{L}}){_MONTH_START}[a-zA-Z]{{0,6}}[.,]{{0,2}}\s(?:the\s)?'?\d"
    r"|(?i:day|eve|night|een|st|nd|rd|th),?\s(?:in\s)?\d))"
)
_IN_WORDS = (
    regex.compile(
        r"[JFMASOND](?:an|eb|ar|ay|pr|un|ul|ug|ep|ct|ov|ec)"
        r"(?<=(?:st|nd|rd|th)\s(?:day\s)?(?:of\s)?...|(?=[a-z]{0,6}\s(?:the\s)?(?:first|second|third"
        r"|[a-z]{3,}th)).)"
    ),
    regex.compile(
        r"(?:Christmas|Boxing|New\sYear's|Easter|Palm|Good|Valentine's|Valentines|Mother's|Father's|Mothering"
        r"|Shrove|Bonfire|Guy\sFawkes|Whit)\s(?=[DESFMTN])|Hallow"
    ),
)


_FULL_YEAR = regex.compile(r"(?<![\p{L}\p{N}/.-])(?:19[5-9]\d|20\d\d)(?![\p{L}\p{N}])")
_NUMBERS = regex.compile(r"\d+")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_NAME = regex.compile("|".join(_MONTHS), regex.IGNORECASE)
_PIVOT = 2068  # of a document that names no year: POSIX reads 69 to 99 as 1969 to 1999
_NEXT_YEAR = 1  # a plan may reach into the year after the last that is named


@dataclass(frozen=True, slots=True)
class Period:
    """The years that a document writes in full; none where it writes none."""

    earliest: int | None = None
    latest: int | None = None

    def year(self, two_digits: int) -> int:
        """Read a year of two digits as the last such year that the document may speak of."""
        limit = _PIVOT if self.latest is None else self.latest + _NEXT_YEAR
        return limit - (limit - two_digits) % 100

    def holds(self, year: int) -> bool:
        """Tell whether a year lies among those that the document names, or just behind them."""
        if self.earliest is None or self.latest is None:
            return False
        return self.earliest <= year <= self.latest + _NEXT_YEAR


def claims_near_dates(
    text: str,
    label: Label,
    shapes: Iterable[Shape],
    *,
    reach: int,
    gate: regex.Pattern[str] | None = None,
    in_words: bool = False,
) -> Iterator[Claim]:
    """Claim every match of shapes that hold a date, half-open code points of `text`.

    Args:
        reach: how many characters a match may go beyond its date, at most.
        gate: what else stands in every match; where it is not near a date, nothing is searched.
        in_words: find days and holidays without any figure too.
    """
    for low, high in _stretches(text, reach, in_words=in_words, gate=gate):
        for shape in shapes:
            if shape.needs is not None and shape.needs.search(text, low, high) is None:
                continue
            for match in shape.pattern.finditer(text, low, high):
                spans = match.spans("value") if "value" in match.re.groupindex else [match.span()]
                for start, end in spans:
                    yield Claim(start, end, label, shape.score, shape.near, shape.name, shape.because)


def period_of(texts: Iterable[str]) -> Period:
    """Find the years that the texts of one document write with four digits."""
    years = [int(found) for text in texts for found in _FULL_YEAR.findall(text)]
    return Period(min(years), max(years)) if years else Period()


def read_date(text: str, period: Period) -> date | None:
    """Read a date that `DATE` matched, days first.

    Returns None for a holiday, a day in words, or numbers that are no day of the calendar.
    """
    numbers = [int(found) for found in _NUMBERS.findall(text)]
    month = _MONTH_NAME.search(text)
    if month is not None and len(numbers) >= 2:
        day, year = numbers[-2], numbers[-1]
        return _date(year, _MONTHS.index(month.group().lower()) + 1, day, period)
    if len(numbers) != 3:
        return None
    first, second, third = numbers
    if first > 99:
        return _date(first, second, third, period)
    return _date(third, second, first, period) or _date(third, first, second, period)


def _stretches(
    text: str, reach: int, *, in_words: bool, gate: regex.Pattern[str] | None
) -> Iterator[tuple[int, int]]:
    """Give the stretches of a text that may hold a date, with `reach` characters around it.

    Those around a date near which nothing passes the gate are left out: no match holds both.
    """
    hits = [hit.span() for hit in _IN_FIGURES.finditer(text)]
    if in_words:
        hits = sorted([*hits, *(hit.span() for pattern in _IN_WORDS for hit in pattern.finditer(text))])
    if gate is not None:
        hits = _near(hits, [hit.span() for hit in gate.finditer(text)], 2 * reach)  # generously
    low = high = 0
    for start, end in hits:
        if start - reach > high:
            if high:
                yield low, high
            low = max(0, start - reach)
        high = end + reach
    if high:
        yield low, min(high, len(text))


def _near(hits: list[tuple[int, int]], passed: list[tuple[int, int]], reach: int) -> list[tuple[int, int]]:
    """Keep the hits that have something of `passed` within reach; both are in the order of their starts."""
    kept = []
    first = 0
    for start, end in hits:
        while first < len(passed) and passed[first][1] < start - reach:
            first += 1
        if first < len(passed) and passed[first][0] <= end + reach:
            kept.append((start, end))
    return kept


def _date(year: int, month: int, day: int, period: Period) -> date | None:
    try:
        return date(year if year > 99 else period.year(year), month, day)
    except ValueError:
        return None
