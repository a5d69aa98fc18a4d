"""What is found beside the text of the pages, gathered first and handed to the builder in one order."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from redact.formats.building import DocumentBuilder
from redact.values.text import Location, Part

__all__ = ["Gathering", "plain_text", "strings_in"]

SAVE_WITHOUT = "Print it to a new PDF, which leaves this out, and check that file."
_MOST_NESTED = 40
_HALF = re.compile("[\ud800-\udfff]")  # half a character: nothing later could write it


class Gathering:
    """Texts and gaps in the order in which they were found; the same text of one part is kept once."""

    def __init__(self, reader: str | None = None) -> None:
        """Begin; `reader` reads pictures, where there is one (see `formats.ocr.engine`)."""
        self.reader = reader
        self.scans: set[int] = set()  # pages without text that were read whole as they are seen
        self._texts: dict[tuple[Part, str], Location] = {}
        self._gaps: list[tuple[Location, str, str, bytes]] = []
        self._traces: dict[tuple[Location, str], bytes] = {}

    def text(self, text: str | None, part: Part, place: str, page: int | None = None) -> None:
        """Keep a text; white space is nothing."""
        if text and text.strip():
            text = _HALF.sub("\ufffd", text)
            self._texts.setdefault((part, text), Location(part, place, page))

    @property
    def texts(self) -> list[str]:
        """Every text that was kept until now, in order."""
        return [text for _, text in self._texts]

    def holds(self, text: str) -> bool:
        """Tell whether a text is kept already, in whatever part."""
        return any(text == kept for _, kept in self._texts)

    def gap(
        self,
        part: Part,
        place: str,
        what: str,
        content: bytes,
        *,
        page: int | None = None,
        remedy: str = SAVE_WITHOUT,
    ) -> None:
        """Keep a gap; `what` and `remedy` are our own words, `content` the bytes that were not read."""
        self._gaps.append((Location(part, place, page), what, remedy, content))

    def trace(self, part: Part, place: str, what: str, content: bytes, *, page: int | None = None) -> None:
        """Keep a trace; `what` is our own words. The same at the same place is kept once."""
        self._traces.setdefault((Location(part, place, page), what), content)

    def hand_over(self, builder: DocumentBuilder) -> None:
        """Give everything to the builder, gaps and traces by page."""
        for (part, text), location in self._texts.items():
            builder.passage(
                text, Location(part, location.place, location.page, builder.next_block(part)), lead="\n"
            )
        for location, what, remedy, content in sorted(self._gaps, key=lambda gap: gap[0].page or 1 << 30):
            builder.gap(location, what, remedy, content)
        for (location, what), content in sorted(
            self._traces.items(), key=lambda one: one[0][0].page or 1 << 30
        ):
            builder.trace(location, what, content)


def plain_text(value: Any) -> str | None:
    """Give the text of a pdf string, or of a stream that stands for one; None for anything else."""
    import pikepdf

    if isinstance(value, pikepdf.String):
        return str(value)
    if isinstance(value, pikepdf.Stream):
        data = value.read_bytes()
        if data.startswith((b"\xfe\xff", b"\xff\xfe")):
            return data.decode("utf-16", "replace")
        return data.decode("utf-8", "replace")
    return None


def strings_in(value: Any, depth: int = 0) -> Iterable[str]:
    """Give every string in a direct object, in its arrays and dictionaries, but not across references."""
    import pikepdf

    if isinstance(value, pikepdf.String):
        yield str(value)
    elif depth < _MOST_NESTED and isinstance(value, pikepdf.Array | pikepdf.Dictionary):
        items = [item for _, item in value.items()] if isinstance(value, pikepdf.Dictionary) else list(value)
        for item in items:
            if not getattr(item, "is_indirect", False):
                yield from strings_in(item, depth + 1)
