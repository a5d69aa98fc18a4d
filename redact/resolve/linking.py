"""Mentions of persons to persons, over all documents of a call, or to nobody where several could be meant.

A wrong merge is worse than a split. The partition depends on what is written, never on the order in which
documents or mentions come.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from redact.resolve.aliases import other_names
from redact.resolve.anybodys import anybodys
from redact.resolve.callings import is_child
from redact.resolve.doubting import Found, with_doubts_of
from redact.resolve.former import with_former_names
from redact.resolve.joining import join_other_names, join_short, join_slips
from redact.resolve.joining_alike import join_names_of_family, join_spellings
from redact.resolve.knowing import Persons
from redact.resolve.lists import forenames as usual_forenames
from redact.resolve.merging import Merged
from redact.resolve.names import Form, Name, titles_for_names
from redact.resolve.namesakes import second_bearers, with_namesakes
from redact.resolve.nearby import settled_nearby
from redact.resolve.order import both_ways, in_one_order, in_one_piece
from redact.resolve.persons import Asked, Person, asked_of, gather
from redact.resolve.rows import read_rows
from redact.resolve.side_by_side import told_beside
from redact.resolve.strangers import strangers, with_doubts
from redact.resolve.surroundings import Seen, look_at
from redact.resolve.variants import with_variants
from redact.values.people import Mention
from redact.values.persons import Because
from redact.values.text import Document, Passage, Span

__all__ = ["Meant", "link", "meant_by"]

_POSSESSIVE = 2  # characters
_PIECES = (Form.OTHER, Form.INITIALS)  # TO may be initials, and a surname beside a forename
_MANY = 10  # times that initials stand alone in the papers of those who go by them
_MOST = 40  # who could be meant: with more nobody can choose, and ten thousand Smiths would take a minute


@dataclass(frozen=True, slots=True)
class Meant:
    """Who could be meant by one mention, and why: one key where it is told, and then who that is."""

    keys: tuple[str, ...] = field(repr=False)
    because: Because
    person: Person  # the first of them, where there are several
    seen: Seen


def link(mentions: Sequence[Mention], documents: Iterable[Document]) -> tuple[tuple[str, ...], ...]:
    """Say who each mention is.

    Args:
        mentions: of persons who take part in the case; each stands in one of `documents`.

    Returns: for each mention, in the order given, the keys of those who could be meant, never none:
    one where it is told who is meant. Two mentions with one and the same key are one person's.
    """
    return tuple(one.keys for one in meant_by(mentions, tuple(documents)))


def meant_by(mentions: Sequence[Mention], documents: Sequence[Document]) -> tuple[Meant, ...]:
    """Say who each mention is, as `link` does, with the reason and with what is known of that person."""
    passages = {passage.id: passage for document in documents for passage in document.passages}
    texts = (passages[one.span.passage].text[one.span.start : one.span.end] for one in mentions)
    titles = titles_for_names(texts)
    looked = [look_at(one, passages[one.span.passage], titles) for one in mentions]
    rows = read_rows(in_one_piece(looked, passages), documents)
    seen = with_namesakes(in_one_order(_surnames_of_several_words(rows.seen), passages), passages)
    by_passage: dict[str, list[Seen]] = defaultdict(list)
    for one in seen:
        by_passage[one.mention.span.passage].append(one)
    others = [*rows.pairs]
    for document in documents:
        others += other_names(by_passage, passages, [passage.id for passage in document.passages])
    told = _tell(seen, by_passage, passages, others, by_itself=len(documents) == 1)
    beside = told_beside(by_passage, passages, others, told.meant, told.persons)
    inside = _inside(by_passage)
    whose = {passage.id: document.id for document in documents for passage in document.passages}
    whom = [_whom(one, inside.get(id(one)), beside, told) for one in seen]
    found = settled_nearby(seen, with_former_names(seen, whom, told.persons, passages), whose)
    found = with_variants(seen, found, whose)
    initials = anybodys(documents, by_passage, passages)
    found = with_doubts_of(seen, found, by_passage, passages, whose, initials)
    return tuple(
        Meant(tuple(person.sort for person in who), why, who[0], one)
        for one, (who, why) in zip(seen, found, strict=True)
    )


def _whom(one: Seen, outer: Seen | None, beside: Mapping[int, list[Person]], told: _Told) -> Found:
    """Give who could be meant by one mention; a longer one around it or a cell beside it may tell."""
    found, why = told.meant[asked_of(one)]
    if len(found) > 1 and outer is not None:
        found, why = told.meant[asked_of(outer)][0], Because.INSIDE
        one = outer
    if id(one) in beside and (len(found) > 1 or one.name.form in _PIECES):
        found, why = beside[id(one)], Because.CELL
    return found[:_MOST], why if len(found) == 1 else Because.OPEN


@dataclass(frozen=True, slots=True)
class _Told:
    meant: dict[Asked, tuple[list[Person], Because]]
    persons: Persons


def _tell(
    seen: Sequence[Seen],
    by_passage: Mapping[str, Sequence[Seen]],
    passages: Mapping[str, Passage],
    others: Sequence[tuple[Seen, Seen, str]],
    *,
    by_itself: bool,
) -> _Told:
    """Ask for each name who could be meant: whole names first, and titled ones before bare ones."""
    counts = Counter(map(asked_of, seen))
    whole = sorted(
        ((a, n) for a, n in counts.items() if a.name.form is Form.FULL), key=lambda e: _order(e[0])
    )
    meant = gather(whole)
    _learn(seen, meant)
    merged = Merged()
    join_slips(meant, counts, merged, both_ways(seen, passages))
    join_other_names(others, by_passage, passages, meant, merged)
    join_names_of_family(by_passage, passages, meant, merged)
    join_short(by_passage, passages, meant, merged)
    join_spellings(by_passage, passages, meant, merged)
    told = {asked: (merged.of(found), Because.WHOLE) for asked, found in meant.items()}
    persons = Persons()
    for asked, times in counts.items():
        persons.count(asked.name, times)
    for person in {p.sort: p for found, _ in told.values() for p in found}.values():
        persons.add(person)
    for second in second_bearers(seen, by_passage, passages, persons):
        persons.add(second)
    _learn_more(seen, told, persons, by_itself=by_itself)
    rest = sorted((asked for asked in counts if asked not in told), key=_order)
    for stage in range(_LAST_STAGE + 1):
        asked_now = [asked for asked in rest if _stage(asked) == stage]
        answers = {asked: persons.could_be(asked) for asked in asked_now if stage < _LAST_STAGE}
        answers = _without_rivals(answers, rest, counts)
        answered = {asked: found for asked, found in answers.items() if found[0]}
        told |= with_doubts(answered, persons, by_itself=by_itself)
        _learn_forenames(told, asked_now, persons)
        unknown = [asked for asked in asked_now if asked not in told]
        told |= strangers(unknown, counts, persons, single=stage < _LAST_STAGE)
    told |= _families(rest, persons)
    return _Told(told, persons)


def _without_rivals(
    answers: Mapping[Asked, tuple[list[Person], Because]],
    names: Iterable[Asked],
    counts: Mapping[Asked, int],
) -> dict[Asked, tuple[list[Person], Because]]:
    """Take back a forename for an initial where two fit it, or where hardly anybody goes by the letters."""
    letters: dict[str, set[str]] = defaultdict(set)
    initials: Counter[str] = Counter()
    for asked in names:
        name = asked.name
        if name.form is Form.FIRST_INITIAL:
            letters[name.first[0] + name.last].add(name.first)
        elif name.form is Form.INITIALS:
            initials[name.last] += counts[asked]
    return {
        asked: ([], Because.ONLY)
        if asked.name.form is Form.FIRST_INITIAL
        and why is Because.INITIALS
        and (len(letters[key := asked.name.first[0] + asked.name.last]) > 1 or initials[key] < _MANY)
        else (found, why)
        for asked, (found, why) in answers.items()
    }


def _learn_forenames(told: Mapping[Asked, Found], names: Iterable[Asked], persons: Persons) -> None:
    """Learn the forename of somebody of whom its initial alone was known: K. Rook is Kay R."""
    for asked in names:
        found, why = told.get(asked, ((), Because.ONLY))
        if asked.name.form is Form.FIRST_INITIAL and why is Because.INITIALS and len(found) == 1:
            found[0].firsts.add(asked.name.first)
            persons.add(found[0])


def _families(names: Iterable[Asked], persons: Persons) -> dict[Asked, tuple[list[Person], Because]]:
    """Give "the Rooks" to nobody where several bear the surname."""
    found = {}
    for asked in names:
        if asked.name.form is Form.FAMILY:
            last = asked.name.last
            bearers = persons.with_surname(last) or persons.with_surname(last.removesuffix("s"))
            if len(bearers) > 1:
                found[asked] = bearers, Because.OPEN
    return found


def _learn(seen: Iterable[Seen], meant: Mapping[Asked, Sequence[Person]]) -> None:
    """Learn of whole names what stands beside them."""
    for one in seen:
        found = meant.get(asked_of(one), ())
        if len(found) == 1:
            _note(found[0], one)


def _learn_more(
    seen: Iterable[Seen], told: Mapping[Asked, Found], persons: Persons, *, by_itself: bool
) -> None:
    """Learn who is somebody's mother or father, where a shorter name tells who that is.

    A baby goes by her mother's surname before she has a name: where all papers are read, that is no child's
    whose mother alone has it. One paper seldom names everybody who has it.
    """
    found = []
    for one in seen:
        if one.name.form is Form.SINGLE and one.relation and asked_of(one) not in told:
            could_be, _ = persons.could_be(asked_of(one))
            baby = is_child(one.relation) and not by_itself
            own = could_be and (not baby or one.name.last in could_be[0].firsts)
            found += [(could_be[0], one)] if len(could_be) == 1 and own else []
    for person, one in found:
        _note(person, one)


def _note(person: Person, one: Seen) -> None:
    if one.kin:
        person.kin.add(one.kin)
    if one.relation:
        person.relations.add(one.relation)
    if one.is_child:
        person.relations.add("child")


_LAST_STAGE = 6


def _stage(asked: Asked) -> int:
    """Initials with a name, what has a calling or title, bare parts, initials; several people last."""
    form = asked.name.form
    if form is Form.SINGLE:
        return 2 if asked.side else 3 if asked.role or asked.born else 4
    return {Form.INITIAL_LAST: 0, Form.FIRST_INITIAL: 1, Form.INITIALS: 5}.get(form, _LAST_STAGE)


def _order(asked: Asked) -> tuple[str, str, tuple[str, ...], str, str, str, str]:
    name = asked.name
    return name.form.value, name.first, name.between, name.last, asked.role, asked.born, asked.side


def _surnames_of_several_words(seen: list[Seen]) -> list[Seen]:
    """Read "Garcia Lopez" as a surname where "Maria Garcia Lopez" stands and nobody is called Garcia.

    And "Chi Wai" as a forename where "Chi-Wai Li" stands and nobody's surname is Wai.
    """
    full = {one.name for one in seen if one.name.form is Form.FULL}
    forenames = {name.parts[0] for name in full if len(name.parts) > 2}
    ends = {name.parts[at:] for name in full for at in range(1, len(name.parts) - 1)}
    hyphened = {name.first for name in full if "-" in name.first}
    lasts = {name.last for name in full if f"{name.first}-{name.last}" not in hyphened}
    found = []
    for one in seen:
        parts = one.name.parts
        first = "-".join(parts[:2])
        if one.name.form is Form.FULL and first in hyphened and parts[1] not in lasts:
            rest = Name(Form.FULL, first, parts[2:-1], parts[-1], one.name.title)
            single = Name(Form.SINGLE, last=first, title=one.name.title)
            found.append(replace(one, name=rest if len(parts) > 2 else single))
            continue
        whole = parts[:1] and (parts[0] in forenames or parts[0] in usual_forenames())
        if one.name.form is Form.FULL and parts in ends and not whole:
            found.append(replace(one, name=Name(Form.SINGLE, last=" ".join(parts), title=one.name.title)))
        else:
            found.append(one)
    return found


def _inside(by_passage: Mapping[str, Iterable[Seen]]) -> dict[int, Seen]:
    """For each mention that lies in a longer one, the longest of them: both name the same person."""
    found: dict[int, Seen] = {}
    for seen in by_passage.values():
        outer: Seen | None = None
        for one in sorted(seen, key=lambda s: (s.mention.span.start, -s.mention.span.end)):
            if outer is not None and _is_inside(one.mention.span, outer.mention.span):
                found[id(one)] = outer
            else:
                outer = one
    return found


def _is_inside(span: Span, outer: Span) -> bool:
    """Tell whether a span lies in another, or but for a possessive: the "Rook's" of "Ida Rook's"."""
    return outer.contains(span) or outer.start < span.start < outer.end < span.end <= outer.end + _POSSESSIVE
