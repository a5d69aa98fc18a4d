"""What somebody is by calling: two callings on one surname are two people, PC Rook and Nurse Rook.

Only what is surely one calling and not another is told apart. Within one calling people change their posts:
a social worker becomes a team manager. A plain doctor or a manager has none here.
"""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["DOCTORS", "calling_of", "is_child", "is_grown_up"]

_CALLINGS = {
    "police": r"w?pc|tpc|w?dc|tdc|ps|w?ds|di|dci|dsi|dsu|dcs|det|insp|sgt|supt|pcso|sio|oic|flo"
    r"|.*(?:constable|sergeant|inspector|superintendent|police.*|detective|custody.*|arresting officer"
    r"|investigating officer|community support officer|family liaison officer|response officer)",
    "social work": r"sw|s/w|ssw|asw|fsw|iro|.*social worker|(?:assistant |deputy )?team manager"
    r"|.*reviewing officer|family support worker",
    "nursing": r"hv|h/v|shv|s/n|sn|fnp|nneb|c?mw|cpn|matron|midwife|.*(?:nurse|midwife|health visitor)"
    r"|community matron|ward sister",
    "medicine": r"gp|general practitioner|registrar|.*(?:paediatrician|psychiatrist)"
    r"|(?:named|designated) doctor|consultant",
    "teaching": r"ta|ht|senco|.*(?:teacher|tutor|teaching assistant|learning mentor)"
    r"|head of year|deputy head",
    "law": r"hhj|(?:.* )?judge|.*justice|recorder|solicitor|barrister|coroner",
    "probation": r"probation officer|offender manager",
    "housing": r"(?:housing|tenancy) officer",
    "ambulance": r"crew|(?:student )?paramedic|ambulance (?:crew|technician|man|woman)|emt",
}
DOCTORS = frozenset({"dr", "doctor", "prof", "professor"})
_KNOWN = tuple((calling, re.compile(words)) for calling, words in _CALLINGS.items())
_CHILD = re.compile(r"(?:.* )?(?:child|baby|newborn|infant|toddler|pupil|unborn)")


_GROWN_UP = re.compile(
    r"(?:.* )?(?:mother|father|mum|mummy|mam|mom|dad|daddy|gran|granny|grandma|grandad|granddad|grandpa|nan"
    r"|nanny|nana|nain|taid|mgm|mgf|pgm|pgf|husband|wife|foster carer|guardian|grand(?:mother|father))"
)


@lru_cache(maxsize=4096)
def calling_of(role: str) -> str:
    """Give the calling of a role or rank in lower case; of a title, of kinship and of all else, nothing."""
    return next((calling for calling, words in _KNOWN if words.fullmatch(role)), "")


def is_child(relation: str) -> bool:
    """Tell whether a word of relation is used of children, who are not addressed with a title."""
    return _CHILD.fullmatch(relation) is not None


def is_grown_up(relation: str) -> bool:
    """Tell whether a word of relation is used of grown-ups only."""
    return _GROWN_UP.fullmatch(relation) is not None
