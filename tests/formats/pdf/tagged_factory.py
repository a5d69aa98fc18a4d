"""A pdf that everybody can follow, with tags, from which a test takes away what it needs."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

__all__ = ["PROSE", "Change", "tag", "tagged_pdf"]

PROSE = (
    "The panel met on several days and considered what each agency had written about the child,",
    "and it asked what was known to whom in the two years before the incident, and when that was.",
)
Change = Callable[[pikepdf.Pdf], None]


class _Tags:
    """Makes elements, and numbers the marked stretches of each page."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.pdf = pdf
        self.root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self.whole = self.element("Document", self.root)
        self.root.K = self.whole

    def element(self, kind: str, parent: Any, **entries: Any) -> Any:
        made = self.pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name("/" + kind), P=parent, K=Array([]), **entries)
        )
        if "/K" in parent:
            parent.K.append(made)
        return made


def _shown(text: str, at: tuple[float, float], size: int = 10) -> str:
    return f"BT /F1 {size} Tf {at[0]} {at[1]} Td ({text}) Tj ET"


def _first_page(tags: _Tags, page: Any) -> str:
    """Draw a page with everything that is judged, each stretch of it in its tag."""
    drawn: list[str] = []

    def mark(kind: str, element: Any, code: str) -> None:
        drawn.append(f"/{kind} <</MCID {len(element_of)}>> BDC {code} EMC")
        element.K.append(len(element_of))
        element_of.append(element)

    def say(kind: str, text: str, at: tuple[float, float], *, size: int = 10, parent: Any = None) -> None:
        element = tags.element(kind, tags.whole if parent is None else parent, Pg=page)
        mark(kind, element, _shown(text, at, size))

    element_of: list[Any] = []
    say("H1", "Overview", (72, 760), size=16)
    for number, line in enumerate(PROSE * 2):
        say("P", line, (72, 730 - 14 * number))
    say("Section", "What was known", (72, 650), size=13)  # named as somebody likes; see the map of roles
    table = tags.element("Table", tags.whole)
    for number, (kind, cells) in enumerate((("TH", ("Date", "Agency")), ("TD", ("May", "Health")))):
        row = tags.element("TR", table)
        for column, cell in enumerate(cells):
            say(kind, cell, (72 + 100 * column, 620 - 20 * number), parent=row)
    figure = tags.element("Figure", tags.whole, Pg=page, Alt=String("A line of dates from May to June"))
    mark("Figure", figure, "q 100 0 0 40 72 540 cm /Im1 Do Q")
    say("Link", "the guidance of the board", (72, 500))
    say("Link", "the earlier review", (72, 480))
    drawn.append(f"/Artifact BMC {_shown('Page one of the review', (250, 30))} EMC")
    return "\n".join(drawn)


def _link(pdf: pikepdf.Pdf, target: str, bottom: float) -> Any:
    action = Dictionary(S=Name.URI, URI=String(target))
    box = Array([72, bottom, 220, bottom + 12])
    return pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=box, A=action))


def tagged_pdf(*changes: Change, pages: int = 1, **how: Any) -> bytes:
    """Write the pdf after some changes; pages beyond the first hold a line of text each."""
    pdf = pikepdf.new()
    font = pdf.make_indirect(
        Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    )
    picture = pdf.make_stream(b"\x7f" * 16)
    picture.Type, picture.Subtype, picture.Width, picture.Height = Name.XObject, Name.Image, 4, 4
    picture.ColorSpace, picture.BitsPerComponent = Name.DeviceGray, 8
    tags = _Tags(pdf)
    for number in range(pages):
        page = pdf.make_indirect(
            Dictionary(
                Type=Name.Page,
                MediaBox=Array([0, 0, 595, 842]),
                Resources=Dictionary(Font=Dictionary(F1=font), XObject=Dictionary(Im1=picture)),
                StructParents=number,
            )
        )
        if number:
            tags.element("P", tags.whole, Pg=page).K.append(0)
            content = f"/P <</MCID 0>> BDC {_shown(f'What the panel said on day {number}.', (72, 700))} EMC"
        else:
            content = _first_page(tags, page)
            page.Annots = Array(
                [_link(pdf, "https://example.org/a", 497), _link(pdf, "https://example.org/b", 477)]
            )
        page.Contents = pdf.make_stream(content.encode("latin-1"))
        pdf.pages.append(pikepdf.Page(page))
    tags.root.RoleMap = Dictionary(Section=Name("/Part2"), Part2=Name("/H2"))
    pdf.Root.StructTreeRoot = tags.root
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    pdf.Root.Lang = String("en-GB")
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pdf.trailer["/Info"] = pdf.make_indirect(Dictionary(Title=String("Learning from a family under strain")))
    if pages > 20:
        item = pdf.make_indirect(
            Dictionary(Title=String("Overview"), Dest=Array([pdf.pages[0].obj, Name.Fit]))
        )
        outline = pdf.make_indirect(Dictionary(Type=Name.Outlines, First=item, Last=item, Count=1))
        item.Parent = outline
        pdf.Root.Outlines = outline
    for change in changes:
        change(pdf)
    buffer = io.BytesIO()
    pdf.save(buffer, fix_metadata_version=False, **how)
    return buffer.getvalue()


def tag(pdf: pikepdf.Pdf, kind: str, number: int = 0) -> Any:
    """Give the element of a kind, the first of them being number 0."""
    found: list[Any] = []
    waiting = [pdf.Root.StructTreeRoot.K]
    while waiting:
        element = waiting.pop()
        if str(element.S) == "/" + kind:
            found.append(element)
        waiting += [one for one in reversed(list(element.K)) if isinstance(one, Dictionary)]
    return found[number]
