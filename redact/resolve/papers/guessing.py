"""Papers whose tables have no headings, and lists of names with their labels, line by line.

What each column holds is told by what stands in most of its cells. It is a guess, and each row says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from redact.resolve.lists import particles, titles
from redact.resolve.papers.cells import born_of, is_empty, is_label, names_of
from redact.resolve.papers.headings import heading_of, relation_of, role_of
from redact.resolve.papers.tables import Rows
from redact.values.text import Document, Part

__all__ = ["naming_lists", "with_guessed_headings"]

_MOST = 0.75  # of the filled cells of a column must be of one sort
_FEWEST = 2
_MOST_WORDS = 5
_LINE = re.compile(
    r"[\s\u2022*\u00b7-]*(?P<one>[^\n:=\u2013\u2014\t]{2,60}?)\s*(?:\s[-\u2013\u2014]\s|[:=\u2013\u2014])\s*"
    r"(?P<other>[^\n:=\t]{2,60}?)[\s.;,]*"
)
_HAS_MARK = re.compile(r".*(?:\d|\b[A-Za-z])")


def with_guessed_headings(rows: Rows) -> Rows | None:
    """Give a table with a row of headings on top, by what its columns hold; none where that is not told."""
    width = max(map(len, rows), default=0)
    sorts = [_sort([row[at] for row in rows if at < len(row)]) for at in range(width)]
    names = sorts.count("name") == 1
    telling = any(sort in ("relationship", "role", "pseudonym") for sort in sorts)
    return (tuple(sort or "" for sort in sorts), *rows) if names and telling else None


def naming_lists(document: Document) -> Iterator[Rows]:
    """Give each list of lines that have a name on one side and a label on the other, as a table."""
    listed: list[tuple[str, str]] = []
    for passage in document.passages:
        if passage.location.part is not Part.BODY or passage.focus:
            continue
        for line in passage.text.split("\n"):
            pair = _pair(line)
            if pair is not None:
                listed.append(pair)
            elif line.strip():
                yield from _closed(listed)
                listed = []
    yield from _closed(listed)


# ------------------------------------------------------------------ private


def _sort(cells: list[str]) -> str | None:
    """Give the heading that a column would have by what most of its filled cells hold."""
    filled = [cell for cell in cells if not is_empty(cell)]
    sorts: tuple[tuple[str, Callable[[str], bool]], ...] = (
        ("relationship", lambda cell: relation_of(cell) is not None),
        ("role", role_of),
        ("pseudonym", is_label),
        ("date of birth", lambda cell: born_of(cell)[0] is not None and len(cell) < 20),
        ("name", _is_name),
    )
    fitting = (sort for sort, is_such in sorts if sum(map(is_such, filled)) >= _MOST * len(filled))
    found = next(fitting, None) if filled else None
    return found if len(filled) >= _FEWEST or found == "date of birth" else None


def _is_name(cell: str) -> bool:
    """Tell whether a cell holds a few words that all begin with a capital, and are no heading."""
    if heading_of(cell) is not None or is_label(cell) or role_of(cell) or any(map(str.isdigit, cell)):
        return False
    said = [name.text for name in names_of(cell)[0][:1]]
    words = [word for text in said for word in text.replace(",", " ").split()]
    small = particles() | titles()
    named = [word for word in words if word.casefold() not in small]
    return 1 < len(words) <= _MOST_WORDS and all(word[:1].isupper() for word in named)


def _pair(line: str) -> tuple[str, str] | None:
    """Give a line's name and its label; none where it has not both."""
    found = _LINE.fullmatch(line)
    if found is None:
        return None
    one, other = found["one"], found["other"]
    if is_label(one) != is_label(other):
        label, name = (one, other) if is_label(one) else (other, one)
        if _is_name(name):
            return name, label
    return None


def _closed(listed: list[tuple[str, str]]) -> Iterator[Rows]:
    """Make a table of a list: words for kin are labels only where another of them has a mark."""
    if len(listed) < _FEWEST:
        return
    labels = any(_HAS_MARK.fullmatch(label) for _, label in listed)
    yield (("Name", "Pseudonym" if labels else "Relationship"), *listed)
