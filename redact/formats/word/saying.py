"""What a stretch of markup says, in letters: to read it, and to tell whether two versions say the same."""

from __future__ import annotations

import re
from collections.abc import Callable

from redact.formats.word.markup import A, Element, M, V, W

__all__ = ["EMOJI", "says_the_same", "symbol", "visible_text"]

EMOJI = "{http://schemas.microsoft.com/office/word/2015/wordml/symex}symEx"
_EMOJI_CHAR = "{http://schemas.microsoft.com/office/word/2015/wordml/symex}char"
# What Word writes into the old version of a new kind of chart, without its white space.
_CANNOT_BE_SHOWN = re.compile(
    r"^Thischartisn['\u2019]tavailableinyourversionof(?:Word|Excel|PowerPoint)\."
    r"Editingthisshapeorsavingthisfileintoadifferentfileformatwillpermanentlybreakthechart\.$"
)
_TEXTS = frozenset({W + "t", W + "delText", W + "instrText", W + "delInstrText", A + "t", M + "t"})


def visible_text(
    element: Element, *, take: Callable[[Element], str] | None = None, spaces: bool = False
) -> str:
    """Join all the text below `element`, without white space to tell whether two versions say the same.

    Args:
        take: called with each element whose text is used, to note that it was read.
        spaces: keep white space as it stands.
    """
    found: list[str] = []
    for below in element.iter():
        if below.tag in _TEXTS:
            found.append(take(below) if take else below.text or "")
        elif below.tag in (W + "sym", EMOJI):
            found.append(symbol(below))
        elif below.tag == V + "textpath":
            found.append(below.get("string", ""))
    return "".join(found) if spaces else "".join("".join(found).split())


def says_the_same(version: Element, first: Element) -> bool:
    """Tell whether another version of a drawing says what the first does, or only that it cannot be shown."""
    said = visible_text(version)
    return said == visible_text(first) or _CANNOT_BE_SHOWN.match(said) is not None


def symbol(element: Element) -> str:
    """Give the letter of a `w:sym`: fonts of symbols have their letters at F000 and above."""
    code = element.get(W + "char") or element.get(_EMOJI_CHAR) or ""
    try:
        point = int(code[:6], 16)
    except ValueError:
        return "\ufffd"
    if 0xF000 <= point <= 0xF0FF:
        point -= 0xF000
    return chr(point) if 0x20 <= point <= 0x10FFFF and not 0xD800 <= point <= 0xDFFF else "\ufffd"
