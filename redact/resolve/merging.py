"""Persons who turn out to be one: slips in a whole name, short forms, names that the text says are one's."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from redact.resolve.apart import are_told_apart
from redact.resolve.lists import forenames, short_names, spellings_of
from redact.resolve.misread import OFTEN, beginnings, is_misread
from redact.resolve.persons import Person
from redact.resolve.shortening import cut_short, parts_of
from redact.resolve.slips import is_near, is_scanned, is_slip, neighbours_of, scanned, sound_of

__all__ = ["Merged", "halves_of", "merge_short", "merge_slips"]

_MUCH_RARER = 4
_RARE = 2
_RARE_SOUND = 4
_SELDOM = 10  # times that somebody is named whose whole name may once be spelled in another usual way
_PIECE = "-"  # marks a part of a forename that may stand for it
_START = "^"  # marks the first letters of a forename
_SOUND = "~"  # marks how a name sounds; no name ends so
_SHORT = 2  # letters of a small word in a surname: al, de
_LEAST_PIECE = 3  # letters at the beginning of a forename by which somebody is called
_LEAST_END = 5  # letters of the end of a forename by which somebody is called: Demola for Ademola


class Merged:
    """Which persons are one; of those that were joined the first by `sort` stands for all."""

    def __init__(self) -> None:
        self._into: dict[str, Person] = {}

    def join(self, one: Person, other: Person) -> None:
        """Make two persons one, with the names of both."""
        one, other = sorted((self.root(one), self.root(other)), key=lambda person: person.sort)
        if one is other:
            return
        self._into[other.sort] = one
        one.firsts |= other.firsts
        one.lasts |= other.lasts
        one.between |= other.between
        one.others |= other.others
        one.roles |= other.roles
        one.kin |= other.kin
        one.relations |= other.relations
        one.births |= other.births
        one.count += other.count

    def absorb(self, slip: Person, right: Person) -> None:
        """Make a person one with her whose name was mistyped; the mistyped name is not known as hers."""
        right, slip = self.root(right), self.root(slip)
        if right is slip:
            return
        slip.firsts, slip.lasts = set(right.firsts), set(right.lasts)
        self.join(slip, right)

    def called(self, person: Person, name: tuple[str, str]) -> None:
        """Learn a forename and a surname that the text says are that person's too."""
        root = self.root(person)
        root.firsts.add(name[0])
        root.lasts.add(name[1])

    def of(self, persons: Iterable[Person]) -> list[Person]:
        """Give those who stand for some persons, each once."""
        return list({root.sort: root for root in map(self.root, persons)}.values())

    def root(self, person: Person) -> Person:
        """Give who stands for a person: she herself, if nobody else does."""
        while person.sort in self._into:
            person = self._into[person.sort]
        return person


def merge_slips(
    persons: Iterable[Person],
    merged: Merged,
    counts: Mapping[str, int],
    both_ways: Collection[tuple[str, str]],
) -> None:
    """Join a rare whole name to the most frequent of those that are a slip away in one of its parts.

    Args:
        counts: how often each part of a name is written so, alone or in a name.
        both_ways: names that one sentence has in both orders, which are two people's.
    """
    near: dict[tuple[str, str, str], dict[str, Person]] = defaultdict(dict)
    everybody = sorted(persons, key=lambda person: person.sort)
    for person in everybody:
        for key in (*_keys(person), *(beginnings(person) if person.count >= OFTEN else ())):
            near[key][person.sort] = person
    for one, other in _hyphens(everybody):
        if not any((first, last) in both_ways for first in one.firsts for last in one.lasts):
            merged.join(one, other)
    pairs = []
    for person in everybody:
        if person.count > _RARE:
            continue
        keys = (*_keys(person), *_keys_turned(person), *(beginnings(person) if person.count == 1 else ()))
        others = {sort: other for key in keys for sort, other in near.get(key, {}).items()}
        right = sorted(
            (other for other in others.values() if _is_slip_of(person, other, counts)),
            key=lambda other: -other.count,
        )
        if right and (len(right) == 1 or right[0].count > right[1].count):
            pairs.append((person, right[0]))
    for slip, other in pairs:
        merged.absorb(slip, other)


def merge_short(persons: Iterable[Person], merged: Merged, apart: Collection[frozenset[str]]) -> None:
    """Join whole names that differ by a short form of the forename or by half of a double surname.

    Not where several could be meant, nor where they stand side by side: then they are two. A rare name may
    also sound like a frequent one.

    Args:
        apart: each two persons, by their `sort`, of whom one text speaks side by side.
    """
    everybody = [p for _, p in sorted({merged.root(p).sort: merged.root(p) for p in persons}.items())]
    by_name: dict[tuple[str, str], list[Person]] = defaultdict(list)
    for person in everybody:
        for key in _ways_to(person):
            by_name[key].append(person)
    pairs = []
    for person in everybody:
        found = _shortened(person, by_name) or _sounding(person, by_name)
        if len(found) == 1:
            other = next(iter(found.values()))
            beside = frozenset({person.sort, other.sort}) in apart and not person.births & other.births
            if not are_told_apart(person, other) and not beside:
                pairs.append((person, other))
    times = Counter(other.sort for _, other in pairs)
    for person, other in pairs:
        if times[other.sort] == 1:
            merged.join(person, other)


def _ways_to(person: Person) -> Iterator[tuple[str, str]]:
    """Give the names of which one may be used of a person, and how her names sound."""
    yield from ((other, last) for other in person.others for last in person.lasts)
    for first in person.firsts:
        for last in person.lasts:
            yield from ((first[start:], last) for start in {0, *range(1, len(first) - _LEAST_END + 1)})
            yield from ((first, half) for half in halves_of(last))
            yield from ((part + _PIECE, last) for part in parts_of(first))
            if len(first) > _LEAST_PIECE:
                yield first[:_LEAST_PIECE] + _START, last
            for sound in {sound_of(first), *spellings_of(first)} - {""}:
                yield sound + _SOUND, last
            if sound := sound_of(last):
                yield first, sound + _SOUND


def _shortened(person: Person, by_name: Mapping[tuple[str, str], Sequence[Person]]) -> dict[str, Person]:
    """Find those of whom a name could be used that is a short form, or has only half a surname."""
    return {
        other.sort: other
        for first in person.firsts
        if not _is_short_for_her_own(first, person)
        for last in person.lasts
        for forename in (*short_names().get(first, ()), first, *_pieces(first))
        for other in by_name.get((forename, last), ())
        if not (first in other.firsts and last in other.lasts)  # of one name: something made them two
        and (forename == first or forename[-1] in (_PIECE, _START) or forename in other.firsts)
    }


def _pieces(first: str) -> tuple[str, ...]:
    """Give the parts for which a forename may stand; beside a surname three letters are enough."""
    short = len(first) == _LEAST_PIECE and first not in forenames()
    return (first + _START,) if short else tuple(part + _PIECE for part in cut_short(first))


def _is_short_for_her_own(first: str, person: Person) -> bool:
    """Tell whether the text gives her the forename too for which one is short: then it is nobody else's."""
    long = short_names().get(first, frozenset())
    return any(one in long or one.startswith(first) for one in person.firsts if one != first)


def _sounding(person: Person, by_name: Mapping[tuple[str, str], Sequence[Person]]) -> dict[str, Person]:
    """Find those of whom a rare whole name, or one of the same birth, is a transliteration: Yasser, Yasir."""
    return {
        other.sort: other
        for first in person.firsts
        for last in person.lasts
        for key in (
            (sound_of(first) + _SOUND, last),
            (first, sound_of(last) + _SOUND),
            (first + _SOUND, last),
        )
        for other in by_name.get(key, ())
        if (other.firsts, other.lasts) != (person.firsts, person.lasts)
        and (person.births & other.births or _is_seldom(person, other))
        and not (first in forenames() and not other.firsts & {first, *spellings_of(first)})
    }


def _is_seldom(person: Person, other: Person) -> bool:
    """Tell whether a whole name is so rare beside another that it may be hers, spelled otherwise."""
    if any(first in spellings_of(own) for first in person.firsts for own in other.firsts):
        return person.count == 1 and other.count >= _SELDOM  # Kerry and Keri of one surname may be two
    return person.count <= _RARE_SOUND and other.count >= _MUCH_RARER * person.count


def halves_of(surname: str) -> list[str]:
    """Give the halves of a double surname; none of a single one."""
    halves = surname.replace("-", " ").split()
    return [half for half in halves if len(half) > _SHORT] if len(halves) > 1 else []


def _is_worker_once(person: Person, other: Person) -> bool:
    """Tell whether a whole name stands once, with nothing said of it, beside a worker's: no sister's."""
    untold = person.count == 1 and not (person.roles or person.relations or person.kin)
    return untold and bool(other.callings) and other.count >= 2 * _MUCH_RARER


def _is_same_otherwise(one: Person, other: Person) -> bool:
    """Tell whether two of one surname share a calling or a birth: then a slip in the forename is enough."""
    return bool(one.callings & other.callings or one.births & other.births)


def _hyphens(everybody: Iterable[Person]) -> list[tuple[Person, Person]]:
    """Pair persons whose names differ in hyphens only: a hyphen at a line's end may be either."""
    same: dict[tuple[str, ...], Person] = {}
    pairs = []
    for person in everybody:
        names = sorted(name.replace("-", "") for name in (*person.firsts, *person.lasts))
        key = (*names, *(" ".join(between) for between in sorted(person.between)))
        other = same.get(key, person)
        differ = (other.firsts, other.lasts) != (person.firsts, person.lasts)  # else something made them two
        if differ and not are_told_apart(person, other) and not _may_be_turned(person, other):
            pairs.append((person, other))
        same.setdefault(key, person)
    return pairs


def _may_be_turned(one: Person, other: Person) -> bool:
    """Tell whether the forename of one is the surname of the other, and each could be a forename."""
    turned = one.firsts == other.lasts and one.lasts == other.firsts
    return turned and all(name in forenames() for name in one.firsts | one.lasts)


def _keys(person: Person) -> Iterable[tuple[str, str, str]]:
    for first in person.firsts:
        for last in person.lasts:
            yield from (("forename", key, last) for key in neighbours_of(first))
            yield from (("surname", key, first) for key in neighbours_of(last))
            yield "scanned", scanned(last), first


def _keys_turned(person: Person) -> Iterable[tuple[str, str, str]]:
    """Give the keys under which a name is found whose surname stands first: osgod harriet."""
    for first in person.firsts:
        for last in person.lasts:
            yield from (("surname", key, last) for key in neighbours_of(first))


def _is_no_name(one: str, other: str) -> bool:
    """Tell whether of two forenames one is sooner misspelled than a name: not Mollie and Millie."""
    return len(one) != len(other) or sorted(one) == sorted(other) or scanned(one) == scanned(other)


def _is_slip_of(person: Person, other: Person, counts: Mapping[str, int]) -> bool:
    """Tell whether a rare whole name is another's with a slip in it.

    With one forename, surnames one letter apart are enough. Of one surname, forenames one letter apart may be
    a sister's (Ellie and Elsie), so that one must be much rarer.
    """
    if person is other or person.count > other.count or are_told_apart(person, other):
        return False
    if person.lasts == other.firsts and other.count >= _RARE * person.count:
        return any(is_slip(one, last) for one in person.firsts for last in other.lasts)
    if person.firsts == other.firsts:
        return any(
            is_near(one, last) or is_scanned(one, last) for one in person.lasts for last in other.lasts
        )
    if person.lasts != other.lasts:
        return False
    if is_misread(person, other, counts):
        return True
    rarer = other.count >= _MUCH_RARER * person.count or _is_same_otherwise(person, other)
    return any(
        (counts[one] <= _RARE or counts[first] >= _MUCH_RARER**2 * counts[one])
        and (counts[first] > counts[one] or _is_no_name(one, first))
        and (_is_worker_once(person, other) or not (one in forenames() and first in forenames()))
        and (is_slip(one, first) or (rarer and is_near(one, first)))
        for one in person.firsts
        for first in other.firsts
    )
