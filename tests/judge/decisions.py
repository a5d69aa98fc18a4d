"""Decisions for the tests of judging and of reports."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from redact.values.decisions import Answer, Decision, Reason

__all__ = ["DAY", "decision"]

DAY = date(2026, 11, 21)
_START = datetime(2026, 11, 20, 9, 0, 0, tzinfo=UTC)

_REASONS = {
    Answer.MISTAKEN: Reason.NOT_A_NAME,
    Answer.KEEP: Reason.PUBLIC_OFFICE,
    Answer.EXCEPTION: Reason.COURT_DIRECTION,
    Answer.CHANGE: Reason.TO_BE_CHANGED,
    Answer.LOOKED_AT: Reason.READ_BY_A_PERSON,
}


def decision(
    fingerprint: str,
    answer: Answer,
    who: str = "Imogen Tarrant",
    *,
    minute: int = 0,
    expires: date | None = None,
    reference: str | None = None,
) -> Decision:
    """Make a decision, `minute` minutes after the first; an exception ends in a year, or on a given day."""
    if answer is Answer.EXCEPTION and expires is None:
        expires = date(2027, 11, 21)
    when = _START + timedelta(minutes=minute)
    return Decision(fingerprint, answer, _REASONS[answer], who, when, expires, reference)
