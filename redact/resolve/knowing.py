"""Whom a name could mean: the persons of a call by every name that may be used of them.

Each shorter name is given to the one person who could be meant, and to nobody where there are several. What
remains: a person who never stands with a whole name is not known to bear the surname that is shared with her,
so that a surname alone may be given to the only one who is known to bear it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable

from redact.resolve.excluding import left_of
from redact.resolve.lists import forenames, short_names, spellings_of
from redact.resolve.names import Form, Name
from redact.resolve.persons import Asked, Person
from redact.resolve.shortening import cut_short, lengthened, parts_of
from redact.resolve.slips import SHORTEST, is_dropped, is_near, is_slip, neighbours_of, sound_of
from redact.values.persons import Because

__all__ = ["Persons"]

_MUCH_RARER = 8  # times: a spelling so much rarer than its neighbour is taken for a slip
_RARE = 5
_SHORT = 3  # letters of a beginning that too many names have to be believed of a rare one
_OFTENER = 2  # times: of two spellings of one forename, the one that stands so much oftener is hers
_OFTEN = 20  # times that a forename is written of which another spelling may be one letter off
_Found = tuple[list[Person], Because]


class Persons:
    """The persons of a call, and whom each name could mean."""

    def __init__(self) -> None:
        self._by: dict[tuple[str, str], dict[int, Person]] = defaultdict(dict)
        self._near: dict[str, set[str]] = defaultdict(set)
        self._counts: Counter[str] = Counter()

    def add(self, person: Person) -> None:
        """Know a person by all names that may be used of her; it may be called again when she has more."""
        for first in person.firsts:
            self._part(first, _halves(first), person)
            self._known("forename", first, person)
            self._known("sound", sound_of(first), person)
            for part in parts_of(first):
                self._known("piece", part, person)
        for last in person.lasts:
            self._part(last, _halves(last), person)
            self._known("surname", last, person)
            self._known("surname sound", sound_of(last), person)
            for between in person.between:
                for at in range(len(between)):
                    self._part(" ".join((*between[at:], last)), [], person)
        for other in person.others:
            self._part(other, [], person)
        for first in person.firsts:
            for last in person.lasts:
                for letters in _initials(first, person.between, last):
                    self._known("letters", letters, person)
                for user in (first[0] + last, first + last, last + first[0]):
                    self._known("user", _letters(user), person)

    def count(self, name: Name, times: int) -> None:
        """Count how often the parts of a name are written in this way."""
        for part in (name.first, name.last):
            self._counts[part] += times

    def could_be(self, asked: Asked) -> _Found:
        """Give everybody who could be meant, in an order that is the same each time, and why."""
        name = asked.name
        if name.form is Form.INITIAL_LAST:
            found, why = self._with_initial(name.first, name.last)
        elif name.form is Form.FIRST_INITIAL:
            found, why = self._before_initial(name.first, name.last)
        elif name.form is Form.INITIALS:
            found, why = self._with_initials(name.last), Because.INITIALS
        else:
            found, why = self.named(name.last)
        left = left_of(found, asked)
        if len(left) == 1 < len(found):
            why = Because.BIRTH if asked.born and left[0].births else Because.TITLE
        return left, why

    def named(self, part: str, *, exactly: bool = True) -> _Found:
        """Give everybody of whom a single name could be used.

        Args:
            exactly: by the name itself too, and not only by what is like it.
        """
        listed = [("forename", forename) for forename in sorted(short_names().get(part, ()))]
        own = [("part", part)] if exactly else []
        if found := self._union(*own, *listed):
            known = self._by.get(("part", part), {}) if exactly else {}
            found = found if known else self._union(*listed, ("piece", part))  # Rob may be Roberta too
            return found, Because.ONLY if any(id(person) in known for person in found) else Because.SHORT
        ways: tuple[tuple[Because, Callable[[], list[Person]]], ...] = (
            (Because.SLIP, lambda: self._find("joined", part.replace("-", ""))),
            (Because.SPELLED, lambda: self._spelled(part)),
            (Because.HALF, lambda: self._find("half", part)),
            (Because.SLIP, lambda: self._by_slip(part)),
            (Because.USER, lambda: self._find("user", part)),
            (Because.CUT, lambda: self._union(*(("piece", piece) for piece in cut_short(part)))),
            (Because.CUT, lambda: self._union(*(("forename", name) for name in lengthened(part)))),
            (Because.SOUND, lambda: self._by_sound(part)),
            (Because.SLIP, lambda: self._variant(part)),
            (Because.CUT, lambda: self._beginning(part)),
            (Because.SLIP, lambda: self._of_several(part)),
        )
        for why, find in ways:
            if (found := find()) and (exactly or why is not Because.HALF):
                return found, why
        return [], Because.ONLY

    def bearers(self, forename: str, surname: str) -> list[Person]:
        """Everybody who bears both parts."""
        surnames = self._by.get(("surname", surname), {})
        return [person for person in self._find("forename", forename) if id(person) in surnames]

    def with_surname(self, surname: str) -> list[Person]:
        """Everybody who bears a surname."""
        return self._find("surname", surname)

    def _with_initial(self, letter: str, surname: str) -> _Found:
        for kind in ("surname", "half"):
            if found := self._find(kind, surname):
                why = Because.ONLY if kind == "surname" else Because.HALF
                return [p for p in found if _begins(p.firsts, letter)], why
        near = self._by_slip(surname) or self._surname_by_sound(surname)
        return [p for p in near if _begins(p.firsts, letter)], Because.SLIP

    def _with_initials(self, letters: str) -> list[Person]:
        """Read letters as initials, or as a short surname in capitals that somebody is known to bear."""
        found = self._union(("letters", letters), ("part", letters))
        initialled = self._find("letters", letters)
        return [p for p in found if p in initialled or p.firsts or p.lasts != {letters}] or found

    def _before_initial(self, name: str, letter: str) -> _Found:
        """Read "Osgood H" and "Harriet O": either part may be the one that is written out."""
        for why, names in ((Because.ONLY, [name]), (Because.SLIP, self._slips_of(name))):
            found = {
                id(person): person
                for one in names
                for kind, others in (("forename", "lasts"), ("surname", "firsts"))
                for person in self._find(kind, one)
                if _begins(getattr(person, others), letter)
            }
            if found:
                return sorted(found.values(), key=lambda person: person.sort), why
        return self._lettered(name, letter), Because.INITIALS

    def _lettered(self, name: str, letter: str) -> list[Person]:
        """Give the only one of these initials, where her surname alone is known: K. Rook for "Kay R"."""
        found = self._find("letters", name[0] + letter)
        return found if len(found) == 1 and found[0].firsts == {name[0]} else []

    def _by_slip(self, part: str) -> list[Person]:
        return self._union(*(("part", known) for known in self._slips_of(part)))

    def _slips_of(self, part: str) -> list[str]:
        """Give the names of which a rare spelling is a slip; a common forename is a slip in no other."""
        if len(part) < SHORTEST or self._counts[part] > _RARE or part in forenames():
            return []
        near = {known for key in neighbours_of(part) for known in self._near.get(key, ())} - {part}
        slips = {known for known in near if is_slip(part, known) or is_dropped(part, known)}
        times = max(1, self._counts[part])
        if not any(self._counts[known] >= _MUCH_RARER * times for known in slips):
            return []
        # Haina may be Hania or Hasina, though only one of them is written much oftener.
        return sorted(known for known in slips if self._counts[known] > times)

    def _by_sound(self, part: str) -> list[Person]:
        if len(part) < SHORTEST or part in forenames():
            return []
        return self._find("sound", sound_of(part))

    def _surname_by_sound(self, surname: str) -> list[Person]:
        """Give whose surname sounds like one that is written hardly ever: Farkuharson, Farquharson."""
        found = self._find("surname sound", sound_of(surname)) if len(surname) > SHORTEST else []
        least = _MUCH_RARER * max(1, self._counts[surname])
        often = all(any(self._counts[last] >= least for last in person.lasts) for person in found)
        return found if often else []

    def _variant(self, part: str) -> list[Person]:
        """Give whose forename is a letter apart and which is written often: Beatris, Beatriz."""
        if len(part) <= SHORTEST or part in forenames():
            return []
        near = {known for key in neighbours_of(part) for known in self._near.get(key, ())} - {part}
        least = max(_OFTEN, _MUCH_RARER // 2 * self._counts[part])
        near = {one for one in near if is_near(part, one) and len(one) > SHORTEST}
        if not any(self._counts[one] >= least for one in near):
            return []
        return self._with_surname_too(one for one in sorted(near) if self._counts[one] > self._counts[part])

    def _of_several(self, part: str) -> list[Person]:
        """Give who bear the one surname that a rare word is near, where they are several: it is nobody's."""
        if self._counts[part] > _RARE // 2 or part in forenames():
            return []
        near = {known for key in neighbours_of(part) for known in self._near.get(key, ())} - {part}
        surnames = [known for known in near if is_near(part, known) and self._find("surname", known)]
        bearers = self._find("surname", surnames[0]) if len(surnames) == 1 else []
        often = len(bearers) > 1 and self._counts[surnames[0]] >= _MUCH_RARER * self._counts[part]
        return bearers if often else []

    def _with_surname_too(self, names: Iterable[str]) -> list[Person]:
        """Give who bears one of some forenames, and with them who bears it as a surname."""
        borne = [one for one in names if self._find("forename", one)]
        return self._union(*(("part", one) for one in borne))

    def _spelled(self, part: str) -> list[Person]:
        """Give whose forename is usually spelled otherwise: where Kerri stands oftener, she is not Kerry."""
        often = [one for one in spellings_of(part) if self._counts[one] >= _OFTENER * self._counts[part]]
        borne = [("part", one) for one in often if self._find("forename", one)]
        # Beside a Cabdi, Abdi may be short for Abdirahman.
        return self._union(*borne, ("piece", part if len(part) >= SHORTEST else "")) if borne else []

    def _beginning(self, part: str) -> list[Person]:
        """Give whose forename begins with three letters, where it is written often: Nev of Neville."""
        if len(part) != _SHORT or part in forenames():
            return []
        found = self._find("piece", part)
        return [p for p in found if any(f.startswith(part) and self._counts[f] >= _OFTEN for f in p.firsts)]

    def _part(self, part: str, halves: list[str], person: Person) -> None:
        self._known("part", part, person)
        self._known("joined", part.replace("-", ""), person)
        for half in halves:
            self._known("half", half, person)

    def _known(self, kind: str, text: str, person: Person) -> None:
        if not text:
            return
        self._by[kind, text][id(person)] = person
        if kind == "part" and len(text) >= SHORTEST:
            for key in neighbours_of(text):
                self._near[key].add(text)

    def _find(self, kind: str, text: str) -> list[Person]:
        return self._union((kind, text))

    def _union(self, *keys: tuple[str, str]) -> list[Person]:
        found: dict[int, Person] = {}
        for key in keys:
            found |= self._by.get(key, {})
        return sorted(found.values(), key=lambda person: person.sort)


def _begins(names: Iterable[str], letter: str) -> bool:
    return any(name.startswith(letter) for name in names)


def _halves(name: str) -> list[str]:
    halves = name.replace("-", " ").split()
    return [half for half in halves if len(half) > 1] if len(halves) > 1 else []


def _letters(text: str) -> str:
    return "".join(letter for letter in text if letter.isalpha())


def _initials(first: str, between: set[tuple[str, ...]], last: str) -> set[str]:
    firsts = {first[0], "".join(half[0] for half in first.split("-") if half)}
    words = last.replace("-", " ").split()
    lasts = {words[0][0], "".join(word[0] for word in words)} if words else set()
    inner = {""} | {"".join(name[0] for name in names if name) for names in between}
    return {one + middle + other for one in firsts for middle in inner for other in lasts}
