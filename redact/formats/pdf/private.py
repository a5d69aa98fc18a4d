"""Closed things of a pdf that are opened here: signatures, a second form, data that programs keep."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from redact.formats.pdf.gathering import Gathering, plain_text, strings_in
from redact.formats.pdf.inside import as_text
from redact.values.text import Part

__all__ = ["is_random", "is_signature", "read_private", "read_second_form", "read_signature"]

_DEEPEST = 12  # of private data
_MOST_PIECES = 20_000
_SIGNER = ("/Name", "/Reason", "/Location", "/ContactInfo")
_RANDOM = re.compile(
    r"[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}|[0-9a-f]{24,64}|[\d.:-]{1,12}"
    r"|(?:annot|node|struct|elem|id|tbl|th|td|tr|li|link|note|fn|fig|p|h|s|n|r|c|t)[_.-]?\d{1,8}",
    re.IGNORECASE,
)
# Strings of a certificate: printable, UTF-8 and IA5 strings, each with its length before it.
_DER_TEXT = re.compile(rb"[\x0c\x13\x16\x14]([\x02-\x7f])")
_DER_WIDE = re.compile(rb"\x1e([\x04-\x7f])")  # BMPString
_READABLE = re.compile(r"[^\x00-\x1f\x7f-\x9f]{2,127}")


def is_random(text: str) -> bool:
    """Tell whether a text is an id that a program counted up or drew by lot."""
    return _RANDOM.fullmatch(text.strip()) is not None


def is_signature(value: Any) -> bool:
    """Tell whether a dictionary is what a signature is made of."""
    return "/ByteRange" in value or (str(value.get("/Type", "")) == "/Sig" and "/Contents" in value)


def read_signature(value: Any, gathering: Gathering) -> None:
    """Read who signed, why and where, and the words of the certificate."""
    for name in _SIGNER:
        gathering.text(plain_text(value.get(name)), Part.FORM_FIELD, "P31")
    contents = value.get("/Contents")
    certificate = bytes(contents) if contents is not None else b""
    for text in dict.fromkeys(_certified(certificate)):
        gathering.text(text, Part.FORM_FIELD, "P31")
    what = "a digital signature, with the name of who signed in its certificate"
    gathering.trace(Part.FORM_FIELD, "P31", what, certificate)


def read_second_form(packets: Any, gathering: Gathering) -> None:
    """Read the form that is packed into the file as XML (XFA); what is no XML is a gap."""
    import pikepdf

    items = list(packets) if isinstance(packets, pikepdf.Array) else [packets]
    streams = [item for item in items if isinstance(item, pikepdf.Stream)]
    whole = b"".join(bytes(item.read_bytes()) for item in streams)
    gathering.trace(Part.FORM_FIELD, "P22", "a second form (XFA) is packed into the file", whole)
    # Its packets are one document cut into pieces, or each one by itself.
    if whole and _read_xml(whole, gathering):
        return
    for item in streams:
        data = bytes(item.read_bytes())
        if not _read_xml(data, gathering):
            what = "a second form (XFA) is packed into the file and cannot be read"
            gathering.gap(Part.FORM_FIELD, "P22", what, data)
    if not streams:
        what = "a second form (XFA) is named in the file and cannot be read"
        gathering.gap(Part.FORM_FIELD, "P22", what, "\0".join(strings_in(packets)).encode("utf-8", "replace"))


def read_private(value: Any, gathering: Gathering) -> set[tuple[int, int]]:
    """Read what the program that made the file keeps in it for itself; data of its own kind are a gap.

    Returns: the ids of the objects that were read.
    """
    import pikepdf

    what = "the program that made the file keeps data of its own in it"
    content = b""
    seen: set[tuple[int, int]] = set()
    waiting: list[tuple[Any, int]] = [(value, 0)]
    for _ in range(_MOST_PIECES):
        if not waiting:
            break
        one, depth = waiting.pop()
        if getattr(one, "is_indirect", False):
            if one.objgen in seen:
                continue
            seen.add(one.objgen)
        if isinstance(one, pikepdf.String):
            content += bytes(one)
            if not is_random(str(one)) and not str(one).startswith("D:"):
                gathering.text(str(one), Part.PROPERTY, "P28")
        elif isinstance(one, pikepdf.Stream):
            data = bytes(one.read_raw_bytes())
            content += data
            _read_data(one, data, what, gathering)
        if depth < _DEEPEST and isinstance(one, pikepdf.Array | pikepdf.Dictionary | pikepdf.Stream):
            items = list(one) if isinstance(one, pikepdf.Array) else [item for _, item in one.items()]
            waiting += [(item, depth + 1) for item in items if isinstance(item, pikepdf.Object)]
    gathering.trace(Part.PROPERTY, "P28", what, content)
    return seen


def _read_data(stream: Any, raw: bytes, what: str, gathering: Gathering) -> None:
    import pikepdf

    try:
        text = as_text(bytes(stream.read_bytes()))
    except (pikepdf.PdfError, pikepdf.DataDecodingError, RuntimeError):
        text = None
    if text is None:
        gathering.gap(Part.PROPERTY, "P28", what, raw)
        return
    for line in text.splitlines():
        gathering.text(line, Part.PROPERTY, "P28")


def _read_xml(data: bytes, gathering: Gathering) -> bool:
    from lxml import etree

    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        return False
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        tree = etree.fromstring(data.strip(b"\0 \r\n\t"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return False
    for element in tree.iter():
        for text in (element.text, element.tail):
            gathering.text(str(text).strip() if text else None, Part.FORM_FIELD, "P22")
        if isinstance(element.tag, str):
            gathering.text(etree.QName(element).localname, Part.FORM_FIELD, "P22")
            for value in element.values():
                gathering.text(str(value), Part.FORM_FIELD, "P22")
    return True


def _certified(data: bytes) -> Iterator[str]:
    """Give the strings of a certificate that are words."""
    for pattern, encoding in ((_DER_TEXT, "utf-8"), (_DER_WIDE, "utf-16-be")):
        for match in pattern.finditer(data):
            length = match[1][0]
            piece = data[match.end() : match.end() + length]
            try:
                text = piece.decode(encoding)
            except UnicodeDecodeError:
                continue
            letters = sum(letter.isalnum() or letter in " .,'@-:/" for letter in text)
            if len(piece) == length and _READABLE.fullmatch(text) and letters >= 0.9 * len(text):
                yield text
