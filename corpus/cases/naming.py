"""Names of the family: who bears whose surname, and which names somebody has given up."""

from __future__ import annotations

from datetime import date

from corpus.cases.draw import Draw
from corpus.cases.family import Family, Member
from corpus.cases.values import Heritage, Sex

__all__ = ["name_family"]

# Groups in which many children bear their father's first name as their last.
_PATRONYMIC = (Heritage.EAST_AFRICAN,)
_KEPT = (Heritage.EAST_AFRICAN, Heritage.EAST_ASIAN)  # wives keep their own name
_ORDER = ("gran", "grandad", "aunt", "uncle", "mother", "pgran", "father", "partner", "exp")
_UNRELATED = ("friend", "neighbour", "lodger")


def name_family(draw: Draw, family: Family) -> None:
    """Give everybody first name, middle name, surname, former surname and title."""
    there = family.members
    line = draw.last(there["mother"].heritage)
    _mothers_line(draw, family, line)
    for role in ("father", "partner", "exp", *_UNRELATED):
        if role in there:
            _bear(draw, there[role], draw.last(there[role].heritage))
    if "pgran" in there:
        pgran, father = there["pgran"], there["father"]
        # A grandmother who married again bears another name than her son.
        _bear(draw, pgran, draw.last(pgran.heritage) if draw.chance(0.2) else father.base)
    _mother(draw, family)
    for child in family.children():
        _child(draw, family, child)
    _one_household(draw, family)
    for role in (*_ORDER, *_UNRELATED, "cousin", "sib", "sib2", "child"):
        if role in there:
            _first_names(draw, there[role], family.frame.told)
    _patronymics(draw, family)


def _mothers_line(draw: Draw, family: Family, line: str) -> None:
    there = family.members
    for role in ("gran", "grandad", "aunt", "uncle", "mother"):
        if role in there:
            _bear(draw, there[role], line)
    gran = there["gran"]
    keeps = gran.heritage in _KEPT
    if "grandad" in there and (keeps or draw.chance(0.15)):
        _bear(draw, gran, draw.last(gran.heritage))  # never took her husband's name
    elif "grandad" in there and draw.chance(0.4):
        gran.former = draw.last_for(gran.heritage, draw.last(gran.heritage), gran.sex)
    elif draw.chance(0.25):
        _rename(draw, gran, draw.last(gran.heritage))  # by a second marriage
    aunt = there.get("aunt")
    if aunt is not None and (family.frame.incident - aunt.born).days > 7300:
        husband = draw.heritage() if draw.chance(0.3) else aunt.heritage
        if not keeps and draw.chance(0.5):
            _rename(draw, aunt, draw.last(husband))
        if "cousin" in there:
            _bear(draw, there["cousin"], aunt.base if draw.chance(0.6) else draw.last(husband))
    elif "cousin" in there:
        _bear(draw, there["cousin"], line)
    if "grandad" not in there and "uncle" in there and draw.chance(0.3):
        _bear(draw, there["uncle"], draw.last(there["uncle"].heritage))  # by another father


def _mother(draw: Draw, family: Family) -> None:
    """Her surname now: her own, by marriage to one of the men, double, or changed by deed poll."""
    there = family.members
    mother = there["mother"]
    grown = (family.frame.incident - mother.born).days > 18 * 366
    if mother.heritage in _KEPT or not grown:
        return
    share = draw.rng.random()
    if "father" in there and share < 0.22:
        _rename(draw, mother, there["father"].base)
    elif "exp" in there and share < 0.34:
        _rename(draw, mother, there["exp"].base)
    elif "father" in there and share < 0.40 and "-" not in mother.base + there["father"].base:
        _rename(draw, mother, f"{mother.base}-{there['father'].base}")
    elif share < 0.47:
        _rename(draw, mother, draw.last(mother.heritage))  # by deed poll
    elif "partner" in there and share < 0.53:
        _rename(draw, mother, there["partner"].base)


def _child(draw: Draw, family: Family, child: Member) -> None:
    there, mother = family.members, family.members["mother"]
    father = there.get(child.father)
    share = draw.rng.random()
    # The name that she took from another man than the father is none for his child.
    hers = mother.base
    if mother.maiden and father is not None and mother.base != father.base:
        hers = mother.maiden
    if father is None or share < 0.25:
        _bear(draw, child, hers)
    elif share < 0.40 and "-" not in hers + father.base:
        _bear(draw, child, f"{hers}-{father.base}" if hers != father.base else father.base)
    elif share < 0.52:
        _bear(draw, child, father.base)
        # Changed later: to the mother's name, or to the man's with whom she lives.
        other = there.get("partner", mother) if draw.chance(0.5) else mother
        if other.base != child.base:
            _rename(draw, child, other.base)
    else:
        _bear(draw, child, father.base)


def _one_household(draw: Draw, family: Family) -> None:
    """Full brothers and sisters mostly bear one name; twins always."""
    child, sib2 = family.members["child"], family.members.get("sib2")
    if sib2 is None or sib2.father != child.father:
        return
    if sib2.born == child.born or draw.chance(0.75):
        _bear(draw, sib2, child.base)
        sib2.former = child.former


def _first_names(draw: Draw, member: Member, told: date) -> None:
    member.first = draw.first(member.heritage, member.sex, member.last)
    if draw.chance(0.75):
        middle = draw.first(member.heritage, member.sex)
        # No Ioana in the middle of a Monica-Ioana.
        member.middle = "" if set(middle.split("-")) & set(member.first.split("-")) else middle
    young = (told - member.born).days < 16 * 365
    if member.sex is Sex.MALE:
        member.title = "Master" if young else "Mr"
    elif young:
        member.title = "Miss"
    else:
        married = member.role in ("gran", "pgran") or (member.role in ("mother", "aunt") and member.former)
        member.title = "Mrs" if married and draw.chance(0.8) else draw.rng.choice(("Ms", "Miss", "Ms"))


def _patronymics(draw: Draw, family: Family) -> None:
    """Where fathers' first names are the children's last, they are for all of one father or for none."""
    there = family.members
    father = there.get("father")
    if father is None or father.heritage not in _PATRONYMIC or not draw.chance(0.5):
        return
    for child in family.children():
        if child.father == "father":
            child.last = child.base = father.first
            child.former = ""


def _bear(draw: Draw, member: Member, base: str) -> None:
    member.base = base
    member.last = draw.formed(member.heritage, base, member.sex)


def _rename(draw: Draw, member: Member, base: str) -> None:
    if base == member.base:
        return
    member.former, member.maiden = member.last, member.base
    _bear(draw, member, base)
