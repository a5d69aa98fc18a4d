"""What identifies in combination: every fact of invented paragraphs, of whom it is, and none of anybody."""

from __future__ import annotations

from collections import defaultdict

import pytest

from redact.judge.jigsaw.wordings import Wordings
from redact.values.jigsaw import Exactness, FactKind, Side
from tests.judge.jigsaw.told_factory import facts_in, is_of, marked, paragraphs, table, touches

TOLD = paragraphs("told.txt")
NOBODY = paragraphs("nobody.txt")
_EXACT, _NEAR, _BROAD = Exactness.EXACT, Exactness.NEAR, Exactness.BROAD


@pytest.mark.parametrize("paragraph", TOLD, ids=range(1, len(TOLD) + 1))
def test_every_fact_of_a_paragraph_is_found_with_whom_it_is_told_of(paragraph: str) -> None:
    case = marked(paragraph)
    facts = facts_in(case.text)
    missing = [
        (kind.value, whom, words)
        for kind, whom, words in case.told
        if not any(fact.kind is kind and touches(text, words) and is_of(fact, whom) for fact, text in facts)
    ]
    assert missing == []


@pytest.mark.parametrize("paragraph", NOBODY, ids=range(1, len(NOBODY) + 1))
def test_the_same_words_about_nobody_in_particular_tell_nothing(paragraph: str) -> None:
    assert [(fact.kind.value, text) for fact, text in facts_in(paragraph)] == []


def test_facts_spread_over_three_documents_are_told_of_the_same_people() -> None:
    spread = (
        "Child X was the youngest of five siblings. Mother is a Polish national.",
        "This review concerns a boy who died aged three. His mother, 23, worked as a cleaner.",
        "Child X went to Hill Lane Primary School. The mother came to the UK from Poland in March 2012. "
        "SW1 of the North Locality Team went off sick.",
    )
    by_whom = defaultdict(set)
    for fact, _ in facts_in(*spread):
        by_whom[fact.whom.key].add(fact.kind)
    assert {FactKind.BIRTH_ORDER, FactKind.SIBLINGS, FactKind.SEX, FactKind.AGE, FactKind.BODY} <= by_whom[
        "child"
    ]
    mother = {FactKind.NATIONALITY, FactKind.AGE, FactKind.OCCUPATION, FactKind.IMMIGRATION, FactKind.MONTH}
    assert mother <= by_whom["role:mother"]
    assert len(by_whom) == 3  # the third is the social worker


def test_a_name_in_a_draft_and_the_label_in_the_paper_are_the_same_child() -> None:
    facts = facts_in("Liam Tarrow was four when he drowned.", "Child X was four when he drowned.")
    drowned = [fact for fact, _ in facts if fact.kind is FactKind.INJURY]
    assert [fact.whom.key for fact in drowned] == ["child", "child"]
    assert len({fact.same for fact in drowned}) == 1


# What is exact, near and broad, of each kind where it turns on the words: the words, the kind, how exact.
EXACTNESS = (
    ("Child X died on 14 March 2014.", FactKind.DATE, _EXACT),
    ("Child X was taken to hospital in March 2014.", FactKind.MONTH, _NEAR),
    ("Child X was taken to hospital in spring 2014.", FactKind.MONTH, _BROAD),
    ("Child X was taken to hospital in 2014.", FactKind.MONTH, _BROAD),
    ("Child X was three years and two months old.", FactKind.AGE, _EXACT),
    ("Child X, aged three, was unwell.", FactKind.AGE, _NEAR),
    ("Child X was of primary school age.", FactKind.AGE, _BROAD),
    ("The family lived in the village of Harrowby.", FactKind.PLACE, _EXACT),
    ("The family lived in a town in the north.", FactKind.PLACE, _BROAD),
    ("Child X had Batten disease.", FactKind.CONDITION, _EXACT),
    ("Child X had asthma.", FactKind.CONDITION, _NEAR),
    ("Child X had a life-limiting condition.", FactKind.CONDITION, _BROAD),
    ("Father was jailed for nine years.", FactKind.SENTENCE, _EXACT),
    ("Father received a life sentence.", FactKind.SENTENCE, _NEAR),
    ("Father was tried at Harrowby Crown Court.", FactKind.COURT, _EXACT),
    ("Father was tried at the Crown Court.", FactKind.COURT, _NEAR),
    ("The family is of Vietnamese heritage, said Mother.", FactKind.ETHNICITY, _EXACT),
    ("Child X was from a minority ethnic background.", FactKind.ETHNICITY, _BROAD),
)


@pytest.mark.parametrize(("text", "kind", "exactness"), EXACTNESS)
def test_how_exactly_a_fact_is_told(text: str, kind: FactKind, exactness: Exactness) -> None:
    assert [fact.exactness for fact, _ in facts_in(text) if fact.kind is kind] == [exactness]


# One thing told in two ways has one `same`.
SAME = (
    ("Child X died on 14 March 2014.", "Child X died on 14.03.2014.", FactKind.DATE, "2014-03-14"),
    ("Child X, aged three, was unwell.", "Child X was a three-year-old.", FactKind.AGE, "3y"),
    ("Child X was six weeks old.", "Child X (6/52) was well.", FactKind.AGE, "6w"),
    ("Child X was a twin.", "Child X is one of the twins.", FactKind.TWINS, "twins"),
)


@pytest.mark.parametrize(("one", "other", "kind", "same"), SAME)
def test_one_thing_told_in_two_ways_is_the_same(one: str, other: str, kind: FactKind, same: str) -> None:
    assert {fact.same for fact, _ in facts_in(one, other) if fact.kind is kind} == {same}


def test_what_is_told_of_a_sibling_is_a_fact_about_siblings_too() -> None:
    facts = facts_in("Sibling 1, aged nine, has autism and was excluded from school.")
    about = [(fact.kind, text) for fact, text in facts if fact.whom.side is Side.SIBLING]
    assert (FactKind.SIBLING_FACT, "autism") in about
    assert (FactKind.SIBLING_FACT, "excluded") in about


def test_a_plain_post_is_told_only_of_one_of_whom_a_team_or_an_absence_is() -> None:
    assert facts_in("SW1, a social worker, rang.") == []
    kinds = {fact.kind for fact, _ in facts_in("SW1, a social worker, was off sick.")}
    assert {FactKind.POST, FactKind.ABSENCE} <= kinds


def test_every_phrase_compiles_and_every_list_has_a_kind() -> None:
    kinds = {kind.value for kind in FactKind}
    ours = [name for name in table().phrases if "/" in name]
    assert Wordings({name: table().phrases[name] for name in ours})
    others = {name.partition("/")[0] for name in ours} - kinds
    assert {"nobody", "event"} <= others


def test_no_fact_shows_the_words_of_a_document() -> None:
    facts = [fact for fact, _ in facts_in("Child X has Batten disease and lived in the village of Harrowby.")]
    assert facts
    assert not any(word in repr(facts) for word in ("Batten", "batten", "Harrowby", "harrowby"))
