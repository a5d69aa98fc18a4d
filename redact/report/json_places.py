"""Where something stands, for other programs: part, page, block and cell, and the stretch of a passage."""

from __future__ import annotations

from redact.values.checking import CheckRun
from redact.values.text import Document, Location, Pages, Passage, Span

__all__ = ["Json", "Places", "further", "page", "place", "places_of"]

Json = dict[str, object]
Places = dict[str, tuple[Passage, Document]]  # by the ids of passages


def places_of(run: CheckRun) -> Places:
    """Give every passage of a call with its document."""
    read = [checked.document for checked in run.documents if checked.document]
    return {passage.id: (passage, document) for document in read for passage in document.passages}


def further(span: Span, passage: Passage, document: Document) -> Json:
    """Write one stretch of a passage; its offsets are half-open code points into the passage."""
    location = passage.locate(span.start, span.end)
    return {**place(location, document), "passage": span.passage, "span": [span.start, span.end]}


def place(location: Location, document: Document) -> Json:
    """Write where a person would look."""
    return {
        "part": location.part.value,
        "place": location.place,
        "page": page(location, document),
        "block": location.block,
        "cell": list(location.cell) if location.cell else None,
    }


def page(location: Location, document: Document) -> int | None:
    """Give a page only where the file really has pages: a program cannot see that one is "about"."""
    return location.page if document.paging is Pages.EXACT else None
