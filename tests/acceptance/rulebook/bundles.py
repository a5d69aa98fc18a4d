"""Invented bundles of documents, written down as text, and what the whole rulebook reports of them.

A bundle is written as the examples of rules are (see `redact.run.rule_examples`): `[overview]` begins a
document of that kind. The recognisers look for names without the model, so that what is found is the same
whichever model is shipped.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from redact.judge import Bundle, judge, judge_bundle
from redact.recognise.finding import find_mentions
from redact.resolve import resolve
from redact.resolve.label_faults import read_labels
from redact.resources import rules_folder
from redact.rulebook.schemes import load_schemes
from redact.run.rule_examples import documents_of
from redact.values.judgement import (
    Audience,
    DocumentKind,
    Edition,
    How,
    Mode,
    Outcome,
    Provenance,
    Rulebook,
    Settings,
    Severity,
    Verdict,
)
from redact.values.schemes import Scheme
from redact.values.text import Document
from tests.recognise.recognise_factory import RULES as WITHOUT_MODEL
from tests.shipped_rules import shipped_rules

__all__ = ["Fault", "Reported", "read", "report", "report_documents", "rulebook", "stated", "with_fault"]

SECRET = b"a secret of bundles" * 2
FOLDER = Path(__file__).parent / "bundles"
_PIECE = re.compile(r"\[[a-z-]+\]\n(?:(?!\[[a-z-]+\]\n).*(?:\n|$))*?(?=\[[a-z-]+\]\n|\Z)")


@dataclass(frozen=True, slots=True)
class Fault:
    """One change of a good bundle: what stands there, and what is put in its place.

    `under` is the rule that must report it; `others` are all further rules that then report something too,
    because they rest on the same words. `where` is the kind of the one document in which `old` is looked for;
    without `old`, `new` is a document of that kind more, and without both, that document is taken out.
    """

    under: str
    old: str = ""
    new: str = ""
    others: tuple[str, ...] = ()
    where: str = ""


@dataclass(frozen=True, slots=True)
class Reported:
    """What a bundle comes to: all verdicts, and the ids of the rules in which a reader sees a fault.

    A note on a name or a fact is no fault: boards, posts and the shape of a family may stand in a report.
    """

    verdicts: tuple[Verdict, ...]
    faults: frozenset[str]

    def outcomes(self, rule: str) -> set[Outcome]:
        """Give every outcome that a rule has; one on single documents has one for each of them."""
        return {verdict.outcome for verdict in self.verdicts if verdict.rule == rule}


def rulebook() -> Rulebook:
    """Load the rules that are shipped, once."""
    return shipped_rules()


@cache
def schemes() -> Mapping[str, Scheme]:
    """Load the ways in which people are called, once."""
    return load_schemes(rules_folder())


@cache
def read(name: str) -> str:
    """Read the text of a good bundle."""
    return (FOLDER / f"{name}.txt").read_text(encoding="utf-8").rstrip("\n")


def with_fault(text: str, fault: Fault) -> str:
    """Plant a fault; what it changes must stand there, and once."""
    if fault.new and not fault.old:
        return f"{text}\n[{fault.where}]\n{fault.new}"
    pieces = _PIECE.findall(text)
    for number, piece in enumerate(pieces):
        if fault.where and not piece.startswith(f"[{fault.where}]\n"):
            continue
        if not fault.old:
            return "".join(pieces[:number] + pieces[number + 1 :]).rstrip("\n")
        found = (piece if fault.where else text).count(fault.old)
        assert found == 1, f"{fault.under}: {found} places hold {fault.old!r}"
        pieces[number] = piece.replace(fault.old, fault.new)
    return "".join(pieces).rstrip("\n")


def stated(edition: Edition, board: str | None, audience: Audience, mode: Mode = Mode.FULL) -> Settings:
    """Give settings that somebody has stated."""
    because = "--edition says so"
    return Settings(edition, None, audience, mode, board, How.STATED, because)


def report(text: str, settings: Settings) -> Reported:
    """Hold the whole rulebook against a bundle, each document by itself and all together."""
    pieces = documents_of(text, rulebook().rules[0], SECRET)
    return report_documents([document for _, document in pieces], [kind for kind, _ in pieces], settings)


def report_documents(
    documents: Sequence[Document], kinds: Sequence[DocumentKind | None], settings: Settings
) -> Reported:
    """Hold the whole rulebook against documents that are of these kinds."""
    resolution = resolve(find_mentions(documents, recognisers=WITHOUT_MODEL), documents)
    labels = read_labels(resolution, documents, schemes()).faults
    verdicts: list[Verdict] = []
    for document, kind in zip(documents, kinds, strict=True):
        verdicts += judge(
            document,
            resolution,
            rulebook(),
            settings=replace(settings, kind=kind),
            secret=SECRET,
            provenance=Provenance(document.sha256, rulebook().digest, None, "0", ""),
            labels=labels,
        ).verdicts
    by_id = {document.id: kind for document, kind in zip(documents, kinds, strict=True)}
    bundle = Bundle(tuple(documents), resolution, SECRET, labels, by_id)
    verdicts += judge_bundle(bundle, rulebook(), settings=settings).verdicts
    return Reported(tuple(verdicts), frozenset(verdict.rule for verdict in verdicts if _is_a_fault(verdict)))


@cache
def _requirements() -> frozenset[str]:
    return frozenset(rule.id for rule in rulebook().rules if rule.is_requirement)


def _is_a_fault(verdict: Verdict) -> bool:
    if verdict.outcome is Outcome.NOT_RUN:
        return True
    return verdict.outcome is Outcome.FAIL and (
        verdict.rule in _requirements()
        or any(finding.severity is not Severity.NOTE for finding in verdict.findings)
    )
