"""A CheckRun as SARIF 2.1.0, for the programs in which people already look at findings.

It is made to be handed on: no word of a document, no file name and no path is in it, whatever is asked.
A region counts code points, half-open by its length, in what `redact text` prints of the document, since
a Word file or a PDF has no text of its own in which one could count. What could not be read stands among
the notifications, and the invocation is then not a successful one. What looked like an identifier and was
left alone is, where it was asked for, a result of the kind "informational" and of no level: no fault, and
no notice of how the program ran.
"""

from __future__ import annotations

import json

from redact.report.as_json import provenance
from redact.report.bundle import findings_between
from redact.report.decided import suppressions
from redact.report.left_alone import LeftAlone, left_alone
from redact.report.media_types import MEDIA_TYPES
from redact.report.parts import sarif_properties
from redact.report.sarif_notices import NOTICES, Json, invocation, location, sentences
from redact.report.sarif_rules import LEFT_ALONE, LEFT_ALONE_RULE, LEVELS, descriptor
from redact.report.whereabouts import Whereabouts, survey
from redact.values.checking import Checked, CheckRun
from redact.values.judgement import Finding, Outcome, Readiness, Verdict

__all__ = ["SCHEMA", "render"]

# The name by which other programs know the format; nothing is fetched from there.
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_FINGERPRINT = "redactKeyedContext/v1"
_SCORE_DIGITS = 4


def render(run: CheckRun, *, show_names: bool = False) -> str:
    """Write a run as SARIF, two spaces deep, with a line end at its end.

    Args:
        show_names: changes nothing: who asks for names wants another format.
    """
    log: Json = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(run)]}
    return json.dumps(log, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _run(run: CheckRun) -> Json:
    rules = _rule_ids(run)
    numbers = {rule: number for number, rule in enumerate(rules)}
    return {
        "tool": {"driver": _driver(run, rules)},
        "columnKind": "unicodeCodePoints",
        "invocations": [invocation(run, numbers)],
        "artifacts": [_artifact(checked) for checked in run.documents],
        "results": [
            result
            for place, checked in enumerate(run.documents)
            for result in (*_results(run, checked, place, numbers), *_near(run, checked, place, numbers))
        ]
        + _of_all(run, numbers),
        "properties": {
            "readiness": run.readiness.value,
            "status": int(run.status),
            "fingerprintScope": run.fingerprint_scope,
            "edition": run.settings.edition.value if run.settings.edition else None,
            "board": run.settings.board,
            "audience": run.settings.audience.value,
            "mode": run.settings.mode.value,
            **({"case": run.case.id} if run.case else {}),
            **sarif_properties(run),
        },
    }


# ------------------------------------------------------------------ the tool and its rules


def _rule_ids(run: CheckRun) -> list[str]:
    judged = {
        verdict.rule
        for checked in run.documents
        if checked.judgement
        for verdict in checked.judgement.verdicts
    }
    judged |= {verdict.rule for verdict in (run.bundle.verdicts if run.bundle else ())}
    return sorted(judged | {rule.id for rule in run.rules} | ({LEFT_ALONE} if run.explained else set()))


def _driver(run: CheckRun, rules: list[str]) -> Json:
    described = {LEFT_ALONE: LEFT_ALONE_RULE} | {rule.id: descriptor(rule) for rule in run.rules}
    return {
        "name": "redact",
        "version": run.tool_version,
        "semanticVersion": run.tool_version,
        "rules": [described.get(id_, {"id": id_}) for id_ in rules],
        "notifications": [{"id": id_, "shortDescription": {"text": words}} for id_, words in NOTICES.items()],
        "properties": provenance(run),
    }


# ------------------------------------------------------------------ documents and results


def _artifact(checked: Checked) -> Json:
    document, judgement = checked.document, checked.judgement
    readiness = judgement.readiness if document and judgement else Readiness.CANNOT_TELL
    read = {"mimeType": MEDIA_TYPES[document.format]} if document else {}
    hashed = {"hashes": {"sha-256": document.sha256}} if document else {}
    return {
        # Its name is ours: a number and a suffix that we know, so that a space is all there is to escape.
        "location": {"uri": checked.name.replace(" ", "%20")},
        "description": {"text": checked.name},
        "roles": ["analysisTarget"],
        **read,
        **hashed,
        "properties": {
            "readiness": readiness.value,
            "status": int(checked.status),
            "kind": checked.kind.value if checked.kind else None,
            "kindBecause": checked.kind_because,
            "pages": document.pages if document else None,
            "words": document.words if document else None,
        },
    }


def _results(run: CheckRun, checked: Checked, place: int, numbers: dict[str, int]) -> list[Json]:
    if checked.document is None or checked.judgement is None:
        return []
    places = survey(checked.document)
    decided = checked.judgement.decisions | (run.bundle.decisions if run.bundle else {})
    found = [
        {**_finding(finding, places, place, numbers), **suppressions(decided.get(finding.fingerprint))}
        for finding in (*checked.judgement.findings, *findings_between(run, checked))
    ]
    waiting = [v for v in checked.judgement.verdicts if v.outcome is Outcome.NEEDS_A_PERSON]
    return found + [_to_sign(verdict, place, numbers) for verdict in waiting]


def _of_all(run: CheckRun, numbers: dict[str, int]) -> list[Json]:
    """Tell what stands in no document: what is missing in all of them, and what is signed for the review."""
    if run.bundle is None:
        return []
    decided = run.bundle.decisions
    found = [
        {**_result(finding, numbers), **suppressions(decided.get(finding.fingerprint))}
        for finding in run.bundle.findings
        if not finding.spans
    ]
    waiting = [one for one in run.bundle.verdicts if one.outcome is Outcome.NEEDS_A_PERSON]
    return found + [_to_sign(verdict, None, numbers) for verdict in waiting]


def _finding(finding: Finding, places: Whereabouts, place: int, numbers: dict[str, int]) -> Json:
    where = places.of_finding(finding)
    at = location(place, finding.document_span, where=where, kind=finding.location.part.value)
    return {**_result(finding, numbers), "locations": [at]}


def _result(finding: Finding, numbers: dict[str, int]) -> Json:
    masked = f"{finding.masked}: " if finding.masked else ""
    return {
        **_rule_of_result(finding.rule, numbers),
        "level": LEVELS[finding.severity],
        "message": {"text": sentences(f"{masked}{finding.message}", finding.hint)},
        "partialFingerprints": {_FINGERPRINT: finding.fingerprint},
        "properties": {
            "masked": finding.masked,
            "label": finding.label,
            "person": finding.entity,
            "because": finding.because,
            "score": round(finding.score, _SCORE_DIGITS),
            "place": finding.location.place,
        },
    }


def _to_sign(verdict: Verdict, place: int | None, numbers: dict[str, int]) -> Json:
    return {
        **_rule_of_result(verdict.rule, numbers),
        "kind": "review",
        "level": "none",
        "message": {"text": sentences("still to be signed", verdict.sentence or "", verdict.because)},
        **({} if place is None else {"locations": [location(place)]}),
    }


def _near(run: CheckRun, checked: Checked, place: int, numbers: dict[str, int]) -> list[Json]:
    """Tell what was left alone in one document; nothing where nobody asked."""
    if not run.explained or checked.document is None:
        return []
    places = survey(checked.document)
    return [_near_miss(one, places, place, numbers) for one in left_alone(run.near_misses, checked.document)]


def _near_miss(one: LeftAlone, places: Whereabouts, place: int, numbers: dict[str, int]) -> Json:
    where = places.of_stretch(one.span, one.location, one.document_span)
    return {
        **_rule_of_result(LEFT_ALONE, numbers),
        "kind": "informational",
        "level": "none",
        "message": {"text": one.sentences},
        "locations": [location(place, one.document_span, where=where, kind=one.location.part.value)],
        "properties": {"label": one.label.value, "because": one.because, "place": one.location.place},
    }


def _rule_of_result(id_: str, numbers: dict[str, int]) -> Json:
    return {"ruleId": id_, "ruleIndex": numbers[id_]}
