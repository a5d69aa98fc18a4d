"""Whether a rule applies to what is checked, and for whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum

from redact.judge.requirements import REQUIREMENTS
from redact.values.judgement import DocumentKind, Outcome, Rule, Rulebook, Settings

__all__ = ["KIND_UNKNOWN", "replaced", "why_not"]

KIND_UNKNOWN = "what kind of document this is, is not plain: --kind says it"


def replaced(rulebook: Rulebook, settings: Settings) -> Mapping[str, str]:
    """Give the rules that another one replaces under these settings, each with the one that does."""
    return {
        other: rule.id
        for rule in rulebook.rules
        if rule.replaces and why_not(rule, settings) is None
        for other in rule.replaces
    }


def why_not(rule: Rule, settings: Settings) -> tuple[Outcome, str] | None:
    """Say why a rule is not held against a document checked with these settings.

    Returns: NOT_APPLICABLE with the reason, where the settings rule it out; NOT_RUN, where they do not say
    enough to know; none where the rule is held against the document. A document whose kind is not stated,
    or is OTHER, is judged by the rules of every kind on what may not stand in it: that errs towards too many
    findings. Of what it must hold nothing can be said before its kind is known.
    """
    if rule.board and settings.board not in rule.board:
        own = f"the rule is of the procedure of {' or '.join(rule.board)}"
        return Outcome.NOT_APPLICABLE, own + (
            f", not of {settings.board}" if settings.board else ", and no board was named"
        )
    if rule.audience and settings.audience not in rule.audience:
        return Outcome.NOT_APPLICABLE, _differs("audience", rule.audience, settings.audience)
    if rule.mode and settings.mode not in rule.mode:
        return Outcome.NOT_APPLICABLE, _differs("mode", rule.mode, settings.mode)
    if rule.applies_to and rule.kind in REQUIREMENTS and settings.kind is None:
        return Outcome.NOT_APPLICABLE, KIND_UNKNOWN
    any_kind = rule.kind not in REQUIREMENTS and settings.kind in (None, DocumentKind.OTHER)
    if (
        rule.applies_to
        and settings.kind is not None
        and not any_kind
        and settings.kind not in rule.applies_to
    ):
        return Outcome.NOT_APPLICABLE, _differs("kind", rule.applies_to, settings.kind)
    if rule.edition and settings.edition is None:
        return Outcome.NOT_RUN, f"the rule holds for {_listed(rule.edition)}, and the edition is not stated"
    if rule.edition and settings.edition not in rule.edition:
        assert settings.edition is not None  # noqa: S101 - the line above has seen to that
        return Outcome.NOT_APPLICABLE, _differs("edition", rule.edition, settings.edition)
    return None


def _differs(what: str, wanted: Sequence[Enum], given: Enum) -> str:
    return f"the rule holds for the {what} {_listed(wanted)}, not for {given.value}"


def _listed(members: Sequence[Enum]) -> str:
    return " or ".join(str(member.value) for member in members)
