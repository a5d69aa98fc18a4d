"""Schemes and people of a case for the tests of pseudonyms and of wording; everybody is invented."""

from __future__ import annotations

from redact.resources import rules_folder
from redact.rulebook.schemes import load_schemes
from redact.values.key import KeyName, KeyPerson, KeyRelation, KeyThing

SCHEMES = load_schemes(rules_folder())
RELATIONS = SCHEMES["relations"]
CHILD_X = SCHEMES["child-x"]
FIRST_NAMES = SCHEMES["first-names"]
SECRET = b"a secret for tests, of 32 bytes."


def person(
    id_: str, slot: str | None, *names: str, pseudonym: str | None = None, kin: str | None = None
) -> KeyPerson:
    """Make a person of the key; `kin` is the id of somebody who is related."""
    relations = (KeyRelation("aunt", kin),) if kin else ()
    return KeyPerson(id_, pseudonym, slot, tuple(map(KeyName, names)), relations=relations)


def thing(id_: str, slot: str, *names: str, pseudonym: str | None = None) -> KeyThing:
    """Make a place or an organisation of the key."""
    return KeyThing(id_, slot, pseudonym, tuple(map(KeyName, names)))
