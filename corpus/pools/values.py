"""What the pools hand out. Everything is frozen; tuples stand in the order of the files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

from corpus.cases.values import Heritage, Sex

__all__ = [
    "BODY_KINDS", "BodyPool", "Citation", "Inquiry", "Minister", "NamePool", "PlacePool", "PublicPool",
    "WordPool",
]  # fmt: skip

BODY_KINDS = (
    "school", "secondary", "nursery", "practice", "hospital", "ward", "clinic", "refuge", "hostel", "home",
    "agency", "charity", "employer", "church", "mosque", "firm", "court", "team", "centre",
    "council", "board", "trust", "force", "ccg",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class NamePool:
    """The names of one heritage group in one split. None of them is in another split, in any group.

    `first_f`, `first_m` and `last` have no duplicates. `nicks` and `variants` have a key only for the first
    names for which a nickname or another spelling is usual, `feminine` only for the surnames whose form
    differs for a woman ("Kowalski" to "Kowalska"). The variants of a name may stand in `first_f` or
    `first_m` of another group, never of another split.
    """

    split: str
    heritage: Heritage
    first_f: tuple[str, ...]
    first_m: tuple[str, ...]
    last: tuple[str, ...]
    nicks: Mapping[str, tuple[str, ...]]
    variants: Mapping[str, tuple[str, ...]]
    feminine: Mapping[str, str]

    def firsts(self, sex: Sex) -> tuple[str, ...]:
        """The first names of that sex."""
        return self.first_f if sex is Sex.FEMALE else self.first_m

    def last_for(self, last: str, sex: Sex) -> str:
        """The form that a person of that sex bears of a surname of `last`; the surname itself for most."""
        return self.feminine.get(last, last) if sex is Sex.FEMALE else last


@dataclass(frozen=True, slots=True)
class WordPool:
    """Names that are ordinary English words too: "Will", "Hope"; "Short", "Church". Of one split."""

    split: str
    first_f: tuple[str, ...]
    first_m: tuple[str, ...]
    last: tuple[str, ...]

    def firsts(self, sex: Sex) -> tuple[str, ...]:
        """The first names of that sex; a name that both bear ("Robin") is in both tuples."""
        return self.first_f if sex is Sex.FEMALE else self.first_m


@dataclass(frozen=True, slots=True)
class PlacePool:
    """Invented places of one split. `postcodes` are of the area ZZ99, which does not exist.

    `streets` are whole ("Tanner Row", "Station Road"); `houses` are names of blocks and houses ("Kestrel
    House"), for flats; `estates` are whole ("the" is not in them: "Fennick Estate"); `parks` and `shops` too.
    """

    split: str
    streets: tuple[str, ...]
    houses: tuple[str, ...]
    estates: tuple[str, ...]
    areas: tuple[str, ...]
    towns: tuple[str, ...]
    counties: tuple[str, ...]
    parks: tuple[str, ...]
    shops: tuple[str, ...]
    postcodes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BodyPool:
    """Patterns of bodies by kind (BODY_KINDS) and what their slots are filled from, of one split.

    The patterns are the same in all splits; the names that go into them are not.
    """

    split: str
    patterns: Mapping[str, tuple[str, ...]]
    fillers: Mapping[str, tuple[str, ...]]  # "part", "saint", "last", "full", "muslim" …

    def draw(self, kind: str, rng: Random, *, town: str, county: str, area: str, street: str) -> str:
        """An invented body of that kind, in the places of the case.

        `street` is a whole street name ("Sallow Lane"), as of a home or any of PlacePool.streets. The same
        arguments and state of `rng` give the same body. Draw again if a body of the case has that name
        already. KeyError if the kind is not one of BODY_KINDS.
        """
        filled = {"town": town, "county": county, "area": area, "street": street}
        pattern = rng.choice(self.patterns[kind])
        for slot, choices in self.fillers.items():
            if "{" + slot + "}" in pattern:
                filled[slot] = rng.choice(choices)
        return pattern.format_map(filled)


@dataclass(frozen=True, slots=True)
class Citation:
    """An invented publication by invented authors. Their names stay in a published review.

    `authors` are surname and initials; `heritages` are the groups that their surnames were drawn from.
    """

    authors: tuple[tuple[str, str], ...]
    heritages: tuple[Heritage, ...]
    year: int
    title: str
    outlet: str  # "Marlow: Teasel Press" or "Journal of Kin Care, 12(3), pp. 14-29"

    @property
    def names(self) -> str:
        """The surnames as a text has them: "Brandt", "Brandt and Lisle", "Brandt et al."."""
        lasts = [last for last, _ in self.authors]
        if len(lasts) > 3:
            return f"{lasts[0]} et al."
        return " and ".join((", ".join(lasts[:-1]), lasts[-1])) if len(lasts) > 1 else lasts[0]

    @property
    def short(self) -> str:
        """For {cite}: "Brandt and Lisle, 2009"."""
        return f"{self.names}, {self.year}"

    @property
    def text(self) -> str:
        """For {cite.text}: "Brandt and Lisle (2009)"."""
        return f"{self.names} ({self.year})"

    @property
    def entry(self) -> str:
        """For {cite.list}: "Brandt, K. and Lisle, M. (2009) Title. Marlow: Teasel Press."."""
        names = [f"{last}, {initials}" for last, initials in self.authors]
        joined = " and ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else names[0]
        return f"{joined} ({self.year}) {self.title}. {self.outlet}."


@dataclass(frozen=True, slots=True)
class Inquiry:
    """A published inquiry of rules/lists/famous-cases.txt."""

    name: str  # as the list has it: "Laming"
    titled: str  # with the title usual in texts: "Lord Laming"; the name itself where none is known


@dataclass(frozen=True, slots=True)
class Minister:
    """An office of rules/lists/public-offices.txt with an invented holder."""

    office: str
    holder: str  # first name and surname, of this split's pools

    @property
    def text(self) -> str:
        """Office and holder: "the Home Secretary, Della Farrant"."""
        return f"the {self.office}, {self.holder}"


@dataclass(frozen=True, slots=True)
class PublicPool:
    """What looks like a name and stays. Citations and ministers are of one split and invented.

    `famous` (full names of famous cases), `inquiries` and `eponyms` are read from rules/lists and are the
    same in all splits, and so are `tools` (named instruments) and `statutes`.
    """

    split: str
    citations: tuple[Citation, ...]
    ministers: tuple[Minister, ...]
    famous: tuple[str, ...]
    inquiries: tuple[Inquiry, ...]
    eponyms: tuple[str, ...]
    tools: tuple[str, ...]
    statutes: tuple[str, ...]
