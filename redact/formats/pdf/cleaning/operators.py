"""The operators that a page may be drawn with, each with what it takes; nothing else is written again.

The table is that of ISO 32000-2, annex A, less marked content, which says nothing about how a page looks.
A string before an operator that takes none, or one more number than it takes, is drawn by no reader and is
a place to hide in.
"""

from __future__ import annotations

from typing import Any

__all__ = ["DRAWING", "PAINTING", "SHOWING", "fitting"]

# n a number, N a name, s a string, a an array of numbers, t an array of strings and numbers.
DRAWING: dict[str, str] = {
    # the state
    "q": "", "Q": "", "cm": "nnnnnn", "w": "n", "J": "n", "j": "n", "M": "n", "d": "an", "ri": "N", "i": "n",
    "gs": "N",
    # paths
    "m": "nn", "l": "nn", "c": "nnnnnn", "v": "nnnn", "y": "nnnn", "h": "", "re": "nnnn",
    "S": "", "s": "", "f": "", "F": "", "f*": "", "B": "", "B*": "", "b": "", "b*": "", "n": "",
    "W": "", "W*": "",
    # text
    "BT": "", "ET": "", "Tc": "n", "Tw": "n", "Tz": "n", "TL": "n", "Tf": "Nn", "Tr": "n", "Ts": "n",
    "Td": "nn", "TD": "nn", "Tm": "nnnnnn", "T*": "", "Tj": "s", "TJ": "t", "'": "s", '"': "nns",
    # glyphs of a font that is drawn itself
    "d0": "nn", "d1": "nnnnnn",
    # colours; those of a colour space take as many numbers as it has, and a pattern's name
    "CS": "N", "cs": "N", "G": "n", "g": "n", "RG": "nnn", "rg": "nnn", "K": "nnnn", "k": "nnnn",
    "SC": "*", "sc": "*", "SCN": "*", "scn": "*",
    # shadings and what stands in the resources
    "sh": "N", "Do": "N",
}  # fmt: skip
PAINTING = frozenset(["S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do"])
SHOWING = frozenset(("Tj", "TJ", "'", '"'))
_MOST_COMPONENTS = 32  # of a colour (ISO 32000-2, annex C)


def fitting(name: str, operands: list[Any]) -> list[Any] | None:
    """Give the operands that the operator takes, the last ones before it; None where they do not fit."""
    wanted = DRAWING.get(name)
    if wanted is None:
        return None
    if wanted == "*":
        return _colour(operands)
    if len(operands) < len(wanted):
        return None
    taken = operands[len(operands) - len(wanted) :]
    fitted = [_fit(kind, operand) for kind, operand in zip(wanted, taken, strict=True)]
    return None if any(operand is None for operand in fitted) else fitted


def _colour(operands: list[Any]) -> list[Any] | None:
    import pikepdf

    name = [operands[-1]] if operands and isinstance(operands[-1], pikepdf.Name) else []
    numbers: list[Any] = []
    for operand in reversed(operands[: len(operands) - len(name)]):
        if not _is_number(operand) or len(numbers) == _MOST_COMPONENTS:
            break
        numbers.insert(0, operand)
    return numbers + name or None


def _fit(kind: str, operand: Any) -> Any:
    import pikepdf

    if kind == "n":
        return operand if _is_number(operand) else None
    if kind == "N":
        return operand if isinstance(operand, pikepdf.Name) else None
    if kind == "s":
        return operand if isinstance(operand, pikepdf.String) else None
    if not isinstance(operand, pikepdf.Array):
        return None
    allowed = [
        item for item in operand if _is_number(item) or (kind == "t" and isinstance(item, pikepdf.String))
    ]
    return pikepdf.Array(allowed)


def _is_number(value: Any) -> bool:
    from decimal import Decimal

    return isinstance(value, int | float | Decimal) and not isinstance(value, bool)
