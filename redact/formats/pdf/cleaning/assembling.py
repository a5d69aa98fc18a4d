"""A new pdf from an old one: its pages alone, each written again from what is allowed.

Nothing is copied because it is there: the catalogue, the pages, their resources and their drawing are each
built from a list of keys, and what is not on a list is not carried over.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field
from typing import Any

from redact.formats.pdf.cleaning.flattening import drawn_fields
from redact.formats.pdf.cleaning.objects import put_plain
from redact.formats.pdf.cleaning.parts import PartCopier
from redact.formats.pdf.cleaning.placing import Box
from redact.formats.pdf.cleaning.streams import rewrite
from redact.formats.pdf.contents import pages

__all__ = ["Assembled", "assemble", "page_box", "write_pdf"]

_LETTER: Box = (0.0, 0.0, 612.0, 792.0)  # what readers take where a page has no size
_INHERITED_DEPTH = 64
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")


@dataclass(slots=True)
class _Page:
    """One page of the source, with what it inherits."""

    source: Any
    resources: Any

    def inherited(self, key: str) -> Any:
        """Give an entry of the page, or of the tree above it."""
        holder = self.source
        for _ in range(_INHERITED_DEPTH):
            if key in holder:
                return holder[key]
            holder = holder.get("/Parent")
            if holder is None:
                return None
        return None


@dataclass(frozen=True, slots=True)
class Assembled:
    """The bytes of a copy, and what its making had to tell.

    `thinned` are the numbers of the pages from which text was left out. `uncut` is how many pictures keep
    pixels that are not seen.
    """

    content: bytes = field(repr=False)
    thinned: frozenset[int]
    uncut: int


def assemble(source: Any, *, title: str | None, leave_out_beyond: bool) -> Assembled:
    """Build the copy of an open pdf; the same bytes for the same source.

    Args:
        leave_out_beyond: leave out text objects that begin beyond the edges of their page.

    Raises Damaged and LimitReached as its parts do.
    """
    import pikepdf

    target = pikepdf.new()
    parts = PartCopier(target, source.Root, leaves_out_beyond=leave_out_beyond)
    thinned: set[int] = set()
    for number, page, resources in pages(source):
        before = parts.left_out
        _add(_Page(page, resources), parts)
        if parts.left_out > before:
            thinned.add(number)
    parts.finish_fonts()
    language = source.Root.get("/Lang")
    if isinstance(language, pikepdf.String) and _LANGUAGE.fullmatch(str(language)):
        target.Root["/Lang"] = pikepdf.String(str(language))
    return Assembled(write_pdf(target, title), frozenset(thinned), parts.images.uncut)


def write_pdf(target: Any, title: str | None) -> bytes:
    """Write a new pdf, with a title if there is one, and an id that is made from its bytes."""
    import pikepdf

    if title:
        target.trailer["/Info"] = target.make_indirect(pikepdf.Dictionary(Title=pikepdf.String(title)))
        target.Root["/ViewerPreferences"] = pikepdf.Dictionary(DisplayDocTitle=True)
    target.remove_unreferenced_resources()
    buffer = io.BytesIO()
    target.save(
        buffer,
        min_version="1.7",
        force_version="1.7",
        fix_metadata_version=False,
        deterministic_id=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        compress_streams=True,
        stream_decode_level=pikepdf.StreamDecodeLevel.none,
    )
    return buffer.getvalue()


def page_box(page: Any) -> Box:
    """Give what is seen of a page, in its own space: left, bottom, right, top."""
    held = _Page(page, None)
    media = _box(held.inherited("/MediaBox")) or _LETTER
    crop = _box(held.inherited("/CropBox")) or media
    left, bottom = max(media[0], crop[0]), max(media[1], crop[1])
    right, top = min(media[2], crop[2]), min(media[3], crop[3])
    return (left, bottom, right, top) if left < right and bottom < top else media


def _add(page: _Page, parts: PartCopier) -> None:
    import pikepdf

    box = page_box(page.source)
    written = rewrite(page.source, page.resources, parts, box, is_page=True)
    content = written.content
    fields = drawn_fields(page.source, page.resources, parts)
    if fields:
        if "/XObject" not in written.resources:
            written.resources["/XObject"] = pikepdf.Dictionary()
        placed = []
        for number, (form, matrix) in enumerate(fields, start=1):
            written.resources["/XObject"][f"/W{number}"] = form
            numbers = " ".join(f"{value:.6f}".rstrip("0").rstrip(".") for value in matrix)
            placed.append(f"q {numbers} cm /W{number} Do Q")
        content = b"q\n" + content + b"\nQ\n" + "\n".join(placed).encode()
    target = parts.target
    new = pikepdf.Dictionary(Type=pikepdf.Name.Page, MediaBox=pikepdf.Array([*box]))
    new["/Resources"] = written.resources
    new["/Contents"] = target.make_stream(content)
    rotate = page.inherited("/Rotate")
    if isinstance(rotate, int) and rotate % 90 == 0:
        new["/Rotate"] = rotate % 360
    put_plain(page.source, new, ["/UserUnit"])
    group = parts.group(page.source.get("/Group"), page.resources)
    if group is not None:
        new["/Group"] = group
    target.pages.append(pikepdf.Page(target.make_indirect(new)))


def _box(value: Any) -> Box | None:
    import pikepdf

    if not isinstance(value, pikepdf.Array) or len(value) != 4:
        return None
    x0, y0, x1, y1 = (float(number) for number in value)
    return (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
