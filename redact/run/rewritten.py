"""A document written anew, and read back as any file is read: both in a guarded child."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from redact import guard
from redact.errors import RedactError
from redact.values.edits import Rewriting
from redact.values.text import Document, Format

__all__ = ["read_back", "rewritten"]


def rewritten(
    path: str,
    document: Document,
    rewritings: Sequence[Rewriting],
    secret: bytes,
    name: str = "",
    line: str = "",
) -> bytes:
    """Write the file that was read as `document` anew; gives its bytes.

    Args:
        name: of the new file, which may become its title.
        line: where the new file is set anew, what each page of it says above its text.

    Raises:
        FileFault, WrongUse: as `rewrite_file` does.
    """
    from redact.formats import Request
    from redact.formats.rewriting import rewrite_file

    request = Request(Path(path).name, secret, written_as=name, line=line)
    answer = guard.run(rewrite_file, path, document.sha256, request, document.format, tuple(rewritings))
    if not isinstance(answer, bytes):
        raise RedactError("the rewriter gave no file")
    return answer


def read_back(content: bytes, name: str, format: Format, secret: bytes) -> Document:
    """Read what was written, under the name that it is to have.

    Raises:
        FileFault: it cannot be read.
    """
    from redact.formats import Request
    from redact.formats.cleaners import read_copy
    from redact.formats.ocr import SECONDS_IN_ALL, engine
    from redact.guard import Limits

    reader = engine()
    limits = Limits(programs=(reader,), outside_seconds=SECONDS_IN_ALL) if reader else Limits()
    request = Request(name, secret, ocr=reader)
    answer = guard.run(read_copy, content, request, format, limits=limits)
    if not isinstance(answer, Document) or answer.sha256 != hashlib.sha256(content).hexdigest():
        raise RedactError("the reader gave no document")
    return answer
