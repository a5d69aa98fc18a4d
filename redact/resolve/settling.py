"""Whose a name is by the key: what a person has said before, and nothing that nobody has said.

A link of one place holds there. A link of a spelling holds wherever it stands, and that of a single word for
as long as nobody else of the key bears the word. A whole name that one person of the key bears is hers. A
place or an organisation is known by each of its names as it stands in the key, where no other has that name.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from redact.resolve.lists import titles
from redact.values.folding import fold
from redact.values.key import Key
from redact.values.people import Label

__all__ = ["THINGS", "Known", "is_whole", "plain", "whole_of", "words_of"]

_LETTERS = 4  # of initials that stand together
# What a place or an organisation of the key is found as.
THINGS = frozenset({Label.ORGANISATION, Label.PLACE, Label.ADDRESS})


@dataclass(frozen=True, slots=True)
class _Answer:
    of: str | None


@dataclass(slots=True)
class Known:
    """What a key says of spellings and places; made once for a key, since it reads all of it."""

    key: Key = field(repr=False)
    _places: dict[tuple[str, str], _Answer] = field(default_factory=dict, repr=False)
    _spellings: dict[str, set[str | None]] = field(default_factory=dict, repr=False)
    _whole: dict[tuple[str, ...], set[str]] = field(default_factory=dict, repr=False)
    _bearers: dict[str, set[str]] = field(default_factory=dict, repr=False)
    _things: dict[tuple[str, ...], set[str]] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        spellings: defaultdict[str, set[str | None]] = defaultdict(set)
        whole: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
        bearers: defaultdict[str, set[str]] = defaultdict(set)
        for link in self.key.links:
            if link.fingerprint is not None:
                self._places[plain(link.text), link.fingerprint] = _Answer(link.of)
            else:
                spellings[plain(link.text)].add(link.of)
        for person in self.key.people:
            for name in person.names:
                words = words_of(name.text)
                if len(words) > 1:
                    whole[whole_of(words)].add(person.id)
                for word in words:
                    bearers[word].add(person.id)
        things: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
        for thing in self.key.things:
            for name in thing.names:
                things[words_of(name.text)].add(thing.id)
        for spelled in [one for one in spellings if _bald(one) not in spellings]:  # many leave accents out
            spellings[_bald(spelled)] |= spellings[spelled]
        self._spellings, self._whole, self._bearers = dict(spellings), dict(whole), dict(bearers)
        self._things = dict(things)

    def settled(
        self, text: str, fingerprint: str | None, *, left_open: bool = False
    ) -> tuple[bool, str | None]:
        """Tell whether it is said whose the name at one place is, and whose; none says: nobody's.

        Args:
            text: the name as it stands there.
            fingerprint: of the finding there; none where only the spelling counts.
            left_open: the documents leave open whose it is: there may be a second bearer, or one who once had
                the name, so that a whole name is then nobody's but in its place.
        """
        if fingerprint is not None and (place := self._places.get((plain(text), fingerprint))):
            return True, place.of
        said = self._spellings.get(plain(text)) or self._spellings.get(_bald(plain(text)), set())
        words = words_of(text)
        if len(words) > 1:
            if left_open and is_whole(text):
                return False, None
            said = said | self._whole.get(whole_of(words), set())
            return (True, next(iter(said))) if len(said) == 1 else (False, None)
        others = self._bearers.get(words[0], set()) - said if words else set()
        return (True, next(iter(said))) if len(said) == 1 and not others else (False, None)

    def settled_thing(self, text: str, fingerprint: str | None) -> tuple[bool, str | None]:
        """Tell as `settled` does which place or organisation of the key is named; none says: nothing to hide.

        What is said of a person of the same name says nothing of a place.
        """
        if fingerprint is not None and (place := self._places.get((plain(text), fingerprint))):
            return True, place.of
        ids = {thing.id for thing in self.key.things}
        said = {of for of in self._spellings.get(plain(text), set()) if of in ids}
        said = said | self._things.get(words_of(text), set())
        return (True, next(iter(said))) if len(said) == 1 else (False, None)

    def could_be_thing(self, texts: Iterable[str]) -> tuple[str, ...]:
        """Give the things of the key of whose names one holds all words of a spelling, or is held by it."""
        spellings = [set(words_of(text)) for text in {plain(text) for text in texts}]
        points: defaultdict[str, int] = defaultdict(int)
        for thing in self.key.things:
            names = [set(words_of(name.text)) for name in thing.names]
            like = sum(1 for words in spellings if any(words <= own or own <= words for own in names))
            points[thing.id] += like
        order = {thing.id: number for number, thing in enumerate(self.key.things)}
        return tuple(
            sorted((one for one in points if points[one]), key=lambda one: (-points[one], order[one]))
        )

    def bearing(self, word: str) -> frozenset[str]:
        """Give the ids of the people of the key of whose names one holds this folded word."""
        return frozenset(self._bearers.get(word, set()))

    def could_be(self, texts: Iterable[str]) -> tuple[str, ...]:
        """Give the people who bear every word of one of these spellings at least, most spellings first.

        Where nobody does, those of whom the letters of a spelling may be initials: D Ashton, MA.
        """
        spellings = [words_of(text) for text in {plain(text) for text in texts}]
        points: defaultdict[str, int] = defaultdict(int)
        for bearing in (self._bearing, self._with_initials):
            for words in spellings if not points else ():
                for bearer in bearing(words):
                    points[bearer] += 1
        order = {person.id: number for number, person in enumerate(self.key.people)}
        return tuple(sorted(points, key=lambda one: (-points[one], order[one])))

    def fits(self, of: str, texts: Iterable[str]) -> bool:
        """Tell whether one person bears every word of all these spellings."""
        return all(of in self._bearing(words_of(text)) for text in texts)

    def _with_initials(self, words: tuple[str, ...]) -> set[str]:
        """Give those of whom each word is a part of a name, or the letter with which one begins."""
        together = [word.replace(".", "").replace("-", "") for word in words]
        if len(together) == 1 and 1 < len(together[0]) <= _LETTERS:
            return {of for letters, own in self._initials() if letters == together[0] for of in own}
        bearers = [
            {of for known, own in self._bearers.items() if known.startswith(short) for of in own}
            if len(short) == 1
            else self._bearers.get(word, set())
            for word, short in zip(words, together, strict=True)
        ]
        return set.intersection(*bearers) if bearers else set()

    def _initials(self) -> Iterator[tuple[str, set[str]]]:
        for person in self.key.people:
            for name in person.names:
                parts = [part for word in words_of(name.text) for part in word.split("-") if part]
                yield "".join(part[0] for part in parts), {person.id}

    def _bearing(self, words: tuple[str, ...]) -> set[str]:
        bearers = [self._bearers.get(word, set()) for word in words]
        return set.intersection(*bearers) if bearers else set()


def plain(text: str) -> str:
    """Fold a spelling, without a possessive at its end: what two ways of writing one spelling share."""
    folded = " ".join(fold(text).text.split())
    return folded.removesuffix("'s").removesuffix("'")


def is_whole(text: str) -> bool:
    """Tell whether a spelling is a forename and a surname, of which neither is a letter alone."""
    words = words_of(text)
    return len(words) > 1 and all(len(word.strip(".")) > 1 for word in words)


def whole_of(words: Iterable[str]) -> tuple[str, ...]:
    """Give the words of a whole name in an order of their own, without accents: what two writings share."""
    return tuple(sorted(_bald(word) for word in words))


def _bald(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text)
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def words_of(text: str) -> tuple[str, ...]:
    """Give the words of a name, folded, without titles and commas."""
    words = plain(text).replace(",", " ").split()
    return tuple(word for word in words if word.rstrip(".") not in titles() or len(words) == 1)
