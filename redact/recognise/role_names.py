"""Names as they stand beside a role: behind a title, before letters and a company, several in one line.

"Revd Anna Harte MBE, CQSW (independent) & Tom Vesey", "Tom Vesey, Vesey Consulting Ltd". A line may hold such
names and nothing else. What remains: letters that are written as an ordinary word, a company that says
nowhere that it is one.
"""

from __future__ import annotations

from dataclasses import dataclass

from redact.recognise import regex
from redact.recognise.lists import kinds, words
from redact.recognise.names import Name, read_name, stop_words, title_pattern

__all__ = ["LETTERS", "Item", "is_words", "item_at", "items_at", "names_of_line", "person_at"]

_SUBJECT = (
    r"(?:[ ]?\((?:Hons?\.?|Econ\.?|Oxon\.?|Cantab\.?|Lond\.?|Ed\.?|Psych\.?|Open|Dist\.?|Law"
    r"|Soc[^()\n]{0,12})\))?"
)
_CERTIFIED = (
    r"(?:(?:PG|Post[ -]?grad(?:uate)?|Grad|Adv(?:anced)?|Higher|Prof)\.?[ ]?)?"
    r"(?:Dip(?:loma)?|Cert(?:ificate)?)\.?(?:[ .]?(?:in[ ]|of[ ])?\p{Lu}[\p{L}.]*){0,4}(?![\p{L}])"
)
_DEGREE = (
    rf"(?:\(?Hons\)?|{_CERTIFIED}|(?:LL|[BM]|Ph|D)\.?[ ]?(?:A|Sc|Ed|Phil|Litt|Soc\.?[ ]?Sc|SW|Eng|Res|BA"
    r"|[BMDSN])\b\.?|\p{Lu}\p{L}{0,3}\.(?:[ ]?\p{Lu}\p{L}{0,5}\.)+(?:\p{Lu}\p{L}{0,5}\b)?"
    rf"|\p{{Lu}}\p{{L}}*\p{{Lu}}\p{{Ll}}{{0,5}}\b){_SUBJECT}"
)
LETTERS = rf"(?:(?:,?[ ]|,)\(?{_DEGREE}\)?)*"
_LETTERS = regex.compile(LETTERS)
# Where letters begin that look like a part of the name, but are none.
_FIRST_LETTERS = regex.compile(
    rf"(?:,?[ ]|,)(?=LL\.?[BMD]\b|Hons\b|PQ\b|(?:\p{{Lu}}\.){{3}}|[BM]\.(?:A|Sc|Ed)\b|{_CERTIFIED})"
)
_REMARK = regex.compile(
    r"[ ]?\((?:(?:an?|both|also)[ ])?(?:independent|indep\.?|ind\.?|lead|joint|external|retired|rtd\.?"
    r"|ret(?:'?d|d)\.?|author|chair(?:man|woman|person)?|reviewer|\p{L}+/\p{L}+|\p{Lu}{2,3}"
    r"|(?:until|from|since|up[ ]to|to)\b[^()\n]{0,40}|\d{4}[^()\n]{0,20})\)",
    regex.IGNORECASE,
)
_COMPANY = regex.compile(
    r"(?:,[ ]|[ ][-\u2014\u2015~/|\u00b7][ ]|[ ]?\()(?:of[ ])?(?:[^,;:|\t()\n]{0,60}?"
    r"\b(?:Ltd|Limited|LLP|CIC|C\.I\.C|Associates?|Consult(?:ancy|ing|ants?))\b\.?"
    r"|(?:NSPCC|SCIE)\b(?![ -]accredited|[ ]?$)"
    r"|(?:an?[ ])?(?i:independent|freelance|self-employed)[ ](?i:(?:(?:social[ ]work|safeguarding|nurse"
    r"|health|child[ ]protection|and|management)[ ])*(?:consultant|trainer|advis[eo]r|social[ ]worker)))\)?"
)
_JOIN = regex.compile(r"[ ]?(?:(?:,[ ])?(?<![\p{L}])(?:and|AND|&|/|with)(?![\p{L}]))[ ]+|(?P<comma>[,;])[ ]+")
_INITIALS = regex.compile(r"(?:\p{Lu}\.?[ -]?){1,3}(?=\p{Lu}\p{L})")
_ORDINARY = regex.compile(r"[ ](?P<word>\p{Lu}\p{L}+)[ ]*(?=$|[,;(\t\n|])")
_SAINT = regex.compile(r"[ ]St\.?[ ](?=\p{Lu}\p{L})")
_LEAD = regex.compile(
    r"[\s\d.)(*\u2022\u2013_|-]*(?:(?:(?:(?:full|print(?:ed)?)[ ])?name"
    r"(?:[ ]?\(print(?:ed)?\)|[ ]in[ ]\p{L}+)?"
    r"|(?:electronically[ ]|counter-?)?signed(?:[ ]by)?|signature|print|by|from)[ :._]+)?",
    regex.IGNORECASE,
)
_CLOSE = regex.compile(r"[\s,;.*_]*")
_NAMED = regex.compile(r"[ ]\p{Lu}\p{L}")  # letters before it were no letters: "Anna Harte, DI Vesey"
_POSSESSIVE = regex.compile(r"'[sS]\b")


@dataclass(frozen=True, slots=True)
class Item:
    """A name at half-open code points, and where all that belongs to it ends."""

    start: int
    end: int
    stop: int


def item_at(text: str, at: int, high: int) -> Item | None:
    """Read one whole name that begins at `at`, with its title before it and its letters behind it."""
    titles = title_pattern().match(text, at, high)
    begin = titles.end() if titles else at
    if not text[begin : begin + 1].isupper():
        return None
    letters = _FIRST_LETTERS.search(text, begin, high)
    name = person_at(text, begin, letters.start() if letters else high)
    if name is None or name.start != begin or _POSSESSIVE.match(text, name.end):
        return None
    if not (titles or name.words > 1 or _INITIALS.match(text, name.start, name.end)):
        return None
    if name.words > 1 and is_words(text, name):
        return None
    behind = _LETTERS.match(text, name.end, high)
    stop = behind.end() if behind and not _NAMED.match(text, behind.end(), high) else name.end
    for tail in (_REMARK, _COMPANY, _REMARK):
        found = tail.match(text, stop, high)
        stop = found.end() if found else stop
    return Item(name.start, name.end, stop)


def is_words(text: str, name: Name) -> bool:
    """Tell whether a word of a name is none; behind a forename one may be a surname: "Paula Christmas"."""
    every = text[name.start : name.end].replace("St.", " ").casefold().split()
    usual = [word for word in every if word in stop_words() and word != "st"]
    return bool(usual) and not (usual == every[1:] and len(usual) == 1 and _is_surname(every[0], usual[0]))


def _is_surname(forename: str, word: str) -> bool:
    """Tell whether an ordinary word is a surname there: behind a known forename, or a word for people."""
    if forename.casefold() in words("forenames"):
        return word.casefold() not in words("agency-words")
    return word.casefold() in kinds("kinship")  # "Author: Marisol Neighbour": kin have no forename before


def person_at(text: str, at: int, high: int) -> Name | None:
    """Read a name, over the full stop of "St. John" too."""
    name = read_name(text, at, high)
    if name is not None and name.words == 1:
        ordinary = _ORDINARY.match(text, name.end, high)
        if ordinary is not None and _is_surname(text[name.start : name.end], ordinary["word"]):
            return Name(name.start, ordinary.end("word"), 2)  # "Paula Christmas", and no more of it
    saint = _SAINT.match(text, name.end, high) if name is not None else None
    following = read_name(text, saint.end(), high, most=2) if saint else None
    if name is None or following is None:
        return name
    return Name(name.start, following.end, name.words + following.words)


def items_at(text: str, at: int, high: int, *, several: bool) -> tuple[Item, ...]:
    """Read one name or more; over a comma only where there are `several`."""
    found: list[Item] = []
    while (item := item_at(text, at, high)) is not None:
        found.append(item)
        join = _JOIN.match(text, item.stop, high)
        if join is None or (join["comma"] and not several):
            break
        at = join.end()
    return tuple(found)


def names_of_line(text: str, low: int, high: int) -> tuple[Item, ...]:
    """Read a line that holds one name or more and nothing else; none where it does not."""
    lead = _LEAD.match(text, low, high)
    at = lead.end() if lead else low
    items = items_at(text, at, high, several=True)
    return items if items and _CLOSE.fullmatch(text, items[-1].stop, high) else ()
