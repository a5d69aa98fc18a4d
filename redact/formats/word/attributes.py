"""Texts that stand in attributes and beside the text: alt texts, bookmarks, authors, names of all kinds.

Names that Word, LibreOffice and python-docx give by themselves (Picture 1, _Toc12345, Table Grid) are
left out: nobody wrote them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import cast

from lxml import etree

from redact.formats.word.known_names import is_known_font, is_known_style
from redact.formats.word.markup import A, Element, V, W, elements, local, val
from redact.formats.word.reading import Reading
from redact.formats.word.strangers import decoded
from redact.values.text import Part

__all__ = [
    "gather",
    "generic_bookmark",
    "generic_form_field",
    "generic_name",
    "generic_placeholder",
    "generic_theme",
    "plain_value",
    "unescaped",
]

_OFFICE = "{urn:schemas-microsoft-com:office:office}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_WP15 = "{http://schemas.microsoft.com/office/word/2012/wordprocessingDrawing}"

_GENERIC_NAME = re.compile(
    r"""^(?: (?:
      picture | image | img | graphics? | grafik | bild | photo | text\ ?(?:box|frame) | frame | shape
      | form | rectangle | rounded\ rectangle | rectangle:\ rounded\ corners | oval | ellipse | line
      | straight(?:\ arrow)?\ connector | connector | arrow | right\ arrow | group | canvas
      | drawing\ canvas | chart | diagram | table | object | ole | control | freeform(?::\ shape)?
      | autoshape | word\ ?art | ink | content\ placeholder | title | textfeld | video | free\ form )
      [\s_:]*[0-9]* | _x0000_[a-z]+[0-9]+ | _x0000_[a-z]+
      | powerpluswatermarkobject[0-9]* | wordpicturewatermark[0-9]*
      | shapetype[_0-9]* | [0-9]* | t[0-9]+ | [a-z]{1,3}[0-9]+ )$""",
    re.IGNORECASE | re.VERBOSE,
)
_GENERIC_BOOKMARK = re.compile(
    r"^(?:_GoBack|_(?:Toc|Ref|Hlk|Hlt|PictureBullets|MailAutoSig)[0-9]*"
    r"|__(?:RefHeading|RefNumPara|DdeLink|UnoMark|Fieldmark|bookmark)_*(?:Toc)?[0-9_]*|move[0-9]+(?:-[a-z])?)$"
)
_GENERIC_FORM_FIELD = re.compile(r"^(?:Text|Check|Dropdown)[0-9]*$", re.IGNORECASE)
_GENERIC_PLACEHOLDER = re.compile(r"^(?:DefaultPlaceholder_-?[0-9A-Fa-f]+|[0-9A-Fa-f]{32}|PlaceholderText)$")
_KNOWN_GALLERIES = frozenset(
    ("table of contents", "cover pages", "general", "built-in", "page numbers", "watermarks")
)  # bibliographies are told below
_GENERIC_GALLERY = re.compile(
    r"^(?:page numbers|headers|footers|watermarks|tables of contents?|cover pages?"
    r"|bibliograph(?:y|ies))(?: \([a-z ]+\))?$",
    re.I,
)
_GENERIC_THEME = re.compile(r"^(?:Office(?: Theme| Classic)?(?: ?[0-9-]*)|Larissa|Default|)$", re.IGNORECASE)
_PLAIN_VALUE = re.compile(
    r"""^(?: [-+]?[0-9][0-9.,]* | true | false | yes | no | none
      | [{]?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}[}]?
      | 0x[0-9a-f]+ | rId[0-9]+ | https?://schemas\.(?:openxmlformats|microsoft)\.[a-z.]+/.*
      | [0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+(?:Z|[+-][0-9:]+)? )$""",
    re.IGNORECASE | re.VERBOSE,
)
# Found by libxml2 itself: almost no element has an author, and looking at each costs a tenth of the reading.
_AUTHORS = {
    etree.XPath("//@w:author | //@w:initials", namespaces={"w": W[1:-1]}): "D40",
    etree.XPath("//@w15:author", namespaces={"w15": _W15[1:-1]}): "D41",
}
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def gather(reading: Reading, root: Element) -> None:
    """Keep every such text below `root` for the end of the document."""
    for find, place in _AUTHORS.items():
        for author in cast("list[str]", find(root)):
            reading.later(str(author), Part.PROPERTY, place)
    for element in elements(root):
        tag = str(element.tag)
        gatherer = _GATHERERS.get(tag)
        if gatherer is not None:
            gatherer(reading, element)
        elif tag.rpartition("}")[2] in ("docPr", "cNvPr"):
            _drawn(reading, element)
        elif tag.startswith(V):
            _vector(reading, element)


def generic_name(name: str) -> bool:
    """Tell whether a program gives this name to pictures and shapes by itself."""
    plain = name if name.startswith("_x0000_") else unescaped(name)
    return _GENERIC_NAME.match(plain.strip()) is not None


def generic_bookmark(name: str) -> bool:
    """Tell whether a program gives this name to bookmarks, or it is one of the windows of a browser."""
    return _GENERIC_BOOKMARK.match(name) is not None or name in ("_blank", "_top", "_self", "_parent")


def generic_form_field(name: str) -> bool:
    """Tell whether Word gives this name to form fields."""
    return _GENERIC_FORM_FIELD.match(name) is not None


def generic_placeholder(name: str) -> bool:
    """Tell whether Word gives this name to the placeholder of a content control, or to its gallery."""
    return _GENERIC_PLACEHOLDER.match(name) is not None or _known_gallery(name)


def generic_theme(name: str) -> bool:
    """Tell whether a theme of this name comes with Office."""
    return _GENERIC_THEME.match(name) is not None


def plain_value(value: str) -> bool:
    """Tell whether a value is a number, a date with time, a GUID, a switch or the name of a known schema."""
    return not value.strip() or _PLAIN_VALUE.match(value.strip()) is not None


def _drawn(reading: Reading, element: Element) -> None:
    reading.later(element.get("descr"), Part.ALT_TEXT, "D47", page=reading.page)
    reading.later(element.get("title"), Part.ALT_TEXT, "D47", page=reading.page)
    _named(reading, element.get("name"))


def _vector(reading: Reading, element: Element) -> None:
    for name in ("alt", "title", _OFFICE + "title"):
        reading.later(element.get(name), Part.ALT_TEXT, "D47")
    for name in ("id", "name"):
        _named(reading, element.get(name))
    for name in ("href", "src", _OFFICE + "href"):
        reading.later(element.get(name), Part.LINK, "D45")


def _named(reading: Reading, name: str | None) -> None:
    if name and not generic_name(name):
        reading.note(name)
        reading.later(unescaped(name), Part.ALT_TEXT, "D47")


def unescaped(name: str) -> str:
    """Undo Word's way to write a space in an id: Text_x0020_Box."""
    return _ESCAPED.sub(lambda found: chr(int(found.group(1), 16)), name)


def _bookmark(reading: Reading, element: Element) -> None:
    name = element.get(W + "name") or ""
    if not generic_bookmark(name):
        reading.later(name, Part.BOOKMARK, "D46")


def _hyperlink(reading: Reading, element: Element) -> None:
    for name in ("tooltip", "docLocation", "tgtFrame", "anchor"):
        value = element.get(W + name) or element.get(name) or ""
        if not generic_bookmark(value):
            reading.later(value, Part.LINK, "D45")


def _form_field(reading: Reading, element: Element) -> None:
    for below in elements(element):
        value = val(below) or ""
        if not plain_value(value) and not generic_form_field(value):
            reading.later(value, Part.FORM_FIELD, "D42")


def _control(reading: Reading, element: Element) -> None:
    """Read the properties of a content control: its names, its list, its date, its placeholder."""
    for below in elements(element):
        name = local(below)
        if name in ("alias", "tag"):
            reading.later(val(below), Part.PROPERTY, "D48")
        elif name == "listItem":
            reading.later(below.get(W + "displayText"), Part.PROPERTY, "D48")
            reading.later(below.get(W + "value"), Part.PROPERTY, "D48")
        elif name == "date":
            reading.later((below.get(W + "fullDate") or "").removesuffix("T00:00:00Z"), Part.PROPERTY, "D48")
        elif name in ("docPart", "docPartGallery", "docPartCategory") and not generic_placeholder(
            val(below) or ""
        ):
            reading.later(val(below), Part.PROPERTY, "D48")


def _known_gallery(name: str) -> bool:
    return name.lower() in _KNOWN_GALLERIES or _GENERIC_GALLERY.match(name) is not None


def _all_values(part: Part, place: str) -> Callable[[Reading, Element], None]:
    """Make a gatherer of all values below an element that are more than a number or a switch."""

    def gatherer(reading: Reading, element: Element) -> None:
        for below in elements(element):
            for value in below.attrib.values():
                if not plain_value(str(value)):
                    reading.later(str(value), part, place)

    return gatherer


def _own(name: str, part: Part, place: str) -> Callable[[Reading, Element], None]:
    """Make a gatherer of one attribute."""

    def gatherer(reading: Reading, element: Element) -> None:
        reading.later(element.get(name), part, place)

    return gatherer


def _tag(reading: Reading, element: Element) -> None:
    """Keep what a tag is called where it is no plain word: those of Office are "place" and "PersonName"."""
    name = element.get(W + "element") or ""
    if not name.isalpha() and not plain_value(name):
        reading.later(name, Part.PROPERTY, "D49")


def _field_data(reading: Reading, element: Element) -> None:
    """Keep what the data of a field say where they are text; where they are none, they stay unread."""
    texts = decoded(element.text or "")
    for text in texts:
        reading.later(text, Part.FIELD, "D43")
    if texts:
        reading.take(element)


def _style(reading: Reading, element: Element) -> None:
    for name in (val(element.find(W + "name")), val(element.find(W + "aliases"))):
        for single in (name or "").split(","):
            if not is_known_style(single.strip()):
                reading.later(single.strip(), Part.PROPERTY, "D51")


def _numbering(reading: Reading, element: Element) -> None:
    reading.later(val(element.find(W + "name")), Part.PROPERTY, "D51")


def _list_label(reading: Reading, element: Element) -> None:
    """Keep a label with words in it; a single letter is a bullet of a font of symbols."""
    text = val(element) or ""
    letters = re.sub(r"%[1-9]", "", text)
    if len([letter for letter in letters if letter.isalnum()]) > 1:
        reading.later(text, Part.LIST_LABEL, "D18")


def _font(reading: Reading, element: Element) -> None:
    name = element.get(W + "name") or ""
    if not is_known_font(name):
        reading.later(name, Part.PROPERTY, "D51")


def _theme(reading: Reading, element: Element) -> None:
    name = element.get("name") or ""
    if not generic_theme(name):
        reading.later(name, Part.PROPERTY, "D51")


_GATHERERS: dict[str, Callable[[Reading, Element], None]] = {
    W + "bookmarkStart": _bookmark,
    W + "moveFromRangeStart": _bookmark,
    W + "moveToRangeStart": _bookmark,
    W + "hyperlink": _hyperlink,
    A + "hlinkClick": _hyperlink,
    A + "hlinkHover": _hyperlink,
    A + "hlinkMouseOver": _hyperlink,
    W + "ffData": _form_field,
    W + "sdtPr": _control,
    W + "docVar": _all_values(Part.PROPERTY, "D54"),
    W + "mailMerge": _all_values(Part.PROPERTY, "D53"),
    W + "tblCaption": _own(W + "val", Part.ALT_TEXT, "D47"),
    W + "tblDescription": _own(W + "val", Part.ALT_TEXT, "D47"),
    W + "customXml": _tag,
    W + "smartTag": _tag,
    W + "fldData": _field_data,
    W + "attr": _all_values(Part.PROPERTY, "D49"),
    W + "permStart": _own(W + "ed", Part.PROPERTY, "D56"),
    W + "numberingChange": _own(W + "original", Part.LIST_LABEL, "D26"),
    W + "style": _style,
    W + "abstractNum": _numbering,
    W + "lvlText": _list_label,
    W + "font": _font,
    W + "caption": _own(W + "name", Part.PROPERTY, "D51"),
    W + "attachedSchema": _own(W + "val", Part.PROPERTY, "D49"),
    W + "docPartPr": _all_values(Part.PROPERTY, "D37"),
    W + "control": _own(W + "name", Part.PROPERTY, "D36"),
    A + "theme": _theme,
    A + "clrScheme": _theme,
    A + "fontScheme": _theme,
    A + "fmtScheme": _theme,
    _OFFICE + "signatureline": _all_values(Part.PROPERTY, "D64"),
    _WP15 + "webVideoPr": _all_values(Part.LINK, "D36"),
    "{http://schemas.microsoft.com/office/comments/2020/reactions}user": _all_values(Part.PROPERTY, "D41"),
    _W15 + "presenceInfo": _own(_W15 + "userId", Part.PROPERTY, "D41"),
}
