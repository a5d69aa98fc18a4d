"""The parts that hold paragraphs and that a reader sees: the body, its headers, footers, notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from redact.formats.word.cleaning.ledger import Ledger, text_of
from redact.formats.word.cleaning.packing import Kind
from redact.formats.word.cleaning.references import OFFICE_RELATION
from redact.formats.word.cleaning.shears import drop
from redact.formats.word.markup import Element, R, W, parse, switched_on
from redact.formats.word.parts import Parts
from redact.values.text import Part

__all__ = ["Story", "drop_unused_notes", "stories_of"]

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
MAIN = Kind("word/document", _WORD + "document.main+xml", OFFICE_RELATION + "officeDocument", numbered=False)
_HEADER = Kind("word/header", _WORD + "header+xml", OFFICE_RELATION + "header")
_FOOTER = Kind("word/footer", _WORD + "footer+xml", OFFICE_RELATION + "footer")
_FOOTNOTES = Kind("word/footnotes", _WORD + "footnotes+xml", OFFICE_RELATION + "footnotes", numbered=False)
_ENDNOTES = Kind("word/endnotes", _WORD + "endnotes+xml", OFFICE_RELATION + "endnotes", numbered=False)

_SECTION_LINKS = {
    W + "headerReference": (_HEADER, Part.HEADER),
    W + "footerReference": (_FOOTER, Part.FOOTER),
}
_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")  # which the settings name
_NOTES = {
    "footnotes": (_FOOTNOTES, Part.FOOTNOTE, W + "footnoteReference", W + "footnote"),
    "endnotes": (_ENDNOTES, Part.ENDNOTE, W + "endnoteReference", W + "endnote"),
}


@dataclass(slots=True)
class Story:
    """One such part: its name in the document, its tree, its kind; `new` is its name in the copy."""

    name: str
    root: Element = field(repr=False)
    part: Part
    kind: Kind
    new: str = ""


def stories_of(parts: Parts, ledger: Ledger, *, even_pages: bool) -> list[Story]:
    """Parse the body and what it shows, in reading order; headers that no page shows are cut.

    Args:
        even_pages: whether the settings give even pages headers of their own.
    """
    main = Story(parts.main, parse(parts.members[parts.main]), Part.BODY, MAIN)
    found = [main]
    first_pages = any(switched_on(mark) for mark in main.root.iter(W + "titlePg"))
    shown = {"default": True, "first": first_pages, "even": even_pages}
    for reference in list(main.root.iter(*_SECTION_LINKS)):
        kind, part = _SECTION_LINKS[str(reference.tag)]
        member = parts.target(parts.main, reference.get(R + "id"))
        if member is None or not shown.get(reference.get(W + "type", "default"), True):
            ledger.remove(part, "D17", "headers and footers of no page")
            drop(reference)
        elif all(story.name != member for story in found):
            found.append(Story(member, parse(parts.members[member]), part, kind))
    for relation, (kind, part, _, _) in _NOTES.items():
        member = parts.related(parts.main, relation)
        if member is not None:
            found.append(Story(member, parse(parts.members[member]), part, kind))
    return found


def drop_unused_notes(stories: list[Story], ledger: Ledger) -> None:
    """Take out notes that no text refers to, and references to notes that are not there."""
    for _, part, reference, note in _NOTES.values():
        used = {str(mark.get(W + "id")) for story in stories for mark in story.root.iter(reference)}
        there: set[str] = set()
        for element in _of_part(stories, part, note):
            number = str(element.get(W + "id"))
            if number in used or element.get(W + "type") in _SEPARATORS:
                there.add(number)
                continue
            ledger.remove(part, "D16", "notes that nothing refers to", text_of(element))
            drop(element)
        for story in stories:
            for mark in list(story.root.iter(reference)):
                if str(mark.get(W + "id")) not in there:
                    drop(mark)


def _of_part(stories: list[Story], part: Part, tag: str) -> Iterator[Element]:
    for story in stories:
        if story.part is part:
            yield from [element for element in story.root if element.tag == tag]
