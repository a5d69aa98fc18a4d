"""Abbreviations: where each is first used, and whether it is explained there, in a note or a list of terms.

One in a heading counts as its first use, and is explained where the text below uses it first. Labels of
people (SW1, MGM, Child AB), Roman numbers, postcodes, reference numbers and words in capitals for stress are
none. What remains: one that is written as a word and that no list has, and initials that nobody has marked.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from redact.judge.acronym_words import Lexicon, lexicon_of
from redact.judge.explaining import begins_a_term, explains, fits
from redact.judge.outline import Outline
from redact.judge.read_through import Kind, Stretch, Through, read_through
from redact.values.people import Label, Mention
from redact.values.text import Document, Span

__all__ = ["Acronym", "acronyms"]

_CANDIDATE = re.compile(
    r"""(?<![^\W_])(?<!@)(?:
        (?P<dotted>(?:[A-Z]\.){2,}(?:[A-Z](?![^\W_]))?)
      | (?P<joined>[A-Z]{1,4}(?:&[A-Z]{1,4})+|[A-Z]\ &\ [A-Z](?![^\W_]))
      | (?P<slashed>(?:[Hh]/[Vv]|[Ss]/[Ww]|[Ss]/[Nn]|[TtPp]/[Cc]|[Rr]/[Vv]|[Ff]/[Uu]|[Dd]/[Ww])(?![^\W_]))
      | (?P<plain>[a-z]?[A-Z][a-z0-9]*[A-Z][A-Za-z0-9]*)
    )""",
    re.VERBOSE,
)
_ENDING = re.compile(r"(?<=[A-Z0-9])(?:s|es|d|ed|ing)$")
_ROMAN = re.compile(r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})")
_CROSSES = re.compile(r"([XZ])\1+")
_ADDRESS = re.compile(
    r"\S+@\S+|(?:https?://|www\.)\S+|\b[\w-]+\.(?:pdf|docx?|xlsx?|pptx?|txt)\b", re.IGNORECASE
)
_POSTCODE = re.compile(r"[A-Z]{1,2}\d[A-Z\d]?\Z")
_INWARD = re.compile(r"\s?\d[A-Z]{2}\b")
_CODE = re.compile(r"[\w/-]*")
_SERIES = re.compile(r"[A-Z]{3,}-\d{1,2}\Z")  # ICD-10 is no reference number
_WITH_DIGITS = re.compile(r"([A-Z]{2,})(\d{1,3})\Z")
_NUMBERED = re.compile(
    r"(?:[ -]\d{1,2}(?!\s*(?:times|years?|months?|weeks?|days?|hours?|visits?)\b)|[ -][A-Z])(?![\w&/'\u2019])"
)
_RELATIVE = re.compile(r"[MP]G(?:GM|GF|M|F|P|A|U|S)S?|[MP](?:[AU]|GPS)")
_PERSON_BEFORE = re.compile(
    r"\b(?:child(?:ren)?|adult|baby|infant|sibling|twin|mother|father|brother|sister|parent|partner|family|subject"
    r"|witness|male|female|pupil|student|patient|grand(?:mother|father)|aunt|uncle|cousin|carer|worker|mr|mrs|ms|miss"
    r"|mx|dr|professional|practitioner|young\s+person)s?\s+(?:[A-Z]{1,3}\s*(?:,|and|&|or)\s*)*\Z",
    re.IGNORECASE,
)
_MOST_LETTERS = 8
_LONGEST = 3  # letters of initials behind "Child"


@dataclass(frozen=True, slots=True)
class Acronym:
    """One abbreviation: where it is first used, whether it is explained, and how often it stands."""

    letters: str = field(repr=False)
    first: Span
    explained: bool
    count: int


@dataclass(slots=True)
class _Found:
    """One abbreviation while the document is read: its places, by offsets into the whole text."""

    letters: str
    places: list[tuple[int, int, Stretch]]
    explained: bool = False


def acronyms(
    document: Document,
    outline: Outline,
    terms: Collection[int],
    mentions: Sequence[Mention],
    known: Collection[str],
) -> tuple[Acronym, ...]:
    """Find the abbreviations of a document, in the order of their first use.

    Args:
        terms: numbers of the outline's lines that are a list of terms.
        mentions: of this document, or of others too; names and numbers of people are no abbreviations.
        known: abbreviations that everybody knows, beside those of our list: they count as explained.

    Raises:
        RuleFault: a word list is missing.
    """
    through = read_through(document, outline, terms)
    words = lexicon_of(through.text)
    everyday = {_key(one) for one in (*words.everyday, *known)}
    found: dict[str, _Found] = {}
    for start, end, letters, stretch in _places(through, words, _taken(mentions)):
        found.setdefault(_key(letters), _Found(letters, [])).places.append((start, end, stretch))
    kept = {key: one for key, one in found.items() if _is_kept(one, through, words)}
    for key, one in kept.items():
        one.explained = key in everyday or _is_explained(one, through)
    ordered = sorted(kept.values(), key=lambda one: one.places[0][0])
    return tuple(
        Acronym(through.text[start:end], stretch.span(start, end), one.explained, len(one.places))
        for one in ordered
        for start, end, stretch in one.places[:1]
    )


def _key(letters: str) -> str:
    return re.sub(r"[.\s]", "", letters).upper()


def _taken(mentions: Sequence[Mention]) -> Mapping[str, list[Mention]]:
    taken: dict[str, list[Mention]] = {}
    for mention in mentions:
        if mention.label in _LABELS:
            taken.setdefault(mention.span.passage, []).append(mention)
    return taken


_NAMES = frozenset({Label.PERSON, Label.PSEUDONYM})
_LABELS = _NAMES | {
    Label.POSTCODE,
    Label.CASE_REFERENCE,
    Label.PROFESSIONAL_ID,
    Label.OTHER_ID,
    Label.VEHICLE,
    Label.NATIONAL_INSURANCE,
    Label.EMAIL,
    Label.ONLINE,
}


def _places(
    through: Through, words: Lexicon, taken: Mapping[str, list[Mention]]
) -> Iterator[tuple[int, int, str, Stretch]]:
    """Give each place of what may be an abbreviation: offsets into the whole text, letters, stretch."""
    text = through.text
    if "@" in text or "/" in text or "." in text:
        text = _ADDRESS.sub(lambda match: " " * len(match[0]), text)
    labels: set[str] = set()
    candidates = []
    for match in (*_CANDIDATE.finditer(text), *words.written_as_words(text)):
        start, end = match.span()
        letters = match[0]
        ending = _ENDING.search(letters) if match.lastgroup == "plain" else None
        if ending:
            letters, end = letters[: ending.start()], start + ending.start()
        if _PERSON_BEFORE.search(text[max(0, start - 40) : start]) and _is_a_label(letters, words):
            labels.add(letters)
            continue
        candidates.append((start, end, letters, match.lastgroup))
    for start, end, letters, group in sorted(candidates):
        stretch = through.at(start)
        if letters in labels or stretch.kind is Kind.CONTENTS:
            continue
        if _is_none(text, start, end, letters, group, words) or _is_taken(
            taken, stretch, start, end, words, letters
        ):
            continue
        yield (start, *_without_a_mark(start, end, letters, words), stretch)


def _is_a_label(letters: str, words: Lexicon) -> bool:
    return len(letters) <= _LONGEST and letters.isupper() and not words.knows(letters)


def _is_none(text: str, start: int, end: int, letters: str, group: str | None, words: Lexicon) -> bool:
    """Tell whether the letters at this place are something else."""
    if group == "dotted":
        return not words.knows(_key(letters)) and (
            len(_key(letters)) < 3 or bool(re.match(r"\s+[A-Z][a-z]", text[end:]))
        )
    if group != "plain":
        return False
    if _ROMAN.fullmatch(letters) or _CROSSES.fullmatch(letters) or _RELATIVE.fullmatch(letters):
        return True
    if _POSTCODE.match(letters) and _INWARD.match(text, end):
        return True
    if not letters.isupper() and not _is_mixed(letters):
        return True
    return _is_a_persons(text, end, letters, words) or _is_in_a_code(text, start, end, letters)


def _is_mixed(letters: str) -> bool:
    """Tell whether letters of both cases are an abbreviation: CiN and DoLS are, SystmOne and McKay not."""
    large = sum(map(str.isupper, letters))
    return (
        len(letters) <= 6 and large > sum(map(str.islower, letters)) and not letters.startswith(("Mc", "Mac"))
    )


def _is_a_persons(text: str, end: int, letters: str, words: Lexicon) -> bool:
    """Tell whether it is a label in use, SW1 or "GP B"."""
    numbered = _WITH_DIGITS.match(letters)
    if numbered:
        return not words.knows(letters) and (len(numbered[1]) == 2 or words.is_role(numbered[1]))
    return words.is_role(letters) and _NUMBERED.match(text, end) is not None


def _is_in_a_code(text: str, start: int, end: int, letters: str) -> bool:
    left = start
    while left and (text[left - 1].isalnum() or text[left - 1] in "/-_"):
        left -= 1
    code = _CODE.match(text, left)
    whole = code[0] if code else letters
    rest = whole.replace(letters, "", 1)
    return any(map(str.isdigit, rest)) and not _SERIES.match(whole)


def _is_taken(
    taken: Mapping[str, list[Mention]], stretch: Stretch, start: int, end: int, words: Lexicon, letters: str
) -> bool:
    span = stretch.span(start, end)
    for mention in taken.get(span.passage, ()):
        if not mention.span.overlaps(span):
            continue
        if mention.label is Label.PERSON:
            # "DC" in "DC Osgood" is an abbreviation; "DC" alone, where it is a name, is none.
            return mention.span == span or not words.knows(letters)
        return mention.label is not Label.PSEUDONYM or not words.knows(letters)
    return False


def _without_a_mark(start: int, end: int, letters: str, words: Lexicon) -> tuple[int, str]:
    """Take the number of a footnote off: "CAMHS1"."""
    numbered = _WITH_DIGITS.match(letters)
    if numbered and len(numbered[1]) > 2 and not words.knows(letters) and words.knows(numbered[1]):
        return start + len(numbered[1]), numbered[1]
    return end, letters


def _is_kept(one: _Found, through: Through, words: Lexicon) -> bool:
    """Tell whether it is an abbreviation in some place, and no word in capitals for stress in all of them."""
    told = [place for place in one.places if _is_told(one.letters, place, through, words)]
    if told and len(told) < len(one.places):
        # Where the same letters are one elsewhere, those in a heading in capitals are it too.
        told = [place for place in one.places if place in told or not words.is_word(one.letters)]
    one.places = told
    return bool(told)


def _is_told(letters: str, place: tuple[int, int, Stretch], through: Through, words: Lexicon) -> bool:
    start, end, stretch = place
    if not letters.isalpha() or not letters.isupper():
        return True
    word = words.is_word(letters)
    if not word and (words.knows(letters) or (not stretch.shouts and len(letters) <= _MOST_LETTERS)):
        return True
    if explains(through.text, start, end, letters):
        return True
    if stretch.shouts:
        return (words.knows(letters) and not word) or words.has_no_vowel(letters)
    return word and words.knows(letters) and not words.among_capitals(through.text, start, end)


def _is_explained(one: _Found, through: Through) -> bool:
    if any(_in_a_list(one.letters, place, through) for place in one.places):
        return True
    first = one.places[0]
    # A heading cannot explain: what counts is the text below.
    text = next((place for place in one.places if place[2].kind is not Kind.HEADING), first)
    return any(explains(through.text, start, end, one.letters) for start, end, _ in (first, text)) or any(
        fits(one.letters, note) for note in through.notes
    )


def _in_a_list(letters: str, place: tuple[int, int, Stretch], through: Through) -> bool:
    """Tell whether a list of terms, a row of a table or a note explains it here."""
    start, end, stretch = place
    explained = explains(through.text, start, end, letters)
    if stretch.kind is Kind.NOTE and explained:
        return True
    if stretch.cell is not None:
        return any(fits(letters, other) for other in through.beside(stretch)) or (
            stretch.kind is Kind.TERMS and stretch.cell[1] == 1
        )
    if not begins_a_term(through.text, start, end):
        return stretch.kind is Kind.TERMS and explained
    return stretch.kind is Kind.TERMS or explained or _is_defined(through.text[end:])


def _is_defined(behind: str) -> bool:
    return re.match(r"\s*[:=\u2013\u2014-]\s*(?:an?|the|any)\s+[a-z]", behind) is not None
