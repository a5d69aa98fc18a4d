"""Claims about people and the identities around them: what was found, by whom, and who it may be."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from redact.values.text import Span

__all__ = [
    "Entity",
    "Evidence",
    "KnownAs",
    "Label",
    "Mention",
    "NearMiss",
    "Resolution",
    "Standing",
    "untold_mask",
]


class Label(Enum):
    """What a mention is a mention of."""

    PERSON = "PERSON"
    PSEUDONYM = "PSEUDONYM"
    DATE_OF_BIRTH = "DATE_OF_BIRTH"
    DATE_OF_DEATH = "DATE_OF_DEATH"
    DATE = "DATE"
    AGE = "AGE"
    ADDRESS = "ADDRESS"
    POSTCODE = "POSTCODE"
    PLACE = "PLACE"
    PHONE = "PHONE"
    EMAIL = "EMAIL"
    ONLINE = "ONLINE"
    ORGANISATION = "ORGANISATION"
    NHS_NUMBER = "NHS_NUMBER"
    NATIONAL_INSURANCE = "NATIONAL_INSURANCE"
    CASE_REFERENCE = "CASE_REFERENCE"
    PROFESSIONAL_ID = "PROFESSIONAL_ID"
    VEHICLE = "VEHICLE"
    ACCOUNT = "ACCOUNT"
    OTHER_ID = "OTHER_ID"
    SEALED_KEY = "SEALED_KEY"
    RELATION = "RELATION"
    ETHNICITY = "ETHNICITY"
    RELIGION = "RELIGION"
    NATIONALITY = "NATIONALITY"
    LANGUAGE = "LANGUAGE"
    HEALTH = "HEALTH"
    OFFENCE = "OFFENCE"
    OCCUPATION = "OCCUPATION"
    QUANTITY = "QUANTITY"
    LEGAL_STATUS = "LEGAL_STATUS"

    __hash__ = object.__hash__  # there is one of each: its place will do, and is ten times as quick

    @property
    def words(self) -> str:
        """The word that stands in a mask: `[person 3]`, `[date of birth 1]`."""
        return _MASK_WORDS.get(self, self.value.lower().replace("_", " "))


class Standing(Enum):
    """In what position a name stands there; the same name elsewhere may stand as a participant."""

    PARTICIPANT = "participant"  # of the case, as far as the text says: the child, a relative, a worker
    CITED = "cited"  # an author with a year, a method or scale that is called after somebody
    PUBLIC = "public"  # a published case, an inquiry and its chair, a minister, an inspector, a known body
    OFFICE = "office"  # the independent chair or the author, in their role line
    PANEL = "panel"  # a member of the panel, in its list

    __hash__ = object.__hash__


_MASK_WORDS = {
    Label.NHS_NUMBER: "NHS number",
    Label.NATIONAL_INSURANCE: "National Insurance number",
    Label.EMAIL: "e-mail address",
    Label.PHONE: "phone number",
    Label.PROFESSIONAL_ID: "professional id",
    Label.ONLINE: "online name",
    Label.CASE_REFERENCE: "case reference",
    Label.OTHER_ID: "identifier",
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """Who says so and why: the recogniser, its version, and the pattern or reason by its own name.

    `pattern` and `because` are words of the rule, never of the document.
    """

    recogniser: str
    version: str
    pattern: str
    because: str


@dataclass(frozen=True, slots=True)
class Mention:
    """One recogniser's claim about one stretch of text; never edited. `score` is from 0 to 1."""

    span: Span
    label: Label
    score: float
    evidence: Evidence
    standing: Standing = Standing.PARTICIPANT

    def __post_init__(self) -> None:
        if not 0.0 <= self.score <= 1.0:
            raise ValueError(f"a score is from 0 to 1, not {self.score}")


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A stretch of text that has the form of an identifier and was not taken for one.

    `evidence` says why not, in words of the rule.
    """

    span: Span
    label: Label
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class KnownAs:
    """Whom or what the key of the case knows: the id there, the pseudonym, and the place in the scheme."""

    of: str
    pseudonym: str | None = field(default=None, repr=False)
    slot: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Entity:
    """Mentions that are one thing. `number` is 1-based within its label, in reading order: `[person 3]`.

    `known` is whom or what it is by the key of the case, where that is open; those have the numbers of their
    ids there, and all others follow behind.
    """

    id: str
    label: Label
    number: int
    mentions: tuple[Mention, ...]
    names: tuple[str, ...] = field(default=(), repr=False)
    known: KnownAs | None = None

    @property
    def mask(self) -> str:
        """What stands for it in every report: no letter and no length of what it hides."""
        return f"[{self.label.words} {self.number}]"


@dataclass(frozen=True, slots=True)
class Resolution:
    """Every mention is in exactly one entity or unresolved; none is dropped.

    `candidates` are, for each unresolved mention in its order, the ids of the entities that could be meant.
    """

    entities: tuple[Entity, ...]
    unresolved: tuple[Mention, ...] = ()
    candidates: tuple[tuple[str, ...], ...] = ()


def untold_mask(label: Label) -> str:
    """Give what stands in reports for a mention of which it could not be told whose it is: `[person ?]`."""
    return f"[{label.words} ?]"
