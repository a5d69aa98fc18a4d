"""Members of the package that are not carried over: each is named; what nobody knows is named as lost."""

from __future__ import annotations

import re

from redact.formats.word.cleaning.ledger import Ledger
from redact.formats.word.package import Oddity
from redact.formats.word.parts import Parts
from redact.values.text import Part

__all__ = ["report_left_behind"]

_EDITOR = "settings of the editor"
_DRAWINGS = "drawings that nothing shows"
# Matched against a member's name, its content type and the kinds of relationship that lead to it.
_KINDS: tuple[tuple[re.Pattern[str], Part, str, str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), part, place, what)
    for pattern, part, place, what in (
        (r"\.comments|comments(?:extended|ids|extensible)", Part.COMMENT, "D27", "lists of comments"),
        (r"people\+xml", Part.PROPERTY, "D41", "lists of people"),
        (r"glossary", Part.HIDDEN_TEXT, "D37", "building blocks"),
        (r"thumbnail", Part.IMAGE, "D61", "pictures of the first page"),
        (r"hdphoto|\.(?:wdp|jxr)\b", Part.IMAGE, "D33", "originals of changed pictures"),
        (r"core-properties", Part.PROPERTY, "D57", "properties"),
        (r"extended-properties", Part.PROPERTY, "D58", "properties of the program"),
        (r"custom-properties", Part.PROPERTY, "D59", "properties of somebody's own"),
        (r"classificationlabels", Part.PROPERTY, "D60", "labels of sensitivity"),
        (r"signature", Part.PROPERTY, "D64", "digital signatures"),
        (r"printersettings", Part.PROPERTY, "D65", "settings of printers"),
        (r"customui|keymap|toolbars|vba|extensibility", Part.PROPERTY, "D66", "additions to menus and keys"),
        (r"documenttasks|webextension|taskpane", Part.PROPERTY, "D67", "tasks and add-ins"),
        (r"recipient", Part.PROPERTY, "D53", "recipients of a mail merge"),
        (r"activex|\bcontrol\b", Part.EMBEDDED_FILE, "D36", "controls"),
        (r"\bink\b|inkml", Part.IMAGE, "D36", "handwriting"),
        (r"oleobject|embeddings?/|\spackage(?:\s|$)", Part.EMBEDDED_FILE, "D34", "embedded files"),
        (r"afchunk", Part.EMBEDDED_FILE, "D22", "other files whose text Word shows"),
        (r"customxml", Part.PROPERTY, "D50", "data beside the text"),
        (r"obfuscatedfont|fonts/", Part.PROPERTY, "D51", "embedded fonts"),
        (r"\.(?:emf|wmf|svg|emz|wmz)\b|image/(?:x-)?(?:emf|wmf|svg)", Part.IMAGE, "D24", _DRAWINGS),
        (r"\simage/|\simage(?:\s|$)|media/", Part.IMAGE, "D23", "pictures that nothing shows"),
        (r"header\+xml", Part.HEADER, "D17", "headers of no page"),
        (r"footer\+xml", Part.FOOTER, "D17", "footers of no page"),
        (r"chartstyle|chartcolorstyle|websettings|styleswith", Part.PROPERTY, "D55", _EDITOR),
        (r"\.chart\+xml|chartex\+xml|chartshapes", Part.CHART, "D20", "charts that nothing shows"),
        (r"diagram", Part.DIAGRAM, "D21", "diagrams that nothing shows"),
        (r"themeoverride", Part.PROPERTY, "D51", "colours of charts"),
    )
)  # fmt: skip


def report_left_behind(parts: Parts, carried: set[str], oddities: tuple[Oddity, ...], ledger: Ledger) -> None:
    """Name every member that is not in the copy, and every stretch of the file that is in no member."""
    incoming: dict[str, set[str]] = {}
    for relations in parts.relations.values():
        for relation in relations:
            if not relation.external:
                incoming.setdefault(relation.target.lower(), set()).add(relation.kind)
            elif relation.kind not in ("hyperlink", "attachedTemplate"):
                ledger.remove(Part.LINK, "D69", "things that Word would fetch", relation.target)
            else:
                place = "D45" if relation.kind == "hyperlink" else "D52"
                ledger.remove(Part.LINK, place, "addresses of links", relation.target)
    for name in parts.members:
        if name in carried or name.lower().endswith((".rels", "[content_types].xml")):
            continue
        described = " ".join([name, parts.types[name], *sorted(incoming.get(name.lower(), ()))])
        known = next((kind for kind in _KINDS if kind[0].search(described)), None)
        if known is not None:
            ledger.remove(known[1], known[2], known[3])
        elif name in parts.reached:
            ledger.lose(Part.EMBEDDED_FILE, "D38", "parts that redact does not know")
        else:
            ledger.remove(Part.EMBEDDED_FILE, "D38", "parts that nothing leads to")
    for _ in oddities:
        ledger.remove(Part.PROPERTY, "D38", "data between the parts of the package")
