"""Addresses, whole and in part: "Flat 3, 12 Tanner Row, Anytown", "Rose Cottage, Mill Lane", "in Mill Lane".

A number or a flat before a street makes it sure; a street or an estate alone is asked about. The mention ends
where the postcode begins, which is found by itself. What remains: a street in lower case without a number, a
house that is known by its name alone where nobody says that somebody lived there, and a town.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.recognise import regex
from redact.recognise.claims import Claim, Example, TextRecogniser
from redact.recognise.dwellings import CUE, EDGE, dwellings
from redact.recognise.lists import words
from redact.recognise.names import stop_words, title_words
from redact.recognise.proper_words import WORD
from redact.recognise.streets import Street, streets
from redact.values.people import Label

__all__ = ["RECOGNISER"]

_LIKELY = 0.6
_ONE = r"(?:\d{1,4}[a-zA-Z]?|[lI]\d{1,3})"  # "l6" is what a scanner reads for 16
_NUMBER = (
    rf"{EDGE}(?:(?:Nos?\.?|NO|[Nn]umbers?|NUMBER|#)[ ]?)?"
    rf"{_ONE}(?:(?:[ ]?[-/&][ ]?|,[ ]|[ ]and[ ]){_ONE}){{0,4}}"
)
_FLAT = (
    rf"{EDGE}(?i:f[li1]at|apartment|apt\.?|unit|room|maisonette|studio|block|plot|caravan|bungalow|house)"
    r"[ ](?:(?:[Nn]o\.?|[Nn]umber)[ ]?)?(?:\d{1,4}[A-Za-z]?|[A-Z]\d{0,3})"
    r"|(?i:(?:top|ground|first|second|third|upper|lower)[ ](?:floor[ ])?flat|basement(?:[ ]flat)?)"
)
_JOIN = r",?(?:[ ]{1,2}|[ ]?\n[ ]?)"
_BACK_NUMBER = regex.compile(rf"(?r)(?P<value>{_NUMBER}){_JOIN}(?:The[ ]|THE[ ]|the[ ])?")
_BACK_LAST = regex.compile(rf"(?r)(?<![\p{{L}}\p{{N}}])(?P<value>{_ONE}){_JOIN}")
_FLAT_WORD = regex.compile(r"(?r)(?i:flat|apartment|apt|unit|room|block|plot|studio|maisonette)\.?[ ]")
_BACK_FLAT = regex.compile(rf"(?r)(?P<value>{_FLAT})(?:{_JOIN}|/)(?:The[ ]|THE[ ])?")
_HOUSE = r"House|Cottage|Lodge|Farm|Farmhouse|Barn|Hall|Villa|Tower|Court|Mansions|View|Bungalow|Mill|Grange"
_BACK_HOUSE = regex.compile(
    rf"(?r)(?<![\p{{L}}\p{{N}}_'@-])(?P<value>(?:{WORD}[ ]){{1,3}}(?:{_HOUSE})|The[ ]{WORD}(?:[ ]{WORD})?)"
    r"(?:,[ ]?|,?[ ]?\n[ ]?|[ ]-[ ])"
)
_YEAR = regex.compile(r"(?:19|20)\d\d")
_DAY = regex.compile(
    r"(?r)(?:January|February|March|April|May|June|July|August|September|October|November|December)[ ]"
)
# A word with a figure that a scanner read for a letter, as it stands in an address: "Va1e".
_SLIPPED_WORD = r"\p{Lu}\p{Ll}*[01]\p{Ll}+"
# Words of a town behind a street, up to a postcode.
_TO_POSTCODE = regex.compile(
    rf"(?:(?:,|[ ]-)?[ \n]{{1,2}}(?:(?P<word>{WORD}|{_SLIPPED_WORD})|upon|on|in|le|the|under|by|of|&)"
    r"(?![\p{L}\p{N}])){0,14}+\.?(?=,?[ \n.-]{1,3}(?:[Pp]ost ?[Cc]ode:?[ ])?"
    r"[A-Za-z]{1,2}\d[A-Za-z\d]?(?:[ ]{0,3}|[ ]?\n[ ]?)\d[A-Za-z]{2}\b)"
)
_TOWN = regex.compile(
    rf"(?:,[ ]|,?[ ]?\n)(?P<value>{WORD}(?:(?:[ ](?:upon|on|in|le|under|by|of))?[ ]{WORD}){{0,2}})"
    r"(?=[ ]?(?:[.;)\n]|,[ ]\p{Ll}|,[ ]?\n|$))"
)
_BEFORE_CAREFUL = regex.compile(
    r"(?r)(?<!\p{L})(?:in|at|on|to|from|off|of|near|along|down|into|round|around|outside|opposite|behind|is|was)"
    r"[ ](?:the[ ]|The[ ])?"
)
_REASONS = {
    "number and street": "a number before the name of a street",
    "flat": "a flat or a room before the name of a street or a building",
    "house and street": "the name of a house before the name of a street",
    "street and postcode": "the name of a street before a postcode",
    "street alone": "the name of a street or a house without a number",
    "town": "a name behind a number and a street",
    "estate": "the name of an estate",
    "number alone": "a number where somebody lived",
    "house alone": "the name of a house where somebody lived",
    "small letters": "a number and a street in small letters",
}


def _find(text: str) -> Iterator[Claim]:
    for street in streets(text):
        yield from _street(text, street)
    for each in dwellings(text):
        end = _to_postcode(text, each.end) if each.score > _LIKELY else each.end
        because = _REASONS[each.pattern]
        yield Claim(each.start, end, Label.ADDRESS, each.score, each.near, each.pattern, because)


def _claim(start: int, end: int, score: float, pattern: str) -> Claim:
    return Claim(start, end, Label.ADDRESS, score, score, pattern, _REASONS[pattern])


def _street(text: str, street: Street) -> Iterator[Claim]:
    start, how = _leftwards(text, street)
    end = _to_postcode(text, street.end)
    if how is not None:
        yield _claim(start, end, 0.9 if how != "house and street" else 0.8, how)
        yield from _towns(text, end)
    elif end > street.end and not street.shouted:
        yield _claim(start, end, 0.85, "street and postcode")
    elif street.alone and _may_stand_alone(text, street):
        yield _claim(start, street.end, 0.5, "street alone")


def _leftwards(text: str, street: Street) -> tuple[int, str | None]:
    """Find where the address begins, and what makes it sure: a number, a flat, the name of a house."""
    start, how = street.name, None
    low = max(0, start - 80)
    for _ in range(4):
        step = (
            _flat(text, low, start) or _number(text, low, start, street) or _house(text, low, start, street)
        )
        if step is None:
            break
        start, how = step[0], how or step[1]
    return start, how


def _flat(text: str, low: int, at: int) -> tuple[int, str] | None:
    match = _BACK_FLAT.match(text, low, at)
    return (match.start("value"), "flat") if match else None


def _number(text: str, low: int, at: int, street: Street) -> tuple[int, str] | None:
    match = _BACK_NUMBER.match(text, low, at)
    if match and _ends_otherwise(text, match.start("value")):
        match = _BACK_LAST.match(text, low, at)  # "Flat 3, 12 Tanner Row" holds no list of numbers
    if match is None or not _is_house_number(text, match, street):
        return None
    return match.start("value"), "number and street"


def _ends_otherwise(text: str, at: int) -> bool:
    """Tell whether the number at `at` ends a flat, or a date: "Flat 3, 12 Tanner Row", "May 2009, 12 …"."""
    low = max(0, at - 12)
    return bool(_FLAT_WORD.match(text, low, at) or _DAY.match(text, low, at))


def _house(text: str, low: int, at: int, street: Street) -> tuple[int, str] | None:
    match = _BACK_HOUSE.match(text, low, at)
    return (match.start("value"), "house and street") if match and _is_house(match["value"], street) else None


def _is_house(value: str, street: Street) -> bool:
    if street.kind in ("house", "numbered") or street.shouted:
        return False
    parts = value.casefold().removeprefix("the ").split()
    # The last word of a house may be one of an agency too: Elm Court.
    usual = words("street-name-words")
    return not any(part in stop_words() and part not in usual for part in (parts[:-1] or parts))


def _is_house_number(text: str, number: regex.Match[str], street: Street) -> bool:
    """Tell a house number from a year, a day of a month, and the number of a heading."""
    before = text[max(0, number.start("value") - 4) : number.start("value")]
    if _YEAR.fullmatch(number["value"]) and before[-3:] != "at ":
        return False
    first = street.words[0].plain
    if first in words("counted-words") and len(street.words) == 1 and street.kind != "street":
        return False
    if _DAY.match(text, max(0, number.start() - 12), number.start("value")):
        return False
    if street.kind == "numbered" or street.shouted:
        return not any(word.plain in stop_words() for word in street.words)
    return True


def _may_stand_alone(text: str, street: Street) -> bool:
    following = text[street.end : street.end + 2]
    if len(following) == 2 and following[0] == " " and following[1].isupper():
        return False  # Mill Lane Surgery, Tanner Road Team: a name of something else
    if street.kind == "street":
        return True
    if any(word.plain in title_words() or word.plain in stop_words() for word in street.words[-1:]):
        return False
    if _is_called_after_somebody(text, street):
        return True
    return bool(
        _BEFORE_CAREFUL.match(text, max(0, street.name - 20), street.name)
        or CUE.search(text, max(0, street.name - 60), street.name)
    )


def _is_called_after_somebody(text: str, street: Street) -> bool:
    """Tell whether two names or more stand before House or Lodge: "to offer Ida Quill House"."""
    names = [word for word in street.words if word.capital]
    usual = stop_words() | title_words() | words("street-name-words") | words("organisation-words")
    is_named = len(names) > 1 and len(names) == len(street.words) and not usual & {w.plain for w in names}
    return is_named and text[street.start : street.end] in ("House", "Lodge")


def _to_postcode(text: str, end: int) -> int:
    match = _TO_POSTCODE.match(text, end, min(len(text), end + 160))
    if match is None or any(word.casefold() in title_words() for word in match.captures("word")):
        return end
    return int(match.end())


def _any_known(words_: str) -> bool:
    return any(word in stop_words() or word in title_words() for word in words_.casefold().split())


def _towns(text: str, at: int) -> Iterator[Claim]:
    """Claim up to two names behind the street, each by itself: it may be somebody's."""
    for _ in range(2):
        match = _TOWN.match(text, at, min(len(text), at + 80))
        if match is None or _any_known(match["value"]):
            return
        yield _claim(match.start("value"), match.end("value"), 0.5, "town")
        at = match.end()


RECOGNISER = TextRecogniser(
    name="address",
    version="1",
    labels=(Label.ADDRESS,),
    find=_find,
    phrases=(
        "address", "addresses", "lives at", "lived at", "living at", "home", "moved to", "moved from", "flat",
        "house", "tenancy", "resides at", "staying at", "stayed at", "visited", "housed", "rehoused",
    ),
    examples=(
        Example("They lived at 12 Tanner Row.", ("12 Tanner Row",)),
        Example("12a Tanner Row was empty.", ("12a Tanner Row",)),
        Example("at Flat 3, 12 Tanner Row for a year", ("Flat 3, 12 Tanner Row",)),
        Example("to Flat 2 Elm Court in May", ("Flat 2 Elm Court",)),
        Example("from Rose Cottage, Mill Lane, at night", ("Rose Cottage, Mill Lane",)),
        Example("the flat in Tanner Row", ("Tanner Row",)),
        Example("on the Larkrise estate", ("Larkrise estate",)),
        Example("14 Tanner Row, Anytown, ZZ99 3VZ", ("14 Tanner Row, Anytown",)),
        Example("14 Tanner Row\nAnytown\nZZ99 3VZ", ("14 Tanner Row\nAnytown",)),
        Example("She lives at 12 tanner row now.", ("12 tanner row",)),
        Example("14 Mill Hill Dr", ("14 Mill Hill Dr",)),
        Example("She is to offer Ida Quill House.", ("Ida Quill House",)),
        Example("to 14 Tanner Tcrrace, Mill Va1e, ZZ99\n3VZ", ("14 Tanner Tcrrace, Mill Va1e",)),
        Example("to Flat 3, l4 Quill Court", ("Flat 3, l4 Quill Court",)),
        Example("Flat 2, 87 The Crescent, Anytown, ZZ99 3VZ", ("Flat 2, 87 The Crescent, Anytown",)),
        Example("two vans outside 14 quill garth. gone", ("14 quill garth",)),
        Example("bins, 66 main street, again", ("66 main street",)),
        Example("Address\t12 Tanner Row", ("12 Tanner Row",)),
        Example("HARTE LEE/12 Tanner Row/OM", ("12 Tanner Row",)),
        Example("Re: 4 May 2009, 14 Tanner Row, Anytown, ZZ99 3VZ", ("14 Tanner Row, Anytown",)),
        Example("now 14 tanner garth, mill end, anytown, zz99 3vz.", ("14 tanner garth, mill end, anytown",)),
        Example("now flat 3, 14 tanner garth, anytown", ("flat 3, 14 tanner garth",)),
        Example("addr: 14 quill fold", ("14 quill fold",)),
    ),
    near_misses=(
        "The Crown Court heard the case.",
        "3 High Court judges sat.",
        "the Place of Safety order",
        "the Green Paper of 2003",
        "The Strategic Way Forward",
        "Road Traffic Act 1988",
        "Every Child Matters Way",
        "in this way, in close contact, a drive for change",
        "It is 10 minutes drive from the school.",
        "The family lived at home with 3 children.",
        "Estate Agents and the housing estate",
        "on 12 March Child K moved to another flat",
        "at 14 weeks old, side by side",
        "to 3 children in view of this, and 2 bruises on one side",
        "now 12 steps away from 10 past the hill",
        "in 3 stone terrace houses, of 6 busy road junctions, on the 2 quiet street",
        "a 2 bus lane road, 3 front row seats, 12 crescent moons",
        "the Old Town House, a Full House and the White House rules",
        "all 3 rose gardens, 4 quill places. He paid for 6 park views",
        "of 24 cases in court, 12 at the crown court",
    ),
)  # fmt: skip
