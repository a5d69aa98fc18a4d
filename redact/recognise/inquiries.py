"""Chairs of published inquiries by their whole names, and inquiries and cases by their surnames.

A whole name counts in a sentence on such a work and on nobody's visit or home, a surname alone where its
report is spoken of. Where the documents speak of several listed names, one that hardly anybody else bears
counts too where it is quoted or appealed to, whatever else its sentence tells. What remains: a chair who is
spoken of as of anybody.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from redact.recognise import regex
from redact.recognise.case_lists import (
    found_in,
    is_in_a_column,
    is_in_a_field,
    is_no_sentence,
    is_rare,
    is_several,
    of_kind,
)
from redact.recognise.case_lives import OF_THE_CASE, is_of_a_life
from redact.recognise.case_memory import is_long_since, is_reported_long_ago, is_surname_remembered
from redact.recognise.case_quoted import is_quoted
from redact.recognise.readings import Reading
from redact.recognise.zones import Zone, sentence_around
from redact.values.people import Standing

__all__ = ["INQUIRIES", "inquiries"]

_CHAIR, _QUOTED, _LISTED, _NAMED = (
    "listed chair",
    "inquiry that is quoted",
    "inquiries in a list",
    "inquiry by its name",
)
INQUIRIES = frozenset({_CHAIR, _QUOTED, _LISTED, _NAMED})

# Surnames that hardly anybody bears besides.
_RARE = frozenset({"Climbié", "Climbie", "CLIMBIÉ", "CLIMBIE", "Labinjo-Hughes", "Menheniott", "Koseda"})
_CHAIR_CUE = regex.compile(
    r"\b(?:report(?:ed|s)?|reviews?|inquir(?:y|ies)|recommend\p{L}*|years[ ]ago|reforms?|said[ ]that|argued"
    r"|wrote|warned|called[ ]for|asked[ ]for|found[ ]that|concluded|framework|system|proposals?|principles?"
    r"|published|put[ ]it|quot(?:es|ed|ing)|asked[ ]of|chapters?|volumes?|headings|(?:changed|new)[ ]since)\b"
)
_WORKS_OF = regex.compile(r"\b[Tt]he[ ](?P<name>\p{Lu}[\p{L}-]+)[ ](?i:review|report|inquiry)\b")
_BEHIND_TITLE = regex.compile(r"\b(?:Mr|Mrs|Ms|Miss)\.?[ ]$")
_SAID = regex.compile(r"^[ ](?:said[ ]that|told[ ]us[ ](?:so|all|that))\b")


def inquiries(readings: Sequence[tuple[Reading, frozenset[str]]]) -> Iterator[Zone]:
    """Find chairs of inquiries by their whole name, and listed surnames whose report is spoken of.

    Args:
        readings: those of all documents, each with the runs of its text.
    """
    cases = (
        match
        for reading, runs in readings
        for kind in ("case", "chair")
        for match in found_in(reading.text, kind, runs)
    )
    several = is_several(cases)
    for reading, runs in readings:
        yield from _chairs(reading, runs, several=several)
        yield from _surnames(reading, runs)
        yield from _inquiries(reading, runs, several=several)


def _chairs(reading: Reading, runs: frozenset[str], *, several: bool) -> Iterator[Zone]:
    text = reading.text
    spoken = {match["name"].casefold() for match in _WORKS_OF.finditer(text)} if "he " in text else set()
    because = "the whole name of the chair of a published inquiry"
    for match in found_in(text, "chair", runs):
        before, behind = sentence_around(text, *match.span())
        sentence = before + " " + behind
        long_since = is_long_since(before, behind)
        if several and is_rare(match["name"]) and _is_read(text, match, rare=True):
            yield _zone(reading, match, _CHAIR, because)
        elif (is_in_a_field(text, match.start()) or is_no_sentence(sentence)) or (
            OF_THE_CASE.search(sentence) and not long_since
        ):
            continue
        elif long_since or _CHAIR_CUE.search(sentence) or match["name"].split()[-1].casefold() in spoken:
            yield _zone(reading, match, _CHAIR, because)


def _surnames(reading: Reading, runs: frozenset[str]) -> Iterator[Zone]:
    text = reading.text
    because = "the surname of a published case, spoken of as a case"
    for match in found_in(text, "surname", runs):
        before, behind = sentence_around(text, *match.span())
        if _BEHIND_TITLE.search(before):
            continue  # "Mrs Harte at number 12"
        told = _SAID.sub(" ", behind)
        is_known = match["name"] in _RARE and not is_of_a_life(before, told, plainly=False)
        if is_known or is_surname_remembered(before, behind):
            yield _zone(reading, match, "case by its surname", because)


def _inquiries(reading: Reading, runs: frozenset[str], *, several: bool) -> Iterator[Zone]:
    text = reading.text
    for match in found_in(text, "inquiry", runs):
        before, behind = sentence_around(text, *match.span())
        if several and is_rare(match["name"]) and _is_read(text, match, rare=match["name"] in _RARE):
            because = "the name of a published inquiry, quoted or appealed to"
            yield _zone(reading, match, _QUOTED, because)
        if OF_THE_CASE.search(before + " " + behind):
            continue
        if _lists()[0].match(behind) or _lists()[1].search(before):
            yield _zone(reading, match, _LISTED, "one of several published inquiries in a list")
        if is_reported_long_ago(before, behind) or is_long_since(before, behind):
            because = "the name of a published inquiry, whose report is spoken of"
            yield _zone(reading, match, _NAMED, because)


def _is_read(text: str, match: regex.Match[str], *, rare: bool) -> bool:
    """Tell a name that is quoted or appealed to, and one in a column of cases and inquiries."""
    quoted = is_quoted(*sentence_around(text, *match.span()), rare=rare)
    return quoted or is_in_a_column(text, *match.span())


@cache
def _lists() -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    """Build the patterns of another listed inquiry behind a name and before it."""
    names = {*of_kind("inquiry"), *(name for name in of_kind("case") if " " in name and is_rare(name))}
    every = "|".join(map(regex.escape, sorted(names, key=lambda name: (-len(name), name))))
    joint = r"(?:(?:,|,?[ ]and|;)[ ](?:of[ ])?)"
    return regex.compile(rf"{joint}(?:{every})\b"), regex.compile(rf"(?<!\p{{L}})(?:{every}){joint}$")


def _zone(reading: Reading, match: regex.Match[str], pattern: str, because: str) -> Zone:
    start, end = match.span("name")
    return Zone(reading, start, end, Standing.PUBLIC, pattern, because)
