"""Of whom a thing is told: of the noun behind it, of whoever stands right before it, or of the subject.

What remains: a sentence in which two people are named and only its sense says which is meant.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from redact.judge.jigsaw.clauses import Clause, clauses_of, has_verb
from redact.judge.jigsaw.context import Meant
from redact.judge.jigsaw.people import Said
from redact.judge.jigsaw.pieces import Piece
from redact.judge.jigsaw.told import Told
from redact.judge.jigsaw.vocabulary import vocabulary
from redact.values.jigsaw import FactKind, Side

__all__ = ["Ownership"]

OF_WORK = frozenset((FactKind.POST, FactKind.TEAM, FactKind.ABSENCE, FactKind.PERIOD))
# What is told of an event or a thing; anybody who takes part may be its subject.
_OF_EVENTS = frozenset((FactKind.DATE, FactKind.MONTH, FactKind.PLACE, FactKind.BODY, FactKind.PRESS))
_OF_SHAPE = frozenset((FactKind.SIBLINGS, FactKind.BIRTH_ORDER, FactKind.TWINS))
_OF_TRIALS = frozenset((FactKind.OFFENCE, FactKind.SENTENCE, FactKind.COURT, FactKind.PRISON))
_OF_NOUNS = frozenset((FactKind.SEX, FactKind.AGE, FactKind.POST, FactKind.ONLY, FactKind.SMALL_NUMBER))
_GLUE = vocabulary(
    "who is was were are had has have a an the with of aged now then also being named both as from "
    "only just about recently diagnosed born by suffering living having age nearly almost "
    "approximately severe himself herself s had been formerly originally"
)
_GLUED = 4  # words between somebody and what is told right behind
_MODIFIERS = 5  # words between what is told and its noun
_STOPPED = vocabulary(
    "of to in on at by for with from and or but that who which when where while if as is was are were "
    "be had has have did said told than because so about into after before since until then he she "
    "they him them whose her his their the a an"
)
_COPULA = vocabulary("is was are were be being been became become remained as")
_MARKS = frozenset(".,;:()\n\t")


class Ownership:
    """Says for each thing told in one sentence of whom it is."""

    def __init__(self, piece: Piece, meant: Sequence[Meant]) -> None:
        self._piece = piece
        self._meant = list(meant)
        self._people = [one.person for one in meant]
        self._parted: list[Clause] | None = None
        self.tells_post = (
            False  # then somebody with a label may be the one who holds it: "Mrs A, the head of year"
        )

    @property
    def _clauses(self) -> list[Clause]:
        # Most sentences tell nothing, and need not be parted.
        if self._parted is None:
            self._parted = clauses_of(self._piece, self._people)
        return self._parted

    @property
    def subject(self) -> Meant | None:
        """Give whom the sentence is about first."""
        if self._parted is None:
            return next((one for at, one in enumerate(self._meant) if not self._owns(at)), None)
        return next((self._meant[one.subject] for one in self._parted if one.subject is not None), None)

    def of(self, told: Told) -> Meant | None:
        """Give of whom a thing is told; none where nobody of the sentence can be meant."""
        first, last = self._piece.at(told.start), self._piece.at(told.end - 1) + 1
        fits = [at for at in range(len(self._meant)) if self._fits(told, at, first, last)]
        if not fits:
            return None
        for choose in (self._inside, self._head, self._beside, self._subject, self._near):
            chosen = choose(told, fits, first, last)
            if chosen is not None:
                if self._meant[chosen].said is Said.SOMEBODY or self._says_again(chosen):
                    chosen = self._of_noun(chosen, fits, told)
                return self._as_said(chosen, fits)
        return None

    def _says_again(self, at: int) -> bool:
        """Tell whether a noun may only say who somebody before it is: "Child X, the third child, had"."""
        person = self._people[at]
        return person.who in ("child", "sibling") and not person.entity and self._is_said_of(at)

    def _as_said(self, chosen: int, fits: Sequence[int]) -> Meant:
        """Give who was chosen; of a plural that only says who somebody is ("both boys, twins"), that one."""
        one = self._meant[chosen]
        if one.said is not Said.ANYBODY or not one.person.plural or not self._is_said_of(chosen):
            return one
        before = [at for at in fits if at < chosen and self._meant[at].said >= Said.KNOWN]
        if not before:
            return one
        if one.whom is not None and one.whom.side is Side.FAMILY:
            return replace(one, said=self._meant[before[-1]].said)
        return self._meant[before[-1]]

    def _fits(self, told: Told, at: int, first: int, last: int) -> bool:
        one = self._meant[at]
        person = one.person
        side = one.whom.side if one.whom is not None else None
        is_work = person.post or side is Side.PROFESSIONAL
        if told.kind in OF_WORK:
            return is_work or (self.tells_post and person.entity and side is Side.SOMEBODY)
        overlaps = person.first < last and first < person.last
        if overlaps and told.kind is FactKind.TWINS and person.plural and person.said >= Said.KNOWN:
            return one.whom is not None  # "the twins were born in March"
        if overlaps and told.kind not in (FactKind.SEX, FactKind.AGE):
            return told.kind in (FactKind.ONLY, FactKind.SMALL_NUMBER) and not person.plural
        if is_work and told.kind not in _OF_EVENTS:
            return False
        return one.whom is not None or one.said is Said.ANYBODY

    def _owns(self, at: int) -> bool:
        person = self._people[at]
        return person.possessive and at + 1 < len(self._people) and self._people[at + 1].owner != ""

    def _inside(self, told: Told, fits: Sequence[int], first: int, last: int) -> int | None:
        """Choose the noun that is what is told: "a boy", "the head teacher"; or whose it is said to be."""
        if told.kind not in _OF_NOUNS and told.kind is not FactKind.TWINS:
            return None
        inside = [at for at in fits if self._people[at].first < last and first < self._people[at].last]
        if inside and told.kind is FactKind.TWINS:
            return inside[-1]
        return self._of_noun(inside[-1], fits, told) if inside else None

    def _head(self, told: Told, fits: Sequence[int], first: int, last: int) -> int | None:
        """Choose the noun before which it stands: "a Polish mother", "her autistic brother"."""
        if told.kind in _OF_SHAPE or told.kind in (FactKind.DATE, FactKind.MONTH, FactKind.BIRTH):
            return None
        for at in fits:
            person = self._people[at]
            if not last <= person.first <= last + _MODIFIERS or person.pronoun or person.entity:
                continue
            between = range(last, person.first)
            if any(self._piece.words[number] in _STOPPED for number in between):
                return None
            if any(set(self._piece.gap(number)) & _MARKS for number in range(last, person.first + 1)):
                return None
            if has_verb(self._piece, last, person.first):
                return None
            return self._of_noun(at, fits, told)
        return None

    def _of_noun(self, at: int, fits: Sequence[int], told: Told) -> int:
        """Choose whom a noun says something of: "Child X was a boy" is of Child X, "SW1, a locum" of SW1."""
        one = self._meant[at]
        says = one.person.who in ("child", "family", "sibling") or one.person.post
        if (one.said > Said.SOMEBODY and not says) or one.said is Said.ANYBODY:
            return at
        if not self._is_said_of(at):
            return at
        before = [
            other
            for other in fits
            if self._people[other].last <= self._people[at].first and not self._owns(other)
        ]
        clause = self._clause(self._people[at].first)
        if clause is not None and clause.subject in before:
            return clause.subject
        return before[-1] if before else at

    def _is_said_of(self, at: int) -> bool:
        """Tell whether a noun stands behind "was", or behind a comma, and so says who somebody before is."""
        number = self._people[at].first
        while number > 0:
            gap = self._piece.gap(number)
            number -= 1
            if set(gap) & {",", "(", "\u2013", "\u2014"}:
                return True
            if set(gap) & _MARKS:
                return False
            word = self._piece.words[number]
            if word in _COPULA:
                return True
            if any(person.first <= number < person.last for person in self._people):
                return False
            if word in _STOPPED and word not in ("a", "an", "the", "of", "and"):
                return False
        return False

    def _beside(self, told: Told, fits: Sequence[int], first: int, last: int) -> int | None:
        """Choose whoever stands right before: "Mother, 19", "a brother with autism"."""
        before = [at for at in fits if self._people[at].last <= first and not self._owns(at)]
        if not before or told.kind in _OF_EVENTS or told.kind in _OF_SHAPE:
            return None
        at = before[-1]
        between = self._piece.words[self._people[at].last : first]
        if len(between) > _GLUED or not {*between} <= _GLUE:
            return None
        clause = self._clause(first)
        own = clause is not None and clause.subject == at
        verbs = {*between} & {"was", "is", "had", "has", "were", "are", "have", "been"}
        if verbs and not own and "who" not in between:
            return None
        if told.kind in _OF_TRIALS and not own:
            return None
        return at

    def _subject(self, told: Told, fits: Sequence[int], first: int, last: int) -> int | None:
        clause = self._clause(first)
        if clause is None or clause.subject is None:
            return None
        if clause.subject in fits and self._people[clause.subject].first < first:
            return clause.subject
        return None

    def _near(self, told: Told, fits: Sequence[int], first: int, last: int) -> int | None:
        """Choose the nearest before it, or the first behind it."""
        heads = [at for at in fits if not self._owns(at)] or list(fits)
        before = [at for at in heads if self._people[at].last <= first]
        behind = [at for at in heads if self._people[at].first >= last]
        if before:
            return before[-1]
        return behind[0] if behind else None

    def _clause(self, number: int) -> Clause | None:
        return next((one for one in self._clauses if one.first <= number < one.last), None)
