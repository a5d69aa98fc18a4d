"""Invented documents for the tests of recognisers."""

from __future__ import annotations

from collections.abc import Sequence

from redact.formats.building import DocumentBuilder, Request
from redact.recognise.claims import Recogniser
from redact.recognise.finding import find_mentions
from redact.recognise.register import RECOGNISERS
from redact.values.people import Label, Mention
from redact.values.text import Document, Format, Location, Part

__all__ = ["BY_MODEL", "RULES", "found", "mentions_by", "table_document", "text_document", "text_of"]

# What is written down finds the same whichever model is shipped; tables of examples are held against it.
BY_MODEL = frozenset({"name-model", "model-dates", "model-organisations", "model-places", "unlisted"})
RULES = tuple(recogniser for recogniser in RECOGNISERS if recogniser.name not in BY_MODEL)
FILE_NAME = "file name: "


def text_document(text: str, *, secret: bytes = b"test", format: Format = Format.TXT) -> Document:
    """Make a document of the paragraphs of a text, parted by blank lines.

    A paragraph that begins with "file name: " becomes the file's own name.
    """
    builder = DocumentBuilder(
        Request("", secret), sha256=text.encode("utf-8", "replace").hex(), format=format
    )
    for paragraph in text.split("\n\n"):
        if paragraph.startswith(FILE_NAME):
            builder.passage(paragraph.removeprefix(FILE_NAME), Location(Part.FILE_NAME, "D70"), apart=True)
        else:
            builder.passage(paragraph, Location(Part.BODY, block=builder.next_block(Part.BODY)), lead="\n\n")
    return builder.build()


def table_document(rows: Sequence[Sequence[str]]) -> Document:
    """Make a document with one real table; a cell's paragraphs are parted by line ends."""
    builder = DocumentBuilder(Request("", b"test"), sha256=repr(rows), format=Format.DOCX)
    block = builder.next_block(Part.TABLE)
    for row, cells in enumerate(rows, 1):
        for column, cell in enumerate(cells, 1):
            for paragraph in cell.split("\n"):
                builder.passage(paragraph, Location(Part.TABLE, block=block, cell=(row, column)))
    return builder.build()


def text_of(documents: Sequence[Document], mention: Mention) -> str:
    """Give the text that a mention covers."""
    passages = {passage.id: passage for document in documents for passage in document.passages}
    return passages[mention.span.passage].text[mention.span.start : mention.span.end]


def found(
    source: str | Document, label: Label | None = None, *, recognisers: tuple[Recogniser, ...] = RULES
) -> list[str]:
    """Give the texts that the rules find in one document, in order, of one label or of all."""
    document = text_document(source) if isinstance(source, str) else source
    mentions = find_mentions([document], recognisers=recognisers)
    return [text_of([document], each) for each in mentions if label is None or each.label is label]


def mentions_by(name: str, text: str) -> list[tuple[str, Mention]]:
    """Give what the recogniser of that name found in a text when all rules look, and the model if it is that.

    A name that a rule finds is often the model's too, and then the surer of both is the one that stays.
    """
    document = text_document(text)
    recognisers = RULES if any(rule.name == name for rule in RULES) else RECOGNISERS
    return [
        (text_of([document], each), each)
        for each in find_mentions([document], recognisers=recognisers)
        if each.evidence.recogniser == name
    ]
