"""Make the publication copy of a Word document: what a reader sees, and nothing else.

The package is built anew from the parts that are known to be seen. What is not known is not carried over
and is named. What remains: pixels stay as they are, and words in the visible text are not touched.
"""

from __future__ import annotations

from redact.formats.building import Request
from redact.values.cleaning import Cleaned, CleaningOptions, Refusal

__all__ = ["clean"]


def clean(content: bytes, request: Request, options: CleaningOptions) -> Cleaned | Refusal:
    """Clean a Word document.

    Returns: the copy and its account; or a refusal: it holds tracked changes that are not to be accepted.

    Raises:
        PasswordNeeded: it is encrypted, and `request.password` does not open it.
        WrongType: it is another Office file, a template, has macros, is Strict, or is locked by rights.
        Damaged: it is cut off or broken.
        Hostile: it is built as no program builds it.
        LimitReached: it is too large or too deep.
    """
    from redact.formats.word.cleaning.publishing import publish

    return publish(content, request, options)
