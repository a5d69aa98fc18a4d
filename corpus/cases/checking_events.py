"""Whether the events of a case agree with its people and with each other. Reads the case only."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from corpus.cases.values import Case, Event

__all__ = ["EVENTS", "faults_of_events"]

# The closed list of corpus/templates/README.md.
EVENTS = frozenset((
    "antenatal_booking", "concealed_pregnancy", "birth", "new_birth_visit", "hv_visit", "immunisation",
    "dna", "gp_visit", "ae_visit", "admission", "discharge", "bruise", "injury", "disclosure",
    "school_start", "attendance", "school_concern", "exclusion", "meal_hunger", "police_callout",
    "police_arrest", "bail", "missing", "anonymous_call", "referral", "no_further_action", "strategy",
    "section47", "medical", "home_visit", "no_access", "assessment", "icpc", "core_group",
    "review_conference", "cin_meeting", "early_help", "legal_planning", "court_hearing", "order",
    "placement", "placement_move", "contact", "reunification", "house_move", "eviction", "rent_arrears",
    "homelessness", "new_partner", "separation", "pregnancy", "mental_health", "overdose", "substance",
    "self_harm", "family_call", "neighbour_call", "phone_call", "email", "supervision", "handover",
    "case_closure", "transfer_in", "transfer_out", "probation_contact", "prison_release", "marac",
    "incident", "death", "after_arrest", "post_mortem", "rapid_review", "review_started",
))  # fmt: skip
_UNBORN = frozenset(("antenatal_booking", "concealed_pregnancy", "pregnancy"))
_BODILY = frozenset((
    "new_birth_visit", "hv_visit", "immunisation", "bruise", "injury", "disclosure", "school_start",
    "attendance", "school_concern", "exclusion", "meal_hunger", "missing", "medical", "placement",
    "placement_move", "contact", "reunification", "incident", "death", "post_mortem",
))  # fmt: skip
_SCHOOL = frozenset(("school_start", "exclusion"))
_NURSERY = frozenset(("attendance", "school_concern", "meal_hunger"))
_AFTER_DEATH = frozenset(_BODILY - {"post_mortem", "death", "incident"})
_OFFICE = frozenset((
    "strategy", "icpc", "core_group", "review_conference", "cin_meeting", "legal_planning",
    "court_hearing", "order", "no_further_action", "supervision", "handover", "case_closure", "marac",
    "rapid_review", "review_started",
))  # fmt: skip
# What must have come before, at any time, in the case.
_NEEDS = {
    "icpc": "strategy", "core_group": "icpc", "review_conference": "icpc", "section47": "strategy",
    "reunification": "placement", "placement_move": "placement", "order": "court_hearing",
    "eviction": "rent_arrears",
    "transfer_in": "transfer_out", "after_arrest": "police_arrest", "post_mortem": "death",
    "no_further_action":
    "referral", "case_closure": "referral", "strategy": "referral",
}  # fmt: skip
_LEAST_AGE = {"school_start": 4.0, "exclusion": 5.5, "disclosure": 3.0, "missing": 10.5, "attendance": 1.9}


def faults_of_events(case: Case) -> Iterator[str]:
    """Say what is wrong with the events, a sentence each."""
    if not 45 <= len(case.events) <= 111:
        yield f"there are {len(case.events)} events"
    for part in (_order, _each, _once, _before, _homes, _care, _workers, _handover):
        yield from part(case)


def _order(case: Case) -> Iterator[str]:
    moments = [(event.on, event.at) for event in case.events]
    if moments != sorted(moments):
        yield "events are out of order"
    if case.events[-1].on > case.told:
        yield "something happens after the documents"


def _each(case: Case) -> Iterator[str]:
    died = case.people["child"].died
    for event in case.events:
        where = f"{event.kind} on {event.on}"
        if event.kind not in EVENTS:
            yield f"{where} is not in the list"
        born = case.people[event.child].born if event.child in case.people else None
        if event.child not in ("child", "sib", "sib2") or born is None:
            yield f"{where} is about nobody"
            continue
        if event.kind in _UNBORN and not born - timedelta(days=290) <= event.on < born:
            yield f"{where} is not in the pregnancy with {event.child}"
        if event.kind == "birth" and event.on != born:
            yield f"{where} is not the day of birth"
        if event.kind in _BODILY and event.on < born:
            yield f"{where} is before the birth of {event.child}"
        if event.child == "child" and died and event.on > died and event.kind in _AFTER_DEATH:
            yield f"{where} is after the death"
        if event.kind in _OFFICE and event.on.weekday() > 4:
            yield f"{where} is at a weekend"
        yield from _age(event, born, where)


def _age(event: Event, born: date, where: str) -> Iterator[str]:
    years = (event.on - born).days / 365.25
    if years < _LEAST_AGE.get(event.kind, -0.8):
        yield f"{where}: {event.child} is {years:.1f}"
    if event.kind == "hv_visit" and years > 5.1:
        yield f"{where}: {event.child} is {years:.1f}"
    if event.kind == "new_birth_visit" and not 0.02 < years < 0.06:
        yield f"{where} is not some two weeks after the birth"
    if event.kind in _NURSERY and not 1.9 <= years < 17.01:
        yield f"{where}: {event.child} is {years:.1f}, of no school"
    if event.kind in _SCHOOL | _NURSERY and (event.on.weekday() > 4 or event.on.month == 8):
        yield f"{where} is not in term"
    if event.kind == "school_start" and event.child and event.on.month == 9 and event.on.day < 15:
        entered = born.year + (4 if born.month < 9 else 5)
        if years < 6 and event.on.year not in (entered, entered + 1):
            yield f"{where} is in the wrong year"


def _once(case: Case) -> Iterator[str]:
    for kind in (
        "incident",
        "death",
        "review_started",
        "rapid_review",
        "handover",
        "new_partner",
        "post_mortem",
    ):
        count = sum(event.kind == kind for event in case.events)
        wanted = {"incident": 1, "review_started": 1, "handover": 1}.get(kind)
        if kind in ("death", "post_mortem"):
            wanted = 1 if case.people["child"].died else 0
        if (count > 1) if wanted is None else (count != wanted):
            yield f"{kind} is there {count} times"
    incident = [event.on for event in case.events if event.kind == "incident"]
    if incident != [case.incident]:
        yield "the incident is on another day"
    for event in case.events:
        if event.kind == "death" and event.on != case.people["child"].died:
            yield "the death is on another day"
        if event.kind in ("new_partner",) and "partner" not in case.people:
            yield "there is a new partner and nobody who is"


def _before(case: Case) -> Iterator[str]:
    seen: set[str] = set()
    for event in case.events:
        need = _NEEDS.get(event.kind)
        if need is not None and need not in seen:
            yield f"{event.kind} on {event.on} comes without {need}"
        seen.add(event.kind)


def _homes(case: Case) -> Iterator[str]:
    home = 0
    for event in case.events:
        if event.kind == "house_move":
            home += 1
        if event.home != home:
            yield f"{event.kind} on {event.on} is at home {event.home} and not {home}"
            return
    if home != len(case.homes) - 1:
        yield f"{home} moves and {len(case.homes)} homes"


def _care(case: Case) -> Iterator[str]:
    """In care until the child comes back; nobody visits a child at home while it is away."""
    away = False
    for event in case.events:
        if event.child != "child" or event.on > case.incident:
            continue
        if event.kind == "placement":
            away = True
        if event.kind == "reunification":
            if not away:
                yield f"reunification on {event.on} without a placement"
            away = False
        if event.kind in ("contact", "placement_move") and not away:
            yield f"{event.kind} on {event.on} and the child is at home"
        if away and event.kind in ("icpc", "review_conference", "incident", "no_access"):
            yield f"{event.kind} on {event.on} while the child is away"


def _workers(case: Case) -> Iterator[str]:
    for event in case.events:
        for agency, role in event.workers.items():
            if role not in case.people:
                yield f"{role} of {agency} is not there on {event.on}"
        if not event.workers:
            yield f"nobody acts on {event.on}"
        if not event.numbers.get("ref.case"):
            yield f"no number of the case on {event.on}"


def _handover(case: Case) -> Iterator[str]:
    day = next((event.on for event in case.events if event.kind == "handover"), case.told)
    for event in case.events:
        role = event.workers.get("social-care")
        if (role == "sw2" and event.on < day) or (role == "sw" and event.on > day):
            yield f"{role} on {event.on} and the handover on {day}"
