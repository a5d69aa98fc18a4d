"""What no reader sees has a section of its own in the reports, by weight, with how to take it out."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from importlib.resources import files

import pytest

from redact.report import REPORTS
from redact.report.hidden import advice_words, apart, hidden_rules
from redact.values.checking import CheckRun
from redact.values.judgement import Finding, Judgement, Outcome, RuleKind, Severity, Verdict
from redact.values.places import PLACES
from redact.values.text import Location, Part, Span
from tests.report.run_factory import RUNS, DocumentMaker, make_run
from tests.shipped_rules import shipped_rules

RULES = shipped_rules().rules
BY_ID = {rule.id: rule for rule in RULES}
WORD = "Marchbanks"


def finding(id_: str, location: Location, severity: Severity, span: Span | None, because: str) -> Finding:
    rule = BY_ID[id_]
    return Finding(
        rule=rule.id,
        severity=severity,
        label=None,
        masked="[comment]",
        text=WORD if span else "",
        entity=None,
        message=rule.message,
        hint=rule.hint,
        because=because,
        score=1.0,
        fingerprint="hmac:" + because,
        location=location,
        spans=(span,) if span else (),
    )


def run_with_hidden() -> CheckRun:
    """A run with a named comment, two links and a thumbnail, besides what everybody reads."""
    maker = DocumentMaker().add("1 Introduction", level=1).add("{Ottoline Marchbanks} rang.")
    maker.add(f"Ask {WORD} first.", Part.COMMENT, place="D27")
    run = make_run([maker])
    comment = Span(maker.passages[2].id, 0, 10)
    hidden = (
        finding("comment-left", Location(Part.COMMENT, "D27", block=1), Severity.BLOCK, comment, "1 piece"),
        finding("thumbnail", Location(Part.IMAGE, "D61"), Severity.ASK, None, "a small picture"),
        finding("link-target", Location(Part.LINK, "D45"), Severity.NOTE, None, "2 pieces of text"),
    )
    (checked,) = run.documents
    assert checked.judgement is not None
    verdicts = tuple(Verdict(one.rule, Outcome.FAIL, "found", "source", (one,)) for one in hidden)
    judgement: Judgement = replace(checked.judgement, verdicts=checked.judgement.verdicts + verdicts)
    return replace(run, documents=(replace(checked, judgement=judgement),), rules=RULES)


def headings(html: str) -> list[str]:
    return [re.sub(r"<[^>]+>", "", found) for found in re.findall(r"<h3[^>]*>(.*?)</h3>", html)]


def test_the_text_report_puts_them_under_a_heading_of_their_own() -> None:
    text = REPORTS["text"](run_with_hidden())
    seen, _, hidden = text.partition("Hidden in the file (3 places)")
    assert "rule person-name" in seen
    assert "rule comment-left" not in seen
    hidden = " ".join(hidden.split())
    order = ["rule comment-left", "rule thumbnail", "rule link-target"]
    assert sorted(order, key=hidden.index) == order
    assert WORD not in text


def test_the_text_report_says_where_how_much_and_what_to_do() -> None:
    text = REPORTS["text"](run_with_hidden())
    lines = [line.strip() for line in text.splitlines()]
    assert "comment 1: 1 piece" in lines
    assert "picture: a small picture" in lines
    assert "target of a link: 2 pieces of text" in lines
    assert any(line.startswith("what to do: In Word: Review > Delete") for line in lines)


def test_the_page_has_a_section_for_them_by_weight() -> None:
    assert headings(REPORTS["html"](run_with_hidden()))[:5] == [
        "To change before this is published (1 place)",
        "Hidden in the file (3 places)",
        "Hidden, with a name or identifier in it: to take out before this is published (1 place)",
        "Hidden. To decide: take it out, or record why it stays (1 place)",
        "Hidden. To know: it stops nothing (1 place)",
    ]


def test_the_page_says_how_each_is_taken_out() -> None:
    html = REPORTS["html"](run_with_hidden())
    assert html.count("How to take it out: ") == 3
    assert "Review &gt; Delete &gt; Delete All Comments in Document" in html
    assert "Untick" not in html.split("Hidden in the file")[0]
    assert WORD not in html


def test_the_page_of_the_owner_shows_what_stands_there() -> None:
    html = REPORTS["html"](run_with_hidden(), show_names=True)
    section = html.split("Hidden in the file")[1].split("The text with its findings")[0]
    assert WORD in section


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_without_any_says_nothing_of_them(name: str) -> None:
    assert "Hidden in the file" not in REPORTS[name](RUNS["many-faults"]())


def test_findings_are_told_apart_by_the_kind_of_their_rule() -> None:
    run = run_with_hidden()
    (checked,) = run.documents
    assert checked.judgement is not None
    seen, hidden = apart(checked.judgement.findings, hidden_rules(run))
    assert {one.rule for one in hidden} == {"comment-left", "thumbnail", "link-target"}
    assert len(seen) + len(hidden) == len(checked.judgement.findings)


@pytest.mark.parametrize("kind", RuleKind)
def test_the_hint_of_a_rule_is_called_what_it_is(kind: RuleKind) -> None:
    rule = next(rule for rule in RULES if rule.kind is kind)
    written = (RuleKind.IDENTITY, RuleKind.DOCUMENT_KIND, RuleKind.LABELS, RuleKind.BUNDLE)
    words = "What to write instead" if kind in written else "What to do"
    words = "How to take it out" if kind is RuleKind.HIDDEN else words
    assert advice_words(rule) == words


def masks() -> str:
    schema = json.loads(files("redact.report").joinpath("check-1.schema.json").read_text(encoding="utf-8"))
    pattern = schema["$defs"]["finding"]["properties"]["masked"]["pattern"]
    assert isinstance(pattern, str)
    return pattern


@pytest.mark.parametrize("title", sorted(set(PLACES.values())))
def test_the_schema_of_the_json_knows_the_mask_of_every_place(title: str) -> None:
    assert re.search(masks(), f"[{title}]")
    assert not re.search(masks(), f"[{title} {WORD}]")
