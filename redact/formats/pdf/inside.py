"""Files within the file: attachments, and the document as it was before it was last saved.

Each is read as a file of its own, by the reader for its kind, and what it says is given as text of the
place where it lies. What cannot be read stays a gap, and so do files in files deeper than three.
"""

from __future__ import annotations

import contextlib
import contextvars
import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from redact.errors import RedactError
from redact.formats.building import DocumentBuilder, Request, no_progress
from redact.formats.pdf.gathering import Gathering
from redact.values.text import Document, Format, Part

__all__ = ["as_text", "is_inside", "read_attachment", "read_version"]

_DEEPEST = 3
_MOST_TEXT = 5_000_000  # bytes of an attached text
_CHECK_IT = "Save the attached file and check it by itself, or take it out of the PDF."
_depth: contextvars.ContextVar[int] = contextvars.ContextVar("depth", default=0)

Read = Callable[[bytes, DocumentBuilder], Document]


def is_inside() -> bool:
    """Tell whether the file that is being read lies within another."""
    return _depth.get() > 0


def read_attachment(content: bytes, name: str, request: Request, gathering: Gathering) -> None:
    """Read an attached file; one that cannot be read whole is a gap.

    Args:
        name: of the attached file; its ending says of a text whether it is one.
    """
    from redact.formats.intake import FORMATS

    gathering.trace(Part.ATTACHMENT, "P21", "a file is attached", content)
    kind = next((one for one in FORMATS if not one.is_text and one.recognises(content)), None)
    document = _read(content, kind.reader(), kind.format, replace(request, name=name)) if kind else None
    if document is not None:
        _give(document, gathering, Part.ATTACHMENT, "P21")
    elif kind is None and (text := as_text(content)) is not None:
        for paragraph in text.splitlines():
            gathering.text(paragraph, Part.ATTACHMENT, "P21")
    else:
        what = "a file is attached that cannot be read"
        gathering.gap(Part.ATTACHMENT, "P21", what, content, remedy=_CHECK_IT)


def read_version(content: bytes, read: Read, request: Request, known: Iterable[str]) -> list[str] | None:
    """Read the document as an earlier save left it.

    Args:
        known: texts that the document says now.

    Returns: what it said then and does not say now; None where it cannot be read whole.
    """
    document = _read(content, read, Format.PDF, replace(request, name=""))
    if document is None:
        return None
    now = {_folded(text) for text in known}
    everything = "\n".join(now)
    return [
        one.text
        for one in document.passages
        if one.text and not one.apart and (said := _folded(one.text)) not in now and said not in everything
    ]


def as_text(content: bytes) -> str | None:
    """Decode bytes that are a text, by their look; None for anything else."""
    if len(content) > _MOST_TEXT:
        return None
    encoding = "utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    with contextlib.suppress(UnicodeDecodeError):
        text = content.decode(encoding)
        strange = sum(letter < " " and letter not in "\t\r\n\f" for letter in text)
        return text if strange == 0 else None
    text = content.decode("cp1252", "replace")
    strange = sum((letter < " " and letter not in "\t\r\n\f") or letter == "\ufffd" for letter in text)
    return text if strange == 0 and sum(map(str.isalpha, text)) * 2 > len(text) else None


def _read(content: bytes, read: Read, kind: Format, request: Request) -> Document | None:
    """Read a file within; None where its reader gives up, or it lies too deep."""
    if _depth.get() >= _DEEPEST:
        return None
    token = _depth.set(_depth.get() + 1)
    try:
        request = replace(request, progress=no_progress)
        builder = DocumentBuilder(request, sha256=hashlib.sha256(content).hexdigest(), format=kind)
        return read(content, builder)
    except RedactError:
        return None
    finally:
        _depth.reset(token)


def _give(document: Document, gathering: Gathering, part: Part, place: str) -> None:
    for text in _said(document):
        gathering.text(text, part, place)
    for gap in document.gaps:
        what = f"in an attached file: {gap.what}"
        gathering.gap(part, place, what, gap.fingerprint.encode(), remedy=_CHECK_IT)
    for trace in document.traces:
        gathering.trace(part, place, f"in an attached file: {trace.what}", trace.fingerprint.encode())


def _said(document: Document) -> Iterator[str]:
    for passage in document.passages:
        if passage.location.part is not Part.FILE_NAME:
            yield passage.text


def _folded(text: str) -> str:
    return "".join(text.split())
