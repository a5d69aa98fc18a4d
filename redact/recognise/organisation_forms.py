"""Names of organisations in other forms than one name before its type: partners, saints, small letters.

"Dr Osgood & Partners", "Osgood & Harte Solicitors", "Anytown and Elmhurst Hospital", "Our Lady and St Jude",
"Anytown General", and notes that are typed without any capital. Most are asked about: in each a person may be
named. All texts are folded; offsets are half-open code points into them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from redact.recognise import regex
from redact.recognise.beside import is_known
from redact.recognise.claims import Claim
from redact.recognise.lists import kinds, words
from redact.recognise.names import stop_words, title_words
from redact.values.people import Label

__all__ = ["other_forms"]

# Below what is likely, so that somebody who is named inside keeps a mention of their own.
_ASKED = 0.55
_NAME = r"\p{Lu}[\p{L}]*(?:['-]\p{L}+)*+"
_EDGE = r"(?<![\p{L}\p{N}_'@-])"
_STOP = r"(?![\p{L}\p{N}_'@-])"
_AND = r"[ ](?:&|and|\+)[ ]"
_PARTNERS = regex.compile(
    rf"(?r){_EDGE}(?:(?:Drs?|Messrs|MESSRS|DRS?)\.?[ ])?(?P<name>{_NAME})(?:,[ ]{_NAME}){{0,3}}"
    rf"{_AND}(?:Partners|PARTNERS|Associates|Sons|Co)"
)
_OF_PARTNERS = regex.compile(
    r"(?:Partners|PARTNERS|Associates|Sons|Co)(?![\p{L}\p{N}_'@-])(?<=(?:&|and|\+)[ ]\w+)"
)
_MESSRS = regex.compile(
    rf"(?:Messrs|MESSRS)\.?[ ](?P<name>{_NAME})(?:,[ ]{_NAME}){{0,3}}(?:{_AND}{_NAME})?{_STOP}"
)
_AND_CAPITAL = regex.compile(rf"(?:&|and|\+)[ ](?P<second>{_NAME})(?=[ ]\p{{Lu}})")
_FIRST = regex.compile(rf"(?r){_EDGE}(?:{_NAME}[ ]){{0,2}}(?P<first>{_NAME})[ ]")
_LADY = regex.compile(
    rf"{_EDGE}Our[ ]Lady(?:[ ]of[ ](?:the[ ])?{_NAME}(?:[ ]{_NAME})?)?"
    rf"(?:[ ]and[ ]St\.?[ \n]{_NAME}(?:[ ]of[ ]{_NAME})?)?{_STOP}"
)
_SAINTS = regex.compile(
    rf"{_EDGE}(?:St\.?|SS\.?|Saints?)[ ]{_NAME}[ \n](?:and|&)[ \n]St\.?[ \n]{_NAME}(?![ ]\p{{Lu}}){_STOP}"
)
_GENERAL_END = regex.compile(rf"[ ](?:General|High){_STOP}(?![ ]\p{{Lu}})")
_BEFORE_GENERAL = regex.compile(
    rf"(?r)(?:(?<!\p{{L}})(?i:at|to|from|in|of|into|leave|left)[ ]|(?<=^|[\n\t\x00\x01]|,[ ])"
    r"|(?<=(?:Primary|Infants?|Juniors?|School|Academy|Nursery|Pre-School)[ ](?:and|&)[ ]))"
    rf"(?P<value>(?:New[ ])?(?P<name>(?!New[ ]){_NAME})(?:[ ]{_NAME})?)"
)
_NO_HOSPITAL = frozenset(
    {
        "attorney", "director", "secretary", "solicitor", "surgeon", "registrar", "auditor", "governor",
        "inspector", "major", "lieutenant", "brigadier", "advocate", "consul", "postmaster", "paymaster",
        "comptroller", "medical",
    }
)  # fmt: skip
# A charity that has a branch in many places, and the place: its branch points at where they live.
_BRANCH = regex.compile(
    rf"{_EDGE}(?:(?:Home-?[ ]?Start|Home[ ]from[ ]Home|Age[ ](?:UK|Concern)|Relate|Citizens[ ]Advice"
    r"(?:[ ]Bureau)?|Women's[ ]Aid|Victim[ ]Support|Healthwatch|Gingerbread|YMCA|Mencap|Rape[ ]Crisis"
    r"|Carers[ ](?:Link|First|Hub))(?:[ ](?:in|for|of))?"
    r"|(?:Mind|Barnardo's|Action[ ]for[ ]Children|Shelter|Samaritans)[ ](?:in|of))"
    r"(?:[ \n](?:North|South|East|West|Mid|Central|Greater|Upper|Lower)){0,2}"
    rf"[ \n](?P<name>\p{{Lu}}\p{{Ll}}{{3,}}(?:-\p{{L}}+)*)(?:[ ]\p{{Lu}}\p{{Ll}}{{3,}})?{_STOP}"
)
# A paragraph without any capital is of notes as they were typed.
_SMALL_WORD = r"\p{Ll}[\p{Ll}']*(?:-\p{Ll}+)*"
_SMALL_MOST = 4
_BEFORE_TYPE = regex.compile(rf"(?r)(?<![\p{{L}}\p{{N}}_'@./-])(?P<word>{_SMALL_WORD})(?P<gap>\.?[ ]|[ ]?\n)")
_CAPITAL = regex.compile(r"\p{Lu}")
# Types that are ordinary words in such notes: "kitchen needs cleaning", "tried new foods".
_WORDS_OF_NOTES = frozenset(
    {
        "law", "limited", "practice", "foundation", "suite", "foods", "builders", "decorators", "joinery",
        "plumbing", "cleaning", "cleaners", "catering", "packaging", "poultry", "couriers", "flooring",
    }
)  # fmt: skip
_WITH_ARTICLE = frozenset(
    {"project", "centre", "unit", "hub", "school", "academy"}
)  # whose names have a "The" more often than not
_LEAST = 20  # characters of such a paragraph


def other_forms(text: str) -> Iterator[Claim]:
    """Claim organisations whose name is no name directly before a type."""
    yield from _partners(text)
    yield from _joined(text)
    for match in _SAINTS.finditer(text):
        yield _claim(match.span(), "saints", "the name of a church or a school without its type")
    if "Our Lady" in text:
        for match in _LADY.finditer(text):
            yield _claim(match.span(), "saints", "the name of a church or a school without its type")
    for end in _GENERAL_END.finditer(text):
        match = _BEFORE_GENERAL.match(text, max(0, end.start() - 60), end.start())
        if match and _may_be_name(match["name"]) and match["name"].casefold() not in _NO_HOSPITAL:
            span = match.start("value"), end.end()
            yield _claim(span, "general", "a name before General or High, short for a hospital or a school")
    for match in _BRANCH.finditer(text):
        if _may_be_name(match["name"]) and not is_known(match["name"]):
            yield _claim(match.span(), "branch", "the branch of a charity with the name of its place")
    yield from _in_small_letters(text)


def _claim(span: tuple[int, int], pattern: str, because: str) -> Claim:
    return Claim(*span, Label.ORGANISATION, _ASKED, _ASKED, pattern, because)


def _may_be_name(word: str) -> bool:
    plain = word.casefold()
    return len(plain) > 2 and plain not in stop_words() and plain not in words("organisation-words")


def _partners(text: str) -> Iterator[Claim]:
    for end in _OF_PARTNERS.finditer(text):
        match = _PARTNERS.match(text, max(0, end.start() - 90), end.end())
        if match is not None and _may_be_name(match["name"]):
            yield _claim(match.span(), "partners", "names before a word for partners")
    for match in _MESSRS.finditer(text):
        if _may_be_name(match["name"]):
            yield _claim(match.span(), "partners", "names behind a word for partners")


def _joined(text: str) -> Iterator[Claim]:
    """Claim two names joined before a type: "Anytown and Elmhurst Hospital", "Osgood & Harte Solicitors"."""
    for match in _AND_CAPITAL.finditer(text):
        before = _FIRST.match(text, max(0, match.start() - 60), match.start())
        if before is None or not (_may_be_name(before["first"]) and _may_be_name(match["second"])):
            continue
        at = match.end() + 1
        for _ in range(4):
            found = _types().match(text, at)
            if found is not None and not _GOES_ON.match(text, found.end()):
                yield _claim((before.start(), found.end()), "joined names", "two names before a type")
                break
            word = _WORD_ON.match(text, at)
            if word is None:
                break
            at = word.end()


_GOES_ON = regex.compile(r"[ ]\p{Lu}")
_WORD_ON = regex.compile(rf"{_NAME}[ ](?=\p{{Lu}})")


@cache
def _types() -> regex.Pattern[str]:
    every = "|".join(
        map(regex.escape, sorted(kinds("organisation-types"), key=lambda each: (-len(each), each)))
    )
    return regex.compile(rf"(?=\p{{Lu}})(?i:{every})(?![\p{{L}}\p{{N}}_'@-])")


@cache
def _small_types() -> regex.Pattern[str]:
    every = sorted(kinds("organisation-types"), key=lambda each: (-len(each), each))
    usual = "|".join(regex.escape(each) for each in every if each not in _WORDS_OF_NOTES)
    return regex.compile(rf"(?<!\S)(?:{usual})(?![\p{{L}}\p{{N}}_'@-])")


@cache
def _plain_small_words() -> frozenset[str]:
    return (stop_words() | title_words() | {"w", "mtg", "re", "ref"}) - words("organisation-words")


def _in_small_letters(text: str) -> Iterator[Claim]:
    """Claim names before a type in paragraphs without a capital."""
    for low, high in _small_paragraphs(text):
        for match in _small_types().finditer(text, low, high):
            start = _small_name(text, low, match.start())
            if start is not None:
                if match[0] in _WITH_ARTICLE and text[max(low, start - 4) : start] == "the ":
                    start -= 4
                yield _claim(
                    (start, match.end()), "in small letters", "words before a type in notes without capitals"
                )


def _small_paragraphs(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for paragraph in text.split("\x00"):
        if len(paragraph) >= _LEAST and not _CAPITAL.search(paragraph):
            yield at, at + len(paragraph)
        at += len(paragraph) + 1


def _small_name(text: str, low: int, at: int) -> int | None:
    """Find where words begin that may be a name before `at`; none where only plain words stand there."""
    start: int | None = None
    for _ in range(_SMALL_MOST):
        match = _BEFORE_TYPE.match(text, low, at)
        if match is None:
            break
        word = match["word"].removesuffix("'s")
        if word in words("small-words") or (word != "st" and word in _plain_small_words()):
            break
        if word in words("organisation-words"):
            pass
        else:
            start = match.start("word")
        at = match.start("word")
    return start
