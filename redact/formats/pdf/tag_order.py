"""What the pages draw, held against the tags: is all of it tagged, and in the order of the tags.

Only the operators that mark, show text and draw forms and pictures are looked at, each form once. A page that
draws more than any page of a report is left, and counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from redact.formats.pdf.contents import pages
from redact.formats.pdf.tags import Id, Key, Tags

__all__ = ["PageOrder", "look_at_order"]

MAX_PAGE_BYTES = 2 * 1024 * 1024  # of content; a full page of text has some 20,000
MAX_BYTES = 48 * 1024 * 1024  # of all pages and forms together
MAX_STEPS = 400_000  # of all pages together, each form counted as often as it is drawn
_MAX_DEPTH = 8
_OPERATORS = "BMC BDC EMC Tj TJ ' \" Do BI ID EI"
_FEW_BYTES = 8  # of shown text; a page number that nobody has marked

# One thing that is drawn: text (how many bytes) or a picture, with the mark that it stands in.
_Step = tuple[str, "Key | str | None", int]


@dataclass(frozen=True, slots=True)
class PageOrder:
    """What came of one page: `untagged` text or pictures stand on it, `ordered` as the tags are.

    `looked_at` is false of a page that draws too much to be looked at.
    """

    number: int
    looked_at: bool = True
    untagged: bool = False
    ordered: bool = True


def look_at_order(pdf: Any, tags: Tags, sizes: Sequence[int]) -> Iterator[PageOrder]:
    """Hold each page against the tags, in order.

    Args:
        sizes: how many bytes the content of each page has.
    """
    look = _Look(tags, _Spent(MAX_BYTES, MAX_STEPS))
    for (number, page, resources), size in zip(pages(pdf), sizes, strict=True):
        yield look.page(number, page, resources, size)


@dataclass(slots=True)
class _Spent:
    """What is left of the limits, for all pages together."""

    bytes: int
    steps: int


class _TooMuch(Exception):
    """A page draws more than is looked at."""


@dataclass(slots=True)
class _Look:
    tags: Tags
    spent: _Spent
    forms: dict[Id, list[_Step]] = field(default_factory=dict)

    def page(self, number: int, page: Any, resources: Any, size: int) -> PageOrder:
        try:
            self._spend(size)
            steps = self._steps(page, page.objgen, resources, 0)
        except _TooMuch:
            return PageOrder(number, looked_at=False)
        shown: dict[Key, None] = {}
        stray = pictures = 0
        for kind, mark, count in steps:
            if isinstance(mark, tuple) and mark in self.tags.stretches:
                shown.setdefault(mark)
            elif mark != "/Artifact":
                stray += count if kind == "text" else 0
                pictures += kind == "picture"
        return PageOrder(
            number, untagged=stray > _FEW_BYTES or pictures > 0, ordered=self._as_tagged(list(shown))
        )

    def _as_tagged(self, shown: list[Key]) -> bool:
        """Tell whether stretches are drawn in the order of the tags, but for what is read apart."""
        elements, stretches = self.tags.elements, self.tags.stretches
        kept = [key for key in shown if not elements[stretches[key]].aside]
        wanted = set(kept)
        places = self._places()
        return kept == sorted(wanted, key=places.__getitem__)

    _order: dict[Key, int] = field(default_factory=dict)

    def _places(self) -> dict[Key, int]:
        if not self._order:
            self._order = {key: at for at, key in enumerate(self.tags.stretches)}
        return self._order

    def _spend(self, size: int) -> None:
        self.spent.bytes -= size
        if size > MAX_PAGE_BYTES or self.spent.bytes < 0:
            raise _TooMuch

    def _steps(self, holder: Any, own: Id, resources: Any, depth: int) -> list[_Step]:
        """Give what a page or a form draws, in order."""
        import pikepdf

        try:
            found = pikepdf.parse_content_stream(
                pikepdf.Page(holder) if depth == 0 else holder, operators=_OPERATORS
            )
        except (pikepdf.PdfError, ValueError, TypeError):
            raise _TooMuch from None
        steps: list[_Step] = []
        marks: list[Key | str | None] = []
        for one in found:
            if len(steps) > self.spent.steps:
                raise _TooMuch
            if isinstance(one, pikepdf.ContentStreamInlineImage):
                steps.append(("picture", _inner(marks), 1))
                continue
            operands, name = one.operands, str(one.operator)
            if name in ("BMC", "BDC"):
                marks.append(_mark(operands, own, resources))
            elif name == "EMC":
                marks.pop() if marks else None
            elif name == "Do":
                steps += self._drawn(operands, _inner(marks), resources, depth)
            else:
                steps.append(("text", _inner(marks), _letters(operands)))
        self.spent.steps -= len(steps)
        if self.spent.steps < 0:
            raise _TooMuch
        return steps

    def _drawn(self, operands: Any, mark: Key | str | None, resources: Any, depth: int) -> list[_Step]:
        import pikepdf

        held = resources.get("/XObject") if isinstance(resources, pikepdf.Dictionary) else None
        form = held.get(str(operands[0])) if isinstance(held, pikepdf.Dictionary) and operands else None
        if not isinstance(form, pikepdf.Stream):
            return []
        if form.get("/Subtype") != "/Form":
            return [("picture", mark, 1)]
        if depth >= _MAX_DEPTH:
            raise _TooMuch
        if form.objgen not in self.forms:
            self.forms[form.objgen] = []  # a form that draws itself draws nothing more
            self._spend(len(form.read_bytes()))
            inside = form.get("/Resources")
            self.forms[form.objgen] = self._steps(form, form.objgen, inside or resources, depth + 1)
        # What the form does not mark itself stands in the mark around it.
        return [(kind, own or mark, count) for kind, own, count in self.forms[form.objgen]]


def _mark(operands: Any, own: Id, resources: Any) -> Key | str | None:
    import pikepdf

    if not operands:
        return None
    if str(operands[0]) == "/Artifact":
        return "/Artifact"
    properties = operands[1] if len(operands) > 1 else None
    if isinstance(properties, pikepdf.Name):
        held = resources.get("/Properties") if isinstance(resources, pikepdf.Dictionary) else None
        properties = held.get(str(properties)) if isinstance(held, pikepdf.Dictionary) else None
    number = properties.get("/MCID") if isinstance(properties, pikepdf.Dictionary) else None
    return (own, number) if isinstance(number, int) else None


def _inner(marks: Sequence[Key | str | None]) -> Key | str | None:
    """Give the mark that counts: what is put aside stays so, and else the innermost that has a number."""
    if "/Artifact" in marks:
        return "/Artifact"
    return next((mark for mark in reversed(marks) if mark is not None), None)


def _letters(operands: Any) -> int:
    import pikepdf

    count = 0
    for operand in operands:
        pieces = list(operand) if isinstance(operand, pikepdf.Array) else [operand]
        count += sum(len(bytes(piece)) for piece in pieces if isinstance(piece, pikepdf.String))
    return count
