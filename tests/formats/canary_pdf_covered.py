"""The canary's covered and invisible text: one word for each way to hide it on a page."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Dictionary, Name, String

from redact.values.text import Part

__all__ = ["COVERED", "Covering", "Sheet"]

LEFT, WIDTH, HEIGHT = 200, 120, 16  # points: where a hidden word stands, and what is put over it
_CURVE = 0.5523  # of a radius: the handle of a quarter of a circle


@dataclass(slots=True)
class Sheet:
    """One page in the making: its pdf, content, resources and annotations."""

    pdf: pikepdf.Pdf
    content: list[bytes] = field(default_factory=list)
    resources: pikepdf.Dictionary = field(default_factory=Dictionary)
    annotations: list[pikepdf.Object] = field(default_factory=list)
    layers: list[pikepdf.Object] = field(default_factory=list)

    def put(self, kind: str, name: str, value: pikepdf.Object) -> None:
        """Add a resource."""
        if f"/{kind}" not in self.resources:
            self.resources[f"/{kind}"] = Dictionary()
        self.resources[f"/{kind}"][f"/{name}"] = value

    def word(self, text: str, y: float, *, before: str = "", x: float = LEFT, size: float = 12) -> None:
        """Show a word, after operators of the caller's."""
        self.content.append(f"q BT {before} /F1 {size} Tf {x} {y} Td ({text}) Tj ET Q\n".encode())

    def add(self, code: str) -> None:
        """Add drawing."""
        self.content.append(f"q {code} Q\n".encode())

    def note(self, kind: str, y: float, **entries: object) -> None:
        """Add an annotation over the word at `y`, black, with an appearance."""
        box = [LEFT - 2, y - 4, LEFT + WIDTH, y - 4 + HEIGHT]
        appearance = self.pdf.make_stream(
            f"0 g 0 0 {WIDTH + 2} {HEIGHT} re f".encode(),
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=[0, 0, WIDTH + 2, HEIGHT],
        )
        quad = [box[0], box[3], box[2], box[3], box[0], box[1], box[2], box[1]]
        made = Dictionary(
            Type=Name.Annot,
            Subtype=Name(f"/{kind}"),
            Rect=box,
            QuadPoints=quad,
            C=[0, 0, 0],
            IC=[0, 0, 0],
            F=4,
            **entries,
        )
        if "AP" not in entries:
            made["/AP"] = Dictionary(N=appearance)
        self.annotations.append(self.pdf.make_indirect(made))


Hide = Callable[[Sheet, str, float], None]


@dataclass(frozen=True, slots=True)
class Covering:
    """One way to hide a word: what it is called, where the catalogue lists it, and how it is done."""

    kind: str
    place: str
    part: Part
    hide: Hide


def over(code: str) -> Hide:
    """Show the word, then draw something over it; x, y, w, h stand for its box."""

    def hide(sheet: Sheet, word: str, y: float) -> None:
        sheet.word(word, y)
        sheet.add(code.format(x=LEFT - 2, y=y - 4, w=WIDTH, h=HEIGHT, m=y + 4, r=LEFT + WIDTH, t=y + 12))

    return hide


def under(code: str, before: str) -> Hide:
    """Draw something, then show the word on it in the same colour."""

    def hide(sheet: Sheet, word: str, y: float) -> None:
        sheet.add(code.format(x=LEFT - 2, y=y - 4, w=WIDTH, h=HEIGHT))
        sheet.word(word, y, before=before)

    return hide


def styled(before: str, size: float = 12) -> Hide:
    """Show the word with text operators that hide it."""
    return lambda sheet, word, y: sheet.word(word, y, before=before, size=size)


def noted(kind: str, **entries: object) -> Hide:
    """Show the word and lay an annotation over it."""

    def hide(sheet: Sheet, word: str, y: float) -> None:
        sheet.word(word, y)
        sheet.note(kind, y, **entries)

    return hide


def _several(sheet: Sheet, word: str, y: float) -> None:
    sheet.word(word, y)
    boxes = " ".join(f"{LEFT - 2 + 6 * step} {y - 4} 6.4 {HEIGHT} re f" for step in range(20))
    sheet.add(f"0 g {boxes}")


def _curve(sheet: Sheet, word: str, y: float) -> None:
    sheet.word(word, y)
    x, m, a, b = LEFT + 32, y + 3, 60, 22
    p, q = a * _CURVE, b * _CURVE
    sheet.add(
        f"0 g {x - a} {m} m {x - a} {m + q} {x - p} {m + b} {x} {m + b} c "
        f"{x + p} {m + b} {x + a} {m + q} {x + a} {m} c {x + a} {m - q} {x + p} {m - b} {x} {m - b} c "
        f"{x - p} {m - b} {x - a} {m - q} {x - a} {m} c f"
    )


def black_picture(pdf: pikepdf.Pdf) -> pikepdf.Stream:
    """Make a black picture of 4 by 4 pixels."""
    return pdf.make_stream(
        zlib.compress(bytes(48)),
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=4,
        Height=4,
        BitsPerComponent=8,
        ColorSpace=Name.DeviceRGB,
        Filter=Name.FlateDecode,
    )


def _picture(sheet: Sheet, word: str, y: float) -> None:
    sheet.word(word, y)
    sheet.put("XObject", "Black", sheet.pdf.make_indirect(black_picture(sheet.pdf)))
    sheet.add(f"{WIDTH} 0 0 {HEIGHT} {LEFT - 2} {y - 4} cm /Black Do")


def _inline(sheet: Sheet, word: str, y: float) -> None:
    sheet.word(word, y)
    sheet.add(f"{WIDTH} 0 0 {HEIGHT} {LEFT - 2} {y - 4} cm BI /W 1 /H 1 /BPC 8 /CS /G /F /AHx ID 00> EI")


def _pattern(sheet: Sheet, word: str, y: float) -> None:
    sheet.word(word, y)
    cell = sheet.pdf.make_stream(
        b"0 g 0 0 8 8 re f",
        PatternType=1,
        PaintType=1,
        TilingType=1,
        BBox=[0, 0, 8, 8],
        XStep=8,
        YStep=8,
        Resources=Dictionary(),
    )
    sheet.put("Pattern", "Tiles", sheet.pdf.make_indirect(cell))
    sheet.add(f"/Pattern cs /Tiles scn {LEFT - 2} {y - 4} {WIDTH} {HEIGHT} re f")


def _shading(sheet: Sheet, word: str, y: float) -> None:
    sheet.word(word, y)
    ramp = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0], C1=[0.05], N=1)
    coordinates = [LEFT, 0, LEFT + WIDTH, 0]
    made = Dictionary(
        ShadingType=2, ColorSpace=Name.DeviceGray, Coords=coordinates, Function=ramp, Extend=[True, True]
    )
    sheet.put("Shading", "Ramp", sheet.pdf.make_indirect(made))
    sheet.add(f"{LEFT - 2} {y - 4} {WIDTH} {HEIGHT} re W n /Ramp sh")


def _nearly_black(sheet: Sheet, word: str, y: float) -> None:
    sheet.word(word, y)
    sheet.put("ExtGState", "Ninety", Dictionary(ca=0.9, CA=0.9))
    sheet.add(f"/Ninety gs 0 g {LEFT - 2} {y - 4} {WIDTH} {HEIGHT} re f")


def _hatched(sheet: Sheet, word: str, y: float) -> None:
    sheet.word(word, y)
    strokes = []
    for step in range(0, WIDTH + HEIGHT, 2):
        x = LEFT - 2 - HEIGHT + step
        strokes.append(f"{x} {y - 4} m {x + HEIGHT} {y - 4 + HEIGHT} l")
        strokes.append(f"{x + HEIGHT} {y - 4} m {x} {y - 4 + HEIGHT} l")
    sheet.add(f"0 G 1.5 w {' '.join(strokes)} S")


def _clear(sheet: Sheet, word: str, y: float) -> None:
    sheet.put("ExtGState", "None", Dictionary(ca=0, CA=0))
    sheet.content.append(f"q /None gs BT /F1 12 Tf {LEFT} {y} Td ({word}) Tj ET Q\n".encode())


def _clipped(sheet: Sheet, word: str, y: float) -> None:
    sheet.content.append(f"q 0 0 5 5 re W n BT /F1 12 Tf {LEFT} {y} Td ({word}) Tj ET Q\n".encode())


def _layer(sheet: Sheet, name: str) -> None:
    made = sheet.pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("a draft")))
    sheet.put("Properties", name, made)
    sheet.layers.append(made)


def _layered(sheet: Sheet, word: str, y: float) -> None:
    _layer(sheet, "Draft")
    sheet.content.append(b"/OC /Draft BDC\n")
    sheet.word(word, y)
    sheet.content.append(b"EMC\n")


def _layered_form(sheet: Sheet, word: str, y: float) -> None:
    _layer(sheet, "Form")
    form = sheet.pdf.make_stream(
        f"BT /F1 12 Tf {LEFT} {y} Td ({word}) Tj ET".encode(),
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=[0, 0, 600, 850],
        Resources=Dictionary(Font=sheet.resources["/Font"]),
        OC=sheet.layers[-1],
    )
    sheet.put("XObject", "Layered", sheet.pdf.make_indirect(form))
    sheet.add("/Layered Do")


def _blacked_font(sheet: Sheet, word: str, y: float) -> None:
    under("0 g {x} {y} {w} {h} re f", "0 g")(sheet, word, y)


_BOX = "{x} {y} {w} {h} re f"
_UNDER, _HIDDEN, _LAYER = Part.UNDER_A_BOX, Part.HIDDEN_TEXT, Part.LAYER
# The scan with a box burned into it is made elsewhere: it takes a page of its own.
COVERED: tuple[Covering, ...] = (
    Covering("rectangle", "P3", _UNDER, over("0 g " + _BOX)),
    Covering("white rectangle", "P3", _UNDER, over("1 g " + _BOX)),
    Covering("rectangle behind black letters", "P3", _UNDER, _blacked_font),
    Covering("polygon", "P4", _UNDER, over("0 g {x} {y} m {r} {y} l {r} {m} l {r} {t} l {x} {t} l h f")),
    Covering("curve", "P4", _UNDER, _curve),
    Covering("thick line", "P4", _UNDER, over("0 G 16 w {x} {m} m {r} {m} l S")),
    Covering("several small boxes", "P4", _UNDER, _several),
    Covering("rotated box", "P4", _UNDER, over("0 g 0.999 0.035 -0.035 0.999 {x} {y} cm 0 -4 120 20 re f")),
    Covering("image", "P5", _UNDER, _picture),
    Covering("inline image", "P5", _UNDER, _inline),
    Covering("pattern", "P5", _UNDER, _pattern),
    Covering("shading", "P5", _UNDER, _shading),
    Covering("90 % black", "P5", _UNDER, _nearly_black),
    Covering("cross-hatch", "P6", _UNDER, _hatched),
    Covering("Square", "P7", _UNDER, noted("Square")),
    Covering("Stamp", "P7", _UNDER, noted("Stamp")),
    Covering("FreeText", "P7", _UNDER, noted("FreeText")),
    Covering("black Highlight", "P7", _UNDER, noted("Highlight")),
    Covering("unapplied Redact", "P8", Part.ANNOTATION, noted("Redact", AP=Dictionary())),
    Covering("white", "P9", _HIDDEN, styled("1 g")),
    Covering("near-white", "P9", _HIDDEN, styled("0.96 g")),
    Covering("tiny", "P9", _HIDDEN, styled("", 0.8)),
    Covering("Tr 3", "P10", _HIDDEN, styled("3 Tr")),
    Covering("Tr 7", "P10", _HIDDEN, styled("7 Tr")),
    Covering("alpha 0", "P10", _HIDDEN, _clear),
    Covering("clipped", "P10", _HIDDEN, _clipped),
    Covering("off the page", "P10", _HIDDEN, lambda sheet, word, y: sheet.word(word, y, x=-400)),
    Covering("outside the crop box", "P10", _HIDDEN, lambda sheet, word, y: sheet.word(word, 5)),
    Covering("layer", "P11", _LAYER, _layered),
    Covering("layer of a form", "P11", _LAYER, _layered_form),
)
