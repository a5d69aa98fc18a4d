"""The vocabularies that a copy may use, each under one prefix of ours."""

from __future__ import annotations

from redact.formats.word.markup import MC, A, M, R, V, W

__all__ = ["CHART", "DIAGRAM", "IGNORABLE", "NAMESPACES", "OFFICE", "PICTURE", "PREFIXES", "WP"]

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
OFFICE = "{urn:schemas-microsoft-com:office:office}"

_WORD_2010 = "http://schemas.microsoft.com/office/word/2010/"
_DRAWING = "http://schemas.microsoft.com/office/drawing/"

NAMESPACES: dict[str, str] = {
    "w": W[1:-1],
    "r": R[1:-1],
    "a": A[1:-1],
    "m": M[1:-1],
    "v": V[1:-1],
    "mc": MC[1:-1],
    "o": OFFICE[1:-1],
    "w10": "urn:schemas-microsoft-com:office:word",
    "wp": WP[1:-1],
    "pic": PICTURE[1:-1],
    "c": CHART[1:-1],
    "cdr": "http://schemas.openxmlformats.org/drawingml/2006/chartDrawing",
    "dgm": DIAGRAM[1:-1],
    "dsp": _DRAWING + "2008/diagram",
    "wps": _WORD_2010 + "wordprocessingShape",
    "wpg": _WORD_2010 + "wordprocessingGroup",
    "wpc": _WORD_2010 + "wordprocessingCanvas",
    "wpi": _WORD_2010 + "wordprocessingInk",
    "wp14": _WORD_2010 + "wordprocessingDrawing",
    "w14": _WORD_2010 + "wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "w16se": "http://schemas.microsoft.com/office/word/2015/wordml/symex",
    "c14": _DRAWING + "2007/8/2/chart",
    "c15": _DRAWING + "2012/chart",
    "cx": _DRAWING + "2014/chartex",
    **{f"cx{number}": f"{_DRAWING}{year}/chartex" for number, year in (
        (1, "2015/9/8"), (2, "2015/10/21"), (4, "2016/5/10"), (5, "2016/5/11"), (6, "2016/5/12"),
    )},
    "a14": _DRAWING + "2010/main",
    "am3d": _DRAWING + "2017/model3d",
    "aink": _DRAWING + "2016/ink",
}  # fmt: skip
PREFIXES: dict[str, str] = {uri: prefix for prefix, uri in NAMESPACES.items()}
# What an older program must be told to pass over; the others belong to the first edition of the format.
IGNORABLE = ("w14", "w15", "w16se", "wp14")
