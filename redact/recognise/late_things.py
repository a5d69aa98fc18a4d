"""Claims of people that fall late, when all has spoken: words that are told or known to be things'.

Whatever lies inside the name of a known thing ("Mellow Parenting", "Reliant Robin") is nobody's, whoever
claims it; what only looks like a name falls where the call tells the word to be a thing's, where a thing's
noun follows, and where the word is known as a thing's. What remains: a thing that no list and no sentence
knows, and an operation of the police that is called by a forename.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from redact.recognise import regex
from redact.recognise.clipped import is_clipped_word, is_known_for_a_thing
from redact.recognise.grids import View
from redact.recognise.known_things import is_in_a_known_thing, is_like_a_thing, is_named_as_somebody
from redact.recognise.lists import words
from redact.recognise.names import stop_words
from redact.recognise.openers import acts
from redact.recognise.plain_words import is_plain
from redact.recognise.thing_lists import is_a_thing_in_a_list
from redact.recognise.thing_names import things_told
from redact.recognise.thing_signs import is_beside_a_noun, is_forename
from redact.values.people import Label, Mention

__all__ = ["not_in_known_things", "without_things"]

_LOOKS = frozenset({"mid-sentence", "openers", "unlisted"})
_BY_LOOK = _LOOKS | {"name-model", "repeats"}
_ASKED = 0.4
_LISTED = "listed-names"
_UNLISTED, _BORNE = "unlisted", "word that somebody bears"
_LIKELY = 0.6  # the score of a whole name that shows a family
_OWNS = ("'s", "\u2019s")
_OPERATION = regex.compile(r"(?<!\p{L})(?:Operation|OPERATION)[ ]$")
_OF_AN_OPERATION = regex.compile(r"(?:Operation|OPERATION)[ ](?P<name>\p{Lu}\p{L}+)")
_WORD = regex.compile(r"[\p{L}\p{M}]+(?:['-][\p{L}\p{M}]+)*")


def not_in_known_things(views: Sequence[View], found: Iterable[Mention]) -> list[Mention]:
    """Give the mentions again, but for people that are claimed inside the names of known things.

    Where somebody may be called so too (Thomas Cook), what goes by the look of a word is asked about.
    """
    texts = _texts(views)
    judged = (_unless_a_thing(texts[each.span.passage], each) for each in found)
    return [each for each in judged if each is not None]


def _unless_a_thing(text: str, each: Mention) -> Mention | None:
    if each.label is not Label.PERSON:
        return each
    place = text, each.span.start, each.span.end
    if is_in_a_known_thing(*place) or _is_an_operation(*place):
        return None
    is_doubtful = each.evidence.recogniser in _BY_LOOK and each.score > _ASKED
    return replace(each, score=_ASKED) if is_doubtful and is_named_as_somebody(*place) else each


def _is_an_operation(text: str, start: int, end: int) -> bool:
    """Tell the name of an operation of the police; a forename, and whoever acts, may be somebody's."""
    whole = _OF_AN_OPERATION.fullmatch(text, start, end)
    if whole is None and _OPERATION.search(text, max(0, start - 11), start) is None:
        return False
    name = whole["name"] if whole else text[start:end]
    return name.isalpha() and not is_forename(name) and not acts(text, end)


def without_things(views: Sequence[View], found: Iterable[Mention]) -> list[Mention]:
    """Give the mentions again, but for words that look like names and are told or shown to be things'."""
    told = things_told(views).words
    texts = _texts(views)
    found = not_in_known_things(views, found)
    active = frozenset(_of_somebody(texts, found))
    families = frozenset(_surnames(texts, found))

    def is_thing(each: Mention) -> bool:
        span, text = each.span, texts[each.span.passage]
        every = {word.casefold().removesuffix("'s") for word in _WORD.findall(text, span.start, span.end)}
        if families.intersection(word[:-1] for word in every if word.endswith("s")):
            return False  # "the Badgers", of whom one is Ida Badger
        if every <= told or is_beside_a_noun(text, span.start, span.end):
            return True
        if len(every) == 1 and _is_a_word_of_things(text, span.start, span.end):
            return True
        is_unlisted = each.evidence.recogniser == _UNLISTED and not every & active
        return is_unlisted and _is_no_name(text, span.start, span.end)

    return [each for each in found if not _is_a_look(each) or not is_thing(each)]


def _surnames(texts: Mapping[str, str], found: Iterable[Mention]) -> Iterator[str]:
    """Give the last words, in lower case, of whole names."""
    for each in found:
        if each.label is Label.PERSON and each.score >= _LIKELY:
            every = _WORD.findall(texts[each.span.passage], each.span.start, each.span.end)
            yield from (word.casefold() for word in every[-1:] if len(every) > 1)


def _is_a_look(each: Mention) -> bool:
    """Tell what goes by the look of a word; a word that a whole name of the call holds is somebody's."""
    return each.evidence.recogniser in _LOOKS and each.evidence.pattern != _BORNE


def _of_somebody(texts: Mapping[str, str], found: Iterable[Mention]) -> Iterator[str]:
    """Give the unlisted words, in lower case, that do or own something somewhere as people do."""
    for each in found:
        text, end = texts[each.span.passage], each.span.end
        if each.evidence.recogniser == _UNLISTED and (acts(text, end) or text[end : end + 2] in _OWNS):
            yield text[each.span.start : end].casefold()


def _is_a_word_of_things(text: str, start: int, end: int) -> bool:
    if is_like_a_thing(text, start, end) or is_clipped_word(text[start:end]):
        return True
    return is_a_thing_in_a_list(text, start, end, ())


def _is_no_name(text: str, start: int, end: int) -> bool:
    """Tell capitals and small words that lists know, and plain words and usual capitals."""
    word = text[start:end]
    if is_known_for_a_thing(text, start, end) or (word.islower() and word in stop_words()):
        return True
    return is_plain(word) or (word.istitle() and word.casefold() in words("known-capitals"))


def _texts(views: Sequence[View]) -> Mapping[str, str]:
    return {passage.id: passage.text for view in views for passage in view.document.passages}
