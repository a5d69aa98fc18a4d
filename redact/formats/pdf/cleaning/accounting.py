"""What was in the file and is not in its copy, place by place, as the reader sees both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from redact.values.cleaning import Removed
from redact.values.text import Document, Location, Part

__all__ = ["HIDDEN_WORDS", "hidden_left", "removed", "standing"]

# Text that stands on a page and is not seen.
HIDDEN_WORDS = frozenset({"P3", "P4", "P5", "P6", "P7", "P9", "P10", "P11", "P12"})
# What a reader of the page sees, and what only a person can judge.
_SEEN = frozenset({"P1", "P2", "P16", "P30", "P32", "P34"})

_WHAT = {
    "P3": "words under boxes",
    "P4": "words under shapes",
    "P5": "words under pictures",
    "P6": "words under hatchings",
    "P7": "words under annotations",
    "P9": "words in a colour or size that is not seen",
    "P10": "words that are not drawn",
    "P11": "layers that are not shown",
    "P12": "layers of recognised text",
    "P13": "forms and patterns that are not drawn",
    "P14": "texts that replace what is drawn",
    "P15": "texts of the structure",
    "P17": "properties",
    "P18": "entries of the metadata",
    "P19": "annotations",
    "P20": "links",
    "P21": "attachments",
    "P22": "fields of forms",
    "P23": "outline entries, destinations and page labels",
    "P24": "scripts and actions",
    "P25": "pages that are not shown",
    "P26": "earlier versions",
    "P27": "bytes that nothing uses",
    "P28": "data of other programs",
    "P29": "data inside pictures, and parts of pictures that are not seen",
    "P31": "signatures",
    "P32": "document numbers",
    "P33": "encryption",
}
# What may stay by the way in which the copy is made: everything that is in it is drawn.
_STANDING = {
    "P13": "words in patterns and forms, which are drawn",
}


def removed(before: Document, after: Document) -> tuple[Removed, ...]:
    """List what the reader found in the file and no longer finds in the copy, outside of what is seen."""
    old, new = Counter(_places(before)), Counter(_places(after))
    found = []
    for (part, place), count in old.items():
        gone = count - new[part, place]
        if gone > 0 and place not in _SEEN and place in _WHAT:
            found.append(Removed(Location(part, place), gone, _WHAT[place]))
    return tuple(sorted(found, key=_by_place))


def standing(after: Document) -> tuple[Removed, ...]:
    """List what stays in the copy because it is drawn."""
    counts = Counter(place for _, place in _places(after) if place in _STANDING)
    parts = {place: part for part, place in _places(after)}
    entries = (
        Removed(Location(parts[place], place), count, _STANDING[place]) for place, count in counts.items()
    )
    return tuple(sorted(entries, key=_by_place))


def hidden_left(document: Document) -> tuple[Removed, ...]:
    """List the words on pages that are not seen, by place and page."""
    counts: Counter[Location] = Counter()
    for location in _locations(document):
        if location.place in HIDDEN_WORDS:
            counts[Location(location.part, location.place, location.page)] += 1
    entries = (Removed(location, count, _WHAT[str(location.place)]) for location, count in counts.items())
    return tuple(sorted(entries, key=lambda entry: (entry.location.page or 0, _by_place(entry))))


def _places(document: Document) -> Iterable[tuple[Part, str]]:
    for location in _locations(document):
        if location.place is not None:
            yield location.part, location.place


def _locations(document: Document) -> Iterable[Location]:
    """Give every place that the reader names: of passages, of stretches in them, of gaps and traces."""
    for passage in document.passages:
        if passage.apart:
            continue
        yield passage.location
        for region in passage.regions:
            yield passage.locate(region.start, region.end)
    yield from (gap.location for gap in document.gaps)
    yield from (trace.location for trace in document.traces)


def _by_place(entry: Removed) -> tuple[int, str]:
    return int(str(entry.location.place)[1:]), entry.location.part.value
