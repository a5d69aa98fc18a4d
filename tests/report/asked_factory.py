"""A run in which requirements are judged, made by hand: each outcome, in a document and for the review."""

from __future__ import annotations

from dataclasses import replace

from redact.errors import ExitStatus
from redact.values.checking import CheckRun
from redact.values.judgement import (
    BundleJudgement,
    DocumentKind,
    Edition,
    Finding,
    How,
    Outcome,
    Readiness,
    Rule,
    RuleKind,
    Settings,
    Severity,
    SourceStatus,
    Verdict,
)
from redact.values.text import Location, Part, Span
from tests.report.run_factory import clean_run

__all__ = ["asked_run"]


def asked_run(*, guessed: bool = True) -> CheckRun:
    """One document under a guessed edition and a board: each outcome once, and two for the review."""
    run = clean_run()
    checked = run.documents[0]
    assert checked.judgement is not None
    rules = [
        _rule("bn-06", "The analysis is sound", edition=(Edition.WT2015,)),
        _rule("bn-08", "Written to be published", status=SourceStatus.TO_VERIFY),
        _rule(
            "bn-15", "The reviewer is independent", sentence="The reviewer worked for none of the agencies."
        ),
        _rule("mk-12", "How people are called is decided"),
        _rule(
            "bn-05", "Other law", kind=RuleKind.ATTESTED, sentence="I have looked at every order of a court."
        ),
        _rule("br-10", "The review is complete"),
    ]
    verdicts = (
        _verdict(rules[0], Outcome.FAIL, "the section is empty", _missing("bn-06", "the section is empty")),
        replace(_verdict(rules[1], Outcome.PASS, "under a heading"), where=(_first_words(run),)),
        _verdict(rules[2], Outcome.NEEDS_A_PERSON, "a sentence says so"),
        _verdict(rules[3], Outcome.NOT_APPLICABLE, "the rule is of the procedure of milton-keynes"),
    )
    between = (
        _verdict(rules[4], Outcome.NEEDS_A_PERSON, "no program can tell: a person signs it"),
        _verdict(
            rules[5], Outcome.FAIL, "no action plan was given", _missing("br-10", "no action plan was given")
        ),
    )
    judgement = replace(
        checked.judgement,
        readiness=Readiness.NOT_READY,
        verdicts=checked.judgement.verdicts + verdicts,
    )
    settings = Settings(Edition.WT2015, DocumentKind.OVERVIEW, board="bath-nes", edition_how=How.STATED)
    if guessed:
        because = "the board of the case was under it last"
        settings = replace(settings, edition_how=How.GUESSED, edition_because=because)
    return replace(
        run,
        documents=(replace(checked, judgement=judgement, status=ExitStatus.FINDINGS),),
        bundle=BundleJudgement(Readiness.NOT_READY, between, ("1 finding to decide",)),
        settings=settings,
        rules=tuple(rules),
        lowered=("bn-07: note instead of ask",),
        readiness=Readiness.NOT_READY,
        status=ExitStatus.FINDINGS,
    )


def _first_words(run: CheckRun) -> Span:
    document = run.documents[0].document
    assert document is not None
    return Span(document.passages[1].id, 0, 5)


def _rule(id_: str, title: str, **changes: object) -> Rule:
    values: dict[str, object] = {
        "id": id_,
        "kind": RuleKind.DOCUMENT_KIND,
        "severity": Severity.ASK,
        "title": title,
        "message": f"A fault of {id_}.",
        "hint": "Put it right.",
        "why": "It matters.",
        "source": "The procedure of a board, section 8",
        "params": {},
        "board": ("bath-nes",),
    }
    return Rule(**{**values, **changes})  # type: ignore[arg-type]


def _verdict(rule: Rule, outcome: Outcome, because: str, *findings: Finding) -> Verdict:
    return Verdict(rule.id, outcome, because, rule.source, findings, rule.sentence)


def _missing(rule: str, because: str) -> Finding:
    return Finding(
        rule, Severity.ASK, None, "", "", None, f"A fault of {rule}.", "Put it right.", because, 1.0,
        "hmac:" + f"{len(because):032x}", Location(Part.BODY), (),
    )  # fmt: skip
