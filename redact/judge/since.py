"""Two checks of one case → what is new, gone and still open.

A fingerprint that stands twice is counted twice. What is gone was looked for and not found: of a document
that was not given, or could not be read, nothing is gone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from redact.values.since import Since, Told, ToldThing

__all__ = ["compare"]

_FIELDS = ("new", "in_new_documents", "gone", "still_open", "open_again", "decided", "not_looked_at")


def compare(earlier: Told, now: Told) -> Since:
    """Hold a check against an earlier one of the same case; the order of the documents does not matter."""
    certain = _by_marks(earlier, now)
    same = certain | _by_findings(earlier, now, certain)
    then_of, left = _paired(earlier, now, same)
    kinds: dict[str, list[ToldThing]] = {name: [] for name in _FIELDS}
    for at, thing in enumerate(now.things):
        then = then_of.get(at)
        if then is not None and then.open and not thing.open:
            kinds["decided"].append(then)
        elif thing.open and then is None:
            kinds["new" if thing.document in same else "in_new_documents"].append(thing)
        elif thing.open and then is not None:
            kinds["still_open" if then.open else "open_again"].append(thing)
    read = {then for document, then in same.items() if now.documents[document].was_read}
    # What is seen over all documents was looked for where all of them were.
    between = {at for at, document in enumerate(earlier.documents) if document.is_between}
    if read >= {at for at in range(len(earlier.documents)) if at not in between}:
        read |= between
    for then in left:
        if then.open:
            kinds["gone" if then.document in read else "not_looked_at"].append(then)
    found = {name: tuple(sorted(things, key=_order)) for name, things in kinds.items()}
    renamed = tuple(sorted(pair for pair in same.items() if pair[0] not in certain))
    return Since(earlier=earlier.documents, renamed=renamed, differs=_differs(earlier, now, same), **found)


# ------------------------------------------------------------------ private


def _by_marks(earlier: Told, now: Told) -> dict[int, int]:
    """Find the documents that have the bytes, else the file's name, of one before: {number now: then}."""
    same = {
        at: there
        for at, one in enumerate(now.documents)
        for there, other in enumerate(earlier.documents)
        if one.is_between and other.is_between
    }
    marks = [
        (
            [document.sha256 for document in told.documents],
            [document.file_mark for document in told.documents],
        )
        for told in (now, earlier)
    ]
    for own, other in zip(*marks, strict=True):
        for at, mark in enumerate(own):
            free = [there for there, its in enumerate(other) if its == mark and there not in same.values()]
            if mark is not None and at not in same and free:
                same[at] = free[0]
    return same


def _by_findings(earlier: Told, now: Told, certain: Mapping[int, int]) -> dict[int, int]:
    """Find the others by what stands in both: half, at least, of the findings of the one that has fewer."""
    then, own = _findings(earlier), _findings(now)
    shared = [
        (-number, at, there)
        for at, prints in own.items()
        for there, others in then.items()
        if at not in certain and there not in certain.values()
        if (number := (prints & others).total()) and 2 * number >= min(prints.total(), others.total())
    ]
    same: dict[int, int] = {}
    for _, at, there in sorted(shared):
        if at not in same and there not in same.values():
            same[at] = there
    return same


def _findings(told: Told) -> dict[int, Counter[str]]:
    """Count the fingerprints of each document; gaps do not tell: the same picture stands in many."""
    found: dict[int, Counter[str]] = {}
    for thing in told.things:
        if not thing.is_gap:
            found.setdefault(thing.document, Counter())[thing.fingerprint] += 1
    return found


def _paired(
    earlier: Told, now: Told, same: Mapping[int, int]
) -> tuple[dict[int, ToldThing], tuple[ToldThing, ...]]:
    """Give each thing the equal one of before: in the same document, else in any; and what is left over.

    What stands in a document that was there before goes first: the others are what is new.
    """
    here: dict[tuple[str, int], list[ToldThing]] = {}
    for thing in reversed(earlier.things):
        here.setdefault((thing.fingerprint, thing.document), []).append(thing)
    then_of = {
        at: here[key].pop()
        for at, thing in enumerate(now.things)
        if here.get(key := (thing.fingerprint, same.get(thing.document, -1)))
    }
    anywhere: dict[str, list[ToldThing]] = {}
    for (fingerprint, _), things in here.items():
        anywhere.setdefault(fingerprint, []).extend(things)
    rest = [(thing.document not in same, at) for at, thing in enumerate(now.things) if at not in then_of]
    for _, at in sorted(rest):
        if anywhere.get(now.things[at].fingerprint):
            then_of[at] = anywhere[now.things[at].fingerprint].pop()
    left = [thing for things in anywhere.values() for thing in things]
    for at, thing in enumerate(now.things):
        # What is about a document as a whole has another fingerprint since it was edited.
        if thing.whole and at not in then_of:
            own = [one for one in left if one.whole and _about(one) == (thing.rule, same.get(thing.document))]
            if own:
                then_of[at] = own[0]
                left.remove(own[0])
    return then_of, tuple(left)


def _about(thing: ToldThing) -> tuple[str | None, int]:
    return thing.rule, thing.document


def _order(thing: ToldThing) -> tuple[int, bool, int]:
    return thing.document, thing.is_gap, thing.number


def _differs(earlier: Told, now: Told, same: Mapping[int, int]) -> tuple[str, ...]:
    then = dict(earlier.made_with)
    differs = [what for what, value in now.made_with if then.get(what) != value]
    pairs = [(now.documents[at], earlier.documents[there]) for at, there in same.items()]
    if any(one.was_read and other.was_read and one.kind is not other.kind for one, other in pairs):
        differs.append("kind of document")
    return tuple(differs)
