"""Hold every rule against one document and give one answer.

Ready is the only good answer, and it is given only when everything was read, everything was judged and
nothing is open. What remains: a mention that no recogniser made is judged by nobody.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace
from datetime import date
from enum import Enum

from redact.errors import ExitStatus
from redact.judge.applying import KIND_UNKNOWN, replaced, why_not
from redact.judge.deciding import NO_WORDS, Words, decide, nothing_there
from redact.judge.kinds import COVERS, KINDS, Covers
from redact.judge.once import Once
from redact.judge.reading import Reading
from redact.judge.requirements import REQUIREMENTS, verdict_of
from redact.judge.subject import Subject, subject_of
from redact.values.decided import Decided, Effect
from redact.values.judgement import (
    BundleJudgement,
    How,
    Judgement,
    Outcome,
    Provenance,
    Readiness,
    Rule,
    Rulebook,
    RuleKind,
    Settings,
    Severity,
    Verdict,
)
from redact.values.labels import LabelFault
from redact.values.people import Label, Mention, Resolution, Standing
from redact.values.text import Document, Part

__all__ = ["judge", "settings_digest", "status_of"]

_STATUS = {
    Readiness.READY: ExitStatus.READY,
    Readiness.NOT_READY: ExitStatus.FINDINGS,
    Readiness.CANNOT_TELL: ExitStatus.CANNOT_TELL,
}
# Later settings are left out of the digest where they are not set: it stands in reports that are kept.
_LATER = ("edition_how", "edition_because", "initiated")
# No rule's id begins so: the loader refuses it.
_UNJUDGED = "unjudged-"
_OURSELVES = "redact itself: a mention that no rule judges is never passed over"


def judge(
    document: Document,
    resolution: Resolution,
    rulebook: Rulebook,
    *,
    settings: Settings,
    secret: bytes,
    provenance: Provenance,
    words: Words = NO_WORDS,
    labels: Sequence[LabelFault] = (),
    once: Once | None = None,
) -> Judgement:
    """Hold every rule against one document.

    Args:
        resolution: of this document, or of several with this one among them.
        secret: of the case or of the run; the fingerprints are made under it.
        words: what people have decided in the case.
        labels: the faults of labels in use, of all documents of the call.
        once: what the call has read of its documents already, and what is added to it.

    Returns: one verdict a rule in the order of the rulebook, but for those that need several documents; then
    one for each label that was found and that no rule judges.
    """
    subject = replace(subject_of(document, resolution, secret, settings.kind), labels=tuple(labels))
    verdicts = _verdicts(rulebook, Reading(subject, settings, once or Once()), words)
    verdicts += _unknown_kind(verdicts) + _unjudged(subject, rulebook)
    findings = [finding for verdict in verdicts for finding in verdict.findings]
    decided = decide(findings, document.gaps, words)
    stops = _Stops(subject, verdicts, decided, settings)
    return Judgement(stops.readiness(), verdicts, stops.in_words(), provenance, decided)


def status_of(judgement: Judgement | BundleJudgement) -> ExitStatus:
    """Give the exit status that a judgement stands for: 0 ready, 1 findings, 3 cannot tell."""
    return _STATUS[judgement.readiness]


def settings_digest(
    settings: Settings, words: Words = NO_WORDS, key_revision: int | None = None, only: Sequence[str] = ()
) -> str:
    """Give the SHA-256 of the settings, and of what was decided, as canonical JSON, 64 hex digits.

    Of decisions it covers those that count, whether each has ended, and whether it is signed.

    Args:
        key_revision: of the case's key, where it was open.
        only: the parts of the check that were asked for; empty means all.

    Raises:
        TypeError: a setting has a type that has no canonical form yet.
    """
    plain = {}
    for setting in fields(settings):
        value = getattr(settings, setting.name)
        if setting.name in _LATER and not value:
            continue
        plain[setting.name] = _plain(value)
    if words.by_fingerprint:
        plain["decisions"] = words.in_one_form()
    if key_revision is not None:
        plain["key"] = key_revision
    if only:
        plain["only"] = sorted(only)
    text = json.dumps(plain, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return value.value if isinstance(value, Enum) else value


def _verdicts(rulebook: Rulebook, reading: Reading, words: Words) -> tuple[Verdict, ...]:
    """Hold the rules against the document; those on hidden places last, since names in them weigh more."""
    rules = tuple(rule for rule in rulebook.rules if rule.kind in KINDS or rule.kind in REQUIREMENTS)
    by_others = replaced(rulebook, reading.settings)
    first = {
        rule.id: _verdict(rule, reading, by_others) for rule in rules if rule.kind is not RuleKind.HIDDEN
    }
    named = {rule.id for rule in rules if rule.kind is RuleKind.IDENTITY}
    blocking = [
        finding
        for id_ in sorted(named)
        for finding in first[id_].findings
        if finding.severity is Severity.BLOCK
    ]
    mistaken = nothing_there(decide(blocking, (), words))
    blocked = tuple(
        span for finding in blocking if finding.fingerprint not in mistaken for span in finding.spans
    )
    reading = replace(reading, subject=replace(reading.subject, blocked=blocked))
    return tuple(first.get(rule.id) or _verdict(rule, reading, by_others) for rule in rules)


def _verdict(rule: Rule, reading: Reading, by_others: Mapping[str, str]) -> Verdict:
    refused = why_not(rule, reading.settings)
    if refused is None and rule.id in by_others:
        refused = Outcome.NOT_APPLICABLE, f"the rule {by_others[rule.id]} says the same, and more"
    if refused is not None:
        return Verdict(rule.id, *refused, rule.source, sentence=rule.sentence)
    if rule.kind in REQUIREMENTS:
        return verdict_of(rule, REQUIREMENTS[rule.kind](rule, reading))
    findings = KINDS[rule.kind](rule, reading.subject)
    if not findings:
        because = "nothing of the kind stands in what was read"
        return Verdict(rule.id, Outcome.PASS, because, rule.source, sentence=rule.sentence)
    because = "found in " + _count(len(findings), "place")
    return Verdict(rule.id, Outcome.FAIL, because, rule.source, findings, rule.sentence)


def _unknown_kind(verdicts: Sequence[Verdict]) -> tuple[Verdict, ...]:
    """Report once that nothing could be said of what a document must hold, since its kind is not known."""
    left = sum(verdict.because == KIND_UNKNOWN for verdict in verdicts)
    if not left:
        return ()
    because = f"{KIND_UNKNOWN}; {_count(left, 'rule')} on what such a document must hold {{}} left out"
    return (
        Verdict(
            f"{_UNJUDGED}requirements",
            Outcome.NOT_RUN,
            because.format("is" if left == 1 else "are"),
            "redact itself: what applies and could not be judged is never passed over",
        ),
    )


def _unjudged(subject: Subject, rulebook: Rulebook) -> tuple[Verdict, ...]:
    """Report each label of which a mention was found that no rule of the whole rulebook judges.

    A rule that does not apply under these settings judges its mentions all the same: it allows them.
    """
    judging = tuple((COVERS[rule.kind], rule) for rule in rulebook.rules if rule.kind in COVERS)
    missed: Counter[Label] = Counter()
    # Thousands of mentions look alike to a rule: each look is held against the rules once.
    known: dict[tuple[Label, Standing, float, Part], bool] = {}
    for mention, _ in subject.mentions:
        part = subject.part(mention)
        look = (mention.label, mention.standing, mention.score, part)
        if look not in known:
            known[look] = mention.label is Label.PSEUDONYM or _judged(mention, part, judging)
        if not known[look]:
            missed[mention.label] += 1
    return tuple(
        Verdict(
            f"{_UNJUDGED}{label.value.lower().replace('_', '-')}",
            Outcome.NOT_RUN,
            f"{_count(count, 'mention')} found with the label {label.words}, which no rule judges here",
            _OURSELVES,
        )
        for label, count in sorted(missed.items(), key=lambda entry: entry[0].value)
    )


def _judged(mention: Mention, part: Part, judging: Iterable[tuple[Covers, Rule]]) -> bool:
    return any(covers(rule, mention, part) for covers, rule in judging)


class _Stops:
    """Counts what stops *ready*: what is open, with all that was decided."""

    def __init__(
        self,
        subject: Subject,
        verdicts: Sequence[Verdict],
        decided: Sequence[Decided],
        settings: Settings,
    ) -> None:
        self._guessed = settings.edition_how is How.GUESSED
        by = {one.fingerprint: one for one in decided}
        findings = [finding for verdict in verdicts for finding in verdict.findings]
        cleared = {one.fingerprint for one in decided if one.effect is Effect.CLEARED}
        to_change = {one.fingerprint for one in decided if one.effect is Effect.TO_CHANGE}
        open_ = [finding for finding in findings if finding.stops(by.get(finding.fingerprint))]
        self._blocks = sum(finding.severity is Severity.BLOCK for finding in open_)
        rest = [finding for finding in open_ if finding.severity is not Severity.BLOCK]
        self._to_change = sum(finding.fingerprint in to_change for finding in rest)
        self._asks = len(rest) - self._to_change
        self._gaps = sum(gap.fingerprint not in cleared for gap in subject.document.gaps)
        # Of what is no name, or stays, it need not be told whose it is.
        settled = {(f.spans, f.label) for f in findings if f.fingerprint in cleared and f.untold}
        self._unresolved = sum(
            entity is None and ((mention.span,), mention.label.value) not in settled
            for mention, entity in subject.mentions
        )
        self._not_run = tuple(verdict.rule for verdict in verdicts if verdict.outcome is Outcome.NOT_RUN)

    def readiness(self) -> Readiness:
        if self._blocks or self._asks or self._to_change:
            return Readiness.NOT_READY
        if self._gaps or self._unresolved or self._not_run or self._guessed:
            return Readiness.CANNOT_TELL
        return Readiness.READY

    def in_words(self) -> tuple[str, ...]:
        words = []
        if self._blocks:
            words.append(_count(self._blocks, "finding that blocks", "findings that block"))
        if self._asks:
            words.append(_count(self._asks, "finding to decide", "findings to decide"))
        if self._to_change:
            words.append(_count(self._to_change, "finding") + " to be changed, as was decided")
        if self._gaps:
            words.append(_count(self._gaps, "gap: a part", "gaps: parts") + " that could not be read")
        if self._unresolved:
            words.append(_count(self._unresolved, "mention") + " whose person could not be told")
        if self._not_run:
            words.append(_count(len(self._not_run), "rule") + " not run: " + ", ".join(self._not_run))
        if self._guessed:
            words.append(
                "the edition is a guess: nobody has stated it, nor the day on which the review was begun"
            )
        return tuple(words)


def _count(number: int, one: str, many: str | None = None) -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"
