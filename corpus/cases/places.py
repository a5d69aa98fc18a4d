"""Where a case happens: homes, other people's addresses, and the bodies around the family."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from corpus.cases.draw import Draw
from corpus.cases.values import Address

__all__ = ["Places", "draw_places"]

_SINGLE = (
    "nursery", "practice", "hospital", "ward", "clinic", "refuge", "hostel", "home", "agency", "charity",
    "employer", "church", "mosque", "firm", "court", "team", "centre", "council", "trust", "force", "ccg",
)  # fmt: skip

# What these bodies are called until which day; the last of a row has no end.
_ENDLESS = date.max
_TRIES = 30
_BY_TIME: dict[str, tuple[tuple[date, tuple[str, ...]], ...]] = {
    "ccg": (
        (date(2013, 4, 1), ("Primary Care Trust", "PCT")),
        (date(2022, 7, 1), ("Clinical Commissioning Group", "CCG")),
        (_ENDLESS, ("Integrated Care Board", "ICB")),
    ),
    "board": (
        (date(2019, 9, 29), ("Safeguarding Children Board", "LSCB", "Safeguarding Children's Board")),
        (_ENDLESS, ("Safeguarding Children Partnership", "SCP", "Safeguarding Children's Partnership")),
    ),
}


@dataclass(slots=True)
class Places:
    """The places of one case."""

    draw: Draw
    county: str
    town: str
    othertown: str
    areas: tuple[str, str, str]
    homes: tuple[Address, ...] = ()

    def address(self, town: str = "") -> Address:
        """A new address in the town, or in another one."""
        draw, pool = self.draw, self.draw.places
        flat = ""
        if draw.chance(0.3):
            flat = f"Flat {draw.rng.randrange(1, 40)}"
            if draw.chance(0.6):
                flat += f", {draw.rng.choice(pool.houses)}"
        # A block with a name needs no number in the street.
        number = "" if "," in flat and draw.chance(0.6) else str(draw.rng.randrange(1, 160))
        estate = draw.rng.choice(pool.estates) if draw.chance(0.6) else ""
        return Address(
            flat, number, draw.one(pool.streets), estate, draw.rng.choice(self.areas), town or self.town,
            self.county, draw.one(pool.postcodes),
        )  # fmt: skip

    def next_door(self, home: Address) -> Address:
        """An address in the same street."""
        number = int(home.number or "1")
        other = number + self.draw.rng.choice((2, -2, 4, 1))
        flat = f"Flat {self.draw.rng.randrange(41, 60)}" if home.flat else ""
        return replace(home, flat=flat, number=str(other if other > 0 else number + 2))

    def _body(self, kind: str, area: str) -> str:
        """A body; a school that has all the primary years, as no child changes from one for infants."""
        for _ in range(_TRIES):
            name = self.draw.body(kind, self.town, self.county, area)
            if not (kind == "school" and re.search(r"\b(?:Infants?|Junior|First|Middle|Nursery)\b", name)):
                break
        return name

    def bodies(self, told: date, *, secondary: bool) -> dict[str, str]:
        """The bodies by the names of their slots; `school2` is a secondary school where one is attended.

        The town, the other town, the county, a park and a shop stand beside them.
        """
        draw, pool = self.draw, self.draw.places
        kinds = {"school": "school", "school2": "secondary" if secondary else "school"}
        kinds |= {kind: kind for kind in (*_SINGLE, "board")}
        found = {slot: self._body(kind, self.areas[at % 3]) for at, (slot, kind) in enumerate(kinds.items())}
        for slot, names in _BY_TIME.items():
            found[slot] = _of_the_time(found[slot], names, told)
        if secondary:
            found["secondary"] = found["school2"]
        found |= {"town": self.town, "othertown": self.othertown, "county": self.county}
        found |= {"park": draw.one(pool.parks), "shop": draw.one(pool.shops), "area": self.areas[0]}
        return found


def _of_the_time(name: str, names: tuple[tuple[date, tuple[str, ...]], ...], told: date) -> str:
    """Call a body what it was called when the documents were written."""
    right = next(words for until, words in names if told < until)
    for _, words in names:
        for at, word in enumerate(words):
            if re.search(rf"\b{word}\b", name):
                return re.sub(rf"\b{word}\b", right[at], name)
    return name


def draw_places(draw: Draw, *, homes: int, from_elsewhere: bool) -> Places:
    """Draw the county, the towns and the family's homes, the first one elsewhere if so."""
    pool = draw.places
    places = Places(
        draw, draw.one(pool.counties), draw.one(pool.towns), draw.one(pool.towns),
        (draw.one(pool.areas), draw.one(pool.areas), draw.one(pool.areas)),
    )  # fmt: skip
    places.homes = tuple(
        places.address(places.othertown if from_elsewhere and at == 0 else "") for at in range(homes)
    )
    return places
