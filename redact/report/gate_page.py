"""Pages that we write ourselves, letters and the certificate: the same blocks as text and as HTML.

Both hold the same words, so that what is checked of one is checked of the other. The HTML loads nothing and
runs nothing.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from itertools import groupby

from redact.report.html.markup import Markup, element, join, raw
from redact.report.wording import printable
from redact.values.gate_pack import Block

__all__ = ["as_html", "as_text"]

_WIDTH = 79
_UNDERLINES = {1: "=", 2: "-"}
_STYLE = (
    "body{font:1rem/1.5 sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem;color:#111;"
    "background:#fff;overflow-wrap:anywhere}h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:2rem}"
    "@media print{body{margin:0;max-width:none}}"
)


def as_text(blocks: Sequence[Block]) -> str:
    """Write a page as plain text of 79 columns; a digest stays in one piece."""
    return "\n".join(_lines(blocks)).strip("\n") + "\n"


def as_html(blocks: Sequence[Block], *, title: str) -> str:
    """Write a page as one file of HTML; the same bytes each time."""
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", title),
        element("style", raw(_STYLE)),
    )
    page = element("html", head, element("body", element("main", *_elements(blocks))), lang="en-GB")
    return f"<!doctype html>\n{page.html}\n"


# ------------------------------------------------------------------ private


def _lines(blocks: Sequence[Block]) -> Iterator[str]:
    before_listed = False
    for block in blocks:
        if not (block.listed and before_listed):
            yield ""
        before_listed = block.listed
        text = printable(block.text)
        if block.level:
            yield from _wrapped(text)
            yield _UNDERLINES.get(block.level, "-") * min(len(text), _WIDTH)
        elif block.listed:
            yield from _wrapped(text, first="- ", then="  ")
        else:
            yield from _wrapped(text)


def _wrapped(text: str, *, first: str = "", then: str = "") -> list[str]:
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=first,
        subsequent_indent=then,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _elements(blocks: Sequence[Block]) -> Iterator[Markup]:
    for listed, group in groupby(blocks, key=lambda block: block.listed):
        if listed:
            yield element("ul", join([element("li", block.text) for block in group]))
            continue
        for block in group:
            yield element(f"h{block.level}" if block.level else "p", block.text)
