"""What a fact is asked for by: the label of its field, the cell to its left or the header of its column."""

from __future__ import annotations

from redact.recognise.grids import View
from redact.recognise.phrases import Phrase
from redact.recognise.readings import Reading

__all__ = ["asked_cells", "field_of"]

_LABEL = 40  # characters before a value in which its label may stand


def asked_cells(view: View) -> dict[int, list[tuple[int, int, str]]]:
    """Give the cells that a label or a header asks for something: by reading, their stretch and the words."""
    found: dict[int, list[tuple[int, int, str]]] = {}
    for grid in view.grids:
        for cell in grid.cells.values():
            labels = [each.text for each in (grid.left_of(cell), grid.header_of(cell)) if each is not None]
            words = " ".join(text for text in labels if len(text) <= _LABEL)
            if words:
                for piece in cell.slices:
                    found.setdefault(id(piece.reading), []).append((piece.start, piece.end, words))
    return found


def field_of(reading: Reading, phrase: Phrase, asked: dict[int, list[tuple[int, int, str]]]) -> str:
    """Give the words of the field in which a phrase is the value; empty where it stands in none."""
    for start, end, words in asked.get(id(reading), ()):
        if start <= phrase.start < end:
            return words
    line = reading.text[max(0, phrase.start - _LABEL) : phrase.start].rpartition("\n")[2]
    label, colon, value = line.rpartition(":")
    return label if colon and len(value) <= _LABEL // 2 else ""
