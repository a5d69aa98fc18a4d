"""Whether a role beside a name is an office of the review, and the zone of whoever holds it."""

from __future__ import annotations

from redact.recognise import regex
from redact.recognise.organisation_names import goes_on_as_a_body
from redact.recognise.readings import Reading
from redact.recognise.review_context import Context
from redact.recognise.role_phrases import OF_A_PAPER, is_ours, is_told_near_meeting, is_worker
from redact.recognise.role_words import INDEPENDENT, OWN_ROLE, STRONG_ROLE
from redact.recognise.zones import Zone
from redact.values.people import Standing

__all__ = ["is_held", "is_office", "is_strong", "names_a_body", "office"]

_CHAIR = regex.compile(r"chair", regex.IGNORECASE)
_BARE_CHAIR = regex.compile(rf"(?:the )?{INDEPENDENT} chair(?:person|man|woman)?", regex.IGNORECASE)
_OWN = regex.compile(rf"{STRONG_ROLE}|{OWN_ROLE}", regex.IGNORECASE)
_STRONG = regex.compile(rf"\s*{STRONG_ROLE}(?![\p{{L}}-])", regex.IGNORECASE)


def names_a_body(zone: Zone) -> bool:
    """Tell the place of a board behind or before a role: what stands there is the name of no person."""
    return goes_on_as_a_body(zone.reading.text, zone.end)


def office(reading: Reading, start: int, end: int) -> Zone:
    """Make the zone of a name in the role line of the review's author or chair."""
    because = "a name in the role line of the independent chair or author"
    return Zone(reading, start, end, Standing.OFFICE, "role line", because, 0.75, careful=False)


def is_strong(role: str) -> bool:
    """Tell a role that no agency and no conference has, whatever paper says it."""
    return _STRONG.match(role) is not None


def is_held(reading: Reading, context: Context, line: str, role: str, end: int) -> bool:
    """Tell whether the name that ends at `end` may be of a role: one of any report may be a worker's too."""
    if _OWN.fullmatch(role.strip()) is not None:
        return True
    return not (is_worker(reading.text, end) or is_told_near_meeting(reading, context, line, role))


def is_office(reading: Reading, context: Context, line: str, role: str, *, company: bool = False) -> bool:
    """Tell whether a role is one of the review: an independent chair alone may be a conference's.

    Args:
        company: a role stands beside it that no agency has, so the paper's own kind says nothing of a chair.
    """
    if is_strong(role):
        return not context.is_of_a_report(line)
    if _OWN.fullmatch(role.strip()) is None:
        return is_ours(reading, context, line, role)
    is_chair = _CHAIR.search(role) is not None
    if company and is_chair:
        return not context.is_of_a_report(line)
    if context.is_report_of_the_case(reading, line):
        return False
    if not is_chair:
        return not (OF_A_PAPER.search(role) and context.is_kept_of_a_procedure(reading, line))
    if context.is_case_meeting(reading, line):
        return False
    return _BARE_CHAIR.fullmatch(role.strip()) is None or context.is_review(reading, line)
