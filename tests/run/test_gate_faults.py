"""Whatever call to a file fails, and wherever a process is killed: a gate is in its old state or the new one.

Each act is done again and again; each time the next of its calls that touch a file fails, until one run meets
no failure. After each the log is read and verified, and something else is done undisturbed.
"""

from __future__ import annotations

import errno
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from redact.chain import head_path
from redact.errors import NotWritten, RedactError
from redact.keystore import home
from redact.keystore.statements import make, read_request
from redact.run import gate_begin, gate_log
from redact.run.case_file import CaseFolder
from redact.run.gate_log import Doing, log_path
from redact.run.gate_statements import ask, attest_signed
from redact.run.gate_verify import verify
from redact.values.gate import GateAction
from redact.values.gate_record import Gate
from redact.values.statements import GateRole
from tests.acceptance.test_every_file_call import each_call
from tests.faulty_files import Dead, FileCalls, Snapshot, failing_at, half_written
from tests.keystore.people import imogen, joseph
from tests.run.gate_factory import Clock, begin, folder, note, own, read, settle, write
from tests.run.gate_factory import attach as attach_it


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return settle(monkeypatch)


def name(found: CaseFolder) -> None:
    write(found, Doing(GateAction.NAME, GateRole.MANAGER, {"role": "legal", "name": "Mallory Quist"}))


def attest(found: CaseFolder) -> None:
    """The statement is kept under its digest, and then the line names it."""
    mine = found.folder.parent / "own"
    request = read_request(ask(found, mine, ["final-text"]).encode("ascii"))
    given = datetime(2027, 1, 5, 9, tzinfo=UTC)
    signed = make(joseph(), request, agreed=request.asked, given=given)
    attest_signed(found, imogen(), mine, signed)


def several(found: CaseFolder) -> None:
    write(found, note("aware"), note("referred"), note("decided"))


ACTS: dict[str, Callable[[CaseFolder], None]] = {"name": name, "attest": attest, "several": several}


def without_times(gate: Gate) -> tuple[object, ...]:
    """What was done, but for when and by which digest: each try has another time."""
    given = [(one.statement, one.who, one.card) for one in gate.statements]
    return (gate.lines, gate.state, gate.people, given, dict(gate.notes))


@pytest.mark.parametrize("act", ACTS)
def test_an_act_is_done_or_is_not(act: str, tmp_path: Path) -> None:
    found = begin(tmp_path)
    home.trust(tmp_path / "own", joseph().card)
    card = joseph().card
    write(
        found,
        Doing(GateAction.NAME, GateRole.MANAGER, {"role": "author", "name": card.name, "card": card.id}),
    )
    attach_it(found)
    before, untouched = without_times(read(found).gate), Snapshot(tmp_path)
    ACTS[act](found)
    after = without_times(read(found).gate)
    untouched.put_back()

    def look(calls: FileCalls, ended: BaseException | None) -> None:
        now = without_times(read(found).gate)
        # A kill may come when all is written; an error that is told says that nothing was.
        assert now in ((before, after) if isinstance(ended, Dead) else (before,) if ended else (after,))
        held = write(found, note("panel-met"))  # what the dead have left stops nobody
        assert held.gate.lines == now[0] + 1  # type: ignore[operator]
        assert verify(found, tmp_path / "own").faults == ()

    assert each_call(tmp_path, lambda: ACTS[act](found), look) > 8


def test_a_gate_is_begun_whole_or_can_be_begun_again(tmp_path: Path) -> None:
    found = folder(tmp_path)
    own(tmp_path)

    def begin_it() -> None:
        gate_begin.start(found, imogen())

    def look(calls: FileCalls, ended: BaseException | None) -> None:
        if ended is None or gate_log.begun(found):
            assert ended is None or isinstance(ended, Dead), calls.failed
        else:
            begin_it()
        assert read(found).gate.lines == 1
        assert verify(found, tmp_path / "own").faults == ()
        assert write(found, note()).gate.lines == 2
        assert head_path(log_path(found)).exists()

    assert each_call(tmp_path, begin_it, look) > 8


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (errno.EROFS, "cannot be written to"),
        (errno.ENOSPC, "disk is full"),
        (errno.EACCES, "cannot be written"),
    ],
)
def test_a_folder_that_takes_nothing_is_told_and_changes_nothing(
    error: int, words: str, tmp_path: Path
) -> None:
    found = begin(tmp_path)
    before, untouched = read(found).gate, Snapshot(tmp_path)
    told = set()
    for wanted in range(1, 60):
        untouched.put_back()
        with failing_at(found.folder, wanted, error) as calls:
            try:
                write(found, note())
            except NotWritten as refused:
                told.add(refused.what)
            except RedactError:
                pass
        if calls.failed is None:
            break
        assert half_written(tmp_path) == [] or calls.failed == "os.remove"
    assert any(words in one for one in told), told
    untouched.put_back()
    assert read(found).gate == before


def test_a_folder_without_the_right_to_write_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = begin(tmp_path)
    real = gate_log.chain.write_over

    def closed(path: Path, data: bytes, *, private: bool = False) -> None:
        if path.name.startswith(gate_log.LOG):
            raise NotWritten("the folder cannot be written to", "Write to a folder of your own.")
        real(path, data, private=private)

    monkeypatch.setattr(gate_log.chain, "write_over", closed)
    with pytest.raises(NotWritten, match="cannot be written to"):
        write(found, note())
    assert read(found).gate.lines == 1


def test_lines_count_as_written_where_the_checkpoint_beside_them_alone_failed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = begin(tmp_path)
    real = gate_log.chain.write_over

    def no_head(path: Path, data: bytes, *, private: bool = False) -> None:
        if path.name.endswith(".head"):
            raise NotWritten("the disk is full", "Make room.")
        real(path, data, private=private)

    with monkeypatch.context() as patch:
        patch.setattr(gate_log.chain, "write_over", no_head)
        assert write(found, note()).gate.lines == 2
    assert read(found).gate.lines == 2
    assert verify(found, tmp_path / "own").faults == ()
