"""Short titles before a name, degrees behind one, and points of the compass: what nobody is called by there.

"Cllr" in "Cllr Dawn Ibbotson", "Dip" in "Anna Harte, BA, Dip. Counselling", "W." in "W. Riding Constabulary",
"n.d." at the end of an entry. Each counts by its place alone, never for the word. What remains: a title that
is a forename or a surname too, and a degree that no list knows.
"""

from __future__ import annotations

from functools import cache

from redact.recognise import regex
from redact.recognise.lists import kinds, words
from redact.recognise.role_names import LETTERS, item_at

__all__ = ["is_rank_or_degree"]

_MOST = 6  # letters of a title that is a short form
_LONGEST = 24  # letters of what may be a degree
_BEFORE_NAME = regex.compile(
    r"\.?(?:[ ](?:&|and|AND)[ ]\p{Lu}\p{L}{1,3}\.?)?[ ]{1,2}(?:\p{Lu}\.?[ ]?){0,3}\p{Lu}\p{L}"
)
_BEFORE_POST = regex.compile(
    r"\.[ ](?:overview[ ]|report[ ]|panel[ ]|lead[ ])?"
    r"(?:author|chair\p{Ll}*|reviewer|writer|scrutineer|manager|officer|director|supt|insp)\b",
    regex.IGNORECASE,
)
_SHORT_POSTS = frozenset(
    {"ind", "indep", "bus", "asst", "dep", "snr", "sen", "admin", "comm", "exec", "gen", "dist"}
)
_PAIR = regex.compile(
    r"\.?[ ]?(?:and|to|-|/|or)[ ]?(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\p{Ll}*\.?[ ]\d{4}"
)
_MONTH = regex.compile(r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\.?")
_NO_DATE = regex.compile(r"n\.[ ]?d\.?")
_COMPASS = regex.compile(r"[NSEW]\.?(?:[NSEW]\.?)?(?:[ ](?P<area>\p{Lu}\p{L}+))?")
_AREA = regex.compile(
    r"[ ]?(?P<area>Ridings?|Midlands?|Yorks(?:hire)?|Sussex|Devon|Dorset|Somerset|Lincs|Lancs|Lincolnshire"
    r"|Lancashire|Tyneside|Northants|Norfolk|Suffolk|Kent|Essex|Herts|Beds|Cambs|Cumbria|Cheshire|Staffs|Derbys?|Derbyshire"
    r"|Leics|Wilts|Glos|Bucks|Berks|Hants|Wales|London|Lothian|Lanarkshire|Ayrshire|Glamorgan|Surrey|Notts"
    r"|Warks|Worcs|Shropshire|Oxon|Humberside|Coast|Thames|Mercia)\b"
)
_BODY = regex.compile(
    r"[ ](?:(?:and|&)[ ]\p{Lu}\p{L}+[ ])?(?:Constabulary|Police|CCG|PCT|ICB|NHS|SHA|CC|MBC|BC|DC|UA"
    r"|Council|LSCB|SCB|LSCP|Ambulance|Fire|Probation|SSD|LEA|Health|Hospitals?|Trust|CAFCASS|CPS|YOS|YOT)\b"
)
_DEGREES = regex.compile(LETTERS)
_STARTS = regex.compile(
    r"(?:^|[\n\t;:(|,/\u2014-]|(?:^|[ ])(?:by|and|&|of|[Aa]uthor|[Cc]hair|[Rr]eviewer))[ ]*(?=\p{Lu})",
    regex.MULTILINE,
)
_CERTIFIED = regex.compile(r"(?:Dip|Cert|PG|Hons?|LL|B\.|M\.|Ph\.|[BM]A\b|[BM]Sc\b|[BM]Ed\b)")


def is_rank_or_degree(text: str, start: int, end: int) -> bool:
    """Tell whether half-open code points of `text` hold a title, letters or a short form by their place."""
    if end - start > _LONGEST:
        return False
    word = text[start:end].rstrip(".")
    plain = word.casefold()
    if plain in _short_titles() and _BEFORE_NAME.match(text, end):
        return True
    if plain in _SHORT_POSTS and _BEFORE_POST.match(text, end):
        return True
    if _NO_DATE.fullmatch(text, start, end):
        return text[max(0, start - 2) : start] in (", ", "; ", " (")
    if _MONTH.fullmatch(word) and _PAIR.match(text, end):
        return True
    return _is_compass(text, start, end) or _is_degree(text, start, end)


def _is_compass(text: str, start: int, end: int) -> bool:
    """Tell "W. Riding Constabulary": a point of the compass, an area of that name, a body behind it."""
    match = _COMPASS.fullmatch(text, start, end)
    if match is None:
        return False
    area = _AREA.match(text, match.start("area") if match["area"] else end)
    return area is not None and area.end() >= end and _BODY.match(text, area.end()) is not None


def _is_degree(text: str, start: int, end: int) -> bool:
    """Tell letters of a degree in the run of them behind a name of two words or more."""
    word = text[start:end].strip(".() ")
    is_known = word.casefold() in words("qualifications") or _CERTIFIED.match(word) is not None
    if not is_known or text[max(0, start - 1) : start] not in (" ", "(", ","):
        return False
    low = text.rfind("\n", 0, start) + 1
    high = text.find("\n", end)
    high = len(text) if high < 0 else high
    for begin in _STARTS.finditer(text, low, start):
        item = item_at(text, begin.end(), high)
        if item is None or item.end > start:
            continue
        run = _DEGREES.match(text, item.end, high)
        if run is not None and item.end < start and end <= run.end():
            return True
    return False


@cache
def _short_titles() -> frozenset[str]:
    """Give the titles that are short forms and no names, in lower case."""
    every = kinds("titles").items()
    short = {
        title.casefold()
        for title, kind in every
        if len(title) <= _MOST and " " not in title and kind in ("courtesy", "rank", "plural")
    }
    return frozenset(short | {"fr", "ch", "dame", "sir", "mr", "mrs"}) - words("forenames") - {"master"}
