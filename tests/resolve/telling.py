"""Documents told in a line: what stands in braces is a mention of a person."""

from __future__ import annotations

import re
from collections.abc import Sequence

from redact.resolve import resolve
from redact.values.people import Evidence, Label, Mention, Standing
from redact.values.text import Document, Format, Location, Part, Passage, Span

__all__ = ["EVIDENCE", "people", "table", "texts_of", "told"]

EVIDENCE = Evidence("tests", "1", "mark", "it is marked")
_MARKED = re.compile(r"\{([^}]*)\}")


def told(*texts: str, standing: Standing = Standing.PARTICIPANT) -> tuple[list[Document], list[Mention]]:
    """Make one document a text; an empty line parts its passages."""
    documents, mentions = [], []
    for number, text in enumerate(texts):
        passages = []
        for line, marked in enumerate(text.split("\n\n")):
            passage, own = _passage(f"{number}:{line}", marked, Location(Part.BODY), standing)
            passages.append(passage)
            mentions += own
        documents.append(Document(str(number), "0" * 64, Format.TXT, tuple(passages), ()))
    return documents, mentions


def table(*rows: Sequence[str], then: str = "") -> tuple[list[Document], list[Mention]]:
    """Make a document of one table, with a passage for each cell, and a paragraph behind it."""
    passages, mentions = [], []
    for row, cells in enumerate(rows, 1):
        for column, marked in enumerate(cells, 1):
            place = Location(Part.BODY, block=1, cell=(row, column))
            passage, own = _passage(f"0:{row}.{column}", marked, place, Standing.PARTICIPANT)
            passages.append(passage)
            mentions += own
    passage, own = _passage("0:then", then, Location(Part.BODY, block=2), Standing.PARTICIPANT)
    return [Document("0", "0" * 64, Format.DOCX, (*passages, passage), ())], mentions + own


def _passage(id_: str, marked: str, location: Location, standing: Standing) -> tuple[Passage, list[Mention]]:
    plain, at, mentions = "", 0, []
    for found in _MARKED.finditer(marked):
        plain += marked[at : found.start()]
        span = Span(id_, len(plain), len(plain) + len(found[1]))
        mentions.append(Mention(span, Label.PERSON, 0.9, EVIDENCE, standing))
        plain, at = plain + found[1], found.end()
    return Passage(id_, plain + marked[at:], location), mentions


def texts_of(documents: Sequence[Document], mentions: Sequence[Mention]) -> list[str]:
    """Give the words of each mention."""
    passages = {passage.id: passage.text for document in documents for passage in document.passages}
    return [passages[mention.span.passage][mention.span.start : mention.span.end] for mention in mentions]


def people(documents: list[Document], mentions: list[Mention]) -> tuple[list[list[str]], list[str]]:
    """Resolve; give what each person is called, in reading order, and what is unresolved."""
    resolution = resolve(mentions, documents)
    persons = [texts_of(documents, entity.mentions) for entity in resolution.entities]
    return persons, texts_of(documents, resolution.unresolved)
