"""The sheet of a recovery holds the secret in letters and in a QR code, and nothing of anybody."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import segno

from redact.keystore.identity import generate
from redact.report.recovery_sheet import as_svg, as_text

SECRET = generate("Recovery of case K7", "recovery on paper").age_secret


def modules(secret: str = SECRET) -> list[list[bool]]:
    return [[bool(dark) for dark in row] for row in segno.make_qr(secret, error="m").matrix_iter(border=4)]


def test_the_secret_stands_in_lines_that_are_typed_back() -> None:
    for blocks in (False, True):
        lines = as_text(SECRET, "K7", 4, blocks=blocks).splitlines()
        assert "case K7, from revision 4" in lines[0]
        assert "".join(line for line in lines[3:] if re.fullmatch("[A-Z0-9-]+", line)) == SECRET


def test_the_code_on_a_screen_is_that_of_the_secret() -> None:
    wide = [line for line in as_text(SECRET, "K7", 4, blocks=False).splitlines() if "##" in line]
    rows = [row for row in modules() if any(row)]
    size = len(rows[0]) * 2
    assert [[line.ljust(size)[at] == "#" for at in range(0, size, 2)] for line in wide] == rows
    narrow = as_text(SECRET, "K7", 4, blocks=True).splitlines()
    halves = [line for line in narrow if set(line) & set("\u2588\u2580\u2584")]
    dark = sum({"\u2588": 2, "\u2580": 1, "\u2584": 1}.get(sign, 0) for line in halves for sign in line)
    assert dark == sum(map(sum, rows))


def test_the_page_is_well_formed_and_its_code_is_that_of_the_secret() -> None:
    page = as_svg(SECRET, "K7", 4)
    assert page == as_svg(SECRET, "K7", 4)
    root = ElementTree.fromstring(page)
    texts = [one.text for one in root.iter("{http://www.w3.org/2000/svg}text")]
    assert SECRET in "".join(text or "" for text in texts)
    (path,) = root.iter("{http://www.w3.org/2000/svg}path")
    squares = {(int(x), int(y)) for x, y in re.findall(r"M(\d+) (\d+)h1v1h-1z", path.get("d") or "")}
    assert squares == {(x, y) for y, row in enumerate(modules()) for x, dark in enumerate(row) if dark}
    assert b"http" not in page.replace(b"http://www.w3.org/2000/svg", b"")
