"""What the key of a case says of the mentions of a call: whose they are, and which of them it leaves open.

The key knows people whom these documents do not name. So a word that was given to somebody because nobody
else in the papers bears it is nobody's once the key has a second bearer. And the documents may know two
people of a whole name of which the key knows one: whose it is, is then said of a place alone. What remains:
a spelling of which the key says nothing goes with the person to whom the documents give it, as far as that is
one of the key.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from redact.resolve.settling import THINGS, Known, is_whole, whole_of, words_of
from redact.values.key import Key, KeyPerson, KeyThing, highest_id
from redact.values.people import Entity, KnownAs, Label, Mention, Resolution, Standing
from redact.values.persons import Because, Linked, NameKind, PersonCard
from redact.values.text import Document, Span

__all__ = ["cards_of", "with_key"]

Prints = Mapping[tuple[Span, Label], tuple[str, ...]]
# A group is somebody of the key, what is left of an entity of the documents, or nobody.
_Group = tuple[str, Label, str]
_ALONE_IN_PAPERS = frozenset({Because.ALONE, Because.ONLY})


@dataclass(frozen=True, slots=True)
class _Said:
    """What the key says of one mention: nothing, or whose it is; none says that it is nobody's."""

    told: bool
    of: str | None = None


@dataclass(slots=True)
class _Call:
    """The mentions of a call with all that decides where each belongs."""

    known: Known = field(repr=False)
    prints: Prints = field(repr=False)
    texts: Mapping[str, str] = field(repr=False)
    doubted: frozenset[Mention]
    several: frozenset[tuple[str, ...]] = field(repr=False)  # whole names that two people of the papers bear

    def text(self, mention: Mention) -> str:
        return self.texts[mention.span.passage][mention.span.start : mention.span.end]

    def said(self, mention: Mention, *, left_open: bool = False) -> _Said:
        if not _is_asked(mention):
            return _Said(False)
        text = " ".join(self.text(mention).split())
        settled = self.known.settled_thing
        if mention.label not in THINGS:
            settled = partial(self.known.settled, left_open=left_open or self.is_of_several(mention))
        for print_ in (*self.prints.get((mention.span, mention.label), ()), None):
            told, of = settled(text, print_)
            if told:
                return _Said(True, of)
        return _Said(False)

    def is_of_several(self, mention: Mention) -> bool:
        """Tell whether a mention is a whole name that the papers have told of two people."""
        return bool(self.several) and whole_of(words_of(self.text(mention))) in self.several

    def bearer(self, mention: Mention) -> str | None:
        """Give whose in the key a whole name of several is by its letters alone."""
        return self.known.settled(" ".join(self.text(mention).split()), None)[1]


def with_key(
    resolution: Resolution,
    cards: Sequence[PersonCard],
    documents: Sequence[Document],
    key: Key,
    prints: Prints,
) -> Resolution:
    """Resolve anew with what people have said in the key; every mention stays in exactly one place.

    Args:
        resolution: of these documents by themselves, and `cards` with the reasons of its links.
        prints: the fingerprints of what was found at a span, for what was said of one place alone.

    Returns: entities of the key under the numbers of their ids there, then all others; a mention that the
    documents give to one of two people of the key, or that the key leaves open, is unresolved.
    """
    passages = [passage for document in documents for passage in document.passages]
    order = {passage.id: at for at, passage in enumerate(passages)}
    doubted = frozenset(
        link.mention for card in cards for link in card.links if link.because in _ALONE_IN_PAPERS
    )
    texts = {passage.id: passage.text for passage in passages}
    call = _Call(Known(key), prints, texts, doubted, _names_of_several(resolution, texts))
    owners = {entity.id: _owners(entity, call) for entity in resolution.entities}
    placed: list[tuple[Mention, tuple[_Group, ...]]] = [
        (mention, _of_entity(mention, entity, owners[entity.id], call))
        for entity in resolution.entities
        for mention in entity.mentions
    ]
    labels = {entity.id: entity.label for entity in resolution.entities}
    candidates = (*resolution.candidates, *(() for _ in resolution.unresolved))
    for mention, could_be in zip(resolution.unresolved, candidates, strict=False):
        groups = [_home(id_, labels[id_], owners[id_]) for id_ in could_be]
        placed.append((mention, _of_open(mention, groups, call)))
    placed.sort(key=lambda one: (order[one[0].span.passage], *_within(one[0])))
    return _resolution(placed, key, call)


def cards_of(
    resolution: Resolution, cards: Sequence[PersonCard], documents: Sequence[Document]
) -> tuple[PersonCard, ...]:
    """Give what is known of the people of a resolution, from the cards of the same mentions before."""
    texts = {passage.id: passage.text for document in documents for passage in document.passages}
    of = {link.mention: (link, card) for card in cards for link in card.links}
    made = []
    for entity in resolution.entities:
        found = [of[mention] for mention in entity.mentions if mention in of]
        if found:
            made.append(_card(entity, found, texts))
    return tuple(made)


def _card(entity: Entity, found: Sequence[tuple[Linked, PersonCard]], texts: Mapping[str, str]) -> PersonCard:
    cards = tuple(dict.fromkeys(card for _, card in found))
    forms: dict[NameKind, Counter[str]] = defaultdict(Counter)
    for link, _ in found:
        span = link.mention.span
        forms[link.kind][" ".join(texts[span.passage][span.start : span.end].split())] += 1
    sexes = {card.sex for card in cards} - {""}
    called = {kind: tuple(text for text, _ in counted.most_common()) for kind, counted in forms.items()}
    return PersonCard(
        entity.id,
        tuple((kind, called[kind]) for kind in NameKind if kind in called),
        tuple(dict.fromkeys(word for card in cards for word in card.relations)),
        tuple(dict.fromkeys(word for card in cards for word in card.titles)),
        sexes.pop() if len(sexes) == 1 else "",
        tuple(sorted({born for card in cards for born in card.births})),
        tuple(link for link, _ in found),
    )


# ------------------------------------------------------------------ where a mention belongs


def _is_asked(mention: Mention) -> bool:
    """Tell whether the key has anything to say of it: people who take part, places, organisations."""
    if mention.label is Label.PERSON:
        return mention.standing not in (Standing.CITED, Standing.PUBLIC)
    return mention.label in THINGS


def _owners(entity: Entity, call: _Call) -> frozenset[str]:
    """Give the ids of all of the key whose the mentions of an entity are said to be."""
    said = (call.said(mention).of for mention in entity.mentions)
    return frozenset(of for of in said if of is not None)


def _home(id_: str, label: Label, owners: frozenset[str]) -> _Group:
    return ("key", label, next(iter(owners))) if len(owners) == 1 else ("own", label, id_)


def _of_entity(mention: Mention, entity: Entity, owners: frozenset[str], call: _Call) -> tuple[_Group, ...]:
    """Give the groups to which a mention could belong: one where it is told."""
    said = call.said(mention)
    if said.told:
        return (("key", entity.label, said.of) if said.of else ("own", entity.label, entity.id),)
    if len(owners) > 1:  # the documents take two people of the key for one
        return tuple(("key", entity.label, of) for of in sorted(owners))
    home = _home(entity.id, entity.label, owners)
    if mention.label is Label.PERSON and call.is_of_several(mention):
        bearer = call.bearer(mention)
        hers: _Group = ("key", entity.label, bearer or "")
        return (home,) if bearer is None or home == hers else (home, hers)
    others = _others_who_bear(mention, owners, call) if mention.label is Label.PERSON else ()
    if not others:
        return (home,)
    bare = not owners and all(len(words_of(name)) < 2 for name in entity.names)
    could_be = (*(() if bare else (home,)), *(("key", entity.label, of) for of in others))
    return could_be if len(could_be) > 1 else (home,)


def _names_of_several(resolution: Resolution, texts: Mapping[str, str]) -> frozenset[tuple[str, ...]]:
    """Give the whole names, as `whole_of` gives them, that the papers have told of two people."""
    bearers: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for entity in resolution.entities:
        for mention in entity.mentions:
            text = texts[mention.span.passage][mention.span.start : mention.span.end]
            if entity.label is Label.PERSON and _is_asked(mention) and is_whole(text):
                bearers[whole_of(words_of(text))].add(entity.id)
    return frozenset(words for words, own in bearers.items() if len(own) > 1)


def _others_who_bear(mention: Mention, owners: frozenset[str], call: _Call) -> list[str]:
    """Give who else of the key bears a single word that was given to the only bearer in the papers."""
    words = words_of(call.text(mention))
    if mention not in call.doubted or len(words) != 1:
        return []
    return sorted(call.known.bearing(words[0]) - owners)


def _of_open(mention: Mention, groups: Sequence[_Group], call: _Call) -> tuple[_Group, ...]:
    said = call.said(mention, left_open=True)
    if said.told and said.of is not None:
        return (("key", mention.label, said.of),)
    found = tuple(dict.fromkeys(groups))
    # That the documents' two candidates are one person, the key alone knows.
    told = len(found) == 1 and len(groups) > 1 and found[0][0] == "key"
    return found if told else (*found, ("open", mention.label, ""))


# ------------------------------------------------------------------ the new resolution


def _resolution(placed: Sequence[tuple[Mention, tuple[_Group, ...]]], key: Key, call: _Call) -> Resolution:
    members: dict[_Group, list[Mention]] = defaultdict(list)
    for mention, groups in placed:
        if _is_told(groups):
            members[groups[0]].append(mention)
    entries: dict[str, KeyPerson | KeyThing] = {one.id: one for one in key.people}
    entries |= {one.id: one for one in key.things}
    numbers = _Numbers(max(key.highest_id, highest_id(key)))
    entities: dict[_Group, Entity] = {}
    for group, own in members.items():
        kind, label, id_ = group
        entry = entries.get(id_) if kind == "key" else None
        entity = _entity(label, numbers.of(label, id_ if entry else None), own, call)
        entities[group] = replace(entity, known=_known(entry)) if entry else entity
    open_ = [(mention, groups) for mention, groups in placed if not _is_told(groups)]
    return Resolution(
        tuple(entities.values()),
        tuple(mention for mention, _ in open_),
        tuple(tuple(entities[one].id for one in groups if one in entities) for _, groups in open_),
    )


def _is_told(groups: Sequence[_Group]) -> bool:
    return len(groups) == 1 and groups[0][0] != "open"


class _Numbers:
    """Numbers what is found: of the key by its id there, all else behind the highest of these."""

    def __init__(self, highest: int) -> None:
        self._highest = highest
        self._others: Counter[Label] = Counter()
        self._taken: set[tuple[Label, int]] = set()

    def of(self, label: Label, id_: str | None) -> int:
        """Give a number that nothing of this label has."""
        digits = (id_ or "")[1:]
        if digits.isdecimal() and (label, int(digits)) not in self._taken:
            self._taken.add((label, int(digits)))
            return int(digits)
        self._others[label] += 1
        return self._highest + self._others[label]


def _known(entry: KeyPerson | KeyThing) -> KnownAs:
    return KnownAs(entry.id, entry.pseudonym, entry.slot)


def _entity(label: Label, number: int, mentions: Sequence[Mention], call: _Call) -> Entity:
    names = dict.fromkeys(" ".join(call.text(mention).split()) for mention in mentions)
    id_ = f"{label.value.lower().replace('_', '-')}-{number}"
    return Entity(id_, label, number, tuple(mentions), tuple(names))


def _within(mention: Mention) -> tuple[int, int, str]:
    return mention.span.start, mention.span.end, mention.label.value
