"""Names of several people of whom one document decides: what it names besides, how it addresses them.

Pip is Pip Rooney where a Philip is known whom this document does not name. Where one Celina is named often,
and another once whose surname her family bears, that is her former name, and a Celina is the one. Ms Rook is
Ida, of whom her whole name says Ms, where of no other Rook it does. What remains: where a document names
both, it is nobody's.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from redact.resolve.apart import kin_kind
from redact.resolve.doubting import Found
from redact.resolve.names import Form
from redact.resolve.persons import Person
from redact.resolve.slips import is_near
from redact.resolve.surroundings import Seen, sex_of
from redact.values.persons import Because

__all__ = ["settled_nearby"]

_MUCH_OFTENER = 10  # times that somebody is named oftener than who bears her forename and a former surname
_OFTEN = 20  # times that somebody is named who need not be named in the document besides
_MOSTLY = 0.7  # of the papers that have a title and a surname
_SEVERAL = 3  # papers that have a title and a surname, which tell of her who is not named much oftener
_OFTENER, _FEW = 3, 5  # times, of somebody who may be the same under another whole name
_SELDOM = 2  # times that a former whole name stands
_NO_CONTRAST: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Papers:
    """Who is named where, and how often; who bears a surname; with what titles a document has it alone."""

    named: frozenset[tuple[str, str]] = field(repr=False)  # document and person
    times: Counter[str] = field(repr=False)
    bearers: Mapping[str, frozenset[str]] = field(repr=False)
    titles: Mapping[tuple[str, str], frozenset[str]] = field(repr=False)  # document and surname
    # Title and surname: the documents that have both.
    addressed: Mapping[tuple[str, str], frozenset[str]] = field(repr=False)
    kin: frozenset[str] = field(repr=False)  # persons beside whose names words of kinship stand


def settled_nearby(seen: Sequence[Seen], found: Sequence[Found], whose: Mapping[str, str]) -> list[Found]:
    """Choose one of several who could be meant, where her document or her title decides.

    Args:
        found: for each of `seen`, in its order, who could be meant.
        whose: for each passage its document.
    """
    papers = _papers(seen, found, whose)
    settled: list[Found] = []
    for one, (who, why) in zip(seen, found, strict=True):
        left = who
        document = whose[one.mention.span.passage]
        if len(who) > 1 and one.name.form in (Form.SINGLE, Form.FIRST_INITIAL, Form.INITIAL_LAST):
            left = _called_so(one, who, document, papers) or _still_called_so(one, who, document, papers)
            left = left or _addressed_so(one, who, document, papers)
            left = left or _related_so(one, who) or _mostly_so(one, who, document, papers) or who
        chosen = len(left) == 1 < len(who)
        settled.append((left, Because.TITLE if sex_of(one.role) else Because.ONLY) if chosen else (who, why))
    return settled


def _papers(seen: Sequence[Seen], found: Sequence[Found], whose: Mapping[str, str]) -> _Papers:
    named: set[tuple[str, str]] = set()
    times: Counter[str] = Counter()
    bearers: dict[str, set[str]] = defaultdict(set)
    titles: dict[tuple[str, str], set[str]] = defaultdict(set)
    addressed: dict[tuple[str, str], set[str]] = defaultdict(set)
    kin: set[str] = set()
    for one, (who, _) in zip(seen, found, strict=True):
        document = whose[one.mention.span.passage]
        if sex_of(one.role) and one.name.form is Form.SINGLE:
            titles[document, one.name.last].add(one.role)
            addressed[one.role, one.name.last].add(document)
        for person in who:
            for last in person.lasts:
                bearers[last].add(person.sort)
            if person.kin:
                kin.add(person.sort)
        if len(who) == 1 and one.name.form is not Form.INITIALS:
            named.add((document, who[0].sort))
            times[who[0].sort] += 1
    return _Papers(
        frozenset(named),
        times,
        {last: frozenset(own) for last, own in bearers.items()},
        {key: frozenset(own) for key, own in titles.items()},
        {key: frozenset(own) for key, own in addressed.items()},
        frozenset(kin),
    )


def _called_so(one: Seen, who: Sequence[Person], document: str, papers: _Papers) -> Sequence[Person]:
    """Choose the only one who bears the very name, where the document names nobody of whom it is short."""
    own = [p for p in who if one.name.last in p.firsts | p.others]
    others = [p for p in who if p not in own]
    short = all(p.firsts and one.name.last not in p.lasts for p in others)
    if one.name.form is not Form.SINGLE or len(own) != 1 or not short:
        return ()
    often = papers.times[own[0].sort] >= max(_OFTEN, *(papers.times[p.sort] for p in others))
    if not often and (document, own[0].sort) not in papers.named:
        return ()
    return () if any((document, p.sort) in papers.named for p in others) else own


def _still_called_so(one: Seen, who: Sequence[Person], document: str, papers: _Papers) -> Sequence[Person]:
    """Choose who is named much oftener than others of her forename with a surname that her family bears."""
    most = max(who, key=lambda p: (papers.times[p.sort], p.sort))
    others = [p for p in who if p is not most]
    forename = one.name.first or one.name.last
    if any(not other.lasts for other in others):
        return ()  # a second bearer of the forename, of whom nothing else is known
    if not (most.kin or most.is_child):
        return ()  # a worker has no former name in the family
    for other in others:
        family = papers.kin - {other.sort, most.sort}
        former = all(papers.bearers[last] & family for last in other.lasts)
        seldom = papers.times[other.sort] <= _SELDOM
        if not (former and seldom and forename in other.firsts & most.firsts):
            return ()
        if (document, other.sort) in papers.named or other.callings:
            return ()
    rest = sum(papers.times[p.sort] for p in others)
    return [most] if papers.times[most.sort] >= _MUCH_OFTENER * max(1, rest) else ()


def _mostly_so(one: Seen, who: Sequence[Person], document: str, papers: _Papers) -> Sequence[Person]:
    """Choose who is named much oftener than others, whom this document does not name and who may be the same.

    They bear her name in the other order, or her surname with a slip, or one of her family's and nothing is
    told of them.
    """
    if one.name.form is not Form.SINGLE:
        return ()
    most = max(who, key=lambda p: (papers.times[p.sort], p.sort))
    others = [p for p in who if p is not most]
    if (
        any(not p.lasts for p in others)
        or _OFTENER * sum(papers.times[p.sort] for p in others) > papers.times[most.sort]
    ):
        return ()
    for other in others:
        if (document, other.sort) in papers.named or other.callings or papers.times[other.sort] > _FEW:
            return ()
        if (other.firsts, other.lasts) == (most.firsts, most.lasts):
            return ()  # something told them apart
        in_family = all((papers.bearers[last] & papers.kin) - {p.sort for p in who} for last in other.lasts)
        untold = in_family and not (other.roles or other.relations or other.kin)
        untold = untold and bool(most.kin or most.is_child)
        same = one.name.last in other.firsts & most.firsts and (untold or _are_alike(other.lasts, most.lasts))
        if not (same or (other.firsts & most.lasts and other.lasts & most.firsts)):
            return ()
    return [most]


def _related_so(one: Seen, who: Sequence[Person]) -> Sequence[Person]:
    """Choose the only one of whom the word before a name is known, where of all others another is.

    "Baby Rook" may be any child of the family.
    """
    kind = kin_kind(one.called)
    if kind in ("", "child", "sibling"):
        return ()
    kinds = [(p, {kin_kind(word) for word in p.relations} - {""}) for p in who]
    own = [p for p, words in kinds if kind in words]
    known = all(words or p.callings or p.is_child for p, words in kinds)
    return own if known and len(own) == 1 else ()


def _are_alike(some: Collection[str], others: Collection[str]) -> bool:
    return any(one == two or is_near(one, two) for one in some for two in others)


def _addressed_so(one: Seen, who: Sequence[Person], document: str, papers: _Papers) -> Sequence[Person]:
    """Choose the only one whose whole name stands with this title, or of whom it alone can be said.

    Of somebody with two surnames no title tells: her mother bears the former one.
    """
    if not sex_of(one.role) or any(len(p.lasts) > 1 for p in who):
        return ()
    titled = {p.sort: {role for role in p.roles if sex_of(role)} for p in who}
    own = [p for p in who if one.role in titled[p.sort]]
    rest = [p for p in who if not titled[p.sort]]
    named = [p for p in who if (document, p.sort) in papers.named]
    places = papers.addressed.get((one.role, one.name.last), frozenset())
    there = sum((place, own[0].sort) in papers.named for place in places) if len(own) == 1 else 0
    often = len(own) == 1 and papers.times[own[0].sort] > _OFTENER * sum(papers.times[p.sort] for p in rest)
    mostly = there > _MOSTLY * len(places) and (often or len(places) >= _SEVERAL)
    if mostly and own == [p for p in named if p in own or p in rest]:
        return own  # papers with the title that do not name her would speak of another
    contrast = papers.titles.get((document, one.name.last), _NO_CONTRAST) - {one.role}
    others = [p for p in who if titled[p.sort]]
    if not own and len(rest) == 1 and rest[0] in named and all(titled[p.sort] & contrast for p in others):
        return rest
    return ()
