"""What one call reads of its documents once for all that asks for it: hundreds of rules, and the reports."""

from __future__ import annotations

from collections.abc import Callable

from redact.judge.outline import Outline, outline_of
from redact.values.plain import PlainReading
from redact.values.text import Document

__all__ = ["Once"]


class Once:
    """Keeps what was made of each document of a call; it lives as long as the call."""

    def __init__(self) -> None:
        self._outlines: dict[str, tuple[Document, Outline]] = {}
        self._plain: dict[tuple[str, str], PlainReading] = {}

    def outline(self, document: Document) -> Outline:
        """Give the headings, sentences and tables of a document."""
        found = self._outlines.get(document.id)
        if found is None or found[0] is not document:  # another one of the same id is read anew
            found = document, outline_of(document)
            self._outlines[document.id] = found
        return found[1]

    def plain(self, document: Document, rule: str, make: Callable[[], PlainReading]) -> PlainReading:
        """Give how hard a document is to read by a rule, made when it is asked for the first time.

        Args:
            rule: the id of the rule; empty for none.
        """
        key = document.id, rule
        if key not in self._plain:
            self._plain[key] = make()
        return self._plain[key]

    def plain_already(self, document: Document) -> PlainReading | None:
        """Give how hard a document is to read by the rule that was held against it; none where none was."""
        made = (one for (id_, rule), one in self._plain.items() if id_ == document.id and rule)
        return next(made, None)
