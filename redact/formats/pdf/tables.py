"""Ruled tables: the lines drawn on a page → a grid of cells, and the words in each.

Only rules make a table here. Where they leave a doubt the text is read as text: a cell that is read as a
paragraph is no loss.
"""

from __future__ import annotations

import ctypes
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from redact.formats.pdf.lines import Line

__all__ = ["Rule", "Table", "find_tables", "read_rules"]

_THIN = 3.0  # points; a filled box no thicker is a rule
_NEAR = 3.0  # points; rules this near are one
_MOST_RULES = 3_000  # on a page; more is a drawing
_MOST_STROKES = 200  # of one path
_MOST_SLOTS = 20_000


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight rule: `at` is its x where it is upright, else its y; `low` to `high` is its length."""

    upright: bool
    at: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Table:
    """A grid. `xs` rise, `ys` fall; `first` names for each (row, column) slot the slot its cell begins in."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    first: dict[tuple[int, int], tuple[int, int]]

    def cell(self, x: float, y: float) -> tuple[int, int] | None:
        """Give the 1-based (row, column) of the cell around a point; None outside the table."""
        if not (self.xs[0] <= x <= self.xs[-1] and self.ys[-1] <= y <= self.ys[0]):
            return None
        column = max(index for index, left in enumerate(self.xs[:-1]) if left <= x)
        row = max(index for index, top in enumerate(self.ys[:-1]) if top >= y)
        first = self.first[row, column]
        return first[0] + 1, first[1] + 1

    def pieces(self, line: Line) -> list[tuple[tuple[int, int] | None, Line]]:
        """Cut a line where its words change cells."""
        cells = [self.cell((word.x0 + word.x1) / 2, line.y + line.size / 4) for word in line.words]
        result = []
        start = 0
        for at in range(1, len(cells) + 1):
            if at == len(cells) or cells[at] != cells[start]:
                result.append((cells[start], line.part(start, at)))
                start = at
        return result


def read_rules(page: Any, angle: int) -> list[Rule]:
    """Collect the straight rules of a pypdfium2 page, turned as its text at `angle` degrees is.

    Returns: none for a page turned by other than quarter turns, or with more rules than any table.
    """
    from pypdfium2 import raw

    rules: list[Rule] = []
    if angle % 90:
        return rules
    for index in range(raw.FPDFPage_CountObjects(page)):
        shape = raw.FPDFPage_GetObject(page, index)
        if raw.FPDFPageObj_GetType(shape) != raw.FPDF_PAGEOBJ_PATH:
            continue
        rules += [rule for rule in _rules_of(raw, shape, angle) if rule.high - rule.low > _NEAR]
        if len(rules) > _MOST_RULES:
            return []
    return rules


def find_tables(rules: Sequence[Rule]) -> list[Table]:
    """Find every grid of two or more cells, from the top of the page down."""
    tables = [table for group in _touching(_merged(rules)) if (table := _table(group))]
    return sorted(tables, key=lambda table: (-table.ys[0], table.xs[0]))


def _rules_of(raw: Any, shape: Any, angle: int) -> Iterator[Rule]:
    count = raw.FPDFPath_CountSegments(shape)
    if not 2 <= count <= _MOST_STROKES:
        return
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(shape, matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float]] = []
    for index in range(count):
        stroke = raw.FPDFPath_GetPathSegment(shape, index)
        raw.FPDFPathSegment_GetPoint(stroke, x, y)
        kind = raw.FPDFPathSegment_GetType(stroke)
        if kind == raw.FPDF_SEGMENT_BEZIERTO:
            return
        if kind == raw.FPDF_SEGMENT_MOVETO:
            yield from _rules_along(points)
            points = []
        points.append(_turned(matrix, x.value, y.value, angle))
        if raw.FPDFPathSegment_GetClose(stroke):
            points.append(points[0])
    yield from _rules_along(points)


def _turned(matrix: Any, x: float, y: float, angle: int) -> tuple[float, float]:
    x, y = matrix.a * x + matrix.c * y + matrix.e, matrix.b * x + matrix.d * y + matrix.f
    for _ in range(angle // 90):
        x, y = -y, x
    return x, y


def _rules_along(points: list[tuple[float, float]]) -> Iterator[Rule]:
    if len(points) < 2:
        return
    xs, ys = [x for x, _ in points], [y for _, y in points]
    left, right, low, high = min(xs), max(xs), min(ys), max(ys)
    if right - left < _THIN or high - low < _THIN:  # a line, or a box so thin that it is one
        upright = right - left < high - low
        yield (
            Rule(True, (left + right) / 2, low, high)
            if upright
            else Rule(False, (low + high) / 2, left, right)
        )
        return
    for (x0, y0), (x1, y1) in itertools.pairwise(points):
        if abs(x0 - x1) < 1:
            yield Rule(True, x0, min(y0, y1), max(y0, y1))
        elif abs(y0 - y1) < 1:
            yield Rule(False, y0, min(x0, x1), max(x0, x1))


def _merged(rules: Sequence[Rule]) -> list[Rule]:
    """Join rules that lie on one line and touch."""
    result: list[Rule] = []
    for rule in sorted(rules, key=lambda rule: (rule.upright, round(rule.at / _NEAR), rule.low)):
        last = result[-1] if result else None
        if (
            last
            and last.upright == rule.upright
            and abs(last.at - rule.at) < _NEAR
            and rule.low <= last.high + _NEAR
        ):
            result[-1] = Rule(rule.upright, last.at, last.low, max(last.high, rule.high))
        else:
            result.append(rule)
    return result


def _touching(rules: list[Rule]) -> list[list[Rule]]:
    """Group rules that cross or touch, directly or through others."""
    flat = [rule for rule in rules if not rule.upright]
    tall = [rule for rule in rules if rule.upright]
    if len(flat) * len(tall) > 1_000_000:
        return []
    group = {id(rule): index for index, rule in enumerate(rules)}
    members = {index: [rule] for index, rule in enumerate(rules)}
    for one in tall:
        for other in flat:
            if (
                other.low - _NEAR <= one.at <= other.high + _NEAR
                and one.low - _NEAR <= other.at <= one.high + _NEAR
                and group[id(one)] != group[id(other)]
            ):
                into, gone = sorted(
                    (group[id(one)], group[id(other)]), key=lambda index: -len(members[index])
                )
                for rule in members.pop(gone):
                    group[id(rule)] = into
                    members[into].append(rule)
    return [found for found in members.values() if len(found) >= 4]


def _table(rules: list[Rule]) -> Table | None:
    xs = _positions(rule.at for rule in rules if rule.upright)
    ys = _positions(rule.at for rule in rules if not rule.upright)[::-1]
    rows, columns = len(ys) - 1, len(xs) - 1
    if rows < 1 or columns < 1 or rows * columns < 2 or rows * columns > _MOST_SLOTS:
        return None
    first: dict[tuple[int, int], tuple[int, int]] = {}
    for row in range(rows):
        for column in range(columns):
            middle = (ys[row] + ys[row + 1]) / 2
            centre = (xs[column] + xs[column + 1]) / 2
            if column and not _crossed(rules, True, xs[column], middle):
                first[row, column] = first[row, column - 1]
            elif row and not _crossed(rules, False, ys[row], centre):
                first[row, column] = first[row - 1, column]
            else:
                first[row, column] = (row, column)
    return Table(tuple(xs), tuple(ys), first) if len(set(first.values())) > 1 else None


def _positions(values: Iterator[float]) -> list[float]:
    result: list[float] = []
    for value in sorted(values):
        if not result or value - result[-1] > _NEAR:
            result.append(value)
    return result


def _crossed(rules: list[Rule], upright: bool, at: float, along: float) -> bool:
    return any(
        rule.upright == upright and abs(rule.at - at) <= _NEAR and rule.low <= along <= rule.high
        for rule in rules
    )
