"""Makes spreadsheets by code: by openpyxl as others do, and part by part for what no library writes."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass

from redact.formats.building import DocumentBuilder, Request
from redact.formats.sheets import read
from redact.values.text import Document, Format, Location

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml."
_NAMES = (
    f'xmlns="{MAIN}" xmlns:r="{_OFFICE}" xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac"'
    ' xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)


@dataclass(frozen=True)
class Beside:
    """A part beside the sheets: its XML or bytes, its content type, and what leads to it."""

    content: str | bytes
    content_type: str
    kind: str
    source: str = "xl/workbook.xml"


def xml(tag: str, inner: str = "", attributes: str = "") -> str:
    """Make a part with one root element that knows the namespaces of a workbook."""
    return f'<?xml version="1.0" encoding="UTF-8"?><{tag} {_NAMES} {attributes}>{inner}</{tag}>'


def workbook(
    sheets: Mapping[str, str],
    *,
    states: Mapping[str, str] | None = None,
    shared: str = "",
    styles: str = "",
    extra: str = "",
    beside: Mapping[str, Beside] | None = None,
    main_type: str = TYPE + "sheet.main+xml",
) -> bytes:
    """Pack a workbook: sheets by name (the XML inside `worksheet`), shared texts, styles, other parts."""
    parts: dict[str, tuple[str | bytes, str]] = {}
    relations: dict[str, list[tuple[str, str]]] = {"": [("officeDocument", "xl/workbook.xml")]}
    entries = ""
    for number, (name, inner) in enumerate(sheets.items(), 1):
        member = f"xl/worksheets/sheet{number}.xml"
        parts[member] = (xml("worksheet", inner), TYPE + "worksheet+xml")
        state = f' state="{states[name]}"' if states and name in states else ""
        entries += f'<sheet name="{name}" sheetId="{number}"{state} r:id="rId{number}"/>'
        relations.setdefault("xl/workbook.xml", []).append(("worksheet", "/" + member))
    for kind, inner in (("sharedStrings", shared), ("styles", styles)):
        if inner:
            tag = {"sharedStrings": "sst", "styles": "styleSheet"}[kind]
            parts[f"xl/{kind}.xml"] = (xml(tag, inner), f"{TYPE}{kind}+xml")
            relations["xl/workbook.xml"].append((kind, f"/xl/{kind}.xml"))
    parts["xl/workbook.xml"] = (xml("workbook", f"<sheets>{entries}</sheets>{extra}"), main_type)
    for name, part in (beside or {}).items():
        parts[name] = (part.content, part.content_type)
        relations.setdefault(part.source, []).append((part.kind, "/" + name))
    return _packed(parts, relations)


def _packed(
    parts: Mapping[str, tuple[str | bytes, str]], relations: Mapping[str, list[tuple[str, str]]]
) -> bytes:
    types = f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="application/x"/>'
    types += "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, (_, kind) in parts.items()
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", types + "</Types>")
        for source, targets in relations.items():
            folder, _, own = source.rpartition("/")
            name = f"{folder}/_rels/{own}.rels" if folder else "_rels/.rels"
            inner = "".join(
                f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
                for number, (kind, target) in enumerate(targets, 1)
            )
            archive.writestr(name, f'<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>')
        for name, (content, _) in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def row(number: int, *texts: str, attributes: str = "") -> str:
    """Make a row of texts that stand in the cells themselves, from column A on."""
    cells = "".join(
        f'<c r="{chr(64 + column)}{number}" t="inlineStr"><is><t>{text}</t></is></c>'
        for column, text in enumerate(texts, 1)
    )
    return f'<row r="{number}" {attributes}>{cells}</row>'


def data(*rows: str) -> str:
    """Join rows to the data of a sheet."""
    return f"<sheetData>{''.join(rows)}</sheetData>"


def read_sheets(content: bytes, *, reader: str | None = None) -> Document:
    """Read a spreadsheet as the front door does."""
    request = Request("book.xlsx", b"secret of the tests", ocr=reader)
    sha256 = hashlib.sha256(content).hexdigest()
    return read(content, DocumentBuilder(request, sha256=sha256, format=Format.XLSX))


def located(document: Document, token: str) -> list[Location]:
    """Say where a token stands: in the innermost region of each passage that holds it."""
    return [
        passage.locate(passage.text.index(token), passage.text.index(token) + len(token))
        for passage in document.passages
        if token in passage.text
    ]
