"""Whoever touches the log of a gate, or a file that it names, is found out; each fault names its line."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from redact import chain
from redact.chain import Entry, head_path
from redact.errors import Damaged, GateRefuses, WrongUse
from redact.keystore import home
from redact.keystore.identity import Identity, sign
from redact.keystore.statements import make, read_request
from redact.run import gate_lines, gate_log, gate_verify
from redact.run.case_file import CaseFolder
from redact.run.gate_log import Doing, log_path
from redact.run.gate_statements import ask, attest_signed
from redact.run.gate_verify import verify, witnesses_of
from redact.values.gate import GateAction
from redact.values.gate_verified import GateVerified
from redact.values.gate_witness import Witness, witness_as_text, witness_from_typed, witnesses_in
from redact.values.statements import GateRole
from tests.keystore.people import imogen, joseph, mallory
from tests.run.gate_factory import Clock, attach, begin, note, read, settle, write

MANAGER = GateRole.MANAGER


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return settle(monkeypatch)


@pytest.fixture
def found(tmp_path: Path) -> CaseFolder:
    """A gate of seven lines, with a file and a signed statement."""
    made, card = begin(tmp_path), joseph().card
    home.trust(tmp_path / "own", card)
    facts = {"role": "author", "name": card.name, "card": card.id}
    write(made, Doing(GateAction.NAME, MANAGER, facts), note("aware"), note("referred"))
    attach(made)
    request = read_request(ask(made, tmp_path / "own", ["final-text"]).encode("ascii"))
    given = datetime(2027, 1, 5, 9, tzinfo=UTC)
    attest_signed(
        made, imogen(), tmp_path / "own", make(joseph(), request, agreed=request.asked, given=given)
    )
    assert read(made).gate.lines == 7
    return made


def look(found: CaseFolder, *witnesses: Witness) -> GateVerified:
    return verify(found, found.folder.parent / "own", witnesses)


def lines(found: CaseFolder) -> list[bytes]:
    return log_path(found).read_bytes().splitlines(keepends=True)


def put(found: CaseFolder, content: Sequence[bytes]) -> None:
    log_path(found).write_bytes(b"".join(content))


def places(told: GateVerified) -> list[int | None]:
    return [one.line for one in told.faults]


def written_anew(found: CaseFolder, entries: Sequence[Entry], identity: Identity, signer: str = "") -> None:
    """Write the whole log anew, as somebody can who has an identity and our program."""
    path = log_path(found)
    path.unlink()
    head_path(path).unlink()
    chain.append(
        path,
        entries,
        signer=signer or identity.card.id,
        sign=lambda message: sign(identity, gate_log.PURPOSE, message),
    )


def witness(found: CaseFolder) -> Witness:
    gate = read(found).gate
    return Witness(gate.lines, gate.head)


def test_a_gate_that_nobody_has_touched_is_whole(found: CaseFolder) -> None:
    told = look(found, witness(found))
    assert told.whole
    assert (told.lines, told.papers, told.signed, told.recorded, told.other_rules) == (7, 1, 1, 0, 0)


# ------------------------------------------------------------------ the log is touched


def _forms() -> dict[str, Callable[[list[bytes], int], None]]:
    def other_fact(content: list[bytes], at: int) -> None:
        content[at] = content[at].replace(b'"case":"K7"', b'"case":"K8"')

    def other_time(content: list[bytes], at: int) -> None:
        content[at] = content[at].replace(b'"time":"2027', b'"time":"2026')

    def taken_out(content: list[bytes], at: int) -> None:
        del content[at]

    def twice(content: list[bytes], at: int) -> None:
        content.insert(at, content[at])

    def swapped(content: list[bytes], at: int) -> None:
        other = at + 1 if at + 1 < len(content) else at - 1
        content[at], content[other] = content[other], content[at]

    def half(content: list[bytes], at: int) -> None:
        content[at] = content[at][: len(content[at]) // 2]

    def spaces(content: list[bytes], at: int) -> None:  # the same to a program that is not strict
        content[at] = content[at].replace(b'":"', b'": "', 1)

    return {one.__name__: one for one in (other_fact, other_time, taken_out, twice, swapped, half, spaces)}


@pytest.mark.parametrize("form", _forms())
def test_a_line_that_was_touched_is_named(form: str, found: CaseFolder) -> None:
    whole = lines(found)
    for at in range(len(whole)):
        content = list(whole)
        _forms()[form](content, at)
        put(found, content)
        told = look(found)
        assert not told.whole
        (fault,) = told.faults
        if form == "taken_out" and at == len(whole) - 1:
            assert "cut off" in fault.what
            continue
        assert fault.line is not None
        # The line that breaks, or the one behind it, whose number or digest no longer fits.
        assert at <= fault.line <= at + 2, (form, at)
    put(found, whole)
    assert look(found).whole


def test_a_signature_of_nobody_is_forged(found: CaseFolder) -> None:
    content = lines(found)
    told = json.loads(content[2])
    told["signature"] = "0" * 128
    content[2] = (json.dumps(told, sort_keys=True, separators=(",", ":")) + "\n").encode()
    put(found, content)
    assert places(look(found)) == [3]


@pytest.mark.parametrize("left", range(1, 7))
def test_a_log_that_was_cut_off_shows_by_its_checkpoint_and_by_a_certificate(
    left: int, found: CaseFolder
) -> None:
    seen, entries = witness(found), read(found).log.entries
    put(found, lines(found)[:left])
    assert ["cut off" in one.what for one in look(found).faults] == [True]
    # Whoever knows how our checkpoints are written makes the last line's signature into one.
    last = entries[left - 1]
    told = {
        "format": chain.FORMAT, "count": last.seq, "head": last.sha256, "signer": last.signer,
        "signature": last.signature,
    }  # fmt: skip
    head_path(log_path(found)).write_text(json.dumps(told, sort_keys=True) + "\n", encoding="ascii")
    assert not [one for one in look(found).faults if one.line is not None]
    cut = [one for one in look(found, seen).faults if one.line is not None]
    assert [one.line for one in cut] == [left + 1]
    assert "cut off or written anew" in cut[0].what


def test_an_outsider_who_writes_it_anew_in_anothers_name_is_found(found: CaseFolder) -> None:
    entries = read(found).log.entries
    written_anew(found, entries, mallory(), signer=imogen().card.id)
    told = look(found)
    assert places(told) == [1]
    assert "signature" in told.faults[0].what


def test_an_outsider_who_writes_it_anew_in_their_own_name_is_found(found: CaseFolder) -> None:
    seen, card = witness(found), mallory().card
    entries = [replace(one, actor=card.id) for one in read(found).log.entries]
    entries[0] = replace(entries[0], facts={**entries[0].facts, "name": card.name, "card": card.id})
    written_anew(found, entries, mallory())
    told = look(found)
    assert places(told) == [1]
    assert "not trusted here" in told.faults[0].what
    assert places(look(found, seen)) == [1, 7]
    # The manager themselves can do nothing in it.
    with pytest.raises(GateRefuses) as caught:
        write(found, note())
    assert caught.value.codes == ("not-yours",)


def test_the_owner_of_an_identity_who_writes_it_anew_is_found_by_a_certificate(found: CaseFolder) -> None:
    seen = [witness(found), Witness(3, read(found).log.entries[2].sha256)]
    entries = list(read(found).log.entries)
    entries[2] = replace(entries[2], facts={**entries[2].facts, "on": "2026-12-01"})
    written_anew(found, entries, imogen())
    assert look(found).whole  # nothing here tells it
    told = look(found, *seen)
    assert places(told) == [3, 7]
    assert all("written anew" in one.what for one in told.faults)
    assert places(look(found, seen[0])) == [7]


def test_what_was_witnessed_before_a_change_still_holds(found: CaseFolder) -> None:
    seen = witness(found)
    write(found, note())
    assert look(found, seen).whole


# ------------------------------------------------------------------ lines that the table does not allow


def smuggled(
    found: CaseFolder, action: GateAction, facts: dict[str, str], who: Identity | None = None
) -> None:
    """Write a line past the judge, signed as it should be."""
    me, gate = who or imogen(), read(found).gate
    book = read(found).book
    line = gate_lines.line_of("K7", me.card, action.value, {"book": book.digest, "by": "manager", **facts}, 1)
    chain.append(
        log_path(found), [line], signer=me.card.id, sign=lambda message: sign(me, gate_log.PURPOSE, message)
    )
    assert gate.lines == 7


def test_a_step_that_no_row_lists_is_named(found: CaseFolder) -> None:
    smuggled(found, GateAction.PUBLISH, {"state": "published", "on": "2027-01-05"})
    told = look(found)
    assert places(told) == [8]
    assert "does not list" in told.faults[0].what


def test_a_step_that_leads_elsewhere_is_named(found: CaseFolder) -> None:
    smuggled(found, GateAction.RETURN, {"state": "published", "reason": "wrong-file"})
    assert places(look(found)) == [8]


def test_a_step_whose_statements_are_missing_is_named(found: CaseFolder) -> None:
    smuggled(found, GateAction.FINISH_REVIEW, {"state": "second-reading"})
    told = look(found)
    assert set(places(told)) == {8}
    assert all(one.what.startswith("it could not be done then") for one in told.faults)


def test_under_other_rules_only_the_order_of_steps_is_judged(found: CaseFolder) -> None:
    smuggled(found, GateAction.FINISH_REVIEW, {"state": "second-reading", "book": "0b" * 32})
    told = look(found)
    assert told.whole
    assert told.other_rules == 1


def test_a_line_of_somebody_who_has_no_such_role_is_named(found: CaseFolder) -> None:
    smuggled(found, GateAction.NOTE, {"event": "aware", "on": "2027-01-05"}, joseph())
    told = look(found)
    assert places(told) == [8]
    assert "nor by the business manager" in told.faults[0].what


def test_a_line_that_cannot_be_is_named(found: CaseFolder) -> None:
    smuggled(found, GateAction.NOTE, {"event": "aware", "on": "2027-02-30"})
    assert places(look(found)) == [8]


def test_a_time_that_runs_backwards_is_named(found: CaseFolder, clock: Clock) -> None:
    clock.at -= timedelta(days=1)
    smuggled(found, GateAction.NOTE, {"event": "aware", "on": "2027-01-05"})
    told = look(found)
    assert told.faults[0].line == 8


def test_a_log_from_the_future_is_told(found: CaseFolder, clock: Clock) -> None:
    clock.at -= timedelta(days=1)
    told = look(found)
    assert ["clock" in one.what for one in told.faults] == [True]


# ------------------------------------------------------------------ files


def test_a_file_that_is_another_one_or_gone_is_told(found: CaseFolder) -> None:
    (path,) = (found.folder / "papers").glob("report-*.pdf")
    path.write_bytes(path.read_bytes() + b" ")
    assert ["report" in one.what for one in look(found).faults] == [True]
    path.unlink()
    assert ["report" in one.what for one in look(found).faults] == [True]


def test_a_result_of_the_check_that_is_another_one_is_told(found: CaseFolder) -> None:
    (path,) = (found.folder / "papers").glob("check-*.json")
    path.write_bytes(b"{}")
    assert ["result of the check" in one.what for one in look(found).faults] == [True]
    path.unlink()
    assert ["result of the check" in one.what for one in look(found).faults] == [True]


@pytest.mark.parametrize("what", ["altered", "gone", "of another"])
def test_a_signed_statement_that_is_not_the_one_that_was_signed_is_told(what: str, found: CaseFolder) -> None:
    (path,) = (found.folder / "statements").glob("*.json")
    data = path.read_bytes()
    if what == "gone":
        path.unlink()
    else:
        path.write_bytes(data.replace(b"final", b"first") if what == "altered" else data[:-2])
    told = look(found)
    assert places(told) == [7]
    assert "signed statement" in told.faults[0].what


def test_two_logs_are_none(found: CaseFolder) -> None:
    (found.folder / "gate (1).jsonl").write_bytes(b"")
    with pytest.raises(Damaged, match="another file"):
        look(found)


# ------------------------------------------------------------------ what others hold


def test_a_head_is_found_in_whatever_it_is_printed_in(tmp_path: Path, found: CaseFolder) -> None:
    seen = witness(found)
    text = witness_as_text(seen.lines, seen.head)
    for name, content in {
        "certificate.html": f"<p>Head of the log: <code>{text}</code></p>",
        "summary.json": json.dumps({"log": text}),
        "letter.txt": f"... {text.replace(' ', chr(10))} ...",
    }.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
        assert witnesses_of(tmp_path / name) == (seen,)
    assert witness_from_typed(f"{seen.lines} {seen.head[:32].upper()} {seen.head[32:]}") == seen
    assert witness_from_typed(text) == seen


@pytest.mark.parametrize("text", ["", "7", "7 0a", "x " + "0a" * 32, "0 " + "0a" * 32])
def test_what_is_no_head_is_none(text: str) -> None:
    assert witness_from_typed(text) is None
    assert witnesses_in(text) == ()


def test_a_file_without_a_head_is_no_certificate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear colleagues", encoding="utf-8")
    with pytest.raises(WrongUse, match="no head of a log"):
        witnesses_of(path)
    monkeypatch.setattr(gate_verify, "MAX_BYTES", 4)
    with pytest.raises(Exception, match="larger than any"):
        witnesses_of(path)
