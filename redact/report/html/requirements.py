"""What an edition and a board ask, as tables of the page: met, not met, to be signed, not applicable."""

from __future__ import annotations

from collections.abc import Sequence

from redact.report.html.markup import Markup, element, join
from redact.report.requirements import (
    OUTCOME_TITLES,
    Asked,
    PlaceOf,
    asked,
    asked_title,
    first_words,
    where_words,
)
from redact.report.wording import ascii_words, count
from redact.values.checking import CheckRun
from redact.values.judgement import Outcome, Verdict

__all__ = ["first", "requirements"]

_NOTES = {
    Outcome.FAIL: "What to do stands above, with the finding.",
    Outcome.NEEDS_A_PERSON: "No program can tell: somebody signs these very words.",
    Outcome.PASS: "It stands there. Whether it is good enough, a person reads.",
}


def first(run: CheckRun) -> Markup:
    """Say before all else that the edition is a guess, and what a partnership has lowered."""
    return join([element("p", element("strong", words), class_="banner first") for words in first_words(run)])


def requirements(run: CheckRun, verdicts: Sequence[Verdict], place_of: PlaceOf) -> Markup:
    """List the requirements of one document, or of all together; nothing where none applies."""
    found = asked(verdicts, run.rules, place_of)
    applies = [one for one in found if one.outcome is not Outcome.NOT_APPLICABLE]
    if not applies:
        return Markup("")
    title = f"{asked_title(run.settings)} ({count(len(applies), 'requirement')})"
    pieces = [element("h3", title, class_="weight note")]
    pieces += [_table(outcome, [one for one in applies if one.outcome is outcome]) for outcome in _NOTES]
    rest = [one for one in found if one.outcome is Outcome.NOT_APPLICABLE]
    return join([*pieces, _rest(rest)])


def _table(outcome: Outcome, own: Sequence[Asked]) -> Markup:
    if not own:
        return Markup("")
    head = element(
        "tr", *(element("th", words, scope="col") for words in ("Requirement", "What was seen", "Source"))
    )
    rows = [
        element(
            "tr",
            element("th", f"{ascii_words(one.title)} ", element("small", f"({one.rule})"), scope="row"),
            element("td", _said(one), element("small", f" At: {where_words(one)}.") if one.where else ""),
            element("td", ascii_words(one.source), "" if one.verified else _unverified()),
        )
        for one in own
    ]
    return join(
        [
            element("h4", f"{OUTCOME_TITLES[outcome]} ({len(own):,})"),
            element("p", _NOTES[outcome]),
            element(
                "table",
                element("caption", count(len(own), "requirement")),
                element("thead", head),
                element("tbody", *rows),
                class_="places",
            ),
        ]
    )


def _said(one: Asked) -> str:
    if one.outcome is Outcome.NEEDS_A_PERSON and one.sentence:
        return f'To sign: "{ascii_words(one.sentence)}"'
    return ascii_words(one.because)


def _unverified() -> Markup:
    return element("strong", " To be verified: nobody of us could read the source.")


def _rest(rest: Sequence[Asked]) -> Markup:
    if not rest:
        return Markup("")
    rows = [
        element("li", f"{one.rule}: {ascii_words(one.title)}: {ascii_words(one.because)}") for one in rest
    ]
    return element(
        "details",
        element("summary", f"{OUTCOME_TITLES[Outcome.NOT_APPLICABLE]} ({len(rest):,})"),
        element("ul", *rows),
    )
