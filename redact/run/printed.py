"""A publication copy of a Word document as a PDF: printed by LibreOffice, and cleaned once more."""

from __future__ import annotations

from dataclasses import replace

from redact import guard
from redact.errors import FileFault, RedactError, WrongUse
from redact.values.cleaning import Cleaned, CleaningOptions, Refusal
from redact.values.text import Format

__all__ = ["look_ahead", "printed"]


def look_ahead(format: Format) -> None:
    """Say before long work what `printed` would say after it.

    Raises:
        WrongUse: only a Word document is printed.
        FileFault: LibreOffice is not on this machine.
    """
    from redact.formats import office

    if format is not Format.DOCX:
        raise WrongUse("only a Word document is made into a PDF", "Leave --pdf out.")
    if not office.available():
        raise FileFault(
            "LibreOffice is not on this machine, and nothing else here makes a PDF",
            "Install LibreOffice (it is free), or clean it without --pdf and print the copy in Word.",
        )


def printed(cleaned: Cleaned, options: CleaningOptions, secret: bytes) -> Cleaned | Refusal:
    """Make a PDF of a clean Word document, and clean that.

    What was taken out of the document is the account; of the PDF only what stands or is lost comes to it.

    Raises:
        RedactError: the document was not clean.
        FileFault: LibreOffice could not convert it, or took too long.
    """
    from redact.formats import Request
    from redact.formats.cleaners import clean_content
    from redact.formats.printing import print_to_pdf

    request = Request("document.pdf", secret)
    answer = guard.run(
        clean_content, print_to_pdf(cleaned.content), request, Format.PDF, replace(options, as_pictures=False)
    )
    if isinstance(answer, Refusal):
        return answer
    if not isinstance(answer, Cleaned):
        raise RedactError("the cleaner gave no copy")
    return replace(
        answer,
        removed=cleaned.removed,
        kept=cleaned.kept + answer.kept,
        standing=cleaned.standing + answer.standing,
        lost=cleaned.lost + answer.lost,
        taken=cleaned.taken + answer.taken,
        made=cleaned.made | answer.made,
    )
