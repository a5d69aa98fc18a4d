"""Where letters stand in a document that may be an abbreviation, with what they are instead taken out.

Labels of people (SW1, MGM, Child AB), Roman numbers, postcodes, reference numbers and addresses are none.
What remains: initials that nobody has marked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from redact.judge.acronym_words import Lexicon
from redact.judge.read_through import Kind, Stretch, Through
from redact.values.people import Label, Mention

__all__ = ["Place", "key_of", "places_of"]

_CANDIDATE = re.compile(
    r"""(?<![^\W_])(?<!@)(?:
        (?P<dotted>(?:[A-Z]\.){2,}(?:[A-Z](?![^\W_]))?)
      | (?P<joined>[A-Z]{1,4}(?:&[A-Z]{1,4})+|[A-Z]\ &\ [A-Z](?![^\W_]))
      | (?P<slashed>(?:[Hh]/[Vv]|[Ss]/[Ww]|[Ss]/[Nn]|[TtPp]/[Cc]|[Rr]/[Vv]|[Ff]/[Uu]|[Dd]/[Ww])(?![^\W_]))
      | (?P<hyphened>CP-IS|(?:AUDIT|ASQ|PHQ|GAD)-[A-Z]{1,2}(?![\w-]))
      | (?P<plain>[a-z]?[A-Z][a-z0-9]*[A-Z][A-Za-z0-9]*)
    )""",
    re.VERBOSE,
)
_ENDING = re.compile(r"(?<=[A-Z0-9])(?:s|es|d|ed|ing)$")
_ROMAN = re.compile(r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})")
_CROSSES = re.compile(r"([XZ])\1+")
# What is no word, each with what must stand in a text that has one.
_ADDRESSES = (
    ("@", re.compile(r"[^\s@]+@\S+")),
    ("://", re.compile(r"\w+://\S+")),
    ("www.", re.compile(r"\bwww\.\S+", re.IGNORECASE)),
    (".", re.compile(r"[\w-]+\.(?:pdf|docx?|xlsx?|pptx?|txt|PDF|DOCX?|XLSX?|PPTX?|TXT)\b")),
)
_POSTCODE = re.compile(r"[A-Z]{1,2}\d[A-Z\d]?\Z")
_INWARD = re.compile(r"\s?\d[A-Z]{2}\b")
_CODE = re.compile(r"[\w/-]*")
_NUMBERED_PAPER = re.compile(r"[A-Z]+(?:\d{3,}|\d+[A-Z]+\d\w*)\Z")
_SERIES = re.compile(r"[A-Z]{3,}-\d{1,2}\Z")  # ICD-10 is no reference number
_WITH_DIGITS = re.compile(r"([A-Z]{2,})(\d{1,3})\Z")
_NUMBERED = re.compile(
    r"(?:[ -]\d{1,2}(?!\s*(?:times|years?|months?|weeks?|days?|hours?|visits?)\b)|[ -][A-Z])"
    r"(?![\w&/'\u2019.])"
)
_FORENAME_BEHIND = re.compile(r",?[ \t]+[A-Z][a-z]+")
_NO_NAME_BEFORE = re.compile(r"(?:\b(?:the|an?|each|every|no|this|our|their|its)\s+|[(\[/])\Z", re.IGNORECASE)
_SURNAME_BEHIND = re.compile(r"\s+[A-Z][a-z]")
_RELATIVE = re.compile(r"[MP]G(?:GM|GF|M|F|P|A|U|S)S?|[MP](?:U|GPS)")
_PERSON_BEFORE = re.compile(
    r"\b(?:child(?:ren)?|adult|baby|infant|sibling|twin|mother|father|brother|sister|parent|partner|family"
    r"|subject|witness|male|female|pupil|student|patient|grand(?:mother|father)|aunt|uncle|cousin|carer|worker"
    r"|mr|mrs|ms|miss|mx|dr|professional|practitioner|young\s+person)s?"
    r"\s+(?:[A-Z]{1,3}\s*(?:,|and|&|or)\s*)*\Z",
    re.IGNORECASE,
)
_BACK = 40  # characters in which such a word is looked for
_INITIALS = 3  # letters behind "Child"
_SURE = 0.6  # of a name; below it is asked about, and may as well be an abbreviation
_MODEL = "model"  # so begin the patterns of the name model
_TWO = 2  # letters
_IDENTIFIERS = frozenset(
    {
        Label.PERSON,
        Label.PSEUDONYM,
        Label.POSTCODE,
        Label.CASE_REFERENCE,
        Label.PROFESSIONAL_ID,
        Label.OTHER_ID,
        Label.VEHICLE,
        Label.NATIONAL_INSURANCE,
        Label.EMAIL,
        Label.ONLINE,
    }
)


@dataclass(frozen=True, slots=True)
class Place:
    """Letters in one place, by half-open offsets into the whole text."""

    start: int
    end: int
    letters: str = field(repr=False)
    stretch: Stretch


def key_of(letters: str) -> str:
    """Give what is the same for all ways of writing an abbreviation: "N.F.A." and NFA, CiC and CIC."""
    return re.sub(r"[.\s]", "", letters).upper()


def places_of(through: Through, words: Lexicon, mentions: Sequence[Mention]) -> Iterator[Place]:
    """Give each place of what may be an abbreviation, in reading order.

    Args:
        mentions: names and numbers of people among them are no abbreviations.
    """
    yield from _Finder(through, words, mentions).places()


class _Finder:
    def __init__(self, through: Through, words: Lexicon, mentions: Sequence[Mention]) -> None:
        self._through = through
        self._words = words
        self._text = _without_addresses(through.text)
        self._taken = _by_passage(mentions)

    def places(self) -> Iterator[Place]:
        labels: set[str] = set()
        candidates: list[tuple[int, int, str, str | None]] = []
        for match in (*_CANDIDATE.finditer(self._text), *self._words.written_as_words(self._text)):
            start, letters = match.start(), match[0]
            ending = _ENDING.search(letters) if match.lastgroup == "plain" else None
            letters = letters[: ending.start()] if ending else letters
            if self._is_behind_a_person(start, letters):
                labels.add(letters)
            else:
                candidates.append((start, start + len(letters), letters, match.lastgroup))
        for start, end, letters, group in sorted(candidates):
            stretch = self._through.at(start)
            if (
                letters in labels
                or stretch.kind is Kind.CONTENTS
                or self._is_none(start, end, letters, group)
            ):
                continue
            if not self._is_taken(start, end, letters, stretch):
                last, written = self._without_a_mark(start, end, letters)
                yield Place(start, last, written, stretch)

    def _is_behind_a_person(self, start: int, letters: str) -> bool:
        return (
            len(letters) <= _INITIALS
            and letters.isupper()
            and not self._words.knows(letters)
            and _PERSON_BEFORE.search(self._text[max(0, start - _BACK) : start]) is not None
        )

    def _is_none(self, start: int, end: int, letters: str, group: str | None) -> bool:
        """Tell whether the letters at this place are something else."""
        if group == "dotted":
            key = key_of(letters)
            name = len(key) < 3 or _SURNAME_BEHIND.match(self._text, end) is not None
            return name and not self._words.knows(key)
        if group != "plain":
            return False
        if (
            _NUMBERED_PAPER.match(letters)
            or _ROMAN.fullmatch(letters)
            or _CROSSES.fullmatch(letters)
            or _RELATIVE.fullmatch(letters)
        ):
            return True
        if _POSTCODE.match(letters) and _INWARD.match(self._text, end):
            return True
        if not letters.isupper() and (not _is_mixed(letters) or self._words.is_system(letters)):
            return True
        return self._is_a_persons(end, letters) or self._is_in_a_code(start, letters)

    def _is_a_persons(self, end: int, letters: str) -> bool:
        """Tell whether it is a label in use, SW1 or "GP B"."""
        numbered = _WITH_DIGITS.match(letters)
        if numbered:
            return not self._words.knows(letters) and (
                len(numbered[1]) == 2 or self._words.is_role(numbered[1])
            )
        return self._words.is_role(letters) and _NUMBERED.match(self._text, end) is not None

    def _is_in_a_code(self, start: int, letters: str) -> bool:
        text, left = self._text, start
        while left and (text[left - 1].isalnum() or text[left - 1] in "/-_"):
            left -= 1
        code = _CODE.match(text, left)
        whole = code[0] if code else letters
        return any(map(str.isdigit, whole.replace(letters, "", 1))) and not _SERIES.match(whole)

    def _is_taken(self, start: int, end: int, letters: str, stretch: Stretch) -> bool:
        span = stretch.span(start, end)
        for mention in self._taken.get(span.passage, ()):
            if not mention.span.overlaps(span):
                continue
            known = self._words.knows(letters)
            if mention.label is not Label.PERSON:
                return mention.label is not Label.PSEUDONYM or not known
            if mention.evidence.pattern.startswith(_MODEL):
                return self._is_a_name(start, end, letters, mention)
            # "DC" in "DC Osgood" is an abbreviation; "DC" alone, where it is a name, is none.
            return mention.span == span or not known
        return False

    def _is_a_name(self, start: int, end: int, letters: str, mention: Mention) -> bool:
        """Tell whether the name model is to be believed: it takes many abbreviations for names.

        Two letters may be initials, and "HUSSAIN, Khadija" and "Hussain" elsewhere show a surname.
        """
        beside = mention.score >= _SURE and _FORENAME_BEHIND.match(self._text, end) is not None
        if self._words.knows(letters):
            return beside
        initials = (
            len(letters) <= _TWO and _NO_NAME_BEFORE.search(self._text, max(0, start - 9), start) is None
        )
        return beside or initials or self._words.is_word(letters)

    def _without_a_mark(self, start: int, end: int, letters: str) -> tuple[int, str]:
        """Take the number of a footnote off: "CAMHS1"."""
        numbered = _WITH_DIGITS.match(letters)
        plain = numbered[1] if numbered and not self._words.knows(letters) else ""
        if len(plain) > 2 and (self._words.knows_any_case(plain) or self._stands_alone(plain)):
            return start + len(plain), plain
        return end, letters

    def _stands_alone(self, letters: str) -> bool:
        return re.search(rf"\b{letters}\b", self._text) is not None


def _without_addresses(text: str) -> str:
    for sign, pattern in _ADDRESSES:
        if sign in text:
            text = pattern.sub(lambda match: " " * len(match[0]), text)
    return text


def _by_passage(mentions: Sequence[Mention]) -> Mapping[str, list[Mention]]:
    taken: dict[str, list[Mention]] = {}
    for mention in mentions:
        if mention.label in _IDENTIFIERS:
            taken.setdefault(mention.span.passage, []).append(mention)
    return taken


def _is_mixed(letters: str) -> bool:
    """Tell whether letters of both cases are an abbreviation: CiN and DoLS are, SystmOne and McKay not."""
    large, small = sum(map(str.isupper, letters)), sum(map(str.islower, letters))
    return len(letters) <= 6 and large > small and not letters.startswith(("Mc", "Mac"))
