"""A small case and public names for the tests of telling; nobody in it lives."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

from corpus.cases.values import Address, Case, Event, Heritage, Person, Sex
from corpus.pools.values import Citation, Inquiry, Minister, PublicPool
from corpus.telling.grammar import Template, parse

LOG = Path(__file__).parent / "files" / "log.txt"
HOMES = (
    Address("", "9", "Loom Street", "", "Easterby", "Tarrow", "Marlshire", "ZZ99 3VZ"),
    Address("Flat 3", "14", "Tanner Row", "Fennick Estate", "Netherfold", "Tarrow", "Marlshire", "ZZ99 7ZZ"),
)


def person(role: str, first: str, last: str, sex: Sex = Sex.FEMALE, **more: object) -> Person:
    """A person with what is usual, and what the test gives."""
    told: dict[str, object] = {
        "role": role, "heritage": Heritage.ENGLISH, "sex": sex, "first": first, "last": last, "middle": "",
        "title": "Ms" if sex is Sex.FEMALE else "Mr", "nick": "", "variant": "", "former_last": "",
        "born": None, "died": None, "label": role.upper(),
    }  # fmt: skip
    return Person(**(told | more))  # type: ignore[arg-type]


def small_case(*more: Person, number: int = 1, seed: int = 1, split: str = "train") -> Case:
    """A family of five with its staff, two homes and six events."""
    people = (
        person("child", "Hope", "Brandreth", born=date(2007, 2, 14), label="Child X", word=True),
        person("sib", "Tyler", "Pruett", Sex.MALE, born=date(2001, 11, 3), label="Half Sibling 1"),
        person(
            "mother", "Kayleigh", "Brandreth", middle="Ann", nick="Kay", variant="Kayley", label="Parent 1",
            former_last="Pruett", born=date(1984, 6, 1), facts={"religion": "Catholic", "language": "none"},
            ids={"nhs": "999 123 4567", "email": "kb@example.org"},
        ),
        person("partner", "Craig", "Tallis", Sex.MALE, born=date(1980, 1, 9), label="Adult 2"),
        person("gran", "Denise", "Brandreth", nick="Nan Den", label="MGM"),
        person("neighbour", "Pauline", "Ottley", address=HOMES[0]),
        person("sw", "Amina", "Okafor", label="SW1", heritage=Heritage.WEST_AFRICAN),
        person("pc", "Rhys", "Trebb", Sex.MALE, title="PC", label="PC1", ids={"no": "9999"}),
        person("pc2", "Farah", "Lisle", title="PC", label="PC2"),
        person("sgt", "Colin", "Haxby", Sex.MALE, title="PS", label="PS1"),
        person("dc", "Marta", "Nowak", title="DC", label="DC1"),
        person("author", "Edith", "Quarmby", title="Dr", label="Independent Author"),
        *more,
    )  # fmt: skip
    return Case(
        number, seed, split, Heritage.ENGLISH, {one.role: one for one in people}, HOMES,
        {"school": "Larkmead Primary School", "nursery": "Sallow Nursery",
         "council": "Marlshire County Council", "board": "Marlshire Safeguarding Children Board"},
        tuple(
            Event(kind, on, time(14, 10), child, {"police": "dc"}, home, {"ref.crime": "42/99999/08"})
            for kind, on, child, home in (
                ("police_callout", date(2008, 6, 8), "child", 0), ("bruise", date(2008, 9, 19), "sib", 0),
                ("separation", date(2008, 11, 30), "child", 1),
                ("police_callout", date(2009, 1, 2), "child", 1),
                ("bruise", date(2009, 3, 5), "child", 1), ("disclosure", date(2009, 5, 21), "child", 1),
            )
        ),
        date(2009, 5, 21), (date(2007, 2, 14), date(2009, 5, 21)), date(2010, 1, 26), "2010",
    )  # fmt: skip


def small_public() -> PublicPool:
    """A few public names, invented but for those of rules/lists."""
    cited = Citation(
        (("Brandt", "K."), ("Lisle", "M.")),
        (Heritage.ENGLISH, Heritage.IRISH),
        2009,
        "Stale news",
        "Marlow: Teasel",
    )
    return PublicPool(
        "train", (cited,), (Minister("Home Secretary", "Della Farrant"),), ("Victoria Climbié",),
        (Inquiry("Laming", "Lord Laming"),), ("Clare's Law", "Edinburgh scale"), ("Graded Care Profile",),
        ("Children Act 1989",),
    )  # fmt: skip


def template(*lines: str, case: str = "mixed", dates: str = "short", kind: str = "chronology") -> Template:
    """A file of one frame with these lines."""
    head = f"@family test\n@kind {kind}\n@agency police\n@case {case}\n@dates {dates}\n\n== frame\n"
    return parse(head + "\n".join(lines) + "\n", "test.txt")
