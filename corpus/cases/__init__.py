"""Invented families with their history, staff, homes and events.

    from corpus.cases import build, check_case, name_forms, titles, age_on, school_on

The names are looked up when they are first used: corpus.pools takes its values from corpus.cases.values, and
the builder takes its names from corpus.pools.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from corpus.cases.building import build
    from corpus.cases.checking import check_case
    from corpus.cases.dates import age_on, school_year_on
    from corpus.cases.forms import name_forms, titles
    from corpus.cases.telling import role_words, school_on

__all__ = [
    "age_on", "build", "check_case", "name_forms", "role_words", "school_on", "school_year_on", "titles",
]  # fmt: skip
_HOMES = {
    "build": "building", "check_case": "checking", "age_on": "dates", "school_year_on": "dates",
    "name_forms": "forms", "titles": "forms", "role_words": "telling", "school_on": "telling",
}  # fmt: skip


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"corpus.cases.{_HOMES[name]}"), name)
