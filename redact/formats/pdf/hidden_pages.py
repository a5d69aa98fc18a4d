"""The search for hidden words over all pages of a pdf, with what it needs of the file beside a page."""

from __future__ import annotations

import io
from types import TracebackType
from typing import Any

from redact.formats.pdf.gaps_left import report_gaps
from redact.formats.pdf.gathering import Gathering
from redact.formats.pdf.hiding import find_hidden
from redact.formats.pdf.lettered import Box
from redact.formats.pdf.lines import Line
from redact.formats.pdf.reasons import Surroundings
from redact.values.text import Part

__all__ = ["Hiding"]

_TOO_LARGE = "a page is too large to be drawn, so words that are covered on it cannot be told from others"
_PRINT = "Print the page to a new PDF at an ordinary size of paper, and check that file."


class Hiding:
    """Looks for hidden words on one page after another. Use it as a context: it may open the file again."""

    def __init__(self, pdf: Any, gathering: Gathering) -> None:
        self._pdf = pdf
        self._gathering = gathering
        self._layered: Any = None

    def __enter__(self) -> Hiding:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._layered is not None:
            self._layered.close()

    def look(
        self, page: Any, number: int, textpage: Any, units: str, lines: tuple[Line, ...]
    ) -> tuple[Line, ...]:
        """Mark the hidden words in the lines of a page, and say what is to be said of it as a whole."""
        layers = "/OCProperties" in self._pdf.Root
        known = Surroundings(
            self._redactions(number), (lambda: self._with_layers(number - 1)) if layers else None
        )
        found = find_hidden(page, textpage, units, lines, known)
        content = "\n".join(line.text for line in lines).encode("utf-8", "replace")
        if found.unseen:
            self._gathering.gap(Part.HIDDEN_TEXT, "P10", _TOO_LARGE, content, page=number, remedy=_PRINT)
        if found.recognised:
            what = "a scan with the words that a program recognised in it, which nobody sees"
            self._gathering.trace(Part.HIDDEN_TEXT, "P12", what, content, page=number)
        if found.look is not None:
            report_gaps(found.look, found.lines, number, self._gathering)
        return found.lines

    def _with_layers(self, index: int) -> Any:
        """Open a page of the file with every layer shown."""
        import pypdfium2

        if self._layered is None:
            kept = self._pdf.Root["/OCProperties"]
            del self._pdf.Root["/OCProperties"]
            buffer = io.BytesIO()
            self._pdf.save(buffer, encryption=False, fix_metadata_version=False)
            self._pdf.Root["/OCProperties"] = kept
            self._layered = pypdfium2.PdfDocument(buffer)
        return self._layered[index]

    def _redactions(self, number: int) -> tuple[Box, ...]:
        """Give the boxes of the marks for redaction on a page."""
        import pikepdf

        annotations = self._pdf.pages[number - 1].obj.get("/Annots")
        found: list[Box] = []
        for one in list(annotations) if isinstance(annotations, pikepdf.Array) else []:
            if isinstance(one, pikepdf.Dictionary) and one.get("/Subtype") == "/Redact":
                corners = _numbers(one.get("/QuadPoints"))
                fours = [corners[at : at + 8] for at in range(0, len(corners) - 7, 8)]
                for points in fours or [_numbers(one.get("/Rect"))]:
                    if len(points) >= 4:
                        found.append(
                            (min(points[::2]), min(points[1::2]), max(points[::2]), max(points[1::2]))
                        )
        return tuple(found)


def _numbers(value: Any) -> list[float]:
    import pikepdf

    items = list(value) if isinstance(value, pikepdf.Array) else []
    return [float(item) for item in items] if all(_is_number(item) for item in items) else []


def _is_number(value: Any) -> bool:
    return not isinstance(value, bool) and hasattr(value, "__float__")
