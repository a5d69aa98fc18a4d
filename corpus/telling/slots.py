"""A slot in a scene → its words with their marks; None where the case cannot fill it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from corpus.cases.dates import school_year_on
from corpus.cases.roles import side_of
from corpus.cases.telling import role_words, school_on
from corpus.cases.values import Address, Person, Sex
from corpus.telling import vocabulary as words
from corpus.telling.dates import age, age_in_words, age_in_years, day_in
from corpus.telling.general import in_general, in_years, is_day
from corpus.telling.lines import Slot
from corpus.telling.names import INITIALS, Names
from corpus.telling.public import public
from corpus.telling.scene import Bit, Mark, Scene

__all__ = ["fill", "named"]

Filled = list[Bit] | None
_NO_FACTS = frozenset({"none", "not known"})
_OFFICES = frozenset({"author", "chair"})
_ID_LABELS = {
    "user": "PERSON", "email": "EMAIL", "phone": "PHONE", "no": "PROFESSIONAL_ID", "nhs": "NHS_NUMBER",
    "nino": "NATIONAL_INSURANCE", "upn": "OTHER_ID",
}  # fmt: skip
_AGES = {"age": age, "ageyears": age_in_years, "agewords": age_in_words}


def fill(slot: Slot, scene: Scene, before: str = "") -> Filled:
    """Tell one slot; `before` is what stands in front of it in its line."""
    if scene.document.general and slot.kind != "person" and (words_ := in_general(slot.name)) is not None:
        return [(words_, None)]
    if slot.kind == "person":
        return _person(slot, scene)
    if slot.kind == "date":
        return _date(slot, scene)
    if slot.name in words.PUBLIC:
        return public(slot.name, scene, before)
    if slot.name in words.NUMBERS:
        label = "VEHICLE" if slot.name == "reg" else "CASE_REFERENCE"
        return _marked(scene.event.numbers.get(slot.name, ""), Mark(label, slot.name))
    if slot.name in words.BODIES | words.STAYING_BODIES:
        stays = slot.name in words.STAYING_BODIES
        return _marked(scene.case.bodies.get(slot.name, ""), Mark("ORGANISATION", slot.name, stays=stays))
    return _place(slot.name, scene)


def named(person: Person, form: str, names: Names, *, stays: bool = False) -> Filled:
    """Tell a form of a person's name; None where there is no such name."""
    told = names.form(person.role, form)
    if told is None:
        return None
    hard = [
        kind
        for kind, holds in (
            ("slip", form in ("slip", "lastslip")),
            ("initials", form in INITIALS),
            ("lower", form == "low"),
            ("word", names.is_word(person.role, form)),
        )
        if holds
    ]
    mark = Mark(
        "PERSON", form, person.role, side_of(person.role), stays, person.heritage.value, tuple(hard),
    )  # fmt: skip
    front, name = told
    return [(f"{front} ", None), (name, mark)] if front else [(name, mark)]


def _marked(text: str, mark: Mark | None) -> Filled:
    return [(text, mark)] if text else None


def _person(slot: Slot, scene: Scene) -> Filled:
    role = scene.role(slot.who)
    if not role:
        return None
    person = scene.case.people[role]
    if slot.form in words.NAME_FORMS:
        return _name(role, slot.form, scene)
    if slot.form.lower() in words.SEXED:
        told = words.SEXED[slot.form.lower()][person.sex is Sex.MALE]
        return [(told if slot.form.islower() else told.capitalize(), None)]
    if slot.form in ("role", "Role"):
        told = role_words(scene.case, role)
        return [(told if slot.form == "role" else told[:1].upper() + told[1:], None)]
    mark = Mark("", slot.form, role, side_of(role), heritage=person.heritage.value)
    if slot.form in _ID_LABELS:
        return _marked(person.ids.get(slot.form, ""), replace(mark, label=_ID_LABELS[slot.form]))
    if slot.form in words.FACTS:
        told = person.facts.get(slot.form, "")
        if told in _NO_FACTS:  # a form says "none"; prose that speaks of a faith does not fit
            return [(told, None)] if scene.role_line else None
        return _marked(told, replace(mark, label="FACT"))
    if slot.form in _AGES:
        told = _AGES[slot.form](person, scene.day)
        return _marked(in_years(told) if scene.document.general else told, replace(mark, label="AGE"))
    return _life(slot.form, person, mark, scene)


def _life(form: str, person: Person, mark: Mark, scene: Scene) -> Filled:
    """Tell births, deaths, schools and homes."""
    if scene.document.general and form in ("dob", "dobshort", "dod", "school", "address", "postcode"):
        day = person.died if form == "dod" else person.born
        told = in_general(form) or "" if form[0] != "d" else day_in("mon", day) if day else ""
        return [(told, None)] if told else None
    if form in ("dob", "dobshort"):
        told = day_in("long" if form == "dob" else "dots", person.born) if person.born else ""
        return _marked(told, replace(mark, label="DATE_OF_BIRTH"))
    if form == "dod":
        return _marked(
            day_in("long", person.died) if person.died else "", replace(mark, label="DATE_OF_DEATH")
        )
    if form in ("school", "schoolyear"):
        year = school_year_on(person.born, scene.day) if person.born else None
        if form == "schoolyear":
            told = "" if year is None else f"Year {year}" if year else "Reception"
            return _marked(told, replace(mark, label="AGE"))
        return _marked(school_on(scene.case, person.role, scene.day), replace(mark, label="ORGANISATION"))
    home = person.address or (scene.home() if mark.role == "family" else None)
    if home is None:
        return None
    if form == "postcode":
        return _marked(home.postcode, replace(mark, label="POSTCODE"))
    return _whole(home, mark)


def _name(role: str, form: str, scene: Scene) -> Filled:
    person = scene.case.people[role]
    side = side_of(role)
    if form == "ref":
        form = _referred(role, side, scene)
    if form == "first":
        form = scene.document.firsts.get(role, form)
    if form == "label":
        mark = Mark("PSEUDONYM", "label", role, side, stays=True, heritage=person.heritage.value)
        return _marked(person.label, mark)
    stays = role in _OFFICES and (scene.role_line or form in ("rolefull", "rolelast"))
    return named(person, form, scene.document.names, stays=stays)


def _referred(role: str, side: str, scene: Scene) -> str:
    """Choose the form of `ref`: real names at stage 0, family labelled at 1, everybody at 2."""
    stage = scene.document.stage
    labelled = stage == 2 or (stage == 1 and side == "family")
    if labelled and scene.case.people[role].label:
        return "label"
    return scene.document.styles[role]


def _date(slot: Slot, scene: Scene) -> Filled:
    shift = timedelta(days=slot.days)
    case, form = scene.case, slot.form
    if slot.name == "date" and form == "time":
        return [(scene.event.at.strftime(scene.document.time), None)]
    child = case.people.get("child")
    if slot.name == "edd":
        if child is None or child.born is None:
            return None
        # A due date some days off the birth, the same one each time.
        day = child.born + timedelta(days=case.seed % 19 - 7) + shift
    else:
        day = {
            "date": scene.day,
            "incident": case.incident,
            "today": scene.document.today,
            "review.from": case.review[0],
            "review.to": case.review[1],
        }[slot.name] + shift
    if form == "time":
        return None
    if form == "month" and slot.name not in ("date", "edd"):
        form = "mon"
    if scene.document.general and is_day(slot.name, form):
        form = "mon"
    told = day_in(form or scene.document.dates, day)
    if form in ("year", "weekday"):
        return [(told, None)]
    name = slot.name if slot.name != "date" else form or scene.document.dates
    who, side = ("child", "family") if slot.name == "edd" else ("", "outside")
    return [(told, Mark("DATE", name, who, side, stays=form == "mon"))]


def _place(name: str, scene: Scene) -> Filled:
    bodies = scene.case.bodies
    if name in ("park", "shop", "othertown"):
        return _marked(bodies.get(name, ""), Mark("PLACE", name))
    home = scene.home(1 if name.startswith("old") else 0)
    if home is None:
        return None
    part = name.removeprefix("old")
    if part == "address":
        return _whole(home, Mark("ADDRESS", name, "", "family"))
    if part == "postcode":
        return _marked(home.postcode, Mark("POSTCODE", name, "", "family"))
    told = {
        "address.line": home.line,
        "address.street": home.street,
        "address.flat": home.flat,
        "estate": home.estate,
        "town": home.town,
        "area": home.area,
        "county": home.county,
    }[part]
    label = "ADDRESS" if part.startswith("address") else "PLACE"
    return _marked(told, Mark(label, name, "", "family" if label == "ADDRESS" else "outside"))


def _whole(home: Address, mark: Mark) -> Filled:
    """An address in one line; its postcode is a mark of its own, as the finder has it."""
    before = home.whole.removesuffix(home.postcode)
    line = before.rstrip(", ")
    return [
        (line, replace(mark, label="ADDRESS")),
        (before[len(line) :], None),
        (home.postcode, replace(mark, label="POSTCODE", form="postcode")),
    ]
