"""Hold the rules that need several documents against all documents of one call together.

With one document they are *not applicable*, and say so; they stop nothing then. What remains: a document
that was not given in the same call is compared with nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from redact.judge.applying import replaced, why_not
from redact.judge.checks.jigsaw import Told, find_jigsaw
from redact.judge.deciding import NO_WORDS, Words, decide
from redact.judge.jigsaw.joining import together_of
from redact.judge.labels import find_labels, judged_faults
from redact.judge.once import Once
from redact.judge.reading import Reading
from redact.judge.requirements import verdict_of
from redact.judge.subject import Fingerprints, subject_of
from redact.judge.together import TOGETHER
from redact.values.fingerprint import fingerprint
from redact.values.jigsaw import Together
from redact.values.judgement import (
    BundleJudgement,
    DocumentKind,
    Finding,
    How,
    Outcome,
    Readiness,
    Rule,
    Rulebook,
    RuleKind,
    Settings,
    Severity,
    Verdict,
)
from redact.values.labels import LabelFault
from redact.values.packs import Board
from redact.values.people import Resolution
from redact.values.text import Document

__all__ = ["BUNDLE_KINDS", "Bundle", "judge_bundle"]

_LEAST = 2  # documents
_OF_ANY_NUMBER = (RuleKind.ATTESTED, RuleKind.JIGSAW)
_OURSELVES = "redact itself: what a board asks for is never passed over in silence"


@dataclass(frozen=True, slots=True)
class Bundle:
    """All documents of a call that were read, who was found in them, and the faults of their labels.

    `kinds` is what each is judged as, by its id; none where that is not plain. `together` is what they tell
    of people together, `told` the same with what it is weighed by; none until that was put together. `once`
    is what the call has read of the documents already.
    """

    documents: tuple[Document, ...]
    resolution: Resolution = field(repr=False)
    secret: bytes = field(repr=False)
    labels: tuple[LabelFault, ...] = ()
    kinds: Mapping[str, DocumentKind | None] = field(default_factory=dict)
    together: Together | None = field(default=None, repr=False)
    told: Told | None = field(default=None, repr=False)
    once: Once = field(default_factory=Once, repr=False, compare=False)

    def readings(self, settings: Settings) -> tuple[Reading, ...]:
        """Give what each document says, with the kind that it is judged as."""
        return tuple(
            Reading(
                subject_of(one, self.resolution, self.secret, kind), replace(settings, kind=kind), self.once
            )
            for one in self.documents
            for kind in [self.kinds.get(one.id)]
        )


def judge_bundle(
    bundle: Bundle, rulebook: Rulebook, *, settings: Settings, words: Words = NO_WORDS
) -> BundleJudgement:
    """Hold each rule on several documents, and each statement of a person, against those of one call.

    Args:
        settings: what the user stated for all of them.
        words: what people have decided in the case.

    Returns: one verdict a rule, in the order of the rulebook; *ready* where nothing of it is open.
    """
    bundle = _weighed(bundle, rulebook, settings)
    judging = _Judging(bundle, settings, bundle.readings(settings), replaced(rulebook, settings))
    verdicts = tuple(judging.verdict(rule) for rule in rulebook.rules if _is_ours(rule))
    verdicts += _without_procedure(rulebook, settings)
    findings = [finding for verdict in verdicts for finding in verdict.findings]
    decided = decide(findings, (), words)
    by = {one.fingerprint: one for one in decided}
    open_ = [finding for finding in findings if finding.stops(by.get(finding.fingerprint))]
    not_run = [verdict.rule for verdict in verdicts if verdict.outcome is Outcome.NOT_RUN]
    guessed = settings.edition_how is How.GUESSED
    readiness = Readiness.CANNOT_TELL if not_run or guessed else Readiness.READY
    readiness = Readiness.NOT_READY if open_ else readiness
    return BundleJudgement(readiness, verdicts, _in_words(open_, not_run), decided)


def _without_procedure(rulebook: Rulebook, settings: Settings) -> tuple[Verdict, ...]:
    """Report that nothing can be said of the board's own procedure, where it is not here for the edition."""
    board = next((one for one in rulebook.boards if one.id == settings.board), None)
    if settings.board is None or not rulebook.boards or (board and settings.edition in board.editions):
        return ()
    what = "there are no rules of this board here" if board is None else _older(board, settings)
    remedy = "write its procedure as rules in a folder of your own and name it with --rules, or name no board"
    return (Verdict("unjudged-board", Outcome.NOT_RUN, f"{what}: {remedy}", _OURSELVES),)


def _older(board: Board, settings: Settings) -> str:
    carried = ", ".join(edition.value for edition in board.editions)
    now = settings.edition.value if settings.edition else "an edition that is not stated"
    return f"the procedure of {board.id} that is here carries {carried}, not {now}"


def _weighed(bundle: Bundle, rulebook: Rulebook, settings: Settings) -> Bundle:
    """Add what the documents tell together, where there are weights and it was not put together yet."""
    if rulebook.jigsaw is None:
        return bundle
    together = bundle.together or together_of(bundle, rulebook.jigsaw, settings)
    told = Told(bundle.documents, together, rulebook.jigsaw, settings, bundle.secret)
    return replace(bundle, together=together, told=told)


def _is_ours(rule: Rule) -> bool:
    return rule.kind in BUNDLE_KINDS or rule.kind in TOGETHER or rule.kind is RuleKind.ATTESTED


@dataclass(frozen=True, slots=True)
class _Judging:
    """What every rule is held against; `by_others` are the rules that another one replaces."""

    bundle: Bundle
    settings: Settings
    readings: tuple[Reading, ...]
    by_others: Mapping[str, str]

    def verdict(self, rule: Rule) -> Verdict:
        """Give one rule's result."""
        refused = self._refused(rule)
        if refused is not None:
            return Verdict(rule.id, *refused, rule.source, sentence=rule.sentence)
        if rule.kind is RuleKind.ATTESTED:
            because = "no program can tell: a person signs it"
            return Verdict(rule.id, Outcome.NEEDS_A_PERSON, because, rule.source, sentence=rule.sentence)
        if rule.kind in TOGETHER:
            return verdict_of(rule, TOGETHER[rule.kind](rule, self.readings))
        if rule.kind is RuleKind.JIGSAW and self.bundle.told is None:
            because = "there are no weights of facts in the folder of the rules"
            return Verdict(rule.id, Outcome.NOT_RUN, because, rule.source)
        findings = BUNDLE_KINDS[rule.kind](rule, self.bundle)
        if not findings:
            because = "nothing of the kind was found between the documents"
            return Verdict(rule.id, Outcome.PASS, because, rule.source, sentence=rule.sentence)
        because = "found in 1 place" if len(findings) == 1 else f"found in {len(findings):,} places"
        return Verdict(rule.id, Outcome.FAIL, because, rule.source, findings, rule.sentence)

    def _refused(self, rule: Rule) -> tuple[Outcome, str] | None:
        # Of what kind the documents are, each of them says itself.
        refused = why_not(replace(rule, applies_to=()), self.settings)
        if refused is None and rule.id in self.by_others:
            refused = Outcome.NOT_APPLICABLE, f"the rule {self.by_others[rule.id]} says the same, and more"
        if refused is not None:
            return refused
        if not self.readings:
            return Outcome.NOT_APPLICABLE, "no document was read"
        if rule.kind not in _OF_ANY_NUMBER and len(self.readings) < _LEAST:
            return Outcome.NOT_APPLICABLE, "the rule compares documents, and only one was given"
        kinds = {reading.settings.kind for reading in self.readings}
        if rule.applies_to and not kinds & {*rule.applies_to, None}:
            wanted = " or ".join(kind.value for kind in rule.applies_to)
            return Outcome.NOT_APPLICABLE, f"no document of the kind {wanted} was given"
        return None


def _find(rule: Rule, bundle: Bundle) -> tuple[Finding, ...]:
    """Find what a rule judges, document by document of where it is seen first."""
    faults = judged_faults(rule, bundle.labels)
    if not faults:
        return ()
    prints = _Prints(rule, bundle)
    found: list[Finding] = []
    for document in bundle.documents:
        subject = prints.subjects[document.id]
        here = tuple(fault for fault in faults if fault.spans[0].passage in subject.passages)
        for finding in find_labels(rule, replace(subject, labels=here)):
            found.append(replace(finding, fingerprint=prints.of(finding)))
    return tuple(found)


class _Prints:
    """Makes fingerprints that are the same in whatever order the documents are given."""

    def __init__(self, rule: Rule, bundle: Bundle) -> None:
        self.subjects = {
            one.id: subject_of(one, bundle.resolution, bundle.secret) for one in bundle.documents
        }
        self._rule, self._secret = rule, bundle.secret
        self._of = {
            passage: (Fingerprints(subject, rule), labels)
            for subject in self.subjects.values()
            for labels in [{mention.span: mention for mention, _ in subject.mentions}]
            for passage in subject.passages
        }

    def of(self, finding: Finding) -> str:
        """Hash what stands around every place of a finding."""
        places = []
        for span in finding.spans:
            prints, labels = self._of[span.passage]
            places.append(prints.of(labels[span]))
        return fingerprint(self._secret, "finding", [self._rule.id, *sorted(places)])


def _find_together(rule: Rule, bundle: Bundle) -> tuple[Finding, ...]:
    return () if bundle.told is None else find_jigsaw(rule, bundle.told)


def _in_words(open_: Sequence[Finding], not_run: Sequence[str]) -> tuple[str, ...]:
    words = []
    blocks = sum(finding.severity is Severity.BLOCK for finding in open_)
    if blocks:
        words.append("1 finding that blocks" if blocks == 1 else f"{blocks:,} findings that block")
    if asks := len(open_) - blocks:
        words.append("1 finding to decide" if asks == 1 else f"{asks:,} findings to decide")
    if not_run:
        words.append(f"{len(not_run):,} not run: {', '.join(not_run)}")
    return tuple(words)


# The kinds that need several documents; all others are in KINDS.
BUNDLE_KINDS: Mapping[RuleKind, Callable[[Rule, Bundle], tuple[Finding, ...]]] = MappingProxyType(
    {RuleKind.BUNDLE: _find, RuleKind.JIGSAW: _find_together}
)
