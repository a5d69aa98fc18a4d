"""Cleans documents in tests, and looks into what came out."""

from __future__ import annotations

import io
import zipfile

from redact.formats.building import Request
from redact.formats.unpacking import texts_of
from redact.formats.word.cleaning import clean
from redact.formats.words import words_of
from redact.values.cleaning import Cleaned, CleaningOptions, Refusal, Removed
from tests.formats.word.package_factory import PartSpec, make_docx

ACCEPTING = CleaningOptions(accept_revisions=True)


def clean_docx(data: bytes, options: CleaningOptions = ACCEPTING) -> Cleaned | Refusal:
    """Clean `data` as the program does, in this process."""
    return clean(data, Request("report.docx", b"secret of the tests"), options)


def cleaned(data: bytes, options: CleaningOptions = ACCEPTING) -> Cleaned:
    """Clean `data`, which must not be refused."""
    answer = clean_docx(data, options)
    assert isinstance(answer, Cleaned)
    return answer


def cleaned_body(body: str, parts: dict[str, PartSpec] | None = None) -> Cleaned:
    """Clean a document with this body."""
    return cleaned(make_docx(None, body, parts))


def member(copy: Cleaned, name: str) -> str:
    """Give one part of the copy as text."""
    with zipfile.ZipFile(io.BytesIO(copy.content)) as archive:
        return archive.read(name).decode()


def names(copy: Cleaned) -> list[str]:
    """List the parts of the copy."""
    with zipfile.ZipFile(io.BytesIO(copy.content)) as archive:
        return archive.namelist()


def every_word(content: bytes) -> str:
    """Join everything that can be read in any decoding of some bytes, without what stands between words."""
    return "\n".join("".join(words_of(text.text)) for text in texts_of(content))


def counted(entries: tuple[Removed, ...]) -> dict[tuple[str | None, str], int]:
    """Count entries by place and words."""
    found: dict[tuple[str | None, str], int] = {}
    for entry in entries:
        key = (entry.location.place, entry.what)
        found[key] = found.get(key, 0) + entry.count
    return found
