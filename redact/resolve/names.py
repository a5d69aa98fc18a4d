"""What a mention of a person says: which parts of a name stand there, and in what form.

A part is spelled as every writer's spelling of it would be: folded, without accents. What remains: the parts
of a name in an order that is neither "forename surname" nor marked by a comma or by capitals are read as if
the forename came first.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache

from redact.resolve.lists import particles, titles
from redact.resolve.slips import as_read
from redact.values.folding import fold

__all__ = ["Form", "Name", "former_name", "is_loud", "read_name", "spelled", "titles_for_names"]


class Form(Enum):
    """Which parts of a name are there."""

    FULL = "full"  # forename and surname, perhaps names between them
    SINGLE = "single"  # one part, that of a forename or of a surname
    INITIAL_LAST = "initial and surname"
    FIRST_INITIAL = "forename and the surname's initial"  # or a surname and the forename's
    INITIALS = "initials"
    FAMILY = "family"  # "the Ashtons", "Mr and Mrs Ashton": several people
    OTHER = "other"  # no name of one person: signs, several names, a sentence


@dataclass(frozen=True, slots=True)
class Name:
    """The parts of one name as `spelled`; those that are not there are empty.

    `title` is the title inside the mention, in lower case. Of SINGLE and FAMILY `last` is the part,
    of INITIALS the letters, of OTHER the whole text.
    """

    form: Form
    first: str = field(default="", repr=False)
    between: tuple[str, ...] = field(default=(), repr=False)
    last: str = field(default="", repr=False)
    title: str = ""

    @property
    def parts(self) -> tuple[str, ...]:
        """All parts that are there, forename first."""
        return tuple(part for part in (self.first, *self.between, *self.last.split()) if part)


# Letters that Unicode does not take apart into a letter and its accent.
_WITHOUT_ACCENT = str.maketrans(
    {"đ": "d", "ð": "d", "ł": "l", "ø": "o", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th"}
)
_POSSESSIVE = re.compile(r"(?<=\w)['’`]s?(?=\W*$)", re.IGNORECASE)
_EDGES = re.compile(r"^[^\w]+|[^\w.]+$")
_BROKEN = re.compile(r"-[ \t]*\n[ \t]*")
_DOTTED = re.compile(r"[^\W\d_](?:[ .-]+[^\W\d_]){1,4}\.?")
_INITIAL = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?")
_JOINED = re.compile(r"(?<![^\W\d_])([^\W\d_])\.(?=[^\W\d_]{2})")
_TWICE = re.compile(r"\b([^\W\d_a-z]{3,})([^\W\d_A-Z])\b")  # a last letter that was read twice: ROOKk
_TITLE_BEHIND = re.compile(r"[ ]*[,(][ ]*([^\W\d_]+)\.?\)?$")
_FAMILY = re.compile(r"the[ ]+([^\W\d_][\w'-]+s)", re.IGNORECASE)
_CAPITALS = re.compile(r"[^\W\d_](?:-?[^\W\d_]){1,3}")
_BEFORE_A_NAME = re.compile(
    r"^(?:(?:the|a|an|my|our|his|her|their|young|old|little|poor|dear|late|big|baby)[ ]+)+(?=[^\W\d_a-z])"
)
# "the lovely Harriet Osgood": what is written small behind an article is no name, whatever it is.
_PRAISED = re.compile(r"^(?:the|a|an|my|our|his|her|their)[ ]+(?:[a-z]+[ ]+)+(?=[^\W\d_a-z])")
_FORENAMES_TOO = frozenset({"earl"})  # titles that are forenames where one name stands behind: Earl Rook
# Titles that are forenames too where the papers show it: "Baron", "ROOK, Baron".
_MAY_BE_FORENAMES = frozenset({"baron", "lady", "lord", "major"})
_INITIALS_BEHIND = re.compile(r"[^\W\d_](?:-[^\W\d_])+\.?")
_KIN_BEFORE = re.compile(
    r"^(?i:mama|papa|aunt|aunty|auntie|uncle|nana|nanny|granny|grandma|grandad|grandpa|nain|taid)[ ]+"
    r"(?=[^\W\d_a-z])"
)
# What stands behind it in one mention is an earlier name: "Ida Rook (née Orton".
_BORN = re.compile(r"(?<=\w)[ ]*[,(]?[ ]+\(?(?:n[ée]e|formerly|maiden name)[ :]+(?=\w)", re.IGNORECASE)
# Particles that are forenames too where they are written large and one surname stands behind: Ben Marsh.
_NO_PARTICLES = frozenset({"ben", "den", "di"})
_SAINT = ("st", "john")  # a forename, where a surname stands behind it
_LOUD = 3  # capitals beside which one small letter is a mistake
_TWO = 2  # words
_LONGEST = 8  # parts; a longer text is no name, whatever it was taken for


def spelled(part: str) -> str:
    """Spell a part of a name without regard to case, accents and full stops."""
    if part.isascii():
        return as_read(part.casefold().replace(".", ""))
    plain = unicodedata.normalize("NFKD", fold(part).text).translate(_WITHOUT_ACCENT)
    return as_read("".join(letter for letter in plain if not unicodedata.combining(letter)).replace(".", ""))


def titles_for_names(texts: Iterable[str]) -> frozenset[str]:
    """Give the titles that the mentions of a call show to be somebody's forename: "Baron", "ROOK, Baron".

    Once is not enough: so a lord may be addressed.
    """
    last = Counter(text.rpartition(",")[2].strip().casefold() for text in texts)
    return frozenset(title for title in _MAY_BE_FORENAMES if last[title] > 1)


@lru_cache(maxsize=65536)
def read_name(text: str, forenames: frozenset[str] = frozenset()) -> Name:
    """Read the text of a mention as a name; of nothing but signs, the form is OTHER.

    Args:
        forenames: titles that are somebody's forename in this call.
    """
    plain = _BROKEN.sub("-", fold(text, case=False).text).replace("\n", " ")
    plain = _EDGES.sub("", _POSSESSIVE.sub("", plain.strip())).strip()
    plain = _TWICE.sub(lambda found: found[1] if found[2].upper() == found[1][-1] else found[0], plain)
    if not any(letter.isalpha() for letter in plain):
        return Name(Form.OTHER, last=fold(text).text)
    family = _FAMILY.fullmatch(plain)
    if family:
        return Name(Form.FAMILY, last=spelled(family.group(1)))
    plain = _BORN.split(plain, maxsplit=1)[0]
    plain = _KIN_BEFORE.sub("", plain)
    plain = _JOINED.sub(r"\1. ", _PRAISED.sub("", _BEFORE_A_NAME.sub("", plain)))
    title, plain = _without_title(plain, forenames)
    initials = _initials(plain)
    if initials:
        return Name(Form.INITIALS, last=initials, title=title)
    last = _TITLE_BEHIND.search(plain)
    if last and last.start() and last.group(1).casefold() in titles() - _MAY_BE_FORENAMES:
        title, plain = last.group(1).casefold(), plain[: last.start()]
    before, comma, behind = plain.partition(",")
    if comma and before.strip() and behind.strip():
        own, behind = _without_title(behind.strip())
        return _reversed(before.split(), behind.split(), title or own)
    words = [_EDGES.sub("", word) for word in plain.split() if any(map(str.isalpha, word))]
    if not words or len(words) > _LONGEST or {"and", "&"} & {word.casefold() for word in plain.split()}:
        return Name(Form.OTHER, last=fold(text).text)
    return _in_order(words, title)


def former_name(text: str) -> Name | None:
    """Read the earlier name that a mention holds besides: the Orton of "Ida Rook née Orton"; None of most."""
    parts = _BORN.split(fold(text, case=False).text, maxsplit=1)
    return read_name(parts[1]) if len(parts) > 1 else None


def _without_title(text: str, forenames: frozenset[str] = frozenset()) -> tuple[str, str]:
    """Take the titles away that stand first; a text that is nothing else may be a name: DI, Lord."""
    words = text.split()
    found = ""
    while words:
        for length in (3, 2, 1):
            title = " ".join(words[:length]).casefold().replace(".", "")
            forename = title in _FORENAMES_TOO | forenames and len(words) == length + 1 and not found
            forename = forename or (words[:1] == ["Di"] and len(words) == _TWO)  # the rank is written DI
            if len(words) > length and words[0][0].isupper() and title in titles() and not forename:
                found = title
                del words[:length]
                break
        else:
            break
    return found, " ".join(words)


def _initials(text: str) -> str:
    """The letters, where a text is nothing but initials: K.O., K. O-R., KOR, and of two letters also ko."""
    letters = re.sub(r"[^\w]", "", text)
    if _DOTTED.fullmatch(text):
        return spelled(letters)
    if _CAPITALS.fullmatch(text) and (letters.isupper() or (len(letters) == 2 and letters.islower())):
        return spelled(letters)
    return ""


def _reversed(surname: list[str], forenames: list[str], title: str) -> Name:
    parts = [spelled(_EDGES.sub("", word)) for word in forenames]
    parts = _with_saint([part for part in parts if part])
    last = " ".join(filter(None, (spelled(_EDGES.sub("", word)) for word in surname)))
    if not parts or not last:
        return Name(Form.SINGLE, last=last or " ".join(parts), title=title)
    if len(parts[0]) == 1:
        return Name(Form.INITIAL_LAST, first=parts[0], last=last, title=title)
    return Name(Form.FULL, parts[0], tuple(parts[1:]), last, title)


def _with_saint(parts: list[str]) -> list[str]:
    found = tuple(parts[: len(_SAINT)]) == _SAINT
    return [" ".join(_SAINT), *parts[len(_SAINT) :]] if found else parts


def _in_order(words: list[str], title: str) -> Name:
    shout = [is_loud(word) for word in words]
    if len(words) > 1 and shout[0] and not any(shout[-1:]) and len(words[-1]) > 1:
        # SURNAME Forename, but not R Smith.
        number = next(at for at, loud in enumerate(shout) if not loud)
        if all(not loud for loud in shout[number:]):
            return _reversed(words[:number], words[number:], title)
    parts = [spelled(word) for word in words]
    if len(parts) > len(_SAINT) and tuple(parts[: len(_SAINT)]) == _SAINT:
        parts, words = _with_saint(parts), words[1:]
    small = parts[0] in particles() and not (len(parts) == 2 and _is_forename(words[0], parts))
    if len(parts) == 1 or (small and not _INITIAL.fullmatch(words[0])):
        return Name(Form.SINGLE, last=" ".join(parts), title=title)
    if len(parts[0]) == 1 or _INITIAL.fullmatch(words[0]):
        rest = [part for part in parts[1:] if len(part) > 1]
        if not rest:
            return Name(Form.INITIALS, last="".join(parts), title=title)
        return Name(Form.INITIAL_LAST, first=parts[0][0], last=" ".join(rest), title=title)
    if len(parts) > 1 and _INITIALS_BEHIND.fullmatch(words[-1]):
        parts[-1] = parts[-1][0]  # of "Ida B-D" the first letter is that of her surname
    if len(parts[-1]) == 1:
        return Name(Form.FIRST_INITIAL, first=" ".join(parts[:-1]), last=parts[-1], title=title)
    at = next((at for at in range(1, len(parts) - 1) if _joins(parts[at])), len(parts) - 1)
    return Name(Form.FULL, parts[0], tuple(parts[1:at]), " ".join(parts[at:]), title)


def _joins(part: str) -> bool:
    """Tell whether a part of a name is one with what stands behind it: the abu of Orton-Abu Zaid."""
    return part in particles() or ("-" in part and part.rpartition("-")[2] in particles())


def _is_forename(word: str, parts: list[str]) -> bool:
    return parts[0] in _NO_PARTICLES and word.istitle() and parts[1] not in particles()


def is_loud(word: str) -> bool:
    """Tell whether a word stands in capitals, but for a letter that text recognition made small."""
    if "." in word or sum(map(str.isalpha, word)) < 2:
        return False
    # Text recognition reads a letter in the middle or at the end as a small one: OSGOODi, OSGO0D, OSGOoD.
    small = sum(map(str.islower, word))
    return word.isupper() or (small == 1 and word[0].isupper() and sum(map(str.isupper, word)) > _LOUD)
