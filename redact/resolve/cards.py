"""What a reader is shown of a person: her names by kind, what she is, and why each mention is hers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from redact.resolve.lists import forenames, roles, short_names, titles
from redact.resolve.merging import halves_of
from redact.resolve.names import Form, Name, read_name
from redact.resolve.persons import Person
from redact.resolve.surroundings import Seen
from redact.values.people import Entity
from redact.values.persons import Because, Linked, NameKind, PersonCard

__all__ = ["card_of"]

_Member = tuple[Seen, Person, Because, str]
_OF_WAYS = {
    Because.SHORT: NameKind.NICKNAME,
    Because.CUT: NameKind.NICKNAME,
    Because.SLIP: NameKind.SLIP,
    Because.SOUND: NameKind.SLIP,
    Because.SPELLED: NameKind.SLIP,
    Because.HALF: NameKind.SURNAME,
    Because.USER: NameKind.OTHER,
}


def card_of(entity: Entity, members: Sequence[_Member]) -> PersonCard:
    """Put together what the papers say of one person.

    Args:
        members: for each of her mentions, in their order, what was seen there, who she is, why, and its text.
    """
    person = members[0][1]
    main = _main(members)
    links = []
    forms: dict[NameKind, Counter[str]] = defaultdict(Counter)
    for seen, _, why, text in members:
        name = read_name(text)
        kind, because = _kind(name, main, person, why, seen.role)
        links.append(Linked(seen.mention, kind, because))
        forms[kind][" ".join(text.split())] += 1
    said = [word for seen, *_ in members for word in _said(seen)]
    titled = [seen.role for seen, *_ in members if seen.role in titles()]
    return PersonCard(
        entity.id,
        tuple((kind, _by_number(forms[kind])) for kind in NameKind if kind in forms),
        _by_number(Counter(said)),
        _by_number(Counter(titled)),
        next(iter(person.sexes)) if len(person.sexes) == 1 else "",
        tuple(sorted(born for born in person.births if " in " not in born)),
        tuple(links),
    )


def _main(members: Iterable[_Member]) -> tuple[str, str]:
    """Give the forename and surname that stand most often together; nothing where there is no whole name."""
    whole = Counter(
        (seen.name.first, seen.name.last)
        for seen, person, *_ in members
        if seen.name.form is Form.FULL and seen.name.last in person.lasts
    )
    return min(whole, key=lambda name: (-whole[name], name)) if whole else ("", "")


def _kind(
    name: Name, main: tuple[str, str], person: Person, why: Because, role: str
) -> tuple[NameKind, Because]:
    """Say what a spelling is of, and why it is hers."""
    if name.form in (Form.INITIALS, Form.INITIAL_LAST, Form.FIRST_INITIAL):
        return NameKind.INITIALS, why
    if name.form is Form.FULL:
        return _kind_of_whole(name, main, person, why)
    if name.form is not Form.SINGLE:
        return NameKind.OTHER, why
    if why in _OF_WAYS:
        return _OF_WAYS[why], why
    part = name.last
    if part in person.lasts and (part == main[1] or not main[1]):
        known = not person.sort.startswith("stranger") or bool(role)
        bare = NameKind.FIRST if part in forenames() else NameKind.OTHER
        return NameKind.SURNAME if known else bare, why
    if part in person.lasts:
        return NameKind.FORMER, Because.CALLED
    if part == main[0]:
        return NameKind.FIRST, why
    if part in person.firsts | person.others:
        return NameKind.NICKNAME, Because.CALLED
    return NameKind.OTHER, why


def _kind_of_whole(
    name: Name, main: tuple[str, str], person: Person, why: Because
) -> tuple[NameKind, Because]:
    if (name.first, name.last) in (main, main[::-1]):
        return NameKind.FULL, why
    if name.last not in person.lasts or name.first not in person.firsts:
        return NameKind.SLIP, Because.SLIP
    if name.last != main[1]:
        half = name.last in halves_of(main[1]) or main[1] in halves_of(name.last)
        return NameKind.FORMER, Because.HALF if half else Because.CALLED
    short = main[0] in short_names().get(name.first, ()) or name.first in short_names().get(main[0], ())
    return NameKind.NICKNAME, Because.SHORT if short else Because.CALLED


def _said(seen: Seen) -> list[str]:
    """Give the word of kinship or the role beside a mention; of both, both."""
    return list(
        dict.fromkeys(word for word in (seen.relation, seen.role if seen.role in roles() else "") if word)
    )


def _by_number(counted: Counter[str]) -> tuple[str, ...]:
    return tuple(sorted(counted, key=lambda text: (-counted[text], text)))
