"""Matrices of a pdf: where what stands in a form stands on the page."""

from __future__ import annotations

from typing import Any

__all__ = ["SAME", "Matrix", "matrix_of", "placed", "times"]

# A matrix as pdf writes it: a, b, c, d, e, f.
Matrix = tuple[float, float, float, float, float, float]
SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def matrix_of(raw: Any, handle: Any) -> Matrix:
    """Give the matrix of an object of pdfium."""
    found = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(handle, found)
    return (found.a, found.b, found.c, found.d, found.e, found.f)


def times(first: Matrix, then: Matrix) -> Matrix:
    """Give the matrix that does what one does and then what another does."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def placed(
    matrix: Matrix, left: float, low: float, right: float, high: float
) -> tuple[float, float, float, float]:
    """Give the upright box around a box that a matrix moves."""
    if matrix == SAME:
        return left, low, right, high
    a, b, c, d, e, f = matrix
    points = [(a * x + c * y + e, b * x + d * y + f) for x in (left, right) for y in (low, high)]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)
