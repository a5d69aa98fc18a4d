"""Where somebody works, by the words around it: "worked at Larkrise", "a job at Vesey Tyres".

They are asked about in what is published. What remains: an employer that nothing but its name shows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from redact.recognise import regex
from redact.recognise.claims import Example, FollowUpRecogniser
from redact.recognise.grids import View
from redact.recognise.model_organisations import guess
from redact.recognise.proper_words import WORD
from redact.recognise.unclaimed import FACTS, Guess, Stretch, free
from redact.values.people import Evidence, Label, Mention

__all__ = ["RECOGNISER"]

_NAME, _VERSION = "employers", "1"
_BODY = rf"(?P<value>{WORD}(?:[ ](?:(?:and|&|of)[ ])?{WORD}){{0,3}})(?![\p{{L}}\p{{N}}'@-])"
_AT = regex.compile(
    r"(?<!\p{L})(?i:work(?:s|ed|ing)?|employed|employment|apprenticed|apprenticeship|(?:a|his|her)[ ]job)[ ]"
    rf"(?:\p{{Ll}}+[ ]){{0,2}}?at[ ](?:the[ ])?{_BODY}"
)
_BY = regex.compile(rf"(?<!\p{{L}})(?i:employed[ ]by|works?[ ]for|worked[ ]for|working[ ]for)[ ]{_BODY}")
_CUE = regex.compile(r"(?i:work|employ|apprentice|job)")
_BECAUSE = "a name behind words of somebody's work"


def _find(views: Sequence[View], mentions: Sequence[Mention]) -> Iterator[Mention]:
    # Nobody works at somebody: what has nothing but its look gives way to these words.
    by_name = [each for each in mentions if each.evidence.recogniser not in ("mid-sentence", "openers")]
    yield from free(views, by_name, _guesses(views, _AT), _evidence, under=FACTS)
    yield from free(views, mentions, _guesses(views, _BY), _evidence, under=FACTS)


def _evidence(one: Guess) -> Evidence:
    return Evidence(_NAME, _VERSION, "work", _BECAUSE)


def _guesses(views: Sequence[View], pattern: regex.Pattern[str]) -> Iterator[tuple[Stretch, Guess]]:
    for view in views:
        for reading in view.first:
            if not _CUE.search(reading.text):
                continue
            for match in pattern.finditer(reading.text):
                one = guess(match["value"])
                if one is not None and one.label is Label.ORGANISATION:
                    yield Stretch(reading, match.start("value"), match.end("value"), 1.0), one


RECOGNISER = FollowUpRecogniser(
    name=_NAME,
    version=_VERSION,
    labels=(Label.ORGANISATION,),
    find=_find,
    examples=(
        Example("The father worked at Larkrise and came home late.", ("Larkrise",)),
        Example("She had a job at Harrop Tyres in the town.", ("Harrop Tyres",)),
        Example("He was employed at Harte Brothers.", ("Harte Brothers",)),
    ),
    near_misses=(
        "The father worked at night and at home.",
        "She worked at CAMHS and for the NHS.",
        "SW1 worked for Children's Services.",
        "He worked for the council.",
    ),
)
