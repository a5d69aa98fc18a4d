"""The people of a family as first drawn: who there is, whose child each is, and when each was born."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from corpus.cases.dates import GAP_OF_BIRTHS, before_years
from corpus.cases.draw import Draw
from corpus.cases.frame import Frame
from corpus.cases.values import Heritage, Sex

__all__ = ["Family", "Member", "draw_family"]

_YOUNGEST, _OLDEST = 15.3, 41.5  # years of a mother at births


@dataclass(slots=True)
class Member:
    """One member of the family while it is being made."""

    role: str
    heritage: Heritage
    sex: Sex
    born: date
    mother: str = ""  # roles of the parents, where they are in the case
    father: str = ""
    first: str = ""
    last: str = ""  # in the form that this person bears
    base: str = ""  # the same as a man bears it, from which children's names are made
    former: str = ""
    maiden: str = ""  # the base of the former surname
    middle: str = ""
    title: str = ""
    died: date | None = None


@dataclass(slots=True)
class Family:
    """The members by role, and when couples parted and met."""

    frame: Frame
    members: dict[str, Member] = field(default_factory=dict)
    separation: date | None = None
    new_partner: date | None = None

    def secondary(self) -> bool:
        """Whether one of the children comes to secondary school before the documents are written."""
        return any((self.frame.told - child.born).days > 10.9 * 365 for child in self.children())

    def children(self) -> list[Member]:
        """The mother's children, eldest first."""
        found = [each for role, each in self.members.items() if role in ("child", "sib", "sib2")]
        return sorted(found, key=lambda each: each.born)


def draw_family(draw: Draw, frame: Frame, heritage: Heritage) -> Family:
    """Draw who there is; names come later."""
    births = _births(draw, frame)
    # Nobody writes about a family before there is a child, or one on the way.
    start = max(frame.review[0], min(births.values()) - timedelta(days=draw.rng.randrange(215, 262)))
    family = Family(replace(frame, review=(start, frame.review[1])))
    first, last = min(births.values()), max(births.values())
    span = (last - first).days / 365.25
    # Most first births in such families come early; the last one must come before 42.
    years = min(draw.rng.uniform(_YOUNGEST, 31.0), draw.rng.uniform(_YOUNGEST + 1, 36.0), _OLDEST - span)
    _add(family, "mother", heritage, Sex.FEMALE, before_years(first, years))
    _fathers(draw, family, births)
    for role, born in births.items():
        _add(family, role, heritage, _sex(draw), born, "mother")
    _twins_of_one_father(draw, family)
    _partner(draw, family)
    _elders(draw, family)
    _others(draw, family)
    return family


def _births(draw: Draw, frame: Frame) -> dict[str, date]:
    births = {"child": frame.born}
    rng = draw.rng
    if draw.chance(0.85):
        births["sib"] = frame.born - GAP_OF_BIRTHS - timedelta(days=rng.randrange(20, 2300))
    if draw.chance(0.05):
        births["sib2"] = frame.born
    elif draw.chance(0.58):
        births["sib2"] = _third(draw, frame, births.get("sib"))
    return births


def _third(draw: Draw, frame: Frame, elder: date | None) -> date:
    """The birth of another sibling: a baby, one between the two, or an elder one."""
    rng, gap = draw.rng, GAP_OF_BIRTHS.days
    lived = (frame.incident - frame.born).days
    if lived > gap + 60 and draw.chance(0.6):
        return frame.born + timedelta(days=rng.randrange(gap, min(lived - 20, 2200)))
    if elder is None:
        return frame.born - timedelta(days=rng.randrange(gap + 10, 1800))
    between = (frame.born - elder).days
    if between > 2 * gap + 20:
        return elder + timedelta(days=rng.randrange(gap, between - gap))
    return elder - timedelta(days=rng.randrange(gap + 10, 1500))


def _fathers(draw: Draw, family: Family, births: dict[str, date]) -> None:
    """The child's father, and the mother's former partner where the elder sibling is half."""
    mother = family.members["mother"]
    if draw.chance(0.94):
        _add(
            family, "father", _heritage(draw, mother.heritage), Sex.MALE, _mate(draw, mother, births["child"])
        )
    if "sib" in births and ("father" not in family.members or draw.chance(0.6)):
        _add(family, "exp", _heritage(draw, mother.heritage), Sex.MALE, _mate(draw, mother, births["sib"]))


def _mate(draw: Draw, mother: Member, birth: date) -> date:
    """A man's date of birth: about the woman's age or older, at least seventeen at the birth or meeting."""
    born = mother.born - timedelta(days=round(draw.rng.triangular(-3, 14, 2) * 365.25))
    return min(born, before_years(birth, 17.2))


def _twins_of_one_father(draw: Draw, family: Family) -> None:
    """Give each child its father. A second sibling has the father of the child or that of the elder one."""
    there = family.members
    child, sib, sib2 = there["child"], there.get("sib"), there.get("sib2")
    child.father = "father" if "father" in there else ""
    if sib is not None:
        sib.father = "exp" if "exp" in there else "father"
    if sib2 is not None:
        sib2.father = child.father
        if sib2.born < child.born and sib is not None:
            sib2.father = sib.father
    # No man has a child at less than sixteen: the elder children count too.
    for each in family.children():
        if each.father:
            man = there[each.father]
            man.born = min(man.born, before_years(each.born, 16.5))


def _partner(draw: Draw, family: Family) -> None:
    """The mother's new partner, when she met him and when she had left the father."""
    frame, there, rng = family.frame, family.members, draw.rng
    if not draw.chance(0.7):
        if "father" in there and draw.chance(0.4):
            family.separation = frame.born + (frame.incident - frame.born) * rng.uniform(0.05, 0.8)
        return
    # Seldom before the second half of the pregnancy; the last weeks before the incident are too late.
    low = max(frame.born - timedelta(days=120), frame.review[0] - timedelta(days=200))
    high = max(frame.incident - timedelta(days=25), low + timedelta(days=1))
    sib2 = there.get("sib2")
    if sib2 is not None and sib2.born > frame.born:
        latest = sib2.born - timedelta(days=300)
        if latest > low and draw.chance(0.5):
            high, sib2.father = latest, "partner"
        elif sib2.father == "father":
            # The father's baby: she meets another man only after its birth, or there is none.
            low = sib2.born + timedelta(days=10)
            if low >= high:
                return
    family.new_partner = low + timedelta(days=rng.randrange((high - low).days))
    if "father" in there:
        family.separation = family.new_partner - timedelta(days=rng.randrange(20, 200))
    mother = there["mother"]
    _add(
        family, "partner", _heritage(draw, mother.heritage), Sex.MALE, _mate(draw, mother, family.new_partner)
    )


def _elders(draw: Draw, family: Family) -> None:
    mother, there = family.members["mother"], family.members
    gran = _parent(draw, mother.born, 16.5, 37.0)
    _add(family, "gran", mother.heritage, Sex.FEMALE, gran)
    mother.mother = "gran"
    if draw.chance(0.65):
        _add(family, "grandad", mother.heritage, Sex.MALE, _parent(draw, mother.born, 18.0, 44.0))
        mother.father = "grandad"
    if "father" in there and draw.chance(0.55):
        father = there["father"]
        _add(family, "pgran", father.heritage, Sex.FEMALE, _parent(draw, father.born, 16.5, 38.0))
        father.mother = "pgran"
    for role, share, sex in (("aunt", 0.75, Sex.FEMALE), ("uncle", 0.55, Sex.MALE)):
        born = _sibling_of_mother(draw, family)
        if born is not None and draw.chance(share):
            _add(family, role, mother.heritage, sex, born, "gran")
            there[role].father = mother.father
    aunt = there.get("aunt")
    if aunt is not None and draw.chance(0.6):
        earliest, latest = before_years(aunt.born, -17.0), before_years(family.frame.incident, 0.2)
        latest = min(latest, before_years(aunt.born, -40.0))
        if latest > earliest:
            born = earliest + timedelta(days=draw.rng.randrange((latest - earliest).days))
            _add(family, "cousin", mother.heritage, _sex(draw), born, "aunt")


def _sibling_of_mother(draw: Draw, family: Family) -> date | None:
    """A birth to the mother's mother that agrees with the births that there are."""
    gran, mother = family.members["gran"], family.members["mother"]
    taken = [each.born for role, each in family.members.items() if role in ("mother", "aunt", "uncle")]
    if "grandad" in family.members:
        low = max(before_years(gran.born, -15.8), before_years(family.members["grandad"].born, -16.5))
    else:
        low = before_years(gran.born, -15.8)
    high = min(before_years(gran.born, -42.0), before_years(family.frame.incident, 14.0))
    for _ in range(40):
        born = mother.born + timedelta(days=round(draw.rng.uniform(-11, 13) * 365.25))
        if low <= born <= high and all(abs(born - other) > GAP_OF_BIRTHS for other in taken):
            return born
    return None


def _others(draw: Draw, family: Family) -> None:
    mother, incident, rng = family.members["mother"], family.frame.incident, draw.rng
    if draw.chance(0.85):
        born = min(before_years(mother.born, rng.uniform(-4, 5)), before_years(incident, 16.2))
        _add(family, "friend", _heritage(draw, mother.heritage), _sex(draw, 0.8), born)
    if draw.chance(0.9):
        _add(
            family, "neighbour", draw.heritage(), _sex(draw, 0.6), before_years(incident, rng.uniform(24, 78))
        )
    if draw.chance(0.15):
        _add(family, "lodger", draw.heritage(), _sex(draw, 0.2), before_years(incident, rng.uniform(19, 52)))


def _parent(draw: Draw, born: date, low: float, high: float) -> date:
    return before_years(born, draw.rng.triangular(low, high, low + 7))


def _heritage(draw: Draw, own: Heritage) -> Heritage:
    return own if draw.chance(0.55) else draw.heritage()


def _sex(draw: Draw, female: float = 0.5) -> Sex:
    return Sex.FEMALE if draw.chance(female) else Sex.MALE


def _add(
    family: Family, role: str, heritage: Heritage, sex: Sex, born: date, mother: str = ""
) -> None:  # fmt: skip
    family.members[role] = Member(role, heritage, sex, born, mother)
