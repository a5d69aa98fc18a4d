"""The page of the gate's table is what the table says."""

from __future__ import annotations

import re

from redact.publication.states import COMMANDS
from redact.values.gate import GateState, Guard
from tests.publication.gate_walk import table
from tools.make_gate_table import PAGE, moving, page


def test_the_page_is_written_anew_after_a_change() -> None:
    """After a change of rules/gate/states.yaml: python tools/make_gate_table.py."""
    assert PAGE.read_text(encoding="utf-8") == page()


def test_the_page_has_each_state_each_guard_and_each_step() -> None:
    told = page()
    for state in GateState:
        assert f"\n## {state.words.capitalize()}\n" in told
    for guard in Guard:
        assert f"\n| `{guard.value}` | " in told
    rows = told.count("\n| ") - len(re.findall(r"^\| (What is done|Mode|Guard) ", told, re.MULTILINE))
    moving_ = moving(table())
    still = {step.action for step in table().steps if step not in moving_}
    assert rows == len(moving_) + len(still) + len(table().papers) + len(Guard)
    for command in COMMANDS.values():
        assert f"(`{command}`)" in told
