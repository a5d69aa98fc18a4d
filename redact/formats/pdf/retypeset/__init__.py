"""A PDF, written anew: its text with the edits, typeset into a new file that has nothing of the old one.

A name that is cut out of a PDF leaves a gap as wide as the name, and the gap gives it away. So no line of the
old file is kept: what was read is set again, in a typeface of our own, page for page. Pictures, colours,
comments, links, attached files and everything else beside the text is left out; `left_out` says what.
"""

from __future__ import annotations

from collections.abc import Sequence

from redact.formats.building import Request
from redact.values.edits import Rewriting

__all__ = ["rewrite"]


def rewrite(content: bytes, request: Request, rewritings: Sequence[Rewriting]) -> bytes:
    """Typeset the text of a pdf with each rewriting in its place; the same bytes each time.

    Raises:
        WrongType: its text is not what its pages show, or has letters that cannot be set.
        Damaged, Hostile, LimitReached, PasswordNeeded: as the reader says.
        NotWritten: the new pages do not show what they should.
    """
    from redact.formats.pdf.retypeset.writing import write_anew

    return write_anew(content, request, rewritings)
