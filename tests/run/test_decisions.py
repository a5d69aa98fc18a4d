"""The decisions of a case are kept line by line: none is lost, none is passed over, none is another's."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from redact.errors import Damaged, Forged, LimitReached, NotWritten, Unreadable
from redact.keystore import home
from redact.run import decisions, ledger_lines
from redact.run.case import DECISIONS
from redact.run.case_file import CaseFolder
from redact.run.decisions import read, record
from redact.values.case import Case
from redact.values.decisions import Answer, decision_as_json
from tests.judge.decisions import decision
from tests.keystore.people import imogen, joseph, mallory

PRINT, OTHER = "hmac:" + "0a" * 16, "hmac:" + "0b" * 16
ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def found(tmp_path: Path) -> CaseFolder:
    folder = tmp_path / "K7"
    folder.mkdir()
    (folder / DECISIONS).write_bytes(b"")
    return CaseFolder(Case("K7"), folder)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Imogen's own folder, in which Joseph is trusted."""
    folder = tmp_path / "own"
    home.keep(folder, imogen(), b"wrapped")
    home.trust(folder, joseph().card)
    return folder


def lines(found: CaseFolder) -> list[str]:
    return (found.folder / DECISIONS).read_text(encoding="ascii").splitlines()


def test_what_is_recorded_is_read(found: CaseFolder, own: Path) -> None:
    first, second = decision(PRINT, Answer.MISTAKEN), decision(OTHER, Answer.CHANGE, minute=1)
    assert record(found, [first], None) == (first,)
    record(found, [second], None)
    assert read(found, own) == decisions.Ledger((first, second))
    assert sorted(path.name for path in found.folder.iterdir()) == [DECISIONS, DECISIONS + ".lock"]


def test_a_file_whose_last_line_has_no_end_is_carried_on(found: CaseFolder, own: Path) -> None:
    first = decision(PRINT, Answer.MISTAKEN)
    (found.folder / DECISIONS).write_text(decision_as_json(first), encoding="ascii")
    record(found, [decision(OTHER, Answer.KEEP)], None)
    assert len(read(found, own).decisions) == 2


def test_what_an_editor_of_windows_leaves_is_read(found: CaseFolder, own: Path) -> None:
    first = decision(PRINT, Answer.MISTAKEN)
    (found.folder / DECISIONS).write_bytes(b"\xef\xbb\xbf" + decision_as_json(first).encode() + b"\r\n\r\n")
    assert read(found, own).decisions == (first,)


def test_the_last_word_of_a_person_is_dated_last_whatever_the_clock_says(found: CaseFolder) -> None:
    late = decision(PRINT, Answer.MISTAKEN, minute=60)
    record(found, [late], None)
    (again,) = record(found, [decision(PRINT, Answer.CHANGE, minute=0)], None)
    assert again.when == late.when + timedelta(seconds=1)
    # Of somebody else, and of something else, the clock is believed.
    other = decision(PRINT, Answer.CHANGE, "Rufus Oakley")
    assert record(found, [other], None) == (other,)
    assert record(found, [decision(OTHER, Answer.CHANGE)], None)[0].when == other.when


DAMAGED = [
    b"Kestrelia Wintergreen\n",  # words
    b"{}\n",
    b"\xff\xfe\n",  # no UTF-8
    decision_as_json(decision(PRINT, Answer.MISTAKEN)).encode()[:-9] + b"\n",  # cut short
    decision_as_json(decision(PRINT, Answer.MISTAKEN)).replace("mistaken", "perhaps").encode() + b"\n",
]


@pytest.mark.parametrize("line", DAMAGED)
def test_a_line_that_holds_no_decision_is_refused_with_its_number(
    line: bytes, found: CaseFolder, own: Path
) -> None:
    good = decision_as_json(decision(PRINT, Answer.MISTAKEN)).encode() + b"\n"
    content = good + line + good
    (found.folder / DECISIONS).write_bytes(content)
    with pytest.raises(Damaged, match=r"^line 2 of decisions.jsonl holds no decision$") as caught:
        read(found, own)
    assert "take that line out" in caught.value.remedy
    with pytest.raises(Damaged, match="line 2"):
        record(found, [decision(OTHER, Answer.KEEP)], None)
    assert (found.folder / DECISIONS).read_bytes() == content


def test_a_case_without_its_decisions_is_not_taken_for_one_without_any(found: CaseFolder, own: Path) -> None:
    (found.folder / DECISIONS).unlink()
    with pytest.raises(Unreadable, match=r"no decisions\.jsonl"):
        read(found, own)
    with pytest.raises(Unreadable, match=r"no decisions\.jsonl"):
        record(found, [decision(PRINT, Answer.KEEP)], None)


@pytest.mark.parametrize("name", ["decisions (1).jsonl", "Decisions-THORNWICK-PC.jsonl"])
def test_a_second_file_that_a_synchronised_folder_has_made_is_not_passed_over(
    name: str, found: CaseFolder, own: Path
) -> None:
    (found.folder / name).write_bytes(b"")
    with pytest.raises(Damaged, match="another file of decisions") as caught:
        read(found, own)
    assert "in any order" in caught.value.remedy
    with pytest.raises(Damaged, match="another file of decisions"):
        record(found, [decision(PRINT, Answer.KEEP)], None)


def test_a_file_larger_than_any_is_refused(
    found: CaseFolder, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record(found, [decision(PRINT, Answer.KEEP)], None)
    monkeypatch.setattr(ledger_lines, "MAX_BYTES", 10)
    with pytest.raises(LimitReached, match="larger than any"):
        read(found, own)


def test_a_write_that_fails_leaves_the_old_file(
    found: CaseFolder, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = decision(PRINT, Answer.MISTAKEN)
    record(found, [first], None)

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(NotWritten, match="disk is full"):
        record(found, [decision(OTHER, Answer.KEEP)], None)
    assert read(found, own).decisions == (first,)
    assert sorted(path.name for path in found.folder.iterdir()) == [DECISIONS, DECISIONS + ".lock"]


# ------------------------------------------------------------------ signatures


def test_a_signature_of_a_trusted_card_is_looked_at(found: CaseFolder, own: Path) -> None:
    for identity in (imogen(), joseph()):
        record(found, [decision(PRINT, Answer.EXCEPTION, identity.card.name)], identity)
    ledger = read(found, own)
    assert [word.signature is not None for word in ledger.decisions] == [True, True]
    assert ledger.unchecked == 0


def test_a_signature_that_nobody_can_look_at_is_none(found: CaseFolder, own: Path) -> None:
    record(found, [decision(PRINT, Answer.KEEP, mallory().card.name)], mallory())
    ledger = read(found, own)
    assert ([word.signature for word in ledger.decisions], ledger.unchecked) == ([None], 1)


FORGED = [
    {"answer": Answer.KEEP},  # another answer under the signature
    {"fingerprint": OTHER},  # moved to another finding
    {"when": decision(PRINT, Answer.KEEP, minute=9).when},
    {"who": joseph().card.name},  # in another's name
]


@pytest.mark.parametrize("changes", FORGED)
def test_a_line_that_was_altered_under_its_signature_is_refused(
    changes: dict[str, object], found: CaseFolder, own: Path
) -> None:
    good, signed = record(
        found,
        [decision(OTHER, Answer.CHANGE), decision(PRINT, Answer.MISTAKEN, imogen().card.name)],
        imogen(),
    )
    altered = replace(signed, **changes)  # type: ignore[arg-type]
    text = f"{decision_as_json(good)}\n{decision_as_json(altered)}\n"
    (found.folder / DECISIONS).write_text(text, encoding="ascii")
    with pytest.raises(Forged, match="line 2"):
        read(found, own)


# ------------------------------------------------------------------ two at once

WRITER = """
import sys
from pathlib import Path
from redact.run.case_file import CaseFolder
from redact.run.decisions import record
from redact.values.case import Case
from redact.values.decisions import Answer
from tests.judge.decisions import decision
folder, start = sys.argv[1], int(sys.argv[2])
for number in range(start, start + 15):
    record(CaseFolder(Case("K7"), Path(folder)), [decision(f"hmac:{number:032x}", Answer.CHANGE)], None)
"""


def test_two_processes_at_once_lose_nothing(found: CaseFolder, own: Path) -> None:
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(found.folder), str(start)], env=environment)
        for start in (0, 100)
    ]
    assert [writer.wait(timeout=120) for writer in writers] == [0, 0]
    kept = sorted(word.fingerprint for word in read(found, own).decisions)
    assert kept == sorted(f"hmac:{start + number:032x}" for start in (0, 100) for number in range(15))


def test_a_lock_that_is_not_given_up_is_told(
    found: CaseFolder, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from redact import storage

    monkeypatch.setattr(storage, "_LOCK_SECONDS", 0.05)
    holder = storage.locked(found.folder / DECISIONS)
    with holder, pytest.raises(NotWritten, match="another process"):
        record(found, [decision(PRINT, Answer.KEEP)], None)
    record(found, [decision(PRINT, Answer.KEEP)], None)
    assert len(lines(found)) == 1


def test_no_file_of_a_case_can_say_more_than_a_decision_holds(found: CaseFolder) -> None:
    record(found, [decision(PRINT, Answer.EXCEPTION, reference="12/3")], None)
    assert lines(found) == [
        '{"answer":"exception","expires":"2027-11-21","fingerprint":"hmac:' + "0a" * 16 + '",'
        '"format":"redact-decision/1","reason":"court-direction","reference":"12/3",'
        '"when":"2026-11-20T09:00:00Z","who":"Imogen Tarrant"}'
    ]
