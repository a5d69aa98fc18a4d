"""A label is given to somebody or something of a key: one that is typed, or the next of a scheme."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from redact.errors import WrongUse
from redact.resolve.clashes import Names, initials_of
from redact.resolve.pseudonyms import assign
from redact.resolve.settling import plain, words_of
from redact.values.key import Key, KeyPerson, KeyRetired, KeyThing
from redact.values.schemes import Group, Scheme, Slot

__all__ = [
    "Entry",
    "entry_by_id",
    "give_label",
    "give_slot",
    "known_slot",
    "let_stay",
    "showing_initials",
    "suggested_label",
    "suggestion",
    "with_entry",
    "without_label",
]

Entry = KeyPerson | KeyThing
_AN_ID = re.compile(r"[ptd]\d+")
_BRACKETS = re.compile(r"\([^()]*\)")
_SAYS_MORE = frozenset(
    (
        *("older", "younger", "elder", "eldest", "youngest", "oldest", "big", "little", "late", "former"),
        *("biological", "estranged", "new", "previous", "first", "second", "third", "current", "named"),
        *(
            "lead",
            "allocated",
            "locum",
            "agency",
            "acting",
            "duty",
            "newly",
            "qualified",
            "the",
            "his",
            "her",
        ),
    )
)
_POSSESSIVE = re.compile(r"['\u2019]s?(?!\w)")
_PARTS = re.compile(r"[A-Z][a-z]+|[A-Z]+(?![a-z])|[^\W\d_A-Z]+")
_SHOUTED = 3  # capitals: KOFI may be a name, KOM are initials
_LONGEST_MARK = 2  # letters: what is longer is a word


def entry_by_id(key: Key, of: str) -> Entry | None:
    """Give the person or thing of an id; none where there is none."""
    return next((one for one in _everybody(key) if one.id == of), None)


def with_entry(key: Key, entry: Entry) -> Key:
    """Give the key with this person or thing in the place of the one of its id, or behind all others."""
    if isinstance(entry, KeyPerson):
        known = any(one.id == entry.id for one in key.people)
        people = tuple(entry if one.id == entry.id else one for one in key.people)
        return replace(key, people=people if known else (*people, entry))
    known = any(one.id == entry.id for one in key.things)
    things = tuple(entry if one.id == entry.id else one for one in key.things)
    return replace(key, things=things if known else (*things, entry))


def give_label(key: Key, of: str, label: str, scheme: Scheme | None = None) -> Key:
    """Give somebody or something of the key a label; the one it had goes to nobody else.

    Args:
        scheme: its fixed words (Parent, School) are no names, whoever bears them.

    Raises:
        WrongUse: somebody else has it or has had it, it shows an initial or a name, or it is no label at all.
        KeyError: nobody has that id.
    """
    entry, label = entry_by_id(key, of), " ".join(label.split())
    if entry is None:
        raise KeyError("no such person in the key")
    if isinstance(entry, KeyPerson) and entry.stays:
        raise WrongUse("who stays in the review by name has no label", "Look who it is: people")
    others = {plain(one.pseudonym) for one in _everybody(key) if one.pseudonym and one.id != of}
    others |= {plain(one.pseudonym) for one in key.retired if one.of != of}
    if not label:
        raise WrongUse("no label was written", "Write one, such as Parent 2; skip puts it off.")
    if plain(label) in others:
        raise WrongUse("that label is somebody else's, or was", "Give another; labels are never used twice.")
    if _AN_ID.fullmatch(label):
        raise WrongUse("that is a number of the list, and no label", "Give a label, such as Parent 2.")
    fixed = set(_fixed_words(scheme)) if scheme is not None else set()
    real = [name.text for one in (*key.people, entry) for name in one.names]
    if _holds_a_name(label, real, fixed, like=scheme is not None):
        raise WrongUse(
            "that label holds somebody's real name, or one like it, or that of a published case",
            "Give a label that says nothing of anybody.",
        )
    own = initials_of(one.text for one in entry.names)
    if _marks(label, fixed) & own or any(set(letters) <= own for letters in _initials(label, fixed)):
        raise WrongUse("its letter is an initial of whom it is for", "Give another letter.")
    before = entry.pseudonym
    kept = (KeyRetired(before, of),) if before is not None and before != label else ()
    retired = tuple(one for one in (*key.retired, *kept) if one.pseudonym.casefold() != label.casefold())
    changed = replace(entry, pseudonym=label)
    return replace(with_entry(key, changed), retired=tuple(dict.fromkeys(retired)))


def without_label(key: Key) -> tuple[str, ...]:
    """Give the ids of all of the key who have no label and do not stay by name, in its order."""
    return tuple(
        one.id
        for one in _everybody(key)
        if one.pseudonym is None and not (isinstance(one, KeyPerson) and one.stays)
    )


def known_slot(entry: Entry, scheme: Scheme) -> Slot | None:
    """Give the place in the scheme that is said of somebody: by the key, or by a relation or role in it."""
    if entry.slot is not None:
        return scheme.slot(entry.slot) or scheme.slot_of(entry.slot)
    said = [*(one.kind for one in entry.relations), *entry.roles] if isinstance(entry, KeyPerson) else []
    return next((slot for word in said if (slot := scheme.slot_of(word) or _slot_within(word, scheme))), None)


def showing_initials(key: Key, scheme: Scheme) -> tuple[str, ...]:
    """Give the ids of those whose label shows an initial of a child or relative who came in later."""
    family = [
        one
        for one in key.people
        if one.relations or ((slot := known_slot(one, scheme)) is not None and slot.group.family)
    ]
    initials = initials_of(name.text for one in family for name in one.names)
    fixed = set(_fixed_words(scheme))
    marks = ((one, _marks(one.pseudonym, fixed)) for one in family if one.pseudonym is not None)
    return tuple(one.id for one, letters in marks if letters & initials)


def suggestion(key: Key, of: str, scheme: Scheme, in_use: Iterable[str] = ()) -> tuple[Key, str | None]:
    """Give the label that may be suggested by all that is said of somebody, and the key with their place.

    Returns: the key as it was and nothing, where no place in the scheme is known.

    Raises: as `suggested_label` does.
    """
    entry = entry_by_id(key, of)
    slot = known_slot(entry, scheme) if entry is not None else None
    if slot is None:
        return key, None
    placed = give_slot(key, of, slot.id)
    return placed, suggested_label(placed, of, scheme, in_use)


def give_slot(key: Key, of: str, slot: str) -> Key:
    """Say of somebody or something of the key which place in the scheme is theirs.

    Raises:
        KeyError: nobody has that id.
    """
    entry = entry_by_id(key, of)
    if entry is None:
        raise KeyError("no such person in the key")
    return with_entry(key, replace(entry, slot=slot))


def let_stay(key: Key, of: str) -> Key:
    """Say of somebody of the key that they are named in the review on purpose; their label is kept back.

    Raises:
        WrongUse: it is a place or an organisation.
    """
    entry = entry_by_id(key, of)
    if not isinstance(entry, KeyPerson):
        raise WrongUse("only people stay by name in the whole case", "Give it a label.")
    # The label that they had goes to nobody else, even before the key is saved.
    kept = (KeyRetired(entry.pseudonym, of),) if entry.pseudonym is not None else ()
    staying = with_entry(key, replace(entry, pseudonym=None, slot=None, stays=True))
    return replace(staying, retired=tuple(dict.fromkeys((*key.retired, *kept))))


def suggested_label(key: Key, of: str, scheme: Scheme, in_use: Iterable[str] = ()) -> str | None:
    """Give the label that the scheme has for somebody or something; none where it has no place for them.

    Args:
        in_use: labels that stand in documents, and may be others'.

    Raises:
        WrongUse: as `assign` does, where the labels of that place are used up.
        KeyError: nobody has that id.
    """
    entry = entry_by_id(key, of)
    if entry is None:
        raise KeyError("no such person in the key")
    if entry.pseudonym is not None or entry.slot is None:
        return entry.pseudonym
    others = [one for one in _everybody(key) if one.id != of]
    # Those without a label count with their names, which no label may show, and wait for their own.
    waiting = [one if one.pseudonym is not None else _staying(one) for one in others]
    taken = (*key.retired, *(KeyRetired(label, "") for label in in_use))
    given = assign((entry, *waiting), scheme, secret=key.secret, retired=taken)
    return given.get(of)


def _slot_within(said: str, scheme: Scheme) -> Slot | None:
    """Give the place that words mean without what only says more: older half-sister, named GP, PC 4411."""
    words = _BRACKETS.sub("", said).casefold().replace("-", " ").split()
    while len(words) > 1 and words[0] in _SAYS_MORE:
        words = words[1:]
    found = ((end, scheme.slot_of(" ".join(words[:end]))) for end in range(len(words), 0, -1))
    # Behind a post may stand when and where; behind a word for kin, whose it is.
    return next(
        (slot for end, slot in found if slot and (end == len(words) or slot.group is Group.WORKER)), None
    )


def _everybody(key: Key) -> tuple[Entry, ...]:
    return (*key.people, *key.things)


def _staying(one: Entry) -> KeyPerson:
    if isinstance(one, KeyPerson):
        return replace(one, stays=True)
    return KeyPerson(one.id, None, one.slot, one.names, stays=True)


def _parts(label: str, fixed: set[str]) -> list[str]:
    """Give what a label is made of besides fixed words, without accents: of ChildK the K, of KM1 the KM."""
    plain_label = unicodedata.normalize("NFKD", _POSSESSIVE.sub("", label))
    bare = "".join(letter for letter in plain_label if not unicodedata.combining(letter))
    return [part for part in _PARTS.findall(bare) if part.casefold() not in fixed]


def _marks(label: str, fixed: set[str]) -> set[str]:
    """Give the letters that a label shows besides its words: of Child X the X."""
    marks = [part for part in _parts(label, fixed) if len(part) <= _LONGEST_MARK]
    return {letter.upper() for mark in marks for letter in mark}


def _initials(label: str, fixed: set[str]) -> list[str]:
    """Give what may be somebody's initials, written together: KOR."""
    return [part for part in _parts(label, fixed) if part.isupper() and len(part) > _LONGEST_MARK]


def _holds_a_name(label: str, real: Sequence[str], fixed: set[str], *, like: bool) -> bool:
    """Tell whether a word of a label is somebody's name, or, where that is asked, one that is like it.

    A letter alone is no name: whose initial a mark may not be is looked at besides.
    """
    said = {word for text in real for word in words_of(text) if len(word.strip(".")) > 1} - fixed
    if said & set(words_of(label)):
        return True
    words = [part for part in _parts(label, fixed) if len(part) > _LONGEST_MARK and not part.isupper()]
    words += [part for part in _initials(label, fixed) if len(part) > _SHOUTED]
    return like and any(map(Names(real).clash, words))


def _fixed_words(scheme: Scheme) -> Iterator[str]:
    """Give the words that a scheme has for everybody and everything, folded."""
    for slot in scheme.slots:
        for text in (*slot.labels, *slot.words):
            yield from (word for word in words_of(text) if "{" not in word)
