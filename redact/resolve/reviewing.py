"""Ask who is who, one person, place or organisation at a time: what each answer makes of the key.

Nothing is answered but by a person: a suggestion is one until it is taken up. Each function gives a new
sitting; the one before stays as it was, which is how an answer is taken back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from redact.errors import WrongUse
from redact.resolve import giving, key_editing
from redact.resolve.asking import all_still_open, settled_as, shared_by, with_candidates
from redact.resolve.giving import Entry, entry_by_id, with_entry
from redact.resolve.settling import Known, is_whole, plain, words_of
from redact.values.decisions import Reason
from redact.values.key import Key, KeyLink, KeyName, KeyPerson, KeyThing, NameKind
from redact.values.persons import NameKind as Spelled
from redact.values.reviewing import Answered, LabelSeen, Question, Sitting, Spot
from redact.values.schemes import Scheme

__all__ = [
    "begin",
    "give_label",
    "is_known",
    "is_nobody",
    "merge",
    "new_person",
    "new_thing",
    "reopen",
    "skip",
    "split",
    "split_places",
    "stays_named",
    "suggested_label",
]

_KINDS: Mapping[Spelled, NameKind] = {
    Spelled.NICKNAME: NameKind.NICKNAME,
    Spelled.FORMER: NameKind.MAIDEN,
    Spelled.SLIP: NameKind.MISSPELLING,
    Spelled.INITIALS: NameKind.INITIALS,
}
_FAMILY = "family"  # the slot of a surname that stands for several people


def begin(
    key: Key, questions: Iterable[Question], in_use: Iterable[str] = (), seen: Iterable[LabelSeen] = ()
) -> Sitting:
    """Begin with what nobody has answered before.

    Args:
        questions: all there are, in the order in which they are to be asked, without candidates.
        in_use, seen: the labels that stand in the documents, and those of them beside names.
    """
    known = Known(key)
    every = tuple(questions)
    left = all_still_open(every, known)
    begun = Sitting(
        key, left, shared=shared_by(every), every=every, in_use=frozenset(in_use), seen=tuple(seen)
    )
    return _refreshed(begun)


def is_known(sitting: Sitting, of: str) -> Sitting:
    """Answer the question in hand: it is this person, place or organisation of the key.

    Raises:
        WrongUse: there is none of that id, or nothing is asked.
    """
    question = _in_hand(sitting)
    entry = entry_by_id(sitting.key, of)
    if entry is None:
        raise WrongUse("there is nobody of that number", "The numbers stand in the list: people")
    kinds = {plain(text): _KINDS[kind] for text, kind in question.kinds if kind in _KINDS}
    has = {plain(name.text) for name in entry.names}
    if has and not question.told:  # a name that is another's too is theirs in these places alone
        has |= {plain(name.text) for one in sitting.key.people for name in one.names}
    thing = isinstance(entry, KeyThing)
    names = [
        KeyName(text, kinds.get(plain(text), NameKind.LEGAL))
        for text, _ in ([] if entry.slot == _FAMILY else question.spellings)
        if plain(text) not in has and (thing or len(words_of(text)) > 1 or plain(text) in kinds)
    ]
    entry = replace(entry, names=(*entry.names, *_once(names)))
    return _answer(replace(sitting, key=with_entry(sitting.key, entry)), question, of)


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
    return is_known(replace(sitting, key=with_entry(sitting.key, person)), of)


def new_thing(sitting: Sitting, slot: str) -> Sitting:
    """Answer the question in hand: it is a place or an organisation, or a family, that is not in the key yet.

    Args:
        slot: the place in the scheme.
    """
    _in_hand(sitting)
    of = sitting.key.next_id("t")
    return is_known(replace(sitting, key=with_entry(sitting.key, KeyThing(of, slot))), of)


def is_nobody(sitting: Sitting) -> Sitting:
    """Answer the question in hand: none of it is a name of anybody or anything, in these places."""
    return _answer(sitting, _in_hand(sitting), None)


def stays_named(sitting: Sitting, why: Reason) -> Sitting:
    """Answer the question in hand: it names a place or an organisation that stays, in these places.

    Raises:
        WrongUse: it was found as a person, or blocks: then two people have to say so.
    """
    question = _in_hand(sitting)
    if any(spot.blocks for spot in question.spots):
        raise WrongUse(
            "this blocks, and one person alone cannot let it stay",
            "Give it a label; or skip it, and let two people give an exception: redact decide.",
        )
    return _answer(sitting, question, None, why)


def give_label(sitting: Sitting, of: str, label: str, scheme: Scheme | None = None) -> Sitting:
    """Give somebody or something of the key a label.

    Raises:
        WrongUse: as `giving.give_label` does.
    """
    return _refreshed(replace(sitting, key=giving.give_label(sitting.key, of, label, scheme)))


def suggested_label(sitting: Sitting, of: str, scheme: Scheme) -> str | None:
    """Give the label that the scheme has for somebody or something of the key; none where it has none.

    Raises:
        WrongUse: as `assign` does, where the labels of that place are used up.
    """
    return giving.suggested_label(sitting.key, of, scheme, sitting.in_use)


def merge(sitting: Sitting, kept: str, gone: str) -> Sitting:
    """Join two of the key who are one; the first keeps its number and label.

    Raises:
        WrongUse: as `key_editing.merge` does.
    """
    key = key_editing.merge(sitting.key, kept, gone)
    answered = tuple(replace(one, of=kept) if one.of == gone else one for one in sitting.answered)
    waiting, skipped = (
        tuple(replace(one, beside=kept) if one.beside == gone else one for one in asked)
        for asked in (sitting.waiting, sitting.skipped)
    )
    return _refreshed(replace(sitting, key=key, answered=answered, waiting=waiting, skipped=skipped))


def skip(sitting: Sitting) -> Sitting:
    """Put the question in hand off; it comes back when the others are through."""
    question = _in_hand(sitting)
    rest, skipped = sitting.waiting[1:], (*sitting.skipped, question)
    return _refreshed(replace(sitting, waiting=rest, skipped=skipped)) if rest else _turn(sitting, skipped)


def split(sitting: Sitting, spelling: str) -> Sitting:
    """Take one spelling out of the question in hand; it is asked about next, by itself.

    Raises:
        WrongUse: it is not among the spellings, or is all of them.
    """
    out = tuple(spot for spot in _in_hand(sitting).spots if plain(spot.text) == plain(spelling))
    return split_places(
        sitting,
        out,
        WrongUse("that is not one of several spellings", "Write it as it stands, or its number."),
    )


def split_places(sitting: Sitting, out: Sequence[Spot], fault: WrongUse) -> Sitting:
    """Take some places out of the question in hand; they are asked about next, by themselves.

    Raises:
        WrongUse: `fault`, where they are none of its places, or all of them.
    """
    question = _in_hand(sitting)
    out = tuple(spot for spot in question.spots if spot in out)
    rest = tuple(spot for spot in question.spots if spot not in out)
    if not out or not rest:
        raise fault
    # What was taken for one is asked about apart: nothing tells any longer that it is the same person.
    # A spelling that stands on both sides is whose it is in its places alone.
    both = {plain(spot.text) for spot in out} & {plain(spot.text) for spot in rest}
    parted = Question(
        f"{question.id}/{len(sitting.waiting)}", out, kinds=question.kinds, told=False, label=question.label
    )
    kept = replace(question, spots=rest)
    waiting = (kept, parted, *sitting.waiting[1:])
    return _refreshed(replace(sitting, waiting=waiting, shared=sitting.shared | both))


def reopen(sitting: Sitting, of: str, spelling: str) -> Sitting:
    """Take a spelling away from somebody or something of the key, and ask whose it is.

    Raises:
        WrongUse: it was not theirs.
    """
    entry, wanted = entry_by_id(sitting.key, of), plain(spelling)
    links = tuple(link for link in sitting.key.links if not (link.of == of and plain(link.text) == wanted))
    names = tuple(name for name in entry.names if plain(name.text) != wanted) if entry else ()
    if entry is None or (len(links) == len(sitting.key.links) and len(names) == len(entry.names)):
        raise WrongUse("that is no spelling of theirs", "Write it as it stands in the list: people")
    known = Known(sitting.key)
    parts = tuple(
        replace(one, spots=own) for one in sitting.every if (own := settled_as(one, of, wanted, known))
    )
    spots = {spot for one in parts for spot in one.spots}
    kept = tuple(
        replace(
            one, question=replace(one.question, spots=tuple(s for s in one.question.spots if s not in spots))
        )
        for one in sitting.answered
    )
    key = with_entry(replace(sitting.key, links=links), replace(entry, names=names))
    asked = tuple(
        Question(f"again {of} {len(kept)} {number}", one.spots, told=False, label=one.label)
        for number, one in enumerate(parts, 1)
    )
    answered = tuple(one for one in kept if one.question.spots)
    return _refreshed(replace(sitting, key=key, waiting=(*asked, *sitting.waiting), answered=answered))


# ------------------------------------------------------------------ private


def _in_hand(sitting: Sitting) -> Question:
    if not sitting.waiting:
        raise WrongUse("nothing is asked", "Every question has its answer.")
    return sitting.waiting[0]


def _answer(sitting: Sitting, question: Question, of: str | None, why: Reason | None = None) -> Sitting:
    """Write down whose the spots are, and go on to the next question."""
    others = {word for one in sitting.key.people if one.id != of for word in _bears(one)}
    # Of a place that is somebody's name nothing follows for other places of that spelling.
    here = question.is_thing and any(one.id == of for one in sitting.key.people)
    # Nor of a surname that stands for several people: elsewhere it is one of them.
    here |= any(one.id == of and one.slot == _FAMILY for one in sitting.key.things)
    links: list[KeyLink] = []
    for text, _ in question.spellings:
        words = words_of(text)
        open_ = not question.told and is_whole(text)  # another may bear the whole name
        alone = of is not None and plain(text) not in sitting.shared and not here and not open_
        if alone and (len(words) > 1 or not others.intersection(words)):
            links.append(KeyLink(text, of))
        else:
            links += [KeyLink(text, of, spot.fingerprint) for spot in question.spots if spot.text == text]
    taken = {(plain(link.text), link.fingerprint) for link in links}
    before = [link for link in sitting.key.links if (plain(link.text), link.fingerprint) not in taken]
    key = replace(sitting.key, links=(*before, *dict.fromkeys(links)))
    answered = (*sitting.answered, Answered(question, of, why))
    after = replace(sitting, key=key, waiting=sitting.waiting[1:], answered=answered)
    return _refreshed(after) if after.waiting else _turn(after, after.skipped)


def _turn(sitting: Sitting, skipped: tuple[Question, ...]) -> Sitting:
    return _refreshed(replace(sitting, waiting=skipped, skipped=()))


def _refreshed(sitting: Sitting) -> Sitting:
    """Look anew who could be meant by what is asked next: the last answer may have told it."""
    if not sitting.waiting:
        return sitting
    first = with_candidates(sitting.waiting[0], Known(sitting.key))
    return replace(sitting, waiting=(first, *sitting.waiting[1:]))


def _bears(person: Entry) -> set[str]:
    return {word for name in person.names for word in words_of(name.text)}


def _bare(text: str) -> str:
    words = text.split()
    known = set(words_of(text))
    kept = [word for word in words if plain(word).strip(",") in known]
    return " ".join(kept) or text


def _once(names: Iterable[KeyName]) -> tuple[KeyName, ...]:
    return tuple({plain(name.text): name for name in names}.values())
