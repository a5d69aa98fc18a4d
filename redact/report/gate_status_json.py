"""Where a case stands on its way to publication, for programs: schema `redact-gate/1`.

Days are written as year-month-day. The names in it are of those who sign; no word of the case is in it.
"""

from __future__ import annotations

import json
from datetime import date
from importlib.resources import files

from redact.values.clocks import Owed
from redact.values.gate import Refusal
from redact.values.gate_record import AttachedPaper
from redact.values.gate_status import GateStatus
from redact.values.statements import NeededStatement

__all__ = ["as_json", "schema"]


def as_json(status: GateStatus) -> str:
    """Write it for a program."""
    gate, turn = status.gate, status.turn
    told = {
        "schema": "redact-gate/1",
        "today": status.today.isoformat(),
        "case": gate.case,
        "edition": gate.edition.value,
        "board": gate.board,
        "mode": gate.mode.value,
        "state": gate.state.value,
        "free": status.free,
        "turn": {
            "role": turn.role.value,
            "action": None if turn.action is None else turn.action.value,
            "missing": [_refusal(one) for one in status.waits_for],
        },
        "days": _days(status),
        "owed": [_owed(one) for one in status.owed],
        **_done(status),
        "warnings": list(status.warnings),
        "log": {"lines": gate.lines, "head": gate.head, "unchecked": status.unchecked},
    }
    return json.dumps(told, indent=2, ensure_ascii=True) + "\n"


def schema() -> dict[str, object]:
    """Give the schema of what `as_json` writes."""
    text = files("redact.report").joinpath("gate-1.schema.json").read_text(encoding="utf-8")
    loaded: dict[str, object] = json.loads(text)
    return loaded


# ------------------------------------------------------------------ private


def _done(status: GateStatus) -> dict[str, object]:
    """Say what there is by now: files, statements, people, what was sent, what is before a court."""
    gate = status.gate
    return {
        "sent": [
            {"to": one.to, "at": one.at.isoformat(), "pack": one.pack, "evidence": one.evidence}
            for one in gate.dispatches
        ],
        "papers": [_paper(one, status) for one in gate.papers],
        "statements": {
            "given": len(gate.statements),
            "needed": len(status.needed),
            "missing": [_statement(one) for one in status.missing],
        },
        "people": [
            {"role": one.role.value, "name": one.name, "card": one.card or None} for one in gate.people
        ],
        "proceedings": [one.id for one in gate.proceedings if one.concluded is None],
    }


def _paper(one: AttachedPaper, status: GateStatus) -> dict[str, object]:
    return {
        "part": one.part.value,
        "sha256": one.sha256,
        "form": one.form,
        "source": one.source or None,
        "changed": one.part in status.changed,
    }


def _owed(one: Owed) -> dict[str, object]:
    return {
        "row": one.due.clock.row,
        "what": one.due.clock.what,
        "day": one.due.day.isoformat(),
        "keeps": one.due.clock.keeps,
        "done": None if one.done is None else one.done.isoformat(),
        "late": one.late,
    }


def _refusal(one: Refusal) -> dict[str, str | None]:
    guard = None if one.guard is None else one.guard.value
    return {"code": one.code, "what": one.what, "next": one.next, "guard": guard}


def _statement(one: NeededStatement) -> dict[str, str]:
    return {
        "id": one.rule.id,
        "version": one.rule.version,
        "subject": one.subject,
        "role": one.rule.role.value,
        "stage": one.rule.stage.value,
        "sentence": one.sentence,
    }


def _days(status: GateStatus) -> dict[str, object]:
    gate, by = status.gate, status.send_by
    days: dict[str, date | None] = {
        "publish_on": gate.publish_on,
        "safe": None if by is None else by.safe,
        "hard": None if by is None else by.hard,
        "uk_hard": None if by is None else by.uk_hard,
        "published_on": gate.published_on,
    }
    told: dict[str, object] = {name: None if day is None else day.isoformat() for name, day in days.items()}
    left = None if by is None else (by.safe - status.today).days
    return {**told, "days_left_to_safe": left}
