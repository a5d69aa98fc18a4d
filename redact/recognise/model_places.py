"""Places that the name model finds: streets, estates, towns, villages, countries abroad.

Nothing while no model is shipped. What remains: a place whose name is an ordinary word, and one that the
model takes for a person: that is asked about as a name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from redact.recognise import regex
from redact.recognise.claims import Example, FollowUpRecogniser
from redact.recognise.grids import View
from redact.recognise.model.labels import ModelLabel
from redact.recognise.place_names import guess, of_bodies
from redact.recognise.unclaimed import Guess, Stretch, guessed, said
from redact.values.people import Label, Mention

__all__ = ["RECOGNISER"]

_NAME = "model-places"
# A place may be given with the one that it lies in: each is one by itself.
_PIECE = regex.compile(r"[^,;\n\t|()/]+")
_EDGES = regex.compile(r"^[^\p{L}\p{N}]*(?:(?i:the|in|at|near|of|from)[ ])*|[^\p{L}\p{N}]+$")
_LEAST = 0.5  # the odds from which the model's word counts


def _guesses(views: Sequence[View], mentions: Sequence[Mention]) -> Iterator[tuple[Stretch, Guess]]:
    bodies = of_bodies(views, mentions)
    for stretch in said(views, ModelLabel.PLACE):
        if stretch.odds < _LEAST:
            continue
        for piece in _PIECE.finditer(stretch.reading.text, stretch.start, stretch.end):
            text = piece[0]
            low = _EDGES.match(text)
            start = piece.start() + (low.end() if low else 0)
            end = piece.start() + len(text.rstrip(" .'\"-:"))
            one = guess(stretch.reading.text[start:end], bodies) if start < end else None
            if one is not None:
                yield Stretch(stretch.reading, start, end, stretch.odds), one


RECOGNISER = FollowUpRecogniser(
    name=_NAME,
    version="1",
    labels=(Label.PLACE, Label.ADDRESS),
    find=guessed(_NAME, _guesses),
    # Plain sentences: each sound model must read them so, whichever run it comes from.
    examples=(
        Example("In the spring the family went to Ulskthorpe.", ("Ulskthorpe",)),
        Example("They came from Bradford and knew nobody.", ("Bradford",)),
        Example("She had come from Pakistan as a child.", ("Pakistan",)),
    ),
    near_misses=(
        "The family came from England and lived in London.",
        "The review was done in Kent and in the North West.",
        "The chip shop was closed, and the street was empty.",
    ),
)
