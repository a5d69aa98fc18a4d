"""In what position each name stands: cited, public, of an office, of the panel; all others are participants.

A mention is cited or public by its own position alone, never because the same name is so elsewhere. Words of
kinship, the field of a form or a post in the case beside a name make it a participant whatever its position.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import regex

from redact.recognise.citations import cited_authors, known_authors
from redact.recognise.claims import Example, FollowUpRecogniser
from redact.recognise.grids import View
from redact.recognise.public_names import chairs, public_names
from redact.recognise.readings import folded
from redact.recognise.role_lines import role_lines
from redact.recognise.zones import Zone
from redact.values.people import Evidence, Label, Mention, Standing
from redact.values.text import Part, Span

__all__ = ["RECOGNISER"]

_NAME = "standing"
_VERSION = "1"
# What these say of a name makes it a participant's, whatever its position.
_KIN = frozenset({"kinship"})
_IN_THE_CASE = _KIN | {"fields"}
# Of these a name elsewhere makes a careful position doubtful; a title of learning or honour does not.
_PARTICIPANTS = frozenset({"fields", "kinship", "roles", "titles"})
_LEARNED = regex.compile(r"(?:\b(?:Professor|Prof|Lord|Baroness|Baron|Sir|Dame)\b\.?[ ]?[\p{L}. '-]{0,20})$")
_KIN_BEFORE = regex.compile(
    r"\b(?:mother|father|mum|dad|parent|brother|sister|sibling|uncle|aunt|cousin|nephew|niece|son|daughter"
    r"|partner|husband|wife|grand\p{L}+|nan|child|baby|boyfriend|girlfriend|neighbour)"
    r"[,:]?[ ](?:\p{Lu}\p{L}*\.?[ ]){0,2}$",
    regex.IGNORECASE,
)
_NAME_PARTS = frozenset(
    {Part.FILE_NAME, Part.PROPERTY, Part.BOOKMARK, Part.EMBEDDED_FILE, Part.ATTACHMENT, Part.LINK}
)


def _find(views: Sequence[View], mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Give each mention of a name that stands otherwise again, so, and those that only a position shows."""
    zones = _zones(views)
    people: dict[str, list[Mention]] = defaultdict(list)
    pseudonyms: dict[str, list[Mention]] = defaultdict(list)
    for each in mentions:
        if each.label is Label.PERSON:
            people[each.span.passage].append(each)
        elif each.label is Label.PSEUDONYM:
            pseudonyms[each.span.passage].append(each)
    # The model goes by the look of a name, wherever it stands: it shows nobody as a participant.
    participants = _participants(views, [each for each in mentions if not _is_models(each)], zones)
    for passage, found in zones.items():
        taken: list[Span] = []
        for span, zone in found:
            if any(span.overlaps(other.span) for other in pseudonyms[passage]):
                continue
            if zone.standing is not Standing.PANEL and _is_kin(zone):
                continue
            if zone.careful and _words(zone.reading.text[zone.start : zone.end]) & participants:
                continue
            beneath = [each for each in people[passage] if each.span.overlaps(span)]
            for each in beneath:
                # It takes the initials along: "Harte, A.B." of a list of references.
                if (span.contains(each.span) or _is_models(each)) and _may_stand(each, zone):
                    yield replace(each, standing=zone.standing)
            if not beneath and zone.makes is not None and not any(span.overlaps(other) for other in taken):
                taken.append(span)
                evidence = Evidence(_NAME, _VERSION, zone.pattern, zone.because)
                yield Mention(span, Label.PERSON, zone.makes, evidence, zone.standing)


def _is_kin(zone: Zone) -> bool:
    """Tell whether a word of kinship stands before the name: "her uncle Sir …"."""
    return _KIN_BEFORE.search(zone.reading.text, max(0, zone.start - 40), zone.start) is not None


def _is_models(mention: Mention) -> bool:
    return mention.evidence.recogniser == "name-model"


def _may_stand(mention: Mention, zone: Zone) -> bool:
    if zone.standing in (Standing.OFFICE, Standing.PANEL):
        return mention.evidence.recogniser not in _KIN
    return mention.evidence.recogniser not in _IN_THE_CASE


def _zones(views: Sequence[View]) -> dict[str, list[tuple[Span, Zone]]]:
    """Collect the zones of all documents by passage; the first that covers a stretch holds."""
    first = [
        reading
        for view in views
        for reading in view.first
        if reading.passage.location.part not in _NAME_PARTS
    ]
    known = chairs(first)
    authors = known_authors(first)
    found: dict[str, list[tuple[Span, Zone]]] = defaultdict(list)
    for reading in first:
        _add(found, public_names(reading, known))
        _add(found, cited_authors(reading, authors))
    for view in views:
        _add(found, role_lines(view))
    return found


def _add(found: dict[str, list[tuple[Span, Zone]]], zones: Iterable[Zone]) -> None:
    for zone in zones:
        span = zone.reading.span(zone.start, zone.end)
        if span is not None:
            found[zone.reading.passage.id].append((Span(zone.reading.passage.id, *span), zone))


def _participants(
    views: Sequence[View], mentions: Sequence[Mention], zones: dict[str, list[tuple[Span, Zone]]]
) -> frozenset[str]:
    """Collect the words of the names that stand as a participant's somewhere."""
    texts = {passage.id: passage.text for view in views for passage in view.document.passages}
    found: set[str] = set()
    for each in mentions:
        if each.label is not Label.PERSON or each.evidence.recogniser not in _PARTICIPANTS:
            continue
        text = texts[each.span.passage]
        learned = each.evidence.recogniser == "titles" and _LEARNED.search(
            folded(text[max(0, each.span.start - 40) : each.span.start])[0]
        )
        if learned or any(span.overlaps(each.span) for span, _ in zones.get(each.span.passage, ())):
            continue
        found |= _words(folded(text[each.span.start : each.span.end])[0])
    return frozenset(found)


def _words(name: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in regex.findall(r"\p{L}[\p{L}'-]+", name))


RECOGNISER = FollowUpRecogniser(
    name=_NAME,
    version=_VERSION,
    labels=(Label.PERSON,),
    find=_find,
    examples=(
        Example("Harte (2011) argues that systems matter.", ("Harte",)),
        Example("as has been shown (Quill 1998)", ("Quill",)),
        Example("Osgood et al., 2009", ("Osgood",)),
        Example("Vesey and others 2016", ("Vesey",)),
        Example("Harte, A. (2011) Child Protection Practice in Anytown", ("Harte",)),
        Example("Tarrant B 2009 A Guide for Conducting Reviews", ("Tarrant",)),
        Example("(Harte, 2009; Quill & Vesey, 2011)", ("Harte", "Quill", "Vesey")),
        Example("So Harte and Quill (2009) have it.", ("Harte", "Quill")),
        Example("as Harte (2009) has it\n\nHarte, A. (2009) A Guide for All", ("Harte", "Harte")),
    ),
    near_misses=(
        "her brother Tom (2004) and her sister Ida (2006)",
        "her children (Tom 2003, Ida 2005)",
        "Working Together (2015) says so.",
        "In May 2009 and since Easter 2010",
        "Children Act 1989 and Human Rights Act (1998)",
        "Child A (2011) was seen.",
        "the Ofsted (2011) inspection",
    ),
)
