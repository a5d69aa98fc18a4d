"""What is written into a document: one list of edits for every format, for names and for all else that goes.

Whose a name is says `marking_names`, what is done with a date or a number `removing`; here both are put
together, and where two edits would touch the same words, each writes no more than it must. What remains:
forms that may be an ordinary word are left where no check found a name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from redact.resolve.contested import names_of_two, of_either, uncontested
from redact.resolve.families import families_of
from redact.resolve.forms.codes_in_text import without_codes
from redact.resolve.initials_beside import with_initials
from redact.resolve.marking_names import (
    Mark,
    Say,
    of_claim,
    reconciled,
    sure_forms,
    with_form,
)
from redact.resolve.over_ends import names_over_ends, written_once
from redact.resolve.removing import Manner, facts_of, merged, wording_of
from redact.resolve.settling import THINGS, Known
from redact.resolve.taken import is_unmistakable, signs_of, stretches_of
from redact.resolve.wording import reword, reword_family
from redact.values.anonymising import Claim, Open, Plan, Replaced
from redact.values.edits import Edit
from redact.values.key import KeyPerson, KeyThing
from redact.values.people import Label
from redact.values.schemes import Group, Scheme, Slot
from redact.values.text import Document, Format, Part, Passage, Span
from redact.values.verifying import MarkedHit

__all__ = ["Manner", "plan"]

_PROSE = frozenset(
    (
        *(Part.BODY, Part.TABLE, Part.HEADER, Part.FOOTER, Part.FOOTNOTE, Part.ENDNOTE, Part.COMMENT),
        *(Part.TEXT_BOX, Part.ALT_TEXT),
    )
)
_NO_SPACES = frozenset((Part.BOOKMARK, Part.FIELD, Part.LINK))  # what is named there may hold none
_SHOWN = "D14"  # what a field shows is read as the words around it are
# Fields that show words of their own code, in quotation marks.
_WORDS = re.compile(
    r"\s*(?:QUOTE|IF|SET|ASK|FILLIN|TITLE|AUTHOR|SUBJECT|COMMENTS|KEYWORDS|INFO|XE|TC|TA)\b", re.I
)
_RUN_TOGETHER = re.compile(r"[@\\_]|://|www\.", re.IGNORECASE)
_ADDRESS = re.compile(r"[:/\\@#]|www\.", re.IGNORECASE)
_TOKEN_BEFORE, _TOKEN_BEHIND = re.compile(r"\S*$"), re.compile(r"\S*")
# What stands there must stand nowhere else either: it is known by its letters and digits alone.
_NOWHERE = frozenset(Label) - THINGS - {*(Label.PERSON, Label.DATE, Label.DATE_OF_BIRTH, Label.DATE_OF_DEATH)}
_Entries = Mapping[str, KeyPerson | KeyThing]


def plan(
    document: Document, claims: Sequence[Claim], hits: Sequence[MarkedHit], known: Known, manner: Manner
) -> Plan:
    """Say what is to be written in a document; nothing of its file name, which is given anew.

    Args:
        claims: what the check has found in it.
        hits: every form of the key in it, with what was decided of each.
        manner: how exactly dates may be read, in what words, and what is done with what is undecided.

    Returns: edits that do not overlap, and what is left.
    """
    passages = {passage.id: passage for passage in document.passages if not passage.apart}
    families = families_of(known, manner.scheme)
    claimed: defaultdict[str, list[Mark]] = defaultdict(list)
    facts: defaultdict[str, list[Mark]] = defaultdict(list)
    for claim in claims:
        for mark in of_claim(claim, passages, known, families):
            claimed[mark.span.passage].append(mark)
        for mark in facts_of(claim, passages, manner):
            facts[mark.span.passage].append(mark)
    _again(passages, facts)
    hits, initials = with_initials(hits, passages, known.key)
    over = names_over_ends(hits, passages)
    forms = sure_forms(hits, (*over, *initials))
    entries: dict[str, KeyPerson | KeyThing] = {one.id: one for one in known.key.people}
    things = {one.id: one for one in known.key.things}
    entries |= things
    of_two = names_of_two((mark for own in claimed.values() for mark in own), passages, known)
    marks: list[Mark] = []
    replaced: list[Replaced] = []
    for passage in passages.values():
        found = forms.get(passage.id, [])
        own = reconciled(uncontested(claimed[passage.id], found, passage.text, known))
        for form in found:
            left = of_either(own, form, passage.text, of_two, known) if of_two else None
            own = [*own, left] if left else with_form(own, form, passage.text, known, families)
        own = merged(reconciled(own), facts[passage.id], frozenset(things))
        marks += own
        replaced += _written(passage, own, entries, manner)
    if document.format is not Format.PDF:  # its passages end where its lines do
        replaced = written_once(replaced, over, passages)
    return _plan(marks, replaced, hits, entries)


def _again(passages: Mapping[str, Passage], facts: defaultdict[str, list[Mark]]) -> None:
    """Add the places at which a number that goes stands again, and the check has not taken it for one."""
    wanted: dict[str, Mark] = {}
    for mark in [one for own in facts.values() for one in own if one.say is Say.GOES]:
        text = passages[mark.span.passage].text[mark.span.start : mark.span.end]
        if mark.label in _NOWHERE and is_unmistakable(text):
            wanted.setdefault(signs_of(text), mark)
    for passage in passages.values() if wanted else ():
        for start, end, signs in stretches_of(passage.text, wanted):
            span = Span(passage.id, start, end)
            if not any(one.span.overlaps(span) for one in facts[passage.id]):
                facts[passage.id].append(Mark(span, Say.GOES, label=wanted[signs].label))


def _plan(
    marks: Sequence[Mark], replaced: Sequence[Replaced], hits: Sequence[MarkedHit], entries: _Entries
) -> Plan:
    hers = {mark.of for mark in marks if mark.say is Say.HERS and mark.of is not None}
    open_ = tuple(
        Open(mark.span, mark.why, mark.fingerprint, mark.label.value if mark.label else None, mark.choices)
        for mark in marks
        if mark.say is Say.OPEN
    )
    return Plan(
        tuple(replaced),
        open_,
        tuple(mark.span for mark in marks if mark.say is Say.STAYS),
        frozenset(of for of in hers if entries[of].pseudonym is None),
        _ambiguous(marks, replaced, hits),
    )


def _ambiguous(
    marks: Sequence[Mark], replaced: Sequence[Replaced], hits: Sequence[MarkedHit]
) -> tuple[MarkedHit, ...]:
    """Give the forms that may be an ordinary word, of which nothing is written and nothing else is said."""
    taken: defaultdict[str, list[Span]] = defaultdict(list)
    for span in (*(one.edit.span for one in replaced), *(mark.span for mark in marks)):
        taken[span.passage].append(span)
    return tuple(
        one
        for one in hits
        if not one.hit.sure
        and not any(span.overlaps(other) for span in one.hit.spans for other in taken[span.passage])
    )


# ------------------------------------------------------------------ what is written


def _written(passage: Passage, marks: Sequence[Mark], entries: _Entries, manner: Manner) -> list[Replaced]:
    """Word the edits of a passage; where two would touch the same words, each writes no more than it must."""
    bare: dict[Mark, Replaced] = {}
    worded: dict[Mark, Replaced] = {}
    for mark in marks:
        entry = entries[mark.of] if mark.say is Say.HERS and mark.of else None
        if entry is not None and entry.pseudonym is not None:
            label = entry.pseudonym
            bald = _plainly(passage, mark.span, label)
            bare[mark] = Replaced(bald or Edit(mark.span, label, "a name"), entry.id, label)
            edit = bald or _reworded(passage, mark.span, entry, manner.scheme)
            worded[mark] = Replaced(edit, entry.id, label)
        elif mark.say is Say.GOES:
            own = wording_of(passage, mark, manner, spaces=_may_hold_spaces(passage, mark.span))
            for into, edit in zip((worded, bare), own, strict=True):
                into[mark] = Replaced(edit, "", edit.why, must=mark.label in _NOWHERE)
    chosen = dict(worded)
    for mark in worded:
        span = worded[mark].edit.span
        others = [other.span for other in marks if other is not mark and other.say is not Say.CITED]
        others += [one.edit.span for other, one in worded.items() if other is not mark]
        if any(span.overlaps(other) for other in others) or not span.contains(mark.span):
            chosen[mark] = bare[mark]
    return list(chosen.values())


def _reworded(passage: Passage, span: Span, entry: KeyPerson | KeyThing, scheme: Scheme) -> Edit:
    """Write the label of somebody or something into its sentence; a family is no single thing."""
    label = entry.pseudonym or ""
    if entry.slot == "family" and label.casefold() in ("family", scheme.worded.family.casefold()):
        return reword_family(passage.text, span, scheme)
    return reword(passage.text, span, label, _slot(entry, scheme))


def _plainly(passage: Passage, span: Span, label: str) -> Edit | None:
    """Give the edit for a place that is no sentence: an address, a property, a name in a program."""
    before, inner, behind = _token(passage.text, span)
    if (read := without_codes(inner)) is not None:  # which goes with the name that it parts
        inner = read.text
    if _in_a_program(passage, span) or _RUN_TOGETHER.search(before + inner + behind):
        return Edit(span, label.replace(" ", "_"), "a name in an address, a link or a name of a program")
    return None if passage.location.part in _PROSE else Edit(span, label, "a name")


def _may_hold_spaces(passage: Passage, span: Span) -> bool:
    """Tell whether what stands beside a number or an address of the post lets it be written in words."""
    before, _, behind = _token(passage.text, span)
    joined = _RUN_TOGETHER.search(f"{before} {behind}") or before.casefold().endswith("mailto:")
    return not (joined or _in_a_program(passage, span))


def _in_a_program(passage: Passage, span: Span) -> bool:
    here, around = passage.locate(span.start, span.end), passage.location.part
    if around not in _NO_SPACES:
        return here.part in _NO_SPACES and here.place != _SHOWN
    spaced = " " in passage.text[span.start : span.end]
    if around is Part.LINK:  # what is shown beside a link is no address
        return not spaced or _ADDRESS.search(passage.text) is not None
    return not (around is Part.FIELD and (spaced or _WORDS.match(passage.text)))


def _token(text: str, span: Span) -> tuple[str, str, str]:
    """Give what stands before, in and behind a stretch without a space between."""
    before = _TOKEN_BEFORE.findall(text[: span.start])[0]
    behind = _TOKEN_BEHIND.match(text, span.end)
    return before, text[span.start : span.end], behind[0] if behind else ""


def _slot(entry: KeyPerson | KeyThing, scheme: Scheme) -> Slot:
    found = scheme.slot(entry.slot) if entry.slot is not None else None
    if found is not None:
        return found
    group = Group.THING if isinstance(entry, KeyThing) else Group.OTHER
    return Slot("other", group, ("{letter}",), "somebody")
