"""Facts that narrow the search for a person: origin, tongue, faith, condition, offence, state in law, work.

None is a fault by itself; several together, with a place and a month, lead to one family. A fact counts where
its sentence speaks of somebody of the case, or where a field or a table asks for it. What remains: a fact
that no list holds, and one told in other words than its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from redact.recognise import regex
from redact.recognise.claims import Example, FollowUpRecogniser, mention
from redact.recognise.grids import View
from redact.recognise.lists import entries, kinds
from redact.recognise.phrases import Phrase, Phrases
from redact.recognise.readings import Reading
from redact.values.people import Evidence, Label, Mention

__all__ = ["RECOGNISER", "SOMEBODY", "sentence_around"]

_NAME, _VERSION = "facts", "1"
_SCORE = 0.1  # whatever else claims the same words stays
_BEFORE, _BEHIND = 160, 80  # characters around a fact in which somebody is looked for
_FIELD = 40  # characters before a value in which its label may stand
SOMEBODY = regex.compile(
    r"(?<!\p{L})(?i:he|she|him|her|his|hers|they|their|mother|father|mum|dad|parents?|child|baby|infant|toddler"
    r"|boy|girl|man|woman|couple|family|brothers?|sisters?|siblings?|sons?|daughters?|twins?|grand\p{L}+|uncle"
    r"|aunt|cousin|nephew|niece|partner|husband|wife|boyfriend|girlfriend|step-?\p{L}+|young[ ]person|carer"
    r"|applicants?|appellant|respondent|claimant|defendant|perpetrator)(?!\p{L})"
)
_ENDS = regex.compile(r"[.!?;]\s|\n\s*\n|\t|\x00")
_TONGUE = regex.compile(
    r"(?r)(?<!\p{L})(?i:speaks?|speaking|spoke|spoken|languages?|tongue|interpreter|fluent|learn(?:ing|t)?"
    r"|translated)(?!\p{L})[^.;\n]{0,24}"
)
_TONGUE_BEHIND = regex.compile(
    r"(?i:[ -](?:speak\p{L}*|languages?|interpret\p{L}*|dialect|lessons|tongue))(?!\p{L})"
)
_PEOPLE_BEHIND = regex.compile(
    r"(?i:[ -](?:origin|heritage|descent|background|extraction|ethnicity|ancestry|parentage|roots|community))"
    r"(?!\p{L})"
)
_SOMEBODY_BEHIND = regex.compile(
    r"(?i:[ -](?:nationals?|nationality|citizens?|passport|born|m[ae]n|wom[ae]n|boys?|girls?|mother|father"
    r"|couple|famil(?:y|ies)|parents?|child(?:ren)?|baby|husband|wife|partner|students?|migrants?|refugees?))(?!\p{L})"
    r"|[ ]?(?:[.,;)]|$|\n|and[ ]|or[ ])"
)
_IS = regex.compile(r"(?r)(?<!\p{L})(?i:is|was|are|were|being|a|an|as|both|half|part|of|originally)[ ]")
_NAME_BEHIND = regex.compile(r"[ ]\p{Lu}\p{Ll}")
_BODY_BEHIND = regex.compile(
    r"(?i:[ ](?:school|primary|academy|church|mosque|temple|nurse|team|service|clinic|charity|awareness"
    r"|training|pathway|research|society|unit|strategy|act|week|specialist|association|government"
    r"|authorit(?:y|ies)|courts?|law|council))(?!\p{L})"
)
_TRIED = regex.compile(
    r"(?<!\p{L})(?i:convict\p{L}*|charge[ds]?|charges|arrest\p{L}*|guilty|sentenced?|caution(?:ed|s)?|offences?"
    r"|plead\p{L}*|pled|prison|imprison\p{L}*|jailed|accused|acquitt\p{L}*|indict\p{L}*|prosecut\p{L}*|trial"
    r"|bail|on[ ]suspicion|criminal[ ]proceedings)(?!\p{L})"
)
_WORKS = regex.compile(
    r"(?r)(?<!\p{L})(?i:work(?:s|ed|ing)?|employed|trained|training|job|career|living|practi[sc](?:es|ed|ing))"
    r"[ ]as[ ](?:an?[ ])?(?:\p{Ll}+[ -]){0,2}"
)
_IS_ONE = regex.compile(
    r"(?r)(?:(?<!\p{L})(?i:is|was|were|became|becomes|being|by[ ]profession|occupation:?|job:?),?"
    r"[ ](?:an?[ ])?(?:(?:former|retired|part-time|full-time|self-employed|unemployed|qualified|trainee)[ ])?"
    r"|,[ ]an?[ ](?:(?:former|retired|self-employed|unemployed|qualified|trainee)[ ])?)"
)
_CUSTODY = frozenset({"prisoner", "prisoners", "foster child", "looked after child", "divorced"})
_ASKS: Mapping[Label, regex.Pattern[str]] = {
    Label.ETHNICITY: regex.compile(r"(?i:ethnic|heritage|origin)"),
    Label.LANGUAGE: regex.compile(r"(?i:language|spoken)"),
    Label.RELIGION: regex.compile(r"(?i:religio|faith)"),
    Label.NATIONALITY: regex.compile(r"(?i:nationalit|citizenship)"),
    Label.HEALTH: regex.compile(r"(?i:health|disabilit|diagnos|condition)"),
    Label.OCCUPATION: regex.compile(r"(?i:occupation|employment|profession)"),
    Label.LEGAL_STATUS: regex.compile(r"(?i:status|immigration)"),
}
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
    asked = _asked(view)
    for reading in (*view.first, *view.further):
        for phrase in _phrases().find(reading.text):
            of_somebody = _is_of_somebody(reading, phrase, people.get(reading.passage.id, ()))
            label = _label(reading.text, phrase, _field(reading, phrase, asked), of_somebody)
            if label is None:
                continue
            evidence = Evidence(_NAME, _VERSION, phrase.source, _REASONS[label])
            made = mention(reading, phrase.start, phrase.end, label, _SCORE, evidence)
            if made is not None:
                yield made


def _is_of_somebody(reading: Reading, phrase: Phrase, people: Sequence[int]) -> bool:
    """Tell whether somebody stands near: in the words of the sentence, or by a name or a label."""
    if SOMEBODY.search(sentence_around(reading.text, phrase.start, phrase.end)):
        return True
    span = reading.span(phrase.start, phrase.end)
    return span is not None and any(span[0] - _BEFORE <= start <= span[1] + _BEHIND for start in people)


def _asked(view: View) -> dict[int, list[tuple[int, int, str]]]:
    """Give the cells that a label or a header asks for something: by reading, their stretch and the words."""
    found: dict[int, list[tuple[int, int, str]]] = {}
    for grid in view.grids:
        for cell in grid.cells.values():
            labels = [each.text for each in (grid.left_of(cell), grid.header_of(cell)) if each is not None]
            words = " ".join(text for text in labels if len(text) <= _FIELD)
            if words:
                for piece in cell.slices:
                    found.setdefault(id(piece.reading), []).append((piece.start, piece.end, words))
    return found


def _field(reading: Reading, phrase: Phrase, asked: dict[int, list[tuple[int, int, str]]]) -> str:
    """Give the words of the field in which a phrase is the value; empty where it stands in none."""
    for start, end, words in asked.get(id(reading), ()):
        if start <= phrase.start < end:
            return words
    line = reading.text[max(0, phrase.start - _FIELD) : phrase.start].rpartition("\n")[2]
    label, colon, value = line.rpartition(":")
    return label if colon and len(value) <= _FIELD // 2 else ""


def _label(text: str, phrase: Phrase, field: str, of_somebody: bool) -> Label | None:
    asked = next((label for label, pattern in _ASKS.items() if field and pattern.search(field)), None)
    if phrase.source == "nations":
        return _of_nations(text, phrase, asked, of_somebody)
    if phrase.source in ("ethnic-groups", "faiths"):
        return _of_groups(text, phrase, asked, of_somebody)
    if asked is None and not of_somebody:
        return None
    if phrase.source == "occupations":
        return _of_work(text, phrase, asked)
    if _BODY_BEHIND.match(text, phrase.end):
        return None
    if phrase.source == "conditions":
        return Label.HEALTH
    if phrase.source == "legal-statuses":
        return None if phrase.entry in _CUSTODY and asked is None else Label.LEGAL_STATUS
    sentence = sentence_around(text, phrase.start, phrase.end)
    return Label.OFFENCE if asked is None and _TRIED.search(sentence) else None


def _of_nations(text: str, phrase: Phrase, asked: Label | None, of_somebody: bool) -> Label | None:
    start, end = phrase.start, phrase.end
    if not text[start].isupper() and asked is None:
        return None
    if asked in (Label.ETHNICITY, Label.LANGUAGE, Label.NATIONALITY):
        return asked
    if _BODY_BEHIND.match(text, end) or (
        _NAME_BEHIND.match(text, end) and not _TONGUE_BEHIND.match(text, end)
    ):
        return None
    kind = _kinds_of("nations")[phrase.entry]
    if not of_somebody:
        return None
    if _PEOPLE_BEHIND.match(text, end):
        return Label.ETHNICITY
    if kind != "people" and (
        _TONGUE.match(text, max(0, start - 40), start) or _TONGUE_BEHIND.match(text, end)
    ):
        return Label.LANGUAGE
    is_somebodys = _SOMEBODY_BEHIND.match(text, end) and _IS.match(text, max(0, start - 12), start)
    if kind == "tongue":
        return Label.LANGUAGE
    if not (is_somebodys or (_SOMEBODY_BEHIND.match(text, end, end + 12) and kind != "home")):
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
        _BODY_BEHIND.match(text, phrase.end)
        or _NAME_BEHIND.match(text, phrase.end)
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
    if _WORKS.match(text, low, phrase.start):
        return Label.OCCUPATION
    # "was a midwife" is said of those who work with the family too.
    if phrase.entry in _posts() or not _IS_ONE.match(text, low, phrase.start):
        return None
    return Label.OCCUPATION


@cache
def _posts() -> frozenset[str]:
    return frozenset(entry.casefold() for entry in kinds("roles")) | {
        "doctor", "nurse", "teacher", "solicitor", "barrister", "judge", "police officer", "interpreter",
        "driver", "student", "youth worker", "nursery nurse", "care worker", "receptionist", "paramedic",
        "secretary", "lawyer", "landlord", "landlady", "dealer", "cook", "model", "surgeon", "councillor",
    }  # fmt: skip


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
