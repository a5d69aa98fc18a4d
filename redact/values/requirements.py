"""Closed words in the params of requirements: marks, what is counted and traced, how fine a fact is told."""

from __future__ import annotations

from enum import Enum

__all__ = ["Counted", "DateForm", "Fineness", "MarkName", "Naming", "Precise", "Traced"]


class MarkName(Enum):
    """Marks of a document that was not meant to go out."""

    DRAFT = "draft"
    RESTRICTED = "restricted"
    CONFIDENTIAL = "confidential"
    MERGE_FIELD = "merge-field"
    PLACEHOLDER = "placeholder"
    REDACTED = "redacted"
    CROSSES = "crosses"
    SQUARES = "squares"
    BLACK_HIGHLIGHT = "black-highlight"


class Counted(Enum):
    """What a requirement counts in a document."""

    RECOMMENDATIONS = "recommendations"
    PANEL_MEMBERS = "panel-members"
    AGENCIES = "agencies"


class Traced(Enum):
    """What of one document must be found again in another."""

    RECOMMENDATIONS = "recommendations"
    FACTS = "facts"
    ACTIONS = "actions"
    AGENCIES = "agencies"


class Precise(Enum):
    """The facts whose fineness a requirement judges."""

    DATE = "date"
    TIME = "time"
    AGE = "age"
    PLACE = "place"


class Fineness(Enum):
    """How fine a fact is told, from the finest to the coarsest; the last two are of an age and of a place."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    BAND = "band"
    AREA = "area"


class DateForm(Enum):
    """How a board wants the days in its tables."""

    DAY_MONTH_YEAR = "day-month-year"
    DOTS = "dd.mm.yy"


class Naming(Enum):
    """Whether the members of a panel are to be named."""

    FORBIDDEN = "forbidden"
    WANTED = "wanted"
