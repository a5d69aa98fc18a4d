"""The verdict of one requirement on small documents, with the mentions that recognisers find in them."""

from __future__ import annotations

from collections.abc import Sequence

from redact.judge import BUNDLE_KINDS, Bundle, judge, judge_bundle
from redact.judge.together import TOGETHER
from redact.recognise.finding import find_mentions
from redact.resolve import resolve
from redact.run.rule_examples import documents_of, settings_of
from redact.values.judgement import Provenance, Rule, Rulebook, RuleKind, Settings, Severity, Verdict
from redact.values.people import Mention
from redact.values.text import Document
from tests.judge.judging_factory import SECRET, make_rule
from tests.recognise.recognise_factory import RULES as WITHOUT_MODEL

__all__ = ["requirement", "verdict"]


def requirement(kind: RuleKind, **params: object) -> Rule:
    """Make a requirement with these params, to be decided by a person."""
    return make_rule("some-requirement", kind=kind, severity=Severity.ASK, params=params)


def verdict(rule: Rule, text: str, *, names: bool = False) -> Verdict:
    """Hold a rule against documents in the notation of a rule's examples.

    Args:
        names: whether the recognisers look for mentions; most requirements need none.
    """
    read = documents_of(text, rule, SECRET)
    documents = tuple(document for _, document in read)
    resolution = resolve(_found(documents) if names else (), documents)
    rulebook = Rulebook((rule,), "")
    if rule.kind in TOGETHER or rule.kind in BUNDLE_KINDS:
        kinds = {document.id: kind for kind, document in read}
        bundle = Bundle(documents, resolution, SECRET, (), kinds)
        verdicts = judge_bundle(bundle, rulebook, settings=settings_of(rule)).verdicts
    else:
        kind, document = read[0]
        provenance = Provenance(document.sha256, "", None, "", "")
        settings = Settings(kind=kind)
        verdicts = judge(
            document, resolution, rulebook, settings=settings, secret=SECRET, provenance=provenance
        ).verdicts
    return next(one for one in verdicts if one.rule == rule.id)


def _found(documents: Sequence[Document]) -> Sequence[Mention]:
    return find_mentions(documents, recognisers=WITHOUT_MODEL)
