"""Whether a rule applies to what is checked, and for whom."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from redact.values.judgement import DocumentKind, Outcome, Rule, Settings

__all__ = ["why_not"]


def why_not(rule: Rule, settings: Settings) -> tuple[Outcome, str] | None:
    """Say why a rule is not held against a document checked with these settings.

    Returns: NOT_APPLICABLE with the reason, where the settings rule it out; NOT_RUN, where they do not say
    enough to know; none where the rule is held against the document. A document whose kind is not stated,
    or is OTHER, is judged by the rules of every kind: that errs towards too many findings.
    """
    if rule.audience and settings.audience not in rule.audience:
        return Outcome.NOT_APPLICABLE, _differs("audience", rule.audience, settings.audience)
    if rule.mode and settings.mode not in rule.mode:
        return Outcome.NOT_APPLICABLE, _differs("mode", rule.mode, settings.mode)
    any_kind = settings.kind in (None, DocumentKind.OTHER)
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
