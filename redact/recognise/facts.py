"""Facts that narrow the search for a person: origin, tongue, faith, condition, offence, state in law, work.

None is a fault by itself; several together, with a place and a month, lead to one family. It counts where its
sentence speaks of somebody, or where a field asks for it. What remains: a fact that no list holds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from redact.recognise import regex
from redact.recognise.claims import Example, FollowUpRecogniser, mention
from redact.recognise.fact_fields import asked_cells, field_of
from redact.recognise.fact_signs import (
    ASKS,
    BODY_BEHIND,
    CITIZEN_BEHIND,
    FIRST_TONGUE,
    FOR_OFFENCE,
    HAS,
    IN_CUSTODY,
    IS,
    IS_ONE,
    JOINS,
    KIN_IS,
    NAME_BEHIND,
    PEOPLE_BEHIND,
    POSTS,
    SOMEBODY_BEHIND,
    TONGUE,
    TONGUE_BEHIND,
    TRIED,
    WORKS,
)
from redact.recognise.grids import View
from redact.recognise.lists import entries, kinds
from redact.recognise.phrases import Phrase, Phrases
from redact.recognise.readings import Reading
from redact.values.people import Evidence, Label, Mention

__all__ = ["RECOGNISER", "SOMEBODY", "sentence_around"]

_NAME, _VERSION = "facts", "1"
_SCORE = 0.1  # whatever else claims the same words stays
_ASKED_FOR = 0.9  # but for a tongue or a faith that the words before it ask for: nobody is called so there
_BEFORE, _BEHIND = 160, 80  # characters around a fact in which somebody is looked for
SOMEBODY = regex.compile(
    r"(?<!\p{L})(?i:he|she|him|her|his|hers|they|their|mother|father|mum|dad|parents?|child|baby|infant"
    r"|toddler"
    r"|boy|girl|man|woman|couple|family|brothers?|sisters?|siblings?|sons?|daughters?|twins?|grand\p{L}+"
    r"|uncle"
    r"|aunt|cousin|nephew|niece|partner|husband|wife|boyfriend|girlfriend|step-?\p{L}+|young[ ]person|carer"
    r"|applicants?|appellant|respondent|claimant|defendant|perpetrator)(?!\p{L})"
)
_ENDS = regex.compile(r"[.!?;]\s|\n\s*\n|\t|\x00")
_REASONS = {
    Label.ETHNICITY: "a group of origin",
    Label.LANGUAGE: "a tongue",
    Label.RELIGION: "a faith",
    Label.NATIONALITY: "a nation",
    Label.HEALTH: "a condition of body or mind",
    Label.OFFENCE: "an offence beside a word of an arrest, a charge or a sentence",
    Label.OCCUPATION: "somebody's work",
    Label.LEGAL_STATUS: "somebody's state in law",
}


@cache
def _phrases() -> Phrases:
    return Phrases(
        {
            "ethnic-groups": entries("ethnic-groups"),
            "nations": kinds("nations"),
            "faiths": kinds("faiths"),
            "conditions": entries("conditions"),
            "offences": entries("offences"),
            "legal-statuses": entries("legal-statuses"),
            "occupations": entries("occupations"),
        }
    )


@cache
def _kinds_of(name: str) -> dict[str, str]:
    return {entry.casefold(): kind for entry, kind in kinds(name).items()}


def sentence_around(text: str, start: int, end: int) -> str:
    """Give the sentence in which a stretch stands, as far as it is near."""
    before: str = _ENDS.split(text[max(0, start - _BEFORE) : start])[-1]
    last = min(len(text), end + _BEHIND)
    behind = _ENDS.search(text, end, last)
    return before + text[start : behind.start() if behind else last]


def _find(views: Sequence[View], mentions: Sequence[Mention]) -> Iterator[Mention]:
    # Behind all others, so that no fact keeps a name from being looked for: Christian is somebody's too.
    people: dict[str, list[int]] = defaultdict(list)
    for each in mentions:
        if each.label in (Label.PERSON, Label.PSEUDONYM):
            people[each.span.passage].append(each.span.start)
    for view in views:
        yield from _of_view(view, people)


def _of_view(view: View, people: Mapping[str, Sequence[int]]) -> Iterator[Mention]:
    asked = asked_cells(view)
    for reading in (*view.first, *view.further):
        found: list[tuple[Phrase, Label, float]] = []
        for phrase in _phrases().find(reading.text):
            of_somebody = _is_of_somebody(reading, phrase, people.get(reading.passage.id, ()))
            field = field_of(reading, phrase, asked)
            label = _label(reading.text, phrase, field, of_somebody)
            if label is not None:
                found.append((phrase, label, _score(reading.text, phrase, label, field)))
        yield from _mentions(reading, found)


def _mentions(reading: Reading, found: Sequence[tuple[Phrase, Label, float]]) -> Iterator[Mention]:
    """Make mentions; groups of origin that a stroke or a small word joins are one."""
    start = 0
    for number, (phrase, label, score) in enumerate(found):
        following = found[number + 1] if number + 1 < len(found) else None
        start = start or phrase.start + 1
        joins = following is not None and JOINS.fullmatch(reading.text, phrase.end, following[0].start)
        if joins and label is Label.ETHNICITY and following is not None and following[1] is label:
            continue
        evidence = Evidence(_NAME, _VERSION, phrase.source, _REASONS[label])
        made = mention(reading, start - 1, phrase.end, label, score, evidence)
        start = 0
        if made is not None:
            yield made


def _score(text: str, phrase: Phrase, label: Label, field: str) -> float:
    """Give the score: more than a name's where the words before ask for this very thing."""
    if label is Label.RELIGION:
        return _ASKED_FOR if field and ASKS[label].search(field) else _SCORE
    asked = label is Label.LANGUAGE and FIRST_TONGUE.match(text, max(0, phrase.start - 60), phrase.start)
    return _ASKED_FOR if asked else _SCORE


def _is_of_somebody(reading: Reading, phrase: Phrase, people: Sequence[int]) -> bool:
    """Tell whether somebody stands near: in the words of the sentence, or by a name or a label."""
    if SOMEBODY.search(sentence_around(reading.text, phrase.start, phrase.end)):
        return True
    span = reading.span(phrase.start, phrase.end)
    return span is not None and any(span[0] - _BEFORE <= start <= span[1] + _BEHIND for start in people)


def _label(text: str, phrase: Phrase, field: str, of_somebody: bool) -> Label | None:
    asked = next((label for label, pattern in ASKS.items() if field and pattern.search(field)), None)
    if phrase.source == "nations":
        return _of_nations(text, phrase, asked, of_somebody)
    if phrase.source in ("ethnic-groups", "faiths"):
        return _of_groups(text, phrase, asked, of_somebody)
    if asked is None and not of_somebody and not _shown(text, phrase):
        return None
    if phrase.source == "occupations":
        return _of_work(text, phrase, asked)
    if BODY_BEHIND.match(text, phrase.end):
        return None
    if phrase.source == "conditions":
        return Label.HEALTH
    if phrase.source == "legal-statuses":
        return None if phrase.entry in IN_CUSTODY and asked is None else Label.LEGAL_STATUS
    sentence = sentence_around(text, phrase.start, phrase.end)
    return Label.OFFENCE if asked is None and TRIED.search(sentence) else None


def _shown(text: str, phrase: Phrase) -> bool:
    """Tell whether the words before a fact, or its line of its own, say that it is somebody's."""
    start = phrase.start
    if phrase.source == "conditions":
        own = HAS.match(text, max(0, start - 50), start)
    elif phrase.source == "offences":
        own = FOR_OFFENCE.match(text, max(0, start - 50), start)
    elif phrase.source == "occupations":
        works = None if phrase.entry in _posts() else WORKS.match(text, max(0, start - 60), start)
        return works is not None or KIN_IS.match(text, max(0, start - 60), start) is not None
    else:
        own = None
    return own is not None


def _of_nations(text: str, phrase: Phrase, asked: Label | None, of_somebody: bool) -> Label | None:
    start, end = phrase.start, phrase.end
    if not text[start].isupper() and asked is None:
        return None
    if asked in (Label.ETHNICITY, Label.LANGUAGE, Label.NATIONALITY):
        return asked
    if BODY_BEHIND.match(text, end) or (NAME_BEHIND.match(text, end) and not TONGUE_BEHIND.match(text, end)):
        return None
    kind = _kinds_of("nations")[phrase.entry]
    if kind != "people" and FIRST_TONGUE.match(text, max(0, start - 60), start):
        return Label.LANGUAGE
    if kind != "home" and CITIZEN_BEHIND.match(text, end):
        return Label.NATIONALITY
    if not of_somebody:
        return None
    if PEOPLE_BEHIND.match(text, end):
        return Label.ETHNICITY
    if kind != "people" and (TONGUE.match(text, max(0, start - 40), start) or TONGUE_BEHIND.match(text, end)):
        return Label.LANGUAGE
    is_somebodys = SOMEBODY_BEHIND.match(text, end) and IS.match(text, max(0, start - 12), start)
    if kind == "tongue":
        return Label.LANGUAGE
    if not (is_somebodys or (SOMEBODY_BEHIND.match(text, end, end + 12) and kind != "home")):
        return None
    return Label.ETHNICITY if kind == "people" else Label.NATIONALITY


def _of_groups(text: str, phrase: Phrase, asked: Label | None, of_somebody: bool) -> Label | None:
    label = Label.RELIGION if phrase.source == "faiths" else Label.ETHNICITY
    if asked in (Label.ETHNICITY, Label.RELIGION):
        return label
    mixed = phrase.entry.startswith(("mixed", "dual"))
    if not (text[phrase.start].isupper() or mixed or phrase.entry in ("atheist", "agnostic")):
        return None
    if phrase.source == "faiths" and (
        BODY_BEHIND.match(text, phrase.end)
        or NAME_BEHIND.match(text, phrase.end)
        or (
            _kinds_of("faiths")[phrase.entry] == "word"
            and text[: phrase.start].rstrip(" \t")[-1:] in ("", ".", "\n")
        )
    ):
        return None
    alone = text[max(0, phrase.start - 1) : phrase.start] in ("", "\t", "\n") and text[
        phrase.end : phrase.end + 1
    ] in ("", "\t", "\n")
    return label if of_somebody or alone else None


def _of_work(text: str, phrase: Phrase, asked: Label | None) -> Label | None:
    if asked is Label.OCCUPATION:
        return Label.OCCUPATION
    low = max(0, phrase.start - 60)
    if WORKS.match(text, low, phrase.start):
        return Label.OCCUPATION
    if KIN_IS.match(text, low, phrase.start):
        return Label.OCCUPATION
    # "was a midwife" is said of those who work with the family too.
    if phrase.entry in _posts() or not IS_ONE.match(text, low, phrase.start):
        return None
    return Label.OCCUPATION


@cache
def _posts() -> frozenset[str]:
    return frozenset(entry.casefold() for entry in kinds("roles")) | POSTS


RECOGNISER = FollowUpRecogniser(
    name=_NAME,
    version=_VERSION,
    labels=tuple(_REASONS),
    find=_find,
    examples=(
        Example("Mother is a Polish national.", ("Polish",)),
        Example("The father was of Somali origin and spoke Arabic.", ("Somali", "Arabic")),
        Example("First language: Twi", ("Twi",)),
        Example("Ethnicity\tWhite Other", ("White Other",)),
        Example("The family is Muslim.", ("Muslim",)),
        Example("Her brother has cystic fibrosis.", ("cystic fibrosis",)),
        Example("He was convicted of arson in the spring.", ("arson",)),
        Example("Father worked as a taxi driver.", ("taxi driver",)),
        Example("The mother was an asylum seeker.", ("asylum seeker",)),
        Example("The stepfather, a plasterer, left.", ("plasterer",)),
        Example("Mum is a teaching assistant.", ("teaching assistant",)),
        Example("Other ethnic group: Arab or Kurdish, said Mother", ("Other ethnic group: Arab or Kurdish",)),
        Example("First language Twi", ("Twi",)),
        Example("history of anorexia, diagnosed with ADHD", ("anorexia", "ADHD")),
    ),
    near_misses=(
        "The Polish Embassy and the Danish Government wrote.",
        "St Anne's Roman Catholic Primary School",
        "The child was seen by a nurse and a doctor.",
        "Arson is an offence.",
        "The diabetes nurse rang the mother.",
        "English law and Welsh law differ.",
        "polish the floor, said the mother",
        "The judge was told.",
    ),
)
