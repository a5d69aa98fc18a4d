"""Phone numbers as they are written in Britain, numbers of other countries with +, short local numbers.

A run of digit groups that begins with 0, +44, 0044 or another country's + is read group by group until
it is a whole number, then judged by phonenumbers (*possible*, since the numbers that Ofcom keeps for drama
are never *valid*) and by the way it is grouped. What remains: a local number without its area code and
without a word for telephone before it.
"""

from __future__ import annotations

from collections.abc import Iterator

import phonenumbers

from redact.recognise import regex
from redact.recognise.claims import Claim, Example, TextRecogniser
from redact.values.people import Label

__all__ = ["RECOGNISER"]

_START = regex.compile(
    # "tel07700": the word for it may be run into the number.
    r"(?:(?<![\p{L}\p{N}_£$€])|(?<=(?<!\p{L})(?i:tel|telephone|mob|mobile|phone|fax|[tmh])))(?<![\p{N}][.:-])"
    r"(?P<prefix>(?:\+|\b00)[ .-]?44[ .-]{0,2}(?:\(0\)[ .-]{0,2})?\(?|\+(?=[1-9])|\(?(?=0[1-35789]))"
)
_GROUP = regex.compile(r"\d+")
_GAP = regex.compile(r"\)?(?:[ ]?[-.][ ]?|[ ]{1,2}|[ ]?\n[ ]*|(?<=\))|/(?=\d{6,}))\(?")
_EXTENSION = regex.compile(r"[ ,;(]{0,3}(?:ext(?:ension|n)?|x)\.?[ :]{0,2}\d{2,6}(?!\d)\)?", regex.IGNORECASE)
_SHORT = regex.compile(r"0800[ -]?1111(?![\d])|0800[ -]?\d{3}[ -]?\d{3}(?![\d])|0845[ -]?46[ -]?4\d(?!\d)")
_LOCAL = regex.compile(
    r"(?<![\p{L}\p{N}_])(?:tel(?:ephone)?|phone|mobile|mob|fax|textphone|minicom|landline|call|ring|rang|dial)\b[.:]?"
    r"(?:[ ](?:no|number|numbers|is|on|was|him|her|them|us|me)\b\.?:?){0,3}[ :\t\n\x01-]{1,4}"
    r"(?P<value>\d{3}[ -]\d{3,4}|\d{6,7}|\d{2}[ -]\d{2}[ -]\d{2})(?![\p{L}\p{N}_]|[ ./-]\d)",
    regex.IGNORECASE,
)
# A whole number with up to three letters that a scanner read for figures: "0118 496 O123", "O7700 900123".
_MISREAD = regex.compile(
    r"(?<![\p{L}\p{N}_£$€])(?<!\p{N}[.:-])(?=[\dOoIl \n-]{0,15}[OoIl])"
    r"(?P<value>[0Oo][1-35789Il](?:[\dOoIl]{1,3}(?:(?:[ -]|[ ]?\n)[\dOoIl]{3,6}){1,2}|[\dOoIl]{9}))"
    r"(?![\p{L}\p{N}_]|[./-]\d)"
)
_FIGURES = str.maketrans("OoIl", "0011")
_FIGURES_AT_LEAST = 8
_DIGITS = 11  # of a number with its 0, but for a few
# A word for a reference directly before the digits says that they are none of a telephone.
_REFERENCE = regex.compile(
    r"(?:\b(?:ref|reference|urn|uprn|log|cad|crime|incident|invoice|account|acct|case|id|order|isbn|issn|doi|version)"
    r"[.:#]?(?:[ ](?:no|number|id)\b\.?:?)?|[£$€#])[ :\x01]*$",
    regex.IGNORECASE,
)
_PHRASES = (
    "tel", "tel.", "telephone", "phone", "mobile", "mob", "fax", "textphone", "minicom", "landline",
    "contact", "call", "called", "ring", "rang", "text", "texted", "dial", "whatsapp", "number",
)  # fmt: skip


def _find(text: str) -> Iterator[Claim]:
    at = 0
    while (match := _START.search(text, at)) is not None:
        claim = _read(text, match)
        if claim is None:
            at = max(match.end(), match.start() + 1)
        else:
            yield claim
            at = claim.end
    yield from _misread(text)
    for match in _LOCAL.finditer(text):
        start, end = match.span("value")
        yield Claim(start, end, Label.PHONE, 0.7, 0.7, "local number", "digits behind a word for telephone")


def _misread(text: str) -> Iterator[Claim]:
    """Read whole numbers in which a scanner took figures for letters."""
    for match in _MISREAD.finditer(text):
        written = match["value"]
        if sum(letter.isdigit() for letter in written) < _FIGURES_AT_LEAST:
            continue
        groups = written.translate(_FIGURES).replace("-", " ").split()
        digits = "".join(groups)
        whole = len(digits) == _DIGITS and _judge(digits[1:], [len(group) for group in groups], False)
        if whole and not _REFERENCE.search(text, max(0, match.start() - 30), match.start()):
            because = "the form of a telephone number, with a letter for a figure"
            start, end = match.span("value")
            yield Claim(start, end, Label.PHONE, 0.6, 0.8, "letter for a figure", because)


def _read(text: str, match: regex.Match[str]) -> Claim | None:
    """Read a number from where it may begin; None when it is none."""
    if _REFERENCE.search(text, max(0, match.start() - 30), match.start()):
        return None
    short = _SHORT.match(text, match.end())
    if short and "+" not in match["prefix"]:
        return _claim(text, match.start(), short.end(), 0.85, "short freephone")
    prefix = "".join(letter for letter in match["prefix"] if letter in "+0123456789")
    if prefix == "+":
        return _abroad(text, match)
    groups = _groups(text, match.end())
    national = bool(prefix)  # +44 or 0044 stands for the 0
    for count in range(len(groups), 0, -1):
        digits = "".join(text[start:end] for start, end in groups[:count])
        length = len(digits.removeprefix("0"))
        if not (length == 10 or length == 9) or (not national and not digits.startswith("0")):
            continue
        sizes = [end - start for start, end in groups[:count]]
        score = _judge(digits.removeprefix("0"), sizes, national)
        if score:
            return _claim(text, match.start(), groups[count - 1][1], score, "British number")
    return None


def _groups(text: str, at: int) -> list[tuple[int, int]]:
    """Read groups of digits parted by one space, hyphen, dot or bracket: at most 12 digits in all."""
    found: list[tuple[int, int]] = []
    digits = 0
    while len(found) < 6:
        group = _GROUP.match(text, at)
        if group is None or digits + len(group[0]) > 12:
            break
        found.append(group.span())
        digits += len(group[0])
        gap = _GAP.match(text, group.end())
        if gap is None:
            break
        at = gap.end()
    return found


def _judge(national: str, sizes: list[int], international: bool) -> float:
    """Score a number by its digits without the 0, and by the sizes of its groups; 0.0 for none."""
    if national[0] in "046" or len(set(national)) == 1:
        return 0.0
    # Dates and versions begin with short groups: 01-01-2001.
    if not international and sizes[0] < 3:
        return 0.0
    if max(sizes) < 3 and len(sizes) > 5:
        return 0.0
    if not phonenumbers.is_possible_number(phonenumbers.parse(national, "GB")):
        return 0.0
    if len(national) == 9:
        # Ten digits are a number in old short areas and freephone alone; else they are a reference.
        usual = national.startswith(("800", "16977")) or (
            national[0] == "1" and sizes[0] in (5, 6) and len(sizes) > 1
        )
        return 0.7 if usual else 0.0
    return 0.9 if len(sizes) > 1 or international or national[0] == "7" else 0.8


def _abroad(text: str, match: regex.Match[str]) -> Claim | None:
    """Read a number of another country, which must begin with + and be possible there."""
    groups = _groups(text, match.end())
    for count in range(len(groups), 0, -1):
        digits = "".join(text[start:end] for start, end in groups[:count])
        if len(digits) < 9:
            break
        try:
            number = phonenumbers.parse("+" + digits, None)
        except phonenumbers.NumberParseException:
            return None
        if phonenumbers.is_possible_number(number):
            return _claim(text, match.start(), groups[count - 1][1], 0.8, "number of another country")
    return None


def _claim(text: str, start: int, end: int, score: float, pattern: str) -> Claim | None:
    if text[start] == "(" and ")" not in text[start:end]:
        start += 1
    extension = _EXTENSION.match(text, end)
    if extension is None and end < len(text) and text[end].isalnum():
        return None
    stop = extension.end() if extension else end
    return Claim(
        start, stop, Label.PHONE, score, min(0.98, score + 0.1), pattern, "the form of a telephone number"
    )


RECOGNISER = TextRecogniser(
    name="phone",
    version="1",
    labels=(Label.PHONE,),
    find=_find,
    phrases=_PHRASES,
    examples=(
        Example("020 7946 0999", ("020 7946 0999",)),
        Example("0207 946 0999 or 02079460999", ("0207 946 0999", "02079460999")),
        Example("(01632) 960123", ("(01632) 960123",)),
        Example("tel07700 900123, mob07700900461", ("07700 900123", "07700900461")),
        Example("01632 960123/07700 900123", ("01632 960123", "07700 900123")),
        Example("07700 900123 and 07700900461.", ("07700 900123", "07700900461")),
        Example("+44 7700 900123, +44 (0)20 7946 0999", ("+44 7700 900123", "+44 (0)20 7946 0999")),
        Example("0044 1632 960123", ("0044 1632 960123",)),
        Example("Tel: 0909 87 960 12", ("0909 87 960 12",)),
        Example("ring 01632-960-123 ext 4021", ("01632-960-123 ext 4021",)),
        Example("tel:+441632960123", ("+441632960123",)),
        Example("02920.180.123", ("02920.180.123",)),
        Example("Freephone 0808 157 0123", ("0808 157 0123",)),
        Example("tel 496 0123", ("496 0123",)),
        Example("07700\u00a0900\u2011123", ("07700\u00a0900\u2011123",)),
        Example("07700 900\n123", ("07700 900\n123",)),
        Example("+353 20 911 1234", ("+353 20 911 1234",)),
        Example("on 01632 960123 12 May", ("01632 960123",)),
        Example("0118 496 0123 (home)", ("0118 496 0123",)),
        Example("Anna (0118 496 O123), Tom (O7700 900123)", ("0118 496 O123", "O7700 900123")),
        Example("from 0l632 960123 or 0770O\n900123.", ("0l632 960123", "0770O\n900123")),
    ),
    near_misses=(
        "999 000 0018",
        "NHS number 014 000 0018",
        "born 01-01-2001 02-02-1992",
        "crime ref 01234567890",
        "2010 - 2015 2016",
        "£07700 900123",
        "URN 0123456789",
        "34/40 and 38+4",
        "UPRN 010000000001",
        "ISBN 0 7506 3604 9",
        "0000 000 0000",
        "1 2 3 4 5 6 7 8 9 10",
        "the ring 12 months later",
        "Oslo 900123 and O7700 in 900, ref 0118 496 O123, OOl lll OOOO",
    ),
)
