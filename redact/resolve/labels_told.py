"""The labels that papers have for names already: how each is written, and which of them may be suggested.

Nothing of it is applied: a label that stands beside a name is offered to whoever is asked about its bearer.
Where two stand beside one name, or one beside the names of two, none is offered before the others.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from redact.resolve.asking import slot_for
from redact.resolve.label_links import Beside
from redact.resolve.labels import LabelUse, read_label
from redact.resolve.settling import Known, plain
from redact.values.key import Key, KeyPerson, KeyThing
from redact.values.labels import LabelTold
from redact.values.reviewing import LabelSeen, Question, Sitting, Spot
from redact.values.schemes import Scheme, Slot
from redact.values.text import Document

__all__ = ["Offer", "labels_told", "likely_slot", "offers_for", "offers_to"]


@dataclass(frozen=True, slots=True)
class Offer:
    """A label that stands beside the name of whoever is asked about, and where.

    `others` says that it stands beside the name of somebody else too, or that somebody else has it.
    """

    label: str = field(repr=False)
    spots: tuple[Spot, ...]
    others: bool


def labels_told(
    uses: Sequence[LabelUse], beside: Sequence[Beside], documents: Sequence[Document]
) -> tuple[LabelTold, ...]:
    """Give each label with the name beside it; of its spellings the one that is written most often."""
    texts = {passage.id: passage.text for document in documents for passage in document.passages}
    spellings: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for use in uses:
        span = use.mention.span
        spellings[use.name][_written(use, texts[span.passage][span.start : span.end])] += 1
    return tuple(
        LabelTold(max(spellings[one.use.name].items(), key=_most)[0], one.use.mention.span, one.name.span)
        for one in beside
    )


def offers_for(sitting: Sitting, question: Question) -> tuple[Offer, ...]:
    """Give the labels that stand beside the names of the question in hand."""
    asked = {(plain(spot.text), spot.fingerprint) for spot in question.spots}
    own = [one for one in sitting.seen if (plain(one.spot.text), one.spot.fingerprint) in asked]
    return _offers(own, sitting)


def offers_to(sitting: Sitting, of: str) -> tuple[Offer, ...]:
    """Give the labels that stand beside the names of somebody or something of the key."""
    owners = _owners(sitting.seen, sitting.key)
    own = [one for one, owner in zip(sitting.seen, owners, strict=True) if owner == of]
    return _offers(own, sitting, of)


def likely_slot(sitting: Sitting, scheme: Scheme) -> Slot | None:
    """Give the place in the scheme that the words or the label beside the name in hand mean; none without."""
    question = sitting.waiting[0]
    offers = offers_for(sitting, question)
    by_label = (scheme.slot_of(role) for one in offers for role, _ in read_label(one.label, scheme))
    return slot_for(question, scheme) or next(filter(None, by_label), None)


# ------------------------------------------------------------------ private


def _most(counted: tuple[str, int]) -> tuple[int, str]:
    return counted[1], counted[0]


def _written(use: LabelUse, text: str) -> str:
    """Write a label as it could be given: Child F of "CHILD F" and of "Children F and G"."""
    words = " ".join(text.split())
    alone = words.casefold().endswith(use.mark.casefold()) and len(words.split()) <= len(use.name.split())
    if alone and not (words.isupper() and " " in words):
        return words[:1].upper() + words[1:]
    return f"{use.role.title()} {use.mark}".strip().replace("'S", "'s")


def _offers(own: Sequence[LabelSeen], sitting: Sitting, of: str | None = None) -> tuple[Offer, ...]:
    by_label: defaultdict[str, list[LabelSeen]] = defaultdict(list)
    for one in own:
        by_label[one.label].append(one)
    owners = _owners(sitting.seen, sitting.key)
    bearers: defaultdict[str, set[str]] = defaultdict(set)
    for one, owner in zip(sitting.seen, owners, strict=True):
        bearers[one.label.casefold()].add(owner)
    entries: tuple[KeyPerson | KeyThing, ...] = (*sitting.key.people, *sitting.key.things)
    for entry in entries:
        if entry.pseudonym is not None:
            bearers[entry.pseudonym.casefold()].add(entry.id)
    here = {owner for one, owner in zip(sitting.seen, owners, strict=True) if one in own}
    here |= {of} if of is not None else set()
    return tuple(
        Offer(label, tuple(one.spot for one in seen), bool(bearers[label.casefold()] - here))
        for label, seen in by_label.items()
    )


def _owners(seen: Sequence[LabelSeen], key: Key) -> list[str]:
    """Give whose each name beside a label is: by the key, else by the documents."""
    known = Known(key)
    said = (known.settled(one.spot.text, one.spot.fingerprint)[1] for one in seen)
    return [of or one.bearer for of, one in zip(said, seen, strict=True)]
