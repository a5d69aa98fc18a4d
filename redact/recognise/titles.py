"""Names behind a title: "Dr Harte", "Mr and Mrs Harte", "PC 0000 Harte", "MRS HARTE".

The mention covers the name alone; the title is the evidence and may stay. What remains: a name in lower
case behind a title, and a title that is in no list.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from redact.recognise import regex
from redact.recognise.beside import is_known
from redact.recognise.claims import Claim, Example, TextRecogniser
from redact.recognise.lists import kinds, words
from redact.recognise.names import Name, name_words, read_name, stop_words
from redact.values.people import Label

__all__ = ["RECOGNISER"]

# By kind of title: pattern name, score, reason.
_KINDS = {
    "courtesy": ("title", 0.9, "a name behind a title such as Mr, Mrs or Dr"),
    "plural": ("title of several", 0.9, "names behind a title in the plural"),
    "honour": ("title of honour", 0.85, "a name behind a title such as Sir, Dame or Lord"),
    "rank": ("rank", 0.85, "a name behind a police or service rank"),
    "judge": ("judge", 0.85, "a name behind a judge's title"),
    "careful": ("title that is a word too", 0.75, "a name behind a word that is often a title"),
}
_BETWEEN = r"(?:[ ]{1,2}|[ ]?\n[ ]?|(?<=\.))"
_AND_NAME = regex.compile(r"[ ]?(?:,|,? and|[ ]&)[ ]")
# A house number and a street before it: "12 Mill Hill Dr Anytown" is a drive, not a doctor.
_STREET = regex.compile(r"\d+[a-zA-Z]?,? (?:\p{Lu}\p{L}*\s)+$")
_WORD = regex.compile(r"(?<![\p{L}\p{N}'_])(?:\p{Lu}\p{L}*|mrs?|ms|dr|prof|cllr)")
_LONGEST_SHORT = 5  # letters of a shortened title with its full stop: "Insp."
_OFFICES = frozenset({"justice", "speaker", "chancellor", "president", "chairman"})


@cache
def _pattern() -> regex.Pattern[str]:
    """One or more titles, joined by spaces or "and", a collar number, and the start of a name."""
    every = set(kinds("titles"))
    every |= {title.upper() for title in every}
    every |= {"mr", "mrs", "ms", "dr", "prof", "cllr"}
    alternatives = "|".join(map(regex.escape, sorted(every, key=lambda title: (-len(title), title))))
    one = rf"(?:{alternatives})(?![\p{{L}}\p{{N}}'_-])\.?"
    return regex.compile(
        rf"(?<![\p{{L}}\p{{N}}'_])(?P<title>{one})"
        rf"(?:(?:{_BETWEEN}|[ ]?(?:and|&|/|AND)[ ]?)(?P<title>{one})){{0,3}}"
        rf"(?:{_BETWEEN}(?P<number>\d{{1,5}}[A-Z]{{0,2}}))?{_BETWEEN}(?=[\p{{Lu}}\p{{Ll}}])"
    )


@cache
def _first_words() -> frozenset[str]:
    return frozenset(title.split()[0].casefold() for title in kinds("titles"))


def _matches(text: str) -> Iterator[regex.Match[str]]:
    """Try the pattern only where the first word of a title stands: it is long, and most words are none."""
    at = 0
    for word in _WORD.finditer(text):
        if word.start() >= at and word[0].casefold() in _first_words():
            match = _pattern().match(text, word.start())
            if match:
                yield match
                at = match.end()


@cache
def _kind(title: str) -> str:
    plain = title.rstrip(".")
    table = {entry.casefold(): kind for entry, kind in kinds("titles").items()}
    return kinds("titles").get(plain) or table[plain.casefold()]


def _find(text: str) -> Iterator[Claim]:
    for match in _matches(text):
        titles = match.captures("title")
        kind = _kind(titles[-1])
        if titles[-1].rstrip(".") in ("Dr", "DR") and _STREET.search(
            text, max(0, match.start() - 60), match.start()
        ):
            continue
        at = match.end()
        shouted = titles[-1].isupper() and kind in ("courtesy", "careful", "honour")
        names = list(_names(text, at, several=kind == "plural", title=titles[-1]))
        if not names and len(titles) > 1 and _WHOLE_WORD.fullmatch(titles[-1]):
            # "Mrs Nurse": the last title is itself the name.
            at = match.starts("title")[-1]
            names, kind = list(_names(text, at, several=False, title=titles[-2])), _kind(titles[-2])
        for name in names:
            if kind == "careful" and not _is_likely(text, match, name):
                break
            if shouted and not text[name.start : name.end].isupper():
                break
            pattern, score, because = _KINDS[kind]
            yield Claim(name.start, name.end, Label.PERSON, score, score, pattern, because)


def _is_likely(text: str, match: regex.Match[str], name: Name) -> bool:
    """Tell whether a word that is often a post has a name behind it: no heading, no usual word."""
    found = text[name.start : name.end].split()
    title = match.captures("title")[-1]
    if title.endswith(".") and len(title) > _LONGEST_SHORT:
        return False  # a sentence ends behind it: "per nurse. Rui"
    if is_known(found[0]) and found[0].casefold() not in name_words():
        return False
    return "\n" not in text[match.start() : name.start] and (
        len(found) < 2 or found[-1].casefold() not in words("agency-words")
    )


def _names(text: str, at: int, *, several: bool, title: str) -> Iterator[Name]:
    end = min(len(text), at + 80)
    name = read_name(text, at, end, most=4) or _unusual(text, at, end, title)
    while name is not None:
        yield name
        joined = _AND_NAME.match(text, name.end) if several else None
        name = read_name(text, joined.end(), min(len(text), joined.end() + 80), most=4) if joined else None


_ONE_WORD = regex.compile(r"\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?(?![\p{L}\p{N}])")


_WHOLE_WORD = regex.compile(r"\p{L}{5,}|Dean|Lord|Lady|Dame")  # a title that may be a surname; "Supt" is none
# Letters and a word behind them, and no more of a name: "Det. Supt. R. Force -", not "PC W. Mids Police".
_LETTERED = regex.compile(
    r"(?:\p{Lu}\.[ ]?){1,3}(?P<word>\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?)"
    r"(?=[ ]?(?:[,;:.()\n|\t]|$)|[ ](?:-|\p{Ll}))"
)


def _unusual(text: str, at: int, end: int, title: str) -> Name | None:
    """Read what behind a title can only be a name, even if it is a word: "Mrs Nurse", "Supt R. Force"."""
    lettered = _LETTERED.match(text, at, end)
    if lettered is not None and lettered["word"].casefold() in stop_words():
        return Name(lettered.start(), lettered.end(), 1)
    match = _ONE_WORD.match(text, at, end) if title.rstrip(".") in ("Mr", "Mrs", "Ms") else None
    if match is None or match[0].casefold() in _OFFICES or match[0].casefold() in name_words():
        return None
    return Name(match.start(), match.end(), 1) if match[0].casefold() in stop_words() else None


RECOGNISER = TextRecogniser(
    name="titles",
    version="1",
    labels=(Label.PERSON,),
    find=_find,
    examples=(
        Example("Mrs Harte opened the door.", ("Harte",)),
        Example("Seen by Dr. J. A. O\u2019Brien-Vale on the ward.", ("J. A. O\u2019Brien-Vale",)),
        Example("Mr and Mrs Tarrant were present.", ("Tarrant",)),
        Example("Drs Quill and Osgood agreed.", ("Quill", "Osgood")),
        Example("PC 0000 Larkin and PC Vesey 0000 attended.", ("Larkin", "Vesey")),
        Example("DETECTIVE SERGEANT LARKIN TOOK THE CALL", ("LARKIN",)),
        Example("MRS HARTE WAS SEEN", ("HARTE",)),
        Example("a letter from Mr de la Vesey", ("de la Vesey",)),
        Example("Miss Anwen ap Tarrant said so", ("Anwen ap Tarrant",)),
        Example("Mrs Harte\u2019s sister", ("Harte",)),
        Example("Lord Quillham's inquiry", ("Quillham",)),
        Example("Mr Justice Osgood ruled", ("Osgood",)),
        Example("mr Tarrant rang", ("Tarrant",)),
        Example("Mr.Tarrant rang", ("Tarrant",)),
        Example("Cllr Osgood OBE opened it", ("Osgood",)),
        Example("Professor Vesey Consultant Paediatrician", ("Vesey",)),
        Example("Mrs Nurse said so", ("Nurse",)),
        Example("Supt. R. Force - Anytown", ("R. Force",)),
        Example("Acting Detective Inspector Larkin", ("Larkin",)),
    ),
    near_misses=(
        "They live at 14 Mill Hill Dr Anytown.",
        "Ms X did not attend.",
        "The Lord Chancellor was told.",
        "Mr Speaker was told.",
        "Dear Sir/Madam",
        "The MS Society gave advice.",
        "The doctor said that the nurse had gone.",
        "A PC World voucher",
        "Her Half Sister Mother and Father",
        "PC 0000 attended.",
        "The PC W. Anytown Police has used",
        "Dr and nurse were present.",
        "The Nurse Practitioner came.",
        "Midwife Led Unit",
        "Sister\nAnytown and the ward",
        "the Master Plan",
        "ps. I will come",
    ),
)
