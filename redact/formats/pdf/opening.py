"""The bytes of a pdf → an open file whose size, depth and page tree have been measured first.

pdfium and qpdf take memory and time for what a file says that it holds, so a file is measured before
either reads a page of it. What remains: filters other than Flate are not measured; the guard's limit of
memory stops those.
"""

from __future__ import annotations

import base64
import contextlib
import io
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from redact.errors import Damaged, Hostile, LimitReached, PasswordNeeded

__all__ = ["MAX_PAGES", "Opened", "decoded_size", "open_pdf"]

MAX_PAGES = 5_000
MAX_OBJECTS = 500_000
MAX_PART_BYTES = 64 * 1024 * 1024  # inflated, of one stream that is not a picture
MAX_SUM_BYTES = 512 * 1024 * 1024  # inflated, of all of them together
_CHUNK = 1024 * 1024

_SAVE_AGAIN = "Open it in the program that made it, save it as a new PDF there, and check that file."
_SPLIT = "Split it into parts, and check each of them."
_PACKED_OBJECTS = re.compile(rb"/Type\s*/(?:ObjStm|XRef)\b")
_STREAM = re.compile(rb"stream\r?\n")


@dataclass(frozen=True, slots=True)
class Opened:
    """An open pdf: as qpdf sees it, and its bytes without encryption for pdfium.

    `repaired` says that qpdf had to mend it, so something may be missing.
    """

    pdf: Any
    data: bytes = field(repr=False)
    pages: int
    repaired: bool


def open_pdf(data: bytes, password: str | None) -> Opened:
    """Open a pdf and measure it.

    Raises:
        PasswordNeeded: it is encrypted and the password, if any, does not open it.
        Damaged: it is not a pdf, or is broken beyond reading.
        Hostile: its page tree or its streams are built to hurt.
        LimitReached: more pages, objects or bytes than any report has.
    """
    import pikepdf

    _measure_packed_objects(data)
    try:
        pdf = pikepdf.open(io.BytesIO(data), password=password or "")
    except pikepdf.PasswordError:
        raise _password_needed(password) from None
    except (pikepdf.PdfError, ValueError):
        raise Damaged("the file is damaged: it is not a PDF that can be opened", _SAVE_AGAIN) from None
    pages = _count_pages(pdf)
    _measure_streams(pdf)
    plain = data
    if pdf.is_encrypted:
        decrypted = io.BytesIO()
        pdf.save(decrypted, encryption=False, fix_metadata_version=False)
        plain = decrypted.getvalue()
    return Opened(pdf, plain, pages, repaired=bool(pdf.get_warnings()))


def decoded_size(stream: Any, limit: int) -> int:
    """Give the largest size that a stream has on its way through its filters, as far as we follow them.

    It is counted up to a little above `limit`.
    """
    import pikepdf

    filters = stream.get("/Filter", [])
    names = [str(name) for name in ([filters] if isinstance(filters, pikepdf.Name) else list(filters))]
    data = stream.read_raw_bytes()
    largest = len(data)
    for number, name in enumerate(names, start=1):
        if name in ("/FlateDecode", "/Fl"):
            largest = max(largest, _inflated_size(data, limit))
            if largest > limit or number == len(names):
                break
            data = _inflate(data, limit)
        elif name in ("/ASCII85Decode", "/A85", "/ASCIIHexDecode", "/AHx"):
            data = _from_ascii(name, data)
        else:
            break
    return largest


def _password_needed(password: str | None) -> PasswordNeeded:
    if password is None:
        return PasswordNeeded(
            "the file is encrypted", "Give its password when asked, or in a file with --password-file."
        )
    return PasswordNeeded("the password does not open the file", "Check the password, and give it again.")


def _measure_packed_objects(data: bytes) -> None:
    """Refuse packed objects that inflate to too much: qpdf inflates them before anything can be asked."""
    total = 0
    for match in _PACKED_OBJECTS.finditer(data):
        start = _STREAM.search(data, match.end(), match.end() + 4_096)
        if start is None:
            continue
        size = _inflated_size(data[start.end() : start.end() + MAX_PART_BYTES], MAX_PART_BYTES)
        total += size
        if size > MAX_PART_BYTES or total > MAX_SUM_BYTES:
            raise _inflates()


def _count_pages(pdf: Any) -> int:
    import pikepdf

    try:
        pages = len(pdf.pages)
        objects = len(pdf.objects)
    except (pikepdf.PdfError, ValueError, RuntimeError):
        raise Hostile("the file's page tree is broken or runs in a circle", _SAVE_AGAIN) from None
    if pages > MAX_PAGES:
        raise LimitReached(f"the file has more than {MAX_PAGES:,} pages", _SPLIT)
    if objects > MAX_OBJECTS:
        raise LimitReached(f"the file has more than {MAX_OBJECTS:,} objects", _SPLIT)
    if pages == 0:
        raise Damaged("the file has no pages", _SAVE_AGAIN)
    return pages


def _measure_streams(pdf: Any) -> None:
    total = 0
    for stream in _streams(pdf):
        size = decoded_size(stream, MAX_PART_BYTES)
        total += size
        if size > MAX_PART_BYTES or total > MAX_SUM_BYTES:
            raise _inflates()


def _streams(pdf: Any) -> Iterator[Any]:
    import pikepdf

    for found in pdf.objects:
        # A picture may be large, and nothing inflates it but our own bounded reader.
        if isinstance(found, pikepdf.Stream) and found.get("/Subtype") != "/Image":
            yield found


def _inflated_size(packed: bytes, limit: int) -> int:
    """Count the bytes that a Flate stream inflates to, without keeping them; stop above `limit`."""
    inflater = zlib.decompressobj()
    size = 0
    rest = packed
    try:
        while rest and size <= limit and not inflater.eof:
            size += len(inflater.decompress(rest, _CHUNK))
            rest = inflater.unconsumed_tail
    except zlib.error:
        pass  # whoever reads it will say so; what came out so far is counted
    return size


def _inflate(data: bytes, limit: int) -> bytes:
    with contextlib.suppress(zlib.error):
        return zlib.decompressobj().decompress(data, limit)
    return b""


def _from_ascii(name: str, data: bytes) -> bytes:
    with contextlib.suppress(ValueError):
        if name.startswith("/ASCII8") or name == "/A85":
            return base64.a85decode(data.strip().removeprefix(b"<~").removesuffix(b"~>"))
        return bytes.fromhex(data.split(b">")[0].decode("latin-1"))
    return b""


def _inflates() -> Hostile:
    return Hostile("the file inflates to more than any report holds", _SAVE_AGAIN)
