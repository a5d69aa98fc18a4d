"""What the check says of the places of a document, and how they are to be written: the grounds of a plan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from redact.errors import RedactError, WrongUse
from redact.resolve.removing import Manner
from redact.resolve.settling import is_whole, words_of
from redact.resolve.wording_dates import Calendar
from redact.values.anonymising import Claim, Wishes
from redact.values.case import Case
from redact.values.checking import Checked
from redact.values.decided import Effect
from redact.values.folding import fold
from redact.values.judgement import Finding, Severity
from redact.values.key import Key, KeyPerson
from redact.values.people import Label
from redact.values.schemes import Precision, Scheme
from redact.values.text import Document

__all__ = ["claims_of", "manner_of", "names_of_several"]

_DATES = frozenset({Label.DATE.value, Label.DATE_OF_BIRTH.value, Label.DATE_OF_DEATH.value})
_CHILD = "child"  # the slot of the child whom the review is about


def names_of_several(entries: Iterable[Checked]) -> frozenset[tuple[str, ...]]:
    """Give the whole names, as words in an order of their own, that the check has told of two people."""
    bearers: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for entry in entries:
        texts = {one.id: one.text for one in entry.document.passages} if entry.document else {}
        for finding in entry.judgement.findings if entry.judgement else ():
            person = finding.label == Label.PERSON.value and finding.severity is not Severity.NOTE
            if finding.spans and finding.entity is not None and person:
                bearers[_whole(finding, texts)].add(finding.entity)
    return frozenset(words for words, own in bearers.items() if words and len(own) > 1)


def claims_of(entry: Checked, several: frozenset[tuple[str, ...]] = frozenset()) -> tuple[Claim, ...]:
    """Give every place in which the check has found somebody, or something that may have to go.

    Args:
        several: the names that two people bear, as `names_of_several` gives them of all documents.
    """
    judgement, document = entry.judgement, entry.document
    if judgement is None or document is None:
        raise RedactError("a document that was not judged is anonymised")
    decided = judgement.decisions
    days = _Days(document)
    texts = {passage.id: passage.text for passage in document.passages} if several else {}
    claims = []
    for finding in judgement.findings:
        if not finding.spans or finding.label is None:
            continue
        word = decided.get(finding.fingerprint)
        person = finding.label == Label.PERSON.value
        claims.append(
            Claim(
                finding.spans,
                finding.fingerprint,
                name=person and finding.severity is not Severity.NOTE,
                person=person,
                cleared=word is not None and word.effect is Effect.CLEARED,
                change=word is not None and word.effect is Effect.TO_CHANGE,
                label=finding.label,
                blocks=finding.severity is Severity.BLOCK,
                asks=finding.severity is Severity.ASK,
                day=days.of(finding) if finding.label in _DATES else None,
                left_open=person
                and (finding.entity is None or (bool(several) and _whole(finding, texts) in several)),
            )
        )
    return tuple(claims)


def manner_of(case: Case, key: Key, scheme: Scheme, wishes: Wishes) -> Manner:
    """Say how exactly dates are written for the audience of a case, and what they are counted from.

    Raises:
        WrongUse: ages or days are wanted, and nobody says what they are counted from.
    """
    precision = wishes.dates or scheme.precision[case.audience]
    child = _child_of(key)
    if precision is Precision.AGE and child is None:
        raise WrongUse(
            "the key holds the date of birth of no child, or of several, so nobody knows whose age is meant",
            "Write dates as months (--dates month-and-year), or give the child a date of birth in the key.",
        )
    if precision is Precision.DAY and wishes.event is None:
        raise WrongUse("nothing says which day is day 1", "Give it: --event 2025-03-31.")
    calendar = Calendar(child.born if child else None, wishes.event, wishes.event)
    called = child.pseudonym if child is not None and child.pseudonym else "the child"
    return Manner(scheme, precision, calendar, called, everything=wishes.everything)


# ------------------------------------------------------------------ private


def _whole(finding: Finding, texts: Mapping[str, str]) -> tuple[str, ...]:
    """Give the words of the whole name that a finding is, in an order of their own; of others none."""
    span = finding.spans[0]
    text = texts[span.passage][span.start : span.end]
    return tuple(sorted(words_of(text))) if is_whole(text) else ()


class _Days:
    """Reads the dates of one document; a year of two digits is read by the years that it writes in full."""

    def __init__(self, document: Document) -> None:
        self._texts = {passage.id: passage.text for passage in document.passages}
        self._period: object = None

    def of(self, finding: Finding) -> date | None:
        """Give the day that a finding says; none where it says no single one."""
        from redact.recognise.dates import Period, period_of, read_date

        if self._period is None:
            self._period = period_of(self._texts.values())
        span = finding.spans[0]
        text = fold(self._texts[span.passage][span.start : span.end]).text
        return read_date(text, self._period) if isinstance(self._period, Period) else None


def _child_of(key: Key) -> KeyPerson | None:
    """Give the one child of the review whose date of birth the key holds."""
    born = [one for one in key.people if one.slot == _CHILD and one.born is not None and not one.stays]
    return born[0] if len(born) == 1 else None
