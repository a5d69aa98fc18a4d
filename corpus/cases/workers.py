"""Who acted in an event, for each agency, and the numbers that an event carries."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from random import Random

from corpus.cases.dates import is_office_day
from corpus.cases.history import Happening, History
from corpus.cases.kinds import POLICE

__all__ = ["Numbers", "workers_of"]

# Who acts where the kind decides it. A pair means one of the two.
_BY_KIND: dict[str, dict[str, tuple[str, ...]]] = {
    "antenatal_booking": {"health": ("mw",), "hospital": ("mw",)},
    "concealed_pregnancy": {"health": ("mw",), "hospital": ("mw",)},
    "pregnancy": {"health": ("mw",), "hospital": ("mw",)},
    "birth": {"health": ("mw",), "hospital": ("mw",)},
    "immunisation": {"gp": ("pn",), "health": ("hv",)},
    "ae_visit": {"hospital": ("ae",)},
    "admission": {"hospital": ("paed", "nurse")},
    "discharge": {"hospital": ("nurse", "paed")},
    "injury": {"hospital": ("ae", "paed", "radiologist"), "police": ("dc",)},
    "medical": {"hospital": ("paed", "radiologist")},
    "mental_health": {"health": ("cpn", "psych")},
    "overdose": {"health": ("cpn", "psych"), "hospital": ("ae",)},
    "self_harm": {"health": ("cpn",), "hospital": ("ae",)},
    "substance": {"health": ("drug",)},
    "police_callout": {"police": ("pc", "pc2")},
    "police_arrest": {"police": ("pc", "dc")},
    "bail": {"police": ("sgt", "dc")},
    "missing": {"police": ("pc", "pc2", "sgt")},
    "strategy": {"police": ("sgt", "dc"), "social-care": ("tm",)},
    "section47": {"police": ("dc",)},
    "icpc": {"social-care": ("iro",), "police": ("dc", "sgt")},
    "review_conference": {"social-care": ("iro",)},
    "legal_planning": {"social-care": ("sm", "tm")},
    "supervision": {"social-care": ("tm",)},
    "case_closure": {"social-care": ("tm",)},
    "no_further_action": {"social-care": ("tm",)},
    "exclusion": {"education": ("head",)},
    "school_concern": {"education": ("dsl", "teacher")},
    "meal_hunger": {"education": ("teacher", "ta")},
    "disclosure": {"education": ("ta", "teacher", "dsl")},
    "court_hearing": {"court": ("judge", "cafcass")},
    "order": {"court": ("judge",)},
    "placement": {"foster": ("fc",)},
    "placement_move": {"foster": ("fc2", "ssw")},
    "contact": {"social-care": ("fsw",), "early-help": ("fsw",)},
    "marac": {"early-help": ("idva",), "police": ("sgt",)},
    "separation": {"early-help": ("idva",)},
    "early_help": {"early-help": ("fsw",)},
    "incident": {"police": ("dc", "sgt"), "hospital": ("ae",), "social-care": ("edt",)},
    "death": {"police": ("di",), "hospital": ("paed", "ae")},
    "after_arrest": {"police": ("dc",)},
    "post_mortem": {"police": ("di", "dc"), "hospital": ("paed", "radiologist")},
    "rapid_review": {"board": ("bm",), "social-care": ("sm",), "police": ("di",)},
    "review_started": {"board": ("chair", "bm"), "social-care": ("sm",), "police": ("di",)},
}
_STARTED = ("rapid_review", "review_started")


def workers_of(event: Happening, history: History, handover: date, rng: Random) -> dict[str, str]:
    """Map each agency that could write about the event to the role that acted or noted it down.

    Every agency that knows the family on that day has somebody: the one who acted in the event, or who took
    note of it. An agency is absent where nobody could: no school without a pupil, no foster carer without a
    placement.
    """
    late = event.hour >= 17.5 or event.hour < 8 or not is_office_day(event.on)
    allocated = "sw2" if event.on >= handover else "sw"
    found = {
        "social-care": "edt" if late else allocated,
        "police": rng.choice(("pc", "pc2", "pc", "sgt")),
        "health": _health(event, history),
        "hospital": rng.choice(("nurse", "ae", "paed")),
        "gp": rng.choice(("gp", "gp", "gp2")),
        "housing": "ho",
        "probation": "po",
        "early-help": rng.choice(("fsw", "fsw", "idva")),
        "legal": "solicitor",
        "court": "cafcass",
        "board": "imra" if event.on >= history.family.frame.started else "bm",
    }
    pupils = history.pupils(event.on)
    if pupils:
        about = event.child if event.child in pupils else pupils[0]
        at_school = history.school_year(about, event.on) is not None
        found["education"] = rng.choice(("teacher", "dsl", "ta", "head")) if at_school else "nkw"
    if history.away(event.on) or (event.on > history.family.frame.incident and event.kind in _AWAY):
        found["foster"] = rng.choice(("fc", "fc", "ssw"))
    for agency, roles in _BY_KIND.get(event.kind, {}).items():
        if agency == "education" and found.get("education") in (None, "nkw"):
            continue
        if agency == "social-care" and late and event.kind not in _STARTED:
            continue
        found[agency] = rng.choice(roles)
    return {agency: found[agency] for agency in sorted(found)}


_AWAY = ("placement", "placement_move", "contact")


def _health(event: Happening, history: History) -> str:
    """The midwife before a birth, the health visitor below five, the school nurse after."""
    member = history.family.members.get(event.child)
    if member is None or event.on < member.born:
        return "mw"
    return "hv" if (event.on - member.born).days < 5 * 365 else "sn"


class Numbers:
    """The numbers of one case, in the style that its police, courts and hospital use."""

    def __init__(self, rng: Random, vehicle: str) -> None:
        self._rng, self._style = rng, rng.randrange(3)
        self._fixed = {
            "ref.case": f"99{rng.randrange(10**5):05d}",
            "ref.hospital": rng.choice(
                (
                    f"H9{rng.randrange(10**5):05d}",
                    f"RXX9{rng.randrange(10**6):06d}",
                    f"099{rng.randrange(10**5):05d}",
                )
            ),
            "reg": vehicle,
        }
        self._court = f"{rng.choice(('ZW', 'QQ', 'ZQ', 'XQ'))}{{year:02d}}C9{rng.randrange(10**4):04d}"
        self._latest: dict[str, str] = {}

    def of(self, event: Happening) -> Mapping[str, str]:
        """The numbers of an event: its own, or the latest before it; none before there is one."""
        year, rng = event.on.year % 100, self._rng
        if event.kind in POLICE:
            self._latest["ref.incident"] = (
                f"{rng.randrange(1000):03d} of {event.on:%d/%m/%y}",
                f"{year:02d}{event.on:%m%d}9{rng.randrange(10**4):04d}",
                f"{rng.randrange(10, 1000)}/{event.on:%d%m%y}",
            )[self._style]
        if event.kind in ("police_arrest", "injury", "incident", "overdose", "marac"):
            self._latest["ref.crime"] = (
                f"99{rng.randrange(10**5):05d}/{year:02d}",
                f"99{year:02d}0{rng.randrange(10**6):06d}",
                f"42/99{rng.randrange(10**3):03d}/{year:02d}",
            )[self._style]
        if event.kind == "police_arrest":
            self._latest["ref.custody"] = f"ZZ/{rng.randrange(10**4):04d}/{year:02d}"
        if event.kind in ("court_hearing", "order") and "ref.court" not in self._latest:
            self._latest["ref.court"] = self._court.format(year=year)
        return dict(sorted((self._fixed | self._latest).items()))
