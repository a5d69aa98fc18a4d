"""Kinds of fact that identify in combination, how exactly one is told, and on which side somebody is."""

from __future__ import annotations

from enum import Enum

__all__ = ["Exactness", "FactKind", "Side"]


class FactKind(Enum):
    """The kinds of fact that identify in combination."""

    NAME = "name"  # still there: rules of its own judge it; here it shows what labels would change
    AGE = "age"
    SEX = "sex"
    BIRTH_ORDER = "birth-order"
    SIBLINGS = "siblings"  # how many
    TWINS = "twins"
    DATE = "date"  # of an event, with its day
    MONTH = "month"
    BIRTH = "birth"  # a date of birth or of death
    PLACE = "place"
    BODY = "body"  # a school, nursery, practice, ward, home, club
    ETHNICITY = "ethnicity"
    RELIGION = "religion"
    NATIONALITY = "nationality"
    LANGUAGE = "language"
    CONDITION = "condition"
    INJURY = "injury"  # and the method of it
    OFFENCE = "offence"
    SENTENCE = "sentence"
    COURT = "court"
    OCCUPATION = "occupation"
    IMMIGRATION = "immigration"
    ADOPTION = "adoption"
    PRISON = "prison"
    PRESS = "press"  # a newspaper, a headline, words that the press has used
    ONLY = "only"  # "the only family of ... in ..."
    SMALL_NUMBER = "small-number"  # "one of two children in the county"
    SIBLING_FACT = "sibling-fact"  # something of a brother or sister that the review need not tell
    POST = "post"  # what a professional is
    TEAM = "team"  # and in which team or body
    ABSENCE = "absence"  # sickness, leave, a post left: it points at one in a small team
    PERIOD = "period"  # from when to when somebody worked with the family

    __hash__ = object.__hash__  # there is one of each: its place will do, and is ten times as quick

    @property
    def words(self) -> str:
        """What it is called in reports."""
        return _KIND_WORDS.get(self.value, self.value.replace("-", " "))


# The rest are called as their values are.
_KIND_WORDS = {
    "siblings": "number of siblings",
    "birth": "date of birth or death",
    "date": "day",
    "body": "school or other body",
    "press": "words of the press",
    "only": "the only one of a kind",
    "sibling-fact": "something of a brother or sister",
    "period": "time in the post",
    "immigration": "status in law",
}


class Exactness(Enum):
    """How exactly a fact is told: so that one is meant, so that few are, so that many are."""

    EXACT = "exact"
    NEAR = "near"
    BROAD = "broad"

    __hash__ = object.__hash__  # there is one of each: its place will do, and is ten times as quick


class Side(Enum):
    """Who somebody is to the review."""

    CHILD = "child"  # the subject
    SIBLING = "sibling"
    FAMILY = "family"  # parents, partners, relatives, the household
    PROFESSIONAL = "professional"
    SOMEBODY = "somebody"

    __hash__ = object.__hash__  # there is one of each: its place will do, and is ten times as quick
