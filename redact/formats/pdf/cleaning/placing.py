"""Where things are drawn, as far as the operators of one stream say it: on the page, or beyond its edge."""

from __future__ import annotations

from typing import Any

__all__ = ["Box", "Matrix", "Placing", "multiplied"]

Matrix = tuple[float, float, float, float, float, float]
Box = tuple[float, float, float, float]  # left, bottom, right, top

_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_EVEN = 1e-6  # of the larger number: a matrix that turns by less stands straight
_PATH = frozenset(["m", "l", "c", "v", "y", "h"])
_ENDS = frozenset(["S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "n"])


class Placing:
    """Follows the matrices and the rectangles that cut, of one stream.

    A path that cuts and is no upright rectangle is passed over: what is seen may be less than what is said
    here, never more. Text that goes on where other text ended is taken to be where that began: how wide
    letters are is not known, and whoever leaves text out looks at the page afterwards.
    """

    def __init__(self, box: Box) -> None:
        self._box = box
        self._page = _IDENTITY
        self._seen = box
        self._line = _IDENTITY
        self._leading = 0.0
        self._stack: list[tuple[Matrix, float, Box]] = []
        self._path: list[Box | None] = []
        self._cuts = False

    @property
    def text_is_outside(self) -> bool:
        """Tell whether text that is shown now begins outside of the stream's box."""
        *_, x, y = multiplied(self._line, self._page)
        left, bottom, right, top = self._box
        return not (left <= x <= right and bottom <= y <= top)

    def seen_of_unit(self) -> Box | None:
        """Give the part of the unit square that is seen, in its own measure; None where it cannot be told."""
        a, b, c, d, e, f = self._page
        whole = _mapped((0.0, 0.0, 1.0, 1.0), self._page)
        if whole is None or whole[0] >= whole[2] or whole[1] >= whole[3]:
            return None
        left, bottom = max(whole[0], self._seen[0]), max(whole[1], self._seen[1])
        right, top = min(whole[2], self._seen[2]), min(whole[3], self._seen[3])
        if left >= right or bottom >= top:
            return (0.0, 0.0, 0.0, 0.0)
        if abs(a) + abs(d) > abs(b) + abs(c):
            xs, ys = ((left - e) / a, (right - e) / a), ((bottom - f) / d, (top - f) / d)
        else:
            xs, ys = ((bottom - f) / b, (top - f) / b), ((left - e) / c, (right - e) / c)
        return (max(0.0, min(xs)), max(0.0, min(ys)), min(1.0, max(xs)), min(1.0, max(ys)))

    def take(self, name: str, operands: list[Any]) -> None:
        """Follow one operator."""
        if name == "q":
            self._stack.append((self._page, self._leading, self._seen))
        elif name == "Q" and self._stack:
            self._page, self._leading, self._seen = self._stack.pop()
        elif name == "cm":
            self._page = multiplied(_matrix(operands), self._page)
        elif name == "re":
            x, y, wide, high = (float(value) for value in operands)
            corners = (min(x, x + wide), min(y, y + high), max(x, x + wide), max(y, y + high))
            self._path.append(_mapped(corners, self._page))
        elif name in _PATH:
            self._path.append(None)
        elif name in ("W", "W*"):
            self._cuts = True
        elif name in _ENDS:
            self._end_path()
        else:
            self._text(name, operands)

    def _end_path(self) -> None:
        only = self._path[0] if len(self._path) == 1 else None
        if self._cuts and only is not None:
            seen = self._seen
            self._seen = (
                max(seen[0], only[0]),
                max(seen[1], only[1]),
                min(seen[2], only[2]),
                min(seen[3], only[3]),
            )
        self._path, self._cuts = [], False

    def _text(self, name: str, operands: list[Any]) -> None:
        if name == "BT":
            self._line = _IDENTITY
        elif name == "Tm":
            self._line = _matrix(operands)
        elif name == "TL":
            self._leading = float(operands[0])
        elif name in ("Td", "TD"):
            if name == "TD":
                self._leading = -float(operands[1])
            self._move(float(operands[0]), float(operands[1]))
        elif name in ("T*", "'", '"'):
            self._move(0.0, -self._leading)

    def _move(self, x: float, y: float) -> None:
        self._line = multiplied((1.0, 0.0, 0.0, 1.0, x, y), self._line)


def multiplied(first: Matrix, second: Matrix) -> Matrix:
    """Give the matrix that does `first` and then `second`."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def _mapped(box: Box, matrix: Matrix) -> Box | None:
    """Give where a box lies after a matrix that keeps it upright; None after any other."""
    a, b, c, d, e, f = matrix
    least = _EVEN * max(abs(a), abs(b), abs(c), abs(d))
    if not ((abs(b) <= least and abs(c) <= least) or (abs(a) <= least and abs(d) <= least)):
        return None
    xs = sorted(a * x + c * y + e for x, y in ((box[0], box[1]), (box[2], box[3])))
    ys = sorted(b * x + d * y + f for x, y in ((box[0], box[1]), (box[2], box[3])))
    return (xs[0], ys[0], xs[1], ys[1])


def _matrix(operands: list[Any]) -> Matrix:
    a, b, c, d, e, f = (float(value) for value in operands)
    return (a, b, c, d, e, f)
