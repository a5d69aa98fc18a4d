"""A case from its number and seed."""

from __future__ import annotations

from datetime import date, time

from corpus.cases.draw import Draw, seeded
from corpus.cases.family import draw_family
from corpus.cases.frame import draw_frame
from corpus.cases.history import Happening, History
from corpus.cases.naming import name_family
from corpus.cases.numbers import vehicle
from corpus.cases.people import make_people
from corpus.cases.places import draw_places
from corpus.cases.streams import tell
from corpus.cases.values import Case, Event, Heritage
from corpus.cases.workers import Numbers, workers_of

__all__ = ["build"]


def build(number: int, seed: int, split: str, heritage: Heritage) -> Case:
    """Build an invented case; the same arguments give the same case on every machine.

    Before the birth of the child, events are about the elder sibling where there is one; events of the
    pregnancy, and all others where there is no other child, are about the unborn child, who has no age.

    Raises:
        ValueError: there is no such split.
    """
    draw = Draw(seeded("case", number, seed, split, heritage.value), split)
    frame = draw_frame(draw.rng)
    family = draw_family(draw, frame, heritage)
    frame = family.frame  # the period under review may be shorter now
    name_family(draw, family)
    from_elsewhere = draw.chance(0.25)
    long = (frame.incident - frame.review[0]).days > 900
    homes = draw.rng.choice((2, 2, 3, 4) if long else (1, 2, 2, 3))
    from_elsewhere = from_elsewhere and homes > 1
    places = draw_places(draw, homes=homes, from_elsewhere=from_elsewhere)
    people = make_people(draw, family, places)
    history = tell(draw, family, homes=homes, from_elsewhere=from_elsewhere)
    return Case(
        number, seed, split, heritage, people, places.homes,
        places.bodies(frame.told, secondary=family.secondary()), _events(draw, history), frame.incident,
        frame.review, frame.told, frame.edition,
    )  # fmt: skip


def _events(draw: Draw, history: History) -> tuple[Event, ...]:
    handover = _handover(draw, history)
    numbers = Numbers(draw.rng, vehicle(draw.rng))
    made: list[Event] = []
    home = 0
    for event in history.events:
        home += event.kind == "house_move"
        workers = workers_of(event, history, handover, draw.rng)
        made.append(Event(event.kind, event.on, _time(event), event.child, workers, home, numbers.of(event)))
    return tuple(made)


def _handover(draw: Draw, history: History) -> date:
    """Let the second social worker follow the first, between the council's first work and the incident."""
    works = [
        event.on
        for event in history.events
        if event.kind in ("referral", "home_visit") and event.on < history.end
    ]
    first = min(works, default=history.start)
    on = first + (history.end - first) * draw.rng.uniform(0.3, 0.8)
    added = history.add("handover", on, history.nearest(on))
    if added is None:
        raise ValueError("a handover has no child")
    history.events.sort(key=lambda event: (event.on, event.hour))
    return added.on


def _time(event: Happening) -> time:
    minutes = round(event.hour * 60)
    return time(min(minutes // 60, 23), minutes % 60)
