"""What a name looks like: reading one at a place, and reading those of a field's value.

All texts here are folded (straight apostrophes, plain hyphens), letter case kept; offsets are half-open
code points of the text that was handed in. It errs on the side of a name too many in fields that hold
names, and of none where a word is known to be a post, an agency or a heading.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from redact.recognise import regex
from redact.recognise.lists import kinds, words

__all__ = [
    "Name",
    "is_particle",
    "is_short_form",
    "name_words",
    "names_in",
    "names_in_lower_case",
    "read_name",
    "stop_words",
    "title_pattern",
    "title_words",
]


@dataclass(frozen=True, slots=True)
class Name:
    """A stretch read as one person's name, and the number of its words that are no initials."""

    start: int
    end: int
    words: int


_MOST_WORDS = 5
_PART = r"\p{Lu}(?:\p{L}|'(?=\p{L}))*"
# A word of a name: Harte, O'Brien, McKay, Anne-Marie, D'Souza-Lee. Not the letters of a label (SW1).
_WORD = regex.compile(rf"{_PART}(?:-\p{{L}}(?:\p{{L}}|'(?=\p{{L}}))*)*(?![\p{{L}}\p{{N}}_@])")
_INITIALS = regex.compile(r"\p{Lu}\.(?:[ -]?\p{Lu}\.)*(?!\p{Ll})")
_LOWER_WORD = regex.compile(r"(?<!\S)\p{Ll}(?:\p{Ll}|['-](?=\p{Ll}))*(?![\p{L}\p{N}'-])")
_GAP = regex.compile(r"[ ]{1,2}|[ ]?\n[ ]?|(?<=\.)")
_ROW_LABEL = regex.compile(r"\p{Lu}{2,5}\d?[ ]?[\t:|]")  # "MGM" below a name: the next row of a table
# The label of the next field, behind two spaces: "Anna Harte  Briefing by:".
_NEXT_LABEL = regex.compile(
    r"(?:\p{Lu}[\p{L}']+(?:[ ][\p{L}']+){1,3}|Agency|Address|Tel|Phone|Mobile|School|Nursery|Team|Date|Age"
    r"|Post|Role|Ward|Surgery|Relationship|Status|Ethnicity|Religion|Language)[ ]?:"
)
_POSSESSIVE = regex.compile(r"'[sS]?$")
_SPLIT = regex.compile(
    r"[\n\t;/|()\[\],:\x00\x01]"
    r"|(?<![^\s(])(?:and|AND|&|aka|a\.k\.a\.|AKA|n[eé]e|formerly|known as|or|OR)(?!\S)"
    r"|\s{3,}|\s+-+\s+|\s-(?=\S)"
)
# Two capitals, or capitals without a vowel: LSCB, KW.
_ABBREVIATION = regex.compile(r"\p{Lu}{2}|[B-DF-HJ-NP-TV-XZ]{2,}")
_FOLLOWING = regex.compile(r"[ ]{1,2}(\p{Lu}\p{L}+)")
_NATIONS = frozenset({"england", "english", "french", "german", "ireland", "scotland", "welsh"})
_ENDS = regex.compile(r"(?:'s)?[ ]*(?:[\n\t|,;.()]|$)")  # of what a name ends with
# A number before a name is a list's only with its mark: "14 Tanner Row" is an address.
_LEAD = regex.compile(r"[\s\"'.)*•-]*(?:\d{1,2}[.)]\s*)?")


def title_pattern() -> regex.Pattern[str]:
    """Build the pattern of one or more titles in a row, with the space behind them."""
    return _titles()


@cache
def title_words() -> frozenset[str]:
    """Give the lower-case words of which titles are made."""
    return frozenset(word.casefold() for title in kinds("titles") for word in title.split())


@cache
def _titles() -> regex.Pattern[str]:
    every = sorted(kinds("titles"), key=len, reverse=True)
    return regex.compile(r"(?:(?:" + "|".join(map(regex.escape, every)) + r")\b\.?[ ]*)+(?=\p{L})")


@cache
def _small_words() -> regex.Pattern[str]:
    every = "|".join(sorted(words("particles"), key=lambda word: (-len(word), word)))
    return regex.compile(rf"(?:(?:{every})[ '-])+(?=\p{{Lu}})", regex.IGNORECASE)


@cache
def stop_words() -> frozenset[str]:
    """Give the lower-case words that no name begins with and that end a name.

    A word that is a surname too (Young, Page) is none of them.
    """
    return (words("not-names") | words("qualifications")) - words("word-names")


def is_short_form(word: str) -> bool:
    """Tell a short form of records, in small letters or capitals: "mo" is somebody's mother, "Mo" a name."""
    return (word.islower() or word.isupper()) and word.casefold() in words("record-abbreviations")


@cache
def name_words() -> frozenset[str]:
    """Give the names, in lower case, that are ordinary words too."""
    return words("word-names")


def is_particle(word: str) -> bool:
    """Tell whether a word is a small word inside a surname: de, van, ap, bin."""
    return word.casefold() in words("particles")


def read_name(text: str, at: int, end: int, *, most: int = _MOST_WORDS) -> Name | None:
    """Read one name that begins at `at` and ends before `end`.

    Initials alone are no name, nor is a word that is known to be something else. A trailing possessive is
    left out. A single word that is an ordinary word too, directly before a word that is no name ("White
    British", "Young Person"), is not read as one.

    Returns None where no name begins.
    """
    first = at
    last = at
    count = 0
    parts = 0
    while parts < most:
        token = _token(text, at, end)
        if token is None:
            break
        word, stop, initial = token
        if not initial and _plain(word) in stop_words():
            if count == parts == 1 and _is_surname_too(text, text[first:last], at, stop):
                last, count = stop, 2
            elif _is_something_else(text, first, last, at, stop, parts):
                return None
            break
        parts += 1
        if not initial and not is_particle(word):
            count += 1
            last = stop
        elif initial and count:
            # An initial may stand between a forename and a surname; it does not end a name.
            pass
        if word.endswith(("'s", "'S")):
            break
        gap = _GAP.match(text, stop, end)
        if gap is None or _is_before_label(text, gap):
            break
        at = gap.end()
    if not count:
        return None
    possessive = _POSSESSIVE.search(text[first:last])
    return Name(first, last - (len(possessive[0]) if possessive else 0), count)


def _is_before_label(text: str, gap: regex.Match[str]) -> bool:
    """Tell whether the label of a row or of a field stands behind a gap."""
    if "\n" in gap[0]:
        return _ROW_LABEL.match(text, gap.end()) is not None
    return gap[0] == "  " and _NEXT_LABEL.match(text, gap.end()) is not None


def _is_something_else(text: str, first: int, last: int, at: int, stop: int, parts: int) -> bool:
    """Tell whether the word at `at`, which is no name, makes the words before it something else too."""
    if parts == 1 and text[first:last].casefold() in name_words():
        return True  # White British, Young Person
    if _plain(text[at:stop]) not in words("agency-words"):
        return False
    # Anna Harte School Nurse is a person; Harte Lane School is none.
    following = _FOLLOWING.match(text, stop)
    return (
        following is None
        or _plain(following[1]) not in stop_words()
        or _plain(following[1]) in words("agency-words")
    )


def _is_surname_too(text: str, forename: str, at: int, stop: int) -> bool:
    """Tell whether a name ends with a word that is no name as a rule: "Dear Ms Clarity Last"."""
    plain = _plain(text[at:stop])
    if plain not in words("surnames-among-words") or not text[at:stop].istitle() or "\n" in text[at - 1 : at]:
        return False
    if plain in _NATIONS and forename.casefold() in name_words():
        return False  # "Mother, White English, of"
    is_post = plain in words("post-words") or plain in {role.casefold() for role in kinds("roles")}
    return _ENDS.match(text, stop) is not None and (not is_post or forename.casefold() in words("forenames"))


def _plain(word: str) -> str:
    return str(_POSSESSIVE.sub("", word)).casefold()


def _token(text: str, at: int, end: int) -> tuple[str, int, bool] | None:
    """Read a word of a name at a place: the word, where it ends, whether it is an initial."""
    match = _INITIALS.match(text, at, end)
    if match:
        return match[0], match.end(), True
    match = _WORD.match(text, at, end)
    if match:
        return match[0], match.end(), len(_POSSESSIVE.sub("", match[0])) == 1  # the letter of "Ms B's" too
    stop = at
    while stop < end and text[stop].isalpha():
        stop += 1
    word = text[at:stop]
    # Small words count only where a name goes on behind them.
    if word and is_particle(word) and _small_words().match(text, at, end):
        return word, stop, False
    return None


def names_in(text: str, start: int, end: int, *, several: bool) -> Iterator[Name]:
    """Read the names of a field's value `text[start:end]`, in order.

    Several names stand apart by commas, semicolons, "and", line ends, brackets. "SURNAME, Forename" is one
    name, and so is "Surname, Forename" where the field holds one. Where a field holds one name, what
    follows it behind a comma is something else (a post, an address).
    """
    pieces = list(_pieces(text, start, end))
    at = 0
    found = False
    while at < len(pieces):
        low, high, behind_comma, comma = pieces[at]
        if found and behind_comma and not several:
            return
        name = _read_piece(text, low, high)
        at += 1
        if name is None:
            continue
        following = _read_piece(text, *pieces[at][:2]) if comma and at < len(pieces) else None
        if following is not None and _is_surname_first(text, name, following, several, len(pieces)):
            name = Name(name.start, following.end, name.words + following.words)
            at += 1
        found = True
        yield name


def names_in_lower_case(text: str, start: int, end: int) -> Iterator[Name]:
    """Read the value `text[start:end]` of a field as names in lower case: up to three words and no more each.

    A value with a word that is known to be something else, with a digit, or of more words is none.
    """
    for low, high, _, _ in _pieces(text, start, end):
        words_of = _LOWER_WORD.findall(text, low, high)
        plain = text[low:high].strip(" .\"'")
        if not 1 <= len(words_of) <= 3 or " ".join(words_of) != " ".join(plain.split()):
            return
        if any(_plain(word) in stop_words() or word in words("known-capitals") for word in words_of):
            return
        begin = text.index(plain, low)
        count = sum(not is_particle(word) for word in words_of)
        if count and max(map(len, words_of)) > 2:
            yield Name(begin, begin + len(plain), count)


def _is_surname_first(text: str, name: Name, following: Name, several: bool, pieces: int) -> bool:
    surname, forename = text[name.start : name.end], text[following.start : following.end]
    if surname.isupper() and len(surname) > 1 and not forename.isupper():
        return following.words <= 2
    return not several and pieces == 2 and name.words == 1 and following.words <= 2


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool, bool]]:
    """Split a value; each piece says whether it stands behind a comma, and whether before one."""
    at = start
    behind_comma = False
    for match in _SPLIT.finditer(text, start, end):
        comma = match[0] == ","
        if text[at : match.start()].strip():
            yield at, match.start(), behind_comma, comma
            behind_comma = False
        behind_comma = behind_comma or comma
        at = match.end()
    if text[at:end].strip():
        yield at, end, behind_comma, False


def _read_piece(text: str, start: int, end: int) -> Name | None:
    lead = _LEAD.match(text, start, end)
    at = lead.end() if lead else start
    titles = _titles().match(text, at, end)
    if titles:
        at = titles.end()
    name = read_name(text, at, end)
    if name is None or (name.words == 1 and _ABBREVIATION.fullmatch(text, name.start, name.end)):
        return None
    return name
