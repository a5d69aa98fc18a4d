"""The forms in which a date is written; shared by the recognisers that need one.

Texts are folded, and a raised "th" that a conversion set apart is already back in its place. Clinical
numbers (34/40, 38+4, 6/12, 120/80) are no dates: a date has a day, a month and a year, or a month in
letters.
"""

from __future__ import annotations

__all__ = ["DATE", "DAY_AND_MONTH", "MONTH_AND_YEAR"]

MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s{1,2}(?:the\s)?)?"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_ORDINAL = r"(?:\s?(?:st|nd|rd|th))?"
_YEAR = r"(?:(?:19|20)\d\d|'?\d\d)"
_NUMERIC = (
    rf"{_DAY}\s?(?P<mark>[./\-])\s?(?:1[0-2]|0?[1-9])\s?(?P=mark)\s?{_YEAR}"
    rf"|(?:1[0-2]|0?[1-9])\s?(?P<other>[./\-])\s?{_DAY}\s?(?P=other)\s?{_YEAR}"
    rf"|(?:19|20)\d\d(?P<iso>[-./])(?:1[0-2]|0?[1-9])(?P=iso){_DAY}"
    rf"|{_DAY}\s(?:1[0-2]|0[1-9])\s(?:(?:19|20)\d\d|\d\d)"
)
_WRITTEN = (
    rf"{_DAY}{_ORDINAL}(?:\s(?:day\s)?of)?[\s\-/.]{{0,2}}{MONTH},?[\s\-/.]{{0,2}}{_YEAR}"
    rf"|{MONTH}\s(?:the\s)?{_DAY}{_ORDINAL},?\s{_YEAR}"
    rf"|(?:Christmas\s(?:Day|Eve)|Boxing\sDay|New\sYear'?s\s(?:Day|Eve)|Easter\s(?:Sunday|Monday)|Good\sFriday),?\s(?:19|20)\d\d"
)
_DAY_ONLY = rf"{_DAY}{_ORDINAL}(?:\sof)?\s{MONTH}|{MONTH}\s{_DAY}{_ORDINAL}"
_MONTH_YEAR = rf"{MONTH},?\s(?:19|20)\d\d"

# A whole date; day and month; month and year. Wrapped in a group that ignores case and ends at a word's end.
DATE = rf"(?<![\p{{L}}\p{{N}}])(?i:{_WEEKDAY}(?:{_WRITTEN}|{_NUMERIC}))(?![\p{{L}}\p{{N}}])"
DAY_AND_MONTH = rf"(?<![\p{{L}}\p{{N}}])(?i:{_WEEKDAY}(?:{_DAY_ONLY}))(?![\p{{L}}\p{{N}}])"
MONTH_AND_YEAR = rf"(?<![\p{{L}}\p{{N}}])(?i:{_MONTH_YEAR})(?![\p{{L}}\p{{N}}])"
