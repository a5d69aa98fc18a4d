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

from redact.recognise import regex
from redact.recognise.case_beside import is_a_topic, is_denied, is_told_of
from redact.recognise.case_lists import (
    RUN,
    found_in,
    found_in_lower_case,
    is_in_a_column,
    is_in_a_field,
    is_no_sentence,
    is_several,
    unbroken,
)
from redact.recognise.case_lives import OF_THE_CASE, WEAK_BEFORE, is_in_a_persons_row, is_of_a_life
from redact.recognise.case_memory import is_on_a_programme, is_remembered
from redact.recognise.case_topics import is_only_a_topic, is_told_over
from redact.recognise.inquiries import inquiries
from redact.recognise.readings import Reading
from redact.recognise.zones import Zone, sentence_around
from redact.values.people import Standing

__all__ = ["famous_cases"]

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
    r"|foundation|tragedies|comparison)\b|'s[ ](?:death|killers|murder)\b|[ ]\((?:19|20)\d\d\)"
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
    r"^(?:,?[ ](?:and|or)[ ](?:of[ ])?|,[ ]nor[ ](?:yet[ ])?"
    r"|[,;][ ](?:and[ ]|in[ ])?|[ ]?\([^()]{1,30}\)[,;]?[ ](?:and[ ])?"
    r"|,[ ](?:in[ ])?\d{4}[.;,][ ]"
    r"(?:Slide[ ]\d+[.:][ ])?|\.[ ]Slide[ ]\d+[.:][ ])$"
)
# "Stay with it | the … review | …": a cell that names the review.
_WORK_IN_A_CELL = regex.compile(r"[ ](?:reviews?|inquiry|enquiry|report)[ ]*(?=[\t\n;(]|$)")
_PERSONS_FIELD = regex.compile(r"(?:^|\n)[^\t\n]*\b(?i:name|child|subject|pupil|patient)[:]?\t$")
_LEARNT = regex.compile(r"\b[Ll]earn(?:s|ed|t|ing)?[ ](?:from|of)[ ]$")
_THAT = regex.compile(r"[ ](?:that|about|of|why|when|where|how|whether|who)\b")
_AND_CHILD = regex.compile(r",[ ](?:Child|Baby)[ ]\p{Lu}\b")


def famous_cases(documents: Sequence[Sequence[Reading]]) -> Iterator[Zone]:
    """Find the published cases, and the chairs and the surnames of listed inquiries, of all documents.

    Where they speak of several, a sentence that tells of a life counts only where what stands directly at the
    name does not make it a topic.
    """
    runs = [[(each, frozenset(RUN.findall(each.text))) for each in readings] for readings in documents]
    every = [pair for readings in runs for pair in readings]
    several = is_several(match for each, words in every for match in found_in(each.text, "case", words))
    told = [
        [each for reading, words in readings for each in _named(reading, words, several=several)]
        for readings in runs
    ]
    # Told of as of a child known to the writer, a name is nowhere in the document public by itself; where
    # what stands directly at it tells so, in none of the call.
    known = {each.name for named in told for each in named if each.doubts and each.told}
    for named in told:
        names = {each.name for each in named}
        doubtful = known | {each.name for each in named if each.doubts}
        for each in named:
            among = len(names) >= _AMONG and not each.common
            if _is_case(each, among=among, doubtful=each.name in doubtful):
                yield _case(each)
    yield from inquiries(every)


@dataclass(frozen=True, slots=True)
class _Named:
    """A listed name in a reading: how plainly a case is spoken of there, and what is told beside it."""

    reading: Reading = field(repr=False)
    text: str = field(repr=False)
    match: regex.Match[str] = field(repr=False)
    name: str = field(repr=False)
    strength: int
    common: bool
    of_a_life: bool
    doubts: bool
    told: bool
    alone: bool
    in_a_field: bool
    together: bool
    topic: bool


def _named(reading: Reading, runs: frozenset[str], *, several: bool) -> list[_Named]:
    text = unbroken(reading.text, runs)
    common = found_in(text, "common", runs)
    spoken = [match for match in found_in_lower_case(text, runs) if _is_spoken_of(text, match)]
    matches = sorted((*found_in(text, "case", runs), *common, *spoken), key=lambda match: match.start())
    shown = [_says_case(text, match, rare=match not in common) for match in matches]
    for _ in matches:  # a list is shown by any of its names
        for at in range(len(matches) - 1):
            if _AND_ANOTHER.match(text[matches[at].end() : matches[at + 1].start()]):
                together = max(shown[at], shown[at + 1], 1)
                shown[at] = shown[at + 1] = together
    company = [*matches, *found_in(text, "chair", runs)]
    return [
        _told(reading, text, match, strength, common=match in common, company=company if several else ())
        for match, strength in zip(matches, shown, strict=True)
    ]


def _is_spoken_of(text: str, match: regex.Match[str]) -> bool:
    """Tell whether what stands directly at a name in lower case makes it that of a case."""
    before, behind = sentence_around(text, *match.span())
    named = _CASE_BEFORE.search(before) is not None or _CASE_BEHIND.match(behind) is not None
    return named or is_a_topic(before, behind) or is_only_a_topic(text, *match.span())


def _told(
    reading: Reading,
    text: str,
    match: regex.Match[str],
    strength: int,
    *,
    common: bool,
    company: Sequence[regex.Match[str]],
) -> _Named:
    """Weigh what a sentence tells beside a listed name; `company` are the listed names beside it."""
    before, behind = sentence_around(text, *match.span())
    several = bool(company)
    topic = not common and (is_only_a_topic(text, *match.span()) or is_told_over(text, match, company))
    told = several and not topic and is_told_of(before, behind)
    of_a_life = not topic and is_of_a_life(before, behind, plainly=strength > 0)
    if several and not told and (_has_company(match, before, behind, company) or is_a_topic(before, behind)):
        of_a_life = False
    return _Named(
        reading,
        text,
        match,
        match["name"].casefold(),
        strength,
        common,
        of_a_life,
        strength < _PLAINLY and of_a_life,
        told,
        is_no_sentence(before + " " + behind),
        is_in_a_field(text, match.start()),
        several and (_is_joined(text, match, company) or is_in_a_column(text, *match.span())),
        topic,
    )


def _is_joined(text: str, match: regex.Match[str], listed: Sequence[regex.Match[str]]) -> bool:
    """Tell whether another listed name follows directly: "caution: … and … have been claimed"."""
    return any(
        each["name"] != match["name"] and _AND_ANOTHER.match(text[match.end() : each.start()])
        for each in listed
        if each.start() > match.end()
    )


def _has_company(
    match: regex.Match[str], before: str, behind: str, listed: Sequence[regex.Match[str]]
) -> bool:
    """Tell whether another listed name stands in the sentence."""
    low, high = match.start() - len(before), match.end() + len(behind)
    return any(low <= each.start() < high and each["name"] != match["name"] for each in listed)


def _is_case(each: _Named, *, among: bool, doubtful: bool) -> bool:
    """Tell whether a listed name is that of the published case there.

    Args:
        among: whether the document speaks of several listed cases.
        doubtful: whether the name stands somewhere as that of a child known to the writer.
    """
    text, start = each.text, each.match.start()
    if each.topic:
        return not doubtful
    if each.in_a_field and is_on_a_programme(text, start, each.match.end()):
        return not (each.common or doubtful)
    if each.together and not (each.of_a_life or each.common or doubtful):
        return True
    if each.in_a_field and not _is_listed_there(each, among=among and not doubtful):
        return False
    if each.strength == _PLAINLY:
        return not each.alone or among
    if each.of_a_life or (each.alone and not among):
        return False
    return each.strength > 0 or (not each.common and not doubtful)


def _is_listed_there(each: _Named, *, among: bool) -> bool:
    """Tell a field that lists cases, and a cell of a table in whose row nothing is a person's."""
    text, start = each.text, each.match.start()
    if _REVIEWS_BEFORE.search(text, max(0, start - 80), start):
        return True
    if among and _LIST_BEFORE.search(text, 0, start):
        return True
    is_cell = text[max(0, start - 1) : start] == "\t"
    if (
        is_cell
        and _WORK_IN_A_CELL.match(text, each.match.end())
        and not _PERSONS_FIELD.search(text, 0, start)
    ):
        return True
    return among and is_cell and not is_in_a_persons_row(text, start, each.match.end())


def _case(each: _Named) -> Zone:
    because = "the name of a published case, spoken of as a case"
    before, behind = sentence_around(each.text, *each.match.span())
    named = each.strength == _PLAINLY and _AND_CHILD.match(behind) is not None
    in_brackets = each.topic and before.endswith("(")  # "hid a brother (…)", as it was seen elsewhere
    over_kin = named or in_brackets or is_denied(before, behind)
    return _zone(each.reading, each.match, "published case", because, over_kin=over_kin)


def _says_case(text: str, match: regex.Match[str], *, rare: bool) -> int:
    """Say how plainly the words beside a name speak of a case: 2 plainly, 1 perhaps, 0 not."""
    before, behind = sentence_around(text, *match.span())
    if rare and is_remembered(before, behind) and not is_told_of(before, behind):
        return 2
    if _LEARNT.search(before) and _THAT.match(behind):
        return 0  # "the nurse learned from … that"
    if _CASE_BEFORE.search(before) or _CASE_BEHIND.match(behind):
        return 2
    if _CASE_IN_SENTENCE.search(before + " " + behind) is None:
        return 0
    # With nothing before the name that leads to it, not one word may be of somebody's life.
    leads = WEAK_BEFORE.search(before) is not None
    return int(leads or not OF_THE_CASE.search(before + " " + behind))


def _zone(
    reading: Reading, match: regex.Match[str], pattern: str, because: str, *, over_kin: bool = False
) -> Zone:
    start, end = match.span("name")
    return Zone(reading, start, end, Standing.PUBLIC, pattern, because, over_kin=over_kin)
