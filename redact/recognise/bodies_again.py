"""Bodies and houses that a place in a text shows once, wherever else their whole name stands.

"Placed at Elm Lodge" shows a home; "[ ] Elm Lodge [x]" and "now at elm lodge" show none, and name the same.
What the name model or the word for a house has shown is repeated in any case and over a line's end, as a
question, where nothing else has claimed the words. What remains: a name of one word, and one that nothing
shows anywhere.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from redact.recognise import regex
from redact.recognise.claims import Example, FollowUpRecogniser, mention
from redact.recognise.grids import View
from redact.recognise.lists import words
from redact.recognise.names import stop_words
from redact.recognise.organisation_names import goes_on_as_a_body
from redact.recognise.readings import folded
from redact.recognise.streets import is_house_type
from redact.recognise.taken import taken_by
from redact.recognise.unclaimed import FACTS
from redact.values.people import Evidence, Label, Mention, Standing

__all__ = ["RECOGNISER"]

_ASKED = 0.56  # above a place, which nobody is asked about
_LEAST_ASKED = 0.48
_LIKELY = 0.5  # what is less may be a word of the name: "Hogan House"
_LABELS = (Label.ORGANISATION, Label.ADDRESS, Label.PLACE)
_BODIES = "model-organisations"
_SHORTEST, _LONGEST = 8, 60  # characters of a name
_WORD = regex.compile(r"[\p{L}\p{N}]+")
_ARTICLE = "the "
# What may lie below such a name: facts, places, and words that only looked like somebody's.
_UNDER = FACTS | {Label.PLACE, Label.AGE}
_EVIDENCE = Evidence("bodies-again", "1", "body again", "another occurrence of the name of a body or a house")

_Known = Mapping[str, Sequence[tuple[regex.Pattern[str], bool]]]  # patterns by their first word; of a house?


def _find(views: Sequence[View], mentions: Sequence[Mention]) -> Iterator[Mention]:
    known = _known(views, mentions)
    if not known:
        return
    free = [each for each in mentions if not _may_lie_below(each)]
    taken = {
        False: taken_by(free),
        True: taken_by(each for each in free if not _is_only_of_the_model(each)),
    }
    for view in views:
        for reading in view.first:
            for start, end, is_house in _again(reading.text, known):
                made = mention(reading, start, end, Label.ORGANISATION, _ASKED, _EVIDENCE)
                if made is not None and not taken[is_house].touches(
                    made.span.passage, made.span.start, made.span.end
                ):
                    yield made


def _again(text: str, known: _Known) -> Iterator[tuple[int, int, bool]]:
    """Give where known names stand in a text, and whether each is a house's."""
    for word in _WORD.finditer(text):
        for pattern, is_house in known.get(word[0].casefold(), ()):
            match = pattern.match(text, word.start())
            if match is not None and not _is_something_else(text, *match.span()):
                yield *match.span(), is_house


def _may_lie_below(each: Mention) -> bool:
    return each.label in _UNDER or (each.label is Label.PERSON and each.score < _LIKELY)


def _is_only_of_the_model(each: Mention) -> bool:
    """Tell what the model alone takes for a body; it is asked about in publications only, a home always."""
    return each.label is Label.ORGANISATION and each.score < _LEAST_ASKED


def _known(views: Sequence[View], mentions: Sequence[Mention]) -> _Known:
    """Collect the names that are worth looking for, by their first word, the longest first."""
    texts = {passage.id: passage.text for view in views for passage in view.document.passages}
    names: set[str] = set()
    for each in mentions:
        if each.standing is Standing.PARTICIPANT and each.label in _LABELS:
            written = " ".join(folded(texts[each.span.passage][each.span.start : each.span.end])[0].split())
            name = written.casefold().removeprefix(_ARTICLE)
            if _SHORTEST <= len(name) <= _LONGEST and _is_a_body(each, written, name):
                names.add(name)
    found: dict[str, list[tuple[regex.Pattern[str], bool]]] = defaultdict(list)
    for name in sorted(names, key=lambda one: (-len(one), one)):
        first = _WORD.search(name)
        if first is not None:
            is_house = is_house_type(name.rpartition(" ")[2])
            found[first[0]].append((_pattern(name[first.start() :]), is_house))
    return found


def _is_a_body(each: Mention, written: str, name: str) -> bool:
    """Tell a name of two words or more, with a capital, that the model or the word for a house has shown."""
    parts = name.split()
    usual = stop_words() | words("organisation-words")
    if len(parts) < 2 or not written[0].isupper() or all(part in usual for part in parts[:-1]):
        return False
    if each.label is not Label.ORGANISATION:
        return is_house_type(parts[-1]) and not any(map(str.isdigit, name))
    return each.evidence.recogniser == _BODIES


def _is_something_else(text: str, start: int, end: int) -> bool:
    """Tell the place of a council ("Quillham and Elmhurst Council"), and small letters among capitals.

    "The coffee house" is no Coffee House where others have theirs.
    """
    if goes_on_as_a_body(text, end):
        return True
    line = text[text.rfind("\n", 0, start) + 1 : (text.find("\n", end) + 1 or len(text) + 1) - 1]
    return text[start:end].islower() and any(map(str.isupper, line))


def _pattern(name: str) -> regex.Pattern[str]:
    words = r"(?:[ ]{1,2}|[ ]?\n[ ]?)".join(map(regex.escape, name.split()))
    return regex.compile(rf"(?<![\p{{L}}\p{{N}}_@-]){words}(?![\p{{L}}\p{{N}}_@-])", regex.IGNORECASE)


RECOGNISER = FollowUpRecogniser(
    name="bodies-again",
    version="1",
    labels=(Label.ORGANISATION,),
    find=_find,
    examples=(
        Example("He lived at Tanner Lodge.\n\nTicked: [ ] Tanner Lodge [x] Other", ("Tanner Lodge",)),
        Example("He lived at Soap House.\n\nso now soap house again. dont print", ("soap house",)),
        Example("He lived at Soap House.\n\nShe left Soap\nHouse owing rent.", ("Soap\nHouse",)),
    ),
    near_misses=(
        "He lived at Elm Lodge.\n\nThe elm by the lodge fell.",
        "He lived at Elm Lodge.\n\nan elm lodger",
        "He lived at Elm Lodge.\n\nsent to Elm Lodge and Quillham Council",
        "He went to the Youth House.\n\nthe youth house",
    ),
)
