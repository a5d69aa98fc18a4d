"""Whom the documents show as participants: names that stand outside every position.

A field, a word of kinship, a post or a title shows one, and so does the name model where it is sure of a
name in prose; a title of learning or honour does not. What remains: a participant whose name stands only in
positions of authors, cases and offices.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from redact.recognise import regex
from redact.recognise.citations import Known
from redact.recognise.grids import View
from redact.recognise.lists import words
from redact.recognise.literature import is_in_the_case, is_literary, is_of_literature, is_of_the_case
from redact.recognise.readings import folded
from redact.recognise.zones import Placed, covered
from redact.values.people import Label, Mention, Standing

__all__ = ["Shown", "shown"]

_ALWAYS = frozenset({"fields", "kinship"})
_RULES = _ALWAYS | {"roles", "titles", "posts", "letters"}
_BEFORE_SURNAMES = frozenset({"titles", "roles", "posts"})  # "Mr Harte", "SW Harte"
_MODEL, _SURE = "name-model", "model, name"
_LEARNED = regex.compile(r"(?:\b(?:Professor|Prof|Lord|Baroness|Baron|Sir|Dame)\b\.?[ ]?[\p{L}. '-]{0,20})$")
_WORD = regex.compile(r"\p{L}[\p{L}'-]+")
# Whoever only the model shows, and who stands as authors stand, says nothing of the same name elsewhere.
_WITH_A_YEAR = regex.compile(
    r"(?:(?:,|,?[ ](?:and|&))[ ]\p{Lu}[\p{L}'-]+){0,4}(?:['\u2019]s?)?,?[ ][(\[]?(?:19|20)\d\d[a-z]?[)\];,:]"
)


@dataclass(frozen=True, slots=True)
class Shown:
    """The words of each name of a participant, by each of its words; `by_model` those only the model shows.

    `first` are words that begin a name of several, `alone` those that stand alone without a title, `last`
    those that end a name or stand behind a title.
    """

    first: frozenset[str] = field(repr=False)
    alone: frozenset[str] = field(repr=False)
    last: frozenset[str] = field(repr=False)
    by_rules: Mapping[str, frozenset[frozenset[str]]] = field(repr=False)
    by_model: Mapping[str, frozenset[frozenset[str]]] = field(repr=False)

    def bear(self, name: str, authors: frozenset[str]) -> bool:
        """Tell whether a participant may be meant by a name: one is all of the other, or of its words.

        Args:
            authors: surnames, in lower case, that stand alone in prose for an author whom a citation shows.
        """
        own = _words(name)
        return any(
            other <= own or own <= other
            for index, spared in ((self.by_rules, frozenset[str]()), (self.by_model, authors))
            for word in own
            for other in index.get(word, ())
            if not other <= spared
        )

    def explain(self, name: str) -> bool:
        """Tell whether all that bear one word of a whole name bear another name with it in the call.

        "Arthur" of a call with an Arthur Harte is not the published child of that forename.
        """
        own = _words(name)
        indices = (self.by_rules, self.by_model)
        others = {other for index in indices for word in own for other in index.get(word, ())}
        alike = {other for other in others if other <= own or own <= other}
        strange = others - alike
        return all(len(other) == 1 and any(other < longer for longer in strange) for other in alike)

    def forenames(self, name: str) -> bool:
        """Tell whether a word of a name is a participant's forename, or may be for all that is known."""
        own = _words(name)
        if any(word in self.alone - self.last for word in own):
            return True
        # "Ukaj Ilir" stands in a list by surname: what ends other names is a surname, if it is no forename.
        return any(
            word in self.first and (word not in self.last or word in words("forenames")) for word in own
        )


def shown(
    views: Sequence[View],
    mentions: Sequence[Mention],
    positions: Mapping[str, Sequence[Placed]],
    authors: Known,
) -> Shown:
    """Collect the names that stand as a participant's somewhere.

    Args:
        positions: by passage, where a name stands otherwise.
        authors: whom citations show: the surname of one, alone and found only by the model, shows nobody
            where its sentence tells nothing of the case, nor, of one in no list, lacks words of literature.
    """
    texts = {passage.id: passage.text for view in views for passage in view.document.passages}
    first: set[str] = set()
    alone: set[str] = set()
    last: set[str] = set()
    indices: dict[bool, dict[str, set[frozenset[str]]]] = {False: defaultdict(set), True: defaultdict(set)}
    for each in mentions:
        by_model = each.evidence.recogniser == _MODEL
        if not _counts(each, positions.get(each.span.passage, ()), texts[each.span.passage]):
            continue
        ordered = _in_order(texts[each.span.passage][each.span.start : each.span.end])
        if by_model and _is_author(each, ordered, authors, texts[each.span.passage]):
            continue
        if len(ordered) > 1:
            first.add(ordered[0])
        elif ordered and each.evidence.recogniser not in _BEFORE_SURNAMES:
            alone.add(ordered[0])
        if len(ordered) > 1 or each.evidence.recogniser in _BEFORE_SURNAMES:
            last |= set(ordered[-1:])
        for word in ordered:
            indices[by_model][word].add(frozenset(ordered))
    sets = (frozenset(first), frozenset(alone), frozenset(last))
    return Shown(*sets, _frozen(indices[False]), _frozen(indices[True]))


def _is_author(mention: Mention, words: Sequence[str], authors: Known, text: str) -> bool:
    """Tell whether a surname, alone or behind a forename, is that of an author, by its sentence."""
    surname = " ".join(words)
    own = surname if surname in authors.surnames else words[-1] if words else ""
    place = mention.span.start, mention.span.end
    if own == surname and own in authors.listed:
        return not is_in_the_case(text, *place)
    if own not in authors.surnames or is_of_the_case(text, *place):
        return False
    return is_of_literature(text, *place) or is_literary(text, *place)


def _counts(mention: Mention, positions: Sequence[Placed], text: str) -> bool:
    """Tell whether a mention shows a participant."""
    by_model = mention.evidence.recogniser == _MODEL and mention.evidence.pattern == _SURE
    if mention.label is not Label.PERSON or not (by_model or mention.evidence.recogniser in _RULES):
        return False
    if by_model and _WITH_A_YEAR.match(text, mention.span.end) is not None:
        return False
    return not _is_placed(mention, positions, text) and not _is_learned(mention, text)


def _in_order(name: str) -> list[str]:
    """Give the words of a name in lower case, forenames first: "HARTE, Anna" begins with the surname."""
    plain = folded(name)[0]
    surname, comma, forenames = plain.partition(",")
    turned = f"{forenames} {surname}" if comma else plain
    return [word.casefold() for word in _WORD.findall(turned)]


def _is_placed(mention: Mention, positions: Sequence[Placed], text: str) -> bool:
    """Tell whether all of a name stands in positions; a field and a word of kinship are stronger."""
    spans = [
        each.span
        for each in positions
        if each.span.overlaps(mention.span)
        and (
            mention.evidence.recogniser not in _ALWAYS
            or each.zone.standing in (Standing.OFFICE, Standing.PANEL)
            or each.zone.over_kin
        )
    ]
    return bool(spans) and covered(mention.span, spans, text)


def _is_learned(mention: Mention, text: str) -> bool:
    """Tell whether a title of learning or honour stands before a name, and nothing more shows it."""
    if mention.evidence.recogniser not in ("titles", _MODEL):
        return False
    return _LEARNED.search(folded(text[max(0, mention.span.start - 40) : mention.span.start])[0]) is not None


def _frozen(index: Mapping[str, set[frozenset[str]]]) -> Mapping[str, frozenset[frozenset[str]]]:
    return {word: frozenset(names) for word, names in index.items()}


def _words(name: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _WORD.findall(name))
