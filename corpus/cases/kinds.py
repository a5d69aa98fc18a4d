"""The closed list of events: when in the week and the day each happens, and which follow each other."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["AFTER_BIRTH", "AT_ONCE", "CHAINS", "KINDS", "POLICE", "SCHOOL", "Hours", "Step"]


@dataclass(frozen=True, slots=True)
class Hours:
    """From and until which hour; `days`: "any", "office" or "term". `until` over 24 is after midnight."""

    start: float
    until: float
    days: str = "any"


_OFFICE, _SCHOOL = Hours(9, 17.2, "office"), Hours(8.7, 15.6, "term")
_MEETING, _CLINIC = Hours(9.5, 15, "office"), Hours(9, 16.7, "office")
_HOME, _EVER = Hours(9.5, 17.5, "office"), Hours(0, 23.8)
_NIGHT, _DAY = Hours(16, 27), Hours(8, 21)

KINDS: dict[str, Hours] = {
    "antenatal_booking": _CLINIC, "concealed_pregnancy": _CLINIC, "birth": _EVER,
    "new_birth_visit": _HOME, "hv_visit": _HOME, "immunisation": _CLINIC, "dna": _CLINIC, "gp_visit": _CLINIC,
    "ae_visit": Hours(9, 25), "admission": Hours(9, 25), "discharge": Hours(10, 17), "bruise": _CLINIC,
    "injury": Hours(8, 22), "disclosure": _SCHOOL, "school_start": Hours(8.8, 9.5, "term"),
    "attendance": _SCHOOL, "school_concern": _SCHOOL, "exclusion": _SCHOOL, "meal_hunger": _SCHOOL,
    "police_callout": _NIGHT, "police_arrest": _NIGHT, "bail": Hours(8, 23), "missing": Hours(18, 25),
    "anonymous_call": Hours(9, 20), "referral": _OFFICE, "no_further_action": _OFFICE, "strategy": _OFFICE,
    "section47": _OFFICE, "medical": Hours(10, 17, "office"), "home_visit": _HOME, "no_access": _HOME,
    "assessment": _OFFICE, "icpc": _MEETING, "core_group": _MEETING, "review_conference": _MEETING,
    "cin_meeting": _MEETING, "early_help": _MEETING, "legal_planning": _MEETING,
    "court_hearing": Hours(10, 16, "office"), "order": Hours(10, 16.5, "office"), "placement": Hours(11, 21),
    "placement_move": Hours(10, 18, "office"), "contact": Hours(10, 16.5, "office"),
    "reunification": Hours(10, 16, "office"), "house_move": Hours(9, 18), "eviction": Hours(9, 13, "office"),
    "rent_arrears": _OFFICE, "homelessness": _OFFICE, "new_partner": _DAY, "separation": _DAY,
    "pregnancy": _CLINIC, "mental_health": _CLINIC, "overdose": Hours(10, 27), "substance": _DAY,
    "self_harm": _DAY, "family_call": Hours(8.5, 20), "neighbour_call": Hours(8.5, 23), "phone_call": _OFFICE,
    "email": _OFFICE, "supervision": _OFFICE, "handover": _OFFICE, "case_closure": _OFFICE,
    "transfer_in": _OFFICE, "transfer_out": _OFFICE, "probation_contact": _OFFICE,
    "prison_release": Hours(9, 11, "office"), "marac": Hours(9.5, 12, "office"), "incident": _EVER,
    "death": _EVER, "after_arrest": Hours(9, 22), "post_mortem": Hours(9, 15, "office"),
    "rapid_review": _MEETING, "review_started": _OFFICE,
}  # fmt: skip
AFTER_BIRTH = frozenset((
    "birth", "new_birth_visit", "hv_visit", "immunisation", "discharge", "bruise", "injury", "disclosure",
    "school_start", "attendance", "school_concern", "exclusion", "meal_hunger", "missing", "medical",
    "placement", "placement_move", "contact", "reunification", "incident", "death", "post_mortem",
))  # fmt: skip
# What follows within the hour where it follows on the same day.
AT_ONCE = frozenset(("police_arrest", "ae_visit", "admission", "homelessness", "death"))
SCHOOL = ("attendance", "school_concern", "meal_hunger", "exclusion")
POLICE = frozenset((
    "police_callout", "police_arrest", "bail", "missing", "strategy", "section47", "neighbour_call",
    "incident",
    "death", "after_arrest", "post_mortem", "injury", "marac", "overdose", "anonymous_call",
))  # fmt: skip
# A step: the kind, and the fewest and most days after the step before.
Step = tuple[str, int, int]
CHAINS: dict[str, tuple[Step, ...]] = {
    "contact only": (("referral", 0, 3), ("no_further_action", 1, 6)),
    "assessed and closed": (
        ("referral", 0, 2), ("home_visit", 3, 8), ("phone_call", 1, 6), ("assessment", 10, 25),
        ("no_further_action", 1, 5),
    ),
    "early help": (("referral", 0, 2), ("phone_call", 1, 4), ("early_help", 12, 30), ("home_visit", 6, 15),
                   ("early_help", 30, 50)),
    "child in need": (
        ("referral", 0, 1), ("home_visit", 2, 7), ("assessment", 15, 35), ("cin_meeting", 8, 15),
        ("home_visit", 8, 16), ("cin_meeting", 28, 45), ("supervision", 2, 12), ("home_visit", 8, 20),
        ("cin_meeting", 28, 45), ("case_closure", 5, 20),
    ),
    "enquiry only": (
        ("referral", 0, 1), ("strategy", 0, 2), ("section47", 0, 3), ("medical", 0, 2), ("home_visit", 0, 3),
        ("assessment", 15, 30), ("no_further_action", 1, 6),
    ),
    "child protection": (
        ("referral", 0, 1), ("strategy", 0, 2), ("section47", 0, 2), ("medical", 0, 1), ("home_visit", 1, 4),
        ("icpc", 9, 14), ("core_group", 7, 10), ("home_visit", 4, 9), ("supervision", 5, 12),
        ("core_group", 21, 30), ("home_visit", 5, 10), ("no_access", 6, 12), ("review_conference", 20, 35),
        ("core_group", 20, 30), ("home_visit", 8, 12), ("email", 2, 9), ("core_group", 28, 35),
        ("supervision", 4, 16), ("home_visit", 9, 18), ("core_group", 20, 36), ("review_conference", 50, 75),
        ("cin_meeting", 28, 42), ("case_closure", 30, 60),
    ),
    "care": (
        ("referral", 0, 1), ("strategy", 0, 1), ("section47", 0, 2), ("legal_planning", 1, 5),
        ("court_hearing", 2, 6), ("order", 0, 0), ("placement", 0, 0), ("contact", 4, 8), ("contact", 6, 10),
        ("placement_move", 15, 40), ("contact", 5, 9), ("court_hearing", 20, 40), ("contact", 6, 12),
        ("legal_planning", 20, 40), ("court_hearing", 20, 40), ("reunification", 7, 28), ("home_visit", 3, 7),
        ("home_visit", 10, 18), ("cin_meeting", 10, 20),
    ),
    "by agreement": (
        ("referral", 0, 1), ("strategy", 0, 1), ("placement", 0, 1), ("contact", 2, 6), ("phone_call", 1, 5),
        ("contact", 4, 8), ("legal_planning", 3, 12), ("reunification", 8, 20), ("home_visit", 2, 6),
        ("cin_meeting", 10, 18), ("home_visit", 8, 16),
    ),
    "arrears": (("rent_arrears", 0, 0), ("rent_arrears", 30, 60), ("eviction", 30, 50), ("homelessness", 0,
    1)),
    "arrest": (("police_callout", 0, 0), ("police_arrest", 0, 0), ("bail", 0, 1)),
    "sentence": (("prison_release", 0, 0), ("probation_contact", 1, 4), ("probation_contact", 14, 30)),
    "risk meeting": (("police_callout", 0, 0), ("referral", 1, 3), ("marac", 10, 25)),
    "overdose": (("overdose", 0, 0), ("admission", 0, 0), ("mental_health", 1, 2), ("discharge", 1, 1)),
    "illness": (("ae_visit", 0, 0), ("admission", 0, 0), ("discharge", 1, 3)),
}  # fmt: skip
