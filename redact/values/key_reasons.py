"""Why somebody looked up a person, or took something out of a key: closed lists, so that no name is typed."""

from __future__ import annotations

from enum import Enum

__all__ = ["ExportReason", "KeyRole", "RestoreReason", "RevealReason"]


class RevealReason(Enum):
    """Why somebody was looked up."""

    WRITING = "writing"  # the review itself needs it
    QUALITY = "quality-check"
    FAMILY = "family-contact"
    SAFEGUARDING = "safeguarding-concern"
    POLICE = "police"
    CORONER = "coroner"
    COURT = "court"
    SUBJECT_ACCESS = "subject-access"
    COMPLAINT = "complaint"


class ExportReason(Enum):
    """Why somebody outside gets rows of a key."""

    POLICE = "police"
    CORONER = "coroner"
    COURT = "court"
    PANEL = "panel"
    INSPECTION = "inspection"
    SUBJECT_ACCESS = "subject-access"


class KeyRole(Enum):
    """Who alone may know who everybody is (Bromley, September 2010, Information Sheet 2, section 9.1)."""

    PANEL = "panel"
    AGENCY_AUTHOR = "agency-author"
    OVERVIEW_AUTHOR = "overview-author"


class RestoreReason(Enum):
    """Why an older key comes back."""

    LOST = "lost"
    DAMAGED = "damaged"
    WRONG_CHANGE = "wrong-change"
