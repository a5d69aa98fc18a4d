"""What the name model takes for a name, weighed by its words: plain words, months, letters, short forms.

A claim is dropped where nobody is called by its words. Any other stands as it is where somebody of the call
bears the word: in a form, behind a title or a word of kinship, in a full name, or again and again with a
capital that no beginning explains. Else it is dropped where a month, a letter or a short form stands as such,
and in a list of things, or before a thing's noun (a forename is asked about there). An ordinary word that is
seldom a name is asked about at most, and dropped where the call writes it small, among things, or where it
only begins a sentence and is claimed once or doubted; a person's verb keeps it, and a common surname is asked
about. What remains: somebody named once, by one ordinary word, is asked about or left.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from redact.recognise import regex
from redact.recognise.clipped import is_clipped, is_known_for_a_thing
from redact.recognise.defined_letters import defined_letters, is_explained_here, is_sign
from redact.recognise.grids import View
from redact.recognise.known_things import is_like_a_thing
from redact.recognise.late_things import not_in_known_things
from redact.recognise.letter_doubts import are_nobodys, is_yes_or_no
from redact.recognise.mid_sentence import LOWER, uses_capitals
from redact.recognise.names import name_words
from redact.recognise.nobodys_words import are_plain, is_form, words_of
from redact.recognise.openers import acts
from redact.recognise.plain_words import (
    goes_on_small,
    is_a_body,
    is_a_surname_too,
    is_seldom_a_name,
)
from redact.recognise.repeat_edges import begins
from redact.recognise.scanner_slips import is_misread
from redact.recognise.sure_words import is_sure, joined_to_names
from redact.recognise.thing_lists import is_a_post_among_posts, is_a_thing_in_a_list, stands_among_things
from redact.recognise.thing_names import Things, is_at_a_place, things_told
from redact.recognise.thing_signs import is_beside_a_noun, is_forename
from redact.recognise.times import is_time
from redact.values.people import Label, Mention

__all__ = ["weighed"]

_MODEL, _CHECK = "name-model", "model, check"
_ASKED = 0.4  # what is only asked about, however sure the model is
_LIKELY, _SURE, _SUREST = 0.6, 0.79, 0.818  # of what shows somebody; of what the model alone shows
_AGAIN = 2  # times that make a word somebody's name, when one of them shows somebody
_SHOWN = 3  # times that show somebody, and one place that tells of a thing rules them out no more
_OFTEN, _MANY = 2, 4  # times a call writes an ordinary word small; things beside which a word is none either
_SHORTEST = 3  # letters of a word of a name; shorter ones may be initials
_WORD = regex.compile(r"[\p{L}\p{M}]+(?:['-][\p{L}\p{M}]+)*")
_LETTERS = regex.compile(r"\p{Lu}{2,4}")
_LEADS_ON = regex.compile(r"(?:'s)?[ ]\p{Ll}|:[ ](?:please|none|nil|see|as|to|not|no|yes|bring|own|any)\b")


def weighed(views: Sequence[View], found: Iterable[Mention]) -> list[Mention]:
    """Give the mentions again, those of the name model weighed by what all documents of the call say.

    Args:
        found: all mentions before overlaps are settled, so that nothing else goes with what is dropped.
    """
    found = list(found)
    if not any(each.evidence.recogniser == _MODEL for each in found):
        return found
    found = not_in_known_things(views, found)
    call = _call(views, found)
    judged = [_judged(call, each) if each.evidence.recogniser == _MODEL else each for each in found]
    return [each for each in judged if each is not None and not is_form(call.texts, each, call.letters)]


@dataclass(frozen=True, slots=True)
class _Call:
    """What all documents of a call say.

    `shown` are the words of names of which a rule or a full name shows the bearer, `borne` those and what the
    model alone shows, `again` those that are claimed so and `often` those of them that show somebody often,
    `small` how often a word stands in small letters and is not claimed there, `letters` those for which a
    full name may stand, `explained` those which words tell to be nobody's; all in lower case. `capitals` are
    the passages of documents that use them, `names` where other claims begin, `joined` sure words beside one.
    """

    texts: Mapping[str, str] = field(repr=False)
    capitals: frozenset[str] = field(repr=False)
    shown: frozenset[str] = field(repr=False)
    borne: frozenset[str] = field(repr=False)
    again: frozenset[str] = field(repr=False)
    often: frozenset[str] = field(repr=False)
    small: Mapping[str, int] = field(repr=False)
    letters: frozenset[str] = field(repr=False)
    explained: frozenset[str] = field(repr=False)
    names: frozenset[tuple[str, int]] = field(repr=False)
    joined: frozenset[str] = field(repr=False)
    things: Things


def _call(views: Sequence[View], found: Sequence[Mention]) -> _Call:
    texts = {passage.id: passage.text for view in views for passage in view.document.passages}
    with_capitals = [view for view in views if uses_capitals(view)]
    small = Counter(
        word for view in with_capitals for each in view.first for word in LOWER.findall(each.text)
    )
    capitals = frozenset(passage.id for view in with_capitals for passage in view.document.passages)
    things = things_told(views)
    of_people = [each for each in found if not (_is_listed(things, each) or _is_a_thing(texts, each))]
    borne, letters, lone = _bearers(texts, of_people, small)
    shown = frozenset(borne)
    shows = {
        word: sum(_shows_somebody(texts, claim, capitals) for claim in claims)
        for word, claims in lone.items()
        if len(claims) >= _AGAIN
    }
    borne |= {word for word, times in shows.items() if times}
    return _Call(
        texts,
        capitals,
        shown,
        frozenset(word for word in borne if len(word) >= _SHORTEST),
        frozenset(shows),
        frozenset(word for word, times in shows.items() if times >= _SHOWN),
        small,
        frozenset(letters),
        defined_letters(views),
        frozenset((each.span.passage, each.span.start) for each in found if each.label is Label.PERSON),
        frozenset(joined_to_names(texts, of_people)),
        things,
    )


def _bearers(
    texts: Mapping[str, str], found: Sequence[Mention], small: Counter[str]
) -> tuple[set[str], set[str], dict[str, list[Mention]]]:
    """Give the words that somebody bears, the letters of full names, and what the model claims alone.

    `small` loses the words in small letters that are claimed.
    """
    borne: set[str] = set()
    letters: set[str] = set()
    lone: dict[str, list[Mention]] = defaultdict(list)
    for each in found:
        if each.label is not Label.PERSON:
            continue
        every = [word.casefold() for word in words_of(texts, each)]
        by_model = each.evidence.recogniser == _MODEL
        if by_model and texts[each.span.passage][each.span.start].islower():
            small.subtract(every)
        if (
            not every
            or each.score < (_SURE if by_model and len(every) > 1 else _LIKELY)
            or (by_model and are_plain(every))
        ):
            continue
        if len(every) > 1:
            letters |= {every[0][0] + every[-1][0], "".join(word[0] for word in every)}
        if by_model and len(every) == 1:
            lone[every[0]].append(each)
        else:
            borne.update(every)
    return borne, letters, lone


def _shows_somebody(texts: Mapping[str, str], claim: Mention, capitals: Container[str]) -> bool:
    """Tell whether a word does what somebody does, or has its capital from no beginning and no capitals.

    `capitals` are the passages of documents that use them: where none are used, a word needs none.
    """
    text, start, end = texts[claim.span.passage], claim.span.start, claim.span.end
    if acts(text, end):
        return True
    if is_at_a_place(text, start, end):
        return False
    is_written_as_a_name = text[start].isupper() and not text[start:end].isupper()
    return (
        (is_written_as_a_name or claim.span.passage not in capitals)
        and not begins(text, start)
        and not is_time(text, start, end)
    )


def _judged(call: _Call, claim: Mention) -> Mention | None:
    """Judge one claim of the name model: as it is, only asked about, or None."""
    every = words_of(call.texts, claim)
    text = call.texts[claim.span.passage]
    if are_plain(every) or is_a_body(" ".join(every)):
        is_joined = len(every) == 1 and every[0].casefold() in call.joined and is_sure(text, claim)
        return _asked(claim) if is_joined else None
    if not call.shown.intersection(map(str.casefold, every)) and _is_of_things(call, claim, every):
        return _asked(claim) if _is_likely(call, claim, every) else None
    if len(every) == 1 and every[0].casefold() in call.things.words - call.shown:
        return _of_a_thing(call, claim, every[0])
    if len(every) != 1 or every[0].casefold() in call.borne:
        return None if claim.evidence.pattern == _CHECK and goes_on_small(every) else claim
    word, start, end = every[0], claim.span.start, claim.span.end
    if len(word) == 1:
        return None if is_sign(text, start, end) or is_yes_or_no(text, start, end) else claim
    is_somebodys = word.casefold() in call.letters
    if is_like_a_thing(text, start, end):
        is_one = is_forename(word) or (claim.score >= _SUREST and not begins(text, start))
        return _asked(claim) if claim.evidence.pattern != _CHECK and is_one else None
    if not is_somebodys and _is_short_for_a_thing(text, start, end):
        return None
    if _LETTERS.fullmatch(text, start, end):
        others = map(str.upper, call.letters)
        is_nobodys = not is_somebodys and are_nobodys(text, start, end, claim.score, others, call.explained)
        return None if is_nobodys or is_explained_here(text, start, end) else claim
    if word.isupper() and word.casefold() in call.explained:
        return None
    is_beside = text[end : end + 1] == " " and (claim.span.passage, end + 1) in call.names
    if len(word) < _SHORTEST or acts(text, end) or is_beside:
        return claim
    is_seldom = is_seldom_a_name(word)
    if is_time(text, start, end) or is_misread(word) or (is_seldom and is_at_a_place(text, start, end)):
        return None
    is_doubted = claim.evidence.pattern == _CHECK or is_seldom
    return None if _is_listed_thing(call, claim, is_doubted=is_doubted) else _ordinary(call, claim, word)


def _is_likely(call: _Call, claim: Mention, every: Sequence[str]) -> bool:
    """Tell a forename that the model is sure of, and that is no thing's too among things: Paris, Elsa."""
    text, start, end = call.texts[claim.span.passage], claim.span.start, claim.span.end
    is_name = claim.evidence.pattern != _CHECK and any(map(is_forename, every))
    return is_name and not (len(every) == 1 and is_a_thing_in_a_list(text, start, end, call.shown))


def _is_listed_thing(call: _Call, claim: Mention, *, is_doubted: bool) -> bool:
    """Tell one of a run of things or of trades."""
    text, start, end = call.texts[claim.span.passage], claim.span.start, claim.span.end
    if is_a_thing_in_a_list(text, start, end, call.borne) or is_a_post_among_posts(text, start, end):
        return True
    return is_doubted and stands_among_things(text, start, end, call.borne)


def _is_short_for_a_thing(text: str, start: int, end: int) -> bool:
    return is_clipped(text, start, end) or is_known_for_a_thing(text, start, end)


def _is_of_things(call: _Call, claim: Mention, every: Sequence[str]) -> bool:
    """Tell an item of a list of things, and one word before a thing's noun or among things, however sure."""
    text, start, end = call.texts[claim.span.passage], claim.span.start, claim.span.end
    if _is_listed(call.things, claim):
        return True
    if len(every) != 1 or len(every[0]) < _SHORTEST:
        return False
    return is_beside_a_noun(text, start, end) or stands_among_things(
        text, start, end, call.shown, least=_MANY
    )


def _is_a_thing(texts: Mapping[str, str], each: Mention) -> bool:
    """Tell whether the model takes for a name what its place shows to be a known thing's."""
    if each.evidence.recogniser != _MODEL:
        return False
    at = (texts[each.span.passage], each.span.start, each.span.end)
    return is_like_a_thing(*at) or is_known_for_a_thing(*at)


def _is_listed(things: Things, each: Mention) -> bool:
    return each.evidence.recogniser == _MODEL and (each.span.passage, each.span.start) in things.listed


def _of_a_thing(call: _Call, claim: Mention, word: str) -> Mention | None:
    """Judge a word that the call tells to be a thing's name: it is none where the model doubts it too.

    What the model surely takes for a name is asked about, even there: the dog may be Kofi's.
    """
    text = call.texts[claim.span.passage]
    is_inside = is_sure(text, claim) and not begins(text, claim.span.start)
    is_doubted = claim.evidence.pattern == _CHECK or (is_seldom_a_name(word) and not is_inside)
    if (place := (claim.span.passage, claim.span.start)) in call.things.animals:
        return None
    if place in call.things.places:
        return None if is_doubted else _asked(claim)
    is_somebody = word.casefold() in call.often or acts(text, claim.span.end)
    return None if is_doubted and not is_somebody else _asked(claim)


def _ordinary(call: _Call, claim: Mention, word: str) -> Mention | None:
    """Judge a word that may be an ordinary one: by the lists, and by how the call itself writes it."""
    text, start = call.texts[claim.span.passage], claim.span.start
    often = max(0, call.small[word.casefold()])
    is_check = claim.evidence.pattern == _CHECK
    if not is_seldom_a_name(word):
        if often < _OFTEN or word.isupper() or not (word.islower() or begins(text, start)):
            return claim
        return None if word.islower() else _asked(claim)
    leads_on = _LEADS_ON.match(text, claim.span.end) is not None
    if word.casefold() in name_words() or word.isupper():
        goes_on = leads_on and text[claim.span.end : claim.span.end + 5] not in (" and ", " who ", " with")
        is_word = is_check and goes_on and begins(text, start) and not word.isupper()
        return None if is_word else _asked(claim)
    if word.islower():
        is_exception = claim.span.passage in call.capitals
        return None if often or is_check or is_exception else _asked(claim)
    is_doubted = is_check or not (word.casefold() in call.again or is_a_surname_too(word))
    return None if is_doubted and begins(text, start) and (leads_on or often) else _asked(claim)


def _asked(claim: Mention) -> Mention:
    return claim if claim.score < _ASKED else replace(claim, score=_ASKED)
