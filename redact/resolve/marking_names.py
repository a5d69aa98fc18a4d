"""Whose each name of a passage is: what the check claims and what the search finds, held against the key.

What the check has found is told by the key or by nobody. A form that only the search finds is told by the key
too; where nobody has said anything of it, it is hers who alone bears it. A decision on the fingerprint under
which `verify` knows it counts as well. What is told of nobody is open: it is never guessed at.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum

from redact.resolve.families import Families
from redact.resolve.forms.codes_in_text import without_codes
from redact.resolve.over_ends import Over
from redact.resolve.settling import THINGS, Known, is_whole, plain, words_of
from redact.resolve.stretches import name_alone, uncovered, without_stop
from redact.values.anonymising import Claim, Why
from redact.values.decided import Effect
from redact.values.key import Key
from redact.values.people import Label
from redact.values.text import Passage, Span
from redact.values.verifying import MarkedHit

__all__ = [
    "Mark",
    "Say",
    "SureForm",
    "of_claim",
    "reconciled",
    "sure_forms",
    "told_of",
    "union",
    "with_form",
]

_JOINT = re.compile(r"(?:%20|[_.%/\\])+|(?<=[^\W\d_A-Z])(?=[A-Z])")
_BROKEN = re.compile(r"(?<=\w)-[ ](?=\w)")


class Say(Enum):
    """What is said of a place."""

    HERS = "hers"
    STAYS = "stays"
    OPEN = "open"
    CITED = "cited"  # a name that no rule asks about, and of which nobody has said anything
    GOES = "goes"  # it is generalised or taken out


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of one passage, what is said of it, and whose it is where that is said.

    Of an open one `why`, `fingerprint` and `choices` are as of `Open`; of one that goes `label` says what it
    is, none that it stands for a family, and `day` the day that is said there. `shared` says that it is a
    whole name of which the documents leave open whose it is: another may bear it.
    """

    span: Span
    say: Say
    of: str | None = None
    why: Why = Why.NAME
    fingerprint: str | None = None
    label: Label | None = None
    day: date | None = field(default=None, repr=False)
    choices: tuple[tuple[str, str], ...] = ()
    shared: bool = False


@dataclass(frozen=True, slots=True)
class SureForm:
    """A stretch that surely is a form of a name, with all who bear it and whose it may still be.

    `choices` are as of `Open`. `told` is whose somebody has decided it to be; `stays` says that somebody has
    decided of each bearer that it is not hers or may stay. `whole` is the name of which it is one half, where
    that goes over the end of a paragraph.
    """

    span: Span
    owners: frozenset[str]
    choices: tuple[tuple[str, str], ...]
    told: str | None = None
    stays: bool = False
    whole: str = field(default="", repr=False)


def of_claim(claim: Claim, passages: Mapping[str, Passage], known: Known, families: Families) -> list[Mark]:
    """Say of every span of a person's claim, or of one that somebody has cleared, what the key says of it."""
    first = claim.spans[0]
    if claim.cleared:
        return [Mark(span, Say.STAYS) for span in claim.spans if span.passage in passages]
    if first.passage not in passages:
        return []
    spans = [span for span in claim.spans if span.passage in passages]
    text = " ".join(passages[first.passage].text[first.start : first.end].split())
    label = Label(claim.label) if claim.label else None
    if not claim.person:
        return _of_thing(text, claim, spans, known) if label in THINGS else []
    spans = [without_stop(passages[span.passage].text, span) for span in spans]
    say, of = _told(text, claim.fingerprint, known, left_open=claim.left_open)
    shared = claim.left_open and is_whole(text)
    if say is not Say.OPEN:
        return [Mark(span, say, of, shared=shared) for span in spans]
    family = [families.at(passages[span.passage].text, span) for span in spans]
    if all(family):
        return [Mark(span, Say.GOES) for span in family if span is not None]
    if claim.change:
        of_all = families.bears(text)
        return [Mark(span, Say.GOES, label=None if of_all else Label.PERSON) for span in spans]
    say = Say.OPEN if claim.name else Say.CITED
    return [
        Mark(span, say, fingerprint=claim.fingerprint, label=Label.PERSON, shared=shared) for span in spans
    ]


def sure_forms(hits: Iterable[MarkedHit], over: Iterable[Over] = ()) -> dict[str, list[SureForm]]:
    """Give by passage each stretch that is a form surely, or by somebody's decision; the widest first.

    Args:
        over: the names that go over the end of a passage.
    """
    wholes = {span: one.text for one in over for span in one.spans}
    by_span: defaultdict[Span, list[MarkedHit]] = defaultdict(list)
    for one in hits:
        to_change = one.decided is not None and one.decided.effect is Effect.TO_CHANGE
        for span in one.hit.spans if one.hit.sure or to_change else ():
            by_span[span].append(one)
    found: defaultdict[str, list[SureForm]] = defaultdict(list)
    for span in sorted(by_span, key=lambda one: (one.start - one.end, one.start)):
        found[span.passage].append(replace(_form(span, by_span[span]), whole=wholes.get(span, "")))
    return dict(found)


def with_form(marks: list[Mark], form: SureForm, text: str, known: Known, families: Families) -> list[Mark]:
    """Hold a form that the search has found against what is said of its place."""
    span = form.span
    around = [mark for mark in marks if mark.span.overlaps(span)]
    if any(mark.say is Say.GOES and mark.span.contains(span) for mark in around):
        return marks
    if form.told is not None:
        if all(span.contains(mark.span) or mark.say is not Say.HERS for mark in around):
            return [*(mark for mark in marks if mark not in around), Mark(span, Say.HERS, form.told)]
        return marks
    if form.stays:
        said = all(mark.say in (Say.CITED, Say.STAYS) for mark in around)
        return [*marks, Mark(span, Say.STAYS)] if said else marks
    family = None if around else families.at(text, span)
    if family is not None:
        return [*marks, Mark(family, Say.GOES)]
    say, of = told_of(form, text, known)
    if any(mark.say is Say.OPEN for mark in around):
        # The whole name is hers, so each part of it that was found by itself is; but no second bearer's.
        inside = all(span.contains(name_alone(text, one.span)) and not one.shared for one in around)
        if say is Say.HERS and of in form.owners and inside:
            return [*(mark for mark in marks if mark not in around), Mark(span, say, of)]
        return marks
    hers = [mark for mark in around if mark.say is Say.HERS]
    if hers:
        return _beside_hers(marks, hers, form, text, known)
    if any(mark.say is Say.STAYS and mark.span.contains(span) for mark in around):
        return marks
    if around:  # a cited name, or one that stays in part
        return [*marks, Mark(span, Say.OPEN, why=Why.MIXED, choices=form.choices)]
    if say is Say.OPEN and len(form.owners) == 1 and not _said_otherwise(text, form, known):
        say, of = Say.HERS, next(iter(form.owners))
    return [*marks, Mark(span, say, of, Why.SHARED, choices=form.choices)]


def reconciled(marks: list[Mark]) -> list[Mark]:
    """Join marks that overlap and say the same, in reading order; of those that do not, none is right."""
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda one: (one.span.passage, one.span.start, -one.span.end)):
        before = next((one for one in kept if one.span.overlaps(mark.span) and _clash(one, mark)), None)
        if before is None:
            kept.append(mark)
            continue
        kept[kept.index(before)] = _joined(before, mark)
    # A join may have come to overlap with what was kept before it.
    return kept if len(kept) == len(marks) else reconciled(kept)


def told_of(form: SureForm, text: str, known: Known) -> tuple[Say, str | None]:
    """Say whose a form is by its own spelling, else by that of the whole name of which it is one half."""
    inner = text[form.span.start : form.span.end]
    read = without_codes(inner)
    say, of = _told(" ".join((inner if read is None else read.text).split()), None, known)
    return _told(form.whole, None, known) if say is Say.OPEN and form.whole else (say, of)


def union(spans: Sequence[Span]) -> Span:
    """Give the least stretch that holds all of these, which are of one passage."""
    return Span(spans[0].passage, min(span.start for span in spans), max(span.end for span in spans))


# ------------------------------------------------------------------ private


def _of_thing(text: str, claim: Claim, spans: Sequence[Span], known: Known) -> list[Mark]:
    """Say which place or organisation of the key stands there, or that somebody has said that it is none."""
    said, of = known.settled_thing(text, claim.fingerprint)
    if not said:
        return []
    return [Mark(span, Say.STAYS if of is None else Say.HERS, of) for span in spans]


def _told(
    text: str, fingerprint: str | None, known: Known, *, left_open: bool = False
) -> tuple[Say, str | None]:
    said, of = known.settled(text, fingerprint, left_open=left_open)
    if not said:  # a whole name that is written together, as in the name of a file, or broken at a line end
        joined = _JOINT.sub(" ", _BROKEN.sub("", text)).strip()
        said, of = known.settled(joined, None, left_open=left_open)
    if not said and "-" in text:  # as in an address of the web
        said, of = known.settled(joined.replace("-", " "), None, left_open=left_open)
    if not said:
        return Say.OPEN, None
    if of is None or _stays(of, known.key):
        return Say.STAYS, None
    return Say.HERS, of


def _stays(of: str, key: Key) -> bool:
    return any(person.id == of and person.stays for person in key.people)


def _form(span: Span, hits: Sequence[MarkedHit]) -> SureForm:
    """Put together what is known of one stretch; who was cleared of it bears it no more."""
    told = {one.hit.of for one in hits if one.decided is not None and one.decided.effect is Effect.TO_CHANGE}
    still = [one for one in hits if one.decided is None or one.decided.effect is not Effect.CLEARED]
    choices = tuple(dict.fromkeys((one.hit.of, one.fingerprint) for one in still))
    owners = frozenset(of for of, _ in choices)
    return SureForm(span, owners, choices, next(iter(told)) if len(told) == 1 else None, stays=not still)


def _beside_hers(marks: list[Mark], hers: list[Mark], form: SureForm, text: str, known: Known) -> list[Mark]:
    span = form.span
    bearers = {mark.of for mark in hers}
    if all(span.start >= mark.span.start and span.end <= mark.span.end for mark in hers):
        return marks
    between = uncovered(text, span, [mark.span for mark in hers])
    words = any(letter.isalpha() for letter in between)
    # "Lunde, Tomos" is one name; "Lunde. Tomos" and "Tomos, Lunde" may be two.
    turned = between.strip() == "," and _surname_first(text[span.start : span.end], hers[0].of, known)
    if len(bearers) == 1 and bearers <= form.owners and (words or turned or not between.strip()):
        wider = Mark(union([span, *(mark.span for mark in hers)]), Say.HERS, hers[0].of)
        return [*(mark for mark in marks if mark not in hers), wider]
    if not words:  # two names in a row, each told by itself, read as a third: "Hartwell. Anneke"
        return marks
    return [*marks, Mark(span, Say.OPEN, why=Why.MIXED, choices=form.choices)]


def _surname_first(text: str, of: str | None, known: Known) -> bool:
    """Tell whether what stands before the comma of a whole name is not the forename."""
    before = words_of(text.partition(",")[0])[:1]
    own = next((one.names for one in known.key.people if one.id == of), ())
    return bool(before) and all(words_of(name.text)[:1] != before for name in own)


def _said_otherwise(text: str, form: SureForm, known: Known) -> bool:
    """Tell whether somebody has said of a spelling that it is another's, or nobody's."""
    spelled = plain(text[form.span.start : form.span.end])
    return any(
        link.of not in form.owners and link.fingerprint is None and plain(link.text) == spelled
        for link in known.key.links
    )


def _joined(one: Mark, other: Mark) -> Mark:
    """Join two marks of one place; a place or organisation of the key holds the name within it."""
    span = union([one.span, other.span])
    if (one.say, one.of) == (other.say, other.of):
        return replace(one, span=span, shared=one.shared or other.shared)
    told = next((mark for mark in (one, other) if mark.say is Say.GOES), None)
    if told is not None and told.span == span:
        return told
    first = one if one.say is Say.OPEN else other
    shared = one.shared or other.shared
    return Mark(span, Say.OPEN, None, Why.MIXED, first.fingerprint, first.label, None, first.choices, shared)


def _clash(one: Mark, other: Mark) -> bool:
    """Tell whether two marks of one place cannot both be; that a place around a name stays says nothing."""
    says = {one.say, other.say}
    return says <= {Say.HERS, Say.OPEN, Say.GOES} or len(says) == 1
