"""One sitting in which a person says who is who: what is asked, and what has been answered so far.

Every value here holds names, so no repr shows more than counts and ids. A sitting is never changed: each
answer makes a new one, so that an answer can be taken back by going on from the one before.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from redact.values.decisions import Reason
from redact.values.key import Key
from redact.values.people import Label
from redact.values.persons import NameKind

__all__ = ["Answered", "LabelSeen", "Question", "Sitting", "Spot"]


@dataclass(frozen=True, slots=True)
class Spot:
    """One place where a name stands: in the words of the document, with a little of what is around it.

    `fingerprint` is that of the finding, under the case's secret. `document` is 1-based in the order of the
    call, `where` in our own words. `blocks` says that no single person may let it stay.
    """

    text: str = field(repr=False)
    fingerprint: str
    document: int
    where: str
    before: str = field(default="", repr=False)
    after: str = field(default="", repr=False)
    blocks: bool = True


@dataclass(frozen=True, slots=True)
class LabelSeen:
    """A label that stands in the papers beside a name: `spot` is where the name stands.

    `bearer` is the same for all names of one person as far as the papers tell: an id of theirs, of no key.
    """

    label: str = field(repr=False)
    spot: Spot
    bearer: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Question:
    """Who or what stands in these spots: an entity of the documents, or a spelling that several could bear.

    `label` says whether it was found as a person, a place, an address or an organisation. `evidence` are the
    spellings with the reasons why they stand together, in our own words. `said` are the roles and kinship
    words that stand beside the name, `born` the days of birth. `candidates` are ids of people or things of
    the key who could be meant, the likeliest first; `likely` says that the first of them may be suggested,
    and `because` why. `told` says that the documents tell that all spots are one; `beside` is to whom other
    spots of the same entity belong.
    """

    id: str
    spots: tuple[Spot, ...]
    evidence: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    said: tuple[str, ...] = ()
    kinds: tuple[tuple[str, NameKind], ...] = field(default=(), repr=False)
    candidates: tuple[str, ...] = ()
    likely: bool = False
    told: bool = True
    beside: str | None = None
    label: Label = Label.PERSON
    born: tuple[str, ...] = field(default=(), repr=False)
    because: str = ""

    @property
    def is_thing(self) -> bool:
        """Tell whether it was found as a place, an address or an organisation."""
        return self.label is not Label.PERSON

    @property
    def spellings(self) -> tuple[tuple[str, int], ...]:
        """The ways in which the name is written with how often, the most frequent first."""
        return tuple(Counter(spot.text for spot in self.spots).most_common())


@dataclass(frozen=True, slots=True)
class Answered:
    """A question with its answer: the id of somebody or something of the key; none says that it is no name.

    `why` is given where it names something that stays all the same.
    """

    question: Question
    of: str | None
    why: Reason | None = None


@dataclass(frozen=True, slots=True)
class Sitting:
    """The key as it would be, what is still to be asked, what was skipped, and what was answered.

    `shared` are folded spellings that stand in several questions: whose one is says nothing of another.
    `every` are all questions, also those that were answered in an earlier sitting. `in_use` are labels that
    stand in the documents: none of them is suggested for anybody, since it may be somebody else's; but
    those of `seen` are for whom they stand beside.
    """

    key: Key
    waiting: tuple[Question, ...]
    skipped: tuple[Question, ...] = ()
    answered: tuple[Answered, ...] = ()
    shared: frozenset[str] = field(default=frozenset(), repr=False)
    every: tuple[Question, ...] = field(default=(), repr=False)
    in_use: frozenset[str] = field(default=frozenset(), repr=False)
    seen: tuple[LabelSeen, ...] = field(default=(), repr=False)

    @property
    def open(self) -> int:
        """How many questions have no answer."""
        return len(self.waiting) + len(self.skipped)
