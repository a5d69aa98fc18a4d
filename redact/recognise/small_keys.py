"""Small letters that a key gives to somebody: "bm = bola mensah", and "bm" wherever it stands.

Whoever types a book of notes tells once whose letters are whose; else small letters are units, short words
and ranks: mm, mr, ii. A key is two or three letters, a sign, and a name that begins with each of them and is
somebody's by a list or by what else was found; or a line of initials with what each of three or more does,
whose words the letters are not short for. The letters are asked about in the whole document that holds the
key, but for the smallest words, what counts something ("10 mm") and a title before a name. What remains:
letters whose key stands in another paper.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from redact.recognise import regex
from redact.recognise.claims import Example, FollowUpRecogniser
from redact.recognise.grids import View
from redact.recognise.letter_places import is_small_word
from redact.recognise.readings import Reading
from redact.recognise.taken import Taken, people_where_free, taken_by
from redact.recognise.thing_signs import is_forename
from redact.values.people import Evidence, Label, Mention

__all__ = ["RECOGNISER"]

_ASKED = 0.45
_KEY = regex.compile(
    r"(?<![\p{L}\p{N}./-])(?P<letters>\p{Ll}{2,3})[ ]?(?:[=–]|-(?=[ ]))[ ]?"
    r"(?P<name>\p{Ll}[\p{Ll}\p{M}']+(?:[ -]\p{Ll}[\p{Ll}\p{M}']+){1,3})(?![\p{L}\p{N}])"
)
# "initials in this book: ss locality lead, mm clerk, tk health visitor"
_TOLD = regex.compile(r"\b[Ii]nitials\b[^\n:.;]{0,40}:[ ]?(?P<run>[^\n.]{8,300})")
_ITEM = regex.compile(
    r"(?:(?<=:[ ]?)|[,;/][ ]?)(?P<letters>\p{Ll}{2,3}|\p{Lu}{2,3})(?=[ ]?[=–-][ ]?\p{L}|[ ]\p{Ll}{3})"
    r"[ ]?[=–-]?[ ]?(?P<behind>[^,;/\n.]{2,40})"
)
_LEAST = 3  # items of such a line
_PARTS = regex.compile(r"[ -]")
_LETTERS = regex.compile(r"(?<![\p{L}\p{N}.'-])(?:\p{Ll}{2,3}|\p{Lu}{2,3})(?![\p{L}\p{N}'-]|\.\p{L})")
_COUNTED = regex.compile(r"\p{N}[ ]?$")
_NUMBER_BEHIND = regex.compile(r"[ ]?[:=]?[ ]?\p{N}")
_EVIDENCE = Evidence(
    "small-keys", "1", "letters of a key", "letters in lower case that a key gives to somebody"
)


def _find(views: Sequence[View], mentions: Sequence[Mention]) -> Iterator[Mention]:
    people = taken_by(each for each in mentions if each.label is Label.PERSON)
    taken = taken_by(mentions)
    for view in views:
        keys = {letters for reading in view.first for letters in _keys(reading, people)}
        if keys:
            places = [(reading, *span) for reading in view.first for span in _places(reading, keys, people)]
            yield from people_where_free(places, taken, _ASKED, _EVIDENCE)


def _keys(reading: Reading, people: Taken) -> Iterator[str]:
    """Give the letters of each key whose name is somebody's, and those of a line of initials."""
    for told in _TOLD.finditer(reading.text) if "nitials" in reading.text else ():
        items = _ITEM.finditer(reading.text, *told.span("run"))
        letters_of = {item["letters"] for item in items if not _is_shortened(reading, item, people)}
        if len(letters_of) >= _LEAST:
            yield from letters_of
    for found in _KEY.finditer(reading.text) if "=" in reading.text or " - " in reading.text else ():
        beginnings = "".join(part[0] for part in _PARTS.split(found["name"]))
        letters = found["letters"]
        if not beginnings.startswith(letters) and letters != beginnings[0] + beginnings[-1]:
            continue
        if is_forename(_PARTS.split(found["name"])[0]) or _is_somebody(reading, found.span("name"), people):
            yield letters


def _is_shortened(reading: Reading, item: regex.Match[str], people: Taken) -> bool:
    """Tell whether letters are short for the words behind them, which name nobody: "hv health visitor"."""
    words = item["behind"].split()
    is_short = "".join(word[0] for word in words).lower().startswith(item["letters"].lower())
    return is_short and not is_forename(words[0]) and not _is_somebody(reading, item.span("behind"), people)


def _is_somebody(reading: Reading, stretch: tuple[int, int], people: Taken) -> bool:
    span = reading.span(*stretch)
    return span is not None and people.touches(reading.passage.id, *span)


def _places(reading: Reading, keys: set[str], people: Taken) -> Iterator[tuple[int, int]]:
    text = reading.text
    for found in _LETTERS.finditer(text):
        if found[0] not in keys or is_small_word(found[0]):
            continue
        counts = _COUNTED.search(text, max(0, found.start() - 2), found.start())
        # "mr smith": a title, whoever else is called so.
        is_title = text[found.end() : found.end() + 1] == " " and _is_somebody(
            reading, (found.end() + 1, found.end() + 2), people
        )
        if not counts and not is_title and not _NUMBER_BEHIND.match(text, found.end()):
            yield found.span()


RECOGNISER = FollowUpRecogniser(
    name="small-keys",
    version="1",
    labels=(Label.PERSON,),
    find=_find,
    examples=(
        Example("ra = rosa appiah / bm = bola mensah. cover bm only, ra off", ("ra", "bm", "bm", "ra")),
        Example("staff: mm – mary mulvey. plan: mm to weigh, 10 mm on xray", ("mm", "mm")),
        Example(
            "initials in this book: mm clerk, ss locality lead, tk nurse\nss off sick",
            ("mm", "ss", "tk", "ss"),
        ),
        Example(
            "Initials: TV team manager, SW police, JS surgery.\nThe view of the police (SW): yes.",
            ("TV", "SW", "JS", "SW"),
        ),
        Example("Key to initials: SN class teacher, OA headteacher, KW assistant.", ("SN", "OA", "KW")),
        Example("fa = fatima al-saadi\nfa rang mo twice", ("fa", "fa")),
    ),
    near_misses=(
        "bp = blood pressure. bp taken twice, bp fine",
        "as = anna stone. as before, told as soon as she came",
        "initials: hv health visitor, sw social worker, gp general practitioner. sw rang hv",
        "Initials: HV health visitor, SW social worker, GP doctor. SW rang HV, AM and PM",
        "initials on each page: yes, see nb and pto, or ask",
        "kr = mary mulvey. kr and more",  # a name that does not begin so
    ),
)
