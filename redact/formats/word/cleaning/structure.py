"""What surrounds text and says more than it: controls, tags, comments, links, bookmarks, marks of editing."""

from __future__ import annotations

from redact.formats.word.cleaning.ledger import Ledger
from redact.formats.word.cleaning.shears import drop, drop_empty_run, unwrap
from redact.formats.word.markup import Element, R, W, local
from redact.values.text import Part

__all__ = ["Bookmarks", "drop_marks", "unwrap_controls", "unwrap_links"]

_PROPERTIES = (W + "sdtPr", W + "sdtEndPr", W + "smartTagPr", W + "customXmlPr")
# Each with its place and what it is called in the account.
_MARKS: dict[str, tuple[str, str]] = {
    W + "commentRangeStart": ("D27", "marks of comments"),
    W + "commentRangeEnd": ("D27", "marks of comments"),
    W + "commentReference": ("D27", "comments"),
    W + "annotationRef": ("D27", "marks of comments"),
    W + "proofErr": ("D55", "marks of spelling"),
    W + "lastRenderedPageBreak": ("D55", "marks of pages"),
    W + "permStart": ("D56", "permissions to edit"),
    W + "permEnd": ("D56", "permissions to edit"),
    W + "printerSettings": ("D65", "links to settings of a printer"),
    W + "contentPart": ("D36", "handwriting"),
    W + "control": ("D36", "controls"),
    W + "movie": ("D36", "films"),
    W + "objectEmbed": ("D34", "embedded objects"),
    W + "objectLink": ("D34", "links to objects"),
    W + "divId": ("D55", "numbers of paragraphs of web pages"),
    W + "rsid": ("D55", "numbers of editing sessions"),
}


def unwrap_controls(root: Element, part: Part, ledger: Ledger) -> None:
    """Put the text of content controls, smart tags and custom XML in their place; their bindings go first."""
    for binding in list(
        root.iter(W + "dataBinding", "{http://schemas.microsoft.com/office/word/2012/wordml}dataBinding")
    ):
        ledger.remove(part, "D12", "bindings to data")
        drop(binding)
    for control in list(root.iter(W + "sdt")):
        ledger.remove(part, "D48", "content controls, whose text stays", *_values(control.find(W + "sdtPr")))
        unwrap(control, but=_PROPERTIES)
    for content in list(root.iter(W + "sdtContent")):
        unwrap(content)
    for tag in list(root.iter(W + "smartTag", W + "customXml")):
        texts = [*map(str, tag.attrib.values()), *_values(tag.find(str(tag.tag) + "Pr"))]
        ledger.remove(part, "D49", "smart tags and XML tags, whose text stays", *texts)
        unwrap(tag, but=_PROPERTIES)


def drop_marks(root: Element, part: Part, ledger: Ledger) -> None:
    """Take out marks that hold no text: of comments, spelling, pages, permissions, printers, controls."""
    for element in list(root.iter(*_MARKS)):
        place, what = _MARKS[str(element.tag)]
        ledger.remove(part, place, what, *map(str, element.attrib.values()))
        run = element.getparent()
        drop(element)
        drop_empty_run(run)


def unwrap_links(root: Element, part: Part, ledger: Ledger, bookmarks: Bookmarks) -> None:
    """Leave links to bookmarks of the document; of every other link only its text stays."""
    for link in list(root.iter(W + "hyperlink")):
        anchor = link.get(W + "anchor")
        inside = anchor is not None and link.get(R + "id") is None
        name = bookmarks.rename(anchor or "") if inside else None
        texts = [str(value) for key, value in link.attrib.items() if key not in (W + "anchor", R + "id")]
        if name is None:
            ledger.remove(part, "D45", "links, whose text stays", *texts)
            unwrap(link)
            continue
        link.attrib.clear()
        link.set(W + "anchor", name)
        link.set(W + "history", "1")
        if any(text not in ("0", "1", "true", "false") for text in texts):
            ledger.remove(part, "D45", "notes on links", *texts)


class Bookmarks:
    """All bookmarks of a document: those that something leads to get a name of ours, the others go."""

    def __init__(self, roots: list[Element]) -> None:
        self._names = {
            name
            for root in roots
            for mark in root.iter(W + "bookmarkStart")
            if (name := mark.get(W + "name"))
        }
        self._renamed: dict[str, str] = {}

    def rename(self, name: str) -> str | None:
        """Give the new name of a bookmark, and keep it; None when the document has no such bookmark."""
        if name not in self._names:
            return None
        # These are the names that Word makes itself, hidden from its list of bookmarks.
        kind = "_Toc" if name.startswith("_Toc") else "_Ref"
        return self._renamed.setdefault(name, f"{kind}{len(self._renamed) + 1:06}")

    def settle(self, root: Element, part: Part, ledger: Ledger) -> None:
        """Rename the bookmarks of one part that are led to, and take out the others with their ends."""
        kept: set[str | None] = set()
        for mark in list(root.iter(W + "bookmarkStart")):
            name = mark.get(W + "name") or ""
            if name in self._renamed:
                kept.add(mark.get(W + "id"))
                columns = {
                    key: value for key, value in mark.attrib.items() if local_name(key).startswith("col")
                }
                mark_id = mark.get(W + "id") or "0"
                mark.attrib.clear()
                mark.set(W + "id", mark_id)
                mark.set(W + "name", self._renamed[name])
                for key, value in columns.items():
                    mark.set(key, value)
                if name != self._renamed[name]:
                    ledger.remove(part, "D46", "names of bookmarks", name)
            else:
                ledger.remove(part, "D46", "bookmarks", name)
                drop(mark)
        for mark in list(root.iter(W + "bookmarkEnd")):
            if mark.get(W + "id") not in kept:
                drop(mark)


def local_name(key: str | bytes) -> str:
    """Give the name of an attribute without its namespace."""
    return str(key).rpartition("}")[2]


def _values(properties: Element | None) -> list[str]:
    """List the words in the properties of a control or tag."""
    if properties is None:
        return []
    return [
        str(value)
        for below in properties.iter()
        if local(below) in ("alias", "tag", "listItem", "docPart", "date", "attr", "dataBinding")
        for value in below.attrib.values()
    ]
