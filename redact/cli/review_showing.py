"""What a review shows: a question with its places and its evidence, who could be meant, who there is."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click

from redact.cli.console import printable
from redact.cli.review_labels import offer_lines

if TYPE_CHECKING:
    from redact.values.key import Key, KeyPerson, KeyThing
    from redact.values.reviewing import Question, Sitting, Spot
    from redact.values.schemes import Scheme

__all__ = ["HELP", "ending_lines", "label_lines", "people_lines", "places_of", "question_lines", "show"]

_PLACES_SHOWN = 4
_REASONS_SHOWN = 6
_WIDTH = 79
_TITLES = frozenset(("mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "lady", "sgt", "rev"))
_IN_CAPITALS = frozenset(("pc", "dc", "ds", "di", "ps", "dci", "dcs", "wpc", "pcso", "gp"))
HELP = """\
  Enter          take up what is suggested
  p3, t4         it is person p3, or place t4, of the list (this is also how two are joined)
  new WHO        somebody or something new: new mother, new social worker, new school,
                 new family for "the Ashtons"; then the label is asked
  stays          somebody who is named in the review on purpose, such as its author;
                 of a place or an organisation: stays and a reason
  not            no name of anybody or anything, in these places
  split SPELLING that spelling is somebody else: ask about it apart
  split 2, split 2 4   the same of places by their numbers (all shows every one)
  unlink p3 SPELLING   take a spelling away from p3 and ask whose it is
  merge p1 p3    these two are one; p1 and its label stay
  label p3 LABEL give p3 another label
  all            show every place and every reason
  people         the list of who and what is in the key
  skip           later
  undo           take the last answer back
  quit           stop; what was answered is kept"""


def show(lines: Iterable[str]) -> None:
    """Print lines, broken where they are longer than a screen; those of one question stand together."""
    for line in lines:
        text = line.lstrip(" ")
        first = " " * (len(line) - len(text))
        filled = textwrap.fill(printable(text), _WIDTH, initial_indent=first, subsequent_indent=first + "  ")
        click.echo(filled)


def question_lines(sitting: Sitting, scheme: Scheme, *, everything: bool) -> list[str]:
    """Give the question in hand as lines: its spellings, places, evidence, and who could be meant."""
    from redact.resolve.labels_told import likely_slot, offers_for

    question = sitting.waiting[0]
    skipped = f", {len(sitting.skipped)} put off" if sitting.skipped else ""
    names = ", ".join(f"{text} ({times})" for text, times in question.spellings)
    asked = f"WHAT IS THIS? {names}" if question.is_thing else f"WHO IS THIS? {names}"
    lines = ["", f"{sitting.open} to go{skipped}", asked]
    if question.is_thing:
        lines.append(f"  it was found as: {question.label.words}")
    if not question.told:
        lines.append("  several could be meant, or they were parted: this is asked for these places alone")
    lines += _places(question, everything=everything)
    if question.said or question.born:
        said = [*map(_as_written, question.said), *(f"born {born}" for born in question.born)]
        lines.append(f"  beside the name stands: {', '.join(said)}")
    lines += _evidence(question, everything=everything)
    lines += _candidates(question, sitting.key)
    lines += offer_lines(offers_for(sitting, question))
    slot = likely_slot(sitting, scheme)
    if slot is not None:
        lines.append(f"  new alone means: new {slot.words[0] if slot.words else slot.id}")
    joined = f", {question.candidates[0]}" if question.candidates else ""
    return [*lines, f"  answer: new{joined}, not, split, stays, skip, undo, quit; ? explains them"]


def label_lines(key: Key, of: str, suggested: str | None, told: Sequence[str]) -> list[str]:
    """Ask for the label of somebody of the key who has none, such as who was taken over from a paper.

    Args:
        told: what is to be said of labels that stand in the papers.
    """
    entry = _entries(key)[of]
    names = ", ".join(name.text for name in entry.names)
    said = [*(one.kind for one in getattr(entry, "relations", ())), *getattr(entry, "roles", ())]
    lines = ["", f"WHICH LABEL? {of}  ({names})"]
    lines += [f"  said of it: {', '.join(said)}"] if said else []
    lines += [*told, *([f"  likely: {suggested}  <- Enter"] if suggested else [])]
    return [*lines, "  a label, or who it is (mother, social worker ...); stays, skip, undo, quit"]


def ending_lines(key: Key, scheme: Scheme, *, all_answered: bool) -> list[str]:
    """Say that all is asked, and which labels show an initial of somebody of the family."""
    from redact.resolve.giving import showing_initials

    entries = _entries(key)
    told = "Every question has its answer." if all_answered else "All is asked, and some have no label."
    lines = ["", f"{told} Enter keeps the answers; undo takes the last one back."]
    for of in showing_initials(key, scheme):
        said = f"the letter of {entries[of].pseudonym} is an initial of somebody of the family"
        lines.append(f"  {said}; another: label {of} LABEL")
    return lines


def people_lines(key: Key) -> list[str]:
    """Give everybody and everything of the key, a line each."""
    entries: Sequence[KeyPerson | KeyThing] = (*key.people, *key.things)
    return [f"  {_told(one)}" for one in entries] or ["  nobody yet"]


def places_of(question: Question) -> dict[str, tuple[Spot, ...]]:
    """Give the places of a question as they are shown and numbered, each with what stands there."""
    seen: dict[str, tuple[Spot, ...]] = {}
    for spot in question.spots:
        around = " ".join(f"{spot.before}[{spot.text}]{spot.after}".split())
        line = f"document {spot.document}, {spot.where}: ... {around} ..."
        seen[line] = (*seen.get(line, ()), spot)
    return seen


def _places(question: Question, *, everything: bool) -> list[str]:
    seen = list(places_of(question))
    numbered = [
        f"  {number}. {line}" if len(seen) > 1 else f"  {line}" for number, line in enumerate(seen, 1)
    ]
    return _some(numbered, _PLACES_SHOWN, "place(s)", everything=everything)


def _evidence(question: Question, *, everything: bool) -> list[str]:
    """Say of each spelling why it is taken for this person; of one spelling alone there is nothing to say."""
    here = {text for text, _ in question.spellings}
    reasons = [f"  [{text}] is here because {why}" for text, why in question.evidence if text in here]
    if len(here) < 2:
        return []
    return _some(reasons, _REASONS_SHOWN, "reason(s)", everything=everything)


def _some(lines: list[str], most: int, what: str, *, everything: bool) -> list[str]:
    shown = lines if everything else lines[:most]
    more = [f"  and {len(lines) - len(shown)} more {what}: all"] if len(lines) > len(shown) else []
    return [*shown, *more]


def _candidates(question: Question, key: Key) -> list[str]:
    entries, lines = _entries(key), []
    for at, of in enumerate(question.candidates):
        if at == 0 and question.likely:
            lines.append(f"  likely: {_told(entries[of])}  <- Enter, because {question.because}")
        else:
            lines.append(f"  could be: {_told(entries[of])}")
    return lines


def _as_written(said: str) -> str:
    """Write a title as a title: Mr, PC; words for kin and posts stay as they are."""
    if said in _IN_CAPITALS:
        return said.upper()
    return said.capitalize() if said in _TITLES else said


def _entries(key: Key) -> dict[str, KeyPerson | KeyThing]:
    entries: dict[str, KeyPerson | KeyThing] = {one.id: one for one in key.people}
    return entries | {one.id: one for one in key.things}


def _told(entry: KeyPerson | KeyThing) -> str:
    stays = getattr(entry, "stays", False)
    label = "stays" if stays else entry.pseudonym or "no label"
    names = ", ".join(name.text for name in entry.names)
    return f"{entry.id}  {label}  ({names})" if names else f"{entry.id}  {label}"
