"""By when a report is sent before its publication, and when what was sent may be published.

The day of publication is day 0 and is never counted. "No later than seven working days before" makes the
seventh working day back the last one; "at least seven" can be read as seven clear days, so that the eighth is
in time under every reading. What is sent after five in the afternoon, or on a day that is no working day,
counts as sent on the next one. What remains: which reading a court would take nobody can say; between the two
days there is a warning.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from redact.publication.working_days import ANNOUNCED_UNTIL, UK_WIDE, Calendar, england_and_wales
from redact.values.deadlines import Earliest, SendBy, SendingRule, Unit

__all__ = ["CLOSES", "earliest", "send_by"]

CLOSES = time(17, 0)
_ONE_DAY = timedelta(days=1)


def send_by(publish_on: date, rule: SendingRule, closed: Iterable[date] = ()) -> SendBy:
    """Say by when to send what is published on a day.

    Args:
        closed: days on which nobody is in the office; they only lengthen the time.
    """
    ours, uk = _calendars(closed)
    if rule.unit is Unit.CALENDAR_DAYS:
        week = publish_on - _ONE_DAY * rule.count
        hard = uk_hard = week
        safe = ours.last_working(week - _ONE_DAY * rule.clear)
    else:
        hard = ours.before(publish_on, rule.count)
        safe = ours.before(publish_on, rule.count + 1)
        uk_hard = uk.before(publish_on, rule.count)
    warnings = [*_of_publication(publish_on, ours), *_of_the_day(hard, rule, ours)]
    if uk_hard < hard:
        warnings.append(
            "with the holidays of Scotland and Northern Ireland left out too, the last day is an earlier one"
        )
    counted = ours.counted(safe, publish_on)
    return SendBy(publish_on, rule, hard, safe, uk_hard, counted, tuple(warnings + _computed(publish_on)))


def earliest(sent: datetime, rule: SendingRule, closed: Iterable[date] = ()) -> Earliest:
    """Say when what was sent at a time may be published.

    Args:
        sent: local time; after five in the afternoon the next working day counts.
        closed: days on which nobody is in the office; they only lengthen the time.
    """
    ours, uk = _calendars(closed)
    day = sent.date() + _ONE_DAY * (sent.time() > CLOSES)
    if rule.unit is Unit.CALENDAR_DAYS:
        counts_as = ours.next_working(day)
        hard = uk_hard = counts_as + _ONE_DAY * rule.count
        safe = hard + _ONE_DAY * rule.clear
    else:
        counts_as = ours.next_working(day)
        hard, safe = ours.after(counts_as, rule.count), ours.after(counts_as, rule.count + 1)
        uk_hard = uk.after(uk.next_working(day), rule.count)
    warnings = []
    if counts_as != sent.date():
        warnings.append("it was sent after 17:00 or on a day that is no working day: the next one counts")
    if uk_hard > hard:
        warnings.append(
            "with the holidays of Scotland and Northern Ireland left out too, the first day is a later one"
        )
    counted = ours.counted(sent.date(), safe)
    return Earliest(
        sent.date(), counts_as, rule, hard, safe, uk_hard, counted, tuple(warnings + _computed(safe))
    )


def _calendars(closed: Iterable[date]) -> tuple[Calendar, Calendar]:
    days = frozenset(closed)
    return england_and_wales.also_closed(days), UK_WIDE.also_closed(days)


def _of_publication(day: date, calendar: Calendar) -> list[str]:
    if calendar.is_working(day):
        return []
    return ["the day of publication is no working day: nobody is there to answer"]


def _of_the_day(hard: date, rule: SendingRule, calendar: Calendar) -> list[str]:
    if rule.unit is Unit.CALENDAR_DAYS and not calendar.is_working(hard):
        return ["the last day is no working day: what is sent on it counts as sent on the next one, too late"]
    return []


def _computed(last: date) -> list[str]:
    if last.year <= ANNOUNCED_UNTIL:
        return []
    return [f"holidays after {ANNOUNCED_UNTIL} are computed: they have not been announced"]
