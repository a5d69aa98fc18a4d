"""The forms of the names of one case, and which of them two of its people share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from corpus.cases.draw import is_word
from corpus.cases.forms import name_forms
from corpus.cases.roles import ROLES
from corpus.cases.values import Case, Person

__all__ = ["BARE", "INITIALS", "TITLED", "Names", "short_role"]

BARE = frozenset(["first", "last", "lastcaps", "firstcaps", "low", "nick", "variant", "former", "formerlast"])
INITIALS = frozenset({"init", "inits"})
TITLED = frozenset({"t", "tfull", "tinit", "tfirst"})
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
        self._bare: dict[str, set[str]] = defaultdict(set)
        for role, person in case.people.items():
            for name in (person.first, person.last, person.nick, person.variant, person.former_last):
                if name:
                    self._bare[name.casefold()].add(role)
        self._told: dict[str, Mapping[str, set[str]]] = {}

    def form(self, role: str, form: str) -> tuple[str, str] | None:
        """Give what stands in front (a title, a short role) and the name; None where there is no such name.

        KeyError for a form that is not one of names.
        """
        key = role, form
        if key not in self._forms:
            self._forms[key] = _form(self._case.people[role], form)
        return self._forms[key]

    def shared(self, role: str, form: str) -> bool:
        """Whether these words are also those of somebody else in the case."""
        told = self.form(role, form)
        if told is None:
            return False
        if form in BARE and self._bare.get(told[1].casefold(), set()) - {role}:
            return True
        return len(self._by_words(form).get(" ".join(told).strip().casefold(), ())) > 1

    def is_word(self, role: str, form: str) -> bool:
        """Whether a form of a name is an ordinary word too, or holds one."""
        told = self.form(role, form)
        person = self._case.people[role]
        if told is None or not person.word or form in INITIALS:
            return False
        return is_word(told[1].replace(",", ""), self._case.split)

    def _by_words(self, form: str) -> Mapping[str, set[str]]:
        if form not in self._told:
            owners: dict[str, set[str]] = defaultdict(set)
            for role in self._case.people:
                told = self.form(role, form)
                if told is not None:
                    owners[" ".join(told).strip().casefold()].add(role)
            self._told[form] = owners
        return self._told[form]


def _form(person: Person, form: str) -> tuple[str, str] | None:
    name = name_forms(person).get(form, "").strip(", ")
    if not name:
        return None
    if form in ("rolefull", "rolelast"):
        return short_role(person.role) or person.title, name
    if form in TITLED:
        return (person.title, name) if person.title else None
    return "", name
