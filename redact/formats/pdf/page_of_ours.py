"""A page that we write ourselves → a PDF, in the typeface that comes with the program.

It needs no other program, and the same page gives the same bytes: there is no time and no name of a machine
in it, so that a pack that is made twice is the same pack.
"""

from __future__ import annotations

from collections.abc import Sequence

from redact.errors import WrongType
from redact.values.gate_pack import Block
from redact.values.text import Location, Part, Passage

__all__ = ["as_pdf"]

_BULLET = "• "


def as_pdf(blocks: Sequence[Block], *, title: str) -> bytes:
    """Set a page.

    Raises:
        WrongType: it has letters that cannot be set, such as those of a script that joins them.
    """
    from redact.formats.pdf.retypeset.drawing import draw
    from redact.formats.pdf.retypeset.letters import can_be_set, settable
    from redact.formats.pdf.retypeset.pieces import Piece
    from redact.formats.pdf.retypeset.setting import typeset

    pieces = []
    for number, block in enumerate(blocks, start=1):
        text = settable(_BULLET * block.listed + block.text)
        if not can_be_set(text):
            raise WrongType("the page has letters that cannot be set", "Take the page as HTML.")
        where = Location(Part.BODY, page=1, block=number)
        passage = Passage(f"b{number}", text, where, heading_level=block.level or None)
        pieces.append(Piece(passage, ((0, len(text), text),)))
    return draw(typeset(pieces, {}, frozenset(), ""), title=title, language="en-GB")
