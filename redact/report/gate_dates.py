"""The days between sending and publication, for people and for programs; no word of a document is in it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from textwrap import wrap

from redact.report.wording import count, listed
from redact.values.clocks import Due
from redact.values.days import long_day
from redact.values.deadlines import DaysCounted, Earliest, SendBy, SendingDates, SendingRule, Unit
from redact.values.rules import Edition

__all__ = ["as_json", "as_text", "clocks_as_json", "clocks_as_text", "long_day"]

_WIDTH = 79


def as_text(dates: SendingDates) -> str:
    """Write the answer for a screen."""
    lines = [f"Edition: {dates.edition.value} ({dates.because})."]
    if dates.rule is None:
        lines += [
            "This edition counts no days between sending and publication.",
            "Ofsted's evaluation, and from June 2010 the end of court proceedings, come before publication.",
        ]
        return _wrapped(lines)
    lines += [_rule_words(dates.rule), f"Source: {dates.rule.source}.", ""]
    if dates.send_by is not None:
        lines += _send_by(dates.send_by)
    if dates.earliest is not None:
        lines += _earliest(dates.earliest)
    lines += _together(dates)
    counted = dates.send_by.counted if dates.send_by else dates.earliest.counted if dates.earliest else None
    return _wrapped([*lines, *(_counted(counted) if counted else ())])


def _together(dates: SendingDates) -> list[str]:
    if dates.late and dates.earliest is not None:
        return [
            "",
            "Too late: it was sent after the last day for this day of publication.",
            f"Next: publish on {long_day(dates.earliest.safe)} or later.",
        ]
    if dates.close and dates.earliest is not None:
        return [
            "",
            "In time under one reading alone, and too late under another.",
            f"Next: ask your legal adviser, or publish on {long_day(_surest(dates.earliest))}.",
        ]
    if dates.send_by is not None and dates.earliest is not None:
        return ["", "In time under every reading that is known here."]
    return []


def _surest(first: Earliest) -> date:
    return max(first.safe, first.uk_hard)


def _rule_words(rule: SendingRule) -> str:
    days = "working days" if rule.unit is Unit.WORKING_DAYS else "days"
    reading = "at least" if rule.clear else "no later than"
    return (
        f"Sent {reading} {rule.count} {days} before publication, to {listed([to.words for to in rule.to])}."
    )


def _send_by(by: SendBy) -> list[str]:
    return [
        f"To be published on    {long_day(by.publish_on)}",
        f"Send by (safe)        {long_day(by.safe)}",
        f"Last day (hard)       {long_day(by.hard)}",
        *([] if by.uk_hard == by.hard else [f"Last day, UK-wide     {long_day(by.uk_hard)}"]),
        *(f"Warning: {words}." for words in by.warnings),
    ]


def _earliest(first: Earliest) -> list[str]:
    return [
        f"Sent on               {long_day(first.sent_on)}",
        *([] if first.counts_as == first.sent_on else [f"Counts as sent on     {long_day(first.counts_as)}"]),
        f"Publish from (safe)   {long_day(first.safe)}",
        f"First day (hard)      {long_day(first.hard)}",
        *([] if first.uk_hard == first.hard else [f"First day, UK-wide    {long_day(first.uk_hard)}"]),
        *(f"Warning: {words}." for words in first.warnings),
    ]


def _counted(counted: DaysCounted) -> Iterator[str]:
    yield ""
    yield f"Counted in {counted.calendar}, without Saturdays, Sundays and holidays."
    yield f"Holidays: {counted.source}."
    for one in counted.skipped:
        yield f"Not counted: {long_day(one.day)}, {one.because}."


def _wrapped(lines: list[str]) -> str:
    return "\n".join("\n".join(wrap(line, _WIDTH, subsequent_indent=_indent(line))) for line in lines) + "\n"


def _indent(line: str) -> str:
    return "    " if line.startswith(" ") else "  "


def as_json(dates: SendingDates) -> str:
    """Write the answer for a program: schema `redact-gate-dates/1`, days as year-month-day."""
    rule = dates.rule
    told = {
        "schema": "redact-gate-dates/1",
        "edition": {"id": dates.edition.value, "because": dates.because},
        "rule": None
        if rule is None
        else {
            "count": rule.count,
            "unit": rule.unit.value,
            "to": [to.value for to in rule.to],
            "source": rule.source,
        },
        "send_by": None if dates.send_by is None else _send_by_json(dates.send_by),
        "earliest": None if dates.earliest is None else _earliest_json(dates.earliest),
        "late": dates.late if dates.send_by and dates.earliest else None,
        "under_one_reading_alone": dates.close if dates.send_by and dates.earliest else None,
    }
    return json.dumps(told, indent=2, ensure_ascii=True) + "\n"


def _send_by_json(by: SendBy) -> dict[str, object]:
    return {
        "publish_on": by.publish_on.isoformat(),
        "hard": by.hard.isoformat(),
        "safe": by.safe.isoformat(),
        "uk_hard": by.uk_hard.isoformat(),
        **_counted_json(by.counted),
        "warnings": list(by.warnings),
    }


def _earliest_json(first: Earliest) -> dict[str, object]:
    return {
        "sent_on": first.sent_on.isoformat(),
        "counts_as": first.counts_as.isoformat(),
        "hard": first.hard.isoformat(),
        "safe": first.safe.isoformat(),
        "uk_hard": first.uk_hard.isoformat(),
        **_counted_json(first.counted),
        "warnings": list(first.warnings),
    }


def _counted_json(counted: DaysCounted) -> dict[str, object]:
    return {
        "calendar": {"counted_in": counted.calendar, "source": counted.source},
        "skipped": [{"day": one.day.isoformat(), "because": one.because} for one in counted.skipped],
    }


def clocks_as_text(edition: Edition, due: Sequence[Due]) -> str:
    """Write by when each stage is owed, earliest first."""
    if not due:
        return _wrapped([f"Edition: {edition.value}.", "No time is known that runs from the days given."])
    lines = [f"Edition: {edition.value}.", ""]
    for one in due:
        word = "from" if one.clock.keeps else "by"
        lines += [f"{word} {long_day(one.day)}: {one.clock.what}"]
        skipped = [long_day(day.day) for day in one.skipped]
        unit = one.clock.unit.value.replace("-", " ")
        span = count(one.clock.count, unit.removesuffix("s"), unit)
        since = f"  {span} after {one.clock.since.words} ({long_day(one.begun)})"
        lines += [since + (f"; not counted: {listed(skipped)}" if skipped else "")]
        lines += [f"  source: {one.clock.source} ({one.clock.row})"]
    return _wrapped(lines)


def clocks_as_json(edition: Edition, due: Sequence[Due]) -> str:
    """Write the same for a program: schema `redact-gate-clocks/1`."""
    told = {
        "schema": "redact-gate-clocks/1",
        "edition": edition.value,
        "due": [
            {
                "row": one.clock.row,
                "what": one.clock.what,
                "since": one.clock.since.value,
                "begun": one.begun.isoformat(),
                "count": one.clock.count,
                "unit": one.clock.unit.value,
                "day": one.day.isoformat(),
                "day_is": "the first on which it may end" if one.clock.keeps else "the last",
                "skipped": [{"day": day.day.isoformat(), "because": day.because} for day in one.skipped],
                "source": one.clock.source,
            }
            for one in due
        ],
    }
    return json.dumps(told, indent=2, ensure_ascii=True) + "\n"
