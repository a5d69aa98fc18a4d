"""Names with a year where many works are cited: authors, unless the sentence or the call makes them more."""

from __future__ import annotations

import pytest

from redact.values.people import Standing
from tests.recognise.standing_factory import standings_of

NAMES = ("Osgoode", "Merovel", "Vesey", "Osgoode-Quill", "Efa", "Quill Osgoode-Tarrant")
ONE = "This has been shown (Tarrant, 2009; Bellweather et al., 2011).\n\n"
MANY = ONE + "It is debated (Quillham, 2005) and denied (Harbottle and Pym, 2007).\n\n"
BORNE = "Mother: Kayleigh Osgoode\nMs Osgoode was tired.\n\n"

AMONG_MANY = [
    "The second paper recommends Osgoode (2007) with a strong coffee.",
    "There is a brighter view, for which read out Osgoode (2007) on home visits.",
    "We owe the point to Osgoode (2007), and the next.",
    "The first, following Osgoode (2012), counts; the second listens.",
    "Is it right, as Osgoode (2005) maintained, that supervision is the hinge?",
    "The point is old (see, by way of warning, Osgoode, 1991 and the reply by Pym and Quillham (1992)).",
    "Records hide men (more soberly, Osgoode, 2016).",
    "Cited with approval: Tarrant (2009) on fathers, Osgoode (2004) on fear.",
    "Much was read: Quillham (2005) and, on fathers, Osgoode (2006).",
    "It helps to hear the Voice of the Child, and so does Osgoode (2014).",
]
WITH_FEW = [
    "The same holds for grandparents (see, for example, Osgoode, 1995).",
    "If you read one thing make it Osgoode and Vesey (2007).",
    "For schools: the lead recommends Osgoode, Merovel and Vesey (2003).",
    "\u2605\u2605 Osgoode, S. (1990) Hearing the quiet ones. Anytown: Example Press.",
    "[A] Osgoode, S. (1990) Hearing the quiet ones. Anytown: Example Press.",
    "Item 4: Osgoode, S. (1990) Hearing the quiet ones. Anytown: Example Press.",
    "Reading for the group: Osgoode, S. (1990) Hearing the quiet ones. Anytown: Example Press.",
    "We would draw attention to Osgoode and Vesey (2018) on harm that adds up.",
]


@pytest.mark.parametrize("text", AMONG_MANY)
def test_a_name_with_a_year_among_many_works_is_an_author(text: str) -> None:
    assert standings_of(MANY + text, "Osgoode", NAMES) == {Standing.CITED}


@pytest.mark.parametrize("text", AMONG_MANY)
def test_it_is_somebody_where_the_call_shows_a_bearer(text: str) -> None:
    assert Standing.PARTICIPANT in standings_of(BORNE + MANY + text, "Osgoode", NAMES)


@pytest.mark.parametrize("text", WITH_FEW)
def test_several_authors_and_entries_need_no_more_than_one_other_work(text: str) -> None:
    assert standings_of(ONE + text, "Osgoode", NAMES) == {Standing.CITED}


@pytest.mark.parametrize(
    "text",
    [
        "Her brother Osgoode (2009) was there.",
        "The family is Ms Vesey and her sons, Osgoode (2009) and another.",
        "Two children, Osgoode (2009) and a baby, were seen.",
        "Osgoode (2009) attends the nursery.",
        "Osgoode (2009) has eczema.",
        "Osgoode (2009) was three.",
        "She left with her twins (Osgoode, 2011).",
        "The mother rang about the children (the elder, Osgoode, 2011).",
        "Dr Osgoode (2010) examined the baby.",
        "The letter by Osgoode (2010) was lost.",
        "The nurse spoke to parents (Osgoode, 1988).",
        "They talked with siblings (Osgoode, 2011; Efa, 2009).",
        "He was placed with Osgoode, Merovel and Vesey (2011).",
    ],
)
def test_who_is_told_of_is_somebody_however_many_works_are_cited(text: str) -> None:
    assert Standing.PARTICIPANT in standings_of(MANY + text, "Osgoode", NAMES)


def test_what_a_day_is_told_of_is_no_authors() -> None:
    text = MANY + "Osgoode (1990) argues so.\n\nOsgoode saw Merovel on 4 Dec 17; the inventory said moderate."
    assert Standing.PARTICIPANT in standings_of(text, "Osgoode", NAMES)


@pytest.mark.parametrize("name", ["Merovel", "Vesey"])
def test_who_is_thanked_before_authors_is_none(name: str) -> None:
    text = MANY + "The chair wishes to thank Merovel and Vesey, and Osgoode et al. (2017), for the timeline."
    assert standings_of(text, name, NAMES) == {Standing.PARTICIPANT}
