"""What is no name and has to go all the same: dates, numbers, addresses, places; generalised or taken out.

A date becomes as exact as the audience may read it, a date of birth an age. A place or an organisation that
has no label in the key becomes what the scheme says of its kind, a number a word in square brackets. What
only may identify is open until somebody has decided. What remains: facts that are told in other words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from redact.resolve.marking_names import Mark, Say
from redact.resolve.settling import THINGS
from redact.resolve.wording import begins_sentence, reword, reword_family
from redact.resolve.wording_dates import Calendar, month_and_year, reword_birth, reword_date, reword_month
from redact.values.anonymising import Claim, Why
from redact.values.edits import Edit
from redact.values.people import Label
from redact.values.schemes import Group, Precision, Scheme, Slot
from redact.values.text import Passage, Span

__all__ = ["Manner", "facts_of", "merged", "wording_of"]

_DATES = frozenset({Label.DATE, Label.DATE_OF_BIRTH, Label.DATE_OF_DEATH})
_GENERAL = {Label.ORGANISATION: "organisation", Label.PLACE: "place", Label.ADDRESS: "street"}
_WHAT = {
    Label.ORGANISATION: "an organisation, as its kind",
    Label.PLACE: "a place, as its kind",
    Label.ADDRESS: "an address, as its kind",
}
_SOMEBODY = Slot("other", Group.OTHER, ("{letter}",), "somebody")
_ARTICLE = re.compile(r"(?<![\w'\u2019-])(?:an?|the)[ \u00a0]+$", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)?")


@dataclass(frozen=True, slots=True)
class Manner:
    """How exactly an audience may read when something happened, and what is done with what is undecided.

    `child` is the label of the child whose age is said. `everything` says that what only may identify is
    taken out without asking.
    """

    scheme: Scheme
    precision: Precision
    calendar: Calendar = field(default=Calendar(), repr=False)
    child: str = field(default="the child", repr=False)
    everything: bool = False


def facts_of(claim: Claim, passages: Mapping[str, Passage], manner: Manner) -> list[Mark]:
    """Say of every span of a claim on no person whether it goes, or is open; nothing where it stays."""
    if claim.person or claim.cleared or claim.label is None:
        return []
    label = Label(claim.label)
    spans = [span for span in claim.spans if span.passage in passages]
    if label not in manner.scheme.taken and label not in _GENERAL:
        return []
    if label is Label.DATE and not claim.change and (not claim.asks or manner.precision is Precision.EXACT):
        return []
    marks = []
    for span in spans:
        text = passages[span.passage].text
        by_month = label is Label.DATE and reword_month(text, span) is not None
        read = by_month or (label in _DATES and claim.day is not None)
        mark = Mark(span, Say.GOES, fingerprint=claim.fingerprint, label=label, day=claim.day)
        if claim.blocks or claim.change or (claim.asks and (manner.everything or read)):
            marks.append(mark)
        elif claim.asks:
            why = Why.DAY if label in _DATES else Why.FACT
            marks.append(Mark(span, Say.OPEN, why=why, fingerprint=claim.fingerprint, label=label))
    return marks


def merged(names: Sequence[Mark], facts: Sequence[Mark], things: frozenset[str]) -> list[Mark]:
    """Put the marks of names and of facts of one passage together, so that none of those that go overlap.

    A place of the key settles what it overlaps; what goes takes the names within it along; of what stands
    partly in a name that is written anew, the rest goes.

    Args:
        things: the ids of the places and organisations of the key.
    """
    kept, left = list(names), []
    for fact in facts:
        around = [mark for mark in names if mark.span.overlaps(fact.span)]
        by_key = fact.label in THINGS and any(
            mark.say in (Say.HERS, Say.STAYS) and (mark.of in things or mark.say is Say.STAYS)
            for mark in around
        )
        stays = any(mark.say is Say.STAYS and mark.span.contains(fact.span) for mark in around)
        held = any(mark.say in (Say.HERS, Say.GOES) and mark.span.contains(fact.span) for mark in around)
        if by_key or stays or held:
            continue
        if fact.say is Say.OPEN:
            left.append(fact)
            continue
        inside = [mark for mark in around if fact.span.contains(mark.span)]
        kept = [mark for mark in kept if mark not in inside]
        left += _rest(fact, [mark for mark in around if mark not in inside and mark.say is not Say.CITED])
    return sorted([*kept, *_apart(left)], key=lambda one: (one.span.start, one.span.end))


def wording_of(passage: Passage, mark: Mark, manner: Manner, *, spaces: bool) -> tuple[Edit, Edit]:
    """Word what goes: as its sentence has it, and bare, where that would touch what stands beside it.

    Args:
        spaces: false where what is written may hold none.
    """
    bare = Edit(mark.span, *_bare(passage, mark, manner, spaces=spaces))
    if not spaces:
        return bare, bare
    if mark.label is None:
        return reword_family(passage.text, mark.span, manner.scheme), bare
    if mark.label is Label.PERSON:  # with the title, which tells the sex
        return replace(reword(passage.text, mark.span, bare.replacement, _SOMEBODY), why=bare.why), bare
    if mark.label in _DATES:
        return _date(passage.text, mark, manner) or bare, bare
    if mark.label in _GENERAL:
        return _in_sentence(passage.text, bare), bare
    return bare, bare


# ------------------------------------------------------------------ private


def _rest(fact: Mark, around: Sequence[Mark]) -> list[Mark]:
    """Give what is left of a fact beside the marks that reach into it."""
    start, end = fact.span.start, fact.span.end
    for mark in around:
        if mark.span.start <= start < mark.span.end:
            start = mark.span.end
        if mark.span.start < end <= mark.span.end:
            end = mark.span.start
    if start >= end:
        return []
    return [
        Mark(Span(fact.span.passage, start, end), Say.GOES, fingerprint=fact.fingerprint, label=fact.label)
        if (start, end) != (fact.span.start, fact.span.end)
        else fact
    ]


def _apart(facts: Sequence[Mark]) -> list[Mark]:
    """Leave of facts that overlap the widest; an open one that something takes along is settled with it."""
    kept: list[Mark] = []
    for fact in sorted(
        facts, key=lambda one: (one.say is Say.OPEN, one.span.start - one.span.end, one.span.start)
    ):
        over = [one for one in kept if one.span.overlaps(fact.span)]
        if not over:
            kept.append(fact)
        elif fact.say is Say.GOES:
            kept += [
                one for one in _rest(fact, over) if not any(one.span.overlaps(held.span) for held in kept)
            ]
        elif not any(one.span.contains(fact.span) for one in over):
            kept.append(fact)
    return kept


def _bare(passage: Passage, mark: Mark, manner: Manner, *, spaces: bool) -> tuple[str, str]:
    """Give the words that stand for a fact wherever it stands, and why."""
    scheme, text = manner.scheme, passage.text[mark.span.start : mark.span.end]
    if mark.label is None:
        words, why = scheme.worded.family, "a surname that stands for several people"
    elif mark.label in _GENERAL:
        words, why = _general(text, mark.label, scheme), _WHAT[mark.label]
    elif mark.day is not None and mark.label is not Label.DATE_OF_BIRTH:
        words, why = month_and_year(mark.day), "a date, as month and year"
    else:
        words, why = scheme.taken[mark.label], f"{_a(scheme.taken[mark.label].strip('[]'))}, taken out"
    return (words if spaces else words.strip("[]").replace(" ", "_")), why


def _date(text: str, mark: Mark, manner: Manner) -> Edit | None:
    if mark.day is None:
        return reword_month(text, mark.span) if mark.label is Label.DATE else None
    if mark.label is Label.DATE_OF_BIRTH:
        worded = manner.scheme.worded
        return reword_birth(text, mark.span, mark.day, calendar=manner.calendar, worded=worded)
    # The rules let no audience read on which day somebody died.
    precision = Precision.MONTH if manner.precision is Precision.EXACT else manner.precision
    return reword_date(text, mark.span, mark.day, precision, calendar=manner.calendar, child=manner.child)


def _general(text: str, label: Label, scheme: Scheme) -> str:
    """Say of what kind a place or an organisation is: by its last words, else by what it was found as."""
    words = [word.casefold().replace("\u2019", "'") for word in _WORD.findall(text)]
    for first in range(len(words)) if label is Label.ORGANISATION else ():
        slot = scheme.slot_of(" ".join(words[first:]))
        if slot is not None and slot.group is Group.THING and slot.id not in _GENERAL.values():
            return slot.plain
    general = scheme.slot(_GENERAL[label])
    return general.plain if general is not None else f"[{label.words}]"


def _in_sentence(text: str, edit: Edit) -> Edit:
    """Take the article before it along, and begin a sentence with a capital."""
    article = _ARTICLE.search(text[: edit.span.start])
    start = article.start() if article else edit.span.start
    goes_on = any(letter.isalpha() for letter in text[edit.span.end :])  # a cell of a number is no sentence
    capital = text[start : start + 1].isupper() or (text[start : start + 1].isdigit() and goes_on)
    opens = begins_sentence(text, start) and capital
    written = edit.replacement
    written = (
        written[:1].upper() + written[1:] if opens and "\n" not in text[start : edit.span.end] else written
    )
    return Edit(Span(edit.span.passage, start, edit.span.end), written, edit.why)


def _a(words: str) -> str:
    return f"{'an' if words[:1] in 'aeioAEION' and not words.startswith('one') else 'a'} {words}"
