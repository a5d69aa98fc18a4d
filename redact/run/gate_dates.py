"""`gate dates`: by when a report must be sent, and when it may be published; reads the rules and no more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

from redact.errors import WrongUse
from redact.values.clocks import CaseEvent, Due
from redact.values.deadlines import SendingDates
from redact.values.packs import Pack
from redact.values.rules import Edition

__all__ = ["clocks", "dates"]


def dates(
    *,
    publish_on: date | None,
    sent: datetime | None,
    edition: Edition | None = None,
    because: str = "stated by the user",
    closed: Sequence[date] = (),
    rules: Path | None = None,
) -> SendingDates:
    """Count the days between sending and publication, from whichever end is given, or from both.

    Args:
        sent: local time of the sending.
        edition: under which the days are counted; the newest where none is stated.
        because: how the edition is known.
        closed: days on which the board's office is closed.
        rules: the folder of a partnership's own rules.

    Raises:
        WrongUse: neither day is given.
        RuleFault: the rules have a fault.
    """
    from redact.publication.sending import earliest, send_by
    from redact.resources import rules_folder
    from redact.rulebook import load

    if publish_on is None and sent is None:
        raise WrongUse(
            "neither the day of publication nor the day of sending is stated",
            "Give --publish-on 2027-01-07 or --sent-on 2026-12-21, or both.",
        )
    pack = _pack(load(rules_folder(), rules).packs, edition)
    if edition is None:
        because = "no edition is stated: this is the newest"
    rule = pack.sent_before
    if rule is None:
        return SendingDates(pack.edition, because, None)
    by = send_by(publish_on, rule, closed) if publish_on is not None else None
    first = earliest(sent, rule, closed) if sent is not None else None
    late = by is not None and first is not None and first.hard > by.publish_on
    close = (
        not late and by is not None and first is not None and max(first.safe, first.uk_hard) > by.publish_on
    )
    return SendingDates(pack.edition, because, rule, by, first, late, close)


def clocks(
    events: Mapping[CaseEvent, date],
    *,
    edition: Edition | None = None,
    board: str | None = None,
    closed: Sequence[date] = (),
    rules: Path | None = None,
) -> tuple[Edition, tuple[Due, ...]]:
    """Give the days on which the stages of a review are owed, by its edition and its board's procedure.

    Args:
        events: the days on which what starts a clock has happened.
        edition: the newest where none is stated.
        closed: days on which the board's office is closed.
        rules: the folder of a partnership's own rules.

    Raises:
        WrongUse: no event is given, the board is not known, or a day lies beyond the calendar.
        RuleFault: the rules have a fault.
    """
    from redact.publication.clocks import due_days
    from redact.resources import rules_folder
    from redact.rulebook import load

    if not events:
        raise WrongUse(
            "no day is stated from which a time runs",
            "Give at least one of --aware-on, --referred-on, --decided-on, --initiated, --panel-met-on, "
            "--signed-off-on and --published-on.",
        )
    rulebook = load(rules_folder(), rules)
    pack = _pack(rulebook.packs, edition)
    own = next((one for one in rulebook.boards if one.id == board), None)
    if board is not None and own is None:
        known = ", ".join(one.id for one in rulebook.boards)
        raise WrongUse("there is no procedure of a board of that name here", f"Known are: {known}.")
    if own is not None and pack.edition not in own.editions:
        carried = " or ".join(f"--edition {one.value}" for one in own.editions)
        raise WrongUse(
            f"the procedure of {own.id} that is here does not carry {pack.edition.value}",
            f"Give {carried}, or leave --board out.",
        )
    running = [*pack.clocks, *(own.clocks if own is not None else ())]
    try:
        return pack.edition, due_days(running, events, closed)
    except (ValueError, OverflowError):
        raise WrongUse("a day lies beyond the calendar", "Look at the years that were typed.") from None


def _pack(packs: Sequence[Pack], edition: Edition | None) -> Pack:
    if edition is None:
        return packs[-1]
    return next(pack for pack in packs if pack.edition is edition)
