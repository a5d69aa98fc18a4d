"""Running heads and feet: what a Word file has once is printed on every page, its fields filled in."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from redact.publication.word_marks import is_count, is_page_number
from redact.publication.word_tokens import Text, Token
from redact.values.same_words import Allowed
from redact.values.text import Part

__all__ = ["Heads", "edges_of", "heads_of"]

_AT_THE_EDGE = 3  # passages at the head of a page, and at its foot
_NUMBER = "\0"  # any number: a field that is filled in on each page
_Piece = tuple[str, ...]
_COUNTING: tuple[_Piece, ...] = (
    ("Page", _NUMBER),
    ("page", _NUMBER),
    ("Page", _NUMBER, "of", _NUMBER),
    ("page", _NUMBER, "of", _NUMBER),
    (_NUMBER,),
)


@dataclass(frozen=True, slots=True)
class Heads:
    """The pieces of which the running heads of a Word file are made, parted at tabs and line ends."""

    pieces: frozenset[_Piece] = field(repr=False)
    counts_pages: bool = False

    def explains(self, tokens: Sequence[Token], page: int | None) -> Allowed | None:
        """Say which rule a line of what is published comes under; none where it is no running head.

        Args:
            page: on which it is printed; its own number may stand there though the Word file counts none.
        """
        mine = page is not None and any(one.key == str(page) for one in tokens)
        counting = self.counts_pages or mine
        if tokens and counting and is_page_number(tokens):
            return Allowed.PAGE_NUMBER
        pieces = (*self.pieces, *(_COUNTING if counting else ()))
        keys = [one.key for one in tokens]
        return Allowed.RUNNING_TEXT if self.pieces and keys and _made_of(pieces, keys) else None


def heads_of(text: Text) -> Heads:
    """Take the running heads of a Word file apart; those of a PDF are of one piece each."""
    pieces: set[_Piece] = set()
    counts = False
    for tokens in text.heads:
        piece: list[str] = []
        for before, one in zip((None, *tokens), tokens, strict=False):
            if before is not None and _parted(text, before, one):
                pieces.add(tuple(piece))
                piece = []
            number = one.field and is_count(one.key)
            counts = counts or number
            piece.append(_NUMBER if number else one.key)
        pieces.add(tuple(piece))
    return Heads(frozenset(pieces - {()}), counts)


def edges_of(text: Text) -> frozenset[int]:
    """Give the passages at the head and the foot of each page, but for cells of tables."""
    pages: dict[int | None, list[int]] = {}
    for number, passage in enumerate(text.document.passages):
        if passage.location.part is Part.BODY and not passage.apart:
            pages.setdefault(passage.location.page, []).append(number)
    return frozenset(
        number
        for passages in pages.values()
        for number in (*passages[:_AT_THE_EDGE], *passages[-_AT_THE_EDGE:])
    )


# ------------------------------------------------------------------ private


def _parted(text: Text, before: Token, one: Token) -> bool:
    between = text.at(one).text[before.end : one.start]
    return "\t" in between or "\n" in between


def _made_of(pieces: Collection[_Piece], keys: Sequence[str]) -> bool:
    reached = {0}
    for at in range(len(keys)):
        if at in reached:
            reached |= {
                at + len(piece)
                for piece in pieces
                if at + len(piece) <= len(keys) and _fits(piece, keys[at : at + len(piece)])
            }
    return len(keys) in reached


def _fits(piece: _Piece, keys: Sequence[str]) -> bool:
    return all(
        is_count(key) if wanted == _NUMBER else key == wanted or (key.isupper() and key == wanted.upper())
        for wanted, key in zip(piece, keys, strict=True)
    )
