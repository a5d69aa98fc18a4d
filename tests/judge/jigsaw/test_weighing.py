"""What facts weigh together: neither their order nor how they are spread makes a difference."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redact.judge.jigsaw.weighing import after, combinations_of, weigh
from redact.values.jigsaw import Exactness, Fact, FactKind
from redact.values.rules import Audience
from redact.values.text import Span
from tests.judge.jigsaw.fact_factory import CHILD, TABLE, facts

PUBLIC = Audience.PUBLIC


@pytest.mark.parametrize(
    ("told", "weight"),
    [
        ("sex=f", 1),
        ("~age=4y", 2),
        ("~age=4y, ~age=4y, ~age=4y", 2),  # one thing, said three times
        ("?age=infant, ~age=4y, age=4y", 3),  # at its most exact
        ("month=2014-03", 2),
        ("date=2014-03-14, month=2014-03", 4),  # the day tells the month
        ("date=2014-03-14, month=2014-05", 4 + 2),
        ("date=2014-03-14, date=2014-03-15", 4 + 2),
        ("date=2014-03-14, date=2014-03-15, date=2014-03-16, date=2014-03-17, date=2014-03-18", 4 + 6),
        ("sentence=nine years, prison=nine years", 4),  # one thing of two kinds
        ("birth=2014-03, month=2014-03", 6),
        ("sibling-fact=7y, ~age=7y", 4),
        ("offence=arson, court=anytown crown court", 3 + 4 + 4),  # and the trial
        ("?offence=arson, court=anytown crown court", 4),  # broadly told: no trial
        ("place=lower wick, ethnicity=vietnamese", 4 + 4 + 4),
        ("only=the only vietnamese family", 10),
        ("?place=the county, ?sentence=prison", 1),
        ("", 0),
    ],
)  # fmt: skip
def test_what_facts_weigh(told: str, weight: int) -> None:
    assert weigh(facts(told) if told else (), TABLE) == weight


def test_the_only_one_of_a_kind_is_asked_about_by_itself() -> None:
    assert weigh(facts("only=the only vietnamese family"), TABLE) >= TABLE.asks


@pytest.mark.parametrize(
    ("told", "joined"),
    [
        ("offence=arson, month=2014-03", ("month-of-a-trial",)),
        ("offence=arson, ~court=crown court, month=2014-03", ("trial", "month-of-a-trial")),
        ("post=health visitor, team=anytown team, date=2014-03-14", ("one-worker",)),
        ("post=health visitor, team=anytown team, month=2014-03", ()),
    ],
)
def test_which_combinations_facts_make(told: str, joined: tuple[str, ...]) -> None:
    assert combinations_of(facts(told), TABLE) == joined


@pytest.mark.parametrize(
    ("told", "kind", "left"),
    [
        (
            "place=lower wick, ethnicity=vietnamese",
            FactKind.PLACE,
            4,
        ),  # a town in the county, and no combination
        ("date=2014-03-14", FactKind.DATE, 1),  # its month
        ("sentence=nine years, court=anytown crown court", FactKind.SENTENCE, 4),
        ("~age=4y", FactKind.AGE, 0),
        ("~age=4y", FactKind.COURT, 2),
    ],
)
def test_what_is_left_when_a_suggestion_is_taken(told: str, kind: FactKind, left: int) -> None:
    assert after(facts(told), TABLE, PUBLIC).get(kind, weigh(facts(told), TABLE)) == left


TOLD = st.lists(
    st.tuples(
        st.sampled_from(list(FactKind)), st.sampled_from(list(Exactness)), st.sampled_from("abc2"),
    ),
    max_size=12,
)  # fmt: skip


def made(told: list[tuple[FactKind, Exactness, str]], places: list[tuple[int, int]]) -> list[Fact]:
    same = {"2": "2014-03-14"}
    return [
        Fact(
            kind,
            exactness,
            CHILD,
            f"d{document}",
            Span(f"d{document}:{passage}", at, at + 1),
            same.get(word, word),
        )
        for at, ((kind, exactness, word), (document, passage)) in enumerate(zip(told, places, strict=True))
    ]


@settings(max_examples=60, deadline=None)
@given(st.data(), TOLD)
def test_spread_over_pages_and_in_any_order_it_weighs_the_same(
    data: st.DataObject, told: list[tuple[FactKind, Exactness, str]]
) -> None:
    place = st.tuples(st.integers(0, 3), st.integers(0, 9))
    places = data.draw(st.lists(place, min_size=len(told), max_size=len(told)))
    in_one_line = made(told, [(0, 0)] * len(told))
    spread = data.draw(st.permutations(made(told, places)))
    repeated = [*spread, *(replace(one, document="d9") for one in spread[:3])]
    assert weigh(spread, TABLE) == weigh(repeated, TABLE) == weigh(in_one_line, TABLE)
    assert combinations_of(spread, TABLE) == combinations_of(in_one_line, TABLE)
    left = after(spread, TABLE, PUBLIC)
    assert left == after(in_one_line, TABLE, PUBLIC)
    assert all(weight <= weigh(spread, TABLE) for weight in left.values())
