"""Print a case for reading: the family, the staff, the homes and the events.

python -m corpus.cases --number 3 --split train
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from corpus.cases.building import build
from corpus.cases.checking import check_case
from corpus.cases.dates import age_on, school_year_on
from corpus.cases.roles import CHILDREN, side_of
from corpus.cases.telling import role_words, school_on
from corpus.cases.values import Case, Heritage, Person

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print one case; the status is 1 if it does not agree with itself."""
    parser = argparse.ArgumentParser(prog="python -m corpus.cases", description=__doc__)
    parser.add_argument("--number", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--split", default="train")
    parser.add_argument("--heritage", choices=[each.value for each in Heritage], default="")
    asked = parser.parse_args(arguments)
    every = tuple(Heritage)
    heritage = Heritage(asked.heritage) if asked.heritage else every[asked.number % len(every)]
    case = build(asked.number, asked.seed, asked.split, heritage)
    for line in _lines(case):
        print(line)
    faults = check_case(case)
    for fault in faults:
        print(f"FAULT {fault}")
    return 1 if faults else 0


def _lines(case: Case) -> list[str]:
    died = case.people["child"].died
    lines = [
        f"Case {case.number} ({case.split}, {case.heritage.value}), edition {case.edition}",
        f"Incident {case.incident}, {f'child died {died}' if died else 'child injured'}; review "
        f"{case.review[0]} to {case.review[1]}; documents of {case.told}",
        "",
    ]
    lines += [_person(case, each) for each in case.people.values() if side_of(each.role) == "family"]
    lines += ["", *(f"Home {at}: {home.whole}" for at, home in enumerate(case.homes)), ""]
    lines += [_worker(each) for each in case.people.values() if side_of(each.role) != "family"]
    lines += ["", *(f"{slot}: {name}" for slot, name in case.bodies.items()), ""]
    for event in case.events:
        acting = ", ".join(f"{agency} {role}" for agency, role in event.workers.items() if agency in _SHOWN)
        year = ""
        born = case.people[event.child].born
        if born is not None and event.child in CHILDREN and born <= event.on:
            whole, months = age_on(case.people[event.child], event.on)
            school = school_year_on(born, event.on)
            year = f"{whole}y{months}m" + (f" Y{school}" if school is not None else "")
        numbers = event.numbers.get("ref.incident", "")
        lines.append(
            f"{event.on:%a %d %b %Y} {event.at:%H:%M} {event.kind:20} {event.child:5} {year:10} "
            f"home {event.home} "
            f"{school_on(case, event.child, event.on)[:28]:28} {acting} {numbers}"
        )
    return lines


_SHOWN = ("social-care", "police", "health", "education")


def _person(case: Case, person: Person) -> str:
    name = f"{person.title} {person.first} {person.middle} {person.last}"
    also = [f"formerly {person.former_last}" if person.former_last else "", person.nick, person.variant]
    also += ["word" if person.word else "", person.address.whole if person.address else ""]
    years = age_on(person, case.incident)[0] if person.born and person.born <= case.incident else "-"
    return (
        f"{person.role:9} {role_words(case, person.role):24} {person.label:16} {name:44} {person.sex.value} "
        f"{person.heritage.value:22} born {person.born} ({years}) father {person.facts.get('father', '-')} "
        f"{'; '.join(part for part in also if part)}"
    )


def _worker(person: Person) -> str:
    name = f"{person.title} {person.first} {person.last}"
    return (
        f"{person.role:11} {person.label:18} {name:40} {person.heritage.value:22} "
        f"{person.ids.get('no', '')} {person.ids.get('email', '')}"
    )


if __name__ == "__main__":
    raise SystemExit(main())
