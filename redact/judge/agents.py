"""The agencies that a sentence names, and which of them is to act.

Agencies of one kind count as one: the trust and the hospital, the board and the partnership. What remains: an
agency that is known by its own name alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from redact.judge.phrases import Phrase, compile_phrases

__all__ = ["AGENCIES", "acting", "agencies_in", "named_beside"]

_WORDINGS = """
board: board, lscb, scb, lscp, partnership, safeguarding partners, safeguarding board
partners: partner agencies, all agencies, every agency, each agency, agencies
partners: every partner, each partner, all partners
police: police, constabulary, police force, officers, police service
social care: social care, social services, childrens services, childrens social care, social worker/workers
social care: csc, mash, duty team
council: council, local authority, borough, county council
trust: trust, nhs trust, hospital/hospitals, foundation trust, acute trust, ward, clinic
general practice: gp, gps, general practice/practitioner/practitioners, surgery/surgeries, primary care
commissioners: ccg, clinical commissioning group/groups, icb, primary care trust, pct, nhs england
health visiting: health visitor/visitors, health visiting
midwifery: midwife/midwives, midwifery, maternity
school: school/schools, academy/academies, college/colleges, head teacher/teachers, education, teachers
school nursing: school nurse/nurses, school nursing
nursery: nursery/nurseries, early years, childminder/childminders
housing: housing, housing association, housing office, landlord/landlords
probation: probation, nps, crc, community rehabilitation company
mental health: mental health, camhs, psychiatric, psychiatrist/psychiatrists
drugs and alcohol: drug/drugs ... service/services, alcohol service/services, substance misuse
youth offending: youth offending, yot, youth justice
ambulance: ambulance, paramedic/paramedics
fire: fire service, fire and rescue
cafcass: cafcass, guardian/guardians
prosecution: cps, crown prosecution service
coroner: coroner/coroners
adult services: adult social care, adult services
government: department for education, home office, department of health, government
"""


def _read(table: str) -> Mapping[str, tuple[Phrase, ...]]:
    read: dict[str, tuple[Phrase, ...]] = {}
    for line in table.strip().splitlines():
        name, _, wordings = line.partition(": ")
        read[name] = (*read.get(name, ()), *compile_phrases(wordings.split(", ")))
    return MappingProxyType(read)


AGENCIES = _read(_WORDINGS)
_FIRST = frozenset(
    word for phrases in AGENCIES.values() for phrase in phrases for part in phrase.parts[:1] for word in part
)
_BEFORE = frozenset(("to", "with", "from", "of", "between", "by", "for", "at", "in", "into", "against"))
_STEPPED_OVER = frozenset(("the", "a", "an", "all", "any", "every", "each", "local", "other", "their", "and"))
_MODAL = re.compile(
    r"\b(?:should|must|shall|will|needs? to|ought to|(?:is|are) (?:asked|required|invited)"
    r"|asks?|ensures?|agrees?|requires?)\b"
)
_FEW = 4  # words in which somebody is named who acts, where no "should" parts them


def agencies_in(words: Iterable[str]) -> frozenset[str]:
    """Give the kinds of agency that folded words name."""
    return frozenset(name for name, _ in _found(list(words)))


def named_beside(words: Iterable[str]) -> frozenset[str]:
    """Give those that are named without a word like "to" or "with" before: who might be the one to act."""
    plain = list(words)
    return frozenset(name for name, first in _found(plain) if not _is_aside(plain, first))


def acting(words: Iterable[str]) -> frozenset[str]:
    """Give those that are to act: named before "should", or among the first words where there is none."""
    plain = list(words)
    line = " ".join(plain)
    modal = _MODAL.search(line)
    before = line[: modal.start()].split() if modal and modal.start() else plain[:_FEW]
    found = named_beside(before)
    return found if found or modal is None else frozenset()


def _is_aside(words: list[str], first: int) -> bool:
    at = first - 1
    while at >= 0 and words[at] in _STEPPED_OVER:
        at -= 1
    if at > 0 and words[at] == "from" and words[at - 1].startswith("assurance"):
        return False  # the board has it done
    return at >= 0 and words[at] in _BEFORE


def _found(words: list[str]) -> Iterator[tuple[str, int]]:
    """Give each name with its first word; of those that begin at one word, the longest."""
    if _FIRST.isdisjoint(words):
        return
    hits = [
        (first, last, name)
        for name, phrases in AGENCIES.items()
        for phrase in phrases
        for first, last in phrase.everywhere(words)
    ]
    covered = 0
    for first, last, name in sorted(hits, key=lambda hit: (hit[0], -hit[1])):
        if first >= covered:
            yield name, first
            covered = last
