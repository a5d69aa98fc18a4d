"""Where in a Word document something stands that is no text: its passage and its paragraph."""

from __future__ import annotations

from redact.formats.word.markup import Element, W, val
from redact.formats.word.reading import Reading
from redact.values.text import Document, Passage

__all__ = ["Places"]


class Places:
    """Joins the elements of a document that was read with its passages."""

    def __init__(self, reading: Reading, document: Document) -> None:
        self._passages = document.passages
        self._paragraphs = reading.anchors
        self._first: dict[Element, Passage] = {}
        for number, paragraph in reading.anchors.items():
            self._first.setdefault(paragraph, document.passages[int(number) - 1])

    def numbered(self, number: str) -> Passage:
        """Give a passage by its number as the reading has it, from 1."""
        return self._passages[int(number) - 1]

    def of_paragraph(self, paragraph: Element) -> Passage | None:
        """Give the passage of a paragraph of the body; None of one without text."""
        return self._first.get(paragraph)

    def paragraph_of(self, passage: Passage) -> Element | None:
        """Give the paragraph that a passage of the body is read from."""
        return self._paragraphs.get(passage.id.rpartition(":")[2])

    def style_of(self, passage: Passage) -> str | None:
        """Give the id of the style that the paragraph of a passage names."""
        paragraph = self.paragraph_of(passage)
        return None if paragraph is None else val(paragraph.find(f"{W}pPr/{W}pStyle"))

    def first_in(self, element: Element) -> Passage | None:
        """Give the first passage below an element of the body; None where it has no text."""
        return next((self._first[one] for one in element.iter(W + "p") if one in self._first), None)
