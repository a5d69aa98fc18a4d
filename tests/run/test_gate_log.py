"""The log of the gate: what may be written into it, by whom, and what several writers make of it."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from redact import chain
from redact.chain import head_path
from redact.errors import Damaged, GateRefuses, LogBroken, NotWritten, WrongUse
from redact.keystore import home
from redact.keystore.cards import card_as_text
from redact.keystore.identity import sign
from redact.run import case_file, gate_begin, gate_lines, gate_log
from redact.run.case_file import CaseFolder
from redact.run.gate_log import Doing, Held
from redact.values.gate import GateAction, GateState, Refusal
from redact.values.gate_record import Observed
from redact.values.rules import Edition
from redact.values.statements import GateRole
from tests.keystore.people import imogen, joseph, mallory
from tests.run.gate_factory import (
    Clock,
    attach,
    attach_facts,
    begin,
    folder,
    line,
    note,
    own,
    read,
    settle,
    write,
)

MANAGER = GateRole.MANAGER
ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return settle(monkeypatch)


@pytest.fixture
def found(tmp_path: Path) -> CaseFolder:
    return begin(tmp_path)


def codes(caught: pytest.ExceptionInfo[GateRefuses]) -> tuple[str, ...]:
    return caught.value.codes


# ------------------------------------------------------------------ beginning


def test_a_gate_begins_with_a_line_that_says_who_and_for_what(found: CaseFolder) -> None:
    held = read(found)
    assert held.gate.state is GateState.DRAFT
    assert held.gate.edition is Edition.WT2015
    assert (held.gate.lines, held.log.unchecked) == (1, 0)
    manager = held.gate.who(MANAGER)
    assert manager is not None
    assert (manager.name, manager.card) == ("Imogen Tarrant", imogen().card.id)
    assert line(held, 1).facts["book"] == held.book.digest
    assert (found.folder / "gate.toml").read_text(encoding="utf-8").startswith("# The gate of this case")


def test_a_gate_is_begun_once(found: CaseFolder) -> None:
    with pytest.raises(WrongUse, match="was begun already"):
        gate_begin.start(found, imogen())
    assert read(found).gate.lines == 1


def test_who_is_overtaken_at_the_beginning_does_not_begin_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = folder(tmp_path)
    own(tmp_path)
    real = gate_begin.append

    def overtaken(*given: object) -> Held:
        monkeypatch.setattr(gate_begin, "append", real)
        gate_begin.start(found, imogen())
        return real(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(gate_begin, "append", overtaken)
    with pytest.raises(WrongUse, match="was begun already"):
        gate_begin.start(found, imogen())
    assert read(found).gate.lines == 1


def test_without_an_edition_no_gate_is_begun(tmp_path: Path) -> None:
    bare = folder(tmp_path, edition=None)
    held = replace(bare, case=replace(bare.case, initiated=None))
    with pytest.raises(WrongUse, match="which edition"):
        gate_begin.start(held, imogen())
    assert not gate_log.begun(held)


def test_a_board_that_no_line_holds_begins_no_gate(tmp_path: Path) -> None:
    own(tmp_path)
    found = folder(tmp_path, board="x" * 201)
    with pytest.raises(WrongUse, match="more than 200 characters"):
        gate_begin.start(found, imogen())
    assert not gate_log.begun(found)


def test_the_day_of_its_beginning_tells_the_edition_too(tmp_path: Path) -> None:
    own(tmp_path)
    held = gate_begin.start(folder(tmp_path, edition=None), imogen())
    assert held.gate.edition is Edition.WT2015
    assert write(held.found, note()).gate.lines == 2  # case.toml says no edition, and nothing has changed


def test_nothing_is_done_in_a_gate_that_was_not_begun(tmp_path: Path) -> None:
    found = folder(tmp_path)
    with pytest.raises(WrongUse, match="was not begun"):
        write(found, note())


def test_a_folder_of_the_users_own_is_no_gate(tmp_path: Path) -> None:
    found = folder(tmp_path)
    (found.folder / "papers").mkdir()
    (found.folder / "papers" / "old minutes.docx").touch()
    assert not gate_log.begun(found)


# ------------------------------------------------------------------ doing


def test_a_line_says_in_which_role_and_under_which_rules(found: CaseFolder) -> None:
    held = write(found, Doing(GateAction.NAME, MANAGER, {"role": "author", "name": "Joseph Adeyemi-Clarke"}))
    last = line(held, 2)
    assert last.facts == {
        "book": held.book.digest, "by": "manager", "name": "Joseph Adeyemi-Clarke", "role": "author"
    }  # fmt: skip
    assert (last.actor, last.signer, last.case) == (imogen().card.id, imogen().card.id, "K7")
    assert read(found).gate == held.gate


def test_several_lines_are_written_together_or_not_at_all(found: CaseFolder) -> None:
    held = write(found, note("aware"), note("referred"))
    assert held.gate.lines == 3
    with pytest.raises(GateRefuses) as caught:
        write(found, note("decided"), Doing(GateAction.PUBLISH, MANAGER, {}))
    assert codes(caught) == ("not-now",)
    assert read(found).gate == held.gate


def test_what_is_not_listed_is_refused_with_what_comes_next(found: CaseFolder) -> None:
    with pytest.raises(GateRefuses) as caught:
        write(found, Doing(GateAction.CLEAR, MANAGER, {}))
    assert codes(caught) == ("not-now",)
    ((what, then),) = caught.value.told
    assert what.startswith("refused (not-now): 'clear' is not done while")
    assert "redact gate attach" in then


def test_every_reason_is_told() -> None:
    with pytest.raises(GateRefuses) as caught:
        gate_lines.refuse(
            [Refusal("late", "a", "A"), Refusal("no-date", "b", "B"), Refusal("late", "a", "A")]
        )
    assert caught.value.told == (("refused (late): a", "A"), ("refused (no-date): b", "B"))
    gate_lines.refuse([])


@pytest.mark.parametrize("facts", [{"name": "x" * 201}, {"on": "naïve"}, {"Bad key": "x"}, {"on": "a\nb"}])
def test_a_line_holds_facts_and_nothing_else(facts: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="no line can hold"):
        gate_lines.line_of("K7", imogen().card, "note", facts, 0)


def test_who_has_no_part_in_the_case_does_nothing(found: CaseFolder) -> None:
    with pytest.raises(GateRefuses) as caught:
        write(found, note(), identity=mallory())
    assert codes(caught) == ("not-yours",)
    assert read(found).gate.lines == 1


def test_whoever_has_a_role_acts_in_it_and_in_no_other(found: CaseFolder) -> None:
    home.trust(found.folder.parent / "own", joseph().card)
    card = joseph().card
    write(found, Doing(GateAction.NAME, MANAGER, {"role": "legal", "name": card.name, "card": card.id}))
    about = {"id": "p1", "kind": "inquest", "court": "coroner"}
    held = write(found, Doing(GateAction.PROCEEDING, GateRole.LEGAL, about), identity=joseph())
    assert (line(held, 3).actor, held.log.unchecked) == (card.id, 0)
    with pytest.raises(GateRefuses) as caught:
        write(found, note(), identity=joseph())
    assert codes(caught) == ("not-yours",)


def test_the_chair_names_another_manager_where_the_first_has_gone(found: CaseFolder) -> None:
    mine = found.folder.parent / "own"
    for one in (joseph(), mallory()):
        home.trust(mine, one.card)
    chair, new = joseph().card, mallory().card
    write(found, Doing(GateAction.NAME, MANAGER, {"role": "chair", "name": chair.name, "card": chair.id}))
    facts = {"role": "manager", "name": new.name, "card": new.id}
    write(found, Doing(GateAction.NAME, GateRole.CHAIR, facts), identity=joseph())
    assert write(found, note(), identity=mallory()).gate.lines == 4
    with pytest.raises(GateRefuses) as caught:
        write(found, note())
    assert codes(caught) == ("not-yours",)


def test_a_manager_without_a_card_would_shut_the_gate(found: CaseFolder) -> None:
    with pytest.raises(WrongUse, match="needs an identity"):
        gate_begin.person(MANAGER, None, "Mallory Quist", found.folder.parent / "own")


def test_a_card_that_nobody_has_compared_gets_no_role(found: CaseFolder, tmp_path: Path) -> None:
    mine, path = found.folder.parent / "own", tmp_path / "joseph.card"
    path.write_text(card_as_text(joseph().card), encoding="ascii")
    with pytest.raises(WrongUse, match="not trusted here"):
        gate_begin.person(GateRole.AUTHOR, path, None, mine)
    home.trust(mine, joseph().card)
    assert gate_begin.person(GateRole.AUTHOR, path, None, mine) == {
        "role": "author", "name": "Joseph Adeyemi-Clarke", "card": joseph().card.id
    }  # fmt: skip


def test_a_clock_behind_the_log_is_refused(found: CaseFolder, clock: Clock) -> None:
    write(found, note())
    clock.at -= timedelta(hours=1)
    with pytest.raises(GateRefuses) as caught:
        write(found, note())
    assert codes(caught) == ("clock",)
    assert "was done on Tuesday 5 January 2027, 09:3" in caught.value.what
    assert read(found).gate.lines == 2
    clock.at += timedelta(hours=2)
    assert write(found, note()).gate.lines == 3


@pytest.mark.parametrize(
    ("old", "new"),
    [("wt2015", "wt2018"), ('mode = "full"', 'mode = "anonymous"'), ("2016-05-01", "2016-05-02")],
)
def test_a_case_that_says_something_else_by_now_is_refused(found: CaseFolder, old: str, new: str) -> None:
    path = found.folder / case_file.FILE_NAME
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(GateRefuses) as caught:
        write(case_file.load(found.folder), note())
    assert codes(caught) == ("case-changed",)
    path.write_text(text, encoding="utf-8")
    assert write(case_file.load(found.folder), note()).gate.lines == 2


def test_a_case_of_which_the_edition_is_a_guess_by_now_is_refused(found: CaseFolder) -> None:
    path = found.folder / case_file.FILE_NAME
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(one for one in lines if not one.startswith("edition")), encoding="utf-8")
    assert write(case_file.load(found.folder), note()).gate.lines == 2  # the day of its beginning tells it
    path.write_text(
        "".join(one for one in lines if not one.startswith(("edition", "init"))), encoding="utf-8"
    )
    with pytest.raises(GateRefuses) as caught:
        write(case_file.load(found.folder), note())
    assert codes(caught) == ("case-changed",)


# ------------------------------------------------------------------ a file that is another one


def attached(found: CaseFolder) -> Path:
    path = attach(found)
    held = read(found)
    assert held.gate.state is GateState.IN_REVIEW  # the program itself has passed the check
    assert [one.action for one in held.log.entries] == ["start", "attach", "pass-check"]
    return path


def test_a_changed_byte_breaks_the_state_and_stands_in_the_log(found: CaseFolder) -> None:
    path = attached(found)
    path.write_bytes(b"%PDF-1.7 an invented report.")
    with pytest.raises(GateRefuses) as caught:
        write(found, Doing(GateAction.CLEAR, MANAGER, {}))
    assert codes(caught) == ("changed-byte",)
    held = read(found)
    assert held.gate.state is GateState.BROKEN
    assert line(held, 4).facts["parts"] == "report"
    # The next refusal tells it too, and does not write it again.
    with pytest.raises(GateRefuses) as caught:
        write(found, Doing(GateAction.CLEAR, MANAGER, {}))
    assert codes(caught) == ("changed-byte",)
    assert read(found).gate == held.gate


def test_what_is_written_beside_a_changed_byte_comes_behind_the_break(found: CaseFolder) -> None:
    attached(found).unlink()
    held = write(found, note())
    assert [one.action for one in held.log.entries[3:]] == ["break", "note"]
    assert held.gate.state is GateState.BROKEN


def test_files_that_are_attached_anew_are_looked_at_anew(found: CaseFolder) -> None:
    path = attached(found)
    good = path.read_bytes()
    path.unlink()
    write(found, note())

    def again(held: Held, seen: Observed) -> tuple[Doing, ...]:
        path.write_bytes(good)
        paper = held.gate.papers[0].sha256
        return (Doing(GateAction.ATTACH, MANAGER, attach_facts(paper, rules=seen.rules, model=seen.model)),)

    held = gate_log.act(found, imogen(), found.folder.parent / "own", again)
    assert held.gate.state is GateState.IN_REVIEW
    assert held.log.entries[-1].revision == 2


# ------------------------------------------------------------------ others who write


def test_who_is_overtaken_judges_anew(found: CaseFolder) -> None:
    asked = []

    def doing(held: Held, _seen: Observed) -> tuple[Doing, ...]:
        asked.append(held.gate.lines)
        if len(asked) == 1:
            write(found, note("aware"))
        return (note("referred"),)

    held = gate_log.act(found, imogen(), found.folder.parent / "own", doing)
    assert asked == [1, 2]
    assert [one.facts.get("event") for one in held.log.entries] == [None, "aware", "referred"]


def test_who_is_overtaken_without_end_gives_up(found: CaseFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    def doing(_held: Held, _seen: Observed) -> tuple[Doing, ...]:
        write(found, note("aware"))
        return (note("referred"),)

    monkeypatch.setattr(gate_log, "_TRIES", 1)
    with pytest.raises(NotWritten, match="all the time"):
        gate_log.act(found, imogen(), found.folder.parent / "own", doing)


_WRITER = """
import functools, json, sys
from pathlib import Path
from redact import rulebook
from redact.keystore.identity import Identity
from redact.run import case_file, gate_log
from redact.run.gate_log import Doing
from redact.values.gate import GateAction
from redact.values.key import Card
from redact.values.statements import GateRole
rulebook.load = functools.cache(rulebook.load)
told = json.loads(sys.stdin.read())
me = Identity(Card(**told["card"]), told["age"], bytes.fromhex(told["seed"]))
found = case_file.load(Path(told["case"]))
for number in range(told["count"]):
    facts = {"event": "aware", "on": "2026-11-21", "reference": f"{told['who']}/{number}"}
    gate_log.act(found, me, Path(told["own"]), lambda h, s: [Doing(GateAction.NOTE, GateRole.MANAGER, facts)])
"""


def test_two_processes_at_once_lose_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()  # the children go by the clock of this computer
    found, me, count = begin(tmp_path), imogen(), 12
    children = []
    for who in ("a", "b"):
        child = subprocess.Popen([sys.executable, "-c", _WRITER], cwd=ROOT, stdin=subprocess.PIPE)
        told = {
            "card": {name: getattr(me.card, name) for name in ("name", "role", "age", "verify", "id")},
            "age": me.age_secret, "seed": me.sign_seed.hex(), "who": who, "count": count,
            "case": str(found.folder), "own": str(tmp_path / "own"),
        }  # fmt: skip
        assert child.stdin is not None
        child.stdin.write(json.dumps(told).encode())
        child.stdin.close()
        children.append(child)
    assert [child.wait(120) for child in children] == [0, 0]
    held = read(found)
    told = [one.facts["reference"] for one in held.log.entries[1:]]
    assert sorted(told) == sorted(f"{who}/{number}" for who in ("a", "b") for number in range(count))
    for who in ("a", "b"):  # each one's own in the order in which they were written
        mine = [one for one in told if one.startswith(who)]
        assert mine == [f"{who}/{number}" for number in range(count)]


# ------------------------------------------------------------------ what else may lie there


@pytest.mark.parametrize("name", ["gate (1).jsonl", "gate-DESKTOP-7.jsonl", "Gate (conflicted copy).jsonl"])
def test_a_second_log_is_refused(found: CaseFolder, name: str) -> None:
    (found.folder / name).write_bytes(gate_log.log_path(found).read_bytes())
    with pytest.raises(Damaged, match="another file of the gate's log"):
        write(found, note())
    (found.folder / name).unlink()
    assert write(found, note()).gate.lines == 2


def test_a_log_that_is_gone_is_not_begun_anew(found: CaseFolder) -> None:
    attached(found)
    for path in (gate_log.log_path(found), head_path(gate_log.log_path(found))):
        path.unlink()
    for act in (lambda: gate_begin.start(found, imogen()), lambda: read(found)):
        with pytest.raises(Damaged, match="the log of the gate is gone"):
            act()


def test_a_line_that_cannot_be_stops_everything(found: CaseFolder) -> None:
    odd = gate_lines.line_of("K7", imogen().card, "note", {"event": "aware", "by": "manager"}, 0)
    chain.append(
        gate_log.log_path(found), [odd], signer=imogen().card.id,
        sign=lambda message: sign(imogen(), gate_log.PURPOSE, message),
    )  # fmt: skip
    with pytest.raises(LogBroken, match="line 2"):
        read(found)
