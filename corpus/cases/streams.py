"""The parts of a history: pregnancy and health, home, couples, school, and what the adults live through."""

from __future__ import annotations

from datetime import date, timedelta

from corpus.cases.afterwards import tell_the_end
from corpus.cases.council import work
from corpus.cases.dates import entry_to_school
from corpus.cases.draw import Draw
from corpus.cases.family import Family
from corpus.cases.history import History
from corpus.cases.kinds import CHAINS, SCHOOL

__all__ = ["tell"]

_MOST = 109
_CHECKS = (
    (42, 56),
    (115, 130),
    (240, 300),
    (360, 400),
    (720, 800),
)  # days of age at a health visitor's visits
_JABS = ((56, 63), (84, 91), (112, 122), (365, 390), (1220, 1290))
_FILLERS = (
    ("phone_call", 6), ("email", 5), ("supervision", 2), ("home_visit", 4), ("no_access", 3), ("dna", 4),
    ("family_call", 2), ("neighbour_call", 1), ("gp_visit", 3), ("hv_visit", 3), ("ae_visit", 1),
    ("police_callout", 2), ("attendance", 3), ("school_concern", 3), ("meal_hunger", 2), ("disclosure", 1),
    ("substance", 2), ("mental_health", 2), ("bruise", 1), ("rent_arrears", 1), ("probation_contact", 2),
    ("missing", 1), ("self_harm", 1), ("exclusion", 1), ("anonymous_call", 1), ("early_help", 1),
)  # fmt: skip
_COUNCIL = ("supervision", "home_visit", "no_access", "handover")
_DULL = ("home_visit", "phone_call", "email", "supervision", "gp_visit", "dna", "core_group")


def tell(draw: Draw, family: Family, *, homes: int, from_elsewhere: bool) -> History:
    """Make the history of a family: 45 to 110 events in order of time."""
    history = History(draw, family)
    offender = draw.chance(0.45)
    _moves(history, homes, from_elsewhere)
    for child in family.children():
        _pregnancy(history, child.role)
        _growing(history, child.role)
        _school(history, child.role)
    _couples(history)
    wanted = draw.rng.randrange(46, 107)
    work(history, wanted)
    _troubles(history, offender)
    tell_the_end(history)
    history.settle()
    _fill(history, wanted, offender)
    return history


def _moves(history: History, homes: int, from_elsewhere: bool) -> None:
    """House moves, the last at least three weeks before the incident; some after an eviction."""
    draw = history.draw
    parts = homes - 1
    for at in range(parts):
        on = history.day(0.06 + at * 0.9 / parts, 0.04 + (at + 0.8) * 0.9 / parts)
        lead = on - history.start
        if lead.days > 130 and draw.chance(0.4):
            last = history.chain("arrears", on - timedelta(days=120), history.end)
            on = max(on, last + timedelta(days=1))
        if on > history.end - timedelta(days=8):
            on = history.end - timedelta(days=8)
        history.moves.append(on)
        history.add("house_move", on, history.nearest(on))
        if from_elsewhere and at == 0:
            history.add("transfer_out", on + timedelta(days=draw.rng.randrange(1, 9)))
            history.add("transfer_in", on + timedelta(days=draw.rng.randrange(12, 30)))
        if draw.chance(0.5) or (from_elsewhere and at == 0):
            _change_school(history, on)


def _change_school(history: History, on: date) -> None:
    """A child of the primary years begins at another school after a move, but only once."""
    family = history.family
    if family.secondary():
        return  # the second school of the case is the secondary school
    day = on + timedelta(days=history.draw.rng.randrange(6, 20))
    for role in ("child", "sib", "sib2"):
        year = history.school_year(role, day)
        begun = any(event.kind == "school_start" and event.child == role for event in history.events)
        if year is not None and year < 6 and not begun and day < history.end - timedelta(days=60):
            entered = entry_to_school(family.members[role].born)
            if (day - entered).days > 60:
                history.add("school_start", day, role)


def _pregnancy(history: History, role: str) -> None:
    """Pregnancy and birth, as far as they are in the period; a birth long ago stands alone."""
    draw, born = history.draw, history.family.members[role].born
    if role == "sib2" and born == history.family.members["child"].born:
        history.add("birth", born, role)
        return
    if born < history.start:
        if draw.chance(0.5):
            history.add("birth", born, role)
        return
    rng = draw.rng
    if born - history.start < timedelta(days=75):
        pass  # the pregnancy was before the period
    elif draw.chance(0.12):
        history.add("concealed_pregnancy", born - timedelta(days=rng.randrange(12, 70)), role)
    else:
        booked = born - timedelta(days=rng.choice((rng.randrange(180, 225), rng.randrange(90, 180))))
        history.add("antenatal_booking", max(booked, history.start), role)
        history.add("pregnancy", booked + timedelta(days=rng.randrange(10, 60)), role)
        for _ in range(rng.randrange(3)):
            history.add("dna", born - timedelta(days=rng.randrange(14, 80)), role)
    birth = history.add("birth", born, role)
    discharged = born + timedelta(days=rng.choice((1, 1, 2, 3, 5)))
    if birth is not None and discharged <= history.end:
        history.add("discharge", discharged, role)


def _growing(history: History, role: str) -> None:
    """Visits, immunisations, missed appointments, the GP and the emergency department."""
    rng, born = history.draw.rng, history.family.members[role].born
    days = [("new_birth_visit", born + timedelta(days=rng.randrange(10, 15)))]
    days += [("hv_visit", born + timedelta(days=rng.randrange(*each))) for each in _CHECKS]
    days += [("immunisation", born + timedelta(days=rng.randrange(*each))) for each in _JABS]
    for kind, on in days:
        if history.start <= on <= history.end and (role == "child" or history.draw.chance(0.4)):
            missed = kind != "new_birth_visit" and history.draw.chance(0.25)
            history.add("dna" if missed else kind, on, role)
    if role != "child":
        return
    years = (history.end - max(history.start, born)).days / 365.25
    for kind, rate in (("gp_visit", 1.6), ("ae_visit", 0.4)):
        for _ in range(round(years * rate * rng.uniform(0.6, 1.5))):
            on = max(history.start, born + timedelta(days=8))
            history.add(kind, on + (history.end - on) * rng.random(), role)
    if years > 0.6 and history.draw.chance(0.3):
        history.chain("illness", history.day(0.5, 0.95), history.end, role)


def _school(history: History, role: str) -> None:
    """School entry, the change to secondary school, attendance and worries."""
    draw, rng = history.draw, history.draw.rng
    entry = entry_to_school(history.family.members[role].born)
    for years in (0, 7):
        on = entry.replace(year=entry.year + years) + timedelta(days=rng.randrange(2, 7))
        if history.start < on < history.end - timedelta(days=5):
            history.add("school_start", on, role)
    for kind, rate in (
        ("attendance", 0.9),
        ("school_concern", 0.8),
        ("meal_hunger", 0.4),
        ("exclusion", 0.25),
    ):
        for _ in range(3):
            on = history.day()
            year = history.school_year(role, on)
            if year is not None and year >= (2 if kind == "exclusion" else 0) and draw.chance(rate * 0.5):
                history.add(kind, on, role)


def _couples(history: History) -> None:
    family = history.family
    for kind, on in (("separation", family.separation), ("new_partner", family.new_partner)):
        if on is not None and history.start <= on <= history.end:
            history.add(kind, on, history.nearest(on))


def _small(history: History, on: date) -> str:
    """A child below five, for a health visitor to see; empty if there is none."""
    for role in ("child", "sib2", "sib"):
        if history.born(role, on) and 21 <= (on - history.family.members[role].born).days < 5 * 365:
            return role
    return ""


def _troubles(history: History, offender: bool) -> None:
    """What the adults live through: violence, drink and drugs, illness, prison, debt."""
    draw, rng = history.draw, history.draw.rng
    men = [role for role in ("father", "partner", "exp") if role in history.family.members]
    plan: list[str] = []
    if men and draw.chance(0.75):
        plan += ["risk meeting", "arrest", "police_callout"][: rng.randrange(1, 4)]
    if men and offender:
        plan.append("sentence")
    if draw.chance(0.2):
        plan.append("overdose")
    for kind, share in (
        ("mental_health", 0.5),
        ("substance", 0.5),
        ("rent_arrears", 0.3),
        ("self_harm", 0.15),
    ):
        plan += [kind] * (draw.chance(share) + draw.chance(share / 2))
    if any((history.end - child.born).days > 11.5 * 365 for child in history.family.children()):
        plan += ["missing"] * rng.choice((0, 1, 2, 3))
    for name in plan:
        on = history.day(0.03, 0.96)
        if name in CHAINS:
            history.chain(name, on, history.end)
        else:
            history.add(name, on)


def _fill(history: History, wanted: int, offender: bool) -> None:
    """Add what is never missing from a file until there are enough events; take such away if too many."""
    rng = history.draw.rng
    kinds = [kind for kind, weight in _FILLERS for _ in range(weight)]
    # The council has no open file before somebody told it of the family.
    known = min((event.on for event in history.events if event.kind == "referral"), default=history.end)
    for _ in range(600):
        if len(history.events) >= wanted:
            break
        kind, on = rng.choice(kinds), history.day(0.01, 0.99)
        if (
            (kind == "probation_contact" and not offender)
            or (history.away(on) and kind in ("home_visit", "no_access", "hv_visit", *SCHOOL))
            or (kind in SCHOOL and not history.pupils(on))
            or (kind in _COUNCIL and on <= known)
            or (kind == "hv_visit" and not _small(history, on))
        ):
            continue
        child = rng.choice(history.pupils(on)) if kind in SCHOOL else ""
        if kind == "exclusion" and (history.school_year(child, on) or 0) < 2:
            continue
        added = history.add(kind, on, _small(history, on) if kind == "hv_visit" else child)
        if added is not None and added.on > history.end:
            history.events.remove(added)
        history.settle()
    _thin(history, wanted)


def _thin(history: History, wanted: int) -> None:
    """Leave out what nothing follows from; where there is too much still, dull steps of chains too."""
    fillers = {kind for kind, _ in _FILLERS} - {"rent_arrears"}
    while len(history.events) > wanted:
        before = [event for event in history.events if event.kind in fillers and event.on < history.end]
        loose = [event for event in before if not event.chained]
        if len(loose) < 8 and len(history.events) <= _MOST:
            return
        spare = loose or [event for event in before if event.kind in _DULL]
        history.events.remove(history.draw.rng.choice(spare))
