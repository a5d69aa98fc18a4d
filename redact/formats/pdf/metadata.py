"""Texts about the document: its information, XMP, outline, page labels, named destinations, threads.

What the usual programs write by themselves (their own name and version, dates, random ids) says nothing
about anybody and is left out; every other value is given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from redact.formats.pdf.allowed import XMP_TECHNICAL
from redact.formats.pdf.gathering import Gathering, strings_in
from redact.values.text import Part

__all__ = ["read_metadata", "read_xmp", "says_nothing"]

_MOST_ENTRIES = 200_000  # of an outline or a name tree; a circle ends there too

# Values that a program writes when nobody has filled the field in.
_SAYS_NOTHING = re.compile(
    r"""(?ix) (?: anonymous | untitled | unspecified | python-docx | writer | draw | impress | calc | word
      | true | false | (?:libreoffice|openoffice(?:\.org)?|neooffice) [\s\d.]{0,9}
      | reportlab\ pdf\ library\ -\ (?:\(opensource\)|www\.reportlab\.com|\s)*
      | microsoft.?\s(?:office\s)?word\s(?:for\s(?:microsoft\s365|office\s365|mac)|[\d.]+)? [\s\d.]{0,9}
      | (?:adobe\s)?acrobat\s(?:pdfmaker|distiller|pro|dc)? [\s\d.]{0,9} (?:for\sword)? [\s\d.]{0,9}
      | (?:adobe\s)?acrobat\s(?:pdfmaker|distiller)\s[\d.]+\s(?:\(windows\)|\(macintosh\)|for\sword)
      | adobe\spdf\slibrary\s[\d.]+
      | mac\sos\sx\s[\d.]+\squartz\spdfcontext | macos\sversion\s[\d.]+\s\(build\s\w+\)\squartz\spdfcontext
      | skia/pdf\sm\d+ | chromium | google\schrome | cairo\s[\d.]+ (?:\s\(https?://cairographics\.org\))?
      | (?:pikepdf|qpdf|pypdf2?|gpl\sghostscript|pdftex-?|xetex|luatex-?)\s?[\d.]*
      | tex | latex (?:\swith\shyperref)?
      )"""
)
_DATE = re.compile(
    r"(?:D:)?\d{4}(?:[-:]?\d\d){0,2}(?:T?\s?\d\d(?::?\d\d){0,2}(?:\.\d+)?)?\s?(?:Z|[+-]\d\d'?:?(?:\d\d)?)?'?"
)
_DATE_KEYS = frozenset(
    {"creationdate", "moddate", "createdate", "modifydate", "metadatadate", "when", "sourcemodified"}
)
_LONG_ID = re.compile(r"[0-9A-Fa-f]{8}")
_LONGEST_DEFAULT = 120  # characters; none of the above is longer
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_COLOURS = re.compile(r"(?i:srgb(?: iec[\d.-]*)?|https?://www\.color\.org/?|custom)")
_OUTLINE_LINKS = ("/First", "/Next")


def read_metadata(pdf: Any, gathering: Gathering) -> None:
    """Read everything that says something about the document as a whole."""
    _information(pdf, gathering)
    root = pdf.Root
    if "/ID" in pdf.trailer:
        content = "\0".join(strings_in(pdf.trailer["/ID"])).encode("utf-8", "surrogatepass")
        gathering.trace(Part.PROPERTY, "P32", "an id of the file, which links its copies and drafts", content)
    for title in _outline(root.get("/Outlines")):
        gathering.text(title, Part.OUTLINE, "P23")
    _labels(root.get("/PageLabels"), gathering)
    _destinations(root, gathering)
    for thread in _items(root.get("/Threads")):
        for text in strings_in(_get(thread, "/I")):
            gathering.text(text, Part.PROPERTY, "P23")
    for key in ("/OutputIntents", "/Lang", "/URI", "/Collection", "/Legal", "/Requirements", "/SpiderInfo"):
        for text in _strings_below(root.get(key)):
            if not (_COLOURS.fullmatch(text) or (key == "/Lang" and _LANGUAGE.fullmatch(text))):
                gathering.text(text, Part.PROPERTY, "P28")


def read_xmp(data: bytes, gathering: Gathering, page: int | None = None, *, place: str = "P18") -> None:
    """Read every value of one XMP packet; one that is not plain XML becomes a gap.

    Args:
        place: P29 for the packet of a picture, which is part of the picture.
    """
    from lxml import etree

    part = Part.PROPERTY if place == "P18" else Part.IMAGE

    try:
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            raise ValueError("declares what no XMP packet declares")
        # Bytes around the packet are padding; a parser would stop at a NUL.
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        tree = etree.fromstring(data.strip(b"\0 \r\n\t"), parser)
    except (etree.XMLSyntaxError, ValueError):
        gathering.gap(part, place, "the file's description of itself (XMP) cannot be read", data, page=page)
        return
    for element in tree.iter():
        if not isinstance(element.tag, str):
            if element.text and not element.text.startswith(("begin", "end")):
                gathering.text(str(element.text), part, place, page)
            continue
        _value(etree.QName(element).localname, str(element.text or ""), gathering, (part, place), page)
        gathering.text(element.tail, part, place, page)
        for name, value in element.items():
            qualified = etree.QName(name)
            if qualified.namespace and qualified.namespace.endswith("rdf-syntax-ns#"):
                continue
            _value(qualified.localname, str(value), gathering, (part, place), page)


def says_nothing(text: str) -> bool:
    """Tell whether a value is one that programs write by themselves: their own name, a date."""
    short = text.strip()[: _LONGEST_DEFAULT + 1]
    return bool(_SAYS_NOTHING.fullmatch(short) or _DATE.fullmatch(short))


def _information(pdf: Any, gathering: Gathering) -> None:
    import pikepdf

    information = pdf.trailer.get("/Info")
    if not isinstance(information, pikepdf.Dictionary):
        return
    for key, value in information.items():
        for text in _strings_below(value):
            _value(str(key).removeprefix("/"), text, gathering, (Part.PROPERTY, "P17"), None)


def _value(key: str, text: str, gathering: Gathering, place: tuple[Part, str], page: int | None) -> None:
    name = key.casefold()
    short = text.strip()[: _LONGEST_DEFAULT + 1]
    content = f"{key} {text}".encode("utf-8", "surrogatepass")
    if name in XMP_TECHNICAL:
        if _LONG_ID.search(short):
            gathering.trace(place[0], "P32", "an id of the file, which links its copies and drafts", content)
        return
    if _SAYS_NOTHING.fullmatch(short):
        return
    if name in _DATE_KEYS and _DATE.fullmatch(short):
        gathering.trace(*place, "the day and time when the file was made or changed", content, page=page)
        return
    gathering.text(text.strip(), *place, page)


def _outline(root: Any) -> Iterator[str]:
    """Give the titles of an outline in its order."""
    import pikepdf

    seen: set[tuple[int, int]] = set()
    stack = [_get(root, "/First")]
    while stack and len(seen) < _MOST_ENTRIES:
        item = stack.pop()
        if not isinstance(item, pikepdf.Dictionary) or (item.is_indirect and item.objgen in seen):
            continue
        seen.add(item.objgen if item.is_indirect else (0, -len(seen)))
        if isinstance(item.get("/Title"), pikepdf.String):
            yield str(item["/Title"])
        stack += [item.get("/Next"), item.get("/First")]


def _labels(tree: Any, gathering: Gathering) -> None:
    for _, label in _pairs(tree, "/Nums"):
        for text in strings_in(_get(label, "/P")):
            gathering.text(text, Part.PROPERTY, "P23")


def _destinations(root: Any, gathering: Gathering) -> None:
    import pikepdf

    for name, _ in _pairs(_get(root.get("/Names"), "/Dests"), "/Names"):
        if isinstance(name, pikepdf.String):
            gathering.text(str(name), Part.BOOKMARK, "P23")
    for name, _ in _pairs(_get(root.get("/Names"), "/EmbeddedFiles"), "/Names"):
        if isinstance(name, pikepdf.String):
            gathering.text(str(name), Part.ATTACHMENT, "P21")
    old = root.get("/Dests")
    if isinstance(old, pikepdf.Dictionary):
        for name, _ in old.items():
            gathering.text(name.removeprefix("/"), Part.BOOKMARK, "P23")


def _pairs(tree: Any, leaves: str) -> Iterator[tuple[Any, Any]]:
    """Give the entries of a name tree or a number tree."""
    import pikepdf

    stack = [tree]
    seen: set[tuple[int, int]] = set()
    count = 0
    while stack and count < _MOST_ENTRIES:
        node = stack.pop()
        count += 1
        if not isinstance(node, pikepdf.Dictionary) or (node.is_indirect and node.objgen in seen):
            continue
        if node.is_indirect:
            seen.add(node.objgen)
        entries = _items(node.get(leaves))
        yield from zip(entries[::2], entries[1::2], strict=False)
        stack += reversed(_items(node.get("/Kids")))


def _items(value: Any) -> list[Any]:
    import pikepdf

    return list(value) if isinstance(value, pikepdf.Array) else []


def _get(value: Any, key: str) -> Any:
    import pikepdf

    return value.get(key) if isinstance(value, pikepdf.Dictionary) else None


def _strings_below(value: Any) -> Iterator[str]:
    """Give the strings of an object, through one level of references."""
    import pikepdf

    yield from strings_in(value)
    children = []
    if isinstance(value, pikepdf.Dictionary):
        children = [item for _, item in value.items()]
    elif isinstance(value, pikepdf.Array):
        children = list(value)
    for child in children:
        if getattr(child, "is_indirect", False) and not isinstance(child, pikepdf.Stream):
            yield from strings_in(child)
