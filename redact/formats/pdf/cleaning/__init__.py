"""PDF → its publication copy: a new file of the pages alone, built from what is allowed.

What is carried over: the drawing of each page, the fonts, pictures, colours and patterns that it names, and
the document's language. Nothing else is. Words that are not seen are left out where a whole text object is
never painted, lies on a layer that is not shown, or begins beyond the edge of its page, if the pages then
look as before; no other word is taken out of a line, since the gap would tell what stood there. A file with
such words is refused, or made into pictures of its pages when the user asks for that.
"""

from __future__ import annotations

from redact.formats.building import Request
from redact.values.cleaning import Cleaned, CleaningOptions, Refusal

__all__ = ["clean"]


def clean(content: bytes, request: Request, options: CleaningOptions) -> Cleaned | Refusal:
    """Clean a pdf; call it in the guard.

    Raises:
        PasswordNeeded: encrypted, and the password does not open it.
        Damaged, Hostile, LimitReached: as its reader does.
    """
    from redact.formats.pdf.cleaning.copying import clean_pdf

    return clean_pdf(content, request, options)
