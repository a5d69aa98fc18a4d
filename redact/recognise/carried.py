"""A standing that is carried from its position to every other place of the same name.

Whom the documents declare as independent author or chair, as a cited author or as a public case is so
wherever else the name stands, as long as nothing makes it a participant's: a word of kinship, a field of a
form or a post in the case beside it, another forename with the same surname, another sex in the title, what
only somebody of the case has. A surname alone is carried less far than the full name, and a forename alone
only where every place of it is of the review. The author's and the chair's names are carried to headings,
rows and lines that are no sentence; what a sentence tells of them is asked about, unless it names somebody
of the case beside them and does not speak of the review. What remains: a participant who is named nowhere
but by the surname of the author and of whom no sentence tells anything.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import cast

from redact.recognise.carried_bodies import beside_offices
from redact.recognise.carried_people import Person, Place, declared, own_letters
from redact.recognise.carried_signs import (
    is_participants,
    letters_of,
    parts_of,
    sign_of,
)
from redact.recognise.grids import View
from redact.recognise.thing_signs import is_forename
from redact.recognise.zones import Placed
from redact.values.people import Label, Mention, Standing

__all__ = ["HELD", "carried"]

HELD = "positions that hold"  # the key under which `standing` keeps them for a call
_CITED = (Standing.CITED, Standing.PUBLIC)
# They find a name by itself; others find again what these have found.
_ASKED = 0.55
_FIRST_HAND = frozenset({"fields", "kinship", "roles", "titles", "posts", "letters", "name-model"})


def carried(views: Sequence[View], mentions: Sequence[Mention]) -> list[Mention]:
    """Give the mentions again, those of a declared name with the standing that it has.

    Args:
        mentions: of all documents of a call, settled.
    """
    held = cast(Mapping[str, Sequence[Placed]], views[0].kept.get(HELD, {})) if views else {}
    homes = {passage.id: at for at, view in enumerate(views) for passage in view.document.passages}
    people = declared(held, homes)
    if not people:
        return list(mentions)
    texts = {passage.id: passage.text for view in views for passage in view.document.passages}
    places = _places(mentions, people, homes, texts)
    reached = {
        each.mention: (person, each) for person in people for each in _carried_to(person, people, places)
    }
    freed = {each for person in people for each in _taken_back(person, places)}
    named = _others(mentions, reached)
    settled = [
        replace(each, standing=Standing.PARTICIPANT)
        if each in freed
        else _carry(each, *reached[each], named.get(each.span.passage, ()))
        if each in reached and _is_open(each)
        else each
        for each in mentions
    ]
    return list(beside_offices(settled, _reviewers(people, places), texts))


def _reviewers(people: Sequence[Person], places: Mapping[str, Sequence[Place]]) -> frozenset[str]:
    """Give the surnames of authors and chairs that nobody of the case bears beside another forename."""
    return frozenset(
        each.surname
        for each in people
        if each.standing is Standing.OFFICE
        and all(len(place.words) < 2 or _is_theirs(place, each) for place in places.get(each.surname, ()))
    )


def _others(
    mentions: Sequence[Mention], reached: Mapping[Mention, object]
) -> Mapping[str, Sequence[tuple[int, int]]]:
    """Give, by passage, where somebody of the case is surely named."""
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for each in mentions:
        is_likely = each.label is Label.PERSON and each.score > _ASKED
        if is_likely and each.standing is Standing.PARTICIPANT and each not in reached:
            found[each.span.passage].append((each.span.start, each.span.end))
    return found


def _carry(mention: Mention, person: Person, place: Place, named: Sequence[tuple[int, int]]) -> Mention:
    """Give a mention the standing of its person.

    The author and the chair are asked about in a sentence, unless their role stands beside them there too;
    one that names somebody of the case beside them, and does not speak of the review, must be written anew
    anyway, and they count there as others do.
    """
    if person.standing is not Standing.OFFICE or place.is_in_its_role() or place.is_signing():
        return replace(mention, standing=person.standing)
    if not (place.is_told() or place.is_tasked()):
        return replace(mention, standing=person.standing)
    low, high = place.sentence()
    is_of_the_case = any(low <= start and end <= high for start, end in named)
    if is_of_the_case and not place.is_about_the_review():
        return mention
    return replace(mention, score=min(mention.score, _ASKED))


def _taken_back(person: Person, places: Mapping[str, Sequence[Place]]) -> Iterator[Mention]:
    """Give the places that only a repeat made the author's, of a name that somebody of the case bears."""
    full = [
        each for each in places.get(person.surname, ()) if len(each.words) > 1 and _is_theirs(each, person)
    ]
    if any(is_participants(each.sign, person.standing) for each in full):
        yield from (each.mention for each in full if each.mention.evidence.recogniser == "repeats")


def _is_open(mention: Mention) -> bool:
    return mention.label is Label.PERSON and mention.standing in (Standing.PARTICIPANT, Standing.PANEL)


def _places(
    mentions: Sequence[Mention],
    people: Sequence[Person],
    homes: Mapping[str, int],
    texts: Mapping[str, str],
) -> Mapping[str, Sequence[Place]]:
    """Give, by each word of the declared names and by their letters, the mentions that hold it."""
    wanted = {word for person in people for word in (person.surname, *person.forenames)}
    letters = {found for person in people for found in letters_of(person.surname, person.forenames)}
    places: dict[str, list[Place]] = defaultdict(list)
    for each in mentions:
        if each.label is not Label.PERSON:
            continue
        text = texts[each.span.passage]
        written = text[each.span.start : each.span.end]
        words = parts_of(written)
        own = own_letters(text, each.span.start, each.span.end)
        held = [word for word in dict.fromkeys(words) if word in wanted]
        held += [both for both in dict.fromkeys((own, _both(words))) if both in letters]
        if held:
            place = Place(each, words, own, homes[each.span.passage], text, sign_of(each, text))
            for word in held:
                places[word].append(place)
    return places


def _both(words: Sequence[str]) -> str:
    """Give the first letters of forename and surname."""
    return (words[0][0] + words[-1][0]).upper() if len(words) > 1 else ""


def _carried_to(
    person: Person, people: Sequence[Person], places: Mapping[str, Sequence[Place]]
) -> Iterator[Place]:
    """Give the places that are this person's, as far as all documents together say."""
    every = _weighed(person, people, places)
    full = [
        each for each in places.get(person.surname, ()) if len(each.words) > 1 and _is_theirs(each, person)
    ]
    in_office = person.standing is Standing.OFFICE
    if any(each.is_a_participants(person.standing) for each in full):
        # Its own role line looks like a field or a post of the case: then it is carried to cells alone.
        in_cells = in_office and not any(each.is_of_somebody_else() for each in full)
        kept = (each for each in every if each.is_in_a_cell() or each.is_in_brackets_of_its_role())
        every = kept if in_cells else iter(())
    yield from (each for each in every if not (in_office and each.is_in_a_row_with_a_post()))


def _weighed(
    person: Person, people: Sequence[Person], places: Mapping[str, Sequence[Place]]
) -> Iterator[Place]:
    same = [each for each in places.get(person.surname, ()) if _is_theirs(each, person)]
    full = [each for each in same if len(each.words) > 1]
    alone = [each for each in same if len(each.words) == 1]
    is_public = person.standing is Standing.PUBLIC
    if is_public and any(is_participants(each.sign, person.standing) for each in alone):
        return  # "PC Harte" of the case, and a minister of her name
    for each in full:
        if person.standing is Standing.OFFICE or not each.is_of_the_case():
            yield each
    known = person.documents | {each.document for each in full}
    if person.standing is Standing.OFFICE:  # with the role before it, whoever else bears the surname
        yield from (each for each in alone if each.is_in_office())
    if _is_one(person, people, alone, places):
        if person.standing is Standing.OFFICE:
            told = [each for each in alone if not each.is_about_the_review()]
            doubtful = any(each.is_in_the_case() or each.document not in known for each in told)
            yield from _rows(alone, person, known)
        elif person.standing is Standing.CITED:
            # An author is spoken of in no story: one place that tells one, and the name may be somebody's.
            doubtful = any(each.is_told_of_the_case() for each in same if _is_open(each.mention))
        else:
            doubtful = any(each.is_of_the_case() or each.acts_in_the_case() for each in alone)
        for each in alone:
            if _may_be_carried(person, each, known, doubtful=doubtful):
                yield each
    if person.standing is Standing.OFFICE:
        yield from _by_forename(person, places, known)
        letters = tuple(letters_of(person.surname, person.forenames))
        signed = {each.document for each in same if each.is_beside_letters(letters)}
        yield from _by_letters(person, places, known | signed)


def _is_theirs(place: Place, person: Person) -> bool:
    if person.surname not in place.words:
        return False
    others = set(place.words) - {person.surname}
    if len(set(place.words)) < len(place.words):
        return False  # two names in one, over the end of a line
    firsts = {forename[0].upper() for forename in person.forenames}
    fits = not firsts or set(place.letters) <= firsts
    return fits and others <= person.forenames and place.words[-1] == person.surname


def _is_one(
    person: Person,
    people: Sequence[Person],
    alone: Sequence[Place],
    places: Mapping[str, Sequence[Place]],
) -> bool:
    """Tell whether a surname alone can be nobody else's."""
    if any(is_participants(each.sign, person.standing) for each in alone):
        return False
    if len({each.sign.sex for each in alone if each.sign.sex}) > 1:
        return False
    mine = person.forenames.union(*(each.forenames for each in people if each.surname == person.surname))
    rivals = (
        each
        for each in places.get(person.surname, ())
        if each.mention.evidence.recogniser in _FIRST_HAND and each.mention.standing is not Standing.CITED
    )
    firsts = {forename[0].upper() for forename in mine}
    return all(
        set(each.words) <= mine | {person.surname} and (not firsts or set(each.letters) <= firsts)
        for each in rivals
    )


def _rows(alone: Sequence[Place], person: Person, known: frozenset[int]) -> Iterator[Place]:
    """Give the cells of a surname that is nobody else's: beside its letters, and where its owner is named."""
    doubtful = any(each.is_told() and each.is_in_the_case() for each in alone)
    for each in alone:
        if not each.is_in_a_cell() or each.is_in_the_case():
            continue
        if each.is_in_a_row_of_the_case() and not each.is_signing():
            continue
        signed = each.is_beside_letters(letters_of(person.surname, person.forenames))
        if signed or (each.document in known and not doubtful):
            yield each


def _may_be_carried(
    person: Person, place: Place, known: frozenset[int] | set[int], *, doubtful: bool
) -> bool:
    """Tell whether a surname alone is carried to a place; a doubtful one stands in the case somewhere."""
    if person.standing is Standing.OFFICE:
        return not doubtful or place.is_about_the_review()
    if place.document not in known or place.is_of_the_case():
        return False
    if person.standing is Standing.PUBLIC:  # "Henry" of a call that names Tyra Henry is as often a forename
        return not doubtful and not is_forename(person.surname)
    again = place.document in person.sure and place.is_spoken_of_again()
    return not doubtful and (again or place.is_of_literature())


def _by_forename(
    person: Person, places: Mapping[str, Sequence[Place]], known: frozenset[int] | set[int]
) -> Iterator[Place]:
    """Give the places of a forename alone that nobody else has, where the review is spoken of."""
    for forename in person.forenames:
        bearers = places.get(forename, ())
        alone = [each for each in bearers if each.words == (forename,)]
        others = [each for each in bearers if each.words != (forename,) and not _is_theirs(each, person)]
        if others or not all(_is_of_the_review(each, person) for each in alone):
            continue
        yield from (each for each in alone if each.document in known)


def _is_of_the_review(place: Place, person: Person) -> bool:
    """Tell whether a forename alone can only be the author's there: "Sir Tom" is never said of a child."""
    if is_participants(place.sign, person.standing) or place.is_of_the_case():
        return False
    return place.sign.title in ("sir", "dame") or place.is_at_the_review()


def _by_letters(
    person: Person, places: Mapping[str, Sequence[Place]], known: frozenset[int] | set[int]
) -> Iterator[Place]:
    """Give the places of letters that are nobody else's, in the documents that name their owner."""
    for both in letters_of(person.surname, person.forenames):
        bearers = places.get(both, ())
        others = (each for each in bearers if len(each.words) > 1 and not _is_theirs(each, person))
        if any(each.mention.standing not in _CITED for each in others):
            continue
        for each in bearers:
            if each.letters == both and len(each.words) < 2 and each.document in known:
                yield each
