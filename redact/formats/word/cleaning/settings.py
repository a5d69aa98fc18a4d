"""Settings and properties of the copy: what changes how pages look, and a title that was asked for."""

from __future__ import annotations

from lxml import etree

from redact.formats.word.cleaning.ledger import Ledger
from redact.formats.word.cleaning.shears import drop
from redact.formats.word.markup import Element, W, local
from redact.values.text import Part

__all__ = ["core_properties", "has_even_pages", "trim_settings"]

# Children of w:settings that change what is seen, in no matter which order: they stay where they are.
_WORDS_OF_LAYOUT = """
    mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop
    displayBackgroundShape defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone
    doNotHyphenateCaps evenAndOddHeaders bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets
    drawingGridHorizontalSpacing drawingGridVerticalSpacing displayHorizontalDrawingGridEvery
    displayVerticalDrawingGridEvery doNotUseMarginsForDrawingGridOrigin characterSpacingControl
    printTwoOnOne strictFirstAndLastChars noLineBreaksAfter noLineBreaksBefore footnotePr endnotePr compat
    mathPr themeFontLang clrSchemeMapping decimalSymbol listSeparator defaultTableStyle
    doNotExpandShiftReturn summaryLength
"""
_LAYOUT = frozenset(_WORDS_OF_LAYOUT.split())
# The others that hold something of a person, each with its place; all else is a switch of the editor.
_TELLING = {
    "mailMerge": ("D53", "settings of a mail merge"),
    "docVars": ("D54", "variables"),
    "rsids": ("D55", "numbers of editing sessions"),
    "docId": ("D55", "numbers of the document"),
    "documentProtection": ("D56", "protections"),
    "writeProtection": ("D56", "protections"),
    "attachedTemplate": ("D52", "templates"),
    "attachedSchema": ("D49", "schemas"),
    "captions": ("D51", "names of captions"),
    "smartTagType": ("D49", "kinds of smart tags"),
    "schemaLibrary": ("D49", "schemas"),
    "saveThroughXslt": ("D52", "templates"),
    "activeWritingStyle": ("D55", "settings of spelling"),
    "trackRevisions": ("D26", "settings of tracked changes"),
}
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"


def has_even_pages(root: Element | None) -> bool:
    """Tell whether even pages have headers of their own."""
    mark = None if root is None else root.find(W + "evenAndOddHeaders")
    return mark is not None and (mark.get(W + "val") or "true") not in ("0", "false", "off")


def trim_settings(root: Element, ledger: Ledger) -> None:
    """Leave in settings.xml only what changes how the pages look."""
    for child in list(root):
        if local(child) in _LAYOUT:
            continue
        place, what = _TELLING.get(local(child), ("D55", "settings of the editor"))
        texts = [str(value) for below in child.iter() for value in below.attrib.values()]
        ledger.remove(Part.PROPERTY, place, what, *(text for text in texts if len(text.split()) > 1))
        drop(child)


def core_properties(title: str | None) -> Element:
    """Make properties that hold a title, or nothing."""
    root = etree.Element(f"{{{_CORE}}}coreProperties", nsmap={"cp": _CORE, "dc": _DC})
    if title:
        etree.SubElement(root, f"{{{_DC}}}title").text = title
    return root
