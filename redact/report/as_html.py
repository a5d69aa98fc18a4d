"""A CheckRun as one HTML page, in two forms: to be mailed, and with names for the owner of the case.

The ordinary form holds no text of a document and no script. The one with names says so first, shows the
text with its findings marked, and has one script, for its filters. Either is a single file that loads
nothing: its policy allows its own style and script by their digests, and nothing else.
"""

from __future__ import annotations

import base64
import hashlib
from importlib.resources import files

from redact.report.answer import tally
from redact.report.bundle import together_words
from redact.report.decided import decided_of, left_of
from redact.report.hidden import apart, hidden_rules
from redact.report.html.answer import NAMES_WARNING, answer, documents, headline, readiness_words
from redact.report.html.bundle import TOGETHER_ID, has_bundle, together
from redact.report.html.decided import decided, since
from redact.report.html.findings import Page, findings, gaps, hidden_findings, unjudged
from redact.report.html.hard import access, plain
from redact.report.html.left_alone import near_misses
from redact.report.html.marking import lay_out
from redact.report.html.markup import Markup, element, join, raw
from redact.report.html.reading import filters, reading
from redact.report.html.requirements import first, requirements
from redact.report.html.together import IDENTIFY_ID, told_together
from redact.report.jigsaw import TITLE
from redact.report.left_alone import left_alone
from redact.report.only import limits, model_words
from redact.report.requirements import edition_words, to_verify
from redact.report.small_print import key_words
from redact.report.whereabouts import survey
from redact.report.wording import (
    AUDIENCE_WORDS,
    FORMAT_WORDS,
    MODE_WORDS,
    ascii_words,
    count,
    printable,
    short_digest,
)
from redact.values.checking import Checked, CheckRun
from redact.values.judgement import Finding, Judgement
from redact.values.text import Document, Pages

__all__ = ["own_file", "policy", "render"]


def render(run: CheckRun, *, show_names: bool = False) -> str:
    """Write a run as one HTML page, with a line end at its end.

    Args:
        show_names: show the text of the documents with its findings. Such a page is for its owner only.
    """
    style = own_file("report.css")
    script = own_file("report.js") if show_names else None
    title = f"{headline(run)}: check of {count(len(run.documents), 'document')}"
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy(style, script)),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="referrer", content="no-referrer"),
        element("title", f"{NAMES_WARNING} {title}" if show_names else title),
        element("style", raw(style)),
    )
    body = element("body", *_body(run, show_names, script), class_="with-names" if show_names else None)
    return f"<!DOCTYPE html>\n{element('html', head, body, lang='en-GB').html}\n"


def policy(style: str, script: str | None) -> str:
    """Write what the page may do: apply this style, run this script or none, and nothing else."""
    allowed = [f"default-src 'none'; style-src '{_digest(style)}'"]
    if script is not None:
        allowed.append(f"script-src '{_digest(script)}'")
    return "; ".join([*allowed, "base-uri 'none'", "form-action 'none'"])


def _digest(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode("utf-8")).digest()).decode("ascii")


def own_file(name: str) -> str:
    """Give a style or a script of ours as the browser will see it, which its digest is of."""
    text = files("redact.report.html").joinpath(name).read_text(encoding="utf-8")
    return text.replace("\r\n", "\n")  # the digest is of what the browser sees, which knows one line end


def _body(run: CheckRun, show_names: bool, script: str | None) -> list[Markup]:
    program = element("p", "redact: check before publication", class_="program")
    main = element(
        "main",
        answer(run, first=join([first(run), since(run)]), show_names=show_names),
        documents(run),
        filters(run) if show_names else "",
        *(_document(checked, run, show_names) for checked in run.documents),
        together(run, show_names=show_names),
        told_together(run, show_names=show_names),
        _ground(run),
        id="main",
        tabindex="-1",
    )
    return [
        element("a", "Skip to the answer", href="#main", class_="skip"),
        element("header", program),
        _contents(run, show_names),
        main,
        element(
            "footer",
            element("p", f"Made by redact {run.tool_version} on this computer alone.", class_="small"),
        ),
        *([element("script", raw(script))] if script is not None else []),
    ]


def _contents(run: CheckRun, show_names: bool) -> Markup:
    links = [("#main", "The answer")]
    for checked in run.documents:
        links.append((f"#document-{checked.number}", checked.name))
        if show_names and checked.document is not None:
            links.append((f"#document-{checked.number}-text", f"The text of {checked.name}"))
    links += [(f"#{TOGETHER_ID}", together_words(run))] if has_bundle(run) else []
    links += [(f"#{IDENTIFY_ID}", TITLE)] if run.together is not None else []
    links.append(("#ground", "What the answer rests on"))
    items = [element("li", element("a", words, href=address)) for address, words in links]
    return element("nav", element("ul", *items), aria_label="On this page")


# ------------------------------------------------------------------ one document


def _document(checked: Checked, run: CheckRun, show_names: bool) -> Markup:
    heading = element("h2", f"{checked.name}: {readiness_words(checked)}", id=f"document-{checked.number}")
    called = [_row("The file", printable(checked.path))] if show_names else []
    if checked.document is None or checked.judgement is None:
        return element("section", heading, element("dl", *called) if called else "", *_error(checked))
    document, judgement = checked.document, checked.judgement
    rules = hidden_rules(run)
    marks = lay_out(document, _to_mark(judgement, rules), checked.number) if show_names else None
    page = Page(checked.number, survey(document, show_names=show_names), marks, rules)
    left = left_of(checked)
    return element(
        "section",
        heading,
        element("dl", *called, *_facts(checked, document)),
        findings(left.undecided(), page),
        hidden_findings(left.undecided(), page),
        gaps(left.gaps, page),
        decided(decided_of(checked, page.places)),
        requirements(run, judgement.verdicts, page.places.of_span),
        unjudged(judgement, frozenset(rule.id for rule in run.rules if rule.is_requirement)),
        near_misses(left_alone(run.near_misses, document), page) if run.explained else "",
        plain(run, page),
        access(run, page),
        reading(document, page) if show_names else "",
    )


def _to_mark(judgement: Judgement, rules: frozenset[str]) -> list[Finding]:
    """Choose the findings that are marked in the text: of the hidden ones, those around no other finding."""
    seen, hidden = apart(judgement.findings, rules)
    taken = {span.passage for finding in seen for span in finding.spans}
    return seen + [finding for finding in hidden if not any(span.passage in taken for span in finding.spans)]


def _error(checked: Checked) -> list[Markup]:
    if checked.error is None:
        return [element("p", "It was read and not judged, so that nobody can tell what stands in it.")]
    said = [element("p", element("strong", "It could not be read: "), ascii_words(checked.error.what))]
    if checked.error.remedy:
        said.append(element("p", element("strong", "What to do: "), ascii_words(checked.error.remedy)))
    return said


def _facts(checked: Checked, document: Document) -> list[Markup]:
    pages = count(document.pages, "page") if document.pages is not None else ""
    about = {Pages.EXACT: pages, Pages.ABOUT: f"about {pages}" if pages else "", Pages.NONE: ""}[
        document.paging
    ]
    size = ", ".join(filter(None, [FORMAT_WORDS[document.format], about, count(document.words, "word")]))
    read = f"no: {count(len(document.gaps), 'gap')}" if document.gaps else "yes"
    kind = checked.kind.value if checked.kind else "any kind"
    return [
        _row("Format", size),
        _row("Read completely", read),
        _row("Judged as", f"{kind} ({ascii_words(checked.kind_because)})"),
        _row("Fingerprint of the file", f"sha256 {short_digest(document.sha256)}"),
    ]


def _row(words: str, value: str) -> Markup:
    return join([element("dt", words), element("dd", element("bdi", value))])


# ------------------------------------------------------------------ what it rests on


def _ground(run: CheckRun) -> Markup:
    """Say for whom it was checked, with what, and what this version does not judge."""
    settings = run.settings
    rows = [
        _row("Checked for", f"{AUDIENCE_WORDS[settings.audience]}, {MODE_WORDS[settings.mode]}"),
        _row("Edition of Working Together", edition_words(settings).removeprefix("edition: ")),
        *([_row("Board", ascii_words(settings.board))] if settings.board else []),
        _row("Judged by", count(tally(run.documents, run.bundle).rules, "rule")),
        _row("Program", f"redact {run.tool_version}"),
        _row("Rules", short_digest(run.rules_digest)),
        _row("Name model", model_words(run).removeprefix("name model ")),
        _row("Settings", short_digest(run.settings_digest)),
        *([_row("Case", run.case.id)] if run.case else []),
        *([_row("Who is who", key_words(run.key))] if run.key else []),
        _row("Exit status", f"{int(run.status)}: {run.status.words}"),
    ]
    said = [element("p", words) for words in (to_verify(run), *limits(run)) if words]
    return element(
        "section",
        element("h2", "What the answer rests on", id="ground"),
        element("dl", *rows),
        element("h3", "What was not judged"),
        *said,
    )
