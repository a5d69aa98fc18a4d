"""Writes the drawing of a page or a form again, operator by operator.

What is written is the list of `operators`, with names of ours for what stands in the resources, and with
those resources alone that are named. Comments, marked content with its notes, content of layers that are not
shown, and text of a kind that is never painted (mode 3) do not come through.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from redact.errors import Damaged
from redact.formats.pdf.cleaning.names import Names
from redact.formats.pdf.cleaning.operators import PAINTING, SHOWING, fitting
from redact.formats.pdf.cleaning.parts import PartCopier
from redact.formats.pdf.cleaning.placing import Box, Placing

__all__ = ["Rewritten", "rewrite"]

_SAVE_AGAIN = "Open it in the program that made it, save it as a new PDF there, and clean that file."
_INVISIBLE = 3  # the text mode that paints nothing


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A stream written again, and the resources that it names.

    `inherited` are the strings that it shows in the font that it was called with.
    """

    content: bytes = field(repr=False)
    resources: Any
    inherited: frozenset[bytes] = field(repr=False)


@dataclass(slots=True)
class _State:
    """What `q` keeps and `Q` brings back, as far as it is followed here."""

    font: Any
    mode: int

    def copy(self) -> _State:
        return _State(self.font, self.mode)


def rewrite(
    holder: Any,
    resources: Any,
    parts: PartCopier,
    box: Box,
    *,
    font: Any = None,
    mode: int = 0,
    is_page: bool = False,
) -> Rewritten:
    """Write one content stream again.

    Args:
        holder: a page, a form, a pattern or a glyph of the source.
        box: what is seen of it at most, in its own space.
        font: the FontUse that the stream is called with, if any.
        mode: the text mode that the stream is called with.
        is_page: text objects that begin outside of the box may be left out, as `parts` says.

    Raises Damaged for a stream that cannot be parsed.
    """
    import pikepdf

    try:
        instructions = pikepdf.parse_content_stream(holder)
    except (pikepdf.PdfError, pikepdf.PdfParsingError):
        raise Damaged("the file is damaged: the drawing of a page cannot be parsed", _SAVE_AGAIN) from None
    writer = _Writer(resources, parts, _State(font, mode), box, beyond=is_page and parts.leaves_out_beyond)
    for instruction in instructions:
        writer.take(str(instruction.operator), list(instruction.operands))
    return writer.done()


class _Writer:
    """Takes the operators of one stream in order."""

    def __init__(self, resources: Any, parts: PartCopier, state: _State, box: Box, *, beyond: bool) -> None:
        self._source = resources
        self._parts = parts
        self._names = Names(parts)
        self._state = state
        self._first_font = state.font
        self._has_font = False
        self._stack: list[_State] = []
        self._marks: list[bool] = []  # of each marked content that is open: is it shown
        self._out: list[tuple[list[Any], str]] = []
        # Of the text object that is open: where it begins in `_out`, and whether all it shows is unseen.
        self._block: int | None = None
        self._unseen: list[bool] = []
        self._shown: list[tuple[Any, bool, set[bytes]]] = []
        self._placing = Placing(box)
        self._beyond = beyond
        self._inherited: set[bytes] = set()

    def take(self, name: str, operands: list[Any]) -> None:
        """Take one operator."""
        if name == "INLINE IMAGE":
            self._inline(operands[0])
        elif name in ("BMC", "BDC"):
            self._marks.append(self._is_shown(operands))
        elif name == "EMC":
            if self._marks:
                self._marks.pop()
        else:
            fitted = fitting(name, operands)
            if fitted is not None:
                self._placing.take(name, fitted)
                self._drawing(name, fitted)

    def done(self) -> Rewritten:
        """Give what was written."""
        import pikepdf

        self._close_block()
        self._names.defaults(self._source)
        instructions = [(operands, pikepdf.Operator(name)) for operands, name in self._out]
        content = pikepdf.unparse_content_stream(instructions)
        return Rewritten(content, self._names.resources, frozenset(self._inherited))

    # ------------------------------------------------------------ one operator

    @property
    def _hidden(self) -> bool:
        return not all(self._marks)

    def _drawing(self, name: str, operands: list[Any]) -> None:
        if name in SHOWING:
            self._show(name, operands)
        elif self._hidden and name in PAINTING:
            if name not in ("sh", "Do"):
                self._out.append(([], "n"))
        elif name == "Do":
            self._draw(operands[0])
        elif name == "BT":
            self._close_block()
            self._out.append(([], name))
            self._block = len(self._out)
        elif name == "ET":
            self._close_block()
            self._out.append(([], name))
        else:
            named = self._named(name, operands)
            if named is not None:
                self._out.append((named, name))

    def _named(self, name: str, operands: list[Any]) -> list[Any] | None:
        """Follow the state, and put in names of ours for the source's; None to leave the operator out."""
        import pikepdf

        if name == "q":
            self._stack.append(self._state.copy())
        elif name == "Q" and self._stack:
            self._state = self._stack.pop()
        elif name == "Tr":
            self._state.mode = int(operands[0])
        elif name == "Tf":
            self._state.font, self._has_font = self._parts.font(self._source, str(operands[0])), True
            return [self._names.font(self._state.font), operands[1]]
        elif name == "gs":
            return self._graphics_state(str(operands[0]))
        elif name in ("cs", "CS"):
            space = self._names.space(operands[0], self._source)
            return None if space is None else [space]
        elif name in ("scn", "SCN") and isinstance(operands[-1], pikepdf.Name):
            pattern = self._names.pattern(str(operands[-1]), self._source)
            return None if pattern is None else [*operands[:-1], pattern]
        elif name == "sh":
            shading = self._names.shading(str(operands[0]), self._source)
            return None if shading is None else [shading]
        return operands

    def _graphics_state(self, name: str) -> list[Any] | None:
        found = self._names.state(name, self._source)
        if found is None:
            return None
        reference, font = found
        if font is not None:
            self._state.font, self._has_font = font, True
        return [reference]

    # ------------------------------------------------------------ text

    def _show(self, name: str, operands: list[Any]) -> None:
        unseen = self._hidden or self._state.mode == _INVISIBLE or self._is_beyond
        if self._hidden or (unseen and self._block is None):
            self._out += _moves_alone(name, operands)
            self._parts.left_out += 1
        else:
            self._out.append((operands, name))
            self._shown.append((self._state.font, self._has_font, _strings(operands[-1])))
        self._unseen.append(unseen)

    @property
    def _is_beyond(self) -> bool:
        return self._beyond and self._placing.text_is_outside

    def _close_block(self) -> None:
        """End a text object: leave its text out, if nothing of it is seen; part of it is not left out."""
        if self._block is not None and all(self._unseen):
            kept: list[tuple[list[Any], str]] = []
            for operands, name in self._out[self._block :]:
                kept += _moves_alone(name, operands) if name in SHOWING else [(operands, name)]
            self._out[self._block :] = kept
            self._parts.left_out += len(self._shown)
            self._shown = []
        for font, has_font, strings in self._shown:
            if font is not None:
                font.shown |= strings
            if not has_font:
                self._inherited |= strings
        self._block, self._unseen, self._shown = None, [], []

    # ------------------------------------------------------------ what is drawn by name

    def _draw(self, name: Any) -> None:
        if self._names.is_picture(str(name), self._source):
            self._picture(lambda part: self._names.picture(str(name), self._source, part))
            return
        found = self._names.form(str(name), self._source, self._state.font, self._state.mode)
        if found is None:
            return
        reference, inherited = found
        if self._state.font is not None:
            self._state.font.shown |= inherited
        if not self._has_font:
            self._inherited |= inherited
        self._out.append(([reference], "Do"))

    def _inline(self, image: Any) -> None:
        if not self._hidden:
            self._picture(lambda part: self._names.inline(image, self._source, part))

    def _picture(self, name: Callable[[Box | None], tuple[Any, Box | None] | None]) -> None:
        """Draw a picture; one of which a part is seen is cut to it and put where that part was."""
        named = name(self._placing.seen_of_unit())
        if named is None:
            return
        reference, part = named
        if part is None:
            self._out.append(([reference], "Do"))
            return
        left, bottom, right, top = part
        self._out += [
            ([], "q"),
            ([_number(value) for value in (right - left, 0, 0, top - bottom, left, bottom)], "cm"),
            ([reference], "Do"),
            ([], "Q"),
        ]

    def _is_shown(self, operands: list[Any]) -> bool:
        if len(operands) < 2 or str(operands[0]) != "/OC":
            return True
        return self._parts.is_shown(self._source, str(operands[1]))


def _number(value: float) -> Any:
    return Decimal(f"{value:.9f}")


def _strings(shown: Any) -> set[bytes]:
    import pikepdf

    texts = [shown] if isinstance(shown, pikepdf.String) else list(shown)
    return {bytes(text) for text in texts if isinstance(text, pikepdf.String)}


def _moves_alone(name: str, operands: list[Any]) -> list[tuple[list[Any], str]]:
    """Give what an operator that shows text does to the text's state besides."""
    if name == "'":
        return [([], "T*")]
    return [([operands[0]], "Tw"), ([operands[1]], "Tc"), ([], "T*")] if name == '"' else []
