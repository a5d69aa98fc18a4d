"""The text of a document with its findings marked, and the filters over them; for the owner only.

Each mark says in words what it is, so that nothing hangs on its colour. The filters are shown by the
script alone: without it, the whole text stands there.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from redact.report.html.findings import Page
from redact.report.html.marking import Mark, key_of, kind_of
from redact.report.html.markup import Markup, element, hidden, join
from redact.values.checking import CheckRun
from redact.values.judgement import Finding, Severity
from redact.values.people import Label
from redact.values.text import Document, Part, Passage

__all__ = ["filters", "reading"]

_STATES = {
    Severity.BLOCK: "must be changed",
    Severity.ASK: "to be decided",
    Severity.NOTE: "only noted",
}


def reading(document: Document, page: Page) -> Markup:
    """Write the passages in reading order, each table together, with a mark at each finding."""
    heading = element("h3", "The text with its findings", id=f"document-{page.number}-text")
    blocks = groupby(document.passages, key=_table)
    pieces = [
        _cells(list(passages), page) if table is not None else join(_passage(p, page) for p in passages)
        for table, passages in blocks
    ]
    # A region that scrolls or is long needs a name; the heading gives it one.
    text = element("div", *pieces, class_="text")
    return join([heading, _legend(), text])


def filters(run: CheckRun) -> Markup:
    """Offer each person and thing, and each kind, that was found in any document."""
    found = [f for checked in run.documents if checked.judgement for f in checked.judgement.findings]
    names = {entity.id: entity.names for entity in run.entities}
    things: dict[str, str] = {}
    for finding in sorted(found, key=_by_number):
        known = names.get(finding.entity or "", ())
        things.setdefault(key_of(finding), " ".join([finding.masked, *known[:1]]))
    kinds = {kind_of(finding): _kind_words(finding) for finding in sorted(found, key=kind_of)}
    return element(
        "fieldset",
        element("legend", "Show only"),
        _choice("filter-who", "Person or thing", "everybody and everything", things),
        _choice("filter-kind", "Kind", "every kind", kinds),
        element(
            "p",
            element("input", type="checkbox", id="filter-found"),
            element("label", "only paragraphs with a finding", for_="filter-found"),
        ),
        element("p", "", role="status", id="filter-status"),
        id="filters",
        hidden=True,
    )


def _choice(id_: str, words: str, all_words: str, options: dict[str, str]) -> Markup:
    made = [element("option", all_words, value="")]
    made += [element("option", label, value=value) for value, label in options.items()]
    return element("p", element("label", words, for_=id_), element("select", *made, id=id_))


def _by_number(finding: Finding) -> tuple[str, int]:
    words, _, number = finding.masked.strip("[]").rpartition(" ")
    return words, int(number) if number.isdecimal() else 0


def _kind_words(finding: Finding) -> str:
    return Label(finding.label).words if finding.label in {label.value for label in Label} else "other"


def _legend() -> Markup:
    items = [
        element("li", element("mark", "words", class_=severity.value), f" {state}")
        for severity, state in _STATES.items()
    ]
    return element("ul", *items, class_="legend")


def _table(passage: Passage) -> tuple[int | None, bool] | None:
    """Name the table in which a passage stands; none for what stands in no cell."""
    location = passage.location
    in_cell = location.part is Part.TABLE and location.cell is not None
    return (location.block, passage.apart) if in_cell else None


def _cells(passages: list[Passage], page: Page) -> Markup:
    """Write a table row by row; its cells wrap on a narrow screen."""
    label = page.places.of_passage(passages[0]).partition(", row")[0]
    rows = [
        element("div", *(_cell(passage, page) for passage in cells), class_="row")
        for _, cells in groupby(
            passages, key=lambda passage: passage.location.cell and passage.location.cell[0]
        )
    ]
    return element("div", element("p", label, class_="part"), *rows, class_="cells")


def _cell(passage: Passage, page: Page) -> Markup:
    return element("p", *_marked(passage, page), class_="cell passage")


def _passage(passage: Passage, page: Page) -> Markup:
    if not passage.text.strip():
        return Markup("")
    label: list[Markup] = []
    if passage.location.part is not Part.BODY:
        words = "name of the file" if passage.apart else page.places.of_passage(passage)
        label = [element("span", f"{words}: ", class_="part")]
    shown = "passage" if passage.heading_level is None else "passage title"
    return element("p", *label, *_marked(passage, page), class_=shown)


def _marked(passage: Passage, page: Page) -> Iterable[Markup]:
    at = 0
    for mark in page.marks.of(passage.id) if page.marks is not None else ():
        yield join([passage.text[at : mark.start]])
        yield _mark(mark, passage.text[mark.start : mark.end])
        at = mark.end
    yield join([passage.text[at:]])


def _mark(mark: Mark, words: str) -> Markup:
    masks = " and ".join(dict.fromkeys(finding.masked for finding in mark.findings))
    return element(
        "mark",
        element("bdi", words),
        element("span", masks, class_="tag"),
        hidden(f" ({_STATES[mark.severity]})"),
        id=mark.id,
        class_=mark.severity.value,
        data_who=" ".join(dict.fromkeys(key_of(finding) for finding in mark.findings)),
        data_kind=" ".join(dict.fromkeys(kind_of(finding) for finding in mark.findings)),
    )
