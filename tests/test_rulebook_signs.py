"""What is read of the sentences of the gate and of what must be before publication, and of faults in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from redact.rulebook import load
from redact.values.gate_record import GateEvent
from redact.values.proceedings import EventRule, OpenProceedings, ProceedingsRule
from redact.values.rules import Edition, Mode
from redact.values.statements import About, GateRole, ReasonCode, Sign, Stage, StatementRule
from tests.test_packs import BOARD, faults, rule, rules

STATEMENTS = """\
id: statements
source: Our own
statements:
  - id: read-myself
    version: "2"
    role: checker
    stage: review
    about: files
    sentence: I read {where} myself.
    source: Our own
    modes: [full, anonymous]
    editions: [wt2015]
    reasons: [none-open, told]
  - id: final-text
    version: "1"
    role: author
    stage: review
    about: register
    sentence: This is the final text.
    source: Our own
    covers: [some]
    unless: [other]
"""
SIGNS = """\
id: signs
source: Our own
signs:
  - {rule: some, role: legal, stage: legal, about: register, unpublished: "yes"}
  - {rule: other, role: chair, stage: board, about: case}
"""
MORE = """\
open_proceedings:
  how: bars
  editions: [wt2015]
  source: Our own
before_publication:
  - row: a-1
    what: Somebody is told
    any_of: [family-seen, family-not-reached]
    before: panel-met
    editions: [wt2015]
    source: Our own
"""


def folder(place: Path, board: str = BOARD, **files: str) -> Path:
    return rules(place, a__some=rule("some"), a__other=rule("other"), boards__here__board=board, **files)


def test_a_sentence_of_the_gate_is_read_whole(tmp_path: Path) -> None:
    found = load(folder(tmp_path, gate__statements=STATEMENTS)).gate
    assert found is not None
    assert found.statements == (
        StatementRule(
            "read-myself", "2", "I read {where} myself.", GateRole.CHECKER, Stage.REVIEW, About.FILES,
            "Our own", modes=(Mode.FULL, Mode.ANONYMOUS),
            editions=(Edition.WT2015,), reasons=(ReasonCode.NONE_OPEN, ReasonCode.TOLD),
        ),
        StatementRule(
            "final-text", "1", "This is the final text.", GateRole.AUTHOR, Stage.REVIEW, About.REGISTER,
            "Our own", covers=("some",), unless=("other",),
        ),
    )  # fmt: skip


def test_who_signs_a_rule_is_read_whole(tmp_path: Path) -> None:
    found = load(folder(tmp_path, gate__signs=SIGNS)).gate
    assert found is not None
    assert dict(found.signs) == {
        "some": Sign("some", GateRole.LEGAL, Stage.LEGAL, About.REGISTER, unpublished=True),
        "other": Sign("other", GateRole.CHAIR, Stage.BOARD, About.CASE),
    }


@pytest.mark.parametrize(
    ("name", "there", "instead", "told"),
    [
        ("statements", "{where}", "{name}", "9: statements.sentence: nothing but {where} is set"),
        ("statements", "{where}", "{where", "9: statements.sentence: nothing but {where} is set"),
        ("statements", "{where}", "{}", "9: statements.sentence: nothing but {where} is set"),
        ("statements", "final-text", "read-myself", "3: statements: 'read-myself' stands twice"),
        ("statements", 'version: "2"', "version: 2", "5: statements.version: a text is wanted"),
        ("statements", "[none-open, told]", "[none]", "13: statements.reasons: unknown value 'none'"),
        ("statements", "about: files", "about: file", "8: statements.about: unknown value 'file'; did"),
        ("statements", "    role: checker\n", "", " the key 'statements.role' is missing"),
        ("signs", "rule: other", "rule: some", "3: signs: 'some' stands twice"),
        ("signs", '"yes"', "yes", '4: signs.unpublished: a text is wanted; YAML reads this as'),
        ("signs", "about: case", "about: cases", "5: signs.about: unknown value 'cases'"),
        ("signs", "{rule: other, role: chair, stage: board, about: case}", "other", "5: signs: a mapping of"),
    ],
)  # fmt: skip
def test_a_fault_is_told_where_it_stands(
    name: str, there: str, instead: str, told: str, tmp_path: Path
) -> None:
    files = {"statements": STATEMENTS, "signs": SIGNS}
    assert files[name].count(there) == 1
    found = faults(folder(tmp_path, **{f"gate__{name}": files[name].replace(there, instead)}))
    assert any(one.startswith(f"gate/{name}.yaml:{told}") for one in found), found


def test_what_must_be_before_publication_is_read_whole(tmp_path: Path) -> None:
    (board,) = load(folder(tmp_path, BOARD + MORE)).boards
    assert board.open_proceedings == ProceedingsRule(OpenProceedings.BARS, "Our own", (Edition.WT2015,))
    assert board.before_publication == (
        EventRule(
            "a-1", "Somebody is told", (GateEvent.FAMILY_SEEN, GateEvent.FAMILY_NOT_REACHED), "Our own",
            GateEvent.PANEL_MET, (Edition.WT2015,),
        ),
    )  # fmt: skip
    (bare,) = load(folder(tmp_path / "bare")).boards
    assert (bare.open_proceedings, bare.before_publication) == (None, ())


@pytest.mark.parametrize(
    ("there", "instead", "told"),
    [
        ("how: bars", "how: bar", "open_proceedings.how: unknown value 'bar'; did you mean bars?"),
        ("  how: bars\n", "", "the key 'open_proceedings.how' is missing"),
        ("[family-seen,", "[family-saw,", "before_publication.any_of: unknown value 'family-saw'"),
        ("before: panel-met", "after: panel-met", "unknown key 'before_publication.after'"),
        ("row: a-1", "row: A 1", "before_publication.row: an id is made of small letters"),
        ("    what: Somebody is told\n", "", "the key 'before_publication.what' is missing"),
    ],
)
def test_a_fault_of_what_must_be_before_is_told(there: str, instead: str, told: str, tmp_path: Path) -> None:
    assert MORE.count(there) == 1
    found = faults(folder(tmp_path, BOARD + MORE.replace(there, instead)))
    assert any(told in one and one.startswith("boards/here/board.yaml") for one in found), found
