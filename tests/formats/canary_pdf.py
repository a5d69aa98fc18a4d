"""A PDF with one invented word in each place where a PDF can hide one, made by code.

`canary()` gives the file and the list of what was planted where. A word is letters only, and no word is
part of another; the words of `visible` places are what a reader of the pages sees.
"""

from __future__ import annotations

import io
import itertools
import re
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Array, Dictionary, Name
from PIL import Image, ImageDraw, ImageFont

from redact.values.text import Part
from tests.formats.canary_pdf_beside import BESIDE, helvetica, picture
from tests.formats.canary_pdf_covered import COVERED, Sheet

__all__ = ["Canary", "Planted", "canary", "words"]

SIZE = (595, 842)
_STARTS = ("Bra", "Cly", "Dor", "Fen", "Gwi", "Hal", "Jor", "Kel", "Lun", "Mav", "Nor", "Pel", "Quo", "Ros")
_ENDS = ("bask", "dimore", "fenwig", "gathul", "kestin", "lomwick", "morvane", "natrup", "purdell", "ravosh")


@dataclass(frozen=True, slots=True)
class Planted:
    """One word: which it is, the id of its place, the parts that are right for it, its page if it has one.

    `visible` words are part of what the pages say. Where `beside` is set the word itself may be out of
    reach (in pixels, in a certificate) and a gap or a trace at the place tells of it.
    """

    kind: str
    word: str
    place: str
    parts: tuple[Part, ...]
    page: int | None = None
    visible: bool = False
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Canary:
    """The file, and what stands in it."""

    data: bytes = field(repr=False)
    planted: tuple[Planted, ...]


def words() -> itertools.chain[str]:
    """Give invented words, each another, none part of another."""
    first = (f"{start}{end}" for end in _ENDS for start in _STARTS)
    return itertools.chain(first, (f"{start}{end}el" for end in _ENDS[:5] for start in ("Sor", "Tam", "Wyn")))


class _Maker:
    """Makes the pages one after another and notes what it planted."""

    def __init__(self) -> None:
        self.pdf = pikepdf.new()
        self.font = self.pdf.make_indirect(helvetica())
        self.planted: list[Planted] = []
        self._words = iter(words())
        self._layers: list[pikepdf.Object] = []

    def sheet(self) -> Sheet:
        sheet = Sheet(self.pdf)
        sheet.put("Font", "F1", self.font)
        return sheet

    def word(
        self,
        kind: str,
        place: str,
        *parts: Part,
        page: int | None = None,
        visible: bool = False,
        beside: bool = False,
    ) -> str:
        made = next(self._words)
        self.planted.append(Planted(kind, made, place, parts or (Part.BODY,), page, visible, beside))
        return made

    def finish(self, sheet: Sheet, **entries: object) -> pikepdf.Object:
        """Add a page with what its sheet holds."""
        page = self.pdf.add_blank_page(page_size=SIZE).obj
        if "/Thumb" in sheet.resources:
            page["/Thumb"] = sheet.resources["/Thumb"]
            del sheet.resources["/Thumb"]
        page["/Resources"] = sheet.resources
        page["/Contents"] = self.pdf.make_stream(b"".join(sheet.content))
        if sheet.annotations:
            page["/Annots"] = Array(sheet.annotations)
        for key, value in entries.items():
            page[f"/{key}"] = value
        self._layers += sheet.layers
        return page

    def layers(self) -> None:
        off = Array(self._layers)
        self.pdf.Root["/OCProperties"] = Dictionary(OCGs=off, D=Dictionary(OFF=off, Order=off))


def canary() -> Canary:
    """Make the file. The same call gives the same words, and bytes that differ in the file's /ID alone."""
    maker = _Maker()
    _visible(maker)
    _covered(maker)
    _scan_with_words(maker)
    _beside(maker)
    _unused(maker)
    _scan_without_words(maker)
    maker.layers()
    maker.planted.append(Planted("file id", "", "P32", (Part.PROPERTY,), beside=True))
    buffer = io.BytesIO()
    maker.pdf.save(buffer, object_stream_mode=pikepdf.ObjectStreamMode.disable, fix_metadata_version=False)
    return Canary(_with_leftovers(buffer.getvalue(), maker), tuple(maker.planted))


def _visible(maker: _Maker) -> None:
    sheet = maker.sheet()

    def plant(kind: str, place: str = "P1") -> str:
        return maker.word(kind, place, page=1, visible=True)

    def show(code: str, y: int, x: int = 72) -> None:
        sheet.content.append(f"BT /F1 12 Tf {x} {y} Td {code} ET\n".encode())

    show(f"(The panel read what {plant('plain')} had written.) Tj", 780)
    word = plant("split over two Tj")
    show(f"(Then {word[:3]}) Tj ({word[3:]} spoke.) Tj", 760)
    word = plant("kerned TJ")
    show("[" + " ".join(f"({letter}) -8" for letter in word) + "] TJ", 740)
    word = plant("one Tj a letter")
    show(" ".join(f"({letter}) Tj" for letter in word), 720)
    word = plant("rotated", "P2")
    sheet.content.append(f"BT /F1 12 Tf 0 1 -1 0 560 400 Tm ({word} aside) Tj ET\n".encode())
    word = plant("hyphenated over lines", "P2")
    show(f"(When the meeting was over the chair thanked all of them, and then also {word[:4]}-) Tj "
         f"0 -14 Td ({word[4:]}, who had come by train.) Tj", 690)  # fmt: skip
    _forms(maker, sheet)
    _odd_fonts(maker, sheet)
    maker.planted.append(Planted("gap of a name", "", "P30", (Part.BODY,), 1, beside=True))
    show("(The mother, ) Tj 150 0 Td (who lived near, told the school at once.) Tj", 560)
    sheet.add("0 g 146 556 72 13 re f")
    maker.finish(sheet)


def _forms(maker: _Maker, sheet: Sheet) -> None:
    font = Dictionary(F1=maker.font)
    word = maker.word("form", "P13", page=1, visible=True)
    form = maker.pdf.make_stream(
        f"BT /F1 12 Tf 72 640 Td (A form says {word} too.) Tj ET".encode(),
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=[0, 0, 600, 850],
        Resources=Dictionary(Font=font),
    )
    sheet.put("XObject", "Drawn", maker.pdf.make_indirect(form))
    sheet.add("/Drawn Do")
    word = maker.word("pattern cell", "P13", Part.HIDDEN_TEXT, visible=True)
    cell = maker.pdf.make_stream(
        f"BT /F1 12 Tf 4 4 Td ({word}) Tj ET".encode(),
        PatternType=1,
        PaintType=1,
        TilingType=1,
        BBox=[0, 0, 150, 20],
        XStep=150,
        YStep=20,
        Resources=Dictionary(Font=font),
    )
    sheet.put("Pattern", "Words", maker.pdf.make_indirect(cell))
    sheet.add("/Pattern cs /Words scn 300 600 150 20 re f")


def _odd_fonts(maker: _Maker, sheet: Sheet) -> None:
    """Show a word by a font made of drawings, one whose map of letters lies, and one that has no map."""
    word = maker.word("Type3 font", "P13", page=1, visible=True)
    letters = sorted(set(word))
    procedures = {
        f"/{letter}": maker.pdf.make_stream(b"600 0 0 0 500 700 d1 0 0 500 700 re f") for letter in letters
    }
    codes = [ord(letter) for letter in letters]
    differences = [item for letter in letters for item in (ord(letter), Name(f"/{letter}"))]
    sheet.put("Font", "F3", maker.pdf.make_indirect(Dictionary(
        Type=Name.Font, Subtype=Name.Type3, FontBBox=[0, 0, 600, 700], FontMatrix=[0.001, 0, 0, 0.001, 0, 0],
        CharProcs=Dictionary(procedures), Encoding=Dictionary(Type=Name.Encoding, Differences=differences),
        FirstChar=min(codes), LastChar=max(codes), Widths=[600] * (max(codes) - min(codes) + 1),
        Resources=Dictionary(),
    )))  # fmt: skip
    sheet.content.append(f"BT /F3 12 Tf 72 600 Td ({word}) Tj ET\n".encode())
    word = maker.word("map of letters that lies", "P16", page=1, visible=True, beside=True)
    pairs = "".join(f"<{ord(one):02x}> <{ord(one) ^ 1:04x}>\n" for one in sorted(set(word)))
    cmap = (
        "begincmap 1 begincodespacerange <00> <ff> endcodespacerange "
        f"{len(set(word))} beginbfchar\n{pairs}endbfchar endcmap"
    )
    lying = helvetica()
    lying["/ToUnicode"] = maker.pdf.make_indirect(maker.pdf.make_stream(cmap.encode()))
    sheet.put("Font", "F4", maker.pdf.make_indirect(lying))
    sheet.content.append(f"BT /F4 12 Tf 72 580 Td ({word}) Tj ET\n".encode())


def _covered(maker: _Maker) -> None:
    """Put twelve kinds on a page, each beside words that are seen."""
    page = 2
    for start in range(0, len(COVERED), 12):
        sheet = maker.sheet()
        for number, way in enumerate(COVERED[start : start + 12]):
            y = 760 - 56 * number
            sheet.word("It was agreed that", y, x=72)
            way.hide(sheet, maker.word(way.kind, way.place, way.part, page=page), y)
            sheet.word("would be told of it.", y - 16, x=72)
        maker.finish(sheet, CropBox=[0, 40, *SIZE])
        page += 1


def _scan(
    size: tuple[int, int], lines: list[str]
) -> tuple[Image.Image, list[tuple[float, float, float, float]]]:
    """Draw lines as a scanner would see them; give each one's box in points, on a page as large."""
    shown = Image.new("RGB", size, (250, 249, 244))
    pen = ImageDraw.Draw(shown)
    font = ImageFont.load_default(28)
    boxes = []
    for number, line in enumerate(lines):
        at = (150, 150 + 60 * number)
        pen.text(at, line, fill=(30, 30, 34), font=font)
        left, top, right, bottom = pen.textbbox(at, line, font=font)
        scale = SIZE[0] / size[0]
        boxes.append((left * scale, SIZE[1] - bottom * scale, right * scale, SIZE[1] - top * scale))
    return shown, boxes


def _scan_with_words(maker: _Maker) -> None:
    page = len(maker.pdf.pages) + 1
    seen = maker.word("scanned word with its layer", "P12", page=page, visible=True)
    hidden = maker.word("layer of a scan under its box", "P12", Part.UNDER_A_BOX, page=page)
    lines = [
        "The panel met in the spring.",
        f"A letter by {seen}",
        hidden,
        "was read to all of them.",
        "It was long.",
    ]
    size = (1240, 1755)
    shown, boxes = _scan(size, lines)
    scale = size[0] / SIZE[0]
    left, low, right, high = boxes[2]
    ImageDraw.Draw(shown).rectangle(
        (left * scale - 12, (SIZE[1] - high) * scale - 12, right * scale + 12, (SIZE[1] - low) * scale + 12),
        fill=0,
    )
    sheet = maker.sheet()
    sheet.put("XObject", "Scan", picture(maker.pdf, _jpeg(shown), *size))
    sheet.add(f"{SIZE[0]} 0 0 {SIZE[1]} 0 0 cm /Scan Do")
    for line, (x0, y0, x1, _) in zip(lines, boxes, strict=True):
        stretch = 100 * (x1 - x0) / (7.0 * len(line))
        sheet.content.append(
            f"BT 3 Tr /F1 13 Tf {stretch:.1f} Tz {x0:.1f} {y0 + 2:.1f} Td ({line}) Tj ET\n".encode()
        )
    maker.finish(sheet)


def _jpeg(shown: Image.Image) -> bytes:
    buffer = io.BytesIO()
    shown.save(buffer, "JPEG", quality=80)
    return buffer.getvalue()


def _scan_without_words(maker: _Maker) -> None:
    page = len(maker.pdf.pages) + 1
    word = maker.word("scanned word", "P34", Part.IMAGE, page=page, visible=True, beside=True)
    shown, _ = _scan((620, 877), ["A letter by", word])
    sheet = maker.sheet()
    sheet.put("XObject", "Scan", picture(maker.pdf, _jpeg(shown), 620, 877))
    sheet.add(f"{SIZE[0]} 0 0 {SIZE[1]} 0 0 cm /Scan Do")
    maker.finish(sheet)


def _beside(maker: _Maker) -> None:
    page = len(maker.pdf.pages) + 1
    sheet = maker.sheet()
    sheet.word("The next pages are empty.", 780, x=72)
    for one in BESIDE:
        kinds = one.kind.split(",")
        beside = one.kind == "thumbnail"
        made = [maker.word(kind, one.place, *one.parts, beside=beside) for kind in kinds]
        one.plant(sheet, ",".join(made))
    word = maker.word("cropped away", "P29", Part.IMAGE, page=page, beside=True)
    shown, _ = _scan((620, 877), [word])
    sheet.put("XObject", "Cropped", picture(maker.pdf, _jpeg(shown), 620, 877))
    sheet.add("72 500 100 100 re W n 300 0 0 420 72 400 cm /Cropped Do")
    maker.finish(sheet)


def _unused(maker: _Maker) -> None:
    """Keep a form in the resources of the last page that it never draws."""
    word = maker.word("form never drawn", "P13", Part.HIDDEN_TEXT)
    form = maker.pdf.make_stream(
        f"BT /F1 12 Tf 5 5 Td ({word}) Tj ET".encode(),
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=[0, 0, 90, 90],
        Resources=Dictionary(Font=Dictionary(F1=maker.font)),
    )
    maker.pdf.pages[-1].obj["/Resources"]["/XObject"]["/Unused"] = maker.pdf.make_indirect(form)


def _with_leftovers(data: bytes, maker: _Maker) -> bytes:
    """Save once more by adding: another first page, objects that nothing leads to, bytes at the end."""
    hidden = (Part.HIDDEN_TEXT,)
    old, lost, stream, after = (
        maker.word(kind, place, *hidden)
        for kind, place in (
            ("earlier version", "P26"),
            ("object that nothing leads to", "P27"),
            ("stream that nothing leads to", "P27"),
            ("bytes after the end", "P27"),
        )
    )
    first = maker.pdf.pages[0].Contents.read_bytes()
    with pikepdf.open(io.BytesIO(data)) as opened:
        number = opened.pages[0].Contents.objgen[0]
        opened.pages[0].Contents.write(first + f"BT /F1 12 Tf 72 400 Td (once {old}) Tj ET".encode())
        buffer = io.BytesIO()
        opened.save(buffer, object_stream_mode=pikepdf.ObjectStreamMode.disable, fix_metadata_version=False)
        size = len(opened.objects) + 1
    base = buffer.getvalue()
    with pikepdf.open(io.BytesIO(base)) as opened:
        number = opened.pages[0].Contents.objgen[0]
        size = int(opened.trailer.Size)
    said = f"BT /F1 12 Tf 9 9 Td ({stream}) Tj ET".encode()
    bodies = {
        number: b"<< /Length %d >>\nstream\n%s\nendstream" % (len(first), first),
        size: f"<< /Note (about {lost}) >>".encode(),
        size + 1: b"<< /Length %d >>\nstream\n%s\nendstream" % (len(said), said),
    }
    return _updated(base, bodies) + f"about {after}\n".encode()


def _updated(base: bytes, bodies: dict[int, bytes]) -> bytes:
    out = bytearray(base.rstrip() + b"\n")
    table = b"xref\n"
    for number, body in sorted(bodies.items()):
        table += b"%d 1\n%010d 00000 n \n" % (number, len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    trailer = re.findall(rb"trailer\s*(<<.*?>>)\s*startxref\s+(\d+)", base, re.DOTALL)[-1]
    entries = re.sub(rb"/Size \d+", b"/Size %d" % (max(bodies) + 1), trailer[0])
    entries = entries.removesuffix(b">>") + b"/Prev " + trailer[1] + b" >>"
    return bytes(out) + table + b"trailer\n" + entries + b"\nstartxref\n%d\n%%%%EOF\n" % start
