"""Numbers that look like dates and are none: of a heading, a version, a law, a reference, an account.

What is written with all its figures as a day of the calendar is (01.02.03) is hardly ever a number of
anything but a law, a version or money: beside a word, another date or "no" it stays a date, that somebody
looks at. What remains: "KH/01/02/03", which may as well be a reference.
"""

from __future__ import annotations

from collections.abc import Sequence

from redact.recognise import regex
from redact.recognise.dates import MONTH, Period, read_date
from redact.recognise.readings import Reading

__all__ = ["is_number", "numbers_of_headings"]

_REACH = 24  # characters before a number in which a word says what it counts

# Parts of a law, a document, a program, an account, a price: after these it is a number in any form.
_COUNTED = regex.compile(
    r"(?i:\b(?:section|sections|paragraphs?|paras?|chapter|regulations?|rule|article|appendix|table|figure"
    r"|recommendations?|version|release|ver|clause|schedule|standard|sort\scode|account|v|\u00a7)\.?:?\s?"
    r"|[\u00a3$\u20ac]\s?|\bpp?\.\s?)$"
)
# What stands before a number more often than before a date, but not before a day with all its figures.
_NUMBERED = regex.compile(
    r"(?i:(?<!['\u2019])\b(?:ref|reference|no|ss?|r)\.?:?\s?|\#\s?|[\p{L}\p{N}](?P<mark>[./\\_-]))$"
)
_GOES_ON = regex.compile(r"(?P<mark>[./-])\p{N}|(?P<mark>[/_])\p{L}|(?<=-\d\d)\s\d{8}(?!\d)|\s?%")
_PADDED = regex.compile(r"\d\d(?P<own>[./-])\d\d(?P=own)(?:\d\d)?\d\d")
_ANOTHER = regex.compile(
    r"[./_-](?:\d\d[./-]\d\d[./-](?:\d\d)?\d\d(?!\d)|\d{3}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?[ ](?i:{MONTH}))"
)
_ONE_BEFORE = regex.compile(r"\d\d[./-]\d\d[./-](?:\d\d)?\d\d[./_-]$")
_WORD_BEFORE = regex.compile(r"(?<![\p{L}\p{N}/.-])(?:\p{L}+['-]?)*\p{L}{3}[./_-]$")

_DOTTED = regex.compile(r"[1-9]\d?\.[1-9]\d?\.\d\d")
_HEADING = regex.compile(r"(\d{1,2}\.\d{1,2})\.(\d{1,2})(?!\d|\.\d)")
_SECTION_START = regex.compile(r"(\d{1,2})\.(\d{1,2})[ \t]+\p{L}")


def is_number(text: str, start: int, end: int, period: Period, headings: frozenset[str]) -> bool:
    """Tell whether what looks like a date, half-open code points of a text, is a number of something else.

    Args:
        period: the years that the document writes in full.
        headings: what `numbers_of_headings` found in the document.
    """
    low = max(0, start - _REACH)
    if _COUNTED.search(text, low, start):
        return True
    before, behind = _NUMBERED.search(text, low, start), _GOES_ON.match(text, end)
    if before or behind:
        return not _is_a_day(text, start, end, period, before, behind)
    value = text[start:end]
    if not _DOTTED.fullmatch(value) or text[:start].strip():
        return False
    # At the start of a passage, 4.1.12 is a heading's number or a chronology's date.
    read = read_date(value, period)
    return value in headings or read is None or (period.latest is not None and not period.holds(read.year))


def _is_a_day(
    text: str,
    start: int,
    end: int,
    period: Period,
    before: regex.Match[str] | None,
    behind: regex.Match[str] | None,
) -> bool:
    """Tell a day of the calendar with all its figures that only stands beside other words or dates."""
    padded = _PADDED.fullmatch(text, start, end)
    if padded is None or read_date(padded.group(), period) is None:
        return False
    own = padded["own"]
    return (before is None or _may_precede(text, start, before, own)) and (
        behind is None or _may_follow(text, end, behind, own)
    )


def _may_precede(text: str, start: int, before: regex.Match[str], own: str) -> bool:
    """Tell what parts a date from what is before it ("Ida-01.02.03") from a reference ("AB/01/02/03")."""
    mark, low = before["mark"], max(0, start - _REACH)
    if mark is None:
        return True
    if _WORD_BEFORE.search(text, low, start) or _ONE_BEFORE.search(text, low, start):
        return True
    return mark != own and text[start - 2].isalpha()


def _may_follow(text: str, end: int, behind: regex.Match[str], own: str) -> bool:
    """Tell what parts a date from what is behind it ("01.02.03_Ida") from the rest of a reference."""
    mark = behind["mark"]
    if mark is None:
        return False
    return _ANOTHER.match(text, end) is not None or (mark != own and text[end + 1].isalpha())


def numbers_of_headings(first: Sequence[Reading]) -> frozenset[str]:
    """Find numbers such as 4.1.12 and 3.3 whose neighbour 4.1.11, 4.1.13 or 3.2 begins a passage too."""
    starts: set[tuple[str, int]] = set()
    for reading in first:
        match = _HEADING.match(reading.text.lstrip()[:12])
        if match:
            starts.add((match[1], int(match[2])))
        section = _SECTION_START.match(reading.text.lstrip()[:12])
        if section:
            starts.add((section[1], int(section[2])))
    return frozenset(
        f"{chapter}.{last:02d}" if "." in chapter else f"{chapter}.{last}"
        for chapter, last in starts
        if (chapter, last - 1) in starts or (chapter, last + 1) in starts
    )
