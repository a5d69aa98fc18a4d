"""One document at every stage of anonymisation: the same, but for names; and told in general."""

from __future__ import annotations

import re

import pytest

from corpus.telling.general import in_years
from corpus.telling.gold import Told
from corpus.telling.tell import tell_at_stage
from tests.corpus.telling.made import small_case, small_public, template


def told(line: str, stage: int, *, general: bool = False) -> Told:
    return tell_at_stage(small_case(), template(line), small_public(), seed=4, stage=stage, general=general)


@pytest.mark.parametrize(
    ("line", "plain", "general"),
    [
        ("On {incident.long} {sw.label} rang.", "On 21 May 2009 SW1", "In May 2009 SW1"),
        ("They met on {incident.iso}.", "They met on 2009-05-21.", "They met in May 2009."),
        ("In {incident.month} they met.", "In May 2009 they met.", "In May 2009 they met."),
        ("A nurse at {nursery} rang.", "at Sallow Nursery rang", "A nurse at the nursery rang."),
        ("{school} closed.", "Larkmead Primary School closed.", "The school closed."),
        ("It was in {town}.", "in Tarrow.", "It was in the town."),
        ("The board is {board}.", None, None),  # it stays
    ],
)
def test_days_places_and_bodies_in_general(line: str, plain: str | None, general: str | None) -> None:
    if plain:
        assert plain in told(line, 2).text
    if general:
        document = told(line, 2, general=True)
        assert general in document.text
        assert {mention.label for mention in document.mentions} <= {"DATE", "PSEUDONYM"}
    else:
        assert told(line, 2, general=True).text == told(line, 2).text


def test_the_stages_differ_in_names_alone() -> None:
    line = "On {date} {sw.ref} saw {child.ref} and {mother.ref} at {nursery}."
    texts = [told(line, stage) for stage in (0, 1, 2)]
    masked = [_masked(one) for one in texts]
    assert masked[0] == masked[1] == masked[2]
    people = [
        {(mention.label, mention.role) for mention in one.mentions if mention.role in ("family", "staff")}
        for one in texts
    ]
    assert people == [
        {("PERSON", "family"), ("PERSON", "staff")},
        {("PSEUDONYM", "family"), ("PERSON", "staff")},
        {("PSEUDONYM", "family"), ("PSEUDONYM", "staff")},
    ]


@pytest.mark.parametrize(
    ("age", "years"),
    [
        ("2 years 3 months", "2 years"),
        ("two years and three months", "two years"),
        ("one year and one month", "one year"),
        ("7 months", "7 months"),
        ("34 years", "34 years"),
    ],
)
def test_ages_in_years(age: str, years: str) -> None:
    assert in_years(age) == years


def _masked(document: Told) -> str:
    """Write what stands around the names of people, and who they are."""
    out, at = "", 0
    for mention in sorted(document.mentions, key=lambda one: one.span):
        if mention.who:
            out += document.text[at : mention.span[0]] + f"<{mention.who}>"
            at = mention.span[1]
    return re.sub(r"\b(?:SW|Ms|Mr) (?=<)", "", out + document.text[at:])
