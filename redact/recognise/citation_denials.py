"""Names before a year that a text itself shows to be nobody's who is cited.

Two who "each" did something are two people, and a work has one subject. A year behind which a record is
named, "(2014 sup. notes)", is the record's; beside "Harte, May 2014" in one bracket stands another who made a
record of that year; and of whom a sentence says that this is no publication, no work is cited. What remains:
a text that lists workers and authors in one form and says of neither which they are.
"""

from __future__ import annotations

from redact.recognise import regex
from redact.recognise.zones import line_of

__all__ = ["is_no_citation"]

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?"
)
# "Harte and Quill (2009) each held half of it": authors of one work do nothing each.
_EACH = regex.compile(
    r"[)\]],?[ ](?:(?:had|have|were|was|did)[ ])?(?:each|separately|in[ ]turn|between[ ]them|by[ ]turns)[ ]"
    r"(?!(?:argue|suggest|note|conclude|propose|show|find|report|describe|identif|emphasi|cite)\p{Ll}*\b)\p{Ll}"
)
_ONE_BEFORE = regex.compile(r"\p{Lu}[\p{L}'-]+,?[ ](?:and|&)[ ]$")  # "French" is a language too
# "Harte (2014 sup. notes)", "Quill (2009 assessment)"
_RECORD = regex.compile(
    r",?[ ](?:(?!(?:in|on|of|the|and|who|which|an?|as)\b)\p{L}[\p{L}-]*\.?[ ]){0,3}"
    r"(?i:notes?|logs?|letters?|e-?mails?|summar(?:y|ies)|assessments?|appraisals?|supervision|sup\."
    r"|statements?|minutes|charts?|visits?|diar(?:y|ies)|referrals?|records?|interviews?|prints?|reports?"
    r"|round|entr(?:y|ies)|check|forms?|sheets?|plans?|handovers?)"
    r"(?:,[ ][^()\n]{1,40}|:[ ][^()\n]{1,60})?[)\]]"
)
# "It isn't a publication", "which is not a reference": of what stands directly before.
_DENIED = regex.compile(
    r"[)\]][\"']*(?:[ ](?:on|at|in)[ ](?:pp?\.[ ]?)?[^.;\n]{1,30})?[.;,]?[ ]"
    r"(?:(?:[Ii]t|[Tt]his|[Tt]hat|[Ww]hich|[Bb]ut[ ]it)[ ])?"
    r"(?:is|was|are|were)(?:n't|[ ]not?)[ ](?:an?[ ]|the[ ])?"
    r"(?:publications?|references?|citations?|books?|papers?|articles?|authors?|researchers?)\b"
)


def is_no_citation(text: str, start: int, year: tuple[int, int], *, several: bool) -> bool:
    """Tell whether names from `start` before a year are shown to be people of the case.

    Args:
        year: its half-open code points.
        several: whether more than one name shares the year.
    """
    after = year[1]
    low, high = line_of(text, start)
    if _RECORD.match(text, after, high) or _DENIED.match(text, after, high):
        return True
    if _EACH.match(text, after, high) and (several or _ONE_BEFORE.search(text, low, start)):
        return True
    return _is_beside_a_month(text, (low, high), start, text[year[0] : year[1]])


def _is_beside_a_month(text: str, line: tuple[int, int], start: int, year: str) -> bool:
    """Tell a name behind one of its bracket with a month of that year: "(Harte, May 2014; Quill, 2014)"."""
    opened = max(text.rfind(mark, line[0], start) for mark in "([")
    closed = max(text.rfind(mark, line[0], start) for mark in ")]")
    if opened < 0 or closed > opened:
        return False
    dated = regex.compile(rf"\p{{Lu}}\p{{Ll}}[\p{{L}}'-]*,?[ ](?:\d{{1,2}}[ ])?{_MONTH}[ ]{year}(?!\d)")
    return dated.search(text, opened, start) is not None
