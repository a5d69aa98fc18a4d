"""The incident that led to the review, and what followed it."""

from __future__ import annotations

from datetime import timedelta

from corpus.cases.history import Happening, History

__all__ = ["tell_the_end"]


def tell_the_end(history: History) -> None:
    """Add the incident and everything after it; nothing else happens on that day."""
    frame, rng = history.family.frame, history.draw.rng
    history.events = [event for event in history.events if event.on < frame.incident]
    last = history.add("incident", frame.incident, "child")
    if last is not None:
        last.hour = round(rng.uniform(6, 19) * 12) / 12  # early enough for all that follows on that day
    for kind in ("ae_visit", "admission"):
        last = history.add(kind, last.on if last else frame.incident, "child", last)
    steps: list[tuple[str, int, str]] = []
    if frame.died is not None:
        gap = (frame.died - frame.incident).days
        last = history.add("death", frame.died, "child", last if gap == 0 else None)
        if last is not None:
            last.on = frame.died
        steps.append(("post_mortem", gap + rng.randrange(1, 5), "child"))
    arrested = rng.randrange(1, 5)
    steps += [
        ("referral", 0, "child"),
        ("strategy", rng.randrange(0, 2), "child"),
        ("police_arrest", arrested, "child"),
    ]
    steps += [("after_arrest", arrested + 1, "child"), ("bail", arrested + 1, "child")]
    _others(history, steps)
    previous: Happening | None = last
    for kind, days, child in sorted(steps, key=lambda step: step[1]):
        on = frame.incident + timedelta(days=days)
        # What one thing leads to follows it, also where an office has been closed between.
        if previous is not None and previous.on > on:
            on = previous.on
        previous = history.add(kind, on, child, previous) or previous
    _the_review(history)


def _others(history: History, steps: list[tuple[str, int, str]]) -> None:
    """The children who live are made safe: placed by an order, or by agreement."""
    rng, on = history.draw.rng, history.family.frame.incident
    injured = history.family.frame.died is None
    others = [role for role in ("sib", "sib2") if history.born(role, on)]
    steps += [("email", rng.randrange(1, 6), "child"), ("phone_call", rng.randrange(1, 7), "child")]
    steps.append(("family_call", rng.randrange(1, 12), "child"))
    living = (["child"] if injured else []) + others
    if not living:
        return
    steps.append(("section47", rng.randrange(1, 3), living[0]))
    steps.append(("legal_planning", rng.randrange(3, 6), living[0]))
    steps.append(("court_hearing", 8, living[0]))
    steps.append(("order", 8, living[0]))
    if injured:
        # From the ward to foster carers on one day, and not home between.
        discharged = rng.randrange(11, 27)
        steps += [("discharge", discharged, "child"), ("placement", discharged, "child")]
    steps += [("placement", rng.randrange(9, 12), role) for role in others]
    steps += [("contact", rng.randrange(28, 45), living[0]), ("supervision", rng.randrange(6, 20), living[0])]


def _the_review(history: History) -> None:
    frame, rng = history.family.frame, history.draw.rng
    last: Happening | None = None
    if frame.rapid is not None:
        last = history.add("rapid_review", frame.rapid, "child")
    started = history.add("review_started", frame.started, "child", last)
    if started is None:
        return
    for kind, low, high in (("email", 3, 20), ("email", 25, 50), ("phone_call", 30, 60)):
        history.add(kind, min(frame.told, frame.started + timedelta(days=rng.randrange(low, high))), "child")
