"""What an invented case is made of. Nobody in it lives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum

__all__ = ["Address", "Case", "Event", "Heritage", "Person", "Sex"]


class Sex(StrEnum):
    """As the records of agencies hold it."""

    FEMALE = "f"
    MALE = "m"


class Heritage(StrEnum):
    """The groups by which names are drawn evenly and figures are shown apart."""

    ENGLISH = "english"
    SCOTTISH_WELSH = "scottish-welsh"
    IRISH = "irish"  # Traveller families' names among them
    CARIBBEAN = "caribbean"
    WEST_AFRICAN = "west-african"  # Yoruba, Igbo, Akan, Hausa, Congolese
    EAST_AFRICAN = "east-african"  # Somali, Eritrean, Ethiopian, Sudanese
    SOUTH_ASIAN = "south-asian"  # Punjabi, Gujarati, Hindi, Tamil, Sinhala, Nepali
    MUSLIM_SOUTH_ASIAN = "pakistani-bangladeshi"
    MIDDLE_EASTERN = "middle-eastern"  # Arabic, Kurdish, Persian, Turkish
    POLISH_BALTIC = "polish-baltic"  # Polish, Lithuanian, Latvian, Czech, Slovak, Ukrainian
    ROMANIAN_BALKAN = "romanian-balkan"  # Romanian, Roma, Albanian, Bulgarian, Greek, Portuguese
    EAST_ASIAN = "east-asian"  # Chinese, Vietnamese, Filipino, Thai


@dataclass(frozen=True, slots=True)
class Address:
    """One invented address. `flat` is empty for a house."""

    flat: str
    number: str
    street: str
    estate: str
    area: str
    town: str
    county: str
    postcode: str

    @property
    def line(self) -> str:
        """Flat, number and street, as the first line of a letter has it."""
        return ", ".join(part for part in (self.flat, f"{self.number} {self.street}".strip()) if part)

    @property
    def whole(self) -> str:
        """The address in one line, with its postcode."""
        return ", ".join((self.line, self.area, self.town, self.postcode))


@dataclass(frozen=True, slots=True)
class Person:
    """One invented person and every name this person has."""

    role: str  # as in corpus/templates/README.md: "mother", "sw2"; unique in a case
    heritage: Heritage
    sex: Sex
    first: str
    last: str  # may be double: "Nettle-Okafor", "bint Yusuf"
    middle: str
    title: str  # "Ms", "Dr", "Mrs"
    nick: str  # "" where none is usual
    variant: str  # another spelling of the first name, "" where there is none
    former_last: str  # an earlier surname, "" where there is none
    born: date | None
    died: date | None
    ids: Mapping[str, str] = field(default_factory=dict)  # nhs, nino, upn, no, phone, email, user
    # religion, language, nationality, ethnicity, country; mother and father: their roles, where they are in
    # the case; edd: the due date of one of the mother's children, as 2007-02-14
    facts: Mapping[str, str] = field(default_factory=dict)
    label: str = ""  # "Child X", "Parent 1", "SW1"
    word: bool = False  # the first or last name is also an ordinary English word
    address: Address | None = None  # of those who do not live with the family


@dataclass(frozen=True, slots=True)
class Event:
    """One dated thing that happened. `worker` maps an agency to the role that acted for it."""

    kind: str  # from the closed list of corpus/templates/README.md
    on: date
    at: time
    child: str  # the role of the child whom it is about: "child", "sib", "sib2"; it may be unborn
    workers: Mapping[str, str]
    home: int  # which of the case's homes the family had on that day
    numbers: Mapping[str, str]  # ref.incident, ref.crime, ref.case, ref.court, ref.custody, ref.hospital, reg


@dataclass(frozen=True, slots=True)
class Case:
    """A family, the staff around it, where it lived, and what happened, in order of date."""

    number: int
    seed: int
    split: str  # "train", "dev", "test": which pools its names are from
    heritage: Heritage  # of the mother's family
    people: Mapping[str, Person]  # by role
    homes: tuple[Address, ...]
    # school, nursery, school2, practice, hospital, … council, board, trust, force; town, othertown, county,
    # area, park, shop; secondary, the same as school2, where one of the children comes to a secondary school
    bodies: Mapping[str, str]
    events: tuple[Event, ...]
    incident: date
    review: tuple[date, date]  # the period under review
    told: date  # the date of the documents
    edition: str
