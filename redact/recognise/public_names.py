"""Public names: chairs of inquiries, ministers and inspectors in their office.

A peer counts beside a word of an inquiry, a report or Parliament; a professor, a knight or a dame only where
a published review of a public subject bears the name or is said to be theirs, or where the sentence quotes
what they have written of the work of services in general. Such a name then stands as public behind its title
throughout, and so does one of the list behind a title of honour. Where such a name is also a participant's,
it is a finding again. What remains: an inquiry that is in no list and whose chair never stands with a title.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from redact.recognise import regex
from redact.recognise.case_lists import inquiry_names
from redact.recognise.lists import entries
from redact.recognise.names import stop_words
from redact.recognise.readings import Reading, folded
from redact.recognise.zones import LETTER_NAME, Zone, around
from redact.values.people import Standing

__all__ = ["chairs", "public_names"]

_WORK = (
    r"(?:[Rr]eports?|[Ii]nquir(?:y|ies)|[Ee]nquiry|[Rr]eview|[Rr]ecommendations?|[Rr]eforms"
    r"|[Dd]efinition|[Pp]rinciples)"
)
_TITLES = ("Prof", "Sir ", "Dame ", "Lady ", "Lord ", "Baron")
_PEERS = ("Lord ", "Baroness ", "Baron ", "Viscount ")
_PEER = regex.compile(
    rf"(?<![\p{{L}}\p{{N}}'-])(?:The[ ]Lord|Lord|Baroness|Baron|Viscount)[ ]"
    rf"(?!Chancellor|Chief|Justice|Mayor|Advocate)(?P<name>{LETTER_NAME})"
)
_TITLED = regex.compile(
    rf"(?<![\p{{L}}\p{{N}}'-])(?:Professor|Prof\.?|Sir|Dame|Lady|Dr)[ ](?P<name>{LETTER_NAME})"
)
_HONOURED = regex.compile(
    rf"(?<![\p{{L}}\p{{N}}'-])(?:Lord|Lady|Baroness|Baron|Sir|Dame|Professor)[ ](?P<name>{LETTER_NAME})"
)
_PEER_CUE = regex.compile(
    r"\b(?:report(?:s|'s)?|inquir(?:y|ies)|enquir(?:y|ies)|review|recommend\p{L}*|Parliament|Government"
    r"|ministers?)\b",
    regex.IGNORECASE,
)
_LISTED = regex.compile(
    r"(?:\b(?:apologies|present|in[ ]attendance|attend(?:ed|ees|ing)|invited|circulat\p{L}+|distribution"
    r"|cc|c/o)[^.\n]{0,150}|\t[ ]*|(?<=\b(?:Mr|Mrs|Ms|Miss|Dr)\.?[ ][\p{L}' -]{2,40}),[ ])$",
    regex.IGNORECASE,
)
_SUBJECT = (
    r"(?:Child(?:ren)?(?:'s)?[ ]Protection|Children's[ ](?:\p{Lu}|social|homes|services)|Child[ ]Sexual"
    r"|Safeguarding|Social[ ]Work|Residential[ ]Care|Local[ ]Safeguarding|the[ ](?:Care|Child|Protection)"
    r"|Early[ ]Intervention|Family[ ]Justice|Foster(?:ing)?[ ]Care)"
)
_REVIEW_OF = regex.compile(
    rf"\b[Tt]he[ ](?P<name>{LETTER_NAME})[ ](?:Review|Report|Inquiry)[ ](?:of|into|on)[ ]{_SUBJECT}"
)
# "Professor Harte's review of child protection", "the review of child protection by Professor Harte"; not of
# one child's protection plan.
_FIELD = (
    r"(?:(?:the[ ])?(?:child(?:ren)?(?:'s)?[ ]protection|children's[ ](?:social[ ]care|services|homes)"
    r"|safeguarding|social[ ]work|residential[ ]care|foster[ ]care|family[ ]justice|early[ ]intervention"
    r"|care[ ]system)"
    r"(?![ ](?:plan|conference|case|file|record|register|enquir|medical|referral|concern|of[ ]the))"
    r"(?:[ ](?:system|services|practice|arrangements|in[ ]England|training|reform)){0,3})"
)
_LEARNED = r"(?:Professor|Prof\.?|Sir|Dame|Lady|Lord|Baroness|Baron)"
_WORK_WORD = (
    r"(?i:(?:independent[ ]|national[ ]|final[ ]|interim[ ]|\d{4}[ ])*(?:review|report|inquiry|enquiry))"
)
_OWN_REVIEW = regex.compile(
    rf"\b{_LEARNED}[ ](?P<name>{LETTER_NAME})'s?[ ]{_WORK_WORD}[ ](?:of|into|on)[ ](?i:{_FIELD})"
)
_REVIEW_BY = regex.compile(
    rf"\b{_WORK_WORD}[ ](?:of|into|on)[ ](?i:{_FIELD})[ ]?(?:\(\d{{4}}\)[ ]?)?,?[ ]?"
    r"(?:(?:led|chaired|written|conducted|carried[ ]out|published)[ ])?by[ ]"
    rf"{_LEARNED}[ ](?P<name>{LETTER_NAME})"
)
_BY_OF = regex.compile(
    rf"\b{_WORK_WORD}[ ]by[ ]{_LEARNED}[ ](?P<name>{LETTER_NAME})(?:[ ]\(\d{{4}}\))?[ ]"
    rf"(?:of|into|on)[ ](?i:{_FIELD})"
)
# "Professor Harte has shown what such systems do": of services in general, and of nobody.
_QUOTED = regex.compile(
    rf"\b{_LEARNED}[ ](?P<name>{LETTER_NAME})(?:[ ]\(\d{{4}}\))?[ ](?:has[ ]|have[ ])?(?:also[ ]|rightly[ ])?"
    r"(?:written[ ](?:of|about|that|on)|shown[ ](?:how|that|what|why)|argue[sd](?:[ ](?:that|for))?"
    r"|warn(?:s|ed)(?:[ ](?:of|that|against))?|describe[sd](?:[ ]how)?|writes[ ](?:of|about|that)"
    r"|wrote[ ](?:of|about|that)|shows[ ](?:how|that|what)|call(?:s|ed)[ ]for|recommend(?:s|ed)|said[ ]of)"
    r"[ ](?=(?:[\p{L}'-]+[ ,]+){0,4}(?:systems?|services?|professionals|practice|practitioners|social[ ]work"
    r"|child[ ]protection|bureaucracy|organisations?|agencies|targets|procedures|research"
    r"|local[ ]authorities)\b)"
)
_IN_THE_CASE = regex.compile(
    r"\b(?:\p{Lu}{2,4}\d|Child[ ]\p{Lu}\b|Parent[ ]\d|mother|father|baby|injur\p{L}+|fractur\p{L}+|scans?"
    r"|bruis\p{L}+|examin\p{L}+|x-rays?|bloods|ward|clinic|hospital|report[ ]for|expert|court)\b"
)
_WORKS = regex.compile(rf"\b{_WORK}\b")
_BEFORE_WORK = regex.compile(
    r"(?P<the>\b[Tt]he[ ]"
    r"|\b[Aa]nd[ ](?:[Tt]he[ ])?)?(?<![\p{L}\p{N}'-])(?P<name>\p{Lu}\p{L}+(?:-\p{Lu}\p{L}+)?)(?P<own>'s)?[ ]"
    r"(?:(?:[Pp]ublic|[Ii]ndependent|[Pp]rogress|[Ff]inal|[Ii]nterim)[ ])?$"
)
_LETTERS = regex.compile(rf"(?<![\p{{L}}'-])(?P<name>{LETTER_NAME}),?[ ]HMCI\b")


def chairs(readings: Iterable[Reading]) -> frozenset[str]:
    """Collect the last names, in lower case, of those whom a text shows as chairs of public inquiries."""
    found: set[str] = set()
    for reading in readings:
        text = reading.text
        for match in _PEER.finditer(text) if any(title in text for title in _PEERS) else ():
            if _LISTED.search(text, max(0, match.start() - 160), match.start()):
                continue  # who is sent for or excused takes part in the case: "Apologies: Lord Harte"
            if _PEER_CUE.search(around(text, match.start(), match.end(), reach=120)):
                found.add(_last(match["name"]))
        found.update(_last(match["name"]) for match in _reviews_of(text))
        found.update(_last(match["name"]) for match in _reviews_by(text))
    return frozenset(found)


def public_names(reading: Reading, known: frozenset[str]) -> Iterator[Zone]:
    """Find the public names of one reading; `known` are the last names that `chairs` has collected."""
    text = reading.text
    for pattern in (_PEER, _TITLED) if known and any(name in text.casefold() for name in known) else ():
        for match in pattern.finditer(text):
            if _last(match["name"]) in known:
                because = "a name behind its title that a published inquiry or review bears"
                yield _zone(reading, match, "chair of an inquiry", because)
    for match in _reviews_of(text):
        yield _zone(reading, match, "review that bears a name", "a name in the title of a published review")
    for match in _reviews_by(text):
        because = "a name whose owner is said to have led a published review"
        yield _zone(reading, match, "leader of a review", because)
    for match in _quoted(text):
        because = "a name behind a learned title, quoted on the work of services in general"
        yield _zone(reading, match, "quoted in general", because, careful=True)
    yield from _honoured(reading)
    yield from _named_works(reading, known)
    yield from _holders(reading)


def _reviews_of(text: str) -> Iterator[regex.Match[str]]:
    if "Review " in text or "Report " in text or "Inquiry " in text:
        yield from _REVIEW_OF.finditer(text)


def _reviews_by(text: str) -> Iterator[regex.Match[str]]:
    """Find the names of those whose review of a public subject is spoken of."""
    if any(title in text for title in _TITLES):
        for pattern in (_OWN_REVIEW, _REVIEW_BY, _BY_OF):
            yield from pattern.finditer(text)


def _quoted(text: str) -> Iterator[regex.Match[str]]:
    """Find the names of those whom a sentence quotes on services in general, and on nobody of the case."""
    for match in _QUOTED.finditer(text) if any(title in text for title in _TITLES) else ():
        sentence = text[match.end() : match.end() + 120].partition(". ")[0]
        if not _IN_THE_CASE.search(sentence):
            yield match


def _honoured(reading: Reading) -> Iterator[Zone]:
    """Find "Lord Harte", "Sir Tom Harte" of those whose inquiry is in the list."""
    text = reading.text
    for match in _HONOURED.finditer(text) if any(title in text for title in _TITLES) else ():
        if _last(match["name"]) in inquiry_names():
            because = "a name behind a title of honour that a published inquiry bears"
            yield _zone(reading, match, "honoured chair", because, careful=True)


def _named_works(reading: Reading, known: frozenset[str]) -> Iterator[Zone]:
    """Find "the Harte report"; with "'s" only of a chair whom the text shows: a nurse writes reports too."""
    text = reading.text
    for work in _WORKS.finditer(text):
        low = max(0, work.start() - 60)
        # The name is the word before it, or the one before that.
        if not any(word[:1].isupper() for word in text[low : work.start()].split()[-2:]):
            continue
        match = _BEFORE_WORK.search(text, low, work.start())
        if match is None:
            continue
        name = match["name"].casefold()
        if name in known or (name in inquiry_names() and match["the"] and not match["own"]):
            because = "a name directly before a report or an inquiry"
            yield _zone(reading, match, "named inquiry", because, careful=True)


def _zone(
    reading: Reading, match: regex.Match[str], pattern: str, because: str, *, careful: bool = False
) -> Zone:
    start, end = match.span("name")
    return Zone(reading, start, end, Standing.PUBLIC, pattern, because, careful=careful)


def _last(name: str) -> str:
    return name.split()[-1].casefold()


@cache
def _office_names() -> tuple[str, ...]:
    return tuple(
        sorted({folded(name)[0] for name in entries("public-offices")}, key=lambda name: (-len(name), name))
    )


@cache
def _offices() -> tuple[regex.Pattern[str], regex.Pattern[str], regex.Pattern[str]]:
    """Build the gate, the pattern of an office before a name, and that of an office behind one."""
    office = "(?:" + "|".join(map(regex.escape, _office_names())) + ")"
    of = r"(?:[ ](?:for|of)[ ](?:the[ ])?\p{Lu}[\p{L}']+(?:,?[ ](?:and[ ]|of[ ])?\p{Lu}[\p{L}']+){0,5}?)?"
    honour = r"(?:(?:the[ ])?(?:Rt\.?[ ]Hon\.?|Right[ ]Honourable)[ ])?(?:(?:Mr|Mrs|Ms|Dr|Sir|Dame|Lord)[ ])?"
    before = rf"\b{office}{of}(?:,[ ]|[ ]?\(|:[ ]|[ ]-[ ]|[ ])(?:the[ ])?{honour}(?P<name>{LETTER_NAME})"
    between = r"(?:[ ](?:[OMCK]BE|MP|CB|QC|KC))*(?:,[ ]|[ ]\()(?:the[ ]|then[ ]|as[ ])*"
    behind = rf"(?P<name>{LETTER_NAME}){between}{office}"
    closing = r"(?=[ ](?:[OMCK]BE|MP|HMCI)\b|[,.)';:\n\t]|$|[ ]\p{Ll})"
    return regex.compile(office), regex.compile(before + closing), regex.compile(behind)


def _holders(reading: Reading) -> Iterator[Zone]:
    text = reading.text
    because = "a name beside a public office"
    if "HMCI" in text:
        for match in _LETTERS.finditer(text):
            yield _zone(reading, match, "public office", because)
    if not any(office in text for office in _office_names()):
        return
    gate, before, behind = _offices()
    at = 0
    for office in gate.finditer(text):
        found = before.search(text, office.start(), min(len(text), office.end() + 160))
        if found is not None and found.start() == office.start() and not _is_words(found["name"]):
            yield _zone(reading, found, "public office", because)
        start = max(at, office.start() - 80)
        for earlier in behind.finditer(text, start, office.end()):
            if not _is_words(earlier["name"]):
                yield _zone(reading, earlier, "public office", because)
        at = office.end()


def _is_words(name: str) -> bool:
    return any(word.casefold() in stop_words() for word in name.split())
