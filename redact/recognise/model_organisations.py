"""Organisations that the name model finds and no word for what they are shows: "Anytown Rovers".

They are asked about in what is published; bodies that are known all over the country are none, and short
forms of agencies neither. What remains: a body whose name is an ordinary word, and one in capitals alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from redact.recognise import regex
from redact.recognise.claims import Example, FollowUpRecogniser
from redact.recognise.grids import View
from redact.recognise.lists import entries, kinds, words
from redact.recognise.model.labels import ModelLabel
from redact.recognise.names import stop_words, title_words
from redact.recognise.organisation_names import is_known_body
from redact.recognise.unclaimed import Guess, Stretch, guessed, said
from redact.values.people import Label, Mention, Standing

__all__ = ["RECOGNISER", "guess"]

_NAME = "model-organisations"
# A body that only the model knows stands below all that a rule finds, and above the mere look of a name.
_SCORE, _PUBLIC = 0.46, 0.5
_LEAST = 0.5  # the odds from which the model's word counts
_EDGES = regex.compile(r"^[^\p{L}\p{N}]*(?:(?i:the|a|an|at|by|of|and|dr)[ ])*")
_TOKEN = regex.compile(r"\p{L}[\p{L}'-]*")
_SHORT_FORM = regex.compile(r"\p{Lu}[\p{Lu}\d&/-]{0,7}s?")
_WRITINGS = regex.compile(
    r"(?i:\b(?:act|bill|review|report|guidance|inquiry|enquiry|law|order|regulations?|press|publishing"
    r"|publishers?|journal|protocol|framework|strategy|programme|procedures?|convention|constitution|code"
    r"|government|plan|policy|form|panel|meeting|conference|register)s?)$"
)
_CITED = regex.compile(r"[ ,]{1,2}\(?(?:19|20)\d\d")
_STATE = regex.compile(
    r"(?i:\b(?:borough[ ]of|city[ ]of|county[ ]of|police|constabulary|council|safeguarding|lscb|nhs|trust"
    r"|ambulance|probation|ministry|department|cabinet|parliament|assembly|prosecut\p{L}*)\b)"
)
# "Quillham Trust" is a charity; a trust of hospitals or schools says so.
_TRUST_ALONE = regex.compile(r"(?:the )?(?:[\p{L}'-]+ ){1,2}trust")
_OF_HEALTH = regex.compile(
    r"\b(?:nhs|hospitals?|health\w*|care|foundation|teaching|university|ambulance|acute|mental"
    r"|clinical|community|partnership|primary|medical|nursing|academ\w+|schools?|learning|education\w*)\b"
)
_REALM = regex.compile(r"^(?:\w+ )?(?:kingdom|republic|state|federation) of (?:the )?")
_REASONS = {
    "by the model": "the name model takes this for an organisation's name",
    "public": "the name model takes this for an organisation's name, and its words are a public body's",
}


def guess(name: str) -> Guess | None:
    """Tell what a name is that may be an organisation's; None for plain words and for known bodies."""
    plain = " ".join(name.casefold().split())
    tokens = _TOKEN.findall(plain)
    if not tokens or _SHORT_FORM.fullmatch(name) or _WRITINGS.search(plain) or is_known_body(name):
        return None
    if _REALM.sub("", plain) in _abroad() or plain.removeprefix("the ") in _abroad():
        return None
    if any(
        plain == body or plain.startswith((f"{body} ", f"{body}'")) for body in entries("national-bodies")
    ):
        return None
    if all(token.removesuffix("'s") in _known() or len(token) < 3 for token in tokens):
        return None
    is_charity = _TRUST_ALONE.fullmatch(plain) is not None and _OF_HEALTH.search(plain) is None
    if _STATE.search(plain) and not is_charity:
        return Guess(Label.ORGANISATION, _PUBLIC, "public", _REASONS["public"], Standing.PUBLIC)
    score = _PUBLIC if is_charity else _SCORE
    return Guess(Label.ORGANISATION, score, "by the model", _REASONS["by the model"])


def _guesses(views: Sequence[View], _: Sequence[Mention]) -> Iterator[tuple[Stretch, Guess]]:
    for stretch in said(views, ModelLabel.ORGANISATION):
        low = _EDGES.match(stretch.text)
        start = stretch.start + (low.end() if low else 0)
        text = stretch.reading.text
        if stretch.odds < _LEAST or start >= stretch.end or _CITED.match(text, stretch.end):
            continue
        one = guess(text[start : stretch.end].rstrip(" .'\"-"))
        if one is not None:
            yield Stretch(stretch.reading, start, stretch.end, stretch.odds), one


@cache
def _abroad() -> frozenset[str]:
    return frozenset(area.casefold() for area in (*entries("countries"), *entries("large-areas")))


@cache
def _known() -> frozenset[str]:
    """Words that name no body by themselves."""
    usual = stop_words() | title_words() | frozenset(nation.casefold() for nation in kinds("nations"))
    for name in ("known-capitals", "organisation-words", "agency-words", "record-abbreviations"):
        usual |= words(name)
    return usual | frozenset(word for role in kinds("roles") for word in role.casefold().split())


RECOGNISER = FollowUpRecogniser(
    name=_NAME,
    version="1",
    labels=(Label.ORGANISATION,),
    find=guessed(_NAME, _guesses),
    # Plain sentences: each sound model must read them so, whichever run it comes from.
    examples=(
        Example(
            "He was employed by the Larkrise Dairy Company at the time.",
            ("Larkrise Dairy Company",),
        ),
        Example("He plays for Anytown Rovers and trains twice a week.", ("Anytown Rovers",)),
        Example("The loan came from Elmhurst Credit Union that spring.", ("Elmhurst Credit Union",)),
    ),
    near_misses=(
        "CAMHS and the NSPCC were told.",
        "The police and Children's Services came.",
        "The Court of Appeal heard the case.",
        "Ofsted inspected the school.",
    ),
)
