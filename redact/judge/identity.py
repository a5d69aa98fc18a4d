"""Rules of the kind `identity`: a mention of this label, this sure, in this part, is a fault."""

from __future__ import annotations

from dataclasses import dataclass

from redact.judge.subject import Fingerprints, Subject
from redact.values.judgement import Finding, Rule
from redact.values.people import Entity, Mention, Standing, untold_mask
from redact.values.text import Part

__all__ = ["covers", "find_identities"]

_ABOVE_EVERY_SCORE = 2.0
# How sure a score is, in words; the first whose number is reached.
_SURE = ((0.85, "sure"), (0.6, "likely"), (0.0, "unsure"))
_PARTICIPANTS = (Standing.PARTICIPANT,)
# In what position a name stands, in words; of a participant nothing is said.
_STANDING = {
    Standing.CITED: "it is cited there",
    Standing.PUBLIC: "it stands there as that of a public case, inquiry or office",
    Standing.OFFICE: "it stands in the role line of the chair or the author",
    Standing.PANEL: "it stands in a list of the panel's members",
}


def find_identities(rule: Rule, subject: Subject) -> tuple[Finding, ...]:
    """Find every mention that the rule covers, one finding for each occurrence, in reading order."""
    prints = Fingerprints(subject, rule)
    wanted = _wanted(rule)
    return tuple(
        _finding(rule, subject, mention, entity, prints.of(mention))
        for mention, entity in subject.mentions
        # The label first: where a mention stands is only looked up for those that could be covered.
        if mention.label in wanted.labels
        and wanted.holds(mention)
        and _counts_in(rule, subject.part(mention))
    )


def covers(rule: Rule, mention: Mention, part: Part) -> bool:
    """Tell whether a mention in `part` is one that the rule judges.

    Params: `labels`; `standing` (participants only); `score_from` (inclusive, 0) and `score_below`
    (exclusive, above every score); `parts` (all), `except_parts` (none).
    """
    return _wanted(rule).holds(mention) and _counts_in(rule, part)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Which mentions a rule judges, wherever they stand."""

    labels: tuple[object, ...]
    standings: tuple[object, ...]
    score_from: float
    score_below: float

    def holds(self, mention: Mention) -> bool:
        """Tell whether a mention is one of them."""
        return (
            self.score_from <= mention.score < self.score_below
            and mention.label in self.labels
            and mention.standing in self.standings
        )


def _wanted(rule: Rule) -> _Wanted:
    params = rule.params
    return _Wanted(
        _members(params.get("labels")),
        _members(params.get("standing", _PARTICIPANTS)),
        _number(params.get("score_from"), 0.0),
        _number(params.get("score_below"), _ABOVE_EVERY_SCORE),
    )


def _counts_in(rule: Rule, part: Part) -> bool:
    """Tell whether the rule judges what stands in this part of a file."""
    parts = rule.params.get("parts")
    return (parts is None or part in _members(parts)) and part not in _members(
        rule.params.get("except_parts")
    )


def _finding(rule: Rule, subject: Subject, mention: Mention, entity: Entity | None, print_: str) -> Finding:
    passage, span = subject.passage(mention), mention.span
    at = subject.starts.get(passage.id)
    return Finding(
        rule=rule.id,
        severity=rule.severity,
        label=mention.label.value,
        masked=entity.mask if entity else untold_mask(mention.label),
        text=passage.text[span.start : span.end],
        entity=entity.id if entity else None,
        message=rule.message,
        hint=rule.hint,
        because=_because(mention, told=entity is not None),
        score=mention.score,
        fingerprint=print_,
        location=passage.locate(span.start, span.end),
        spans=(span,),
        document_span=None if at is None else (at + span.start, at + span.end),
        headings=passage.headings,
    )


def _because(mention: Mention, *, told: bool) -> str:
    standing = _STANDING.get(mention.standing)
    reasons = [mention.evidence.because, *([standing] if standing else [])]
    reasons += [] if told else ["several could be meant, and the text does not say who"]
    return "; ".join([*reasons, f"{_in_words(mention.score)} ({mention.score:.2f})"])


def _in_words(score: float) -> str:
    return next(words for least, words in _SURE if score >= least)


def _members(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else ()


def _number(value: object, default: float) -> float:
    return float(value) if isinstance(value, (int, float)) else default
