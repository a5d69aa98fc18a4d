"""The account of one cleaning: what was taken out of which place, what stays, and what may be missed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from redact.formats.word.markup import Element, local
from redact.values.cleaning import Removed
from redact.values.text import Location, Part

__all__ = ["Ledger", "text_of"]


class Ledger:
    """Collects by part, place and words of ours; one for each document."""

    def __init__(self) -> None:
        self._removed: Counter[tuple[Part, str, str]] = Counter()
        self._kept: Counter[tuple[Part, str, str]] = Counter()
        self._standing: Counter[tuple[Part, str, str]] = Counter()
        self._lost: Counter[tuple[Part, str, str]] = Counter()
        self.taken: dict[str, None] = {}
        self.made: set[str] = set()

    def remove(self, part: Part, place: str, what: str, *texts: str, count: int = 1) -> None:
        """Note things that were taken out, with their texts where they had any."""
        self._removed[part, place, what] += count
        self.take(texts)

    def keep(self, part: Part, place: str, what: str) -> None:
        """Note one thing that stays because the user said so."""
        self._kept[part, place, what] += 1

    def stand(self, part: Part, place: str, what: str) -> None:
        """Note one hidden thing that stays because it cannot be taken out unseen."""
        self._standing[part, place, what] += 1

    def lose(self, part: Part, place: str, what: str) -> None:
        """Note one thing that may have been seen and is not in the copy."""
        self._lost[part, place, what] += 1

    def take(self, texts: Iterable[str]) -> None:
        """Note texts for the proof."""
        self.taken.update((text, None) for text in texts if text.strip())

    def removed(self) -> tuple[Removed, ...]:
        """List what was taken out, in the order of the catalogue."""
        return _listed(self._removed)

    def kept(self) -> tuple[Removed, ...]:
        """List what stays by the user's word."""
        return _listed(self._kept)

    def standing(self) -> tuple[Removed, ...]:
        """List what is hidden and stays."""
        return _listed(self._standing)

    def lost(self) -> tuple[Removed, ...]:
        """List what may be missed."""
        return _listed(self._lost)


def text_of(element: Element) -> str:
    """Join the text below an element as it is, one paragraph a line, for the proof and for no reader."""
    pieces: list[str] = []
    for below in element.iter():
        name = local(below)
        if name == "p" and pieces:
            pieces.append("\n")
        if name in ("t", "delText", "instrText", "delInstrText", "v"):
            pieces.append(below.text or "")
        elif name in ("tab", "br", "cr"):
            pieces.append(" ")
    return "".join(pieces)


def _listed(counts: Counter[tuple[Part, str, str]]) -> tuple[Removed, ...]:
    ordered = sorted(counts.items(), key=lambda item: (_number(item[0][1]), item[0][0].value, item[0][2]))
    return tuple(Removed(Location(part, place), count, what) for (part, place, what), count in ordered)


def _number(place: str) -> int:
    return int(place[1:]) if place[1:].isdigit() else 0
