"""Makes Word documents by code: any body, any parts, any fault of the package."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    "dsp": "http://schemas.microsoft.com/office/drawing/2008/diagram",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "c15": "http://schemas.microsoft.com/office/drawing/2012/chart",
}
_STRICT = {
    prefix: uri.replace("http://schemas.openxmlformats.org/", "http://purl.oclc.org/ooxml/").replace(
        "/2006/", "/"
    )
    for prefix, uri in NAMESPACES.items()
    if prefix != "mc" and uri.startswith("http://schemas.openxmlformats.org/")
}
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(frozen=True)
class PartSpec:
    """One part beside the body.

    `kind` is the last word of the relationship that leads to it, or its whole type; None for an orphan.
    `content_type` None leaves the part to the defaults of its ending.
    """

    content: str | bytes
    content_type: str | None = None
    kind: str | None = None
    id: str | None = None
    source: str = "word/document.xml"


@dataclass(frozen=True)
class Link:
    """A relationship that leads out of the package."""

    target: str
    kind: str = "hyperlink"
    id: str = "rIdLink"
    source: str = "word/document.xml"


def xml(tag: str, inner: str, *, strict: bool = False, attributes: str = "") -> str:
    """Wrap `inner` into a root element that knows all namespaces of this module."""
    names = NAMESPACES | (_STRICT if strict else {})
    declared = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in names.items())
    return f"{_DECLARATION}<{tag} {declared} {attributes}>{inner}</{tag}>"


def p(text: str, properties: str = "") -> str:
    """Make a paragraph of one run."""
    return f'<w:p>{properties}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def story(name: str, inner: str, *, kind: str | None = None) -> PartSpec:
    """Make a part with paragraphs: `header`, `footer`, `footnotes`, `endnotes`, `comments`."""
    tag = {"header": "w:hdr", "footer": "w:ftr"}.get(name, f"w:{name}")
    return PartSpec(xml(tag, inner), f"{WORD_TYPE}{name}+xml", kind or name)


def make_docx(
    target: Path | io.BytesIO | None,
    body_xml: str,
    parts: Mapping[str, PartSpec] | None = None,
    *,
    links: Iterable[Link] = (),
    main_type: str = WORD_TYPE + "document.main+xml",
    strict: bool = False,
) -> bytes:
    """Write a Word document to `target` (a path, a buffer, or nothing) and give its bytes."""
    members = package(body_xml, parts or {}, links=tuple(links), main_type=main_type, strict=strict)
    data = zipped(members)
    if isinstance(target, Path):
        target.write_bytes(data)
    elif target is not None:
        target.write(data)
    return data


def package(
    body_xml: str,
    parts: Mapping[str, PartSpec],
    *,
    links: tuple[Link, ...] = (),
    main_type: str = WORD_TYPE + "document.main+xml",
    strict: bool = False,
) -> dict[str, bytes]:
    """Give the members of a document, for a test that changes them before it zips them."""
    members = {
        "[Content_Types].xml": _content_types(parts, main_type),
        "_rels/.rels": _relations([("rIdMain", "officeDocument", "word/document.xml", False)], strict),
        "word/document.xml": xml("w:document", f"<w:body>{body_xml}</w:body>", strict=strict).encode(),
    }
    by_source: dict[str, list[tuple[str, str, str, bool]]] = {}
    for number, (name, part) in enumerate(parts.items(), start=1):
        if part.kind is not None:
            entry = (part.id or f"rId{number}", part.kind, "/" + name, False)
            by_source.setdefault(part.source, []).append(entry)
    for link in links:
        by_source.setdefault(link.source, []).append((link.id, link.kind, link.target, True))
    for source, entries in by_source.items():
        folder, _, name = source.rpartition("/")
        rels = f"{folder}/_rels/{name}.rels" if source else "_rels/.rels"
        if not source:
            entries.append(("rIdMain", "officeDocument", "word/document.xml", False))
        members[rels] = _relations(entries, strict)
    for name, part in parts.items():
        members[name] = part.content.encode() if isinstance(part.content, str) else part.content
    return members


def zipped(members: Mapping[str, bytes]) -> bytes:
    """Zip members, always to the same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _content_types(parts: Mapping[str, PartSpec], main_type: str) -> bytes:
    endings = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
    endings |= {"png": "image/png", "jpeg": "image/jpeg", "emf": "image/x-emf", "svg": "image/svg+xml"}
    defaults = "".join(
        f'<Default Extension="{ending}" ContentType="{kind}"/>' for ending, kind in endings.items()
    )
    types = {"word/document.xml": main_type}
    types |= {name: part.content_type for name, part in parts.items() if part.content_type}
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in types.items()
    )
    namespace = "http://schemas.openxmlformats.org/package/2006/content-types"
    return f'{_DECLARATION}<Types xmlns="{namespace}">{defaults}{overrides}</Types>'.encode()


def _relations(entries: list[tuple[str, str, str, bool]], strict: bool) -> bytes:
    base = _STRICT["r"] + "/" if strict else _RELATIONSHIPS
    lines = []
    for id_, kind, target, external in entries:
        type_ = kind if kind.startswith("http") else base + kind
        mode = ' TargetMode="External"' if external else ""
        lines.append(f'<Relationship Id="{id_}" Type="{type_}" Target="{target}"{mode}/>')
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{_DECLARATION}<Relationships xmlns="{namespace}">{"".join(lines)}</Relationships>'.encode()
