"""A pdf that is typeset anew, and how a test looks at it."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Sequence
from typing import Any

import pikepdf

from redact.formats.building import Request
from redact.formats.pdf.retypeset import rewrite
from redact.formats.pdf.retypeset.letters import bare
from redact.values.edits import Edit, Rewriting
from redact.values.text import Document, Span
from tests.formats.pdf.pdf_factory import SECRET, read

__all__ = ["edited", "id_of", "letters", "opened", "retypeset", "said"]


def retypeset(
    content: bytes, rewritings: Sequence[Rewriting] = (), *, name: str = "review 1.pdf", line: str = ""
) -> bytes:
    """Typeset a pdf anew in this process."""
    return rewrite(content, Request("old.pdf", SECRET, written_as=name, line=line), rewritings)


def edited(content: bytes, *changes: tuple[str, str]) -> list[Rewriting]:
    """Write each second text in place of the first one, wherever it stands in a passage of a pdf."""
    found = []
    for passage in read(content).passages:
        edits = []
        text = passage.text
        for old, new in changes:
            at = passage.text.find(old)
            if at >= 0:
                edits.append(Edit(Span(passage.id, at, at + len(old)), new, "a test"))
                text = text.replace(old, new, 1)
        if edits:
            ordered = tuple(sorted(edits, key=lambda one: one.span.start))
            found.append(Rewriting(passage.id, passage.text, ordered, text))
    return found


def letters(document: Document) -> str:
    """Give the letters of all pages in their order, without spaces and hyphens."""
    own = [one for one in document.passages if not one.apart and one.location.page]
    return bare("".join(one.text for one in own))


def said(content: bytes) -> list[str]:
    """Give the paragraphs of a pdf as they are read."""
    return [one.text for one in read(content).passages if not one.apart and one.location.page]


def id_of(content: bytes) -> str:
    """Give a digest of bytes."""
    return hashlib.sha256(content).hexdigest()


def opened(content: bytes) -> Any:
    """Open a pdf."""
    return pikepdf.open(io.BytesIO(content))
