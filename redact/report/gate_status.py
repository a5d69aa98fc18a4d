"""Where a case stands on its way to publication, on one screen.

The names in it are of those who sign, as the log has them; no word and no name of the case is in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from textwrap import wrap

from redact.report.wording import MODE_WORDS, count, listed, printable
from redact.values.days import long_day, long_moment
from redact.values.deadlines import Recipient
from redact.values.gate_status import GateStatus

__all__ = ["as_text"]

_WIDTH = 79
_MOST_SHOWN, _MOST_OWED = 8, 3  # on one screen
_STEPS = {
    "attach": "attach the files that will be published",
    "make-pack": "make the pack",
    "record-sent": "send it, and record each sending",
    "clear": "clear it for publication",
    "publish": "publish it",
    "archive": "archive it",
    "destroy-key": "destroy the key of the case, and note it",
    "settle": "settle what was objected, or attach files that answer it",
}


def as_text(status: GateStatus, *, everything: bool = False) -> str:
    """Write it for one screen.

    Args:
        everything: each thing that is missing, and each time that runs, however many there are.
    """
    gate = status.gate
    board = [printable(gate.board)] if gate.board else []
    lines = [
        " - ".join([f"Case {gate.case}", gate.edition.value, *board, MODE_WORDS[gate.mode]]),
        f"State: {gate.state.words}",
        *_turn(status),
        *_missing(status, everything),
        *_days(status),
        *_owed(status, everything),
        *_papers(status),
        *_people(status),
        *(f"Warning: {one}." for one in status.warnings),
        *_log(status),
    ]
    return "\n".join(piece for line in lines for piece in _wrapped(line)) + "\n"


# ------------------------------------------------------------------ private


def _turn(status: GateStatus) -> Iterator[str]:
    turn = status.turn
    if turn.action is None:
        yield "There is no further step."
        return
    step = _STEPS.get(turn.action.value)
    yield f"Whose turn: the {turn.role.words}" + (f", to {step}" if step else "")


def _missing(status: GateStatus, everything: bool) -> Iterator[str]:
    waits = status.waits_for
    if not waits:
        if status.turn.action is not None:
            yield "Nothing is missing for the next step" + _taken_by_itself(status) + "."
        return
    yield ""
    yield "Not yet:" if status.over else f"Missing for the next step ({len(waits)}):"
    shown = waits if everything else waits[:_MOST_SHOWN]
    # Of several that wait for the same, the first tells what is done.
    for _, group in groupby(shown, key=lambda one: one.next if everything else one.code):
        alike = list(group)
        yield from (f"  - {one.code}: {one.what}" for one in alike)
        yield f"    next: {alike[0].next}"
    if len(shown) < len(waits):
        yield f"  and {len(waits) - len(shown)} more: redact gate status --all"


def _taken_by_itself(status: GateStatus) -> str:
    """Say how a step is taken for which nobody types a command of its own."""
    action = status.turn.action
    return "" if action is None or action.value in _STEPS else ", which is taken by: redact gate step"


def _days(status: GateStatus) -> Iterator[str]:
    gate, by = status.gate, status.send_by
    yield ""
    if gate.published_on is not None:
        yield f"Published             {_day(gate.published_on, status.today)}"
    elif gate.publish_on is None:
        yield "Publication           no day is set: redact gate set-date YYYY-MM-DD"
    else:
        yield f"To be published on    {_day(gate.publish_on, status.today)}"
    if by is not None and gate.published_on is None:
        yield f"Send by (safe)        {_day(by.safe, status.today)}"
        yield f"Last day (hard)       {_day(by.hard, status.today)}"
    yield from _sent(status)


def _sent(status: GateStatus) -> Iterator[str]:
    last = {one.to: one for one in status.gate.dispatches}
    wanted = status.rule.to if status.rule is not None else ()
    for to in dict.fromkeys([*(one.value for one in wanted), *last]):
        known = Recipient(to).words if to in {one.value for one in Recipient} else to
        one = last.get(to)
        yield f"  {known}: " + (
            f"sent on {long_moment(one.at)}" if one is not None else "nothing is sent yet"
        )


def _owed(status: GateStatus, everything: bool) -> Iterator[str]:
    """Say what is late, and what is owed next."""
    running = [one for one in status.owed if one.done is None and not one.due.clock.keeps]
    for one in running if everything else running[:_MOST_OWED]:
        words = "was owed by" if one.late else "by"
        yield f"{words} {_day(one.due.day, status.today)}: {one.due.clock.what.rstrip('.')}"
    if len(running) > _MOST_OWED and not everything:
        yield f"and {len(running) - _MOST_OWED} more that run: redact gate status --all"


def _papers(status: GateStatus) -> Iterator[str]:
    if not status.gate.papers:
        yield "Files                 none is attached: redact gate attach"
        return
    said = [
        f"{one.part.words} ({one.form}, {'CHANGED' if one.part in status.changed else one.sha256[:12]})"
        for one in status.gate.papers
    ]
    yield f"Files                 {listed(said)}"


def _people(status: GateStatus) -> Iterator[str]:
    needed, missing = len(status.needed), len(status.missing)
    yield f"Statements            {needed - missing} of {needed} are given for these files"
    names = [f"{one.role.words} {printable(one.name)}" for one in status.gate.people]
    yield f"People                {listed(names) if names else 'nobody is named'}"


def _log(status: GateStatus) -> Iterator[str]:
    gate = status.gate
    last = "" if gate.last is None else f", the last on {long_day(gate.last.astimezone().date())}"
    yield f"Log                   {count(gate.lines, 'line', 'lines')}, head {gate.head[:16]}{last}"
    if status.unchecked:
        yield (
            f"Warning: {count(status.unchecked, 'line is', 'lines are')} signed by somebody whose card you "
            "do not trust. Compare the card's id with its owner: redact identity trust CARD. Then: redact "
            "gate verify."
        )


def _day(day: date, today: date) -> str:
    left = (day - today).days
    when = "today" if left == 0 else f"in {count(left, 'day', 'days')}" if left > 0 else "past"
    return f"{long_day(day)} ({when})"


def _wrapped(line: str) -> list[str]:
    spaces = len(line) - len(line.lstrip())
    indent = " " * (22 if "   " in line.strip() else spaces + (2 if line.lstrip().startswith("- ") else 4))
    return wrap(line, _WIDTH, subsequent_indent=indent) or [""]
