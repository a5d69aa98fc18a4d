"""Facts that identify together, person by person, in words: for every report.

The masks and roles, the kinds of fact, the reasons and what to write instead are our own words. What a fact
says, and what somebody would type into a search, are words of the documents: they stand in `text` alone,
which a report shows only where names are asked for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from redact.report.bundle import Between, between, left_between
from redact.report.small_print import pseudonyms_of
from redact.report.wording import AUDIENCE_WORDS, ascii_words, listed
from redact.values.checking import CheckRun
from redact.values.jigsaw import (
    Adds,
    Combination,
    DraftGives,
    Exactness,
    Fact,
    FactKind,
    Instead,
    Picture,
    Search,
    Side,
    Whom,
)
from redact.values.judgement import RuleKind, Severity

__all__ = [
    "EXACTNESS_MEANS",
    "MEANS",
    "SEARCHED",
    "TITLE",
    "Card",
    "Row",
    "Told",
    "called",
    "cards",
    "heavy",
    "instead_of",
    "kinds_in_words",
    "most_exact",
    "nobody",
    "searches",
    "state_of",
    "told_facts",
]

TITLE = "Facts that identify together"
MEANS = (
    "No name is needed to know a family: an age, a month, a court and a place will do. A weight says how "
    "much of a description stands in all documents together. It is no probability that somebody is found."
)
SEARCHED = (
    "What somebody would type who wants to know who the family is. A person types each of them, and redact "
    "intruder takes down what was found: no program can search for them."
)
EXACTNESS_MEANS = {
    Exactness.EXACT: "one person or family is meant",
    Exactness.NEAR: "few can be meant",
    Exactness.BROAD: "many can be meant",
}
_NOBODY = "Nothing was found that could identify anybody together with something else."
_NOT_READ = "No document was read, so nothing was looked at."
_FAMILY = "family"  # the key of the picture in which everybody of the household is
_HOUSEHOLD = (Side.CHILD, Side.SIBLING, Side.FAMILY)
_ORDER = {exactness: place for place, exactness in enumerate(Exactness)}
_SIDES = {
    Side.CHILD: "the child",
    Side.SIBLING: "a brother or sister",
    Side.FAMILY: "of the family",
    Side.PROFESSIONAL: "a professional",
    Side.SOMEBODY: "",
}


@dataclass(frozen=True, slots=True)
class Told:
    """One place of a fact: the number of its document among those of the call (0-based), and where in it.

    `of` says of whom it is told, where that is somebody else of the family.
    """

    document: int
    where: str
    exactness: Exactness
    because: str
    text: str = field(repr=False)
    of: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One kind of fact about one person: how exact at most, every place, and what to write instead.

    `after` is what is left of the whole weight when that is written; none where it is not known. `stays` says
    for whom it may stay, where there is nothing to write instead.
    """

    kind: FactKind
    exactness: Exactness
    told: tuple[Told, ...]
    instead: str
    after: int | None
    stays: str = ""

    @property
    def words(self) -> str:
        """What the kind is called."""
        return self.kind.words

    def of(self, document: int) -> tuple[Told, ...]:
        """Give the places in one document."""
        return tuple(one for one in self.told if one.document == document)


@dataclass(frozen=True, slots=True)
class Card:
    """What the documents tell of one person, in words; `names` are words of the documents.

    Beside each combination, what adds most first, stand the kinds of fact that are there.
    """

    called: str
    weight: int
    state: str
    rows: tuple[Row, ...]
    combinations: tuple[tuple[str, Combination], ...] = ()
    adds: tuple[Adds, ...] = ()
    drafts: tuple[DraftGives, ...] = ()
    names: tuple[str, ...] = field(default=(), repr=False)

    @property
    def documents(self) -> tuple[int, ...]:
        """Give the documents that tell something, in the order of the call."""
        return tuple(sorted({told.document for row in self.rows for told in row.told}))


def nobody(run: CheckRun) -> str:
    """Say what it means that nobody is told of: nothing where no document was read."""
    return _NOBODY if any(one.document for one in run.documents) else _NOT_READ


def cards(run: CheckRun, *, show_names: bool = False) -> tuple[Card, ...]:
    """Put what is told of each person into words, the heaviest first; none where nobody has looked.

    Of whom nothing but a name is told is left out: rules of their own judge names.
    """
    if run.together is None:
        return ()
    where = between(run)  # by the numbers of sections: their titles would fill the cells
    numbers = _numbers(run)
    known = {one.id: one for one in run.entities}
    pseudonyms = {id_: f" {ascii_words(name)}" for id_, name in pseudonyms_of(run).items()}
    made = []
    for picture in run.together.pictures:
        if set(picture.kinds) <= {FactKind.NAME}:
            continue
        key = picture.whom.key
        names = known[key].names if show_names and key in known else ()
        made.append(
            Card(
                called(picture.whom, pseudonyms),
                picture.weight,
                state_of(run, picture),
                _rows(run, picture, where, numbers),
                _combinations(run, picture),
                tuple(one for one in run.together.adds if one.whom == key),
                tuple(one for one in run.together.drafts if one.whom == key),
                names,
            )
        )
    return tuple(made)


def called(whom: Whom, pseudonyms: Mapping[str, str]) -> str:
    """Say who somebody is to the review: "[person 3], the child", "the mother"."""
    side = _SIDES[whom.side] if whom.words.startswith("[") else ""
    return f"{whom.words}{pseudonyms.get(whom.key, '')}" + (f", {side}" if side else "")


def state_of(run: CheckRun, picture: Picture) -> str:
    """Say what the rules make of it: it is asked about, decided or noted; empty where they find nothing.

    A weight alone does not say so: names, for instance, are judged by rules of their own. A family is asked
    about once: who of it weighs as much by themselves goes with it.
    """
    own = _found(run, picture)
    heavy = run.jigsaw is not None and picture.weight >= run.jigsaw.asks
    if own != "asked about" and heavy and picture.whom.side in _HOUSEHOLD and run.together is not None:
        family = run.together.of(_FAMILY)
        if family is not None and _found(run, family) == "asked about":
            return "asked about with the family"
    return own


def _found(run: CheckRun, picture: Picture) -> str:
    rules = {rule.id for rule in run.rules if rule.kind is RuleKind.JIGSAW}
    left = left_between(run.bundle)
    found = run.bundle.findings if run.bundle else ()
    own = [one for one in found if one.rule in rules and one.masked == picture.whom.words]
    if any(one in left.findings for one in own if one.severity is not Severity.NOTE):
        return "asked about"
    return "" if not own else "noted" if own[0].severity is Severity.NOTE else "decided"


def instead_of(run: CheckRun, kind: FactKind) -> Instead | None:
    """Give what to write instead of a fact for those who will read it; none where it may stay."""
    return None if run.jigsaw is None else run.jigsaw.substitute(kind, run.settings.audience)


def searches(run: CheckRun) -> tuple[Search, ...]:
    """Give what somebody would type; none where nobody has looked."""
    return () if run.together is None else run.together.searches


def heavy(run: CheckRun, found: Sequence[Card]) -> int:
    """Count the people, heaviest first, who are worth a look at once: as heavy as what is noted."""
    if run.jigsaw is None:
        return len(found)
    weighty = (at for at, card in enumerate(found, 1) if card.state or card.weight >= run.jigsaw.notes)
    return max(weighty, default=0)


def most_exact(facts: Sequence[Fact]) -> Exactness:
    """Give the most exact that is told."""
    return min((fact.exactness for fact in facts), key=_ORDER.__getitem__)


def told_facts(run: CheckRun, facts: Sequence[Fact], where: Between) -> tuple[Told, ...]:
    """Say of facts where each stands; facts in documents that are not of this call are left out."""
    numbers = _numbers(run)
    return tuple(_told(fact, where, numbers) for fact in facts if fact.document in numbers)


def kinds_in_words(kinds: Sequence[FactKind]) -> str:
    """List kinds of fact: "age, month and place"."""
    return listed([kind.words for kind in kinds])


# ------------------------------------------------------------------ private


def _rows(run: CheckRun, picture: Picture, where: Between, numbers: Mapping[str, int]) -> tuple[Row, ...]:
    """Make one row a kind; first those whose change takes most of the weight away."""
    rows = []
    for kind in picture.kinds:
        facts = [fact for fact in picture.facts if fact.kind is kind and fact.document in numbers]
        if facts:
            told = tuple(_told(fact, where, numbers, picture.whom) for fact in facts)
            after = picture.after.get(kind)
            rows.append(Row(kind, most_exact(facts), told, *_instead(run, kind, after)))
    return tuple(sorted(rows, key=lambda row: picture.weight if row.after is None else row.after))


def _instead(run: CheckRun, kind: FactKind, after: int | None) -> tuple[str, int | None, str]:
    """Give what to write, what is left then, and else for whom it may stay."""
    if run.jigsaw is None:
        return "", after, ""
    found = instead_of(run, kind)
    if found is None:
        return "", None, f"may stay for {AUDIENCE_WORDS[run.settings.audience]}"
    return found.words, after, ""


def _told(fact: Fact, where: Between, numbers: Mapping[str, int], whom: Whom | None = None) -> Told:
    passage = where.passage(fact.span)
    text = passage.text[fact.span.start : fact.span.end] if passage else ""
    of = fact.whom.words if whom is not None and fact.whom.key != whom.key else ""
    return Told(numbers[fact.document], where.inside(fact.span), fact.exactness, fact.because, text, of)


def _combinations(run: CheckRun, picture: Picture) -> tuple[tuple[str, Combination], ...]:
    if run.jigsaw is None:
        return ()
    there = set(picture.kinds)
    own = [one for one in run.jigsaw.combinations if one.id in picture.combinations]
    return tuple(
        (kinds_in_words([*one.all_of, *(kind for kind in one.any_of if kind in there)]), one)
        for one in sorted(own, key=lambda one: -one.adds)
    )


def _numbers(run: CheckRun) -> dict[str, int]:
    """Number the documents that were read as they were given, by their ids."""
    return {one.document.id: number for number, one in enumerate(run.documents) if one.document is not None}
