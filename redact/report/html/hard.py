"""How hard one document is to read, and whether everybody can open it, as sections of the page."""

from __future__ import annotations

from collections.abc import Sequence

from redact.report.access import SAYS_NOTHING, met_words, needs, title
from redact.report.access import TITLE as NEEDS
from redact.report.html.findings import Page
from redact.report.html.markup import Markup, element, join
from redact.report.parts import access_of, says_nothing
from redact.report.plain import TITLE, Hard, hard_words, nothing_hard, reading_of, summary
from redact.report.wording import ascii_words, count
from redact.values.checking import CheckRun

__all__ = ["access", "plain"]

_SHOWN = 5  # of one list; the others are folded away


def plain(run: CheckRun, page: Page) -> Markup:
    """List what makes a document hard to read, the worst first; nothing where nobody has looked.

    The sentences and words themselves stand there where the page shows names.
    """
    reading = reading_of(run, page.places.document)
    if reading is None:
        return Markup("")
    lists = hard_words(reading, page.places)
    pieces = [element("h3", TITLE, class_="weight note"), element("p", f"{summary(reading)}.")]
    for heading, found in lists:
        pieces += [element("h4", f"{heading} ({len(found):,})"), _list(found, page)]
    return element("section", *pieces, "" if lists else element("p", nothing_hard(reading)))


def access(run: CheckRun, page: Page) -> Markup:
    """List what stands in the way of people who do not see a document; nothing where nobody has looked."""
    found = access_of(run, page.places.document)
    if says_nothing(run, page.places.document):
        return element("section", element("h3", NEEDS, class_="weight note"), element("p", SAYS_NOTHING))
    if found is None:
        return Markup("")
    head = element(
        "tr",
        *(element("th", words, scope="col") for words in ("What is needed", "What is missing, and where")),
    )
    rows = [
        element(
            "tr",
            element("th", need.words, scope="row"),
            element("td", *(_reason(*one) for one in need.reasons)),
        )
        for need in needs(found, page.places)
    ]
    table = element(
        "table",
        element("caption", f"{count(len(rows), 'need')} not met"),
        element("thead", head),
        element("tbody", *rows),
        class_="places",
    )
    met = met_words(found)
    unjudged = [
        element("li", f"{need.value.replace('-', ' ')}: {ascii_words(why)}") for need, why in found.unjudged
    ]
    return element(
        "section",
        element("h3", title(found), class_="weight note"),
        table if rows else "",
        element("p", f"Met: {met}.") if met else "",
        join([element("p", "Not judged:"), element("ul", *unjudged)]) if unjudged else "",
    )


def _list(found: Sequence[Hard], page: Page) -> Markup:
    items = [
        element(
            "li",
            f"{one.where}: {ascii_words(one.said)}",
            element("bdi", " ".join(one.text.split()), class_="words") if page.marks is not None else "",
        )
        for one in found
    ]
    return _folded(items)


def _reason(why: str, where: Sequence[str]) -> Markup:
    words = ascii_words(why)
    places = _folded([element("li", place) for place in where])
    return join([element("p", f"{words[:1].upper()}{words[1:]}."), places])


def _folded(items: Sequence[Markup]) -> Markup:
    """Show the first, and the rest on request; on paper all are there."""
    if len(items) <= _SHOWN + 1:
        return element("ul", *items)
    summary_ = element("summary", f"{len(items) - _SHOWN:,} more places")
    return join(
        [element("ul", *items[:_SHOWN]), element("details", summary_, element("ul", *items[_SHOWN:]))]
    )
