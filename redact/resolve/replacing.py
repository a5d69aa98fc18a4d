"""Whose each name of a document is, and what is written for it: one list of edits for every format.

What the check has found is told by the key or by nobody. A form that only the search finds is told by the key
too; where nobody has said anything of it, it is hers who alone bears it. What is told of nobody is unsettled:
it is never guessed at. What remains: forms that may be an ordinary word are left where no check found a name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from redact.resolve.settling import Known, plain
from redact.resolve.wording import reword
from redact.values.anonymising import Claim, Plan, Replaced
from redact.values.edits import Edit
from redact.values.forms import FormHit
from redact.values.key import Key, KeyPerson, KeyThing
from redact.values.schemes import Group, Scheme, Slot
from redact.values.text import Document, Part, Passage, Span

__all__ = ["plan"]

_PROSE = frozenset(
    (
        *(Part.BODY, Part.TABLE, Part.HEADER, Part.FOOTER, Part.FOOTNOTE, Part.ENDNOTE, Part.COMMENT),
        *(Part.TEXT_BOX, Part.ALT_TEXT),
    )
)
_NO_SPACES = frozenset((Part.BOOKMARK, Part.FIELD, Part.LINK))  # what is named there may hold none
_RUN_TOGETHER = re.compile(r"[@\\_]|://|www\.", re.IGNORECASE)
_JOINT = re.compile(r"[_.%/\\]+|(?<=[^\W\d_A-Z])(?=[A-Z])")
_BROKEN = re.compile(r"(?<=\w)-[ ](?=\w)")
_TOKEN_BEFORE, _TOKEN_BEHIND = re.compile(r"\S*$"), re.compile(r"\S*")


class _Say(Enum):
    """What is said of a place."""

    HERS = "hers"
    STAYS = "stays"
    OPEN = "open"
    CITED = "cited"  # a name that no rule asks about, and of which nobody has said anything


@dataclass(frozen=True, slots=True)
class _Mark:
    """A stretch of one passage, what is said of it, and whose it is where that is said."""

    span: Span
    say: _Say
    of: str | None = None


def plan(
    document: Document, claims: Sequence[Claim], hits: Sequence[FormHit], known: Known, scheme: Scheme
) -> Plan:
    """Say what is to be written in a document; nothing of its file name, which is given anew.

    Args:
        claims: what the check has found in it.
        hits: every form of the key in it.
        scheme: for the words around a pseudonym.

    Returns: edits that do not overlap, and what is left.
    """
    passages = {passage.id: passage for passage in document.passages if not passage.apart}
    claimed: defaultdict[str, list[_Mark]] = defaultdict(list)
    for claim in claims:
        for mark in _of_claim(claim, passages, known):
            claimed[mark.span.passage].append(mark)
    sure = _sure(hits)
    entries: dict[str, KeyPerson | KeyThing] = {one.id: one for one in known.key.people}
    entries |= {one.id: one for one in known.key.things}
    marks: list[_Mark] = []
    replaced: list[Replaced] = []
    for passage in passages.values():
        own = _reconciled(claimed[passage.id])
        for span, owners in sure[passage.id]:
            own = _with_hit(own, span, owners, passage.text, known)
        own = _reconciled(own)
        marks += own
        replaced += _written(passage, own, entries, scheme)
    hers = {mark.of for mark in marks if mark.say is _Say.HERS and mark.of is not None}
    return Plan(
        tuple(replaced),
        tuple(mark.span for mark in marks if mark.say is _Say.OPEN),
        tuple(mark.span for mark in marks if mark.say is _Say.STAYS),
        frozenset(of for of in hers if entries[of].pseudonym is None),
    )


# ------------------------------------------------------------------ whose it is


def _of_claim(claim: Claim, passages: Mapping[str, Passage], known: Known) -> list[_Mark]:
    first = claim.spans[0]
    if claim.cleared:
        return [_Mark(span, _Say.STAYS) for span in claim.spans if span.passage in passages]
    if not claim.person or first.passage not in passages:
        return []
    text = " ".join(passages[first.passage].text[first.start : first.end].split())
    say, of = _told(text, claim.fingerprint, known)
    if say is _Say.OPEN and not claim.name:
        say = _Say.CITED
    return [_Mark(span, say, of) for span in claim.spans if span.passage in passages]


def _told(text: str, fingerprint: str | None, known: Known) -> tuple[_Say, str | None]:
    said, of = known.settled(text, fingerprint)
    if not said:  # a whole name that is written together, as in the name of a file, or broken at a line end
        said, of = known.settled(_JOINT.sub(" ", _BROKEN.sub("", text)).strip(), None)
    if not said:
        return _Say.OPEN, None
    if of is None or _stays(of, known.key):
        return _Say.STAYS, None
    return _Say.HERS, of


def _stays(of: str, key: Key) -> bool:
    return any(person.id == of and person.stays for person in key.people)


def _sure(hits: Iterable[FormHit]) -> defaultdict[str, list[tuple[Span, frozenset[str]]]]:
    """Give by passage each stretch that surely is a form, with all who bear it; the widest first."""
    owners: defaultdict[Span, set[str]] = defaultdict(set)
    for hit in hits:
        for span in hit.spans if hit.sure else ():
            owners[span].add(hit.of)
    found: defaultdict[str, list[tuple[Span, frozenset[str]]]] = defaultdict(list)
    for span in sorted(owners, key=lambda one: (one.start - one.end, one.start)):
        found[span.passage].append((span, frozenset(owners[span])))
    return found


def _with_hit(marks: list[_Mark], span: Span, owners: frozenset[str], text: str, known: Known) -> list[_Mark]:
    """Hold a form that the search has found against what is said of its place."""
    around = [mark for mark in marks if mark.span.overlaps(span)]
    hers = [mark for mark in around if mark.say is _Say.HERS]
    say, of = _told(" ".join(text[span.start : span.end].split()), None, known)
    if any(mark.say is _Say.OPEN for mark in around):
        # The whole name is hers, so each part of it that was found by itself is.
        if say is _Say.HERS and of in owners and all(span.contains(mark.span) for mark in around):
            return [*(mark for mark in marks if mark not in around), _Mark(span, say, of)]
        return marks
    if hers:
        bearers = {mark.of for mark in hers}
        if all(span.start >= mark.span.start and span.end <= mark.span.end for mark in hers):
            return marks
        between = _uncovered(text, span, hers)
        words = any(letter.isalpha() for letter in between)
        if len(bearers) == 1 and bearers <= owners and (words or not between.strip()):
            wider = _Mark(_union([span, *(mark.span for mark in hers)]), _Say.HERS, hers[0].of)
            return [*(mark for mark in marks if mark not in hers), wider]
        if not words:  # two names in a row, each told by itself, read as a third: "Hartwell. Anneke"
            return marks
        return [*marks, _Mark(span, _Say.OPEN)]
    if any(mark.say is _Say.STAYS and mark.span.contains(span) for mark in around):
        return marks
    if around:  # a cited name, or one that stays in part
        return [*marks, _Mark(span, _Say.OPEN)]
    if (
        say is _Say.OPEN
        and len(owners) == 1
        and not _said_otherwise(text[span.start : span.end], owners, known)
    ):
        say, of = _Say.HERS, next(iter(owners))
    return [*marks, _Mark(span, say, of)]


def _said_otherwise(text: str, owners: frozenset[str], known: Known) -> bool:
    """Tell whether somebody has said of a spelling that it is another's, or nobody's."""
    return any(
        link.of not in owners and link.fingerprint is None and plain(link.text) == plain(text)
        for link in known.key.links
    )


def _uncovered(text: str, span: Span, marks: Sequence[_Mark]) -> str:
    """Give what of a stretch lies in no mark."""
    return "".join(
        text[point]
        for point in range(span.start, span.end)
        if not any(mark.span.start <= point < mark.span.end for mark in marks)
    )


def _reconciled(marks: list[_Mark]) -> list[_Mark]:
    """Join marks that overlap and say the same, in reading order; of those that do not, none is right."""
    kept: list[_Mark] = []
    for mark in sorted(marks, key=lambda one: (one.span.passage, one.span.start, -one.span.end)):
        before = next((one for one in kept if one.span.overlaps(mark.span) and _clash(one, mark)), None)
        if before is None:
            kept.append(mark)
            continue
        same = (before.say, before.of) == (mark.say, mark.of)
        joined = _Mark(
            _union([before.span, mark.span]), before.say if same else _Say.OPEN, before.of if same else None
        )
        kept[kept.index(before)] = joined
    # A join may have come to overlap with what was kept before it.
    return kept if len(kept) == len(marks) else _reconciled(kept)


def _clash(one: _Mark, other: _Mark) -> bool:
    """Tell whether two marks of one place cannot both be; that a place around a name stays says nothing."""
    says = {one.say, other.say}
    return says <= {_Say.HERS, _Say.OPEN} or len(says) == 1


def _union(spans: Sequence[Span]) -> Span:
    return Span(spans[0].passage, min(span.start for span in spans), max(span.end for span in spans))


# ------------------------------------------------------------------ what is written


def _written(
    passage: Passage, marks: Sequence[_Mark], entries: Mapping[str, KeyPerson | KeyThing], scheme: Scheme
) -> list[Replaced]:
    """Word the edits of a passage; where two would touch the same words, each writes its pseudonym alone."""
    bare: dict[_Mark, Replaced] = {}
    worded: dict[_Mark, Replaced] = {}
    for mark in marks:
        entry = entries[mark.of] if mark.say is _Say.HERS and mark.of else None
        if entry is not None and entry.pseudonym is not None:
            label = entry.pseudonym
            bald = _plainly(passage, mark.span, label)
            bare[mark] = Replaced(bald or Edit(mark.span, label, "a name"), entry.id, label)
            edit = bald or reword(passage.text, mark.span, label, _slot(entry, scheme))
            worded[mark] = Replaced(edit, entry.id, label)
    chosen = dict(worded)
    for mark in worded:
        span = worded[mark].edit.span
        others = [other.span for other in marks if other is not mark and other.say is not _Say.CITED]
        others += [one.edit.span for other, one in worded.items() if other is not mark]
        if any(span.overlaps(other) for other in others) or not span.contains(mark.span):
            chosen[mark] = bare[mark]
    return list(chosen.values())


def _plainly(passage: Passage, span: Span, label: str) -> Edit | None:
    """Give the edit for a place that is no sentence: an address, a property, a name in a program."""
    part = passage.locate(span.start, span.end).part
    around = _TOKEN_BEFORE.findall(passage.text[: span.start])[0], passage.text[span.start : span.end]
    token = "".join((*around, (_TOKEN_BEHIND.match(passage.text, span.end) or [""])[0]))
    if part in _NO_SPACES or passage.location.part in _NO_SPACES or _RUN_TOGETHER.search(token):
        return Edit(span, label.replace(" ", "_"), "a name in an address, a link or a name of a program")
    return None if passage.location.part in _PROSE else Edit(span, label, "a name")


def _slot(entry: KeyPerson | KeyThing, scheme: Scheme) -> Slot:
    found = scheme.slot(entry.slot) if entry.slot is not None else None
    if found is not None:
        return found
    group = Group.THING if isinstance(entry, KeyThing) else Group.OTHER
    return Slot("other", group, ("{letter}",), "somebody")
