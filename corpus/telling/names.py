"""The forms of the names of one case."""

from __future__ import annotations

from corpus.cases.draw import is_word
from corpus.cases.forms import name_forms
from corpus.cases.roles import ROLES
from corpus.cases.values import Case, Person

__all__ = ["INITIALS", "Names", "short_role"]

INITIALS = frozenset({"init", "inits"})
_TITLED = frozenset({"t", "tfull", "tinit", "tfirst"})
_OFFICES = {
    "child": "Child", "judge": "HHJ", "author": "Independent Author", "chair": "Independent Chair",
    "bm": "Business Manager", "panel1": "Panel member", "panel2": "Panel member", "panel3": "Panel member",
    "panel4": "Panel member",
}  # fmt: skip


def short_role(role: str) -> str:
    """What a record writes in front of a name: "SW", "PC", "MGM"."""
    return _OFFICES.get(role) or ROLES[role].short


class Names:
    """Every form of every name of a case, told in the same way each time."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._forms: dict[tuple[str, str], tuple[str, str] | None] = {}

    def form(self, role: str, form: str) -> tuple[str, str] | None:
        """Give what stands in front (a title, a short role) and the name; None where there is no such name.

        KeyError for a form that is not one of names.
        """
        key = role, form
        if key not in self._forms:
            self._forms[key] = _form(self._case.people[role], form)
        return self._forms[key]

    def is_word(self, role: str, form: str) -> bool:
        """Whether a form of a name is an ordinary word too, or holds one."""
        told = self.form(role, form)
        person = self._case.people[role]
        if told is None or not person.word or form in INITIALS:
            return False
        return is_word(told[1].replace(",", ""), self._case.split)


def _form(person: Person, form: str) -> tuple[str, str] | None:
    name = name_forms(person).get(form, "").strip(", ")
    if not name:
        return None
    if form in ("rolefull", "rolelast"):
        return short_role(person.role) or person.title, name
    if form in _TITLED:
        return (person.title, name) if person.title else None
    return "", name
