"""The sheet on which the secret of a board's recovery is kept: words, the secret, and a QR code of it."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape

__all__ = ["as_svg", "as_text"]

_GROUP = 19  # characters of the secret in a line: four lines, as it is typed back
_BORDER = 4  # modules of white around a QR code, as its standard asks
_WIDTH, _HEIGHT, _MARGIN = 210, 297, 25  # millimetres of a page of A4
_CODE_WIDTH = 90


def as_text(secret: str, case: str, revision: int, *, blocks: bool) -> str:
    """Write the sheet for a screen from which it is printed.

    Args:
        blocks: the screen knows half blocks; else a sign of the code is two number signs wide.
    """
    lines = [*_words(case, revision), "", *_lines_of(secret), "", *_code(secret, blocks=blocks), "", *_ends()]
    return "\n".join(lines) + "\n"


def as_svg(secret: str, case: str, revision: int) -> bytes:
    """Write the sheet as a page to print; the same bytes each time."""
    rows = _modules(secret)
    size = _CODE_WIDTH / len(rows)
    squares = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark)
    texts = [*((line, "sans-serif", 5.0) for line in _words(case, revision)), ("", "sans-serif", 5.0)]
    texts += [(line, "monospace", 7.0) for line in _lines_of(secret)]
    drawn, at = [], float(_MARGIN)
    for line, family, height in texts:
        at += height * 1.5
        drawn.append(_line(line, at, family, height))
    code = f'<g transform="translate({_MARGIN} {at + 5:g}) scale({size:g})"><path d="{squares}"/></g>'
    at += 5 + _CODE_WIDTH
    for line in _ends():
        at += 7
        drawn.append(_line(line, at, "sans-serif", 4.0))
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}mm" height="{_HEIGHT}mm" '
        f'viewBox="0 0 {_WIDTH} {_HEIGHT}"><rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/>'
    )
    return (head + "".join(drawn) + code + "</svg>\n").encode("utf-8")


# ------------------------------------------------------------------ private


def _words(case: str, revision: int) -> tuple[str, ...]:
    return (
        f"Recovery of case {case}, from revision {revision} on",
        "Whoever has this opens the key of the case. Keep it in a sealed envelope.",
    )


def _ends() -> tuple[str, ...]:
    return (
        "With redact: redact key recover.",
        "With age: age --decrypt --identity (a file with this, in one line) (the key)",
    )


def _lines_of(secret: str) -> list[str]:
    return [secret[at : at + _GROUP] for at in range(0, len(secret), _GROUP)]


def _modules(secret: str) -> list[list[bool]]:
    import segno

    code = segno.make_qr(secret, error="m")
    return [[bool(dark) for dark in row] for row in code.matrix_iter(border=_BORDER)]


def _code(secret: str, *, blocks: bool) -> list[str]:
    rows = _modules(secret)
    if not blocks:
        return ["".join("##" if dark else "  " for dark in row).rstrip() for row in rows]
    rows += [[False] * len(rows[0])] if len(rows) % 2 else []
    return [_halves(upper, lower) for upper, lower in zip(rows[::2], rows[1::2], strict=True)]


def _halves(upper: Sequence[bool], lower: Sequence[bool]) -> str:
    signs = {(True, True): "\u2588", (True, False): "\u2580", (False, True): "\u2584", (False, False): " "}
    return "".join(signs[pair] for pair in zip(upper, lower, strict=True)).rstrip()


def _line(text: str, at: float, family: str, height: float) -> str:
    return (
        f'<text x="{_MARGIN}" y="{at:g}" font-family="{family}" font-size="{height:g}">{escape(text)}</text>'
    )
