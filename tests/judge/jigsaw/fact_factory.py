"""Facts, tables and documents for the tests of what identifies together."""

from __future__ import annotations

from collections.abc import Sequence

from redact.values.jigsaw import Exactness, Fact, FactKind, Side, Whom
from redact.values.text import Span
from tests.shipped_rules import shipped_rules

RULEBOOK = shipped_rules()
assert RULEBOOK.jigsaw is not None
TABLE = RULEBOOK.jigsaw
CHILD = Whom("child", "the child", Side.CHILD)
MOTHER = Whom("role:mother", "the mother", Side.FAMILY)
FATHER = Whom("role:father", "the father", Side.FAMILY)
FAMILY = Whom("family", "the family", Side.FAMILY)
WORKER = Whom("e9", "[person 9]", Side.PROFESSIONAL)
_HOW = {"": Exactness.EXACT, "~": Exactness.NEAR, "?": Exactness.BROAD}


def fact(told: str, whom: Whom = CHILD, *, document: str = "d1", at: int = 0) -> Fact:
    """Make a fact of "place=lower wick"; "~place=anytown" is told nearly, "?place=the county" broadly."""
    how = told[0] if told[0] in _HOW else ""
    kind, _, same = told.removeprefix(how).partition("=")
    return Fact(FactKind(kind), _HOW[how], whom, document, Span(f"{document}:p", at, at + 1), same or kind)


def facts(told: str, whom: Whom = CHILD, document: str = "d1") -> tuple[Fact, ...]:
    """Make several facts, parted by commas, each in a place of its own."""
    return tuple(fact(one.strip(), whom, document=document, at=at) for at, one in enumerate(told.split(",")))


def kinds_of(found: Sequence[Fact]) -> list[str]:
    """Name the kinds of facts."""
    return [one.kind.value for one in found]
