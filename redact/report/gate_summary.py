"""What a pack is, for a program: hashes, days, counts, and no name."""

from __future__ import annotations

import json
from datetime import date

from redact.report.gate_certificate import NO_PROGRAM
from redact.values.gate_pack import PackFacts
from redact.values.gate_record import CheckRecord
from redact.values.gate_witness import witness_as_text
from redact.values.statements import GivenStatement

__all__ = ["SCHEMA", "summary"]

SCHEMA = "redact-gate-pack/1"
Json = dict[str, object]


def summary(facts: PackFacts) -> str:
    """Write the facts of a pack as JSON; the same bytes each time."""
    gate = facts.gate
    papers = [
        {"part": one.part.value, "name": one.name or None, "sha256": one.sha256} for one in facts.papers
    ]
    whole: Json = {
        "schema": SCHEMA,
        "case": gate.case,
        "edition": gate.edition.value,
        "board": gate.board,
        "mode": gate.mode.value,
        "number": facts.number,
        "publish_on": _day(gate.publish_on),
        "as_of": facts.as_of.isoformat(),
        "tool": facts.tool,
        "papers": gate.papers_digest,
        "files": papers,
        "check": None if gate.check is None else _check(gate.check),
        "sending": _sending(facts),
        "statements": [_statement(one.given) for one in facts.said],
        "not_judged": [
            {"rule": one.rule, "outcome": one.outcome.value, "files": one.times} for one in facts.unjudged
        ],
        "no_program_tells": list(NO_PROGRAM),
        "proceedings": {
            "open": sum(one.concluded is None for one in gate.proceedings),
            "concluded": sum(one.concluded is not None for one in gate.proceedings),
        },
        "log": witness_as_text(gate.lines, gate.head),
    }
    return json.dumps(whole, indent=2, ensure_ascii=True) + "\n"


def _check(check: CheckRecord) -> Json:
    return {
        "result": check.result,
        "readiness": check.readiness.value,
        "rules": check.rules,
        "model": check.model or None,
        "tool": check.tool,
        "open": check.open,
        "read_by_people": len(check.gaps),
        "exceptions": check.exceptions,
        "lowered": list(check.lowered),
    }


def _sending(facts: PackFacts) -> Json:
    by = facts.by
    skipped = by.counted.skipped if by else ()
    return {
        "to": [one.value for one in facts.recipients],
        "hard": _day(by.hard if by else None),
        "safe": _day(by.safe if by else None),
        "uk_hard": _day(by.uk_hard if by else None),
        "calendar": by.counted.source if by else None,
        "skipped": [{"day": one.day.isoformat(), "because": one.because} for one in skipped],
    }


def _statement(given: GivenStatement) -> Json:
    return {
        "statement": given.statement,
        "version": given.version,
        "role": given.role.value,
        "how": given.how.value,
        "given": given.when.isoformat(),
        "evidence": given.evidence,
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
