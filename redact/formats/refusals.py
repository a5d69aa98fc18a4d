"""Files that are not read, by their endings and by how they begin, and what to do about each."""

from __future__ import annotations

from redact.values.text import Format

__all__ = ["MAGIC", "OWN_MAGIC", "REFUSED"]

_SAVE_AS_DOCX = (
    "Open it in the program that made it, save it as a Word document (.docx), and check that file."
)
_SAVE_AS_XLSX = "Open it in Excel, save it as a workbook (.xlsx), and check that file."
_SAVE_AS_PPTX = "Open it in PowerPoint, save it as a presentation (.pptx), and check that file."
_CANNOT = "cannot be read whole, so it is not read at all"
_PICTURE = (
    f"a picture {_CANNOT}: words and faces in it are not seen",
    "Look at it yourself; write what it says into a Word document, and check that.",
)
# Endings of files that people will try, and what to do about each.
REFUSED: dict[str, tuple[str, str]] = {
    ".docm": (f"a Word document with macros {_CANNOT}", _SAVE_AS_DOCX),
    ".dot": (f"an old Word template {_CANNOT}", _SAVE_AS_DOCX),
    ".dotx": (f"a Word template {_CANNOT}", _SAVE_AS_DOCX),
    ".dotm": (f"a Word template with macros {_CANNOT}", _SAVE_AS_DOCX),
    ".ott": (f"an OpenDocument template {_CANNOT}", _SAVE_AS_DOCX),
    ".pages": (f"a Pages document {_CANNOT}", _SAVE_AS_DOCX),
    ".wpd": (f"a WordPerfect document {_CANNOT}", _SAVE_AS_DOCX),
    ".xls": (f"a spreadsheet of the old form {_CANNOT}", _SAVE_AS_XLSX),
    ".xlsb": (f"a binary spreadsheet {_CANNOT}", _SAVE_AS_XLSX),
    ".xlsm": (f"a spreadsheet with macros {_CANNOT}", _SAVE_AS_XLSX),
    ".xltx": (f"a template of Excel {_CANNOT}", _SAVE_AS_XLSX),
    ".xltm": (f"a template of Excel with macros {_CANNOT}", _SAVE_AS_XLSX),
    ".ods": (f"an OpenDocument spreadsheet {_CANNOT}", _SAVE_AS_XLSX),
    ".csv": (f"a list of values (CSV) {_CANNOT}", _SAVE_AS_XLSX),
    ".ppt": (f"a presentation of the old form {_CANNOT}", _SAVE_AS_PPTX),
    ".pptm": (f"a presentation with macros {_CANNOT}", _SAVE_AS_PPTX),
    ".ppsx": (f"a show of PowerPoint {_CANNOT}", _SAVE_AS_PPTX),
    ".potx": (f"a template of PowerPoint {_CANNOT}", _SAVE_AS_PPTX),
    ".odp": (f"an OpenDocument presentation {_CANNOT}", _SAVE_AS_PPTX),
    ".msg": (f"an Outlook message {_CANNOT}", "Save the text and each attachment as files, and check those."),
    ".eml": (f"an e-mail {_CANNOT}", "Save the text and each attachment as files, and check those."),
    ".html": (f"a web page {_CANNOT}", "Print it to a PDF, and check that file."),
    ".htm": (f"a web page {_CANNOT}", "Print it to a PDF, and check that file."),
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".bmp"), _PICTURE),
    ".zip": (f"a zip archive {_CANNOT}", "Unpack it, and check each file."),
}

# How files of a format begin that is read.
OWN_MAGIC = {
    Format.DOCX: b"PK\x03\x04",
    Format.XLSX: b"PK\x03\x04",
    Format.PPTX: b"PK\x03\x04",
    Format.ODT: b"PK\x03\x04",
    Format.DOC: b"\xd0\xcf\x11\xe0",
    Format.RTF: b"{\\rtf",
    Format.PDF: b"%PDF",
}
# How files begin that are not, whatever they are called.
MAGIC: dict[bytes, tuple[str, str]] = {
    b"\xd0\xcf\x11\xe0": (f"a file of an old Office program {_CANNOT}", _SAVE_AS_DOCX),
    b"{\\rtf": (f"rich text under another name {_CANNOT}", "Give it a name that ends in .rtf."),
    b"\x89PNG": _PICTURE,
    b"\xff\xd8\xff": _PICTURE,
    b"GIF8": _PICTURE,
    b"PK\x03\x04": (f"a zip archive that is no Word document {_CANNOT}", _SAVE_AS_DOCX),
}
