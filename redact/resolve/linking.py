"""Mentions of persons to persons, over all documents of a call, or to nobody where several could be meant.

A wrong merge is worse than a split. The partition depends on what is written, never on the order in which
documents or mentions come.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from redact.resolve.lists import short_names, titles
from redact.resolve.merging import Merged, merge_slips
from redact.resolve.names import Form, Name
from redact.resolve.persons import Asked, Person, Persons, gather
from redact.resolve.surroundings import (
    Seen,
    is_former_name,
    is_pet_name,
    look_at,
    sex_of,
    spans_between,
)
from redact.values.people import Mention
from redact.values.text import Document, Passage

__all__ = ["link"]

_MOST = 40  # who could be meant: with more nobody can choose, and ten thousand Smiths would take a minute


def link(mentions: Sequence[Mention], documents: Iterable[Document]) -> tuple[tuple[str, ...], ...]:
    """Say who each mention is.

    Args:
        mentions: of persons who take part in the case; each stands in one of `documents`.

    Returns: for each mention, in the order given, the keys of those who could be meant, never none:
    one where it is told who is meant. Two mentions with one and the same key are one person's.
    """
    passages = {passage.id: passage for document in documents for passage in document.passages}
    seen = [look_at(mention, passages[mention.span.passage]) for mention in mentions]
    seen = _surnames_of_several_words(seen)
    by_passage: dict[str, list[Seen]] = defaultdict(list)
    for one in seen:
        by_passage[one.mention.span.passage].append(one)
    told = _tell(Counter(Asked(one.name, one.role) for one in seen), by_passage, passages)
    beside = _beside(by_passage, passages, told)
    inside = _inside(by_passage)
    whose = {passage.id: document.id for document in documents for passage in document.passages}
    meant = [_whom(one, inside.get(id(one)), beside, told) for one in seen]
    named = {
        (whose[one.mention.span.passage], found[0].sort)
        for one, found in zip(seen, meant, strict=True)
        if len(found) == 1 and one.name.form is not Form.INITIALS
    }
    return tuple(
        _initials_at_home(one, tuple(p.sort for p in found), whose[one.mention.span.passage], named)
        for one, found in zip(seen, meant, strict=True)
    )


def _whom(one: Seen, outer: Seen | None, beside: Mapping[int, list[Person]], told: _Told) -> Sequence[Person]:
    """Give who could be meant by one mention; a longer one around it or a cell beside it may tell."""
    found = told.meant[Asked(one.name, one.role)]
    if len(found) > 1 and outer is not None:
        found = told.meant[Asked(outer.name, outer.role)]
        one = outer
    return (beside.get(id(one), found) if len(found) > 1 else found)[:_MOST]


def _initials_at_home(
    one: Seen, keys: tuple[str, ...], document: str, named: Container[tuple[str, str]]
) -> tuple[str, ...]:
    """Give initials to somebody only in a document that names her: elsewhere they are anybody's."""
    if one.name.form is not Form.INITIALS or len(keys) > 1 or (document, keys[0]) in named:
        return keys
    return (f"initials {document} {one.name.last}",)


@dataclass(frozen=True, slots=True)
class _Told:
    meant: dict[Asked, list[Person]]
    persons: Persons


def _tell(
    counts: Counter[Asked], by_passage: Mapping[str, Sequence[Seen]], passages: Mapping[str, Passage]
) -> _Told:
    """Ask for each name who could be meant: whole names first, and titled ones before bare ones."""
    whole = sorted(
        ((a, n) for a, n in counts.items() if a.name.form is Form.FULL), key=lambda e: _order(e[0])
    )
    meant = gather(whole)
    merged = Merged()
    parts = Counter[str]()
    for asked, times in counts.items():
        for part in asked.name.parts:
            parts[part] += times
    merge_slips({p.sort: p for found in meant.values() for p in found}.values(), merged, parts)
    _merge_other_names(by_passage, passages, meant, merged)
    meant = {asked: merged.of(found) for asked, found in meant.items()}
    persons = Persons()
    for asked, times in counts.items():
        persons.count(asked.name, times)
    for person in {p.sort: p for found in meant.values() for p in found}.values():
        persons.add(person)
    _learn_kin((one for seen in by_passage.values() for one in seen if one.kin), meant, persons)
    rest = sorted((asked for asked in counts if asked not in meant), key=_order)
    for stage in range(_LAST_STAGE + 1):
        asked_now = [asked for asked in rest if _stage(asked) == stage]
        answers = {asked: persons.could_be(asked) for asked in asked_now if stage < _LAST_STAGE}
        meant |= {asked: found for asked, found in answers.items() if found}
        unknown = [asked for asked in asked_now if not answers.get(asked)]
        for asked, found in _strangers(unknown).items():
            meant[asked] = found
        for person in {p.sort: p for asked in unknown for p in meant[asked]}.values():
            if stage < _LAST_STAGE:
                persons.add(person)
    return _Told(meant, persons)


def _learn_kin(seen: Iterable[Seen], meant: Mapping[Asked, list[Person]], persons: Persons) -> None:
    """Learn who is somebody's mother or father, where it is told who that is."""
    told = []
    for one in seen:
        asked = Asked(one.name, one.role)
        found = meant.get(asked) or (persons.could_be(asked) if one.name.form is Form.SINGLE else [])
        told += [(found[0], one.kin)] if len(found) == 1 else []
    for person, kin in told:
        person.kin.add(kin)


_LAST_STAGE = 4


def _stage(asked: Asked) -> int:
    """Initials with a surname, then what has a title, then bare parts, then initials; several people last."""
    form = asked.name.form
    if form in (Form.INITIAL_LAST, Form.FIRST_INITIAL):
        return 0
    if form is Form.SINGLE:
        return 1 if asked.role else 2
    return 3 if form is Form.INITIALS else _LAST_STAGE


def _order(asked: Asked) -> tuple[str, str, tuple[str, ...], str, str]:
    name = asked.name
    return name.form.value, name.first, name.between, name.last, asked.role


def _strangers(unknown: Sequence[Asked]) -> dict[Asked, list[Person]]:
    """Make a person for each name that nobody bears; of a name with titles that one cannot have, several."""
    bearers: dict[tuple[str, str, str], list[Asked]] = defaultdict(list)
    for asked in unknown:
        bearers[asked.name.form.value, asked.name.first, asked.name.last].append(asked)
    found: dict[Asked, list[Person]] = {}
    for key, names in bearers.items():
        styles = sorted({_style(asked.role) for asked in names} - {""})
        persons = {
            style: _stranger(names[0].name, (*key, style)) for style in (styles if len(styles) > 1 else [""])
        }
        for asked in names:
            style = _style(asked.role)
            found[asked] = [p for own, p in persons.items() if not own or not style or own == style]
            if asked.role and len(found[asked]) == 1:
                found[asked][0].roles.add(asked.role)
    return found


def _style(role: str) -> str:
    """Say as what somebody is addressed: as a man, as a woman, or by a rank; nothing of a mere role."""
    return sex_of(role) or ("rank" if role in titles() else "")


def _stranger(name: Name, key: Sequence[str]) -> Person:
    sort = "stranger " + " | ".join(key)
    if name.form in (Form.INITIAL_LAST, Form.FIRST_INITIAL):
        return Person(sort, {name.first}, {name.last})
    return Person(sort, set(), {name.last} if name.form is Form.SINGLE else set())


def _surnames_of_several_words(seen: list[Seen]) -> list[Seen]:
    """Read "Garcia Lopez" as a surname where "Maria Garcia Lopez" stands and nobody is called Garcia."""
    full = {one.name for one in seen if one.name.form is Form.FULL}
    forenames = {name.parts[0] for name in full if len(name.parts) > 2}
    ends = {name.parts[at:] for name in full for at in range(1, len(name.parts) - 1)}
    found = []
    for one in seen:
        parts = one.name.parts
        if one.name.form is Form.FULL and parts in ends and parts[0] not in forenames:
            found.append(replace(one, name=Name(Form.SINGLE, last=" ".join(parts), title=one.name.title)))
        else:
            found.append(one)
    return found


def _merge_other_names(
    by_passage: Mapping[str, Sequence[Seen]],
    passages: Mapping[str, Passage],
    meant: Mapping[Asked, list[Person]],
    merged: Merged,
) -> None:
    """Put together whom the text itself calls by two names, and learn the surname that somebody once had."""
    bearers: dict[tuple[str, str], dict[str, Person]] = defaultdict(dict)
    for asked, found in meant.items():
        bearers[asked.name.first, asked.name.last] |= {person.sort: person for person in found}
    for id_, seen in by_passage.items():
        full = [one for one in seen if one.name.form is Form.FULL]
        for one, other, between in spans_between(seen, passages[id_]) + spans_between(full, passages[id_]):
            mine = meant.get(Asked(one.name, one.role), ())
            if len(mine) != 1 or one.name.form is not Form.FULL:
                continue
            behind = passages[id_].text[other.mention.span.end :][:1]
            theirs = _other_name(one.name, other.name, between, behind)
            if theirs is None:
                continue
            merged.called(mine[0], theirs)
            if len(same := bearers.get(theirs, {})) == 1:
                merged.join(mine[0], *same.values())


def _other_name(one: Name, other: Name, between: str, behind: str) -> tuple[str, str] | None:
    """Give forename and surname that the second name says the first one's bearer has too, if it does."""
    if other.form is Form.FULL:
        told = is_former_name(between, _same_forename(one.first, other.first))
        return (other.first, other.last) if told else None
    if other.form is Form.SINGLE and is_pet_name(between, behind):
        return other.last, one.last
    if other.form is Form.SINGLE and is_former_name(between, same_forename=False):
        return one.first, other.last
    return None


def _same_forename(one: str, other: str) -> bool:
    return one == other or one in short_names().get(other, ()) or other in short_names().get(one, ())


def _beside(
    by_passage: Mapping[str, Sequence[Seen]], passages: Mapping[str, Passage], told: _Told
) -> dict[int, list[Person]]:
    """Tell two parts of one name in neighbouring cells, where exactly one person bears both."""
    pairs = [
        (one, other)
        for id_ in by_passage
        for one, other, between in spans_between(by_passage[id_], passages[id_])
        if "\t" in between and not between.strip(" \t|")
    ]
    cells: dict[tuple[str, int | None, int, int], Seen] = {}
    for id_, seen in by_passage.items():
        cell, passage = passages[id_].location.cell, passages[id_]
        if cell and len(seen) == 1 and _fills(seen[0].mention, passage):
            cells[id_.rpartition(":")[0], passage.location.block, *cell] = seen[0]
    pairs += [
        (one, cells[document, block, row, column + 1])
        for (document, block, row, column), one in cells.items()
        if (document, block, row, column + 1) in cells
    ]
    found: dict[int, list[Person]] = {}
    for one, other in pairs:
        if one.name.form is Form.SINGLE and other.name.form is Form.SINGLE:
            both = _bears_both(told.persons, one.name, other.name)
            if len(both) == 1:
                found[id(one)] = found[id(other)] = both
    return found


def _bears_both(persons: Persons, one: Name, other: Name) -> list[Person]:
    found = persons.bearers(one.last, other.last)
    return found or persons.bearers(other.last, one.last)


def _fills(mention: Mention, passage: Passage) -> bool:
    return mention.span.start <= 1 and mention.span.end >= len(passage.text.rstrip()) - 1


def _inside(by_passage: Mapping[str, Iterable[Seen]]) -> dict[int, Seen]:
    """For each mention that lies in a longer one, the longest of them: both name the same person."""
    found: dict[int, Seen] = {}
    for seen in by_passage.values():
        outer: Seen | None = None
        for one in sorted(seen, key=lambda s: (s.mention.span.start, -s.mention.span.end)):
            if outer is not None and outer.mention.span.contains(one.mention.span):
                found[id(one)] = outer
            else:
                outer = one
    return found
