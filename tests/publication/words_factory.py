"""Documents as their readers give them, from a line of text for each passage."""

from __future__ import annotations

from redact.values.text import Document, Format, Location, Pages, Part, Passage, Region

__all__ = ["pdf", "text", "word"]

# What a line may begin with, and the part that it stands in.
_PARTS = {
    "head": Part.HEADER,
    "foot": Part.FOOTER,
    "note": Part.FOOTNOTE,
    "box": Part.TEXT_BOX,
    "label": Part.LIST_LABEL,
    "comment": Part.COMMENT,
}


def word(*lines: str) -> Document:
    """Make what is read of a Word file.

    A line stands in the body, but for one that begins with its part ("note: See page 4."), with "# " (a
    heading), or with "|" (cells of the next row of the table above it). "{...}" is a field.
    """
    return _document(lines, Format.DOCX)


def pdf(*lines: str) -> Document:
    """Make what is read of a PDF: "~" is a hyphen at a line end, "---" begins a page, "head: " runs on."""
    return _document(lines, Format.PDF)


def text(*lines: str) -> Document:
    """Make what is read of plain text."""
    return _document(lines, Format.TXT)


def _document(lines: tuple[str, ...], format: Format) -> Document:
    passages: list[Passage] = []
    page, block, row = 1, 0, 0
    for line in lines:
        if line == "---":
            page += 1
            continue
        if line.startswith("|"):
            row += 1
            for column, cell in enumerate(line.strip("|").split("|"), 1):
                place = Location(Part.TABLE, "D6", _page(format, page), block, (row, column))
                passages.append(_passage(len(passages), cell.strip(), place, format))
            continue
        block, row = block + 1, 0
        name, _, rest = line.partition(": ")
        part, said = (_PARTS[name], rest) if name in _PARTS else (Part.BODY, line)
        passages.append(
            _passage(len(passages), said, Location(part, "D1", _page(format, page), block), format)
        )
    return Document("0" * 12, "0" * 64, format, tuple(passages), (), page, Pages.EXACT)


def _page(format: Format, page: int) -> int | None:
    return page if format is Format.PDF else None


def _passage(number: int, said: str, place: Location, format: Format) -> Passage:
    level = 1 if said.startswith("# ") else None
    said = said.removeprefix("# ")
    plain = ""
    regions, breaks, begun = [], [], 0
    for letter in said:
        if letter == "{":
            begun = len(plain)
        elif letter == "}":
            regions.append(Region(begun, len(plain), Part.FIELD, "D14"))
        elif letter == "~" and format is Format.PDF:
            breaks.append(len(plain))
        else:
            plain += letter
    repeated = format is Format.PDF and place.part in (Part.HEADER, Part.FOOTER)
    return Passage(
        f"{'0' * 12}:{number}",
        plain,
        place,
        heading_level=level,
        regions=tuple(regions),
        breaks=tuple(breaks),
        repeated=repeated,
    )
