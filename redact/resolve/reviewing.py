"""Ask who is who, one person at a time: which questions there are, and what each answer makes of the key.

Nothing is answered but by a person: a suggestion is one until it is taken up. Each function gives a new
sitting; the one before stays as it was, which is how an answer is taken back.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from redact.errors import WrongUse
from redact.resolve.pseudonyms import assign
from redact.resolve.settling import Known, plain, words_of
from redact.values.key import Key, KeyLink, KeyName, KeyPerson, NameKind
from redact.values.persons import NameKind as Spelled
from redact.values.reviewing import Answered, Question, Sitting
from redact.values.schemes import Scheme, Slot

__all__ = [
    "begin",
    "give_label",
    "is_nobody",
    "is_person",
    "new_person",
    "reopen",
    "skip",
    "slot_for",
    "split",
    "suggested_label",
]

_KINDS: Mapping[Spelled, NameKind] = {
    Spelled.NICKNAME: NameKind.NICKNAME,
    Spelled.FORMER: NameKind.MAIDEN,
    Spelled.SLIP: NameKind.MISSPELLING,
    Spelled.INITIALS: NameKind.INITIALS,
}


def begin(key: Key, questions: Iterable[Question]) -> Sitting:
    """Begin with what nobody has answered before.

    Args:
        questions: all there are, in the order in which they are to be asked, without candidates.
    """
    known = Known(key)
    every = tuple(questions)
    times = Counter(text for question in every for text in {plain(spot.text) for spot in question.spots})
    shared = frozenset(text for text, number in times.items() if number > 1)
    left = tuple(found for question in every if (found := _left(question, known)))
    return _refreshed(Sitting(key, left, shared=shared))


def is_person(sitting: Sitting, of: str) -> Sitting:
    """Answer the question in hand: it is this person of the key.

    Raises:
        WrongUse: there is no such person, or nothing is asked.
    """
    question = _in_hand(sitting)
    people = {person.id: person for person in sitting.key.people}
    if of not in people:
        raise WrongUse("there is no person of that number", "The numbers stand in the list: people")
    kinds = {plain(text): _KINDS[kind] for text, kind in question.kinds if kind in _KINDS}
    has = {plain(name.text) for name in people[of].names}
    names = [
        KeyName(text, kinds.get(plain(text), NameKind.LEGAL))
        for text, _ in question.spellings
        if plain(text) not in has and (len(words_of(text)) > 1 or plain(text) in kinds)
    ]
    person = replace(people[of], names=(*people[of].names, *_once(names)))
    return _answer(_with(sitting, person), question, of)


def new_person(sitting: Sitting, slot: str | None) -> Sitting:
    """Answer the question in hand: it is somebody who is not in the key yet; she gets no label here.

    Args:
        slot: the place in the scheme; none for who stays in the review under her name.
    """
    question = _in_hand(sitting)
    of = sitting.key.next_id()
    person = KeyPerson(of, None, slot, roles=question.said[:1], stays=slot is None)
    if not any(len(words_of(text)) > 1 for text, _ in question.spellings):
        person = replace(person, names=(KeyName(_bare(question.spellings[0][0]), NameKind.KNOWN_AS),))
    return is_person(_with(sitting, person), of)


def is_nobody(sitting: Sitting) -> Sitting:
    """Answer the question in hand: none of it is anybody's name, in these places."""
    return _answer(sitting, _in_hand(sitting), None)


def give_label(sitting: Sitting, of: str, label: str) -> Sitting:
    """Give somebody of the key a label.

    Raises:
        WrongUse: somebody else has it or has had it, it shows an initial, or it is no label at all.
    """
    person, label = sitting.key.person(of), " ".join(label.split())
    others = {one.pseudonym.casefold() for one in sitting.key.people if one.pseudonym and one.id != of}
    others |= {thing.pseudonym.casefold() for thing in sitting.key.things if thing.pseudonym}
    others |= {one.pseudonym.casefold() for one in sitting.key.retired if one.of != of}
    if not label or label.casefold() in others:
        raise WrongUse("that label is somebody else's, or was", "Give another; labels are never used twice.")
    real = {word for one in sitting.key.people for name in one.names for word in words_of(name.text)}
    if real & set(words_of(label)):
        raise WrongUse("that label holds somebody's real name", "Give a label that says nothing of anybody.")
    letters = {word for word in label.split() if len(word) <= 2 and word.isalpha()}
    own = {word[:1].upper() for name in person.names for word in words_of(name.text)}
    if any(letter.upper() in own for word in letters for letter in word):
        raise WrongUse("its letter is an initial of this person", "Give another letter.")
    return _with(sitting, replace(person, pseudonym=label))


def suggested_label(sitting: Sitting, of: str, scheme: Scheme) -> str | None:
    """Give the label that the scheme has for somebody of the key; none where it has no place for her.

    Raises:
        WrongUse: as `assign` does, where the labels of her place are used up.
    """
    person = sitting.key.person(of)
    if person.pseudonym is not None or person.slot is None:
        return person.pseudonym
    entries = [one for one in sitting.key.people if one.id == of or one.pseudonym or one.stays]
    # Those without a label count with their names, which no label may show, and wait for their own.
    waiting = [replace(one, stays=True) for one in sitting.key.people if one not in entries]
    key = sitting.key
    given = assign((*entries, *waiting, *key.things), scheme, secret=key.secret, retired=key.retired)
    return given.get(of)


def slot_for(question: Question, scheme: Scheme) -> Slot | None:
    """Give the place in the scheme that the words beside the name mean; none where they mean none."""
    return next((slot for word in question.said if (slot := scheme.slot_of(word))), None)


def skip(sitting: Sitting) -> Sitting:
    """Put the question in hand off; it comes back when the others are through."""
    question = _in_hand(sitting)
    rest, skipped = sitting.waiting[1:], (*sitting.skipped, question)
    return replace(sitting, waiting=rest, skipped=skipped) if rest else _turn(sitting, skipped)


def split(sitting: Sitting, spelling: str) -> Sitting:
    """Take one spelling out of the question in hand; it is asked about next, by itself.

    Raises:
        WrongUse: it is not among the spellings, or is all of them.
    """
    question = _in_hand(sitting)
    out = tuple(spot for spot in question.spots if plain(spot.text) == plain(spelling))
    rest = tuple(spot for spot in question.spots if spot not in out)
    if not out or not rest:
        raise WrongUse("that is not one of several spellings", "Write it as it stands in the first line.")
    # What was taken for one is asked about apart: nothing tells any longer that it is the same person.
    parted = Question(f"{question.id}/{len(sitting.waiting)}", out, kinds=question.kinds, told=False)
    kept = replace(question, spots=rest)
    return _refreshed(replace(sitting, waiting=(kept, parted, *sitting.waiting[1:])))


def reopen(sitting: Sitting, of: str, spelling: str) -> Sitting:
    """Take a spelling away from somebody of the key, and ask whose it is.

    Raises:
        WrongUse: it was not hers.
    """
    person, wanted = sitting.key.person(of), plain(spelling)
    links = tuple(link for link in sitting.key.links if not (link.of == of and plain(link.text) == wanted))
    names = tuple(name for name in person.names if plain(name.text) != wanted)
    if len(links) == len(sitting.key.links) and len(names) == len(person.names):
        raise WrongUse("that is no spelling of this person", "Write it as it stands in the list: people")
    spots = tuple(
        spot
        for answered in sitting.answered
        if answered.of == of
        for spot in answered.question.spots
        if plain(spot.text) == wanted
    )
    kept = tuple(
        replace(
            one, question=replace(one.question, spots=tuple(s for s in one.question.spots if s not in spots))
        )
        for one in sitting.answered
    )
    changed = _with(replace(sitting, key=replace(sitting.key, links=links)), replace(person, names=names))
    asked = (Question(f"again {of} {len(kept)}", spots, told=False),) if spots else ()
    answered = tuple(one for one in kept if one.question.spots)
    return _refreshed(replace(changed, waiting=(*asked, *changed.waiting), answered=answered))


# ------------------------------------------------------------------ private


def _left(question: Question, known: Known) -> Question | None:
    said = [(spot, *known.settled(spot.text, spot.fingerprint)) for spot in question.spots]
    spots = tuple(spot for spot, settled, _ in said if not settled)
    owners = {of for _, settled, of in said if settled and of is not None}
    beside = next(iter(owners)) if len(owners) == 1 and question.told else None
    return replace(question, spots=spots, beside=beside) if spots else None


def _in_hand(sitting: Sitting) -> Question:
    if not sitting.waiting:
        raise WrongUse("nothing is asked", "Every question has its answer.")
    return sitting.waiting[0]


def _answer(sitting: Sitting, question: Question, of: str | None) -> Sitting:
    """Write down whose the spots are, and go on to the next question."""
    bearers = Counter(word for one in sitting.key.people for word in _bears(one))
    links: list[KeyLink] = []
    for text, _ in question.spellings:
        words = words_of(text)
        alone = of is not None and plain(text) not in sitting.shared
        if alone and (len(words) > 1 or bearers[words[0] if words else ""] <= 1):
            links.append(KeyLink(text, of))
        else:
            links += [KeyLink(text, of, spot.fingerprint) for spot in question.spots if spot.text == text]
    taken = {(plain(link.text), link.fingerprint) for link in links}
    before = [link for link in sitting.key.links if (plain(link.text), link.fingerprint) not in taken]
    key = replace(sitting.key, links=(*before, *dict.fromkeys(links)))
    answered = (*sitting.answered, Answered(question, of))
    after = replace(sitting, key=key, waiting=sitting.waiting[1:], answered=answered)
    return _refreshed(after) if after.waiting else _turn(after, after.skipped)


def _turn(sitting: Sitting, skipped: tuple[Question, ...]) -> Sitting:
    return _refreshed(replace(sitting, waiting=skipped, skipped=()))


def _refreshed(sitting: Sitting) -> Sitting:
    """Look anew who could be meant by what is asked next: the last answer may have told it."""
    if not sitting.waiting:
        return sitting
    first = sitting.waiting[0]
    known = Known(sitting.key)
    texts = [text for text, _ in first.spellings]
    could = known.could_be(texts)
    settled = {of for text in texts if (of := known.settled(text, None)[1]) is not None}
    settled |= {first.beside} if first.beside else set()
    if len(settled) == 1:
        could = (*settled, *(other for other in could if other not in settled))
    alone = len(could) == 1 and first.told and not settled and known.fits(could[0], texts)
    likely = len(settled) == 1 or alone
    return replace(sitting, waiting=(replace(first, candidates=could, likely=likely), *sitting.waiting[1:]))


def _with(sitting: Sitting, person: KeyPerson) -> Sitting:
    others = list(sitting.key.people)
    at = next((number for number, one in enumerate(others) if one.id == person.id), len(others))
    others[at : at + 1] = [person]
    return replace(sitting, key=replace(sitting.key, people=tuple(others)))


def _bears(person: KeyPerson) -> set[str]:
    return {word for name in person.names for word in words_of(name.text)}


def _bare(text: str) -> str:
    words = text.split()
    known = set(words_of(text))
    kept = [word for word in words if plain(word).strip(",") in known]
    return " ".join(kept) or text


def _once(names: Iterable[KeyName]) -> tuple[KeyName, ...]:
    return tuple({plain(name.text): name for name in names}.values())
