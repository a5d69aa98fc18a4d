"""Letters of somebody known, in the construct of other people's: "SN level 3, KL level 4", "SN 20 minutes".

Where other letters that are somebody's stand between the same signs and words of one document, usual short
forms are asked about too, if a whole name of the call has them; of an office (SW, GP) two others must stand
so. What remains: letters that stand in their construct alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from redact.recognise import regex
from redact.recognise.claims import Example, FollowUpRecogniser
from redact.recognise.defined_letters import is_explained_here, is_office
from redact.recognise.grids import View
from redact.recognise.letter_places import has_an_article
from redact.recognise.letters_of_names import letters_of
from redact.recognise.mid_sentence import PARTS
from redact.recognise.ordinary_letters import is_ordinary
from redact.recognise.taken import people_where_free, taken_by
from redact.values.people import Evidence, Label, Mention, Standing

__all__ = ["RECOGNISER"]

_ASKED, _LEAST_SCORE = 0.4, 0.35
_STANDINGS = (Standing.PARTICIPANT, Standing.PANEL, Standing.OFFICE)
_OFFICES_NEED = 2  # other letters in the same construct
_LETTERS = regex.compile(r"(?<![\p{L}\p{N}.'@/&_-])\p{Lu}{2,3}(?![\p{L}\p{N}@/&_-]|'\p{Lu}|\.\p{L})")
_BEFORE = regex.compile(r"(?:(?P<word>\p{L}[\p{L}/-]*)[ ]|(?P<sign>[.,;:!?(\t\n\x00-][ ]{0,2}|^))$")
_BEHIND = regex.compile(
    r"[ ](?P<words>\p{Ll}[\p{Ll}'-]*(?:[ ](?:\p{Ll}{2,}|\d))?)|[ ](?P<number>\d[\d./:-]*)|(?P<sign>[.,;:)])"
)
_SIGN, _NUMBER = "|", "0"
# Behind these, or before them, stands whoever and whatever one likes.
_ANY = frozenset(
    {"the", "a", "an", "and", "or", "of", "in", "to", "for", "on", "at", "with", "by", "from", "see"}
)
_VERBS = frozenset(
    {"to", "is", "was", "has", "had", "will", "and", "or", "not", "who", "in", "on", "at", "for"}
)
_EVIDENCE = Evidence(
    "parallel-letters", "1", "letters in one construct", "letters of a known name in the construct of others"
)


def _find(views: Sequence[View], mentions: Sequence[Mention]) -> Iterator[Mention]:
    texts = {passage.id: passage.text for view in views for passage in view.document.passages}
    company = [
        each
        for each in mentions
        if each.label is Label.PERSON
        and each.score >= _LEAST_SCORE
        and 2 <= each.span.end - each.span.start <= 3
        and texts[each.span.passage][each.span.start : each.span.end].isupper()
    ]
    if not company:
        return
    known = frozenset(letters_of(views, mentions, _STANDINGS))
    taken = taken_by(mentions)
    for view in views:
        keys = _keys(view, company)
        for reading in view.first if keys else ():
            if reading.passage.location.part not in PARTS:
                continue
            places = [
                (reading, *match.span())
                for match in _LETTERS.finditer(reading.text)
                if match[0] in known and _stands_alike(reading.text, match, keys)
            ]
            yield from people_where_free(places, taken, _ASKED, _EVIDENCE)


def _keys(view: View, company: Sequence[Mention]) -> Mapping[tuple[str, str], set[str]]:
    """Give the constructs of a document in which letters of somebody stand, with these letters."""
    places: dict[str, set[int]] = defaultdict(set)
    for each in company:
        places[each.span.passage].add(each.span.start)
    keys: dict[tuple[str, str], set[str]] = defaultdict(set)
    for reading in view.first:
        starts = places.get(reading.passage.id)
        if not starts:
            continue
        for match in _LETTERS.finditer(reading.text):
            span = reading.span(*match.span())
            key = _key(reading.text, *match.span()) if span is not None and span[0] in starts else None
            if key is not None:
                keys[key].add(match[0])
    return keys


def _key(text: str, start: int, end: int) -> tuple[str, str] | None:
    """Describe what letters stand between; None where anything may stand so."""
    before, behind = _BEFORE.search(text, max(0, start - 30), start), _BEHIND.match(text, end)
    if before is None or behind is None:
        return None
    left = _SIGN if before["word"] is None else before["word"].casefold()
    right = _NUMBER if behind["number"] else behind["words"] or _SIGN
    right = "".join(_NUMBER if letter.isdigit() else letter for letter in right)
    if left in _ANY or (right == _SIGN and left == _SIGN):
        return None
    if right.partition(" ")[0] in _VERBS:
        right = right.partition(" ")[0]
    return left, right


def _stands_alike(text: str, match: regex.Match[str], keys: Mapping[tuple[str, str], set[str]]) -> bool:
    key = _key(text, *match.span())
    others = keys.get(key, set()) - {match[0]} if key is not None else set()
    if not others or is_explained_here(text, *match.span()) or has_an_article(text, match.start()):
        return False
    if is_ordinary(text, *match.span(), is_borne=True):
        return False
    return not is_office(match[0]) or (
        len(others) >= _OFFICES_NEED and key is not None and key[1] not in _VERBS
    )


RECOGNISER = FollowUpRecogniser(
    name="parallel-letters",
    version="1",
    labels=(Label.PERSON,),
    find=_find,
    examples=(
        Example("Mr Gus Orr and Mr Karl Levy came.\n\nKL level 4, GO level 3.", ("GO",)),
        Example("Mr Gus Orr and Mr Karl Levy came.\n\nKL 20 minutes.\nGO 40 minutes.", ("GO",)),
        Example("Mr Gus Orr and Mr Karl Levy came.\n\nVisit KL. Calm.\nVisit GO. Calm.", ("GO",)),
    ),
    near_misses=(
        "Mr Karl Levy came.\n\nKL level 4, GO level 3.",
        "Mr Gus Orr and Mr Karl Levy came.\n\nKL rang. The GO rang. Do not GO there.",
        "Mr Gus Orr came.\n\nGO level 3.",
        "Mr Gil Pugh and Mr Karl Levy came.\n\nKL to ring. GP to ring.",
    ),
)
