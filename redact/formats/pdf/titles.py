"""The title of a pdf, whether it is shown, and whether there are bookmarks."""

from __future__ import annotations

from typing import Any

__all__ = ["has_outline", "title_is_shown", "title_of"]

_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_MAX_BYTES = 4 * 1024 * 1024  # of the packet in which a file describes itself


def title_of(pdf: Any) -> str | None:
    """Give the title of a file: as its information has it, else as its own description has it (XMP)."""
    import pikepdf

    information = pdf.trailer.get("/Info")
    said = information.get("/Title") if isinstance(information, pikepdf.Dictionary) else None
    if isinstance(said, pikepdf.String) and str(said).strip():
        return str(said)
    packet = pdf.Root.get("/Metadata")
    return _in_packet(packet.read_bytes()) if isinstance(packet, pikepdf.Stream) else None


def title_is_shown(pdf: Any) -> bool:
    """Tell whether the file asks programs to show its title, and not its name."""
    import pikepdf

    wishes = pdf.Root.get("/ViewerPreferences")
    said: Any = wishes.get("/DisplayDocTitle") if isinstance(wishes, pikepdf.Dictionary) else None
    return isinstance(said, bool) and said


def has_outline(pdf: Any) -> bool:
    """Tell whether there is a bookmark with a title."""
    import pikepdf

    outline = pdf.Root.get("/Outlines")
    first = outline.get("/First") if isinstance(outline, pikepdf.Dictionary) else None
    title = first.get("/Title") if isinstance(first, pikepdf.Dictionary) else None
    return isinstance(title, pikepdf.String) and bool(str(title).strip())


def _in_packet(data: bytes) -> str | None:
    from lxml import etree

    if len(data) > _MAX_BYTES or b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        tree = etree.fromstring(data.strip(b"\0 \r\n\t"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    titles = ("".join(str(text) for text in one.itertext()).strip() for one in tree.iter(_TITLE))
    return next(filter(None, titles), None)
