"""Which of the persons that whole names make are one: by a slip, by what the text says, by a short form."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from redact.resolve.apart import are_kin, are_of_two_ages, are_two
from redact.resolve.lists import short_names, spellings_of
from redact.resolve.merging import Merged, merge_short, merge_slips
from redact.resolve.names import Form, Name
from redact.resolve.nicknames import is_renamed
from redact.resolve.persons import Asked, Person, asked_of
from redact.resolve.recorded import is_said_of, recorded_as
from redact.resolve.surroundings import Seen
from redact.resolve.told_as_two import told_as_two
from redact.values.text import Passage

__all__ = ["join_other_names", "join_short", "join_slips"]

_Meant = Mapping[Asked, Sequence[Person]]
_SAID = {"pet": "first", "spelled": "last"}
_SELDOM = 4  # times that another name of somebody stands
_OFTENER = 3  # times oftener that her usual one does
_Bearers = dict[tuple[str, str], dict[str, Person]]


def join_slips(
    meant: _Meant, counts: Mapping[Asked, int], merged: Merged, both_ways: Collection[tuple[str, str]]
) -> None:
    """Join whole names that are mistyped to those that they were meant to be.

    Args:
        both_ways: names that one sentence has in both orders, which are two people's.
    """
    parts = Counter[str]()
    for asked, times in counts.items():
        for part in asked.name.parts:
            parts[part] += times
    people = {p.sort: p for found in meant.values() for p in found}
    merge_slips(people.values(), merged, parts, both_ways)


def join_other_names(
    others: Sequence[tuple[Seen, Seen, str]],
    by_passage: Mapping[str, Sequence[Seen]],
    passages: Mapping[str, Passage],
    meant: _Meant,
    merged: Merged,
) -> None:
    """Put together whom the text itself calls by two names, and learn the surname that somebody once had."""
    bearers: _Bearers = defaultdict(dict)
    by_forename: dict[str, dict[str, Person]] = defaultdict(dict)
    for asked, found in meant.items():
        bearers[asked.name.first, asked.name.last] |= {person.sort: person for person in found}
        by_forename[asked.name.first] |= {person.sort: person for person in found}
    surnames = {last for _, last in bearers}
    once: list[tuple[Person, str]] = []
    for one, other, kind in sorted(others, key=_is_forename_only):
        single = one.name.form is Form.SINGLE
        known = by_forename[one.name.last].values() if single else meant.get(asked_of(one), ())
        if single and kind == "last":  # "Celina was herself Butkus": not the Celina who is one already
            known = merged.of(known)
            if any(other.name.last in person.lasts and len(person.lasts) > 1 for person in known):
                continue  # nor a third one, where somebody is known to have been both
            known = [person for person in known if other.name.last not in person.lasts]
        mine = _only(merged.of(known))
        if mine is None:
            continue
        if other.name.form is Form.FULL:
            _call(mine, (other.name.first, other.name.last), bearers, merged)
        elif other.name.form is Form.SINGLE:
            part = other.name.last
            own = Name(Form.FULL, one.name.last, last=min(mine.lasts)) if single else one.name
            if kind == "pet" and (by_forename.get(part) or part in surnames):
                continue  # somebody else is called so
            if kind == "spelled" and (own.first, part) not in bearers:
                continue  # a slip, or a surname of which nobody of her forename is known
            said = _SAID.get(kind) or kind or _kind_of(own, part, bearers, surnames)
            if said == "first":
                _call(mine, (part, own.last), bearers, merged)
            elif said == "last":
                _call(mine, (own.first, part), bearers, merged)
                once.append((mine, part))
            else:
                merged.root(mine).others.add(part)
    _join_recorded(by_passage, passages, meant, merged)
    _join_of_two_surnames(once, bearers, merged)


def join_short(
    by_passage: Mapping[str, Sequence[Seen]], passages: Mapping[str, Passage], meant: _Meant, merged: Merged
) -> None:
    """Join whole names of which one has a short form of the other's forename, if no text names both."""
    apart = told_as_two(by_passage, passages, meant, merged)
    merge_short({p.sort: p for found in meant.values() for p in found}.values(), merged, apart)


def _call(person: Person, name: tuple[str, str], bearers: _Bearers, merged: Merged) -> None:
    """Learn another name of somebody; who bears it already is one with her, unless something parts the two.

    A mother and her sister-in-law may be Dawn Ashton and Dawn Prowse, née Ashton.
    """
    same = merged.of(bearers.get(name, {}).values())
    mine = merged.root(person)
    merged.called(person, name)
    if len(same) == 1 and (
        same[0] is mine or not (_are_apart(mine, same[0]) or are_of_two_ages(mine, same[0]))
    ):
        merged.join(person, same[0])


def _are_apart(one: Person, other: Person) -> bool:
    if any(own != first and first.startswith(own) for first in one.firsts for own in other.firsts):
        other = replace(other, firsts=one.firsts)  # Ger may be short for Geraldine too, and says no sex
    return are_two(one, other) or are_kin(one, other)


def _kind_of(name: Name, single: str, bearers: _Bearers, surnames: set[str]) -> str:
    """Say whether another single name of somebody is a forename or a surname, where the papers tell it."""
    if (name.first, single) in bearers or single in surnames:
        return "last"
    return "first" if (single, name.last) in bearers else ""


def _join_recorded(
    by_passage: Mapping[str, Sequence[Seen]], passages: Mapping[str, Passage], meant: _Meant, merged: Merged
) -> None:
    """Join "recorded as Kay Orton" to the only other Kay who is known by a whole name."""
    by_forename: dict[str, dict[str, Person]] = defaultdict(dict)
    for asked, found in meant.items():
        by_forename[asked.name.first] |= {person.sort: person for person in merged.of(found)}
    pairs: list[tuple[Person, Person]] = []
    for id_, seen in by_passage.items():
        for one in seen:
            if one.name.form is not Form.FULL or len(by_forename[one.name.first]) != 2:
                continue
            mine = _only(merged.of(meant.get(asked_of(one), ())))
            said, begins = recorded_as(one, passages[id_].text)
            renamed = is_renamed(one, seen, passages[id_].text)
            if mine is None or (begins < 0 and not renamed):
                continue
            other = _only([p for p in by_forename[one.name.first].values() if p is not mine])
            if other is None or len(mine.lasts) > 1 or len(other.lasts) > 1:
                continue  # of three surnames only two are surely one person's
            apart = _are_apart(mine, other) or (renamed and are_of_two_ages(mine, other))
            if not apart and (said or renamed or is_said_of(other.firsts | other.lasts, seen, one, begins)):
                pairs.append((mine, other))
    for one_, other in pairs:
        merged.join(one_, other)


def _join_of_two_surnames(once: Sequence[tuple[Person, str]], bearers: _Bearers, merged: Merged) -> None:
    """Join somebody whose former surname is told to the only other one who is known to have had both."""
    everybody = merged.of(person for found in bearers.values() for person in found.values())
    by_surname: dict[str, list[Person]] = defaultdict(list)
    for person in everybody:
        for last in person.lasts:
            by_surname[last].append(person)
    for told, former in once:
        mine = merged.root(told)
        same = [p for p in merged.of(by_surname[former]) if p is not mine and mine.lasts <= p.lasts]
        # A mother and a son may both have had her name: their forenames must fit, or one be seldom called so.
        if len(same) != 1 or _are_apart(mine, same[0]):
            continue
        seldom, often = sorted((mine.count, same[0].count))
        if _may_be_called(mine, same[0]) or (seldom <= _SELDOM and often >= _OFTENER * seldom):
            merged.join(mine, same[0])


def _may_be_called(one: Person, other: Person) -> bool:
    """Tell whether of two people a forename, or a middle name, could be one and the same."""
    names, others = (
        {*person.firsts, *person.others, *(name for names in person.between for name in names)}
        for person in (one, other)
    )
    forms = {form for name in names for form in (name, *short_names().get(name, ()), *spellings_of(name))}
    return bool(forms & others) or any(short_names().get(name, frozenset()) & names for name in others)


def _is_forename_only(other: tuple[Seen, Seen, str]) -> bool:
    """Tell whether something is said of a forename alone: that is read when all else is known."""
    return other[0].name.form is Form.SINGLE


def _only(found: Sequence[Person]) -> Person | None:
    return found[0] if len(found) == 1 else None
