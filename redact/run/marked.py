"""`check --marked`: a working copy of a Word document with a comment at each finding."""

from __future__ import annotations

from pathlib import Path

from redact import guard
from redact.errors import RedactError, WrongUse
from redact.formats.building import Progress, Request
from redact.report.decided import left_of
from redact.values.checking import Checked, CheckRun
from redact.values.text import Format

__all__ = ["marked_copy"]


def marked_copy(run: CheckRun, secret: bytes) -> bytes:
    """Write the copy of the one Word document of a run, in a guarded child.

    Args:
        secret: the one that the run was made under: the passages have the same ids under it.

    Raises:
        WrongUse: there is not exactly one document, or it is no Word document that was read.
        WrongType: it is encrypted, or of a form that cannot be marked.
    """
    checked = run.documents[0]
    if len(run.documents) != 1 or checked.document is None or checked.document.format is not Format.DOCX:
        raise WrongUse(
            "--marked writes a copy of one Word document that could be read",
            "Give one .docx; for a PDF, mark the Word document that it was made from.",
        )
    request = Request(Path(checked.path).name, secret)
    copy = guard.run(_mark, checked.path, checked.document.sha256, request, _notes(checked))
    if not isinstance(copy, bytes):
        raise RedactError("the marker gave no document")
    return copy


def _notes(checked: Checked) -> tuple[tuple[str, str], ...]:
    """Word each finding that is open as a comment: what it is, what to write instead, and in which part."""
    findings = left_of(checked).findings
    return tuple(
        (
            finding.spans[0].passage,
            f"{finding.masked} {finding.message} {finding.hint} "
            f"(in the {finding.location.part.value}; rule {finding.rule}, {finding.severity.value})",
        )
        for finding in findings
        if finding.spans
    )


def _mark(
    path: str, sha256: str, request: Request, notes: tuple[tuple[str, str], ...], progress: Progress
) -> bytes:
    """In the child: read the file once more, make sure that it is the one that was checked, and mark it."""
    import hashlib

    from redact.formats.intake import read_bytes
    from redact.formats.word.marking import mark

    data = read_bytes(path)
    if hashlib.sha256(data).hexdigest() != sha256:
        raise WrongUse("the document was changed while it was checked", "Check it again.")
    return mark(data, request, notes, progress)
