"""The allow-list: whatever is in the package and was neither read nor understood becomes a Gap."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, cast

from lxml import etree

from redact.formats.metafiles import metafile_words
from redact.formats.ocr import picture_text
from redact.formats.picture_data import picture_data
from redact.formats.pictures import picture_content
from redact.formats.word.attributes import plain_value
from redact.formats.word.inside import keep_words, read_inside
from redact.formats.word.markup import Element, W, elements, local
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
# Hidden by their nature: besides the Gap they are a trace, so that a rule says how to take them out.
_TRACED = frozenset({"D33", "D34", "D36", "D38", "D53", "D61", "D64", "D65", "D66", "D67"})
_DRAWING, _INK, _FONT, _THUMBNAIL = "D24", "D36", "D51", "D61"
_UNKNOWN = _kind(r"", Part.EMBEDDED_FILE, "D38", "a part that redact does not know", _SAVE_AGAIN)

_KNOWN_NAMESPACE = re.compile(
    r"^(?:http://schemas\.openxmlformats\.org/|http://schemas\.microsoft\.com/|urn:schemas-microsoft-com:|"
    r"http://www\.w3\.org/XML/1998/namespace$|http://www\.w3\.org/2001/XMLSchema|http://purl\.org/dc/|"
    r"http://schemas\.libreoffice\.org/|http://www\.wps\.cn/officeDocument/|http://ns\.adobe\.com/)"
)
# Attributes of any namespace but those that nearly every element has: libxml2 is quicker to leave them out.
_FOREIGN = etree.XPath("//@*[namespace-uri() != '' and namespace-uri() != $main]")
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
    """Report every member, every text in a member and every stretch of the file that was not read.

    The words that can be found in what was not read are added at the end: a name in them is a name.
    """
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
        reading.builder.trace(here, oddity.what, oddity.content)
        keep_words(reading, oddity.content, Part.PROPERTY, "D38")
    for relations in reading.parts.relations.values():
        for relation in relations:
            if relation.external and relation.kind not in ("hyperlink", "attachedTemplate", "subDocument"):
                here = Location(Part.LINK, "D69")
                what = "something that Word fetches from outside the file"
                reading.builder.gap(
                    here, what, "Put it into the document or take it out in Word.", relation.target.encode()
                )
    reading.flush()


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
    here = Location(kind.part, kind.place, reading.picture_pages.get(name))
    if kind.place in _TRACED:
        reading.builder.trace(here, kind.what, content)
    if kind.part is Part.EMBEDDED_FILE and read_inside(reading, content, kind.place):
        return
    if kind.part is Part.IMAGE:
        _keep_beside_pixels(reading, content, here)
        if kind.place == "D23" and _read_pixels(reading, content, here):
            return
        content = picture_content(content)
    elif kind.place != _FONT and kind.part is not Part.EMBEDDED_FILE:
        keep_words(reading, content, kind.part, kind.place)
    reading.builder.gap(here, kind.what, kind.remedy, content)


def _read_pixels(reading: Reading, content: bytes, here: Location) -> bool:
    """Read the words in a picture, where there is a reader; tell whether they are all that it shows."""
    found = picture_text(content, reading.builder.request.ocr)
    for text in found.paragraphs if found else ():
        reading.builder.passage(text, here)
    return found is not None and found.whole


def _keep_beside_pixels(reading: Reading, content: bytes, here: Location) -> None:
    """Keep what the file of a picture says besides its pixels: words of a drawing, data of a photograph."""
    drawn = metafile_words(content)
    for text in drawn:
        reading.later(text, Part.IMAGE, "D24")
    if here.place in (_DRAWING, _INK) and not drawn:
        keep_words(reading, content, Part.IMAGE, here.place or _DRAWING)
        return
    if here.place == _THUMBNAIL:
        return  # it goes as a whole
    found = picture_data(content)
    for text in found.texts:
        if not plain_value(text):
            reading.later(text, Part.IMAGE, "D62")
    for stretch in found.raw:
        keep_words(reading, stretch, Part.IMAGE, "D62")
    for fact in found.facts:
        reading.builder.trace(Location(Part.IMAGE, "D62", here.page), fact, content)


def _report_leftovers(reading: Reading, root: Element) -> None:
    """Report text in elements that no reader took, and attributes of vocabularies that we do not know."""
    found = cast("list[Any]", _FOREIGN(root, main=W[1:-1]))
    texts = [str(value) for value in found if not _known(str(value.attrname)) and value.strip()]
    for element in elements(root):
        text = (element.text or "").strip()
        if text and not reading.took(element) and not _is_setting(element, text):
            texts.append(text)
        tail = (element.tail or "").strip()
        if tail:
            texts.append(tail)
    for text in texts:
        reading.later(text, Part.PROPERTY, "D68")
    if texts:
        what = "text in a part of the document that redact does not know"
        reading.builder.gap(Location(Part.PROPERTY, "D68"), what, _SAVE_AGAIN, "\n".join(texts).encode())


def _is_setting(element: Element, text: str) -> bool:
    return local(element) in _SETTINGS_AS_TEXT and _SETTING.match(text) is not None


@lru_cache(maxsize=4096)
def _known(name: str) -> bool:
    return not name.startswith("{") or _KNOWN_NAMESPACE.match(name[1:].partition("}")[0]) is not None
