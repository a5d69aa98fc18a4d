"""The rules as they are shipped, read once in a process: reading them is most of what many a call does."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from redact.resources import rules_folder
from redact.rulebook import load
from redact.values.rules import Rulebook

__all__ = ["load_once", "shipped_rules"]


@cache
def shipped_rules() -> Rulebook:
    """Give the rules that are shipped; nobody can change what is given."""
    return load(rules_folder())


def load_once(folder: Path, own: Path | None = None) -> Rulebook:
    """Stand in for `rulebook.load`: the shipped rules are read once, and all others each time."""
    return shipped_rules() if own is None and folder == rules_folder() else load(folder, own)
