"""Decisions as values and as lines."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redact.values.decisions import Answer, Decision, Reason, decision_as_json, decision_from_json

MARK = "hmac:" + "0a" * 16
WHEN = datetime(2026, 11, 21, 9, 30, 5, tzinfo=UTC)
DECISION = Decision(MARK, Answer.MISTAKEN, Reason.NOT_A_NAME, "Imogen Tarrant", WHEN)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"fingerprint": "Harrow"}, "32 hex digits"),  # a word of a document is no fingerprint
        ({"who": " "}, "somebody"),
        ({"when": datetime(2026, 11, 21, 9, 30)}, "UTC"),  # a time of nowhere
        ({"when": WHEN.replace(microsecond=1)}, "whole seconds"),
        ({"answer": Answer.EXCEPTION}, "ends"),  # without its last day
        ({"reference": "her aunt Odile said so"}, "reference"),  # free text
        ({"reference": "Tarrant"}, "reference"),  # a word without a digit
        ({"signature": "ab"}, "128"),
    ],
)
def test_what_is_no_decision(changes: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        replace(DECISION, **changes)


def test_it_holds_up_to_its_last_day() -> None:
    exception = replace(DECISION, answer=Answer.EXCEPTION, expires=date(2027, 1, 31))
    assert [exception.holds_on(date(2027, 1, 31)), exception.holds_on(date(2027, 2, 1))] == [True, False]
    assert DECISION.holds_on(date(2099, 1, 1))


@given(
    answer=st.sampled_from(Answer),
    reason=st.sampled_from(Reason),
    who=st.text(min_size=1).filter(lambda text: text.strip() != ""),
    when=st.datetimes(timezones=st.just(UTC)).map(lambda at: at.replace(microsecond=0)),
    expires=st.dates(),
    reference=st.none() | st.from_regex(r"[A-Z0-9]{1,8}/[0-9]{1,8}", fullmatch=True),
    signature=st.none() | st.binary(min_size=64, max_size=64).map(bytes.hex),
)
def test_a_line_gives_the_decision_back(
    answer: Answer, reason: Reason, who: str, when: datetime, expires: date, reference: str, signature: str
) -> None:
    decision = Decision(MARK, answer, reason, who, when, expires, reference, signature)
    line = decision_as_json(decision)
    assert "\n" not in line
    assert decision_from_json(line) == decision


def test_what_is_signed_is_all_but_the_signature() -> None:
    signed = replace(DECISION, signature="ab" * 64)
    assert decision_as_json(signed, signed=False) == decision_as_json(DECISION)
    assert decision_as_json(signed) != decision_as_json(DECISION)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Odile Tarrant",
        "[]",
        "[" * 100_000,
        decision_as_json(DECISION).replace("redact-decision/1", "redact-decision/2"),
        decision_as_json(DECISION).replace("mistaken", "perhaps"),
        json.dumps({**json.loads(decision_as_json(DECISION)), "name": "Odile"}),  # a field that is not known
        json.dumps({**json.loads(decision_as_json(DECISION)), "when": 3}),
        json.dumps({**json.loads(decision_as_json(DECISION)), "when": "2026-11-21"}),
    ],
)
def test_another_line_is_refused_without_its_words(line: str) -> None:
    with pytest.raises(ValueError, match=r"^a line that holds no decision$"):
        decision_from_json(line)
