"""Published cases and inquiries by the names of the lists, where the text speaks of the case and its report.

The child of a review may bear such a name. Words of a case, a death, an inquiry or lessons beside the whole
name show the case, another listed case in the same sentence, or the title of its inquiry; in any other
sentence the whole name stays where nothing tells of a visit, a home or a childhood, unless many people bear
it; the chairs of inquiries count by their whole name where the sentence tells of nobody's visit or home, a
listed surname alone where its report is spoken of. A field, a line of its own and whoever bears the name
elsewhere keep it a participant's. What remains: a case that is in no list.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from redact.recognise import regex
from redact.recognise.case_lives import WEAK_BEFORE, is_in_a_persons_row, is_of_a_life
from redact.recognise.case_memory import (
    is_long_since,
    is_on_a_programme,
    is_remembered,
    is_reported_long_ago,
    is_surname_remembered,
)
from redact.recognise.lists import kinds
from redact.recognise.readings import Reading, folded
from redact.recognise.zones import Zone, sentence_around
from redact.values.people import Standing

__all__ = ["famous_cases", "inquiry_names"]

_FIELD_BEFORE = regex.compile(r"[:\t|=][ ]*$")
_LEAST_WORDS = 3  # beside the name: less is no sentence
_PLAINLY = 2
_AMONG = 3  # listed cases of which a document speaks: one of them may be a participant's name, hardly more
# A label behind which cases are told and nobody of the case: "Parallels: …"
_LIST_BEFORE = regex.compile(
    r"\b(?:parallels?|cases|compare|see|lessons|reviews|inquiries|deaths"
    r"|names(?:[ ]run[ ]together)?|examples?|such[ ]as"
    r"|slide[ ]\d+"
    r"|theme[ ]?\d*|reading)[ ]?:[ ]*$",
    regex.IGNORECASE,
)
_REVIEWS_BEFORE = regex.compile(
    r"\b(?:(?:published|national|notable|famous)[ ](?:\p{Ll}+[ ]){0,2}(?:reviews|cases|inquiries|deaths)"
    r"|(?:reviews|cases|inquiries|deaths)[ ]of[ ]national[ ](?:note|importance))"
    r"\b[^:\n\t]{0,30}:[ ]*$",
    regex.IGNORECASE,
)
# Directly before the name, with other listed names between.
_CASE_BEFORE = regex.compile(
    r"\b(?:(?:cases?|deaths?|murders?|killings?|manslaughter|tragedy|trial)[ ](?:\p{Ll}+[ ]){0,2}?(?:of|like"
    r"|as|such[ ]as)"
    r"|cases?[ ]like[ ](?:it|this|that|these),"
    r"|(?:inquir(?:y|ies)|reviews?|enquir(?:y|ies)|judgment)[ ](?:\p{Ll}+[ ]){0,4}?(?:into|of|on|after"
    r"|following|concerning)"
    r"|reports?[ ](?:in)?to|lessons?[ ](?:\p{Ll}+[ ]){0,2}?(?:of|from)|learn\p{L}*[ ](?:from|of)"
    r"|compar(?:e|ed|ison)(?:[ ](?:\p{Ll}+[ ]){0,3}?(?:with|to|see))?|names[ ](?:like|of|such[ ]as)"
    r"|[Tt]he[ ]names?"
    r"|like[ ]the[ ]child(?:ren)?[ ]in"
    r"|headlines[ ](?:of|about|on)|(?:if|when|be)[ ]asked[ ]about|like(?:ness|nesses)[ ]to"
    r"|(?:set[ ]out|made|found|noted|seen"
    r"|reported|described|drawn)[ ](?:in|after|from|by|following)|reviews?[ ]since)[ ](?:the[ ])?$",
    regex.IGNORECASE,
)
_CASE_BEHIND = regex.compile(
    r"(?:'s)?[ ](?:(?:serious[ ])?cases?|inquir(?:y|ies)|enquir(?:y|ies)|reviews?|reports?|tragedy|judgment"
    r"|murder|scandal|principles?|exec(?:utive|\.)[ ]summary"
    r"|foundation|tragedies)\b|'s[ ](?:death|killers|murder)\b|[ ]\((?:19|20)\d\d\)"
    r"|[ ](?:is|was)[ ](?:still[ ]|often[ ])?(?:taught|remembered|cited|studied)\b"
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
_AND_ANOTHER = regex.compile(
    r"^(?:,?[ ](?:and|or)[ ](?:of[ ])?|[,;][ ](?:and[ ]|in[ ])?|[ ]?\([^()]{1,30}\)[,;]?[ ](?:and[ ])?"
    r"|,[ ](?:in[ ])?\d{4}[.;,][ ]"
    r"(?:Slide[ ]\d+[.:][ ])?|\.[ ]Slide[ ]\d+[.:][ ])$"
)
# Surnames that hardly anybody bears besides.
_RARE = frozenset({"Climbié", "Climbie", "CLIMBIÉ", "CLIMBIE", "Labinjo-Hughes", "Menheniott", "Koseda"})
_CHAIR_CUE = regex.compile(
    r"\b(?:report(?:ed|s)?|reviews?|inquir(?:y|ies)|recommend\p{L}*|years[ ]ago|reforms?|said[ ]that|argued"
    r"|wrote|warned|called[ ]for|asked[ ]for|found[ ]that|concluded|framework|system|proposals?|principles?"
    r"|published|put[ ]it|quot(?:es|ed|ing)|asked[ ]of|chapters?|volumes?|headings|(?:changed|new)[ ]since)\b"
)
_OF_THE_CASE = regex.compile(
    r"\b(?:visit\p{L}*|attend\p{L}*|lives?|lived|weighed|seen|told|rang|came[ ]to|went|her|his|mother|father"
    r"|school|nursery|ward|clinic|injur\p{L}+|bruis\p{L}+|arrested|\p{Lu}{2}\d|Child[ ]\p{Lu}\b)\b"
)
_WORKS_OF = regex.compile(r"\b[Tt]he[ ](?P<name>\p{Lu}[\p{L}-]+)[ ](?i:review|report|inquiry)\b")
# No listed name begins or ends within one, so what ends a name is a whole run of the text.
_RUN = regex.compile(r"[\p{L}\p{N}-]+")
_BEHIND_TITLE = regex.compile(r"\b(?:Mr|Mrs|Ms|Miss)\.?[ ]$")
_SAID = regex.compile(r"^[ ](?:said[ ]that|told[ ]us[ ](?:so|all|that))\b")


def famous_cases(readings: Sequence[Reading]) -> Iterator[Zone]:
    """Find the published cases, and the chairs and the surnames of listed inquiries, of one document."""
    runs = [frozenset(_RUN.findall(reading.text)) for reading in readings]
    named = [each for reading, own in zip(readings, runs, strict=True) for each in _named(reading, own)]
    names = {each.name for each in named}
    # Told of anywhere as of a child known to the writer, a name is nowhere public by itself.
    doubtful = {each.name for each in named if each.strength < _PLAINLY and each.of_a_life}
    for each in named:
        among = len(names) >= _AMONG and not each.common
        if _is_case(each, among=among, doubtful=each.name in doubtful):
            yield _case(each)
    for reading, own in zip(readings, runs, strict=True):
        yield from _listed(reading, own)


@cache
def inquiry_names() -> frozenset[str]:
    """Give the surnames, in lower case, by which inquiries are known."""
    return frozenset(name.casefold() for name in _of_kind("inquiry"))


@cache
def _of_kind(kind: str) -> frozenset[str]:
    listed = (*kinds("famous-cases").items(), *kinds("famous-cases-further").items())
    return frozenset(folded(name)[0] for name, found in listed if found == kind)


@cache
def _lists() -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    """Build the patterns of another listed inquiry behind a name and before it."""
    every = "|".join(map(regex.escape, sorted(_of_kind("inquiry"), key=lambda name: (-len(name), name))))
    joint = r"(?:(?:,|,?[ ]and|;)[ ](?:of[ ])?)"
    return regex.compile(rf"{joint}(?:{every})\b"), regex.compile(rf"(?<!\p{{L}})(?:{every}){joint}$")


@cache
def _pattern(kind: str) -> tuple[frozenset[str], regex.Pattern[str]]:
    """Give the last run of each name, and the pattern of the whole names, as written and in capitals."""
    names = _of_kind(kind) | {name.upper() for name in _of_kind(kind)}
    every = "|".join(regex.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))
    pattern = regex.compile(rf"(?<![\p{{L}}\p{{N}}'-])(?P<name>{every})(?![\p{{L}}\p{{N}}-])")
    return frozenset(_RUN.findall(name)[-1] for name in names), pattern


def _matches(text: str, kind: str, runs: frozenset[str]) -> list[regex.Match[str]]:
    """Find the listed names of a kind in a text with these runs."""
    last, pattern = _pattern(kind)
    return [] if last.isdisjoint(runs) else list(pattern.finditer(text))


@dataclass(frozen=True, slots=True)
class _Named:
    """A listed name in a reading: how plainly a case is spoken of there, and what is told beside it."""

    reading: Reading = field(repr=False)
    match: regex.Match[str] = field(repr=False)
    name: str = field(repr=False)
    strength: int
    common: bool
    of_a_life: bool
    alone: bool
    in_a_field: bool


def _named(reading: Reading, runs: frozenset[str]) -> list[_Named]:
    text = reading.text
    common = _matches(text, "common", runs)
    matches = sorted((*_matches(text, "case", runs), *common), key=lambda match: match.start())
    shown = [_says_case(text, match, rare=match not in common) for match in matches]
    for _ in matches:  # a list is shown by any of its names
        for at in range(len(matches) - 1):
            if _AND_ANOTHER.match(text[matches[at].end() : matches[at + 1].start()]):
                together = max(shown[at], shown[at + 1], 1)
                shown[at] = shown[at + 1] = together
    found: list[_Named] = []
    for match, strength in zip(matches, shown, strict=True):
        before, behind = sentence_around(text, *match.span())
        beside = before + " " + behind
        found.append(
            _Named(
                reading,
                match,
                match["name"].casefold(),
                strength,
                match in common,
                is_of_a_life(before, behind, plainly=strength > 0),
                len(beside.split()) < _LEAST_WORDS,
                _FIELD_BEFORE.search(text, max(0, match.start() - 8), match.start()) is not None,
            )
        )
    return found


def _is_case(each: _Named, *, among: bool, doubtful: bool) -> bool:
    """Tell whether a listed name is that of the published case there.

    Args:
        among: whether the document speaks of several listed cases.
        doubtful: whether the name stands somewhere as that of a child known to the writer.
    """
    text, start = each.reading.text, each.match.start()
    if each.in_a_field and is_on_a_programme(text, start, each.match.end()):
        return not (each.common or doubtful)
    if each.in_a_field and not _is_listed_there(each, among=among and not doubtful):
        return False
    if each.strength == _PLAINLY:
        return not each.alone or among
    if each.of_a_life or (each.alone and not among):
        return False
    return each.strength > 0 or (not each.common and not doubtful)


def _is_listed_there(each: _Named, *, among: bool) -> bool:
    """Tell a field that lists cases, and a cell of a table in whose row nothing is a person's."""
    text, start = each.reading.text, each.match.start()
    if _REVIEWS_BEFORE.search(text, max(0, start - 80), start):
        return True
    if among and _LIST_BEFORE.search(text, 0, start):
        return True
    is_cell = text[max(0, start - 1) : start] == "\t"
    return among and is_cell and not is_in_a_persons_row(text, start, each.match.end())


def _case(each: _Named) -> Zone:
    because = "the name of a published case, spoken of as a case"
    behind = sentence_around(each.reading.text, *each.match.span())[1]
    over_kin = each.strength == _PLAINLY and regex.match(r",[ ](?:Child|Baby)[ ]\p{Lu}\b", behind) is not None
    return _zone(each.reading, each.match, "published case", because, over_kin=over_kin)


def _says_case(text: str, match: regex.Match[str], *, rare: bool) -> int:
    """Say how plainly the words beside a name speak of a case: 2 plainly, 1 perhaps, 0 not."""
    before, behind = sentence_around(text, *match.span())
    if rare and is_remembered(before, behind):
        return 2
    if _CASE_BEFORE.search(before) or _CASE_BEHIND.match(behind):
        return 2
    if _CASE_IN_SENTENCE.search(before + " " + behind) is None:
        return 0
    # With nothing before the name that leads to it, not one word may be of somebody's life.
    leads = WEAK_BEFORE.search(before) is not None
    return int(leads or not _OF_THE_CASE.search(before + " " + behind))


def _is_alone(text: str, match: regex.Match[str], beside: str) -> bool:
    """Tell a field and a name alone on its line: there it is whoever the document is about."""
    is_field = _FIELD_BEFORE.search(text, max(0, match.start() - 8), match.start()) is not None
    return is_field or len(beside.split()) < _LEAST_WORDS


def _listed(reading: Reading, runs: frozenset[str]) -> Iterator[Zone]:
    """Find chairs of inquiries by their whole name, and listed surnames whose report is spoken of."""
    text = reading.text
    spoken = {match["name"].casefold() for match in _WORKS_OF.finditer(text)} if "he " in text else set()
    for match in _matches(text, "chair", runs):
        before, behind = sentence_around(text, *match.span())
        sentence = before + " " + behind
        long_since = is_long_since(before, behind)
        if _is_alone(text, match, sentence) or (_OF_THE_CASE.search(sentence) and not long_since):
            continue
        if long_since or _CHAIR_CUE.search(sentence) or match["name"].split()[-1].casefold() in spoken:
            because = "the whole name of the chair of a published inquiry"
            yield _zone(reading, match, "listed chair", because)
    for match in _matches(text, "surname", runs):
        before, behind = sentence_around(text, *match.span())
        if _BEHIND_TITLE.search(before):
            continue  # "Mrs Harte at number 12"
        told = _SAID.sub(" ", behind)
        is_rare = match["name"] in _RARE and not is_of_a_life(before, told, plainly=False)
        if is_rare or is_surname_remembered(before, behind):
            because = "the surname of a published case, spoken of as a case"
            yield _zone(reading, match, "case by its surname", because)
    for match in _matches(text, "inquiry", runs):
        before, behind = sentence_around(text, *match.span())
        listed = _lists()[0].match(behind) or _lists()[1].search(before)
        if listed and not _OF_THE_CASE.search(before + " " + behind):
            yield _zone(reading, match, "inquiries in a list", "one of several published inquiries in a list")
        long_ago = is_reported_long_ago(before, behind) or is_long_since(before, behind)
        if long_ago and not _OF_THE_CASE.search(before + " " + behind):
            because = "the name of a published inquiry, whose report is spoken of"
            yield _zone(reading, match, "inquiry by its name", because)


def _zone(
    reading: Reading, match: regex.Match[str], pattern: str, because: str, *, over_kin: bool = False
) -> Zone:
    start, end = match.span("name")
    return Zone(reading, start, end, Standing.PUBLIC, pattern, because, over_kin=over_kin)
