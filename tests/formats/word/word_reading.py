"""Reads documents in tests, and asks them where a token stands."""

from __future__ import annotations

import hashlib

from redact.formats.building import DocumentBuilder, Progress, Request, no_progress
from redact.formats.word import read
from redact.values.text import Document, Format, Location, Part


def read_docx(
    data: bytes, *, password: str | None = None, name: str = "report.docx", progress: Progress = no_progress
) -> Document:
    """Read `data` as the front door does."""
    request = Request(name, b"secret of the tests", password, progress)
    return read(data, DocumentBuilder(request, sha256=hashlib.sha256(data).hexdigest(), format=Format.DOCX))


def located(document: Document, token: str) -> list[Location]:
    """Say where `token` stands: the location of its stretch in each passage that holds it."""
    found = []
    for passage in document.passages:
        at = passage.text.find(token)
        if at >= 0:
            found.append(passage.locate(at, at + len(token)))
    return found


def parts_of(document: Document, token: str) -> list[tuple[Part, str | None]]:
    """Say in which part and place `token` stands."""
    return [(location.part, location.place) for location in located(document, token)]


def texts(document: Document, part: Part | None = None) -> list[str]:
    """List the texts, but for the file name; of one part, when it is given."""
    return [
        passage.text
        for passage in document.passages
        if not passage.apart and (part is None or passage.location.part is part)
    ]


def places_of_gaps(document: Document) -> list[str | None]:
    """List the places of the catalogue that could not be read."""
    return [gap.location.place for gap in document.gaps]
