"""A signed statement: made on the signer's machine, and refused when a bit of it is another."""

from __future__ import annotations

import contextlib
import json
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redact.errors import Forged, KeyDamaged, WrongUse
from redact.keystore import statements
from redact.keystore.cards import card_as_text
from redact.keystore.identity import sign
from redact.keystore.statements import make, read, read_request, reason_text
from redact.values.gate_record import AttachedPaper, PaperPart
from redact.values.signed_statements import (
    AskedStatement,
    StatementRequest,
    request_as_json,
    request_from_json,
    statement_as_json,
    statement_from_json,
)
from redact.values.statements import GateRole, ReasonCode
from tests.keystore.people import imogen, joseph, mallory

GIVEN = datetime(2027, 1, 5, 9, 30, tzinfo=UTC)
FINAL = AskedStatement("final-text", "1", "This is its final text.", GateRole.AUTHOR)
PAGE = AskedStatement("read-myself", "1", "I read page 7 of the report myself.", GateRole.CHECKER, "hmac:0a")
WEIGHED = AskedStatement(
    "proceedings-weighed", "1", "I have weighed it.", GateRole.LEGAL, reasons=(ReasonCode.NO_RISK,)
)
REQUEST = StatementRequest(
    "K7",
    (FINAL, PAGE, WEIGHED),
    (
        AttachedPaper(PaperPart.REPORT, "a" * 64, "pdf", "b" * 64),
        AttachedPaper(PaperPart.SUMMARY, "c" * 64, "docx"),
    ),
    "d" * 64,
    "e" * 64,
    "f" * 64,
)  # fmt: skip


@cache
def signed() -> bytes:
    return make(imogen(), REQUEST, agreed=(FINAL, PAGE), given=GIVEN, reference="2027/14")


def test_it_says_what_was_agreed_to_of_which_files_when_and_by_whom() -> None:
    found = read(signed())
    assert [one.id for one in found.statement.said] == ["final-text", "read-myself"]
    assert found.statement.said[1].subject == "hmac:0a"
    assert found.statement.papers == REQUEST.papers_digest
    assert (found.statement.check, found.statement.rules, found.statement.register) == (
        "d" * 64,
        "e" * 64,
        "f" * 64,
    )
    assert (found.card, found.statement.given) == (imogen().card, GIVEN)
    assert [one.reason for one in found.statement.said] == ["2027/14", "2027/14"]
    assert found.data == signed()


def test_every_flipped_bit_is_refused() -> None:
    taken = []
    for bit in range(8 * len(signed())):
        data = bytearray(signed())
        data[bit // 8] ^= 1 << bit % 8
        with contextlib.suppress(KeyDamaged, Forged):
            read(bytes(data))
            taken.append(bit)
    assert taken == []


@given(st.data())
def test_a_piece_taken_out_put_in_or_doubled_is_refused(data: st.DataObject) -> None:
    whole = signed()
    first, last = sorted(data.draw(st.tuples(*[st.integers(0, len(whole))] * 2)))
    put_in = data.draw(st.binary(max_size=8) | st.just(whole[first:last] * 2))
    other = whole[:first] + put_in + whole[last:]
    if other.replace(b"\r\n", b"\n") == whole:
        return
    with pytest.raises((KeyDamaged, Forged)):
        read(other)


def test_line_ends_that_mail_has_changed_do_not_matter() -> None:
    found = read(signed().replace(b"\n", b"\r\n"))
    assert (found.data, found.sha256) == (signed(), read(signed()).sha256)


@pytest.mark.parametrize(
    "data", [b"", b"{}", b"[]", b"null", b"\xff\xfe", b'{"format": "redact-statement/1"}']
)
def test_what_is_no_statement_is_refused(data: bytes) -> None:
    with pytest.raises(KeyDamaged, match="no signed statement"):
        read(data)


def test_what_is_larger_than_any_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(statements, "MAX_BYTES", len(signed()) - 1)
    with pytest.raises(KeyDamaged):
        read(signed())


def test_the_signature_of_another_is_refused() -> None:
    statement = statement_from_json(signed().decode())
    bare = statement_as_json(statement, signed=False).encode()
    by_another = replace(statement, signature=sign(mallory(), statements.FORMAT, bare))
    with pytest.raises(Forged):
        read(statement_as_json(by_another).encode())
    under_another_card = replace(statement, card=card_as_text(joseph().card))
    with pytest.raises(Forged):
        read(statement_as_json(under_another_card).encode())


def test_a_signature_for_something_else_does_not_serve() -> None:
    statement = statement_from_json(signed().decode())
    bare = statement_as_json(statement, signed=False).encode()
    for purpose in ("redact-gate-log/1", "redact-decision/1", statements.FORMAT + " "):
        other = replace(statement, signature=sign(imogen(), purpose, bare))
        with pytest.raises(Forged):
            read(statement_as_json(other).encode())


@pytest.mark.parametrize(
    "change",
    [
        {"case": "K8"},
        {"papers": "0" * 64},
        {"check": "0" * 64},
        {"rules": "0" * 64},
        {"register": ""},
        {"given": GIVEN.replace(year=2028)},
        {"said": read(signed()).statement.said[:1]},
        {"said": (replace(read(signed()).statement.said[0], sentence="This is no final text."),)},
        {"said": (replace(read(signed()).statement.said[0], role=GateRole.CHAIR),)},
    ],
)
def test_each_thing_that_it_says_is_signed(change: dict[str, object]) -> None:
    statement = replace(statement_from_json(signed().decode()), **change)  # type: ignore[arg-type]
    with pytest.raises(Forged):
        read(statement_as_json(statement).encode())


def test_nothing_in_a_repr_or_an_error_is_a_signature() -> None:
    found = read(signed())
    assert found.statement.signature not in repr(found)
    with pytest.raises(Forged) as refused:
        read(statement_as_json(replace(found.statement, case="K8")).encode())
    assert found.statement.signature not in repr(refused.value)


# ------------------------------------------------------------------ reasons


def test_a_sentence_that_asks_for_a_reason_is_not_signed_without_one() -> None:
    for reason in (None, ReasonCode.NONE_OPEN):
        with pytest.raises(WrongUse, match="signed with a reason") as refused:
            make(imogen(), REQUEST, agreed=(WEIGHED,), given=GIVEN, reason=reason)
        assert "no-risk" in refused.value.remedy
    with_it = make(imogen(), REQUEST, agreed=(WEIGHED,), given=GIVEN, reason=ReasonCode.NO_RISK)
    assert read(with_it).statement.said[0].reason == "no-risk"


def test_nothing_is_signed_where_nobody_agreed() -> None:
    with pytest.raises(WrongUse, match="nothing was agreed to"):
        make(imogen(), REQUEST, agreed=(), given=GIVEN)


def test_a_reason_is_a_code_a_reference_or_both() -> None:
    codes = (ReasonCode.NO_RISK,)
    assert reason_text("x", codes, ReasonCode.NO_RISK, "") == "no-risk"
    assert reason_text("x", codes, ReasonCode.NO_RISK, "2027/1") == "no-risk 2027/1"
    assert reason_text("x", (), ReasonCode.NO_RISK, "2027/1") == "2027/1"
    assert reason_text("x", (), None, "") == ""


# ------------------------------------------------------------------ requests


def test_a_request_comes_back_as_it_was_and_no_other_way() -> None:
    text = request_as_json(REQUEST)
    assert request_from_json(text) == REQUEST
    assert read_request(text.replace("\n", "\r\n").encode()) == REQUEST
    content = json.loads(text)
    for other in (
        text.replace("K7", "K 7"),
        text.replace("final-text", "Final Text"),
        text + " ",
        json.dumps(content),
        json.dumps(content | {"more": 1}, indent=1, sort_keys=True) + "\n",
        json.dumps(content | {"asked": content["asked"] * 2}, indent=1, sort_keys=True) + "\n",
        json.dumps(content | {"asked": []}, indent=1, sort_keys=True) + "\n",
        json.dumps(content | {"check": 7}, indent=1, sort_keys=True) + "\n",
        signed().decode(),
    ):
        with pytest.raises(KeyDamaged, match="no request"):
            read_request(other.encode())


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=60))
def test_any_sentence_that_can_be_printed_comes_back(sentence: str) -> None:
    try:
        asked = AskedStatement("a", "1", sentence, GateRole.AUTHOR)
    except ValueError:
        assert not sentence.isprintable()
        return
    request = StatementRequest("K7", (asked,))
    assert request_from_json(request_as_json(request)) == request
