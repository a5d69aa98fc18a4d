"""Whether the examples of rules hold: what each `finds` and `allows` says is held against the whole finder.

A requirement's examples are small documents (`run.rule_examples`); those of the other kinds are one
paragraph, in a place of the catalogue or in several documents where the rule's kind says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from redact.formats.building import DocumentBuilder, Request
from redact.judge import BUNDLE_KINDS, KINDS, Bundle, judge, judge_bundle
from redact.resolve import resolve
from redact.resolve.label_faults import read_labels
from redact.resources import rules_folder
from redact.rulebook import load
from redact.rulebook.packs import rule_ids
from redact.rulebook.schemes import load_schemes
from redact.run.rule_examples import Finder, outcome_of, settings_of
from redact.values.fingerprint import new_secret
from redact.values.jigsaw import JigsawTable
from redact.values.judgement import Outcome, Provenance, Rule, Rulebook, RuleKind, Verdict
from redact.values.text import Document, Format, Location, Part

__all__ = ["Failed", "Tested", "run_examples"]


@dataclass(frozen=True, slots=True)
class Failed:
    """One example that does not hold; `number` is 1-based in the list `finds` or `allows`."""

    rule: str
    which: str
    number: int
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Tested:
    """How many rules and examples were tried, and those that do not hold."""

    rules: int
    examples: int
    failed: tuple[Failed, ...]


def run_examples(folder: Path, finder: Finder) -> Tested:
    """Run the examples of every rule in a folder.

    Args:
        folder: a whole rulebook, or a partnership's own rules, which then stand over ours.
        finder: finds the mentions of the documents.

    Raises:
        RuleFault: the rules themselves have a fault.
    """
    whole = next(folder.glob("editions/*/pack.yaml"), None) is not None
    rulebook = load(folder) if whole else load(rules_folder(), folder)
    ids = rule_ids(folder)
    rules = [rule for rule in rulebook.rules if rule.id in ids]
    secret = new_secret()
    tried = [(rule, *one) for rule in rules for one in _examples(rule)]
    failed = [
        Failed(rule.id, which, number, outcome)
        for rule, which, number, example in tried
        for outcome in [_outcome(rule, example, finder, secret, rulebook.jigsaw)]
        if outcome is not _wanted(rule, which)
    ]
    return Tested(len(rules), len(tried), tuple(failed))


def _examples(rule: Rule) -> Iterator[tuple[str, int, str]]:
    for which, examples in (("finds", rule.finds), ("allows", rule.allows)):
        for number, example in enumerate(examples, 1):
            yield which, number, example


def _wanted(rule: Rule, which: str) -> Outcome:
    if which == "finds":
        return Outcome.FAIL
    signed = rule.sentence and rule.kind not in KINDS and rule.kind not in BUNDLE_KINDS
    return Outcome.NEEDS_A_PERSON if signed else Outcome.PASS


def _outcome(rule: Rule, example: str, finder: Finder, secret: bytes, weights: JigsawTable | None) -> Outcome:
    if rule.kind is RuleKind.BUNDLE:
        return _of(rule, _between(rule, example, finder, secret))
    if rule.kind in KINDS:
        return _of(rule, _in_one(rule, example, finder, secret))
    return outcome_of(rule, example, finder, secret, weights=weights)


def _of(rule: Rule, verdicts: Sequence[Verdict]) -> Outcome:
    return next(verdict.outcome for verdict in verdicts if verdict.rule == rule.id)


def _in_one(rule: Rule, example: str, finder: Finder, secret: bytes) -> tuple[Verdict, ...]:
    from redact.recognise.document_kind import recognise_kind

    place = None
    if rule.kind is RuleKind.HIDDEN:
        place, _, example = example.partition(": ")
    parts = rule.params.get("parts")
    part = parts[0] if isinstance(parts, tuple) and isinstance(parts[0], Part) else Part.BODY
    document = _paragraph(example, part, place, 0, secret)
    resolution = resolve(finder([document]), [document])
    settings = replace(settings_of(rule), kind=None)
    if rule.kind is RuleKind.DOCUMENT_KIND:
        settings = replace(settings, kind=recognise_kind(document)[0])
    return judge(
        document,
        resolution,
        Rulebook((replace(rule, replaces=()),), ""),
        settings=settings,
        secret=secret,
        provenance=Provenance(document.sha256, "", None, "", ""),
        labels=read_labels(resolution, [document], load_schemes(rules_folder())).faults,
    ).verdicts


def _between(rule: Rule, example: str, finder: Finder, secret: bytes) -> tuple[Verdict, ...]:
    documents = tuple(
        _paragraph(text, Part.BODY, None, number, secret) for number, text in enumerate(example.split(" || "))
    )
    resolution = resolve(finder(documents), documents)
    faults = read_labels(resolution, documents, load_schemes(rules_folder())).faults
    bundle = Bundle(documents, resolution, secret, faults)
    rulebook = Rulebook((replace(rule, replaces=()),), "")
    return judge_bundle(bundle, rulebook, settings=settings_of(rule)).verdicts


def _paragraph(text: str, part: Part, place: str | None, number: int, secret: bytes) -> Document:
    builder = DocumentBuilder(Request(f"{number}.docx", secret), sha256=f"{number:064x}", format=Format.DOCX)
    builder.passage(text, Location(part, place, block=1), apart=part is Part.FILE_NAME)
    return builder.build()
