"""Invented facts of a pack, of which letters and certificate are written."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from redact.publication.recipients import rule_of, who
from redact.publication.sending import send_by
from redact.values.gate import GateState
from redact.values.gate_pack import PackedPaper, PackFacts, Said, Unjudged
from redact.values.gate_record import (
    AttachedPaper,
    CheckRecord,
    Gate,
    PaperPart,
    Proceeding,
    ReadGap,
)
from redact.values.judgement import Outcome, Readiness
from redact.values.rules import Edition, Mode
from redact.values.statements import GateRole, GivenStatement, How
from tests.publication.gate_walk import book

__all__ = ["facts", "gate_of"]

_PARTS = {
    Mode.IMPROVEMENTS_ONLY: PaperPart.IMPROVEMENTS,
    Mode.NOT_PUBLISHED: PaperPart.REASONS,
    Mode.SUMMARY_ONLY: PaperPart.SUMMARY,
}
_AT = datetime(2026, 12, 1, 9, 3, tzinfo=UTC)


def gate_of(edition: Edition, mode: Mode, board: str | None) -> Gate:
    """A gate that is signed off, of which little is real."""
    check = CheckRecord(
        "ef" * 32,
        Readiness.READY,
        "44" * 32,
        "12" * 32,
        "0.9.0",
        _AT,
        gaps=(ReadGap("f1", "page 7 of the report: a picture"),),
        lowered=("bn-05",),
        exceptions=2,
    )
    given = GivenStatement(
        statement="board-sign-off",
        version="1",
        subject="",
        role=GateRole.CHAIR,
        who="Florian Ashgrove",
        how=How.RECORDED,
        papers="",
        check="",
        rules="",
        evidence="aa" * 32,
        when=_AT,
    )
    return Gate(
        "24-017",
        GateState.SIGNED_OFF,
        edition,
        mode,
        board,
        publish_on=None if mode is Mode.NOT_PUBLISHED else date(2027, 1, 7),
        papers=(AttachedPaper(_PARTS.get(mode, PaperPart.REPORT), "ab" * 32, "pdf", "cd" * 32),),
        check=check,
        statements=(given, replace(given, role=GateRole.AUTHOR, who="Ada Quillfeather", how=How.SIGNED)),
        proceedings=(Proceeding("1", "inquest", "coroner"),),
        lines=31,
        head="9a" * 32,
        last=_AT,
    )


def facts(
    edition: Edition = Edition.WT2015, mode: Mode = Mode.FULL, board: str | None = "bath-nes"
) -> PackFacts:
    """The facts of a pack of such a gate."""
    gate = gate_of(edition, mode, board)
    rule = rule_of(book(), gate)
    (paper,) = gate.papers
    folder = "enclosed" if mode is Mode.NOT_PUBLISHED else "published"
    return PackFacts(
        gate=gate,
        book=book(),
        number=1,
        papers=(
            PackedPaper(paper.part, f"{folder}/{paper.part.value}.pdf", paper.sha256),
            PackedPaper(PaperPart.COMPANION, "", "ee" * 32),
        ),
        recipients=who(book(), gate),
        as_of=_AT,
        by_whom="Rufus Oakley",
        card="22" * 16,
        tool="0.9.0",
        rule=rule,
        by=send_by(gate.publish_on, rule) if rule and gate.publish_on else None,
        said=tuple(Said(one, "The board has signed it off.") for one in gate.statements),
        unjudged=(
            Unjudged("bn-05", "Data protection law and court orders are kept", Outcome.NEEDS_A_PERSON, 2),
            Unjudged("x-08", "Whether to publish was decided", Outcome.NOT_RUN),
        ),
        misses=("Of 100 names 1 was missed.",),
        board_name="Anytown Safeguarding Partnership",
        contact="Board office, 01632 960000",
    )
