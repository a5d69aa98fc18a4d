"""The table of the gate as data: what is read of `rules/gate`, and which faults are told, and where."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from redact.resources import rules_folder
from redact.rulebook import load
from redact.values.deadlines import Recipient
from redact.values.gate import GateAction, GateState, GateTable, Guard, Step
from redact.values.gate_record import PaperPart
from redact.values.rules import Edition, Mode
from redact.values.statements import GateRole, Stage
from tests.test_packs import BOARD, faults, rule, rules

STATES = """\
id: states
source: Our own
rows:
  - states: [draft, returned]
    action: attach
    roles: [manager, author]
    to: checking
  - states: [checking]
    action: pass-check
    roles: [manager]
    to: in-review
    guards: [check-ready, same-words]
    modes: [full]
stages:
  in-review: review
papers:
  - mode: full
    parts: [report]
    source: Our own
  - mode: full
    editions: [wt2006]
    parts: [summary, action-plan]
    source: Our own
sent_first:
  - editions: [wt2006, wt2010]
    to: [ofsted]
    source: Our own
"""

RECIPIENTS = """\
id: recipients
source: Our own
domains: [ofsted.gov.uk, education.gov.uk]
boards:
  - board: here
    to: [department]
    source: Our own
"""

STATEMENTS = """\
id: statements
source: Our own
statements:
  - id: final-text
    version: "1"
    role: author
    stage: review
    about: files
    sentence: This is the final text.
    source: Our own
    covers: [some]
    unless: [other]
"""

SIGNS = """\
id: signs
source: Our own
signs:
  - rule: some
    role: legal
    stage: legal
    about: files
"""


def folder(place: Path, **files: str) -> Path:
    """A folder of two rules and a board, with the files of a gate."""
    return rules(place, a__some=rule("some"), a__other=rule("other"), boards__here__board=BOARD, **files)


def table(place: Path, **files: str) -> GateTable:
    found = load(folder(place, **files)).gate
    assert found is not None
    return found


# ------------------------------------------------------------------ what is read


def test_a_folder_without_a_gate_has_none(tmp_path: Path) -> None:
    assert load(folder(tmp_path)).gate is None


def test_each_state_of_a_row_is_a_step_of_its_own(tmp_path: Path) -> None:
    steps = table(tmp_path, gate__states=STATES).steps
    roles = (GateRole.MANAGER, GateRole.AUTHOR)
    assert steps == (
        Step(GateState.DRAFT, GateAction.ATTACH, roles, GateState.CHECKING),
        Step(GateState.RETURNED, GateAction.ATTACH, roles, GateState.CHECKING),
        Step(
            GateState.CHECKING,
            GateAction.PASS_CHECK,
            (GateRole.MANAGER,),
            GateState.IN_REVIEW,
            (Guard.CHECK_READY, Guard.SAME_WORDS),
            (Mode.FULL,),
        ),
    )
    assert steps[0].modes == tuple(Mode)


def test_what_stands_beside_the_rows_is_read(tmp_path: Path) -> None:
    found = table(tmp_path, gate__states=STATES)
    assert dict(found.stages) == {GateState.IN_REVIEW: Stage.REVIEW}
    assert [(one.mode, one.editions, one.parts) for one in found.papers] == [
        (Mode.FULL, (), (PaperPart.REPORT,)),
        (Mode.FULL, (Edition.WT2006,), (PaperPart.SUMMARY, PaperPart.ACTION_PLAN)),
    ]
    assert dict(found.sent_first) == {
        Edition.WT2006: (Recipient.OFSTED,),
        Edition.WT2010: (Recipient.OFSTED,),
    }


def test_each_file_is_read_for_itself_and_the_others_may_be_missing(tmp_path: Path) -> None:
    found = table(tmp_path, gate__recipients=RECIPIENTS)
    assert found.domains == ("ofsted.gov.uk", "education.gov.uk")
    assert [(one.board, one.to, one.editions) for one in found.board_sends] == [
        ("here", (Recipient.DEPARTMENT,), ())
    ]
    assert found.steps == ()
    (tmp_path / "more").mkdir()
    more = table(tmp_path / "more", gate__statements=STATEMENTS, gate__signs=SIGNS)
    assert [one.id for one in more.statements] == ["final-text"]
    assert more.signs["some"].role is GateRole.LEGAL


def test_a_changed_gate_is_another_rulebook(tmp_path: Path) -> None:
    first = load(folder(tmp_path, gate__states=STATES)).digest
    (tmp_path / "rules" / "gate" / "states.yaml").write_text(
        STATES.replace("Our own", "Ours"), encoding="utf-8"
    )
    assert load(tmp_path / "rules").digest != first


# ------------------------------------------------------------------ which faults are told

# The file, the line that is told (0: none), what stands there, what instead, and the fault.
FAULTS = [
    ("states", 1, "id: states", "id: stages", "id: the id is the name of the file, 'states'"),
    ("states", 0, "id: states\n", "", "the key 'id' is missing"),
    ("states", 3, "rows:", "row:", "unknown key 'row'; did you mean rows?"),
    ("states", 5, "action: attach", "action: atach", "rows.action: unknown value 'atach'; did"),
    ("states", 4, "[draft, returned]", "[draft, retuned]", "rows.states: unknown value 'retuned'"),
    ("states", 4, "[draft, returned]", "[]", "rows.states: the list is empty"),
    ("states", 4, "[draft, returned]", "[draft, draft]", "rows.states: the same value stands"),
    ("states", 6, "[manager, author]", "[minister]", "rows.roles: unknown value 'minister'"),
    ("states", 7, "    to: checking", "    goes: checking", "unknown key 'rows.goes'"),
    ("states", 8, "    action: pass-check\n", "", "rows: the key 'action' is missing"),
    ("states", 11, "to: in-review", "to: review", "rows.to: unknown value 'review'"),
    ("states", 12, "check-ready,", "checked,", "rows.guards: unknown value 'checked'"),
    ("states", 13, "modes: [full]", "modes: full", "rows.modes: a list is wanted, not a text"),
    ("states", 8, "states: [checking]", "states: checking", "rows.states: a list is wanted"),
    ("states", 8, "states: [checking]\n    action: pass-check", "states: [draft]\n    action: attach",
     "rows: attach in draft stands in the row of line 4 already"),
    ("states", 15, "in-review: review", "in-review: reviewing", "stages.in-review: unknown value"),
    ("states", 15, "  in-review: review", "  reviewing: review", "unknown key 'stages.reviewing'"),
    ("states", 14, "stages:\n  in-review: review", "stages: [review]", "stages: a mapping is wanted"),
    ("states", 18, "parts: [report]", "parts: [imr]", "papers.parts: unknown value 'imr'"),
    ("states", 17, "    parts: [report]\n", "", "papers: the key 'parts' is missing"),
    ("states", 25, "editions: [wt2006, wt2010]", "editions: [wt2006, wt2011]",
     "sent_first.editions: unknown value"),
    ("states", 26, "    to: [ofsted]", "    to: [cqc]", "sent_first.to: unknown value 'cqc'"),
    ("states", 17, "  - mode: full\n    parts", "  - full\n  - mode: full\n    parts", "papers: a mapping"),
    ("states", 26, "sent_first:\n", "sent_first:\n  - {editions: [wt2006], to: [ofsted], source: Our own}\n",
     "sent_first: wt2006 stands twice"),
    ("recipients", 3, "[ofsted.gov.uk,", "[Ofsted.gov.uk,", "domains: a domain in small letters"),
    ("recipients", 3, '[ofsted.gov.uk,', "['a@ofsted.gov.uk',", "domains: a domain in small"),
    ("recipients", 6, "to: [department]", "to: [dfe]", "boards.to: unknown value 'dfe'"),
    ("recipients", 5, "board: here", "board: heer", "there is no board 'heer'; did you mean here?"),
    ("recipients", 5, "    source: Our own", "", "boards: the key 'source' is missing"),
    ("statements", 11, "covers: [some]", "covers: [sone]", "there is no rule 'sone'; did you mean"),
    ("statements", 12, "unless: [other]", "unless: [othr]", "there is no rule 'othr'; did you"),
    ("statements", 6, "role: author", "role: writer", "statements.role: unknown value 'writer'"),
    ("signs", 4, "rule: some", "rule: sum", "there is no rule 'sum'"),
    ("signs", 6, "stage: legal", "stage: law", "signs.stage: unknown value 'law'"),
]  # fmt: skip
FILES = {"states": STATES, "recipients": RECIPIENTS, "statements": STATEMENTS, "signs": SIGNS}


@pytest.mark.parametrize(("name", "line", "there", "instead", "words"), FAULTS)
def test_a_fault_is_told_with_its_file_and_its_line(
    name: str, line: int, there: str, instead: str, words: str, tmp_path: Path
) -> None:
    assert FILES[name].count(there) >= 1
    text = FILES[name].replace(there, instead, 1)
    found = faults(folder(tmp_path, **{f"gate__{name}": text}))
    told = f"gate/{name}.yaml:{line}: {words}" if line else f"gate/{name}.yaml: {words}"
    assert any(one.startswith(told) for one in found), found


def test_all_faults_of_a_gate_are_told_at_once(tmp_path: Path) -> None:
    text = STATES.replace("attach", "atach").replace("in-review: review", "in-review: law")
    found = faults(folder(tmp_path, gate__states=text, gate__signs=SIGNS.replace("some", "sum")))
    assert [line.partition(" ")[0] for line in found] == [
        "gate/signs.yaml:4:", "gate/states.yaml:5:", "gate/states.yaml:15:",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("gate__state", "gate/state.yaml: the gate has no file of that name; did you mean states?"),
        (
            "gate__deep__states",
            "gate/deep/states.yaml: the gate has no file of that name; did you mean states?",
        ),
        (
            "gate__zzz",
            "gate/zzz.yaml: the gate has no file of that name; there are: states, statements, signs",
        ),
    ],
)
def test_a_file_of_another_name_is_no_file_of_the_gate(path: str, told: str, tmp_path: Path) -> None:
    (found,) = faults(folder(tmp_path, **{path: STATES}))
    assert found.startswith(told)


def test_what_is_no_yaml_is_told_too(tmp_path: Path) -> None:
    place = folder(tmp_path)
    (place / "gate").mkdir()
    (place / "gate" / "states.txt").write_text(STATES, encoding="utf-8")
    assert faults(place) == ["gate/states.txt: a rule's file ends in .yaml"]


def test_prose_beside_the_table_is_passed_over(tmp_path: Path) -> None:
    place = folder(tmp_path, gate__states=STATES)
    (place / "gate" / "README.md").write_text("# The gate\n", encoding="utf-8")
    assert load(place).gate is not None


def test_a_partnership_makes_no_other_way_to_publication(tmp_path: Path) -> None:
    own = rules(tmp_path / "own", a__mine=rule("mine"), gate__states=STATES)
    (found,) = faults(folder(tmp_path / "ours", gate__states=STATES), own)
    assert found == (
        "your rules/gate/states.yaml: the gate is redact's own: a partnership adds rules, not another way to "
        "publication"
    )


def test_a_rule_that_a_partnership_switches_off_may_still_be_signed_for(tmp_path: Path) -> None:
    ours = folder(tmp_path / "ours", gate__signs=SIGNS)
    own = rules(tmp_path / "own", a__some="id: some\nswitched_off: Not here.\n")
    book = load(ours, own)
    assert book.gate is not None
    assert set(book.gate.signs) == {"some"}
    assert [one.id for one in book.rules] == ["other"]


def test_redacts_own_gate_is_whole(tmp_path: Path) -> None:
    place = tmp_path / "rules"
    shutil.copytree(rules_folder(), place)
    found = load(place).gate
    assert found is not None
    assert all((found.steps, found.statements, found.signs, found.domains, found.papers, found.stages))
    assert set(found.sent_first) == {pack.edition for pack in load(place).packs if pack.sent_before is None}


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_the_gate_has_the_one_form(name: str) -> None:
    text = (rules_folder() / "gate" / f"{name}.yaml").read_bytes().decode("ascii")
    keys = re.findall(r"^([a-z_]+):", text, flags=re.MULTILINE)
    assert keys[:2] == ["id", "source"]
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert [line for line in text.split("\n") if len(line) > 120 or line != line.rstrip()] == []


def test_there_are_all_files_of_the_gate_and_no_others() -> None:
    assert {path.stem for path in (rules_folder() / "gate").glob("*.yaml")} == set(FILES)
