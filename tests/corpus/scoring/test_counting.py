from __future__ import annotations

import json
from collections import Counter

import pytest

from corpus.scoring.counting import bands, count, held_case, stays_as
from corpus.scoring.figures import figures
from corpus.scoring.values import Read
from corpus.telling.gold import GoldMention, Told
from tests.corpus.scoring.scored import hit, mention, read, told

FIRST = "Kayleigh rang. kayleigh had a plan.\nThe Core Group met in May.\nMunro (2011) says so."
SECOND = "Aoife saw Kayleigh on 3 March 2011."


def _case() -> tuple[Told, ...]:
    return (
        told(
            FIRST,
            mention(FIRST, "Kayleigh"),
            mention(FIRST, "kayleigh", hard=("lower",), form="low"),
            mention(FIRST, "Munro", who="", role="outside", form="cite.text", stays=True),
        ),
        told(
            SECOND,
            mention(SECOND, "Aoife", who="hv", role="staff", heritage="english"),
            mention(SECOND, "Kayleigh"),
            mention(SECOND, "3 March 2011", "DATE", who="", role="outside", form="long"),
        ),
    )


def _counted(*reads: Read) -> Counter[tuple[str, ...]]:
    return count(held_case(_case(), reads))


BEST = (
    read(hit(FIRST, "Kayleigh"), hit(FIRST, "kayleigh", "ask", score=0.4)),
    read(hit(SECOND, "Aoife"), hit(SECOND, "Kayleigh"), hit(SECOND, "3 March 2011", "note", "DATE")),
)


def test_everything_is_counted_once_a_measure() -> None:
    made = figures(_counted(*BEST))
    assert made["mentions"] == {"PERSON": {"name": 3, "check": 1, "missed": 0}}
    assert made["names_by"]["role"] == {
        "family": {"name": 2, "check": 1, "missed": 0},
        "staff": {"name": 1, "check": 0, "missed": 0},
    }
    assert made["names_by"]["hard"] == {"lower": {"name": 0, "check": 1, "missed": 0}}
    assert made["names_by"]["heritage"]["irish"] == {"name": 2, "check": 1, "missed": 0}
    assert made["names_by"]["form"]["low"]["check"] == 1
    for table in ("stratum", "kind", "agency", "style", "decided"):
        assert sum(sum(row.values()) for row in made["names_by"][table].values()) == 4
    assert made["detected_only"] == {"DATE": {"name": 0, "check": 0, "missed": 1, "detected": 1}}
    assert made["stays"] == {"cited authors": {"block": 0, "ask": 0, "left": 1}}
    assert made["words"] == {"all": 23, "going": 7, "clear": 10}
    assert made["linking"] is None


@pytest.mark.parametrize(
    ("reads", "everybody", "without_hard"),
    [
        (BEST, (0, 2), (0, 2)),
        # the hard mention alone is missed: its person survives, but not without hard ones
        ((read(hit(FIRST, "Kayleigh")), BEST[1]), (1, 2), (0, 2)),
        # missed in the second document of the case, found in the first
        ((BEST[0], read(hit(SECOND, "Aoife"))), (1, 2), (1, 2)),
        ((read(), read()), (2, 2), (2, 2)),
        # a date belongs to nobody
        ((BEST[0], read(hit(SECOND, "Aoife"), hit(SECOND, "Kayleigh"))), (0, 2), (0, 2)),
    ],
)
def test_a_person_survives_by_any_mention_in_any_document(
    reads: tuple[Read, Read], everybody: tuple[int, int], without_hard: tuple[int, int]
) -> None:
    people = figures(_counted(*reads))["people"]
    found = people["names"]["all"]
    assert (found["surviving"], found["people"]) == everybody
    found = people["names_without_hard"]["all"]
    assert (found["surviving"], found["people"]) == without_hard


def test_people_of_two_cases_are_different_people() -> None:
    tally = _counted(read(), read()) + _counted(*BEST)
    everybody = figures(tally)["people"]["names"]["all"]
    assert (everybody["surviving"], everybody["people"]) == (2, 4)


def test_identifiers_of_a_person_count_in_a_measure_of_their_own() -> None:
    text = "Kayleigh, NHS 999 123 4560"
    number = mention(text, "999 123 4560", "NHS_NUMBER")
    case = held_case((told(text, mention(text, "Kayleigh"), number),), (read(hit(text, "Kayleigh")),))
    people = figures(count(case))["people"]
    assert people["names"]["all"]["surviving"] == 0
    assert people["names_and_identifiers"]["all"]["surviving"] == 1


def test_a_false_finding_touches_nothing_that_must_go() -> None:
    made = figures(
        _counted(
            read(
                hit(FIRST, "Core Group", "ask", score=0.35),  # false, on a line without mentions
                hit(FIRST, "plan", "ask", score=0.35),  # false, on a line with mentions
                hit(FIRST, "Munro", score=0.7),  # false, on what stays
                hit(FIRST, "Kayleigh rang"),  # too long, and right all the same
                hit(FIRST, "May", "note"),  # stops nothing
                hit(FIRST, "met", "ask", "DATE"),  # false, and no name
            ),
            read(),
        )
    )
    assert made["false"]["everywhere"] == {"DATE": {"block": 0, "ask": 1}, "PERSON": {"block": 1, "ask": 2}}
    assert made["false"]["on_lines_without_mentions"]["PERSON"] == {"block": 1, "ask": 1}
    assert made["false"]["names_per_1000_words"] == round(3000 / (23 - 7), 3)
    assert made["false"]["names_per_1000_words_on_lines_without_mentions"] == round(2000 / 10, 3)
    assert made["stays"] == {"cited authors": {"block": 1, "ask": 0, "left": 0}}
    assert made["stopped_as"] == {"cited authors": {"person": 1, "other": 0}}
    assert made["precision"]["PERSON"] == {"right": 1, "false": 3, "share": 0.25}
    assert made["calibration"]["PERSON"] == {
        "0.3": {"right": 0, "false": 2},
        "0.7": {"right": 0, "false": 1},
        "0.9": {"right": 1, "false": 0},
    }


@pytest.mark.parametrize(
    ("score", "band"), [(0.0, "0.0"), (0.3, "0.3"), (0.29, "0.2"), (0.7, "0.7"), (0.999, "0.9"), (1.0, "0.9")]
)
def test_scores_have_bands(score: float, band: str) -> None:
    assert bands(score) == band


@pytest.mark.parametrize(
    ("form", "label", "named"),
    [
        ("cite.list", "PERSON", "cited authors"),
        ("famous", "PERSON", "famous cases"),
        ("eponym", "PERSON", "eponyms"),
        ("label", "PSEUDONYM", "labels"),
        ("full", "PERSON", "author and chair"),
        ("council", "ORGANISATION", "public bodies"),
        ("statute", "ORGANISATION", "statutes"),
        ("mon", "DATE", "months"),
    ],
)
def test_what_stays_is_told_by_its_form(form: str, label: str, named: str) -> None:
    assert stays_as(GoldMention((0, 1), label, "", "outside", form, True)) == named


def test_figures_hold_no_word_of_a_text() -> None:
    said = json.dumps(figures(_counted(*BEST)))
    assert not [word for word in ("Kayleigh", "Aoife", "Munro", "kayleigh") if word in said]


@pytest.mark.parametrize(
    ("text", "counts_apart"),
    [
        ('Independent author Anna Harte said: "No."', True),
        ("Anna Harte, who chaired the panel, rang.", True),
        ("Anna Harte met the aunt. The author was cold.", False),  # another sentence tells the role
        ("Anna Harte has three dogs.", False),
    ],
)
def test_the_author_beside_the_role_may_be_asked_about_or_noted(text: str, counts_apart: bool) -> None:
    case = (told(text, mention(text, "Anna Harte", who="author", role="review", form="full")),)
    missed = count(held_case(case, [read()]))
    asked = count(held_case(case, [read(hit(text, "Anna Harte", "ask"))]))
    assert missed["people", "all", "missed"] == (0 if counts_apart else 1)
    assert missed["beside-role", "noted"] == asked["beside-role", "asked"] == int(counts_apart)
    assert asked["false", "PERSON", "ask"] == 0


def test_what_stays_may_be_stopped_as_something_else_than_somebody() -> None:
    made = figures(_counted(read(hit(FIRST, "Munro", "ask", "HEALTH")), read()))
    assert made["stopped_as"] == {"cited authors": {"person": 0, "other": 1}}
