"""Put together the mentions that are one thing, over all documents of a call.

People who take part in the case are told apart by `linking`; of all else two spellings are two things. What
remains: one person of whom the text never says that both names are hers is counted as two.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from redact.errors import RedactError
from redact.resolve.cards import card_of
from redact.resolve.linking import Meant, meant_by
from redact.values.folding import fold
from redact.values.people import Entity, Label, Mention, Resolution, Standing
from redact.values.persons import PersonCard
from redact.values.text import Document

__all__ = ["resolve", "resolve_with_cards"]

# Labels whose spaces and punctuation are only the way in which their signs are grouped. A case reference
# is not among them: 12/345 and 123/45 are two.
_GROUPED = frozenset(
    {
        Label.PHONE,
        Label.POSTCODE,
        Label.NHS_NUMBER,
        Label.NATIONAL_INSURANCE,
        Label.PROFESSIONAL_ID,
        Label.VEHICLE,
        Label.ACCOUNT,
    }
)
# Labels in which every sign counts: a.b@ and ab@ are two addresses.
_EXACT = frozenset({Label.EMAIL, Label.ONLINE, Label.CASE_REFERENCE, Label.OTHER_ID})
_Key = tuple[Label, str, str]
_NOT_A_SIGN = re.compile(r"[\W_]+")
_EDGES = re.compile(r"^\W+|\W+$")
_EDGES_BUT_APOSTROPHES = re.compile(r"^[^\w']+|[^\w']+$")
_POSSESSIVE = re.compile(r"'s?$")


def resolve(mentions: Sequence[Mention], documents: Sequence[Document]) -> Resolution:
    """Put each mention into exactly one entity, or among the unresolved where several people could be meant.

    Args:
        documents: those in which the mentions stand, in the order of the call; in this order, and within
            a document in reading order, the entities of each label are numbered from 1.

    Returns: the entities in the order of their first mention. Names of authors who are cited and of public
    cases are never unresolved.

    Raises:
        RedactError: a mention stands in none of the documents, or beyond its passage's end. That is our
            defect, and passing it over would be a name that is not reported.
    """
    return resolve_with_cards(mentions, documents)[0]


def resolve_with_cards(
    mentions: Sequence[Mention], documents: Sequence[Document]
) -> tuple[Resolution, tuple[PersonCard, ...]]:
    """Resolve as `resolve` does, and say of each person what the papers tell and why a mention is hers.

    Returns: the resolution, and a card for each of its entities that is a participant of the case, in their
    order. Raises as `resolve` does.
    """
    texts = {passage.id: passage.text for document in documents for passage in document.passages}
    order = {id_: number for number, id_ in enumerate(texts)}
    groups: dict[_Key, list[tuple[Mention, str]]] = {}
    untold: list[tuple[Mention, list[_Key]]] = []
    ordered = _in_reading_order(mentions, texts, order)
    why: dict[_Key, list[Meant]] = {}
    for mention, (keys, meant) in zip(ordered, _keys(ordered, texts, documents), strict=True):
        text = texts[mention.span.passage][mention.span.start : mention.span.end]
        if len(keys) == 1:
            groups.setdefault(keys[0], []).append((mention, text))
            why.setdefault(keys[0], []).extend([meant] if meant else [])
        else:
            untold.append((mention, keys))
    numbers: Counter[Label] = Counter()
    entities: dict[_Key, Entity] = {}
    for key, members in groups.items():
        label = key[0]
        numbers[label] += 1
        entities[key] = _entity(label, numbers[label], members)
    resolution = Resolution(
        tuple(entities.values()),
        tuple(mention for mention, _ in untold),
        tuple(tuple(entities[key].id for key in keys if key in entities) for _, keys in untold),
    )
    return resolution, tuple(_card(entities[key], why[key], groups[key]) for key in entities if why[key])


def _card(entity: Entity, meant: Sequence[Meant], members: Sequence[tuple[Mention, str]]) -> PersonCard:
    return card_of(
        entity,
        [(one.seen, one.person, one.because, text) for one, (_, text) in zip(meant, members, strict=True)],
    )


def _keys(
    mentions: Sequence[Mention], texts: dict[str, str], documents: Sequence[Document]
) -> Iterator[tuple[list[_Key], Meant | None]]:
    """Give for each mention the keys of all entities that could be meant, and who a participant is."""
    told = iter(meant_by([mention for mention in mentions if _takes_part(mention)], documents))
    for mention in mentions:
        if _takes_part(mention):
            meant = next(told)
            yield [(mention.label, "who", who) for who in meant.keys], meant
        else:
            text = texts[mention.span.passage][mention.span.start : mention.span.end]
            yield [(mention.label, "spelling", _key(mention.label, text))], None


def _takes_part(mention: Mention) -> bool:
    return mention.label is Label.PERSON and mention.standing not in (Standing.CITED, Standing.PUBLIC)


def _in_reading_order(
    mentions: Sequence[Mention], texts: dict[str, str], order: dict[str, int]
) -> list[Mention]:
    for mention in mentions:
        if mention.span.end > len(texts.get(mention.span.passage, "")):
            raise RedactError("a mention stands in no passage that was read")
    return sorted(
        mentions,
        key=lambda mention: (
            order[mention.span.passage],
            mention.span.start,
            mention.span.end,
            mention.label.value,
        ),
    )


def _key(label: Label, text: str) -> str:
    """Spell a text as all mentions of its entity are spelled; of nothing but signs, the signs themselves."""
    folded = fold(text).text
    if label in _GROUPED:
        return _NOT_A_SIGN.sub("", folded) or folded
    if label in _EXACT:
        return "".join(folded.split()) or folded
    # The possessive stands inside a closing bracket or quote, so the edges are cleared on both sides of it.
    bare = _EDGES.sub("", _POSSESSIVE.sub("", _EDGES_BUT_APOSTROPHES.sub("", folded)))
    return " ".join(bare.split()) or folded


def _entity(label: Label, number: int, members: Sequence[tuple[Mention, str]]) -> Entity:
    names = dict.fromkeys(" ".join(text.split()) for _, text in members)
    return Entity(
        id=f"{label.value.lower().replace('_', '-')}-{number}",
        label=label,
        number=number,
        mentions=tuple(mention for mention, _ in members),
        names=tuple(names),
    )
