"""In what position each name stands: cited, public, of an office, of the panel; all others are participants.

A mention is cited or public by its own position alone, never because the same name is so elsewhere, and only
where the position holds all of it: of "Harte, Anna Brown" with only Harte cited, the whole stays a
participant's. Words of kinship, the field of a form or a post in the case beside a name make it a
participant whatever its position; a position that may deceive gives way to whoever bears the name elsewhere.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from operator import is_
from typing import cast

from redact.recognise import regex
from redact.recognise.borne_pairs import ENTRY, borne_pairs
from redact.recognise.carried import HELD
from redact.recognise.carried_signs import parts_of
from redact.recognise.citation_tables import author_columns, case_columns, is_of_the_case_column
from redact.recognise.citations import Known, cited_authors, known_authors
from redact.recognise.claims import Example, FollowUpRecogniser
from redact.recognise.famous_cases import famous_cases
from redact.recognise.grids import View
from redact.recognise.inquiries import INQUIRIES
from redact.recognise.listed_authors import listed_authors
from redact.recognise.office_frames import in_frames
from redact.recognise.public_names import chairs, public_names
from redact.recognise.readings import Reading
from redact.recognise.role_lines import role_lines
from redact.recognise.role_offices import names_a_body
from redact.recognise.shown import Shown, shown
from redact.recognise.zones import NAME_PARTS, Placed, Zone, covered
from redact.values.people import Evidence, Label, Mention, Standing
from redact.values.text import Span

__all__ = ["RECOGNISER", "standing_in"]

_NAME = "standing"
_VERSION = "2"
_LOOKED_AT = "positions"
_PUBLISHED = "published case"
# Cases and inquiries: such a name alone, in a sentence that tells nothing of the case, shows nobody.
_WORKS = frozenset({_PUBLISHED, *INQUIRIES})
# The documents that were looked at, what looks like a position in them, and the authors whom they cite.
_Kept = tuple[tuple[View, ...], tuple[Zone, ...], Known]
# What these say of a name makes it a participant's, whatever its position.
_KIN = frozenset({"kinship"})
_OVER_KIN = frozenset({"name and kinship", "name and its kin", "kinship and name"})
_IN_THE_CASE = _KIN | {"fields"}
_KIN_BEFORE = regex.compile(
    r"\b(?i:mother|father|mum|dad|parent|brother|sister|sibling|uncle|aunt|cousin|nephew|niece|son|daughter"
    r"|partner|husband|wife|grand\p{L}+|nan|child|baby|boyfriend|girlfriend|neighbour)"
    r"[,:]?[ ](?:\p{Lu}\p{L}*\.?[ ]){0,2}$"
)


@dataclass(frozen=True, slots=True)
class _Positions:
    """The positions of all documents by passage, the surnames of surely cited authors, and all citations."""

    by_passage: dict[str, list[Placed]] = field(repr=False)
    authors: frozenset[str] = field(repr=False)
    known: Known = field(repr=False)


def _find(views: Sequence[View], mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Give each mention of a name that stands otherwise again, so, and those that only a position shows."""
    people: dict[str, list[Mention]] = defaultdict(list)
    pseudonyms: dict[str, list[Mention]] = defaultdict(list)
    for each in mentions:
        if each.label is Label.PERSON:
            people[each.span.passage].append(each)
        elif each.label is Label.PSEUDONYM:
            pseudonyms[each.span.passage].append(each)
    positions = _positions(views, pseudonyms)
    bearers = shown(views, mentions, positions.by_passage, positions.known)
    texts = {passage.id: passage.text for view in views for passage in view.document.passages}
    every: dict[str, list[Placed]] = {}
    listed = _last_words(positions.by_passage, lambda zone: zone.pattern == ENTRY)
    for passage, found in positions.by_passage.items():
        borne = [id(each) for each in borne_pairs(found, texts[passage], bearers, listed)]
        held = [each for each in found if id(each) not in borne]
        held = [each for each in held if _holds(each.zone, bearers, positions.authors)]
        every[passage] = held
        for one in people[passage]:
            standing = standing_in(one, held, texts[passage])
            if standing is not None:
                yield replace(one, standing=standing)
        yield from _made(held, people[passage])
    for view in views[:1]:
        view.kept[HELD] = every  # for all documents of the call: a standing is carried from them


def _holds(zone: Zone, bearers: Shown, authors: frozenset[str]) -> bool:
    if not zone.careful or zone.of_literature:
        return True
    name = zone.reading.text[zone.start : zone.end]
    if zone.surname and not bearers.forenames(name):
        return True
    if zone.surname:
        return False
    if zone.pattern == _PUBLISHED and bearers.explain(name):
        return True
    known = authors if zone.standing is Standing.CITED else frozenset[str]()
    return not bearers.bear(name, known)


def _made(held: Sequence[Placed], people: Sequence[Mention]) -> Iterator[Mention]:
    """Make the mentions that nobody else has found."""
    taken: list[Span] = [each.span for each in people]
    for each in held:
        if each.zone.makes is not None and not any(each.span.overlaps(other) for other in taken):
            taken.append(each.span)
            evidence = Evidence(_NAME, _VERSION, each.zone.pattern, each.zone.because)
            yield Mention(each.span, Label.PERSON, each.zone.makes, evidence, each.zone.standing)


def _is_kin(zone: Zone) -> bool:
    """Tell whether a word of kinship stands before the name: "her uncle Sir …"."""
    return _KIN_BEFORE.search(zone.reading.text, max(0, zone.start - 40), zone.start) is not None


def _may_stand(mention: Mention, zone: Zone) -> bool:
    if zone.standing in (Standing.OFFICE, Standing.PANEL):
        return mention.evidence.recogniser not in _KIN
    if zone.over_kin and mention.evidence.pattern in _OVER_KIN:
        return True
    return mention.evidence.recogniser not in _IN_THE_CASE


def standing_in(mention: Mention, held: Sequence[Placed], text: str) -> Standing | None:
    """Say how a mention stands; None where no position, or not all of it, is in positions of one standing."""
    mine = [each for each in held if each.span.overlaps(mention.span) and _may_stand(mention, each.zone)]
    for standing in dict.fromkeys(each.zone.standing for each in mine):
        spans = [each.span for each in mine if each.zone.standing is standing]
        if covered(mention.span, spans, text):
            return standing
    return None


def _positions(views: Sequence[View], pseudonyms: dict[str, list[Mention]]) -> _Positions:
    """Collect the positions of all documents; none where a label in use or a word of kinship stands."""
    zones, authors = _zones(views)
    found: dict[str, list[Placed]] = defaultdict(list)
    _add(found, zones, pseudonyms)
    cited = _last_words(found, lambda zone: zone.standing is Standing.CITED)
    cases = _last_words(found, lambda zone: zone.pattern in _WORKS)
    authors = replace(authors, surnames=authors.surnames | cited | cases, listed=authors.listed | cases)
    return _Positions(found, frozenset(name for name, _ in authors.sure), authors)


def _zones(views: Sequence[View]) -> tuple[tuple[Zone, ...], Known]:
    """Find what looks like a position in documents, and the authors whom they cite; in the same ones once."""
    kept = cast("_Kept | None", views[0].kept.get(_LOOKED_AT)) if views else None
    if kept is not None and len(kept[0]) == len(views) and all(map(is_, kept[0], views)):
        return kept[1], kept[2]
    first = [reading for view in views for reading in view.first if _may_hold(reading)]
    known = chairs(first)
    authors = known_authors(views)
    found: list[Zone] = []
    offices: list[Zone] = []
    for reading in first:
        found += public_names(reading, known)
        found += cited_authors(reading, authors)
    found += famous_cases([[each for each in view.first if _may_hold(each)] for view in views])
    for view in views:
        own = [each for each in view.first if _may_hold(each)]
        cites = any(each.passage.id in authors.citing for each in own)
        found += listed_authors(own, cites=cites)
        found += author_columns(view)
        offices += (zone for zone in role_lines(view) if not names_a_body(zone))
    found += (*offices, *in_frames(views, offices))
    cells = [cell for view in views for cell in case_columns(view)]
    found = [zone for zone in found if not is_of_the_case_column(zone, cells)]
    for view in views[:1]:
        view.kept[_LOOKED_AT] = (tuple(views), tuple(found), authors)
    return tuple(found), authors


def _last_words(found: Mapping[str, Sequence[Placed]], wanted: Callable[[Zone], bool]) -> frozenset[str]:
    """Give the surnames, in lower case, of the names in positions of a kind."""
    zones = [each.zone for every in found.values() for each in every if wanted(each.zone)]
    names = [parts_of(zone.reading.text[zone.start : zone.end]) for zone in zones]
    return frozenset(parts[-1] for parts in names if parts)


def _may_hold(reading: Reading) -> bool:
    return reading.passage.location.part not in NAME_PARTS


def _add(found: dict[str, list[Placed]], zones: Iterable[Zone], pseudonyms: dict[str, list[Mention]]) -> None:
    for zone in zones:
        passage = zone.reading.passage.id
        at = zone.reading.span(zone.start, zone.end)
        span = Span(passage, *at) if at is not None else None
        if span is None or any(span.overlaps(other.span) for other in pseudonyms[passage]):
            continue
        if zone.standing is Standing.PANEL or not _is_kin(zone):
            found[passage].append(Placed(span, zone))


RECOGNISER = FollowUpRecogniser(
    name=_NAME,
    version=_VERSION,
    labels=(Label.PERSON,),
    find=_find,
    ahead=_zones,
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
