"""How somebody is spoken of: by a name, as one who is known, as somebody, or as anybody."""

from __future__ import annotations

from enum import IntEnum

from redact.judge.jigsaw.kin import PLURALS
from redact.judge.jigsaw.pieces import Piece
from redact.judge.jigsaw.vocabulary import vocabulary

__all__ = ["BREAKS", "COUNTED", "Said", "said_of"]


class Said(IntEnum):
    """How somebody is spoken of, the least certain first."""

    ANYBODY = 0
    SOMEBODY = 1
    KNOWN = 2
    NAMED = 3


_DEFINITE = frozenset(
    ("the", "this", "that", "these", "those", "both", "his", "her", "their", "its", "whose", "our")
)
_INDEFINITE = frozenset(("a", "an", "one", "another"))
_ANY = vocabulary(
    "any each every some many most few several all no other such more fewer these-days certain which what"
)
BREAKS = vocabulary(
    "of to in on at by for with from and or but that who which when where while if as was were is are "
    "be been had has have did does do said told saw than because so about into after before during "
    "since until between among not also then he she they him them i we you it there being having "
    "becoming became aged named called who's reported reports states stated says asked"
)
_UNITS = frozenset(("year", "month", "week", "day"))  # "the four-week-old baby"
_BACK = 6  # words before a noun in which its article is looked for
COUNTED = vocabulary("one two three four five six seven eight nine ten eleven twelve")


def said_of(piece: Piece, first: int, word: str, name: str) -> Said:
    """Tell how a noun is spoken of: by its article, what it is owned by, or a capital of its own."""
    plural = word in PLURALS and word not in ("family", "household", "couple")
    for number in range(first - 1, max(-1, first - 1 - _BACK), -1):
        gap = piece.gap(number + 1)
        if set(gap) & set(".,;:()\n\t\u2013\u2014"):
            break
        before = piece.words[number]
        raw = piece.text[piece.starts[number] : piece.ends[number]]
        if raw[-2:] in ("'s", "\u2019s") or gap[:1] in ("'", "\u2019"):
            return Said.KNOWN
        if before in _DEFINITE:
            return Said.KNOWN
        if before in _INDEFINITE:
            return Said.SOMEBODY
        if before in _ANY:
            return Said.ANYBODY
        if before in COUNTED and piece.words[number + 1] not in _UNITS:
            return Said.SOMEBODY
        if before in BREAKS:
            break
    if plural:
        return Said.ANYBODY
    if piece.capital(first) and first > 0 and not piece.is_heading:
        return Said.NAMED
    if first == 0 and piece.capital(0) and name not in ("child", "family", "children", "son", "daughter"):
        return Said.NAMED
    return Said.KNOWN if name in _ROLES_ALONE else Said.SOMEBODY


# In notes these stand without an article and mean one: "mother reports", "father absent".
_ROLES_ALONE = frozenset(
    (
        "mother",
        "father",
        "stepfather",
        "stepmother",
        "brother",
        "sister",
        "sibling",
        "half-brother",
        "half-sister",
        "half-sibling",
        "partner",
        "grandmother",
        "grandfather",
        "child",
        "family",
    )
)
