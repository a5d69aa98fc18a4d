"""The code of a link that stands in the text: LibreOffice writes a link within a content control so.

It parts a name that was broken over the link: ZuzanHYPERLINK "" \\l "top"na. The text is read without it too.
What remains: the codes of other fields, which stand before what they show and part nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

__all__ = ["Without", "without_codes"]

# Between words of one line: a code that stands by itself, as the reader gives those of fields, parts nothing.
_CODE = re.compile(
    r'(?:(?<=\S)|(?<=\S[ \u00a0]))HYPERLINK(?:[ \u00a0]*(?:"[^"\n]{0,500}"|\\[a-z]\b))+(?=[ \u00a0]?\S)'
)


@dataclass(frozen=True, slots=True)
class Without:
    """A text without its codes. `seams` are the offsets at which one stood, `moved` how much went before."""

    text: str = field(repr=False)
    seams: tuple[int, ...]
    moved: tuple[int, ...]

    def back(self, start: int, end: int) -> tuple[int, int] | None:
        """Give the half-open code points of the whole text for a stretch; none where it holds no seam."""
        if not any(start < seam < end for seam in self.seams):
            return None
        return start + self._before(start, end=False), end + self._before(end, end=True)

    def _before(self, at: int, *, end: bool) -> int:
        """Count what stood before an offset; a code at the end of a stretch is none of it."""
        gone = [by for seam, by in zip(self.seams, self.moved, strict=True) if seam < at + (not end)]
        return gone[-1] if gone else 0


def without_codes(text: str) -> Without | None:
    """Read a text without the codes of links in it; none where there are none."""
    pieces: list[str] = []
    seams: list[int] = []
    moved: list[int] = []
    at = gone = 0
    for code in _CODE.finditer(text) if "HYPERLINK" in text else ():
        pieces.append(text[at : code.start()])
        seams.append(code.start() - gone)
        gone += code.end() - code.start()
        moved.append(gone)
        at = code.end()
    return Without("".join((*pieces, text[at:])), tuple(seams), tuple(moved)) if seams else None
