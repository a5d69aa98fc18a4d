"""What a cell shows of a number: dates, masks with leading noughts, numbers that are switched off.

Only what decides whether somebody is named is done as Excel does it: a date of birth, a telephone number or
an NHS number kept as a number. Colours, fractions and exponents are not.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import lru_cache

__all__ = ["BUILT_IN", "Shown", "literals", "show"]

# Formats that a file names by number only (ECMA-376 part 1, 18.8.30), with the dates of British Excel.
BUILT_IN = {
    0: "General",
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    14: "dd/mm/yyyy",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "dd/mm/yyyy h:mm",
    37: "#,##0;-#,##0",
    38: "#,##0;-#,##0",
    39: "#,##0.00;-#,##0.00",
    40: "#,##0.00;-#,##0.00",
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss",
    49: "@",
}
_TOKEN = re.compile(
    r"""(?P<quoted>"[^"]*"?) | (?P<escaped>\\.) | (?P<space>_.) | (?P<fill>\*.)
      | (?P<elapsed>\[(?:h+|m+|s+)\]) | (?P<money>\[\$(?P<sign>[^\]-]*)[^\]]*\]) | (?P<bracket>\[[^\]]*\])
      | (?P<half>AM/PM|A/P) | (?P<general>General) | (?P<exponent>E[+-]) | (?P<date>y+|m+|d+|h+|s+|e+|b+|g+)
      | (?P<digit>[0#?]) | (?P<other>.)""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)(-?[0-9.]+)\]")
# Not by strftime, which may speak the language of the system.
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_LAST_DAY = 2_958_466  # the day after 31 December 9999
_SAID = re.compile(r'"([^"]*)"')


@dataclass(frozen=True, slots=True)
class Shown:
    """What a cell shows of a number, and what it holds besides: the whole date or number, or nothing."""

    text: str = field(repr=False)
    full: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class _Section:
    tokens: tuple[tuple[str, str], ...]
    dated: bool
    condition: tuple[str, float] | None


def show(value: float, code: str, *, from_1904: bool = False) -> Shown:
    """Format a number as its cell shows it.

    Args:
        code: the number format, such as `dd/mm/yyyy`.
        from_1904: whether the workbook counts days from 1904.
    """
    if not math.isfinite(value):
        return Shown(str(value))
    sections = _sections(code)
    section, shown = _choose(sections, value)
    if not section.tokens:
        return Shown("", plain(value))
    if section.dated:
        return _date(section, value, from_1904)
    return _number(section, shown, value)


def literals(code: str) -> list[str]:
    """List the words that a format writes itself: with a word in it, not a sign or a unit of one letter."""
    return [said for said in _SAID.findall(code) if sum(letter.isalpha() for letter in said) > 2]


def plain(value: float) -> str:
    """Write a number with all its digits."""
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else format(value, ".15g")


@lru_cache(maxsize=512)
def _sections(code: str) -> tuple[_Section, ...]:
    found: list[_Section] = []
    tokens: list[tuple[str, str]] = []
    condition: tuple[str, float] | None = None
    for match in _TOKEN.finditer(code[:1_000]):
        kind, text = match.lastgroup or "other", match[0]
        if kind == "sign":
            kind = "money"
        if kind == "other" and text == ";":
            found.append(_Section(tuple(tokens), _dated(tokens), condition))
            tokens, condition = [], None
        elif kind == "bracket":
            limit = _CONDITION.fullmatch(text)
            condition = (limit[1], _float(limit[2])) if limit else condition
        elif kind == "money":
            tokens.append(("quoted", match["sign"] or ""))
        else:
            tokens.append((kind, text))
    found.append(_Section(tuple(tokens), _dated(tokens), condition))
    return tuple(found)


def _float(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0


def _dated(tokens: list[tuple[str, str]]) -> bool:
    return any(kind in ("date", "elapsed") for kind, _ in tokens)


def _choose(sections: tuple[_Section, ...], value: float) -> tuple[_Section, float]:
    """Choose the section for a value, and give the value that it is to show (without its sign, or with)."""
    if any(section.condition for section in sections):
        for section in sections:
            if section.condition is None or _holds(section.condition, value):
                return section, value
        return sections[-1], value
    if value < 0 and len(sections) > 1:
        return sections[1], -value
    if value == 0 and len(sections) > 2:
        return sections[2], value
    return sections[0], value


def _holds(condition: tuple[str, float], value: float) -> bool:
    sign, limit = condition
    return {
        "<": value < limit,
        ">": value > limit,
        "<=": value <= limit,
        ">=": value >= limit,
        "=": value == limit,
        "<>": value != limit,
    }[sign]


def _date(section: _Section, value: float, from_1904: bool) -> Shown:
    if not 0 <= value < _LAST_DAY or any(kind == "elapsed" for kind, _ in section.tokens):
        return Shown(plain(value))
    moment = _moment(value, from_1904)
    half = any(kind == "half" for kind, _ in section.tokens)
    pieces: list[str] = []
    dates = [(index, text.lower()) for index, (kind, text) in enumerate(section.tokens) if kind == "date"]
    for index, (kind, text) in enumerate(section.tokens):
        if kind == "date":
            pieces.append(_date_piece(text.lower(), moment, minutes=_is_minute(dates, index), half=half))
        elif kind == "half":
            pieces.append("AM" if moment.hour < 12 else "PM")
        elif kind not in ("fill", "digit"):
            pieces.append(_literal(kind, text))
    said = "".join("y" if t[0] == "e" else t[0] for i, t in dates if not _is_minute(dates, i))
    whole = "d" in said and "m" in said and "y" in said
    return Shown("".join(pieces), "" if whole or value < 1 else moment.strftime("%d/%m/%Y"))


def _moment(value: float, from_1904: bool) -> datetime:
    days = int(value)
    seconds = min(round((value - days) * 86_400), 86_399)
    if from_1904:
        first = datetime(1904, 1, 1)
    else:  # the calendar of Excel has a 29 February 1900
        first = datetime(1899, 12, 31) if days < 60 else datetime(1899, 12, 30)
    try:
        return first + timedelta(days=days, seconds=seconds)
    except OverflowError:
        return datetime(9999, 12, 31)


def _is_minute(dates: list[tuple[int, str]], index: int) -> bool:
    """Tell whether an m stands for minutes: behind hours, or before seconds."""
    at = next(place for place, (number, _) in enumerate(dates) if number == index)
    if not dates[at][1].startswith("m") or len(dates[at][1]) > 2:
        return False
    behind_hours = at > 0 and dates[at - 1][1].startswith("h")
    return behind_hours or (at + 1 < len(dates) and dates[at + 1][1].startswith("s"))


def _date_piece(token: str, moment: datetime, *, minutes: bool, half: bool) -> str:
    letter, length = token[0], len(token)
    if letter == "y" or letter == "e":
        return f"{moment.year % 100:02d}" if letter == "y" and length <= 2 else f"{moment.year:04d}"
    if letter == "m" and not minutes and length > 2:
        name = _MONTHS[moment.month - 1]
        return {3: name[:3], 5: name[:1]}.get(length, name)
    if letter == "d" and length > 2:
        name = _DAYS[moment.weekday()]
        return name[:3] if length == 3 else name
    hour = (moment.hour % 12 or 12) if half else moment.hour
    number = {"m": moment.minute if minutes else moment.month, "d": moment.day, "h": hour, "s": moment.second}
    if letter not in number:
        return ""
    return f"{number[letter]:02d}" if length > 1 else str(number[letter])


def _number(section: _Section, value: float, whole: float) -> Shown:
    kinds = [kind for kind, _ in section.tokens]
    if "general" in kinds or "exponent" in kinds or ("other", "/") in section.tokens:
        before = "".join(_literal(kind, text) for kind, text in section.tokens if kind in _WRITTEN)
        return Shown(before + plain(value), "")
    if "digit" not in kinds:
        shown = "".join(plain(value) if text == "@" else _literal(k, text) for k, text in section.tokens)
        return Shown(shown, "" if plain(value) in shown else plain(whole))
    places = [index for index, kind in enumerate(kinds) if kind == "digit"]
    point = next((i for i, token in enumerate(section.tokens) if token == ("other", ".")), None)
    scaled = abs(value) * (100 if ("other", "%") in section.tokens else 1)
    behind = [index for index in places if point is not None and index > point]
    thousands, scale = _commas(section, places, point)
    scaled /= 1000**scale
    digits = f"{scaled:.{len(behind)}f}"
    integer, _, fraction = digits.partition(".")
    ahead = [index for index in places if index not in behind]
    filled = _fill(section, ahead, integer.lstrip("0"), grouped=thousands)
    filled.update(zip(behind, fraction, strict=True))
    text = "".join(
        filled.get(index, "") if kind == "digit" else _literal(kind, "" if text == "," else text)
        for index, (kind, text) in enumerate(section.tokens)
    )
    sign = "-" if value < 0 else ""
    return Shown(sign + text, plain(whole) if scale else "")


_WRITTEN = ("quoted", "escaped")


def _commas(section: _Section, places: list[int], point: int | None) -> tuple[bool, int]:
    """Tell whether thousands are parted, and by how many of them the number is made smaller."""
    last = max((place for place in places if point is None or place < point), default=-1)
    commas = [index for index, token in enumerate(section.tokens) if token == ("other", ",")]
    scale = sum(1 for index in commas if index > last and (point is None or index < point))
    return any(index < last for index in commas), scale


def _fill(section: _Section, places: list[int], digits: str, *, grouped: bool) -> dict[int, str]:
    """Put the digits of a whole number into its places, from the right; the first place takes the rest."""
    filled: dict[int, str] = {}
    for number, index in enumerate(reversed(places)):
        last = number == len(places) - 1
        if not digits:
            filled[index] = {"0": "0", "?": " "}.get(section.tokens[index][1], "")
        elif last:
            filled[index] = f"{int(digits):,}" if grouped and not number else digits
        else:
            filled[index], digits = digits[-1], digits[:-1]
    return _grouped(filled, places) if grouped else filled


def _grouped(filled: dict[int, str], places: list[int]) -> dict[int, str]:
    """Part thousands by commas: all that is filled stands in the last place."""
    joined = "".join(filled.get(index, "") for index in places).replace(",", "").strip()
    return dict.fromkeys(places[:-1], "") | {places[-1]: f"{int(joined):,}" if joined else ""}


def _literal(kind: str, text: str) -> str:
    if kind == "quoted":
        return text.strip('"')
    if kind in ("escaped",):
        return text[1:]
    if kind == "space":
        return " "
    return "" if kind in ("fill", "digit", "general", "exponent") else text
