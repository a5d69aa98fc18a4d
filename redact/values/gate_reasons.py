"""Why a review goes back, is withdrawn or is not published: a closed list of codes, as words carry names."""

from __future__ import annotations

from enum import Enum

__all__ = ["GateReason"]


class GateReason(Enum):
    """Why something was done that is off the way; what it says in words stands in the file that it names."""

    NAME_LEFT_IN = "name-left-in"  # somebody can be recognised
    FACT_WRONG = "fact-wrong"
    TEXT_NOT_FINAL = "text-not-final"
    WRONG_FILE = "wrong-file"
    STATEMENT_TAKEN_BACK = "statement-taken-back"
    WELFARE = "welfare"  # of a child or of the family
    FAMILY_OBJECTS = "family-objects"
    AGENCY_OBJECTS = "agency-objects"
    PROCEEDINGS = "proceedings"  # before a court, an inquest or the police
    COURT_ORDER = "court-order"
    DATA_PROTECTION = "data-protection"
    NOT_ACCESSIBLE = "not-accessible"
    ANSWERED = "answered"  # what was objected, by a letter
    WITHOUT_GROUND = "without-ground"
    TAKEN_BACK = "taken-back"  # by whoever had objected
    REMEDIED = "remedied"  # why it was withdrawn has gone
    OTHER = "other"  # a reference says which

    @property
    def words(self) -> str:
        """The reason as a screen names it."""
        return self.value.replace("-", " ")
