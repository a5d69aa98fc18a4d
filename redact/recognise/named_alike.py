"""A word that stands as a name beside it does: "Rejoice (2005) and Ida (2008)", "Ida: no. Bertie: yes".

Of children joined with the years of their births, and of speakers before a colon in one paragraph, one who is
found shows what the others are. They are asked about. A word of the lists of usual words is none, nor is a
speaker whom neither a list of forenames knows nor the model holds likely. What remains: a speaker in a
paragraph in which no other is found.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from redact.recognise import regex
from redact.recognise.beside import is_known
from redact.recognise.citation_places import is_told_with_a_year
from redact.recognise.claims import Example, FollowUpRecogniser, mention
from redact.recognise.grids import View
from redact.recognise.lists import words
from redact.recognise.mid_sentence import PARTS
from redact.recognise.model.views import chance
from redact.recognise.names import stop_words, title_words
from redact.recognise.plain_words import is_plain
from redact.recognise.readings import Reading
from redact.recognise.taken import taken_by
from redact.recognise.thing_signs import is_forename
from redact.values.people import Evidence, Label, Mention, Standing

__all__ = ["RECOGNISER"]

_SCORE, _LEAST_SCORE = 0.42, 0.6
_ODDS = 0.1  # the model's, from which a word in no list of forenames speaks
_WORD = r"\p{Lu}(?:\p{Ll}|'\p{L}|-\p{Lu})+"
_ONE = rf"(?P<name>{_WORD})[ ][(\[](?:19|20)\d\d[)\]]"
_WITH_YEARS = regex.compile(
    rf"(?<![\p{{L}}\p{{N}}'-])(?<!\p{{Lu}}[\p{{L}}'-]{{0,20}}[ ]){_ONE}(?:(?:,|,?[ ](?:and|&|or"
    rf"|nor))[ ]{_ONE})+"
)
_SPEAKER = regex.compile(
    rf"(?:(?<=^|\n)[\s*\u2022-]*|(?<=[.?!\u2026][\"')]?[ ])|(?<=[;/-][ ]))(?P<name>{_WORD}):[ ]"
)
_YEARS_TOLD = Evidence(
    "named-alike", "1", "with a year, as another", "a word with a year, as the name beside it"
)
_SPEAKS = Evidence(
    "named-alike", "1", "before a colon, as another", "a word before a colon, as a name near it"
)


def _find(views: Sequence[View], mentions: Sequence[Mention]) -> Iterator[Mention]:
    people = [each for each in mentions if _is_likely(each)]
    taken, named = taken_by(mentions), taken_by(people)
    passages = {each.span.passage for each in people}
    for view in views:
        for reading in view.first:
            passage = reading.passage
            if passage.id not in passages or passage.location.part not in PARTS:
                continue
            for spans, evidence in _companies(reading):
                placed = [(place, reading.span(*place)) for place in spans]
                if not any(span is not None and named.touches(passage.id, *span) for _, span in placed):
                    continue
                for (start, end), span in placed:
                    if span is None or taken.touches(passage.id, *span) or _is_usual(reading.text[start:end]):
                        continue
                    if evidence is _SPEAKS and not _may_speak(view, reading, start, end):
                        continue
                    made = mention(reading, start, end, Label.PERSON, _SCORE, evidence)
                    if made is not None:
                        yield made


def _companies(reading: Reading) -> Iterator[tuple[list[tuple[int, int]], Evidence]]:
    """Give the words that stand alike, together with what that shows."""
    text = reading.text
    if "0" in text or "1" in text:
        for match in _WITH_YEARS.finditer(text):
            spans = match.spans("name")
            if any(is_told_with_a_year(text, *span) for span in spans):
                yield spans, _YEARS_TOLD
    if ": " in text:
        speakers = [match.span("name") for match in _SPEAKER.finditer(text)]
        if len(speakers) > 1:
            yield speakers, _SPEAKS


def _is_likely(each: Mention) -> bool:
    is_of_the_case = each.standing not in (Standing.CITED, Standing.PUBLIC)
    return each.label is Label.PERSON and each.score >= _LEAST_SCORE and is_of_the_case


def _may_speak(view: View, reading: Reading, start: int, end: int) -> bool:
    odds = chance(view, reading, start, end)
    return is_forename(reading.text[start:end]) or (odds is not None and odds >= _ODDS)


def _is_usual(word: str) -> bool:
    plain = word.casefold()
    return (
        plain in stop_words()
        or plain in title_words()
        or plain in words("sentence-openers")
        or plain in words("agency-words")
        or is_known(plain)
        or is_plain(word)
    )


RECOGNISER = FollowUpRecogniser(
    name="named-alike",
    version="1",
    labels=(Label.PERSON,),
    find=_find,
    examples=(
        Example("Child: Ida Harte\n\nRejoice (2005) and Ida (2008) were seen by a doctor.", ("Rejoice",)),
        Example(
            "Child: Ida Harte\n\nThey have Ida (2008), Bounty (2010) and Rejoice (2011).",
            ("Bounty", "Rejoice"),
        ),
        Example("Child: Ida Harte\n\nWho knew? Ida: not me. Bertie: nor I.", ("Bertie",)),
    ),
    near_misses=(
        "Child: Ida Harte\n\nIda was three. Result: none. Action: none.",
        "Child: Ida Harte\n\nIda said: no. Outcome: none.",
        "Child: Ida Harte\n\nThe report (2005) and Ida (2008) were lost.",
    ),
)
