"""What a rule gives its check: one value of its `params`, of the type that the rulebook has read it as."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from redact.values.judgement import Rule

__all__ = ["given_lists", "given_number", "given_values", "given_words"]

_Member = TypeVar("_Member")


def given_words(rule: Rule, name: str) -> tuple[str, ...]:
    """Give a list of words or phrases; none where the rule says nothing of it."""
    value = rule.params.get(name)
    return tuple(str(word) for word in value) if isinstance(value, tuple) else ()


def given_lists(rule: Rule, name: str) -> Mapping[str, tuple[str, ...]]:
    """Give a mapping from words of ours to wordings; an empty one where the rule says nothing of it."""
    value = rule.params.get(name)
    return value if isinstance(value, Mapping) else {}


def given_values(rule: Rule, name: str, of: type[_Member]) -> tuple[_Member, ...]:
    """Give a list of members of an enum; none where the rule says nothing of it."""
    value = rule.params.get(name)
    return tuple(member for member in value if isinstance(member, of)) if isinstance(value, tuple) else ()


def given_number(rule: Rule, name: str, default: int) -> int:
    """Give a whole number, or the default where the rule says nothing of it."""
    value = rule.params.get(name)
    return int(value) if isinstance(value, (int, float)) else default
