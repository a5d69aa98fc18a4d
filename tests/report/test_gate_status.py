"""Where a case stands, on one screen and for programs."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import jsonschema
import pytest

from redact.report.gate_status import as_text
from redact.report.gate_status_json import as_json, schema
from redact.run.case_file import CaseFolder
from redact.run.gate_log import Doing
from redact.run.gate_standing import status
from redact.values.gate import GateAction, GateState, Guard, Refusal, Turn
from redact.values.gate_record import Dispatch
from redact.values.gate_status import GateStatus
from redact.values.statements import GateRole
from tests.run.gate_factory import Clock, attach, begin, note, settle, write

SCREEN = 40  # lines
NO_REASON = Refusal("no-reason", "no reason is given", "Give one", Guard.REASON_GIVEN)


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return settle(monkeypatch)


@pytest.fixture
def found(tmp_path: Path) -> CaseFolder:
    return begin(tmp_path)


def stands(found: CaseFolder) -> GateStatus:
    return status(found, found.folder.parent / "own")


def in_review(found: CaseFolder) -> GateStatus:
    attach(found)
    day = Doing(GateAction.SET_DATE, GateRole.MANAGER, {"publish-on": "2027-03-24"})
    write(found, day, note("initiated", "2026-06-01"))
    return stands(found)


def test_the_screen_of_a_case_that_has_begun(found: CaseFolder) -> None:
    told = as_text(stands(found))
    assert told.startswith("Case K7 - wt2015 - bath-nes - published in full\nState: draft\n")
    assert "Whose turn: the business manager, to attach the files that will be published" in told
    assert "Nothing is missing for the next step." in told
    assert "no day is set: redact gate set-date" in told
    assert "business manager Imogen Tarrant" in told
    assert "Log                   1 line, head " in told


def test_days_are_told_as_people_read_them(found: CaseFolder) -> None:
    told = as_text(in_review(found))
    assert "To be published on    Wednesday 24 March 2027 (in 78 days)" in told
    assert "Send by (safe)        Friday 12 March 2027 (in 66 days)" in told
    assert "Last day (hard)       Monday 15 March 2027 (in 69 days)" in told
    assert "was owed by Tuesday 1 December 2026 (past): The review is complete" in " ".join(told.split())
    assert "the national panel: nothing is sent yet" in told


def test_what_is_missing_fits_on_one_screen_unless_all_is_asked_for(found: CaseFolder) -> None:
    held = in_review(found)
    waits = len(held.waits_for)
    told = as_text(held)
    assert f"Missing for the next step ({waits}):" in told
    assert f"and {waits - 8} more: redact gate status --all" in told
    assert told.count("\n") <= SCREEN
    everything = as_text(held, everything=True)
    assert everything.count("  - missing-statement: ") == waits
    assert everything.count("    next: ") > told.count("    next: ")


def test_no_line_is_wider_than_a_terminal(found: CaseFolder) -> None:
    told = as_text(in_review(found), everything=True)
    assert max(len(line) for line in told.splitlines()) <= 79


def test_what_was_sent_is_told_with_its_time(found: CaseFolder) -> None:
    held = stands(found)
    sent = Dispatch("ofsted", datetime(2027, 3, 1, 16, 30), "0a" * 32, "0b" * 32)
    told = as_text(replace(held, gate=replace(held.gate, dispatches=(sent,))))
    assert "  Ofsted: sent on Monday 1 March 2027, 16:30\n" in told


def test_a_changed_file_stands_in_capitals(found: CaseFolder) -> None:
    path = attach(found)
    path.write_bytes(b"%PDF-1.7 another one")
    held = stands(found)
    assert "report (pdf, CHANGED)" in as_text(held)
    assert not held.free
    assert held.waits_for[0].code == "changed-byte"
    assert json.loads(as_json(held))["papers"][0]["changed"]


def test_a_broken_case_is_not_free_although_the_next_step_is_there(found: CaseFolder) -> None:
    path = attach(found)
    good = path.read_bytes()
    path.write_bytes(b"%PDF-1.7 another one")
    write(found, note())
    path.write_bytes(good)
    held = stands(found)
    assert (held.gate.state, held.changed, held.free) == (GateState.BROKEN, (), False)


def test_the_form_for_programs_is_that_of_its_schema(found: CaseFolder) -> None:
    for held in (stands(found), in_review(found)):
        told = json.loads(as_json(held))
        jsonschema.validate(told, schema())
        assert told["free"] is held.free
        assert (told["state"], told["log"]["lines"]) == (held.gate.state.value, held.gate.lines)
    assert told["turn"]["missing"][0].keys() == {"code", "what", "next", "guard"}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(told | {"more": 1}, schema())


@pytest.mark.parametrize(
    ("changes", "free"),
    [
        ({}, True),
        ({"stops": (Refusal("clock", "a", "A"),)}, False),
        ({"unchecked": 1}, False),
        ({"turn": Turn(GateRole.MANAGER, GateAction.CLEAR, (Refusal("late", "a", "A"),))}, False),
        ({"turn": Turn(GateRole.MANAGER, GateAction.SETTLE, (NO_REASON,))}, True),
        (
            {"turn": Turn(GateRole.MANAGER, None)},
            False,
        ),  # withdrawn, say: nothing comes next, and it is not over
    ],
)
def test_free_is_told_only_where_nothing_is_missing(
    changes: dict[str, object], free: bool, found: CaseFolder
) -> None:
    held = replace(stands(found), **changes)  # type: ignore[arg-type]
    assert held.free is free


@pytest.mark.parametrize("state", [GateState.PUBLISHED, GateState.REPUBLISHED, GateState.ARCHIVED])
def test_what_is_published_waits_for_nothing(state: GateState, found: CaseFolder) -> None:
    held = stands(found)
    later = Turn(GateRole.MANAGER, GateAction.ARCHIVE, (Refusal("still-on-view", "a year", "Wait"),))
    gate = replace(held.gate, state=state, published_on=date(2027, 3, 24))
    over = replace(held, gate=gate, turn=later)
    assert over.free
    assert "Not yet:" in as_text(over)
    assert "Published             Wednesday 24 March 2027" in as_text(over)


def test_lines_of_somebody_unknown_are_told(found: CaseFolder) -> None:
    told = as_text(replace(stands(found), unchecked=2))
    assert "2 lines are signed by somebody whose card you do not trust" in " ".join(told.split())


def test_the_zone_of_the_log_is_utc(found: CaseFolder) -> None:
    last = stands(found).gate.last
    assert last is not None
    assert last.tzinfo is UTC
