"""What a Word document says of its structure, for those who do not see it: read from what was parsed already.

Judged are title, language, headings and their order, header rows, descriptions and the words of links; in the
body, the footnotes and the endnotes. What remains: pictures in headers and footers, which no screen reader
stops at, and whether what is said is also true.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from redact.formats.accessible import (
    MANY_WORDS,
    NO_HEADINGS,
    Seen,
    fault_of_language,
    fault_of_title,
    left_out_levels,
)
from redact.formats.word.access_looks import Bold, language_of, title_styles
from redact.formats.word.access_objects import look_at_objects
from redact.formats.word.access_places import Places
from redact.formats.word.markup import MC, Element, W, local, number, switched_on, val
from redact.formats.word.reading import Reading
from redact.values.access import Access, AccessNeed
from redact.values.text import Document, Location, Part, Passage, Span

__all__ = ["access_of", "locked"]

_NEEDS = (
    AccessNeed.TITLE,
    AccessNeed.LANGUAGE,
    AccessNeed.HEADINGS,
    AccessNeed.HEADING_ORDER,
    AccessNeed.HEADER_ROWS,
    AccessNeed.ALT_TEXT,
    AccessNeed.LINK_TEXT,
)
_LOCKED = "the file is locked with a password, which programs that read aloud may not get past"
_NO_TEXT = "the document holds no text"
_FAKES = 2  # bold lines that look like headings; one alone may be a title
_LONGEST_HEADING = 100  # characters
_LEAST_WORDS = 8  # of the paragraph under a heading
_ENDS = (".", ",", ";", ":", "?", "!")
_FIRST_COLUMN, _FIRST_ROW = 0x80, 0x20  # bits of w:tblLook


@dataclass(frozen=True, slots=True)
class _Heading:
    passage: Passage
    level: int
    is_title: bool


def locked() -> Access:
    """Say of a document that is locked with a password that none of it could be judged."""
    seen = Seen()
    seen.unjudged(_LOCKED, *_NEEDS)
    return seen.access()


def access_of(reading: Reading, document: Document) -> Access:
    """Judge a document that was read; its passages are those of `reading`, numbered from 1."""
    seen = Seen()
    places = Places(reading, document)
    root = reading.tree(reading.parts.main)
    body = [one for one in document.passages if one.location.part in (Part.BODY, Part.TABLE)]
    _title(reading, seen)
    _language(reading, body, seen)
    _headings(reading, body, places, seen)
    _tables(root, places, seen)
    look_at_objects(reading, places, seen)
    return seen.access()


def _title(reading: Reading, seen: Seen) -> None:
    seen.judged(AccessNeed.TITLE)
    titles = [
        element.text
        for name in reading.parts.of_type("core-properties+xml")
        for element in reading.tree(name)
        if local(element) == "title"
    ]
    because = fault_of_title(next(iter(titles), None))
    if because:
        seen.barrier(AccessNeed.TITLE, Location(Part.PROPERTY, "D57"), because)


def _language(reading: Reading, body: Sequence[Passage], seen: Seen) -> None:
    seen.judged(AccessNeed.LANGUAGE)
    texts = [passage.text for passage in body]
    because = fault_of_language(language_of(reading, sum(map(len, texts))), texts)
    if because:
        seen.barrier(AccessNeed.LANGUAGE, Location(Part.PROPERTY), because)


# ------------------------------------------------------------------ headings


def _headings(reading: Reading, body: Sequence[Passage], places: Places, seen: Seen) -> None:
    if not body:
        seen.unjudged(_NO_TEXT, AccessNeed.HEADINGS, AccessNeed.HEADING_ORDER)
        return
    seen.judged(AccessNeed.HEADINGS, AccessNeed.HEADING_ORDER)
    titles = title_styles(reading)
    headings = [
        _Heading(one, one.heading_level, places.style_of(one) in titles)
        for one in body
        if one.heading_level is not None
    ]
    if not any(not one.is_title for one in headings):
        _no_headings(reading, body, places, seen)
        return
    for at, because in left_out_levels(one.level for one in headings):
        _at(AccessNeed.HEADING_ORDER, headings[at].passage, because, seen)


def _no_headings(reading: Reading, body: Sequence[Passage], places: Places, seen: Seen) -> None:
    """Say of a document without a heading what stands in place of them, or that it needs some."""
    fakes = list(_bold_lines(reading, body, places))
    words = sum(len(one.text.split()) for one in body)
    if len(fakes) >= _FAKES:
        because = f"{len(fakes):,} lines are set in bold as if they were headings, and none is one"
        _at(AccessNeed.HEADINGS, fakes[0], because, seen)
    elif words > MANY_WORDS:
        because = f"the document has {words:,} words and no heading"
        seen.barrier(AccessNeed.HEADINGS, Location(Part.BODY), because)
    if len(fakes) >= _FAKES or words > MANY_WORDS:
        seen.unjudged(NO_HEADINGS, AccessNeed.HEADING_ORDER)


def _bold_lines(reading: Reading, body: Sequence[Passage], places: Places) -> Iterator[Passage]:
    bold = Bold(reading)
    for passage, after in zip(body, [*body[1:], None], strict=True):
        text = passage.text.strip()
        paragraph = places.paragraph_of(passage)
        if (
            after is not None
            and passage.location.part is after.location.part is Part.BODY
            and passage.heading_level is None
            and len(text) <= _LONGEST_HEADING
            and not text.endswith(_ENDS)
            and any(map(str.isalpha, text))
            and len(after.text.split()) >= _LEAST_WORDS
            and paragraph is not None
            and bold.throughout(paragraph)
        ):
            yield passage


def _at(need: AccessNeed, passage: Passage, because: str, seen: Seen) -> None:
    seen.barrier(need, passage.location, because, Span(passage.id, 0, len(passage.text)))


# ------------------------------------------------------------------ tables


def _tables(root: Element, places: Places, seen: Seen) -> None:
    seen.judged(AccessNeed.HEADER_ROWS)
    for table in root.iter(W + "tbl"):
        rows = [row for row in table.iter(W + "tr") if next(row.iterancestors(W + "tbl"), None) is table]
        if len(rows) < 2 or max(map(_cells, rows)) < 2 or _is_another_version(table):
            continue  # one row or one column: it is there for the layout
        if switched_on(rows[0].find(f"{W}trPr/{W}tblHeader")) or _names_its_rows(table, rows):
            continue
        passage = places.first_in(table)
        because = "a table does not say that its first row is its header"
        if passage is None:
            seen.barrier(AccessNeed.HEADER_ROWS, Location(Part.TABLE, "D6"), because)
        else:
            _at(AccessNeed.HEADER_ROWS, passage, because, seen)


def _cells(row: Element) -> int:
    own = sum(child.tag == W + "tc" for child in row)
    return own + len(row.findall(f"{W}sdt/{W}sdtContent/{W}tc"))


def _is_another_version(table: Element) -> bool:
    """Tell whether it is what older programs show in place of something that stands there too."""
    return next(table.iterancestors(MC + "Fallback"), None) is not None


def _names_its_rows(table: Element, rows: Sequence[Element]) -> bool:
    """Tell whether the labels of a table stand in its first column: it says so, or each is a question."""
    look = table.find(f"{W}tblPr/{W}tblLook")
    if look is not None:
        bits = _bits(val(look))
        row = look.get(W + "firstRow", "1" if bits & _FIRST_ROW else "0") in ("1", "true", "on")
        column = look.get(W + "firstColumn", "1" if bits & _FIRST_COLUMN else "0") in ("1", "true", "on")
        if column and not row:
            return True
    if max(map(_cells, rows)) != 2:
        return False
    labels = ["".join(text.text or "" for text in row[_first(row)].iter(W + "t")).strip() for row in rows]
    return all(label.endswith((":", "?")) for label in labels)


def _first(row: Element) -> int:
    return next((at for at, child in enumerate(row) if child.tag in (W + "tc", W + "sdt")), 0)


def _bits(text: str | None) -> int:
    try:
        return int(text or "0", 16)
    except ValueError:
        return number(text, 0)
