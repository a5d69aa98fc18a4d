"""A draft says in its first line that it may hold names."""

from __future__ import annotations

from redact import guard
from redact.errors import RedactError
from redact.values.text import Format

__all__ = ["DRAFT_LINE", "as_draft"]

DRAFT_LINE = "DRAFT: this document may hold names. It is not anonymised and must not be published."


def as_draft(content: bytes, name: str, format: Format, secret: bytes) -> bytes:
    """Write that line before the text of a new file.

    Raises:
        WrongType: there is no way to write it into a file of this format.
    """
    from redact.formats import Request
    from redact.formats.drafting import mark_as_draft

    answer = guard.run(mark_as_draft, content, Request(name, secret), format, DRAFT_LINE)
    if not isinstance(answer, bytes):
        raise RedactError("the draft was not marked")
    return answer
