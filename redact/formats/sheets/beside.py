"""What stands beside the cells: names, lists of choices, notes, headers, filters, connections, people.

Each kind of part has the elements and attributes in which a person may have written, or a program may have
kept, words. What is not listed is read by the reader of other attributes, or is a Gap.
"""

from __future__ import annotations

import re

from redact.formats.openxml.reading import OfficeReading
from redact.formats.sheets.cells import place_of, strings_in
from redact.formats.sheets.program import S
from redact.formats.word.markup import Element, elements, local
from redact.values.text import Location, Part

__all__ = ["read_comments", "read_names", "read_sheet_words", "read_threads", "read_words"]

_Kept = dict[str, tuple[tuple[str, ...], Part, str]]

# Attributes with words, by the element: of the workbook, of a sheet, and of the parts beside them.
_WORDS: _Kept = {
    "fileSharing": (("userName",), Part.PROPERTY, "D56"),
    "absPath": (("url",), Part.PROPERTY, "X15"),
    "customWorkbookView": (("name",), Part.PROPERTY, "X16"),
    "workbookPr": (("codeName",), Part.PROPERTY, "X16"),
    "sheetPr": (("codeName",), Part.PROPERTY, "X2"),
    "dataValidation": (("prompt", "promptTitle", "error", "errorTitle"), Part.FORM_FIELD, "X11"),
    "cfRule": (("text",), Part.FIELD, "X6"),
    "hyperlink": (("tooltip", "display", "location"), Part.LINK, "D45"),
    "protectedRange": (("name", "securityDescriptor"), Part.PROPERTY, "D56"),
    "scenario": (("name", "user", "comment"), Part.HIDDEN_TEXT, "X16"),
    "inputCells": (("val",), Part.HIDDEN_TEXT, "X16"),
    "filter": (("val",), Part.HIDDEN_TEXT, "X16"),
    "customFilter": (("val",), Part.HIDDEN_TEXT, "X16"),
    "control": (("name",), Part.PROPERTY, "D36"),
    "oleObject": (("link", "progId"), Part.EMBEDDED_FILE, "D34"),
    "webPublishItem": (("title", "destinationFile", "sourceObject"), Part.PROPERTY, "X16"),
    "customPr": (("name",), Part.PROPERTY, "X16"),
    "table": (("name", "displayName", "comment"), Part.BOOKMARK, "X7"),
    "tableColumn": (("name", "totalsRowLabel", "uniqueName"), Part.HIDDEN_TEXT, "X10"),
    "queryTable": (("name",), Part.PROPERTY, "X13"),
    "queryTableField": (("name",), Part.PROPERTY, "X13"),
    "userInfo": (("name",), Part.PROPERTY, "D40"),
    "header": (("userName",), Part.PROPERTY, "D40"),
    "cellStyle": (("name",), Part.PROPERTY, "D51"),
    "tableStyle": (("name",), Part.PROPERTY, "D51"),
    "slicer": (("name", "caption", "cache"), Part.PROPERTY, "X16"),
    "timeline": (("name", "caption", "cache"), Part.PROPERTY, "X16"),
    "slicerCacheDefinition": (("name", "sourceName"), Part.PROPERTY, "X16"),
    "namedSheetView": (("name",), Part.PROPERTY, "X16"),
    "formControlPr": (("fmlaLink", "fmlaRange", "fmlaMacro"), Part.FORM_FIELD, "D42"),
    "pivotTableDefinition": (
        ("name", "dataCaption", "grandTotalCaption", "rowHeaderCaption", "colHeaderCaption", "tag"),
        Part.HIDDEN_TEXT,
        "X8",
    ),
    "pivotField": (("name", "subtotalCaption", "uniqueMemberProperty"), Part.HIDDEN_TEXT, "X8"),
    "dataField": (("name",), Part.HIDDEN_TEXT, "X8"),
    "pageField": (("name", "cap"), Part.HIDDEN_TEXT, "X8"),
    "item": (("n",), Part.HIDDEN_TEXT, "X8"),
    "externalName": (("name", "refersTo"), Part.HIDDEN_TEXT, "X9"),
    "sheetName": (("val",), Part.HIDDEN_TEXT, "X9"),
    "ddeLink": (("ddeService", "ddeTopic"), Part.LINK, "D69"),
    "ddeItem": (("name",), Part.LINK, "D69"),
}
_HEADERS = ("Header", "Footer")
_CODES = re.compile(r'&(?:"[^"]*"|[0-9]{1,3}|K(?:[0-9A-Fa-f]{6}|[0-9]{2}[+-][0-9]{3})|[A-Za-z+-])')
_AMPERSAND = "\ue00a"  # stands for a written && while codes are taken out
_PLAIN_NAME = re.compile(r"^_xl(?:nm|fn|pm|ws)\.|^_xlchart\.|^ExternalData_[0-9]+$")
# A cell, an area, several of them, a number: no words of anybody.
_PLAIN_FORMULA = re.compile(r"^[$A-Z0-9:,;.!()#\s+*/<>=&-]*$")
_SHEET_IN_FORMULA = re.compile(r"(?:'((?:[^']|'')+)'|([^\W\d][\w.]*))!")


def read_words(reading: OfficeReading, root: Element) -> None:
    """Keep the words in attributes of a part of the workbook, by what each element is for."""
    for element in elements(root):
        kept = _WORDS.get(local(element))
        if kept is None:
            continue
        names, part, place = kept
        for name in names:
            value = element.get(name)
            if value and local(element) in ("cellStyle", "tableStyle"):
                reading.later(value, part, place)  # most of them come with Excel
            else:
                reading.keep(value, part, place)
                reading.note(value or "")


def read_names(reading: OfficeReading, root: Element) -> None:
    """Read the names that the workbook gives to cells and formulas, and what they stand for."""
    for name in root.iter(S + "definedName"):
        own = name.get("name", "")
        if not _PLAIN_NAME.match(own):
            reading.keep(own.replace("_", " "), Part.BOOKMARK, "X7")
        for attribute in ("comment", "customMenu", "description", "help", "statusBar"):
            reading.keep(name.get(attribute), Part.BOOKMARK, "X7")
        reading.note(own)
        _formula(reading, reading.take(name), Part.BOOKMARK, "X7")


def read_sheet_words(reading: OfficeReading, root: Element) -> None:
    """Read the headers, lists of choices and formulas of a sheet that stand in no cell."""
    read_words(reading, root)
    for element in elements(root):
        name = local(element)
        if name.endswith(_HEADERS) and element.text:
            _header(reading, element, Part.HEADER if name.endswith("Header") else Part.FOOTER)
        elif name in ("formula1", "formula2", "formula", "f", "calculatedColumnFormula", "totalsRowFormula"):
            choices = name.startswith("formula") and name != "formula"
            part, place = (Part.FORM_FIELD, "X11") if choices else (Part.FIELD, "X6")
            _formula(reading, reading.take(element), part, place)
        elif name in ("sqref", "xpath") and element.text:
            reading.later(reading.take(element), Part.PROPERTY, "X16")


def read_comments(reading: OfficeReading, root: Element) -> None:
    """Read the comments (notes) of a sheet, each with the cell at which it stands."""
    for author in root.iter(S + "author"):
        reading.keep(reading.take(author), Part.PROPERTY, "D40")
    for comment in root.iter(S + "comment"):
        texts = [reading.take(piece) for piece in comment.iter(S + "t")]
        _comment(reading, "".join(texts), comment.get("ref"))


def read_threads(reading: OfficeReading, root: Element) -> None:
    """Read threaded comments, or the people who wrote them."""
    for element in elements(root):
        name = local(element)
        if name == "threadedComment":
            text = "".join(reading.take(below) for below in elements(element) if local(below) == "text")
            _comment(reading, text, element.get("ref"))
        elif name == "person":
            for attribute in ("displayName", "userId", "id"):
                value = element.get(attribute, "")
                if attribute != "id" or not value.startswith("{"):
                    reading.keep(value, Part.PROPERTY, "D41")


def _comment(reading: OfficeReading, text: str, reference: str | None) -> None:
    block = reading.builder.next_block(Part.COMMENT)
    reading.paragraph_at(text, Location(Part.COMMENT, "D27", None, block, place_of(reference)))


def _header(reading: OfficeReading, element: Element, part: Part) -> None:
    text = _CODES.sub(" ", reading.take(element).replace("&&", _AMPERSAND)).replace(_AMPERSAND, "&")
    said = "\n".join(" ".join(line.split()) for line in text.splitlines() if line.strip())
    if said:
        reading.paragraph_at(said, Location(part, "D17", None, reading.builder.next_block(part)))


def _formula(reading: OfficeReading, formula: str, part: Part, place: str) -> None:
    """Keep the words of a formula; those of a list of choices one by one."""
    said = strings_in(formula)
    if formula.startswith('"') and formula.endswith('"') and len(said) == 1 and "," in said[0]:
        said = said[0].split(",")
    for words in said:
        reading.keep(words.strip(), part, place)
    rest = re.sub(r'"(?:[^"]|"")*"', "", formula)
    rest = _SHEET_IN_FORMULA.sub(lambda found: "" if _is_tab(reading, found) else found[0], rest)
    if not said and not _PLAIN_FORMULA.match(rest):
        reading.later(rest, part, place)


def _is_tab(reading: OfficeReading, found: re.Match[str]) -> bool:
    """Tell whether a formula names a sheet of this workbook, whose name is read as its tab."""
    return reading.said((found[1] or found[2]).replace("''", "'"))
