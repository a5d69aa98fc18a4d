"""Dates of birth and ages as they stand beside names: two of them tell two people of one name apart."""

from __future__ import annotations

import re

__all__ = ["age_of", "are_two", "birth_behind", "birth_of", "is_childs_age", "is_young"]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DATE = re.compile(
    r"""(?P<y1>\d{4})-(?P<m1>\d{1,2})-(?P<d1>\d{1,2})
      | (?P<d2>\d{1,2})[ ]?[./-][ ]?(?P<m2>\d{1,2})[ ]?[./-][ ]?(?P<y2>\d{4}|\d{2})\b
      | (?P<d3>\d{1,2})(?:st|nd|rd|th)?[ -](?P<m3>[A-Za-z]{3})[a-z]*\.?,?[ -](?P<y3>\d{4}|\d{2})\b""",
    re.VERBOSE,
)
_BORN = re.compile(r"[\s,(–-]*(?:b\.|born(?:[ ]on)?|d\.?o\.?b\.?|date[ ]of[ ]birth)[\s:.]*", re.IGNORECASE)
_REACH = 30  # characters of a date of birth
_AGE = re.compile(r"(?:aged?[ ])?(\d{1,3})(?:[ ]?(?:y(?:ea)?rs?|y/?o)\b.*)?", re.IGNORECASE)
_ANOTHER = re.compile(r"\s*[;,&/]\s*\d")
_TITLED = 14
_SMALL = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen"
_YEARS = rf"(?:[1-9]|1[0-3]|{_SMALL})(?!\d|[/.-]\d)"  # fewer than `_TITLED`
_OLD = rf"(?:(?:\d{{1,2}}|{_SMALL})[ -](?:days?|weeks?|months?)|{_YEARS}[ -]years?)[ -]old\b"
# "Rosie Rook, aged 5", "Rosie Rook (5)", "Rosie Rook is five years old", "Rosie Rook is five."
_YOUNG_BEHIND = re.compile(
    rf"(?:[ ]*[,(–-][ ]*|[ ]+)(?:(?:is|was|who|then|now|only|just|about|nearly|almost)[ ]+){{0,3}}"
    rf"(?:aged?[ ]+(?:(?:\d{{1,2}}|{_SMALL})[ -](?:day|week|month)|{_YEARS}\b)|{_OLD}|(?<=\(){_YEARS}\)"
    rf"|(?<=,[ ]){_YEARS}(?=,[ ])|(?<=is[ ]){_YEARS}(?=[.,;)](?!\d)|[ ]and[ ]|$))",
    re.IGNORECASE,
)
_YOUNG_BEFORE = re.compile(rf"\b{_OLD}[ ]+(?:(?:child|boy|girl|son|daughter|twin|baby|pupil)[ ]+)?$", re.I)
_SAME = 2  # of day, month and year: one of them is mistyped sooner than two are


def birth_of(text: str) -> str:
    """Give the only date of a text as day, month and the year's last two digits; nothing of several."""
    found = list(_DATE.finditer(text))
    return _plain(found[0]) if len(found) == 1 else ""


def birth_behind(text: str) -> str:
    """Give the date of birth with which a text begins ("(b. 12.06.12)"); nothing without one."""
    begun = _BORN.match(text)
    found = _DATE.match(text[begun.end() : begun.end() + _REACH]) if begun else None
    if begun is None or found is None or _ANOTHER.match(text, begun.end() + found.end()):
        return ""  # of several births behind several names, none is the last one's
    return _plain(found)


def age_of(text: str, table: str) -> str:
    """Give an age as that of one table: only there can two ages be held against each other."""
    found = _AGE.fullmatch(text.strip())
    return f"{found[1]} in {table}" if found else ""


def are_two(one: str, other: str) -> bool:
    """Tell whether two births cannot be one person's: two dates, or two ages of one table."""
    age, inside, table = one.partition(" in ")
    others_age, inside_too, others_table = other.partition(" in ")
    if inside or inside_too:
        return bool(inside and inside_too) and table == others_table and age != others_age
    same = sum(part == others for part, others in zip(one.split("-"), other.split("-"), strict=True))
    return same < _SAME and bool(one and other)


def is_childs_age(birth: str) -> bool:
    """Tell whether a birth is an age at which nobody is addressed with a title."""
    age, inside, _ = birth.partition(" in ")
    return bool(inside) and int(age) < _TITLED


def is_young(before: str, behind: str) -> bool:
    """Tell whether an age before or behind a name is one at which nobody is addressed with a title."""
    return bool(_YOUNG_BEHIND.match(behind) or _YOUNG_BEFORE.search(before))


def _plain(found: re.Match[str]) -> str:
    kind = next(kind for kind in "123" if found[f"y{kind}"])
    month = found[f"m{kind}"]
    if not month.isdigit():
        if month.lower() not in _MONTHS:
            return ""
        month = str(_MONTHS.index(month.lower()) + 1)
    return f"{int(found[f'd{kind}'])}-{int(month)}-{found[f'y{kind}'][-2:]}"
