"""Text and Markdown, written anew: in the encoding of the file, its line ends and its byte order mark."""

from __future__ import annotations

import codecs
import hashlib
from collections.abc import Sequence

from redact.errors import NotWritten, RedactError
from redact.formats.building import DocumentBuilder, Request
from redact.formats.plain import read
from redact.values.edits import Rewriting
from redact.values.text import Format

__all__ = ["encoded", "rewrite"]

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def rewrite(content: bytes, request: Request, rewritings: Sequence[Rewriting]) -> bytes:
    """Write the text with each rewriting in its place.

    Raises:
        Damaged: the bytes are no text.
        NotWritten: a replacement has a letter that the file's encoding has not.
    """
    markdown = request.name.lower().endswith((".md", ".markdown"))
    builder = DocumentBuilder(
        request, sha256=hashlib.sha256(content).hexdigest(), format=Format.MD if markdown else Format.TXT
    )
    document = read(content, builder)
    new = {one.passage.rpartition(":")[2]: one for one in rewritings}
    pieces = []
    for passage in document.passages:
        if passage.apart:
            continue
        own = new.pop(passage.id.rpartition(":")[2], None)
        if own is not None and own.text != passage.text:
            raise RedactError("the text was read otherwise than before")
        pieces += [passage.lead, passage.text if own is None else own.written]
    if new:
        raise RedactError("a text that is to be rewritten is not there")
    return encoded("".join([*pieces, document.tail]), content)


def encoded(text: str, before: bytes) -> bytes:
    """Write a text in the encoding of another, with its byte order mark.

    Raises:
        NotWritten: it has a letter that the encoding has not.
    """
    for mark, encoding in _MARKS:
        if before.startswith(mark):
            return mark + text.encode(encoding)
    try:
        before.decode("utf-8")
    except UnicodeDecodeError:
        try:
            return text.encode("cp1252")
        except UnicodeEncodeError:
            raise NotWritten(
                "a pseudonym has a letter that the text's old encoding has not",
                "Save the text in UTF-8, and do it again.",
            ) from None
    return text.encode("utf-8")
