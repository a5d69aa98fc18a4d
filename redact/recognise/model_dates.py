"""Days that the name model finds and the rules for dates leave: in other words, or where a heading may stand.

A month alone, a year, a length of time and an age are none. What remains: a day told by another event.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from redact.recognise import regex
from redact.recognise.claims import Example, FollowUpRecogniser
from redact.recognise.dates import DATE, DAY_AND_MONTH, Period, read_date
from redact.recognise.dates_in_words import EXACT, nearness
from redact.recognise.grids import View
from redact.recognise.model.labels import ModelLabel
from redact.recognise.unclaimed import Guess, Stretch, guessed, said
from redact.values.people import Label, Mention

__all__ = ["RECOGNISER"]

_NAME = "model-dates"
_LEAST, _LEAST_OF_FIGURES = 0.5, 0.8  # the odds from which the model's word counts
_WHOLE = regex.compile(DATE)
_DAY = regex.compile(DAY_AND_MONTH)
_SMALL_MONTH = regex.compile(r"(?<!\p{L})(?:may|march|mar)(?!\p{L})")
_BECAUSE = "the name model takes this for a date, and it comes down to a day"
_CLOSE = "the name model takes this for a date, and it is closer than a month"


def _guesses(views: Sequence[View], _: Sequence[Mention]) -> Iterator[tuple[Stretch, Guess]]:
    for stretch in said(views, ModelLabel.DATE):
        if stretch.odds < _LEAST:
            continue
        score = _score(stretch)
        if score is not None:
            because = _BECAUSE if score == EXACT else _CLOSE
            yield stretch, Guess(Label.DATE, score, "a day" if score == EXACT else "near a day", because)


def _score(stretch: Stretch) -> float | None:
    text = " ".join(stretch.text.split())
    if not any(letter.isalpha() for letter in text):
        # What a rule left for a heading's number is taken back only where the model is sure of a day.
        line = stretch.reading.text[: stretch.start].rpartition("\n")[2]
        if line.strip(" \t|([*-"):
            return None
        is_date = _WHOLE.fullmatch(text) is not None and read_date(text, Period()) is not None
        return EXACT if is_date and stretch.odds >= _LEAST_OF_FIGURES else None
    if (_WHOLE.search(text) or _DAY.search(text)) and not _SMALL_MONTH.search(text):
        return EXACT
    return nearness(text)


RECOGNISER = FollowUpRecogniser(
    name=_NAME,
    version="1",
    labels=(Label.DATE,),
    find=guessed(_NAME, _guesses),
    # What the rules leave for a heading's number, where the document names other years.
    examples=(
        Example("11.12.18 Police attended the home.\n\nThe plan was closed in 2019.", ("11.12.18",)),
        Example("14.11.16 The mother rang the duty team.\n\nThey moved in 2017.", ("14.11.16",)),
        Example("26.10.09 Seen at home with her aunt.\n\nSee the report of 2011.", ("26.10.09",)),
    ),
    near_misses=(
        "In March 2009 they left.",
        "It lasted two years and six months.",
        "section 4.1.12 of the guidance",
    ),
)
