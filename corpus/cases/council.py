"""The council's work with a family: referrals, and what came of each."""

from __future__ import annotations

from datetime import date, timedelta

from corpus.cases.history import Happening, History
from corpus.cases.kinds import CHAINS, SCHOOL

__all__ = ["work"]

_TRIGGERS = (
    "police_callout", "bruise", "anonymous_call", "neighbour_call", "family_call", "disclosure",
    "meal_hunger",
    "school_concern", "ae_visit", "gp_visit", "hv_visit", "mental_health", "substance", "phone_call",
    "injury",
)  # fmt: skip
_END = 21  # events of the incident and after it


def work(history: History, wanted: int) -> None:
    """Light work first, then the heaviest with its own date, then light again as far as there is room."""
    draw, rng = history.draw, history.draw.rng
    born, end = history.family.frame.born, history.end
    main = rng.choice(("child protection",) * 4 + ("child in need", "enquiry only"))
    low, high = history.start + timedelta(days=15), end - timedelta(days=20)
    # A child must be born to be taken away, and is back home well before the incident.
    removable = max(low, born + timedelta(days=3)), end - timedelta(days=330)
    if removable[0] < removable[1] and draw.chance(0.4):
        main, (low, high) = rng.choice(("care", "care", "by agreement")), removable
    elif main == "child protection" and high - low > timedelta(days=400):
        high = max(low, high - timedelta(days=rng.randrange(150, 400)))
    on = low + max(high - low, timedelta(0)) * rng.random()
    room = max(wanted - len(history.events) - _END - len(CHAINS[main]), 6)
    cursor = history.start + timedelta(days=rng.randrange(10, 60))
    while room > 0 and cursor < on - timedelta(days=25):
        room, cursor = _light(history, room, cursor, on - timedelta(days=2))
    last = _heavy(history, main, on)
    cursor = last + timedelta(days=rng.randrange(15, 90))
    while room > 0 and cursor < end - timedelta(days=10):
        room, cursor = _light(history, room, cursor, end)


def _light(history: History, room: int, on: date, until: date) -> tuple[int, date]:
    """One light piece of work; gives the room that is left and when the next may begin."""
    rng = history.draw.rng
    name = rng.choice(("contact only", "contact only", "assessed and closed", "early help"))
    last = history.chain(name, on, until, "", _trigger(history, on, until))
    pause = (history.end - history.start).days // 7
    return room - len(CHAINS[name]) - 1, last + timedelta(days=rng.randrange(15, 40 + pause))


def _heavy(history: History, name: str, on: date) -> date:
    """The heaviest piece of work; where the child is taken away, from when until when."""
    before = len(history.events)
    away = name in ("care", "by agreement")
    last = history.chain(name, on, history.end, "child" if away else "", _trigger(history, on, history.end))
    made = history.events[before:]
    if away:
        first = next(event.on for event in made if event.kind == "placement")
        back = next(event.on for event in made if event.kind == "reunification")
        history.placed.append((first, back))
    return last


def _trigger(history: History, on: date, until: date) -> Happening | None:
    """What led to a referral. A kind that the ages of the children do not allow is drawn again."""
    for _ in range(12):
        kind = history.draw.rng.choice(_TRIGGERS)
        pupils = history.pupils(on)
        if kind in SCHOOL and not pupils:
            continue
        child = history.draw.rng.choice(pupils) if kind in SCHOOL else ""
        added = history.add(kind, on, child)
        if added is not None and added.on <= until:
            return added
        if added is not None:
            history.events.remove(added)
    return None
