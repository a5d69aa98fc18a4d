"""What came of looking at a gate from its first line on, for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from textwrap import wrap

from redact.report.wording import count
from redact.values.gate_verified import GateVerified

__all__ = ["as_json", "as_text"]

_WIDTH = 79


def as_text(found: GateVerified) -> str:
    """Write it for a screen."""
    return "\n".join(piece for line in _lines(found) for piece in _wrapped(line)) + "\n"


def as_json(found: GateVerified) -> str:
    """Write it for a program: schema `redact-gate-verify/1`."""
    told = {
        "schema": "redact-gate-verify/1",
        "case": found.case,
        "whole": found.whole,
        "log": {"lines": found.lines, "head": found.head},
        "witnesses": [{"lines": one.lines, "head": one.head} for one in found.witnesses],
        "judged_under_other_rules": found.other_rules,
        "papers": found.papers,
        "statements": {"signed": found.signed, "recorded": found.recorded},
        "faults": [{"line": one.line, "what": one.what, "next": one.next} for one in found.faults],
    }
    return json.dumps(told, indent=2, ensure_ascii=True) + "\n"


def _lines(found: GateVerified) -> Iterator[str]:
    yield f"Case {found.case}: " + ("the gate is whole." if found.whole else "the gate is NOT whole.")
    for fault in found.faults:
        where = f"line {fault.line:,} of the log: " if fault.line is not None else ""
        yield f"  - {where}{fault.what}"
        yield f"    next: {fault.next}"
    if found.lines:
        yield f"Log: {count(found.lines, 'line', 'lines')}, head {found.head}"
    if found.other_rules:
        lines = count(found.other_rules, "line was", "lines were")
        yield f"{lines} written under other rules than those of now: of these only their order was looked at."
    if found.papers:
        yield f"Files: {count(found.papers, 'is', 'are')} looked at byte for byte."
    if found.signed or found.recorded:
        yield f"Statements: {found.signed:,} signed, {found.recorded:,} recorded by the manager."
    if found.witnesses:
        yield f"Held against {count(len(found.witnesses), 'head', 'heads')} of the log that others have."
    elif found.whole:
        yield (
            "Held against nothing that others have: whoever has a manager's identity could have written all "
            "of this anew. Give a certificate: redact gate verify --certificate FILE"
        )


def _wrapped(line: str) -> list[str]:
    indent = " " * (len(line) - len(line.lstrip()) + 2)
    return wrap(line, _WIDTH, subsequent_indent=indent, break_long_words=False) or [""]
