"""Attributes that nobody listed: words in them are read, encoded data in them are a Gap.

The vocabularies of Word have thousands of attributes, most of them numbers, switches and words such as
`center`. What begins with a capital, or holds a space, or an @, is not one of those, and is read like a
property. It errs to reading too much; a single lower-case word is taken for one of Word's own.
"""

from __future__ import annotations

import base64
import binascii
import re
from functools import lru_cache

from redact.errors import FileFault
from redact.formats.word.attributes import (
    generic_bookmark,
    generic_form_field,
    generic_name,
    generic_placeholder,
    generic_theme,
    plain_value,
)
from redact.formats.word.fields import worth_reading
from redact.formats.word.known_names import is_known_font, is_known_style
from redact.formats.word.markup import A, Element, W, elements, local, parse
from redact.formats.word.package import unpack
from redact.formats.word.reading import Reading
from redact.values.text import Location, Part

__all__ = ["read_other_attributes"]

_COPY = "{urn:schemas-microsoft-com:office:office}gfxdata"

# Names of styles where they are used (their definitions are read), names of fonts and schemas, geometry.
_HARMLESS = frozenset(
    [
        "styleId",
        "typeface",
        "panose",
        "script",
        "Ignorable",
        "Requires",
        "ProcessContent",
        "PreserveElements",
        "MustUnderstand",
        "schemaLocation",
        "uri",
        "xpath",
        "prefixMappings",
        "storeItemID",
        "style",
        "path",
        "coordsize",
        "eqn",
        "formulas",
        "adj",
        "points",
        "from",
        "to",
        "control1",
        "control2",
        "spid",
        "ProgID",
        "ObjectID",
        "ShapeID",
        "fmla",
        "connectlocs",
        "textboxrect",
        "wrapcoords",
        "connectangles",
        "vendorID",
        "characterSet",
    ]
)
_HARMLESS_VAL = frozenset(
    [
        "pStyle",
        "rStyle",
        "tblStyle",
        "basedOn",
        "link",
        "next",
        "styleLink",
        "numStyleLink",
        "clickAndTypeStyle",
        "defaultTableStyle",
        "altName",
        "mathFont",
    ]
)
# The package's own parts: what they name is read as links and names of members.
_PACKAGE = frozenset({"Relationship", "Default", "Override"})
_PACKAGE_ATTRIBUTES = frozenset({"Type", "Target", "TargetMode", "ContentType", "PartName", "Extension"})
_HARMLESS_NAMES = frozenset({"lsdException", "compatSetting"})
_DRAWN = frozenset(
    {"docPr", "cNvPr", "shape", "shapetype", "rect", "group", "line", "oval", "roundrect", "background"}
)
# Words that begin with a small letter (digits stand at their end, but for some shapes), measures, numbers in
# hex (a name like Ada has no digit), schemas.
_OF_WORD = re.compile(
    r"""^(?: [a-z][A-Za-z]*[0-9]* | (?:band|snip|round|x|w|wp|a|o|sha)[0-9]+[A-Za-z]*
      | [-+0-9.,;]+(?:(?:pt|in|cm|mm|px|em|fd?|%)[-+0-9.,;]*)*
      | [{]?(?=.*[0-9])[0-9A-Fa-f-]+[}]?
      | [A-F]{2} | [A-F]{6} | (?:dcterms|xsd?|vt):[A-Za-z0-9]+ | ([A-F])\1*
      | \#(?:[0-9A-Fa-f]{3}){1,2}(?:[ ]\[[0-9]+\])? | R?rId[0-9]+ | [a-z]{2,3}(?:-[A-Za-z0-9]{2,8})+
      | (?:urn|https?):.*(?:schemas|microsoft\.com).* | \#?_x0000_[a-z0-9]+ | [0-9T:Z+.-]+
      | \[(?:Text|Picture)\] | True | False | None | Auto )$""",
    re.VERBOSE,
)
_TWO_LETTERS = re.compile(r"[^\W\d_]{2}")
_ENCODED = re.compile(r"^[A-Za-z0-9+/]{120,}={0,2}$")
_SAVE_AGAIN = "Open it in Word, save it as a new file, and check that."


def read_other_attributes(reading: Reading, root: Element) -> None:
    """Keep the words in attributes below `root` that have no reader of their own; report encoded data."""
    for element in elements(root):
        given = element.items()
        own_name = local(element) if given else ""
        for key, value in given:
            if key == _COPY:
                _read_copy(reading, str(value))
            elif not _of_word(own_name, str(key), str(value)) and not reading.said(str(value)):
                _keep(reading, str(value))


def _keep(reading: Reading, value: str) -> None:
    if _ENCODED.match("".join(value.split())):
        here = Location(Part.PROPERTY, "D43")
        reading.builder.gap(here, "encoded data in the document", _SAVE_AGAIN, value.encode())
    else:
        reading.later(value, Part.PROPERTY, "D68")


@lru_cache(maxsize=8192)
def _of_word(element: str, attribute: str, value: str) -> bool:
    """Tell whether the value of an attribute is read elsewhere, or is one of Word's own words."""
    name = attribute.rpartition("}")[2]
    if name in _HARMLESS or not _TWO_LETTERS.search(value) or _OF_WORD.match(value) or plain_value(value):
        return True
    if element in _PACKAGE and name in _PACKAGE_ATTRIBUTES:
        return True
    if name == "val":
        return (
            element in _HARMLESS_VAL
            or (element in ("name", "aliases") and is_known_style(value))
            or _generic(element, value)
        )
    if name in ("name", "id", "ID"):
        return element in _HARMLESS_NAMES or _generic(element, value)
    if name in ("font", "ascii", "hAnsi", "cs", "eastAsia"):
        return is_known_font(value)
    if name == "instr":
        return element == "fldSimple" and not worth_reading(value)
    return name in ("anchor", "tgtFrame", "string") and _generic(element, value)


def _generic(element: str, value: str) -> bool:
    """Tell whether a reader of attributes.py knew the value, and left it out because no person gave it."""
    if element in _DRAWN:
        return generic_name(value)
    if element == "font":
        return is_known_font(value)
    if element in ("theme", "clrScheme", "fontScheme", "fmtScheme"):
        return generic_theme(value)
    if element in ("docPart", "docPartGallery", "docPartCategory"):
        return generic_placeholder(value)
    return generic_bookmark(value) or (element == "name" and generic_form_field(value))


def _read_copy(reading: Reading, value: str) -> None:
    """Read the copy of a drawing that Word keeps inside its VML form: a zip, in base64, in an attribute."""
    try:
        members = unpack(base64.b64decode(value, validate=False)).members
        roots = [parse(content) for name, content in members.items() if name.endswith(".xml")]
    except (binascii.Error, ValueError, FileFault):
        _keep(reading, value)
        return
    for root in roots:
        for paragraph in root.iter(A + "p", W + "p"):
            texts = [element.text or "" for element in elements(paragraph) if local(element) == "t"]
            reading.later("".join(texts), Part.TEXT_BOX, "D9")
        for element in elements(root):
            for name in ("descr", "title"):
                reading.later(element.get(name), Part.ALT_TEXT, "D47")
    for name, content in members.items():
        if not name.endswith((".xml", ".rels")):
            here = Location(Part.IMAGE, "D24")
            reading.builder.gap(here, "a picture in a copy of a drawing", _SAVE_AGAIN, content)
