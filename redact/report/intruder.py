"""What a motivated intruder would type, as a form for whoever tries it, and what was recorded of such tests.

The ordinary form says of each string what it is made of and where that stands; the words themselves are in
the one with names, which is for its owner and whoever searches. The program searches for nothing.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from redact.report.as_html import own_file, policy
from redact.report.html.markup import Markup, element, raw
from redact.report.whereabouts import Whereabouts, survey
from redact.report.wording import count, printable
from redact.values.checking import CheckRun
from redact.values.intruder import (
    WHERE_TO_SEARCH,
    IntruderRecord,
    OfFiles,
    SearchResult,
    ShownRecord,
)
from redact.values.jigsaw import Search
from redact.values.text import Span
from redact.version import __version__

__all__ = ["NAMES_WARNING", "form_as_html", "form_as_text", "records_as_text"]

NAMES_WARNING = "This page holds words that can tell who a family is."
_TITLE = "What somebody would search for"
_WIDTH = 79  # an old console has 80 columns
_ROWS_OF_ONES_OWN = 4
_KEEP = (
    "Keep it as safely as the key, give it to whoever searches and to nobody else, and destroy it once the "
    "test is recorded."
)
_HOW = (
    "Let somebody search who has no part in the review and knows nothing of the case, for an hour, with the "
    "file that is to be published beside them. What is typed is seen by whoever runs the search: type these "
    "strings alone, signed in to nothing, and paste no part of the report anywhere."
)
_ALSO = (
    "What they would type besides counts as much: they may know the street. Whoever finds somebody stops "
    "there, writes down where, and tells nobody else."
)
_AFTER = (
    "Record the test, for the very files that were looked at:",
    "redact intruder record FILE... --by NAME --on DATE --searched N --result RESULT",
    "where RESULT is nothing, perhaps or somebody.",
)
_STYLE = (
    "\n.form td.box { min-width: 6rem; height: 3.5rem; }\n.form td.found { width: 32%; }\n"
    ".form tbody th { width: auto; white-space: nowrap; }\n@media print { @page { size: A4 landscape; } }\n"
)
_RESULTS = {
    SearchResult.NOTHING: "nobody was found",
    SearchResult.PERHAPS: "somebody was found who may be of the case",
    SearchResult.SOMEBODY: "somebody of the case was found",
}
_OF = {
    OfFiles.THESE: "of these very files",
    OfFiles.SOME: "of some of these files, not of exactly these",
    OfFiles.OTHER: "of other files, or of an earlier state of these",
}
_Places = Sequence[tuple[int, Whereabouts]]
_ANSWERS = {
    SearchResult.PERHAPS: "keep --reason CODE (one person)",
    SearchResult.SOMEBODY: "exception --reason CODE --expires DAY (two people)",
}


def form_as_text(run: CheckRun, searches: Sequence[Search], few: str, *, show_names: bool) -> str:
    """Write the strings for a terminal or a printer, with a line end at its end.

    Args:
        few: why there are fewer than five; empty where there are enough.
        show_names: the strings themselves, each with room for what was found; else what they are made of.
    """
    lines = [*_wrapped(f"{NAMES_WARNING} {_KEEP}"), ""] if show_names else []
    lines += [_TITLE, "", _how_many(searches), ""]
    lines += [*_wrapped(f"{few[:1].upper()}{few[1:]}."), ""] if few else []
    places = _surveys(run)
    for number, one in enumerate(searches, 1):
        lines += _entry(number, one, places, show_names=show_names)
    if show_names:
        lines += [line for _ in range(_ROWS_OF_ONES_OWN) for line in _own_entry()]
    else:
        lines += [*_wrapped("The words themselves: --show-names. They are words of the documents."), ""]
    lines += [*_wrapped(_HOW), "", *_wrapped(_ALSO), "", "Where to look:"]
    lines += [line for where in WHERE_TO_SEARCH for line in _wrapped(where, "  - ")]
    return "\n".join([*lines, "", *_AFTER]) + "\n"


def form_as_html(run: CheckRun, searches: Sequence[Search], few: str, *, show_names: bool) -> str:
    """Write the strings as a page to print, with a line end at its end; the same bytes each time.

    Args: as of `form_as_text`.
    """
    style = own_file("report.css") + _STYLE
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy(style, None)),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="referrer", content="no-referrer"),
        element("title", f"{NAMES_WARNING} {_TITLE}" if show_names else _TITLE),
        element("style", raw(style)),
    )
    main = element(
        "main",
        *([_banner()] if show_names else []),
        element("h1", _TITLE),
        element("p", _how_many(searches)),
        *([element("p", f"{few[:1].upper()}{few[1:]}.")] if few else []),
        _table(_surveys(run), searches, show_names),
        element("h2", "How to search"),
        element("p", _HOW),
        element("p", _ALSO),
        element("ul", *(element("li", where) for where in WHERE_TO_SEARCH)),
        element("h2", "Afterwards"),
        *(element("p", line) for line in _AFTER),
        id="main",
    )
    foot = element("p", f"Made by redact {__version__} on this computer alone.", class_="small")
    body = element("body", main, element("footer", foot), class_="with-names" if show_names else None)
    return f"<!DOCTYPE html>\n{element('html', head, body, lang='en-GB').html}\n"


def records_as_text(case: str, shown: Sequence[ShownRecord], test: str) -> str:
    """List what was recorded in a case, the newest last, with a line end at its end.

    Args:
        test: what the records come to for the files that were given; empty where none were.
    """
    head = f"Case {case}: {count(len(shown), 'search', 'searches')} recorded"
    lines = [head] + ([""] if shown else [])
    for one in shown:
        lines += _record(one)
    lines += ["", *_wrapped(f"For these files: {test}")] if test else []
    return "\n".join(lines) + "\n"


# ------------------------------------------------------------------ private


def _how_many(searches: Sequence[Search]) -> str:
    if not searches:
        return "Nothing could be put together."
    return f"{count(len(searches), 'string')}, strongest first."


def _entry(number: int, one: Search, places: _Places, *, show_names: bool) -> list[str]:
    about = f"{one.because}: {_where(one.spans, places)}"
    if not show_names:
        return [*_wrapped(about, f"{number:>3}  "), ""]
    typed = _wrapped(printable(" ".join(one.text.split())), f"{number:>3}  ")
    return [*typed, *_wrapped(about, "     "), *_boxes()]


def _own_entry() -> list[str]:
    return [f"     Of one's own: {'_' * 60}", *_boxes()]


def _boxes() -> list[str]:
    return [f"     Found: {'_' * 67}", f"     By: {'_' * 40}  On: {'_' * 24}", ""]


def _surveys(run: CheckRun) -> _Places:
    return [(one.number, survey(one.document)) for one in run.documents if one.document is not None]


def _where(spans: Sequence[Span], places: _Places) -> str:
    """Say where the pieces stand, without a word of the documents."""
    told = [
        f"document {number}, {place}" if len(places) > 1 else place
        for number, own in places
        for place in (own.of_span(span) for span in spans)
        if place
    ]
    return "; ".join(dict.fromkeys(told))


def _banner() -> Markup:
    return element("p", element("strong", NAMES_WARNING), f" {_KEEP}", class_="banner names")


def _table(places: _Places, searches: Sequence[Search], show_names: bool) -> Markup:
    heads = ["No.", "Type this", "Made of"] if show_names else ["No.", "Made of", "Where"]
    heads += ["What was found", "By", "On"] if show_names else []
    rows = [
        [str(number), *([one.text, one.because] if show_names else [one.because, _where(one.spans, places)])]
        for number, one in enumerate(searches, 1)
    ]
    rows += [[f"own {number}", "", ""] for number in range(1, _ROWS_OF_ONES_OWN + 1)] if show_names else []
    head = element("tr", *(element("th", words, scope="col") for words in heads))
    classes = ("box found", "box", "box") if show_names else ()
    boxes = [element("td", "", class_=one) for one in classes]
    body = (
        element(
            "tr",
            element("th", row[0], scope="row"),
            *(element("td", element("bdi", cell)) for cell in row[1:]),
            *boxes,
        )
        for row in rows
    )
    return element("table", element("thead", head), element("tbody", *body), class_="form")


def _record(one: ShownRecord) -> list[str]:
    record = one.record
    typed = count(record.searched, "search", "searches")
    said = f"{printable(record.by)}: {_RESULTS[record.result]}, {typed}; {_noted(record)}"
    lines = _wrapped(said, f"  {record.on.isoformat()}  ")
    files = count(len(record.documents), "file")
    lines.append(f"{'':14}{files}: {_OF[one.of]}" if one.of else f"{'':14}{files}")
    if one.open:
        lines += _wrapped(f"OPEN: {one.open}", " " * 14)
        digits = record.fingerprint.removeprefix("hmac:")
        lines += [f"{'':14}redact decide {digits}", f"{'':16}{_ANSWERS[record.result]}"]
    if record.words is not None and one.words is None:
        lines.append(f"{'':14}what was found in words is sealed: --show-names, for the key's people")
    if one.words is not None:
        lines += [
            line
            for paragraph in one.words.splitlines()
            for line in _wrapped(printable(paragraph), f"{'':14}| ") or [f"{'':14}|"]
        ]
    lines += [line for text in one.strings for line in _wrapped(f"suggested: {printable(text)}", " " * 14)]
    return lines


def _noted(record: IntruderRecord) -> str:
    if record.recorded_by is None:
        return "not signed"
    return f"recorded by {printable(record.recorded_by)}{'' if record.signature else ', not signed'}"


def _wrapped(text: str, first: str = "") -> list[str]:
    mark = first if first.endswith("| ") else " " * len(first)
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=first,
        subsequent_indent=mark,
        break_long_words=False,
        break_on_hyphens=False,
    )
