"""Months, seasons and days of the week that look like names: "in May", "Mon-Sat", "May and June", "Nov, Dec".

What remains: such a word that nothing beside it shows to be a time.
"""

from __future__ import annotations

from redact.recognise import regex

__all__ = ["is_day", "is_time"]

_SHORT = frozenset({"jan", "mar", "apr", "jul", "aug", "dec"})  # months, clipped; Jan and Dec are people too
_TIMES = frozenset({"april", "may", "june", "august", "spring", "summer", "autumn", "winter"}) | _SHORT
_TIME_BEFORE = regex.compile(
    r"(?i:(?<!\p{L})(?:in|since|until|till|during|between|before|late|early|mid|last|next|this|every|each"
    r"|through|throughout)[ -]|\b(?:3[01]|[12]?\d)(?:st|nd|rd|th)?[ ](?:of[ ])?"
    r"|(?:between|from)[ ]\p{L}{3,9}[ ](?:and|to|until)[ ])$"
)
_TIME_BEHIND = regex.compile(r"[ ,]{1,2}(?:19|20)\d\d\b|[ ](?:half[ -])?(?:term|holidays?|solstice)\b")
_DAY = r"(?:mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun)"
_DAY_JOINT = r"[ ]?(?:to|and|or|[,/&\t\u2013-])[ ]?"
_DAYS = regex.compile(_DAY, regex.IGNORECASE)
_RANGE = regex.compile(rf"{_DAY}(?:[/\u2013-]{_DAY})+", regex.IGNORECASE)  # "Mon-Sat", which is one word
_DAY_BESIDE = regex.compile(
    rf"(?<!\p{{L}}){_DAY}{_DAY_JOINT}$|^{_DAY_JOINT}{_DAY}(?!\p{{L}})", regex.IGNORECASE
)
_ONLY_DAYS = regex.compile(r"tues?|weds?|thurs?|fri", regex.IGNORECASE)  # nobody is called so
_DAY_BEFORE = regex.compile(
    r"(?<!\p{L})(?:on|this|next|last|every|each|until|till|since)[ ]$", regex.IGNORECASE
)
_DAY_BEHIND = regex.compile(
    r"[ ](?:(?:[ap]m|mornings?|afternoons?|evenings?|nights?|lunch\p{L}*)\b|\d)", regex.IGNORECASE
)
# The first column of a diary: another line begins so too.
_DAY_OF_A_DIARY = regex.compile(rf"(?:^|\n){_DAY}(?:[ ]?\t|:[ ]|[ ][\u2013-][ ])", regex.IGNORECASE)
_MONTH_BEFORE = regex.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"(?:[ ](?:and|or|to)[ ]|,[ ]|/)$"
)
# Another month, which nobody is called by, with or without what happened then: "Nov (wrist), Dec (jaw)".
_OTHER_MONTH = r"(?:Feb|Mar|Apr|Jul|Sept?|Oct|Nov)(?![\p{L}'])"
_MONTH_JOINT = r"(?:[ ]\([^()\n]{1,30}\))?(?:,[ ]|[ ]?[/&\u2013-][ ]?|[ ](?:and|or|to)[ ])"
_SHORT_BEFORE = regex.compile(rf"(?<!\p{{L}}){_OTHER_MONTH}{_MONTH_JOINT}$")
_SHORT_BEHIND = regex.compile(rf"{_MONTH_JOINT}{_OTHER_MONTH}")
# A list of days that goes on over other words: "Brain Gym, Weds; Street Dance, Mon", "Sat; Ida, monthly".
_NO_NAMES = regex.compile(r"(?:mon|sat)", regex.IGNORECASE)
_ITEM_BEFORE = regex.compile(r"(?:^|[,;:(\n\t/&]|(?<!\p{L})\p{Ll}+)[ ]*$")
_ITEM_BEHIND = regex.compile(r"[ ]*(?:[;,.)\n\t/]|(?:and|or|&|to)(?!\p{L})|$)")
_OTHER_DAY = regex.compile(
    r"(?<!\p{L})(?:Tues?|Weds?|Thu(?:rs?)?|Fri|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|weekends?)(?!\p{L})"
)
# "M, We, F", "Th, F"; "M, T, W" may be three children, and "Mo, Su" two.
_LETTERS_OF_DAYS = regex.compile(
    r"(?=[^\n]*(?:Th|We|Fr)(?!\p{L}))"
    r"(?:M|Mo|T|Tu|W|We|Th|F|Fr|Sa?|Su)(?:(?:[ ]?[,/][ ]?|[ ])(?:M|Mo|T|Tu|W|We|Th|F|Fr|Sa?|Su)){1,6}"
)
_END_OF_CELL = regex.compile(r"[\n\t]")
_AROUND = 90
_OF_AN_OFFENCE = regex.compile(r"\bbreach[ ]of[ ](?:the[ ])?$", regex.IGNORECASE)


def is_time(text: str, start: int, end: int) -> bool:
    """Tell a month, a season, a day or the peace that is breached by what stands around it."""
    before = text[max(0, start - 48) : start]
    if _RANGE.fullmatch(text, start, end):
        return True
    if _DAYS.fullmatch(text, start, end):
        return _is_day(text, start, end)
    if text[start:end].casefold() == "peace":
        return _OF_AN_OFFENCE.search(before) is not None
    if text[start:end].casefold() not in _TIMES:
        return False
    if text[start:end].casefold() in _SHORT and (
        _SHORT_BEFORE.search(before) is not None or _SHORT_BEHIND.match(text, end) is not None
    ):
        return True
    return (
        _TIME_BEHIND.match(text, end) is not None
        or _TIME_BEFORE.search(before) is not None
        or _MONTH_BEFORE.search(before) is not None
    )


def is_day(text: str, start: int, end: int) -> bool:
    """Tell the short form of a day, or a range of days, and nothing else, by what stands around it."""
    if _RANGE.fullmatch(text, start, end) or _is_in_letters_of_days(text, start, end):
        return True
    return _DAYS.fullmatch(text, start, end) is not None and _is_day(text, start, end)


def _is_in_letters_of_days(text: str, start: int, end: int) -> bool:
    """Tell whether the cell or line that holds a stretch has letters of days and nothing else: "M, W, Th"."""
    low = max(text.rfind("\n", 0, start), text.rfind("\t", 0, start)) + 1
    stop = _END_OF_CELL.search(text, end)
    cell = text[low : stop.start() if stop else len(text)].strip()
    return _LETTERS_OF_DAYS.fullmatch(cell) is not None


def _is_day(text: str, start: int, end: int) -> bool:
    beside = (text[max(0, start - 14) : start], text[end : end + 14])
    if _ONLY_DAYS.fullmatch(text, start, end) or any(_DAY_BESIDE.search(each) for each in beside):
        return True
    if _DAY_BEFORE.search(beside[0]) or _DAY_BEHIND.match(text, end):
        return True
    if _NO_NAMES.fullmatch(text, start, end) and _is_among_days(text, start, end):
        return True
    # The line end before it belongs to the sign.
    begins = start == 0 or text[start - 1] == "\n"
    return begins and _DAY_OF_A_DIARY.match(text, max(0, start - 1)) is not None and _has_days(text)


def _is_among_days(text: str, start: int, end: int) -> bool:
    low = max(0, start - _AROUND)
    is_item = _ITEM_BEFORE.search(text, low, start) and _ITEM_BEHIND.match(text, end)
    others = (_OTHER_DAY.search(text, low, start), _OTHER_DAY.search(text, end, end + _AROUND))
    return is_item is not None and any(others)


def _has_days(text: str) -> bool:
    days = {match[0].strip().casefold() for match in _DAY_OF_A_DIARY.finditer(text)}
    return len(days) > 1
