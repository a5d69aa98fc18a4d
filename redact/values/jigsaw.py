"""Facts that identify in combination: what is told of whom, how exactly, where, and what it weighs together.

No name is needed to know a family: an age, a month, a court and a place will do. A weight says how much of a
description stands there; it is no probability that somebody is found.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from redact.values.fact_kinds import Exactness, FactKind, Side
from redact.values.rules import Audience
from redact.values.text import Span

__all__ = [
    "Adds",
    "Combination",
    "DraftGives",
    "Exactness",
    "Fact",
    "FactKind",
    "Instead",
    "JigsawTable",
    "Looks",
    "Picture",
    "Reach",
    "Search",
    "Side",
    "Together",
    "Weight",
    "Whom",
]


class Looks(Enum):
    """What a rule on facts that identify together looks at."""

    PICTURE = "picture"  # all that is told of one person
    FACT = "fact"  # some kinds of fact by themselves
    DRAFT = "draft"  # what an earlier draft gives away
    ADDS = "adds"  # a document without which the picture would not be asked about


class Reach(Enum):
    """Which threshold a picture reaches."""

    ASKS = "asks"
    NOTES = "notes"  # and no more


@dataclass(frozen=True, slots=True)
class Whom:
    """About whom a fact is told.

    `key` is the same for one person in every document of the call and holds no word of a document: the id of
    an entity, "role:mother", "family". `words` is what reports call them: a mask ("[person 3]"), or a role in
    our own words ("the mother").
    """

    key: str
    words: str
    side: Side


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing told of somebody in one place.

    `document` is the id of the document. `same` tells whether two places tell one fact: a keyed hash or a
    folded form of what is told; no report shows it. `because` is in words of ours.
    """

    kind: FactKind
    exactness: Exactness
    whom: Whom
    document: str
    span: Span
    same: str = field(repr=False)
    because: str = ""


@dataclass(frozen=True, slots=True)
class Weight:
    """What a kind of fact weighs by its exactness, and why; weights are whole numbers from 0 to 10.

    `further` is what each further thing of the kind adds that is not told broadly: another school, a second
    exact day; twenty days do not weigh like twenty kinds.
    """

    exact: int
    near: int
    broad: int
    why: str
    source: str = ""
    further: int = 0

    def of(self, exactness: Exactness) -> int:
        """Give the weight at one exactness."""
        return {Exactness.EXACT: self.exact, Exactness.NEAR: self.near, Exactness.BROAD: self.broad}[
            exactness
        ]


@dataclass(frozen=True, slots=True)
class Combination:
    """Kinds of fact that weigh more when they stand together than each by itself.

    `all_of` must all be there, and of `any_of`, where there are some, at least one. `adds` is added once.
    """

    id: str
    all_of: tuple[FactKind, ...]
    any_of: tuple[FactKind, ...]
    adds: int
    why: str
    source: str


@dataclass(frozen=True, slots=True)
class Instead:
    """What to write instead of a fact of a kind, for an audience; `left` is how exact it is afterwards.

    `left` is none where the fact is then told no longer.
    """

    kind: FactKind
    audience: tuple[Audience, ...]
    words: str
    left: Exactness | None


@dataclass(frozen=True, slots=True)
class JigsawTable:
    """The weights of rules/jigsaw: by kind, the combinations, what to write instead, and two thresholds.

    A picture of `asks` or more is asked about, one of `notes` or more is noted.
    """

    weights: Mapping[FactKind, Weight]
    combinations: tuple[Combination, ...]
    instead: tuple[Instead, ...]
    asks: int
    notes: int
    phrases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def substitute(self, kind: FactKind, audience: Audience) -> Instead | None:
        """Give what to write instead for an audience; none where the fact may stay for it."""
        return next(
            (
                one
                for one in self.instead
                if one.kind is kind and (not one.audience or audience in one.audience)
            ),
            None,
        )


@dataclass(frozen=True, slots=True)
class Picture:
    """All that the documents of a call tell of one person together.

    `facts` in reading order, every place of them. `weight` counts each thing told once, at its most exact,
    in whatever document and however far apart. `combinations` are ids of the table. `after` is by kind the
    weight that is left when what is suggested instead is written for all facts of that kind.
    """

    whom: Whom
    facts: tuple[Fact, ...]
    weight: int
    combinations: tuple[str, ...] = ()
    after: Mapping[FactKind, int] = field(default_factory=dict)

    @property
    def kinds(self) -> tuple[FactKind, ...]:
        """Give the kinds of fact, in the order of the enum."""
        there = {fact.kind for fact in self.facts}
        return tuple(kind for kind in FactKind if kind in there)


@dataclass(frozen=True, slots=True)
class Adds:
    """What one document tells of somebody that no other document of the call does."""

    whom: str
    document: str
    kinds: tuple[FactKind, ...]
    weight: int


@dataclass(frozen=True, slots=True)
class DraftGives:
    """What an earlier draft tells of somebody that the newer one does not: with both, it is known again."""

    whom: str
    earlier: str
    newer: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Search:
    """One string that a motivated intruder would type; it is words of the documents, so no repr shows it.

    `because` says in words of ours what it is made of: "place, offence and month".
    """

    text: str = field(repr=False)
    because: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Together:
    """What all documents of one call tell together; the pictures by weight, heaviest first."""

    pictures: tuple[Picture, ...] = ()
    adds: tuple[Adds, ...] = ()
    drafts: tuple[DraftGives, ...] = ()
    searches: tuple[Search, ...] = field(default=(), repr=False)

    def of(self, key: str) -> Picture | None:
        """Give the picture of one person, by the key of `Whom`."""
        return next((one for one in self.pictures if one.whom.key == key), None)
