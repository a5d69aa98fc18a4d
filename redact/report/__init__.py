"""CheckRun → text: what a person reads on the terminal or as a page, what a program reads as JSON or SARIF.

No report holds a word of a document, a file name or a path unless the caller asks for names.
`REPORTS` is the register; a new output is one module and one line in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Protocol

from redact.report import as_html, as_json, as_sarif, as_text
from redact.values.checking import CheckRun

__all__ = ["REPORTS", "Renderer", "as_html", "as_json", "as_sarif", "as_text"]


class Renderer(Protocol):
    """Writes a run; `show_names` adds words of the documents, for the owner's eyes only."""

    def __call__(self, run: CheckRun, *, show_names: bool = False) -> str:
        """Give the whole report, with a line end at its end."""
        ...


REPORTS: Mapping[str, Renderer] = MappingProxyType(
    {"text": as_text.render, "json": as_json.render, "sarif": as_sarif.render, "html": as_html.render}
)
