"""Whose pictures the documents of a call make, which of them are asked about, what each document adds."""

from __future__ import annotations

import pytest

from redact.judge.jigsaw.adds import adds_of
from redact.judge.jigsaw.pictures import pictures_of
from redact.judge.jigsaw.reaching import reached
from redact.values.jigsaw import Fact, FactKind, Reach, Side, Whom
from redact.values.rules import Audience
from tests.judge.jigsaw.fact_factory import CHILD, FAMILY, FATHER, MOTHER, TABLE, WORKER, facts

SIBLING = Whom("sibling:1", "[pseudonym 2]", Side.SIBLING)
WITHOUT = (FactKind.NAME, FactKind.ONLY, FactKind.SIBLING_FACT)


def weights(*told: tuple[Fact, ...]) -> dict[str, int]:
    made = pictures_of([fact for part in told for fact in part], TABLE, Audience.PUBLIC)
    return {picture.whom.key: picture.weight for picture in made}


def test_what_is_told_of_the_household_counts_with_the_child_and_in_the_picture_of_the_family() -> None:
    found = weights(facts("~age=4y"), facts("place=lower wick", FAMILY), facts("occupation=baker", MOTHER))
    # place 4; age 2; occupation 3, and with the place of the family 3 more
    assert found == {"child": 6, "family": 12, "role:mother": 3}


def test_of_somebody_outside_of_the_family_nothing_is_joined() -> None:
    found = weights(facts("post=health visitor", WORKER), facts("place=lower wick", FAMILY))
    assert found == {"e9": 2, "family": 4}


def test_spread_over_documents_the_same_facts_make_the_same_picture() -> None:
    one = weights(facts("~age=4y, twins=twins, place=lower wick, month=2014-03"))
    several = weights(
        facts("~age=4y, ~age=4y", document="d1"),
        facts("twins=twins, ?place=the county", document="d2"),
        facts("place=lower wick, month=2014-03, twins=twins", document="d3"),
    )
    assert one == several


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        # everything is of one of them: it is that one's question
        ([("place=lower wick, ethnicity=vietnamese", CHILD)], {"child": "asks"}),
        ([("place=lower wick, ethnicity=vietnamese", FAMILY)], {"family": "asks"}),
        # a member leads to the family: one question, and the member is noted beside it
        (
            [("offence=arson, court=anytown crown court", FATHER), ("~age=4y", CHILD)],
            {"family": "asks", "role:father": "notes"},
        ),
        # the household leads there, and a member is told of a little
        ([("place=lower wick, immigration=asylum", FAMILY), ("sex=f", MOTHER)], {"family": "asks"}),
        # only together: his offence, her place
        ([("offence=arson", FATHER), ("place=lower wick", MOTHER)], {"family": "asks"}),
        # each a little, and nothing that goes together: noted once
        ([("~age=4y, sex=f", CHILD), ("~age=31y, ~condition=asthma", MOTHER)], {}),
        (
            [("~age=4y, sex=f", CHILD), ("~age=31y, ~condition=asthma", MOTHER), ("prison=hmp", FATHER)],
            {"family": "notes"},
        ),
        ([("birth=2014-03-14, sex=f", CHILD)], {"child": "notes"}),
        ([("?place=the county, ?offence=convicted, ~age=4y", CHILD)], {}),
        # workers by themselves
        ([("post=nurse, team=anytown team, date=2014-03-14", WORKER)], {"e9": "asks"}),
        # what rules of their own judge does not count
        ([("name=e1, only=the only family", CHILD)], {}),
        ([("sibling-fact=asthma, ~condition=asthma", SIBLING)], {}),
    ],
)  # fmt: skip
def test_who_is_asked_about_and_who_is_noted(told: list[tuple[str, Whom]], wanted: dict[str, str]) -> None:
    pictures = pictures_of(
        [fact for text, whom in told for fact in facts(text, whom)], TABLE, Audience.PUBLIC
    )
    found = {one.picture.whom.key: one.reach.value for one in reached(pictures, TABLE, WITHOUT)}
    assert found == wanted


def test_a_question_on_a_family_has_every_fact_of_it() -> None:
    told = facts("offence=arson, court=anytown crown court", FATHER) + facts("~age=4y, sex=f", CHILD)
    asked = [
        one for one in reached(pictures_of(told, TABLE, Audience.PUBLIC), TABLE) if one.reach is Reach.ASKS
    ]
    assert [set(one.facts) for one in asked] == [set(told)]


def test_what_a_document_adds() -> None:
    told = (
        facts("~age=4y, place=lower wick", document="d1")
        + facts("~age=4y, ethnicity=vietnamese", document="d2")
        + facts("?place=the county", document="d3")
    )
    pictures = [one for one in pictures_of(told, TABLE, Audience.PUBLIC) if one.whom == CHILD]
    found = [(one.document, one.kinds, one.weight) for one in adds_of(pictures, TABLE, ("d1", "d2", "d3"))]
    assert found == [
        ("d1", (FactKind.PLACE,), 4 + 4),  # and the origin in a place
        ("d2", (FactKind.ETHNICITY,), 4 + 4),
        ("d3", (FactKind.PLACE,), 0),  # another thing told broadly
    ]
    assert adds_of(pictures, TABLE, ("d1",)) == ()
