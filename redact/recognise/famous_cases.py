"""Published cases and inquiries by the names of the list, where the text speaks of the case and its report.

A name alone is never enough: the child of a review may bear it. Words of a case, a death, an inquiry or
lessons beside the whole name show it, another listed case in the same sentence, or the title of its inquiry;
the chairs of inquiries count by their whole name where the sentence tells of nobody's visit or home, and a
listed surname alone where its report is spoken of. A field, a line of its own and whoever bears the name
elsewhere keep it a participant's. What remains: a case that is in no list.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from redact.recognise.lists import kinds
from redact.recognise.readings import Reading, folded
from redact.recognise.zones import Zone, sentence_around
from redact.values.people import Standing

__all__ = ["famous_cases", "inquiry_names"]

_FIELD_BEFORE = regex.compile(r"[:\t|=][ ]*$")
_LEAST_WORDS = 3  # beside the name: less is no sentence
_NO_CASE = regex.compile(
    r"\b(?:visit(?:ed|s)?|attend(?:ed|s)?|lives?|lived|weigh(?:ed|s)|was[ ]seen|told|said|at[ ]school"
    r"|her[ ]mother"
    r"|his[ ]mother|rang|came|went|home|presented)\b"
)
# Directly before the name, with other listed names between.
_CASE_BEFORE = regex.compile(
    r"\b(?:(?:cases?|deaths?|murders?|killings?|manslaughter|tragedy|trial)[ ](?:\p{Ll}+[ ]){0,2}?(?:of|like"
    r"|as|such[ ]as)"
    r"|cases?[ ]like[ ](?:it|this|that|these),"
    r"|(?:inquir(?:y|ies)|reviews?|enquir(?:y|ies)|judgment)[ ](?:\p{Ll}+[ ]){0,4}?(?:into|of|on|after"
    r"|following|concerning)"
    r"|reports?[ ](?:in)?to|lessons?[ ](?:\p{Ll}+[ ]){0,2}?(?:of|from)|learn\p{L}*[ ](?:from|of)"
    r"|compar(?:e|ed|ison)(?:[ ](?:with|to|see))?|names[ ](?:like|of|such[ ]as)"
    r"|like[ ]the[ ]child(?:ren)?[ ]in"
    r"|headlines[ ](?:of|about|on))[ ](?:the[ ])?$",
    regex.IGNORECASE,
)
# They may be said of somebody of the case too: no word of a visit may stand beside them.
_WEAK_BEFORE = regex.compile(
    r"\b(?:[Ss]ince|[Aa]fter|[Ff]ollowing|[Bb]efore|[Ll]ike|such[ ]as|as[ ](?:in|with)|from|and|to|of|in"
    r"|[Uu]nlike|remember\p{L}*)[ ]$"
)
_CASE_BEHIND = regex.compile(
    r"(?:'s)?[ ](?:(?:serious[ ])?cases?|inquir(?:y|ies)|enquir(?:y|ies)|reviews?|reports?|tragedy|judgment"
    r"|murder|scandal"
    r"|foundation|tragedies)\b|'s[ ](?:death|killers|murder)\b|[ ]\((?:19|20)\d\d\)"
)
# Words of the public's memory: who speaks so speaks of no visit and of nobody's home.
_CASE_IN_SENTENCE = regex.compile(
    r"\b(?:cases|deaths|murders?|killings?|traged(?:y|ies)|inquir(?:y|ies)|enquir(?:y|ies)"
    r"|serious[ ]case[ ]reviews?|outcry|shocked|Laming|Climbi[e\u00e9]|published|headlines|newspapers?"
    r"|press|nation(?:al|ally|wide)?|country|Britain|England|high[ -]profile|infamous|notorious|famous"
    r"|well[ -]known|lessons|learn(?:ed|t|ing)?|reforms?|legislation|polic(?:y|ies)|politic\p{L}+"
    r"|government|ministers?|profession|history|decades?|generations?|familiar|echo(?:es|ed)?"
    r"|remember\p{L}*|names[ ]of|other[ ]children)\b|\((?:19|20)\d\d\)"
)
_AND_ANOTHER = regex.compile(r"^(?:,?[ ]and[ ]|,[ ]|[ ]or[ ])$")
_CHAIR_CUE = regex.compile(
    r"\b(?:report(?:ed|s)?|reviews?|inquir(?:y|ies)|recommend\p{L}*|years[ ]ago|reforms?|said[ ]that|argued"
    r"|wrote"
    r"|warned|called[ ]for|asked[ ]for|found[ ]that|concluded|framework|system|proposals?|principles?"
    r"|published)\b"
)
_OF_THE_CASE = regex.compile(
    r"\b(?:visit\p{L}*|attend\p{L}*|lives?|lived|weighed|seen|told|rang|came[ ]to|went|her|his|mother|father"
    r"|school"
    r"|nursery|ward|clinic|injur\p{L}+|bruis\p{L}+|arrested|\p{Lu}{2}\d|Child[ ]\p{Lu}\b)\b"
)
_OWED = regex.compile(
    r"^,?[ ](?:to[ ]whom|to[ ]which|whose)[ ](?:\p{Ll}+[ ]){0,3}(?:reports?|inquiry|review|recommendations)\b"
)
_AGES_AGO = regex.compile(
    r"(?:\b(?:[Tt]en|[Tt]wenty|[Tt]hirty|[Ff]orty|[Ff]ifty|[1-9]0)[ ](?:years)|[Dd]ecades"
    r"|[Aa][ ]generation)[ ]ago,?[ ]$"
)
_ASKED = regex.compile(r"^[ ](?:asked|called|recommended|urged|warned|wrote|reported|proposed)\b")


def famous_cases(reading: Reading) -> Iterator[Zone]:
    """Find the published cases, and the chairs and the surnames of listed inquiries, of one reading."""
    yield from _cases(reading)
    yield from _listed(reading)


@cache
def inquiry_names() -> frozenset[str]:
    """Give the surnames, in lower case, by which inquiries are known."""
    return frozenset(name.casefold() for name in _of_kind("inquiry"))


@cache
def _of_kind(kind: str) -> frozenset[str]:
    return frozenset(folded(name)[0] for name, found in kinds("famous-cases").items() if found == kind)


@cache
def _pattern(kind: str) -> tuple[frozenset[str], regex.Pattern[str]]:
    """Give the last words, and the pattern of the whole names, as written and in capitals."""
    names = _of_kind(kind) | {name.upper() for name in _of_kind(kind)}
    every = "|".join(regex.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))
    pattern = regex.compile(rf"(?<![\p{{L}}\p{{N}}'-])(?P<name>{every})(?![\p{{L}}\p{{N}}-])")
    return frozenset(name.split()[-1] for name in names), pattern


def _matches(text: str, kind: str) -> list[regex.Match[str]]:
    last, pattern = _pattern(kind)
    return list(pattern.finditer(text)) if any(name in text for name in last) else []


def _cases(reading: Reading) -> Iterator[Zone]:
    text = reading.text
    matches = _matches(text, "case")
    shown = [_says_case(text, match) for match in matches]
    for _ in matches:  # a list is shown by any of its names
        for at in range(len(matches) - 1):
            if _AND_ANOTHER.match(text[matches[at].end() : matches[at + 1].start()]):
                together = max(shown[at], shown[at + 1], 1)
                shown[at] = shown[at + 1] = together
    for match, strength in zip(matches, shown, strict=True):
        before, behind = sentence_around(text, *match.span())
        if not strength or _is_alone(text, match, before + " " + behind):
            continue
        if strength > 1 or not _NO_CASE.search(before[-70:] + " " + behind[:70]):
            because = "the name of a published case, spoken of as a case"
            over_kin = strength > 1 and regex.match(r",[ ](?:Child|Baby)[ ]\p{Lu}\b", behind) is not None
            yield _zone(reading, match, "published case", because, over_kin=over_kin)


def _says_case(text: str, match: regex.Match[str]) -> int:
    """Say how plainly the words beside a name speak of a case: 2 plainly, 1 perhaps, 0 not."""
    before, behind = sentence_around(text, *match.span())
    if _CASE_BEFORE.search(before) or _CASE_BEHIND.match(behind):
        return 2
    if _CASE_IN_SENTENCE.search(before + " " + behind) is None:
        return 0
    # With nothing before the name that leads to it, not one word may be of somebody's life.
    leads = _WEAK_BEFORE.search(before) is not None
    return int(leads or not _OF_THE_CASE.search(before + " " + behind))


def _is_alone(text: str, match: regex.Match[str], beside: str) -> bool:
    """Tell a field and a name alone on its line: there it is whoever the document is about."""
    is_field = _FIELD_BEFORE.search(text, max(0, match.start() - 8), match.start()) is not None
    return is_field or len(beside.split()) < _LEAST_WORDS


def _listed(reading: Reading) -> Iterator[Zone]:
    """Find chairs of inquiries by their whole name, and listed surnames whose report is spoken of."""
    text = reading.text
    for match in _matches(text, "chair"):
        before, behind = sentence_around(text, *match.span())
        sentence = before + " " + behind
        if _is_alone(text, match, sentence) or _OF_THE_CASE.search(sentence):
            continue
        if _CHAIR_CUE.search(sentence):
            because = "the whole name of the chair of a published inquiry"
            yield _zone(reading, match, "listed chair", because)
    for match in _matches(text, "inquiry"):
        before, behind = sentence_around(text, *match.span())
        long_ago = _AGES_AGO.search(before) and _ASKED.match(behind)
        if not _OF_THE_CASE.search(before + " " + behind) and (long_ago or _OWED.match(behind)):
            because = "the name of a published inquiry, whose report is spoken of"
            yield _zone(reading, match, "inquiry by its name", because)


def _zone(
    reading: Reading, match: regex.Match[str], pattern: str, because: str, *, over_kin: bool = False
) -> Zone:
    start, end = match.span("name")
    return Zone(reading, start, end, Standing.PUBLIC, pattern, because, over_kin=over_kin)
