"""What a pdf says of its structure, for those who do not see it.

Judged are title, language, tags and what they say (headings, header cells, descriptions, the order of
reading), bookmarks, the words of links and letters that can be read out. What cannot be looked at keeps its
reason. What remains: whether tags, descriptions and order are *right*, a person says.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from redact.formats.accessible import (
    MANY_WORDS,
    NO_HEADINGS,
    Seen,
    fault_of_description,
    fault_of_language,
    fault_of_title,
    faults_of_links,
    left_out_levels,
)
from redact.formats.pdf.contents import pages
from redact.formats.pdf.link_words import MAX_LINKS, links_of
from redact.formats.pdf.tag_order import look_at_order
from redact.formats.pdf.tags import Element, Id, Tags, read_tags
from redact.formats.pdf.titles import has_outline, title_is_shown, title_of
from redact.values.access import Access, AccessNeed
from redact.values.text import Document, Location, Part

__all__ = ["Read", "access_of"]

# Adobe Acrobat's own check asks for bookmarks from so many pages on.
BOOKMARKS_FROM = 21
_ENCRYPTED = "the file is protected, which programs that read aloud may not get past"
_MENDED = "the file is damaged, and what mends it differs from program to program"
_SCAN = "its pages are pictures"
_NO_TAGS = "the file has no tags"
_TOO_MANY = "the file holds more tags than are looked at, or they run in a circle"
_MISSHAPEN = "what the file says of its structure is not what its place asks for"
_WRONG_SHAPE = (TypeError, ValueError, KeyError, IndexError, AttributeError, ArithmeticError, RuntimeError)
_PICTURES = {"/Figure": "a picture", "/Formula": "a formula"}
_OF_TAGS = (AccessNeed.HEADINGS, AccessNeed.HEADING_ORDER, AccessNeed.HEADER_ROWS, AccessNeed.ALT_TEXT)


@dataclass(frozen=True, slots=True)
class Read:
    """What the reader knows of a file by now.

    `sizes` are the bytes of each page's content; `pictured` the pages that show a picture and no text;
    `strange` are the fonts that do not say which letters their shapes are.
    """

    pdf: Any
    data: bytes = field(repr=False)
    document: Document = field(repr=False)
    sizes: Sequence[int]
    pictured: Sequence[int]
    strange: Sequence[Any]
    mended: bool


def access_of(read: Read) -> Access:
    """Judge a file that was read; one whose tags are of no shape that tags have is not judged."""
    import pikepdf

    why = _ENCRYPTED if read.pdf.is_encrypted else _MENDED if read.mended else None
    try:
        if why is None:
            return _judged(read)
    except (pikepdf.PdfError, pikepdf.DataDecodingError, RecursionError, *_WRONG_SHAPE):
        why = _MISSHAPEN
    seen = Seen()
    seen.unjudged(why, *AccessNeed)
    return seen.access()


def _judged(read: Read) -> Access:
    seen = Seen()
    tags = read_tags(read.pdf) if _is_marked(read.pdf) else None
    _beside(read, tags, seen)
    _letters(read, seen)
    if tags is None:
        because = "the file has no tags, which say what is a heading, a table or a picture"
        seen.barrier(AccessNeed.TAGGED, Location(Part.BODY), because)
        seen.unjudged(_NO_TAGS, *_OF_TAGS, AccessNeed.READING_ORDER)
    elif not tags.whole:
        seen.unjudged(_TOO_MANY, AccessNeed.TAGGED, *_OF_TAGS, AccessNeed.READING_ORDER)
    else:
        _tagged(read, tags, seen)
    _links(read, seen)
    return seen.access()


def _is_marked(pdf: Any) -> bool:
    import pikepdf

    marks = pdf.Root.get("/MarkInfo")
    said: Any = marks.get("/Marked") if isinstance(marks, pikepdf.Dictionary) else None
    return isinstance(said, bool) and said


def _beside(read: Read, tags: Tags | None, seen: Seen) -> None:
    """Judge what the file says of itself as a whole."""
    import pikepdf

    seen.judged(AccessNeed.TITLE, AccessNeed.LANGUAGE, AccessNeed.TITLE_SHOWN, AccessNeed.BOOKMARKS)
    because = fault_of_title(title_of(read.pdf))
    if because:
        seen.barrier(AccessNeed.TITLE, Location(Part.PROPERTY, "P17"), because)
    if not title_is_shown(read.pdf):
        because = "the file's name is shown to its readers in place of its title"
        seen.barrier(AccessNeed.TITLE_SHOWN, Location(Part.PROPERTY), because)
    said = read.pdf.Root.get("/Lang")
    language = str(said) if isinstance(said, pikepdf.String) else tags.language if tags else None
    texts = (one.text for one in read.document.passages if one.location.part in (Part.BODY, Part.TABLE))
    because = fault_of_language(language, texts)
    if because:
        seen.barrier(AccessNeed.LANGUAGE, Location(Part.PROPERTY), because)
    count = len(read.sizes)
    if count >= BOOKMARKS_FROM and not has_outline(read.pdf):
        because = f"the file has {count:,} pages and no bookmarks"
        seen.barrier(AccessNeed.BOOKMARKS, Location(Part.OUTLINE, "P23"), because)


def _letters(read: Read, seen: Seen) -> None:
    """Judge whether the letters of the pages can be read out."""
    for page in _pages_of(read.strange, read.pdf):
        because = "a font does not say which letters its shapes are"
        seen.barrier(AccessNeed.FONT_TEXT, Location(Part.BODY, "P16", page), because)
    if read.pictured:
        number = len(read.pictured)
        because = (
            "a page is a picture without text"
            if number == 1
            else f"{number:,} pages are pictures without text"
        )
        seen.barrier(AccessNeed.FONT_TEXT, Location(Part.BODY, "P34", read.pictured[0]), because)
    recognised = [trace for trace in read.document.traces if trace.location.place == "P12"]
    if recognised:
        why = "its pages are pictures, and a program has guessed the words under them"
        seen.unjudged(why, AccessNeed.FONT_TEXT)
    seen.judged(AccessNeed.FONT_TEXT)


def _pages_of(fonts: Sequence[Any], pdf: Any) -> list[int | None]:
    """Give the page on which each font is named first; None for those that no page names itself."""
    first: dict[Id, int] = {}
    for number, _, resources in pages(pdf) if fonts else ():
        held = resources.get("/Font")
        for _, font in held.items() if held is not None else ():
            first.setdefault(font.objgen, number)
    return sorted({first.get(font.objgen) for font in fonts}, key=lambda number: number or 0)


def _links(read: Read, seen: Seen) -> None:
    links = links_of(read.pdf, read.data, read.document)
    if links is None:
        seen.unjudged(f"the file has more than {MAX_LINKS:,} links", AccessNeed.LINK_TEXT)
        return
    if len(read.pictured) == len(read.sizes):
        seen.unjudged(_SCAN, AccessNeed.LINK_TEXT)
        return
    seen.judged(AccessNeed.LINK_TEXT)
    for link, because in faults_of_links(links):
        seen.barrier(AccessNeed.LINK_TEXT, link.location, because, link.span)


# ------------------------------------------------------------------ tags


def _tagged(read: Read, tags: Tags, seen: Seen) -> None:
    """Judge what the tags say, and whether all that is drawn is in them."""
    if len(read.pictured) == len(read.sizes):
        seen.unjudged(_SCAN, AccessNeed.TAGGED, *_OF_TAGS, AccessNeed.READING_ORDER)
        return
    numbers = {page.objgen: number for number, page, _ in pages(read.pdf)}
    seen.judged(AccessNeed.TAGGED, *_OF_TAGS)
    _headings(read, tags, numbers, seen)
    _described(tags, numbers, seen)
    _tables(tags, numbers, seen)
    _order(read, tags, seen)


def _headings(read: Read, tags: Tags, numbers: dict[Id, int], seen: Seen) -> None:
    headings = [one for one in tags.elements if one.filled and one.is_heading]
    if not headings:
        body = [one for one in read.document.passages if one.location.part in (Part.BODY, Part.TABLE)]
        words = sum(len(one.text.split()) for one in body if not one.apart)
        looking = [one for one in body if one.heading_level is not None]
        if len(looking) > 1:
            because = f"{len(looking):,} lines look like headings, and no tag says that they are"
            seen.barrier(AccessNeed.HEADINGS, looking[0].location, because)
        elif words > MANY_WORDS:
            because = f"the document has {words:,} words and no heading"
            seen.barrier(AccessNeed.HEADINGS, Location(Part.BODY), because)
        if len(looking) > 1 or words > MANY_WORDS:
            seen.unjudged(NO_HEADINGS, AccessNeed.HEADING_ORDER)
    levelled = [one for one in headings if one.level is not None]
    for at, because in left_out_levels(one.level or 1 for one in levelled):
        seen.barrier(AccessNeed.HEADING_ORDER, _where(levelled[at], numbers, Part.BODY, None), because)


def _described(tags: Tags, numbers: dict[Id, int], seen: Seen) -> None:
    around = _around_described(tags)
    for number, one in enumerate(tags.elements):
        # Also one in which nothing stands: LibreOffice draws the picture beside it.
        if one.kind not in _PICTURES or (number in around and not one.words):
            continue
        above = tags.elements[one.parent] if one.parent >= 0 else None
        if above is not None and above.kind == "/Figure" and above.words:
            continue  # a part of a picture that is described as a whole
        because = fault_of_description(one.words)
        if because:
            where = _where(one, numbers, Part.IMAGE, "P15")
            seen.barrier(AccessNeed.ALT_TEXT, where, f"{_PICTURES[one.kind]} {because}")


def _around_described(tags: Tags) -> set[int]:
    """Give the pictures that are put around others with words: browsers tag one with its caption so."""
    found: set[int] = set()
    for one in tags.elements:
        if one.kind in _PICTURES and one.words:
            above = one.parent
            while above >= 0 and tags.elements[above].kind in ("/NonStruct", "/Div", "/Span", "/P"):
                above = tags.elements[above].parent
            found.add(above)
    return found


def _tables(tags: Tags, numbers: dict[Id, int], seen: Seen) -> None:
    heads: set[int] = set()
    rows: Counter[int] = Counter()
    widest: Counter[int] = Counter()
    cells: Counter[int] = Counter()  # of each row
    for one in tags.elements:
        if one.kind == "/TR" and one.table >= 0:
            rows[one.table] += 1
        elif one.kind in ("/TH", "/TD") and one.table >= 0 and one.parent >= 0:
            cells[one.parent] += 1
            widest[one.table] = max(widest[one.table], cells[one.parent])
            if one.kind == "/TH":
                heads.add(one.table)
    for table, number in rows.items():
        if number > 1 and widest[table] > 1 and table not in heads:
            where = _where(tags.elements[table], numbers, Part.TABLE, None)
            because = "a table has no cell that is tagged as a header"
            seen.barrier(AccessNeed.HEADER_ROWS, where, because)


def _order(read: Read, tags: Tags, seen: Seen) -> None:
    looked = list(look_at_order(read.pdf, tags, read.sizes))
    stray = [one.number for one in looked if one.untagged]
    if stray:
        because = f"{_pages(stray)} text or a picture that is in no tag, and is not marked as mere decoration"
        seen.barrier(AccessNeed.TAGGED, Location(Part.BODY, None, stray[0]), because)
    mixed = [one.number for one in looked if not one.ordered]
    if mixed:
        because = f"{_pages(mixed)} its text in another order than that of the tags"
        seen.barrier(AccessNeed.READING_ORDER, Location(Part.BODY, None, mixed[0]), because)
    for number, page, _ in pages(read.pdf):
        if _has_fields(page) and page.get("/Tabs") != "/S":
            because = "the fields of a page are not gone through in the order of the tags"
            seen.barrier(AccessNeed.READING_ORDER, Location(Part.FORM_FIELD, "P22", number), because)
    if all(one.looked_at for one in looked):
        seen.judged(AccessNeed.READING_ORDER)
    else:
        why = "a page draws more than is looked at"
        seen.unjudged(why, AccessNeed.TAGGED, AccessNeed.READING_ORDER)


def _pages(numbers: Sequence[int]) -> str:
    return "a page draws" if len(numbers) == 1 else f"{len(numbers):,} pages draw"


def _has_fields(page: Any) -> bool:
    import pikepdf

    held = page.get("/Annots")
    return isinstance(held, pikepdf.Array) and any(
        isinstance(one, pikepdf.Dictionary) and one.get("/Subtype") == "/Widget" for one in held
    )


def _where(element: Element, numbers: dict[Id, int], part: Part, place: str | None) -> Location:
    return Location(part, place, numbers.get(element.page) if element.page else None)
