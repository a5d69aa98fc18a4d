"""LitBank's novels with the chains of their people, in two halves: one to tune on, the other to state.

They lie in a folder outside the repository (brat's .ann beside .txt). A mention is a proper name of a person
that is in a chain, of five words at most; the whole of a book is one document.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

from corpus.scoring.linking import GOLD, Who
from redact.values.people import Label, Mention
from redact.values.text import Document, Format, Location, Part, Passage, Span

__all__ = ["Book", "books_of", "halves"]

Book = tuple[Document, dict[Mention, Who]]

_NUMBER = re.compile(r"^\d+_")
_KIND = re.compile(r"(?:PROP|NOM|PRON)_[A-Z]+")
_LINE = re.compile(r"T\d+\t(\S+) (\d+) (\d+)\t")
_WORDS = 5


def halves(folder: Path) -> tuple[list[Path], list[Path]]:
    """Give the books that were tuned on, and those that were kept: by title, every other one."""
    books = sorted(folder.glob("*.ann"), key=lambda path: _NUMBER.sub("", path.name))
    return books[::2], books[1::2]


def books_of(paths: list[Path]) -> Iterator[Book]:
    """Read books, each with what the gold says of its mentions of people."""
    for path in paths:
        yield _book(path.with_suffix(".txt").read_text(encoding="utf-8"), path.read_text(encoding="utf-8"))


def _book(text: str, marks: str) -> Book:
    people: set[tuple[int, int]] = set()
    chains: dict[tuple[int, int], str] = {}
    for line in marks.split("\n"):
        found = _LINE.match(line)
        if found is None:
            continue
        span = int(found[2]), int(found[3])
        if found[1] == "PROP_PER":
            people.add(span)
        elif not _KIND.fullmatch(found[1]):
            chains[span] = found[1]
    lines = text.split("\n")
    starts = [0, *accumulate(len(line) + 1 for line in lines[:-1])]
    gold: dict[Mention, Who] = {}
    for start, end in sorted(people & chains.keys()):
        number = bisect_right(starts, start) - 1
        begin = start - starts[number]
        if end - starts[number] <= len(lines[number]) and len(text[start:end].split()) <= _WORDS:
            place = Span(f"book:{number}", begin, end - starts[number])
            gold[Mention(place, Label.PERSON, 1.0, GOLD)] = Who(chains[start, end])
    passages = tuple(Passage(f"book:{n}", line, Location(Part.BODY)) for n, line in enumerate(lines))
    return Document("book", "0" * 64, Format.TXT, passages, ()), gold
