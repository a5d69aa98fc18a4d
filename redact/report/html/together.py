"""Facts that identify together, as a section of the page: for each person a small table.

Kinds of fact are its rows, the documents its columns. How exact a fact is told stands there as a word, in a
frame that is a line, a dashed or a dotted one. On a narrow screen, and where there are many documents, the
cells of a row stand below one another, each with the name of its column.
"""

from __future__ import annotations

from collections.abc import Sequence

from redact.report.bundle import Between, between
from redact.report.html.markup import Markup, element, join
from redact.report.jigsaw import (
    EXACTNESS_MEANS,
    MEANS,
    SEARCHED,
    TITLE,
    Card,
    Row,
    Told,
    cards,
    heavy,
    kinds_in_words,
    nobody,
    searches,
    told_facts,
)
from redact.report.wording import ascii_words, count
from redact.values.checking import CheckRun
from redact.values.jigsaw import DraftGives, Exactness, Search

__all__ = ["IDENTIFY_ID", "told_together"]

IDENTIFY_ID = "identify"
_COLUMNS = 4  # documents side by side
_SHOWN = 2  # places in one cell; the others are folded away
_JOINED = 3  # combinations of one person
_OPEN = 5  # people; the others are folded away


def told_together(run: CheckRun, *, show_names: bool) -> Markup:
    """Write the section; nothing where nobody has looked.

    Args:
        show_names: with the words of the facts, and what somebody would type.
    """
    if run.together is None:
        return Markup("")
    found = cards(run, show_names=show_names)
    heading = element("h2", TITLE, id=IDENTIFY_ID)
    if not found:
        return element("section", heading, element("p", nobody(run)))
    page = _Page(run, show_names)
    people = [page.person(card, number) for number, card in enumerate(found, 1)]
    rest: list[Markup] = []
    open_ = max(1, min(heavy(run, found), _OPEN))
    if len(people) > open_:
        more = f"{count(len(people) - open_, 'more person', 'more people')}, of less weight"
        people, rest = people[:open_], [element("details", element("summary", more), *people[open_:])]
    return element("section", heading, element("p", MEANS), _legend(), *people, *rest, page.searches())


class _Page:
    """Writes the people of one run."""

    def __init__(self, run: CheckRun, show_names: bool) -> None:
        self._run = run
        self._names = show_names
        self._called = [checked.name for checked in run.documents]
        self._by_id = {one.document.id: one.name for one in run.documents if one.document is not None}
        self._where: Between = between(run, show_names=show_names)

    def person(self, card: Card, number: int) -> Markup:
        """Write what is told of one person."""
        state = f", {card.state}" if card.state else ""
        weighty = "ask" if card.state.startswith("asked about") else "note"
        heading = f"{card.called}: weight {card.weight:,}{state}"
        names = [element("bdi", name, class_="words") for name in card.names]
        together = [
            element("li", element("strong", f"{kinds} (adds {one.adds:,}): "), ascii_words(one.why))
            for kinds, one in card.combinations
        ]
        return element(
            "section",
            element("h3", _sentence_case(heading), class_=f"weight {weighty}", id=f"{IDENTIFY_ID}-{number}"),
            *names,
            join([element("p", "Stand together:"), _folded(together, _JOINED)]) if together else "",
            self._table(card),
            self._adds(card),
            *(self._draft(one) for one in card.drafts),
            class_="told",
        )

    def searches(self) -> Markup:
        """List what somebody would type; what it is, with names alone."""
        found = searches(self._run)
        if not found:
            return Markup("")
        told = (
            [] if self._names else [element("p", "In the form of this page with names each is written out.")]
        )
        return element(
            "section",
            element("h3", f"What to search for ({count(len(found), 'search', 'searches')})"),
            element("p", SEARCHED),
            *told,
            element("ol", *(self._search(one) for one in found)),
        )

    def _table(self, card: Card) -> Markup:
        documents = card.documents
        many = len(documents) > _COLUMNS
        columns = [
            "Fact",
            *(self._called[number] for number in documents),
            "What to write instead",
            "Weight then",
        ]
        head = element(
            "tr", *(element("th", words, scope="col", role="columnheader") for words in columns), role="row"
        )
        rows = [self._row(row, documents, card.weight) for row in card.rows]
        caption = f"What is told of {card.called}: {count(len(card.rows), 'kind')} of fact"
        return element(
            "table",
            element("caption", caption),
            element("thead", head, role="rowgroup"),
            element("tbody", *rows, role="rowgroup"),
            class_="facts many" if many else "facts",
            role="table",
        )

    def _row(self, row: Row, documents: Sequence[int], weight: int) -> Markup:
        cells = [
            self._cell(self._called[number], self._places(row.of(number)), row.of(number))
            for number in documents
        ]
        instead = ascii_words(row.instead or row.stays)
        then = "" if row.after is None else f"{row.after:,} ({row.after - weight:+,})".replace("-", "\u2212")
        return element(
            "tr",
            element("th", row.words, scope="row", role="rowheader"),
            *cells,
            self._cell("What to write instead", [instead[:1].upper() + instead[1:]], instead),
            self._cell("Weight then", [then], then),
            role="row",
        )

    def _cell(self, column: str, content: Sequence[Markup | str], there: object) -> Markup:
        """Write a cell with the name of its column, which a wide screen shows above it instead."""
        if not there:
            return element("td", element("span", "nothing", class_="aside"), class_="empty", role="cell")
        return element("td", element("span", f"{column}: ", class_="column"), *content, role="cell")

    def _places(self, told: Sequence[Told]) -> list[Markup | str]:
        if not told:
            return []
        exact_first = sorted(told, key=lambda one: list(Exactness).index(one.exactness))
        return [_folded([element("li", *self._place(one)) for one in exact_first], _SHOWN)]

    def _place(self, told: Told) -> list[Markup | str]:
        exact = element("span", told.exactness.value, class_=f"exactness {told.exactness.value}")
        of = f" of {told.of}:" if told.of else ""
        if not (self._names and told.text):
            return [exact, f"{of} {told.where}"]
        words = element("bdi", " ".join(told.text.split()), class_="told-words")
        return [exact, f"{of} ", words, element("small", told.where)]

    def _adds(self, card: Card) -> Markup:
        items = [
            element(
                "li",
                element("strong", f"{self._by_id[one.document]} "),
                f"alone adds {one.weight:,}: {kinds_in_words(one.kinds)}.",
            )
            for one in card.adds
            if one.document in self._by_id
        ]
        if not items:
            return Markup("")
        return join([element("h4", "What one document adds to the others"), element("ul", *items)])

    def _draft(self, draft: DraftGives) -> Markup:
        told = told_facts(self._run, draft.facts, self._where)
        if not told or draft.earlier not in self._by_id or draft.newer not in self._by_id:
            return Markup("")
        kinds = kinds_in_words(list(dict.fromkeys(fact.kind for fact in draft.facts)))
        earlier, newer = self._by_id[draft.earlier], self._by_id[draft.newer]
        words = f"{earlier}, an earlier draft of {newer}, still tells what that does not: {kinds}."
        heading = element("h4", "What an earlier draft gives away")
        return join([heading, element("p", words), *self._places(told)])

    def _search(self, one: Search) -> Markup:
        places = dict.fromkeys(filter(None, map(self._where.of_span, one.spans)))
        typed = [element("bdi", one.text, class_="words")] if self._names else []
        of = element("small", f" It is made of what stands in {'; '.join(places)}.") if places else ""
        return element("li", _sentence_case(ascii_words(one.because)), ".", *typed, of)


def _legend() -> Markup:
    items = [
        element("li", element("span", one.value, class_=f"exactness {one.value}"), f" {words}")
        for one, words in EXACTNESS_MEANS.items()
    ]
    return element("ul", *items, class_="legend")


def _folded(items: Sequence[Markup], shown: int) -> Markup:
    """Show the first, and the rest on request; on paper all are there."""
    if len(items) <= shown + 1:
        return element("ul", *items)
    summary = element("summary", f"{len(items) - shown:,} more")
    return join([element("ul", *items[:shown]), element("details", summary, element("ul", *items[shown:]))])


def _sentence_case(words: str) -> str:
    return words[:1].upper() + words[1:]
