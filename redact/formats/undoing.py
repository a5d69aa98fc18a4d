"""What a rewritten file needs to be the file again that it was: nothing but what was taken out of it.

A file is its members (of a text there is one, the text itself). Of each member is kept in what pieces it is
found in the new one, and whatever stands between them; so what is kept is little more than the words that
were written over. Of a PDF, which is set anew, nothing of the old one stands in the new one, and all of it is
kept. It holds these words in the clear: whoever keeps it seals it.
"""

from __future__ import annotations

import hashlib

from redact.errors import KeyDamaged, RedactError, WrongUse
from redact.formats.building import Progress
from redact.formats.intake import read_bytes
from redact.values.text import Format
from redact.values.undoing import Piece, Undoing

__all__ = ["apart", "put_together", "undo_content", "undoing_of"]

_LEAST = 32  # bytes that must be the same before a piece is taken from the new file
_AHEAD = 64 * 1024  # bytes of the new file that are searched for the next piece
_AT_ONCE = 1024  # bytes of the old one that are kept as they are where none is found
_IN_VAIN = 16  # times that none is found, after which the files are two and the rest is kept as it is
_MOST = 24 * 1024**2  # bytes that are kept: twice in base64, they are still a sealed file


def undoing_of(
    path: str, sha256: str, after: bytes, format: Format, progress: Progress
) -> tuple[Undoing, ...]:
    """Say how the file at `path` is made again of the bytes that were written anew; call it in the guard.

    Args:
        sha256: of the bytes that were read: a file that was changed meanwhile is another file.
        after: the new file.

    Returns: its members in their order; nothing where too much would have to be kept.

    Raises:
        FileFault: as the reader of the format does.
        WrongUse: the file was changed since it was read.
    """
    content = read_bytes(path)
    if hashlib.sha256(content).hexdigest() != sha256:
        raise WrongUse("the document was changed while it was anonymised", "Do it again.")
    new = _members(after, format)
    found = []
    for name, before in _members(content, format).items():
        pieces = apart(before, new.get(name, b""))
        if put_together(pieces, new.get(name, b"")) != before:
            raise RedactError("what is kept of a document does not give it back")
        found.append(Undoing(name, pieces))
    progress(1, 1)
    kept = sum(len(piece) for one in found for piece in one.pieces if isinstance(piece, bytes))
    return tuple(found) if kept <= _MOST else ()


def undo_content(content: bytes, undoings: tuple[Undoing, ...], format: Format, progress: Progress) -> bytes:
    """Make the file again that was rewritten to `content`; call it in the guard.

    Raises:
        FileFault: as the reader of the format does.
        KeyDamaged: what was kept is not of this file.
    """
    new = _members(content, format)
    try:
        before = {one.member: put_together(one.pieces, new.get(one.member, b"")) for one in undoings}
    except ValueError:
        raise KeyDamaged(
            "the record of changes is not of this file", "Take the record from your backup."
        ) from None
    progress(1, 1)
    if format is not Format.DOCX:
        return b"".join(before.values())
    from redact.formats.word.rewriting import zipped

    return zipped(before)


def apart(before: bytes, after: bytes) -> tuple[Piece, ...]:
    """Take `before` apart into pieces of `after` (half-open bytes) and what does not stand there."""
    pieces: list[Piece] = []
    kept = bytearray()
    old = new = in_vain = 0
    while old < len(before):
        length = _alike(before, old, after, new)
        if length >= _LEAST or (length and old + length == len(before)):
            if kept:
                pieces.append(bytes(kept))
                kept.clear()
            pieces.append((new, new + length))
            old, new, in_vain = old + length, new + length, 0
            continue
        in_vain += 1
        skipped, new = _next(before, old, after, new) if in_vain <= _IN_VAIN else (len(before) - old, new)
        kept += before[old : old + skipped]
        old += skipped
    if kept:
        pieces.append(bytes(kept))
    return tuple(pieces)


def put_together(pieces: tuple[Piece, ...], after: bytes) -> bytes:
    """Undo `apart`.

    Raises:
        ValueError: a piece lies outside of `after`.
    """
    if any(not isinstance(one, bytes) and not 0 <= one[0] <= one[1] <= len(after) for one in pieces):
        raise ValueError("a piece lies outside of the file")
    return b"".join(one if isinstance(one, bytes) else after[one[0] : one[1]] for one in pieces)


# ------------------------------------------------------------------ private


def _members(content: bytes, format: Format) -> dict[str, bytes]:
    if format is not Format.DOCX:
        return {"": content}
    from redact.formats.word.package import unpack

    return dict(unpack(content).members)


def _alike(before: bytes, old: int, after: bytes, new: int) -> int:
    """Count the bytes that are the same from two places on."""
    most = min(len(before) - old, len(after) - new)
    length, step = 0, 1 << 16
    while step:
        here, there = old + length, new + length
        while length + step <= most and before[here : here + step] == after[there : there + step]:
            length += step
            here, there = here + step, there + step
        step >>= 1
    return length


def _next(before: bytes, old: int, after: bytes, new: int) -> tuple[int, int]:
    """Give how many bytes of the old file stand in no piece here, and where in the new one it goes on."""
    for skipped in range(min(_AT_ONCE, len(before) - old - _LEAST + 1)):
        anchor = before[old + skipped : old + skipped + _LEAST]
        at = after.find(anchor, new, new + _AHEAD)
        if at < 0:
            at = after.find(anchor, max(0, new - _AHEAD), new + _LEAST)
        if at >= 0:
            return skipped, at
    return min(_AT_ONCE, len(before) - old), new
