"""What the parts of a file are called, in the words of those who look for them."""

from __future__ import annotations

from redact.values.text import Part

__all__ = ["INSIDE", "PARTS", "PROPERTIES"]

# What a part is called, and whether the reader's number of it means something to a person.
PARTS: dict[Part, tuple[str, bool]] = {
    Part.BODY: ("paragraph", True),
    Part.TABLE: ("table", True),
    Part.HEADER: ("header", False),
    Part.FOOTER: ("footer", False),
    Part.FOOTNOTE: ("footnote", True),
    Part.ENDNOTE: ("endnote", True),
    Part.COMMENT: ("comment", True),
    Part.TRACKED_DELETION: ("tracked deletion", False),
    Part.TRACKED_INSERTION: ("tracked insertion", False),
    Part.HIDDEN_TEXT: ("hidden text", False),
    Part.TEXT_BOX: ("text box", True),
    Part.CHART: ("chart", True),
    Part.DIAGRAM: ("diagram", True),
    Part.ALT_TEXT: ("description of a picture (alt text)", False),
    Part.PROPERTY: ("document properties", False),
    Part.LINK: ("target of a link", False),
    Part.BOOKMARK: ("name of a bookmark", False),
    Part.FIELD: ("field", False),
    Part.LIST_LABEL: ("list label", False),
    Part.EMBEDDED_FILE: ("embedded file", False),
    Part.ANNOTATION: ("annotation", True),
    Part.ATTACHMENT: ("attachment", False),
    Part.OUTLINE: ("outline (the list of bookmarks beside the pages)", False),
    Part.FORM_FIELD: ("form field", True),
    Part.LAYER: ("layer", False),
    Part.UNDER_A_BOX: ("text under a box", False),
    Part.IMAGE: ("picture", False),
    Part.FILE_NAME: ("file name", False),
}
# What stands beside the text, by its place in the catalogue; the rest are called document properties.
PROPERTIES = {
    "D12": "form control with data behind it",
    "D26": "changes of format",
    "D37": "building block kept in the file",
    "D40": "author of a comment or tracked change",
    "D41": "list of the people who commented",
    "D38": "bytes outside the document",
    "D48": "settings of a form control",
    "D49": "smart tag",
    "D50": "data kept beside the text",
    "D51": "name of a style",
    "D52": "template of the document",
    "D53": "mail merge",
    "D54": "document variable",
    "D55": "settings of the file",
    "D56": "permissions",
    "D60": "label of the file",
    "D63": "name of a part of the file",
    "D64": "signature",
    "D65": "settings of a printer",
    "D66": "additions to the program",
    "D67": "tasks and add-ins",
    "D68": "code of the file",
}
# Stretches inside a paragraph that need no article, or another one than "a".
INSIDE = {
    Part.HIDDEN_TEXT: "hidden text",
    Part.ALT_TEXT: "alt text",
    Part.EMBEDDED_FILE: "an embedded file",
    Part.ANNOTATION: "an annotation",
    Part.ENDNOTE: "an endnote",
    Part.UNDER_A_BOX: "text under a box",
}
