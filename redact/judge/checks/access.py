"""Requirements of the kind `access`: whether everybody can open and follow what is published.

The reader has looked at the file (`values.access`); here its answer is held against a rule. What it could not
look at is never met: it is left to a person where the rule has a sentence, and else the rule was not run.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from redact.judge.checks.given import given_values
from redact.judge.reading import Answer, Reading, at, missing
from redact.judge.subject import Fingerprints
from redact.values.access import Access, AccessNeed, Barrier
from redact.values.judgement import Finding, Outcome, Rule
from redact.values.text import Format

__all__ = ["find_barriers"]

_MOST_TOLD = 25  # of one rule in one file; whoever has put these right looks for the others
_NO_STRUCTURE = "a plain text has no structure that could be looked at"
_OTHER_FORMAT = (
    "redact looks at this in Word documents and PDFs alone: save the file as one of them, and check that"
)
_NOTHING_OF_THE_KIND = "files of this format have nothing of the kind"


def find_barriers(rule: Rule, reading: Reading) -> Answer:
    """Find what keeps people who do not see a document from following it.

    Params: `needs`.
    """
    document = reading.subject.document
    access = document.access
    if access is None:
        plain = document.format in (Format.TXT, Format.MD)
        outcome = Outcome.NOT_APPLICABLE if plain else Outcome.NOT_RUN
        return Answer(seen=_NO_STRUCTURE if plain else _OTHER_FORMAT, outcome=outcome)
    needs = given_values(rule, "needs", AccessNeed)
    barriers = [one for one in access.barriers if one.need in needs]
    if barriers:
        return Answer(tuple(_findings(rule, reading, barriers)))
    unjudged = [why for need, why in access.unjudged if need in needs]
    if unjudged:
        return Answer(seen=unjudged[0], outcome=_left(rule, access))
    if not any(need in access.judged for need in needs):
        return Answer(seen=_NOTHING_OF_THE_KIND, outcome=Outcome.NOT_APPLICABLE)
    return Answer(seen="looked at, and nothing was found that stands in the way")


def _left(rule: Rule, access: Access) -> Outcome:
    """Say what comes of something that could not be looked at."""
    if rule.sentence:
        return Outcome.NEEDS_A_PERSON
    # Without tags nothing can be said of what they would say; that they are not there is told by itself.
    untagged = any(one.need is AccessNeed.TAGGED for one in access.barriers)
    return Outcome.NOT_APPLICABLE if untagged else Outcome.NOT_RUN


def _findings(rule: Rule, reading: Reading, barriers: Sequence[Barrier]) -> Iterator[Finding]:
    prints = Fingerprints(reading.subject, rule)
    for number, one in enumerate(barriers[:_MOST_TOLD]):
        if one.span is not None:
            yield at(rule, reading, one.span, one.because, prints)
        else:
            what = f"{one.need.value} {number}"
            yield replace(missing(rule, reading, one.because, what), location=one.location)
    more = len(barriers) - _MOST_TOLD
    if more > 0:
        yield missing(rule, reading, f"and {more:,} more of the same kind", "more")
