"""Which edition binds a review: by a statement, by the day it was begun, or by a guess that says so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from redact.formats.building import DocumentBuilder, Request
from redact.publication import with_edition
from redact.values.judgement import Edition, How, Rulebook, Settings
from redact.values.text import Document, Format, Location, Part
from tests.shipped_rules import shipped_rules

RULEBOOK = shipped_rules()


def document(*texts: str) -> Document:
    builder = DocumentBuilder(Request("x.txt", b"s" * 32), sha256="0" * 64, format=Format.TXT)
    for number, text in enumerate(texts, 1):
        builder.passage(text, Location(Part.BODY, None, None, number))
    return builder.build()


def resolved(settings: Settings, *texts: str) -> Settings:
    return with_edition(settings, RULEBOOK, [document(*texts)])


# A day on which a review was begun, and the one edition that it lies in.
KNOWN = [
    ("2010-06-10", Edition.WT2010B),  # the day of the letter
    ("2012-11-30", Edition.WT2010B),
    ("2013-05-01", Edition.WT2013),
    ("2015-03-25", Edition.WT2013),  # the day before
    ("2015-03-26", Edition.WT2015),
    ("2017-12-31", Edition.WT2015),
]


@pytest.mark.parametrize(("day", "edition"), KNOWN)
def test_a_day_in_one_edition_alone_says_which(day: str, edition: Edition) -> None:
    found = resolved(Settings(initiated=date.fromisoformat(day)), "Working Together 2006 is cited.")
    assert (found.edition, found.edition_how) == (edition, How.STATED)
    assert day in found.edition_because
    assert edition.value in found.edition_because


# A day that leaves a guess, the editions that it can be, and the one that is taken when nothing is cited.
GUESSES = [
    ("2008-05-01", (Edition.WT2006, Edition.WT2010), Edition.WT2006),  # no edition is older than its year
    ("2010-06-09", (Edition.WT2006, Edition.WT2010), Edition.WT2010),  # no source gives a boundary
    ("2013-04-15", (Edition.WT2010B, Edition.WT2013), Edition.WT2013),  # the month is known, the day is not
    (
        "2018-11-05",
        (Edition.WT2015, Edition.WT2018),
        Edition.WT2018,
    ),  # each area on its own day
    ("2019-09-29", (Edition.WT2015, Edition.WT2018), Edition.WT2018),
    ("2019-09-30", (Edition.WT2018, Edition.WT2023), Edition.WT2018),
    ("2024-02-01", (Edition.WT2018, Edition.WT2023), Edition.WT2023),  # no source gives a boundary
]


@pytest.mark.parametrize(("day", "editions", "taken"), GUESSES)
def test_a_day_between_editions_is_a_guess_that_says_what_is_wanted(
    day: str, editions: tuple[Edition, ...], taken: Edition
) -> None:
    found = resolved(Settings(initiated=date.fromisoformat(day), edition_how=How.CASE))
    assert (found.edition, found.edition_how) == (taken, How.GUESSED)
    wanted = " or ".join(f"--edition {edition.value}" for edition in editions)
    assert f"{wanted} says it" in found.edition_because


def test_of_a_case_the_day_is_the_cases() -> None:
    found = resolved(Settings(initiated=date(2016, 5, 1), edition_how=How.CASE))
    assert (found.edition, found.edition_how) == (Edition.WT2015, How.CASE)


def test_what_was_stated_stands() -> None:
    found = resolved(Settings(Edition.WT2013), "Working Together 2018. Working Together 2018.")
    assert (found.edition, found.edition_how, found.edition_because) == (
        Edition.WT2013,
        How.STATED,
        "stated by the user",
    )
    case = resolved(Settings(Edition.WT2013, edition_how=How.CASE))
    assert (case.edition_how, case.edition_because) == (How.CASE, "stated in the case")


def test_a_statement_against_the_day_stands_and_says_so() -> None:
    """A legal adviser may hold a review to another edition than its day."""
    found = resolved(Settings(Edition.WT2015, initiated=date(2012, 1, 2)))
    assert (found.edition, found.edition_how) == (Edition.WT2015, How.STATED)
    assert "2012-01-02 would be under wt2010b" in found.edition_because


# What the documents say, and the edition that is guessed from it.
CITED = [
    (("We followed Working Together to Safeguard Children (HM Government, March 2015).",), Edition.WT2015),
    (
        ("WORKING TOGETHER 2013 applied.", "Working Together 2013 again; Working Together 2018 once."),
        Edition.WT2013,
    ),
    (("Under WT2018 the partners decide.",), Edition.WT2018),
    (("Working\nTogether 2006",), Edition.WT2006),
    (("Working Together (2010)",), Edition.WT2010B),  # both are called 2010: the later of them
    # no citation: a year in another sentence, an edition that does not exist, another thing of that year
    (("We were working together. In 2015 she moved.",), Edition.WT2023),
    (("Working Together 1999 was the first that she read.",), Edition.WT2023),
    (("The Care Act 2014 and the Children Act 2004",), Edition.WT2023),
    ((), Edition.WT2023),
]


@pytest.mark.parametrize(("texts", "edition"), CITED)
def test_with_nothing_stated_the_edition_cited_most_is_guessed(
    texts: tuple[str, ...], edition: Edition
) -> None:
    found = resolved(Settings(), *texts)
    assert (found.edition, found.edition_how) == (edition, How.GUESSED)
    assert "neither the edition nor the day" in found.edition_because


def test_a_board_decides_where_nothing_is_cited() -> None:
    found = resolved(Settings(board="bath-nes"))
    assert (found.edition, found.edition_how) == (Edition.WT2015, How.GUESSED)
    assert "bath-nes" in found.edition_because
    cited = resolved(Settings(board="bath-nes"), "Working Together 2018")
    assert cited.edition is Edition.WT2018


def test_a_rulebook_without_editions_guesses_none() -> None:
    assert with_edition(Settings(), Rulebook((), "d" * 64), []) == Settings()


def test_every_day_of_sixty_years_lies_in_some_edition() -> None:
    for year in range(1990, 2050):
        assert any(pack.may_hold(date(year, 7, 1)) for pack in RULEBOOK.packs)


def test_the_reason_holds_no_word_of_the_document() -> None:
    found = resolved(Settings(), "Working Together with Kestrelia Wintergreen 2015")
    assert "Kestrelia" not in replace(found, kind=None).edition_because
