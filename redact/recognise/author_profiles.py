"""Names with which the paragraphs below "About the author" or "Statement of independence" begin.

What remains: a profile below a heading in other words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from redact.recognise import regex
from redact.recognise.readings import Reading
from redact.recognise.review_context import Context
from redact.recognise.role_phrases import role_names_of
from redact.recognise.role_words import HEAD, NAME
from redact.recognise.zones import Zone, line_of

__all__ = ["about_the_author"]

_ABOUT = regex.compile(
    r"(?:^|\n)[\s\d.*#]*(?:role[ ]of[ ])?(?:(?:appendix"
    r"|annex)[ ][\p{L}\d]+[ :.-]+)?(?:about[ ])?(?:the[ ])?(?:independent[ ]|lead[ ]|overview[ ]"
    r"|report[ ]|review[ ])*"
    rf"(?:(?:{HEAD})s?(?:[ ]and[ ](?:the[ ])?(?:\p{{L}}+[ ])?{HEAD})?s?(?:'s?)?(?:[ ](?:biograph(?:y"
    r"|ies)|profiles?|details|statement(?:[ ]of[ ]independence)?))?|statement[ ]of[ ]independence)"
    r"[ :]*(?:\n|$)",
    regex.IGNORECASE,
)
_OPENS = regex.compile(
    rf"[\s*#\d.]*{NAME}(?=[ ](?:is|was|has|had|works|worked|holds|qualified|trained|spent|began|brings"
    rf"|retired)\b)"
)
_CAREER = regex.compile(
    r"\b(?:independent|consultan\p{L}+|former(?:ly)?|registered|qualified|years|experience\p{L}*"
    r"|director|accredited"
    r"|reviews|retired|career|chaired|authored|trained)\b"
)


def about_the_author(readings: Sequence[Reading], context: Context) -> Iterator[Zone]:
    """Find the names with which the paragraphs below "About the author" begin."""
    left = 0
    for reading in readings:
        at = 0
        heading = _ABOUT.search(reading.text)
        if heading is not None:
            left, at = 4, heading.end()
        while left and at < len(reading.text):
            low, high = line_of(reading.text, at)
            line = reading.text[low:high]
            match = _OPENS.match(reading.text, at, high)
            if (
                match is not None
                and _CAREER.search(line)
                and not context.is_report_of_the_case(reading, line)
            ):
                yield from role_names_of(reading, match)
            elif line.strip():
                left = 1  # what follows is of something else
            left, at = left - 1, high + 1
