"""Makes presentations by code, part by part."""

from __future__ import annotations

import hashlib
import io
import zipfile

from redact.formats.building import DocumentBuilder, Request
from redact.formats.slides import read
from redact.values.text import Document, Format, Location

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.presentationml."
_NAMES = (
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    f' xmlns:r="{_OFFICE}" xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"'
)


def shape(text: str, *, holder: str = "", own: str = "", at: int = 0) -> str:
    """Make a shape with one paragraph; `holder` is its kind of placeholder, `at` its left edge."""
    place = f'<p:ph type="{holder}"/>' if holder else ""
    frame = f'<a:xfrm><a:off x="{at}" y="0"/><a:ext cx="10" cy="10"/></a:xfrm>'
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="2" name="" {own}/><p:nvPr>{place}</p:nvPr></p:nvSpPr>'
        f"<p:spPr>{frame}</p:spPr><p:txBody><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:txBody></p:sp>"
    )


def tree(tag: str, inner: str, attributes: str = "") -> str:
    """Make a slide, a notes page, a layout or a master around shapes."""
    return f"<p:{tag} {_NAMES} {attributes}><p:cSld><p:spTree>{inner}</p:spTree></p:cSld></p:{tag}>"


def presentation(
    slides: list[str], *, extra: str = "", parts: dict[str, tuple[str, str, str, str]] | None = None
) -> bytes:
    """Pack slides; `parts` by name: content, content type, kind of relation, and what leads to it."""
    main = "ppt/presentation.xml"
    members = {f"ppt/slides/slide{n}.xml": (inner, TYPE + "slide+xml") for n, inner in enumerate(slides, 1)}
    links = {"": [("officeDocument", main)], main: [("slide", name) for name in members]}
    ids = "".join(f'<p:sldId id="{255 + n}" r:id="rId{n}"/>' for n in range(1, len(slides) + 1))
    members[main] = (
        f'<p:presentation {_NAMES}><p:sldIdLst>{ids}</p:sldIdLst><p:sldSz cx="1000" cy="1000"/>{extra}'
        "</p:presentation>",
        TYPE + "presentation.main+xml",
    )
    for name, (content, kind, relation, source) in (parts or {}).items():
        members[name] = (content, kind)
        links.setdefault(source, []).append((relation, name))
    types = f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="application/x"/>'
    types += "".join(f'<Override PartName="/{n}" ContentType="{kind}"/>' for n, (_, kind) in members.items())
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", types + "</Types>")
        for name, (content, _) in members.items():
            archive.writestr(name, content)
        for source, targets in links.items():
            folder, _, own = source.rpartition("/")
            inner = "".join(
                f'<Relationship Id="rId{n}" Type="{_OFFICE}/{kind}" Target="/{target}"/>'
                for n, (kind, target) in enumerate(targets, 1)
            )
            whole = f'<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'
            archive.writestr(f"{folder}/_rels/{own}.rels" if folder else "_rels/.rels", whole)
    return out.getvalue()


def read_slides(content: bytes) -> Document:
    """Read a presentation as the front door does."""
    sha256 = hashlib.sha256(content).hexdigest()
    return read(content, DocumentBuilder(Request("show.pptx", b"secret"), sha256=sha256, format=Format.PPTX))


def located(document: Document, token: str) -> list[Location]:
    """Say where a token stands: in the innermost region of each passage that holds it."""
    return [
        passage.locate(passage.text.index(token), passage.text.index(token) + len(token))
        for passage in document.passages
        if token in passage.text
    ]
