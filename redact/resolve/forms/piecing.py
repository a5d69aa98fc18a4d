"""May pieces be one name, or one word hold a name? What a line, a cell or a space parts, and what runs on."""

from __future__ import annotations

import re
from functools import cache

from redact.resolve.forms.letters import Letters, bare
from redact.resolve.forms.needles import Needle
from redact.resolve.lists import kinship, lines_of, titles
from redact.values.forms import Form

__all__ = ["border", "in_pieces", "may_be_one", "plural_of_a_short", "runs_on"]

_HYPHENS = ("-", "\u2010", "\u2011")
_PIECE = 2  # letters of a word before and behind a line end that has no hyphen
_PARTED = 5  # letters of a name that a space may stand in: "Thorn bury"
_RUN_ON = 6  # letters of a name that another word may begin in: "Thornburyfamily"
_NAMES = (Form.WHOLE, Form.REVERSED, Form.PART)
_LETTERS = re.compile(r"[^\W\d_]+")
_LETTERS_BEFORE = re.compile(r"[^\W\d_]+$")
_SHORT = 2  # letters: with an s behind them most are a word of their own: "as", "is"
_LONGEST = 20  # letters of a word that runs into a name
_OF_NAMES = frozenset({"son", "sons"})  # Richardson is a name of its own


def border(gap: str) -> bool:
    """Tell whether a line, a cell or a paragraph ends there."""
    return any(sign in gap for sign in "\n\r\t\x0b\x0c\x85\u2028\u2029")


def in_pieces(text: str, letters: Letters, first: int, last: int, needle: Needle) -> bool:
    """Tell whether a word that a line or a cell ends in its middle may be two things beside each other.

    A hyphen says that it goes on; so do two letters before the end and as many small ones behind it.
    """
    gaps = {
        number: text[letters.at[number - 1][1] : letters.at[number][0]] for number in range(first + 1, last)
    }
    ends = [first, *(number for number, gap in gaps.items() if gap), last]
    capitals = text[letters.at[first][0] : letters.at[last - 1][1]].isupper()
    for before, here, behind in zip(ends, ends[1:], ends[2:], strict=False):
        gap = gaps[here]
        if here - first in needle.joints or not border(gap) or gap.lstrip()[:1] in _HYPHENS:
            continue
        goes_on = capitals or text[letters.at[here][0]].islower()
        if not goes_on or here - before < _PIECE or behind - here < _PIECE:
            return True
    return False


def may_be_one(text: str, start: int, end: int, needle: Needle) -> bool:
    """Tell whether a stretch with a space amid a word may be a name: "Thorn bury", and never "as her"."""
    if needle.form not in _NAMES or needle.cut or len(needle.letters) < _PARTED:
        return False
    return not all(_is_ordinary(piece) for piece in _LETTERS.findall(text[start:end]))


def runs_on(text: str, start: int, end: int, needle: Needle) -> bool:
    """Tell whether an ordinary word was written without a space before or behind a name."""
    if needle.form not in _NAMES or needle.cut or len(needle.letters) < _RUN_ON:
        return False
    before = _LETTERS_BEFORE.search(text[max(0, start - _LONGEST) : start])
    behind = _LETTERS.match(text, end, end + _LONGEST)
    beside = [bare(one[0]) for one in (before, behind) if one is not None]
    return all(_is_ordinary(word) and word not in _OF_NAMES for word in beside)


def plural_of_a_short(text: str, start: int, end: int, needle: Needle) -> bool:
    """Tell whether an s behind a name of three letters or fewer may be of a plural: Jos, days, not "as"."""
    ends = text[end : end + 1] in ("s", "S") and not text[end + 1 : end + 2].isalpha()
    begins = (text[start].isupper() or not needle.sure) and (start == 0 or not text[start - 1].isalpha())
    a_word = not needle.sure and end - start > _SHORT  # "May", of which "mays" is the plural
    return (
        begins
        and ends
        and (a_word or (end - start > 1 and bare(text[start : end + 1]) not in _never_names()))
    )


def _is_ordinary(word: str) -> bool:
    return word.casefold() in _ordinary()


@cache
def _never_names() -> frozenset[str]:
    lists = (lines_of(name) for name in ("not-names", "small-words"))
    return frozenset(word.casefold() for lines in lists for line in lines for word in line.split())


@cache
def _ordinary() -> frozenset[str]:
    words = frozenset(word.casefold() for line in lines_of("plain-words") for word in line.split())
    return words | _never_names() | kinship() | titles()
