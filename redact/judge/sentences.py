"""Where one sentence ends and the next begins.

A full stop behind an abbreviation, an initial or a number of a list ends none; the end of a line ends one
where a list goes on. What remains: a sentence that begins with a small letter is read with the one before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["sentences"]

_END = re.compile(
    # A full stop before a capital; the end of a line before an entry of a list; an empty line.
    r"""[.!?]+["'\u2019\u201d)\]]*(?=\s+["'\u2018\u201c(\[]*[A-Z0-9\u2022])
      | [.!?;:,]?[ \t]*\r?\n
        (?=[ \t]*(?:[-\u2013\u2022*\u25aa\u25cf\uf0b7]|\(?[0-9a-zA-Z]{1,3}[.)])[ \t])
      | [ \t]*\r?\n[ \t]*\r?\n""",
    re.VERBOSE,
)
_ABBREVIATED = re.compile(
    r"""(?:^|[\s(\["'])
    (?: Mr | Mrs | Ms | Mx | Dr | Prof | Rev | Revd | Hon | Sgt | Insp | Supt | Cllr | Sir | St
      | e\.g | i\.e | eg | ie | cf | viz | approx | c | ca | v | vs
      | para | paras | p | pp | ch | chap | s | ss | sec | sch | art | reg | regs | vol | ed | eds | fig | app
      | nos | ref | tel | ext | incl | ibid | al
      | [A-Z] | \d{1,2} | [ivx]{1,4} )$""",
    re.VERBOSE | re.IGNORECASE,
)
_NO = re.compile(r"(?:^|\s)[Nn]o$")  # "No. 5", but not "No. The panel"
_LOOK_BACK = 9  # characters; the longest abbreviation, and what stands before it
_NUMBER = re.compile(r"(?:^|\n)[ \t]*(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})$")
_DIGITS = re.compile(r"(?:^|\s)\d{1,2}$")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Give each sentence as half-open code points of `text`, without the white space around it."""
    start = 0
    for match in _END.finditer(text):
        if match[0][:1] == "." and match[0].rstrip("\"')]\u2019\u201d") == "." and _goes_on(text, match):
            continue
        yield from _trimmed(text, start, match.end())
        start = match.end()
    yield from _trimmed(text, start, len(text))


def _goes_on(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
    if _NO.search(before):
        return text[match.end() :].lstrip()[:1].isdigit()
    if not _ABBREVIATED.search(before):
        return False
    # "in 2." at the end of a sentence is no number of a list; "2." at the start of a line is one.
    return not _DIGITS.search(before) or bool(_NUMBER.search(text[: match.start()][-12:]))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    left = start + len(piece) - len(piece.lstrip())
    right = start + len(piece.rstrip())
    if left < right:
        yield left, right
