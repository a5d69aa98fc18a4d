"""Who is meant in a sentence when all before it is known: pronouns, and people of whom a paragraph goes on.

`Context` is fed the sentences of one document in their order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from redact.judge.jigsaw.people import Person, Said
from redact.judge.jigsaw.pieces import Piece
from redact.judge.jigsaw.whoms import Whoms
from redact.values.jigsaw import Side, Whom

__all__ = ["Context", "Meant"]

_TWINS = frozenset(("twin", "twins", "triplet", "triplets"))
_OPENING = 2  # words; a "their" further on is of somebody of its own sentence
_BACK = 3  # sentences in which a pronoun's meaning is looked for
_CHILD = Whom("child", "the child", Side.CHILD)
_FAMILY = Whom("family", "the family", Side.FAMILY)
# Nouns that say again who somebody is, and are nobody new: "Child X was a boy".
_SAYING = frozenset(("child", "man", "woman", "family", "adult", "children", "siblings", "sibling"))


@dataclass(frozen=True, slots=True)
class Meant:
    """Somebody spoken of, with whom that is; `said` is that of whom a pronoun stands for."""

    person: Person
    whom: Whom | None
    said: Said
    sex: str = ""


class Context:
    """What is known of whom the sentences before are about, paragraph by paragraph."""

    def __init__(self, whoms: Whoms) -> None:
        self._whoms = whoms
        self._sexes: dict[str, str] = {}
        self._paragraph = ""
        self._piece: Piece | None = None
        self._before: list[list[Meant]] = []
        self.topic: Meant | None = None
        self.of_document: Meant | None = None

    def begin(self, piece: Piece) -> None:
        """Take note that a sentence begins; with a new paragraph the topic is open again."""
        self._piece = piece
        if piece.paragraph != self._paragraph:
            self._paragraph = piece.paragraph
            self._before, self.topic = [], None

    def meant(self, people: Sequence[Person]) -> list[Meant]:
        """Say whom each of the people of a sentence is, in their order."""
        found: list[Meant] = []
        for at, person in enumerate(people):
            if not person.pronoun:
                found.append(self._noun(person, found))
                continue
            meant = self._pronoun(person, found, sure=True) or self._ahead(person, people[at + 1 :])
            found.append(
                meant or self._pronoun(person, found) or Meant(person, None, Said.ANYBODY, person.sex)
            )
        return found

    def _ahead(self, person: Person, people: Sequence[Person]) -> Meant | None:
        """Give whom a pronoun stands for that is named behind it: "after her arrest the mother was ..."."""
        for other in people if person.possessive else ():
            if (
                not other.pronoun
                and not other.owner
                and person.sex
                and other.sex == person.sex
                and other.said >= Said.KNOWN
            ):
                whom = self._whoms.of(other)
                return Meant(person, whom, Said.KNOWN, person.sex) if whom else None
        return None

    def _noun(self, person: Person, found: Sequence[Meant]) -> Meant:
        whom = self._whoms.of(person)
        said, known = person.said, any(one.said >= Said.KNOWN for one in found)
        twins = person.who in ("children", "siblings") and self._is_of_twins(person)
        if (person.who == "parents" or twins) and said is Said.ANYBODY and known:
            said = max(one.said for one in found)  # "the third child of parents who ..."
        if said is Said.SOMEBODY and known and not person.post and person.who not in _SAYING:
            said = Said.KNOWN  # "Child X had a brother"
        if whom is not None and person.sex and whom.side is not Side.PROFESSIONAL:
            self._sexes.setdefault(whom.key, person.sex)
        sex = person.sex or (self._sexes.get(whom.key, "") if whom else "")
        return Meant(person, whom, said, sex)

    def _is_of_twins(self, person: Person) -> bool:
        piece = self._piece
        words = piece.words[max(0, person.first - 1) : person.last] if piece else ()
        return not _TWINS.isdisjoint(words)

    def _pronoun(self, person: Person, found: Sequence[Meant], *, sure: bool = False) -> Meant | None:
        """Give whom a pronoun stands for; `sure`: only one that is named before it in the paragraph."""
        best: Meant | None = None
        score = 0
        for distance, sentence in enumerate([list(found), *self._before[:_BACK]]):
            for number, one in enumerate(sentence):
                worth = self._fits(person, one)
                if not worth:
                    continue
                worth += 4 * (_BACK - distance) + (2 if number == 0 else 0)
                if distance == 0:
                    worth += 1
                if worth > score:
                    best, score = one, worth
        if best is None and not sure:
            best = self._otherwise(person)
        if best is None:
            return None
        if person.sex and best.whom is not None:
            self._sexes.setdefault(best.whom.key, person.sex)
        said = min(Said.KNOWN, best.said)
        return Meant(person, best.whom, said, person.sex)

    def _fits(self, person: Person, one: Meant) -> int:
        """Say how well a pronoun can stand for somebody; 0 for not at all."""
        if one.whom is None and one.said > Said.ANYBODY:
            return 0
        if person.plural:
            if one.whom is not None and one.whom.side in (Side.SOMEBODY, Side.PROFESSIONAL):
                return 0
            if one.person.plural or (
                one.whom is not None and one.whom.side is Side.FAMILY and one.person.plural
            ):
                return 8
            return 1
        if one.person.plural or (one.whom is not None and one.whom.key == "family"):
            return 0
        if one.sex and person.sex and one.sex != person.sex:
            return 0
        if one.whom is not None and one.whom.side is Side.PROFESSIONAL:
            return 2
        return 7 if one.sex else 5

    def _otherwise(self, person: Person) -> Meant | None:
        if person.plural:
            nobody = not any(self._before) and person.first <= _OPENING
            return Meant(person, _FAMILY, Said.KNOWN) if nobody else None
        if self.of_document is None and not any(self._before):
            return Meant(person, _CHILD, Said.KNOWN)
        if self.of_document is not None and self.of_document.whom is not None:
            sex = self._sexes.get(self.of_document.whom.key, "")
            return None if sex and person.sex and sex != person.sex else self.of_document
        return None

    def end(self, meant: Sequence[Meant], subject: Meant | None, *, in_row: bool = False) -> None:
        """Take note whom a sentence was about; a row of a table is about whom its first cell says."""
        if in_row and self.topic is not None:
            return
        heads = sorted(meant, key=lambda one: one is not subject)
        self._before.insert(0, heads)
        del self._before[_BACK:]
        if subject is not None and subject.whom is not None:
            self.topic = subject
            if subject.whom.side is Side.CHILD and subject.said >= Said.KNOWN:
                self.of_document = subject
        elif any(one.said is Said.ANYBODY for one in meant):
            self.topic = None
