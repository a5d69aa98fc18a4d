"""What looked like an identifier and was left alone: folded away, since nothing needs to be done about it."""

from __future__ import annotations

from redact.report.grouping import grouped
from redact.report.html.findings import Page
from redact.report.html.markup import Markup, element, join
from redact.report.left_alone import NOTHING_NEAR, LeftAlone
from redact.report.wording import ascii_words, count

__all__ = ["near_misses"]


def near_misses(left: tuple[LeftAlone, ...], page: Page) -> Markup:
    """Tell what came near in one document, and why it was left; with its words where names are shown.

    It opens without script, and on paper it is open.
    """
    heading = element("h3", f"Looked at and left alone ({count(len(left), 'place')})", class_="weight note")
    if not left:
        return join([heading, element("p", NOTHING_NEAR)])
    head = element(
        "tr",
        element("th", "Not taken for", scope="col"),
        element("th", "Why", scope="col"),
        element("th", "Where", scope="col"),
    )
    rows = [
        _row(group, page) for _, group in grouped(left, lambda one: (one.label, ascii_words(one.because)))
    ]
    table = element(
        "table",
        element("caption", "Nothing needs to be done about these. Look at them if you miss something above."),
        element("thead", head),
        element("tbody", *rows),
        class_="places",
    )
    summary = element("summary", f"Show {count(len(left), 'place')}, each with its reason")
    return join([heading, element("details", summary, table, class_="left-alone")])


def _row(group: list[LeftAlone], page: Page) -> Markup:
    first = group[0]
    because = ascii_words(first.because)
    return element(
        "tr",
        element("th", first.label.words, scope="row"),
        element("td", f"{because[:1].upper()}{because[1:]}."),
        element("td", element("ul", *(element("li", *_place(one, page)) for one in group))),
    )


def _place(one: LeftAlone, page: Page) -> list[Markup | str]:
    where = page.places.of_stretch(one.span, one.location, one.document_span)
    if page.marks is None:
        return [where]
    return [where, element("bdi", " ".join(one.text.split()), class_="words")]
