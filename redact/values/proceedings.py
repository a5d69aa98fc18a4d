"""The register of proceedings and orders: its closed words, and what editions and boards make of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from redact.values.gate_record import GateEvent
from redact.values.rules import Edition

__all__ = ["Court", "EventRule", "OpenProceedings", "OrderKind", "ProceedingKind", "ProceedingsRule"]


class ProceedingKind(Enum):
    """What is or was going on."""

    INQUEST = "inquest"
    CRIMINAL = "criminal"  # from the charge on
    APPEAL = "appeal"
    CARE = "care"  # public family law
    PRIVATE_FAMILY = "private-family"
    ADOPTION = "adoption"
    WARDSHIP = "wardship"
    CIVIL = "civil"
    JUDICIAL_REVIEW = "judicial-review"
    TRIBUNAL = "tribunal"
    INVESTIGATION = "investigation"  # of the police; nothing is before a court
    PROFESSIONAL = "professional"  # of a regulator or an employer
    OTHER = "other"

    @property
    def is_of_court(self) -> bool:
        """Tell whether it is before a court, a coroner or a tribunal; what is not plain counts as such."""
        return self not in (ProceedingKind.INVESTIGATION, ProceedingKind.PROFESSIONAL)

    @property
    def words(self) -> str:
        """How a sentence names it."""
        return _KINDS.get(self, f"{self.value.replace('-', ' ')} proceedings")


_KINDS = {
    ProceedingKind.INQUEST: "inquest",
    ProceedingKind.APPEAL: "appeal",
    ProceedingKind.JUDICIAL_REVIEW: "judicial review",
    ProceedingKind.INVESTIGATION: "police investigation",
}


class Court(Enum):
    """Before whom it is."""

    CORONER = "coroner"
    MAGISTRATES = "magistrates"
    YOUTH_COURT = "youth-court"
    CROWN_COURT = "crown-court"
    FAMILY_COURT = "family-court"
    COUNTY_COURT = "county-court"
    HIGH_COURT = "high-court"
    COURT_OF_APPEAL = "court-of-appeal"
    SUPREME_COURT = "supreme-court"
    TRIBUNAL = "tribunal"
    REGULATOR = "regulator"
    NONE = "none"
    OTHER = "other"


class OrderKind(Enum):
    """An order in force, or what the law forbids without one."""

    NO_PUBLICATION = "no-publication"  # a court forbids that the review is published
    REPORTING_RESTRICTION = "reporting-restriction"  # of the High Court or the family court
    SECTION_39 = "section-39"  # Children and Young Persons Act 1933: proceedings that are not criminal
    SECTION_45 = "section-45"  # Youth Justice and Criminal Evidence Act 1999, until 18
    SECTION_45A = "section-45a"  # the same Act, for life
    SECTION_49 = "section-49"  # Children and Young Persons Act 1933: youth court
    SECTION_97 = "section-97"  # Children Act 1989: while proceedings are open
    SECTION_12 = "section-12"  # Administration of Justice Act 1960
    SECTION_4_2 = "section-4-2"  # Contempt of Court Act 1981: reports are put off
    SECTION_11 = "section-11"  # Contempt of Court Act 1981: a name is held back
    SEXUAL_OFFENCE = "sexual-offence"  # Sexual Offences (Amendment) Act 1992, for life
    OTHER = "other"


class OpenProceedings(Enum):
    """What follows for publication where something is still before a court."""

    BARS = "bars"  # nothing is published before it is concluded
    WEIGHED = "weighed"  # a lawyer weighs it, and says why the day is right
    REPORTED = "reported"  # as weighed; the panel and the Secretary of State are told of a delay


@dataclass(frozen=True, slots=True)
class ProceedingsRule:
    """What an edition or a board makes of open proceedings; `editions` are those of a board's rule."""

    how: OpenProceedings
    source: str
    editions: tuple[Edition, ...] = ()


@dataclass(frozen=True, slots=True)
class EventRule:
    """What must have happened on a day before publication: one of `any_of`.

    Where `before` names an event, it must not have happened later than that, as far as both are noted. `row`
    is the row of the requirement in `rules/COVERAGE.md`; `editions` as of ProceedingsRule.
    """

    row: str
    what: str
    any_of: tuple[GateEvent, ...]
    source: str
    before: GateEvent | None = None
    editions: tuple[Edition, ...] = ()
