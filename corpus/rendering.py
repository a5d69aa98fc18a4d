"""Told documents as Word files and PDFs, by the writer of the sample case, with what is hidden in them.

Beside the files stands the gold of what is hidden: `<document>.hidden.json`, a list of plants, each with
its file, place, quote, label, who and form.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from corpus.hiding import in_docx, in_pdf
from corpus.sample.story import Block, Piece, Story, Text
from corpus.sample.writing import as_docx, as_pdf
from corpus.telling.hidden import BOTH, Hidden
from corpus.telling.tell import Layout, Telling

__all__ = ["blocks_of", "rendered"]

_LEVELS = 2  # of headings that the writer knows


def rendered(telling: Telling, plants: Sequence[Hidden] = ()) -> dict[str, bytes]:
    """Give the files of a document by name, and the gold of what is hidden in them.

    A PDF has the standard fonts, which have the letters of western Europe only: where a document has
    others, it is a Word file alone.
    """
    name = telling.told.document
    story = _story(telling)
    files = {f"{name}.docx": in_docx(as_docx(story), plants, telling.told.text)}
    if _is_western(telling.told.text):
        files[f"{name}.pdf"] = in_pdf(as_pdf(story), plants)
    gold = [_gold(file, plant) for file in files for plant in plants if _holds(file, plant)]
    return {**files, f"{name}.hidden.json": (json.dumps(gold, ensure_ascii=False, indent=1) + "\n").encode()}


def _holds(file: str, plant: Hidden) -> bool:
    return not file.endswith(".pdf") or plant.place in BOTH


def _gold(file: str, plant: Hidden) -> dict[str, str]:
    return {
        "file": file,
        "place": plant.place,
        "quote": plant.quote,
        "label": plant.label,
        "who": plant.who,
        "form": plant.form,
    }


def _story(telling: Telling) -> Story:
    kind = telling.told.kind.replace("-", " ").capitalize()
    header = f"{kind}. INVENTED EXAMPLE, nobody in it lives."
    return Story(
        telling.told.document, _text(telling.told.document), _text(kind), _text("Corpus"), _text(header),
        _text("Not to be disclosed"), tuple(blocks_of(telling)),
    )  # fmt: skip


def blocks_of(telling: Telling) -> Iterator[Block]:
    """Give headings, paragraphs and tables of a told document, in their order."""
    rows: list[str] = []
    text, end = telling.told.text, 0
    for part in (*telling.layout, Layout("end", 0, (len(text), len(text)))):
        words = text[slice(*part.span)]
        # An empty line between two rows parts two tables.
        if rows and (part.kind != "row" or "\n\n" in text[end : part.span[0]]):
            yield _table(rows)
            rows = []
        end = part.span[1]
        if part.kind == "row":
            rows.append(words)
        elif part.kind == "heading":
            yield Block("heading", _text(words), min(part.level, _LEVELS))
        elif part.kind == "paragraph":
            yield Block("paragraph", _text(words))


def _table(rows: list[str]) -> Block:
    cells = [row.split("\t") for row in rows]
    columns = max(map(len, cells))
    return Block(
        "table",
        rows=tuple(tuple(map(_text, (*row, *[""] * (columns - len(row))))) for row in cells),
        heads=len(rows) > 1,
    )


def _text(words: str) -> Text:
    return Text((Piece(words),) if words else (), ())


def _is_western(text: str) -> bool:
    try:
        text.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True
