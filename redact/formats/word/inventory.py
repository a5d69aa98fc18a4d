"""The allow-list: whatever is in the package and was neither read nor understood becomes a Gap."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from redact.formats.pictures import picture_content
from redact.formats.word.markup import Element, elements, local
from redact.formats.word.package import Oddity
from redact.formats.word.reading import Reading
from redact.values.text import Location, Part

__all__ = ["report_unread"]

# What python-docx puts into every document: a picture of an empty page, an empty list of sources.
_HARMLESS_SHA256 = frozenset(
    {
        "96367138dc44ce09bf2c8f0f8e49348a1478d2c5c0af69bbc2bbc38b63cdcead",
        "a86086ffc5d8e83ebd6c71a55d1d2efaa31b137977f5f3a752366e1023612144",
    }
)
_LOOK = (
    "Look at it in Word; take it out if anything in it names or shows a person;"
    " else say that it was looked at."
)
_TAKE_OUT = (
    "Take it out in Word if nobody needs it; else open it there, look at it, and say that it was looked at."
)
_SAVE_AGAIN = "Open it in Word, save it as a new file, which leaves such things out, and check that."
_RASTERS = (
    "png",
    "jpg",
    "jpeg",
    "gif",
    "bmp",
    "tif",
    "tiff",
    "webp",
    "ico",
    "heic",
    "jfif",
    "pcx",
    "wdp",
    "jxr",
)
_VECTORS = ("emf", "wmf", "svg", "emz", "wmz", "eps", "pict", "cgm")


@dataclass(frozen=True, slots=True)
class _Kind:
    pattern: re.Pattern[str]
    part: Part
    place: str
    what: str
    remedy: str


def _kind(pattern: str, part: Part, place: str, what: str, remedy: str) -> _Kind:
    return _Kind(re.compile(pattern, re.IGNORECASE), part, place, what, remedy)


# Matched against the member's name, its content type and the kinds of relationship that lead to it.
_KINDS = (
    _kind(r"thumbnail", Part.IMAGE, "D61", "a small picture of the first page", _SAVE_AGAIN),
    _kind(r"hdphoto|\.(?:wdp|jxr)\b", Part.IMAGE, "D33", "the original of a changed picture", _LOOK),
    _kind(
        rf"\.(?:{'|'.join(_VECTORS)})\b|image/(?:x-)?(?:emf|wmf|svg)", Part.IMAGE, "D24", "a drawing", _LOOK
    ),
    _kind(rf"\.(?:{'|'.join(_RASTERS)})\b|\simage/|\simage(?:\s|$)", Part.IMAGE, "D23", "a picture", _LOOK),
    _kind(r"activex|\bcontrol\b", Part.EMBEDDED_FILE, "D36", "a control or program part", _TAKE_OUT),
    _kind(r"ink", Part.IMAGE, "D36", "handwriting or ink", _LOOK),
    _kind(
        r"oleobject|embeddings?/|\spackage(?:\s|$)", Part.EMBEDDED_FILE, "D34", "an embedded file", _TAKE_OUT
    ),
    _kind(r"printersettings", Part.PROPERTY, "D65", "settings of a printer", _SAVE_AGAIN),
    _kind(
        r"signature",
        Part.PROPERTY,
        "D64",
        "a digital signature",
        "Take the signature off in Word, and check again.",
    ),
    _kind(
        r"customui|keymap|toolbars|vba",
        Part.PROPERTY,
        "D66",
        "additions to Word's menus or keys",
        _SAVE_AGAIN,
    ),
    _kind(
        r"documenttasks|webextension|taskpane",
        Part.PROPERTY,
        "D67",
        "tasks or add-ins kept in the document",
        _SAVE_AGAIN,
    ),
    _kind(
        r"recipient",
        Part.PROPERTY,
        "D53",
        "the recipients of a mail merge",
        "Make it a normal document in Word, and check again.",
    ),
    _kind(
        r"font",
        Part.PROPERTY,
        "D51",
        "an embedded font",
        "Switch off embedding of fonts in Word, save it, and check again.",
    ),
    _kind(r"afchunk", Part.EMBEDDED_FILE, "D22", "another file that Word shows in the text", _TAKE_OUT),
    _kind(r"audio|video|media/|model3d|\.glb", Part.EMBEDDED_FILE, "D34", "a recording or model", _TAKE_OUT),
)
_UNKNOWN = _kind(r"", Part.EMBEDDED_FILE, "D38", "a part that redact does not know", _SAVE_AGAIN)

_KNOWN_NAMESPACE = re.compile(
    r"^(?:http://schemas\.openxmlformats\.org/|http://schemas\.microsoft\.com/|urn:schemas-microsoft-com:|"
    r"http://www\.w3\.org/XML/1998/namespace$|http://www\.w3\.org/2001/XMLSchema|http://purl\.org/dc/|"
    r"http://schemas\.libreoffice\.org/|http://www\.wps\.cn/officeDocument/|http://ns\.adobe\.com/)"
)
# Elements whose text is a position, a size or a switch: VML and drawings write those as text.
_SETTING = re.compile(
    r"^(?:[-+]?[0-9.,]+%?|true|false|t|f|left|right|cent(?:er|re)|top|bottom|inside|outside|margin|page|"
    r"Pict|[A-Z][A-Za-z]+(?:Pixels)?|\[[0-9]+\])$"
)
_SETTINGS_AS_TEXT = frozenset(
    [
        "posOffset",
        "align",
        "pctPosHOffset",
        "pctPosVOffset",
        "pctWidth",
        "pctHeight",
        "LinkType",
        "LockedField",
        "Anchor",
        "MoveWithCells",
        "SizeWithCells",
        "PrintObject",
        "Row",
        "Column",
        "AutoFill",
    ]
)


def report_unread(reading: Reading, oddities: tuple[Oddity, ...]) -> None:
    """Report every member, every text in a member and every stretch of the file that was not read."""
    incoming = _incoming(reading)
    for name in reading.parts.members:
        if name not in reading.read_parts:
            _report_member(reading, name, incoming.get(name.lower(), set()))
    for name, root in reading.trees().items():
        if name not in reading.data_parts:
            _report_leftovers(reading, root)
    for oddity in oddities:
        here = Location(Part.PROPERTY, "D38")
        reading.builder.gap(here, oddity.what, _SAVE_AGAIN, oddity.content)
    for relations in reading.parts.relations.values():
        for relation in relations:
            if relation.external and relation.kind not in ("hyperlink", "attachedTemplate", "subDocument"):
                here = Location(Part.LINK, "D69")
                what = "something that Word fetches from outside the file"
                reading.builder.gap(
                    here, what, "Put it into the document or take it out in Word.", relation.target.encode()
                )


def _incoming(reading: Reading) -> dict[str, set[str]]:
    """Say for each member, in lower case, by which kinds of relationship it is reached."""
    found: dict[str, set[str]] = {}
    for relations in reading.parts.relations.values():
        for relation in relations:
            if not relation.external:
                found.setdefault(relation.target.lower(), set()).add(relation.kind)
    return found


def _report_member(reading: Reading, name: str, incoming: set[str]) -> None:
    content = reading.parts.members[name]
    if hashlib.sha256(content).hexdigest() in _HARMLESS_SHA256:
        return
    described = " ".join([name, reading.parts.types[name], *sorted(incoming)])
    kind = next((kind for kind in _KINDS if kind.pattern.search(described)), _UNKNOWN)
    if name not in reading.parts.reached and kind.part is not Part.IMAGE:
        kind = _kind(
            "", Part.EMBEDDED_FILE, "D38", "a part that nothing in the document leads to", _SAVE_AGAIN
        )
    if kind.part is Part.IMAGE:
        content = picture_content(content)
    page = reading.picture_pages.get(name)
    reading.builder.gap(Location(kind.part, kind.place, page), kind.what, kind.remedy, content)


def _report_leftovers(reading: Reading, root: Element) -> None:
    """Report text in elements that no reader took, and attributes of vocabularies that we do not know."""
    texts: list[str] = []
    for element in elements(root):
        text = "" if reading.took(element) else (element.text or "").strip()
        if text and not _is_setting(element, text):
            texts.append(text)
        tail = (element.tail or "").strip()
        if tail:
            texts.append(tail)
        texts += [
            str(value) for key, value in element.attrib.items() if not _known(str(key)) and str(value).strip()
        ]
    if texts:
        what = "text in a part of the document that redact does not know"
        reading.builder.gap(Location(Part.PROPERTY, "D68"), what, _SAVE_AGAIN, "\n".join(texts).encode())


def _is_setting(element: Element, text: str) -> bool:
    return local(element) in _SETTINGS_AS_TEXT and _SETTING.match(text) is not None


def _known(name: str) -> bool:
    return not name.startswith("{") or _KNOWN_NAMESPACE.match(name[1:].partition("}")[0]) is not None
