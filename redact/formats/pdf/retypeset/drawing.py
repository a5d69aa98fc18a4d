"""Sheets of lines and rules → the bytes of a pdf that is built from nothing.

The file holds pages, two parts of a typeface, what each stretch of text is (a heading, a paragraph, a cell),
its language and its title. It holds no time, no name of a program, and an id that is made from its bytes.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import Any

from redact.formats.pdf.cleaning.assembling import write_pdf
from redact.formats.pdf.retypeset.face import BOLD, REGULAR, Face, face, part_of
from redact.formats.pdf.retypeset.setting import Line, Rule, Sheet, Typeset

__all__ = ["draw"]

_FACES = {"/F1": REGULAR, "/F2": BOLD}
_THICK = 0.5  # points; of a rule
_A_BLOCK = 100  # entries of a map of letters that stand together
_MAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CMapName /Letters def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{}endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


def draw(made: Typeset, *, title: str, language: str) -> bytes:
    """Draw every sheet; the same bytes for the same sheets."""
    import pikepdf

    target = pikepdf.new()
    letters = {key: _letters(made, bold=name == BOLD) for key, name in _FACES.items()}
    fonts = pikepdf.Dictionary(
        {key: _font(target, face(name), letters[key]) for key, name in _FACES.items() if letters[key]}
    )
    numbers = {key: {letter: at for at, letter in enumerate(own, 1)} for key, own in letters.items()}
    marked: list[list[int]] = []  # of each sheet, the element of each marked stretch
    for at, sheet in enumerate(made.sheets):
        content, elements = _content(made, sheet, numbers)
        marked.append(elements)
        page = pikepdf.Dictionary(
            Type=pikepdf.Name.Page,
            MediaBox=pikepdf.Array([0, 0, _number(sheet.width), _number(sheet.height)]),
            Resources=pikepdf.Dictionary(Font=fonts),
            Contents=target.make_stream(content),
            StructParents=at,
        )
        target.pages.append(pikepdf.Page(target.make_indirect(page)))
    _describe(target, made, marked)
    target.Root["/Lang"] = pikepdf.String(language)
    return write_pdf(target, title)


def _number(value: float) -> Any:
    from decimal import Decimal

    return Decimal(f"{value:.2f}")


# ------------------------------------------------------------------ pages


def _content(made: Typeset, sheet: Sheet, numbers: dict[str, dict[str, int]]) -> tuple[bytes, list[int]]:
    """Give the drawing of a sheet, and of which element each of its marked stretches is."""
    pieces = ["/Artifact BMC", f"{_THICK} w", *_rules(sheet.rules), "EMC"] if sheet.rules else []
    elements: list[int] = []
    for element, lines in itertools.groupby(sheet.lines, lambda line: line.element):
        if element is None:
            pieces.append("/Artifact BMC")
        else:
            pieces.append(f"/{made.elements[element].kind} <</MCID {len(elements)}>> BDC")
            elements.append(element)
        pieces += [_shown(line, numbers) for line in lines]
        pieces.append("EMC")
    return "\n".join(pieces).encode("ascii"), elements


def _rules(rules: Sequence[Rule]) -> Iterator[str]:
    for rule in dict.fromkeys(rules):
        yield f"{rule.x0:.2f} {rule.y0:.2f} m {rule.x1:.2f} {rule.y1:.2f} l S"


def _shown(line: Line, numbers: dict[str, dict[str, int]]) -> str:
    key = "/F2" if line.bold else "/F1"
    codes = "".join(f"{numbers[key][letter]:04X}" for letter in line.text)
    return f"BT {key} {line.size:.2f} Tf {line.x:.2f} {line.y:.2f} Td <{codes}> Tj ET"


# ------------------------------------------------------------------ what each stretch is


def _describe(target: Any, made: Typeset, marked: Sequence[Sequence[int]]) -> None:
    """Say of each marked stretch what it is, in the order in which it is read."""
    import pikepdf

    root = target.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot))
    whole = _element(target, "Document", root)
    held = [_element(target, one.kind, whole) for one in made.elements]
    children: list[list[Any]] = [[] for _ in held]
    top: list[Any] = []
    for one, element in zip(made.elements, held, strict=True):
        if one.parent is not None:
            element["/P"] = held[one.parent]
        (top if one.parent is None else children[one.parent]).append(element)
    rows: list[Any] = []
    for at, (page, elements) in enumerate(zip(target.pages, marked, strict=True)):
        for number, of in enumerate(elements):
            stretch = pikepdf.Dictionary(Type=pikepdf.Name.MCR, Pg=page.obj, MCID=number)
            children[of].append(stretch)
        rows += [at, target.make_indirect(pikepdf.Array([held[of] for of in elements]))]
    for element, own in zip(held, children, strict=True):
        element["/K"] = pikepdf.Array(own)
    whole["/K"] = pikepdf.Array(top)
    root["/K"] = whole
    root["/ParentTree"] = target.make_indirect(pikepdf.Dictionary(Nums=pikepdf.Array(rows)))
    root["/ParentTreeNextKey"] = len(marked)
    target.Root["/StructTreeRoot"] = root
    target.Root["/MarkInfo"] = pikepdf.Dictionary(Marked=True)


def _element(target: Any, kind: str, parent: Any) -> Any:
    import pikepdf

    made = pikepdf.Dictionary(Type=pikepdf.Name.StructElem, S=pikepdf.Name("/" + kind), P=parent)
    if kind == "TH":
        made["/A"] = pikepdf.Dictionary(O=pikepdf.Name.Table, Scope=pikepdf.Name.Column)
    return target.make_indirect(made)


# ------------------------------------------------------------------ typefaces


def _letters(made: Typeset, *, bold: bool) -> list[str]:
    return sorted(
        {letter for sheet in made.sheets for line in sheet.lines if line.bold == bold for letter in line.text}
    )


def _font(target: Any, whole: Face, letters: Sequence[str]) -> Any:
    """Embed the part of a typeface that these letters need; the first letter has the code 1."""
    import pikepdf

    name = pikepdf.Name(f"/REDACT+{whole.name}")
    widths = [round(whole.width(letter) * 1000) for letter in letters]
    left, bottom, right, top = whole.box
    program = part_of(whole, letters)
    descriptor = pikepdf.Dictionary(
        Type=pikepdf.Name.FontDescriptor,
        FontName=name,
        Flags=4,  # its codes are its own
        FontBBox=pikepdf.Array([left, bottom, right, top]),
        ItalicAngle=0,
        Ascent=928,
        Descent=-236,
        CapHeight=729,
        StemV=80,
        FontFile2=target.make_stream(program, Length1=len(program)),
    )
    inner = pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.CIDFontType2,
        BaseFont=name,
        CIDSystemInfo=pikepdf.Dictionary(
            Registry=pikepdf.String("Adobe"), Ordering=pikepdf.String("Identity"), Supplement=0
        ),
        FontDescriptor=target.make_indirect(descriptor),
        DW=600,
        W=pikepdf.Array([1, pikepdf.Array(widths)]),
        CIDToGIDMap=pikepdf.Name.Identity,
    )
    return target.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.Type0,
            BaseFont=name,
            Encoding=pikepdf.Name("/Identity-H"),
            DescendantFonts=pikepdf.Array([target.make_indirect(inner)]),
            ToUnicode=target.make_stream(_map(letters)),
        )
    )


def _map(letters: Sequence[str]) -> bytes:
    """Say of each code for which letter it stands."""
    blocks = []
    for start in range(0, len(letters), _A_BLOCK):
        some = letters[start : start + _A_BLOCK]
        entries = [
            f"<{start + at:04X}> <{letter.encode('utf-16-be').hex().upper()}>"
            for at, letter in enumerate(some, 1)
        ]
        blocks.append("\n".join([f"{len(some)} beginbfchar", *entries, "endbfchar\n"]))
    return _MAP.format("".join(blocks)).encode("ascii")
