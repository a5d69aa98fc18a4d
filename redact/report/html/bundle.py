"""What was found between the documents of one call, as a section of the page."""

from __future__ import annotations

from redact.report.bundle import Between, between, decided_between, left_between, together_words
from redact.report.grouping import grouped
from redact.report.html.decided import decided
from redact.report.html.markup import Markup, element
from redact.report.html.requirements import requirements
from redact.report.wording import SEVERITY_TITLES, ascii_words, count
from redact.values.checking import CheckRun
from redact.values.judgement import Finding, Outcome, Severity

__all__ = ["TOGETHER_ID", "has_bundle", "together"]

TOGETHER_ID = "together"


def has_bundle(run: CheckRun) -> bool:
    """Tell whether anything was found between the documents, could not be judged, or is asked of it."""
    bundle = run.bundle
    if bundle is None:
        return False
    not_run = any(verdict.outcome is Outcome.NOT_RUN for verdict in bundle.verdicts)
    return bool(bundle.findings) or not_run or bool(requirements(run, bundle.verdicts, lambda _: "").html)


def together(run: CheckRun, *, show_names: bool) -> Markup:
    """List what stands between the documents, by weight; nothing where there is nothing."""
    if run.bundle is None or not has_bundle(run):
        return Markup("")
    where = between(run, show_names=show_names)
    left = left_between(run.bundle)
    sections = []
    for severity in Severity:
        found = left.weighing(severity)
        if found:
            heading = f"{SEVERITY_TITLES[severity]} ({count(len(found), 'place')})"
            sections.append(element("h3", heading, class_=f"weight {severity.value}"))
        groups = grouped(found, lambda finding: (finding.rule, finding.message, finding.hint))
        sections += [_group(key, group, where) for key, group in groups]
    not_run = [verdict for verdict in run.bundle.verdicts if verdict.outcome is Outcome.NOT_RUN]
    if not_run:
        rows = [element("li", f"{verdict.rule}: {ascii_words(verdict.because)}") for verdict in not_run]
        title = f"Could not be judged ({count(len(not_run), 'rule')})"
        sections += [element("h3", title, class_="weight gap"), element("ul", *rows)]
    return element(
        "section",
        element("h2", together_words(run), id=TOGETHER_ID),
        *sections,
        decided(decided_between(run, where)),
        requirements(run, run.bundle.verdicts, where.of_span),
    )


def _group(key: tuple[str, str, str], found: list[Finding], where: Between) -> Markup:
    rule, message, hint = key
    head = element("tr", element("th", "What", scope="col"), element("th", "Where", scope="col"))
    rows = [
        element(
            "tr",
            element("th", f"{finding.masked} ", element("small", ascii_words(finding.because)), scope="row"),
            element("td", element("ul", *(element("li", place) for place in where.where(finding)))),
        )
        for finding in found
    ]
    return element(
        "section",
        element("h4", message),
        element("p", element("strong", "What to do: "), hint),
        element(
            "table",
            element("caption", f"{count(len(found), 'place')} (rule {rule})"),
            element("thead", head),
            element("tbody", *rows),
            class_="places",
        ),
        class_="group",
    )
