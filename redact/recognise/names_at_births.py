"""Names that are written to a date of birth: "Quillham14.02.07", "14.02.07QUILLHAM", "IH-14.02.07".

What runs into such a day without a space, or is parted from it by the sign of a bar code or a table, says
whose day it is; so do the letters of somebody known beside it, small ones too ("rang re ih 14.02.07"), and a
word of a known name before the rest of that name ("tom vesey (14.02.07)"). They are asked about. What
remains: a name two fields off, and letters of somebody whom nothing names in full.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from redact.recognise import regex
from redact.recognise.beside import is_known
from redact.recognise.claims import Example, FollowUpRecogniser, mention
from redact.recognise.grids import View
from redact.recognise.letter_places import is_small_word
from redact.recognise.letters_of_names import letters_of
from redact.recognise.lists import words
from redact.recognise.names import stop_words
from redact.recognise.readings import Reading
from redact.recognise.repeat_names import key_of
from redact.recognise.slipped_names import words_of_the_case
from redact.recognise.taken import Place, Taken, people_where_free, taken_by
from redact.values.people import Evidence, Label, Mention, Standing

__all__ = ["RECOGNISER"]

_ASKED, _LIKELY = 0.45, 0.6
_DAY = regex.compile(r"[0-3]\d(?P<mark>[./-])[01]\d(?P=mark)(?:(?:19|20)\d\d|\d\d)(?!\d)")
_NAME = r"\p{L}[\p{L}\p{M}01'-]+[\p{L}01]"
_SIGN = r"[*|^~<>]"
_BEFORE = regex.compile(rf"(?r)(?<![\p{{L}}\p{{N}}'-])(?P<name>{_NAME}){_SIGN}?")
_BEHIND = regex.compile(r"(?P<name>\p{Lu}[\p{L}\p{M}'-]+\p{L})(?![\p{L}\p{N}])")
_LETTERS = r"\p{Lu}{2,3}|\p{Ll}{2,3}"
_LETTERS_BEFORE = regex.compile(rf"(?r)(?<![\p{{L}}\p{{N}}'./-])(?P<letters>{_LETTERS})[ /_-]")
_LETTERS_BEHIND = regex.compile(r"[/_-](?P<letters>\p{Lu}{2,3})(?![\p{L}\p{N}])")
_RE = regex.compile(r"(?r)(?<!\p{L})re[ :]{1,2}$")  # "spoke to the school re is 14.02.07"
_DIGITS = r"[A-Z]{0,3}\d[\d/]{4,}\d"
_NUMBER_BEFORE = regex.compile(rf"(?r)(?<![\p{{L}}\p{{N}}./-])(?P<number>{_DIGITS})[_/]?")
_NUMBER_BEHIND = regex.compile(rf"[_/]?(?P<number>{_DIGITS})(?![\p{{L}}\p{{N}}]|[./-]\d)")
_FORENAME = regex.compile(
    r"(?r)(?<![\p{L}\p{N}'-])(?P<name>\p{L}[\p{L}'-]+)[ ](?P<rest>\p{L}[\p{L}'-]+)[ ]\("
)
_LONGEST = 60  # characters of a name and what stands between it and its day
_OF_THE_CASE = (Standing.PARTICIPANT, Standing.PANEL)
_WHOLE = Evidence("names-at-births", "1", "name at a birth", "a word that is written to a date of birth")
_SHORT = Evidence("names-at-births", "1", "letters at a birth", "somebody's letters beside a date of birth")
_NUMBER = Evidence("names-at-births", "1", "number at a birth", "a number that is written to a date of birth")
_FIRST = Evidence("names-at-births", "1", "forename at a birth", "a known name before a date of birth")


def _find(views: Sequence[View], mentions: Sequence[Mention]) -> Iterator[Mention]:
    births = taken_by(each for each in mentions if each.label is Label.DATE_OF_BIRTH)
    days = [day for view in views for reading in view.first for day in _days(reading, births)]
    if not days:
        return
    # What only a number or a date claims beside the name is no reason to leave it.
    people = taken_by(each for each in mentions if each.label not in (Label.DATE, Label.CASE_REFERENCE))
    letters = {found.upper() for found in letters_of(views, mentions, _OF_THE_CASE)}
    names = words_of_the_case(views, mentions)
    every = taken_by(each for each in mentions if each.label is not Label.DATE)
    for day in days:
        yield from _numbers(day, every)
        yield from people_where_free(_whole(day), people, _ASKED, _WHOLE)
        yield from people_where_free(_letters(day, letters), people, _ASKED, _SHORT)
        yield from people_where_free(_forename(day, names), people, _ASKED, _FIRST)


def _days(reading: Reading, births: Taken) -> Iterator[Place]:
    if reading.passage.id not in births.stretches:
        return
    for match in _DAY.finditer(reading.text):
        span = reading.span(*match.span())
        if span is not None and births.touches(reading.passage.id, *span):
            yield reading, match.start(), match.end()


def _whole(day: Place) -> Iterator[Place]:
    reading, start, end = day
    before = _BEFORE.match(reading.text, max(0, start - _LONGEST), start)
    behind = _BEHIND.match(reading.text, end)
    for match in (before, behind):
        if match is not None and _may_be_name(match["name"]):
            yield reading, *match.span("name")


def _numbers(day: Place, taken: Taken) -> Iterator[Mention]:
    reading, start, end = day
    before = _NUMBER_BEFORE.match(reading.text, max(0, start - _LONGEST), start)
    behind = _NUMBER_BEHIND.match(reading.text, end)
    for match in (before, behind):
        if match is None:
            continue
        first, last = match.span("number")
        made = mention(reading, first, last, Label.CASE_REFERENCE, _LIKELY, _NUMBER)
        if made is not None and not taken.touches(made.span.passage, made.span.start, made.span.end):
            yield made


def _letters(day: Place, known: set[str]) -> Iterator[Place]:
    reading, start, end = day
    before = _LETTERS_BEFORE.match(reading.text, max(0, start - _LONGEST), start)
    behind = _LETTERS_BEHIND.match(reading.text, end)
    for match in (before, behind):
        if match is None or match["letters"].upper() not in known:
            continue
        if not is_small_word(match["letters"]) or _RE.search(reading.text, 0, match.start()):
            yield reading, *match.span("letters")


def _forename(day: Place, names: frozenset[str]) -> Iterator[Place]:
    reading, start, _ = day
    match = _FORENAME.match(reading.text, max(0, start - _LONGEST), start)
    if match is not None and {key_of(match["name"]), key_of(match["rest"])} <= names:
        yield reading, *match.span("name")


def _may_be_name(name: str) -> bool:
    """Tell whether a word is no label of the day and no other usual word."""
    plain = name.casefold()
    usual = plain in stop_words() or plain in words("record-abbreviations") or plain in words("agency-words")
    is_label = plain.startswith(("dob", "born", "birth", "date"))
    return not (usual or is_label or is_known(plain)) and sum(map(str.isdigit, name)) <= 1


RECOGNISER = FollowUpRecogniser(
    name="names-at-births",
    version="1",
    labels=(Label.PERSON, Label.CASE_REFERENCE),
    find=_find,
    examples=(
        Example("DOB 14.02.07\n\nKEY=Quilham14.02.07 and 14.02.07QUILLHAM", ("Quilham", "QUILLHAM")),
        Example("DOB 14.02.07\n\n*Quilham*14.02.07* was read", ("Quilham",)),
        Example("Mrs Ida Harte, DOB 14.02.07\n\nrang re ih 14.02.07", ("ih",)),
        Example(
            "DOB 14.02.07\n\na label 9912345678914.02.07 and H123456_14.02.07", ("99123456789", "H123456")
        ),
        Example("Mr Lord Vesey, DOB 14.02.07\n\nhas lord vesey (14.02.07) rung", ("lord",)),
    ),
    near_misses=(
        "DOB14.02.07 and born14.02.07, seen14.02.09",
        "Mrs Ida Harte, DOB 14.02.07\n\nre it 14.02.07; form: 14.02.07-CP",
        "Mrs Ida Stone, DOB 14.02.07\n\nhers is 14.02.07 and given as 14.02.07|PRESENT",
        "Quilham14.02.09 was seen.",
        "Mr Tom Vesey, DOB 14.02.07\n\nmum (14.02.07) and child (14.02.07) rang",
    ),
)
