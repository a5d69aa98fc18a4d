"""What was sent to whom is written down with its proof, told to be in time or late, or refused."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from redact.errors import GateRefuses, Unreadable
from redact.run import gate_log, gate_pack
from redact.run.case_file import CaseFolder
from redact.run.gate_dispatch import Recorded, Sending, in_time_words, record
from redact.run.gate_pack import make
from redact.values.gate import GateAction, GateState
from redact.values.rules import Edition, Mode
from tests.keystore.people import imogen, mallory
from tests.run.gate_factory import Clock
from tests.run.sending_factory import ADDRESSES, act, attach, own_of, ready, settings, settle

AT = datetime(2026, 12, 21, 16, 30)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The day on which a pack is sent; its texts are checked in other tests."""
    monkeypatch.setattr(gate_pack, "must_hold_no_name", lambda *_given, **_named: None)
    return settle(monkeypatch)


@pytest.fixture
def found(clock: Clock, tmp_path: Path) -> CaseFolder:
    """A case with one pack, on the evening of 21 December."""
    case = ready(tmp_path)
    make(case, imogen(), own_of(case), tmp_path / "pack.zip")
    (tmp_path / "receipt.eml").write_bytes(b"Subject: received\n")
    clock.at = datetime(2026, 12, 21, 18, 0, tzinfo=UTC)
    return case


def send(found: CaseFolder, to: str = "ofsted", at: datetime = AT, pack: Path | None = None) -> Recorded:
    evidence = found.folder.parent / "receipt.eml"
    return record(found, imogen(), own_of(found), Sending(to, at, evidence, pack))


def refused(found: CaseFolder, **given: object) -> tuple[str, ...]:
    before = gate_log.read(found, own_of(found)).gate.dispatches
    with pytest.raises(GateRefuses) as refusal:
        send(found, **given)  # type: ignore[arg-type]
    assert gate_log.read(found, own_of(found)).gate.dispatches == before
    return refusal.value.codes


def test_what_was_sent_is_written_down_with_the_digest_of_its_proof(
    found: CaseFolder, tmp_path: Path
) -> None:
    recorded = send(found, pack=tmp_path / "pack.zip")
    assert in_time_words(recorded) == (
        "recorded, in time for Thursday 7 January 2027: Ofsted was sent it on Monday 21 December 2026"
    )
    gate = gate_log.read(found, own_of(found)).gate
    (dispatch,) = gate.dispatches
    assert (dispatch.to, dispatch.at, dispatch.pack) == ("ofsted", AT, gate.packs[0].sha256)
    assert dispatch.evidence == hashlib.sha256(b"Subject: received\n").hexdigest()
    assert gate.state is GateState.SENT
    log = (found.folder / "gate.jsonl").read_text(encoding="ascii")
    assert '"domain":"ofsted.gov.uk"' in log.replace(": ", ":")
    for word in ("receipt", "Subject", "reviews@"):  # no file name, no word of the proof, no address
        assert word not in log


def test_when_all_have_it_the_days_run(found: CaseFolder) -> None:
    for to in ("ofsted", "department", "national-panel"):
        send(found, to)
    assert gate_log.read(found, own_of(found)).gate.state is GateState.WAITING


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (datetime(2026, 12, 23, 17, 0), "in time for Thursday 7 January 2027: Ofsted was sent"),
        # After five: counts as Thursday, which is in time under one reading alone.
        (
            datetime(2026, 12, 23, 17, 1),
            "under one reading alone: Ofsted was sent it on Wednesday 23 December",
        ),
        (datetime(2026, 12, 24, 9, 0), "under every reading the first day is Friday 8 January 2027"),
        # After five on the last day, and on Christmas Day: counts as 29 December.
        (datetime(2026, 12, 24, 17, 30), "and too late for Thursday 7 January 2027"),
        (datetime(2026, 12, 25, 9, 0), "the first day is Friday 8 January 2027"),
    ],
)
def test_whether_it_was_in_time_is_said_at_once(
    found: CaseFolder, clock: Clock, at: datetime, words: str
) -> None:
    clock.at = datetime(2026, 12, 30, 9, 0, tzinfo=UTC)
    assert words in in_time_words(send(found, at=at))


@pytest.mark.parametrize("to", ["secretary-of-state", "neighbour", "Ofsted", ""])
def test_whom_the_edition_does_not_name_gets_nothing(found: CaseFolder, to: str) -> None:
    assert refused(found, to=to) == ("wrong-recipient",)


def test_an_address_that_was_altered_after_the_pack_is_refused(found: CaseFolder) -> None:
    settings(found, {**ADDRESSES, "ofsted": "reviews@ofstad.gov.uk"})
    assert refused(found) == ("wrong-recipient",)
    settings(found, {name: address for name, address in ADDRESSES.items() if name != "ofsted"})
    assert refused(found) == ("no-address",)


def test_a_time_that_has_not_come_is_refused(found: CaseFolder) -> None:
    assert refused(found, at=datetime(2026, 12, 21, 18, 30)) == ("not-yet",)


def test_a_time_before_the_pack_was_made_is_refused(found: CaseFolder) -> None:
    assert refused(found, at=datetime(2026, 11, 30, 16, 0)) == ("not-newest",)


def test_what_is_no_pack_of_this_case_is_refused(found: CaseFolder, tmp_path: Path) -> None:
    data = (tmp_path / "pack.zip").read_bytes()
    (tmp_path / "other.zip").write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
    assert refused(found, pack=tmp_path / "other.zip") == ("not-newest",)


def test_an_earlier_pack_is_refused_and_called_that(found: CaseFolder, clock: Clock, tmp_path: Path) -> None:
    make(found, imogen(), own_of(found), tmp_path / "newer.zip")
    clock.at = datetime(2026, 12, 21, 19, 0, tzinfo=UTC)
    at = datetime(2026, 12, 21, 18, 30)
    assert refused(found, at=at, pack=tmp_path / "pack.zip") == ("not-newest",)
    send(found, at=at, pack=tmp_path / "newer.zip")


def test_a_pack_of_other_files_counts_for_nothing(found: CaseFolder, tmp_path: Path) -> None:
    attach(found, "second")
    assert "not-newest" in refused(found, pack=tmp_path / "pack.zip")


def test_without_a_pack_nothing_was_sent(clock: Clock, tmp_path: Path) -> None:
    case = ready(tmp_path)
    (tmp_path / "receipt.eml").write_bytes(b"received")
    clock.at = datetime(2026, 12, 21, 18, 0, tzinfo=UTC)
    assert refused(case) == ("not-newest",)


def test_a_proof_that_is_not_there_is_no_proof(found: CaseFolder, tmp_path: Path) -> None:
    (tmp_path / "receipt.eml").unlink()
    with pytest.raises(Unreadable, match="the proof cannot be read"):
        send(found)


def test_nobody_but_the_manager_writes_it_down(found: CaseFolder, tmp_path: Path) -> None:
    with pytest.raises(GateRefuses) as refusal:
        record(found, mallory(), own_of(found), Sending("ofsted", AT, tmp_path / "receipt.eml"))
    assert refusal.value.codes == ("not-yours",)


def test_a_changed_file_stops_it_and_is_noted(found: CaseFolder) -> None:
    (paper,) = (found.folder / "papers").glob("report-*.pdf")
    paper.write_bytes(b"report, First")
    assert refused(found)
    assert gate_log.read(found, own_of(found)).gate.state is GateState.BROKEN


def test_whom_the_board_sends_it_to_besides_is_written_down_without_days(found: CaseFolder) -> None:
    settings(found, ADDRESSES, domains='["anytown.example"]')
    path = found.folder / "gate.toml"
    path.write_text(
        path.read_text(encoding="utf-8") + '[also]\nneighbour = "clerk@anytown.example"\n', encoding="utf-8"
    )
    assert in_time_words(send(found, "neighbour")) == (
        "recorded: neighbour, whom the board sends it to besides; no days are counted for them"
    )


def test_reasons_are_sent_without_a_day(clock: Clock, tmp_path: Path) -> None:
    case = ready(tmp_path, mode=Mode.NOT_PUBLISHED, edition=Edition.WT2018, board=None)
    make(case, imogen(), own_of(case), tmp_path / "pack.zip")
    (tmp_path / "receipt.eml").write_bytes(b"received")
    clock.at = datetime(2026, 12, 21, 18, 0, tzinfo=UTC)
    told = in_time_words(send(case, "national-panel"))
    assert told == "recorded: the national panel was sent it on Monday 21 December 2026"


def test_another_day_of_publication_after_sending_is_judged_anew(found: CaseFolder) -> None:
    send(found)
    act(found, GateAction.SET_DATE, {"publish-on": "2026-12-29"})
    told = in_time_words(send(found, "department"))
    assert told.startswith("recorded, and too late for Tuesday 29 December 2026")
