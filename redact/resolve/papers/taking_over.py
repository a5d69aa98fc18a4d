"""Take people over from the case's own papers into its key: who is new, who is known already, who is neither.

A proposal is a value; nothing is changed until somebody who has seen it agrees. Two rows are one person when
they have the same whole name and nothing tells them apart; one word of a name never joins two.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import Enum

from redact.resolve.clashes import initials_of
from redact.resolve.papers.cells import NO_NAME, SEVERAL
from redact.values.folding import fold
from redact.values.key import Key, KeyName, KeyPerson, KeyRelation, KeyTable
from redact.values.papers import Paper, PaperPerson

__all__ = ["Proposal", "What", "apply", "propose"]

_INITIAL = "the letter of its pseudonym is an initial of whom it is for: give another in the review"
_CHILD = frozenset({"child", "subject", "subject child"})


class What(Enum):
    """What a row would do to the key."""

    NEW = "new"
    ADDS = "adds"  # to a person who is in the key already
    KNOWN = "known"  # all of it is in the key already
    LEFT = "left"  # not taken over: `because` says why


@dataclass(frozen=True, slots=True)
class Proposal:
    """What one row of a paper would do. `person` is how that person would stand in the key afterwards.

    `paper` counts the papers from 1, `row` the rows of that paper. `because` is in our own words.
    """

    paper: int
    row: int
    what: What
    person: KeyPerson | None = field(default=None, repr=False)
    because: str = ""
    doubts: tuple[str, ...] = ()


def propose(key: Key, papers: Sequence[Paper]) -> tuple[Proposal, ...]:
    """Say for every row of every paper what it would do to the key; rows in their order."""
    table = _Table(list(key.people), {one.pseudonym.casefold() for one in key.retired}, key)
    rows = [(number, row) for number, paper in enumerate(papers, 1) for row in paper.people]
    made = [table.take(number, row) for number, row in rows]
    subject = table.subject([row for _, row in rows], made)
    return tuple(table.related(proposal, row, subject) for proposal, (_, row) in zip(made, rows, strict=True))


def apply(
    key: Key, papers: Sequence[Paper], proposals: Iterable[Proposal], *, by: str, when: datetime
) -> Key:
    """Give the key with what was proposed, and the papers' tables; its revision is left to whoever saves.

    Args:
        by: the id of the card of whoever agreed.
        when: in UTC, in whole seconds.
    """
    people = {one.id: one for one in key.people}
    for proposal in proposals:
        if proposal.person is not None and proposal.what is not What.LEFT:
            people[proposal.person.id] = proposal.person
    changed = replace(key, people=tuple(people.values()))
    for paper in papers:
        taken = KeyTable(changed.next_id("d"), paper.kind.value, paper.sha256, when, by, rows=paper.rows)
        changed = replace(changed, tables=(*changed.tables, taken))
    return changed


@dataclass(slots=True)
class _Table:
    """The people of the key as they would be after the rows so far."""

    people: list[KeyPerson]
    retired: set[str]
    key: Key
    met: set[tuple[int, str]] = field(default_factory=set)  # a paper, and the id of somebody it has told of

    def take(self, paper: int, row: PaperPerson) -> Proposal:
        unfit = [doubt for doubt in row.doubts if doubt in (SEVERAL, NO_NAME)]
        if not row.names or unfit:
            because = unfit[0] if row.names else "no name stands in it"
            doubts = tuple(doubt for doubt in row.doubts if doubt != because)
            return Proposal(paper, row.row, What.LEFT, None, because, doubts)
        same = [one for one in self.people if _same_name(one, row)]
        apart = [one for one in same if one.born and row.born and one.born != row.born]
        same = [one for one in same if one not in apart]
        doubts = (*row.doubts, *(("somebody of that name has another date of birth",) if apart else ()))
        if len(same) > 1 or any((paper, one.id) in self.met for one in same):
            because = "several people of that name are in the key or in this table: add them by hand"
            return Proposal(paper, row.row, What.LEFT, None, because, doubts)
        label, refused = self._label(row, same[0] if same else None)
        doubts = (*doubts, *refused)
        if same:
            grown = _grown(same[0], row, label)
            self.people[self.people.index(same[0])] = grown
            self.met.add((paper, grown.id))
            what = What.KNOWN if grown == same[0] else What.ADDS
            return Proposal(paper, row.row, what, grown, "", doubts)
        new = KeyPerson(self._next_id(), label, names=row.names, born=row.born, roles=row.roles)
        self.people.append(new)
        self.met.add((paper, new.id))
        return Proposal(paper, row.row, What.NEW, new, "", doubts)

    def subject(self, rows: Sequence[PaperPerson], made: Sequence[Proposal]) -> KeyPerson | None:
        """Give the child whom the papers are about, if they name one alone; else the only one of the key."""
        ids = {p.person.id for row, p in zip(rows, made, strict=True) if row.relation in _CHILD and p.person}
        ids = ids or {one.id for one in self.people if one.slot == "child"}
        return next((one for one in self.people if {one.id} == ids), None)

    def related(self, proposal: Proposal, row: PaperPerson, subject: KeyPerson | None) -> Proposal:
        """Add what the person is to the child; without a child it is kept among the roles."""
        if proposal.person is None or row.relation is None:
            return proposal
        person = next(one for one in self.people if one.id == proposal.person.id)
        before = person
        if subject is not None and person.id == subject.id:
            person = replace(person, slot=person.slot or "child")
        elif subject is not None:
            relation = KeyRelation(row.relation, subject.id)
            person = replace(person, relations=tuple(dict.fromkeys((*person.relations, relation))))
        else:
            person = replace(person, roles=tuple(dict.fromkeys((*person.roles, row.relation))))
        self.people[self.people.index(before)] = person
        what = What.ADDS if proposal.what is What.KNOWN and person != before else proposal.what
        return replace(proposal, person=person, what=what)

    def _label(self, row: PaperPerson, known: KeyPerson | None) -> tuple[str | None, tuple[str, ...]]:
        """Give the pseudonym that the row gives, where it may have it; else why not."""
        if row.label is None or (known and known.stays):
            return None, ()
        if known and known.pseudonym:
            same = known.pseudonym.casefold() == row.label.casefold()
            return None, () if same else ("it has another pseudonym in the key, which stays",)
        in_use = {one.pseudonym.casefold() for one in self.people if one.pseudonym}
        in_use |= {thing.pseudonym.casefold() for thing in self.key.things if thing.pseudonym}
        if row.label.casefold() in in_use | self.retired:
            return None, ("its pseudonym belongs, or belonged, to somebody else",)
        return row.label, (_INITIAL,) if _shows_initial(row.label, row.names) else ()

    def _next_id(self) -> str:
        return replace(self.key, people=tuple(self.people)).next_id()


def _grown(known: KeyPerson, row: PaperPerson, label: str | None) -> KeyPerson:
    has = {_plain(name.text) for name in known.names}
    names = (*known.names, *(name for name in row.names if _plain(name.text) not in has))
    roles = tuple(dict.fromkeys((*known.roles, *row.roles)))
    born = known.born or row.born
    return replace(known, names=names, roles=roles, born=born, pseudonym=known.pseudonym or label)


def _same_name(known: KeyPerson, row: PaperPerson) -> bool:
    """Tell whether one whole name, of two words or more, is the same in any order."""
    own = {_words(name) for name in known.names}
    return any(len(words) > 1 and words in own for words in map(_words, row.names))


def _shows_initial(label: str, names: Sequence[KeyName]) -> bool:
    """Tell whether the mark of a label (Child K) is made of initials of whom it is for."""
    words = label.split()
    mark = words[-1].rstrip("0123456789") if len(words) > 1 else ""
    return mark.isupper() and set(mark) <= initials_of(name.text for name in names)


def _words(name: KeyName) -> tuple[str, ...]:
    return tuple(sorted(_plain(name.text).replace(",", " ").split()))


def _plain(text: str) -> str:
    return " ".join(fold(text).text.split())
