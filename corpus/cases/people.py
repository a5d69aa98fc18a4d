"""From the drawn members and the roles of staff to the people of a case, with numbers, facts and labels."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from corpus.cases.dates import entry_to_school
from corpus.cases.draw import Draw, is_word
from corpus.cases.facts import facts_of
from corpus.cases.family import Family, Member
from corpus.cases.labels import labels_of
from corpus.cases.numbers import folded, landline, mobile, nhs_number, nino, pupil_number, staff_number
from corpus.cases.places import Places
from corpus.cases.roles import REVIEW, STAFF, Role
from corpus.cases.values import Address, Heritage, Person, Sex

__all__ = ["make_people"]

_WOMEN = {"hv": 0.97, "mw": 0.98, "pn": 0.97, "sn": 0.97, "nurse": 0.85, "nkw": 0.95, "ta": 0.85,
    "teacher": 0.75,
          "sw": 0.75, "sw2": 0.75, "fsw": 0.85, "admin": 0.85, "idva": 0.95, "pc": 0.35, "pc2": 0.35,
          "sgt": 0.3,
          "dc": 0.4, "di": 0.3, "fc": 0.85}  # fmt: skip
_NAMESAKES = (("friend", "aunt"), ("partner", "uncle"), ("father", "uncle"), ("sw", "friend"), ("sw",
    "mother"),
              ("hv", "gran"), ("pc", "father"), ("dc", "partner"), ("teacher", "aunt"), ("neighbour",
              "friend"),
              ("sw2", "hv"), ("pc", "sib"), ("fc", "mother"), ("lodger", "father"))  # fmt: skip
_ONE_SURNAME = (("sw", "pc"), ("sw2", "pc"), ("hv", "teacher"), ("gp", "dc"), ("sw", "neighbour"))
_SAME_AS_FAMILY = (("sw", "mother"), ("pc2", "child"), ("hv", "mother"), ("ta", "father"), ("pn", "gran"))


def make_people(draw: Draw, family: Family, places: Places) -> dict[str, Person]:
    """Make all people of a case by role."""
    labels = labels_of(draw, family)
    people = {
        role: _of_family(draw, family, places, member, labels[role])
        for role, member in family.members.items()
    }
    _at_home(draw, family, places, people)
    domains = {"": "post.example"}
    drawn = [_staff(draw, role) for role in (*STAFF, *REVIEW)]
    _couple(draw, drawn)
    _shared_names(draw, family, drawn)
    for member, role in zip(drawn, (*STAFF, *REVIEW), strict=True):
        domain = domains.setdefault(role.agency, _domain(role.agency, places.county))
        people[role.name] = _of_staff(draw, places, member, role, labels[role.name], domain)
    if people["fc"].last == people["fc2"].last or draw.chance(0.5):
        people["fc2"] = replace(people["fc2"], address=people["fc"].address)
    return people


def _of_family(draw: Draw, family: Family, places: Places, member: Member, label: str) -> Person:
    there, rng, frame = family.members, draw.rng, family.frame
    age = (frame.incident - member.born).days // 365
    ids = {"nhs": draw.fresh(nhs_number)}
    if age >= 16:
        ids |= {"nino": draw.fresh(nino), "phone": mobile(rng) if draw.chance(0.7) else landline(rng)}
    if entry_to_school(member.born) <= frame.told and age < 18:
        ids["upn"] = draw.fresh(pupil_number)
    if age >= 11:
        plain = folded(member.first)
        ids["user"] = f"{plain}{rng.choice(('', '_', '.'))}{folded(member.last)[0]}{member.born:%y}"
        ids["email"] = f"{ids['user']}@{rng.choice(('mail.example.com', 'post.example.net', 'example.org'))}"
    father = there.get(member.father)
    here = member.role in ("child", "sib", "sib2", "cousin") and draw.chance(0.92)
    here = here or member.heritage is Heritage.ENGLISH or draw.chance(0.3)
    facts = facts_of(rng, member.heritage, here=here, other=father.heritage if father else None)
    facts |= {"mother": member.mother, "father": member.father}
    if member.role in ("child", "sib", "sib2"):
        facts["edd"] = (member.born + timedelta(days=rng.randrange(-9, 30))).isoformat()
    nick, variant = draw.nick(member.heritage, member.first), draw.variant(member.heritage, member.first)
    return Person(
        member.role, member.heritage, member.sex, member.first, member.last, member.middle, member.title,
        nick,
        variant, member.former, member.born, frame.died if member.role == "child" else None, ids,
        {key: value for key, value in facts.items() if value}, label, _word(draw, member),
        _elsewhere(draw, family, places, member.role),
    )  # fmt: skip


def _elsewhere(draw: Draw, family: Family, places: Places, role: str) -> Address | None:
    """The address of somebody who does not live with the family; None for who does."""
    if role == "neighbour":
        return places.next_door(places.homes[-1])
    if role == "father":
        apart = family.separation is not None
        return places.address(places.othertown if draw.chance(0.3) else "") if apart else None
    if role == "gran":
        return places.address()
    if role in ("pgran", "aunt", "uncle", "exp", "friend"):
        return places.address(places.othertown if draw.chance(0.3) else "")
    return None


def _at_home(draw: Draw, family: Family, places: Places, people: dict[str, Person]) -> None:
    """Give an address to those who live with somebody of the wider family."""
    members = family.members
    if "grandad" in people:
        together = members["grandad"].base == members["gran"].base and draw.chance(0.8)
        there = people["gran"].address if together else places.address()
        people["grandad"] = replace(people["grandad"], address=there)
    if "cousin" in people:
        people["cousin"] = replace(people["cousin"], address=people["aunt"].address)
    if "uncle" in people and (family.frame.incident - members["uncle"].born).days < 18 * 365:
        people["uncle"] = replace(people["uncle"], address=people["gran"].address)


def _staff(draw: Draw, role: Role) -> Member:
    heritage, share = draw.heritage(), _WOMEN.get(role.name, 0.5)
    sex = Sex.FEMALE if draw.chance(share) else Sex.MALE
    base = draw.last(heritage)
    member = Member(role.name, heritage, sex, date.min, base=base)
    member.last = draw.last_for(heritage, base, sex)
    if draw.chance(0.06) and "-" not in member.last:
        member.last += f"-{draw.last(draw.heritage()).split('-')[0]}"
    # Many whose family came from elsewhere have an English first name.
    firsts = Heritage.ENGLISH if draw.chance(0.1) else heritage
    member.first = draw.first(firsts, sex, member.last)
    if draw.chance(0.3):
        member.middle = draw.first(firsts, sex)
    usual = "Mr" if sex is Sex.MALE else draw.rng.choice(("Ms", "Mrs", "Miss", "Ms"))
    member.title = role.title or usual
    if role.name == "judge":
        member.title = draw.rng.choice(("HHJ", "District Judge", "Recorder", "Judge"))
    elif role.name in ("author", "chair") and draw.chance(0.25):
        member.title = "Dr"
    return member


def _couple(draw: Draw, drawn: list[Member]) -> None:
    """Foster carers are mostly a couple of one name."""
    by_role = {member.role: member for member in drawn}
    first, second = by_role["fc"], by_role["fc2"]
    if draw.chance(0.75):
        second.heritage, second.base = first.heritage, first.base
        second.sex = Sex.MALE if first.sex is Sex.FEMALE else Sex.FEMALE
        second.last = draw.last_for(first.heritage, first.base, second.sex)
        first.last = draw.last_for(first.heritage, first.base, first.sex)
        second.first, second.middle = draw.first(second.heritage, second.sex, second.last), ""
        second.title = "Mr" if second.sex is Sex.MALE else "Mrs"


def _shared_names(draw: Draw, family: Family, drawn: list[Member]) -> None:
    """Two people of one first name; one surname for unrelated staff; a worker named like the family."""
    people = {**family.members, **{member.role: member for member in drawn}}
    if draw.chance(0.3):
        pairs = [
            (people[a], people[b]) for a, b in _NAMESAKES
            if a in people and b in people and people[a].sex is people[b].sex
        ]  # fmt: skip
        if pairs:
            first, second = draw.rng.choice(pairs)
            _lend(draw, second, first)
    for listed, share in ((_ONE_SURNAME, 0.25), (_SAME_AS_FAMILY, 0.1)):
        there = [(people[a], people[b]) for a, b in listed if a in people and b in people]
        if there and draw.chance(share):
            bearer, other = draw.rng.choice(there)
            if draw.allowed(bearer.first, other.base):
                bearer.heritage, bearer.base = other.heritage, other.base
                bearer.last = draw.formed(bearer.heritage, other.base, bearer.sex)


def _lend(draw: Draw, giver: Member, taker: Member) -> None:
    if draw.allowed(giver.first, taker.last):
        taker.first = giver.first


def _of_staff(
    draw: Draw, places: Places, member: Member, role: Role, label: str, domain: str
) -> Person:  # fmt: skip
    rng = draw.rng
    ids = {"phone": landline(rng) if draw.chance(0.8) else mobile(rng)}
    ids["user"] = f"{folded(member.first)[0]}{folded(member.last)}"
    ids["email"] = f"{folded(member.first)}.{folded(member.last)}@{domain}"
    if role.number:
        ids["no"] = staff_number(role.number, rng)
    return Person(
        member.role, member.heritage, member.sex, member.first, member.last, member.middle, member.title,
        draw.nick(member.heritage, member.first), draw.variant(member.heritage, member.first), "", None, None,
        ids, {}, label, _word(draw, member), places.address() if role.name == "fc" else None,
    )  # fmt: skip


def _domain(agency: str, county: str) -> str:
    if agency in ("social-care", "early-help", "housing", "board", "education"):
        return f"{folded(county)}.example.org"
    return f"{agency}.{folded(county)}.example.net"


def _word(draw: Draw, member: Member) -> bool:
    return is_word(member.first, draw.split) or is_word(member.last, draw.split)
