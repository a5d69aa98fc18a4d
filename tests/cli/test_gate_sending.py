"""`redact gate pack`, `record-sent` and `calendar` as somebody types them."""

from __future__ import annotations

import hashlib
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar

from redact.keystore import home
from tests.cli.terminal import Outcome, redact
from tests.keystore.people import imogen
from tests.keystore.quick_identity import lock_quickly
from tests.run.sending_factory import ready, settle

PASSPHRASE = "seventeen grey otters"


@pytest.fixture(scope="module")
def mine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("own") / "mine"
    home.keep(folder, imogen(), lock_quickly(imogen(), PASSPHRASE))
    return folder


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A case that was signed off an hour ago; the program that is run has the computer's own clock."""
    now = datetime.now(UTC).replace(microsecond=0)
    with pytest.MonkeyPatch.context() as patch:
        settle(patch).at = now - timedelta(hours=1)
        return ready(tmp_path, publish_on=now.date() + timedelta(days=90)).folder


def run(*arguments: str | Path, mine: Path) -> Outcome:
    given = (*arguments, "--identity", mine, "--passphrase-fd", "0")
    return redact("gate", *given, stdin=PASSPHRASE + "\n")


def test_a_pack_is_made_sent_and_written_down(case: Path, mine: Path, tmp_path: Path) -> None:
    output = tmp_path / "pack.zip"
    made = run("pack", "-o", output, "--case", case, mine=mine)
    digest = hashlib.sha256(output.read_bytes()).hexdigest()
    assert (made.status, made.out) == (0, f"pack 1: 14 files, SHA-256 {digest}\n"), made.err
    assert "state: pack made" in made.err
    with zipfile.ZipFile(output) as package:
        assert "letters/ofsted.txt" in package.namelist()

    again = run("pack", "-o", output, "--case", case, mine=mine)
    assert (again.status, "a file of that name is already there" in again.err) == (6, True)

    (tmp_path / "receipt.eml").write_bytes(b"Subject: received\n")
    at = datetime.now().strftime("%Y-%m-%dT%H:%M")
    sent = ("record-sent", "--to", "ofsted", "--at", at, "--evidence", tmp_path / "receipt.eml")
    noted = run(*sent, "--pack", output, "--case", case, mine=mine)
    assert (noted.status, "recorded, in time for" in noted.out) == (0, True), noted.err
    assert "receipt" not in noted.out + noted.err

    other = ("record-sent", "--to", "secretary-of-state", "--at", at, "--evidence", tmp_path / "receipt.eml")
    refused = run(*other, "--case", case, mine=mine)
    assert (refused.status, "refused (wrong-recipient)" in refused.err) == (4, True), refused.err

    verified = redact("gate", "verify", "--case", case, "--pack", output, "--identity", mine)
    assert verified.status == 0, verified.out + verified.err
    data = output.read_bytes()
    output.write_bytes(data.replace(b"report, first", b"report, First"))
    verified = redact("gate", "verify", "--case", case, "--pack", output, "--identity", mine)
    assert (verified.status, "altered" in verified.out) == (4, True), verified.out + verified.err


def test_a_name_in_the_settings_stops_the_pack_and_is_not_told(
    case: Path, mine: Path, tmp_path: Path
) -> None:
    settings = case / "gate.toml"
    typed = 'contact = "Ask for Kacper Nowakowski"\n' + settings.read_text(encoding="utf-8")
    settings.write_text(typed, encoding="utf-8")
    stopped = run("pack", "-o", tmp_path / "pack.zip", "--case", case, mine=mine)
    assert (stopped.status, "refused (name-in-pack): contact in gate.toml" in stopped.err) == (4, True)
    assert "Kacper" not in stopped.out + stopped.err
    assert not (tmp_path / "pack.zip").exists()


def test_the_time_of_a_sending_is_typed_with_its_hour(case: Path, mine: Path, tmp_path: Path) -> None:
    sent = ("record-sent", "--to", "ofsted", "--at", "2026-11-03", "--evidence", tmp_path / "none")
    wrong = run(*sent, "--case", case, mine=mine)
    assert (wrong.status, "write 2026-12-21T16:30" in " ".join(wrong.err.split())) == (2, True)


def test_the_calendar_asks_for_nothing(case: Path, mine: Path, tmp_path: Path) -> None:
    output = tmp_path / "case.ics"
    written = redact("gate", "calendar", "-o", output, "--case", case, "--identity", mine)
    assert (written.status, written.out) == (0, ""), written.err
    shown = redact("gate", "calendar", "--case", case, "--identity", mine)
    assert shown.status == 0
    assert len(Calendar.from_ical(output.read_bytes()).walk("VEVENT")) == 4
    assert shown.out.encode("utf-8") == output.read_bytes()


def test_where_no_gate_was_begun_there_is_no_calendar(tmp_path: Path, mine: Path) -> None:
    began = redact(
        *("case", "start", tmp_path / "K8", "--id", "K8", "--edition", "wt2015"),
        *("--identity", mine, "--passphrase-fd", "0"),
        stdin=PASSPHRASE + "\n",
    )
    assert began.status == 0, began.err
    none = redact("gate", "calendar", "--case", tmp_path / "K8", "--identity", mine)
    assert (none.status, "gate start" in none.err) == (2, True), none.err
