"""Names beside the words that say who somebody is: "his mother, Kay Ashton," and "Kay Ashton, his mother,".

Where the label says no more than those words, the words are enough: "his mother, Mother," helps nobody.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from redact.values.schemes import Slot

__all__ = ["Around", "is_role", "without_apposition"]

_WHOSE = r"(?:his|her|their|my|our|your|its|the|[\w-]+(?:[ ]\w{1,2})?['\u2019]s?)"
_CLOSING = {",": ",", "(": ")", "[": "]", "-": "-", "\u2013": "\u2013", "\u2014": "\u2014"}
_OPENING = r"[ \u00a0]*,[ \u00a0]*|[ \u00a0]*[(\[][ \u00a0]*"
_GAP = rf"(?P<gap>{_OPENING}|[ \u00a0]+[-\u2013\u2014][ \u00a0]+|[ \u00a0]+)$"


@dataclass(frozen=True, slots=True)
class Around:
    """A passage's text and a name in it, with its title: half-open code points; `possessive` ends it."""

    text: str = field(repr=False)
    start: int
    end: int
    possessive: str = field(default="", repr=False)


def is_role(label: str, slot: Slot) -> bool:
    """Tell whether a label is nothing but a role: Mother, Maternal Grandmother, not Parent 1."""
    return " ".join(label.casefold().replace("-", " ").split()) in slot.words


def without_apposition(around: Around, label: str, slot: Slot) -> tuple[tuple[int, int], str] | None:
    """Leave the name out where words beside it say who it is.

    Returns: what is replaced, half-open code points of the text, and by what; none where no such words are.
    """
    words = "|".join(
        re.escape(word).replace(r"\ ", r"[ \u00a0-]+") for word in sorted(slot.words, key=len, reverse=True)
    )
    before = re.search(
        rf"(?<!\w)(?P<whose>{_WHOSE}[ \u00a0]+)?(?:{words}){_GAP}", around.text[: around.start], re.I
    )
    if before and (before["whose"] or before["gap"].strip()):
        return _behind_the_role(around, before.start("gap"), before["gap"].strip(), whose=before["whose"])
    said = re.match(rf"[ \u00a0]*[(\[][ \u00a0]*(?:{words})[ \u00a0]*[)\]]", around.text[around.end :], re.I)
    if said and not around.possessive:
        return (around.start, around.end + said.end()), label
    behind = re.match(
        rf"(?P<gap>{_OPENING})(?P<role>{_WHOSE}[ \u00a0]+(?:{words}))(?!\w)",
        around.text[around.end :],
        re.I,
    )
    return None if behind is None or around.possessive else _before_the_role(around, behind)


def _behind_the_role(
    around: Around, start: int, gap: str, *, whose: str | None
) -> tuple[tuple[int, int], str] | None:
    """Cut from "his mother, Kay Ashton, said" all but "his mother said"."""
    closing = _CLOSING.get(gap, "")
    behind = around.text[around.end :]
    end = around.end
    if closing and (found := re.match(rf"[ \u00a0]*{re.escape(closing)}", behind)):
        end += found.end()
    elif closing in (")", "]") or (closing and not whose):
        return None  # the bracket holds more than the name, or it is a list
    return (start, end), around.possessive


def _before_the_role(around: Around, behind: re.Match[str]) -> tuple[tuple[int, int], str] | None:
    """Write "his mother" for "Kay Ashton, his mother,": the role stands where the name stood."""
    closing = _CLOSING[behind["gap"].strip()]
    end = around.end + behind.end()
    rest = around.text[end:]
    found = re.match(rf"[ \u00a0]*{re.escape(closing)}", rest)
    if found:
        end += found.end()
    elif closing in (")", "]") or not re.match(r"[ \u00a0]*(?:[.;:!?]|$)", rest):
        return None
    role = behind["role"]
    first = around.text[around.start : around.start + 1]
    opens = around.start == 0 or re.search(
        r"[.!?]['\"\u2019\u201d)]*\s+$|\n\s*$", around.text[: around.start]
    )
    return (around.start, end), role[:1].upper() + role[1:] if opens and first.isupper() else role
