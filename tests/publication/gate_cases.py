"""Invented cases of the gate with files that were checked, and statements that were given for them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from redact.publication.needed import needed
from redact.publication.register import register_digest
from redact.values.gate import GateState
from redact.values.gate_record import AttachedPaper, CheckRecord, Gate, PaperPart, ReadGap
from redact.values.judgement import Readiness
from redact.values.rules import Edition, Mode, Rulebook
from redact.values.statements import GivenStatement, How, NeededStatement
from tests.shipped_rules import shipped_rules

__all__ = ["book", "case", "given", "ids", "signed"]

WHEN = datetime(2027, 1, 5, 9, tzinfo=UTC)


def book() -> Rulebook:
    return shipped_rules()


def case(
    edition: Edition = Edition.WT2015,
    board: str | None = "bath-nes",
    mode: Mode = Mode.FULL,
    *parts: PaperPart,
    gaps: tuple[ReadGap, ...] = (),
) -> Gate:
    papers = tuple(
        AttachedPaper(part, f"{number:064x}", "pdf")
        for number, part in enumerate(parts or (PaperPart.REPORT,), 1)
    )
    check = CheckRecord("c" * 64, Readiness.READY, "d" * 64, "e" * 64, "0.9.0", WHEN, gaps=gaps)
    return Gate("K7", GateState.IN_REVIEW, edition, mode, board, papers=papers, check=check)


def given(gate: Gate, one: NeededStatement, who: str = "", card: str = "") -> GivenStatement:
    """Give a statement for the files as they are, by somebody of the role."""
    assert gate.check is not None
    who, how = who or f"{one.rule.role.words.title()} Imrie", How.SIGNED if card else How.RECORDED
    reason = next((code.value for code in one.rule.reasons), "")
    return GivenStatement(
        one.rule.id, one.rule.version, one.subject, one.rule.role, who, how, gate.papers_digest,
        gate.check.result, gate.check.rules, "9" * 64, WHEN, card, reason, register_digest(gate),
    )  # fmt: skip


def signed(gate: Gate, *without: str) -> Gate:
    """Give the case with all that it needs, but for the ids in `without`."""
    wanted = [one for one in needed(book(), gate) if one.rule.id not in without]
    return replace(gate, statements=tuple(given(gate, one) for one in wanted))


def ids(gate: Gate) -> set[str]:
    return {one.rule.id for one in needed(book(), gate)}
