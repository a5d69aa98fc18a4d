"""The findings of one document: what, where, and what to write instead; then what nobody could judge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from redact.report.grouping import grouped
from redact.report.hidden import HIDDEN_TITLE, HIDDEN_TITLES, apart, hidden_means, how_much
from redact.report.html.marking import Marks, key_of, kind_of
from redact.report.html.markup import Markup, element, hidden, join
from redact.report.whereabouts import Whereabouts
from redact.report.wording import SEVERITY_TITLES, ascii_words, count
from redact.values.judgement import Finding, Judgement, Outcome, Severity
from redact.values.text import Gap

__all__ = ["Page", "findings", "gaps", "hidden_findings", "unjudged"]

_SHOWN = 4  # places of one thing; the others are folded away behind their number


@dataclass(frozen=True, slots=True)
class Page:
    """What the sections of one document need. `marks` is none where no text is shown."""

    number: int
    places: Whereabouts = field(repr=False)
    marks: Marks | None = field(repr=False)
    hidden: frozenset[str] = frozenset()  # the rules on what no reader sees


def findings(left: Sequence[Finding], page: Page) -> Markup:
    """List findings on what everybody reads, by how much they weigh, then by what they are.

    Each advice is said once. What is hidden in the file has a section of its own.
    """
    sections = []
    seen, _ = apart(left, page.hidden)
    for severity in Severity:
        found = [finding for finding in seen if finding.severity is severity]
        if not found:
            continue
        heading = f"{SEVERITY_TITLES[severity]} ({count(len(found), 'place')})"
        groups = grouped(found, lambda finding: (finding.rule, finding.message, finding.hint))
        sections.append(element("h3", heading, class_=f"weight {severity.value}"))
        sections += [_group(key, group, page) for key, group in groups]
    return join(sections)


def hidden_findings(left: Sequence[Finding], page: Page) -> Markup:
    """List what no reader of the pages sees, by how much it weighs, each with how to take it out by hand."""
    _, found = apart(left, page.hidden)
    if not found:
        return Markup("")
    pieces = [
        element("h3", f"{HIDDEN_TITLE} ({count(len(found), 'place')})", class_="weight hidden"),
        element("p", hidden_means(found)),
    ]
    for severity in Severity:
        own = [finding for finding in found if finding.severity is severity]
        if own:
            title = f"{HIDDEN_TITLES[severity]} ({count(len(own), 'place')})"
            pieces.append(element("h3", title, class_=f"weight {severity.value}"))
        groups = grouped(own, lambda finding: (finding.rule, finding.message, finding.hint))
        pieces += [_hidden_group(key, group, page) for key, group in groups]
    return element("section", *pieces, class_="hidden-in-file")


def gaps(missed: tuple[Gap, ...], page: Page) -> Markup:
    """List what could not be read, each with what a person does about it."""
    if not missed:
        return Markup("")
    items = []
    for (what, remedy), group in grouped(missed, lambda gap: (gap.what, gap.remedy)):
        where = list(dict.fromkeys(page.places.of_gap(gap) for gap in group))
        number = f" ({len(group):,} of them)" if len(group) > 1 else ""
        advice = element("p", element("strong", "What to do: "), ascii_words(remedy)) if remedy else ""
        heading = element("h4", _sentence_case(ascii_words(what)) + number)
        items.append(element("section", heading, advice, _folded([element("li", place) for place in where])))
    title = f"Could not be read ({count(len(missed), 'gap')}): look at these yourself"
    return join([element("h3", title, class_="weight gap"), *items])


def unjudged(judgement: Judgement, told: frozenset[str]) -> Markup:
    """List the rules that could not be run, and the statements that a person has still to sign.

    Args:
        told: the rules whose statements stand among the requirements already.
    """
    pieces = []
    not_run = [verdict for verdict in judgement.verdicts if verdict.outcome is Outcome.NOT_RUN]
    if not_run:
        rows = [element("li", f"{verdict.rule}: {ascii_words(verdict.because)}") for verdict in not_run]
        title = f"Could not be judged ({count(len(not_run), 'rule')})"
        pieces += [element("h3", title, class_="weight gap"), element("ul", *rows)]
    to_sign = [
        verdict
        for verdict in judgement.verdicts
        if verdict.outcome is Outcome.NEEDS_A_PERSON and verdict.rule not in told
    ]
    if to_sign:
        rows = [
            element("li", verdict.sentence or verdict.because, " ", element("small", f"({verdict.source})"))
            for verdict in to_sign
        ]
        title = f"Still to be signed ({count(len(to_sign), 'statement')})"
        pieces += [element("h3", title, class_="weight note"), element("ul", *rows)]
    return join(pieces)


def _group(key: tuple[str, str, str], found: list[Finding], page: Page) -> Markup:
    rule, message, hint = key
    told = "What to write instead: " if any(finding.label for finding in found) else "What to do: "
    advice = element("p", element("strong", told), hint) if hint else ""
    things = grouped(found, lambda finding: finding.thing)
    head = element("tr", element("th", "What", scope="col"), element("th", "Where", scope="col"))
    caption = element("caption", f"{count(len(found), 'place')} (rule {rule})")
    return element(
        "section",
        element("h4", message),
        advice,
        element(
            "table",
            caption,
            element("thead", head),
            element("tbody", *(_thing(same, page) for _, same in things)),
            class_="places",
        ),
        class_="group",
    )


def _hidden_group(key: tuple[str, str, str], found: list[Finding], page: Page) -> Markup:
    rule, message, hint = key
    head = element("tr", element("th", "Where", scope="col"), element("th", "What is there", scope="col"))
    rows = []
    for finding in found:
        what: list[Markup | str] = [_sentence_case(how_much(finding)) + "."]
        if page.marks is not None and finding.text:
            what.append(element("bdi", finding.text, class_="words"))
        where = element("th", _place(finding, page), scope="row")
        rows.append(
            element("tr", where, element("td", *what), data_who=key_of(finding), data_kind=kind_of(finding))
        )
    table = element(
        "table",
        element("caption", f"{count(len(found), 'place')} (rule {rule})"),
        element("thead", head),
        element("tbody", *rows),
        class_="places",
    )
    advice = element("p", element("strong", "How to take it out: "), hint)
    return element("section", element("h4", message), advice, table, class_="group")


def _thing(same: list[Finding], page: Page) -> Markup:
    """One row: the mask, with the words behind it where names are shown, and every place."""
    first = same[0]
    what: list[Markup | str] = [_called(first)]
    if page.marks is not None:
        words = dict.fromkeys(" ".join(finding.text.split()) for finding in same if finding.text)
        what += [element("bdi", word, class_="words") for word in words]
    places = [element("li", _place(finding, page)) for finding in same]
    return element(
        "tr",
        element("th", *what, scope="row"),
        element("td", _folded(places)),
        data_who=key_of(first),
        data_kind=kind_of(first),
    )


def _called(finding: Finding) -> str:
    """Give the mask of a name, and of a requirement's fault its reason."""
    return finding.masked or _sentence_case(ascii_words(finding.because))


def _place(finding: Finding, page: Page) -> Markup:
    where = page.places.of_finding(finding)
    target = page.marks.id_of(finding) if page.marks is not None else None
    if target is None:
        return join([where])
    return element("a", where, hidden(f", {_called(finding)}"), href=f"#{target}")


def _folded(items: list[Markup]) -> Markup:
    """Show a few, and the rest on request; on paper all are there."""
    if len(items) <= _SHOWN + 1:
        return element("ul", *items)
    rest = items[_SHOWN:]
    summary = element("summary", f"{len(rest):,} more places")
    return join([element("ul", *items[:_SHOWN]), element("details", summary, element("ul", *rest))])


def _sentence_case(words: str) -> str:
    return words[:1].upper() + words[1:]
