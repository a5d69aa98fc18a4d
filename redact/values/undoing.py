"""How a file that was rewritten becomes again what it was."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["Piece", "Undoing"]

# Half-open bytes of the new member, or bytes that stand in it no more.
Piece = tuple[int, int] | bytes


@dataclass(frozen=True, slots=True)
class Undoing:
    """One member of a file: its name (empty where the file is no package), and of what pieces it is made."""

    member: str = field(repr=False)
    pieces: tuple[Piece, ...] = field(repr=False)
