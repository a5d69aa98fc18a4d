"""What a step of the gate is judged by besides its log."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from redact.errors import Unreadable, WrongUse
from redact.keystore import home
from redact.keystore.identity import Identity
from redact.run import decisions, intruder
from redact.run.case_file import CaseFolder
from redact.run.gate_log import Doing
from redact.run.gate_seen import changed_parts, observe, source_path
from redact.values.decisions import Answer, Decision, Reason
from redact.values.gate import GateAction
from redact.values.gate_record import AttachedPaper, Observed, PaperPart
from redact.values.intruder import SearchResult
from redact.values.statements import GateRole
from tests.keystore.people import imogen, joseph, mallory
from tests.run.gate_factory import BEGUN, DIGEST, Clock, attach, attach_facts, begin, read, settle, write

MARK, OTHER = "hmac:" + "0a" * 16, "hmac:" + "0b" * 16
UNTIL = date(2027, 6, 30)


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return settle(monkeypatch)


@pytest.fixture
def found(tmp_path: Path) -> CaseFolder:
    for one in (joseph(), mallory()):
        home.trust(tmp_path / "own", one.card)
    return begin(tmp_path)


def look(found: CaseFolder) -> Observed:
    return observe(read(found), found.folder.parent / "own")


def set_in(found: CaseFolder, old: str, new: str) -> None:
    path = found.folder / "gate.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_what_is_seen_of_a_case_that_has_begun(found: CaseFolder, clock: Clock) -> None:
    seen = look(found)
    assert seen.now == clock.at.replace(tzinfo=None)
    assert (seen.changed, seen.recipients, seen.wrong_recipients, seen.closed) == ((), (), (), ())
    assert (seen.intruder, seen.exceptions_until, seen.own_exceptions) == (False, None, 0)
    assert seen.rules == read(found).book.digest
    assert len(seen.model) == 64


def test_what_the_settings_say_is_seen(found: CaseFolder) -> None:
    set_in(found, "closed = []", "closed = [2027-03-01, 2027-02-26]")
    set_in(found, 'floor = ""', 'floor = "0.9.0"')
    seen = look(found)
    assert seen.closed == (date(2027, 2, 26), date(2027, 3, 1))
    assert seen.floor_rules == "0.9.0"


def test_addresses_are_sorted_by_their_domain(found: CaseFolder) -> None:
    set_in(found, '# ofsted = ""', 'ofsted = "reviews@ofsted.gov.uk"')
    set_in(found, '# department = ""', 'department = "reviews@education.gov.uk.example.com"')
    seen = look(found)
    assert (seen.recipients, seen.wrong_recipients) == (("ofsted",), ("department",))


def test_without_its_settings_nothing_is_done(found: CaseFolder) -> None:
    (found.folder / "gate.toml").unlink()
    with pytest.raises(WrongUse, match=r"has no gate\.toml"):
        look(found)


# ------------------------------------------------------------------ files


def test_a_file_is_changed_when_a_byte_is_or_when_it_is_gone(found: CaseFolder) -> None:
    path = attach(found)
    assert look(found).changed == ()
    good = path.read_bytes()
    for data in (good + b" ", good[:-1], b"", good.replace(b"1.7", b"1.4")):
        path.write_bytes(data)
        assert look(found).changed == (PaperPart.REPORT,)
    path.unlink()
    assert look(found).changed == (PaperPart.REPORT,)
    path.write_bytes(good)
    assert look(found).changed == ()


def test_the_word_file_behind_a_page_is_held_to_its_digest_too(tmp_path: Path) -> None:
    paper = AttachedPaper(PaperPart.REPORT, DIGEST, "pdf", "0b" * 32)
    assert source_path(tmp_path, paper).name == f"report-{'0b' * 8}.docx"
    assert changed_parts(tmp_path, [paper]) == (PaperPart.REPORT,)


def test_files_whose_check_was_not_ready_are_not_looked_for(found: CaseFolder) -> None:
    facts = {**attach_facts(), "readiness": "not_ready", "open": "1"}
    write(found, Doing(GateAction.ATTACH, GateRole.MANAGER, facts))
    assert look(found).changed == ()  # the case keeps no copy of them


def test_a_file_that_cannot_be_read_is_no_changed_one(found: CaseFolder) -> None:
    path = attach(found)
    path.unlink()
    path.mkdir()  # there, and nothing that can be read
    with pytest.raises(Unreadable, match="cannot be read"):
        look(found)


# ------------------------------------------------------------------ the motivated intruder


def test_a_record_of_the_motivated_intruder_counts_for_exactly_these_files(found: CaseFolder) -> None:
    attach(found)
    paper = read(found).gate.papers[0].sha256
    noted = intruder.Noted("Ottilie Grey", date(2027, 1, 4), 12, SearchResult.NOTHING)
    intruder.record(found, noted, [DIGEST], identity=imogen(), recorded_by=imogen().card.name)
    assert not look(found).intruder
    intruder.record(found, noted, [paper], identity=imogen(), recorded_by=imogen().card.name)
    assert look(found).intruder


# ------------------------------------------------------------------ exceptions


def decide(
    found: CaseFolder, who: Identity, *, until: date = UNTIL, mark: str = MARK, signed: bool = True
) -> None:
    decision = Decision(
        mark, Answer.EXCEPTION, Reason.PUBLIC_OFFICE, who.card.name, BEGUN - timedelta(days=1), until
    )
    decisions.record(found, [decision], who if signed else None)


def with_exceptions(found: CaseFolder, marks: Sequence[str]) -> Observed:
    facts = {**attach_facts(), "exceptions": str(len(marks))}
    facts |= {f"exception.{number}": mark for number, mark in enumerate(marks, 1)}
    write(found, Doing(GateAction.ATTACH, GateRole.MANAGER, facts))
    return look(found)


def test_an_exception_that_two_people_have_signed_holds_until_the_first_of_them_ends(
    found: CaseFolder,
) -> None:
    decide(found, imogen())
    decide(found, joseph(), until=date(2027, 4, 30))
    seen = with_exceptions(found, [MARK])
    assert (seen.exceptions_until, seen.own_exceptions) == (date(2027, 4, 30), 0)
    decide(found, mallory(), until=date(2027, 5, 31))  # a third: two of them hold until then
    assert look(found).exceptions_until == date(2027, 5, 31)


def test_the_first_exception_that_ends_counts(found: CaseFolder) -> None:
    for who in (imogen(), joseph()):
        decide(found, who)
        decide(found, who, mark=OTHER, until=date(2027, 2, 1))
    assert with_exceptions(found, [MARK, OTHER]).exceptions_until == date(2027, 2, 1)
    assert with_exceptions(found, [MARK]).exceptions_until == UNTIL


def test_nobody_approves_their_own_exception(found: CaseFolder) -> None:
    decide(found, imogen())
    assert with_exceptions(found, [MARK]).own_exceptions == 1
    # A second name is soon written; it takes somebody's identity to sign.
    decide(found, joseph(), signed=False)
    assert look(found).own_exceptions == 1
    decide(found, joseph())
    assert look(found).own_exceptions == 0


def test_who_takes_an_exception_back_after_the_check_ends_it(found: CaseFolder) -> None:
    for who in (imogen(), joseph()):
        decide(found, who)
    assert with_exceptions(found, [MARK]).own_exceptions == 0
    later = Decision(
        MARK, Answer.CHANGE, Reason.TO_BE_CHANGED, joseph().card.name, datetime(2027, 1, 6, tzinfo=UTC)
    )
    decisions.record(found, [later], joseph())
    assert look(found).own_exceptions == 1


def test_an_exception_of_which_nothing_is_decided_stands_on_nobody(found: CaseFolder) -> None:
    assert with_exceptions(found, [MARK]).own_exceptions == 1
