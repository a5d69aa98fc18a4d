"""What one call reads of its documents once for all that asks for it: hundreds of rules, and the reports."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar, cast

from redact.judge.outline import Outline, outline_of
from redact.values.plain import PlainReading
from redact.values.text import Document

__all__ = ["Once"]

_T = TypeVar("_T")


class Once:
    """Keeps what was made of each document of a call; it lives as long as the call."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, Hashable], tuple[Document, object]] = {}
        self._plain: dict[tuple[str, str], PlainReading] = {}

    def outline(self, document: Document) -> Outline:
        """Give the headings, sentences and tables of a document."""
        return self.of(document, "outline", lambda: outline_of(document))

    def of(self, document: Document, what: Hashable, make: Callable[[], _T]) -> _T:
        """Give what the text of a document alone says, made when it is asked for the first time.

        Args:
            what: names it, and all besides the document that it is made from.
        """
        kept = self._kept.get((document.id, what))
        if kept is None or kept[0] is not document:  # another one of the same id is read anew
            kept = document, make()
            self._kept[document.id, what] = kept
        return cast("_T", kept[1])

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
