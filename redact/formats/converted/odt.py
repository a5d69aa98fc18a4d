"""Search an OpenDocument text itself: its parts, properties, tracked changes, notes and hidden sections."""

from __future__ import annotations

import re

from redact.errors import Damaged, PasswordNeeded, WrongType
from redact.formats.building import DocumentBuilder
from redact.formats.converted.copies import read_copy
from redact.formats.converted.first import recognised
from redact.formats.converted.leftovers import Leftovers
from redact.formats.word.markup import REMEDY, Element, asides, local, parse
from redact.formats.word.package import unpack
from redact.values.text import Document, Format, Part

__all__ = ["read", "recognises", "search"]

# What stands at and below an element of that name.
_INSIDE: dict[str, tuple[Part, str]] = {
    "tracked-changes": (Part.TRACKED_DELETION, "D25"),
    "annotation": (Part.COMMENT, "D27"),
    "hidden-text": (Part.HIDDEN_TEXT, "D28"),
    "hidden-paragraph": (Part.HIDDEN_TEXT, "D28"),
    "note": (Part.FOOTNOTE, "D16"),
    "header": (Part.HEADER, "D17"),
    "footer": (Part.FOOTER, "D17"),
    "text-box": (Part.TEXT_BOX, "D8"),
    "title": (Part.ALT_TEXT, "D47"),
    "desc": (Part.ALT_TEXT, "D47"),
    "user-defined": (Part.PROPERTY, "D59"),
    "variable-decls": (Part.PROPERTY, "D54"),
    "user-field-decls": (Part.PROPERTY, "D54"),
}
_PARAGRAPHS = frozenset({"p", "h", "title", "desc"})
_MEMBERS: tuple[tuple[str, Part, str], ...] = (
    ("meta.xml", Part.PROPERTY, "D57"),
    ("settings.xml", Part.PROPERTY, "X15"),
    ("manifest.rdf", Part.PROPERTY, "D50"),
    ("META-INF/manifest.xml", Part.PROPERTY, "D63"),
)
_HARMLESS = ("mimetype", "layout-cache", "Configurations2/accelerator/current.xml")
_BYTES: tuple[tuple[str, Part, str, str], ...] = (
    ("Thumbnails/", Part.IMAGE, "D61", "a small picture of the first page"),
    ("Pictures/", Part.IMAGE, "D23", "a picture that the conversion left out"),
    ("media/", Part.IMAGE, "D23", "a picture that the conversion left out"),
    ("META-INF/documentsignatures.xml", Part.PROPERTY, "D64", "a digital signature"),
    ("Configurations2/", Part.PROPERTY, "D66", "additions to menus or keys"),
    ("", Part.EMBEDDED_FILE, "D38", "a part that redact does not know"),
)
_CODED = re.compile(r"_([0-9a-f]{2,4})_")  # how names of styles write a space
_ENCRYPTED = b"encryption-data"
# Attributes whose words a person wrote; the rest names styles, measures and switches.
_WRITTEN = frozenset(
    [
        "href",
        "name",
        "author",
        "string-value",
        "display-name",
        "description",
        "condition",
        "formula",
        "value",
        "help-text",
        "label",
        "title",
        "target-frame-name",
        "connect-resource",
        "table-name",
        "database-name",
    ]
)
# Names that the program gives by itself, to styles, objects and marks.
_BY_PROGRAM = re.compile(
    r"""^(?: [A-Za-z]{0,3}[0-9._]{1,4}[a-z]{0,2} | Table[0-9]+(?:\.[A-Z0-9]+)? | __Annotation__.*
      | (?:Frame|Image|Table|Object|Section|Sect|Graphics?|Text\ Frame|Shape|Line|Horizontal\ Line|Converted
         |WW[A-Za-z0-9_]*|_?Toc|__RefHeading___?\w*|List\ ?[Ll]abel)\ ?[0-9]*
      | Standard | Outline | Illustration | Text | Drawing | Figure | F | (?:Contents|Bibliography)\ Heading
      | Index(?:Content)?Section(?:_[0-9]+)? | LibreOffice/.* | P(?:[0-9]+[YMD])*(?:T[0-9HMS.]+)?
      | [0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+ | simple | embed | onLoad
      | \./?(?:Object|Pictures|ObjectReplacements).* | Pictures/[0-9A-F]+\.[a-z]+ )$""",
    re.VERBOSE,
)
_ENCODED = re.compile(r"^[A-Za-z0-9+/\s]{120,}={0,2}$")


def recognises(data: bytes) -> bool:
    """Tell whether the bytes are those of an OpenDocument text."""
    return recognised(data) is Format.ODT


def read(data: bytes, builder: DocumentBuilder) -> Document:
    """Read an OpenDocument text through its copy; see `copies.read_copy`."""
    return read_copy(data, builder, search)


def search(data: bytes, leftovers: Leftovers) -> None:
    """Add everything that `data` says and the copy does not.

    Raises as the reader of Word packages does, PasswordNeeded for an encrypted file and WrongType for one
    with macros.
    """
    package = unpack(data)
    if _ENCRYPTED in package.members.get("META-INF/manifest.xml", b""):
        raise PasswordNeeded("the document is encrypted", "Save it without a password, and check that file.")
    for name, content in package.members.items():
        if name.startswith(("Basic/", "Scripts/")) and not name.endswith(("script-lc.xml", "script-lb.xml")):
            raise WrongType("a document with macros cannot be read whole, so it is not read at all", REMEDY)
        _member(name, content, leftovers)
    for oddity in package.oddities:
        leftovers.bytes(oddity.content, Part.PROPERTY, "D38", oddity.what)


def _member(name: str, content: bytes, leftovers: Leftovers) -> None:
    if name in _HARMLESS or not content:
        return
    part, place = next(((p, where) for own, p, where in _MEMBERS if name == own), (Part.HIDDEN_TEXT, "X22"))
    kind = next(each for each in _BYTES if name.startswith(each[0]))
    if not name.endswith((".xml", ".rdf")) or kind[0]:
        leftovers.bytes(content, kind[1], kind[2], kind[3])
        return
    try:
        root = parse(content)
        beside = asides(content)
    except Damaged:
        leftovers.bytes(content, *kind[1:])
        return
    _walk(root, part, place, leftovers)
    for text in beside:
        leftovers.text(text, Part.PROPERTY, "D68")


def _walk(root: Element, part: Part, place: str, leftovers: Leftovers) -> None:
    """Read each paragraph as one text, and each word in an attribute; without recursion."""
    waiting = [(root, part, place)]
    while waiting:
        element, part, place = waiting.pop()
        part, place = _INSIDE.get(local(element), (part, place))
        if _is_hidden(element):
            part, place = Part.HIDDEN_TEXT, "D28"
        for key, value in element.attrib.items():
            name = str(key).rpartition("}")[2]
            words = _CODED.sub(lambda code: chr(int(code[1], 16)), str(value))
            if name in _WRITTEN and "config" not in str(key) and not _of_the_format(words):
                leftovers.text(words, Part.PROPERTY if part is Part.HIDDEN_TEXT else part, place)
        if local(element) in _PARAGRAPHS:
            leftovers.text(_said(element), part, place)
            # What is nested (a note, a frame, an annotation) has paragraphs of its own.
        elif _ENCODED.match(element.text or ""):
            leftovers.bytes((element.text or "").encode(), Part.PROPERTY, "D65", "settings of a printer")
        elif not _of_the_format((element.text or "").strip()) and not _is_setting(element):
            leftovers.text(element.text or "", part, place)
        waiting += [(child, part, place) for child in reversed(element)]


def _said(paragraph: Element) -> str:
    """Join the text of a paragraph over its spans, leaving out paragraphs that are nested in it."""
    pieces = [paragraph.text or ""]
    for child in paragraph:
        name = local(child)
        if name in ("tab", "line-break", "s"):
            pieces.append(" ")
        elif name not in ("note", "annotation", "frame", "custom-shape", "text-box"):
            pieces.append(_said(child))
        pieces.append(child.tail or "")
    return "".join(pieces)


def _is_setting(element: Element) -> bool:
    """Tell whether an element holds a number that the program keeps for itself."""
    return local(element) == "config-item" and (element.text or "").strip().lstrip("-").isdigit()


def _of_the_format(text: str) -> bool:
    return not text or _BY_PROGRAM.match(text) is not None


def _is_hidden(element: Element) -> bool:
    values = {str(key).rpartition("}")[2]: str(value) for key, value in element.attrib.items()}
    return values.get("display") in ("none", "condition") or values.get("is-hidden") == "true"
