"""Content streams, looked through without running them: what a page draws, how often, how deep.

A form may draw forms, and ten lines of them draw a page ten million times; pdfium draws each. So the
drawing operators are counted first, with a budget. The streams are searched with patterns, not parsed: a
pattern may see a drawing operator inside a string, and then counts one too many.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from redact.errors import Damaged, Hostile, LimitReached

__all__ = ["Contents", "Drawn", "content_bytes", "name_of", "pages"]

MAX_PAGE_BYTES = 20 * 1024 * 1024  # of content, each form counted as often as it is drawn
MAX_DRAWN = 20_000  # forms and pictures that one page draws, each counted as often as it is drawn
MAX_DRAWN_IN_ALL = 2_000_000
MAX_DEPTH = 12  # of forms within forms

_SAVE_AGAIN = "Open it in the program that made it, save it as a new PDF there, and check that file."

_GAP = rb"(?:[\s\0]|%[^\r\n]*[\r\n])"
_DELIMITED = rb"(?=[\s\0/<>\[\](){}%]|\Z)"
_DO = re.compile(rb"/([^\s\0/<>\[\](){}%]*)" + _GAP + rb"+Do" + _DELIMITED)
_INLINE = re.compile(
    rb"(?<![^\s\0>\])}])BI" + _GAP + rb"+(/.{0,2000}?" + _GAP + rb"ID[\s\0].*?)[\s\0]EI" + _DELIMITED,
    re.DOTALL,
)
_SHOWS_TEXT = re.compile(rb"(?:\)|>|\])" + _GAP + rb"*(?:Tj|TJ|'|\")" + _DELIMITED)
_DRAWS = re.compile(rb"(?<![^\s\0>\])}])(?:S|s|f|F|f\*|B|B\*|b|b\*|sh)" + _DELIMITED)
# A name with a string behind it stands in property lists alone; no operator takes the two.
_DESCRIBED = re.compile(
    rb"/(?!Lang\b)[^\s\0/<>\[\](){}%]+\s*(\((?:[^\\()]|\\.|\((?:[^\\()]|\\.)*\))*\)|<[0-9A-Fa-f\s]*>)",
    re.DOTALL,
)
_NONE = rb"[-+]?(?:0+(?:\.0*)?|\.0+)"
_VANISHING = re.compile(
    rb"(?:(?:\A|\s)"
    + _NONE
    + rb"\s+Tz|/[^\s/]*\s+"
    + _NONE
    + rb"\s+Tf|(?:\A|\s)(?:"
    + _NONE
    + rb"\s+){4}\S+\s+\S+\s+Tm)"
    + _DELIMITED
)
_ESCAPE = re.compile(r"#([0-9A-Fa-f]{2})")


@dataclass(frozen=True, slots=True)
class Drawn:
    """What one content stream draws by itself: names of forms and pictures, inline pictures, other marks.

    `vanishing` says that it sets text without height or width: pdfium leaves such text out.
    `described` are the strings in the property lists of its marked content: ActualText, Alt, E, notes.
    """

    names: tuple[str, ...]
    inline: tuple[bytes, ...] = field(repr=False)
    described: tuple[str, ...] = field(repr=False)
    size: int
    shows_text: bool
    draws: bool
    vanishing: bool


def name_of(raw: bytes) -> str:
    """Decode a name as it stands in a content stream, without its slash."""
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), raw.decode("latin-1"))


def content_bytes(holder: Any) -> bytes:
    """Give the decoded content of a page (its streams joined) or of a form.

    Raises Damaged where it cannot be decoded: what pdfium would read there is not what we measured.
    """
    import pikepdf

    if isinstance(holder, pikepdf.Stream):
        streams: list[Any] = [holder]
    else:
        contents = holder.get("/Contents")
        streams = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
    try:
        return b"\n".join(stream.read_bytes() for stream in streams if isinstance(stream, pikepdf.Stream))
    except (pikepdf.PdfError, pikepdf.DataDecodingError, RuntimeError):
        raise Damaged("the file is damaged: the drawing of a page cannot be decoded", _SAVE_AGAIN) from None


def pages(pdf: Any) -> Iterator[tuple[int, Any, Any]]:
    """Give each page's 1-based number, its dictionary and its resources, inherited ones too."""
    import pikepdf

    for number, page in enumerate(pdf.pages, start=1):
        holder = page.obj
        resources = holder.get("/Resources")
        for _ in range(64):  # a page tree is a few levels deep
            if isinstance(resources, pikepdf.Dictionary) or "/Parent" not in holder:
                break
            holder = holder["/Parent"]
            resources = holder.get("/Resources")
        yield (
            number,
            page.obj,
            resources if isinstance(resources, pikepdf.Dictionary) else pikepdf.Dictionary(),
        )


class Contents:
    """Looks through pages and their forms, each form's stream once; remembers what is drawn at all."""

    def __init__(self) -> None:
        self._drawn: dict[tuple[int, int], Drawn] = {}
        self._left = MAX_DRAWN_IN_ALL
        self._number: int | None = None
        self.first_page: dict[tuple[int, int], int | None] = {}

    def look_through(self, page: Any, resources: Any, number: int | None) -> Drawn:
        """Look through one page (or a form that is not drawn), after measuring what it draws in all.

        Args:
            number: the page's 1-based number, kept for what is drawn here first.

        Raises:
            Hostile: a form draws itself, or more is drawn than any page holds.
            LimitReached: more bytes of drawing than any page holds, or forms too deep.
        """
        drawn = look(content_bytes(page))
        allowed = min(MAX_DRAWN, self._left)
        budget = _Budget(allowed, MAX_PAGE_BYTES)
        self._number = number
        self._weigh(drawn, resources, (), budget)
        self._left -= allowed - budget.drawn
        return drawn

    def of_form(self, form: Any) -> Drawn:
        """Look through one form."""
        key = form.objgen
        if key not in self._drawn:
            self._drawn[key] = look(content_bytes(form))
        return self._drawn[key]

    def _weigh(
        self, drawn: Drawn, resources: Any, above: tuple[tuple[int, int], ...], budget: _Budget
    ) -> None:
        budget.spend(len(drawn.names), drawn.size)
        for name in drawn.names:
            form = _xobject(resources, name)
            if form is None:
                continue
            self.first_page.setdefault(form.objgen, self._number)
            if form.get("/Subtype") != "/Form":
                continue
            if form.objgen in above:
                raise Hostile("a form of the file draws itself", _SAVE_AGAIN)
            if len(above) >= MAX_DEPTH:
                raise LimitReached(f"forms are drawn within forms more than {MAX_DEPTH} deep", _SAVE_AGAIN)
            # A form without resources of its own draws with those of the page: old files rely on it.
            self._weigh(self.of_form(form), form.get("/Resources", resources), (*above, form.objgen), budget)


class _Budget:
    """What one page may still draw."""

    def __init__(self, drawn: int, size: int) -> None:
        self.drawn = drawn
        self.size = size

    def spend(self, drawn: int, size: int) -> None:
        self.drawn -= drawn
        self.size -= size
        if self.drawn < 0:
            raise Hostile(f"a page draws more than {MAX_DRAWN:,} forms and pictures", _SAVE_AGAIN)
        if self.size < 0:
            raise LimitReached(
                f"a page holds more than {MAX_PAGE_BYTES // 1024**2} MB of drawing", _SAVE_AGAIN
            )


def look(data: bytes) -> Drawn:
    """Search one decoded content stream."""
    names = tuple(name_of(match[1]) for match in _DO.finditer(data)) if b"Do" in data else ()
    inline = tuple(match[1] for match in _INLINE.finditer(data)) if b"BI" in data else ()
    described = tuple(_described(data)) if b"BDC" in data or b"DP" in data else ()
    return Drawn(
        names=names,
        inline=inline,
        described=described,
        size=len(data),
        shows_text=_SHOWS_TEXT.search(data) is not None,
        draws=_DRAWS.search(data) is not None,
        vanishing=_VANISHING.search(data) is not None,
    )


def _described(data: bytes) -> Iterator[str]:
    import pikepdf

    for match in _DESCRIBED.finditer(data):
        try:
            yield str(pikepdf.Object.parse(match[1]))
        except (pikepdf.PdfError, ValueError):
            yield match[1].decode("latin-1")


def _xobject(resources: Any, name: str) -> Any:
    import pikepdf

    if not isinstance(resources, pikepdf.Dictionary):
        return None
    xobjects = resources.get("/XObject")
    if not isinstance(xobjects, pikepdf.Dictionary):
        return None
    found = xobjects.get("/" + name) if name else None
    return found if isinstance(found, pikepdf.Stream) else None
