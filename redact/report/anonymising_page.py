"""The report of what `anonymise` has changed, as one HTML page: by pseudonym alone, and where.

It holds no word of a document, loads nothing and runs nothing, and can be mailed to whoever looks the new
files through.
"""

from __future__ import annotations

from collections.abc import Sequence

from redact.report.anonymising import counted, next_steps, readiness_of, warning
from redact.report.as_html import own_file, policy
from redact.report.html.markup import Markup, element, raw
from redact.report.wording import READINESS_WORDS, ascii_words, count
from redact.values.anonymising import Anonymised, AnonymiseRun, Spotted, Why
from redact.version import __version__

__all__ = ["as_html"]

_TITLE = "What was changed"


def as_html(run: AnonymiseRun) -> str:
    """Write the account as a page, with a line end at its end; the same bytes each time."""
    style = own_file("report.css")
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy(style, None)),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="referrer", content="no-referrer"),
        element("title", f"DRAFT: {warning(run)}" if run.draft else _TITLE),
        element("style", raw(style)),
    )
    main = element(
        "main",
        element("h1", _TITLE),
        *([element("p", element("strong", f"DRAFT. {warning(run)}"))] if run.draft else []),
        element(
            "p",
            "Everybody stands in it under the label of the key; no name and no word of a document is in it.",
        ),
        *_unsettled(run),
        *(each for one in run.files for each in _file(run, one)),
        id="main",
    )
    foot = element("p", f"Made by redact {__version__} on this computer alone.", class_="small")
    body = element("body", main, element("footer", foot))
    return f"<!DOCTYPE html>\n{element('html', head, body, lang='en-GB').html}\n"


# ------------------------------------------------------------------ private


def _unsettled(run: AnonymiseRun) -> list[Markup]:
    if not run.unsettled:
        return []
    rows = [
        (f"document {one.document}, {one.where}", one.why.value if one.why else "", _decided_by(one))
        for one in run.unsettled
    ]
    return [
        element("h2", f"Left open: {count(len(rows), 'place')}"),
        *(element("p", ascii_words(step)) for step in next_steps(run)),
        _table(("Where", "Why", "Fingerprint"), rows),
    ]


def _decided_by(one: Spotted) -> str:
    if one.choices and one.why in (Why.SHARED, Why.MIXED):
        return "; ".join(f"{who}: {_digits(own)}" for who, own in one.choices)
    return _digits(one.fingerprint or "")


def _file(run: AnonymiseRun, one: Anonymised) -> list[Markup]:
    readiness, open_ = readiness_of(run, one)
    made = [element("h2", f"Document {one.number}", id=f"document-{one.number}")]
    made.append(element("p", f"The check of the new file: {READINESS_WORDS[readiness]}."))
    if open_:
        made.append(element("ul", *(element("li", ascii_words(words)) for words in open_)))
    if one.gaps:
        made.append(
            element("p", f"{count(one.gaps, 'part')} could not be read, so nobody knows who is in it.")
        )
    totals = [(pseudonym, f"{number:,}") for pseudonym, number in counted(one.changes)]
    made.append(element("h3", f"Written anew: {count(len(one.changes), 'place')}"))
    if one.changes:
        made.append(_table(("Written", "Times"), totals))
        rows = [(change.spotted.where, change.pseudonym, change.why) for change in one.changes]
        made.append(_table(("Where", "Written", "What stood there"), rows))
    if one.left_out:
        made.append(element("h3", "Left out of the new file"))
        made.append(
            element("p", "It was set anew from the text of the old one's pages, and holds nothing else.")
        )
        made.append(_table(("Where, and what",), [(each.where,) for each in one.left_out]))
    return made + _left(one)


def _left(one: Anonymised) -> list[Markup]:
    made: list[Markup] = []
    if one.left:
        made.append(
            element("h3", f"Left, since somebody has said that it may stay: {count(len(one.left), 'place')}")
        )
        made.append(_table(("Where",), [(spot.where,) for spot in one.left]))
    if one.asked:
        made.append(element("h3", f"Left, and perhaps a name: {count(len(one.asked), 'place')}"))
        made.append(
            element(
                "p",
                "Each is an ordinary word, initials or a near spelling that could also be a form of a name. "
                "Look at it; where it is the name, say so, and anonymise again: "
                "redact decide FINGERPRINT change.",
            )
        )
        rows = [
            (each.spotted.where, each.of, each.form, "decided" if each.decided else _digits(each.fingerprint))
            for each in one.asked
        ]
        made.append(_table(("Where", "Whose it could be", "In what form", "Fingerprint"), rows))
    return made


def _digits(fingerprint: str) -> str:
    return fingerprint.removeprefix("hmac:")


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Markup:
    head = element("thead", element("tr", *(element("th", words, scope="col") for words in heads)))
    body = element(
        "tbody",
        *(element("tr", *(element("td", element("bdi", cell)) for cell in row)) for row in rows),
    )
    return element("table", head, body)
