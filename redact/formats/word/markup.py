"""Parse an XML part of a Word package without letting it reach, grow or confuse anything.

No document type, no entity but XML's own five, no network, no depth beyond 256, and only the encodings
that Office programs write: whatever libxml2 would understand beyond that is a way around our checks.
ISO Strict names are turned into the transitional ones, so that every reader knows one vocabulary.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from lxml import etree

from redact.errors import Damaged, Hostile, LimitReached, RedactError

__all__ = [
    "MC",
    "REMEDY",
    "A",
    "Element",
    "M",
    "R",
    "V",
    "W",
    "asides",
    "canonical",
    "elements",
    "local",
    "number",
    "own",
    "parse",
    "switched_on",
    "val",
]

Element = etree._Element

REMEDY = "Open it in the program that made it, save it as a new file, and check that."

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
V = "{urn:schemas-microsoft-com:vml}"

MAX_DEPTH = 256  # libxml2's own limit in the releases that we test with; later ones allow more
_TOO_DEEP = etree.XPath("boolean(" + "/*" * (MAX_DEPTH + 1) + ")")
_RESOURCE_LIMIT = 114  # XML_ERR_RESOURCE_LIMIT

_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
_DECLARED = re.compile(rb"""^<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_ALLOWED = {b"utf-8", b"utf8", b"utf-16", b"us-ascii", b"ascii", b"iso-8859-1", b"windows-1252"}

_STRICT = "http://purl.oclc.org/ooxml/"
_TRANSITIONAL = "http://schemas.openxmlformats.org/"
# Strict names differ from the transitional ones by their host and by the year that they lack.
_STRICT_NAMES = {
    "officeDocument/math": "officeDocument/2006/math",
    "officeDocument/relationships": "officeDocument/2006/relationships",
    "officeDocument/extendedProperties": "officeDocument/2006/extended-properties",
    "officeDocument/customProperties": "officeDocument/2006/custom-properties",
    "officeDocument/docPropsVTypes": "officeDocument/2006/docPropsVTypes",
    "officeDocument/bibliography": "officeDocument/2006/bibliography",
    "officeDocument/customXml": "officeDocument/2006/customXml",
}


def parse(data: bytes) -> Element:
    """Parse one part.

    Returns: its root element, with Strict names made transitional.

    Raises:
        Hostile: it holds a document type or an entity declaration.
        LimitReached: it is deeper than 256 elements, or one text in it is longer than libxml2 allows.
        Damaged: it is not well-formed, or in an encoding that no Office program writes.
    """
    _refuse_declarations(data)
    _refuse_encoding(data)
    try:
        root = etree.fromstring(data, _parser(remove_asides=True))
    except etree.XMLSyntaxError as error:
        raise _refusal(error) from None
    except ValueError:
        raise _malformed() from None
    if root is None:
        raise _malformed()
    if root.getroottree().docinfo.internalDTD is not None:
        raise _declared()
    if _TOO_DEEP(root):
        raise _deep()
    if _STRICT.encode() in data or _STRICT.encode("utf-16-le") in data or _STRICT.encode("utf-16-be") in data:
        _make_transitional(root)
    return root


def asides(data: bytes) -> list[str]:
    """Give the texts of the XML comments and processing instructions of a part, which `parse` leaves out.

    They would cut the text of an element in two. Assumes that `parse` accepted the part.
    """
    tree = etree.fromstring(data, _parser(remove_asides=False)).getroottree()
    # Not iter(), which does not see what stands before and after the root element.
    nodes = cast("list[Element]", tree.xpath("//comment() | //processing-instruction()"))
    return [node.text or "" for node in nodes]


def _parser(*, remove_asides: bool) -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        remove_comments=remove_asides,
        remove_pis=remove_asides,
    )


def own(name: str) -> str:
    """Turn a Strict name (a namespace, a relationship type) into the transitional one; others stay."""
    if not name.startswith(_STRICT):
        return name
    rest = name[len(_STRICT) :]
    for strict, transitional in _STRICT_NAMES.items():
        if rest == strict or rest.startswith(strict + "/"):
            return _TRANSITIONAL + transitional + rest[len(strict) :]
    family, _, below = rest.partition("/")
    return f"{_TRANSITIONAL}{family}/2006/{below}"


def val(element: Element | None) -> str | None:
    """Give `w:val` of an element, or None without it."""
    return None if element is None else element.get(W + "val")


def switched_on(element: Element | None) -> bool:
    """Tell whether a toggle such as `w:vanish` is there and is not switched off by its value."""
    return element is not None and (val(element) or "true").lower() not in {"0", "false", "off", "none"}


def number(text: str | None, default: int, *, least: int = 0, most: int = 1_000_000) -> int:
    """Read a small whole number from an attribute; `default` for what is none, cut to the range."""
    text = (text or "").strip()
    if not text.isascii() or not text.isdigit():
        return default
    return max(least, min(most, int(text[:9])))


def elements(root: Element) -> Iterator[Element]:
    """Walk all elements, the root first, in the order of the document."""
    return root.iter()


def local(element: Element) -> str:
    """Give an element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def canonical(element: Element) -> bytes:
    """Write an element in the one form that the same element always has, for its fingerprint."""
    return bytes(etree.tostring(element, method="c14n", with_tail=False))


def _refuse_declarations(data: bytes) -> None:
    for encoding in _ENCODINGS:
        for word in ("<!DOCTYPE", "<!ENTITY"):
            if word.encode(encoding) in data:
                raise _declared()


def _refuse_encoding(data: bytes) -> None:
    if data.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        raise _malformed()
    if data.startswith((b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")):
        return  # UTF-16; a declaration inside cannot make libxml2 read it as anything else
    head = data.removeprefix(b"\xef\xbb\xbf").lstrip()[:200]
    found = _DECLARED.match(head)
    if not head.startswith(b"<") or (found and found.group(1).lower() not in _ALLOWED):
        raise _malformed()


def _refusal(error: etree.XMLSyntaxError) -> RedactError:
    if getattr(error, "code", None) != _RESOURCE_LIMIT:
        return _malformed()
    if "depth" in str(error):
        return _deep()
    return LimitReached("a part of the document holds one text that is longer than any report", REMEDY)


def _malformed() -> RedactError:
    return Damaged("the document is damaged: a part of it is not well-formed XML", REMEDY)


def _declared() -> RedactError:
    return Hostile("a part of the document declares a document type, which no Word document does", REMEDY)


def _deep() -> RedactError:
    return LimitReached(f"the document is nested deeper than {MAX_DEPTH} levels", REMEDY)


def _make_transitional(root: Element) -> None:
    for element in elements(root):
        element.tag = _renamed(str(element.tag))
        for name, value in list(element.attrib.items()):
            new = _renamed(str(name))
            if new != name:
                del element.attrib[name]
                element.set(new, value)
            if str(value).startswith(_STRICT):  # a:graphicData/@uri says what a drawing holds
                element.set(new, own(str(value)))


def _renamed(name: str) -> str:
    if not name.startswith("{" + _STRICT):
        return name
    namespace, _, local = name[1:].partition("}")
    return "{" + own(namespace) + "}" + local
